"""The header of an indicator table: what its columns hold, of which year, reached or promised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.dates import years_in
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import Horizon

NAME = re.compile(r"(?:主要|核心|具体|发展)?指标(?:名称|内容)?")
SERIAL = re.compile(r"序号|编号|序")
UNIT = re.compile(r"(?:计量)?单位")
ATTRIBUTE = re.compile(r"(?:指标)?(?:属性|性质|类型)")
BESIDE = re.compile("(?:责任|牵头|负责|主管|配合|填报)(?:单位|部门)|备注|说明|数据来源")
_BACK = re.compile(r"基数|基期|预计|预估|实际|完成|现状|实绩|达到")
_AHEAD = re.compile(r"目标|规划|增长|增速|年均|累计|预期|计划")
LABEL = re.compile(rf".{{0,16}}(?:\d{{4}}\s*年|{_BACK.pattern}|{_AHEAD.pattern}).{{0,12}}")
_RATE = re.compile(r"年均|累计|增[速幅]|增长\W*[%％]|同比|比上年")


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
    patterns = (NAME, SERIAL, UNIT, ATTRIBUTE, BESIDE, LABEL)
    return any(pattern.fullmatch(bare) for pattern in patterns) and "。" not in cell


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
    if not values:
        return None
    split = len(bare) if attribute is None else attribute
    before, after = _one_line(
        [labels[at] for at in values if at < split], [labels[at] for at in values if at > split]
    )
    return Header(
        any(SERIAL.fullmatch(label) for label in bare),
        any(UNIT.fullmatch(label) for label in bare),
        attribute is not None,
        any(BESIDE.fullmatch(label) for label in bare),
        find_columns(before, horizon, retrospective),
        find_columns(after, horizon, retrospective),
    )


def find_columns(
    labels: Sequence[str], horizon: Horizon, retrospective: bool
) -> tuple[Column, ...]:
    """The columns of values below the ``labels``."""
    if retrospective:
        last = max((year for label in labels if (year := _year(label))), default=None)
        return tuple(
            Column(
                _year(label) or last,
                None if re.search(r"目标|规划|计划", label) else Stance.OUTCOME,
                label,
            )
            for label in labels
        )
    return tuple(_column(label, horizon) for label in labels)


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
    return [label for label in labels if _year(label) or _RATE.search(label)]


def _year(label: str) -> int | None:
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)\s*年?", label)
    return int(years[-1]) if years else None


def _column(label: str, horizon: Horizon) -> Column:
    year = _year(label) or max(years_in(label), default=None)
    past = year is not None and horizon.first is not None and year < horizon.first
    if past or (_BACK.search(label) and not re.search(r"目标|规划", label)):
        return Column(year, Stance.OUTCOME, label)
    return Column(year or horizon.last, Stance.TARGET, label)
