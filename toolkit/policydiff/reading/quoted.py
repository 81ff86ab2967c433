"""Lines of a text; a row of a table is one though its quoted cells go over several.

Spreadsheets copy and export cells that hold line ends between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n\f\u2028]*(?:\r\n|[\r\n\f\u2028]|$)")
_END = re.compile(r"\r\n|[\r\n\f\u2028]")
_OPENS = ('\t"', ',"', '\n"')
_CELL = re.compile(
    r'(?:(?<=[\t,])|^(?="[^"]{0,600}"[\t,]))'
    r'"(?:[^"\r\n]|""){0,200}[\r\n](?:[^"]|""){0,600}"(?=[\t,\r\n]|$)',
    re.MULTILINE,
)
"""A quoted cell with a line end, between the marks that part cells or at the edge of its row."""


def printed_lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line of ``text`` starts, and the line with its end."""
    inside = _ends_in_cells(text) if any(mark in text for mark in _OPENS) else frozenset()
    start = 0
    for line in _LINE.finditer(text):
        if line.end() not in inside:
            yield start, text[start : line.end()]
            start = line.end()


def _ends_in_cells(text: str) -> frozenset[int]:
    return frozenset(
        end.end()
        for cell in _CELL.finditer(text)
        for end in _END.finditer(text, cell.start(), cell.end())
    )
