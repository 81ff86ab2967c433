"""Indicator tables with a row a line and white space between cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from policydiff.reading.cells import PROBE, Cell
from policydiff.reading.document import Diagnostic
from policydiff.reading.indicator_tables.header import ATTRIBUTE, Header, find_header, is_label
from policydiff.reading.indicator_tables.rows import LONGEST_CATEGORY, closes
from policydiff.reading.indicator_tables.spaced_row import (
    SpacedRow,
    has_values,
    is_row,
    parse_row,
    split_cells,
)
from policydiff.reading.indicator_tables.table import IndicatorTable, Row
from policydiff.reading.indicator_tables.values import name_and_unit
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_NARROWEST, _WIDEST = 3, 120
"""Fewest columns and longest header of a table with white space between cells."""
_MOST_PIECES = 3
"""Pieces that white space makes of one label: 指 标, 2025 年 目标."""
_NAMED = re.compile(r"指\s*标|科\s*目")
_CATEGORY = re.compile(r"(?:指标)?(?:类[别型]|分类|领域|方面|维度)")
_GOES_ON = re.compile(r"[占的和与及、（(每]$")
"""How a name ends that the next line goes on with."""
_BRACKET = re.compile(r"[〔\[（(]")
_MOST_UNREAD = 3
"""Lines on end whose cells can't be told, behind which the table is over."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns of a table, how its cells are parted and how many lines its header takes."""

    header: Header
    wide: bool
    grouped: bool
    lines: int


def read_words(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """A table with white space between cells, whose empty cells can't be seen.

    Rows whose cells can't be told are left out and said so; a name may go on in the next line.
    """
    shape = _shape(lines, at, horizon, retrospective)
    if shape is None:
        return None
    walk = _Walk(shape)
    heads = {line.text for line in lines[at : at + shape.lines]}
    here = at + shape.lines
    while here < len(lines) and (is_row(lines[here], shape.header) or not closes(lines, here)):
        if not walk.rows and here - at > PROBE:
            return None
        if lines[here].text not in heads and not walk.take(lines[here]):
            break
        here += 1
    here -= walk.idle
    if not walk.rows:
        return None
    unread = tuple(_diagnostic(line, text) for line in walk.unread)
    return IndicatorTable(at, here, tuple(walk.rows), unread)


def _shape(lines: Sequence[Line], at: int, horizon: Horizon, retrospective: bool) -> _Shape | None:
    text = lines[at].text
    if len(text) > _WIDEST or not _NAMED.search(text):
        return None
    words = text.split()
    labels = _labels(words)
    second = lines[at + 1].text.split() if at + 1 < len(lines) else []
    if labels and not any(map(ATTRIBUTE.fullmatch, labels)) and _goes_on(second):
        labels = _labels([*words, *second])
    else:
        second = []
    grouped = bool(labels) and _CATEGORY.fullmatch(labels[0]) is not None
    labels = labels[grouped:]
    if len(labels) < _NARROWEST:
        return None
    header = find_header(labels, horizon, retrospective)
    if header is None:
        return None
    return _Shape(header, not re.search(r"\S\s\S", text), grouped, 1 + bool(second))


def _goes_on(words: Sequence[str]) -> bool:
    """Whether ``words`` are the rest of a header: they end in its attribute, or open a bracket."""
    bare = [word for word in words if not _BRACKET.match(word)]
    return all(map(is_label, bare)) and (
        any(map(ATTRIBUTE.fullmatch, bare)) or len(bare) < len(words)
    )


def _labels(words: Sequence[str]) -> list[str]:
    """The labels that ``words`` are or are pieces of, as many as there can be; none if unknown."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(words) + 1):
        longest: list[str] | None = None
        for begin in range(max(0, end - _MOST_PIECES), end):
            before, label = best[begin], "".join(words[begin:end])
            known = is_label(label) or _CATEGORY.fullmatch(label)
            apart = end == len(words) or not _BRACKET.match(words[end])
            if before is None or not known or not apart or _BRACKET.match(label):
                continue
            if longest is None or len(before) >= len(longest):
                longest = [*before, label]
        best.append(longest)
    return best[-1] or []


class _Walk:
    """From one line of a table to the next, with the rows that were found on the way.

    ``idle`` counts the last lines that may be headings below the table.
    """

    def __init__(self, shape: _Shape) -> None:
        self._shape = shape
        self._category = ""
        self._above: Cell | None = None
        self._name = ""
        self._name_at = 0
        self._numbered = False
        self._misses = 0
        self.rows: list[Row] = []
        self.unread: list[Line] = []
        self.idle = 0

    def take(self, line: Line) -> bool:
        """Read ``line``; False if the table ends above it."""
        cells = split_cells(line, wide=self._shape.wide)
        if len(cells) == 1:
            return self._take_alone(line, cells[0])
        if not has_values(cells):
            return False
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
        header, grouped = self._shape.header, self._shape.grouped
        for wide in (True, False) if self._shape.wide else (False,):
            if row := parse_row(line, header, wide=wide, grouped=grouped):
                return row
        return None

    def _add(self, line: Line, row: SpacedRow) -> None:
        above, names, more = self._above, row.names, None
        unit = row.unit
        if above and (not names or _GOES_ON.search(above.text)):
            if names:
                more, unit = name_and_unit(names, unit)
            names = [above]
        else:
            self._category = above.text if above else self._category
            self._name_at = _place(line, names[0])
        self._above, self._misses, self._name = None, 0, (row.names or names)[-1].text
        self._numbered = self._numbered or row.numbered
        self._category = row.category or self._category
        name, unit = name_and_unit(names, unit)
        start, end = min(name.start, row.cells[0].start), row.cells[-1].end
        found = Row(start, end, row.item, name, unit, row.values, row.binding, self._category)
        self.rows.append(replace(found, rest=more))

    def _take_alone(self, line: Line, cell: Cell) -> bool:
        """A cell alone on its line: the rest of the name above it, a category, or a name's head."""
        if cell.text.isdecimal():
            return True
        begins = line.start - line.raw_start
        below = self.rows and not self._above and not self._misses
        if below and (_GOES_ON.search(self._name) or self._name_at == begins > 0):
            rest, unit = name_and_unit([cell], self.rows[-1].unit)
            self.rows[-1] = replace(self.rows[-1], rest=rest, unit=unit, end=cell.end)
            self._name = cell.text
            return True
        if len(cell.text) > LONGEST_CATEGORY and not self._shape.header.serial:
            return False
        self._above, self._misses, self._name_at = cell, 0, begins
        self.idle += 1
        return True


def _place(line: Line, cell: Cell) -> int:
    """At which place of a printed line ``cell`` begins, where a Chinese sign takes two."""
    before = line.text[: cell.start - line.start]
    broad = sum(east_asian_width(sign) in "WF" for sign in before)
    return line.start - line.raw_start + len(before) + broad


def _diagnostic(line: Line, text: str) -> Diagnostic:
    number = text.count("\n", 0, line.start) + 1
    return Diagnostic(
        "row-unread",
        f"the row of a table at line {number} was left out: which columns its values stand in"
        " can't be told",
        line.start,
        line.end,
    )
