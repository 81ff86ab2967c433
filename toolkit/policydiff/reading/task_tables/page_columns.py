"""Tables whose columns stand below each other on the page, set off by white space.

A cell may go over several lines; what a line holds of it is told by where it stands. Widths are
those of a terminal: two for wide characters (Unicode Standard Annex 11), one for others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.reading.cells import BrokenCell, Cell
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker

_PIECE = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between gaps of two spaces or a full-width one."""
_WIDE = frozenset("WFA")
_LONGEST_LABEL, _FEWEST_LABELS = 20, 3
_LONGEST_SECTION = 40
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
    if "\t" in line.text or "|" in line.text or _MARKS.search(line.text):
        return ()
    labels = pieces(line, text)
    short = all(len(label.cell.text) <= _LONGEST_LABEL for label in labels)
    return labels if short and len(labels) >= _FEWEST_LABELS else ()


def read_page(
    lines: Sequence[Line], at: int, text: str, number: int | None
) -> tuple[Sequence[PageRow], int]:
    """The rows below the header at line ``at`` and the line behind them; none if not told.

    ``number`` is the column of their numbers. The header may come again on a new page, whose
    columns stand where it says.
    """
    heads = "".join(lines[at].text.split())
    labels = page_labels(lines[at], text)
    grid = _Grid(labels)
    rows: list[list[tuple[Line, Sequence[Sequence[Piece]]]]] = []
    found: list[PageRow] = []
    here = at + 1
    begun = False
    while here < len(lines):
        line = lines[here]
        if "".join(line.text.split()) == heads:
            grid = _Grid(page_labels(line, text))
            here += 1
            continue
        parts = pieces(line, text)
        if len(parts) == 1 and _is_heading(line):
            found.extend(_rows(rows))
            rows = []
            found.append(PageRow(line, [Cell(line.start, line.text)], heads=True))
            here += 1
            continue
        placed = grid.place(parts)
        if placed is None:
            break
        opens = _opens(placed, number, blank=line.blank > 0)
        if opens:
            rows.append([])
        elif not rows:
            return (), at
        rows[-1].append((line, placed))
        begun = True
        here += 1
    found.extend(_rows(rows))
    return (found, here) if begun else ((), at)


class _Grid:
    """Where the columns stand: as wide as their labels and what was found in them."""

    def __init__(self, labels: Sequence[Piece]) -> None:
        self._extents = [(label.left, label.right) for label in labels]
        self._labels = tuple(self._extents)

    def place(self, parts: Sequence[Piece]) -> Sequence[Sequence[Piece]] | None:
        """The ``parts`` of a line in the columns that they stand in; None if that can't be told."""
        columns: list[list[Piece]] = [[] for _ in self._extents]
        least = 0
        for part in parts:
            at = self._column(part)
            if at is None or at < least:
                return None
            columns[at].append(part)
            least = at
        for at, placed in enumerate(columns):
            for part in placed:
                left, right = self._extents[at]
                self._extents[at] = min(left, part.left), max(right, part.right)
        return columns

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


def _is_heading(line: Line) -> bool:
    return find_marker(line.text) is not None and len(line.text) <= _LONGEST_SECTION


def _opens(placed: Sequence[Sequence[Piece]], number: int | None, *, blank: bool) -> bool:
    """Whether a line opens a row: with its number, or a sum without one."""
    if number is None:
        return bool(placed[0]) and (blank or all(placed))
    said = "".join(part.cell.text for part in placed[number])
    if said:
        return said.rstrip(".．、").isdecimal() or _SUM.fullmatch(said) is not None
    filled = sum(map(bool, placed))
    first = next((column[0].cell.text for column in placed if column), "")
    return filled > 1 and _SUM.match(first) is not None


def _rows(rows: Sequence[Sequence[tuple[Line, Sequence[Sequence[Piece]]]]]) -> Iterator[PageRow]:
    for row in rows:
        columns = zip(*(placed for _, placed in row), strict=True)
        end = row[0][0].end
        cells = [_cell([part.cell for line in column for part in line], end) for column in columns]
        yield PageRow(row[0][0], cells)


def _cell(parts: Sequence[Cell], end: int) -> Cell:
    if not parts:
        return Cell(end, "")
    if len(parts) == 1:
        return parts[0]
    return BrokenCell(parts[0].start, "".join(part.text for part in parts), tuple(parts))
