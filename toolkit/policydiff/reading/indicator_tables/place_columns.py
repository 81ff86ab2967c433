"""Indicator tables flattened to a cell a line whose columns are places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from policydiff.reading.cells import Cell
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.header import NAME, SERIAL, UNIT
from policydiff.reading.indicator_tables.place_grid import (
    LONGEST_HEADER,
    LONGEST_LABEL,
    VALUE,
    cell_of,
    is_place,
    owner,
)
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import (
    SHARE,
    UNIT_BRACKETED,
    UNIT_CELL,
    is_name,
    name_and_unit,
    value_cell,
)
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_FEWEST_PLACES, _FEWEST_ROWS = 2, 2
_MOST_UNREAD = 8
"""Rows on end without a value for each place, behind which the table is over."""


def read_place_columns(lines: Sequence[Line], at: int, horizon: Horizon) -> IndicatorTable | None:
    """The table whose header at line ``at`` names indicators, their unit and places, or None.

    A row is left out that has not one value, or a dash, for each place.
    """
    head = [cell_of(line) for line in islice(lines, at, at + LONGEST_HEADER)]
    first = next((to for to, cell in enumerate(head) if VALUE.fullmatch(cell.text)), 0)
    labels = ["".join(cell.text.split()) for cell in head[:first]]
    numbered = bool(labels) and SERIAL.fullmatch(labels[0]) is not None
    named = numbered + 1
    if len(labels) <= named or not NAME.fullmatch(labels[named - 1]):
        return None
    united = UNIT.fullmatch(labels[named]) is not None
    places = labels[named + united : first if numbered else first - 1 - united]
    if len(places) < _FEWEST_PLACES or not all(map(is_place, places)):
        return None
    begin = at + named + united + len(places)
    rows: list[Row] = []
    last, idle = begin, 0
    for name, unit, values, end in _groups(lines, begin):
        counted = values[:-1] if numbered and len(values) > len(places) else values
        idle += 1
        if len(counted) == len(places):
            rows.extend(_rows(name, unit, counted, places, horizon))
            idle = 0
        last = end
        if idle > _MOST_UNREAD:
            break
    if len({row.name for row in rows}) < _FEWEST_ROWS:
        return None
    return IndicatorTable(at, last, tuple(rows))


def _groups(lines: Sequence[Line], at: int) -> Iterator[tuple[Cell, str, list[Cell], int]]:
    """Each name from line ``at`` on with its unit, its values and the line behind them."""
    name: Cell | None = None
    unit = ""
    values: list[Cell] = []
    for here in range(at, len(lines)):
        cell = cell_of(lines[here])
        if VALUE.fullmatch(cell.text):
            values.append(cell)
        elif cell.text and UNIT_CELL.fullmatch(cell.text):
            unit = cell.text
        elif cell.text:
            if name and values:
                yield name, unit, values, here
            if len(cell.text) > LONGEST_LABEL or not is_name(cell.text):
                return
            name, unit, values = cell, "", []
    if name and values:
        yield name, unit, values, len(lines)


def _rows(
    name: Cell, unit: str, values: Sequence[Cell], places: Sequence[str], horizon: Horizon
) -> Iterator[Row]:
    """A row for each place, which is its category."""
    span, unit = name_and_unit([name], unit)
    bare = UNIT_BRACKETED.sub("", name.text)
    unit = unit or ("%" if SHARE.search(bare) else "")
    for cell, place in zip(values, places, strict=True):
        if value := value_cell(cell, Column(horizon.last, Stance.TARGET, place)):
            row = Row(cell.start, cell.end, None, span, unit, (value,), None, place)
            yield replace(row, place=owner(place))
