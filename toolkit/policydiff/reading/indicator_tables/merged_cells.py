"""Rows of a table that have fewer or more cells than its header: merged cells are printed once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from policydiff.reading.cells import Cell
from policydiff.reading.indicator_tables.values import (
    BARE,
    CJK,
    UNIT_BRACKETED,
    UNIT_CELL,
    is_name,
    read_binding,
)

_IN_CHARGE = re.compile("单位|部门|领导")
_DASH = re.compile(r"[-—–－/]+")
_NUMBER_OF_ROW = re.compile(r"\D{0,3}[\d.]{0,6}\D?")


class Kind(Enum):
    """What the cells of a column hold."""

    SERIAL = auto()
    CATEGORY = auto()
    NAME = auto()
    UNIT = auto()
    VALUE = auto()
    ATTRIBUTE = auto()
    IN_CHARGE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold, from left to right; ``named`` is that of the names."""

    kinds: Sequence[Kind]
    named: int


def find_layout(
    labels: Sequence[str], named: int, single: Mapping[str, int | None], values: Sequence[int]
) -> Layout:
    """The layout of a table whose header has these ``labels``."""
    kinds = [Kind.CATEGORY] * named + [
        Kind.IN_CHARGE if _IN_CHARGE.search(label) else Kind.OTHER for label in labels[named:]
    ]
    told = {named: Kind.NAME, **dict.fromkeys(values, Kind.VALUE)}
    told |= {at: Kind[kind.upper()] for kind, at in single.items() if at is not None}
    return Layout([told.get(at, kind) for at, kind in enumerate(kinds)], named)


def in_columns(cells: Sequence[Cell], layout: Layout) -> Sequence[Cell] | None:
    """The ``cells`` of a row, each in its column; None if it can't be told where they stand.

    Of a row with fewer cells than the header, one or several on end may be missing anywhere and
    others at the end; of one with more, the first have no head.
    """
    if _fit(cells, layout):
        return cells
    filled = list(cells)
    while filled and not filled[-1].text:
        filled.pop()
    missing = len(layout.kinds) - len(filled)
    found = [filled[-missing:]] if missing < 0 else _widened(filled, missing)
    fitting = [row for row in found if _fit(row, layout)]
    if len({tuple(row[layout.named :]) for row in fitting}) == 1:
        return fitting[0]
    whole = len(cells) >= len(layout.kinds) >= len(filled)
    return cells if whole or _fit(cells, layout, strict=False) else None


def _widened(cells: Sequence[Cell], missing: int) -> list[list[Cell]]:
    """The ``cells`` with up to ``missing`` empty ones put in at one place, the others behind."""
    last = Cell(cells[-1].end, "")
    return [
        [*cells[:at], *[Cell(cells[at].start, "")] * gap, *cells[at:], *[last] * (missing - gap)]
        for gap in range(1, missing + 1)
        for at in range(len(cells))
    ]


def _fit(cells: Sequence[Cell], layout: Layout, *, strict: bool = True) -> bool:
    """Whether no cell contradicts its column; where ``strict``, names and kinds are sure."""
    pairs = list(zip((cell.text for cell in cells), layout.kinds, strict=False))
    if len(pairs) <= layout.named:
        return False
    if strict and any(_is_doubtful(cell, kind) for cell, kind in pairs):
        return False
    return all(_may_be(cell, kind) for cell, kind in pairs)


def _is_doubtful(cell: str, kind: Kind) -> bool:
    """Whether ``cell`` is a name that may be an aim in words, or a kind that may be no value."""
    if kind is Kind.NAME:
        return bool(cell) and not is_name(cell)
    return kind is Kind.ATTRIBUTE and _DASH.fullmatch(cell) is not None


def _may_be(cell: str, kind: Kind) -> bool:
    """Whether ``cell`` may stand in a column of that ``kind``."""
    if kind is Kind.OTHER or (not cell and kind is not Kind.NAME):
        return True
    counted, unit = BARE.fullmatch(cell) is not None, UNIT_CELL.fullmatch(cell) is not None
    if kind is Kind.SERIAL:
        return _NUMBER_OF_ROW.fullmatch(cell) is not None
    if kind is Kind.ATTRIBUTE:
        return not (counted or unit)
    if read_binding(cell) is not None or (unit and kind is not Kind.UNIT):
        return False
    measured = UNIT_BRACKETED.search(cell) is not None and is_name(cell)
    if kind is Kind.VALUE:
        return not measured
    if kind is Kind.NAME:
        return bool(CJK.search(cell)) and not counted
    return not counted and not (measured and kind is not Kind.IN_CHARGE)
