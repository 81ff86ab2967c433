"""Tables with a place a row become labels and rows, whether a line holds a row or a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import EDGE, Cell, parted_cells
from policydiff.reading.indicator_tables.header import SERIAL
from policydiff.reading.indicator_tables.values import BARE, CJK
from policydiff.reading.lines import Line

_PLACES = (
    r"地区|辖区|区域|单位|镇街|园区"
    r"|(?:[县市区旗乡镇]|街道)(?:[（(、]?(?:[县市区旗乡镇]|街道)[）)]?)*(?:名称|别)?"
)
"""What heads the column of places."""
_OPENING = re.compile(rf"(?:(?:{SERIAL.pattern})[|\s]*)?(?:{_PLACES})(?=[|\s]|$)")
_SERIAL_ALONE = re.compile(rf"(?:{SERIAL.pattern})$")
VALUE = re.compile(rf"[≥≤<>＞＜]?\s*{BARE.pattern}|[-—–－/]+")
_MARKS = re.compile("[。；：，！？]")
_RULE = re.compile(r"[|:\s-]+")
LONGEST_HEADER, LONGEST_LABEL = 60, 30
"""Labels of a header and characters of a label."""
_LONGEST_PLACE, _HEADER_LINES = 12, 3
_FEWEST_ROWS, _FEWEST_VALUES, _EMPTY_ROWS = 2, 2, 2
"""Rows and values that make a table, and places without values that may stand together in one."""

Placed = tuple[str, Sequence[Cell]]
"""A place and its values."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The labels behind that of the places, and the rows up to the line ``last`` (exclusive)."""

    labels: Sequence[Cell]
    rows: Sequence[Placed]
    last: int


def find_grid(lines: Sequence[Line], at: int, text: str) -> Grid | None:
    """The table whose header opens at line ``at`` with the column of places, or None without it."""
    opening = lines[at].text.strip(EDGE)
    if _SERIAL_ALONE.match(opening) and at + 1 < len(lines):
        opening = lines[at + 1].text.strip(EDGE)
    if not _OPENING.match(opening):
        return None
    inside = lines[at].text.strip(EDGE)
    in_a_line = "|" in inside or "\t" in inside or len(inside.split()) > 2
    grid = _row_a_line(lines, at, text) if in_a_line else _cell_a_line(lines, at)
    if grid is None or len(grid.rows) < _FEWEST_ROWS:
        return None
    return grid if max(len(values) for _, values in grid.rows) >= _FEWEST_VALUES else None


def cell_of(line: Line) -> Cell:
    """What stands on ``line`` without the ``|`` around it."""
    bare = line.text.strip(EDGE)
    return Cell(line.start + line.text.index(bare), bare)


def is_place(cell: str) -> bool:
    """Whether ``cell`` may name a place: it is short and has no punctuation."""
    return len(cell) <= _LONGEST_PLACE and bool(CJK.search(cell)) and not _MARKS.search(cell)


def _row_a_line(lines: Sequence[Line], at: int, text: str) -> Grid | None:
    labels: list[Cell] = []
    rows: list[Placed] = []
    spare: list[int] = []
    here = at
    while here < len(lines):
        cells = [] if _RULE.fullmatch(lines[here].text) else _cells(lines[here], text)
        filled = [cell for cell in cells if cell.text]
        if filled and filled[0].text.isdecimal():
            cells, filled = cells[1:], filled[1:]
        counted = bool(filled[1:]) and all(VALUE.fullmatch(cell.text) for cell in filled[1:])
        if counted and is_place(filled[0].text) and cells[0].text:
            rows.append((cells[0].text, cells[1:]))
        elif rows or here - at >= _HEADER_LINES:
            break
        else:
            labels.extend(filled)
        spare.extend([len(cells) - _filled_width(cells)] if filled else [])
        here += 1
    if not rows:
        return None
    behind = _behind_places(labels)
    widest = max(len(behind), *(_filled_width(row) for _, row in rows))
    closed = [(place, row[: len(row) - min(spare)][:widest]) for place, row in rows]
    return Grid(behind, closed, here)


def _filled_width(cells: Sequence[Cell]) -> int:
    """How many ``cells`` there are to the last that is not empty."""
    return max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)


def _cells(line: Line, text: str) -> list[Cell]:
    if "\t" in line.text:
        return parted_cells(text[line.start : line.raw_end], "\t", line.start)
    if "|" in line.text:
        around = line.text[0] == line.text[-1] == "|"
        inside = line.text[1:-1] if around else line.text
        return parted_cells(inside, "|", line.start + around)
    return [Cell(line.start + word.start(), word[0]) for word in re.finditer(r"\S+", line.text)]


def _cell_a_line(lines: Sequence[Line], at: int) -> Grid | None:
    labels: list[Cell] = []
    here = at
    while here < len(lines) and not VALUE.fullmatch(lines[here].text.strip(EDGE)):
        label = cell_of(lines[here])
        if len(label.text) > LONGEST_LABEL or len(labels) == LONGEST_HEADER:
            return None
        labels.extend([label] if label.text else [])
        here += 1
    numbered = _SERIAL_ALONE.match(labels[0].text) is not None
    place = "" if numbered else labels.pop().text
    rows: list[tuple[str, list[Cell]]] = []
    values: list[Cell] = []
    empty, last = 0, here
    while here < len(lines) and empty <= _EMPTY_ROWS:
        cell = cell_of(lines[here])
        here += 1
        if VALUE.fullmatch(cell.text):
            values.append(cell)
            empty, last = 0, here
        elif cell.text:
            if numbered and values and values[-1].text == str(len(rows) + (2 if place else 1)):
                values.pop()
            rows.extend([(place, values)] if values else [])
            place, values, empty = cell.text, [], empty + 1
            if not is_place(place):
                break
    rows.extend([(place, values)] if values else [])
    return Grid(_behind_places(labels), rows, last) if rows else None


def _behind_places(labels: Sequence[Cell]) -> Sequence[Cell]:
    return labels[2:] if _SERIAL_ALONE.match(labels[0].text) else labels[1:]
