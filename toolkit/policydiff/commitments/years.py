"""Years and periods that a text names, counted from where its document stands in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.commitments.numerals import parse_number
from policydiff.commitments.passing_years import MEANT, said_until
from policydiff.reading.dates import first_year_planned, last_year_planned
from policydiff.reading.document import Document, Kind, Stance
from policydiff.reading.standpoint import given_at_the_end_of, reports_on_a_part

PLAN_YEARS = 5
_TARGET, _OUTCOME = Stance.TARGET, Stance.OUTCOME
ORDINAL = r"(?:十[一二三四五六]?|[六七八九]|(?:(?<=[“\"])|(?<=[“\"] ))[一二三四五])"
DIGITED = r"(?:(?:[1１][9９]|[2２][0０])\d{2}|[一二][九〇○零０][〇○零０一二三四五六七八九]{2})"
YEAR = re.compile(
    r"(?=[比较与同跟和于对像象超高低是为相等按照1１2２一二三四五六七八九十“\"\s第今未用近本明去上前后])(?:"
    rf"(?P<against>(?:比|较|与|同|跟|和|对|像|象|超过|高于|低于|(?<=[高低大小多少优快慢好强弱等当近])于)(?:(?:{DIGITED}|[上去前])年(?:底|末)?(?:度(?=相?比|相较)|(?!度))"
    rf"|[“\"]?\s?(?:{ORDINAL}五[”\"’]?(?:计划|规划)?|第[一二三四五六七八九十]{{1,2}}个五年计划)(?:期间|时期|末期?|期[末初]))"
    rf"|(?:是|为|相当于|等于){DIGITED}年(?:到{DIGITED}年)?[^，。；]{{0,20}}?(?:的|总和|之和)"
    rf"|(?:是|为|相当于)(?:[“\"]?\s?{ORDINAL}五[”\"’]?(?:期间|时期|末期?|期末)的|[上去今]年(?:同期|实际)?的(?=[\d一二三四五六七八九十百]))"
    rf"|{DIGITED}年[底末]?前?(?=在册|在编|建档立卡|存量)"
    rf"|(?<=不[低高少多])于[^，；。\d]{{1,6}}上年度?|比今年|由于{DIGITED}年|{DIGITED}年以来"
    rf"|[比较与同跟和][^，；。]{{1,12}}{DIGITED}年(?=相比|比较|相较)"
    rf"|[比较](?:历史|过去|以往|产量|收成)[^，；。]{{1,10}}的{DIGITED}年(?=[^，；。]{{0,6}}?[增减提升降高低多少翻])"
    rf"|按照?(?:{DIGITED}|上|去)年(?=的?(?:可比|不变|固定)?价|[^，；。]{{0,8}}(?:数|标准|水平|实绩)))"
    rf"|(?P<span>{DIGITED}年?[-—–~～至到](?P<last>{DIGITED})年?)"
    rf"|(?P<number>{DIGITED})(?=[两三四五]?年|前)"
    rf"|[“\"]?\s?(?P<plan>{ORDINAL})五[”\"’]?(?P<when>(?:规划|计划)?(?:[前后][一二两三四]年|期间|时期|末期?|期末|以来|初)|(?=[，、]|年均|平均|每年))"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})个五年计划(?:(?<![到至]第.个五年计划)(?:期间|时期)|末期?|期末)"
    r"|(?P<open>今后一(?:个|段)时[期间]|近几年内?(?=[把要将使力]))"
    r"|(?:今后|未来|(?<![使运利])用)(?:[两三]?(?P<years>二十|[一二两三四五六七八九十]五?|\d{1,2}))年(?!左右[的，]|或)"
    r"|前(?P<part>[二两三四])年(?=[，的]?(?:要|将|力争|主要|重点|计划|安排|修建|新[建增]|建成|完成))"
    r"|(?P<pair>今明两?年|今冬明春|明后两年)"
    r"|(?P<word>今年|本年度?|明年|去年|(?<!以)上年(?!均)|前年|本世纪末|(?<![以今此产成用营工运效业])后年(?![均产税利销营])))"
)

_SPREAD = re.compile(
    r"\s{0,2}(?<!\d )[12１２](?:\s?[\d〇○零]){3}\s{0,2}年"
    r"(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?(?:\s?[底末初前])?"
)
"""A date that may be printed with white space around its digits: 到 2020 年底."""

_OPENS_PERIOD = re.compile(r"\W*[到在从]?[“\"]?")
DUE_BEFORE = re.compile(rf"{DIGITED}年(?:\d{{1,2}}月)?[底末]?[之以]?前")
"""A deadline, which a text that plans for no one year may set: 2029年底前."""
DIGITS = str.maketrans("〇○零０一二三四五六七八九", "0000123456789")
ORDINALS = {
    "六": 1985, "七": 1990, "八": 1995, "九": 2000, "十": 2005, "十一": 2010, "十二": 2015,
    "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035,
    "一": 1957, "二": 1962, "三": 1970, "四": 1975, "五": 1980,
}  # fmt: skip
"""The last year of each five-year plan: of the tenth, 2005."""

_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
_LOOKED_TO = re.compile(
    r"(?:(?<!截)[到至]((?:19|20)\d\d)年?|((?:19|20)\d\d)年(?:\d{1,2}月)?[底末]?[之以]?前)(?!\d)"
)
_YEARS_TO_COME = re.compile("(?:今后|未来)五年")
_MIDWAY = re.compile("中期(?:自我?|实施)?(?:评[估价]|总结|检查)")
_DATED = re.compile(r"(?<!\d)(20\d\d)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_HEAD = 400
_MIDDLE = 3
"""Years of a plan to come when its first are evaluated: two, and the one that this is done in."""
_PLANNED_PERIOD = re.compile(
    rf"(?<!是)[“\"]({ORDINAL})五[”\"](?:期间?|时期)?[，,]?[^，。；“”]{{0,12}}?(?:计划|拟|将|要(?!求)|力争)"
)
"""The five years that a text says it plans for: “十六五”期间计划投资."""
_HALF_TOLD = re.compile("(?:上半年|前三季度|一季度)[^，。；下]{0,20}(?:回顾|总结|情况|工作$|成绩)")
_BASE_OF_CHANGE = re.compile(rf"[比较与同跟和][^，；。]{{0,12}}?({DIGITED})年|({DIGITED})年?[至到]")
_BASE_PERIOD = re.compile(r"[比较与同跟和][“\"]?\s?(?:([^第]{1,2})五[”\"’]?|第(.{1,2})个五年计划)")
_SETS_OUT = re.compile(r"[由从自]$")
_TAKEN_FROM = re.compile(
    r"[由从自](?:[上去前]年|今年(?=预计|计划|的))[^，；。]{0,12}?(?=\d|中|[增提扩上下降减])"
)
"""What is only set out from or drawn on: 由上年8亿元增加到9亿元, 从去年超收中安排."""
_BASE_YEAR = re.compile(
    r"年\s*(?:的|[底末]\s*的?|(?=人均|平均|每[人户月吨亩])|(?=[0-9０-９])(?![0-9０-９]{1,2}月))"
)

_BASE_PLAN = re.compile(r"的|(?=\d)")
"""What follows the end of a period that a change sets out from: 由“十五”末的8万元."""
_LOOKS_TO = re.compile(
    r"(?:考虑到?|着眼于?|锚定|围绕|对照|对标|瞄准|紧扣|立足|聚焦|面向)[^，。；]{0,14}$"
)

_FAR_AIM = re.compile(r"年[^，。；\d]{0,8}目标")
"""The aim of a far year that is only looked to: 综合考虑实现2040年远景目标."""
QUOTED = re.compile(r"《[^》]*》|（[^）]*）|\([^)]*\)")
_AT_LEVEL = re.compile("(?:同期)?的?(?:实际)?(?:水平|规模)")
_FIRST_YEARS = re.compile("前([一二两三四])年")
_GROUNDS = re.compile("[^，；。]{0,40}?基础上")
_SINCE = re.compile(r"年(?:\d{1,2}月)?(?:起|以来|开始|[^，。；\d]{0,12}，?[到至](?:现在|目前|今))")
WITHIN = re.compile(
    r"(?<![\d一二三四五六七八九十〇○零几数第上近头前这最])(?P<count>[一二两三四五六七八九十]|十五|二十|\d{1,2})年"
    r"(?:之?内(?![的乱])|(?:投资|行动)?计划(?=，其中)"
    r"|(?=(?:共|累计|总共)?(?:安排|投入|新增|新建|建成|改造|淘汰|培育|引进)))"
)
"""A count of years to come: 三年内, 三年安排9亿元, but not the years of a name (三年行动)."""
_WITHIN_SIGN = re.compile(
    "年(?:之?内|(?:投资|行动)?计划|共|累计|总共|安排|投入|新[增建]|建成|改造|淘汰|培育|引进)"
)


class Named(NamedTuple):
    """A year named at ``start`` of a sentence, for what stands before ``end``.

    ``passing`` says that it is only what a change sets out from (由2015年的); a ``year`` of
    None, that the time to come is left open (今后一个时期).
    """

    start: int
    end: int
    year: int | None
    passing: bool


class Tense(NamedTuple):
    """What a document implies where its words are silent: the years of targets and outcomes.

    ``given`` is the year at whose end it was given, None for all that are not given so late.
    """

    kind: Kind
    planned: int | None
    reported: int | None
    given: int | None = None

    @classmethod
    def of(cls, document: Document) -> Tense:
        """The planning year and the year reported on: the year before, or before the plan.

        The evaluation of a plan midway reports on the year before the one it is given in.
        A report on a part of a year (上半年) reports on the year that it plans for; one given at
        the end of a year reports on it and plans for the next.
        """
        year = document.year
        back = 0 if _reports_on_a_part(document) else 1
        if (
            document.kind is Kind.FIVE_YEAR_PLAN
            or (document.kind is Kind.PLAN_REPORT and year == last_year_planned(document.title))
            or (document.kind is Kind.OTHER and _is_end_of_plan(year, document.text))
        ):
            back = _years_to_come(document) if _MIDWAY.search(document.title) else PLAN_YEARS
        elif year is not None and (first := first_year_planned(document.title, year)):
            back = year - first + 1
        elif year is not None and document.kind is Kind.OTHER and back:
            back = year - _first_ahead(document.text, year) + 1
        if back == 1:
            given = given_at_the_end_of(document.text, year, document.kind)
            if given is not None:
                return cls(document.kind, given + 1, given, given)
        return cls(document.kind, year, None if year is None else year - back)

    @property
    def opening(self) -> int | None:
        """The year from which the document speaks: the first of those it plans for."""
        if self.planned is None or self.reported is None:
            return self.planned
        return min(self.planned, self.reported + 1)

    @property
    def spans_years(self) -> bool:
        """Whether the document plans for more than a year."""
        return (self.planned or 0) > (self.opening or 0)

    def year(self, stance: Stance) -> int | None:
        """The year that a silent target is due in, or a silent outcome was reached in."""
        return self.reported if stance is _OUTCOME else self.planned


def _years_to_come(document: Document) -> int:
    """How many of its years a plan still has before it where it is evaluated midway."""
    last = document.year or 0
    given = _DATED.search(document.text, 0, _HEAD)
    told = last - int(given[1]) + 1 if given else 0
    return told if 0 < told < PLAN_YEARS else _MIDDLE


def _first_ahead(text: str, year: int) -> int:
    """The first of the years that ``text`` names if that is only looked forward to, or ``year``.

    到2029年，…。到2031年，… speaks of two years to come; so it does where 2031年 stands alone
    as well, but not where 2029年 does.
    """
    if year not in (ahead := _looked_to(text)):
        return year
    named = [int(one) for one in _NAMED.findall(QUOTED.sub("", text))]
    first = min(named, default=year)
    return first if named.count(first) == ahead.count(first) else year


def _looked_to(text: str) -> list[int]:
    aims = MEANT.sub("", QUOTED.sub("", text))
    return [int(one[0] or one[1]) for one in _LOOKED_TO.findall(aims)]


def _is_end_of_plan(year: int | None, text: str) -> bool:
    """Whether ``year`` is only the last of the years to come that ``text`` speaks of.

    A term of office may end in any year, if the text speaks of no other time.
    """
    if year is None:
        return False
    if any(
        ORDINALS.get(ordinal) == year and str(year - PLAN_YEARS) in text
        for ordinal in _PLANNED_PERIOD.findall(text)
    ):
        return True
    if not _YEARS_TO_COME.search(text):
        return False
    last = max(map(int, _NAMED.findall(text)), default=year)
    if year % PLAN_YEARS and ("今年" in text or last > year):
        return False
    horizon = f"到{year}年"
    return horizon in text and f"{year}年，" not in text.replace(horizon, "")


def close_up(words: str) -> str:
    """``words`` with the white space in and before their dates put behind these; same length."""
    return _SPREAD.sub(_closed, words) if "年" in words and is_spaced(words) else words


def is_spaced(words: str) -> bool:
    """Whether there is white space in ``words``, at their ends or inside."""
    return words.split(None, 1) != [words]


def _closed(match: re.Match[str]) -> str:
    return "".join(match.group().split()).ljust(len(match.group()))


def _reports_on_a_part(document: Document) -> bool:
    """Whether title or chief headings say that only a part of a year is reported on."""
    if reports_on_a_part(document.title, document.text, document.kind):
        return True
    chief = {block.section.headings[0] for block in document.blocks if block.section.headings}
    return any(_HALF_TOLD.search(heading) for heading in chief)


def years_in(
    sentence: str, tense: Tense, stance: Stance, due: int | None = None, done: int | None = None
) -> list[Named]:
    """Every year that ``sentence`` names, comparisons (比上年) left out.

    上年 as what a change sets out from is counted from the year named before it, or ``done``.
    """
    found: list[Named] = []
    if not _may_name_years(sentence):
        return found
    plain = QUOTED.sub(lambda match: "_" * len(match.group()), sentence)
    for match in YEAR.finditer(plain):
        base = _base(match.group())
        if base:
            found.append(Named(match.start(), match.start(), base, passing=True))
        if match["open"] and stance is _TARGET:
            found.append(Named(match.start(), len(plain), None, passing=False))
        if match["against"] or match["open"]:
            continue
        if stance is _OUTCOME and match["years"] and match.group()[0] == "用":
            continue
        year = year_of(match, tense, stance)
        if (
            match["number"]
            and stance is _OUTCOME
            and _SINCE.match(plain, match.end())
            and _SETS_OUT.search(plain, 0, match.start())
        ):
            continue
        if (
            match["number"]
            and _FAR_AIM.match(plain, match.end())
            and _LOOKS_TO.search(plain, max(0, match.start() - 20), match.start())
        ):
            continue
        if match["word"] in {"去年", "上年"} and _AT_LEVEL.match(plain, match.end()):
            continue
        if match["word"] and _TAKEN_FROM.match(plain, max(match.start() - 1, 0)):
            if stance is _OUTCOME and match["word"] == "上年":
                said = done or (tense.reported if tense.given is None else None)
                said = next((one.year for one in found[::-1] if not one.passing), said)
                year = said - 1 if said else year
            found.append(Named(match.start(), match.start(), year or 0, passing=True))
        elif year is not None:
            follows = _BASE_PLAN if match["plan"] else _BASE_YEAR
            passing = _SETS_OUT.search(plain, 0, match.start()) and follows.match(
                plain, match.end()
            )
            end = match.end() + 4 if passing else len(plain)
            over = tense.reported is not None and year < tense.reported
            until = said_until(plain, *match.span(), stance, over=over) if match["number"] else None
            if until is not None:
                found.append(Named(match.start(), until, year, passing=True))
                continue
            grounds = plain[match.start() - 1 : match.start()] == "在" and _GROUNDS.match(
                plain, match.end()
            )
            if grounds:
                end = grounds.end()
            found.append(Named(match.start(), end, year, bool(passing)))
    if stance is _TARGET and _WITHIN_SIGN.search(plain):
        found.extend(_within(plain, tense, found, due))
        found.sort(key=lambda one: one.start)
    return found


def _may_name_years(sentence: str) -> bool:
    """Whether ``sentence`` has one of the words without which no year or period is named."""
    return (
        "年" in sentence
        or "五" in sentence
        or "世纪" in sentence
        or "今冬" in sentence
        or "一个时" in sentence
        or "一段时" in sentence
    )


def _within(sentence: str, tense: Tense, found: list[Named], due: int | None) -> Iterator[Named]:
    """The counts of years to come (三年内); five (五年新建) are those of the plan in force."""
    for match in WITHIN.finditer(sentence):
        before = named_year(match.start(), found)
        year = _ahead(match["count"], tense)
        if match["count"] in "五5" and tense.kind is Kind.FIVE_YEAR_PLAN:
            year = due or tense.planned
        elif match["count"] in "五5" and "内" not in match.group() and tense.opening:
            year = due or tense.opening + -tense.opening % PLAN_YEARS
        if before and not before.passing and before.year not in {tense.planned, tense.opening}:
            continue
        yield Named(match.start(), len(sentence), year, passing=False)


def named_year(position: int, years: list[Named]) -> Named | None:
    """The last of ``years`` that ``position`` stands under, if any."""
    for one in reversed(years):
        if one.start <= position <= one.end:
            return one
    return None


def opening_year(words: str, tense: Tense) -> int | None:
    """The year or last year of the period that ``words`` open with."""
    opening = _OPENS_PERIOD.match(words)
    named = YEAR.match(words, opening.end() if opening else 0)
    return year_of(named, tense, _TARGET) if named and not named["against"] else None


def _ahead(count: str, tense: Tense) -> int | None:
    """The last of the ``count`` years to come: 今后五年 begins with the first planned."""
    years = parse_number(count)
    if years is None or tense.opening is None:
        return None
    return tense.opening + int(years) - 1


def _base(words: str) -> int | None:
    """The year or the last year of the period that a comparison sets out from: 比2015年."""
    year = _BASE_OF_CHANGE.match(words)
    if year:
        return int((year[1] or year[2]).translate(DIGITS))
    period = _BASE_PERIOD.match(words)
    return ORDINALS.get(period[1] or period[2]) if period else None


def year_of(match: re.Match[str], tense: Tense, stance: Stance) -> int | None:
    """The year that a match of ``YEAR`` means, the last of a period, or None if that is open."""
    if match["span"] or match["number"]:
        return int((match["last"] or match["number"]).translate(DIGITS))
    base = tense.given or tense.opening
    if match["pair"]:
        if base is None or stance is _OUTCOME:
            return None
        return base + (2 if match["pair"] == "明后两年" else 1)
    if match["years"]:
        return _ahead(match["years"], tense)
    if match["plan"] or match["nth"]:
        last = ORDINALS.get(match["plan"] or match["nth"])
        if last and match["when"] and match["when"].endswith("初"):
            return last - PLAN_YEARS + 1
        first = _FIRST_YEARS.search(match["when"] or "")
        if last and first:
            return last - PLAN_YEARS + int(parse_number(first[1]) or 0)
        return last
    if match["part"]:
        return _ahead(match["part"], tense) if tense.spans_years else None
    if base is None:
        return None
    word = match["word"]
    if word == "本世纪末":
        return 2000 if base <= 2000 else None
    if word == "明年" and tense.given is None:
        at_its_eve = tense.kind is Kind.PLAN_REPORT and tense.reported != base == tense.planned
        return base if at_its_eve else base + 1
    if word == "明年":
        return base + 1
    if word in {"去年", "上年"}:
        return base - 1
    if word == "前年":
        return base - 2
    if word == "后年":
        return base + 2
    if tense.given is None and stance is _OUTCOME and base == tense.planned:
        return tense.reported
    return base
