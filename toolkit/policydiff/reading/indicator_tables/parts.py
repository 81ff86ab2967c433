"""Rows of an indicator and its parts (其中：), whose numbers stand on top of each other in cells.

Flattened to a cell a line, such a row has its names first, and then in each column the numbers of
all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.reading.cells import Cell
from policydiff.reading.indicator_tables.header import Header
from policydiff.reading.indicator_tables.rows import category_above
from policydiff.reading.indicator_tables.table import Row
from policydiff.reading.indicator_tables.values import (
    VALUE,
    is_name,
    name_and_unit,
    read_binding,
    value_cell,
)

_PART = "其中"


def read_parts(
    cells: Sequence[Cell], begin: int, stop: int, header: Header, category: str
) -> list[Row]:
    """The rows of an indicator and its parts whose last name is ``cells[begin]``; none if single.

    ``category`` is that of the row before. The indicator itself may have no numbers of its own.
    """
    first = begin
    while first > 0 and is_name(cells[first].text) and not cells[first].text.startswith(_PART):
        first -= 1
    whole = first - 1
    if header.serial or whole < 0 or not cells[first].text.startswith(_PART):
        return []
    names, behind = cells[whole : begin + 1], cells[begin + 1 : stop]
    values = [cell for cell in behind if VALUE.fullmatch(cell.text)]
    columns = (*header.before, *header.after)
    each, odd = divmod(len(values), len(columns))
    if odd or not is_name(names[0].text) or not len(names) - 1 <= each <= len(names):
        return []
    category = category_above(cells, whole) or category
    of, unit = name_and_unit(names[:1], "")
    binding = next((kind for cell in behind if (kind := read_binding(cell.text))), None)
    rows: list[Row] = []
    for at, cell in enumerate(names[len(names) - each :]):
        name, own = name_and_unit([cell], "")
        stacked = zip(columns, values[at::each], strict=True)
        found = tuple(value for column, one in stacked if (value := value_cell(one, column)))
        part = of if name != of else None
        rows.append(
            Row(cell.start, cell.end, None, name, own or unit, found, binding, category, part)
        )
    return [*rows[:-1], replace(rows[-1], end=behind[-1].end)]
