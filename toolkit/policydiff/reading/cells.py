"""A line of a table becomes cells, with their offsets."""

from __future__ import annotations

from dataclasses import dataclass

EDGE = "| "
"""What may stand around a cell that has a line of its own."""
PROBE = 40
"""Lines behind the header of a table among which its first row begins."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its trimmed text and where that starts; one that is empty stands where it would."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the text of the cell ends."""
        return self.start + len(self.text)


def parted_cells(printed: str, mark: str, start: int) -> list[Cell]:
    """The cells of ``printed``, which stands at ``start``, between one ``mark`` and the next."""
    cells = []
    for raw in printed.split(mark):
        trimmed = raw.strip()
        cells.append(Cell(start + (raw.index(trimmed) if trimmed else 0), trimmed))
        start += len(raw) + len(mark)
    return cells
