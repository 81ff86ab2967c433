"""Indicator tables with a place a row: every column is an indicator, with its unit in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import groupby

from policydiff.reading.cells import EDGE, Cell, parted_cells
from policydiff.reading.document import Diagnostic, Span, Stance
from policydiff.reading.indicator_tables.header import SERIAL, find_columns
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import BARE, CJK, SHARE, UNIT_BRACKETED, value_cell
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_PLACES = (
    r"地区|辖区|区域|单位|镇街|园区"
    r"|(?:[县市区旗乡镇]|街道)(?:[（(、]?(?:[县市区旗乡镇]|街道)[）)]?)*(?:名称|别)?"
)
"""What heads the column of places."""
_OPENING = re.compile(rf"(?:(?:{SERIAL.pattern})[|\s]*)?(?:{_PLACES})(?=[|\s]|$)")
_SERIAL_ALONE = re.compile(rf"(?:{SERIAL.pattern})$")
VALUE = re.compile(rf"[≥≤<>＞＜]?\s*{BARE.pattern}|[-—–－/]+")
_AIMED = re.compile(r"目标|计划|任务")
_COMPOUND = re.compile(r"(?:目标|年度|计划|实际|完成|累计)(?:目标|任务|数|值|情况|进度|比例)")
"""A head that a line break parts: 目标 above 任务."""
_BEFORE_NAME = re.compile(r"(?:(?:19|20)\d\d\s*年[底末度]?)?")
_BEHIND_NAME = re.compile(r"(?<=..)(?:目标|计划|任务|指标)+数?$")
_POPULATION = re.compile(r"人口(?:总?数)?$")
"""What says how large a place is."""
_MARKS = re.compile("[。；：，！？]")
_RULE = re.compile(r"[|:\s-]+")
LONGEST_HEADER, _LONGEST_BLOCK = 60, 6
"""Labels of a header, and those that come again below every indicator."""
LONGEST_LABEL, _LONGEST_PLACE = 30, 12
_HEADER_LINES = 3
_FEWEST_ROWS, _EMPTY_ROWS = 2, 2
"""Rows that make a table, and places without values that may follow each other in one."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The labels behind that of the places, and each place with its values; ``last`` exclusive."""

    labels: Sequence[Cell]
    rows: Sequence[_Placed]
    last: int


@dataclass(frozen=True, slots=True)
class _Head:
    """What a column says: its indicator, the unit of its values, when and whether they hold."""

    name: Span
    unit: str
    column: Column


_Placed = tuple[str, Sequence[Cell]]


def read_places(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon
) -> IndicatorTable | None:
    """The table whose header opens at line ``at`` with the column of places, or None without it.

    The heads may stand in an order of their own, over two lines or with labels below each that
    come again (目标, 完成). They are read if only one order gives the values with ``%`` to the
    columns of shares, and no other. A table that can't be read has no rows and says so.
    """
    opening = lines[at].text.strip(EDGE)
    if _SERIAL_ALONE.match(opening) and at + 1 < len(lines):
        opening = lines[at + 1].text.strip(EDGE)
    if not _OPENING.match(opening):
        return None
    grid = _grid(lines, at)
    if grid is None or not any(UNIT_BRACKETED.search(label.text) for label in grid.labels):
        return None
    heads, rows = _told(grid, horizon)
    if len(rows) < _FEWEST_ROWS:
        return None
    if not heads:
        return IndicatorTable(at, grid.last, (), (_unread(lines, at, grid, text),))
    found = [row for place, values in rows for row in _rows(place, values, heads)]
    return IndicatorTable(at, grid.last, tuple(found))


def _told(grid: _Grid, horizon: Horizon) -> tuple[Sequence[_Head], Sequence[_Placed]]:
    """The heads of the columns, none if they can't be told, and the rows whose cells all can."""
    if blocks := _blocks(grid.labels, horizon):
        heads = [head for block in blocks for head in block]
        filled = [(place, _filled(values, blocks)) for place, values in grid.rows]
        return heads, [row for row in filled if row[1]]
    width = max(len(values) for _, values in grid.rows)
    rows = [row for row in grid.rows if len(row[1]) == width > 1]
    columns = list(zip(*(values for _, values in rows), strict=True))
    orders = [heads for heads in _orders(grid.labels, width, horizon) if _agree(heads, columns)]
    return orders[0] if len(orders) == 1 else (), rows


def _unread(lines: Sequence[Line], at: int, grid: _Grid, text: str) -> Diagnostic:
    number = text.count("\n", 0, lines[at].start) + 1
    return Diagnostic(
        "table-unread",
        f"the table at line {number} was left out: which of its {len(grid.labels)} heads"
        " its values stand below can't be told",
        lines[at].start,
        lines[grid.last - 1].end,
    )


def _grid(lines: Sequence[Line], at: int) -> _Grid | None:
    inside = lines[at].text.strip(EDGE)
    if "|" in inside or "\t" in inside or len(inside.split()) > 2:
        return _row_a_line(lines, at)
    return _cell_a_line(lines, at)


