"""Which lines are a task table, and how its cells are parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from policydiff.errors import PolicydiffError
from policydiff.reading.cells import EDGE, PROBE, Cell
from policydiff.reading.document import Diagnostic
from policydiff.reading.indicator_tables.place_rows import read_place_rows
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.assessed_rows import read_assessed
from policydiff.reading.task_tables.bars import (
    RULE,
    find_rows,
    is_barred,
    is_parted_by_bars,
    read_header,
    rows_below,
)
from policydiff.reading.task_tables.cards import read_cards
from policydiff.reading.task_tables.cell_a_line import read_cells
from policydiff.reading.task_tables.cells import Split, find_split, read_labels
from policydiff.reading.task_tables.ended_rows import read_ended_rows
from policydiff.reading.task_tables.header import (
    NUMBER,
    REMARK,
    TASK,
    Columns,
    find_columns,
    is_label,
)
from policydiff.reading.task_tables.header_lines import nested, two_lines
from policydiff.reading.task_tables.numbered_rows import whole_rows
from policydiff.reading.task_tables.page_table import read_page_table
from policydiff.reading.task_tables.row_a_line import read_rows
from policydiff.reading.task_tables.table import TaskTable
from policydiff.reading.task_tables.tasks_alone import HEADER_ALONE, read_tasks_alone
from policydiff.reading.task_tables.valued import (
    NO_VALUES,
    Values,
    find_values,
    heads_amounts,
    is_sum,
    money_above,
)
from policydiff.reading.task_tables.wrapped_rows import read_wrapped_rows

_LONGEST_HEADER = 14
"""Lines of a header with a label a line, or two lines of it."""
COLUMN_MISSING = "column-missing"
"""The diagnostic of a table that can't be read for want of a column."""
_FIRST_ROWS = 12
"""How many rows of a table tell what its columns hold."""
_PROBE = 2 * PROBE
"""Lines with ``|`` beside a cell, empty ones too, that show whether a table begins with them."""


def find_task_table(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon
) -> TaskTable | None:
    """The task table whose header is line ``at``, or None if no header is there.

    Knows tables with a row a line and tabs, commas or wide gaps between cells, tables whose columns
    stand below each other on the page, tables flattened to one cell a line, and numbered rows of a
    task alone with spaces for tabs. One that lacks a column that is needed, in its header or in all
    rows, has no rows and says so (code ``column-missing``), unless all beside its units is numbers.
    """
    try:
        return _find(lines, at, text, horizon)
    except PolicydiffError as error:
        places = read_place_rows(lines, at, text, horizon, retrospective=False)
        if places and places.rows:
            return None
        last = _behind(lines, at, text)
        lacks = Diagnostic(COLUMN_MISSING, str(error), lines[at].start, lines[last - 1].end)
        return TaskTable(at, last, (), (lacks,))


def _behind(lines: Sequence[Line], at: int, text: str) -> int:
    """The line behind those that are parted into cells as the header at line ``at`` is.

    A heading may stand between two of them.
    """
    split = find_split(lines[at], text)
    last = at + 1
    for here, line in enumerate(lines[at + 1 :], start=at + 1) if split else ():
        if split and len(split(line)) > 1:
            last = here + 1
        elif here > last:
            break
    return last


def _find(lines: Sequence[Line], at: int, text: str, horizon: Horizon) -> TaskTable | None:
    if cards := read_cards(lines, at, horizon):
        return cards
    if page := read_page_table(lines, at, text, horizon):
        return page
    split = find_split(lines[at], text)
    if split and (assessed := read_assessed(lines, at, text, split, horizon)):
        return assessed
    columns, begin = _parted_columns(lines, at, text, split, horizon) if split else (None, at)
    if split and columns:
        return read_rows(lines, at, begin, text, columns, split)
    if HEADER_ALONE.fullmatch(lines[at].text):
        return read_tasks_alone(lines, at)
    if lines[at].text[-1] == "|" or lines[at].text[0] == "|":
        probed = _edged(lines, at, at + _PROBE, text, horizon)
        return _edged(lines, at, len(lines), text, horizon) if probed else None
    if wrapped := read_wrapped_rows(lines, at, text, horizon):
        return wrapped
    labels = _labels(lines, at)
    if len(labels) < 2:
        return read_ended_rows(lines, at, horizon)
    heads = nested(labels)
    values = _flat_values(lines, at, heads, horizon) if heads is labels else NO_VALUES
    columns = find_columns(heads, lines[at], text, values)
    if columns is None:
        return read_ended_rows(lines, at, horizon)
    return read_cells(lines, at, columns, labels)


