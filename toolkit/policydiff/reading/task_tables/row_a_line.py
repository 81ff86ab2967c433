"""Task tables with a row a line: tabs, bars, commas or wide gaps between cells."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.errors import PolicydiffError
from policydiff.reading.cells import Cell
from policydiff.reading.document import Diagnostic
from policydiff.reading.left_out import line_number
from policydiff.reading.lines import Line, is_row
from policydiff.reading.markers import find_marker
from policydiff.reading.task_tables.bars import RULE, align_cells, find_rows
from policydiff.reading.task_tables.cells import Split
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.task_tables.merged_cells import in_columns
from policydiff.reading.task_tables.rows import Draft, draft_row, heading_in, is_section, with_units
from policydiff.reading.task_tables.table import SectionRow, TaskTable

_LONGEST_CELL = 12
"""Lines of the cells of a row that a line break has parted."""


def read_rows(
    lines: Sequence[Line], at: int, begin: int, text: str, columns: Columns, split: Split
) -> TaskTable:
    """The table below the header at line ``at``, whose rows have a line each from ``begin`` on.

    Raises PolicydiffError if all rows lack a column that the header has.
    """
    header = {line.text for line in lines[at:begin]}
    title = lines[at - 1].text if at else ""
    repeats = {line.text for line in lines[at + 1 :]} & {title}
    drafts: list[Draft | SectionRow] = []
    diagnostics: list[Diagnostic] = []
    widths: list[int] = []
    row_at = find_rows(lines, at, begin, text, split)
    here = begin
    while here < len(lines):
        line = lines[here]
        if line.text in header or line.text in repeats or RULE.fullmatch(line.text):
            here += 1
            continue
        cells, below = row_at(here)
        placed = align_cells(cells, columns) if is_row(line.text) else in_columns(cells, columns)
        if placed is None:
            widths.append(len(cells))
            diagnostics.append(_odd(line, text, cells, columns))
            here = below
            continue
        cells = placed
        while len(cells) < columns.width and _broken(lines, below, cells, columns, split):
            rest = split(lines[below])
            last = cells[-1]
            joined = Cell(last.start, text[last.start : rest[0].end]) if last.text else rest[0]
            cells = [*cells[:-1], joined, *rest[1:]]
            below += 1
        if heading := heading_in(cells, columns):
            if len(cells) == 1 and not is_section(line):
                break
            head = heading if len(cells) > 1 else line
            drafts.append(SectionRow(head.start, head.end, head.text))
        elif len(cells) > 1 and any(cell.text for cell in cells):
            widths.append(len(cells))
            draft = draft_row(cells, columns)
            if draft is None or len(cells) > columns.width or len(cells) < columns.width - 1:
                diagnostics.append(_odd(line, text, cells, columns))
            if draft is not None:
                drafts.append(draft)
        else:
            break
        here = below
    if columns.lead is not None and len(widths) > 1 and max(widths) < columns.width:
        raise PolicydiffError(
            f"the table at line {line_number(lines[at], text)} has {columns.width}"
            f" columns in its header but at most {max(widths)} in its rows; add the missing column"
        )
    return TaskTable(at, here, with_units(drafts), tuple(diagnostics))


def _broken(
    lines: Sequence[Line], at: int, cells: Sequence[Cell], columns: Columns, split: Split
) -> bool:
    """Whether line ``at`` goes on with a cell that a line break has parted.

    One behind the others has the rest of the row behind it.
    """
    number = columns.number or 0
    if at >= len(lines) or lines[at].blank or number >= len(cells):
        return False
    below = split(lines[at])
    if not cells[number].text.isdecimal() or (below[0].text.isdecimal() and len(below) > 1):
        return False
    if len(cells) < 3 and find_marker(lines[at].text) is None:
        return True
    return _completes(lines[at : at + _LONGEST_CELL], len(cells), columns.width, split)


def _completes(lines: Sequence[Line], count: int, width: int, split: Split) -> bool:
    """Whether the ``lines`` hold the rest of a row of ``count`` cells, which makes them ``width``.

    The first cell of each goes on with the last one above it.
    """
    for line in lines:
        cells = split(line)
        if line.blank or (cells[0].text.isdecimal() and len(cells) > 1):
            return False
        count += len(cells) - 1
        if count >= width:
            return count == width
    return False


def _odd(line: Line, text: str, cells: Sequence[Cell], columns: Columns) -> Diagnostic:
    number = cells[0].text or "?"
    return Diagnostic(
        "table-row",
        f"row {number} (line {line_number(line, text)}) has {len(cells)} cells,"
        f" its table {columns.width} columns",
        line.start,
        line.end,
    )
