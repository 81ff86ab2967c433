"""Tables of what is assessed with a row a line, some of whose aims are told in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.assessed import (
    AIM,
    BEFORE,
    JUDGED,
    NAMED,
    Assessed,
    assessed_row,
    column_before,
    is_worded,
)
from policydiff.reading.task_tables.bars import RULE, find_rows, read_header
from policydiff.reading.task_tables.cells import Split
from policydiff.reading.task_tables.header import LEAD, NUMBER, SUPPORT
from policydiff.reading.task_tables.rows import Draft, with_units
from policydiff.reading.task_tables.table import SectionRow, TaskTable

_FEWEST_WORDED = 2


def read_assessed(
    lines: Sequence[Line], at: int, text: str, split: Split, horizon: Horizon
) -> TaskTable | None:
    """The table whose header is line ``at``, or None if it is none of those or has no such aim."""
    header, here = read_header(lines, at, text, split)
    labels = ["".join(cell.text.split()) for cell in header]
    aim, judged = _first(labels, AIM), _first(labels, JUDGED)
    if aim is None or judged is None:
        return None
    named = [n for n, label in enumerate(labels[:aim]) if NAMED.fullmatch(label)]
    if not named:
        return None
    number, before = _first(labels, NUMBER), _first(labels, BEFORE)
    units = _first(labels, LEAD) or _first(labels, SUPPORT)
    aimed = Column(horizon.last, Stance.TARGET, labels[aim])
    reached = column_before(labels[before], horizon) if before is not None else None
    row_at = find_rows(lines, at, here, text, split)
    drafts: list[Draft | SectionRow] = []
    worded = 0
    while here < len(lines):
        if RULE.fullmatch(lines[here].text) or lines[here].text == lines[at].text:
            here += 1
            continue
        cells, below = row_at(here)
        filled = [cell for cell in cells if cell.text]
        if len(cells) > 1 and len(filled) == 1:
            drafts.append(SectionRow(filled[0].start, filled[0].end, filled[0].text))
        elif len(cells) < len(labels) - 1 or not cells[aim].text:
            break
        else:
            worded += is_worded(cells[aim].text)
            said = Assessed(
                _text(cells, number) or None,
                cells[named[-1]],
                cells[aim],
                cells[before] if before is not None and before < len(cells) else None,
                _text(cells, units),
            )
            drafts.append(assessed_row(said, aimed, reached))
        here = below
    return TaskTable(at, here, with_units(drafts), ()) if worded >= _FEWEST_WORDED else None


def _text(cells: Sequence[Cell], at: int | None) -> str:
    return cells[at].text if at is not None and at < len(cells) else ""


def _first(labels: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, label in enumerate(labels) if pattern.fullmatch(label)), None)
