"""What is assessed, told line by line below the heading of each indicator: 【目标值】24亿元."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from policydiff.reading.cells import Cell, joined
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.assessed import (
    AIM,
    BEFORE,
    JUDGED,
    Assessed,
    assessed_row,
    column_before,
)
from policydiff.reading.task_tables.header import LEAD, NUMBER, REMARK, SUPPORT
from policydiff.reading.task_tables.rows import Draft, is_section, with_units
from policydiff.reading.task_tables.table import SectionRow, TaskTable

_TOLD = re.compile(
    r"[【\[]\s*(?P<bracketed>[^【】\[\]]{2,12}?)\s*[】\]]\s*[：:]?\s*|(?P<plain>\w{2,12})\s*[：:]\s*"
)
_BESIDE = re.compile(r"(?:考核|评价|数据).{0,4}(?:单位|部门|主体|来源)|完成时限")
_LABELS = (AIM, BEFORE, JUDGED, LEAD, SUPPORT, NUMBER, REMARK, _BESIDE)
_LONGEST_NAME, _FEWEST = 40, 2

Card = tuple[str | None, Cell, Mapping[str, Cell]]
"""The number of an indicator, its name, and what is told of it by label."""


def read_cards(lines: Sequence[Line], at: int, horizon: Horizon) -> TaskTable | None:
    """The indicators from the heading at line ``at`` on, or None if nothing is so told below it."""
    drafts: list[Draft | SectionRow] = []
    here = at
    while here < len(lines):
        line = lines[here]
        card, below = _card(lines, here)
        if card:
            drafts.append(_row(card, horizon))
        elif drafts and is_section(line) and _card(lines, here + 1)[0]:
            drafts.append(SectionRow(line.start, line.end, line.text))
        else:
            break
        here = below
    if sum(isinstance(draft, Draft) for draft in drafts) < _FEWEST:
        return None
    return TaskTable(at, here, with_units(drafts), ())


def _card(lines: Sequence[Line], at: int) -> tuple[Card | None, int]:
    """The indicator whose heading is line ``at``, if one is there, and the line behind it."""
    if at + 2 >= len(lines) or _label(lines[at + 1].text) is None:
        return None, at + 1
    marker = find_marker(lines[at].text)
    if marker is None or len(lines[at].text) > _LONGEST_NAME:
        return None, at + 1
    pieces: dict[str, list[Cell]] = {}
    label = ""
    here = at + 1
    while here < len(lines):
        line = lines[here]
        found = _label(line.text)
        if found:
            label = found[0]
        elif line.blank or find_marker(line.text):
            break
        begin = found[1] if found else 0
        pieces.setdefault(label, []).append(Cell(line.start + begin, line.text[begin:]))
        here += 1
    told = {name: joined(cells) for name, cells in pieces.items()}
    judged = _first(told, JUDGED) or _first(told, BEFORE)
    if _first(told, AIM) is None or judged is None:
        return None, at + 1
    name = Cell(lines[at].start + marker.end, lines[at].text[marker.end :])
    return (str(marker.number) if marker.number else None, name, told), here


def _label(line: str) -> tuple[str, int] | None:
    """The label that ``line`` opens with, if it is known, and where the text behind it begins."""
    told = _TOLD.match(line)
    label = (told["bracketed"] or told["plain"]) if told else ""
    known = any(pattern.fullmatch(label) for pattern in _LABELS)
    return (label, told.end()) if told and known else None


def _first(told: Mapping[str, Cell], pattern: re.Pattern[str]) -> str | None:
    return next((label for label in told if pattern.fullmatch(label)), None)


def _row(card: Card, horizon: Horizon) -> Draft:
    item, name, told = card
    aim, before = _first(told, AIM) or "", _first(told, BEFORE)
    units = _first(told, LEAD) or _first(told, SUPPORT)
    said = Assessed(
        item,
        name,
        told[aim],
        told[before] if before else None,
        told[units].text if units else "",
    )
    aimed = Column(horizon.last, Stance.TARGET, aim)
    return assessed_row(said, aimed, column_before(before, horizon) if before else None)
