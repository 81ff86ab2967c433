/* Threads: a finding is a station, whose link leads back; a possible one; or that a document is silent. */
const own = (index) => findings[index].places.slice(-1);
const view = () => {};
const show = () => {};
const byName = new Set(data.named); /* a headline indicator's name ties these to their thread, too */
const tied = new Set(data.tied); /* other links do */
const headline = new Set(sides.flatMap((side) => data.headline[side].map((at) => `${side},${at}`)));
const stays = (index) => byName.has(index) || tied.has(index);
const homes = rows.map((row) => row.closest(".group"));
const inside = new Map(groups.map((group) => [group, []]));
homes.forEach((home, index) => inside.get(home).push(index));
const stations = (group) => inside.get(group).filter((index) => !findings[index].into);
/* Whether a reader took the link away, or left it no more than related: then it ties no thread. */
function refused(index) {
  const decision = decisions.get(pair(index));
  return Boolean(decision) && (!decision.relation || decision.relation === "related");
}

const letters = {};
function text(side) {
  if (!letters[side]) {
    letters[side] = [];
    for (const [start, run] of data.texts[side]) [...run].forEach((letter, n) => { letters[side][start + n] = letter; });
  }
  return letters[side];
}
/* What a station is linked with, in the words of its document. */
function shown(index) {
  const { places } = findings[index];
  if (places.length < 2) return [];
  const [side, at] = places[0];
  const { start, end } = commitments[side][at];
  const part = (from, to) => text(side).slice(Math.max(0, from), to).join("").replace(/\s+/g, " ");
  const quote = make("q", { lang: "zh" }, part(start - CONTEXT, start), make("b", { textContent: part(start, end) }), part(end, end + CONTEXT));
  return [make("span", { className: "partner" }, label("span", "linked.with"), " ", make("span", { className: "k", textContent: side }), " ",
    make("b", { lang: "zh", textContent: named(side, at) }), ...(text(side).length ? [" …", quote, "…"] : [])),
    ...(stays(index) ? [label("span", byName.has(index) ? "by.name" : "by.others", null, { className: "partner" })] : [])];
}

function weigh() {}
function live(index) {
  const { status, link, into } = findings[index];
  if (into && !link && decisions.size) {
    const members = new Set(stations(homes[index]).map((station) => own(station).join()));
    const filled = [...decisions].find(([name, { relation }]) => {
      const both = ends(name);
      return relation && relation !== "related" && both.some((end) => members.has(end.join())) && both.some(([side]) => side === into);
    });
    return [filled ? STATUS[filled[1].relation] : status];
  }
  const decision = decisions.get(pair(index));
  if (!decision) return [status];
  if (!refused(index)) return [into || decision.verdict === "relabelled" ? STATUS[decision.relation] : status];
  const verdict = decision.relation ? STATUS[decision.relation] : "rejected";
  if (stays(index)) return [status, verdict];
  const there = inside.get(homes[index]).filter((other) => own(other)[0][0] === own(index)[0][0]);
  const silent = there[0] === index && there.every((other) => refused(other) && !stays(other));
  return silent ? [verdict, "dropped"] : [verdict];
}

/* How many threads there are, and how many go through several documents. */
function threads(after) {
  const group = new Map(sides.flatMap((side) => commitments[side].map((_, at) => { const end = `${side},${at}`; return [end, new Set([end])]; })));
  const join = (one, other) => {
    const [small, large] = [group.get(one.join()), group.get(other.join())].sort((a, b) => a.size - b.size);
    if (small !== large) for (const end of small) { large.add(end); group.set(end, large); }
  };
  const chosen = after ? [...decisions].filter(([, { relation }]) => relation && relation !== "related").map(([name]) => ends(name)) : [];
  const moved = new Set(chosen.map(([, end]) => end.join()).filter((end) => !headline.has(end)));
  for (const part of groups) {
    const [first] = stations(part);
    for (const index of stations(part)) {
      const { link, places } = findings[index];
      if (moved.has(own(index).join())) continue;
      if (!link || stays(index)) join(...own(index), ...own(first));
      if (link && !(after && refused(index))) join(...places);
    }
  }
  for (const [one, other] of chosen) if (!headline.has(other.join())) join(one, other);
  const found = [...new Set(group.values())];
  return [found.length, found.filter((ends) => new Set([...ends].map((end) => end.split(",")[0])).size > 1).length];
}
const computed = threads(false);
function news() {
  const counts = {};
  const left = rows.flatMap((row, index) => (row.hidden ? [] : [index]));
  for (const index of left) for (const status of live(index)) counts[status] = (counts[status] ?? 0) + 1;
  const after = threads(true);
  const all = {
    ...data.counts,
    threads: data.counts.threads + after[0] - computed[0],
    several: data.counts.several + after[1] - computed[1],
  };
  return [
    make("p", { className: "news" }, label("span", "trace.listed", { n: new Set(left.map((index) => homes[index])).size }),
      ...enumerated("at.", ["raised", "lowered", "reframed", "dropped", "undetermined"], counts, "none.left"), label("span", "stop")),
    make("p", { className: "rest" }, label("span", "trace.news", all)),
    make("p", { className: "rest" }, label("span", "trace.note")),
  ];
}
begin();
