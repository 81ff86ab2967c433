/* The texts. */
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
  const link = event.target.closest(".m, [data-go]");
  if (link) {
    event.preventDefault();
    view("findings");
    open(Number(link.dataset.go ?? link.getAttribute("href").slice(2)));
  }
  const jump = event.target.closest("[data-show]");
  if (jump) {
    turn(jump.dataset.show);
    panes[jump.dataset.show].focus({ preventScroll: true });
  }
});

/* The documents as code points, as far as they are on the page, for context around a quote. */
const letters = {};
function text(side) {
  if (!letters[side]) {
    const found = [];
    for (const line of panes[side]?.querySelectorAll("[data-o]") ?? []) {
      const start = Number(line.dataset.o);
      while (found.length < start) found.push("\n");
      for (const node of line.childNodes) {
        if (!node.classList?.contains("m")) found.push(...node.textContent);
      }
    }
    letters[side] = found;
  }
  return letters[side];
}

/* Decisions: "a|b" of commitments -> { verdict, relation, by, at, why }. */
const decisions = new Map();
const unfit = [...data.unfit];
const key = (a, b) => `${a}|${b}`;
const pair = (index) => {
  const { places, link } = findings[index];
  return link && key(places[0][1], places[1][1]);
};
const pairs = new Map(findings.flatMap((finding, index) => (finding.link ? [[pair(index), index]] : [])));
isDecided = (index) => decisions.has(pair(index));

const CONTEXT = 32;
const anchors = { a: [], b: [] };
function anchor(side, index) {
  anchors[side][index] ??= anchored(side, index);
  return anchors[side][index];
}
function anchored(side, index) {
  const { start, end, indicator, quantity } = commitments[side][index];
  const all = text(side);
  const slice = (from, to) => all.slice(Math.max(0, from), to).join("");
  return {
    indicator,
    quantity,
    selectors: [
      {
        type: "TextQuoteSelector",
        exact: slice(start, end) || quantity || indicator,
        prefix: slice(start - CONTEXT, start),
        suffix: slice(end, end + CONTEXT),
      },
      { type: "TextPositionSelector", start, end },
    ],
  };
}
const bare = (string) => [...string.normalize("NFKC").replace(/\s+/g, "")];
function shared(one, other) {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) count += 1;
  return count;
}
function find(side, wanted) {
  const quote = wanted.selectors.find((selector) => selector.type === "TextQuoteSelector");
  const position = wanted.selectors.find((selector) => selector.type === "TextPositionSelector");
  const exact = bare(quote.exact).join("");
  const before = bare(quote.prefix).reverse();
  const after = bare(quote.suffix);
  let best = null;
  commitments[side].forEach((commitment, index) => {
    const own = anchor(side, index);
    const [ownQuote] = own.selectors;
    if (bare(ownQuote.exact).join("") !== exact) return;
    const context = shared(before, bare(ownQuote.prefix).reverse()) + shared(after, bare(ownQuote.suffix));
    const alike = own.indicator === wanted.indicator;
    if (!alike && (context === 0 || context < (before.length + after.length) / 2)) return;
    const rank = [context, Number(alike), -Math.abs(commitment.start - position.start)];
    const better = !best || rank.reduce((order, value, n) => order || value - best.rank[n], 0) > 0;
    if (better) best = { rank, index };
  });
  return best ? best.index : -1;
}

function record() {
  const made = [...decisions].map(([name, decision]) => {
    const [a, b] = name.split("|").map(Number);
    return { ...decision, a: anchor("a", a), b: anchor("b", b) };
  });
  return { schema: data.schema, ...data.sources, decisions: [...made, ...unfit] };
}
function take(file) {
  if (file?.schema !== data.schema || !Array.isArray(file.decisions)) throw new Error("schema");
  const placed = file.decisions.map((entry) => [find("a", entry.a), find("b", entry.b), entry]);
  const known = new Set(unfit.map((entry) => JSON.stringify(entry)));
  let fitting = 0;
  for (const [first, second, entry] of placed) {
    const { a, b, ...decision } = entry;
    if (first >= 0 && second >= 0) { decisions.set(key(first, second), decision); fitting += 1; }
    else if (!known.has(JSON.stringify(entry))) unfit.push(entry);
  }
  return fitting;
}
const place = `review.${data.sources.a.sha256}.${data.sources.b.sha256}`;
function remember() { memory.set(place, JSON.stringify(record())); }
function decide(name, verdict, relation, why) {
  if (verdict) {
    const by = $("reader").value.trim();
    const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    decisions.set(name, { verdict, relation, by, at, why: why.trim() });
  } else decisions.delete(name);
  remember();
  refresh();
}

