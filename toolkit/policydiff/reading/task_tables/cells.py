"""A line of a task table becomes cells, parted by tabs, bars, commas or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.reading.cells import Cell, comma_cells, heads_commas, parted_cells
from policydiff.reading.lines import Line, is_row
from policydiff.reading.task_tables.header import is_label

_WIDE = re.compile(r"[ \xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*")
_CELL = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between and in the cells of a row that white space parts."""
_ANY = re.compile(r"[\u4e00-\u9fff]{2,6}")
"""A label that is not known, beside others that are."""
_WIDEST = 100
"""Characters of a header that white space parts."""

Split = Callable[[Line], list[Cell]]
"""How the lines of one table become cells."""


def find_split(header: Line, text: str) -> Split | None:
    """How the table below ``header`` is parted into cells; None if that is no line of cells."""
    if "\t" in text[header.raw_start : header.raw_end]:
        return lambda line: _parted(line, text)
    if is_row(header.text):
        return lambda line: _parted(line, text)
    if heads_commas(header.text):
        return lambda line: comma_cells(text[line.raw_start : line.raw_end], line.raw_start)
    return _wide_cells if _is_wide(header) else None


def _is_wide(line: Line) -> bool:
    """Whether ``line`` is a header with two spaces or a full-width one between its cells."""
    if len(line.text) > _WIDEST:
        return False
    labels = _WIDE.split(line.text)
    unknown = [label for label in labels if not is_label(label)]
    return (
        len(labels) > 2 and len(unknown) <= len(labels) // 3 and all(map(_ANY.fullmatch, unknown))
    )


def _wide_cells(line: Line) -> list[Cell]:
    return [Cell(line.start + cell.start(), cell.group()) for cell in _CELL.finditer(line.text)]


def _parted(line: Line, text: str) -> list[Cell]:
    start = line.raw_start
    printed = text[line.raw_start : line.raw_end]
    barred = "\t" not in printed and is_row(line.text)
    if barred and line.text[0] == line.text[-1] == "|":
        start, printed = line.start + 1, line.text[1:-1]
    return parted_cells(printed, "|" if barred else "\t", start)


def read_labels(cells: list[Cell]) -> list[Cell]:
    """What the ``cells`` of a header call its columns, without the empty ones behind."""
    filled = max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)
    return cells[:filled]
