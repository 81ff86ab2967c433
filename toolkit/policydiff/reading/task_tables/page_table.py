"""Task tables whose columns stand below each other on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.header import NUMBER, TASK, find_columns
from policydiff.reading.task_tables.page_columns import page_labels, pieces, read_page
from policydiff.reading.task_tables.rows import Draft, draft_row, with_units
from policydiff.reading.task_tables.table import SectionRow, TaskTable
from policydiff.reading.task_tables.valued import find_values

_MONEY = re.compile(r"(?:金额)?单位\s*[：:]\s*([万亿]?元)")
"""What stands above a table whose sums are in one unit."""
_ABOVE, _PROBE = 2, 6


def is_uneven(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether the rows below the header at line ``at`` have other numbers of cells than it has."""
    width = len(page_labels(lines[at], text))
    return width > 0 and any(
        len(pieces(line, text)) not in {1, width} for line in lines[at + 1 : at + 1 + _PROBE]
    )


def read_page_table(
    lines: Sequence[Line], at: int, text: str, name: str, horizon: Horizon
) -> TaskTable | None:
    """The table whose header is line ``at``, or None if its columns can't be told.

    Raises PolicydiffError if the header names units in charge, but no task.
    """
    header = [label.cell for label in page_labels(lines[at], text)]
    labels = ["".join(cell.text.split()) for cell in header]
    if not any(map(TASK.fullmatch, labels)) or not is_uneven(lines, at, text):
        return None
    number = next((at for at, label in enumerate(labels) if NUMBER.fullmatch(label)), None)
    rows, last = read_page(lines, at, text, number)
    cells = [row.cells for row in rows if not row.heads]
    above = (_MONEY.search(line.text) for line in lines[max(0, at - _ABOVE) : at])
    money = next((printed[1] for printed in above if printed), "")
    values = find_values(header, cells, horizon, money)
    columns = find_columns(labels, lines[at], text, name, values) if cells else None
    if columns is None:
        return None
    drafts: list[Draft | SectionRow] = []
    for row in rows:
        if row.heads:
            drafts.append(SectionRow(row.line.start, row.line.end, row.line.text))
        elif draft := draft_row(row.cells, columns):
            drafts.append(draft)
    return TaskTable(at, last, with_units(drafts), ())
