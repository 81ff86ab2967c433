"""Rows of numbers below a header that can't be read, which are left out and said so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.indicator_tables.header import is_label
from policydiff.reading.indicator_tables.spaced_labels import WIDEST
from policydiff.reading.indicator_tables.table import IndicatorTable
from policydiff.reading.indicator_tables.values import BARE
from policydiff.reading.left_out import table_unread
from policydiff.reading.lines import Line

_BETWEEN_CELLS = re.compile(r"[\s|｜]+")
_PROSE = re.compile(r"[，。；：]")
_COUNT = re.compile(BARE.pattern)
_NONE = re.compile(r"[-—–－/]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_CELLS = 4
_FEWEST_COUNTS = 2
_FEWEST_VALUES = 3
"""Cells of a row that hold a number or a dash for want of one."""
_BROKEN = 5
"""How far one row may be from the next, or from the header, for pieces of names and labels."""
_FEWEST_ROWS = 2
_PIECE = re.compile(r"\S|[（(].*[）)]")


def read_headless(lines: Sequence[Line], at: int, text: str) -> IndicatorTable | None:
    """A table without rows, from the labels above row ``at`` to its last row; None if it is none.

    Its diagnostic says where it stands.
    """
    if not _is_row(lines[at].text):
        return None
    rows = [at]
    here = at + 1
    while here < len(lines) and here - rows[-1] <= _BROKEN:
        if _is_row(lines[here].text):
            rows.append(here)
        elif len(lines[here].text) > WIDEST or _PROSE.search(lines[here].text):
            break
        here += 1
    if len(rows) < _FEWEST_ROWS:
        return None
    first, last = at, rows[-1]
    while first > max(0, at - _BROKEN) and _is_header(lines[first - 1].text):
        first -= 1
    why = "no header says what its columns hold"
    unread = table_unread(lines[at], lines[last].end, text, why)
    return IndicatorTable(first, last + 1, (), (unread,))


def _is_header(line: str) -> bool:
    """Whether ``line`` is labels only, or pieces of them."""
    return all(is_label(word) or _PIECE.fullmatch(word) for word in line.split())


def _is_row(line: str) -> bool:
    cells = [cell for cell in _BETWEEN_CELLS.split(line) if cell]
    if len(cells) < _FEWEST_CELLS or _PROSE.search(line):
        return False
    counts = [cell for cell in cells if _COUNT.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    nones = [cell for cell in cells if _NONE.fullmatch(cell)]
    spaced_out = all(len(count) == 1 for count in counts)
    whole = len(counts) + len(nones) >= _FEWEST_VALUES
    return len(counts) >= _FEWEST_COUNTS and whole and not spaced_out
