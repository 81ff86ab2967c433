/* Decisions: "side:commitment|side:commitment" -> { verdict, relation, by, at, why }. */
const decisions = new Map();
const unfit = data.unfit.map((entry) => ({ entry, files: sides.includes("a") && "a|b" }));
const key = (a, b) => `${a.join(":")}|${b.join(":")}`;
const ends = (name) => name.split("|").map((end) => { const [side, at] = end.split(":"); return [side, Number(at)]; });
const pair = (index) => {
  const { places, link } = findings[index];
  return link && key(...places);
};
const pairs = new Map(findings.flatMap((finding, index) => (finding.link ? [[pair(index), index]] : [])));
let given = "";
const reviewed = () => JSON.stringify([...decisions]) !== given;

/* The links as they stand after the decisions: name -> { relation, probability, sure }. */
function links() {
  const left = new Map();
  findings.forEach(({ link }, index) => {
    if (link) left.set(pair(index), { relation: link[0], probability: link[1], sure: link[2] === "sure" });
  });
  for (const [name, { relation }] of decisions) {
    if (relation) left.set(name, { relation, probability: left.get(name)?.probability ?? 1, sure: true });
    else left.delete(name);
  }
  return left;
}

const CONTEXT = 32;
const anchors = Object.fromEntries(sides.map((side) => [side, []]));
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


/* One file for each two documents; with two documents there is always one. */
function records() {
  const made = new Map(sides.includes("a") ? [["a|b", []]] : []);
  const into = (files) => made.get(files) ?? made.set(files, []).get(files);
  for (const [name, decision] of decisions) {
    const [a, b] = ends(name);
    into(`${a[0]}|${b[0]}`).push({ ...decision, a: anchor(...a), b: anchor(...b) });
  }
  for (const { entry, files } of unfit) if (files) into(files).push(entry);
  return new Map([...made].map(([files, entries]) => {
    const [a, b] = files.split("|");
    return [files, { schema: data.schema, a: data.sources[a], b: data.sources[b], decisions: entries }];
  }));
}
function take(file) {
  if (file?.schema !== data.schema || !Array.isArray(file.decisions)) throw new Error("schema");
  const [one, other] = filed(file);
  const placed = file.decisions.map((entry) => [
    one && other ? find(one, entry.a) : -1, one && other ? find(other, entry.b) : -1, entry]);
  const known = new Set(unfit.map(({ entry }) => JSON.stringify(entry)));
  let fitting = 0;
  for (const [first, second, entry] of placed) {
    const { a, b, ...decision } = entry;
    if (first >= 0 && second >= 0) { decisions.set(key([one, first], [other, second]), decision); fitting += 1; }
    else if (!known.has(JSON.stringify(entry))) unfit.push({ entry, files: one && other && `${one}|${other}` });
  }
  return fitting;
}
/* The sides that a file speaks of. */
function filed(file) {
  if (sides.includes("a")) return ["a", "b"];
  return [file.a, file.b].map((source) => sides.find((side) => data.sources[side].sha256 === source?.sha256)
    ?? sides.find((side) => data.sources[side].id === source?.id));
}
const place = (files) => "review." + files.split("|").map((side) => data.sources[side].sha256).join(".");
const touched = new Set();
function remember() {
  const made = records();
  for (const files of made.keys()) touched.add(files);
  for (const files of touched) memory.set(place(files), JSON.stringify(made.get(files) ?? null));
}
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

/* What has been decided, on every row, in the review panel, and in every count. */
const title = (side) => (side.length === 1 && side >= "a" ? side.toUpperCase() : `[${side}]`);
function refresh() {
  $("decided-count").textContent = decisions.size || "";
  weigh();
  rows.forEach((row, index) => {
    const decision = decisions.get(pair(index));
    const now = live(index).filter((status) => ![findings[index].status, "rejected"].includes(status));
    row.classList.toggle("refused", decision?.verdict === "rejected");
    let note = row.querySelector(".t .verdict");
    if (!decision && !now.length) { note?.remove(); return; }
    if (!note) { note = make("span", { className: "verdict" }); row.querySelector(".t > span").append(" ", note); }
    note.replaceChildren(...(decision ? [label("span", decision.verdict)] : []),
      ...now.flatMap((status, n) => [n ? label("span", "comma") : " → ", label("span", called(status))]));
  });
  const name = (end) => make("span", {}, `${title(end[0])} `, make("span", { lang: "zh", textContent: named(...end) }));
  $("added").replaceChildren(...[...decisions].filter(([pair]) => !pairs.has(pair)).map(([pair, decision]) => {
    const [a, b] = ends(pair);
    const undo = label("button", "undo", null, { type: "button" });
    undo.dataset.undo = pair;
    return make("li", {}, label("b", decision.verdict), " ", name(a), " — ", name(b), " ",
      ...(decision.relation ? [label("i", decision.relation)] : []), " ", undo);
  }));
  $("unfit").replaceChildren(...(unfit.length ? [label("li", "unfit", null, { className: "warn" })] : []),
    ...unfit.map(({ entry: { verdict, a, b } }) => make("li", {}, label("span", verdict), ` ${a.indicator} ${a.quantity} — ${b.indicator} ${b.quantity}`)));
  filter();
}

