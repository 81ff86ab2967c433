"""Stance, year and hedge of a statement: what its words say over what its place implies.

Codebook sections 1 and 3: a heading sets the stance, a baseline quoted in a forward part is an
outcome; a silent target is due in the planning year; 力争 and 预计 at the head of a list cover
it until the next verb of its own.

The year of a number is that of the nearest evidence, in this order:

1. its clause: what a change sets out from (由2015年的8个) and comparisons (比上年, 按2020年可比价)
   give no year to what is reached; 到现在, 已设立 make an outcome, 投产后将 an open target;
2. its sentence: the last year or period named before it (到2030年, “十五五”末, 今明两年, 三年内),
   or else a deadline behind it (…，2027年6月底前完成);
3. its paragraph: a time to come at the head of a sentence, until another is named
   (``Sentence.governs``);
4. the paragraph's opening, where its headings name several times or none (``turn``,
   ``opened_stance``): 今后五年，主要目标是, 今年, 《纲要》提出, 过去五年;
5. its headings, the innermost that names a time first (``year_due``, ``year_done``);
6. the chief section before it that set a plan's or a term's aims (``year_carried``);
7. the document: the year planned for or reported on (``Tense``), counted from the year in
   which it was given (``policydiff.reading.standpoint``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policydiff.commitments.edges import strip_lead
from policydiff.commitments.lexicon import GROWTH_VERBS, opening_verb, skip_adverbs
from policydiff.commitments.numerals import parse_number
from policydiff.reading.document import Document, Kind, Stance
from policydiff.reading.metadata import first_year_planned, last_year_planned
from policydiff.reading.outline import Horizon, looks_both_ways
from policydiff.reading.standpoint import given_at_the_end_of

_HEDGE = re.compile(
    r"力争|争取(?!国家|上级|中央|省|市|到位|资金|政策|项目|更多)|预计|力求"
    r"|努力(?=实现|完成|做到|使|争取|达到|保持|把|将|建成|推动|提高|促进|扩大|增加|打造|形成|稳定|控制)"
)
_PLAN_YEARS = 5
_MAY_NAME = re.compile("年|五|今冬|世纪|一个时|一段时")
_ORDINAL = r"(?:十[一二三四五六]?|[六七八九]|(?:(?<=[“\"])|(?<=[“\"] ))[一二三四五])"
_DIGITED = r"(?:(?:[1１][9９]|[2２][0０])\d{2}|[一二][九〇○零０][〇○零０一二三四五六七八九]{2})"
_YEAR = re.compile(
    r"(?=[比较与同跟和于对像象超高低是为相等按照1１2２一二三四五六七八九十“\"\s第今未用近本明去上前后])(?:"
    rf"(?P<against>(?:比|较|与|同|跟|和|对|像|象|超过|高于|低于|(?<=[高低大小多少优快慢好强弱等当近])于)(?:(?:{_DIGITED}|[上去前])年(?:底|末)?(?!度)"
    rf"|[“\"]?\s?(?:{_ORDINAL}五[”\"’]?(?:计划|规划)?|第[一二三四五六七八九十]{{1,2}}个五年计划)(?:期间|时期|末期?|期末))"
    rf"|(?:是|为|相当于|等于){_DIGITED}年(?:到{_DIGITED}年)?[^，。；]{{0,20}}?(?:的|总和|之和)"
    rf"|(?:是|为|相当于)(?:[“\"]?\s?{_ORDINAL}五[”\"’]?(?:期间|时期|末期?|期末)的|[上去今]年(?:同期|实际)?的(?=[\d一二三四五六七八九十百]))"
    rf"|比今年|由于{_DIGITED}年|{_DIGITED}年以来"
    rf"|[比较与同跟和][^，；。]{{1,12}}{_DIGITED}年(?=相比|比较|相较)"
    rf"|按照?(?:{_DIGITED}|上|去)年(?=的?(?:可比|不变|固定)?价|[^，；。]{{0,8}}(?:数|标准|水平|实绩)))"
    rf"|(?P<span>{_DIGITED}年?[-—–~～至到](?P<last>{_DIGITED})年?)"
    rf"|(?P<number>{_DIGITED})(?=[两三四五]?年|前)"
    rf"|[“\"]?\s?(?P<plan>{_ORDINAL})五[”\"’]?(?P<when>(?:规划|计划)?(?:[前后][一二两三四]年|期间|时期|末期?|期末|以来|初)|(?=[，、]|年均|平均|每年))"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})个五年计划(?:(?<![到至]第.个五年计划)(?:期间|时期)|末期?|期末)"
    r"|(?P<open>今后一(?:个|段)时[期间]|近几年内?(?=[把要将使力]))"
    r"|(?:今后|未来|(?<![使运利])用)(?:[两三]?(?P<years>二十|[一二两三四五六七八九十]五?|\d{1,2}))年(?!左右[的，]|或)"
    r"|前(?P<part>[二两三四])年(?=[，的]?(?:要|将|力争|主要|重点|计划|安排|修建|新[建增]|建成|完成))"
    r"|(?P<pair>今明两?年|今冬明春|明后两年)"
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
_BETWEEN = re.compile("[和及与]|以及")
_SET_FOR = re.compile(
    r"年?[^，、。；和及与]{0,14}(?:目标|任务|工作|远景|展望|安排|部署|重点|计划|规划|要求|建议)"
)
_REPORTED = re.compile("年[^，、。；和及与]{0,14}(?:回顾|情况|工作|总结|决算|成绩|成就)")
_AIMS = re.compile(r"年?[^，。；：“”]{0,20}(?:目标|任务|工作|安排|要求|思路|重点|计划|建议)")
_AIMS_SET = re.compile(r".{0,60}?(?:目标|任务|要求|思路|重点|蓝图)[^，。；]{0,12}(?:[是为：:]|$)")
_YEARLY = re.compile("(?:发展|主要|年度)(?:的)?(?:主要)?预期目标(?:[是为：:]|$)")
_OUTLINED = re.compile(
    r"《[^》]{0,30}(?:纲要|规划|建议)[^》]{0,6}》[^，。；]{0,6}(?:提出|明确|确定|描绘)"
)
_DRAFTED = re.compile(
    rf"(?:编制|制定|起草)了?(?:全?[省市县区]|我[省市县区])?[“\"]?(?:({_ORDINAL})五[”\"]|.{{0,20}}?第([一二三四五六七八九十]{{1,2}})个五年)"
    r"[^，。；]{0,4}(?:规划|计划)(?:纲要)?(?:（草案）|草案)"
)
_PART_OF_A_YEAR = re.compile(
    r"(?:上半年|前?[一二三]个?季度|前[一二两三四五六七八九十]+个?月|\d年\d{1,2}月?[-—–～至]\d{1,2}月).*(?:报告|情况|总结)"
    r"|(?:预算|计划)(?:收支|部分)?调整"
    r"|(?:情况|进展|进度)[（(][1１一]月?[-—–～~至][\d一二三四五六七八九十]{1,2}月"
)
_HALF_TOLD = re.compile("(?:上半年|前三季度|一季度)[^，。；下]{0,12}(?:回顾|总结|情况|工作$|成绩)")
_BASE_OF_CHANGE = re.compile(
    rf"[比较与同跟和][^，；。]{{0,12}}?({_DIGITED})年|({_DIGITED})年?[至到]"
)
_BASE_PERIOD = re.compile(r"[比较与同跟和][“\"]?\s?(?:([^第]{1,2})五[”\"’]?|第(.{1,2})个五年计划)")
_SETS_OUT = re.compile(r"[由从自]$")
_TAKEN_FROM = re.compile(
    r"[由从自](?:[上去前]年|今年(?=预计|计划|的))[^，；。]{0,12}?(?=\d|中|[增提扩上下降减])"
)
"""What is only set out from or drawn on: 由上年8亿元增加到9亿元, 从去年超收中安排."""
_BASE_YEAR = re.compile(
    r"年(?:的|[底末]的?|(?=人均|平均|每[人户月吨亩])|(?=[0-9０-９])(?![0-9０-９]{1,2}月))"
)
_BASE_PLAN = re.compile(r"的|(?=\d)")
"""What follows the end of a period that a change sets out from: 由“十五”末的8万元."""
_LOOKS_TO = re.compile(
    r"(?:考虑到?|着眼于?|锚定|围绕|对照|对标|瞄准|紧扣|立足|聚焦|面向)[^，。；]{0,14}$"
)
_FAR_AIM = re.compile(r"年[^，。；\d]{0,8}目标")
"""The aim of a far year that is only looked to: 综合考虑实现2040年远景目标."""
_PART_OF_THIS_YEAR = (
    r"今年(?:第?[一二三]季度|上半年|[前头][一二两三四五六七八九十\d]+个?(?:月|季度)"
    r"|[一1][月]?[—–～~至到-][一二三四五六七八九十\d]{1,2}月份?)"
)
_SO_FAR = re.compile(
    rf"{_PART_OF_THIS_YEAR}(?=[^。；]*?(?:(?:去年|上年)同期|同比))(?:(?!全年|年底|[今明]年|[要将]|力争)[^。；])*$"
)
"""A part of this year that is compared with the last: it is over."""
_OF_THEN = re.compile(rf"(?:[高低快慢]于|超过)({_DIGITED})年的?(?:增长|下降|提高|达到)$")
_THEN_ENDS = frozenset("长降高到")
_STILL_PLANNED = re.compile(
    r"年(?:国民经济)?计划(?!的?(?:执行|完成|安排的?情况))(?:(?!实际)[^。；])*$"
)
_MAY_REACH = re.compile(r"(?:将|可能|可望)[^，。；已]{0,8}$")
"""What a report given late in a year says of that year which is still to be reached."""
_PLAN_AND_FACT = re.compile(r"[^，；。]{0,12}，实际(?!上)")
_PLANS = re.compile(r"(?:^|[，；。])(?:原)?计划[^，；。年]*$")
_AT_HEAD = re.compile(r"\W*(?:[到在至从]|力争|争取|确保|我国|我们)*$")
_QUOTED = re.compile(r"《[^》]*》|（[^）]*）|\([^)]*\)")

_FORWARD = re.compile(
    r"(?:^|[，；。、]|我们|今年|明年|今后)(?:都|还|也|仍)?(?:将|要|必须|应当?|务必|拟)|力争|争取|确保|(?:19|20)\d\d年(?:要|将|拟|力争|安排)"
    r"|[到至](?:20|19)\d\d年|到本世纪|今年(?!以来|[上前])|明年|下一?年|今后|未来|努力(?:实现|做到|使)|预期目标|(?:^|[，；。、])继续"
)
_WILL = re.compile(r"将(?![军士领])|(?<![需主重必])要(?![求素点件塞])|须|应当|拟")
_BACKWARD = re.compile(
    r"已(?!经?(?:确定|明确))|(?<![比较由从自与同按照以])(?:去年|上年)|过去的?[一几三五]年|[一几两三四五]年来|达到了|取得了?[^，]{0,8}(?:成|进展)|截至|截止"
    r"|以来|预计(?:全年|实现|完成)|获评|荣获|入选|比上年(?:增长|增加|下降|提高)"
)
_BASE = re.compile(r"(?:(?<![自理缘])由|(?<![自服])从)[^，；由从]{0,12}$")
_ONWARD = re.compile(
    r"(?:[^，；。\d]{0,4}，(?:已|逐步)?|[^，；。]{0,12}?)(?:扩增|增加|提高|提升|增|增长|扩大|上升|减少|降低|压缩|缩短|下降|降|减|调整|升|发展|转|变)(?:到|至|为)"
)
_BECOMES = re.compile("[为成到至]")
"""What a merger and a change that goes on both have behind their verbs."""
_AGAINST = re.compile(
    rf"比(?:{_DIGITED}年|[^，；。]{{1,10}}(?:期间|时期))(?:[^，；。]{{0,12}})的[^，；。\d]{{0,6}}$"
)
_EXCEEDS = re.compile(r"(?:平均每年)?(?:增长|增加|提高|上升|下降|减少|降低|多|少|高|低)")
_EXCEEDS_BEGINS = frozenset("平增提上下减降多少高低")
_PLANNED = re.compile(
    r"(?<![度作])(?:计划|要求|规定)(?:的?(?:指标|任务|数))?(?:为|是|(?:平均)?每年(?:递增|增长)|达到|安排)$"
)
_LONGEST_PLANNED = 13
_PLANNED_ENDS = frozenset("为到增排是长")
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
_MERGED = re.compile(r"[^，；。\d]{0,12}(?:整合|优化|合并|归并|精简|撤并|重组)+(?:为|成|到|至)")
"""What follows the number that a merger sets out from: 40个园区整合优化为20个."""
_ONCE_DONE = re.compile(
    r"(?:投产|达产|建成|投用|投入使用|竣工|达效)[达投]?[产效用]?(?:以?后|之后)[^。；]{0,12}?(?:预计|将|可)(?!以来)"
)
_DEADLINE = re.compile(
    rf"({_DIGITED})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日|[底末])?之?前?(?:全部|全面|基本|可|将|力争|实现|正式)*"
    r"(?:完成|建成|竣工|投用|投入使用|投产|通车|交付|完工|投运|运营|达产)[^，。；\d]{0,8}(?=[，。；）]|$)"
)
_AT_LEVEL = re.compile("(?:同期)?的?(?:实际)?(?:水平|规模)")
_FIRST_YEARS = re.compile("前([一二两三四])年")
_GROUNDS = re.compile("[^，；。]{0,40}?基础上")
_SINCE = re.compile(r"年(?:\d{1,2}月)?(?:起|以来|开始)")
_WITHIN = re.compile(
    r"(?<![\d一二三四五六七八九十〇○零几数第上近头前这最])(?P<count>[一二两三四五六七八九十]|十五|二十|\d{1,2})年"
    r"(?:之?内(?![的乱])|(?:投资|行动)?计划(?=，其中)"
    r"|(?=(?:共|累计|总共)?(?:安排|投入|新增|新建|建成|改造|淘汰|培育|引进)))"
)
"""A count of years to come: 三年内, 三年安排9亿元, but not the years of a name (三年行动)."""
_TELLS = re.compile(
    r"了(?!解)|同比|增长\d|达到\d|[比较]上年|荣获|位居|跃居|全年[^，。；]{0,8}[达完实]"
)
"""What a text that looks back has sooner or later."""
_FEWEST = 4
_SHORT = ("今明", "今冬", "明后")
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


@dataclass(frozen=True, slots=True)
class Tense:
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

        A report on a part of a year (上半年) reports on the year that it plans for; one given at
        the end of a year reports on it and plans for the next.
        """
        year = document.year
        back = 0 if _reports_on_a_part(document) else 1
        if document.kind is Kind.FIVE_YEAR_PLAN or (
            document.kind is Kind.PLAN_REPORT and year == last_year_planned(document.title)
        ):
            back = _PLAN_YEARS
        elif year is not None and (first := first_year_planned(document.title, year)):
            back = year - first + 1
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
        return self.planned if stance is Stance.TARGET else self.reported


