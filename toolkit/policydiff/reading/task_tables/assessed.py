"""What is assessed (考核): a row of an indicator, its aim in numbers or words, and the year before.

An aim may list several things to reach; what was reached the year before stands in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydiff.reading.cells import Cell
from policydiff.reading.dates import years_in
from policydiff.reading.document import IndicatorCell, Span, Stance
from policydiff.reading.indicator_tables.header import NAME
from policydiff.reading.indicator_tables.table import Column, Row
from policydiff.reading.indicator_tables.values import name_and_unit, value_cell
from policydiff.reading.lines import counts_something
from policydiff.reading.outline import Horizon
from policydiff.reading.task_tables.rows import Draft
from policydiff.reading.task_tables.table import Beside

NAMED = re.compile(
    rf"(?:考核|评价|责任|工作|重点)?(?:项目|内容|事项|指标|任务)(?:名称)?|{NAME.pattern}"
)
AIM = re.compile(
    r"(?:(?:19|20)\d\d年|本?年度?|全年|工作|考核|责任)*(?:目标任务|目标|计划)[值数]?"
    r"|(?:年度|全年|目标)(?:任务|指标)[值数]?|(?:任务|指标)[值数]"
)
BEFORE = re.compile(
    r"(?:上年|去年|(?:19|20)\d\d年)度?(?:实际)?(?:完成|实绩|实际|基数|水平|指标)?(?:值|数|情况)?"
    r"|(?:基期|基数|现状)[值数]?"
)
"""What the column of the year before is called."""
JUDGED = re.compile(
    r"(?:评分|计分|赋分|考核|评价|扣分)(?:办法|方法|标准|细则|规则|方式)|权重|分值|[标基]准?分"
)
"""What a column is called that says how it is judged whether an aim is reached."""
_SCORED = re.compile(r"\s*[（(]\s*(?:权重)?\d[\d.]*\s*[分%％]\s*[）)]$")
"""The score behind the name of what is assessed."""
_MEMBER = re.compile(r"[^，,；;。\n]+")
_LINE = re.compile(r"[^\n]+")
_LISTED = re.compile(r"\s*(?:\d{1,2}(?:[、．]|\.(?!\d))\s*|[（(]\d{1,2}[）)]\s*|[①-⑳]\s*)?")
"""What stands before a member of a list."""
_COUNT = re.compile(r"(?P<name>.*[^\d.]|)(?P<count>\d[\d.]*(?:[^\d，；]{0,12})|零)")
_NO_NAME = re.compile(
    r"(?:同比|[比较]上年)?(?:增长|增加|提高|下降|降低|减少)?"
    r"(?:达到?|为|[至到约≥≤>＞<＜]|不[低高少多大小]于|不超过|超过?|控制在|稳定在|保持在)?"
)
"""What stands before a number that counts what its row names."""


class Assessed(NamedTuple):
    """One indicator: its number, name and aim, what was reached before, the units in charge."""

    item: str | None
    name: Cell
    aim: Cell
    before: Cell | None
    units: str


def column_before(label: str, horizon: Horizon) -> Column:
    """The column called ``label`` of what was reached, the year before if it names none."""
    year = max(years_in(label), default=horizon.last and horizon.last - 1)
    return Column(year, Stance.OUTCOME, label)


def assessed_row(said: Assessed, aimed: Column, reached: Column | None) -> Draft:
    """The row of what is ``said`` of an indicator, in the columns of its aim and of what was."""
    scored = _SCORED.search(said.name.text)
    name = said.name.part(0, scored.start()) if scored else said.name
    members = _members(said.aim)
    first = next((at for at, (begin, one) in enumerate(members) if _own(one.text)), len(members))
    values = [value for _, one in members[:first] if (value := value_cell(one, aimed))]
    worded: list[IndicatorCell] = []
    rows: list[Row] = []
    for part, value in _paired(members, said.before, reached):
        owned = _own(part.text)
        if value and owned:
            rows.append(_row(Span(part.start, part.stop(len(owned))), "", [value], part.gaps))
        elif value:
            values.append(value)
    if said.before and reached and not (rows or len(values) > first):
        told = value_cell(said.before, reached) if counts_something(said.before.text) else None
        worded += [told] if told and _own(said.before.text) else []
    if values:
        span, unit = name_and_unit([name], "")
        rows.insert(0, _row(span, unit, values, name.gaps))
    rest = said.aim.part(members[first][0], len(said.aim.text)) if first < len(members) else None
    return Draft(
        name.start,
        said.aim.end,
        said.item,
        (said.units,),
        (),
        tuple(_lines(rest, aimed)) if rest else (),
        None,
        tuple(rows),
        tuple(worded),
        stated=False,
    )


def is_worded(aim: str) -> bool:
    """Whether the cell ``aim`` names what it counts, or counts several things."""
    members = [one.text for _, one in _members(Cell(0, aim))]
    counted = [one for one in members if _COUNT.fullmatch(one)]
    return len(counted) > 1 or any(len(_own(one)) > 1 for one in counted)


def _members(cell: Cell) -> list[tuple[int, Cell]]:
    """What ``cell`` lists, each with where in its text it begins."""
    found = []
    for member in _MEMBER.finditer(cell.text):
        listed = _LISTED.match(cell.text, member.start(), member.end())
        begin = listed.end() if listed else member.start()
        if begin < member.end():
            found.append((begin, cell.part(begin, member.end())))
    return found


def _own(member: str) -> str:
    """What a member of a list names itself, nothing where it only counts or changes its row's."""
    counted = _COUNT.fullmatch(member.strip())
    named = counted["name"] if counted else member
    return "" if _NO_NAME.fullmatch(named) else named


def _paired(
    members: Sequence[tuple[int, Cell]], before: Cell | None, reached: Column | None
) -> Iterator[tuple[Cell, IndicatorCell | None]]:
    """The counted ``members`` of an aim, each with what was reached of it, where all are told.

    One number alone is told of the first, where that is of the whole row.
    """
    counted = [one for _, one in members if _COUNT.fullmatch(one.text)]
    told = [one for _, one in _members(before)] if before and reached else []
    whole = len(told) == 1 and bool(counted) and not _own(counted[0].text)
    if (whole or len(told) == len(counted)) and not any(_own(one.text) for one in told):
        for one, value in zip(counted, told, strict=False):
            yield one, value_cell(value, reached) if reached else None


def _lines(cell: Cell, column: Column) -> Iterator[Beside]:
    """The members of ``cell`` that have lines of their own, without their numbers."""
    for line in _LINE.finditer(cell.text):
        listed = _LISTED.match(cell.text, line.start(), line.end())
        part = cell.part(listed.end() if listed else line.start(), line.end())
        if part.text:
            yield Beside(part.start, part.end, Stance.TARGET, column.label, part.gaps)


def _row(name: Span, unit: str, cells: Sequence[IndicatorCell], gaps: tuple[Span, ...]) -> Row:
    start = min(name.start, cells[0].start)
    return Row(start, cells[-1].end, None, name, unit, tuple(cells), None, "", gaps=gaps)