const MOST = 8; /* pieces of evidence that are listed one by one */

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
  const rest = features.splice(MOST);
  if (rest.length) features.push([say("more.features", { n: rest.length }), rest.reduce((sum, [, value]) => sum + value, 0)]);
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
  const mine = new Set(own(index).map(String));
  const also = findings.flatMap((_, other) =>
    (other !== index && own(other).some((place) => mine.has(String(place))) ? [other] : []));
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
function detail(index) {
  const { status, link } = findings[index];
  const box = make("div", { className: "d" });
  const jumps = make("p", { className: "jumps" }, ...shown(index));
  if (link ? link[2] === "possible" : status !== "recurring") {
    const more = label("button", "add.this", null, { type: "button" });
    more.dataset.add = "";
    jumps.append(more);
  }
  if (jumps.childNodes.length) box.append(jumps);
  if (link) box.append(judgement(index), evidence(link));
  box.append(...others(index));
  return box;
}
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

/* Adding a link: two lists, and where there are many documents the choice of each. */
const sideOf = (end) => $(`side-${end}`)?.value ?? end;
function options(end) {
  const side = sideOf(end);
  const narrow = fold($(`narrow-${end}`).value);
  const chosen = $(`choose-${end}`).value;
  $(`choose-${end}`).replaceChildren(...commitments[side].flatMap((commitment, index) => {
    const words = [commitment.item && `${commitment.item}.`, named(side, index)].filter(Boolean).join(" ");
    if (narrow && !fold(words).includes(narrow)) return [];
    return [make("option", { value: String(index), textContent: words, selected: String(index) === chosen })];
  }));
}
function adding(places, into) {
  ["a", "b"].forEach((end, n) => {
    const many = $(`side-${end}`);
    if (many) many.value = (n && into) || (places[n] ?? places[0])?.[0] || sides[n];
    $(`narrow-${end}`).value = "";
    options(end);
    const here = many ? places[n] : places.find(([side]) => side === end);
    $(`choose-${end}`).value = here && here[0] === sideOf(end) ? String(here[1]) : "";
  });
  $("adding-why").value = "";
  $("adding").showModal();
  for (const end of ["a", "b"]) $(`choose-${end}`).selectedOptions[0]?.scrollIntoView({ block: "nearest" });
}
for (const end of ["a", "b"]) {
  $(`narrow-${end}`).addEventListener("input", () => options(end));
  $(`side-${end}`)?.addEventListener("change", () => { $(`choose-${end}`).value = ""; options(end); });
}
const INVERSE = { raised: "lowered", lowered: "raised" };
function keep() {
  const [a, b] = ["a", "b"].map((end) => [sideOf(end), Number($(`choose-${end}`).value)]);
  const at = ([side, index]) => [data.sources[side].sha256, index].join();
  if (at(a) === at(b)) return;
  const order = sides.indexOf(a[0]) - sides.indexOf(b[0]) || a[1] - b[1];
  const name = order > 0 ? key(b, a) : key(a, b);
  const relation = $("adding-relation").value;
  const stands = (order > 0 && INVERSE[relation]) || relation;
  decide(name, pairs.has(name) ? "relabelled" : "added", stands, $("adding-why").value);
  $("review").open = true;
}
$("adding").addEventListener("close", () => {
  if ($("adding").returnValue === "add" && $("choose-a").value && $("choose-b").value) keep();
  $("adding").returnValue = "";
});
document.addEventListener("click", (event) => {
  const { act: verb, add, undo } = event.target.dataset ?? {};
  if (verb) act(verb);
  if (add !== undefined) adding(findings[current].places, findings[current].into);
  if (undo) decide(undo, null);
});
$("add").addEventListener("click", () => adding([]));
$("save").addEventListener("click", () => {
  [...records()].forEach(([files, content], n) => {
    const [a, b] = files.split("|").map((side) => data.sources[side].id);
    const blob = new Blob([JSON.stringify(content, null, 2) + "\n"], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(blob), download: `decisions-${a}--${b}.json` });
    setTimeout(() => link.click(), n * 400); /* browsers drop downloads that come at once */
    setTimeout(() => URL.revokeObjectURL(link.href), n * 400 + 1000);
  });
});
$("load").addEventListener("change", async () => {
  const said = [];
  for (const file of $("load").files) {
    try {
      const content = JSON.parse(await file.text());
      said.push(label("p", "loaded", { n: take(content) }));
      const [a, b] = filed(content).map((side) => data.sources[side]?.sha256);
      if (content.a?.sha256 !== a || content.b?.sha256 !== b) said.push(label("p", "other.documents", null, { className: "warn" }));
      remember();
    } catch {
      said.push(label("p", "not.decisions", null, { className: "warn" }));
    }
  }
  $("said").replaceChildren(...said);
  $("load").value = "";
  refresh();
});
$("reader").value = memory.get("reader") ?? "";
$("reader").addEventListener("change", () => memory.set("reader", $("reader").value));

/* What the page was made with, then what this browser remembers. */
function begin() {
  const linked = findings.filter(({ link }) => link).map(({ places, link }) => [places, link]);
  for (const [places, link] of [...linked, ...data.decided]) {
    if (!link[5]) continue;
    const [verdict, by, at, why] = link[5];
    decisions.set(key(...places), { verdict, relation: verdict === "rejected" ? null : link[0], by, at, why });
  }
  given = JSON.stringify([...decisions]);
  sides.forEach((one, n) => {
    for (const other of sides.slice(sides.includes("a") ? n + 1 : n)) {
      try {
        take(JSON.parse(memory.get(place(`${one}|${other}`))));
        touched.add(`${one}|${other}`);
      } catch { /* nothing remembered */ }
    }
  });
  refresh();
  translate(document);
}
