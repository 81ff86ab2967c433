"""Indicator tables with a place a row: every column is an indicator, with its unit in its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import groupby

from policydiff.reading.cells import Cell
from policydiff.reading.document import Span, Stance
from policydiff.reading.indicator_tables.header import find_columns
from policydiff.reading.indicator_tables.place_grid import Grid, Placed, find_grid, is_sum, owner
from policydiff.reading.indicator_tables.stacked_heads import Stack
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import SHARE, UNIT_BRACKETED, unit_above, value_cell
from policydiff.reading.left_out import table_unread
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_AIMED = re.compile(r"目标|计划|任务")
_COMPOUND = re.compile(r"(?:目标|年度|计划|实际|完成|累计)(?:目标|任务|数|值|情况|进度|比例)")
"""A head that a line break parts: 目标 above 任务."""
_BEFORE_NAME = re.compile(r"(?:(?:19|20)\d\d\s*年[底末度]?)?(?:计划(?=[\u4e00-\u9fff]{3}))?")
_CHANGE_ALONE = re.compile(
    r"(?:较|比)?(?:上年|\d{4}年)?(?:同比)?(?:(?:增长|下降|上升|降低|提高|增减)(?:比例|率|幅度)?|[增降]幅|增速)"
)
"""A head that only says how much what stands in the column before it changes."""
_BEHIND_NAME = re.compile(r"(?<=..)(?:目标|计划|任务|指标)+数?$")
_POPULATION = re.compile(r"人口(?:总?数)?$")
"""What says how large a place is."""
_LONGEST_BLOCK = 6
"""Labels that come again below every indicator."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column says: its indicator, the unit of its values, when and whether they hold.

    ``measure`` is what a line below says is measured of the indicator.
    """

    name: Span
    unit: str
    column: Column
    measure: Span | None = None


def read_place_rows(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The table whose header opens at line ``at`` with the column of places, or None without it.

    The heads may stand in an order of their own, over two lines or with labels below each that
    come again (目标, 完成). They are read if only one order gives the values with ``%`` to the
    columns of shares, and no other. A table that can't be read has no rows and says so.
    """
    grid = find_grid(lines, at, text)
    if grid is None:
        return None
    above = unit_above(lines, at)
    if not (above or grid.stacks or any(UNIT_BRACKETED.search(one.text) for one in grid.labels)):
        return None
    heads, rows = _told(grid, horizon, retrospective)
    if not (heads and rows):
        why = f"which of its {len(grid.labels)} heads its values stand below can't be told"
        unread = table_unread(lines[at], lines[grid.last - 1].end, text, why)
        return IndicatorTable(at, grid.last, (), (unread,))
    heads = [replace(head, unit=head.unit or above) for head in heads]
    if grid.dated:
        dated = _dated(rows, heads, horizon, retrospective)
        return IndicatorTable(at, grid.last, tuple(dated))
    found = [row for place, values in rows for row in _rows(place, values, heads)]
    return IndicatorTable(at, grid.last, tuple(found))


def _dated(
    rows: Sequence[Placed], heads: Sequence[_Head], horizon: Horizon, retrospective: bool
) -> Iterator[Row]:
    """A row for each indicator and year; the sum of years that are all past was reached in them."""
    reached: list[Column] = []
    for year, values in rows:
        named = [head.column.label + ("" if is_sum(year) else year) for head in heads]
        columns = [find_columns([label], horizon, retrospective)[0] for label in named]
        if is_sum(year) and reached and all(one.stance is Stance.OUTCOME for one in reached):
            columns = reached[-len(heads) :]
        reached.extend(columns)
        of_year = [replace(head, column=one) for head, one in zip(heads, columns, strict=True)]
        yield from (replace(row, place="") for row in _rows(year, values, of_year))


def _told(
    grid: Grid, horizon: Horizon, retrospective: bool
) -> tuple[Sequence[_Head], Sequence[Placed]]:
    """The heads of the columns, none if they can't be told, and the rows whose cells all can."""
    if blocks := _blocks(grid.labels, horizon):
        heads = [head for block in blocks for head in block]
        filled = [(place, _filled(values, blocks)) for place, values in grid.rows]
        return heads, [row for row in filled if row[1]]
    if grid.stacks:
        stacked = _of_changes([_stacked(one, horizon, retrospective) for one in grid.stacks])
        return stacked, [row for row in grid.rows if len(row[1]) == len(stacked)]
    widths = Counter(len(values) for _, values in grid.rows)
    width = max(widths, key=lambda width: (widths[width], width))
    rows = [row for row in grid.rows if len(row[1]) == width]
    columns = list(zip(*(values for _, values in rows), strict=True))
    orders = [_heads(labels, horizon, retrospective) for labels in _orders(grid.labels, width)]
    agreed = [heads for heads in orders if _agree(heads, columns)]
    return agreed[0] if len(agreed) == 1 else (), rows


def _orders(labels: Sequence[Cell], width: int) -> Iterator[Sequence[Cell]]:
    """The labels that the columns may have, in their order.

    Where the labels are one more than the columns, one of them stands over those of a second
    line: without a unit, and before them in the text.
    """
    if len(labels) == width:
        yield labels
    if len(labels) != width + 1:
        return
    for first in range(1, len(labels)):
        above, below = labels[:first], labels[first:]
        for at, label in enumerate(above):
            if not UNIT_BRACKETED.search(label.text) and not SHARE.search(label.text):
                yield [*above[:at], *below, *above[at + 1 :]]


