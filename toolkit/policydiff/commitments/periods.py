"""What headings and the openings of paragraphs say of time: past or to come, and of which year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policydiff.commitments.retrospects import opens_past
from policydiff.commitments.tense_words import BACKWARD, FORWARD, WILL
from policydiff.commitments.years import (
    ORDINAL,
    ORDINALS,
    PLAN_YEARS,
    QUOTED,
    YEAR,
    Tense,
    opening_year,
    year_of,
)
from policydiff.reading.document import Stance
from policydiff.reading.outline import Horizon, looks_both_ways

_BETWEEN = re.compile("[和及与]|以及")
_PLAN_AIMS = re.compile(
    rf"([“\"]{ORDINAL}五[”\"])(?=(?:计划|规划)?的?(?:经济社会|国民经济)?(?:发展)?的?(?:主要|奋斗|总体|预期)?(?:目标|任务))"
)
_SET_FOR = re.compile(
    r"年?[^，、。；和及与]{0,14}(?:目标|任务|工作|远景|展望|安排|部署|重点|计划|规划|要求|建议)"
)

_REPORTED = re.compile("年?[^，、。；和及与]{0,14}(?:回顾|情况|工作|总结|决算|成绩|成就)")
_CARRIED_OUT = re.compile("(?:完成|执行|落实)情况")
_AIMS = re.compile(r"年?[^，。；：“”]{0,20}(?:目标|任务|工作|安排|要求|思路|重点|计划|建议)")
_AIMS_SET = re.compile(
    r".{0,60}?(?:目标|任务|要求|思路|重点|蓝图)[^，。；]{0,12}(?:[是为：:]|$)|.*(?:目标|任务)$"
)
_YEARLY = re.compile("(?:发展|主要|年度)(?:的)?(?:主要)?预期目标(?:[是为：:]|$)")
_YEARS_AIMS = re.compile(
    r"\W*(?:今年|((?:19|20)\d\d)年)[，,]?[^，。；\d]{0,24}(?:工作|主要|预期|奋斗|调控|发展)的?"
    r"(?:总体要求|目标|指标)(?:任务|建议)?[是为：:]"
)
_OUTLINED = re.compile(
    r"《[^》]{0,30}(?:纲要|规划|建议)[^》]{0,6}》[^，。；]{0,6}(?:提出|明确|确定|描绘)"
)

_DRAFTED = re.compile(
    rf"(?:编制|制定|起草)了?(?:全?[省市县区]|我[省市县区])?[“\"]?(?:({ORDINAL})五[”\"]|.{{0,20}}?第([一二三四五六七八九十]{{1,2}})个五年)"
    r"[^，。；]{0,4}(?:规划|计划)(?:纲要)?(?:（草案）|草案)"
)

_MEMBER = re.compile(r"\W*(?:[—–]|[●•·◆■▲○★※]|[①-⑳]|[一二三四五六七八九十]{1,2}是)")
"""What opens a member of a list that has no numbers of its own."""
_LONGEST_LISTED, _LONGEST_MEMBER = 160, 600


@lru_cache(maxsize=1024)
def _years_to_come(heading: str, tense: Tense) -> tuple[int, ...]:
    """The years to come that ``heading`` names, each period by its last, in order."""
    found: list[int] = []
    heading = _PLAN_AIMS.sub(r"\1时期", _BETWEEN.sub("、", heading))
    for match in YEAR.finditer(heading):
        if match["against"] or match["open"]:
            continue
        if match["number"] and not _SET_FOR.match(heading, match.end()):
            continue
        year = year_of(match, tense, Stance.TARGET)
        if year and year not in found and year >= (tense.opening or year):
            found.append(year)
    return tuple(found)


@lru_cache(maxsize=1024)
def _timed(headings: tuple[str, ...], tense: Tense) -> tuple[int, tuple[int, ...]]:
    """How many headings there are to the innermost that names years to come, and those years."""
    for depth in range(len(headings), 0, -1):
        if years := _years_to_come(headings[depth - 1], tense):
            return depth, years
    return 0, ()


def names_time_to_come(headings: tuple[str, ...], tense: Tense) -> bool:
    """Whether any of ``headings`` names a year or period to come."""
    return bool(_timed(headings, tense)[1])


@lru_cache(maxsize=1024)
def year_due(headings: tuple[str, ...], tense: Tense) -> int | None:
    """The year that the innermost heading naming one to come sets for its silent targets.

    “十四五”时期主要目标 is 2025, 今后五年的任务 in a report of 2023 is 2027; None where it is the
    planning year, or the heading names several and so leaves it to the paragraphs (``turn``).
    """
    _, years = _timed(headings, tense)
    return years[0] if len(years) == 1 and years[0] != tense.planned else None


def year_carried(heading: str, tense: Tense) -> int | None:
    """The year that the top ``heading`` sets also for the sections after it that name no time.

    That is the last of a plan's or a term's years (今后五年的目标, then 加强农业), no longer range.
    """
    year = year_due((heading,), tense)
    if year is None or tense.spans_years or tense.opening is None:
        return None
    return year if year < tense.opening + PLAN_YEARS else None


@lru_cache(maxsize=1024)
def year_done(headings: tuple[str, ...], tense: Tense) -> int | None:
    """The year gone by that the innermost heading naming one reports on: 2028年决算情况."""
    for heading in reversed(headings):
        plain = _BETWEEN.sub("、", heading)
        years = {
            year
            for match in YEAR.finditer(plain)
            if (match["number"] or match["plan"])
            and _REPORTED.match(heading, match.end())
            and (year := year_of(match, tense, Stance.OUTCOME))
        }
        if years:
            year = years.pop()
            latest = tense.planned if _CARRIED_OUT.search(heading) else tense.reported
            return year if not years and year <= (latest or year) else None
    return None


def listed_stance(paragraph: str, opened: Stance | None) -> Stance | None:
    """Whether the list that ``paragraph`` opens with its colon promises or reports.

    Its last two sentences say so (县政府将办好9件实事。分别是：); None where they say nothing or
    both, and of what opens no list. Where they say nothing, the time that it opened with does.
    """
    if not paragraph.endswith(("：", ":")):
        return None
    words = "。".join(paragraph.split("。")[-2:])
    if BACKWARD.search(words):
        return None if FORWARD.search(words) else Stance.OUTCOME
    return Stance.TARGET if FORWARD.search(words) or WILL.search(words) else opened


def may_be_listed(paragraph: str) -> bool:
    """Whether ``paragraph`` is as short as a member of a list: a sentence or a few lines.

    One that opens with a bullet or 一是 may have several sentences.
    """
    if _MEMBER.match(paragraph):
        return len(paragraph) <= _LONGEST_MEMBER
    return len(paragraph) <= _LONGEST_LISTED and "。" not in paragraph[:-1]


class Period(NamedTuple):
    """What the paragraphs about a period do: report or promise, until ``due`` if to come.

    ``stance`` is None where only the year turns; ``within`` are the headings that it ends with.
    """

    stance: Stance | None
    due: int | None = None
    within: tuple[str, ...] = ()


def turn(
    paragraph: str, headings: tuple[str, ...], tense: Tense, before: Period | None
) -> Period | None:
    """The period that ``paragraph`` is about, ``before`` if it opens with no other.

    Where a heading names one gone by and one to come (“十三五”成就和“十四五”目标) or two to come
    (“十五五”目标和2026年安排), it leaves it to the paragraphs, which say so as they open; where no
    heading names any time, to a paragraph that announces what a period is to bring
    (今后五年，主要目标是). None elsewhere.
    """
    if tense.reported is None:
        return None
    both = _looks_both_ways(headings, tense)
    depth, named = _timed(headings, tense)
    if len(named) == 1 and depth > both:
        return None
    within = headings[: max(both, depth)] or headings
    if before and before.within != headings[: len(before.within)]:
        before = None
    if not both and not named:
        return _announced(paragraph, headings, tense, before)
    if both and opens_past(paragraph, tense, dated=False):
        return Period(Stance.OUTCOME, within=within)
    last = max(named, default=None)
    year = opening_year(paragraph, tense) or _announces(paragraph, tense, last)
    if year is None and before is None and "年均" in paragraph.partition("。")[0]:
        year = last
    if year is None:
        return before
    if year <= tense.reported:
        return Period(Stance.OUTCOME, within=within) if both else before
    return Period(Stance.TARGET, year if year > (tense.planned or year) else None, within)


def _announces(paragraph: str, tense: Tense, last: int | None) -> int | None:
    """The year or last year of the period whose aims the first sentence of ``paragraph`` sets.

    ``last`` is the last that the heading names: that of a plan put forward (《纲要》提出).
    """
    first = paragraph.partition("。")[0]
    plain = QUOTED.sub(lambda match: "_" * len(match.group()), first)
    years = [
        year
        for match in YEAR.finditer(plain)
        if not match["against"]
        and _AIMS.match(plain, match.end())
        and (year := year_of(match, tense, Stance.TARGET))
    ]
    if years:
        return years[-1]
    if _YEARLY.search(plain):
        return tense.planned
    return (last if _OUTLINED.search(first) else None) or _drafted(first)


def _drafted(words: str) -> int | None:
    """The last year of the five-year plan that ``words`` put forward."""
    drafted = _DRAFTED.search(words)
    if not drafted:
        return None
    return ORDINALS.get(drafted[1] or drafted[2])


def _announced(
    paragraph: str, headings: tuple[str, ...], tense: Tense, before: Period | None
) -> Period | None:
    """As ``turn`` where no heading names a time: only whole announcements turn, once."""
    year = opening_year(paragraph, tense)
    if year is None or tense.planned is None or year < tense.planned:
        return before
    if year == tense.planned:
        return Period(None, None, headings)
    if not _AIMS_SET.match(paragraph.partition("。")[0]):
        return before
    return Period(Stance.TARGET, year, headings)


def sets_the_years_aims(paragraph: str, tense: Tense) -> bool:
    """Whether ``paragraph`` opens with the aims of the year planned for: 今年主要预期目标是."""
    aims = _YEARS_AIMS.match(paragraph)
    if aims and aims[1]:
        return int(aims[1]) == tense.planned
    return bool(aims or _YEARLY.search(paragraph.partition("。")[0])) and tense.given is None


def opened_stance(paragraph: str, tense: Tense) -> Stance | None:
    """Whether ``paragraph`` opens with a time gone by (五年来) or to come; None where with none."""
    if opens_past(paragraph, tense, dated=True):
        return Stance.OUTCOME
    if tense.reported is None or opening_year(paragraph, tense) is None:
        return None
    return Stance.TARGET


@lru_cache(maxsize=1024)
def _looks_both_ways(headings: tuple[str, ...], tense: Tense) -> int:
    """How many headings there are to the innermost that looks both ways, 0 if none does."""
    horizon = Horizon(tense.opening, tense.planned)
    depths = range(len(headings), 0, -1)
    return next((at for at in depths if looks_both_ways(headings[at - 1], horizon)), 0)
