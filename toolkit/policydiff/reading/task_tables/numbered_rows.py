"""Rows flattened to a cell a line that open with a number: which cell stands in which column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import PROBE, Cell
from policydiff.reading.indicator_tables.values import BARE, VALUE
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.task_tables.rows import ITEM
from policydiff.reading.task_tables.valued import COUNTED, SUM
from policydiff.reading.units import looks_like_units

STATE = re.compile(
    r"(?:已|正在|尚未|(?:基本|提前|全部|超额|按时|按期|如期)(?:完成|建成|开工)|有序推进|正常推进|截[至止])"
)
"""How a cell begins that says how far a task has come, and no line of a task."""
PART = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?")
"""The number of a part of a table, in a cell of its own."""
NOTE = re.compile(r"(?:注|备注|说明|附件|附表)\s*[:：]")
_SUM = re.compile(rf"{SUM.pattern}(?:{COUNTED.pattern})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_CATEGORY = 8
_MOST_BETWEEN = 6
"""Lines between the last cell of a row and the number of the next: units and a category."""


def number_of(line: Line) -> int | None:
    """The number that opens ``line``."""
    item = ITEM.match(line.text)
    return int(item[1]) if item else None


def first_row(lines: Sequence[Line], at: int, columns: Columns) -> int:
    """The line of the first number where a category (城市/管理) stands before the numbers."""
    for here in range(at, min(at + _MOST_BETWEEN, len(lines)) if columns.number else at):
        if len(lines[here].text) > _LONGEST_CATEGORY:
            break
        if lines[here].text.isdecimal():
            return here
    return at


def whole_rows(
    lines: Sequence[Line], begin: int, number: int, width: int
) -> Sequence[Sequence[Cell]]:
    """The first rows from line ``begin`` on that have a line for each of ``width`` columns.

    Their numbers stand in the column ``number``; the next one follows behind as many lines.
    """
    rows: list[Sequence[Cell]] = []
    here, end = begin, min(begin + PROBE, len(lines) - width)
    while here < end:
        said = lines[here + number].text
        whole = said.isdecimal() and lines[here + number + width].text == str(int(said) + 1)
        if whole:
            rows.append([Cell(line.start, line.text) for line in lines[here : here + width]])
        here += width if whole else 1
    return rows


def sum_cells(lines: Sequence[Line], at: int, columns: Columns) -> tuple[Sequence[Cell], int]:
    """The cells of the sums whose name (合计) is line ``at``, and the line behind them.

    There are none if not one for each column of sums.
    """
    sums = [place for place, one in columns.values.columns.items() if one.name]
    if not sums or not _SUM.fullmatch(lines[at].text):
        return (), at
    begin = at + 1
    begin += begin < len(lines) and COUNTED.fullmatch(lines[begin].text) is not None
    below = lines[begin : begin + len(sums)]
    if len(below) < len(sums) or not all(BARE.fullmatch(line.text) for line in below):
        return (), at
    cells = [Cell(lines[at].start, "")] * columns.width
    for place, line in zip(sums, below, strict=True):
        cells[place] = Cell(line.start, line.text)
    return cells, begin + len(sums)


def row_cells(
    lines: Sequence[Line], at: int, columns: Columns, number: int
) -> tuple[list[Cell], int]:
    """The cells of the row whose ``number`` is line ``at``, and the line behind it.

    There are none if the row has not as many as columns, up to the next number or a heading, and
    its units don't stand in their place either: then cells are empty or go over lines.
    """
    if columns.number is None or not lines[at].text.isdecimal():
        return [], at
    width = columns.width - columns.number
    end = _end(lines, at, columns, number)
    row = lines[at : end or at + width]
    if len(row) == width and _fits(row, columns, last=end is None and at + width < len(lines)):
        cells = [Cell(line.start, line.text) for line in row]
    elif lead := _anchor(row, columns):
        cells = _anchored(row, lead, width, columns)
        end = end or _last(lines, at + lead + 1, at + width)
    else:
        return [], at
    return [Cell(lines[at].start, "")] * columns.number + cells, end or at + width


def _end(lines: Sequence[Line], at: int, columns: Columns, number: int) -> int | None:
    """The line of the next number, of a sum, a heading or a note behind the row at line ``at``."""
    begin = at - (columns.number or 0)
    for here in range(at + 1, min(begin + columns.width + _MOST_BETWEEN, len(lines))):
        words = lines[here].text
        counted = words == str(number + 1) and here - begin not in columns.values.columns
        if (
            counted
            or PART.fullmatch(words)
            or _SUM.fullmatch(words)
            or NOTE.match(words)
            or find_marker(words) is not None
        ):
            return here
    return None


def _fits(row: Sequence[Line], columns: Columns, *, last: bool) -> bool:
    """Whether a ``row`` with as many lines as columns has a cell a line.

    If it is not known to end there (``last``), only its units can say so.
    """
    if not _holds_values(row, columns) or any(find_marker(line.text) for line in row[1:]):
        return False
    if columns.lead is None:
        return not last
    units = row[columns.lead - (columns.number or 0)].text
    return not last and not STATE.match(units) and not units.endswith("。")


def _holds_values(row: Sequence[Line], columns: Columns) -> bool:
    """Whether a ``row`` has numbers alone in all columns of values, and only years in others."""
    return all(
        VALUE.fullmatch(line.text)
        if at in columns.values.columns
        else _YEAR.fullmatch(line.text) or not line.text.isdecimal()
        for at, line in enumerate(row[1:], start=(columns.number or 0) + 1)
    )


def _anchor(row: Sequence[Line], columns: Columns) -> int | None:
    """Where the units in charge stand in a row whose cells behind them may be empty, or several.

    None if they don't stand in their place, or if what is read stands behind them.
    """
    read = (columns.task, *columns.values.columns, *(one.at for one in columns.beside))
    if columns.lead is None or max(read) > columns.lead:
        return None
    lead = columns.lead - (columns.number or 0)
    if lead >= len(row) or not _holds_values(row[:lead], columns):
        return None
    return lead if looks_like_units(row[lead].text) else None


def _anchored(row: Sequence[Line], lead: int, width: int, columns: Columns) -> list[Cell]:
    """The cells of a ``row`` up to its units, and those behind them that name units too."""
    named = lead + 1
    while named < len(row) and looks_like_units(row[named].text):
        named += 1
    units, behind = row[lead:named], row[:0]
    if columns.support:
        units, behind = row[lead : lead + 1], row[lead + 1 : named]
    cells = [Cell(line.start, line.text) for line in row[:lead]]
    cells.append(Cell(row[lead].start, "\n".join(line.text for line in units)))
    return [*cells, *(Cell(line.start, line.text) for line in behind[: width - lead - 1])]


def _last(lines: Sequence[Line], here: int, end: int) -> int:
    """The line behind the short cells, from line ``here`` on, that end a table."""
    while here < min(end, len(lines)) and len(lines[here].text) <= _LONGEST_CATEGORY:
        here += 1
    return here
