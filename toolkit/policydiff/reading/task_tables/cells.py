"""A line of a task table becomes cells, parted by tabs, bars or wide gaps."""

from __future__ import annotations

import re

from policydiff.reading.cells import Cell, parted_cells
from policydiff.reading.lines import Line, is_row
from policydiff.reading.task_tables.header import is_label

_WIDE = re.compile(r"[ \xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*")
_CELL = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between and in the cells of a row that white space parts."""
_WIDEST = 100
"""Characters of a header that white space parts."""


def is_wide(line: Line) -> bool:
    """Whether ``line`` is a header with two spaces or a full-width one between its cells."""
    if len(line.text) > _WIDEST or "\t" in line.text or "|" in line.text:
        return False
    labels = _WIDE.split(line.text)
    return len(labels) > 2 and all(map(is_label, labels))


def split_cells(line: Line, text: str, *, wide: bool = False) -> list[Cell]:
    """The cells of ``line``; ``wide`` where its table has white space between them."""
    if wide:
        return [Cell(line.start + cell.start(), cell.group()) for cell in _CELL.finditer(line.text)]
    start = line.raw_start
    printed = text[line.raw_start : line.raw_end]
    barred = "\t" not in printed and is_row(line.text)
    if barred and line.text[0] == line.text[-1] == "|":
        start, printed = line.start + 1, line.text[1:-1]
    return parted_cells(printed, "|" if barred else "\t", start)


def read_labels(line: Line, text: str, *, wide: bool = False) -> list[str]:
    """What the header at ``line`` calls its columns, without the empty ones behind."""
    labels = ["".join(cell.text.split()) for cell in split_cells(line, text, wide=wide)]
    while labels and not labels[-1]:
        labels.pop()
    return labels
