"""Tables of assessed indicators flattened to a cell a line: a score stands beside every target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydiff.reading.cells import EDGE, PROBE, Cell
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.header import BESIDE, NAME, SCORE, SERIAL, UNIT
from policydiff.reading.indicator_tables.rows import LONGEST_CATEGORY, closes
from policydiff.reading.indicator_tables.table import Column, IndicatorTable, Row
from policydiff.reading.indicator_tables.values import (
    BARE,
    SHARE,
    UNIT_CELL,
    VALUE,
    is_name,
    name_and_unit,
    value_cell,
)
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon
from policydiff.reading.units import looks_like_units

_AIM = re.compile(
    r"(?:\d{4}年)?(?:年度|全年|工作|考核)?(?:目标任务|目标值|目标数|目标|任务数|计划数|计划)"
)
_NAMED = re.compile(
    rf"(?:考核|评价|目标|工作|责任)?(?:项目|内容|指标)(?:名称|内容)?|{NAME.pattern}"
)
_BESIDE = re.compile(rf"(?:{BESIDE.pattern})|.{{0,4}}(?:单位|部门)|类别")
_HEADS = (SERIAL, SCORE, _AIM, _NAMED, UNIT, _BESIDE)
_LONGEST_HEADER, _LONGEST_LABEL = 8, 12
_FEWEST_ROWS = 2


def read_scored(lines: Sequence[Line], at: int, horizon: Horizon) -> IndicatorTable | None:
    """The table whose header opens at line ``at``, or None if none has a score and a target there.

    A row with one number is left out: its score or its target is that of several rows.
    """
    labels: list[str] = []
    for line in lines[at : at + _LONGEST_HEADER]:
        label = "".join(line.text.strip(EDGE).split())
        if len(label) > _LONGEST_LABEL or not any(head.fullmatch(label) for head in _HEADS):
            break
        labels.append(label)
    score = next((at for at, label in enumerate(labels) if SCORE.fullmatch(label)), None)
    aim = next((at for at, label in enumerate(labels) if _AIM.fullmatch(label)), None)
    if score is None or aim is None or not any(map(_NAMED.fullmatch, labels)):
        return None
    here = at + len(labels)
    column = Column(horizon.last, Stance.TARGET, labels[aim])
    cells: list[Cell] = []
    while here < len(lines) and not closes(lines, here):
        bare = lines[here].text.strip(EDGE)
        cells.append(Cell(lines[here].start + lines[here].text.index(bare), bare))
        here += 1
        if len(cells) == PROBE and next(_rows(cells, column, behind=aim > score), None) is None:
            return None
    rows = tuple(_rows(cells, column, behind=aim > score))
    if len(rows) < _FEWEST_ROWS:
        return None
    last = next((to for to in range(at, here) if lines[to].start >= rows[-1].end), here)
    while last < here and looks_like_units(lines[last].text.strip(EDGE)):
        last += 1
    return IndicatorTable(at, last, rows)


def _rows(cells: Sequence[Cell], column: Column, *, behind: bool) -> Iterator[Row]:
    """The rows of the ``cells``; their targets stand ``behind`` their scores or before them."""
    category = ""
    for at, name in enumerate(cells):
        below = cells[at + 1 : at + 4]
        unit = below[0].text if below and UNIT_CELL.fullmatch(below[0].text) else ""
        pair = below[1:] if unit else below[:2]
        if not is_name(name.text) or not pair or not VALUE.fullmatch(pair[0].text):
            headed = is_name(name.text) and not looks_like_units(name.text)
            category = name.text if headed and len(name.text) <= LONGEST_CATEGORY else category
            continue
        if len(pair) < 2 or not VALUE.fullmatch(pair[1].text):
            continue
        score, target = pair if behind else reversed(pair)
        value = value_cell(target, column)
        if value is None or not BARE.fullmatch(score.text):
            continue
        span, unit = name_and_unit([name], unit)
        unit = unit or ("%" if SHARE.search(name.text) else "")
        yield Row(name.start, pair[1].end, None, span, unit, (value,), None, category)
