/* Two documents: what became of every commitment, as the links stand after the decisions. */
const RANK = { same: 0, raised: 1, lowered: 1, reframed: 2, related: 3 };
const own = (index) => findings[index].places;
const statusOf = (relation) => (data.same && !["reframed", "related"].includes(relation) ? "recurring" : STATUS[relation]);
const standing = { a: [], b: [] };
function weigh() {
  const best = { a: [], b: [] };
  for (const [name, { relation, probability, sure }] of links()) {
    const [a, b] = ends(name);
    const rank = [Number(!sure), sure ? RANK[relation] : 0, -probability, commitments.a[a[1]].start, commitments.b[b[1]].start];
    const stronger = (other) => !other || rank.reduce((order, value, n) => order || value - other.rank[n], 0) < 0;
    for (const [side, index] of [a, b]) {
      if (stronger(best[side][index])) best[side][index] = { rank, status: sure ? STATUS[relation] : "undetermined" };
    }
  }
  for (const [side, none] of [["a", "dropped"], ["b", "new"]]) {
    standing[side] = commitments[side].map((_, index) => (data.same ? "kept" : best[side][index]?.status ?? none));
  }
}
const ALONE = ["dropped", "new"];
function live(index) {
  const { status, places, link } = findings[index];
  const stand = places.map(([side, at]) => standing[side][at]);
  if (!link) {
    if (!ALONE.includes(status)) return [status];
    const now = stand.filter((one) => !ALONE.includes(one));
    return [now.find((one) => one !== "undetermined") ?? now[0] ?? status];
  }
  const decision = decisions.get(pair(index));
  if (decision?.verdict === "rejected") return ["rejected", ...new Set(stand.filter((one) => ALONE.includes(one)))];
  const relation = decision ? decision.relation : link[0];
  if (status === "rejected" || (decision && (relation !== link[0] || status === "undetermined"))) return [statusOf(relation)];
  return [status];
}

/* The commitments of a side that the summary counts: all, or those of the findings that are shown. */
function counted(side) {
  const all = commitments[side].map((_, index) => index);
  if (!narrowed) return all;
  const left = new Set(findings.flatMap(({ places }, index) =>
    (rows[index].hidden ? [] : places.filter((place) => place[0] === side).map((place) => place[1]))));
  return all.filter((index) => left.has(index));
}
function tally(statuses) {
  const counts = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
