"""What a statement measures or acts on: the shortest noun phrase (codebook sections 1 and 3).

``Reader`` goes through the members of one paragraph in order and carries from one to the next
what Chinese leaves unsaid: the verb of a list, the subject of 增长11%, the owner of 产值.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.behind import noun_behind, with_shared_noun
from policydiff.commitments.counted import FRAME, following, without_task
from policydiff.commitments.edges import clean, strip_lead
from policydiff.commitments.ellipsis import as_before, is_share_of, of_same_thing
from policydiff.commitments.lexicon import lexicon, opening_verb
from policydiff.commitments.measures import GROWN, WORK_RATE, is_bare, is_measure
from policydiff.commitments.model import Measure
from policydiff.commitments.money import INVESTS, investment, paid_for, spent_by, worth_of
from policydiff.commitments.openings import without_opening
from policydiff.commitments.plain_names import plain_name, without_area, without_note
from policydiff.commitments.quantities import Found
from policydiff.commitments.series import LEVEL, PLACE, PLACE_ENDS, distribute, of_each
from policydiff.commitments.subjects import ENTITY, ENTITY_SIGNS, Subject, subject_of
from policydiff.commitments.themes import maker_in, produce_in, subject_in, theme_of
from policydiff.commitments.treatments import done_for, done_to
from policydiff.commitments.works import behind_this_work, thing_in, work_in, works_of
from policydiff.commitments.years import close_up

_SHARE, _AMOUNT = Measure.SHARE, Measure.AMOUNT
_WITHIN = re.compile(r"^在[^，]{2,16}中的?(?:占比|比重|份额)$")
_CONTRIBUTION = re.compile(r"^对[^，]+贡献率$")
_GROWTH_OF = re.compile(r"的?(?!速度|目标)([^，。；的]{2,10}?)(?:增长|增速)")
_MOVED = re.compile(
    r"(?:增[长产收加]|回升|提高|上升|改善|好转|扩大|下降|回落|减少|壮大|基础上|台阶|大关|关口)$"
)
"""What ends a clause that reports how its subject moved."""
_LONGEST_OWNER = 12
_RATES_OF_EACH = lexicon(
    "满意率 办结率 办复率 面商率 见面率 采纳率 答复率 回复率 合格率 抽检合格率"
)
_INSURED = lexicon("参保人数 参保率 参保人员 参合率")
_INSURANCE = re.compile("[^，的、和入加]{2,10}?(?:保险|医保)(?=[^，]*$)")
"""The insurance that a clause before spoke of: 完善渔业保险制度，参保人数6万人."""
_SIZES = lexicon(
    "规模 保有量 总额 总数 金额 实际金额 协议金额 总量 产量 总产量 营业额 增量 净增量"
    " 在校学生 在校生"
)
"""Measures that leave out whose they are: 总量 after a clause on 经营主体."""
_OF_PLAN = re.compile(
    r"占(?:年度?|全年|年初|预期|调整后?|变动|代编|汇总|收入|支出)*(?:计划|目标|预算|任务)的?$"
)
_DOES = re.compile(
    r"[要将向在以异不已继持稳快加蓬积深全稳]|(?:占|实现|完成|达到|总体|年产|预计|健康|平稳|规模|发展|转型|做大|做强|壮大|重点|围绕|聚焦|整体|经营|效益)"
)
_AREA_NAMED = re.compile("[区县市乡]$|(?<!小)镇$|街道$")
_INTRODUCES = re.compile("(?:其中|分别|包括|如下|情况|是|为|即|等|中|下同|看)$")
"""The end of a label that goes on from what stands before it, as 其中： does."""
_SCHOOLS = lexicon("幼儿园 学前 小学 初中 中小学 中学 高中 普通高中 义务教育 公办幼儿园")
_LONGEST_WHOLE = 4
_BEHIND_RATE = re.compile("全|覆盖|达标|安排|掌握|考虑|征收|计征|执行")
_PART_OF_TOWN = re.compile("^占|(?:城|建成|市|库|镇|港)区$")
_AREA = re.compile(r"(?:地区|区域|城市|农村|城镇|城乡)$")
_HOLDING = re.compile(r"^的(.{2,20}?)[均都]?(?:具备|提供|配备|建有|开展|设立)(.{2,})$")
_COUNTED_IN = re.compile("(?<=..)（按[^（）]*(?:计算|折算|计)）$")
_SURVEYED = re.compile(
    r"(?:根?据|按照?)(?:对)?(.*?)[\d一二三四五六七八九十百千万两]+多?[个家户](.{2,}?)的?(?:统计|调查|测算)$"
)
_THIS = re.compile("这[一个]?个?([^，的]{2,4})$")
_SPACE = re.compile(r"\s")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_RAISES = lexicon("提高 调高 上调 提升 增加 降低 下调 调低 减少 扩大 缩小")
_ALL_ALONG = re.compile(r"从[^，从到]{1,8}到[^，到]{1,8}|自上而下|上上下下")
_ALL_ALONG_BEGINS = frozenset("从自上")
_TURNED = re.compile(r"[把将].*(?:转为|变为|改为|转化为|转变为)([^，]{2,})$")
_AGENT_MOVES = re.compile(r".{3,}(?:带动|拉动|撬动)")
_TRIES = ("试点", "试行")
"""What is done in those counted: 在8个乡镇试点."""
_PLANNED = re.compile("计划(?=总投资|投资额)|规划(?=总?投资|占地|用地|总?建筑面积)")
_OF_DEED = lexicon(
    "投资 总投资 投资概算 概算 概算投资 概算总投资 总投资概算 全长 总长 总长度"
    " 装机 总装机 装机容量 总装机容量 总库容"
)
_SIZE_OF_PROJECT = re.compile(
    "(?:设计|规划)?(?:(?:道路|路线|线路|管线|桥梁)(?:全长|总长度?|长度?)|(?:道路|路线|线路|桥梁)?(?:红线|路幅|路面|桥面)宽度?"
    "|(?:日|年)?处理(?:能力|规模|量)|(?:办学|建设|生产)规模|规划用地(?:面积)?|总?装机(?:容量)?)"
)
"""What is measured of the project that a row of a table is about."""
_LONGEST_DEED = 24
_ALSO = re.compile(r"^[^，]{2,16}?也(?=大幅|显著|明显|有|相应|同步|增|提|上升|下降|减)")
_LIFTED = lexicon("新增 新开工 新登记 新签约 新设")
_GROWS_BY = re.compile(r"[，,](?:同比|比上年|比去年|较上年|较去年)?增长(?:\d|[一二三四五六七八九])")
_SCOPED = re.compile(r"全[国省市区县州]|我[国省市区县]")
_USED = re.compile("涉及|惠及|受益|购[置买]")
"""What leads to those that a project touches or takes, who own none of its measures."""
_COUNTERS = frozenset("个项件家处座条所")
_PEOPLE = frozenset(["户", "人", "名"])
_AREA_UNITS = frozenset(["%", "‰", "元", "美元", "人", "户", "平方公里"])
"""Units of what is measured of a whole area."""


class Measured(NamedTuple):
    """An indicator and the verb that acts on it; either may be empty.

    ``carried`` says that the indicator is that of the number before.
    """

    indicator: str
    action: str
    carried: bool = False


class Reader:
    """Reads the members of one paragraph, in order, and keeps what the next may leave unsaid.

    ``title`` is the innermost heading: it owns 总投资 and 占地面积 where nothing nearer does. So
    does the ``project`` that a row of a table is about.

    Kept within a sentence: ``_indicator`` of the last number and all ``_named`` with subjects of
    their own, the ``_verb`` of the list, the ``_owner`` of 产值, the ``_theme`` and ``_topic`` of
    the last clauses without numbers (whose subject a clause reports on; what it acts on), the
    ``_subject`` spoken of last, the ``_whole`` that 总量 was of and what a whole series
    ``_shared``; the ``_measures`` so far, the ``_place`` that the last number was of and the thing
    ``_labelled`` whose numbers follow; whether a clause spoke ``_anew`` since then. Over a full
    stop: the ``_last`` indicator, the ``_openings`` of the sentences without numbers, and the last
    clause ``_before`` it if that sentence had no numbers.
    """

    def __init__(self, title: str = "", project: str = "", *, spaced: bool = True) -> None:
        """Start with nothing to carry but the title; ``spaced`` text may hold white space."""
        self._spaced = spaced
        self._last = self._introduced = ""
        self._named: list[str] = []
        self._openings: list[str] = []
        self._project = project
        self._title = project or thing_in(title)
        self.new_sentence()

    def new_sentence(self) -> None:
        """Forget what does not carry over a full stop."""
        self._before = "" if self._named else self._introduced
        self._indicator = self._verb = self._owner = self._topic = self._theme = ""
        self._subject = self._whole = self._introduced = self._shared = self._place = ""
        self._labelled = ""
        self._named = []
        self._measures: set[tuple[str, Measure]] = set()
        self._anew = False

    def pass_over(self, opening: str, words: str) -> None:
        """Leave out a sentence without numbers, whose first clause says ``opening``.

        ``words`` are those of its last clause.
        """
        self._named = []
        self._openings.append(opening)
        self._introduced = words

    def resume(self, indicator: str) -> None:
        """Go on from ``indicator``: what the task is about of which only the progress is told."""
        self._topic = indicator

    def statement(self, words: str) -> None:
        """Keep what a clause without a number acts on or reports of."""
        words = _without_gaps(words) if self._spaced else words
        self.introduce(words)
        if words[:1] in _ALL_ALONG_BEGINS and _ALL_ALONG.fullmatch(words):
            return
        self._anew = True
        words = _COUNTED_IN.sub("", words) if words[-1:] == "）" else words
        surveyed = _SURVEYED.match(words) if "据" in words[:2] or "按" in words[:1] else None
        if surveyed:
            self._owner = surveyed[1] + surveyed[2]
            return
        rest, verb = strip_lead(words)
        turned = _TURNED.search(words) if "把" in words or "将" in words else None
        rest = turned[1] if turned else rest
        self._note_owner(rest)
        self._verb = verb or self._verb
        if not verb:
            self.note_theme(rest)
            rest = subject_in(rest)
        elif verb in _RAISES:
            self._theme = ""
        self._topic = rest

    def introduce(self, words: str) -> None:
        """Keep the last clause of a sentence without numbers, for the sentence after it."""
        self._introduced = words

    def label(self, words: str) -> None:
        """Keep the thing that a label names (停车场：新建2处), for numbers of nothing else."""
        thing, verb = strip_lead(words)
        self._labelled = clean(thing)
        if not verb:
            self._topic = words
            if not _INTRODUCES.search(words):
                self._indicator = self._place = ""

    def note_theme(self, words: str) -> None:
        """Keep what a clause speaks of (粮食连续增产): the numbers after it may leave it unsaid."""
        this = _THIS.match(words) if words[:1] == "这" else None
        if this and self._before.endswith(this[1]):
            self._indicator = clean(strip_lead(self._before)[0])
            return
        theme = theme_of(words)
        named = clean(words) if is_measure(words) else ""
        self._theme = theme or named or self._theme
        if theme or named:
            self._subject = produce_in(self._theme)
        leaps = words.endswith(("台阶", "大关", "关口"))
        if is_measure(self._theme) or (theme and (leaps or _ALSO.match(words))):
            self._indicator = ""
        elif theme and (maker := maker_in(self._theme)):
            self._owner = maker

    def quantity(
        self, before: str, lead: str, found: Found, after: str, beyond: str = ""
    ) -> Measured:
        """What a quantity measures, between the words ``before`` and ``after`` it.

        ``lead`` are the words that lead to the number (达到, 不少于); ``beyond`` is what
        stands after the statement.
        """
        if self._spaced and (_SPACE.search(before) or _SPACE.search(after)):
            before, after, beyond = map(_without_gaps, (before, after, beyond))
        before = without_opening(self._behind_the_last(before))
        own = behind_this_work(before)
        said = self._said(own, lead, found, after)
        after = "" if said.onward else after
        indicator = self._told(said, lead, found, after, beyond)
        if len(own) < len(before) and indicator and indicator == said.words:
            indicator = self._of_this_work(indicator)
        unit = found.quantity.unit
        indicator = plain_name(indicator, of_area=unit in _AREA_UNITS or found.changes)
        if not indicator and unit in _PEOPLE:
            indicator = done_for(after or beyond)
        indicator = indicator or self._unsaid(said.verb, unit) or clean(said.before + after) or unit
        indicator = without_note(self._of_place(indicator, said.words, found))
        level = "达到" if said.words and lead.strip() else ""
        action = found.change or done_to(said.before, after) or said.verb or level or self._verb
        carried = indicator == self._indicator and not said.words
        self._remember(indicator, said, found)
        return Measured(indicator, action, carried)

    def _said(self, before: str, lead: str, found: Found, after: str) -> Subject:
        """The subject before a number, or whose growth the words ``after`` it say it is."""
        said = subject_of(before, lead, found, after)
        quantity = found.quantity
        if said.words:
            places = quantity.unit in {"个", "位"} and said.words in _SCHOOLS
            of_places = places and self._indicator.endswith("学位")
            return said._replace(words=said.words + "学位") if of_places else said
        if said.onward or quantity.kind is _SHARE or not found.changes:
            return said
        growth = _GROWTH_OF.match(after)
        if not growth:
            return said
        return said._replace(words="经济增长" if growth[1] == "经济" else growth[1])

    def _told(self, said: Subject, lead: str, found: Found, after: str, beyond: str) -> str:
        """What a number measures as far as its own clause tells it, or nothing."""
        changes, unit = found.changes, found.quantity.unit
        if found.quantity.kind is _SHARE:
            indicator = self._share(said, after)
        else:
            indicator = self._counted(said, after, beyond, changes=changes, households=unit == "户")
            if lead[-1:] == "在" and indicator.endswith(_TRIES):
                indicator = indicator[:-2]
        if said.before.startswith("在") and _WITHIN.match(said.before):
            indicator = (self._theme or self._indicator) + said.before
        if said.nation and not indicator:
            indicator = clean(re.split("[，。；、]", after)[0])
        lifted = indicator and said.verb in _LIFTED
        if lifted and ((changes and said.words) or _GROWS_BY.match(beyond)):
            indicator = said.verb + indicator
        if "元" in unit and not changes:
            indicator = self._paid(indicator, said, after, beyond)
        if said.verb == "支出" and not said.words and self._indicator.endswith("收入"):
            indicator = self._indicator[:-2] + said.verb
        return spent_by(indicator, said.before)

    def _of_this_work(self, indicator: str) -> str:
        """``indicator`` of the work just named: 该工程投入资金."""
        work = self._title or work_in(self._before)
        return indicator if indicator.startswith(work) else work + indicator

    def _of_place(self, indicator: str, subject: str, found: Found) -> str:
        """``indicator``, or, if it only names a place, what is measured of it as of others."""
        named = indicator == subject and subject[-1:] in PLACE_ENDS and PLACE.fullmatch(subject)
        place = subject if named else ""
        of_unit = found.quantity.unit, found.quantity.kind
        if place and (not self._measures or of_unit in self._measures):
            indicator = self._measured_of(place)
        self._place = place if subject else self._place
        self._measures.add(of_unit)
        return indicator

    def _measured_of(self, place: str) -> str:
        """``place`` and what is measured of it as of others: 松湖县 of 渔港36所，其中松湖县3所."""
        measured = self._indicator.removeprefix(self._place)
        if not measured or _AREA_NAMED.search(measured):
            measured = self._labelled or without_task(clean(self._topic))
        if LEVEL.fullmatch(place):
            measured = LEVEL.sub("", measured, count=1)
        return place if PLACE.fullmatch(measured) else place + measured

    def _behind_the_last(self, before: str) -> str:
        """``before`` without what the last number counts, if a verb follows: 在9个村|硬化道路."""
        last = len(self._indicator)
        if last and before.startswith(self._indicator) and opening_verb(before, last):
            return before[last:]
        return before

    def _counted(
        self, said: Subject, after: str, beyond: str, *, changes: bool, households: bool
    ) -> str:
        """What an amount or a growth is of: the noun after it, or else its subject."""
        subject = said.words
        noun = noun_behind(said, after, beyond, changes=changes, households=households)
        told = with_shared_noun(noun, after, beyond) or of_same_thing(
            subject, self._indicator, changes=changes
        )
        if told:
            return told
        if subject and "动" in said.before and _AGENT_MOVES.match(said.before):
            return noun or subject
        return (
            worth_of(subject, noun, after, beyond)
            or noun
            or (subject if _SCOPED.search(said.before) else self._owned(subject))
        )

    def _unsaid(self, verb: str, unit: str) -> str:
        """What a number measures that says nothing of it: what was spoken of before."""
        if unit in _COUNTERS and is_bare(self._indicator.removeprefix(self._owner)):
            return self._owner
        topic = without_task(clean(self._topic))
        return (
            (verb + self._whole if self._whole and verb in _LIFTED else "")
            or self._indicator
            or self._carried()
            or (self._theme if _MOVED.search(topic) else "")
            or topic
            or self._labelled
            or without_task(clean(self._project))
            or verb
            or self._introduction()
            or self._last
        )

    def _remember(self, indicator: str, said: Subject, found: Found) -> None:
        self._anew = False
        self._verb = said.verb or self._verb
        if said.owner:
            self._owner = said.owner
        elif not is_bare(said.words) and not is_share_of(said.words):
            noted = self._note_owner(said.words)
            counts = found.quantity.kind is _AMOUNT and "元" not in found.quantity.unit
            if counts and not noted and not _USED.match(said.before):
                self._owner = indicator
        if said.words and indicator not in self._named:
            self._named.append(indicator)
        if "占" not in indicator or not _OF_PLAN.search(indicator):
            self._indicator = self._last = self._subject = indicator

    def _carried(self) -> str:
        """The measure that a clause without a number spoke of: 投资 of 投资增长加快，全年增长8%."""
        return GROWN.sub("", self._theme) if is_measure(self._theme) else ""

    def deal(self, head: Measured, count: int) -> list[str]:
        """The indicators of a series of ``count`` quantities of which ``head`` is the first.

        Where the series has no subject of its own (，分别增长8%、9%), the last ones named.
        """
        dealt = distribute(head.indicator, count)
        if len(set(dealt)) > 1:
            return [without_area(dealt[0]), *dealt[1:]]
        if head.indicator in _RATES_OF_EACH and self._topic:
            return of_each(clean(self._topic), head.indicator, count)
        if not head.carried:
            self._shared = head.indicator
        elif len(self._named) >= count and head.indicator != self._shared:
            return self._named[-count:]
        return dealt

    def _note_owner(self, phrase: str) -> bool:
        """Whether ``phrase`` begins with an industry, a firm or a place of work: an owner."""
        entity = ENTITY.match(phrase) if ENTITY_SIGNS.search(phrase) else None
        if not entity:
            return False
        behind = phrase[entity.end() :]
        if not behind and phrase.endswith("企业"):
            return False
        if behind and not (is_bare(behind) or _DOES.match(behind) or opening_verb(behind, 0)):
            return False
        self._owner = clean(entity.group())
        return True

    def _owned(self, phrase: str) -> str:
        """``phrase`` with its owner where it is a mere measure (产值, 占全市比重)."""
        phrase = _PLANNED.sub("", phrase) if phrase[1:2] == "划" else phrase
        if left_out := as_before(phrase, self._indicator):
            return left_out
        if phrase in _OF_DEED and not self._owner:
            deed = work_in(self._topic)
            if deed and len(deed) <= _LONGEST_DEED and (phrase != "投资" or self._anew):
                return deed + phrase
        if phrase[-1:] == "率" and WORK_RATE.fullmatch(phrase):
            return works_of(self._indicator, self._topic) + phrase
        if phrase in _INSURED:
            insurance = _INSURANCE.search(self._topic or self._theme)
            return (insurance[0] if insurance else "") + phrase
        if self._project and _SIZE_OF_PROJECT.fullmatch(phrase):
            return self._project + phrase
        owner = self._owner or ("" if phrase.endswith("床位") else self._title)
        if phrase in _SIZES and not self._owner:
            carried = self._subject or self._introduction()
            fits = 0 < len(carried) <= _LONGEST_OWNER and carried[-1] not in "额率重例度速"
            owner = carried if fits else owner
            self._whole = owner
        bare = is_bare(phrase) or ("和" in phrase and all(map(is_bare, phrase.split("和"))))
        if not bare:
            return phrase
        owner = owner or self._opening_owner()
        return phrase if phrase.startswith(owner) else owner + phrase

    def _opening_owner(self) -> str:
        """Whom the sentences before spoke of, if they had no numbers and this says nothing more."""
        if self._named or self._topic:
            return ""
        for words in reversed(self._openings):
            entity = ENTITY.match(words) if ENTITY_SIGNS.search(words) else None
            if entity and _DOES.match(words, entity.end()) and not strip_lead(words)[1]:
                return clean(strip_lead(entity.group())[0])
        return ""

    def _introduction(self) -> str:
        """What the sentence before spoke of, if it had no numbers."""
        words, verb = strip_lead(self._before)
        if not verb and is_measure(words):
            return clean(words)
        theme = "" if verb else theme_of(words)
        return "" if "的" in theme else produce_in(theme)

    def _share(self, said: Subject, after: str) -> str:
        """What a percentage is of: the rate before it, or whom it says what of after it."""
        subject = said.words
        if self._indicator and _CONTRIBUTION.match(said.before):
            return self._indicator.split("占")[0] + said.before
        holding = _HOLDING.match(after)
        if holding and not subject:
            return clean(holding[1]) + clean(holding[2])
        if "覆盖" in {said.verb, said.before[-2:]} and (covered := following(after)):
            return (subject if _AREA.search(subject) else "") + covered
        frame = FRAME.match(after)
        behind = following(strip_lead(after[frame.end() :])[0] if frame else after)
        if not subject and not behind and WORK_RATE.fullmatch(f"{said.verb}率"):
            return WORK_RATE.sub("", self._indicator)
        if not subject or (behind and after[:1] == "的" and _PART_OF_TOWN.search(subject)):
            return behind
        whole = (
            not (frame or subject.endswith("范围"))
            and len(behind) <= _LONGEST_WHOLE
            and not _BEHIND_RATE.match(behind)
        )
        return self._owned(subject) + (behind if whole else "")

    def _paid(self, indicator: str, said: Subject, after: str, beyond: str) -> str:
        """What money is for; of what is invested, the investment in what it is spent on."""
        topic = clean(self._topic)
        purpose = paid_for(indicator, said.verb, topic, after, beyond)
        if purpose or said.verb not in INVESTS:
            return purpose
        acted_on = self._owner or without_task(topic) or self._title
        return investment(said.verb, acted_on, said.before, beyond)


def _without_gaps(words: str) -> str:
    return _GAP.sub("", close_up(words))
