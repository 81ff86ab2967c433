"""Task tables of numbered tasks alone, with single spaces for tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.indicator_tables.place_grid import PLACES
from policydiff.reading.lines import Line
from policydiff.reading.task_tables.header import NUMBER, TASK_ALONE
from policydiff.reading.task_tables.rows import is_section
from policydiff.reading.task_tables.table import SectionRow, TaskRow, TaskTable

_SPACED_ROW = re.compile(r"(\d{1,4})[.．、]?\s+(?=\S)")
HEADER_ALONE = re.compile(rf"(?:{NUMBER.pattern})\s+(?!(?:{PLACES})\s)(?:{TASK_ALONE.pattern})")
"""Such a header, not one of places and their tasks (序号 单位 植树任务)."""


def read_tasks_alone(lines: Sequence[Line], at: int) -> TaskTable | None:
    """The numbered tasks below the header at line ``at``, which name no units."""
    here = at + 1
    rows: list[TaskRow | SectionRow] = []
    while here < len(lines):
        line = lines[here]
        row = _SPACED_ROW.match(line.text)
        if row:
            rows.append(TaskRow(line.start + row.end(), line.end, row[1], (), ()))
        elif is_section(line):
            rows.append(SectionRow(line.start, line.end, line.text))
        else:
            break
        here += 1
    return TaskTable(at, here, tuple(rows), ()) if rows else None
