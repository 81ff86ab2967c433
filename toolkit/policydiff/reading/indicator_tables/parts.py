"""Rows of an indicator and its parts (其中：), whose numbers stand on top of each other in cells.

Flattened to a cell a line, such a row has its names first, and then in each column the numbers of
all of them.
"""

from __future__ import annotations

import re
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
_CHANGE = re.compile(
    r"(?:年均|同比|[比较]上年)?(?:实际|名义)?(?:增长|增速|增幅|下降|提高|减少)率?(?:幅度)?"
)
"""A name that says no more than how the indicator of the row above it changes."""


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


def with_changed(rows: Sequence[Row], text: str) -> tuple[Row, ...]:
    """The ``rows``, those of mere changes (年均增长) with the name of the indicator above them."""
    above: Row | None = None
    found: list[Row] = []
    for row in rows:
        alone = row.rest is None and row.whole is None
        if not (alone and _CHANGE.fullmatch(text, row.name.start, row.name.end)):
            above = row if alone else None
        elif above:
            row = replace(row, name=above.name, rest=row.name)
        found.append(row)
    return tuple(found)
