"""What headings and the openings of paragraphs say of time: past or to come, and of which year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policydiff.commitments.lexicon import opening_verb, skip_adverbs
from policydiff.commitments.years import (
    DUE_BEFORE,
    ORDINAL,
    ORDINALS,
    PLAN_YEARS,
    QUOTED,
    YEAR,
    Tense,
    year_of,
)
from policydiff.reading.document import Kind, Stance
from policydiff.reading.outline import Horizon, looks_both_ways

_OPENS_PAST = re.compile(r"\W*在?(?:(?:过去|刚刚过去)的?[一几三五]年|[一几三五]年来)")
_OPENS_PERIOD = re.compile(r"\W*[到在从]?[“\"]?")
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
_AIMS_SET = re.compile(r".{0,60}?(?:目标|任务|要求|思路|重点|蓝图)[^，。；]{0,12}(?:[是为：:]|$)")
_YEARLY = re.compile("(?:发展|主要|年度)(?:的)?(?:主要)?预期目标(?:[是为：:]|$)")
_OUTLINED = re.compile(
    r"《[^》]{0,30}(?:纲要|规划|建议)[^》]{0,6}》[^，。；]{0,6}(?:提出|明确|确定|描绘)"
)

_DRAFTED = re.compile(
    rf"(?:编制|制定|起草)了?(?:全?[省市县区]|我[省市县区])?[“\"]?(?:({ORDINAL})五[”\"]|.{{0,20}}?第([一二三四五六七八九十]{{1,2}})个五年)"
    r"[^，。；]{0,4}(?:规划|计划)(?:纲要)?(?:（草案）|草案)"
)

FORWARD = re.compile(
    r"(?:^|[，；。、]|我们|今年|明年|今后)(?:都|还|也|仍)?(?:将|要|必须|应当?|务必|拟)|力争|争取|确保|(?:19|20)\d\d年(?:要|将|拟|力争|安排)"
    r"|[到至](?:20|19)\d\d年(?!的\d)|到本世纪|今年(?!以来|[上前])|明年|下一?年|今后|未来|努力(?:实现|做到|使)|预期目标|(?:^|[，；。、])继续"
)

BACKWARD = re.compile(
    r"已(?!经?(?:确定|明确))|(?<![比较由从自与同按照以])(?:去年|上年)|过去的?[一几三五]年|[一几两三四五]年来|达到了|取得了?[^，]{0,8}(?:成|进展)|截至|截止"
    r"|以来|预计[，,]?(?:全年|实现|完成)|获评|荣获|入选|比上年(?:增长|增加|下降|提高)"
)

WILL = re.compile(r"将(?![军士领])|(?<![需主重必纲])要(?![求素点件塞])|须|应当|拟")

_TELLS = re.compile(
    r"了(?!解)|同比|增长\d|达到\d|[比较]上年|荣获|位居|跃居|全年[^，。；]{0,8}[达完实]"
)
"""What a text that looks back has sooner or later."""
_MEMBER = re.compile(r"\W*(?:[—–]|[●•·◆■▲○★※]|[①-⑳]|[一二三四五六七八九十]{1,2}是)")
"""What opens a member of a list that has no numbers of its own."""
_PART_GONE = re.compile(r"\W*今年(?:以来|上半年|前?[一二三]季度|前[一二三四五六七八九十\d]+个?月)")
_ACHIEVED = re.compile(
    r"\W*(?:全年|先后|累计|共|圆满|顺利|成功)*(?:建成|完成|先后|累计|成功|荣?获)"
)
_AIMED = re.compile(
    r"^\W*(?:\d{4}年|新的一年|当前)|\d[\d.]*[%％\u4e00-\u9fff]{0,3}(?:以上|以内|以下|左右)|不(?:低|少|高|大)于|不超过"
)
"""What ends a look back: another time, or a number that bounds what is to be reached."""
_FEWEST = 4
_LONGEST_LISTED, _LONGEST_MEMBER = 160, 600


def bids(text: str) -> bool:
    """Whether ``text`` only says what to do: its sentences open with verbs, none looks back."""
    if _TELLS.search(text) or BACKWARD.search(text):
        return False
    sentences = [one.strip() for one in re.split(r"[。；\n]", text) if len(one.strip()) > 1]
    opened = sum(bool(opening_verb(one, skip_adverbs(one, 0))) for one in sentences)
    return len(sentences) >= _FEWEST and opened * 2 > len(sentences)


def stance_of(words: str, section: Stance | None, tense: Tense, known: Stance) -> Stance:
    """Whether ``words`` (a sentence) promise or report.

    The headings (``section``) decide. Where they say nothing, clear tense words do, and then
    ``known``, the stance of the last section that had one.
    """
    if section is not None:
        return section
    if tense.kind is Kind.TASK_TABLE:
        return Stance.TARGET
    if tense.given is not None:
        words = words.replace("今年", "当年")
    forward, backward = FORWARD.search(words), BACKWARD.search(words)
    if bool(forward) is bool(backward):
        return known
    return Stance.TARGET if forward else Stance.OUTCOME


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
    return years[0] if len(years) == 1 and years[0] > (tense.planned or years[0]) else None


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
    if both and _OPENS_PAST.match(paragraph):
        return Period(Stance.OUTCOME, within=within)
    last = max(named, default=None)
    year = _opened(paragraph, tense) or _announces(paragraph, tense, last)
    if year is None and before is None and "年均" in paragraph.partition("。")[0]:
        year = last
    if year is None:
        return before
    if year <= tense.reported:
        return Period(Stance.OUTCOME, within=within) if both else before
    return Period(Stance.TARGET, year if year > (tense.planned or year) else None, within)


def _opened(paragraph: str, tense: Tense) -> int | None:
    """The year or last year of the period that ``paragraph`` opens with."""
    opening = _OPENS_PERIOD.match(paragraph)
    named = YEAR.match(paragraph, opening.end() if opening else 0)
    return year_of(named, tense, Stance.TARGET) if named and not named["against"] else None


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
    year = _opened(paragraph, tense)
    if year is None or tense.planned is None or year < tense.planned:
        return before
    if year == tense.planned:
        return Period(None, None, headings)
    if not _AIMS_SET.match(paragraph.partition("。")[0]):
        return before
    return Period(Stance.TARGET, year, headings)


def opened_stance(paragraph: str, tense: Tense) -> Stance | None:
    """Whether ``paragraph`` opens with a time gone by (五年来) or to come; None where with none."""
    if _OPENS_PAST.match(paragraph) or _PART_GONE.match(paragraph):
        return Stance.OUTCOME
    year = _opened(paragraph, tense)
    if year is None or tense.reported is None or tense.planned is None:
        return None
    if tense.kind is Kind.OTHER and DUE_BEFORE.match(paragraph):
        return Stance.TARGET
    return Stance.OUTCOME if year <= tense.reported else Stance.TARGET


def looks_back(words: str, *, before: bool) -> bool:
    """Whether ``words``, a sentence of a forward part, tell of the time gone by.

    One that opens with it does (过去一年，…), and so do those behind it (``before``) that neither
    name a time to come nor open with a deed to be done.
    """
    if _OPENS_PAST.match(words):
        return not FORWARD.search(words)
    if not before or FORWARD.search(words) or WILL.search(words) or _AIMED.search(words):
        return False
    if _ACHIEVED.match(words):
        return True
    return not opening_verb(words, skip_adverbs(words, 0))


@lru_cache(maxsize=1024)
def _looks_both_ways(headings: tuple[str, ...], tense: Tense) -> int:
    """How many headings there are to the innermost that looks both ways, 0 if none does."""
    horizon = Horizon(tense.opening, tense.planned)
    depths = range(len(headings), 0, -1)
    return next((at for at in depths if looks_both_ways(headings[at - 1], horizon)), 0)
