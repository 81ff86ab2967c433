"""The lines of a document become its parts: passages, tables and the units in charge of tasks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from policydiff.reading.charges import Charge, find_charge
from policydiff.reading.clutter import contents_end
from policydiff.reading.document import Kind
from policydiff.reading.folded import unfold
from policydiff.reading.indicator_tables import (
    IndicatorTable,
    find_indicator_table,
    is_completion,
)
from policydiff.reading.lines import Line, Passage, ends_sentence, is_dense, join_lines
from policydiff.reading.markers import find_marker
from policydiff.reading.metadata import Metadata
from policydiff.reading.outline import Horizon
from policydiff.reading.reviews import reviews_its_year
from policydiff.reading.task_tables import TaskTable, find_task_table, read_noted_tasks

_ENDS_NO_HEADER = frozenset("。；！？")
"""The marks that end no line of a table's header."""
_LONGEST_HEADER = 40
"""Characters of a title at the head of each page."""
_PAGES = 3
"""How often it comes at least."""
_CONTENTS_WITHIN = 40
"""Parts of a document among which its table of contents begins."""

Part = Passage | TaskTable | IndicatorTable | Charge


def find_parts(text: str, lines: Sequence[Line], metadata: Metadata) -> list[Part]:
    """The parts of ``text``, in order of position."""
    parts: list[Part] = []
    dense = is_dense(lines)
    reported = year_reported(metadata) if reviews_its_year(metadata.title) else None
    tasks = Horizon(reported, reported) if reported else metadata.horizon
    begin = at = 0
    while at < len(lines):
        table: TaskTable | IndicatorTable | Charge | None = None
        if lines[at].text[-1] not in _ENDS_NO_HEADER:
            title = lines[at - 1].text if at else ""
            unfolded = unfold(lines, at, text)
            whole = unfolded.lines if unfolded else lines
            table = find_task_table(whole, at, text, tasks) or find_indicator_table(
                whole, at, text, metadata.horizon, is_completion(title)
            )
            if table and unfolded:
                table = replace(table, last=unfolded.behind(table.last))
        if table is None and begin < at:
            table = find_charge(lines, at)
        if table is None:
            table = read_noted_tasks(lines, at, text)
        if table is None:
            at += 1
            continue
        first = at if isinstance(table, Charge) else table.first
        parts.extend(join_lines(lines[begin:first], dense=dense))
        parts.append(table)
        begin = at = table.last
    parts.extend(join_lines(lines[begin:], dense=dense))
    return parts


def year_reported(metadata: Metadata) -> int | None:
    """The year whose tasks stand beside their progress; None where that may be several."""
    if metadata.year is None or metadata.kind not in {Kind.TASK_TABLE, Kind.OTHER}:
        return None
    return metadata.year - reviews_its_year(metadata.title)


def after_contents(parts: Sequence[Part]) -> int:
    """Where the document goes on after its table of contents; 0 if it has none."""
    texts = [part.text if isinstance(part, Passage) else "" for part in parts]
    for at, text in enumerate(texts[:_CONTENTS_WITHIN]):
        if re.fullmatch(r"目\s*[录次]", text):
            length = contents_end(texts[at:])
            return at + length if length else 0
    return 0


def units_in_charge(parts: Sequence[Part]) -> dict[int, Charge]:
    """The units in charge of each passage, by where it starts.

    They are in charge of the passage above them, and of those above that up to the number or
    heading that opens the task.
    """
    found: dict[int, Charge] = {}
    for at, charge in enumerate(parts):
        if not isinstance(charge, Charge):
            continue
        for above in range(at - 1, -1, -1):
            part = parts[above]
            if not isinstance(part, Passage) or (above < at - 1 and not ends_sentence(part.text)):
                break
            found[part.start] = charge
            if find_marker(part.text) is not None:
                break
    return found


def page_headers(parts: Sequence[Part]) -> frozenset[str]:
    """Short lines that come back again and again, as titles at the head of pages do."""
    counted = Counter(
        part.text
        for part in parts
        if isinstance(part, Passage)
        and len(part.text) <= _LONGEST_HEADER
        and not ends_sentence(part.text)
    )
    return frozenset(text for text, times in counted.items() if times >= _PAGES)
