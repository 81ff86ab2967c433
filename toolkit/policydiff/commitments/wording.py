"""Stance, year and hedge of a statement: what its words say over what its place implies.

Codebook sections 1 and 3: a heading sets the stance, a baseline quoted in a forward part is an
outcome; a silent target is due in the planning year; 力争 and 预计 at the head of a list cover
it until the next verb of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policydiff.commitments.edges import strip_lead
from policydiff.commitments.lexicon import GROWTH_VERBS, opening_verb, skip_adverbs
from policydiff.commitments.numerals import parse_number
from policydiff.reading.document import Document, Kind, Stance
from policydiff.reading.metadata import last_year_planned
from policydiff.reading.outline import Horizon, looks_both_ways

_HEDGE = re.compile(
    r"力争|争取(?!国家|上级|中央|省|市|到位|资金|政策|项目|更多)|预计|力求"
    r"|努力(?=实现|完成|做到|使|争取|达到|保持|把|将|建成|推动|提高|促进|扩大|增加|打造|形成|稳定|控制)"
)
_PLAN_YEARS = 5
_MAY_NAME = re.compile("年|五|世纪|一个时|一段时")
_ORDINAL = r"(?:十[一二三四五六]?|[六七八九]|(?:(?<=[“\"])|(?<=[“\"] ))[一二三四五])"
_DIGITED = r"(?:(?:[1１][9９]|[2２][0０])\d{2}|[一二][九〇○零０][〇○零０一二三四五六七八九]{2})"
_YEAR = re.compile(
    r"(?=[比较与同跟和于对像象超高低是为相等1１2２一二三四五六七八九十“\"\s第今未用本明去上前后])(?:"
    rf"(?P<against>(?:比|较|与|同|跟|和|于|对|像|象|超过|高于|低于)(?:(?:{_DIGITED}|上|去)年(?:底|末)?(?!度)"
    rf"|[“\"]?\s?(?:{_ORDINAL}五[”\"’]?(?:计划|规划)?|第[一二三四五六七八九十]{{1,2}}个五年计划)(?:期间|时期|末期?|期末))"
    rf"|(?:是|为|相当于|等于){_DIGITED}年(?:到{_DIGITED}年)?[^，。；]{{0,20}}?(?:的|总和|之和)"
    rf"|{_DIGITED}年以来)"
    rf"|(?P<span>{_DIGITED}年?[-—–~～至到](?P<last>{_DIGITED})年?)"
    rf"|(?P<number>{_DIGITED})(?=年|前)"
    rf"|[“\"]?\s?(?P<plan>{_ORDINAL})五[”\"’]?(?P<when>(?:规划|计划)?(?:期间|时期|末期?|期末|以来|初)|(?=[，、]))"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})个五年计划(?:(?<![到至]第.个五年计划)(?:期间|时期)|末期?|期末)"
    r"|(?P<open>今后一(?:个|段)时[期间])"
    r"|(?:今后|未来|(?<![使运利])用)(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?!左右[的，]|或)"
    r"|(?P<word>今年|本年度?|明年|去年|上年(?!均)|前年|本世纪末|后年))"
)
_DIGITS = str.maketrans("〇○零０一二三四五六七八九", "0000123456789")
_ORDINALS = {
    "六": 1985, "七": 1990, "八": 1995, "九": 2000, "十": 2005, "十一": 2010, "十二": 2015,
    "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035,
    "一": 1957, "二": 1962, "三": 1970, "四": 1975, "五": 1980,
}  # fmt: skip
"""The last year of each five-year plan: of the tenth, 2005."""
_OPENS_PAST = re.compile(r"\W*在?(?:(?:过去|刚刚过去)的?[一几三五]年|[一几三五]年来)")
_OPENS_PERIOD = re.compile(r"\W*[到在从]?[“\"]?")
_PART_OF_A_YEAR = re.compile(
    r"(?:上半年|前?[一二三]个?季度|前[一二两三四五六七八九十]+个?月|\d年\d{1,2}月?[-—–～至]\d{1,2}月).*(?:报告|情况)"
)
_BASE_OF_CHANGE = re.compile(rf"[比较与同跟和]({_DIGITED})年|({_DIGITED})年?[至到]")
_BASE_PERIOD = re.compile(r"[比较与同跟和][“\"]?\s?(?:([^第]{1,2})五[”\"’]?|第(.{1,2})个五年计划)")
_SETS_OUT = re.compile(r"[由从自]$")
_TAKEN_FROM = re.compile(r"[由从自](?:上|去|前)年[^，；。]{0,12}?(?=\d|中|[增提扩上下降减])")
"""What is only set out from or drawn on: 由上年8亿元增加到9亿元, 从去年超收中安排."""
_BASE_YEAR = re.compile(r"年(?:的|[底末]的?|(?=[0-9０-９])(?![0-9０-９]{1,2}月))")
_AT_HEAD = re.compile(r"\W*(?:[到在至从]|力争|争取|确保|我国|我们)*$")
_QUOTED = re.compile(r"《[^》]*》|（[^）]*）|\([^)]*\)")

_FORWARD = re.compile(
    r"(?:^|[，；。、]|我们|今年|明年|今后)(?:都|还|也|仍)?(?:将|要|必须|应当?|务必|拟)|力争|争取|确保|(?:19|20)\d\d年(?:要|将|拟|力争|安排)"
    r"|[到至](?:20|19)\d\d年|到本世纪|今年(?!以来|[上前])|明年|下一?年|今后|未来|努力(?:实现|做到|使)|预期目标|(?:^|[，；。、])继续"
)
_WILL = re.compile(r"将(?![军士领])|(?<![需主重必])要(?![求素点件塞])|须|应当|拟")
_BACKWARD = re.compile(
    r"已(?!经?(?:确定|明确))|(?<![比较由从自与同])(?:去年|上年)|过去的?[一几三五]年|[一几两三四五]年来|达到了|取得了?[^，]{0,8}(?:成|进展)|截至|截止"
    r"|以来|预计(?:全年|实现|完成)|获评|荣获|入选|比上年(?:增长|增加|下降|提高)"
)
_BASE = re.compile(r"(?:(?<![自理缘])由|(?<![自服])从)[^，；由从]{0,12}$")
_ONWARD = re.compile(
    r"[^，；。]{0,12}?(?:扩增|增加|提高|提升|增|增长|扩大|上升|减少|降低|压缩|缩短|下降|降|减|调整|升|发展)(?:到|至|为)"
)
_LEVEL = re.compile("[到至为]")
_AGAINST = re.compile(
    rf"比(?:{_DIGITED}年|[^，；。]{{1,10}}(?:期间|时期))(?:[^，；。]{{0,12}})的[^，；。\d]{{0,6}}$"
)
_EXCEEDS = re.compile(r"(?:平均每年)?(?:增长|增加|提高|上升|下降|减少|降低|多|少|高|低)")
_PLANNED = re.compile(
    r"(?<![度作])(?:计划|要求|规定)(?:的?(?:指标|任务|数))?(?:为|是|(?:平均)?每年(?:递增|增长)|达到|安排)$"
)
_LONGEST_PLANNED = 13
_DONE = re.compile(
    r"(?:[^，；。了已]{0,16}[\u4e00-\u9fff])?(?<![为除免不离少])了(?![解然结却得断不])"
    r"|[^，；。已]{0,12}已经?(?!有的|建[成有]?的?[^，；。]{0,4}(?:区|项目)|[^，；。]{1,6}的)"
)
_ALREADY = re.compile(
    r"已(?:经|达|有|完成|实现|累计|超|突破)|现有(?<!实现有)|实际(?:执行|完成)|目前|截至|截止"
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


@dataclass(frozen=True, slots=True)
class Tense:
    """What a document implies where its words are silent: the years of targets and outcomes."""

    kind: Kind
    planned: int | None
    reported: int | None

    @classmethod
    def of(cls, document: Document) -> Tense:
        """The planning year and the year reported on: the year before, or before the plan.

        A report on a part of a year (上半年) reports on the year that it plans for.
        """
        year = document.year
        back = 0 if _PART_OF_A_YEAR.search(document.title) else 1
        if document.kind is Kind.FIVE_YEAR_PLAN or (
            document.kind is Kind.PLAN_REPORT and year == last_year_planned(document.title)
        ):
            back = _PLAN_YEARS
        return cls(document.kind, year, None if year is None else year - back)

    @property
    def opening(self) -> int | None:
        """The year from which the document speaks: the first of those it plans for."""
        if self.planned is None or self.reported is None:
            return self.planned
        return min(self.planned, self.reported + 1)

    def year(self, stance: Stance) -> int | None:
        """The year that a silent target is due in, or a silent outcome was reached in."""
        return self.planned if stance is Stance.TARGET else self.reported


class Wording(NamedTuple):
    """How one statement stands: promised or reached, for which year, how surely."""

    stance: Stance
    year: int | None
    hedge: str


class Sentence(NamedTuple):
    """The words of a sentence, the spans of its clauses in them, its years and hedges."""

    words: str
    clauses: list[tuple[int, int]]
    stance: Stance
    tense: Tense
    years: list[Named]
    hedged: bool
    due: int | None

    @classmethod
    def of(
        cls,
        words: str,
        clauses: list[tuple[int, int]],
        stance: Stance,
        tense: Tense,
        due: int | None = None,
    ) -> Sentence:
        """The sentence with its years and hedges found.

        ``due`` is the year that governs what the sentence promises where it names none itself.
        """
        hedged = bool(_HEDGE.search(words))
        return cls(words, clauses, stance, tense, years_in(words, tense, stance), hedged, due)

    @property
    def governs(self) -> int | None:
        """The year that this sentence sets for what follows it in its paragraph.

        A time to come at its head does (到2030年，…), until another is named.
        """
        first = next((one for one in self.years if not one.passing), None)
        if first is None:
            return self.due
        if (
            not _AT_HEAD.fullmatch(self.words, 0, first.start)
            or self.words[first.start] in "明后本"
        ):
            return None
        return (
            first.year if first.year and first.year > (self.tense.planned or first.year) else None
        )

    def _silent(self, stance: Stance) -> int | None:
        if stance is Stance.TARGET and self.due is not None:
            return self.due
        return self.tense.year(stance)

    def hedge(self, position: int) -> str:
        """The hedge that covers ``position``, or ""."""
        return hedge_of(self.words, position, self.clauses) if self.hedged else ""

    def of_clause(self, start: int, end: int) -> Wording:
        """How the clause ``words[start:end]``, which has no number, stands.

        What a forward part says is done already is an outcome.
        """
        named = named_year(end, self.years)
        done = self.stance is Stance.TARGET and is_done(self.words[start:end])
        stance = Stance.OUTCOME if done else self.stance
        year = named.year if named else self._silent(stance)
        return Wording(stance, year, self.hedge(start))

    def of_number(self, start: int, end: int, clause: str) -> Wording:
        """How the number ``words[start:end]`` of ``clause`` stands.

        A baseline is an outcome, without a year unless its own is named; a year already
        reported on makes an outcome of a target, one still to come the reverse.
        """
        named = named_year(start, self.years)
        hedge = self.hedge(start)
        if is_baseline(self.words, start, end):
            bases = [one.year for one in self.years if one.passing and one.start < start]
            return Wording(Stance.OUTCOME, bases[-1] if bases else None, hedge)
        stance = of_year(self.stance, named.year if named else None, self.tense)
        if is_reached(clause):
            stance = Stance.OUTCOME
        elif was_planned(self.words, start):
            stance = Stance.TARGET
        return Wording(stance, named.year if named else self._silent(stance), hedge)


def stance_of(words: str, section: Stance | None, tense: Tense, known: Stance) -> Stance:
    """Whether ``words`` (a sentence) promise or report.

    The headings (``section``) decide. Where they say nothing, clear tense words do, and then
    ``known``, the stance of the last section that had one.
    """
    if section is not None:
        return section
    if tense.kind in {Kind.TASK_TABLE, Kind.FIVE_YEAR_PLAN}:
        return Stance.TARGET
    forward, backward = _FORWARD.search(words), _BACKWARD.search(words)
    if bool(forward) is bool(backward):
        return known
    return Stance.TARGET if forward else Stance.OUTCOME


@lru_cache(maxsize=1024)
def year_due(headings: tuple[str, ...], tense: Tense) -> int | None:
    """The last year of the period that the innermost heading naming one is about, if to come.

    “十四五”时期主要目标 is 2025, 今后五年的任务 in a report of 2023 is 2027.
    """
    for heading in reversed(headings):
        periods = [
            match
            for match in _YEAR.finditer(heading)
            if match["plan"] or match["nth"] or match["years"]
        ]
        if periods:
            year = _year(periods[-1], tense, Stance.TARGET)
            return year if len(periods) == 1 and year and year > (tense.planned or year) else None
    return None


class Period(NamedTuple):
    """What the paragraphs about a period do: report or promise, until ``due`` if to come."""

    stance: Stance
    due: int | None = None


def turn(
    paragraph: str, headings: tuple[str, ...], tense: Tense, before: Period | None
) -> Period | None:
    """The period that ``paragraph`` is about, ``before`` if it opens with no other.

    Only where a heading names one gone by and one to come (“十三五”成就和“十四五”目标), and so
    leaves it to the paragraphs; None elsewhere.
    """
    if tense.reported is None or not _looks_both_ways(headings, tense):
        return None
    if _OPENS_PAST.match(paragraph):
        return Period(Stance.OUTCOME)
    opening = _OPENS_PERIOD.match(paragraph)
    named = _YEAR.match(paragraph, opening.end() if opening else 0)
    year = _year(named, tense, Stance.TARGET) if named and not named["against"] else None
    if year is None:
        return before
    if year <= tense.reported:
        return Period(Stance.OUTCOME)
    return Period(Stance.TARGET, year if year > (tense.planned or year) else None)


@lru_cache(maxsize=1024)
def _looks_both_ways(headings: tuple[str, ...], tense: Tense) -> bool:
    horizon = Horizon(tense.opening, tense.planned)
    return any(looks_both_ways(heading, horizon) for heading in headings)


def intends(words: str, clauses: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence shows that something is to be done or was: a tense or a verb of action.

    A description (本区位于河口) shows neither. ``clauses`` are the spans of its clauses.
    """
    tense = _FORWARD.search(words) or _WILL.search(words) or _BACKWARD.search(words)
    return bool(tense) or any(
        opening_verb(words, skip_adverbs(words, start)) for start, _ in clauses
    )


