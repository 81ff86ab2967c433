/* Findings: data.findings[i] is [[[side, commitment], …], link]. */
const rows = [...document.querySelectorAll(".group > ul > li")];
const groups = [...document.querySelectorAll(".group")];
for (const row of rows) row.querySelector(".t").setAttribute("aria-expanded", "false");
const columns = ["start", "end", "indicator", "quantity", "item", "section", "units"];
const commitments = {};
for (const side of ["a", "b"]) {
  commitments[side] = data.commitments[side].map((row) => Object.fromEntries(columns.map((name, n) => [name, row[n]])));
}
const findings = data.findings.map(([places, link], index) => (
  { group: rows[index].closest(".group").id.slice(2), places, link }));
const CHANGES = new Set(["raised", "lowered", "reframed"]);

/* Filters. */
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const haystacks = new Map();
function haystack(index) {
  if (!haystacks.has(index)) haystacks.set(index, fold(rows[index].textContent));
  return haystacks.get(index);
}
let isDecided = () => false;
function passes(index, wanted) {
  const { group, places, link } = findings[index];
  if (wanted.groups.size && !wanted.groups.has(group)) return false;
  if (wanted.band === "decided" && !isDecided(index)) return false;
  if (wanted.band && wanted.band !== "decided" && (!link || link[2] !== wanted.band)) return false;
  const of = ([side, at]) => commitments[side][at];
  if (wanted.unit >= 0 && !places.some((place) => of(place).units.includes(wanted.unit))) return false;
  if (wanted.sections && !places.some((place) => place[0] === wanted.side && wanted.sections.has(of(place).section))) return false;
  return !wanted.text || haystack(index).includes(wanted.text);
}
function wanted() {
  const chosen = $("section").value;
  const side = chosen[0];
  const paths = chosen && data.sections[side];
  const path = chosen && paths[Number(chosen.slice(1))];
  const under = (other) => path.every((heading, depth) => other[depth] === heading);
  return {
    groups: new Set([...document.querySelectorAll(".chip[aria-pressed=true]")].map((chip) => chip.dataset.group)),
    text: fold($("search").value),
    side,
    sections: chosen && new Set(paths.flatMap((other, n) => (under(other) ? [n] : []))),
    unit: $("unit")?.value ? data.units.indexOf($("unit").value) : -1,
    band: $("band").value,
  };
}
function filter() {
  const now = wanted();
  const narrowed = now.groups.size || now.text || now.sections || now.unit >= 0 || now.band;
  let shown = 0;
  rows.forEach((row, index) => {
    row.hidden = !passes(index, now);
    if (!row.hidden) shown += 1;
  });
  for (const group of groups) {
    const inside = [...group.querySelectorAll(":scope > ul > li")];
    const left = inside.filter((row) => !row.hidden).length;
    group.hidden = !left;
    group.querySelector(".count").textContent = left === inside.length ? left : `${left} / ${inside.length}`;
    if (narrowed && left) group.open = true;
  }
  const line = $("shown").firstElementChild;
  line.dataset.v = JSON.stringify({ n: shown, of: rows.length });
  translate($("shown"));
}
document.querySelector(".chips").addEventListener("click", (event) => {
  const chip = event.target.closest(".chip");
  if (!chip) return;
  chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
  filter();
});
let waiting;
$("fields").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
$("fields").addEventListener("submit", (event) => event.preventDefault());
$("fields").addEventListener("reset", () => {
  for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "false");
  setTimeout(filter);
});

/* One finding at a time is open. */
let current = -1;
let opened = () => {};
function close() {
  if (current < 0) return;
  rows[current].classList.remove("open");
  rows[current].querySelector(".t").setAttribute("aria-expanded", "false");
  rows[current].querySelector(".d")?.remove();
}
function open(index, { focus = true } = {}) {
  close();
  current = index;
  const row = rows[index];
  row.hidden = false;
  const group = row.closest(".group");
  group.hidden = false;
  group.open = true;
  row.classList.add("open");
  row.querySelector(".t").setAttribute("aria-expanded", "true");
  opened(index, row);
  if (focus) {
    row.querySelector(".t").focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  }
}
document.addEventListener("click", (event) => {
  const opener = event.target.closest(".t");
  if (opener) {
    const index = rows.indexOf(opener.closest("li"));
    if (opener.getAttribute("aria-expanded") === "true") { close(); current = index; }
    else open(index, { focus: false });
  }
});
function step(direction, wants) {
  let index = current;
  do { index += direction; } while (index >= 0 && index < rows.length && !(wants(index) && !rows[index].hidden));
  if (index >= 0 && index < rows.length) open(index);
}

/* Keys. */
$("keys").checked = memory.get("keys") !== "off";
$("keys").addEventListener("change", () => memory.set("keys", $("keys").checked ? "on" : "off"));
const any = () => true;
const isChange = (index) => CHANGES.has(findings[index].group);
const keys = {
  n: () => step(1, isChange),
  p: () => step(-1, isChange),
  j: () => step(1, any),
  k: () => step(-1, any),
  "/": () => $("search").focus(),
  Escape: () => { const row = rows[current]; close(); row?.querySelector(".t").focus(); },
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

/* On paper everything that passes the filters is shown. */
addEventListener("beforeprint", () => { for (const group of groups) group.open = true; });

/* On a small screen the filters wait until they are asked for. */
$("filter").open = !matchMedia("(max-width: 699px)").matches;
