"""Project tables flattened to lines, without numbers, whose rows end with sums of money and a date.

Narrow cells go over several lines, those of the header too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydiff.reading.cells import Cell, joined, width
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.values import BARE
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.header import DUE, NUMBER, TASK, BesideColumn, Columns, is_label
from policydiff.reading.task_tables.rows import draft_row, with_units
from policydiff.reading.task_tables.table import TaskTable
from policydiff.reading.task_tables.valued import find_values, is_sum, money_above

_DATE = re.compile(r"(?:19|20)\d\d(?:[.．年/-]\d{1,2})?[年月]?底?前?")
_NARROW = 4
"""Characters of a line of a narrow cell."""
_PIECE = 2
"""Characters of the shorter of two lines that are one label."""
_LONGEST_ROW, _FEWEST_ROWS, _MOST_LABELS = 14, 2, 8


def read_ended_rows(lines: Sequence[Line], at: int, horizon: Horizon) -> TaskTable | None:
    """The table whose header begins with line ``at``, or None if none with ended rows is there.

    Its columns are a name, what is built, then sums and dates, each of which has one line.
    """
    labels, begin = flat_labels(lines, at)
    heads = [label.text for label in labels]
    named = len(heads) > 2 and TASK.fullmatch(heads[0]) and TASK.fullmatch(heads[1])
    ends = [_DATE if DUE.fullmatch(head) else BARE for head in heads[2:]]
    if not named or not any(map(is_sum, heads[2:])) or len(ends) < 2:
        return None
    found = list(_rows(lines, begin, ends))
    if len(found) < _FEWEST_ROWS:
        return None
    narrow = max(width(lines[first].text) for first, _ in found)
    rows = [_cells(lines[first:last], len(ends), narrow) for first, last in found]
    dated = next((place for place, end in enumerate(ends, start=2) if end is _DATE), None)
    due = None if dated is None else BesideColumn(dated, Stance.TARGET, heads[dated])
    values = find_values(labels, rows, horizon, money_above(lines, at))
    columns = Columns(len(heads), None, 1, None, (), name=0, due=due, values=values)
    drafts = [draft for row in rows if (draft := draft_row(row, columns))]
    return TaskTable(at, found[-1][1], with_units(drafts), ())


def flat_labels(lines: Sequence[Line], at: int) -> tuple[Sequence[Cell], int]:
    """The labels from line ``at`` on, and the line behind them."""
    labels: list[Cell] = []
    while at < len(lines) and len(labels) < _MOST_LABELS:
        used = next((n for n in (2, 1) if _is_label(lines[at : at + n], n)), 0)
        if not used:
            break
        labels.append(joined([Cell(line.start, line.text) for line in lines[at : at + used]]))
        at += used
    return labels, at


def _is_label(lines: Sequence[Line], parts: int) -> bool:
    label = "".join(line.text for line in lines)
    if len(lines) < parts or find_marker(label) or not (is_label(label) or is_sum(label)):
        return False
    if parts == 1 or lines[1].text[0] in "(（":
        return True
    lengths = [len(one.text) for one in lines]
    narrow = max(lengths) <= _NARROW and min(lengths) <= _PIECE
    return narrow and NUMBER.fullmatch(lines[0].text) is None


def _rows(
    lines: Sequence[Line], first: int, ends: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    """The first line of each row from line ``first`` on, and the one behind its last."""
    here = first
    while here < min(first + _LONGEST_ROW, len(lines)) and not find_marker(lines[here].text):
        last = here + len(ends)
        below = lines[here:last]
        ended = len(below) == len(ends) and here - first > 1
        if ended and all(end.fullmatch(one.text) for end, one in zip(ends, below, strict=True)):
            yield first, last
            first = here = last
        elif BARE.fullmatch(lines[here].text):
            return
        else:
            here += 1


def _cells(lines: Sequence[Line], ends: int, narrow: int) -> Sequence[Cell]:
    """The cells of a row whose last ``ends`` lines are one each."""
    cells = [Cell(line.start, line.text) for line in lines]
    return [*name_and_words(cells[:-ends], narrow), *cells[-ends:]]


def name_and_words(lines: Sequence[Cell], narrow: int) -> list[Cell]:
    """The ``lines`` of a name and of what is said behind it as a cell each.

    The name goes on as long as its lines fit their column, which has ``narrow`` places.
    """
    name = 1
    while name < len(lines) - 1 and width(lines[name].text) <= narrow:
        name += 1
    return [joined(lines[:name]), joined(lines[name:])]
