"""Heads over two lines whose cells stand in their columns, and a line of units below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import Cell
from policydiff.reading.indicator_tables.header import LABEL, UNIT
from policydiff.reading.indicator_tables.values import UNIT_BRACKETED, UNIT_CELL

_MEASURE = re.compile(
    r"总[额量数值]|增[速幅长]率?|增加值|数量?|面积|里程|比[例重]|占比|覆盖率|完成率|人数|户数|金额|规模|产量|产值"
    r"|新[建增]|改[建造]|改扩建|续建"
)
"""What a second line says only of the head above it: 总额 below 固定资产投资."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The head of one column: what it names, its unit, its label.

    ``measure`` is what the second line measures of that: 总额 of 固定资产投资.
    """

    name: Cell
    measure: Cell | None
    unit: str
    label: str


def stack_heads(lines: Sequence[Sequence[Cell]], width: int) -> Sequence[Stack]:
    """The heads of ``width`` columns in the ``lines`` of a header; none if they can't be told.

    The column of the rows' names is not among them.
    """
    units: Sequence[str] = ()
    if not all(lines):
        return ()
    if len(lines) > 1 and UNIT.fullmatch(lines[-1][0].text):
        units, lines = [cell.text for cell in lines[-1][1:]], lines[:-1]
        units = [*units, *[""] * (width - len(units))]
        if not all(UNIT_CELL.fullmatch(unit) for unit in units if unit):
            return ()
    if len(lines) > 2 or (len(lines) < 2 and not units):
        return ()
    above = _carried(lines[0][1:], width)
    below = list(lines[1][1:]) if len(lines) > 1 else []
    below += [Cell(0, "")] * (width - len(below))
    if len(above) != width or len(below) != width or len(units) not in {0, width}:
        return ()
    if not all(cell.text for cell in above) or not (units or any(cell.text for cell in below)):
        return ()
    return [
        _stack(top, cell, units[at] if units else "")
        for at, (top, cell) in enumerate(zip(above, below, strict=True))
    ]


def _carried(cells: Sequence[Cell], width: int) -> Sequence[Cell]:
    """The cells of the first line, each over all the columns that have none of their own."""
    carried: list[Cell] = []
    for cell in [*cells, *[Cell(0, "")] * (width - len(cells))]:
        carried.append(cell if cell.text or not carried else carried[-1])
    return carried


def _stack(above: Cell, below: Cell, unit: str) -> Stack:
    top, over = _without_unit(above)
    bottom, under = _without_unit(below)
    unit = unit or under or over
    if not bottom.text or UNIT_CELL.fullmatch(bottom.text):
        return Stack(top, None, unit or bottom.text, top.text)
    if _MEASURE.fullmatch(bottom.text):
        return Stack(top, bottom, unit, top.text + bottom.text)
    if LABEL.fullmatch(bottom.text):
        return Stack(top, None, unit, top.text + bottom.text)
    return Stack(bottom, None, unit, bottom.text)


def _without_unit(cell: Cell) -> tuple[Cell, str]:
    bracketed = UNIT_BRACKETED.search(cell.text)
    if bracketed is None:
        return cell, ""
    return Cell(cell.start, cell.text[: bracketed.start()]), bracketed[1]
