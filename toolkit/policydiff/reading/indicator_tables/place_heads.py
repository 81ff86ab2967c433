"""Indicator tables with a row a line whose columns are places, and the sum of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.reading.cells import Cell
from policydiff.reading.document import Diagnostic
from policydiff.reading.indicator_tables.header import NAME, SERIAL, UNIT, find_columns
from policydiff.reading.indicator_tables.place_grid import (
    VALUE,
    cells_in,
    is_place,
    is_sum,
    owner,
)
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import (
    UNIT_CELL,
    is_name,
    name_and_unit,
    unit_above,
    value_cell,
)
from policydiff.reading.left_out import row_unread
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_THINGS = r"[\u4e00-\u9fff]{0,6}(?:类别|类型|种类|名称|指标|项目|内容|设施)"
_OPENING = re.compile(rf"\|?\s*(?:(?:{SERIAL.pattern})[|\s]+)?(?:{NAME.pattern}|{_THINGS})[|\s]")
_PLACE = re.compile(r".*(?:[省市县区旗镇乡州盟]|街道|新城|组团)")
_FEWEST_PLACES, _FEWEST_ROWS = 2, 2
_ILL_FITTING = "it has no unit, or not one value for each place"


def read_place_heads(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The table whose header at line ``at`` names things, maybe their unit, and places, or None.

    Every row has a unit and a value, or a dash, for each place; others are left out and said so.
    """
    if not _OPENING.match(lines[at].text):
        return None
    labels = ["".join(cell.text.split()) for cell in _cells(lines[at], text)]
    numbered = SERIAL.fullmatch(labels[0]) is not None
    united = len(labels) > numbered + 1 and UNIT.fullmatch(labels[numbered + 1]) is not None
    begin = numbered + 1 + united
    places = labels[begin:]
    named = sum(bool(_PLACE.fullmatch(place)) or is_sum(place) for place in places)
    if len(places) < _FEWEST_PLACES or named * 2 <= len(places) or not all(map(is_place, places)):
        return None
    columns = [find_columns([place], horizon, retrospective)[0] for place in places]
    above = unit_above(lines, at)
    rows: list[Row] = []
    unread: list[Diagnostic] = []
    names = 0
    here = at + 1
    while here < len(lines):
        cells = _cells(lines[here], text)
        if len(cells) < _FEWEST_PLACES or not VALUE.fullmatch(cells[-1].text):
            break
        name, values = cells[min(numbered, len(cells) - 1)], cells[begin:]
        printed = cells[begin - 1].text if united else ""
        unit = name_and_unit([name], printed)[1] or above
        whole = len(cells) == len(labels) and all(VALUE.fullmatch(cell.text) for cell in values)
        if whole and is_name(name.text) and UNIT_CELL.fullmatch(unit):
            rows.extend(_rows(name, unit, values, columns))
            names += 1
        else:
            unread.append(row_unread(lines[here], text, _ILL_FITTING))
        here += 1
    if names < _FEWEST_ROWS or len(unread) >= names:
        return None
    return IndicatorTable(at, here, tuple(rows), tuple(unread))


def _cells(line: Line, text: str) -> Sequence[Cell]:
    """The cells of ``line`` to the last that is not empty."""
    cells = cells_in(line, text, commas=False)
    filled = max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)
    return cells[:filled]


def _rows(
    name: Cell, unit: str, values: Sequence[Cell], columns: Sequence[Column]
) -> Iterator[Row]:
    """A row for each place, which is its category."""
    span, _ = name_and_unit([name], unit)
    for cell, column in zip(values, columns, strict=True):
        if value := value_cell(cell, column):
            row = Row(cell.start, cell.end, None, span, unit, (value,), None, column.label)
            deed = not unit.endswith("元")
            yield replace(row, place=owner(column.label), deed=deed)
