"""Tables with a place a row become labels and rows, whether a line holds a row or a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from policydiff.reading.cells import EDGE, Cell, comma_cells, heads_commas, parted_cells
from policydiff.reading.indicator_tables.header import NAME, SERIAL
from policydiff.reading.indicator_tables.stacked_heads import Stack, stack_heads
from policydiff.reading.indicator_tables.values import BARE, CJK
from policydiff.reading.lines import Line

PLACES = (
    r"地区|辖区|区域|(?:责任|承担|实施|完成)?单位|镇街|园区"
    r"|(?:[县市区旗乡镇]|街道)(?:[（(、]?(?:[县市区旗乡镇]|街道)[）)]?)*(?:名称|别)?"
)
"""What heads the column of places."""
_YEARS = re.compile("年[度份]")
"""What heads one of years, each with a value for every indicator."""
_OPENING = re.compile(rf"(?:(?:{SERIAL.pattern})[|,\s]*)?(?:{PLACES}|{_YEARS.pattern})(?=[|,\s]|$)")
_NAMED = re.compile(rf"(?:{NAME.pattern})(?=[|,\t])")
"""What may head the column of places where the other heads are indicators."""
_PLACE = re.compile(r".{0,8}(?:[省市县区旗镇乡州盟]|街道|[总合小]计)")
_OF_ALL = re.compile(r"(?:全(?:[省市县区旗镇乡州盟]|街道))?(?:[总合小共]计)?(?<=.)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年[度底末]?(?:[（(]?[\u4e00-\u9fff]{2,4}[）)]?)?)?")
"""A year beside its values, and what these are: 2030年（目标）."""
_SERIAL_ALONE = re.compile(rf"(?:{SERIAL.pattern})$")
VALUE = re.compile(rf"[≥≤<>＞＜]?\s*{BARE.pattern}|[-—–－/]+")
_MARKS = re.compile("[。；：，！？]")
_RULE = re.compile(r"[|:\s-]+")
LONGEST_HEADER, LONGEST_LABEL = 60, 30
"""Labels of a header and characters of a label."""
_LONGEST_PLACE, _LONGEST_WORDS, _HEADER_LINES = 12, 8, 3
_FEWEST_ROWS, _FEWEST_LABELS, _EMPTY_ROWS = 2, 2, 2
"""Rows and labels that make a table, and places without values that may stand together."""

Placed = tuple[str, Sequence[Cell]]
"""A place and its values."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The labels behind that of the places, and the rows up to the line ``last`` (exclusive).

    ``stacks`` are the heads of its columns where two lines or units below them tell. Where it is
    ``dated``, its places are years and their sum.
    """

    labels: Sequence[Cell]
    rows: Sequence[Placed]
    last: int
    stacks: Sequence[Stack] = ()
    dated: bool = False


def find_grid(lines: Sequence[Line], at: int, text: str) -> Grid | None:
    """The table whose header opens at line ``at`` with the column of places, or None without it."""
    opening = lines[at].text.strip(EDGE)
    if _SERIAL_ALONE.match(opening) and at + 1 < len(lines):
        opening = lines[at + 1].text.strip(EDGE)
    named = _NAMED.match(opening)
    if not (named or _OPENING.match(opening)):
        return None
    inside = lines[at].text.strip(EDGE)
    parted = "|" in inside or "\t" in inside or heads_commas(inside)
    in_a_line = parted or len(inside.split()) > 1
    grid = _row_a_line(lines, at, text) if in_a_line else _cell_a_line(lines, at)
    if grid is None or len(grid.rows) < _FEWEST_ROWS:
        return None
    if named and not all(_PLACE.fullmatch(place) for place, _ in grid.rows):
        return None
    if not _YEARS.match(opening):
        return grid
    told = all(_YEAR.fullmatch(place) or is_sum(place) for place, _ in grid.rows)
    return replace(grid, dated=True) if told else None


def cell_of(line: Line) -> Cell:
    """What stands on ``line`` without the ``|`` around it."""
    bare = line.text.strip(EDGE)
    return Cell(line.start + line.text.index(bare), bare)


def is_place(cell: str) -> bool:
    """Whether ``cell`` may name a place: it is short and has no punctuation."""
    return len(cell) <= _LONGEST_PLACE and bool(CJK.search(cell)) and not _MARKS.search(cell)


def is_sum(place: str) -> bool:
    """Whether the values beside ``place`` are those of all (合计)."""
    return _OF_ALL.fullmatch("".join(place.split())) is not None


def owner(place: str) -> str:
    """The ``place`` whose values stand beside it, or nothing if they are those of all (合计)."""
    return "" if is_sum(place) else "".join(place.split())


def _row_a_line(lines: Sequence[Line], at: int, text: str) -> Grid | None:
    heads: list[Sequence[Cell]] = []
    rows: list[Placed] = []
    spare: list[int] = []
    commas = heads_commas(lines[at].text)
    here = at
    while here < len(lines):
        line = lines[here]
        cells = [] if _RULE.fullmatch(line.text) else cells_in(line, text, commas=commas)
        row = list(dropwhile(lambda cell: not cell.text, cells))
        row = row[1:] if row and _is_number(row[0].text) else row
        filled = [cell for cell in row if cell.text]
        if _is_counted(row, filled, width=len(rows[0][1]) + 1 if rows else 0):
            rows.append((row[0].text, row[1:]))
        elif rows or here - at >= _HEADER_LINES:
            break
        elif filled:
            heads.append(cells)
        spare.extend([len(cells) - _filled_width(cells)] if filled else [])
        here += 1
    labels = [cell for cells in heads for cell in cells if cell.text]
    if not rows or not labels:
        return None
    numbered = _SERIAL_ALONE.match(labels[0].text) is not None
    behind = _behind_places(labels)
    rows = [(place, _in_columns(place, row, len(behind))) for place, row in rows]
    filled_rows = max(_filled_width(row) for _, row in rows)
    stacks = stack_heads([cells[numbered:] for cells in heads], filled_rows)
    widest = filled_rows if stacks else max(len(behind), filled_rows)
    closed = [(place, row[: len(row) - min(spare)][:widest]) for place, row in rows]
    return Grid(behind, closed, here, stacks)


def _in_columns(place: str, row: Sequence[Cell], width: int) -> Sequence[Cell]:
    """The values of a ``row``; those of a sum whose name takes several cells stand behind these."""
    filled = [cell for cell in row if cell.text]
    return filled if is_sum(place) and len(filled) == width < len(row) else row


def _is_counted(cells: Sequence[Cell], filled: Sequence[Cell], *, width: int) -> bool:
    """Whether ``cells`` are a place and its values.

    Below rows of the same ``width``, some values may be words (保持稳定).
    """
    values = [bool(VALUE.fullmatch(cell.text)) for cell in filled[1:]]
    named = filled and (is_place(filled[0].text) or _YEAR.fullmatch(filled[0].text))
    if not any(values) or not named or not cells[0].text:
        return False
    short = all(len(cell.text) <= _LONGEST_WORDS for cell in filled[1:])
    return all(values) or (len(cells) == width and short and sum(values) * 2 >= len(values))


def _is_number(cell: str) -> bool:
    """Whether ``cell`` is the number of a row, and no year."""
    return cell.isdecimal() and not _YEAR.fullmatch(cell)


def _filled_width(cells: Sequence[Cell]) -> int:
    """How many ``cells`` there are to the last that is not empty."""
    return max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)


def cells_in(line: Line, text: str, *, commas: bool) -> list[Cell]:
    """The cells of ``line``, parted by tabs, commas, ``|`` or white space."""
    if "\t" in line.text:
        return parted_cells(text[line.raw_start : line.raw_end], "\t", line.raw_start)
    if commas:
        return comma_cells(line.text, line.start)
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
    if len(labels) < _FEWEST_LABELS:
        return None
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
