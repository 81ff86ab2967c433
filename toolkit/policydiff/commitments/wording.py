"""Stance, year and hedge of a statement: what its words say over what its place implies.

Codebook sections 1 and 3: a heading sets the stance, a baseline quoted in a forward part is an
outcome; a silent target is due in the planning year; 力争 and 预计 at the head of a list cover
it until the next verb of its own.

The year of a number is that of the nearest evidence, in this order:

1. its clause: what a change sets out from (由2015年的8个) and comparisons (比上年, 按2020年可比价)
   give no year to what is reached; 到现在, 已设立 make an outcome, 投产后将 an open target;
   so do 三年来 and 已建成的有 of all behind them, until something to come is said (要, 将);
2. its sentence: the last year or period named before it (到2030年, “十五五”末, 今明两年, 三年内),
   or that of a list which 分别 deals it out to (2030年、2031年分别建成2座、3座), or else a
   deadline behind it (…，2027年6月底前完成);
3. its paragraph: a time to come at the head of a sentence, until another is named
   (``Sentence.governs``);
4. the paragraph's opening, where its headings name several times or none (``periods.turn``,
   ``periods.opened_stance``): 今后五年，主要目标是, 今年, 《纲要》提出, 过去五年; or
   the promise before it that it goes on (其中, 同时), or the colon that opens its list
   (``periods.listed_stance``);
5. its headings, the innermost that names a time first (``periods.year_due``,
   ``periods.year_done``);
6. the chief section before it that set a plan's or a term's aims (``periods.year_carried``);
7. the document: the year planned for or reported on (``years.Tense``), counted from the year in
   which it was given (``policydiff.reading.standpoint``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.baselines import goes_on_to_now, is_baseline
from policydiff.commitments.dealt_years import dealt
from policydiff.commitments.hedges import hedge_of, is_hedged
from policydiff.commitments.patterns import beginning
from policydiff.commitments.planned import (
    due_of_done,
    of_plan,
    once_done,
    stands_beside_fact,
    was_planned,
)
from policydiff.commitments.retrospects import is_back, turns_back
from policydiff.commitments.years import (
    DIGITED,
    DIGITS,
    DUE_BEFORE,
    WITHIN,
    Named,
    Tense,
    named_year,
    years_in,
)
from policydiff.reading.document import Kind, Stance

_TARGET, _OUTCOME = Stance.TARGET, Stance.OUTCOME
"""Named once: to look a member of an enum up takes longer than most of what is done with it."""
_PART_OF_THIS_YEAR = (
    r"今年(?:第?[一二三]季度|上半年|[前头][一二两三四五六七八九十\d]+个?(?:月|季度)"
    r"|[一1][月]?[—–～~至到-][一二三四五六七八九十\d]{1,2}月份?)"
)
_SO_FAR = re.compile(
    rf"{_PART_OF_THIS_YEAR}(?=[^。；]*?(?:(?:去年|上年)同期|同比))(?:(?!全年|年底|[今明]年|[要将]|力争)[^。；])*$"
)
"""A part of this year that is compared with the last: it is over."""
_OF_THEN = re.compile(rf"(?:[高低快慢]于|超过)({DIGITED})年的?(?:增长|下降|提高|达到)$")
_THEN_ENDS = frozenset("长降高到")
_STILL_PLANNED = re.compile(
    r"年(?:国民经济)?计划(?!的?(?:执行|完成|安排的?情况))(?:(?!实际)[^。；])*$"
)
_MAY_REACH = re.compile(r"(?:将|可能|可望)[^，。；已]{0,8}$")
"""What a report given late in a year says of that year which is still to be reached."""
_AT_HEAD = re.compile(r"\W*(?:[到在至从]|力争|争取|确保|我国|我们)*$")
_PLAN_BEGINS = frozenset('“"十第')
_DONE = re.compile(
    r"(?:[^，；。了已]{0,16}[\u4e00-\u9fff])?(?<![为除免不离少])了(?![解然结却得断不])"
    r"|[^，；。已]{0,12}已经?(?!有的|建[成有]?的?[^，；。]{0,4}(?:区|项目)|[^，；。]{1,6}的)"
)
_ALREADY = re.compile(
    r"已(?:经|达|有|完成|实现|累计|超|突破|(?:设立|下达|安排|投入|建立|签约|发放|批准"
    r"|建成|新建|竣工|投产|投用|通车|交付|改造|整治|治理|修复|拆除|关停|淘汰|培训|招聘|引进|培育|拨付|筹集|争取|惠及|创建|配备|铺设|安置|搬迁|办结|清退)"
    r"(?![^\d，；。]{0,12}[的地区项]))|到(?:现在|目前)|现有(?<!实现有)(?!基础|水平)|实际(?:执行|完成)|目前|截至|截止"
)
_DEADLINE = re.compile(
    rf"({DIGITED})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日|[底末])?之?前?(?:全部|全面|基本|可|将|力争|实现|正式)*"
    r"(?:完成|建成|竣工|投用|投入使用|投产|通车|交付|完工|投运|运营|达产|成形|成型|贯通)[^，。；\d]{0,8}(?=[，。；）]|$)"
)
_DEADLINE_BEGINS = frozenset("12１２一二")
_DEADLINE_FROM = beginning(_DEADLINE_BEGINS, _DEADLINE)
_OF_ANOTHER = re.compile(r"[，；][^，；]*[\d一二三四五六七八九十][^，；]*于$")
"""What parts a deadline from what stands before it: …，起步区3平方公里于2030年底前建成."""
_SHORT = ("今明", "今冬", "明后")


class Wording(NamedTuple):
    """How one statement stands: promised or reached, for which year, how surely."""

    stance: Stance
    year: int | None
    hedge: str


class Sentence(NamedTuple):
    """The words of a sentence, the spans of its clauses in them, its years and hedges.

    ``plain`` is how all its clauses without numbers stand, where nothing in it tells them apart.
    """

    words: str
    clauses: list[tuple[int, int]]
    stance: Stance
    tense: Tense
    years: list[Named]
    hedged: bool
    dated: bool
    due: int | None
    done: int | None = None
    back: int | None = None
    plain: Wording | None = None

    @classmethod
    def of(
        cls,
        words: str,
        clauses: list[tuple[int, int]],
        stance: Stance,
        tense: Tense,
        due: int | None = None,
        done: int | None = None,
    ) -> Sentence:
        """The sentence with its years and hedges found.

        ``clauses`` are the spans of its clauses; where none are given, nothing hedges it.
        ``due`` is the year that governs what the sentence promises where it names none itself,
        ``done`` that of what it reports; ``back`` is where a forward part begins to look back.
        """
        years = years_in(words, tense, stance, due, done)
        hedged, dated = bool(clauses) and is_hedged(words), "年" in words
        back = turns_back(words) if stance is _TARGET else None
        told = stance is _TARGET and ("了" in words or "已" in words)
        plain = None
        if not (years or hedged or dated or told):
            plain = Wording(stance, _silent(stance, tense, due, done), "")
        return cls(words, clauses, stance, tense, years, hedged, dated, due, done, back, plain)

    @property
    def governs(self) -> int | None:
        """The year that this sentence sets for what follows it in its paragraph.

        A time to come at its head does (到2030年，…), until another is named; so does a later
        year at the head of a later clause (2028年实现摘帽，2030年与全省同步…).
        """
        named = [one for one in self.years if not one.passing] if self.years else None
        if not named:
            return self.due
        first = named[0]
        heads = _AT_HEAD.fullmatch(self.words, 0, first.start)
        if not heads and self.words[first.start] in "明后":
            return self.due
        if not heads or self.words[first.start] in "明后本":
            return None
        if self.words.startswith(_SHORT, first.start) or WITHIN.match(self.words, first.start):
            return self.due
        year = first.year
        if year is None or year <= (self.tense.planned or year):
            return None
        later = [one.year for one in named if one.year and self._opens_clause(one.start)]
        return max([year, *later])

    def _opens_clause(self, position: int) -> bool:
        """Whether the year named at ``position`` stands at the head of its clause."""
        begin = max(self.words.rfind(mark, 0, position) for mark in "，,；;") + 1
        return bool(begin and _AT_HEAD.fullmatch(self.words, begin, position))

    @property
    def reports(self) -> int | None:
        """The year gone by that this sentence sets for what its paragraph goes on to report.

        In a report given late in a year, which reports on that year as well, a year before it at
        the head of a clause does, until another time is named.
        """
        named = [one for one in self.years if not one.passing] if self.years else None
        if not named:
            return self.done
        first, given = named[0], self.tense.given
        if given is None:
            return self._period_over(first) or self.done
        begin = self.words.rfind("，", 0, first.start) + 1
        heads = _AT_HEAD.fullmatch(self.words, begin, first.start)
        return first.year if len(named) == 1 and heads and (first.year or given) < given else None

    def _period_over(self, first: Named) -> int | None:
        """The last year of the five-year plan over with which the sentence opens, if it does."""
        if self.tense.kind is not Kind.OTHER or not _AT_HEAD.fullmatch(self.words, 0, first.start):
            return None
        if first.year is None or self.words[first.start] not in _PLAN_BEGINS:
            return None
        return first.year if first.year <= (self.tense.reported or 0) else None

    def _silent(self, stance: Stance) -> int | None:
        return _silent(stance, self.tense, self.due, self.done)

    def _deadline(self, position: int) -> int | None:
        """The year of the first deadline behind ``position``: …，2030年6月底前完成.

        One of a clause that counts something itself is of no other.
        """
        if self.words.find("年", position) < 0:
            return None
        behind = _DEADLINE_FROM.search(self.words, position)
        if not behind or _OF_ANOTHER.search(self.words, position, behind.start()):
            return None
        return int(behind[1].translate(DIGITS))

    def hedge(self, position: int) -> str:
        """The hedge that covers ``position``, or ""."""
        return hedge_of(self.words, position, self.clauses) if self.hedged else ""

    def of_clause(self, start: int, end: int) -> Wording:
        """How the clause ``words[start:end]``, which has no number, stands.

        What a forward part says is done already is an outcome.
        """
        if self.plain is not None:
            return self.plain
        stance = self.stance
        if stance is _TARGET and (is_done(self.words[start:end]) or self._looks_back(end)):
            stance = _OUTCOME
        hedge = self.hedge(start) if self.hedged else ""
        named = named_year(end, self.years) if self.years else None
        if named:
            return Wording(stance, named.year, hedge)
        due = self._deadline(start) if self.dated and stance is _TARGET else None
        return Wording(stance, due or self._silent(stance), hedge)

    def of_number(self, start: int, end: int, clause: str) -> Wording:
        """How the number ``words[start:end]`` of ``clause`` stands.

        A baseline is an outcome, without a year unless its own is named; a year already
        reported on makes an outcome of a target, one still to come the reverse.
        """
        named = named_year(start, self.years) if self.years else None
        if named and "分别" in self.words:
            named = dealt(self.words, start, named)
        hedge = self.hedge(start) if self.hedged else ""
        if "今年" in self.words and (now := self._so_far(start)):
            return Wording(_OUTCOME, now, hedge)
        if self.words[start - 1 : start] in _THEN_ENDS:
            then = _OF_THEN.search(self.words, max(0, start - 12), start)
            if then:
                return Wording(_OUTCOME, int(then[1].translate(DIGITS)), hedge)
        if is_baseline(self.words, start, end):
            bases = [one.year for one in self.years if one.passing and one.start < start]
            return Wording(_OUTCOME, bases[-1] if bases else None, hedge)
        if self.stance is _OUTCOME and named is None and once_done(self.words, start):
            return Wording(_TARGET, None, hedge)
        stance = _OUTCOME if self._looks_back(start) else self.stance
        if named and not self._is_deadline(named):
            stance = of_year(stance, named.year, self.tense)
        if due_of_done(self.words, start, end):
            return Wording(_TARGET, named.year if named else self._silent(_OUTCOME), hedge)
        progress = (
            self.stance is _OUTCOME or self.words.startswith("已")
        ) and self.tense.kind is Kind.TASK_TABLE
        if progress and named is None:
            return Wording(_OUTCOME, self.tense.planned if self.done is None else self.done, hedge)
        if progress or is_reached(clause) or goes_on_to_now(self.words, start):
            stance = _OUTCOME
        elif stance is _OUTCOME and of_plan(self.words, start, end):
            year = named.year if named else self._silent(stance)
            return Wording(_TARGET, year, hedge)
        elif (
            was_planned(self.words, start)
            or stands_beside_fact(self.words, start, end)
            or self._is_planned(start, named)
        ):
            if named is None and stance is _OUTCOME:
                return Wording(_TARGET, self._silent(stance), hedge)
            stance = _TARGET
        if named:
            return Wording(stance, named.year, hedge)
        due = self._deadline(end) if self.dated and stance is _TARGET else None
        return Wording(stance, due or self._silent(stance), hedge)

    def _is_deadline(self, named: Named) -> bool:
        """Whether ``named`` is a time by which something is due, whatever the year planned for."""
        if self.stance is _OUTCOME or self.tense.kind is not Kind.OTHER:
            return False
        return DUE_BEFORE.match(self.words, named.start) is not None

    def _looks_back(self, position: int) -> bool:
        """Whether ``position`` stands where the sentence looks back."""
        return self.back is not None and is_back(self.words, self.back, position)

    def _so_far(self, start: int) -> int | None:
        """The present year, if the number at ``start`` tells of the part of it that is over.

        Behind another year (2029年增长8%，今年上半年又比去年同期增长6%) it is the next.
        """
        if self.tense.kind not in {Kind.WORK_REPORT, Kind.PLAN_REPORT}:
            return None
        so_far = _SO_FAR.search(self.words, 0, start)
        if not so_far:
            return None
        before = [one.year for one in self.years if one.year and one.start < so_far.start()]
        return before[-1] + 1 if before else self.tense.given or self.tense.opening

    def _is_planned(self, start: int, named: Named | None) -> bool:
        """Whether a report given late in a year says that its plan asks for the number."""
        if named is None or named.year is None or named.year != self.tense.given:
            return False
        if not self.words.startswith(str(named.year), named.start):
            return False
        planned = _STILL_PLANNED.match(self.words, named.start + 4, start)
        return bool(planned or _MAY_REACH.search(self.words, named.start, start))


def _silent(stance: Stance, tense: Tense, due: int | None, done: int | None) -> int | None:
    """The year of a statement that names none."""
    if stance is _TARGET:
        return tense.planned if due is None else due
    return tense.reported if done is None else done


def of_year(stance: Stance, named: int | None, tense: Tense) -> Stance:
    """``stance``, turned round where the year named is one reported on, or still to come."""
    if named is None or tense.reported is None or tense.planned is None:
        return stance
    if stance is _TARGET and named <= tense.reported and named < tense.planned:
        return _OUTCOME
    if stance is _OUTCOME and named >= tense.planned and named > tense.reported:
        return _TARGET
    return stance


def is_reached(clause: str) -> bool:
    """Whether a clause of a forward part says that something stands already."""
    return bool(_ALREADY.search(clause))


def is_done(clause: str) -> bool:
    """Whether a clause without a number says that something was done: 已印发, 编制了规划."""
    if "了" not in clause and "已" not in clause:
        return False
    return bool(_DONE.match(clause))
