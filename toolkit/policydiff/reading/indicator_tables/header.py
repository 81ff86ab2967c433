"""The header of an indicator table: what its columns hold, of which year, reached or promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.reading.dates import years_in
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon

NAME = re.compile(
    r"(?:(?:主要|核心|具体|发展|责任|考核|评价)?指标(?:名称|内容)?|(?:预算|收入|支出)?科目(?:名称)?)"
    r"(?:[（(](?:计量)?单位[）)]|[及和、/／](?:计量)?单位)?"
)
SERIAL = re.compile(r"序号|编号|序|号")
UNIT = re.compile(r"(?:计量)?单位")
ATTRIBUTE = re.compile(r"(?:指标)?(?:属性|性质|类型)")
BESIDE = re.compile(
    "(?:责任|牵头|负责|主管|配合|填报|考核|考评|评价)(?:单位|部门)|(?:分管|责任|牵头|包联|包保).{0,2}(?:领导|责任人)|备注|说明|数据来源|评[估价](?:结论|结果|意见)?|结论"
)
SCORE = re.compile(r"(?:标准|基本|考核|指标|目标)?(?:分值|分数|权重|权数|得分)")
_BACK = re.compile(r"基数|基期|预计|预估|实际|完成|现状|实绩|达到|执行")
_AHEAD = re.compile(r"目标|规划|增长|增速|年均|累计|预期|计划|预算|增减")
_PLANNED = re.compile(r"目标|规划|计划|预算")
PLANNED_OR_REACHED = re.compile(f"{_PLANNED.pattern}|{_BACK.pattern}")
_OF_PLAN = re.compile(
    r"(?:完成|[为占比]).{0,4}(?:目标|计划|预算)|(?:目标|计划|预算).{0,2}(?:完成|执行)"
    r"|基数|基期|现状|实[际绩]|预[计估]"
)
"""What says how much of a plan was reached (完成年计划%, 预算执行数), or from where it starts."""
_VALUE = r"(?:指标|绝对|本年|实绩)?(?:数[值额据]|值|数)|总量"
LABEL = re.compile(rf".{{0,16}}(?:\d{{4}}\s*年|{_BACK.pattern}|{_AHEAD.pattern}).{{0,12}}|{_VALUE}")
_RATE = re.compile(r"年均|累计|增[速幅]|增[长减]\W*[%％]|同比|比上年")
PART_OF_YEAR = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:第?[\d一二三四]季度|[上下]半年|前[一二三]个?季度"
    r"|(?:[\d一二三四五六七八九十]{1,2}月?[—–～~至-])?[\d一二三四五六七八九十]{1,2}月份?)"
)
"""A part of the year: 一季度, 上半年, 1—9月份."""
_OF_YEAR = re.compile(rf"{PART_OF_YEAR.pattern}|全年")
_CHANGED = re.compile(r"(?:同比|[较比](?:上年|\d{4}年).{0,3})?增(?:长率?|减|速|幅)\W*")
"""The head of a column that says how far what stands in the one before it has grown."""


@dataclass(frozen=True, slots=True)
class Header:
    """Which columns a table has; those of values stand ``before`` or ``after`` the attribute."""

    serial: bool
    unit: bool
    attribute: bool
    beside: bool
    before: tuple[Column, ...]
    after: tuple[Column, ...]


def is_label(cell: str) -> bool:
    """Whether ``cell`` may head a column of an indicator table."""
    if len(cell) > 24 or cell.isdecimal() or find_marker(cell) is not None:
        return False
    bare = re.sub(r"\s", "", cell)
    patterns = (NAME, SERIAL, UNIT, ATTRIBUTE, BESIDE, SCORE, LABEL, _OF_YEAR)
    return any(pattern.fullmatch(bare) for pattern in patterns) and "。" not in cell


def tells_time(label: str) -> bool:
    """Whether ``label`` says of which year its column is, or whether it was planned or reached."""
    return bool(PLANNED_OR_REACHED.search(label) or years_in(label))


def find_header(labels: Sequence[str], horizon: Horizon, retrospective: bool) -> Header | None:
    """What the ``labels`` head, or None if they lack indicators or values."""
    bare = [re.sub(r"\s", "", label) for label in labels]
    names = [at for at, label in enumerate(bare) if NAME.fullmatch(label)]
    if not names:
        return None
    attribute = next((at for at, label in enumerate(bare) if ATTRIBUTE.fullmatch(label)), None)
    values = [
        at
        for at, label in enumerate(bare)
        if at not in names
        and not any(pattern.fullmatch(label) for pattern in (SERIAL, UNIT, ATTRIBUTE, BESIDE))
    ]
    if all(SCORE.fullmatch(bare[at]) for at in values):
        return None
    split = len(bare) if attribute is None else attribute
    before, after = _one_line(
        [labels[at] for at in values if at < split], [labels[at] for at in values if at > split]
    )
    columns = find_columns([*before, *after], horizon, retrospective)
    return Header(
        any(SERIAL.fullmatch(label) for label in bare),
        any(UNIT.fullmatch(label) for label in bare),
        attribute is not None,
        any(BESIDE.fullmatch(label) for label in bare),
        columns[: len(before)],
        columns[len(before) :],
    )


def are_valued(labels: Sequence[str]) -> Sequence[bool]:
    """Which of the ``labels`` head values: beside one of a plan those of parts of the year too."""
    planned = any(map(_is_planned, labels))
    return [
        LABEL.fullmatch(label) is not None or (planned and _OF_YEAR.fullmatch(label) is not None)
        for label in labels
    ]


def find_columns(
    labels: Sequence[str], horizon: Horizon, retrospective: bool
) -> tuple[Column, ...]:
    """The columns of values below the ``labels``, in an order that tells what has grown.

    Where ``retrospective``, they were reached, or quote what was planned and is over, unless one
    is planned for a year to come.
    """
    reported = horizon.first - 1 if horizon.first else None
    last = max((year for label in labels if (year := _year(label))), default=reported)
    ahead = (_year(label) for label in labels if _is_planned(label))
    over = retrospective and not any(year and year >= (horizon.first or year) for year in ahead)
    columns: list[Column] = []
    for label in labels:
        if columns and _CHANGED.fullmatch(label):
            columns.append(replace(columns[-1], label=label))
        elif _is_score(label):
            columns.append(Column(None, None, label))
        elif over:
            stance = None if _is_planned(label) else Stance.OUTCOME
            columns.append(Column(_year(label) or last, stance, label))
        else:
            columns.append(_column(label, horizon))
    return tuple(columns)


def _one_line(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The labels of the columns before and after the attribute, two header lines made one.

    2020年 of the first line over 目标值 of the second is 2020年目标值, where both are as long.
    """
    first, odd = divmod(len(after) - len(before), 2)
    above, below = [*before, *after[:first]], after[max(0, first) :]
    if odd or first < 0 or not any(map(_year, above)) or any(map(_year, below)):
        return _dated(before), _dated(after)
    whole = [f"{top}{bottom}" for top, bottom in zip(above, below, strict=True)]
    return whole[: len(before)], whole[len(before) :]


def _dated(labels: Sequence[str]) -> Sequence[str]:
    """Without the labels of a second header line, which only say more of the dated ones."""
    if not any(_year(label) for label in labels):
        return labels
    return [label for label in labels if _year(label) or _RATE.search(label) or _is_score(label)]


def _is_score(label: str) -> bool:
    return SCORE.fullmatch("".join(label.split())) is not None


def _year(label: str) -> int | None:
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)\s*年?", label)
    return int(years[-1]) if years else None


def _column(label: str, horizon: Horizon) -> Column:
    year = _year(label) or max(years_in(label), default=None)
    if _is_planned(label):
        return Column(year or horizon.last, Stance.TARGET, label)
    past = year is not None and horizon.first is not None and year < horizon.first
    if past or _BACK.search(label):
        return Column(year, Stance.OUTCOME, label)
    return Column(year or horizon.last, Stance.TARGET, label)


def _is_planned(label: str) -> bool:
    return _PLANNED.search(label) is not None and not _OF_PLAN.search(label)
