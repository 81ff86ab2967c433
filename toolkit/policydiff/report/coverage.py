"""Coverage of a plan by its breakdown table, for terminals, Markdown, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import counted, side_row
from policydiff.coverage import Cover, Coverage, Divided, Load, Row
from policydiff.report.as_csv import written
from policydiff.report.as_json import dumped
from policydiff.report.lines import evidence, rendered, text
from policydiff.report.markdown import escaped, source
from policydiff.report.markdown import evidence as source_of
from policydiff.report.words import (
    cut,
    document_words,
    number_words,
    percent,
    quoted,
    short_quote,
    subject,
)

if TYPE_CHECKING:
    from rich.text import Text

COLUMNS = ("part", "cover", "counterparts", *side_row(None))

NOTE = (
    "“No row” says that the table is silent: a promise may be handed on in another paper, or "
    "wait for another year."
)

_BRIEF = 20
_NAMES = 3


def coverage_json(coverage: Coverage) -> str:
    """The coverage under the contract ``policydiff/coverage/1``, with a final line end."""
    return dumped(coverage.to_dict())


def coverage_csv(coverage: Coverage) -> str:
    """One line per promise of the plan and per promise of the table, values in base units.

    ``counterparts`` are the numbers of the rows that take up a promise of the plan, or the
    ids of the promises that a row's promise comes from.
    """
    return written(COLUMNS, rows(coverage))


def rows(coverage: Coverage) -> Iterator[dict[str, Any]]:
    """The promises of both sides as flat records, with the keys of ``COLUMNS``."""
    found = coverage.comparison
    row_of = {c.id: row for row in coverage.rows for c in row.commitments}
    sure = [(k.a.id, k.b.id) for k in found.links if k.band == "sure"]
    covers = coverage.covers
    for commitment in found.compared_a:
        items = [row_of[b].item for a, b in sure if a == commitment.id and b in row_of]
        yield _record("plan", covers[commitment.id], items, commitment)
    statuses = {id_: row.cover for id_, row in row_of.items()}
    for commitment in found.compared_b:
        ids = [a for a, b in sure if b == commitment.id]
        yield _record("table", statuses.get(commitment.id, Cover.MISSING), ids, commitment)


def coverage_text(
    coverage: Coverage, *, every: bool = False, width: int = 80, color: bool = False
) -> str:
    """The coverage in at most ``width`` cells; promises with a number first in each part.

    Unless ``every`` is set, the first few promises without a number of each part.
    """
    lines = [text(headline(coverage), "bold"), text()]
    for name, side in (("plan   ", coverage.comparison.a), ("table  ", coverage.comparison.b)):
        lines.append(text(f"{name}{document_words(side.document)}{_note(side)}"))
    for title, entries in parts(coverage):
        numbered = [e for e in entries if _counts(e)]
        others = [e for e in entries if not _counts(e)]
        kept = others if every else others[:_BRIEF]
        lines += [text(), text(f"{title} ({len(entries)})", "bold underline")]
        for entry in (*numbered, *kept):
            lines += _lines(entry, width)
        if len(kept) < len(others):
            what = "that only support" if isinstance(others[0], Load) else "without a number"
            more = f"  … and {len(others) - len(kept)} more {what}; --all lists them"
            lines.append(text(more, "dim"))
    lines += [text(), text(NOTE, "dim")]
    return rendered(lines, width, color)


def coverage_markdown(coverage: Coverage) -> str:
    """The coverage as Markdown: a sentence with its source for each finding."""
    lines = [f"# {escaped(headline(coverage))}", ""]
    lines += [f"- Plan: {source(coverage.comparison.a)}"]
    lines += [f"- Table: {source(coverage.comparison.b)}", "", NOTE]
    for title, entries in parts(coverage):
        lines += ["", f"## {title} ({len(entries)})", ""]
        if isinstance(entries[0], Load):
            lines += ["| unit | leads | supports | targets with a number |", "|---|---:|---:|---:|"]
            lines += [
                f"| {escaped(e.unit)} | {len(e.leads)} | {len(e.supports)} | {e.figures} |"
                for e in entries
                if isinstance(e, Load)
            ]
            continue
        lines += [f"- {_sentence(entry)}" for entry in entries]
    return "\n".join(lines) + "\n"


Entry = Commitment | Row | Link | Divided | Load


def parts(coverage: Coverage) -> list[tuple[str, tuple[Entry, ...]]]:
    """The parts of a report that are not empty, each with its title."""
    named: list[tuple[str, tuple[Entry, ...]]] = [
        ("Promises of the plan without a row", coverage.without_row),
        ("Rows without a source in the plan", coverage.without_source),
        ("Undetermined 待核", coverage.undetermined),
        ("One promise under different lead units", coverage.divided),
        ("Units, by rows that they lead", coverage.loads),
    ]
    return [(title, entries) for title, entries in named if entries]


def headline(coverage: Coverage) -> str:
    """The counts in a few words, of all promises and of those with a number."""
    counts = coverage.summary
    numbered = list(coverage.numbered.values())
    return (
        f"Of {counted(counts['promises'], 'promise')} in the plan: {counts['with_row']} have a "
        f"row, {counts['row_undetermined']} undetermined, {counts['without_row']} have none; "
        f"of {len(numbered)} with a number: {numbered.count(Cover.FOUND)}, "
        f"{numbered.count(Cover.UNDETERMINED)} and {numbered.count(Cover.MISSING)}. "
        f"Of {counted(counts['rows'], 'row')} in the table: {counts['with_source']} have a source "
        f"in the plan, {counts['source_undetermined']} undetermined, "
        f"{counts['without_source']} have none."
    )


def row_words(row: Row) -> str:
    """A row in words: its number, unit in the lead, and what it first promises."""
    names = list(dict.fromkeys(subject(c) for c in row.commitments))
    more = f" … +{len(names) - _NAMES}" if len(names) > _NAMES else ""
    lead = f" · {row.lead}" if row.lead else ""
    return f"row {row.item}{lead}: {'、'.join(cut(n, 24) for n in names[:_NAMES])}{more}"


def _record(part: str, cover: Cover, counterparts: list[str], c: Commitment) -> dict[str, Any]:
    found = " ".join(dict.fromkeys(counterparts))
    return {"part": part, "cover": cover.value, "counterparts": found, **side_row(c)}


def _note(side: Extraction) -> str:
    return " · figures from its ledger, without quotes" if side.facts_only else ""


def _counts(entry: Entry) -> bool:
    """Whether it has a number or, of a unit, leads a row."""
    if isinstance(entry, Commitment):
        return entry.quantity is not None
    if isinstance(entry, Row | Divided):
        return any(c.quantity for c in entry.commitments)
    if isinstance(entry, Link):
        return bool(entry.a.quantity or entry.b.quantity)
    return bool(entry.leads)


def _lines(entry: Entry, width: int) -> list[Text]:
    if isinstance(entry, Load):
        count = f"leads {len(entry.leads)}, supports {len(entry.supports)}"
        return [text(f"  {entry.unit}  {count}; {counted(entry.figures, 'target')} with a number")]
    if isinstance(entry, Row):
        lines = [text(f"  {row_words(entry)}", "bold")]
        return lines + [line for c in entry.commitments for line in _quote(c, width)]
    if isinstance(entry, Divided):
        doubt = "" if entry.sure else "  to check: measures or links are uncertain"
        lines = [text("  ").append(_named(entry.commitments[0]), "bold").append(doubt)]
        return lines + [line for c in entry.commitments for line in evidence("", c, width)]
    if isinstance(entry, Link):
        head = text("  ").append(f"{_named(entry.a)} → {_named(entry.b)}", "bold")
        head.append(f"  {percent(entry.probability)}")
        return [head, *evidence("plan ", entry.a, width), *evidence("table ", entry.b, width)]
    return [text("  ").append(_named(entry), "bold"), *evidence("", entry, width)]


def _quote(commitment: Commitment, width: int) -> list[Text]:
    """The quote alone, where place and unit are said above it."""
    from rich.cells import cell_len

    if not commitment.quote:
        return []
    return [text(f"    {quoted(short_quote(commitment, width - 8, cell_len))}")]


def _sentence(entry: Entry) -> str:
    if isinstance(entry, Row):
        quotes = ";".join(source_of(c) for c in entry.commitments)
        return f"**{escaped(row_words(entry))}** has no source in the plan:{quotes}."
    if isinstance(entry, Divided):
        doubt = "" if entry.sure else " (to check)"
        name = escaped(_named(entry.commitments[0]))
        places = "; ".join(f"{escaped(_lead(c))}:{source_of(c)}" for c in entry.commitments)
        return f"**{name}** has different lead units{doubt}: {places}."
    if isinstance(entry, Link):
        names = f"**{escaped(_named(entry.a))}** may be **{escaped(_named(entry.b))}**"
        both = f"plan{source_of(entry.a)}; table{source_of(entry.b)}"
        return f"{names} ({percent(entry.probability)}): {both}."
    if isinstance(entry, Commitment):
        colon = ":" if entry.quote else ""
        return f"**{escaped(_named(entry))}** has no row{colon}{source_of(entry)}."
    return f"{escaped(entry.unit)} leads {len(entry.leads)} rows."


def _named(commitment: Commitment) -> str:
    number = f" {number_words(commitment)}" if commitment.quantity else ""
    return subject(commitment) + number


def _lead(commitment: Commitment) -> str:
    return next(iter(commitment.lead + commitment.support), "no unit")
