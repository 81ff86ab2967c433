"""A line of a table becomes cells, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

EDGE = "| "
"""What may stand around a cell that has a line of its own."""
PROBE = 40
"""Lines behind the header of a table among which its first row begins."""

_BETWEEN_COMMAS = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^,]*?))\s*(?:,|$)')


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


def comma_cells(printed: str, start: int) -> list[Cell]:
    """The cells of a comma-separated line (RFC 4180, without doubled quotation marks)."""
    cells = []
    at = 0
    while at <= len(printed) and (match := _BETWEEN_COMMAS.match(printed, at)):
        group = "bare" if match["quoted"] is None else "quoted"
        cells.append(Cell(start + match.start(group), match[group]))
        at = match.end() if printed[match.end() - 1 : match.end()] == "," else len(printed) + 1
    return cells
