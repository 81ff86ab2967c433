"""Indicator tables with a row a line and white space between cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from policydiff.reading.cells import PROBE, Cell, place, width
from policydiff.reading.indicator_tables.header import Header
from policydiff.reading.indicator_tables.rows import (
    COLUMNS_UNTOLD,
    LONGEST_CATEGORY,
    closes,
    heading_in,
)
from policydiff.reading.indicator_tables.spaced_header import Shape, find_shape
from policydiff.reading.indicator_tables.spaced_row import (
    SpacedRow,
    has_values,
    is_row,
    parse_row,
    split_cells,
)
from policydiff.reading.indicator_tables.table import IndicatorTable, Row
from policydiff.reading.indicator_tables.values import name_and_unit
from policydiff.reading.left_out import row_unread
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon

_GOES_ON = re.compile(r"[占的和与及、（(每]$")
"""How a name ends that the next line goes on with."""
_LONGEST_REST = 12
"""Characters of a value in words that its line had no room for."""
_NESTED = 2
"""Headings on end, one inside the other, above the first row below them."""
_MOST_UNREAD = 3
"""Lines on end whose cells can't be told, behind which the table is over."""


def read_words(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """A table with white space between cells, whose empty cells can't be seen.

    Rows whose cells can't be told are left out and said so; cells may go on in the next line.
    """
    shape = find_shape(lines, at, horizon, retrospective)
    if shape is None:
        return None
    walk = _Walk(shape)
    heads = {line.text for line in lines[at : at + shape.lines]}
    here = at + shape.lines
    while here < len(lines) and not _is_over(lines, here, shape.header):
        if not walk.rows and here - at > PROBE:
            return None
        if lines[here].text not in heads and not walk.take(lines[here], lines[here + 1 :][:1]):
            break
        here += 1
    here -= walk.idle
    if not walk.rows:
        return None
    odd = tuple(row_unread(line, text, COLUMNS_UNTOLD) for line in walk.unread)
    return IndicatorTable(at, here, tuple(walk.rows), odd)


def _is_over(lines: Sequence[Line], at: int, header: Header) -> bool:
    """Whether line ``at`` stands below the table: it is no row, and no heading of the next two."""
    line, *below = lines[at : at + 1 + _NESTED]
    if is_row(line, header) or not closes(lines, at):
        return False
    return len(line.text) > LONGEST_CATEGORY or not any(is_row(row, header) for row in below)


class _Part(Enum):
    """What a cell that goes on from one line to the next is of its row."""

    CATEGORY = auto()
    NAME = auto()
    VALUE = auto()


class _Walk:
    """From one line of a table to the next, with the rows that were found on the way.

    The last name begins at the place ``name_at`` of its line, and what is behind it at
    ``name_to``. ``idle`` counts the last lines that may be headings below the table.
    """

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._category = ""
        self._category_open = False
        self._above: Cell | None = None
        self._name = ""
        self._name_at = self._name_to = 0
        self._nameless = False
        self._numbered = False
        self._misses = 0
        self.rows: list[Row] = []
        self.unread: list[Line] = []
        self.idle = 0

    def take(self, line: Line, below: Sequence[Line]) -> bool:
        """Read ``line``, of which the next is ``below``; False if the table ends above it."""
        cells = split_cells(line, wide=self._shape.wide)
        if len(cells) == 1:
            return self._take_alone(line, cells[0], below)
        if heading := heading_in(cells):
            self._head(line, heading)
            return True
        if not has_values(cells):
            return self._take_broken(line, below)
        row = self._parsed(line)
        self.idle = 0
        doubtful = self._misses and self._numbered and not (row and row.numbered)
        if row and (row.names or self._above) and not doubtful:
            self._add(line, row)
            return True
        if self._misses == _MOST_UNREAD:
            return False
        self._misses += 1
        self.unread.append(line)
        return True

    def _parsed(self, line: Line) -> SpacedRow | None:
        for wide in (True, False) if self._shape.wide else (False,):
            if row := parse_row(line, self._shape, wide=wide):
                return row
        return None

    def _add(self, line: Line, row: SpacedRow) -> None:
        above, names, more = self._above, row.names, None
        unit = row.unit
        self._nameless = not names
        if above and (not names or _GOES_ON.search(above.text)):
            if names:
                more, unit = name_and_unit(names, unit)
            names = [above]
        else:
            self._category = above.text if above else self._category
            self._name_at = place(line, names[0])
        self._above, self._misses, self._name = None, 0, (row.names or names)[-1].text
        self._name_to = place(line, row.behind)
        self._numbered = self._numbered or row.numbered
        if row.category:
            self._category = self._category * self._category_open + row.category
        self._category_open = False
        name, unit = name_and_unit(names, unit)
        start, end = min(name.start, row.cells[0].start), row.cells[-1].end
        found = Row(start, end, row.item, name, unit, row.values, row.binding, self._category)
        self.rows.append(replace(found, rest=more))

    def _take_alone(self, line: Line, cell: Cell, below: Sequence[Line]) -> bool:
        """A cell alone on its line: the rest of one above it, a category, or a name's head."""
        if cell.text.isdecimal():
            return True
        begins = place(line, cell)
        if self._follows_row and not self._heads(below):
            beside = self._name_at == begins and (begins > 0 or self._nameless)
            if _GOES_ON.search(self._name) or (beside and find_marker(cell.text) is None):
                self._go_on(cell)
                return True
            if not line.blank and self._part(line, cell) is _Part.VALUE:
                return True
        if len(cell.text) > LONGEST_CATEGORY and not self._shape.header.serial:
            return False
        self._head(line, cell)
        return True

    def _head(self, line: Line, cell: Cell) -> None:
        """Keep ``cell`` as what stands above the next row."""
        self._above, self._misses, self._name_at = cell, 0, place(line, cell)
        self.idle += 1

    def _take_broken(self, line: Line, below: Sequence[Line]) -> bool:
        """Cells that go on from the row above or in the one below; False if one does neither."""
        cells = split_cells(line, wide=True)
        parts = {self._part(line, cell): cell for cell in cells}
        if not self._follows_row or len(parts) < len(cells) or None in parts:
            return False
        category, name = parts.get(_Part.CATEGORY), parts.get(_Part.NAME)
        if name and self._heads(below):
            self._above, self._name_at = name, place(line, name)
            self._category = category.text if category else self._category
            self._category_open = category is not None
            return True
        if line.blank or not name:
            return False
        self._go_on(name)
        if category:
            self._category += category.text
            self.rows[-1] = replace(self.rows[-1], category=self._category)
        return True

    @property
    def _follows_row(self) -> bool:
        return bool(self.rows) and not self._above and not self._misses

    def _heads(self, below: Sequence[Line]) -> bool:
        """Whether the first line ``below`` has the values of a row whose name is broken above."""
        row = self._parsed(below[0]) if below else None
        return row is not None and not row.names and len(row.values) > 0

    def _go_on(self, cell: Cell) -> None:
        """Add ``cell`` to the last name."""
        rest, unit = name_and_unit([cell], self.rows[-1].unit)
        self.rows[-1] = replace(self.rows[-1], rest=rest, unit=unit, end=cell.end)
        self._name = cell.text

    def _part(self, line: Line, cell: Cell) -> _Part | None:
        """What ``cell`` may be by its place below the last row."""
        left = place(line, cell)
        right = left + width(cell.text)
        if self._name_at <= left and right <= self._name_to:
            return _Part.NAME
        if self._shape.grouped and right <= self._name_at:
            return _Part.CATEGORY
        short = len(cell.text) <= _LONGEST_REST and not re.search(r"[\d。；]", cell.text)
        return _Part.VALUE if left >= self._name_to and short else None
