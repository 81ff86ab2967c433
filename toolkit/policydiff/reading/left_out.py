"""What says that rows of a table were left out or may be missing."""

from __future__ import annotations

from policydiff.reading.document import Diagnostic
from policydiff.reading.lines import Line


def line_number(line: Line, text: str) -> int:
    """The number of ``line`` in ``text``, from 1."""
    return text.count("\n", 0, line.start) + 1


def row_unread(line: Line, text: str, why: str) -> Diagnostic:
    """Says that the row on ``line`` was left out, and ``why``."""
    message = f"the row of a table at line {line_number(line, text)} was left out: {why}"
    return Diagnostic("row-unread", message, line.start, line.end)


def table_unread(first: Line, end: int, text: str, why: str) -> Diagnostic:
    """Says that the table from the line ``first`` to ``end`` was left out, and ``why``."""
    message = f"the table at line {line_number(first, text)} was left out: {why}"
    return Diagnostic("table-unread", message, first.start, end)


def rows_missing(line: Line, number: int, before: int) -> Diagnostic:
    """Says that the row ``number``, on ``line``, does not follow the one ``before`` it."""
    message = f"item {number} follows item {before}: rows may be missing"
    return Diagnostic("item-order", message, line.start, line.end)
