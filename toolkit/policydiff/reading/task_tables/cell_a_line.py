"""Task tables flattened to a cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydiff.reading.cells import PROBE, Cell
from policydiff.reading.document import Diagnostic
from policydiff.reading.lines import Line
from policydiff.reading.markers import Style, find_marker
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.task_tables.rows import (
    ITEM,
    LONGEST_SECTION,
    Draft,
    draft_row,
    with_units,
)
from policydiff.reading.task_tables.table import SectionRow, TaskTable
from policydiff.reading.units import looks_like_units

_STATE = re.compile(
    r"(?:已|正在|尚未|(?:基本|提前|全部|超额|按时|按期|如期)(?:完成|建成|开工)|有序推进|正常推进|截[至止])"
)
"""How a cell begins that says how far a task has come, and no line of a task."""
_REACHED = re.compile(rf"\D{{0,8}}\d[\d.]*\s*[%％]|(?:完成|未|基本)|{_STATE.pattern}")
"""How such a cell may begin where one is due."""
_MORE = re.compile(r"截[至止]|累计|已经?(?=[\u4e00-\u9fff]{2})|完成率")
"""What a further line of such a cell says."""
_DUE = re.compile(r"\d{1,4}[年月]|[全年]年|年[底内末]|长期|持续|常态化")
"""What a column of times holds: 12月底前, 全年."""
_NOTE = re.compile(r"(?:注|备注|说明|附件|附表)\s*[:：]")
_LONGEST_PROGRESS = 12


def read_cells(
    lines: Sequence[Line], at: int, columns: Columns, labels: Sequence[str]
) -> TaskTable | None:
    """The table below the ``labels`` at line ``at``, whose cells have a line each."""
    here = at + len(labels)
    title = lines[at - 1].text if at else ""
    drafts: list[Draft | SectionRow] = []
    diagnostics: list[Diagnostic] = []
    last_number = 0
    while here < len(lines) and (last_number or here - at <= PROBE):
        line = lines[here]
        if line.text in labels or line.text == title:
            here += 1
            continue
        if _NOTE.match(line.text):
            break
        item = ITEM.match(line.text)
        if item is None:
            marker = find_marker(line.text)
            if marker is None or marker.style is Style.BOX or len(line.text) > LONGEST_SECTION:
                break
            drafts.append(SectionRow(line.start, line.end, line.text))
            here += 1
            continue
        number = int(item[1])
        if number != last_number + 1 and last_number and number != 1:
            diagnostics.append(
                Diagnostic(
                    "item-order",
                    f"item {number} follows item {last_number}: rows may be missing",
                    line.start,
                    line.end,
                )
            )
        last_number = number
        cells = _row_cells(lines, here, columns, number)
        if cells and (draft := draft_row(cells, columns)):
            drafts.append(replace(draft, item=item[1]))
            here += columns.width
            continue
        start, end = line.start + item.end(), line.end
        here += 1
        while (
            here < len(lines)
            and _continues(lines[here], empty=start == end)
            and not (columns.progress and _STATE.match(lines[here].text))
        ):
            start, end = (lines[here].start if start == end else start), lines[here].end
            here += 1
        here, progress = _reached(lines, here, columns, number)
        units: list[str] = []
        while here < len(lines) and _is_units(lines[here], columns, labels):
            units += [] if _DUE.match(lines[here].text) else [lines[here].text]
            here += 1
        if not progress:
            here, progress = _reached(lines, here, columns, number)
        if columns.lead is None:  # what stands beside the task is no unit, but a time
            units = []
        drafts.append(Draft(start, end, item[1], tuple(units[:1]), tuple(units[1:]), progress))
    if not any(isinstance(draft, Draft) for draft in drafts):
        return None
    return TaskTable(at, here, with_units(drafts), tuple(diagnostics))


def _reached(
    lines: Sequence[Line], at: int, columns: Columns, number: int
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The cell at line ``at`` that says how far a task has come, and the line behind it.

    It goes on up to units, or to the ``number`` of the next task where that is near.
    """
    said = lines[at].text if columns.progress and at < len(lines) else ""
    if not _REACHED.match(said):
        return at, ()
    near = range(at + 1, min(at + _LONGEST_PROGRESS, len(lines)))
    end = next((here for here in near if _number(lines[here]) == number + 1), at + 1)
    here = at + 1
    while here < end and not looks_like_units(lines[here].text):
        here += 1
    while here < len(lines) and (_continues(lines[here], empty=False) or _tells_more(lines[here])):
        here += 1
    return here, ((lines[at].start, lines[here - 1].end),)


def _tells_more(line: Line) -> bool:
    """Whether ``line``, below a cell on progress, opens nothing and says how far a task is."""
    if ITEM.match(line.text) or _NOTE.match(line.text) or find_marker(line.text) is not None:
        return False
    return _MORE.search(line.text) is not None and not looks_like_units(line.text)


def _number(line: Line) -> int | None:
    item = ITEM.match(line.text)
    return int(item[1]) if item else None


def _row_cells(lines: Sequence[Line], at: int, columns: Columns, number: int) -> list[Cell]:
    """The cells of the row whose number is line ``at``, if there are as many as columns.

    The row ends at the next number or at a heading; elsewhere cells are empty or go over lines.
    """
    if columns.number != 0 or not lines[at].text.isdecimal():
        return []
    end = at + columns.width
    below = lines[end].text if end < len(lines) else ""
    row = lines[at + 1 : end]
    if len(row) < columns.width - 1 or any(
        line.text.isdecimal() or find_marker(line.text) for line in row
    ):
        return []
    units = row[columns.lead - 1].text if columns.lead else ""
    if _STATE.match(units) or units.endswith("。"):
        return []
    ends = _NOTE.match(below) or find_marker(below) is not None
    if below and not ends and not below.startswith(str(number + 1)):
        return []
    return [Cell(line.start, line.text) for line in lines[at:end]]


def _continues(line: Line, *, empty: bool) -> bool:
    """Whether ``line`` goes on with a task rather than naming a unit or opening something."""
    if ITEM.match(line.text) or _NOTE.match(line.text) or find_marker(line.text) is not None:
        return False
    return empty or (not looks_like_units(line.text) and line.text.endswith(("。", "；")))


def _is_units(line: Line, columns: Columns, labels: Sequence[str]) -> bool:
    if line.text in labels or ITEM.match(line.text) or _NOTE.match(line.text):
        return False
    if find_marker(line.text) is not None or (columns.progress and _STATE.match(line.text)):
        return False
    return looks_like_units(line.text) or (
        len(line.text) <= 8 and not re.search(r"[。:：]", line.text)
    )
