/* Lists that are searched: every .entry that holds all the words is shown. */
const entries = [...document.querySelectorAll(".entry")];
const folded = (text) => text.normalize("NFKC").toLowerCase();
const contents = entries.map((entry) => folded(entry.textContent).replace(/\s+/g, ""));
const counts = [...document.querySelectorAll(".part")];

function filter() {
  const words = folded($("search").value).split(/\s+/).filter(Boolean);
  let shown = 0;
  entries.forEach((entry, index) => {
    entry.hidden = !words.every((word) => contents[index].includes(word));
    shown += !entry.hidden;
  });
  for (const part of counts) part.hidden = !part.querySelector(".entry:not([hidden])");
  $("shown").dataset.v = JSON.stringify({ n: shown, of: entries.length });
  $("shown").textContent = say("shown", { n: shown, of: entries.length });
}
$("search").addEventListener("input", filter);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  $("search").focus();
});
translate(document);
filter();