def _blocks(labels: Sequence[Cell], horizon: Horizon) -> Sequence[Sequence[_Head]]:
    """The heads of each indicator below which the last labels come again; none if none do."""
    words = [label.text for label in labels]
    for size in range(2, _LONGEST_BLOCK + 1):
        times = 1
        while words[-size * (times + 1) : -size * times] == words[-size:]:
            times += 1
        above = [cell for cell in labels[: -size * times] if UNIT_BRACKETED.search(cell.text)]
        if times > 1 and len(above) == times:
            below = _joined(words[-size:])
            heads = _heads(above, horizon, retrospective=False)
            return [[_below(head, word, horizon) for word in below] for head in heads]
    return ()


def _joined(words: Sequence[str]) -> Sequence[str]:
    joined: list[str] = []
    for word in words:
        if joined and _COMPOUND.fullmatch(joined[-1] + word):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _filled(values: Sequence[Cell], blocks: Sequence[Sequence[_Head]]) -> Sequence[Cell]:
    """The values with an empty cell for each share of its aim that an indicator lacks.

    Nothing if values are missing and the shares don't tell which.
    """
    size = len(blocks[0])
    if len(values) == size * len(blocks):
        return values
    shares = [head.unit == "%" and head.column.stance is Stance.OUTCOME for head in blocks[0]]
    if shares != [False, False, True]:
        return ()
    filled: list[Cell] = []
    at = 0
    while at + 1 < len(values):
        filled.extend(values[at : at + 2])
        at += 2
        told = at < len(values) and _is_share_of(values[at], *values[at - 2 : at])
        filled.append(values[at] if told else Cell(values[at - 1].end, ""))
        at += told
    return filled if at == len(values) and len(filled) == size * len(blocks) else ()


def _is_share_of(share: Cell, aim: Cell, reached: Cell) -> bool:
    """Whether ``share`` is what was ``reached`` in percent of the ``aim``, as far as printed."""
    try:
        aimed, got, printed = (_number(cell.text) for cell in (aim, reached, share))
        return aimed != 0 and (got / aimed * 100).quantize(printed, ROUND_HALF_UP) == printed
    except InvalidOperation:
        return False


def _number(printed: str) -> Decimal:
    return Decimal(re.sub("[,，%％]", "", printed))


def _below(head: _Head, label: str, horizon: Horizon) -> _Head:
    """The head of a column that ``label`` says is the aim of an indicator, or what was reached."""
    bracketed = UNIT_BRACKETED.search(label)
    bare = label[: bracketed.start()] if bracketed else label
    share = "%" if SHARE.search(bare) else head.unit
    stance = Stance.TARGET if _AIMED.search(bare) and not SHARE.search(bare) else Stance.OUTCOME
    return _Head(
        head.name, bracketed[1] if bracketed else share, Column(horizon.last, stance, label)
    )


def _heads(labels: Sequence[Cell], horizon: Horizon, retrospective: bool) -> Sequence[_Head]:
    bare = [UNIT_BRACKETED.sub("", label.text) for label in labels]
    columns = find_columns(bare, horizon, retrospective)
    return _of_changes([_head(*column) for column in zip(labels, bare, columns, strict=True)])


def _of_changes(heads: Sequence[_Head]) -> Sequence[_Head]:
    """The ``heads``, those that only say how much changes with the name before them."""
    named: list[_Head] = []
    for head in heads:
        changes = named and _CHANGE_ALONE.fullmatch(head.column.label)
        named.append(
            replace(head, name=named[-1].name, measure=named[-1].measure) if changes else head
        )
    return named


def _head(label: Cell, bare: str, column: Column) -> _Head:
    bracketed = UNIT_BRACKETED.search(label.text)
    return _Head(
        _name(Cell(label.start, bare)),
        bracketed[1] if bracketed else "%" if SHARE.search(bare) else "",
        replace(column, stance=None) if _POPULATION.search(bare) else column,
    )


def _stacked(stack: Stack, horizon: Horizon, retrospective: bool) -> _Head:
    (column,) = find_columns([stack.label], horizon, retrospective)
    unit = stack.unit or ("%" if SHARE.search(stack.label) else "")
    below = stack.measure
    measure = Span(below.start, below.end) if below else None
    return _Head(_name(stack.name), unit, column, measure)


def _name(label: Cell) -> Span:
    """The indicator that a ``label`` names, without its time and 计划数."""
    before, behind = _BEFORE_NAME.match(label.text), _BEHIND_NAME.search(label.text)
    return Span(
        label.start + (before.end() if before else 0),
        label.start + (behind.start() if behind else len(label.text)),
    )


def _agree(heads: Sequence[_Head], columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether values with ``%`` stand below shares alone, and below shares no others."""
    if not any(cell.text.endswith(("%", "％")) for column in columns for cell in column):
        return True
    return all(
        (head.unit == "%") == cell.text.endswith(("%", "％"))
        for head, column in zip(heads, columns, strict=True)
        for cell in column
        if cell.text[-1:].isdigit() or cell.text.endswith(("%", "％"))
    )


def _rows(place: str, values: Sequence[Cell], heads: Sequence[_Head]) -> Iterator[Row]:
    """A row for each indicator and unit that stands in columns side by side."""
    pairs = [pair for pair in zip(heads, values, strict=True) if pair[1].text]
    for head, group in groupby(pairs, key=lambda pair: replace(pair[0], column=pairs[0][0].column)):
        beside = list(group)
        cells = [value_cell(cell, head.column) for head, cell in beside]
        found = tuple(cell for cell in cells if cell)
        start, end = beside[0][1].start, beside[-1][1].end
        row = Row(start, end, None, head.name, head.unit, found, None, place, head.measure)
        yield replace(row, place=owner(place), deed=not head.unit.endswith("元"))
