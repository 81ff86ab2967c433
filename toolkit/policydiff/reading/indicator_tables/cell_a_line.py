"""Indicator tables flattened to a cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import EDGE, PROBE, Cell
from policydiff.reading.indicator_tables.header import SERIAL, Header, is_label
from policydiff.reading.indicator_tables.parts import read_parts
from policydiff.reading.indicator_tables.rows import category_above, closes, read_row
from policydiff.reading.indicator_tables.table import IndicatorTable, Row
from policydiff.reading.indicator_tables.values import (
    BARE,
    BOUND,
    CJK,
    UNIT_CELL,
    is_name,
    read_binding,
)
from policydiff.reading.lines import Line
from policydiff.reading.units import looks_like_units

_LONGEST_HEADER = 20


def read_labels(lines: Sequence[Line], at: int) -> list[str]:
    """The labels from line ``at`` on, one a line, but for a name with its unit below it."""
    cells = [
        re.sub(r"\s+", " ", line.text.strip(EDGE)) for line in lines[at : at + _LONGEST_HEADER]
    ]
    count = next((to for to, cell in enumerate(cells) if cell and not is_label(cell)), len(cells))
    labels, following = cells[:count], cells[count] if count < len(cells) else ""
    numbered = any(SERIAL.fullmatch(label) for label in labels)
    if not numbered and (UNIT_CELL.fullmatch(following) or BARE.fullmatch(following)):
        labels.pop()
    return labels


def read_cells(lines: Sequence[Line], at: int, header: Header, first: int) -> IndicatorTable | None:
    """The table of the header at line ``first``, whose cells have a line each from ``at`` on."""
    cells: list[Cell] = []
    here = at
    around = lines[first].text[0] == "|"
    heads = {line.text for line in lines[first:at]}
    while here < len(lines) and not closes(lines, here):
        if lines[here].text not in heads or not CJK.search(lines[here].text):
            _take(cells, _edged_cells(lines[here], around=around))
        here += 1
        if here - at == PROBE and not _row_starts(cells, header):
            return None
    starts = _row_starts(cells, header)
    if not starts:
        return None
    rows: list[Row] = []
    for begin, stop in zip(starts, [*starts[1:], len(cells)], strict=True):
        if parts := read_parts(cells, begin, stop, header, rows[-1].category if rows else ""):
            rows.extend(parts)
            continue
        category = "" if header.beside else category_above(cells, begin)
        row = read_row(cells[begin:stop], header, category or (rows[-1].category if rows else ""))
        if row is not None:
            rows.append(row)
    if not rows:
        return None
    end = rows[-1].end
    last = next((to for to in range(at, here) if lines[to].start >= end), here)
    if header.beside and last < here and looks_like_units(lines[last].text):
        last += 1
    while last < here and not lines[last].text.strip(EDGE):
        last += 1
    return IndicatorTable(first, last, tuple(rows))


def _take(cells: list[Cell], found: Sequence[Cell]) -> None:
    """Add what was ``found`` on a line; a bound alone there belongs to the number above it."""
    if cells and BARE.fullmatch(cells[-1].text) and BOUND.fullmatch(found[0].text):
        above = cells.pop()
        found = [Cell(above.start, above.text.ljust(found[0].start - above.start) + found[0].text)]
    cells.extend(found)


def _edged_cells(line: Line, *, around: bool) -> list[Cell]:
    """The cell of a line without the ``|`` behind or ``around`` it, or the empty ones."""
    bare = line.text.strip(EDGE)
    if not bare:
        return [Cell(line.end, "")] * (line.text.count("|") - around)
    start = line.start + line.text.index(bare)
    return [Cell(start, bare)]


def _row_starts(cells: Sequence[Cell], header: Header) -> list[int]:
    starts: list[int] = []
    seen = True
    for at, cell in enumerate(cells):
        seen = seen or not cell.text or read_binding(cell.text) is not None
        following = next((below.text for below in cells[at + 1 :] if below.text), "")
        if header.serial:
            opens = cell.text == str(len(starts) + 1) and is_name(following)
        else:
            opens = is_name(cell.text) and not is_name(following) and bool(following)
        if opens and (seen or not header.attribute):
            starts.append(at)
            seen = False
    return starts
