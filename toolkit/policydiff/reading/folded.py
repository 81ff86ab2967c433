"""Tables folded to save room: several records, each with all the columns, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.reading.document import Span
from policydiff.reading.indicator_tables.header import NAME, SERIAL
from policydiff.reading.indicator_tables.place_grid import PLACES, is_sum
from policydiff.reading.lines import Line
from policydiff.reading.task_tables.header import LEAD, SUPPORT, TASK_ALONE

_OPENS = re.compile(
    "|".join(
        f"(?:{one})"
        for one in (
            *(SERIAL.pattern, NAME.pattern, PLACES),
            *(LEAD.pattern, SUPPORT.pattern, TASK_ALONE.pattern),
        )
    )
)
"""What heads the first column of a record."""
_LONGEST = 120
"""Characters of a header."""
_NARROWEST = 2
"""Columns of a record."""
_MARKS = re.compile("[。；，：]")
_BETWEEN = re.compile(r"[\t |\u3000]")
"""What may part two cells."""
_SPACES = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The lines of a document, with one for each record of the table whose header is line ``at``.

    ``origins`` are the lines that its header and records stood on.
    """

    lines: Sequence[Line]
    at: int
    origins: Sequence[int]

    def behind(self, last: int) -> int:
        """The line of the document behind the one that was line ``last - 1`` of the ``lines``."""
        over = last - self.at - len(self.origins)
        return self.origins[min(over, 0) - 1] + 1 + max(over, 0)


def unfold(lines: Sequence[Line], at: int, text: str) -> Unfolded | None:
    """The lines with a record each if the header at line ``at`` says every column several times."""
    mark = _mark(lines[at])
    if not mark:
        return None
    heads = _cells(lines[at], text, mark)
    labels = ["".join(_words(text, head).split()) for head in heads]
    while labels and not labels[-1]:
        labels.pop()
    width = next(
        (
            width
            for width in range(_NARROWEST, len(labels) // 2 + 1)
            if labels == labels[:width] * (len(labels) // width)
        ),
        0,
    )
    if not width or len(set(labels)) < width or not _OPENS.fullmatch(labels[0]):
        return None
    found = [_line(lines[at], text, heads[:width])]
    origins = [at]
    for here, line in enumerate(lines[at + 1 :], start=at + 1):
        cells = _cells(line, text, mark) if _mark(line) == mark else []
        if len(cells) < _NARROWEST or (mark == " " and len(cells) % width):
            break
        records = list(_records(line, text, cells, width))
        found.extend(records)
        origins.extend([here] * len(records))
    if len(origins) == 1:
        return None
    return Unfolded([*lines[:at], *found, *lines[origins[-1] + 1 :]], at, origins)


def _mark(line: Line) -> str:
    """What parts the cells of ``line``; nothing if it is none of a table."""
    if len(line.text) > _LONGEST or not _BETWEEN.search(line.text) or _MARKS.search(line.text):
        return ""
    if "\t" in line.text:
        return "\t"
    if line.text[0] == line.text[-1] == "|":
        return "|"
    return " "


def _cells(line: Line, text: str, mark: str) -> Sequence[Span]:
    """Where the cells of ``line`` stand, with the bars around them."""
    if mark == " ":
        words = _SPACES.finditer(line.text)
        return [Span(line.start + word.start(), line.start + word.end()) for word in words]
    bar = mark == "|"
    start, end = (line.start, line.end) if bar else (line.raw_start, line.raw_end)
    marks = [at for at in range(start, end) if text[at] == mark]
    if bar:
        return [Span(left, right + 1) for left, right in pairwise(marks)]
    lefts = [start, *(at + 1 for at in marks)]
    return [Span(left, right) for left, right in zip(lefts, [*marks, end], strict=True)]


def _words(text: str, cell: Span) -> str:
    return text[cell.start : cell.end].strip("| \t\u3000\xa0")


def _records(line: Line, text: str, cells: Sequence[Span], width: int) -> Iterator[Line]:
    """The records of ``line``; a sum whose name takes the place of whole records is one."""
    first = [words for cell in cells[:width] if (words := _words(text, cell))]
    if len(first) == 1 and is_sum(first[0]):
        yield _line(line, text, cells)
        return
    for begin in range(0, len(cells), width):
        record = cells[begin : begin + width]
        if any(_words(text, cell) for cell in record):
            yield _line(line, text, record)


def _line(line: Line, text: str, cells: Sequence[Span]) -> Line:
    """The part of ``line`` that holds the ``cells``."""
    raw_start, raw_end = cells[0].start, cells[-1].end
    printed = text[raw_start:raw_end]
    words = printed.strip()
    start = raw_start + printed.index(words)
    blank = line.blank if raw_start <= line.start else 0
    return Line(start, start + len(words), words, raw_start, raw_end, blank)
