"""The rows of a task table: a task with its number, the units in charge and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.cells import BrokenCell, Cell
from policydiff.reading.dates import years_in
from policydiff.reading.document import IndicatorCell, Span
from policydiff.reading.indicator_tables import Row
from policydiff.reading.indicator_tables.values import BOUND, UNIT_CELL
from policydiff.reading.lines import Line, counts_something
from policydiff.reading.markers import Style, find_marker
from policydiff.reading.task_tables.header import Columns
from policydiff.reading.task_tables.table import Beside, SectionRow, TaskRow
from policydiff.reading.task_tables.valued import BEHIND_NAME, COUNTED, is_name, read_values
from policydiff.reading.units import looks_like_units, split_units

ITEM = re.compile(r"(\d{1,4})\s*(?:[.．、](?!\d)\s*|$)")
"""The number that opens a task."""
_BARE = re.compile(r"[^\u4e00-\u9fff]*\d[\d.]*\s*[^\s\d。，；]{0,6}")
"""A number and its unit alone, of which the name of the task says what it counts."""
_LACKS_SUBJECT = re.compile(
    rf"{_BARE.pattern}$|(?:[到至]?(?:19|20)\d\d年[底末]?[：:，,]?){_BARE.pattern}(?=[；;，,。]|$)"
    r"|(?:全年|力争|确保|分别|同比|实际|年均|新增|净增|增[长加速幅]|提[高升]|上升|下降|降低|减少|压减|完成|实现"
    r"|达到?|突破|超过?|高于|低于|不[低高少多]于|不超过|控制|保持|稳定|[在到至])+[约近]?"
    rf"\d[\d.]*\s*(?:个?百分点|{UNIT_CELL.pattern})(?:{BOUND.pattern})?(?=[，,、；;。]|$)"
)
"""What is said of the name of the task, in the cell beside it: 增长6%左右, 完成23亿元."""
_LACKS_OBJECT = re.compile(
    r"(?:完成|新?建[设成]|新?改?[扩改]?建|改造|整治|治理|培育|引进|安装|更新|发放|化解)"
    rf"\d[\d.]*\s*(?:{UNIT_CELL.pattern})(?:{BOUND.pattern})?(?=[，,、；;。]|$)"
)
"""What is done to things that only the name of the task tells: 改造25个."""
_STEP = re.compile(
    r"(?:\d月份?|季度?|半年|[全\d]年|年(?=[底末内])|开学|汛期)[上中下]?旬?[底末初内前中起]*"
    r"(?!(?:基本|全部|全面|按时|如期)?(?:完成|完工|落实)(?:[，；。]|$)|取得|[长常]期|持续)"
    r"[\u4e00-\u9fff]{2,}"
)
"""What a cell on when a task is due says of a step on the way: 6月底前铺设管网."""
_OPENS_UNIT = re.compile("[省市区县旗州各]")
_DEED = re.compile("(?<=..)(?:(?:改|新|续|扩|迁|重)+建)$")
"""What is done to a project, at the end of its name: 区医院迁建."""
_PART = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?、?")
"""The number of a part of a table, whose tasks have numbers of other digits."""
LONGEST_SECTION = 100
"""Characters of a heading inside a table, which may name who leads its tasks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before the units of the whole table have been looked at."""

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    beside: tuple[Beside, ...] = ()
    year: int | None = None
    values: tuple[Row, ...] = ()
    worded: tuple[IndicatorCell, ...] = ()
    stated: bool = True
    gaps: tuple[Span, ...] = ()
    project: Span | None = None


def draft_row(cells: Sequence[Cell], columns: Columns) -> Draft | None:
    """The row of the ``cells``, or None if the one of its task is empty and it has no values."""

    def cell(at: int | None) -> str:
        return cells[at].text if at is not None and at < len(cells) else ""

    def units(at: int | None) -> str:
        return _listed(cells[at]) if at is not None and at < len(cells) else ""

    task = cells[columns.task] if columns.task < len(cells) else Cell(cells[-1].end, "")
    named = task if columns.name is None else cells[min(columns.name, len(cells) - 1)]
    if columns.grouped and is_name(task.text):
        named = task
    values, worded = read_values(cells, columns.values, task, named)
    if not task.text and not values:
        return None
    start, item = task.start, cell(columns.number) or None
    if columns.name == columns.task - 1 and _LACKS_SUBJECT.match(task.text) and cell(columns.name):
        start = cells[columns.name].start
    if item is None and (printed := ITEM.match(task.text)):
        start, item = task.start + printed.end(), printed[1]
    due = cell(columns.due.at) if columns.due else ""
    beside = [*columns.beside, columns.due] if columns.due and _says_steps(due) else columns.beside
    stated = bool(task.text) and not any(task.start <= row.name.start < task.end for row in values)
    return Draft(
        start,
        task.end,
        item,
        (units(columns.lead),),
        tuple(units(at) for at in columns.support),
        tuple(
            Beside(told.start, told.end, one.stance, one.label, told.gaps)
            for one in beside
            if cell(one.at) and (stated or not _BARE.fullmatch(cell(one.at)))
            for told in [cells[one.at]]
        ),
        max(years_in(due), default=None),
        values,
        worded,
        stated,
        task.gaps,
        _project(named, columns, told=not _LACKS_OBJECT.match(task.text)),
    )


def _project(named: Cell, columns: Columns, *, told: bool) -> Span | None:
    """The name of what is built, in a cell beside what is done there.

    None of other tasks, unless the cell beside has not ``told`` what it is done to.
    """
    if named.gaps or not named.text or (told and not columns.names_projects):
        return None
    behind = BEHIND_NAME.search(named.text)
    owner = named.text[: behind.start()] if behind else named.text
    return Span(named.start, named.stop(len(_DEED.sub("", owner))))


def opens_part(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether the ``cells`` number and name a part of the table (一, 产业类), with sums or not."""
    beside = {columns.lead, *columns.support, *columns.values.columns}
    filled = [at for at, cell in enumerate(cells) if cell.text and at not in beside]
    return (
        len(filled) == 2
        and filled[0] == columns.number
        and _PART.fullmatch(cells[filled[0]].text) is not None
        and filled[1] in {filled[0] + 1, columns.name, columns.task}
        and not counts_something(COUNTED.sub("", cells[filled[1]].text))
    )