def _row_a_line(lines: Sequence[Line], at: int) -> _Grid | None:
    labels: list[Cell] = []
    rows: list[tuple[str, Sequence[Cell]]] = []
    here = at
    while here < len(lines):
        cells = [] if _RULE.fullmatch(lines[here].text) else _cells(lines[here])
        filled = [cell for cell in cells if cell.text]
        if filled and filled[0].text.isdecimal():
            cells, filled = cells[1:], filled[1:]
        counted = bool(filled[1:]) and all(VALUE.fullmatch(cell.text) for cell in filled[1:])
        if counted and is_place(filled[0].text) and cells[0].text:
            rows.append((cells[0].text, cells[1:]))
        elif rows or here - at >= _HEADER_LINES:
            break
        else:
            labels.extend(filled)
        here += 1
    return _Grid(_behind_places(labels), rows, here) if rows else None


def _cells(line: Line) -> list[Cell]:
    if "\t" in line.text:
        return parted_cells(line.text, "\t", line.start)
    if "|" in line.text:
        around = line.text[0] == line.text[-1] == "|"
        inside = line.text[1:-1] if around else line.text
        return parted_cells(inside, "|", line.start + around)
    return [Cell(line.start + word.start(), word[0]) for word in re.finditer(r"\S+", line.text)]


def _cell_a_line(lines: Sequence[Line], at: int) -> _Grid | None:
    labels: list[Cell] = []
    here = at
    while here < len(lines) and not VALUE.fullmatch(lines[here].text.strip(EDGE)):
        label = cell_of(lines[here])
        if len(label.text) > LONGEST_LABEL or len(labels) == LONGEST_HEADER:
            return None
        labels.extend([label] if label.text else [])
        here += 1
    numbered = _SERIAL_ALONE.match(labels[0].text) is not None
    place = "" if numbered else labels.pop().text
    rows: list[tuple[str, list[Cell]]] = []
    values: list[Cell] = []
    empty, last = 0, here
    while here < len(lines) and empty <= _EMPTY_ROWS:
        cell = cell_of(lines[here])
        here += 1
        if VALUE.fullmatch(cell.text):
            values.append(cell)
            empty, last = 0, here
        elif cell.text:
            if numbered and values and values[-1].text == str(len(rows) + (2 if place else 1)):
                values.pop()
            rows.extend([(place, values)] if values else [])
            place, values, empty = cell.text, [], empty + 1
            if not is_place(place):
                break
    rows.extend([(place, values)] if values else [])
    return _Grid(_behind_places(labels), rows, last) if rows else None


def cell_of(line: Line) -> Cell:
    """What stands on ``line`` without the ``|`` around it."""
    bare = line.text.strip(EDGE)
    return Cell(line.start + line.text.index(bare), bare)


def is_place(cell: str) -> bool:
    """Whether ``cell`` may name a place: it is short and has no punctuation."""
    return len(cell) <= _LONGEST_PLACE and bool(CJK.search(cell)) and not _MARKS.search(cell)


def _behind_places(labels: Sequence[Cell]) -> Sequence[Cell]:
    return labels[2:] if _SERIAL_ALONE.match(labels[0].text) else labels[1:]


def _orders(labels: Sequence[Cell], width: int, horizon: Horizon) -> Iterator[Sequence[_Head]]:
    """The heads that the columns may have, in their order.

    Where the labels are one more than the columns, one of them stands over those of a second
    line: without a unit, and behind the others in the text.
    """
    if len(labels) == width:
        yield [_head(label, horizon) for label in labels]
    if len(labels) != width + 1:
        return
    for first in range(1, len(labels)):
        above, below = labels[:first], labels[first:]
        for at, label in enumerate(above):
            if not UNIT_BRACKETED.search(label.text) and not SHARE.search(label.text):
                order = [*above[:at], *below, *above[at + 1 :]]
                yield [_head(label, horizon) for label in order]


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
            return [
                [_below(_head(cell, horizon), word, horizon) for word in below] for cell in above
            ]
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
        aimed, got, printed = (Decimal(cell.text.rstrip("%％")) for cell in (aim, reached, share))
    except InvalidOperation:
        return False
    return aimed != 0 and (got / aimed * 100).quantize(printed, ROUND_HALF_UP) == printed


def _below(head: _Head, label: str, horizon: Horizon) -> _Head:
    """The head of a column that ``label`` says is the aim of an indicator, or what was reached."""
    bracketed = UNIT_BRACKETED.search(label)
    bare = label[: bracketed.start()] if bracketed else label
    share = "%" if SHARE.search(bare) else head.unit
    stance = Stance.TARGET if _AIMED.search(bare) and not SHARE.search(bare) else Stance.OUTCOME
    return _Head(
        head.name, bracketed[1] if bracketed else share, Column(horizon.last, stance, label)
    )


def _head(label: Cell, horizon: Horizon) -> _Head:
    bracketed = UNIT_BRACKETED.search(label.text)
    bare = label.text[: bracketed.start()] if bracketed else label.text
    (column,) = find_columns([bare], horizon, retrospective=False)
    if _POPULATION.search(bare):
        column = Column(column.year, None, bare)
    before, behind = _BEFORE_NAME.match(bare), _BEHIND_NAME.search(bare)
    return _Head(
        Span(
            label.start + (before.end() if before else 0),
            label.start + (behind.start() if behind else len(bare)),
        ),
        bracketed[1] if bracketed else "%" if SHARE.search(bare) else "",
        column,
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
    for (name, unit), group in groupby(pairs, key=lambda pair: (pair[0].name, pair[0].unit)):
        beside = list(group)
        cells = [value_cell(cell, head.column) for head, cell in beside]
        found = tuple(cell for cell in cells if cell)
        yield Row(beside[0][1].start, beside[-1][1].end, None, name, unit, found, None, place)
