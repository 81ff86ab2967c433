/* Findings: data.findings[i] is [status, [[side, commitment], …], link, silent side]. */
const rows = [...document.querySelectorAll(".finding")];
const groups = [...document.querySelectorAll(".group")];
const opened = new Map(groups.map((group) => [group, group.open]));
for (const row of rows) row.querySelector(".t").setAttribute("aria-expanded", "false");
const sides = Object.keys(data.sources);
const columns = ["start", "end", "indicator", "quantity", "item", "section", "units"];
const commitments = Object.fromEntries(sides.map((side) => [
  side, data.commitments[side].map((row) => Object.fromEntries(columns.map((name, n) => [name, row[n]])))]));
const findings = data.findings.map(([status, places, link, into]) => ({ status, places, link, into }));
const STATUS = { same: "kept", raised: "raised", lowered: "lowered", reframed: "reframed", related: "related" };
const CHANGES = new Set(["raised", "lowered", "reframed"]);
const called = (status) => data.names[status] ?? status;

/* Filters. What a finding is, live(index), follows the reader's decisions. */
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const haystacks = new Map();
function haystack(index) {
  if (!haystacks.has(index)) {
    const parts = [...rows[index].querySelectorAll(":scope > :not(.d)")];
    parts.push(rows[index].closest(".thread")?.querySelector(".called"));
    haystacks.set(index, fold(parts.map((part) => part?.textContent ?? "").join(" ")));
  }
  return haystacks.get(index);
}
function bandOf(index) {
  const { link } = findings[index];
  if (decisions.get(pair(index))?.relation) return "sure";
  return link && link[2];
}
function passes(index, wanted) {
  if (wanted.band === "decided" ? !decisions.has(pair(index)) : wanted.band && bandOf(index) !== wanted.band) return false;
  const places = own(index);
  const of = ([side, at]) => commitments[side][at];
  if (wanted.unit >= 0 && !places.some((place) => of(place).units.includes(wanted.unit))) return false;
  if (wanted.side && !places.some((place) => place[0] === wanted.side)) return false;
  if (wanted.sections && !places.some((place) => place[0] === wanted.side && wanted.sections.has(of(place).section))) return false;
  return wanted.words.every((word) => haystack(index).includes(word));
}
function wanted() {
  const [side, at] = $("section").value.split(":");
  const paths = side && data.sections[side];
  const path = at && paths[Number(at)];
  const under = (other) => path.every((heading, depth) => other[depth] === heading);
  return {
    statuses: new Set([...document.querySelectorAll(".chip[aria-pressed=true]")].map((chip) => chip.dataset.group)),
    words: $("search").value.split(/\s+/).map(fold).filter(Boolean),
    side,
    sections: path && new Set(paths.flatMap((other, n) => (under(other) ? [n] : []))),
    unit: $("unit")?.value ? data.units.indexOf($("unit").value) : -1,
    band: $("band").value,
  };
}
function chip(status) {
  let found = document.querySelector(`.chip[data-group="${status}"]`);
  if (!found) {
    found = make("button", { type: "button", className: `chip ${status}`, "data-group": status, "aria-pressed": "false" },
      label("span", called(status)), " ", make("b"));
    document.querySelector(".chips").append(found);
  }
  return found;
}
let narrowed = false;
function filter() {
  const now = wanted();
  const before = narrowed;
  narrowed = Boolean(now.statuses.size || now.words.length || now.side || now.unit >= 0 || now.band);
  const counts = new Map([...document.querySelectorAll(".chip")].map((found) => [found.dataset.group, 0]));
  let shown = 0;
  rows.forEach((row, index) => {
    const fits = passes(index, now);
    const statuses = live(index);
    if (fits) for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    row.hidden = !fits || (now.statuses.size > 0 && !statuses.some((status) => now.statuses.has(status)));
    if (!row.hidden) shown += 1;
  });
  for (const [status, count] of counts) chip(status).lastElementChild.textContent = count;
  for (const row of document.querySelectorAll("li.absent")) row.hidden = narrowed;
  for (const group of groups) {
    const inside = [...group.querySelectorAll(".finding")];
    const left = inside.filter((row) => !row.hidden).length;
    (group.closest(".thread") ?? group).hidden = !left;
    group.querySelector(".count").textContent = left === inside.length ? left : `${left} / ${inside.length}`;
    if (narrowed) group.open ||= left > 0;
    else if (before) group.open = opened.get(group) || group.contains(rows[current]);
  }
  const line = $("shown").firstElementChild;
  line.dataset.v = JSON.stringify({ n: shown, of: rows.length });
  translate($("shown"));
  summarise();
}
document.querySelector(".chips").addEventListener("click", (event) => {
  const pressed = event.target.closest(".chip");
  if (!pressed) return;
  pressed.setAttribute("aria-pressed", String(pressed.getAttribute("aria-pressed") !== "true"));
  filter();
});
let waiting;
$("fields").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
$("fields").addEventListener("submit", (event) => event.preventDefault());
$("fields").addEventListener("reset", () => {
  for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "false");
  setTimeout(filter);
});

/* The summary counts what is shown, as the reader decided; what the program found stays below. */
const found = [...$("news").childNodes];
function summarise() {
  const tags = rows.length ? [...(narrowed ? ["filtered"] : []), ...(reviewed() ? ["after.review"] : [])] : [];
  $("tags").replaceChildren(...tags.map((key) => label("b", called(key))));
  $("before").hidden = !tags.length;
  $("before").lastElementChild.replaceChildren(...(tags.length ? found : []));
  $("news").replaceChildren(...(tags.length ? news() : found));
}
function enumerated(prefix, keys, counts, none) {
  const parts = keys.filter((key) => counts[key]).flatMap((key, n) => [
    ...(n ? [label("span", "comma")] : []), label("span", prefix + key, { n: counts[key] })]);
  return parts.length ? parts : [label("span", none)];
}

/* One finding at a time is open. */
let current = -1;
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
  (group.closest(".thread") ?? group).hidden = false;
  group.open = true;
  row.classList.add("open");
  row.querySelector(".t").setAttribute("aria-expanded", "true");
  row.append(detail(index));
  show(findings[index].places);
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
  const link = event.target.closest(".m, [data-go]");
  if (link) {
    event.preventDefault();
    view("findings");
    open(Number(link.dataset.go ?? link.getAttribute("href").slice(2)));
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
const isChange = (index) => live(index).some((status) => CHANGES.has(status));
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
