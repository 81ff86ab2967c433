"""Columns of a task table that hold values: numbers of the year above them, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from policydiff.reading.cells import Cell, PartCell
from policydiff.reading.dates import years_in
from policydiff.reading.document import IndicatorCell, Span, Stance
from policydiff.reading.indicator_tables.header import LABEL, find_columns
from policydiff.reading.indicator_tables.table import Column, Row
from policydiff.reading.indicator_tables.values import (
    BARE,
    BEFORE_NAME,
    CJK,
    UNIT_BRACKETED,
    UNIT_CELL,
    VALUE,
    name_and_unit,
    value_cell,
)
from policydiff.reading.lines import Line, counts_something, ends_in_measure
from policydiff.reading.outline import Horizon

_MONEY = re.compile(
    r"(?:(?:上|中央|省|市|县|区|地方|本)级?(?:财政|预算内|配套|补助)*|财政|自筹|社会|专项|衔接"
    r"|总|年度|计划|累计|完成|已|当年|本年|项目|到位|估算|概算)*(?:投资|资金|经费|预算)(?:额|总额|规模|安排|估算|概算)?"
)
"""What a column names that says what a project costs, in a year or in all."""
_SOURCES = re.compile(r"(?:项目)?(?:资金|投资|经费)(?:来源|构成|筹措|组成)(?:情况)?")
"""What stands above the sources of money (中央, 自筹)."""
_KIND = re.compile("资金|投资|经费|预算")
_WHEN = re.compile(
    r"(?:其中[:：]?)?(?:截?[至到]?(?:19|20)\d\d年?[年度]?(?:\d{1,2}月)?[底末]?|本年|今年|当年)?"
)
"""The time that such a name opens with, and that it is a part of the sum before."""
_MONEY_ABOVE = re.compile(r"(?:金额)?单位\s*[：:]\s*([万亿]?元)")
"""What stands above a table whose sums are in one unit."""
_ABOVE = 2
_PAST = re.compile(r"累计|完成|已|到位")
_BESIDE = re.compile(
    r"单位|部门|责任|领导|时限|时间|节点|年限|形象进度|序号|编号|备注|分值|权重|得分"
)
_RATE_DONE = re.compile(r"(?:完成|达成|达标|进度)(?:率|比例|百分比)(?=[%％]?$)")
"""A column of how much of what its row aims at is done."""
_SHARE_OF_PLAN = re.compile(
    r"(?:占|完成).{0,4}(?:任务|目标|计划).{0,6}(?:率|比例|比重|百分比|[%％])$"
)
"""What a column of that kind is called that has no name to go with that of its row."""
_AIM = re.compile(
    r"(?:(?:19|20)\d\d年|全年|年度?|[本今]年)?(?:(?:目标|计划|工作)?任务(?:总?[数量]|指标)?"
    r"|(?:目标|计划|任务|建设|实施)*(?:数量|规模|工程量|工作量))"
)
"""A column of how much of each task is to be done."""
_MEASURED_IN = re.compile(r"(?:计量)?单位")
_WORDED_VALUE = re.compile(
    rf"[\u4e00-\u9fff]{{0,4}}(?:{BARE.pattern}|\d[\d.]*[\u4e00-\u9fff]{{1,2}})"
)
"""A number behind a verb alone: 建成6个, 同比下降9.3%."""
COUNTED = re.compile(r"\s*[（(]\s*\d+\s*[个项][）)]$")
"""How many projects a sum is of, behind the name of their kind or below it."""
BEHIND_NAME = re.compile(
    rf"{COUNTED.pattern}|[（(](?:(?:新|续|扩|改|迁|重|在|拟|改扩|新扩)建|[新未]开工|竣工|收尾|储备|前期)(?:项目)?[）)]$"
)
"""What stands in brackets behind the name of a project, or of several: （续建）."""
SUM = re.compile(r"[总合小共]\s*计")
_SUM_OF_PARTS = re.compile(rf"{SUM.pattern}|总额|总量")
_SENTENCE = re.compile("[，。；：]")
_SHORTEST_WORDS = 8
"""Characters of a cell that says what is done, as 持续推进 does not."""


@dataclass(frozen=True, slots=True)
class Valued:
    """A column of values; ``name`` is what its head names, None where the task of the row does.

    ``whole`` is what that is a part of.
    """

    column: Column
    unit: str
    name: Cell | None
    whole: Cell | None = None

    @property
    def names(self) -> tuple[Cell | None, Cell | None, str]:
        """What the values of its rows share."""
        return self.name, self.whole, self.unit


@dataclass(frozen=True, slots=True)
class Values:
    """The columns of values by where they stand, the one of units, and the money of the table."""

    columns: Mapping[int, Valued]
    unit: int | None


NO_VALUES = Values({}, None)


def find_values(
    labels: Sequence[Cell], rows: Sequence[Sequence[Cell]], horizon: Horizon, money: str = ""
) -> Values:
    """Which of the ``labels`` head values, as the ``rows`` show.

    Beside one whose cells are numbers others of a year may say in words what is to be done, and
    others how much of it is done in percent. ``money`` is the unit of its sums that is printed
    above the table (单位：万元).
    """
    headed = {
        at: valued for at, label in enumerate(labels) if (valued := _valued(label, horizon, money))
    }
    counted = {
        at
        for at in headed
        if _holds_numbers(
            [row[at].text for row in rows if at < len(row) and row[at].text],
            dated=bool(years_in(labels[at].text)),
        )
    }
    if all(headed[at].name for at in counted):
        counted = {at for at in counted if not _RATE_DONE.search(headed[at].column.label)}
    columns = {
        at: valued
        for at, valued in headed.items()
        if at in counted or (counted and valued.name is None and years_in(labels[at].text))
    }
    units = (at for at, label in enumerate(labels) if _MEASURED_IN.fullmatch(label.text))
    return Values(columns, next(units, None) if columns else None)


def is_sum(label: str) -> bool:
    """Whether ``label`` may head a column of sums of money."""
    bare = UNIT_BRACKETED.sub("", label)
    when = _WHEN.match(bare)
    return _MONEY.fullmatch(bare, when.end() if when else 0) is not None


def heads_amounts(label: str) -> bool:
    """Whether ``label`` may head a column of how much of each task is done, or of its units."""
    return (_AIM.fullmatch(label) or _MEASURED_IN.fullmatch(label)) is not None


def names_sums(label: str) -> bool:
    """Whether ``label`` may stand above those of the parts of a sum."""
    words = "".join(label.split())
    return is_sum(words) or _SOURCES.fullmatch(UNIT_BRACKETED.sub("", words)) is not None


def money_above(lines: Sequence[Line], at: int) -> str:
    """The unit of the sums in the table at line ``at`` that stands above it, if one does."""
    above = (_MONEY_ABOVE.search(line.text) for line in lines[max(0, at - _ABOVE) : at])
    return next((printed[1] for printed in above if printed), "")


def _holds_numbers(cells: Sequence[str], *, dated: bool) -> bool:
    """Whether most ``cells`` are numbers; under a ``dated`` head half of them, or behind a verb."""
    numbers = [
        cell for cell in cells if VALUE.fullmatch(cell) or (dated and _WORDED_VALUE.fullmatch(cell))
    ]
    return len(numbers) * 2 > len(cells) - dated and any(map(BARE.search, numbers))


def _part_valued(label: PartCell, horizon: Horizon, money: str) -> Valued | None:
    """The column of a part of a sum: of 资金规模 小计 is the whole, 中央 its part 中央资金."""
    kind = _KIND.search(label.whole.text)
    if kind is None:
        return None
    noun = label.whole.part(kind.start(), kind.end())
    bracketed = UNIT_BRACKETED.search(label.whole.text)
    unit = bracketed[1] if bracketed else money
    valued = _valued(label.whole, horizon, money) or _valued(noun, horizon, unit)
    if valued is None or _SUM_OF_PARTS.fullmatch(label.text):
        return valued
    return replace(valued, name=label, whole=noun)


def _valued(label: Cell, horizon: Horizon, money: str) -> Valued | None:
    if isinstance(label, PartCell):
        return _part_valued(label, horizon, money)
    bracketed = UNIT_BRACKETED.search(label.text)
    bare = label.text[: bracketed.start()] if bracketed else label.text
    unit = bracketed[1] if bracketed else ""
    if _BESIDE.search(bare):
        return None
    if rate := _RATE_DONE.search(bare):
        column = Column(horizon.last, Stance.OUTCOME, bare)
        return Valued(column, "%", label.part(0, rate.end()))
    if _SHARE_OF_PLAN.search(bare + unit):
        return None
    when = _WHEN.match(bare)
    begin = when.end() if when else 0
    if _MONEY.fullmatch(bare, begin):
        (column,) = find_columns([bare], horizon, retrospective=False)
        stance = Stance.OUTCOME if _PAST.search(bare) else Stance.TARGET
        return Valued(replace(column, stance=stance), unit or money, label.part(begin, len(bare)))
    words = "".join(bare.split())
    if not (LABEL.fullmatch(words) or _AIM.fullmatch(words)):
        return None
    return Valued(find_columns([bare], horizon, retrospective=False)[0], unit, None)


def read_values(
    cells: Sequence[Cell], values: Values, name: Cell, project: Cell
) -> tuple[tuple[Row, ...], tuple[IndicatorCell, ...]]:
    """The values of a row whose task is ``name``, and its cells that say in words what is done.

    Its sums are those of its ``project``.
    """
    own = {at: one for at, one in values.columns.items() if one.name and at < len(cells)}
    rows = list(_named_by_heads(cells, own, project))
    worded: list[IndicatorCell] = []
    counted: list[IndicatorCell] = []
    named = is_name(name.text)
    for at, one in values.columns.items():
        if at in own or at >= len(cells) or (cell := value_cell(cells[at], one.column)) is None:
            continue
        text = cells[at].text
        if named and (VALUE.fullmatch(text) or _WORDED_VALUE.fullmatch(text)):
            counted.append(cell)
        elif len(CJK.findall(text)) >= _SHORTEST_WORDS or counts_something(text):
            worded.append(cell)
    if counted:
        printed = "".join(cell.text for at, cell in enumerate(cells) if at == values.unit)
        span, unit = name_and_unit([name], printed if _is_unit(printed) else "")
        rows.append(_row(span, unit, counted, name.gaps))
    return tuple(rows), tuple(worded)


def is_name(words: str) -> bool:
    """Whether a task of those ``words`` only names what is done, and does not count it."""
    before = BEFORE_NAME.match(words)
    begin = before.end() if before else 0
    return bool(words) and not (_SENTENCE.search(words, begin) or counts_something(words))


def _named_by_heads(
    cells: Sequence[Cell], own: Mapping[int, Valued], project: Cell
) -> Iterator[Row]:
    """The sums of a row, named by the ``project`` that they are for and their head."""
    before, behind = BEFORE_NAME.match(project.text), BEHIND_NAME.search(project.text)
    begin = before.end() if before else 0
    owner = project.part(begin, behind.start() if behind else len(project.text))
    counted = _SENTENCE.search(owner.text) or ends_in_measure(owner.text)
    owned = bool(owner.text) and not (counted or SUM.fullmatch(owner.text))
    beside = ((one, cells[at]) for at, one in own.items())
    for (name, whole, unit), group in groupby(beside, key=lambda pair: pair[0].names):
        found = [value for one, cell in group if (value := value_cell(cell, one.column)) and name]
        if found and name:
            head = Span(name.start, name.end)
            if owned:
                row = _row(Span(owner.start, owner.end), unit, found, (*name.gaps, *owner.gaps))
                row = replace(row, rest=head)
            else:
                row = _row(head, unit, found, name.gaps)
            yield replace(row, whole=Span(whole.start, whole.end)) if whole else row


def _row(name: Span, unit: str, found: Sequence[IndicatorCell], gaps: tuple[Span, ...]) -> Row:
    start, end = found[0].start, found[-1].end
    return Row(start, end, None, name, unit, tuple(found), None, "", gaps=gaps)


def _is_unit(printed: str) -> bool:
    return UNIT_CELL.match(printed) is not None
