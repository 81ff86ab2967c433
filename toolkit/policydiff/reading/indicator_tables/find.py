"""Which lines are an indicator table, and how its cells are parted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydiff.reading.cells import EDGE
from policydiff.reading.indicator_tables.cell_a_line import read_cells, read_labels
from policydiff.reading.indicator_tables.header import NAME, SERIAL, find_header
from policydiff.reading.indicator_tables.headless import read_headless
from policydiff.reading.indicator_tables.parts import with_changed
from policydiff.reading.indicator_tables.place_columns import read_place_columns
from policydiff.reading.indicator_tables.place_heads import read_place_heads
from policydiff.reading.indicator_tables.place_rows import read_place_rows
from policydiff.reading.indicator_tables.row_a_line import read_rows
from policydiff.reading.indicator_tables.rows import LONGEST_CATEGORY
from policydiff.reading.indicator_tables.scored import read_scored
from policydiff.reading.indicator_tables.table import IndicatorTable
from policydiff.reading.indicator_tables.white_space import read_words
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_COMMAS = re.compile(rf"(?:\"?(?:{SERIAL.pattern})\"?,)?\"?(?:{NAME.pattern})\"?,")
"""How a header opens that has commas between its cells."""


def find_indicator_table(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The indicator table whose header is line ``at``, or None if no header is there.

    Rows without a header that can be read are a table without rows and with a diagnostic.
    """
    table = _find(lines, at, text, horizon, retrospective)
    if table is None:
        return read_headless(lines, at, text)
    return replace(table, rows=with_changed(table.rows, text))


def _find(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The table as printed.

    Knows tables flattened to one cell a line, with or without a ``|`` beside each, and tables
    with a row a line and tabs, ``|``, commas or white space between cells, in each of which rows
    or columns may be places; and flattened ones whose targets have a score beside them. Where
    ``retrospective``, the values were reached, and what was planned for years past is left out.
    """
    if places := read_place_rows(lines, at, text, horizon, retrospective):
        return places
    if places := read_place_heads(lines, at, text, horizon, retrospective):
        return places
    inside = lines[at].text.strip(EDGE)
    tabbed = "\t" in text[lines[at].raw_start : lines[at].raw_end].strip()
    if tabbed or "|" in inside or _COMMAS.match(inside):
        return read_rows(lines, at, text, horizon, retrospective)
    opening = "" if len(inside) > LONGEST_CATEGORY else "".join(inside.split())
    if opening and (scored := read_scored(lines, at, horizon)):
        return scored
    if not (NAME.fullmatch(opening) or SERIAL.fullmatch(opening)):
        return read_words(lines, at, text, horizon, retrospective)
    labels = read_labels(lines, at)
    header = find_header([label for label in labels if label], horizon, retrospective)
    if header is None:
        return read_place_columns(lines, at, horizon) or read_words(
            lines, at, text, horizon, retrospective
        )
    return read_cells(lines, at + len(labels), header, at)


def is_completion(title: str) -> bool:
    """Whether a table of that title reports on a plan that is over (主要指标完成情况)."""
    return re.search(r"(?:完成|执行|实现|进展)情况", title) is not None
