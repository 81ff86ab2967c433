"""What a statement measures or acts on: the shortest noun phrase (codebook sections 1 and 3).

``Reader`` goes through the members of one paragraph in order and carries from one to the next
what Chinese leaves unsaid: the verb of a list, the subject of 增长11%, the owner of 产值.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policydiff.commitments.counted import FRAME, following, without_task
from policydiff.commitments.edges import clean, strip_end, strip_lead
from policydiff.commitments.lexicon import (
    ACTING,
    DEEDS,
    NOUN_VERBS,
    VERBS,
    lexicon,
    opening_verb,
)
from policydiff.commitments.measures import GROWN, PER_UNIT, is_bare, is_measure
from policydiff.commitments.model import Measure
from policydiff.commitments.quantities import Found
from policydiff.commitments.series import LEVEL, PLACE, REGION, distribute
from policydiff.commitments.subjects import ENTITY, ENTITY_SIGNS, Subject, changing, subject_of
from policydiff.commitments.vocabulary import vocabulary
from policydiff.commitments.years import close_up

_SHARE, _AMOUNT = Measure.SHARE, Measure.AMOUNT
_TAKES = re.compile(r"(?:形成|建成|打造|引进|设立|发行|获得|取得|拥有|吸引|签订|推出)了?$")
_WITHIN = re.compile(r"^在[^，]{2,16}中的?(?:占比|比重|份额)$")
_CONTRIBUTION = re.compile(r"^对[^，]+贡献率$")
_THEME = re.compile(
    r"^([^，]{2,24}?)(?:连续[\d一二三四五六七八九十两几多]+年|近[\d一二三四五两几]?年来|首次|逆势|屡[创次]|再创|创|(?:先后|连续|接连|相继|[一二三四五六七八九两]次)?(?:跨越|连跨|跨上|迈上|跃上|登上)|实现[^，]{0,4}(?:翻番|翻倍|倍增|增长|跨越)|稳中|不[仅但]|较[快好]|稳步|平稳|蓬勃|健康|持续|继续|保持|快速|稳定"
    r"|大幅|显著|明显|逐[年步]|增长|增产|增收|下降|提高|发展|增加(?!值))"
)
_SUBJECT = re.compile(r"(?<=..)(?:(?<![业自服])从|(?<![存现所])在)")
_MAKER = re.compile(
    r"(.*(?:企业|工业|农业|商业|制造业|服务业|旅游业|建筑业|园区))(?:经济效益|效益|生产|经营|运行)?$"
)
_GROWTH_NOUN = re.compile(r"的?(?:增长|递增|上升|下降)(?:的?速度|率|幅度|水平)$")
_GROWTH_OF = re.compile(r"的?(?!速度|目标)([^，。；的]{2,10}?)(?:增长|增速)")
_MOVED = re.compile(
    r"(?:增[长产收加]|回升|提高|上升|改善|好转|扩大|下降|回落|减少|壮大|基础上|台阶|大关|关口)$"
)
"""What ends a clause that reports how its subject moved."""
_LONGEST_OWNER = 12
_SIZES = lexicon(
    "规模 保有量 总额 总数 金额 实际金额 协议金额 总量 产量 总产量 营业额 增量 净增量"
    " 在校学生 在校生"
)
"""Measures that leave out whose they are: 总量 after a clause on 经营主体."""
_OUTPUT_OF = re.compile(r"(?:生产|种植)$")
_OF_PLAN = re.compile(
    r"占(?:年度?|全年|年初|预期|调整后?|变动|代编|汇总|收入|支出)*(?:计划|目标|预算|任务)的?$"
)
_DOES = re.compile(
    r"[要将向在异不已继持稳快加蓬积深全稳]|(?:占|实现|完成|达到|总体|年产|预计|健康|平稳|规模|发展|转型|做大|做强|壮大)"
)
_TITLE = re.compile(
    r"(?:园|基地|大厦|中心|谷|城|厂|区|院|街|路|桥|馆|站|港|小镇|项目|工程|集团|公司|产业|业)$"
)
_HEADING = re.compile(r"第.{1,3}[章节篇]|专栏|.{25}")
_ORDINAL = re.compile(r"^[\s（(]*[一二三四五六七八九十\d]+[)）.．、\s]*")
_GOING_OUT = lexicon("外出 务工 外出务工 转移就业 转移输出")
_OF_ALL_REGIONS = re.compile(
    r"^(?:城乡|全体)?(.{2,}(?:率|标准|收入|支出|水平|比例|比重|面积|覆盖面))$"
)
"""What is measured of everybody, and so of a region: 入园率…，其中农村…."""
_AREA_NAMED = re.compile("[区县市镇乡]$|街道$")
_INTRODUCES = re.compile("(?:其中|分别|包括|如下|情况|是|为|即|等|中|下同|看)$")
"""The end of a label that goes on from what stands before it, as 其中： does."""
_PER_OUTPUT = re.compile(rf"{PER_UNIT.pattern}|万元(?:GDP|产值|(?:地区)?生产总值|工业增加值)")
_SHORT_FORMS = dict.fromkeys(
    lexicon("能耗 水耗 电耗 煤耗 用水量 二氧化碳排放 二氧化碳排放量 碳排放"), _PER_OUTPUT
) | dict.fromkeys(("调查失业率", "登记失业率"), re.compile("城镇"))
"""Measures named by their second half after a number of the same owner."""
_SCHOOLS = lexicon("幼儿园 学前 小学 初中 中小学 中学 高中 普通高中 义务教育 公办幼儿园")
_MANNER = re.compile(
    r"(?<=..)(?:持续|不断|明显|显著|稳步|进一步|大幅度?|全面|更加|充分|有效|逐步|加快|基本|率先|顺利|扎实|深入|有序|深度"
    r"|正式|得到|实现|继续|同步|快速|总体|全部|相继|陆续|日益|已|和)+$"
)
_LONGEST_WHOLE = 4
_BEHIND_RATE = re.compile("全|覆盖|达标|安排|掌握|考虑|征收|计征|执行")
_PART_OF_TOWN = re.compile("^占|(?:城|建成|市|库|镇|港)区$")
_AREA = re.compile(r"(?:地区|区域|城市|农村|城镇|城乡)$")
_HOLDING = re.compile(r"^的(.{2,20}?)[均都]?(?:具备|提供|配备|建有|开展|设立)(.{2,})$")
_MERE = lexicon("资金 专项资金 补助资金 财政资金 经费")
_INVESTS = lexicon("投资 总投资 投入")
_GIVER = re.compile(
    r"((?:中央|地方|各级|[省市区县])(?:和地方)?(?:人民)?(?:政府|财政))[拟将共已再累计]*投入$"
)
_OWN_MONEY = lexicon("投资 总投资")
"""Money that is itself measured, not given for a purpose."""
_WORTH = re.compile(r"\s?的\D{0,4}\d+\s?[个项座所条家处]\s?(\w{2,16})")
_WORTH_OF = re.compile(r"\D{0,8}[\d.,，]+[万亿]*元(?:以上)?的([^，。；]{2,})")
_OWN_WORTH = re.compile("(?:计划)?(?:总投资额?|投资总额|投资额)")
_FUNDED = re.compile(
    r"^[，,]?(?:用于)?(?:实施|建设|新建|推进|完成|开工|改造)\D{0,6}[\d一二三四五六七八九十百两]+[个项座所条家处](\w{2,12})"
)
_PAYER = re.compile(
    r"^(?:(?:中央|地方|各级|国家|[全本我]?[省市区县])?(?:预算)?(?:财政|政府|预算)(?:专项)?)?$"
)
_PURPOSE = re.compile(
    r"^[，,]?是?(?:主要|专项|重点|全部)?(?:用于|用来)?(?=增加(?=[^了到至为]{4,}(?:投资|建设))|支持|实施|设立|建立|建设|新建|改造|帮助|补助|资助|推进|解决|加强|开展|购买)([^，。；\d]+)(?=[，。；]|$)"
    r"|^[，,](?=(?:增加|提高|扩大|完善)(?![了到至为约近超一二三四五六七八九十百千两几]))([^，。；\d]+)(?=[，。；]|$)"
    r"|^[，,]?(?:主要|专项|重点|全部)?用于([^，。；\d]+)(?=[，。；]|$)"
)
_FUNDS = re.compile(
    r"^(?:专项|补助|财政)?(?:资金|经费)(?=$|[，,]?(?:支持|用于|帮助|补助|资助|解决))"
)
_COUNTED_IN = re.compile("(?<=..)（按[^（）]*(?:计算|折算|计)）$")
_SURVEYED = re.compile(
    r"(?:根?据|按照?)(?:对)?(.*?)[\d一二三四五六七八九十百千万两]+多?[个家户](.{2,}?)的?(?:统计|调查|测算)$"
)
_THIS = re.compile("这[一个]?个?([^，的]{2,4})$")
_SPENDER = re.compile(
    r"((?:国家|中央|地方|[全本我]?[省市区县乡镇]{1,2}级?)?财政)[^，]{0,6}(?:安排|增加|新增)支出$"
)
SPACE = re.compile(r"\s")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_IS = re.compile("(?<=..)(?:也|就|都|仍|既|还)?是(?![否非])")
_RAISES = lexicon("提高 调高 上调 提升 增加 降低 下调 调低 减少 扩大 缩小")
_ALL_ALONG = re.compile(r"从[^，从到]{1,8}到[^，到]{1,8}|自上而下|上上下下")
_ALL_ALONG_BEGINS = frozenset("从自上")
_TURNED = re.compile(r"[把将].*(?:转为|变为|改为|转化为|转变为)([^，]{2,})$")
_AGENT_MOVES = re.compile(r".{3,}(?:带动|拉动|撬动)")
_OF_SECTOR = re.compile(
    r"(产业|行业|集群|业)((?:年|总)*(?:产值|营业收入|营收|主营业务收入|销售收入|增加值))$"
)
_OF_THING = re.compile(r"([^、]{2,}?)((?:产|销|出口|进口)量|(?:销售|零售|出口|进口)额)")
"""What is measured of a thing, and so of a kind of it: 汽车产量…，其中电动汽车."""
_AND_PEOPLE = re.compile(
    r"[、和及]?\s?[\d.]+万?[多余]?(?:人|名|(?![户个家村]))([\u4e00-\u9fff]{2,})"
)
"""The people of the households counted before them: 1.2万户、3.8万贫困人口."""
_OF_PRODUCE = lexicon("总产 单产 存栏 出栏")
_PRODUCE = re.compile("(.{2,6}?)(?:(?:播种|种植|收获)?面积|总产量?|单产|存栏量?|出栏量?)$")
"""What is grown or raised: 生猪 of 生猪出栏, so that 存栏 behind it is of the same."""
_SHORT_NAME = re.compile(r"(?<=[\u4e00-\u9fff]{3})[（(][A-Za-z&]{2,8}[）)]$")
_TRIES = ("试点", "试行")
"""What is done in those counted: 在8个乡镇试点."""
_PER_HEAD = re.compile("(?:平均每人|每人平均|人均)(?:占有|消费|拥有)")
_SAME_BELOW = re.compile("[（(][^（）()]*下同[）)]")
_PLANNED_FOR = re.compile(r"规划(?:[到至]|(?:19|20)\d\d年|全[省市县区])")
_PLANNED = re.compile("计划(?=总投资|投资额)")
_OF_DEED = lexicon("投资 投资概算 概算 概算投资 概算总投资 总投资概算 全长 总长 总长度")
_DEED = re.compile(r"(?:工程|项目|建设|改造|整治|合作|治理|修复|路|桥|线|园|行动|计划)$")
_LONGEST_DEED = 24
_TROUBLE_OF = re.compile(
    r"[和及与、]\D?[\d一二三四五六七八九十百千万两.多余]+[个户人名村][^，。；]{0,24}的([^，。；的]{1,8}问题)"
)
_SPENT = re.compile(r"(?:投入|支出|资金|经费|补助|转移支付)$")
_ALSO = re.compile(r"^[^，]{2,16}?也(?=大幅|显著|明显|有|相应|同步|增|提|上升|下降|减)")
_LEVEL_ONLY = re.compile("^[国家省市州地县区乡镇村]+级$")
_LEVELLED = re.compile("[国家省市州地县区乡镇村]+级(?=.{2})")
_PER_ONLY = re.compile("每?[百千万]人均?|每?[百千万]人口|人均|户均|每[百千万]?户")
"""A unit of which something is counted, and nothing else: 病床60张，每千人口4张."""
_SAME_LEVELLED = re.compile(
    r"^[和及与、]?\D?[\d一二三四五六七八九十百千万两]+[个所座家项处条][国家省市州地县区乡镇村、和（）]+级(?=.{2})"
)
"""The next member of a list that names the thing for both: 9个县级和3个省级中心."""
_LIFTED = lexicon("新增 新开工 新登记 新签约 新设")
_GROWS_BY = re.compile(r"[，,](?:同比|比上年|比去年|较上年|较去年)?增长(?:\d|[一二三四五六七八九])")
_SCOPED = re.compile(r"全[国省市区县州]|我[国省市区县]")
_HELPS = lexicon("支持 帮助 补助 鼓励 引导")
_LONGEST_HELPED = 5


_TREATED = re.compile(
    r"[^，。；]{1,}?(进行|实施|开展|予以|加以|给予)了?(?=[^，。；]{2})"
    r"([^，。；]*?)(?:工程|项目|任务|行动|工作)?(?=[，。；]|$)"
)
"""What is done to the things counted before it: 对9座桥梁进行检测."""


def _done_to(before: str, after: str) -> str:
    """The deed behind a number of things to which (对) something is done."""
    treated = _TREATED.match(after) if before[:1] == "对" else None
    if not treated:
        return ""
    deed = treated[2][-2:]
    return deed if deed in ACTING or deed in DEEDS else treated[1]


_DONE_FOR = re.compile(
    r"(?:[\d.]+万?[多余]?[户人名])?(?:实施|进行|开展)了?([^，。；、\d]{2,12})(?=[，。；]|$)"
)
"""What is done for those counted before it, of whom nothing else is said: 60户200人实施搬迁."""
_ITEM = re.compile(r"\d\d?(?=[\u4e00-\u9fff]{2})(?![年月日])")
"""The number of an item that nothing parts from its words: 03新建驿站."""
_PLACES_OF = re.compile(
    "(?:[\u4e00-\u9fff]{1,6}?[区县市旗州]、)+[\u4e00-\u9fff]{1,6}?[区县市旗州](?=.{4})"
)
"""The places that a measure is of: 甲县、乙县、丙区补贴标准."""
_UNDER_WAY = re.compile("(?<=...)(?:正在[^，的]{2,4}中?|已经?[^，的]{1,2})$")
"""How far a task has come, behind its name: 某工程正在施工中."""
_NOTED = re.compile(r"(?:[（(][A-Za-z]{2,8}[）)]|[\[［]\d{1,3}[\]］])$")
_THIS_WORK = re.compile(r"(?:[该本此]|这[一个]?个?)(?:工程|项目)(?:共计?|计划)?(?=..)")
_ANSWERS = re.compile(r"^[（(][^（）()]*(?:牵头|负责|配合)(?:单位)?[）)](?=..)")
"""Who answers for what stood before: （市水利局牵头）."""
_BRACKETS = frozenset("（(")
_NOTED_ENDS = frozenset(")）]］")
_THIS_WORK_BEGINS = frozenset("该本此这")
"""The work just named, which owns what is invested in it: 该工程投入资金."""
_AREA_UNITS = frozenset(["%", "‰", "元", "美元", "人", "户", "平方公里"])
"""Units of what is measured of a whole area."""
_PLACED_MEASURE = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?<![均位元价])(?<!经济)(?<!全.)(?=地区生产总值$)"
    r"|(?!对)(?:[\u4e00-\u9fff]{2,5}?(?:[省州旗盟]|(?<![困百十强各个郊])县|(?<![城都股超上门各])市"
    r"|(?<![市城地发园新老山景社郊库灾小县范验护港牧矿成各])区))?(?:全[省市县区州])?(?=..)"
)


_PLACE_SIGNS = frozenset("省州旗盟县市区")
"""One of which every name of an area holds."""


class Measured(NamedTuple):
    """An indicator and the verb that acts on it; either may be empty.

    ``carried`` says that the indicator is that of the number before.
    """

    indicator: str
    action: str
    carried: bool = False


class Reader:
    """Reads the members of one paragraph, in order, and keeps what the next may leave unsaid.

    ``title`` is the innermost heading: it owns 总投资 and 占地面积 where nothing nearer does.

    Kept within a sentence: ``_indicator`` of the last number and all ``_named`` with subjects of
    their own, the ``_verb`` of the list, the ``_owner`` of 产值, the ``_theme`` and ``_topic`` of
    the last clauses without numbers (whose subject a clause reports on; what it acts on), the
    ``_subject`` spoken of last, the ``_whole`` that 总量 was of and what a whole series
    ``_shared``; the ``_measures`` so far and the ``_place`` that the last number was of; whether a
    clause spoke ``_anew`` since then. Over a full stop: the
    ``_last`` indicator, and the last clause ``_before`` it if that sentence had no numbers.
    """

    def __init__(self, title: str = "", *, spaced: bool = True) -> None:
        """Start with nothing to carry but ``title``; ``spaced`` text may hold white space."""
        self._spaced = spaced
        self._last = self._introduced = ""
        self._named: list[str] = []
        self._title = _thing_in(title)
        self.new_sentence()

    def new_sentence(self) -> None:
        """Forget what does not carry over a full stop."""
        self._before = "" if self._named else self._introduced
        self._indicator = self._verb = self._owner = self._topic = self._theme = ""
        self._subject = self._whole = self._introduced = self._shared = self._place = ""
        self._named = []
        self._measures: set[tuple[str, Measure]] = set()
        self._anew = False

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
            rest = _without_predicate(clean(rest))
            rest = _IS.split(rest)[0] if "是" in rest else rest
        elif verb in _RAISES:
            self._theme = ""
        self._topic = rest

    def introduce(self, words: str) -> None:
        """Keep the last clause of a sentence without numbers, for the sentence after it."""
        self._introduced = words

    def label(self, words: str) -> None:
        """Keep the thing that a label names (停车场：新建2处), for numbers of nothing else."""
        if not strip_lead(words)[1]:
            self._topic = words
            if not _INTRODUCES.search(words):
                self._indicator = self._place = ""

    def note_theme(self, words: str) -> None:
        """Keep what a clause speaks of (粮食连续增产): the numbers after it may leave it unsaid."""
        this = _THIS.match(words) if words[:1] == "这" else None
        if this and self._before.endswith(this[1]):
            self._indicator = clean(strip_lead(self._before)[0])
            return
        theme = _theme_of(words)
        named = clean(words) if is_measure(words) else ""
        self._theme = theme or named or self._theme
        if theme or named:
            self._subject = _OUTPUT_OF.sub("", self._theme)
        leaps = words.endswith(("台阶", "大关", "关口"))
        if is_measure(self._theme) or (theme and (leaps or _ALSO.match(words))):
            self._indicator = ""
        elif theme and (maker := _MAKER.match(self._theme)):
            self._owner = maker[1]

    def quantity(
        self, before: str, lead: str, found: Found, after: str, beyond: str = ""
    ) -> Measured:
        """What a quantity measures, between the words ``before`` and ``after`` it.

        ``lead`` are the words that lead to the number (达到, 不少于); ``beyond`` is what
        stands after the statement.
        """
        quantity = found.quantity
        if self._spaced and (SPACE.search(before) or SPACE.search(after)):
            before, after, beyond = map(_without_gaps, (before, after, beyond))
        before = self._behind_the_last(before)
        if "下同" in before:
            before = _SAME_BELOW.sub("", before)
        if before[:2] == "规划" and _PLANNED_FOR.match(before):
            before = before[2:]
        item = _ITEM.match(before) if before[:1].isdigit() else None
        if item and (before[0] == "0" or opening_verb(before, item.end())):
            before = before[item.end() :]
        if before[:1] in _BRACKETS:
            before = _ANSWERS.sub("", before)
        this = _THIS_WORK.match(before) if before[:1] in _THIS_WORK_BEGINS else None
        before = before[this.end() :] if this else before
        changes = changing(found)
        places = self._indicator.endswith("学位") and quantity.unit in {"个", "位"}
        said = subject_of(before, lead, found, after)
        subject, verb = said.words, said.verb
        subject += "学位" if places and subject in _SCHOOLS else ""
        if said.onward:
            after = ""
        if quantity.kind is _SHARE:
            indicator = self._share(said, after)
        else:
            if changes and not subject and (growth := _GROWTH_OF.match(after)):
                subject = "经济增长" if growth[1] == "经济" else growth[1]
            indicator = self._counted(
                said, subject, after, beyond, changes=changes, households=quantity.unit == "户"
            )
            if lead[-1:] == "在" and indicator.endswith(_TRIES):
                indicator = indicator[:-2]
        if said.before.startswith("在") and _WITHIN.match(said.before):
            indicator = (self._theme or self._indicator) + said.before
        if said.nation and not indicator:
            indicator = clean(re.split("[，。；、]", after)[0])
        if indicator and verb in _LIFTED and ((changes and subject) or _GROWS_BY.match(beyond)):
            indicator = verb + indicator
        if "元" in quantity.unit and not changes:
            indicator = self._paid(indicator, verb, said.before, after, beyond)
        if verb == "支出" and not subject and self._indicator.endswith("收入"):
            indicator = self._indicator[:-2] + verb
        if indicator.endswith("支出") and (spender := _SPENDER.search(said.before)):
            indicator = spender[1] + "支出"
        if indicator[-1:] in _NOTED_ENDS:
            indicator = _NOTED.sub("", indicator)
        if this and indicator and indicator == subject:
            work = self._title or _last_deed(self._before)
            indicator = indicator if indicator.startswith(work) else work + indicator
        if (changes or quantity.unit in _AREA_UNITS) and _is_placed(indicator):
            indicator = _PLACED_MEASURE.sub("", indicator)
        if "、" in indicator and (several := _PLACES_OF.match(indicator)):
            measure = indicator[several.end() :]
            indicator = measure if is_measure(measure) else indicator
        if "正在" in indicator or "已" in indicator:
            indicator = _UNDER_WAY.sub("", indicator)
        if indicator.startswith("城区") and indicator.endswith("率"):
            indicator = indicator[2:]
        if not indicator and quantity.unit in {"户", "人", "名"}:
            done_for = _DONE_FOR.match(after or beyond)
            indicator = clean(done_for[1]) if done_for else ""
        indicator = indicator or self._unsaid(verb) or clean(said.before + after) or quantity.unit
        place = subject if indicator == subject and PLACE.fullmatch(subject) else ""
        of_unit = quantity.unit, quantity.kind
        if place and (not self._measures or of_unit in self._measures):
            indicator = self._measured_of(place)
        indicator = _SHORT_NAME.sub("", indicator) if indicator[-1] in "）)" else indicator
        carried = indicator == self._indicator and not subject
        level = "达到" if subject and lead.strip() else ""
        action = found.change or _done_to(said.before, after) or verb or level or self._verb
        self._remember(indicator, verb, subject, said.owner, found)
        self._place = place if subject else self._place
        self._measures.add(of_unit)
        return Measured(indicator, action, carried)

    def _measured_of(self, place: str) -> str:
        """``place`` and what is measured of it as of others: 松湖县 of 渔港36所，其中松湖县3所."""
        measured = self._indicator.removeprefix(self._place)
        if not measured or _AREA_NAMED.search(measured):
            measured = without_task(clean(self._topic))
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
        self,
        said: Subject,
        subject: str,
        after: str,
        beyond: str,
        *,
        changes: bool,
        households: bool,
    ) -> str:
        """What an amount or a growth is of: the noun after it, or else its subject."""
        behind = after[:1] == "的" and not REGION.fullmatch(subject)
        own = subject and (changes or (behind and not _TAKES.search(said.before)))
        indicator = "" if own or (changes and after[:1] == "的") else following(after)
        if households and not (subject or indicator) and (people := _AND_PEOPLE.match(beyond)):
            indicator = following(people[1]) or indicator
        level_only = indicator.endswith("级") and _LEVEL_ONLY.match(indicator)
        levelled = _SAME_LEVELLED.match(beyond) if level_only else None
        if levelled:
            return indicator + following(beyond[levelled.end() :])
        if indicator and "元" in beyond and is_bare(indicator):
            worth_of = _WORTH_OF.match(beyond)
            indicator = following(worth_of[1]) if worth_of else indicator
        if subject and (indicator in NOUN_VERBS or indicator in _GOING_OUT):
            indicator = ""
        if not indicator and after[:1] == "的" and _OWN_WORTH.fullmatch(subject):
            thing = following(after)
            if thing and not is_bare(thing):
                return thing + subject
        if "问题" in after or "问题" in beyond:
            trouble = _TROUBLE_OF.match(beyond)
            if trouble and indicator:
                return f"{indicator}的{trouble[1]}"
            whose = following(after)
            if after[:1] == "的" and whose.endswith("问题"):
                return whose
        if subject in _OF_PRODUCE and (produce := _PRODUCE.match(self._indicator)):
            return produce[1] + subject
        if subject and changes:
            of_thing = _OF_THING.fullmatch(self._indicator)
            if of_thing and subject != of_thing[1] and subject.endswith(of_thing[1]):
                return subject + of_thing[2]
        if subject and "动" in said.before and _AGENT_MOVES.match(said.before):
            return indicator or subject
        worth = _WORTH.match(beyond) if is_bare(subject) else None
        if worth:
            return following(worth[1]) + subject
        return indicator or (subject if _SCOPED.search(said.before) else self._owned(subject))

    def _unsaid(self, verb: str) -> str:
        """What a number measures that says nothing of it: what was spoken of before."""
        topic = without_task(clean(self._topic))
        return (
            (verb + self._whole if self._whole and verb in _LIFTED else "")
            or self._indicator
            or self._carried()
            or (self._theme if _MOVED.search(topic) else "")
            or topic
            or verb
            or self._introduction()
            or self._last
        )

    def _remember(self, indicator: str, verb: str, subject: str, owner: str, found: Found) -> None:
        self._anew = False
        self._verb = verb or self._verb
        if owner:
            self._owner = owner
        elif not is_bare(subject) and not _is_share_of(subject):
            noted = self._note_owner(subject)
            counts = found.quantity.kind is _AMOUNT and "元" not in found.quantity.unit
            if counts and not noted:
                self._owner = indicator
        if subject and indicator not in self._named:
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
            first = _PLACED_MEASURE.sub("", dealt[0]) if _is_placed(dealt[0]) else dealt[0]
            return [first, *dealt[1:]]
        if not head.carried:
            self._shared = head.indicator
        elif len(self._named) >= count and head.indicator != self._shared:
            return self._named[-count:]
        return dealt

    def _note_owner(self, phrase: str) -> bool:
        """Whether ``phrase`` begins with an industry, a firm or a place of work: an owner."""
        entity = None if ENTITY_SIGNS.isdisjoint(phrase) else ENTITY.match(phrase)
        if not entity:
            return False
        behind = phrase[entity.end() :]
        if behind and not (is_bare(behind) or _DOES.match(behind) or opening_verb(behind, 0)):
            return False
        self._owner = clean(entity.group())
        return True

    def _owned(self, phrase: str) -> str:
        """``phrase`` with its owner where it is a mere measure (产值, 占全市比重)."""
        phrase = _PLANNED.sub("", phrase) if phrase[:2] == "计划" else phrase
        sector = _OF_SECTOR.search(self._indicator) if phrase[-1:] in "业群" else None
        if sector and phrase.endswith(sector[1]):
            return phrase + sector[2]
        per_head = _PER_HEAD.match(self._indicator) if "人" in self._indicator else None
        if per_head and 0 < len(phrase) <= _LONGEST_WHOLE and not is_measure(phrase):
            return phrase if _PER_HEAD.match(phrase) else per_head[0] + phrase
        if phrase in _OF_DEED and not self._owner:
            deed = _last_deed(self._topic)
            if deed and len(deed) <= _LONGEST_DEED and (phrase != "投资" or self._anew):
                return deed + phrase
        if phrase[-1:] == "级" and _LEVEL_ONLY.match(phrase):
            levelled = _LEVELLED.match(self._indicator)
            return phrase + self._indicator[levelled.end() :] if levelled else phrase
        if phrase[-1:] in "口人均户" and _PER_ONLY.fullmatch(phrase) and self._indicator:
            return phrase + PER_UNIT.sub("", self._indicator)
        if REGION.fullmatch(phrase):
            region = REGION.match(self._indicator)
            if region and phrase != region.group():
                return phrase + self._indicator[region.end() :]
            whole = None if region else _OF_ALL_REGIONS.match(self._indicator)
            if whole:
                return phrase + whole[1]
        owners = _SHORT_FORMS.get(phrase)
        if owners and (short_of := owners.match(self._indicator)):
            return short_of.group() + phrase
        if _is_share_of(phrase):
            return self._indicator + phrase
        owner = self._owner or self._title
        if phrase in _SIZES and not self._owner:
            carried = self._subject or self._introduction()
            fits = 0 < len(carried) <= _LONGEST_OWNER and carried[-1] not in "额率重例度速"
            owner = carried if fits else owner
            self._whole = owner
        if is_bare(phrase) and not phrase.startswith(owner):
            return owner + phrase
        return phrase

    def _introduction(self) -> str:
        """What the sentence before spoke of, if it had no numbers."""
        words, verb = strip_lead(self._before)
        if not verb and is_measure(words):
            return clean(words)
        theme = "" if verb else _theme_of(words)
        return "" if "的" in theme else _OUTPUT_OF.sub("", theme)

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
        if not subject or (behind and after[:1] == "的" and _PART_OF_TOWN.search(subject)):
            return behind
        whole = (
            not (frame or subject.endswith("范围"))
            and len(behind) <= _LONGEST_WHOLE
            and not _BEHIND_RATE.match(behind)
        )
        return self._owned(subject) + (behind if whole else "")

    def _paid(self, indicator: str, verb: str, before: str, after: str, beyond: str) -> str:
        """What money is for, where only who gives it is said (财政安排3亿元，用于支持…).

        Of what is invested, the investment in what it is spent on.
        """
        funds = _FUNDS.match(after)
        purpose = _PURPOSE.match((after[funds.end() :] if funds else after) + beyond)
        paid = _PAYER.match(indicator)
        if purpose and (paid or funds) and verb not in _OWN_MONEY:
            return clean(_object(purpose[1] or purpose[2] or purpose[3]))
        topic = clean(self._topic)
        if topic and (
            (indicator and paid and _SPENT.search(topic)) or (funds and indicator in _MERE)
        ):
            return topic
        if indicator or verb not in _INVESTS:
            return indicator
        spent = _FUNDED.match(beyond)
        acted_on = self._owner or without_task(clean(self._topic)) or self._title
        object_ = clean(spent[1]) if spent else acted_on
        giver = _GIVER.search(before)
        return object_ + "投资" if object_ else (giver[1] if giver else "") + verb


@lru_cache(maxsize=256)
def _thing_in(title: str) -> str:
    """The thing that a heading names (二、北港产业园), or nothing."""
    ordinal = _ORDINAL.match(title)
    title = title[ordinal.end() if ordinal else 0 :].strip()
    names_a_thing = _TITLE.search(title) and not _HEADING.match(title)
    return title if names_a_thing and not opening_verb(title, 0) else ""


def _is_placed(indicator: str) -> bool:
    """Whether a headline measure has the name of its area before it: 林川县城镇化率."""
    if _PLACE_SIGNS.isdisjoint(indicator):
        return False
    placed = _PLACED_MEASURE.match(indicator)
    return placed is not None and indicator[placed.end() :] in vocabulary().measures


def _without_gaps(words: str) -> str:
    return _GAP.sub("", close_up(words))


def _is_share_of(phrase: str) -> bool:
    """Whether a phrase is a share that does not say of what: 占比, 占全市三成; not 占地."""
    return phrase in {"比重", "比例", "完成率"} or (phrase[:1] == "占" and phrase[1:2] != "地")


def _theme_of(words: str) -> str:
    """What a clause reports on (粮食 of 粮食连续增产), or nothing."""
    theme = None if _GROWTH_NOUN.search(words) else _THEME.match(words)
    return clean(strip_end(_SUBJECT.split(theme[1])[0])) if theme else ""


def _object(words: str) -> str:
    """What the last of a chain of verbs acts on: 加强公共卫生 in 支持地方加强公共卫生."""
    rest, verb = strip_lead(words)
    for helped in range(2, _LONGEST_HELPED + 1):
        if verb in _HELPS and opening_verb(rest, helped):
            return strip_lead(rest[helped:])[0] or rest
    return rest


def _without_predicate(phrase: str) -> str:
    """The subject of a clause that ends in its verb: 服务水平 of 服务水平稳步提升."""
    verb = phrase[-2:]
    if len(phrase) < 5 or verb not in VERBS:
        return phrase
    subject = _MANNER.sub("", phrase[:-2])
    nominal = verb in NOUN_VERBS and len(subject) == len(phrase) - 2
    return phrase if nominal else _without_predicate(strip_end(subject))


def _last_deed(topic: str) -> str:
    """The work that a clause before spoke of, if its last word is one: 北环路工程."""
    deed = without_task(clean(topic)) if not _DEED.search(topic) else clean(topic)
    return deed if _DEED.search(deed) else ""