def is_baseline(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is what a change sets out from: 30个 in 由30个增至70个.

    So is what another figure is set against: 比“八五”时期的30个增加40个.
    """
    if _LEVEL.search(sentence, end, end + 20) and _ONWARD.match(sentence, end):
        return bool(_BASE.search(sentence, 0, start))
    return bool(_EXCEEDS.match(sentence, end) and _AGAINST.search(sentence, 0, start))


def was_planned(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a plan asked for, though the part looks back."""
    return bool(_PLANNED.search(sentence, max(0, start - _LONGEST_PLANNED), start))


def of_year(stance: Stance, named: int | None, tense: Tense) -> Stance:
    """``stance``, turned round where the year named is one reported on, or still to come."""
    if named is None or tense.reported is None or tense.planned is None:
        return stance
    if stance is Stance.TARGET and named <= tense.reported and named < tense.planned:
        return Stance.OUTCOME
    if stance is Stance.OUTCOME and named >= tense.planned and named > tense.reported:
        return Stance.TARGET
    return stance


def is_reached(clause: str) -> bool:
    """Whether a clause of a forward part says that something stands already."""
    return bool(_ALREADY.search(clause))


def is_done(clause: str) -> bool:
    """Whether a clause without a number says that something was done: 已印发, 编制了规划."""
    if "了" not in clause and "已" not in clause:
        return False
    return bool(_DONE.match(clause))


def years_in(sentence: str, tense: Tense, stance: Stance) -> list[Named]:
    """Every year that ``sentence`` names, comparisons (比上年) left out."""
    found: list[Named] = []
    if not _MAY_NAME.search(sentence):
        return found
    plain = _QUOTED.sub(lambda match: "_" * len(match.group()), sentence)
    for match in _YEAR.finditer(plain):
        base = _base(match.group())
        if base:
            found.append(Named(match.start(), match.start(), base, passing=True))
        if match["open"]:
            found.append(Named(match.start(), len(plain), None, passing=False))
        if match["against"] or match["open"]:
            continue
        year = _year(match, tense, stance)
        if match["word"] and _TAKEN_FROM.match(plain, max(match.start() - 1, 0)):
            found.append(Named(match.start(), match.start(), year or 0, passing=True))
        elif year is not None:
            passing = _SETS_OUT.search(plain, 0, match.start()) and _BASE_YEAR.match(
                plain, match.end()
            )
            end = match.end() + 4 if passing else len(plain)
            found.append(Named(match.start(), end, year, bool(passing)))
    return found


def named_year(position: int, years: list[Named]) -> Named | None:
    """The last of ``years`` that ``position`` stands under, if any."""
    for one in reversed(years):
        if one.start <= position <= one.end:
            return one
    return None


def hedge_of(sentence: str, position: int, clauses: list[tuple[int, int]]) -> str:
    """The hedge that covers ``position``, or "".

    It reaches from its word to the first later clause that opens with a verb of its own;
    where only a time stands between hedge and comma (力争到2025年，), to the second.
    ``clauses`` are the spans of the sentence's clauses.
    """
    if not _HEDGE.search(sentence, 0, position):
        return ""
    *_, last = _HEDGE.finditer(sentence, 0, position)
    first = sum(start <= last.start() for start, _ in clauses)
    begin, end = clauses[first - 1] if first else (0, last.end())
    if _ONLY_TIME.fullmatch(sentence[last.end() : end]):
        first += 1
    heads = last.end() == end or not strip_lead(sentence[begin : last.start()])[0]
    for start, _ in clauses[first:]:
        if start <= position and (_own_verb if heads else _own_subject)(sentence, start):
            return ""
    return last.group()


_CONTINUES = re.compile(rf"(?:[比较].{{1,4}}年)?(?:同比|年均|分别|均)*(?:{GROWTH_VERBS}|占)")
_GROWS = re.compile(rf"(?:[比较].{{1,4}}年)?(?:同比|年均|分别|均)*(?:{GROWTH_VERBS})")
_ONLY_TIME = re.compile(r"[到在至]?(?:20\d\d|19\d\d|[一二三四五六七八九十]+)年(?:[底末内前]|以前)*")


def _own_subject(sentence: str, position: int) -> bool:
    return _is_past(sentence, position) or not _CONTINUES.match(sentence, position)


def _own_verb(sentence: str, position: int) -> bool:
    after = skip_adverbs(sentence, position)
    if _GROWS.match(sentence, after):
        return False
    return _is_past(sentence, position) or bool(opening_verb(sentence, after))


def _is_past(sentence: str, position: int) -> bool:
    """Whether the clause at ``position`` says that something was reached already."""
    return "已" in re.split("[，,；;]", sentence[position : position + 18], maxsplit=1)[0]


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
        return int((year[1] or year[2]).translate(_DIGITS))
    period = _BASE_PERIOD.match(words)
    return _ORDINALS.get(period[1] or period[2]) if period else None


def _year(match: re.Match[str], tense: Tense, stance: Stance) -> int | None:
    if match["span"] or match["number"]:
        return int((match["last"] or match["number"]).translate(_DIGITS))
    if match["years"]:
        return _ahead(match["years"], tense)
    if match["plan"] or match["nth"]:
        last = _ORDINALS.get(match["plan"] or match["nth"])
        return last - _PLAN_YEARS + 1 if last and match["when"] == "初" else last
    base = tense.opening
    if base is None:
        return None
    word = match["word"]
    if word == "本世纪末":
        return 2000 if base <= 2000 else None
    if word == "明年":
        at_its_eve = tense.kind is Kind.PLAN_REPORT and tense.reported != base == tense.planned
        return base if at_its_eve else base + 1
    if word in {"去年", "上年"}:
        return base - 1
    if word == "前年":
        return base - 2
    if word == "后年":
        return base + 2
    return tense.reported if stance is Stance.OUTCOME and base == tense.planned else base