def heading_in(cells: Sequence[Cell], columns: Columns) -> Cell | None:
    """The one cell that is filled in a row of ``cells``, or the name of a part without sums.

    In the column of tasks only one without units where others have them is no task.
    """
    filled = [at for at, cell in enumerate(cells) if cell.text]
    if len(filled) == 1:
        return None if cells[filled[0]].text.isdecimal() else cells[filled[0]]
    if columns.values.columns.keys() & set(filled) or not opens_part(cells, columns):
        return None
    alone = len(filled) == 2 and (columns.lead is not None or bool(columns.values.columns))
    return cells[filled[1]] if alone or filled[1] != columns.task else None


def _says_steps(due: str) -> bool:
    """Whether a cell on when a task is ``due`` says what is to be done by then."""
    steps = len(_STEP.findall(due))
    return steps > 1 or (steps > 0 and counts_something(due))


def _listed(cell: Cell) -> str:
    """The units in ``cell``, over whose lines one may go on, or have a line of its own."""
    if not isinstance(cell, BrokenCell):
        return cell.text
    listed = cell.pieces[0].text
    for piece in cell.pieces[1:]:
        apart = _OPENS_UNIT.match(piece.text) and looks_like_units(listed.split()[-1])
        listed += f"\n{piece.text}" if apart else piece.text
    return listed


def with_units(drafts: Sequence[Draft | SectionRow]) -> tuple[TaskRow | SectionRow, ...]:
    """The rows of one table, with what their cells name as lists of units."""
    cells = [
        cell
        for draft in drafts
        if isinstance(draft, Draft)
        for cell in (*draft.lead, *draft.support)
    ]
    units = dict(zip(cells, split_units(cells), strict=True))
    return tuple(
        draft
        if isinstance(draft, SectionRow)
        else TaskRow(
            draft.start,
            draft.end,
            draft.item,
            tuple(unit for cell in draft.lead for unit in units[cell]),
            tuple(unit for cell in draft.support for unit in units[cell]),
            draft.beside,
            draft.year,
            draft.values,
            draft.worded,
            draft.stated,
            draft.gaps,
            draft.project,
        )
        for draft in drafts
    )


def is_section(line: Line) -> bool:
    """Whether ``line`` is a heading between the rows, not that of another table."""
    marker = find_marker(line.text) if len(line.text) <= LONGEST_SECTION else None
    return marker is not None and marker.style is not Style.BOX
