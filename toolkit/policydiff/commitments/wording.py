"""Stance, year and hedge of a statement: what its words say over what its place implies.

Codebook sections 1 and 3: a heading sets the stance, a baseline quoted in a forward part is an
outcome; a silent target is due in the planning year; 力争 and 预计 at the head of a list cover
it until the next verb of its own.

The year of a number is that of the nearest evidence, in this order:

1. its clause: what a change sets out from (由2015年的8个) and comparisons (比上年, 按2020年可比价)
   give no year to what is reached; 到现在, 已设立 make an outcome, 投产后将 an open target;
   so do 三年来 and 已建成的有 of all behind them, until something to come is said (要, 将);
2. its sentence: the last year or period named before it (到2030年, “十五五”末, 今明两年, 三年内),
   or else a deadline behind it (…，2027年6月底前完成);
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

from policydiff.commitments.edges import strip_lead
from policydiff.commitments.lexicon import GROWTH_VERBS, opening_verb, skip_adverbs
from policydiff.commitments.patterns import beginning
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
_HEDGE = re.compile(
    r"力争|(?<!共)(?<!累计)争取(?!国家|上级|中央|省|市|到位|各[类项级种]|资金|政策|项目|更多)|预计|力求"
    r"|努力(?=实现|完成|做到|使|争取|达到|保持|把|将|建成|推动|提高|促进|扩大|增加|打造|形成|稳定|控制)"
)

_NUMBER = re.compile(r"\d[\d.．]*")
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
_PLAN_AND_FACT = re.compile(r"[^，；。]{0,12}，实际(?!上)")
_PLANS = re.compile(r"(?:^|[，；。])(?:原)?计划[^，；。年]*$")
_AT_HEAD = re.compile(r"\W*(?:[到在至从]|力争|争取|确保|我国|我们)*$")
_PLAN_BEGINS = frozenset('“"十第')
_BASE = re.compile(
    r"(?:(?<![自理缘])由|(?<![自服])从)[^，；由从]{0,12}(?:[\d.．]+[^，；由从\d]{1,4})*$"
)
_ONWARD = re.compile(
    r"(?:[^，；。,;\d]{0,4}[，,](?:已|逐步)?|[^，；。,;]{0,12}?)(?:扩增|增加|提高|提升|增|增长|扩大|上升|减少|降低|压缩|缩短|下降|降|减|调整|升|发展|转|变)(?:到|至|为)"
)

_REST_OF_SERIES = re.compile(
    r"(?:[、和及与]\s?\d[\d.．]*[^\d，。；、和及与]{1,4}(?![^，、和及与]))+"
)
"""The other numbers of a series that a change sets out from: 由上年的5%和8%，减为2%和3%."""
_BECOMES = re.compile("[为成到至]")
"""What a merger and a change that goes on both have behind their verbs."""
_AGAINST = re.compile(
    rf"比(?:{DIGITED}年|[^，；。]{{1,10}}(?:期间|时期|五[”’\"]?(?:期末|末期?)))(?:[^，；。]{{0,12}})的[^，；。\d]{{0,6}}$"
)

_EXCEEDS = re.compile(r"(?:平均每年)?(?:增长|增加|提高|上升|下降|减少|降低|多|少|高|低)")
_EXCEEDS_BEGINS = frozenset("平增提上下减降多少高低")
_PLANNED = re.compile(
    r"(?<![度作])(?:计划|要求|规定)(?:的?(?:指标|任务|数))?(?:为|是|(?:平均)?每年(?:递增|增长)|达到|安排)$"
)

_OF_PLAN = re.compile(
    r"(?:(?:全年|年度?|年初)(?:投资|预算|预期)?(?:计划|目标)(?:任务|目标|数|指标)?|(?:计划|任务|目标|预算)(?:数|指标))"
    r"(?:完成|投资|总投资|增长|新[建增][^，；。\d]{1,8})?[为是]?$"
)
_PLAN_SIGNS = frozenset("划标务算")
"""One of which every name of a plan and its aims ends in: 计划, 目标, 任务, 预算."""
_COMPLETED = re.compile(r"(?:完成|占|为)(?:年初|全年|年度|调整)?(?:预算|计划|任务)数?$")
"""What stands before the plan's own figure and the share of it: 完成预算4亿元的105%."""
_RATE_OF_PLAN = re.compile(r"[占达完成为]{1,3}(?:全年|年度?|年初)[^，；。\d]{0,8}$")
"""What stands before a share that was reached of a plan: 占年计划75%."""
_LONGEST_PLANNED = 13
_PLANNED_ENDS = frozenset("为到增排是长")
_DONE_OF_IT = re.compile(
    r"[^，。；、：,;:\d]{1,20}?已经?(?!开工|动工|投产|落地|签约|注册)[\u4e00-\u9fff]{1,4}\d[\d.,]*(?P<unit>[^\W\d]{1,2})"
)
"""What follows a number of which part is done, and the unit of that part."""
_LONGEST_DUE = 24
_BEYOND_PLAN = re.compile(r"(?:超|[高低多少]于?|比|距)[^，；。\d]{0,10}$")
_LONGEST_OF_PLAN = 16
_DONE = re.compile(
    r"(?:[^，；。了已]{0,16}[\u4e00-\u9fff])?(?<![为除免不离少])了(?![解然结却得断不])"
    r"|[^，；。已]{0,12}已经?(?!有的|建[成有]?的?[^，；。]{0,4}(?:区|项目)|[^，；。]{1,6}的)"
)

