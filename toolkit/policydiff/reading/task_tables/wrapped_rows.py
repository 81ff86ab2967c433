"""Numbered rows flattened to lines whose cells go over several: name, task, sums, units, time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from policydiff.reading.cells import BrokenCell, Cell, joined, width
from policydiff.reading.indicator_tables.values import BARE
from policydiff.reading.left_out import rows_missing
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.ended_rows import flat_labels, name_and_words
from policydiff.reading.task_tables.header import (
    DUE,
    LEAD,
    NUMBER,
    SUPPORT,
    TASK,
    find_columns,
    tells_progress,
)
from policydiff.reading.task_tables.numbered_rows import STATE, sum_cells
from policydiff.reading.task_tables.rows import (
    LONGEST_SECTION,
    Draft,
    draft_row,
    with_units,
)
from policydiff.reading.task_tables.table import SectionRow, TaskTable
from policydiff.reading.task_tables.valued import find_values, is_sum, money_above
from policydiff.reading.units import is_unit, looks_like_units

_TIME = re.compile(
    r"(?=.)(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?)?[上中下旬底末初前]{0,3}"
    r"|[全年][年底内末]前?|长期|持续(?:推进)?|常态化"
)
_NO_UNIT = re.compile("[-—–－/]+")
_ITEM = re.compile(r"\d{1,4}")
_RATE = re.compile("进度|(?:完成|达成|达标)(?:率|比例)")
_FEWEST_ROWS = 2
_LONGEST_ROW = 40
"""Lines of a row."""
_NAME_TO_TASK = 0.55
"""How wide a line of a name is at most to the widest of a task."""
_REST_OF_ROW = 6
"""Lines below a header that go on with the row above it."""


class _Shape(NamedTuple):
    """The columns of a table: its names, its numbers, its units, whether it has one of times.

    ``told`` says that one behind the tasks tells how far they have come.
    """

    words: int
    told: bool
    sums: int
    units: int
    timed: bool


class _Row(NamedTuple):
    """The lines of the cells of a row, from its number on."""

    number: Line
    words: Sequence[Line]
    sums: Sequence[Line]
    units: Sequence[Line]
    times: Sequence[Line]

    @property
    def length(self) -> int:
        """How many lines it has."""
        return 1 + sum(map(len, self[1:]))


class _Rows:
    """The rows of a table whose header are the lines ``at`` to ``begin``, which may come again."""

    def __init__(self, lines: Sequence[Line], at: int, begin: int, shape: _Shape) -> None:
        self._lines, self._at, self._begin, self._shape = lines, at, begin, shape

    def read(self) -> tuple[list[_Row | Line], int]:
        """The rows with the headings between them, and the line behind the last."""
        found: list[_Row | Line] = []
        below = range(self._begin, min(self._begin + _REST_OF_ROW, len(self._lines)))
        here = next((one for one in below if _ITEM.fullmatch(self._lines[one].text)), self._begin)
        while here < len(self._lines):
            headings = self._headings(here)
            row = self._row(here + len(headings))
            if row is None:
                break
            found += [line for line in headings if find_marker(line.text)]
            found.append(row)
            here += len(headings) + row.length
        return found, here

    def _headings(self, here: int) -> Sequence[Line]:
        """The lines from ``here`` on that head the rows below: the header again, a heading."""
        lines, stop = self._lines, here
        while stop < len(lines):
            if lines[stop].text == lines[self._at].text:
                stop += self._begin - self._at
            elif find_marker(lines[stop].text) and len(lines[stop].text) <= LONGEST_SECTION:
                stop += 1
            else:
                break
        return lines[here:stop]

    def _row(self, start: int) -> _Row | None:
        """The row at line ``start``: up to the next number, or to its last unit."""
        lines = self._lines
        if start >= len(lines) or not _ITEM.fullmatch(lines[start].text):
            return None
        following = str(int(lines[start].text) + 1)
        last = None
        for end in range(start + 3, min(start + _LONGEST_ROW, len(lines)) + 1):
            if lines[end - 1].text == lines[self._at].text:
                break
            row = _parted(lines[start:end], self._shape)
            if row is None:
                continue
            below = end + len(self._headings(end))
            if below < len(lines) and lines[below].text == following:
                return row
            last = row if last is None or end == start + last.length + 1 else last
        return last


def read_wrapped_rows(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon
) -> TaskTable | None:
    """The table whose header begins with line ``at``, or None if none with wrapped cells is there.

    A row is a number, maybe a name, a task, sums of a line each, its units and maybe a time.
    """
    if not NUMBER.fullmatch(lines[at].text):
        return None
    labels, begin = flat_labels(lines, at)
    heads = ["".join(label.text.split()) for label in labels]
    shape = _shape(heads)
    if shape is None:
        return None
    found, last = _Rows(lines, at, begin, shape).read()
    rows = [row for row in found if isinstance(row, _Row)]
    if len(rows) < _FEWEST_ROWS or all(len(row.words) <= shape.words + shape.told for row in rows):
        return None
    widest = max(width(line.text) for row in rows for line in row.words)
    cells = [_cells(row, shape, int(widest * _NAME_TO_TASK)) for row in rows]
    values = find_values(labels, cells, horizon, money_above(lines, at))
    columns = find_columns(heads, lines[at], text, values)
    if columns is None:
        return None
    drafts: list[Draft | SectionRow] = []
    read = iter(cells)
    for one in found:
        if isinstance(one, Line):
            drafts.append(SectionRow(one.start, one.end, one.text))
        elif draft := draft_row(next(read), columns):
            drafts.append(draft)
    numbers = [(int(row.number.text), row.number) for row in rows]
    missing = [
        rows_missing(line, number, before)
        for (before, _), (number, line) in pairwise(numbers)
        if number not in {1, before + 1}
    ]
    if last < len(lines):
        sums, last = sum_cells(lines, last, columns)
        drafts += [draft] if sums and (draft := draft_row(sums, columns)) else []
    return TaskTable(at, last, with_units(drafts), tuple(missing))


def _shape(heads: Sequence[str]) -> _Shape | None:
    """What the ``heads`` of a header say, or None if they head other columns or in other order."""
    charged = [n for n, head in enumerate(heads) if LEAD.fullmatch(head) or SUPPORT.fullmatch(head)]
    if not charged:
        return None
    lead, last = charged[0], charged[-1]
    sums = sum(is_sum(head) or _RATE.fullmatch(head) is not None for head in heads[1:lead])
    words, behind = heads[1 : lead - sums], heads[last + 1 :]
    told = len(words) > 1 and tells_progress(words[-1])
    words = words[:-1] if told else words
    if not 0 < len(words) < 3 or len(charged) > 2 or last - lead >= len(charged):
        return None
    if not all(map(TASK.fullmatch, words)) or any(is_sum(head) for head in words):
        return None
    if len(behind) > 1 or not all(map(DUE.fullmatch, behind)):
        return None
    return _Shape(len(words), told, sums, len(charged), bool(behind))


def _parted(lines: Sequence[Line], shape: _Shape) -> _Row | None:
    """The ``lines`` of a row as its cells, None if they are no whole row."""
    number, *body = lines
    to = len(body)
    while shape.timed and to and _TIME.fullmatch(body[to - 1].text):
        to -= 1
    units = _first_unit(body[:to])
    words = units - shape.sums
    sums = body[max(0, words) : units]
    if units == to or words < 1 or (shape.timed and to == len(body)):
        return None
    if not all(BARE.fullmatch(line.text) for line in sums):
        return None
    if any(BARE.fullmatch(line.text) for line in body[:words]):
        return None
    return _Row(number, body[:words], sums, body[units:to], body[to:])


def _first_unit(lines: Sequence[Line]) -> int:
    """Where the names of units begin that end a row: behind its sums or sentences, or by name."""
    said = [line.text for line in lines]
    while said and _NO_UNIT.fullmatch(said[-1]):
        said.pop()
    ended = max(
        (n for n, one in enumerate(said, 1) if one[-1] in "。；" or BARE.fullmatch(one)), default=0
    )
    if 0 < ended < len(said) and looks_like_units("".join(said[ended:])):
        return ended
    first = len(said)
    while first and looks_like_units(said[first - 1]):
        first -= 1
    return first


def _cells(row: _Row, shape: _Shape, narrow: int) -> Sequence[Cell]:
    """The cells of ``row``, whose name has lines of up to ``narrow`` places."""
    words = [Cell(line.start, line.text) for line in row.words]
    if shape.words == 1:
        named = [joined(words)]
    elif len(words) > 1 and width(words[0].text) <= narrow:
        named = name_and_words(words, narrow)
    else:
        named = [Cell(words[0].start, ""), joined(words)]
    if shape.told:
        named = [*named[:-1], *_task_and_progress(named[-1])]
    units = [Cell(one.start, one.text) for one in row.units if not _NO_UNIT.fullmatch(one.text)]
    lead = _lead(units) if shape.units > 1 else len(units)
    charged = [units[:lead], units[lead:]][: shape.units]
    return [
        Cell(row.number.start, row.number.text),
        *named,
        *(Cell(line.start, line.text) for line in row.sums),
        *(joined(cell) if cell else Cell(row.number.start, "") for cell in charged),
        *([joined([Cell(line.start, line.text) for line in row.times])] if row.times else []),
    ]


def _task_and_progress(words: Cell) -> Sequence[Cell]:
    """The cell of a task and of how far it has come, of which the first ends with a sentence.

    Of several it is the one before a line that opens as progress does, or else the first.
    """
    lines = words.pieces if isinstance(words, BrokenCell) else (words,)
    ends = [at for at, line in enumerate(lines[:-1], start=1) if line.text.endswith("。")]
    if not ends:
        return words, Cell(words.end, "")
    end = next((at for at in ends if STATE.match(lines[at].text)), ends[0])
    return joined(lines[:end]), joined(lines[end:])


def _lead(units: Sequence[Cell]) -> int:
    """How many lines of ``units`` are the cell of those that lead: up to the first whole name."""
    said = ""
    for count, cell in enumerate(units, start=1):
        said += cell.text
        if is_unit(re.split("[、，,；;]", said)[-1]):
            return count
    return len(units)
