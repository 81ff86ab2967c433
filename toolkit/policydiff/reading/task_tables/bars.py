"""Task tables with ``|`` between cells: which are read, and cells merged with the row above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from policydiff.reading.cells import Cell
from policydiff.reading.lines import Line, counts_something, is_row
from policydiff.reading.task_tables.cells import read_labels, split_cells
from policydiff.reading.task_tables.header import (
    LEAD,
    SUPPORT,
    TASK,
    Columns,
    find_columns,
    is_label,
)
from policydiff.reading.units import looks_like_units

RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line under the header of a Markdown table."""


def is_barred(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether line ``at`` heads a table with ``|`` between cells, in which every row has its task.

    Others, with cells that go over several rows or count something beside the task, are read by
    the line.
    """
    if not is_row(lines[at].text):
        return False
    labels = read_labels(lines[at], text)
    tasks = [
        at
        for at, label in enumerate(labels)
        if TASK.fullmatch(label) and not (LEAD.fullmatch(label) or SUPPORT.fullmatch(label))
    ]
    columns = find_columns(labels, lines[at], text, "") if tasks else None
    if columns is None or not all(map(is_label, labels)):
        return False
    read = {columns.task, *columns.progress}
    rows = (
        align_cells(split_cells(line, text), columns)
        for line in islice(lines, at + 1, None)
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
