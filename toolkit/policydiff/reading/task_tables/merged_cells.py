"""Rows of a task table that lack the cells merged with those of the row above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.units import looks_like_units

_WORDS = re.compile(r"[\u4e00-\u9fff]{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(
    r"(?:(?:19|20)\d\d[年./-])?(?:\d{1,2}月?|全年|年)(?:\d{1,2}日|[上中下]旬)?(?:[底末前内]|之前)*"
)
"""When a task is due: 2031年12月底前, 年底."""


def in_columns(cells: list[Cell], columns: Columns) -> list[Cell] | None:
    """The ``cells`` of a row, each in its column; None if they contradict them all.

    Those merged with the row above are missing before the task, in one place.
    """
    filled = cells[: max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)]
    missing = columns.width - len(filled)
    doubtful = _contradicts(cells, columns) or _holds_units(cells, columns.task)
    if not missing or len(filled) < 2 or not doubtful:
        return cells
    found = [filled[-missing:]] if missing < 0 else _widened(filled, missing, columns)
    fitting = [row for row in found if _fits(row, columns)]
    if len({tuple(row[columns.task :]) for row in fitting}) == 1:
        return fitting[0]
    return None if missing > 0 and _contradicts(cells, columns) else cells


def _widened(cells: Sequence[Cell], missing: int, columns: Columns) -> list[list[Cell]]:
    """The ``cells`` with up to ``missing`` empty ones before the task and the others behind."""
    last = Cell(cells[-1].end, "")
    return [
        [*cells[:at], *[Cell(cells[at].start, "")] * gap, *cells[at:], *[last] * (missing - gap)]
        for gap in range(1, missing + 1)
        for at in range(min(columns.task, len(cells)))
    ]


def _contradicts(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether a cell can't stand in its column: words for a number, a date for a task."""
    number, task, lead = (_text(cells, at) for at in (columns.number, columns.task, columns.lead))
    names = [_text(cells, at) for at in range(columns.task) if at != columns.number]
    return (
        _WORDS.search(number) is not None
        or any(one.isdecimal() and not _YEAR.fullmatch(one) for one in (*names, task))
        or any(_DATE.fullmatch(one) for one in (task, lead))
    )


def _fits(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether nothing contradicts that the ``cells`` stand so, and one says so."""
    if (
        not _text(cells, columns.task)
        or _holds_units(cells, columns.task)
        or _contradicts(cells, columns)
    ):
        return False
    if columns.lead is not None:
        return _holds_units(cells, columns.lead)
    due = _text(cells, columns.due.at) if columns.due else ""
    return _text(cells, columns.number).isdecimal() or _DATE.fullmatch(due) is not None


def _holds_units(cells: Sequence[Cell], at: int | None) -> bool:
    text = _text(cells, at)
    return bool(text) and looks_like_units(text)


def _text(cells: Sequence[Cell], at: int | None) -> str:
    return cells[at].text if at is not None and at < len(cells) else ""
