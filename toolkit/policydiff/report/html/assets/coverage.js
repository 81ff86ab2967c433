/* The news of a coverage: promises by their rows, rows by their sources. */
const cover = (statuses) => {
  if (statuses.some((status) => !ALONE.includes(status) && status !== "undetermined")) return "found";
  return statuses.includes("undetermined") ? "open" : "missing";
};
function news() {
  const rowOf = ({ item, section }) => item && `${item}|${section}`;
  const shown = new Set(counted("b").map((index) => rowOf(commitments.b[index])).filter(Boolean));
  const inside = new Map([...shown].map((row) => [row, []]));
  commitments.b.forEach((commitment, index) => inside.get(rowOf(commitment))?.push(standing.b[index]));
  const counts = (covers) => ({ n: covers.length, found: 0, open: 0, missing: 0, ...tally(covers) });
  const plan = counts(counted("a").map((index) => cover([standing.a[index]])));
  const table = counts([...inside.values()].map(cover));
  return [
    make("p", { className: "news" }, label("span", "coverage.plan", plan)),
    make("p", { className: "news" }, label("span", "coverage.table", table)),
    make("p", { className: "rest" }, label("span", "coverage.note")),
  ];
}

/* A unit of the table of units becomes the filter. */
document.addEventListener("click", (event) => {
  const unit = event.target.closest("[data-unit]");
  if (!unit) return;
  $("unit").value = unit.textContent;
  $("filter").open = true;
  filter();
  $("filters").scrollIntoView();
  $("unit").focus();
});
begin();
