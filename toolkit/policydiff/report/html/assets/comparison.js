/* The news of a comparison. */
const noun = (side) => data.nouns[side];
function news() {
  const [a, b] = ["a", "b"].map((side) => ({ ...tally(counted(side).map((index) => standing[side][index])), all: counted(side).length }));
  if (data.same) return [make("p", { className: "news" }, label("span", "headline.one", { a: a.all, what: noun("a"), recurring: chains() }))];
  a.undetermined_b = b.undetermined;
  return [
    make("p", { className: "news" },
      label("span", "of.a", { n: a.all, what: noun("a") }),
      ...enumerated("n.", ["raised", "lowered", "reframed", "dropped"], a, "unchanged"), label("span", "stop"),
      label("span", "of.b", { n: b.all, what: noun("b") }), label("span", "n.new", { n: b.new ?? 0 }), label("span", "stop")),
    make("p", { className: "rest" }, label("span", "rest"),
      ...enumerated("n.", ["kept", "related", "undetermined", "undetermined_b"], a, "none.left"), label("span", "stop"), label("span", "dropped.note")),
  ];
}
/* Promises of one document in several places: groups under sure links whose numbers compare. */
function chains() {
  const group = new Map();
  const left = new Set(counted("a"));
  for (const [name, { relation, sure }] of links()) {
    const [[, a], [, b]] = ends(name);
    if (!sure || !["same", "raised", "lowered"].includes(relation) || (narrowed && !left.has(a))) continue;
    const merged = new Set([a, b, ...(group.get(a) ?? []), ...(group.get(b) ?? [])]);
    for (const index of merged) group.set(index, merged);
  }
  return new Set(group.values()).size;
}
begin();
