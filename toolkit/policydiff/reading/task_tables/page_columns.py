"""Tables whose columns stand below each other on the page, set off by white space.

A cell may go over several lines; what a line holds of it is told by where it stands. Widths are
those of a terminal: two for wide characters (Unicode Standard Annex 11), one for others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import Cell, joined
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker

_PIECE = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between gaps of two spaces or a full-width one."""
_NUMBER = re.compile(r"\d[\d.,]*")
_GAP = re.compile(r"[ \xa0]{2}|\u3000")
_WIDE = frozenset("WFA")
_LONGEST_LABEL, _FEWEST_LABELS, _MOST_HEADS = 20, 3, 3
_LONGEST_SECTION = 40
_ASKEW = 8
"""How far the edges of cells in one column may be apart."""
_PROBE = 60
"""Lines below a header among which full ones are looked for."""
_MARKS = re.compile("[。；，：！？]")
_SUM = re.compile(r"[总合小共]计|[一二三四五六七八九十]{1,3}")
"""What stands in the place of a number before a sum or a part of the table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell on one line, and the columns of the page that it takes."""

    cell: Cell
    left: int
    right: int


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


def pieces(line: Line, text: str) -> Sequence[Piece]:
    """What white space parts in ``line``, by where it stands on the page."""
    printed = text[line.raw_start : line.raw_end]
    ends = [0]
    for sign in printed:
        ends.append(ends[-1] + 1 + (unicodedata.east_asian_width(sign) in _WIDE))
    return [
        Piece(Cell(line.raw_start + one.start(), one[0]), ends[one.start()], ends[one.end()])
        for one in _PIECE.finditer(printed)
    ]


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
        self._grid = _Grid(labels, full)
        self._heads = [_closed(header)]
        self._open: list[_Placed] = []
        self._rows: list[PageRow] = []
        self._told = True

    def take(self, line: Line) -> bool:
        """Whether ``line`` belongs to the table."""
        if (words := _closed(line)) in self._heads:
            if words == self._heads[0]:
                self._grid = _Grid(page_labels(line, self._text), self._full)
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
            return numbered
        in_header = not self._rows and not self._open and not numbered
        return line.blank > 0 or (self._below_head and not in_header)

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


class _Grid:
    """Where the columns stand: as wide as their labels and what was found in them.

    ``full`` are lines with a piece for each label. Where the labels leave open in which column a
    piece stands, as those drawn askew do, the full line tells that has the same edges.
    """

    def __init__(self, labels: Sequence[Piece], full: Sequence[Sequence[Piece]]) -> None:
        self._extents = [(label.left, label.right) for label in labels]
        self._labels = tuple(self._extents)
        self._full = [
            parts
            for parts in full
            if all(
                _overlap(part, label) >= -_ASKEW
                for part, label in zip(parts, self._labels, strict=True)
            )
        ]

    def place(self, parts: Sequence[Piece]) -> Sequence[Sequence[Piece]] | None:
        """The ``parts`` of a line in the columns that they stand in; None if that can't be told."""
        found = [self._column(part) for part in parts]
        told = [at for at in found if at is not None]
        if len(set(told)) < len(parts) and self._full:
            told = self._along(parts) or told
        if len(told) < len(parts) or told != sorted(told):
            return None
        columns: list[list[Piece]] = [[] for _ in self._extents]
        for part, at in zip(parts, told, strict=True):
            columns[at].append(part)
        for at, placed in enumerate(columns):
            for part in placed:
                left, right = self._extents[at]
                self._extents[at] = min(left, part.left), max(right, part.right)
        return columns

    def _along(self, parts: Sequence[Piece]) -> list[int]:
        """The columns of ``parts`` in the full line with the same edges; none if not one each."""
        if parts in self._full:
            return list(range(len(parts)))
        lines = ([_nearest(part, line) for part in parts] for line in self._full)
        best = min(lines, key=lambda line: sum(off for off, _ in line))
        columns = [at for off, at in best if off <= _ASKEW]
        return columns if len(set(columns)) == len(parts) > 1 else []

    def _column(self, part: Piece) -> int | None:
        below = [at for at, extent in enumerate(self._labels) if _overlap(part, extent) > 0]
        if len(below) > 1:
            return None
        if below:
            return below[0]
        shared = [_overlap(part, extent) for extent in self._extents]
        nearest = max(shared)
        return shared.index(nearest) if shared.count(nearest) == 1 else None


def _overlap(part: Piece, extent: tuple[int, int]) -> int:
    """How much of the page ``part`` shares with ``extent``; less than 0 is the gap between."""
    return min(part.right, extent[1]) - max(part.left, extent[0])


def _is_number(part: Piece) -> bool:
    return _NUMBER.fullmatch(part.cell.text) is not None


def _nearest(part: Piece, line: Sequence[Piece]) -> tuple[int, int]:
    """How far the edges of ``part`` are from those of a piece of ``line``, and which piece."""
    return min(
        (min(abs(part.left - one.left), abs(part.right - one.right)), at)
        for at, one in enumerate(line)
    )


def _is_heading(line: Line) -> bool:
    return find_marker(line.text) is not None and len(line.text) <= _LONGEST_SECTION


def _opens(placed: Sequence[Sequence[Piece]], number: int | None, *, blank: bool = False) -> bool:
    """Whether a line opens a row: with its number, or a sum without one."""
    if number is None:
        return bool(placed[0]) and (blank or all(placed))
    said = "".join(part.cell.text for part in placed[number])
    if said:
        return said.rstrip(".．、").isdecimal() or _SUM.fullmatch(said) is not None
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