_ALREADY = re.compile(
    r"已(?:经|达|有|完成|实现|累计|超|突破|(?:设立|下达|安排|投入|建立|签约|发放|批准"
    r"|建成|新建|竣工|投产|投用|通车|交付|改造|整治|治理|修复|拆除|关停|淘汰|培训|招聘|引进|培育|拨付|筹集|争取|惠及|创建|配备|铺设|安置|搬迁|办结|清退)"
    r"(?![^\d，；。]{0,12}[的地区项]))|到(?:现在|目前)|现有(?<!实现有)|实际(?:执行|完成)|目前|截至|截止"
)

_CHANGED = re.compile(r"由[^，；。]{1,20}(?:到|至|为)$")
_CHANGED_ENDS = frozenset("到至为")
_MERGED = re.compile(r"[^，；。\d]{0,12}(?:整合|优化|合并|归并|精简|撤并|重组)+(?:为|成|到|至)")
"""What follows the number that a merger sets out from: 40个园区整合优化为20个."""
_ONCE_DONE = re.compile(
    r"(?:投产|达产|建成|投用|投入使用|竣工|达效)[达投]?[产效用]?(?:以?后|之后)[^。；]{0,12}?(?:预计|将|可)(?!以来)"
)

_DEADLINE = re.compile(
    rf"({DIGITED})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日|[底末])?之?前?(?:全部|全面|基本|可|将|力争|实现|正式)*"
    r"(?:完成|建成|竣工|投用|投入使用|投产|通车|交付|完工|投运|运营|达产)[^，。；\d]{0,8}(?=[，。；）]|$)"
)

