"""Rows of drawn tables whose cells go on in the next lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from itertools import pairwise, takewhile

from policydiff.reading.cells import Cell, joined
from policydiff.reading.drawn import holds_rule
from policydiff.reading.indicator_tables.values import VALUE
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker

CellsOf = Callable[[Line], list[Cell]]

_FULL = re.compile(r" ?\|")
_FIRST_LINES = 40
"""How many lines of a table tell where its rows are parted."""


class Parting(Enum):
    """What stands between the rows of a table: a line end, which may be inside a row, or a rule."""

    LINE = auto()
    DRAWN_LINE = auto()
    RULE = auto()


def find_parting(
    lines: Sequence[Line], head: int, at: int, text: str, cells_of: CellsOf
) -> Parting:
    """What parts the rows from line ``at`` on; the header begins with line ``head``."""
    below = range(head + 1, min(at + 1, len(lines)))
    if not any(is_ruled_off(lines, here, text) for here in below):
        return Parting.LINE
    body = list(takewhile(lambda line: "|" in line.text, lines[at : at + _FIRST_LINES]))
    rules = [is_ruled_off(lines, here, text) for here in range(at + 1, at + len(body))]
    close = [pair for pair, rule in zip(pairwise(body), rules, strict=True) if not rule]
    if any(rules) and not any(_both_counted(cells_of(one), cells_of(two)) for one, two in close):
        return Parting.RULE
    return Parting.DRAWN_LINE


def whole_row(
    lines: Sequence[Line], at: int, text: str, cells_of: CellsOf, parting: Parting
) -> tuple[list[Cell], int]:
    """The cells of the row that begins at line ``at``, and the line behind it."""
    columns = [[cell] for cell in cells_of(lines[at])]
    here = at + 1
    while parting is not Parting.LINE and here < len(lines):
        cells = cells_of(lines[here])
        if is_ruled_off(lines, here, text) or len(cells) != len(columns):
            break
        if not _goes_on(columns, cells, text, ruled=parting is Parting.RULE):
            break
        for column, cell in zip(columns, cells, strict=True):
            column.append(cell)
        here += 1
    return [joined([one for one in column if one.text] or column[:1]) for column in columns], here


def is_ruled_off(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a rule is drawn between line ``at`` and the one above it."""
    above = lines[at - 1].raw_end if at else 0
    return holds_rule(text[above : lines[at].raw_start])


def _both_counted(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a number stands below a number, so that these are two rows."""
    return any(_counts(one) and _counts(two) for one, two in zip(above, below, strict=False))


def _counts(cell: Cell) -> bool:
    return re.search(r"\d", cell.text) is not None and VALUE.fullmatch(cell.text) is not None


def _goes_on(
    columns: Sequence[Sequence[Cell]], cells: Sequence[Cell], text: str, *, ruled: bool
) -> bool:
    """Whether ``cells`` are the rest of the row that is in the ``columns`` so far.

    Where no rule parts rows, they are few and go on with such as fill their columns. A cell alone
    that doesn't is a heading.
    """
    filled = [column for column in columns if any(cell.text for cell in column)]
    if ruled:
        return len(filled) > 1 or any(_fills(column[-1], text) for column in filled)
    rest = [(column[-1], cell) for column, cell in zip(columns, cells, strict=True) if cell.text]
    return 0 < len(rest) * 2 <= len(filled) and all(
        _fills(above, text) and find_marker(cell.text) is None for above, cell in rest
    )


def _fills(cell: Cell, text: str) -> bool:
    """Whether no sign more goes into the column of ``cell``."""
    around = text[cell.start - 2 : cell.start][::-1], text[cell.end : cell.end + 2]
    return bool(cell.text) and all(_FULL.match(side) for side in around)
