"""Comparisons, traces and coverage as Excel workbooks: sheets to filter, numbers as numbers.

Text of documents is always written as text, never as a formula or a link. The same result gives
the same bytes: the date of creation is fixed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.record import plain_number
from policydiff.comparison import Comparison, Status
from policydiff.coverage import Coverage
from policydiff.coverage import Row as TableRow
from policydiff.report import trace as spoken
from policydiff.report.coverage import headline as coverage_headline
from policydiff.report.coverage import row_words
from policydiff.report.words import CHINESE, document_words, number_words, place, subject
from policydiff.threads import Station, Thread, Trace, time_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of creation that every workbook states."""

LONGEST_CELL = 32767
"""Characters that a cell of Excel can hold."""

_NARROWEST, _WIDEST = 8, 48
_MEASURED = 400

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class To:
    """A cell that leads to another sheet: its row counted from 1, or 0 for its header."""

    words: str | int
    sheet: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: one record a row, its keys the columns."""

    name: str
    columns: Sequence[str]
    rows: Rows


def diff_xlsx(comparison: Comparison) -> bytes:
    """A comparison: summary, changes, new, not restated, to check, kept, threads, units.

    Threads are what one document promises in several places. Changes and what is to check have
    both sides in a row; values are in base units, the unit beside.
    """
    parts: dict[str, Rows] = {
        "Changes": [],
        "New": [],
        "Not restated": [],
        "To check": [],
        "Kept": [],
    }
    for row in comparison.rows():
        status = Status(row["status"])
        shown = {**row, "status": f"{status.value} {CHINESE[status]}"}
        parts[_SHEETS[status]].append(shown)
    sides = {"New": "b", "Not restated": "a"}
    units: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, rows in parts.items():
        for row in rows:
            side = "b" if row["id_b"] else "a"
            if row[f"lead_{side}"]:
                units[row[f"lead_{side}"].split("、")[0]][name] += 1
    unit_rows = [
        {"unit": unit, **{name: To(units[unit].get(name, 0), name) for name in parts}}
        for unit in sorted(units, key=lambda unit: (-sum(units[unit].values()), unit))
    ]
    places = {str(row["unit"]): n for n, row in enumerate(unit_rows, start=1)}
    sheets = []
    for name, rows in parts.items():
        columns: tuple[str, ...] = _PAIR_COLUMNS
        if name in sides:
            columns = tuple(f"{column}_{sides[name]}" for column in _SIDE_COLUMNS)
        for row in rows:
            for lead in ("lead_a", "lead_b"):
                first = (row[lead] or "").split("、")[0]
                if first in places:
                    row[lead] = To(row[lead], "Units", places[first])
        sheets.append(Sheet(name, columns, rows))
    threads = [
        {"side": recurrence.side.upper(), "thread": number, **_commitment(commitment)}
        for number, recurrence in enumerate(comparison.recurring, start=1)
        for commitment in recurrence.commitments
    ]
    sheets.append(Sheet("Threads", ("side", "thread", *_COMMITMENT_COLUMNS), threads))
    sheets.append(Sheet("Units", ("unit", *parts), unit_rows))
    documents = {"A": comparison.a, "B": comparison.b}
    return _workbook(comparison.headline, _NOTE, documents, sheets)


def trace_xlsx(trace: Trace, *, every: bool = False) -> bytes:
    """A trace: summary, threads, their stations and gaps, answers, running totals, units.

    Unless ``every`` is set, only threads with a number and more than one station.
    """
    threads = spoken.listed(trace, every=every)
    stations: Rows = []
    starts: dict[str, int] = {}
    for thread in threads:
        starts[thread.id] = len(stations) + 1
        stations += spoken.rows(trace, thread)
    overview = [_thread(trace, thread, starts[thread.id]) for thread in threads]
    number = {thread.id: n for n, thread in enumerate(threads, start=1)}
    for row in stations:
        row["thread"] = To(row["thread"], "Threads", number[row["thread"]])
    answers = [
        {
            "thread": To(thread.id, "Threads", number[thread.id]),
            "indicator": thread.indicator,
            "place": thread.place,
            "year": answer.year,
            "promised": "; ".join(number_words(s.commitment) for s in answer.promised),
            "reported": "; ".join(number_words(s.commitment) for s in answer.reported),
        }
        for thread in threads
        for answer in thread.answers
    ]
    totals = [
        {
            "thread": To(thread.id, "Threads", number[thread.id]),
            "indicator": thread.indicator,
            "stance": spoken.STANCES[total.stance],
            "year": year,
            "increment": plain_number(value),
            "running_total": plain_number(sum(total.values[: n + 1])),
            "unit": total.unit,
        }
        for thread in threads
        for total in thread.totals
        for n, (year, value) in enumerate(zip(total.years, total.values, strict=True))
    ]
    units = _units(s.commitment for thread in threads for s in thread.stations)
    sheets = [
        Sheet("Threads", tuple(overview[0]) if overview else ("thread",), overview),
        Sheet("Stations", spoken.COLUMNS, stations),
        Sheet("Answers", tuple(answers[0]) if answers else ("thread",), answers),
        Sheet("Running totals", tuple(totals[0]) if totals else ("thread",), totals),
        Sheet("Units", ("unit", "leads", "supports"), units),
    ]
    documents = {
        f"[{n}] {time_of(extraction.document)}": extraction
        for n, extraction in enumerate(trace.extractions, start=1)
    }
    missing = "; ".join(
        f"No document of {place or 'the place'} was given for {spoken.year_words(years)}."
        for place, years in trace.missing_years.items()
        if years
    )
    return _workbook(spoken.headline(trace), f"{missing} {spoken.NOTE}".strip(), documents, sheets)


def coverage_xlsx(coverage: Coverage) -> bytes:
    """Coverage: summary, no row, rows with sources, to check, different leads, units."""
    rows = coverage.rows
    place_of = {c.id: n for n, row in enumerate(rows, start=1) for c in row.commitments}
    check = [
        {
            "probability": link.probability,
            "plan": subject(link.a),
            "plan_number": number_words(link.a) if link.a.quantity else None,
            "plan_quote": link.a.quote,
            "row": To(link.b.item or "", "Rows", place_of.get(link.b.id, 0)),
            "table": subject(link.b),
            "table_number": number_words(link.b) if link.b.quantity else None,
            "table_quote": link.b.quote,
        }
        for link in coverage.undetermined
    ]
    divided = [
        {
            "promise": number,
            "sure": "sure" if found.sure else "to check",
            "row": To(row.item, "Rows", place_of[commitment.id]),
            **_commitment(commitment),
        }
        for number, found in enumerate(coverage.divided, start=1)
        for row, commitment in zip(found.rows, found.commitments, strict=True)
    ]
    units = [
        {
            "unit": load.unit,
            "leads": len(load.leads),
            "supports": len(load.supports),
            "targets_with_a_number": load.figures,
        }
        for load in coverage.loads
    ]
    lead_at = {str(row["unit"]): n for n, row in enumerate(units, start=1)}
    missing = [_commitment(commitment) for commitment in coverage.without_row]
    pair = ("probability", "plan", "plan_number", "plan_quote")
    sheets = [
        Sheet("No row", _COMMITMENT_COLUMNS, missing),
        Sheet("Rows", _ROW_COLUMNS, [_row(row, lead_at) for row in rows]),
        Sheet("To check", (*pair, "row", "table", "table_number", "table_quote"), check),
        Sheet("Different leads", ("promise", "sure", "row", *_COMMITMENT_COLUMNS), divided),
        Sheet("Units", ("unit", "leads", "supports", "targets_with_a_number"), units),
    ]
    documents = {"Plan": coverage.comparison.a, "Table": coverage.comparison.b}
    return _workbook(coverage_headline(coverage), _NOTE, documents, sheets)


_NOTE = (
    "“Not restated” and “no row” say that the other document is silent, not that a promise was "
    "cancelled. What is to check has only possible counterparts."
)

_SHEETS = {
    Status.RAISED: "Changes",
    Status.LOWERED: "Changes",
    Status.REFRAMED: "Changes",
    Status.NEW: "New",
    Status.DROPPED: "Not restated",
    Status.UNDETERMINED: "To check",
    Status.RELATED: "Kept",
    Status.KEPT: "Kept",
}

_SIDE_COLUMNS = (
    *("indicator", "value", "value_max", "unit", "comparator", "kind", "basis", "year"),
    *("quote", "section", "item", "lead", "support", "id"),
)
_PAIR_COLUMNS = (
    *("status", "indicator_a", "value_a", "unit_a", "indicator_b", "value_b", "unit_b"),
    *("difference", "difference_unit", "difference_percent", "wording", "reason", "probability"),
    *("quote_a", "section_a", "quote_b", "section_b", "item_b", "lead_b", "support_b"),
    *("value_max_a", "comparator_a", "kind_a", "basis_a", "year_a", "value_max_b"),
    *("comparator_b", "kind_b", "basis_b", "year_b", "matched_by", "id_a", "id_b"),
)
_COMMITMENT_COLUMNS = ("indicator", "value", "value_max", "unit", "year", "quote", "place", "lead")
_ROW_COLUMNS = (
    *("row", "section", "promises", "lead", "units", "cover", "sources", "source_quotes"),
)


def _commitment(commitment: Commitment) -> dict[str, Any]:
    quantity = commitment.quantity
    return {
        "indicator": subject(commitment),
        "value": plain_number(quantity.value) if quantity else None,
        "value_max": quantity.value_max if quantity else None,
        "unit": quantity.unit if quantity else None,
        "year": commitment.year,
        "quote": commitment.quote,
        "place": place(commitment),
        "lead": "、".join(commitment.lead + commitment.support),
    }


def _row(row: TableRow, lead_at: Mapping[str, int]) -> dict[str, Any]:
    return {
        "row": row.item,
        "section": " / ".join(row.section),
        "promises": row_words(row),
        "lead": To(row.lead, "Units", lead_at[row.lead]) if row.lead else None,
        "units": "、".join(row.units),
        "cover": row.cover.value,
        "sources": "; ".join(subject(c) for c in row.sources),
        "source_quotes": "; ".join(c.quote for c in row.sources),
    }


def _thread(trace: Trace, thread: Thread, start: int) -> dict[str, Any]:
    latest = {s.commitment.stance: s for s in thread.stations}

    def last(stance: object) -> Station | None:
        return next((s for key, s in latest.items() if key == stance), None)

    promised, reported = last("target"), last("outcome")
    times = [time_of(trace.documents[index]) for index in thread.documents]
    return {
        "thread": To(thread.id, "Stations", start),
        "indicator": thread.indicator or thread.stations[0].commitment.quote,
        "place": thread.place,
        "documents": len(thread.documents),
        "stations": len(thread.stations),
        "first": times[0],
        "last": times[-1],
        "not_restated": sum(gap.presence == "not restated" for gap in thread.gaps),
        "undetermined": sum(gap.presence == "undetermined" for gap in thread.gaps),
        "last_promised": number_words(promised.commitment) if promised else None,
        "last_reported": number_words(reported.commitment) if reported else None,
    }


def _units(commitments: Iterable[Commitment]) -> Rows:
    leads: dict[str, int] = defaultdict(int)
    supports: dict[str, int] = defaultdict(int)
    for commitment in commitments:
        for position, unit in enumerate(dict.fromkeys(commitment.lead + commitment.support)):
            (supports if position else leads)[unit] += 1
    units = sorted(leads.keys() | supports.keys(), key=lambda u: (-leads[u], -supports[u], u))
    return [{"unit": u, "leads": leads[u], "supports": supports[u]} for u in units]


def _workbook(
    headline: str, note: str, documents: Mapping[str, Extraction], sheets: Sequence[Sheet]
) -> bytes:
    from xlsxwriter import Workbook

    page = BytesIO()
    book = Workbook(
        page,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": headline, "created": CREATED.replace(tzinfo=None)})
    _summary(book, headline, note, documents, sheets)
    for sheet in sheets:
        _table(book, sheet)
    book.close()
    return page.getvalue()


def _summary(
    book: Workbook,
    headline: str,
    note: str,
    documents: Mapping[str, Extraction],
    sheets: Sequence[Sheet],
) -> None:
    page = book.add_worksheet("Summary")
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), _wrapped(book)
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 90)
    page.write_string(0, 0, "Summary 概要", bold)
    page.write_string(0, 1, headline, bold)
    page.write_string(1, 1, note, wrapped)
    at = 3
    for name, extraction in documents.items():
        facts = " · figures from its ledger, without quotes" if extraction.facts_only else ""
        page.write_string(at, 0, name, bold)
        page.write_string(at, 1, document_words(extraction.document) + facts, wrapped)
        at += 1
    at += 1
    for sheet in sheets:
        page.write_url(at, 0, f"internal:'{sheet.name}'!A1", string=sheet.name)
        page.write_number(at, 1, len(sheet.rows), book.add_format({"align": "left"}))
        at += 1
    page.freeze_panes(1, 0)


def _table(book: Workbook, sheet: Sheet) -> None:
    from rich.cells import cell_len

    page = book.add_worksheet(sheet.name)
    header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    wrapped, whole = _wrapped(book), book.add_format({"num_format": "#,##0", "valign": "top"})
    plain = book.add_format({"valign": "top"})
    linked = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
    for column, name in enumerate(sheet.columns):
        title = name.replace("_", " ")
        page.write_string(0, column, title, header)
        wide = [cell_len(_words(row.get(name))) for row in sheet.rows[:_MEASURED]]
        width = max([cell_len(title) + 3, *wide, _NARROWEST])
        page.set_column(column, column, min(width + 1, _WIDEST))
        for number, row in enumerate(sheet.rows, start=1):
            value = row.get(name)
            year = name in _YEARS
            whole_or_plain = whole if isinstance(value, int) and not year else plain
            _cell(page, number, column, value, wrapped, whole_or_plain, linked)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)


_YEARS = frozenset({"year", "year_a", "year_b", "time", "first", "last"})


def _cell(
    page: Worksheet,
    row: int,
    column: int,
    value: Any,
    wrapped: Format,
    number: Format,
    linked: Format,
) -> None:
    if isinstance(value, To):
        target = f"internal:'{value.sheet}'!A{value.row + 1}"
        page.write_url(row, column, target, linked, string=_words(value))
        if isinstance(value.words, int):
            page.write_number(row, column, value.words, linked)
    elif isinstance(value, bool):
        page.write_string(row, column, "yes" if value else "", wrapped)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, number)
    elif value is not None and str(value):
        page.write_string(row, column, _words(value), wrapped)


def _wrapped(book: Workbook) -> Format:
    return book.add_format({"text_wrap": True, "valign": "top"})


def _words(value: object) -> str:
    if isinstance(value, To):
        value = value.words
    return "" if value is None else str(value)[:LONGEST_CELL]
