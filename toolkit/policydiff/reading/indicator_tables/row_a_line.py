"""Indicator tables with a row a line: tabs, bars or commas between cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from policydiff.reading.cells import PROBE, BrokenCell, Cell, comma_cells, parted_cells
from policydiff.reading.indicator_tables.drawn_rows import find_parting, whole_row
from policydiff.reading.indicator_tables.header import (
    ATTRIBUTE,
    NAME,
    SCORE,
    SERIAL,
    UNIT,
    are_valued,
    find_columns,
    is_label,
)
from policydiff.reading.indicator_tables.merged_cells import find_layout, in_columns
from policydiff.reading.indicator_tables.rows import COLUMNS_UNTOLD, LONGEST_CATEGORY, heading_in
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import (
    BARE,
    UNIT_BRACKETED,
    UNIT_CELL,
    VALUE,
    name_and_unit,
    read_binding,
    value_cell,
)
from policydiff.reading.left_out import row_unread
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon

_MEASURED_IN_CELLS = re.compile(r".{0,6}(?:项目|内容|指标|目标|任务)(?:及内容|名称|内容)?")
_LEVELLED = re.compile("[一二三]级指标")
_NO_VALUE = re.compile(
    "类别|分类|部门|责任|牵头|单位|说明|来源|分值|分数|得分|权重|评分|名次|排名|序号|备注"
)
_RULE = re.compile(r"[|:\s-]+")
"""The line under the header of a Markdown table."""
_FIRST_ROWS = 12
"""How many rows of a table tell what its columns hold."""


def read_rows(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The table whose header is line ``at``, with tabs, ``|`` or commas between cells, or None.

    Rows whose cells can't be told are left out and said so.
    """
    commas = not _parted(lines[at], text)
    cells_of = partial(_cells, text=text, commas=commas)
    labels = [cell.text for cell in cells_of(lines[at])]
    here = at + 1
    while here < len(lines) and _RULE.fullmatch(lines[here].text):
        here += 1
    below = _second_header(labels, [cells_of(line) for line in lines[here : here + 1]])
    here += any(below)
    labels = [f"{top}{bottom}" for top, bottom in zip(_spread(labels, below), below, strict=True)]
    bare = [re.sub(r"\s", "", label) for label in labels]
    named = next((at for at, label in enumerate(bare) if NAME.fullmatch(label)), None)
    first = [cells_of(line) for line in lines[at + 1 : at + 1 + _FIRST_ROWS]]
    if named is None:
        named = _measured(first, bare)
    if named is None:
        return None
    single = {
        kind: next((at for at, label in enumerate(bare) if pattern.fullmatch(label)), None)
        for kind, pattern in (("serial", SERIAL), ("unit", UNIT), ("attribute", ATTRIBUTE))
    }
    taken = {named, *single.values()}
    valued = [
        at
        for at, heads in enumerate(are_valued(bare))
        if heads and at not in taken and not _NO_VALUE.search(bare[at])
    ] or _numbered(first, bare, taken)
    if not valued:
        return None
    found = find_columns([labels[at] for at in valued], horizon, retrospective)
    columns = dict(zip(valued, found, strict=True))
    layout = find_layout(bare, named, single, valued)
    rows: list[Row] = []
    odd: list[Line] = []
    category = ""
    parting = find_parting(lines, at, here, text, cells_of)
    while here < len(lines) and (rows or here - at <= PROBE):
        line = lines[here]
        cells, following = whole_row(lines, here, text, cells_of, parting)
        filled = _filled(cells)
        if line.text != lines[at].text and not _RULE.fullmatch(line.text):
            heading = heading_in(filled)
            apart = line.blank or len(filled) == 2 or find_marker(line.text)
            if heading and (
                _heads_rows([cells_of(below) for below in lines[here + 1 : here + 3]], named)
                if len(cells) < 3 and apart
                else len(heading.text) <= LONGEST_CATEGORY
            ):
                category = heading.text
            elif len(cells) < 3 or (commas and len(cells) != len(labels)):
                break
            elif placed := in_columns(cells, layout):
                rows.append(_tab_row(placed, named, single, columns, category))
            else:
                odd.append(line)
        here = following
    diagnostics = tuple(row_unread(line, text, COLUMNS_UNTOLD) for line in odd)
    return IndicatorTable(at, here, tuple(rows), diagnostics) if rows else None


def _filled(cells: Sequence[Cell]) -> Sequence[Cell]:
    return [cell for cell in cells if cell.text]