function named(side, index) {
  const { start, end, indicator, quantity } = commitments[side][index];
  return [indicator || text(side).slice(start, end).join(""), quantity].filter(Boolean).join(" ");
}

/* What has been decided, on every row and in the review panel. */
function refresh() {
  $("decided-count").textContent = decisions.size || "";
  rows.forEach((row, index) => {
    const decision = decisions.get(pair(index));
    row.classList.toggle("refused", decision?.verdict === "rejected");
    let note = row.querySelector(".t .verdict");
    if (!decision) { note?.remove(); return; }
    if (!note) { note = make("span", { className: "verdict" }); row.querySelector(".t > span").append(" ", note); }
    note.replaceChildren(label("span", decision.verdict));
    if (decision.verdict === "relabelled") note.append(" ", label("span", decision.relation));
  });
  const name = (side, index) => {
    return make("span", { lang: "zh", textContent: named(side, index) });
  };
  $("added").replaceChildren(...[...decisions].filter(([pair]) => !pairs.has(pair)).map(([pair, decision]) => {
    const [a, b] = pair.split("|").map(Number);
    const undo = label("button", "undo", null, { type: "button" });
    undo.dataset.undo = pair;
    return make("li", {}, label("b", decision.verdict), " A ", name("a", a), " — B ", name("b", b), " ",
      ...(decision.relation ? [label("i", decision.relation)] : []), " ", undo);
  }));
  $("unfit").replaceChildren(...(unfit.length ? [label("li", "unfit", null, { className: "warn" })] : []),
    ...unfit.map(({ verdict, a, b }) => make("li", {}, label("span", verdict), ` A ${a.indicator} ${a.quantity} — B ${b.indicator} ${b.quantity}`)));
  if ($("band").value === "decided") filter();
}

/* The open finding: where it stands, why it is linked, what a reader decides. */
function evidence(link) {
  const [, probability, , by, values] = link;
  const features = values.flatMap((value, n) => (value ? [[data.features[n], value]] : []))
    .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]));
  const box = make("div", { className: "why" }, label("h4", "why"));
  const line = make("p");
  line.textContent = say("probability", { p: probability > 0.99 ? "> 99" : Math.round(probability * 100), by: word(by) });
  box.append(line);
  if (!features.length) { box.append(label("p", "no.evidence")); return box; }
  const most = Math.max(...features.map(([, value]) => Math.abs(value)));
  const table = make("table", {}, make("thead", {}, make("tr", {},
    ...["feature", "speaks", "contribution"].map((name) => label("th", name, null, { scope: "col" })))));
  const body = make("tbody");
  for (const [feature, value] of features) {
    const bar = make("span", { className: value > 0 ? "bar" : "bar minus", "aria-hidden": "true" });
    bar.style.setProperty("--w", `${(Math.abs(value) / most) * 100}%`);
    body.append(make("tr", {}, make("th", { scope: "row", textContent: word(feature) }),
      make("td", {}, label("span", value > 0 ? "for" : "against")),
      make("td", {}, bar, `${value > 0 ? "+" : "−"}${Math.abs(value).toFixed(2)}`)));
  }
  table.append(body);
  box.append(table);
  return box;
}
function judgement(index) {
  const name = pair(index);
  const decision = decisions.get(name);
  const box = make("div", { className: "judge" });
  const why = make("input", { id: "why", value: decision?.why ?? "" });
  const relation = make("select", { id: "relation" });
  const now = decision?.relation ?? findings[index].link[0];
  for (const value of ["same", "raised", "lowered", "reframed", "related"]) {
    const option = label("option", value, null, { value });
    option.selected = value === now;
    relation.append(option);
  }
  const act = (verdict) => {
    const button = label("button", verdict, null, { type: "button" });
    button.dataset.act = verdict;
    return button;
  };
  box.append(make("p", { className: "fields" }, act("confirm"), act("reject"),
    make("label", {}, label("span", "relation"), relation), act("relabel"),
    make("label", { className: "wide" }, label("span", "because"), why),
    ...(decision ? [act("undo")] : [])));
  if (decision) {
    const by = decision.by || "@unnamed";
    const line = label("p", "reader", { by, at: decision.at.replace("T", " ").replace("Z", " UTC") });
    box.append(line);
  }
  return box;
}
function others(index) {
  const mine = new Set(findings[index].places.map(String));
  const also = findings.flatMap(({ places }, other) =>
    (other !== index && places.some((place) => mine.has(String(place))) ? [other] : []));
  if (!also.length) return [];
  const list = make("p", { className: "also" }, label("span", "others"), " ");
  for (const other of also.slice(0, 12)) {
    const opener = rows[other].querySelector(".t");
    const words = [".s", ".i", ".v"].map((part) => opener.querySelector(part)?.textContent ?? "").join(" ");
    const link = make("a", { href: `#f${other}`, textContent: words });
    link.dataset.go = other;
    list.append(link, " ");
  }
  return [list];
}
opened = (index, row) => {
  const { places, link } = findings[index];
  const box = make("div", { className: "d" });
  const jumps = make("p", { className: "jumps" });
  for (const side of new Set(places.map(([name]) => name))) {
    if (!panes[side]) continue;
    const jump = label("button", `show.${side}`, null, { type: "button" });
    jump.dataset.show = side;
    jumps.append(jump, " ");
  }
  if (!link || link[2] === "possible") {
    const more = label("button", "add.this", null, { type: "button" });
    more.dataset.add = "";
    if (places.length < 3) jumps.append(more);
  }
  if (jumps.childNodes.length) box.append(jumps);
  if (link) box.append(judgement(index), evidence(link));
  box.append(...others(index));
  row.append(box);
  show(places);
};
document.addEventListener("language", () => {
  if (current >= 0 && rows[current].querySelector(".d")) open(current, { focus: false });
});