def _flat_values(lines: Sequence[Line], at: int, labels: Sequence[str], horizon: Horizon) -> Values:
    """The columns of sums in a table from line ``at`` on whose ``labels`` have a line each."""
    number = next((n for n, label in enumerate(labels) if NUMBER.fullmatch(label)), None)
    if number is None or not any(is_sum(label) or heads_amounts(label) for label in labels):
        return NO_VALUES
    rows = whole_rows(lines, at + len(labels), number, len(labels))
    heads = [Cell(lines[at + n].start, label) for n, label in enumerate(labels)]
    return find_values(heads, rows, horizon, money_above(lines, at))


def _labels(lines: Sequence[Line], at: int) -> Sequence[str]:
    """The labels that have a line each from line ``at`` on, up to a wider gap or the remarks."""
    labels: list[str] = []
    for line in lines[at : at + _LONGEST_HEADER]:
        wider = len(labels) > 1 and line.blank > lines[at + 1].blank
        labelled = is_label(line.text) or is_sum(line.text) or heads_amounts(line.text)
        if wider or not labelled or (labels and REMARK.fullmatch(labels[-1])):
            break
        labels.append(line.text)
    return labels


def _parted_columns(
    lines: Sequence[Line], at: int, text: str, split: Split, horizon: Horizon
) -> tuple[Columns | None, int]:
    """The columns of the header at line ``at``, whose cells are parted as ``split`` does.

    With them the line behind the header, which may take two.
    """
    barred = is_parted_by_bars(lines[at])
    labelled, begin = read_header(lines, at, text, split)
    header = read_labels(labelled)
    second = next((to for to in range(begin, len(lines)) if not RULE.fullmatch(lines[to].text)), at)
    if both := two_lines(header, read_labels(split(lines[second]))):
        header, begin = both, second + 1
    labels = ["".join(cell.text.split()) for cell in header]
    if not any(map(TASK.fullmatch, labels)):
        return None if barred else find_columns(labels, lines[at], text), begin
    row_at = find_rows(lines, at, begin, text, split)
    if barred:
        rows = list(islice(rows_below(lines, begin, row_at), _FIRST_ROWS))
    else:
        rows = [split(line) for line in lines[begin : begin + _FIRST_ROWS]]
    values = find_values(header, rows, horizon, money_above(lines, at))
    columns = find_columns(labels, lines[at], text, values)
    if columns and barred and not is_barred(rows_below(lines, begin, row_at), labels, columns):
        return None, begin
    return columns and replace(columns, grouped=_is_grouped(columns, rows)), begin


def _is_grouped(columns: Columns, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows one below the other have a name in common, printed once or again."""
    at = columns.name
    if at is None:
        return False
    named = [(row[at].text, row[columns.task].text) for row in rows if len(row) > columns.task > at]
    return any(
        bool(above[0]) and below[0] in {"", above[0]} and bool(below[1]) and below[1] != above[1]
        for above, below in pairwise(named)
    )


def _edged(
    lines: Sequence[Line], at: int, stop: int, text: str, horizon: Horizon
) -> TaskTable | None:
    """A table before line ``stop``, flattened to one cell a line with ``|`` beside it.

    It is read without the bars.
    """
    if not is_label(lines[at].text.strip(EDGE)):
        return None
    bare: list[Line] = []
    places: list[int] = []
    for here, line in enumerate(lines[at:stop], start=at):
        cell = line.text.strip(EDGE)
        if "|" in cell:
            break
        if cell:
            start = line.start + line.text.index(cell)
            bare.append(replace(line, start=start, end=start + len(cell), text=cell))
            places.append(here + 1)
    table = _find(bare, 0, text, horizon) if bare else None
    if table is None:
        return None
    last = places[table.last - 1]
    while last < len(lines) and not lines[last].text.strip(EDGE):
        last += 1
    return replace(table, first=at, last=last)