def _heads_rows(below: Sequence[Sequence[Cell]], named: int) -> bool:
    """Whether the lines ``below`` a heading go on with the table, maybe after another heading."""
    row = next((cells for cells in below if not heading_in(_filled(cells))), [])
    counted = any(VALUE.fullmatch(cell.text) and not is_label(cell.text) for cell in row)
    return len(row) > max(2, named) and counted


def _second_header(labels: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Sequence[str]:
    """What a second line of the header adds to each label: 目标 below 2025年; empty without one."""
    cells = [cell.text for row in rows for cell in row]
    cells = [*cells, *[""] * (len(labels) - len(cells))]
    filled = [cell for cell in cells if cell]
    named = any(NAME.fullmatch(re.sub(r"\s", "", label)) for label in labels)
    if not named or len(cells) > len(labels) or not filled or not all(map(is_label, filled)):
        return [""] * len(labels)
    return cells


def _spread(labels: Sequence[str], below: Sequence[str]) -> Sequence[str]:
    """The labels, each over all of those ``below`` it that come again below the next."""
    spread: list[str] = []
    for top, bottom in zip(labels, below, strict=True):
        again = spread and not top and bottom and below.count(bottom) > 1
        spread.append(spread[-1] if again else top)
    return spread


def _measured(rows: Sequence[Sequence[Cell]], labels: Sequence[str]) -> int | None:
    """The column whose cells end in a unit in brackets (生产总值（亿元）), or have one beside them.

    Of indicators of two levels it is the second; where they are scored, the first of several.
    """
    told = [at for at, label in enumerate(labels) if _MEASURED_IN_CELLS.fullmatch(label)]
    if not told:
        return None
    if levelled := [at for at in told if _LEVELLED.match(labels[at])]:
        return levelled[-1]
    if any(map(SCORE.fullmatch, labels)) and len(told) > 1:
        return told[0]
    beside = next((at for at, label in enumerate(labels) if UNIT.fullmatch(label)), len(labels))
    units = [row[beside].text for row in rows if beside < len(row)]
    if sum(bool(UNIT_CELL.fullmatch(cell)) for cell in units) * 2 > len(rows):
        return told[0]
    for at in told:
        named = [row[at].text for row in rows if at < len(row)]
        if sum(bool(UNIT_BRACKETED.search(cell)) for cell in named) * 2 > len(named):
            return at
    return None


def _numbered(
    rows: Sequence[Sequence[Cell]], labels: Sequence[str], taken: set[int | None]
) -> list[int]:
    """The columns whose cells are bare numbers, whatever their heads (全市), but for scores."""
    rows = [row for row in rows if len(row) >= len(labels) - 1]
    return [
        at
        for at, label in enumerate(labels)
        if at not in taken
        and not _NO_VALUE.search(label)
        and sum(at < len(row) and bool(BARE.fullmatch(row[at].text)) for row in rows) * 2
        > len(rows)
    ]


def _tab_row(
    cells: Sequence[Cell],
    named: int,
    single: dict[str, int | None],
    columns: dict[int, Column],
    category: str,
) -> Row:
    def cell(kind: str) -> str:
        at = single[kind]
        return cells[at].text if at is not None and at < len(cells) else ""

    name, unit = name_and_unit(cells[named : named + 1], cell("unit"))
    values = [
        value
        for at, column in columns.items()
        if at < len(cells) and (value := value_cell(_counted(cells[at]), column))
    ]
    filled = _filled(cells)
    return Row(
        filled[0].start,
        max(cell.end for cell in filled),
        cell("serial") or None,
        name,
        unit,
        tuple(values),
        read_binding(cell("attribute")),
        category,
        gaps=cells[named].gaps,
    )


def _counted(cell: Cell) -> Cell:
    """The piece of a value over several lines that has its number."""
    pieces = cell.pieces if isinstance(cell, BrokenCell) else ()
    return next((piece for piece in pieces if re.search(r"\d", piece.text)), cell)


def _cells(line: Line, text: str, *, commas: bool) -> list[Cell]:
    printed = text[line.raw_start : line.raw_end]
    if commas:
        return comma_cells(printed, line.raw_start)
    return parted_cells(printed, "\t" if "\t" in printed.strip() else "|", line.raw_start)


def _parted(line: Line, text: str) -> bool:
    """Whether tabs or ``|`` stand in ``line``."""
    return "|" in line.text or "\t" in text[line.raw_start : line.raw_end].strip()
