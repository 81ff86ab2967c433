"""Writes the comparisons in this folder from the ledgers: pages to read, one CSV per pair."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from policydiff.commitments.model import Commitment, Measure, Quantity
from policydiff.comparison import Comparison, compare
from policydiff.corpus.catalogue import Entry, entries, from_ledger
from policydiff.coverage import coverage
from policydiff.reading.document import Stance
from policydiff.report.markdown import diff_markdown, escaped, evidence
from policydiff.report.sections import NEWS, Show
from policydiff.report.trace import trace_markdown
from policydiff.report.words import number_words, subject
from policydiff.threads import Thread, Trace, follow

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
    *("difference", "difference_unit", "difference_percent", "wording", "reason", "matched_by"),
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


QUESTIONS = """\
# Four questions to the documents of one district

Answered by `make results` from the ledgers in `corpora/ledgers`, which hold figures and no
sentences. What a document promises without a number is therefore not on this page, and what is
not on it may yet stand in a document. Places are row of a task table or number of the heading, then
the characters of the document's text, counted from 0.
"""

RECURRING = """
## What recurs inside the task table of 2024?

`policydiff diff tiexi-2024-tasks tiexi-2024-tasks`

Targets that stand in several rows with the same measure. Where the rows name different lead units,
who answers is a question to ask.

| target | stands in |
|---|---|
"""

PARKING = """
## What became of parking spaces, from 2014 to 2024 and next door?

`policydiff trace tiexi-2014-report tiexi-fyp14 tiexi-2024-plan tiexi-2024-tasks shenhe-2024-tasks
--topic 停车`

A thread never leaves its district: the neighbour's target stands beside, not in the series.
"""

HIGHER = """
## Which headline targets of 2014 stood higher than what came ten years later?

`policydiff trace tiexi-2014-report tiexi-2024-plan tiexi-2024-tasks --figures`

Targets for 2014 beside what was reported for 2023 and promised for 2024, in the same measure; only
those that were higher than one of the two. This is no verdict on anybody: three economic censuses
(for 2013, 2018 and 2023) revised levels and the definitions of investment and of household income
changed in between, the district's boundaries and the reach of its statistics may have changed, and
growth slowed in the whole country.

| indicator | target for 2014 | reported for 2023 | promised for 2024 |
|---|---:|---:|---:|
"""

NO_ROW = """
## Which targets of the plan for 2024 have no row in the task table?

`policydiff coverage tiexi-2024-plan tiexi-2024-tasks`

Targets with a number that no row takes up. The table breaks down the work report, so a target of
the plan may be handed on in another paper; that it has no row here is all that this list says.
"""

PLACE = "沈阳市铁西区"


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


def recurring_rows(comparison: Comparison) -> str:
    """A table row for each target that one document states in several places."""
    lines = []
    for recurrence in comparison.recurring:
        first = recurrence.commitments[0]
        numbers = dict.fromkeys(number_words(c) for c in recurrence.commitments)
        places = "; ".join(evidence(c).strip(" ()") for c in recurrence.commitments)
        lines.append(f"| {escaped(subject(first))} {' / '.join(numbers)} | {places} |\n")
    return "".join(lines)


def higher_rows(trace: Trace) -> str:
    """A table row for each headline target of 2014 above what came for 2023 or 2024."""
    lines = []
    for thread in trace.threads:
        if thread.place != PLACE or not any(s.commitment.canonical for s in thread.stations):
            continue
        for target, quantity in stated(thread, Stance.TARGET, 2014):
            reported = comparable(thread, Stance.OUTCOME, 2023, quantity)
            promised = comparable(thread, Stance.TARGET, 2024, quantity)
            later = [c.quantity.value for c in (*reported, *promised) if c.quantity]
            if later and quantity.value > min(later):
                cells = (words([target]), words(reported), words(promised))
                lines.append(f"| {escaped(thread.indicator)} | {' | '.join(cells)} |\n")
    return "".join(lines)


def stated(thread: Thread, stance: Stance, year: int) -> list[tuple[Commitment, Quantity]]:
    """What is stated for one year alone, with its figure."""
    return [
        (c, c.quantity)
        for c in (s.commitment for s in thread.stations if not s.over_years)
        if c.quantity and (c.stance, c.year) == (stance, year)
    ]


def comparable(thread: Thread, stance: Stance, year: int, to: Quantity) -> list[Commitment]:
    """What is stated for a year in the measure of a figure; no increment beside an amount."""
    return [
        commitment
        for commitment, quantity in stated(thread, stance, year)
        if (quantity.kind, quantity.unit) == (to.kind, to.unit)
        and (quantity.kind is not Measure.AMOUNT or quantity.basis is to.basis)
    ]


def words(commitments: list[Commitment]) -> str:
    """Their numbers, each once, or a dash."""
    return " / ".join(dict.fromkeys(number_words(c) for c in commitments)) or "–"


def questions(known: dict[str, Entry]) -> str:
    """The page of questions that need more than a pair of documents."""
    ledgers = {name: from_ledger(entry) for name, entry in known.items()}
    table = ledgers["tiexi-2024-tasks"]
    trace = follow(list(ledgers.values()))
    parking = trace_markdown(trace.about("停车"), every=True).partition("\n\n")[2]
    cover = coverage(ledgers["tiexi-2024-plan"], table)
    missing = "".join(
        f"- **{escaped(subject(c))}** {number_words(c)}{evidence(c)}\n" for c in cover.without_row
    )
    counts = cover.summary
    counted = (
        f"\nOf {counts['promises']} targets with a number {counts['with_row']} have a row, "
        f"{counts['row_undetermined']} are undetermined, {counts['without_row']} have none:\n\n"
    )
    return (
        QUESTIONS
        + RECURRING
        + recurring_rows(compare(table, table))
        + PARKING
        + "\n"
        + parking.replace("\n## ", "\n### ")
        + HIGHER
        + higher_rows(trace)
        + NO_ROW
        + counted
        + missing
    )


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
    pages = {"comparisons.md": page + glance + chapters, "questions.md": questions(known)}
    return {HERE / name: content for name, content in pages.items()} | files


if __name__ == "__main__":
    for path, content in build().items():
        path.write_text(content, encoding="utf-8")