def _reports_on_a_part(document: Document) -> bool:
    """Whether title or chief headings say that only a part of a year is reported on."""
    if _PART_OF_A_YEAR.search(document.title):
        return True
    chief = {block.section.headings[0] for block in document.blocks if block.section.headings}
    return any(_HALF_TOLD.search(heading) for heading in chief)


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
    done: int | None = None

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
        ``done`` that of what it reports.
        """
        hedged = bool(_HEDGE.search(words))
        return cls(
            words,
            clauses,
            stance,
            tense,
            years_in(words, tense, stance, due, done),
            hedged,
            due,
            done,
        )

    @property
    def governs(self) -> int | None:
        """The year that this sentence sets for what follows it in its paragraph.

        A time to come at its head does (到2030年，…), until another is named.
        """
        first = next((one for one in self.years if not one.passing), None)
        if first is None:
            return self.due
        heads = _AT_HEAD.fullmatch(self.words, 0, first.start)
        if not heads and self.words[first.start] in "明后":
            return self.due
        if not heads or self.words[first.start] in "明后本":
            return None
        if self.words.startswith(_SHORT, first.start) or _WITHIN.match(self.words, first.start):
            return self.due
        return (
            first.year if first.year and first.year > (self.tense.planned or first.year) else None
        )

    @property
    def reports(self) -> int | None:
        """The year gone by that this sentence sets for what its paragraph goes on to report.

        In a report given late in a year, which reports on that year as well, a year before it at
        the head of a clause does, until another time is named.
        """
        given = self.tense.given
        named = [one for one in self.years if not one.passing]
        if given is None or not named:
            return self.done
        first = named[0]
        begin = self.words.rfind("，", 0, first.start) + 1
        heads = _AT_HEAD.fullmatch(self.words, begin, first.start)
        return first.year if len(named) == 1 and heads and (first.year or given) < given else None

    def _silent(self, stance: Stance) -> int | None:
        if stance is Stance.TARGET and self.due is not None:
            return self.due
        if stance is Stance.OUTCOME and self.done is not None:
            return self.done
        return self.tense.year(stance)

    def _deadline(self, position: int) -> int | None:
        """The year of the first deadline behind ``position``: …，2030年6月底前完成."""
        if self.words.find("年", position) < 0:
            return None
        behind = _DEADLINE.search(self.words, position)
        return int(behind[1].translate(_DIGITS)) if behind else None

    def hedge(self, position: int) -> str:
        """The hedge that covers ``position``, or ""."""
        return hedge_of(self.words, position, self.clauses) if self.hedged else ""

    def of_clause(self, start: int, end: int) -> Wording:
        """How the clause ``words[start:end]``, which has no number, stands.

        What a forward part says is done already is an outcome.
        """
        stance = self.stance
        if stance is Stance.TARGET and is_done(self.words[start:end]):
            stance = Stance.OUTCOME
        named = named_year(end, self.years) if self.years else None
        due = self._deadline(start) if stance is Stance.TARGET and not named else None
        year = named.year if named else due or self._silent(stance)
        return Wording(stance, year, self.hedge(start) if self.hedged else "")

    def of_number(self, start: int, end: int, clause: str) -> Wording:
        """How the number ``words[start:end]`` of ``clause`` stands.

        A baseline is an outcome, without a year unless its own is named; a year already
        reported on makes an outcome of a target, one still to come the reverse.
        """
        named = named_year(start, self.years) if self.years else None
        hedge = self.hedge(start) if self.hedged else ""
        if "今年" in self.words and (now := self._so_far(start)):
            return Wording(Stance.OUTCOME, now, hedge)
        if self.words[start - 1 : start] in _THEN_ENDS:
            then = _OF_THEN.search(self.words, max(0, start - 12), start)
            if then:
                return Wording(Stance.OUTCOME, int(then[1].translate(_DIGITS)), hedge)
        if is_baseline(self.words, start, end):
            bases = [one.year for one in self.years if one.passing and one.start < start]
            return Wording(Stance.OUTCOME, bases[-1] if bases else None, hedge)
        if self.stance is Stance.OUTCOME and named is None and _once_done(self.words, start):
            return Wording(Stance.TARGET, None, hedge)
        stance = of_year(self.stance, named.year, self.tense) if named else self.stance
        progress = self.tense.kind is Kind.TASK_TABLE and self.words.startswith("已")
        if progress and named is None:
            return Wording(Stance.OUTCOME, self.tense.planned, hedge)
        if progress or is_reached(clause) or _goes_on_to_now(self.words, start):
            stance = Stance.OUTCOME
        elif was_planned(self.words, start) or self._is_planned(start, end, named):
            if named is None and stance is Stance.OUTCOME:
                return Wording(Stance.TARGET, self._silent(stance), hedge)
            stance = Stance.TARGET
        if named:
            return Wording(stance, named.year, hedge)
        due = self._deadline(end) if stance is Stance.TARGET else None
        return Wording(stance, due or self._silent(stance), hedge)

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


def bids(text: str) -> bool:
    """Whether ``text`` only says what to do: its sentences open with verbs, none looks back."""
    if _TELLS.search(text) or _BACKWARD.search(text):
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
    if tense.kind in {Kind.TASK_TABLE, Kind.FIVE_YEAR_PLAN}:
        return Stance.TARGET
    if tense.given is not None:
        words = words.replace("今年", "当年")
    forward, backward = _FORWARD.search(words), _BACKWARD.search(words)
    if bool(forward) is bool(backward):
        return known
    return Stance.TARGET if forward else Stance.OUTCOME


@lru_cache(maxsize=1024)
def _years_to_come(heading: str, tense: Tense) -> tuple[int, ...]:
    """The years to come that ``heading`` names, each period by its last, in order."""
    found: list[int] = []
    heading = _BETWEEN.sub("、", heading)
    for match in _YEAR.finditer(heading):
        if match["against"] or match["open"]:
            continue
        if match["number"] and not _SET_FOR.match(heading, match.end()):
            continue
        year = _year(match, tense, Stance.TARGET)
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
    return year if year < tense.opening + _PLAN_YEARS else None


@lru_cache(maxsize=1024)
def year_done(headings: tuple[str, ...], tense: Tense) -> int | None:
    """The year gone by that the innermost heading naming one reports on: 2028年决算情况."""
    for heading in reversed(headings):
        years = {
            int(match["number"].translate(_DIGITS))
            for match in _YEAR.finditer(_BETWEEN.sub("、", heading))
            if match["number"] and _REPORTED.match(heading, match.end())
        }
        if years:
            year = years.pop()
            return year if not years and year <= (tense.reported or year) else None
    return None


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
    named = _YEAR.match(paragraph, opening.end() if opening else 0)
    return _year(named, tense, Stance.TARGET) if named and not named["against"] else None


def _announces(paragraph: str, tense: Tense, last: int | None) -> int | None:
    """The year or last year of the period whose aims the first sentence of ``paragraph`` sets.

    ``last`` is the last that the heading names: that of a plan put forward (《纲要》提出).
    """
    first = paragraph.partition("。")[0]
    plain = _QUOTED.sub(lambda match: "_" * len(match.group()), first)
    years = [
        year
        for match in _YEAR.finditer(plain)
        if not match["against"]
        and _AIMS.match(plain, match.end())
        and (year := _year(match, tense, Stance.TARGET))
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
    return _ORDINALS.get(drafted[1] or drafted[2])


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
    if _OPENS_PAST.match(paragraph):
        return Stance.OUTCOME
    year = _opened(paragraph, tense)
    if year is None or tense.reported is None or tense.planned is None:
        return None
    return Stance.OUTCOME if year <= tense.reported else Stance.TARGET


@lru_cache(maxsize=1024)
def _looks_both_ways(headings: tuple[str, ...], tense: Tense) -> int:
    """How many headings there are to the innermost that looks both ways, 0 if none does."""
    horizon = Horizon(tense.opening, tense.planned)
    depths = range(len(headings), 0, -1)
    return next((at for at in depths if looks_both_ways(headings[at - 1], horizon)), 0)


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
    if _BECOMES.search(sentence, end, end + 40):
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
    if sentence.find("到现在", 0, start) < 0 and sentence.find("到目前", 0, start) < 0:
        return False
    return bool(_CHANGED.search(sentence, max(0, start - 30), start))


def was_planned(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a plan asked for, though the part looks back."""
    return sentence[start - 1 : start] in _PLANNED_ENDS and bool(
        _PLANNED.search(sentence, max(0, start - _LONGEST_PLANNED), start)
    )


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


