"""Tables whose columns stand below each other on the page, set off by white space.

A cell may go over several lines; what a line holds of it is told by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import Cell, joined
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.task_tables.page_grid import Grid, Piece, pieces

_NUMBER = re.compile(r"\d[\d.,]*")
_VALUE = re.compile(rf"{_NUMBER.pattern}|[-—–/]+")
_GAP = re.compile(r"[ \xa0]{2}|\u3000")
_LONGEST_LABEL, _FEWEST_LABELS, _MOST_HEADS = 20, 3, 3
_LONGEST_SECTION = 40
_PROBE = 60
"""Lines below a header among which full ones are looked for."""
_MARKS = re.compile("[。；，：！？]")
_SUM = re.compile(r"[总合小共]计|[一二三四五六七八九十]{1,3}")
"""What stands in the place of a number before a sum or a part of the table."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """The cells of a row, one for each column, or a heading alone; ``line`` is its first."""

    line: Line
    cells: Sequence[Cell]
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A table: its labels, its rows, and the line behind them."""

    labels: Sequence[Cell]
    rows: Sequence[PageRow]
    last: int


_Placed = tuple[Line, Sequence[Sequence[Piece]]]
"""A line, and its pieces in the columns that they stand in."""


def page_labels(line: Line, text: str) -> Sequence[Piece]:
    """The labels that ``line`` may hold as a header, none if it can't be one."""
    if not _GAP.search(line.text) or "\t" in line.text or "|" in line.text:
        return ()
    if _MARKS.search(line.text):
        return ()
    labels = pieces(line, text)
    return labels if len(labels) >= _FEWEST_LABELS and all(map(_is_label, labels)) else ()


def read_page(lines: Sequence[Line], at: int, text: str, number: int | None) -> Page:
    """The table below the header at line ``at``; without rows if these can't be told.

    ``number`` is the column of their numbers, which stand in the first line of each, or in any
    where blank lines part all rows. The header may go over some lines, and come again on a new
    page, whose columns stand where it says.
    """
    width = len(page_labels(lines[at], text))
    below = (pieces(line, text) for line in lines[at + 1 : at + 1 + _PROBE])
    full = [parts for parts in below if len(parts) == width]
    if number is not None:
        parted = _page(_Reader(lines[at], text, number, full, parted=True), lines, at)
        if parted.rows:
            return parted
    return _page(_Reader(lines[at], text, number, full), lines, at)


def _page(reader: _Reader, lines: Sequence[Line], at: int) -> Page:
    last = at + 1
    while last < len(lines) and reader.take(lines[last]):
        last += 1
    return Page(_row(reader.header).cells, reader.finish(), last)


class _Reader:
    """From the header of a table down to its last line.

    Its rows begin with their numbers, or blank lines have ``parted`` them.
    """

    def __init__(
        self,
        header: Line,
        text: str,
        number: int | None,
        full: Sequence[Sequence[Piece]],
        *,
        parted: bool = False,
    ) -> None:
        labels = page_labels(header, text)
        self.header: list[_Placed] = [(header, [[label] for label in labels])]
        self._text = text
        self._number = number
        self._parted = parted
        self._below_head = True
        self._full = full
        self._grid = Grid(labels, full)
        self._heads = [_closed(header)]
        self._open: list[_Placed] = []
        self._rows: list[PageRow] = []
        self._told = True

    def take(self, line: Line) -> bool:
        """Whether ``line`` belongs to the table."""
        if (words := _closed(line)) in self._heads:
            if words == self._heads[0]:
                self._grid = Grid(page_labels(line, self._text), self._full)
            self._below_head = True
            return True
        parts = pieces(line, self._text)
        if len(parts) == 1 and _is_heading(line):
            self._close()
            self._rows.append(PageRow(line, [Cell(line.start, line.text)], heads=True))
            self._below_head = True
            return True
        placed = self._grid.place(parts)
        if placed is None:
            return False
        if any(sum(map(_is_number, parts)) > 1 for parts in placed):
            self._told = False
        if self._begins_row(line, placed):
            self._close()
            self._open = [(line, placed)]
        elif self._open:
            self._told = self._told and not self._counts_again(placed)
            self._open.append((line, placed))
        elif self._rows or len(self._heads) == _MOST_HEADS or not all(map(_is_label, parts)):
            self._told = False
        else:
            self._heads.append(words)
            self.header.append((line, placed))
            return True
        self._below_head = False
        return True

    def finish(self) -> Sequence[PageRow]:
        """The rows, none if some line could not be told to belong to one."""
        self._close()
        return self._rows if self._told else ()

    def _begins_row(self, line: Line, placed: Sequence[Sequence[Piece]]) -> bool:
        numbered = _opens(placed, self._number, blank=line.blank > 0)
        if not self._parted:
            return numbered or self._counts_again(placed)
        in_header = not self._rows and not self._open and not numbered
        return line.blank > 0 or (self._below_head and not in_header)

    def _counts_again(self, placed: Sequence[Sequence[Piece]]) -> bool:
        """Whether a line is a part of the open row: a number or a dash is below each one there."""
        pairs = zip(self._open[0][1] if self._open else (), placed, strict=False)
        counted = [
            below
            for at, (above, below) in enumerate(pairs)
            if at != self._number and len(above) == 1 and _is_number(above[0])
        ]
        told = [part.cell.text for parts in counted for part in parts]
        return len(told) == len(counted) > 0 and all(map(_VALUE.fullmatch, told))

    def _close(self) -> None:
        if self._open:
            self._rows.append(_row(self._open))
            numbered = [_opens(placed, self._number) for _, placed in self._open]
            if self._parted and numbered.count(True) != 1:
                self._told = False
        self._open = []


def _closed(line: Line) -> str:
    return "".join(line.text.split())


def _is_label(part: Piece) -> bool:
    return len(part.cell.text) <= _LONGEST_LABEL and not _MARKS.search(part.cell.text)


def _is_number(part: Piece) -> bool:
    return _NUMBER.fullmatch(part.cell.text) is not None


def _is_heading(line: Line) -> bool:
    return find_marker(line.text) is not None and len(line.text) <= _LONGEST_SECTION


def _opens(placed: Sequence[Sequence[Piece]], number: int | None, *, blank: bool = False) -> bool:
    """Whether a line opens a row: with its number, or a sum without one."""
    if number is None:
        return bool(placed[0]) and (blank or all(placed))
    said = "".join(part.cell.text for part in placed[number])
    if said:
        bare = said.strip("（().．、）")
        return bare.isdecimal() or _SUM.fullmatch(bare) is not None
    filled = sum(map(bool, placed))
    first = next((column[0].cell.text for column in placed if column), "")
    return filled > 1 and _SUM.match(first) is not None


def _row(lines: Sequence[_Placed]) -> PageRow:
    first = lines[0][0]
    columns = zip(*(placed for _, placed in lines), strict=True)
    cells = [
        _cell([part.cell for line in column for part in line], first.end) for column in columns
    ]
    return PageRow(first, cells)


def _cell(parts: Sequence[Cell], end: int) -> Cell:
    return joined(parts) if parts else Cell(end, "")
