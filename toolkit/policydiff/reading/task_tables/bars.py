"""Task tables with ``|`` between cells: which are read, and cells merged with the row above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.lines import Line, counts_something, is_row
from policydiff.reading.task_tables.cells import Split
from policydiff.reading.task_tables.header import TROUBLE, Columns, is_label
from policydiff.reading.units import looks_like_units

RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line under the header of a Markdown table."""


def is_barred(lines: Iterable[Line], labels: Sequence[str], columns: Columns, split: Split) -> bool:
    """Whether the table of ``lines``, with ``|`` between cells, has its task in every row.

    Others, with cells that go over several rows or count something beside the task, are read by
    the line.
    """
    read = {columns.task, columns.values.unit, *columns.values.columns}
    read |= {one.at for one in columns.beside}
    read |= {at for at, label in enumerate(labels) if TROUBLE.fullmatch(label)}
    if not all(at in read or is_label(label) for at, label in enumerate(labels)):
        return False
    rows = (
        align_cells(split(line), columns)
        for line in lines
        if is_row(line.text) and not RULE.fullmatch(line.text)
    )
    return all(
        len(row) == len(labels)
        and row[columns.task].text
        and not any(counts_something(cell.text) for at, cell in enumerate(row) if at not in read)
        for row in rows
    )


def align_cells(cells: list[Cell], columns: Columns) -> list[Cell]:
    """The cells of a row with ``|``, behind empty ones for those merged with the row above.

    The units in charge tell which columns a row has that lacks some, or has empty ones behind.
    """
    filled = cells[: max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)]
    if len(filled) > columns.width:
        return cells
    shifted = [Cell(cell.start, "") for cell in cells[: columns.width - len(filled)]] + filled
    cells = cells[: columns.width]
    if len(shifted) != columns.width or columns.lead is None:
        return cells
    if len(cells) == columns.width and looks_like_units(cells[columns.lead].text):
        return cells
    return shifted if looks_like_units(shifted[columns.lead].text) else cells
