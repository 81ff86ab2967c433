"""Task tables whose columns stand below each other on the page."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.left_out import table_unread
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.cells import find_split
from policydiff.reading.task_tables.header import NUMBER, TASK, find_columns
from policydiff.reading.task_tables.page_columns import page_labels, read_page
from policydiff.reading.task_tables.page_grid import pieces
from policydiff.reading.task_tables.rows import Draft, draft_row, heading_in, with_units
from policydiff.reading.task_tables.table import SectionRow, TaskTable
from policydiff.reading.task_tables.valued import find_values, money_above

_PROBE = 6


def is_uneven(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether the rows below the header at line ``at`` have other numbers of cells than it has."""
    width = len(page_labels(lines[at], text))
    return width > 0 and any(
        len(pieces(line, text)) not in {1, width} for line in lines[at + 1 : at + 1 + _PROBE]
    )


def read_page_table(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon
) -> TaskTable | None:
    """The table whose header is line ``at``, or None if its columns can't be told.

    Raises PolicydiffError if the header names units in charge, but no task.
    """
    labels = [_label(piece.cell) for piece in page_labels(lines[at], text)]
    if not any(map(TASK.fullmatch, labels)):
        return None
    if not is_uneven(lines, at, text) and find_split(lines[at], text):
        return None
    number = next((at for at, label in enumerate(labels) if NUMBER.fullmatch(label)), None)
    page = read_page(lines, at, text, number)
    rows = [row.cells for row in page.rows if not row.heads]
    values = find_values(page.labels, rows, horizon, money_above(lines, at))
    columns = find_columns([_label(cell) for cell in page.labels], lines[at], text, values)
    if columns is None or page.last == at + 1:
        return None
    if not rows:
        end = lines[page.last - 1].end
        why = "which lines are of one row can't be told"
        unread = table_unread(lines[at], end, text, why)
        return TaskTable(at, page.last, (), (unread,))
    drafts: list[Draft | SectionRow] = []
    for row in page.rows:
        heading = row.cells[0] if row.heads else heading_in(row.cells, columns)
        if heading:
            drafts.append(SectionRow(heading.start, heading.end, heading.text))
        elif draft := draft_row(row.cells, columns):
            drafts.append(draft)
    return TaskTable(at, page.last, with_units(drafts), ())


def _label(cell: Cell) -> str:
    return "".join(cell.text.split())
