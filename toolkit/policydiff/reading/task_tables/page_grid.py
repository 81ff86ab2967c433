"""Where the columns of a table stand on the page, and in which of them what a line holds stands.

Widths are those of a terminal: two for wide characters (Unicode Standard Annex 11), one for others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import Cell, width
from policydiff.reading.lines import Line

_PIECE = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between gaps of two spaces or a full-width one."""
_ASKEW = 8
"""How far the edges of cells in one column may be apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell on one line, and the columns of the page that it takes."""

    cell: Cell
    left: int
    right: int


def pieces(line: Line, text: str) -> Sequence[Piece]:
    """What white space parts in ``line``, by where it stands on the page."""
    printed = text[line.raw_start : line.raw_end]
    return [
        Piece(
            Cell(line.raw_start + one.start(), one[0]),
            width(printed[: one.start()]),
            width(printed[: one.end()]),
        )
        for one in _PIECE.finditer(printed)
    ]


class Grid:
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


def _nearest(part: Piece, line: Sequence[Piece]) -> tuple[int, int]:
    """How far the edges of ``part`` are from those of a piece of ``line``, and which piece."""
    return min(
        (min(abs(part.left - one.left), abs(part.right - one.right)), at)
        for at, one in enumerate(line)
    )
