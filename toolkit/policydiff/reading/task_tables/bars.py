"""Task tables with ``|`` between cells: which are read, and cells merged with the row above."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.indicator_tables.drawn_rows import (
    Parting,
    find_parting,
    is_ruled_off,
    whole_row,
)
from policydiff.reading.lines import Line, counts_something, ends_in_measure, is_row
from policydiff.reading.task_tables.cells import Split
from policydiff.reading.task_tables.header import TROUBLE, Columns, is_label
from policydiff.reading.task_tables.rows import heading_in, is_section, opens_part
from policydiff.reading.task_tables.valued import BEHIND_NAME, COUNTED, SUM
from policydiff.reading.units import looks_like_units

RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line under the header of a Markdown table."""
_MOST_HEADS = 3

RowAt = Callable[[int], tuple[list[Cell], int]]
"""The cells of the row that begins at a line, and the line behind it."""


def is_parted_by_bars(line: Line) -> bool:
    """Whether ``|`` stands between the cells of ``line``, and no tab."""
    return is_row(line.text) and "\t" not in line.text


def read_header(lines: Sequence[Line], at: int, text: str, split: Split) -> tuple[list[Cell], int]:
    """The cells of the header that begins with line ``at``, and the line behind it.

    It goes over several lines where a rule is drawn below the last of them.
    """
    near = lines[at : at + 1 + _MOST_HEADS]
    if is_parted_by_bars(lines[at]):
        cells, used = whole_row(near, 0, text, split, Parting.RULE)
        if used < len(near) and is_ruled_off(near, used, text):
            return cells, at + used
    return split(lines[at]), at + 1


def find_rows(lines: Sequence[Line], at: int, begin: int, text: str, split: Split) -> RowAt:
    """How the rows from line ``begin`` on are read of the table whose header is line ``at``.

    One of a drawn table may go over several lines.
    """
    if not is_parted_by_bars(lines[at]):
        return lambda here: (split(lines[here]), here + 1)
    parting = find_parting(lines, at, begin, text, split)
    return lambda here: whole_row(lines, here, text, split, parting)


def rows_below(lines: Sequence[Line], begin: int, row_at: RowAt) -> Iterator[list[Cell]]:
    """The rows with ``|`` between cells from line ``begin`` on, as ``row_at`` reads them.

    They go on behind a heading and the line under a header.
    """
    here = begin
    while here < len(lines):
        line = lines[here]
        if RULE.fullmatch(line.text) or (not is_row(line.text) and is_section(line)):
            here += 1
        elif is_row(line.text):
            cells, here = row_at(here)
            yield cells
        else:
            return


def is_barred(rows: Iterable[list[Cell]], labels: Sequence[str], columns: Columns) -> bool:
    """Whether a table with ``|`` between the cells of its ``rows`` has its task in each.

    Others, with cells that go over several rows or count something beside the task, are read by
    the line.
    """
    read = {columns.task, columns.values.unit, *columns.values.columns}
    read |= {one.at for one in (*columns.beside, columns.due) if one}
    read |= {at for at, label in enumerate(labels) if TROUBLE.fullmatch(label)}
    if not all(at in read or is_label(label) for at, label in enumerate(labels)):
        return False
    aligned = (align_cells(row, columns) for row in rows)
    return all(
        len(row) == len(labels)
        and (row[columns.task].text or _is_sum(row) or _heads_rows(row, columns))
        and not any(
            _is_counted(cell.text, named=at == columns.name)
            for at, cell in enumerate(row)
            if at not in read
        )
        for row in aligned
    )


def _is_counted(cell: str, *, named: bool) -> bool:
    """Whether ``cell`` says how much is done; a number inside a name (年产3万吨项目) does not."""
    return ends_in_measure(BEHIND_NAME.sub("", cell)) if named else counts_something(cell)


def _heads_rows(cells: Sequence[Cell], columns: Columns) -> bool:
    alone = heading_in(cells, columns) is not None and bool(cells[0].text)
    return alone or opens_part(cells, columns)


def _is_sum(cells: Sequence[Cell]) -> bool:
    first = next((cell.text for cell in cells if cell.text), "")
    return SUM.fullmatch(COUNTED.sub("", first)) is not None


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