_DEADLINE_BEGINS = frozenset("12１２一二")
_DEADLINE_FROM = beginning(_DEADLINE_BEGINS, _DEADLINE)
_SHORT = ("今明", "今冬", "明后")


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
    dated: bool
    due: int | None
    done: int | None = None
    back: int | None = None

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

        ``due`` is the year that governs what the sentence promises where it names none itself,
        ``done`` that of what it reports; ``back`` is where a forward part begins to look back.
        """
        return cls(
            words,
            clauses,
            stance,
            tense,
            years_in(words, tense, stance, due, done),
            bool(_HEDGE.search(words)),
            "年" in words,
            due,
            done,
            turns_back(words) if stance is _TARGET else None,
        )

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
        if stance is _TARGET:
            return self.tense.planned if self.due is None else self.due
        return self.tense.reported if self.done is None else self.done

    def _deadline(self, position: int) -> int | None:
        """The year of the first deadline behind ``position``: …，2030年6月底前完成."""
        if self.words.find("年", position) < 0:
            return None
        behind = _DEADLINE_FROM.search(self.words, position)
        return int(behind[1].translate(DIGITS)) if behind else None

    def hedge(self, position: int) -> str:
        """The hedge that covers ``position``, or ""."""
        return hedge_of(self.words, position, self.clauses) if self.hedged else ""

    def of_clause(self, start: int, end: int) -> Wording:
        """How the clause ``words[start:end]``, which has no number, stands.

        What a forward part says is done already is an outcome.
        """
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
        if self.stance is _OUTCOME and named is None and _once_done(self.words, start):
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
            return Wording(_OUTCOME, self.tense.planned, hedge)
        if progress or is_reached(clause) or _goes_on_to_now(self.words, start):
            stance = _OUTCOME
        elif stance is _OUTCOME and of_plan(self.words, start, end):
            year = named.year if named else self._silent(stance)
            return Wording(_TARGET, year, hedge)
        elif was_planned(self.words, start) or self._is_planned(start, end, named):
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

    def _is_planned(self, start: int, end: int, named: Named | None) -> bool:
        """Whether the number is what was to be reached, though the part looks back.

        So is what stands beside what was done in fact (计划建成8座，实际建成9座), and in a report
        given late in a year what the plan of that year asks for.
        """
        if "计划" in self.words and _PLAN_AND_FACT.match(self.words, end):
            return bool(_PLANS.search(self.words, 0, start))
        if named is None or named.year is None or named.year != self.tense.given:
            return False
        if not self.words.startswith(str(named.year), named.start):
            return False
        planned = _STILL_PLANNED.match(self.words, named.start + 4, start)
        return bool(planned or _MAY_REACH.search(self.words, named.start, start))


def is_baseline(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is what a change sets out from: 30个 in 由30个增至70个.

    So is what another figure is set against: 比“八五”时期的30个增加40个.
    """
    if _BECOMES.search(sentence, end, end + 40):
        if series := _REST_OF_SERIES.match(sentence, end):
            end = series.end()
        if _MERGED.match(sentence, end):
            return True
        if _ONWARD.match(sentence, end):
            return bool(_BASE.search(sentence, 0, start))
    exceeds = sentence[end : end + 1] in _EXCEEDS_BEGINS and _EXCEEDS.match(sentence, end)
    return bool(exceeds and _AGAINST.search(sentence, 0, start))


def _once_done(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a work will bring when it is done (投产后将…)."""
    return "后" in sentence and bool(_ONCE_DONE.search(sentence, 0, start))


def _goes_on_to_now(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` goes on with changes up to now: 由9个减少到现在的5个."""
    if sentence[start - 1 : start] not in _CHANGED_ENDS:
        return False
    if sentence.find("到现在", 0, start) < 0 and sentence.find("到目前", 0, start) < 0:
        return False
    return bool(_CHANGED.search(sentence, max(0, start - 30), start))


def of_plan(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is the plan's own figure: 完成年计划40亿元的75%."""
    begin = max(0, start - _LONGEST_OF_PLAN)
    if _PLAN_SIGNS.isdisjoint(sentence[begin:start]):
        return False
    if not _OF_PLAN.search(sentence, begin, start):
        return bool(
            _COMPLETED.search(sentence, begin, start)
            and sentence[end : end + 1] == "的"
            and sentence[end + 1 : end + 2].isdecimal()
        )
    lead = sentence[begin:start]
    share = sentence[end - 1] in "%％" and _RATE_OF_PLAN.search(lead)
    return not share and not _BEYOND_PLAN.search(lead)


def due_of_done(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is what was due of which part is done: 9座桥已完成7座."""
    if "已" not in sentence[end : end + _LONGEST_DUE]:
        return False
    done = _DONE_OF_IT.match(sentence, end)
    return done is not None and sentence[start:end].endswith(done["unit"])


def was_planned(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a plan asked for, though the part looks back."""
    return sentence[start - 1 : start] in _PLANNED_ENDS and bool(
        _PLANNED.search(sentence, max(0, start - _LONGEST_PLANNED), start)
    )


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


def hedge_of(sentence: str, position: int, clauses: list[tuple[int, int]]) -> str:
    """The hedge that covers ``position``, or "".

    It reaches from its word to the first later clause that opens with a verb of its own;
    where only a time stands between hedge and comma (力争到2025年，), to the second. That of one
    figure (由预计的3%提高到4%) covers no other.
    ``clauses`` are the spans of the sentence's clauses.
    """
    hedges = list(_HEDGE.finditer(sentence, 0, position))
    if not hedges:
        return ""
    last = hedges[-1]
    if sentence.startswith("的", last.end()) and _NUMBER.search(sentence, last.end(), position):
        return ""
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
