/* The texts beside the findings, where they are at hand. */
const panes = { a: $("pane-a"), b: $("pane-b") };
const work = document.querySelector(".work");
function view(name) {
  work.dataset.view = name;
  for (const button of document.querySelectorAll(".views [data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === name));
  }
}
function marks(side, index) {
  return panes[side] ? [...panes[side].querySelectorAll(`[data-c~="${index}"], [id="${side}${index}"]`)] : [];
}
function show(places) {
  for (const lit of document.querySelectorAll(".text .on")) lit.classList.remove("on");
  const first = {};
  for (const [side, index] of places) {
    const found = marks(side, index);
    for (const mark of found) mark.classList.add("on");
    if (found.length && !first[side]) first[side] = found.find((mark) => mark.classList.contains("num")) || found[0];
  }
  for (const [side, mark] of Object.entries(first)) {
    const pane = panes[side];
    const centre = () => {
      const gap = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += gap - pane.clientHeight * 0.38;
    };
    centre();
    requestAnimationFrame(centre); /* lines that had not been laid out have their height now */
  }
}
const narrow = () => getComputedStyle(document.querySelector(".views")).display !== "none";
function turn(side) {
  view(side);
  if (narrow()) panes[side].scrollIntoView();
  if (current >= 0) show(findings[current].places);
}
document.addEventListener("click", (event) => {
  const button = event.target.closest(".views [data-view]");
  if (button?.dataset.view === "findings") {
    view("findings");
    rows[current]?.scrollIntoView();
  } else if (button) turn(button.dataset.view);
  const jump = event.target.closest("[data-show]");
  if (jump) {
    turn(jump.dataset.show);
    panes[jump.dataset.show].focus({ preventScroll: true });
  }
});

/* A document as code points, as far as it is on the page. */
const letters = {};
function text(side) {
  if (!letters[side]) {
    const read = [];
    for (const line of panes[side]?.querySelectorAll("[data-o]") ?? []) {
      const start = Number(line.dataset.o);
      while (read.length < start) read.push("\n");
      for (const node of line.childNodes) {
        if (!node.classList?.contains("m")) read.push(...node.textContent);
      }
    }
    letters[side] = read;
  }
  return letters[side];
}
function shown(index) {
  const held = new Set(findings[index].places.map(([side]) => side).filter((side) => panes[side]));
  return [...held].flatMap((side) => {
    const jump = label("button", `show.${side}`, null, { type: "button" });
    jump.dataset.show = side;
    return [jump, " "];
  });
}
