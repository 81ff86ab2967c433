"""Title, publisher, planning year and kind, found in the text of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.dates import first_year_planned, five_year_period, plan_number
from policydiff.reading.document import Kind
from policydiff.reading.lines import Line
from policydiff.reading.markers import han_number
from policydiff.reading.outline import Horizon
from policydiff.reading.planning_year import planning_year
from policydiff.reading.reviews import only_reviews
from policydiff.reading.standpoint import given_at_the_end_of
from policydiff.reading.titles import PLAN_REPORT, WORKS_PLANNED, find_title

_DONE = re.compile("情况|进展|总结|回顾")
_IN_CHARGE = re.compile(r"(?m)^[^\n。]{0,60}(?:牵头|责任)(?:单位|主体)\s*(?:[|｜\t\n]|$)")
"""The header of the units in charge in a table of tasks."""
_CALLS_ITSELF = re.compile("本(?:规划|纲要)")
_PERIOD = re.compile(r"[“\"](十?[一二三四五六七八九]|十)五[”\"]\s?时期")
_IS_TO_BE = re.compile(
    rf"{_PERIOD.pattern}(?:[（(][^（）()]*[）)])?[，,]?是[^。；]{{4,60}}(?:时期|阶段|五年)"
)
"""What a plan says of its years as it opens: “十六五”时期是转型的关键阶段."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年")
_SPANS = re.compile(r"[（(][^（）()]*[）)]|《[^》]*》|到\s?(?:19|20)\d\d\s?年")
_OPENING = 400
_PLACE = (
    r"(?!年|我|向|区|市|县|省)[\u4e00-\u9fff]{1,12}?"
    r"(?:特别行政区|自治区|自治州|自治县|新区|开发区|省|市|区|县|旗|州|盟|镇|乡)"
)
_PLACES = re.compile(
    rf"^(?:关于(?:印发)?|[《“])?((?:{_PLACE})+?)(?=(?:人民)?政府(?!工作)|(?:第|\d|国民经济|政府工作报告|[“\"]))"
)
_INNER_PLACE = re.compile(rf"\d年?((?:{_PLACE})+)(?:人民)?(?:政府工作报告|国民经济)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself."""

    title: str
    publisher: str
    year: int | None
    kind: Kind
    horizon: Horizon


def find_metadata(
    text: str,
    lines: Sequence[Line],
    name: str,
    *,
    title: str | None,
    publisher: str | None,
    year: int | None,
    kind: Kind | None,
) -> Metadata:
    """Title, publisher, year and kind of a document; what is given is taken as it is.

    ``name`` is the name of its file, which may tell the year where the text does not.
    """
    printed = title or find_title(lines, text)
    own = None if printed else _own_plan(text)
    kind = kind or (Kind.FIVE_YEAR_PLAN if own else _kind(printed, text))
    number = (own or plan_number(printed)) if kind is not Kind.WORK_REPORT else None
    if number is not None:
        first, last = five_year_period(number)
        year = year or last
        horizon = Horizon(min(first, year), year)
    else:
        year = year or planning_year(printed, lines, text, name, kind)
        done = given_at_the_end_of(text, year, kind)
        ahead = year if done is None else done + 1
        begins = first_year_planned(printed, year) if year else None
        horizon = Horizon(begins or ahead, ahead, closing=done is not None)
    place = publisher if publisher is not None else _publisher(printed, text)
    return Metadata(printed or name, place, year, kind, horizon)


def _own_plan(text: str) -> int | None:
    """Which five-year plan a text without title is of, as its opening says.

    It calls itself a plan and names its five years, or says what these years are to be, of which
    it names none but the last.
    """
    opening = text[:_OPENING]
    periods = [han_number(number) for number in _PERIOD.findall(opening)]
    if _CALLS_ITSELF.search(opening) and (named := plan_number(opening) or max(periods, default=0)):
        return named
    ahead = max((han_number(number) for number in _IS_TO_BE.findall(opening)), default=0)
    told = max(map(int, _YEAR.findall(_SPANS.sub("", text))), default=0)
    return ahead if told and told < five_year_period(ahead)[0] else None


def _kind(title: str, text: str) -> Kind:
    if re.search(
        rf"分解表|(?:推进|进展|进度|任务|责任|督[查办]|调度)表|{WORKS_PLANNED}|台账|责任[书状]|(?:任务|责任|推进|进度|督[查办]|对账|销号)清单|任务分工|责任分工|工作清单|任务的通知",
        title,
    ):
        return Kind.TASK_TABLE
    if re.search(
        r"(?:实事|工作要点)[^，。；]{0,6}$|重[大点][^，。；]{0,8}项目[^，。；]{0,6}(?:清单|名单|计划)",
        title,
    ) and not _DONE.search(title):
        return Kind.TASK_TABLE
    if re.search(r"(?:分解|分工|落实).*(?:通知|意见|方案)$", title) and "政府工作报告" in title:
        return Kind.TASK_TABLE
    if PLAN_REPORT.search(title):
        return Kind.PLAN_REPORT
    if "政府工作报告" in title and not only_reviews(title, None):
        return Kind.WORK_REPORT
    if plan_number(title) is not None or re.search(r"规划纲要|五年(?:规划|计划)|远景目标", title):
        return Kind.FIVE_YEAR_PLAN
    if not title and re.search(r"牵头单位|责任单位|。主办单位[：:]", text):
        return Kind.TASK_TABLE
    if only_reviews(title, None) and _IN_CHARGE.search(text):
        return Kind.TASK_TABLE
    return Kind.OTHER


def _publisher(title: str, text: str) -> str:
    bare = re.sub(r"\s", "", title)
    if place := _PLACES.search(bare) or _INNER_PLACE.search(bare):
        return f"{place[1]}人民政府"
    if re.search(r"代表国务院|受国务院|国务院总理|全国人民代表大会", text[:600]):
        return "国务院"
    if named := re.search(rf"^\s*((?:{_PLACE})+人民政府)\s*$", text[:2000], re.MULTILINE):
        return named[1]
    return ""
