"""Writes the comparisons in this folder from the ledgers: one page to read, one CSV per pair."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from policydiff.comparison import Comparison, compare
from policydiff.corpus.catalogue import Entry, entries, from_ledger
from policydiff.report.markdown import diff_markdown
from policydiff.report.sections import NEWS, Show

HERE = Path(__file__).parent

PAIRS = {
    ("tiexi-2014-report", "tiexi-2024-plan"): (
        "What became of Tiexi's targets of 2014 in its plan for 2024?"
    ),
    ("tiexi-2014-report", "tiexi-2024-tasks"): (
        "Do Tiexi's targets of 2014 live on in the tasks that its units were given for 2024?"
    ),
    ("tiexi-2024-tasks", "shenhe-2024-tasks"): (
        "Two districts of one city in one year: what does each ask of its units?"
    ),
    ("tiexi-2024-plan", "tiexi-2024-tasks"): (
        "Which targets of the plan for 2024 did Tiexi hand to its units, and were any altered?"
    ),
}

SIDE = (
    *("indicator", "value", "value_max", "unit", "comparator", "kind", "basis", "year"),
    *("section", "item", "lead", "id"),
)
COLUMNS = (
    *("status", "band", "probability"),
    *(f"{name}_{side}" for side in "ab" for name in SIDE),
    *("difference", "difference_unit", "difference_percent", "wording", "matched_by"),
)
LONGEST_LIST = 12

INTRODUCTION = """\
# Four comparisons of real documents

Made by `make results` from the ledgers in `corpora/ledgers`, which hold figures and no sentences;
every line below can be traced to its place in the document. Before you use one:

- **Not restated is not cancelled.** It says that the other document gives no such figure. A target
  may have been reached, handed to another level, or published elsewhere.
- **Figures only.** Commitments without a number are not in the ledgers, so not on this page. With
  the full documents at hand (see `corpora/documents`) the same commands compare those too.
- **Lowered is not failed.** Ten years apart, growth targets of the whole country went down, and
  statistical revisions changed many levels.
- **Between two districts**, raised and lowered only say that the second district's figure is
  higher or lower. Neither changed the other's target.
- **A program matched these.** Findings under “Undetermined” are for you to decide, and any other
  deserves a look at both documents before it is printed.

Places are given as row of a task table or number of the heading, then the characters of the
document's text, counted from 0.

| id | document | published |
|---|---|---|
"""


def table_row(entry: Entry) -> str:
    """A document of the catalogue as a row of the page's first table."""
    return f"| `{entry.id}` | {entry.title} · {entry.publisher} | {entry.published} |\n"


def finding_csv(comparison: Comparison) -> str:
    """The comparison as CSV, with the first-listed unit in charge alone."""
    page = StringIO()
    writer = csv.DictWriter(page, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in comparison.rows():
        probability = row["probability"]
        row["probability"] = None if probability is None else round(probability, 2)
        for side in "ab":
            row[f"lead_{side}"] = (row[f"lead_{side}"] or "").partition("、")[0]
        writer.writerow(row)
    return page.getvalue()


def chapter(question: str, name: str, comparison: Comparison) -> str:
    """One comparison as a chapter of the page, long lists folded."""
    page = diff_markdown(comparison, show=NEWS | {Show.KEPT})
    head, *parts = page.partition("\n\n")[2].split("\n## ")
    a, b = name.split("--")
    lines = [
        f"\n## {question}",
        f"`policydiff diff {a} {b}` · [all rows]({name}.csv)",
        head.strip(),
    ]
    for title, _, findings in (part.partition("\n\n") for part in parts):
        if findings.count("\n") <= LONGEST_LIST:
            lines.append(f"### {title}\n\n{findings.strip()}")
        else:
            folded = f"<summary><b>{title}</b></summary>\n\n{findings.strip()}"
            lines.append(f"<details>\n{folded}\n\n</details>")
    return "\n\n".join(lines) + "\n"


def build() -> dict[Path, str]:
    """The path of every generated file with its content."""
    known = {entry.id: entry for entry in entries()}
    used = [known[id] for id in dict.fromkeys(id for pair in PAIRS for id in pair)]
    page = INTRODUCTION + "".join(table_row(entry) for entry in used)
    glance = "\n| question | in short |\n|---|---|\n"
    chapters = ""
    files = {}
    for (a, b), question in PAIRS.items():
        comparison = compare(from_ledger(known[a]), from_ledger(known[b]))
        name = f"{a}--{b}"
        files[HERE / f"{name}.csv"] = finding_csv(comparison)
        glance += f"| {question} | {comparison.headline} |\n"
        chapters += chapter(question, name, comparison)
    return {HERE / "comparisons.md": page + glance + chapters} | files


if __name__ == "__main__":
    for path, content in build().items():
        path.write_text(content, encoding="utf-8")
