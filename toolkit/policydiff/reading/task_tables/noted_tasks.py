"""Lists of numbered tasks that say behind or below each how far it has come (进展：…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.reading.charges import find_charge, units_behind
from policydiff.reading.document import Stance
from policydiff.reading.labels import Label, find_labels
from policydiff.reading.lines import Line, counts_something, ends_sentence
from policydiff.reading.task_tables.rows import Draft, is_section, with_units
from policydiff.reading.task_tables.table import Beside, SectionRow, TaskTable

_BOX = "☑☒☐□■✓✔√●○◆◇★☆▲△"
_BEGINS = frozenset(f"{_BOX}〔［[【（(0123456789")
_OPENS = re.compile(
    rf"(?:[{_BOX}]\s*)?(?:[〔［\[【（(]\s*(?P<bracketed>\d{{1,3}})\s*[〕］\]】）)][.．、]?"
    rf"|(?P<plain>\d{{1,3}})\s*(?:[.．](?!\d)|、))\s*(?=\S)|[{_BOX}]\s*(?=\S)"
)
"""What stands before a task: a box to tick, its number, or both."""
_FEWEST = 2
_MOST_LINES = 8
"""Lines of one task with its notes."""


class _Part(NamedTuple):
    """What stands behind a label, or before the first, of a task and its notes."""

    start: int
    end: int
    label: Label | None

    @property
    def reports(self) -> bool:
        return self.label is not None and self.label.stance is Stance.OUTCOME


def read_noted_tasks(lines: Sequence[Line], at: int, text: str) -> TaskTable | None:
    """The list of tasks that line ``at`` opens, or None if none with notes begins there.

    Headings may stand between the tasks.
    """
    drafts: list[Draft | SectionRow] = []
    here = at
    while here < len(lines):
        line = lines[here]
        if read := _task(lines, here, text):
            draft, here = read
            drafts.append(draft)
        elif drafts and is_section(line) and _task(lines, here + 1, text):
            drafts.append(SectionRow(line.start, line.end, line.text))
            here += 1
        else:
            break
    if sum(isinstance(draft, Draft) for draft in drafts) < _FEWEST:
        return None
    return TaskTable(at, here, with_units(drafts), ())


def _task(lines: Sequence[Line], at: int, text: str) -> tuple[Draft, int] | None:
    """The task that line ``at`` opens with its notes, and the line behind them, or None."""
    opening = _opening(lines[at]) if at < len(lines) else None
    if opening is None:
        return None
    last = _behind(lines, at)
    task, *notes = _parts(lines[at:last], lines[at].start + opening.end(), text)
    words = text[task.start : task.end]
    if not any(note.reports for note in notes) or not (
        ends_sentence(words) or counts_something(words)
    ):
        return None
    charges = (find_charge(lines, here) for here in range(at + 1, last))
    charge = next(filter(None, charges), None)
    ends: list[int] = []
    for part in (task, *notes):
        length, behind = units_behind(text[part.start : part.end])
        ends.append(part.start + length)
        charge = charge or behind
    beside = tuple(
        Beside(note.start, end, note.label.stance, note.label.words)
        for note, end in zip(notes, ends[1:], strict=True)
        if note.label and note.start < end
    )
    units = (charge.lead, charge.support) if charge else ((), ())
    item = opening["bracketed"] or opening["plain"]
    return Draft(task.start, ends[0], item, *units, beside), last


def _opening(line: Line) -> re.Match[str] | None:
    return _OPENS.match(line.text) if line.text[0] in _BEGINS else None


def _behind(lines: Sequence[Line], at: int) -> int:
    """The line behind those of the task at line ``at``, which notes may stand below."""
    here = at + 1
    while here < min(len(lines), at + _MOST_LINES):
        line = lines[here]
        labelled = find_charge(lines, here) or any(one.start == 0 for one in find_labels(line.text))
        apart = line.blank or ends_sentence(lines[here - 1].text)
        if not labelled and (apart or _opening(line) or is_section(line)):
            break
        here += 1
    return here


def _parts(lines: Sequence[Line], start: int, text: str) -> Iterator[_Part]:
    """The parts of a task from ``start`` on: what is to be done, then what each label names.

    Lines that name units belong to none.
    """
    marks: list[tuple[int, int, Label | None]] = []
    for at, line in enumerate(lines):
        if at and find_charge(lines, at):
            marks.append((line.start, line.end, None))
            continue
        labels = (label for label in find_labels(line.text) if line.start + label.end > start)
        marks += [(line.start + label.start, line.start + label.end, label) for label in labels]
    begins = [(start, None), *((end, label) for _, end, label in marks)]
    stops = [*(begin for begin, _, _ in marks), lines[-1].end]
    for (begin, label), stop in zip(begins, stops, strict=True):
        yield _Part(begin, begin + len(text[begin:stop].rstrip()), label)
