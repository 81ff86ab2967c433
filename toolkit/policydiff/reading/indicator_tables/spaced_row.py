"""One line of an indicator table with white space between its cells becomes the parts of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import Cell, place, width
from policydiff.reading.document import Binding, IndicatorCell
from policydiff.reading.indicator_tables.header import Header
from policydiff.reading.indicator_tables.spaced_header import Shape
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.indicator_tables.values import (
    BOUND,
    CJK,
    UNIT_CELL,
    VALUE,
    is_name,
    read_binding,
    value_cell,
)
from policydiff.reading.lines import Line

_SERIAL = re.compile(r"\d{1,3}[.．、]?|[（(]\d{1,3}[）)]")
_BEFORE_NUMBER = re.compile(r"[≥≤<>＞＜约〔\[]")
_IN_BRACKET = re.compile(r"[〔\[【（(][^〕\]】）)]*")
_CLOSING = re.compile(r"[〕\]】）)]")
_PARTED = {True: re.compile(r"\S+(?: \S+)*"), False: re.compile(r"\S+")}
_NUMBERED = re.compile(rf"(?:{_SERIAL.pattern})(?=\D)")


@dataclass(frozen=True, slots=True)
class SpacedRow:
    """What a line says; ``names`` are the cells that its indicator stands in, none if it lacks one.

    ``behind`` is the first cell behind it; ``category`` is printed before the number of the row,
    ``numbered`` is whether it has one.
    """

    cells: Sequence[Cell]
    names: Sequence[Cell]
    behind: Cell
    category: str
    item: str | None
    unit: str
    values: tuple[IndicatorCell, ...]
    binding: Binding | None
    numbered: bool


def split_cells(line: Line, *, wide: bool) -> list[Cell]:
    """The cells of ``line``; between ``wide`` ones stand two spaces or more."""
    cells: list[Cell] = []
    for word in _PARTED[wide].finditer(line.text):
        cell = Cell(line.start + word.start(), word[0])
        if cells and _belong_together(cells[-1].text, cell.text):
            first = cells.pop()
            between = line.text[first.start - line.start : cell.end - line.start]
            cell = Cell(first.start, between)
        cells.append(cell)
    return cells


def _belong_together(before: str, cell: str) -> bool:
    """Whether ``cell`` is the rest of the one ``before``."""
    return bool(
        BOUND.fullmatch(cell)
        or _BEFORE_NUMBER.fullmatch(before)
        or (_CLOSING.fullmatch(cell) and _IN_BRACKET.fullmatch(before))
    )


def has_values(cells: Sequence[Cell]) -> bool:
    """Whether a cell behind the first is a value."""
    return any(VALUE.fullmatch(cell.text) for cell in cells[1:])


def is_row(line: Line, header: Header) -> bool:
    """Whether ``line`` ends as the rows below ``header`` do, however long it is."""
    cells = split_cells(line, wide=False)
    last = cells[-1].text
    ends = read_binding(last) is not None or VALUE.fullmatch(last) is not None
    beside = header.beside and len(cells) > 2 and VALUE.fullmatch(cells[-2].text)
    open_end = (beside or _is_full(cells, header)) and not last.endswith(("。", "；"))
    return has_values(cells) and bool(ends or open_end)


def parse_row(line: Line, shape: Shape, *, wide: bool) -> SpacedRow | None:
    """The row on ``line``, or None where its cells can't be told apart."""
    header = shape.header
    cells = split_cells(line, wide=wide)
    kind = max((at for at, cell in enumerate(cells) if read_binding(cell.text)), default=None)
    inner = cells[:kind]
    if kind is None and header.beside:
        last = max((at for at, cell in enumerate(cells) if VALUE.fullmatch(cell.text)), default=-1)
        inner = cells[: last + 1]
    left, before = _at_values(inner, header)
    beyond = [cell for cell in cells[len(inner) :] if VALUE.fullmatch(cell.text)]
    if shape.middles and 0 < len(before) < len(header.before):
        pairs = _below(before, header.before, shape.middles, line)
    else:
        pairs = _paired(before, header.before, aligned=header.attribute)
    after = _paired(beyond[: len(header.after)], header.after, aligned=bool(header.before))
    if pairs is None or after is None:
        return None
    unit = left.pop().text if header.unit and left and _is_unit(left[-1]) else ""
    category, item, names = _named(left, serial=header.serial, grouped=shape.grouped)
    if names and not any(is_name(cell.text) for cell in names):
        return None
    if len(names) > 1 and header.attribute and kind is None:
        return None
    values = [value_cell(cell, column) for cell, column in (*pairs, *after)]
    return SpacedRow(
        cells,
        names,
        cells[min(len(left), len(cells) - 1)],
        category,
        item,
        unit,
        tuple(value for value in values if value),
        read_binding(cells[kind].text) if kind is not None else None,
        item is not None or bool(names and _NUMBERED.match(names[0].text)),
    )


