"""The rows of an indicator table whose cells are told by what they hold, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.document import IndicatorCell
from policydiff.reading.indicator_tables.header import Header
from policydiff.reading.indicator_tables.table import Row
from policydiff.reading.indicator_tables.values import (
    BARE,
    REMARK,
    UNIT_BRACKETED,
    UNIT_CELL,
    VALUE,
    is_name,
    name_and_unit,
    read_binding,
    value_cell,
)
from policydiff.reading.lines import Line
from policydiff.reading.markers import Style, find_marker

COLUMNS_UNTOLD = "which columns its values stand in can't be told"
"""Why a row is left out whose cells fit its columns in no one way."""
LONGEST_CATEGORY = 12
"""Characters of a heading inside a table."""
_LONGEST_CELL = 40
_HEADING_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|[Ⅰ-Ⅻ][、.．]?")
"""The number of a heading in a cell of its own: 一 | 经济发展."""
_NUMBERS = {Style.HAN, Style.HAN_BRACKETED}
_CLOSING = _NUMBERS | {Style.PART, Style.CHAPTER, Style.SECTION, Style.BOX, Style.ORDINAL}


def heading_in(filled: Sequence[Cell]) -> Cell | None:
    """The heading that the ``filled`` cells of a line are, alone or behind its number, or None."""
    if len(filled) == 2 and _HEADING_NUMBER.fullmatch(filled[0].text) and is_name(filled[1].text):
        return filled[1]
    return filled[0] if len(filled) == 1 else None


def closes(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` stands below a table; a heading of numbers goes on with it (一、经济)."""
    line = lines[at]
    if len(line.text) > _LONGEST_CELL or line.text.endswith(("。", "；")):
        return True
    if line.text[-1] == "|" or line.text[0] == "|":
        return False
    marker = find_marker(line.text)
    if marker is None or marker.style not in _CLOSING:
        return False
    below = [line.text for line in lines[at + 1 : at + 4]]
    measured = bool(below) and _is_measured(line.text, below[0])
    return (
        marker.style not in _NUMBERS
        or (len(line.text) > LONGEST_CATEGORY and not measured)
        or any(len(cell) > _LONGEST_CELL or cell.endswith("。") for cell in below)
        or not any(
            UNIT_CELL.fullmatch(word) or BARE.fullmatch(word)
            for cell in below
            for word in cell.split()
        )
    )


def _is_measured(name: str, below: str) -> bool:
    """Whether the cell ``below`` tells the unit of ``name``, or counts what has one in brackets."""
    counted = VALUE.fullmatch(below) and UNIT_BRACKETED.search(name)
    return UNIT_CELL.fullmatch(below) is not None or counted is not None


def read_row(cells: Sequence[Cell], header: Header, category: str) -> Row | None:
    """The row of the ``cells``, none of which need stand in its column but in their order."""
    item = cells[0].text if header.serial else None
    rest = list(cells[1:] if header.serial else cells)
    named = 1
    while named < len(rest) and (is_name(rest[named].text) or _only_unit(rest[named].text)):
        if header.unit and UNIT_CELL.fullmatch(rest[named].text):
            break
        named += 1
    names, rest = rest[:named], rest[named:]
    unit = ""
    if header.unit and rest and UNIT_CELL.fullmatch(rest[0].text):
        unit, rest = rest[0].text, rest[1:]
    name, unit = name_and_unit(names, unit)
    binding = None
    values: list[IndicatorCell] = []
    columns, position = header.before, 0
    end = names[-1].end
    for cell in rest:
        if (found := read_binding(cell.text)) is not None:
            binding, columns, position, end = found, header.after, 0, cell.end
            continue
        if cell.text and (is_name(cell.text) or not VALUE.fullmatch(cell.text)):
            if REMARK.fullmatch(cell.text):
                end = cell.end
            continue
        end = cell.end if cell.text else end
        if columns:
            value = value_cell(cell, columns[min(position, len(columns) - 1)])
            values.extend([value] if value else [])
        position += 1
    return Row(cells[0].start, end, item, name, unit, tuple(values), binding, category)


def category_above(cells: Sequence[Cell], begin: int) -> str:
    """The category printed right above a row, if the cell there is one."""
    above = next((cell.text for cell in reversed(cells[:begin]) if cell.text), "")
    return above if is_name(above) and len(above) <= LONGEST_CATEGORY else ""


def _only_unit(cell: str) -> bool:
    return UNIT_BRACKETED.fullmatch(cell) is not None
