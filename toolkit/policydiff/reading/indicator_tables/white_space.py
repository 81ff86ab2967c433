"""Indicator tables with a row a line and white space between cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import PROBE, Cell
from policydiff.reading.indicator_tables.header import find_header, is_label
from policydiff.reading.indicator_tables.rows import LONGEST_CATEGORY, closes, read_row
from policydiff.reading.indicator_tables.table import IndicatorTable, Row
from policydiff.reading.indicator_tables.values import BARE, is_name
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_NARROWEST, _WIDEST = 3, 120
"""Fewest columns and longest header of a table with white space between cells."""


def read_words(
    lines: Sequence[Line], at: int, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """A table with white space between cells, whose empty cells can't be seen."""
    labels = lines[at].text.split() if len(lines[at].text) <= _WIDEST else []
    if len(labels) < _NARROWEST or not all(map(is_label, labels)):
        return None
    header = find_header(labels, horizon, retrospective)
    if header is None:
        return None
    rows: list[Row] = []
    category = ""
    here = at + 1
    while here < len(lines) and (rows or here - at <= PROBE) and not closes(lines, here):
        cells = [
            Cell(lines[here].start + word.start(), word[0])
            for word in re.finditer(r"\S+", lines[here].text)
        ]
        if any(BARE.fullmatch(cell.text) for cell in cells[1:]) and any(
            is_name(cell.text) for cell in cells[:2]
        ):
            row = read_row(cells, header, category)
            rows.extend([row] if row else [])
        elif len(cells) == 1 and len(cells[0].text) <= LONGEST_CATEGORY:
            category = cells[0].text
        elif lines[here].text != lines[at].text:
            break
        here += 1
    return IndicatorTable(at, here, tuple(rows)) if rows else None