def _at_values(cells: Sequence[Cell], header: Header) -> tuple[list[Cell], list[Cell]]:
    """The cells left of the values, and the values; aims in words count where nothing else fits."""
    begin = len(cells)
    while begin > 0 and VALUE.fullmatch(cells[begin - 1].text):
        begin -= 1
    count = len(header.before)
    serial = next((at for at, cell in enumerate(cells[:2]) if _SERIAL.fullmatch(cell.text)), None)
    if header.serial and serial is not None:
        whole = serial + 2 + header.unit + count
        begin = max(begin, serial + 1)
        if len(cells) == whole and len(cells) - begin < count:
            begin = whole - count
    elif _is_full(cells, header):
        begin = 2
    return list(cells[:begin]), list(cells[begin:])


def _is_full(cells: Sequence[Cell], header: Header) -> bool:
    """Whether ``cells`` are a name and something for each column, maybe in words.

    Its number or its unit is there, and both where both have a column.
    """
    named = int(header.serial)
    if len(cells) != named + 1 + header.unit + len(header.before):
        return False
    if header.unit and not UNIT_CELL.fullmatch(cells[named + 1].text):
        return False
    return _SERIAL.fullmatch(cells[0].text) is not None if header.serial else header.unit


def _paired(
    values: Sequence[Cell], columns: Sequence[Column], *, aligned: bool
) -> list[tuple[Cell, Column]] | None:
    """Each value with its column; None if there are too many, or too few of an ``aligned`` row."""
    if len(values) > len(columns) or (aligned and len(values) < len(columns)):
        return None
    return list(zip(values, columns, strict=False))


def _below(
    values: Sequence[Cell], columns: Sequence[Column], middles: Sequence[float], line: Line
) -> list[tuple[Cell, Column]] | None:
    """Each value with the column that it stands below; None if one stands between two."""
    taken: list[int] = []
    for cell in values:
        middle = place(line, cell) + width(cell.text) / 2
        off = [abs(middle - one) for one in middles]
        nearest, second = sorted(off)[:2]
        if nearest * 2 > second:
            return None
        taken.append(off.index(nearest))
    if len(set(taken)) < len(taken):
        return None
    return [(cell, columns[at]) for cell, at in zip(values, taken, strict=True)]


def _is_unit(cell: Cell) -> bool:
    return UNIT_CELL.fullmatch(cell.text) is not None or not CJK.search(cell.text)


def _named(
    left: Sequence[Cell], *, serial: bool, grouped: bool
) -> tuple[str, str | None, Sequence[Cell]]:
    """The category, the number and the cells of the name among those ``left`` of the values."""
    if serial:
        for at, cell in enumerate(left[:2]):
            if _SERIAL.fullmatch(cell.text):
                return left[0].text if at else "", cell.text.rstrip(".．、"), left[at + 1 :]
    if grouped and len(left) > 1:
        return left[0].text, None, left[1:]
    return "", None, left