/* Review. */
function act(verb) {
  const name = pair(current);
  if (!name) return;
  const why = $("why")?.value ?? "";
  const relation = findings[current].link[0];
  if (verb === "confirm") decide(name, "confirmed", relation, why);
  if (verb === "reject") decide(name, "rejected", null, why);
  if (verb === "relabel") decide(name, "relabelled", $("relation").value, why);
  if (verb === "undo") decide(name, null);
  open(current, { focus: false });
  rows[current].querySelector(".t").focus({ preventScroll: true });
}
keys.y = () => rows[current]?.querySelector(".d") && act("confirm");
keys.x = () => rows[current]?.querySelector(".d") && act("reject");

function options(side) {
  const narrow = fold($(`narrow-${side}`).value);
  const chosen = $(`choose-${side}`).value;
  $(`choose-${side}`).replaceChildren(...commitments[side].flatMap((commitment, index) => {
    const words = [commitment.item && `${commitment.item}.`, named(side, index)].filter(Boolean).join(" ");
    if (narrow && !fold(words).includes(narrow)) return [];
    return [make("option", { value: String(index), textContent: words, selected: String(index) === chosen })];
  }));
}
function adding(places) {
  for (const side of ["a", "b"]) {
    $(`narrow-${side}`).value = "";
    options(side);
    const here = places.find(([name]) => name === side);
    $(`choose-${side}`).value = here ? String(here[1]) : "";
  }
  $("adding-why").value = "";
  $("adding").showModal();
  for (const side of ["a", "b"]) $(`choose-${side}`).selectedOptions[0]?.scrollIntoView({ block: "nearest" });
}
for (const side of ["a", "b"]) $(`narrow-${side}`).addEventListener("input", () => options(side));
$("adding").addEventListener("close", () => {
  const [a, b] = [$("choose-a").value, $("choose-b").value];
  if ($("adding").returnValue === "add" && a && b) {
    const name = key(a, b);
    decide(name, pairs.has(name) ? "relabelled" : "added", $("adding-relation").value, $("adding-why").value);
    $("review").open = true;
  }
  $("adding").returnValue = "";
});
document.addEventListener("click", (event) => {
  const { act: verb, add, undo } = event.target.dataset ?? {};
  if (verb) act(verb);
  if (add !== undefined) adding(findings[current].places);
  if (undo) decide(undo, null);
});
$("add").addEventListener("click", () => adding([]));
$("save").addEventListener("click", () => {
  const blob = new Blob([JSON.stringify(record(), null, 2) + "\n"], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: `decisions-${data.sources.a.id}--${data.sources.b.id}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
$("load").addEventListener("change", async () => {
  const [file] = $("load").files;
  if (!file) return;
  const said = [];
  try {
    const content = JSON.parse(await file.text());
    said.push(label("p", "loaded", { n: take(content) }));
    const same = ["a", "b"].every((side) => content[side]?.sha256 === data.sources[side].sha256);
    if (!same) said.push(label("p", "other.documents", null, { className: "warn" }));
    remember();
  } catch {
    said.push(label("p", "not.decisions", null, { className: "warn" }));
  }
  $("said").replaceChildren(...said);
  $("load").value = "";
  refresh();
});
$("reader").value = memory.get("reader") ?? "";
$("reader").addEventListener("change", () => memory.set("reader", $("reader").value));

/* What the comparison was made with, then what this browser remembers. */
findings.forEach(({ link }, index) => {
  if (!link?.[5]) return;
  const [verdict, by, at, why] = link[5];
  decisions.set(pair(index), { verdict, relation: verdict === "rejected" ? null : link[0], by, at, why });
});
try { take(JSON.parse(memory.get(place))); } catch { /* nothing remembered */ }
refresh();
translate(document);
