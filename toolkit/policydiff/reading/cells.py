"""A line of a table becomes cells, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from policydiff.reading.document import Span
from policydiff.reading.lines import Line

EDGE = "| "
"""What may stand around a cell that has a line of its own."""
PROBE = 40
"""Lines behind the header of a table among which its first row begins."""
_COMMA_CELL = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:,|$)|([^,]*)(?:,|$)')
_LINE_END = re.compile(r"\s*(?:\r?\n|<br\s*/?>)\s*")
_LISTED = re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))|[（(]\d{1,2}[）)]|[①-⑳]")
_ENDS_MEMBER = re.compile(r"[。；;]$|\d[\d.]*[\u4e00-\u9fff%％]{1,3}(?<![年月日])$")
"""What opens a line of a list in a cell, and what ends one."""
_SENTENCE_MARKS = re.compile("[。；！？]")
_FEWEST_COMMAS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its trimmed text and where that starts; one that is empty stands where it would."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the text of the cell ends."""
        return self.stop(len(self.text))

    @property
    def gaps(self) -> tuple[Span, ...]:
        """What stands between its start and its end and belongs to other cells."""
        return ()

    def stop(self, length: int) -> int:
        """Where the first ``length`` signs of its text end."""
        return self.start + length

    def part(self, begin: int, end: int) -> Cell:
        """The signs from ``begin`` to ``end`` of its text."""
        return Cell(self.start + begin, self.text[begin:end])


@dataclass(frozen=True, slots=True)
class BrokenCell(Cell):
    """A cell that goes over several lines, on which other cells stand beside it."""

    pieces: tuple[Cell, ...]

    @property
    def gaps(self) -> tuple[Span, ...]:
        """What stands between its pieces."""
        return tuple(Span(above.end, below.start) for above, below in pairwise(self.pieces))

    def stop(self, length: int) -> int:
        """Where the first ``length`` signs of its text end."""
        for piece in self.pieces:
            if length <= len(piece.text):
                return piece.start + length
            length -= len(piece.text)
        return self.pieces[-1].end

    def part(self, begin: int, end: int) -> Cell:
        """The signs from ``begin`` to ``end`` of its text."""
        parts: list[Cell] = []
        for piece in self.pieces:
            if begin < len(piece.text) and end > 0:
                parts.append(piece.part(max(begin, 0), min(end, len(piece.text))))
            begin, end = begin - len(piece.text), end - len(piece.text)
        return joined(parts) if parts else Cell(self.end, "")


@dataclass(frozen=True, slots=True)
class PartCell(Cell):
    """A label below another one that names the ``whole`` (中央 below 资金规模)."""

    whole: Cell


def joined(pieces: Sequence[Cell]) -> Cell:
    """The cell that goes over ``pieces``, of which there is at least one."""
    if len(pieces) == 1:
        return pieces[0]
    return BrokenCell(pieces[0].start, "".join(piece.text for piece in pieces), tuple(pieces))


def width(printed: str) -> int:
    """How many places of a printed line ``printed`` takes, where a Chinese sign takes two."""
    return len(printed) + sum(east_asian_width(sign) in "WFA" for sign in printed)


def place(line: Line, cell: Cell) -> int:
    """At which place of the printed ``line`` its ``cell`` begins."""
    return line.start - line.raw_start + width(line.text[: cell.start - line.start])


def parted_cells(printed: str, mark: str, start: int) -> list[Cell]:
    """The cells of ``printed``, which stands at ``start``, between one ``mark`` and the next."""
    cells = []
    for raw in printed.split(mark):
        cell = _trimmed(raw, start)
        quoted = mark == "\t" and len(cell.text) > 1 and cell.text[0] == cell.text[-1] == '"'
        cells.append(_unbroken(_trimmed(cell.text[1:-1], cell.start + 1) if quoted else cell))
        start += len(raw) + len(mark)
    return cells


def comma_cells(printed: str, start: int) -> list[Cell]:
    """The cells of ``printed``, a line of comma-separated values (RFC 4180), which may be quoted.

    A quotation mark inside a quoted cell stays doubled, so that offsets hold.
    """
    cells = []
    at = 0
    while at <= len(printed) and (cell := _COMMA_CELL.match(printed, at)):
        group = 2 if cell[1] is None else 1
        cells.append(_unbroken(_trimmed(cell[group], start + cell.start(group))))
        if not cell[0].endswith(","):
            break
        at = cell.end()
    return cells


def heads_commas(printed: str) -> bool:
    """Whether ``printed`` may be the header of comma-separated values."""
    return printed.count(",") >= _FEWEST_COMMAS and not _SENTENCE_MARKS.search(printed)


def _trimmed(raw: str, start: int) -> Cell:
    trimmed = raw.strip()
    return Cell(start + (raw.index(trimmed) if trimmed else 0), trimmed)


def _unbroken(cell: Cell) -> Cell:
    """The ``cell`` without the line ends in it but for those that part what it lists."""
    if "\n" not in cell.text and "<br" not in cell.text:
        return cell
    pieces: list[Cell] = []
    begin = 0
    for end in _LINE_END.finditer(cell.text):
        above, below = cell.text[begin : end.start()], cell.text[end.end() :]
        if not (_LISTED.match(below) or _ENDS_MEMBER.search(above)):
            pieces.append(cell.part(begin, end.start()))
            begin = end.end()
    return joined([*pieces, cell.part(begin, len(cell.text))])
