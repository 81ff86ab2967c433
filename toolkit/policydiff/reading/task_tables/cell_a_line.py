"""Task tables flattened to a cell a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydiff.reading.cells import PROBE
from policydiff.reading.document import Diagnostic, Stance
from policydiff.reading.left_out import rows_missing
from policydiff.reading.lines import Line
from policydiff.reading.markers import Style, find_marker
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.task_tables.numbered_rows import (
    NOTE,
    PART,
    STATE,
    first_row,
    number_of,
    row_cells,
    sum_cells,
)
from policydiff.reading.task_tables.rows import ITEM, LONGEST_SECTION, Draft, draft_row, with_units
from policydiff.reading.task_tables.table import Beside, SectionRow, TaskTable
from policydiff.reading.units import looks_like_units

_REACHED = re.compile(rf"\D{{0,8}}\d[\d.]*\s*[%％]|(?:完成|未|基本)|{STATE.pattern}")
"""How such a cell may begin where one is due."""
_MORE = re.compile(r"截[至止]|累计|已经?(?=[\u4e00-\u9fff]{2})|完成率")
"""What a further line of such a cell says."""
_DUE = re.compile(r"\d{1,4}[年月]|[全年]年|年[底内末]|长期|持续|常态化")
"""What a column of times holds: 12月底前, 全年."""
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
    if here < len(lines) and not sum_cells(lines, here, columns)[0]:
        here = first_row(lines, here, columns)
    while here < len(lines) and (last_number or here - at <= PROBE):
        line = lines[here]
        if line.text in labels or line.text == title:
            here += 1
            continue
        if NOTE.match(line.text):
            break
        sums, below = sum_cells(lines, here, columns)
        if sums and (draft := draft_row(sums, columns)):
            drafts.append(draft)
            here = below
            continue
        item = ITEM.match(line.text)
        if item is None and _numbers_part(lines, here):
            named = lines[here + 1]
            drafts.append(SectionRow(named.start, named.end, named.text))
            here += 2
            continue
        if item is None:
            marker = find_marker(line.text)
            if marker is None or marker.style is Style.BOX or len(line.text) > LONGEST_SECTION:
                break
            drafts.append(SectionRow(line.start, line.end, line.text))
            here += 1
            continue
        number = int(item[1])
        if number != last_number + 1 and last_number and number != 1:
            diagnostics.append(rows_missing(line, number, last_number))
        last_number = number
        cells, below = row_cells(lines, here, columns, number)
        if cells and (draft := draft_row(cells, columns)):
            drafts.append(replace(draft, item=item[1]))
            here = below
            continue
        start, end = line.start + item.end(), line.end
        here += 1
        while (
            here < len(lines)
            and _continues(lines[here], empty=start == end)
            and not (columns.reports and STATE.match(lines[here].text))
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


def _numbers_part(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` numbers a part, whose name stands below it, then its first row."""
    below = lines[at + 1 : at + 3]
    return (
        len(below) > 1
        and PART.fullmatch(lines[at].text) is not None
        and len(below[0].text) <= LONGEST_SECTION
        and ITEM.match(below[1].text) is not None
    )


def _reached(
    lines: Sequence[Line], at: int, columns: Columns, number: int
) -> tuple[int, tuple[Beside, ...]]:
    """The cell at line ``at`` that says how far a task has come, and the line behind it.

    It goes on up to units, or to the ``number`` of the next task where that is near.
    """
    said = lines[at].text if columns.reports and at < len(lines) else ""
    if not _REACHED.match(said):
        return at, ()
    near = range(at + 1, min(at + _LONGEST_PROGRESS, len(lines)))
    end = next((here for here in near if number_of(lines[here]) == number + 1), at + 1)
    here = at + 1
    while here < end and not looks_like_units(lines[here].text):
        here += 1
    while here < len(lines) and (_continues(lines[here], empty=False) or _tells_more(lines[here])):
        here += 1
    return here, (Beside(lines[at].start, lines[here - 1].end, Stance.OUTCOME, columns.reports),)


def _tells_more(line: Line) -> bool:
    """Whether ``line``, below a cell on progress, opens nothing and says how far a task is."""
    if ITEM.match(line.text) or NOTE.match(line.text) or find_marker(line.text) is not None:
        return False
    return _MORE.search(line.text) is not None and not looks_like_units(line.text)


def _continues(line: Line, *, empty: bool) -> bool:
    """Whether ``line`` goes on with a task rather than naming a unit or opening something."""
    if ITEM.match(line.text) or NOTE.match(line.text) or find_marker(line.text) is not None:
        return False
    return empty or (not looks_like_units(line.text) and line.text.endswith(("。", "；")))


def _is_units(line: Line, columns: Columns, labels: Sequence[str]) -> bool:
    if line.text in labels or ITEM.match(line.text) or NOTE.match(line.text):
        return False
    if find_marker(line.text) is not None or (columns.reports and STATE.match(line.text)):
        return False
    return looks_like_units(line.text) or (
        len(line.text) <= 8 and not re.search(r"[。:：]", line.text)
    )