def years_in(
    sentence: str, tense: Tense, stance: Stance, due: int | None = None, done: int | None = None
) -> list[Named]:
    """Every year that ``sentence`` names, comparisons (比上年) left out.

    上年 as what a change sets out from is counted from the year named before it, or ``done``.
    """
    found: list[Named] = []
    if not _MAY_NAME.search(sentence):
        return found
    plain = _QUOTED.sub(lambda match: "_" * len(match.group()), sentence)
    for match in _YEAR.finditer(plain):
        base = _base(match.group())
        if base:
            found.append(Named(match.start(), match.start(), base, passing=True))
        if match["open"] and stance is Stance.TARGET:
            found.append(Named(match.start(), len(plain), None, passing=False))
        if match["against"] or match["open"]:
            continue
        year = _year(match, tense, stance)
        if (
            match["number"]
            and stance is Stance.OUTCOME
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
            if stance is Stance.OUTCOME and match["word"] == "上年":
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
            grounds = plain[match.start() - 1 : match.start()] == "在" and _GROUNDS.match(
                plain, match.end()
            )
            if grounds:
                end = grounds.end()
            found.append(Named(match.start(), end, year, bool(passing)))
    if stance is Stance.TARGET and _WITHIN_SIGN.search(plain):
        found.extend(_within(plain, tense, found, due))
        found.sort(key=lambda one: one.start)
    return found


def _within(sentence: str, tense: Tense, found: list[Named], due: int | None) -> Iterator[Named]:
    """The counts of years to come (三年内); five (五年新建) are those of the plan in force."""
    for match in _WITHIN.finditer(sentence):
        before = named_year(match.start(), found)
        year = _ahead(match["count"], tense)
        if match["count"] in "五5" and "内" not in match.group() and tense.opening:
            year = due or tense.opening + -tense.opening % _PLAN_YEARS
        if before and not before.passing and before.year != tense.planned:
            continue
        yield Named(match.start(), len(sentence), year, passing=False)


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
    base = tense.given or tense.opening
    if match["pair"]:
        if base is None or stance is Stance.OUTCOME:
            return None
        return base + (2 if match["pair"] == "明后两年" else 1)
    if match["years"]:
        return _ahead(match["years"], tense)
    if match["plan"] or match["nth"]:
        last = _ORDINALS.get(match["plan"] or match["nth"])
        if last and match["when"] and match["when"].endswith("初"):
            return last - _PLAN_YEARS + 1
        first = _FIRST_YEARS.search(match["when"] or "")
        if last and first:
            return last - _PLAN_YEARS + int(parse_number(first[1]) or 0)
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
    if tense.given is None and stance is Stance.OUTCOME and base == tense.planned:
        return tense.reported
    return base
