"""What a statement measures or acts on: the shortest noun phrase (codebook sections 1 and 3).

``Reader`` goes through the members of one paragraph in order and carries from one to the next
what Chinese leaves unsaid: the verb of a list, the subject of 增长11%, the owner of 产值.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.commitments.clauses import hide
from policydiff.commitments.lexicon import (
    ADVERB_OR_SCOPE,
    COMPOUND_TAIL,
    NOUN_VERBS,
    VERBS,
    leading,
    word_set,
)
from policydiff.commitments.model import Measure
from policydiff.commitments.quantities import Found
from policydiff.commitments.vocabulary import vocabulary

_TIME = re.compile(
    r"(?:力争|争取|确保)?(?:[到至自从]|截至|截止)?(?:[“\"]?[一二三四五六七八九十]{1,2}五[”\"]?(?:规划)?(?:期间|时期|期末|末期?|以来|初期?)?"
    r"|(?:19|20)\d{2}(?:[-—–~～至](?:19|20)?\d{2,4})?年?(?:度)?|二[〇○零]\w{2}年|今后\w{1,2}年|未来\w{1,2}年|[过近前]\w?[一二三四五六七八九十]年"
    r"|[一二三四五六七八九十两\d]年(?:来|内|多来)|本世纪末?|本届\w{0,4}|[今明去前]年|上年|当年|全年|年内|年度|上半年|下半年|[一二三四]季度|年[底末初]|期间)"
    r"(?:[底末初前内以间中起来]|以前|以来|年底|年末|上半年|下半年|\d{1,2}月)*[，,]?"
)
_JOINT = re.compile(r"(?:以及|并且|和|及|与|或|并|、)(?=.)")
_ASPECT = re.compile(r"[了着过]|起来|出")
_DETERMINER = re.compile(r"(?:各[项类种级]|一批|一系列|一项|这些|上述|等|多个|若干|大批)+")
_LABEL_MARK = re.compile(r"^[\s“”\"、，,：:；;的地得]+(?!.*”)|^[\s、，,：:；;的地得]+")

_STATE = re.compile(
    r"(?:动态[清为]?|保持|维持|总数|总量|数量|实现|完成|达到|达成|预计|预期|力争|争取|将|要|需|已|均|都|分别|各自?"
    r"|全年|年均|每年|累计|同比|比上年|较上年|比去年|同期|平均|继续|持续|基本|全部|共|总计|合计|为|是|有|至少|不少于|约|近|超|达|到"
    r"|提升|提高|增加|扩增|扩大|增|[:：、，,\s])+$"
)
_OPENERS = re.compile(r"^(?:对|为|向|把|将|由|从|按|给|于|使|让|在)(?![于外口])")
_ETC = re.compile(r"(?<![中高初同平对均优相特何我你他])等(?![级次候待额于同高比])")
_RELATIVE = re.compile(
    r"^(?:具有|具备|以|能够?|可|符合|达到|拥有|面向|从事|有|享受|适合|服务).*的(?=.{2,})"
)
_CHANGE_TO = re.compile(r"[由从]$")

_BARE = re.compile(
    r"^(?:总|年|其|年均|累计|计划|预计|估算|完成|平均|实际|全口径|本地)*"
    r"(?:产值|总产值|增加值|工业总产值|销售收入|主营业务收入|营业收入|销售额|交易额|税收|利税|利润|利税总额|投资|投资额|总投资额?|投资总额"
    r"|占地面积?|建筑面积|建设面积|总面积|面积|规模|总规模|产能|产量|占比|比重|比例|总额|总量|增速|覆盖率|床位|开放床位|服务半径|就业|收入)$"
)
_SHARE_OF = re.compile(r"^占")
_ENTITY = re.compile(
    r"^.{1,24}?(?:产业|(?<![产企就事创毕行作营主物])业(?![务绩态主园]|集群)|工厂|集团|公司|园区|产业园|开发区|企业|基地|医院|学校|大厦)"
)
_TITLE = re.compile(
    r"(?:园|基地|大厦|中心|谷|城|厂|区|院|街|路|桥|馆|站|港|小镇|项目|工程|集团|公司|产业|业)$"
)
_ORDINAL_TITLE = re.compile(r"^[\s（(]*[一二三四五六七八九十\d]+[)）.．、\s]*")
_MEASURE_HEAD = re.compile(
    r"(?:人均|平均)\S+$|(?:工业)?(?:总产值|产值|增加值)$|(?:营业|销售|经营|主营业务)?(?:收入|额)$|[^，]{0,2}(?:面积|产量|投资|利润|税收|比重|占比|贷款|余额|人数|数量|总量|规模|价格)$"
)
_RATE = re.compile(r"[^的]{2,}率$")
_POPULATION = re.compile(
    r"^(.*?(?:企业|居民|人口|机构|家庭|学校|农村|城镇|城乡|单位|人员|群体|老年人))(?=.{2,})"
)

_PREDICATES = word_set(
    """
    签约落地 签约 落地 开工建设 开工 竣工投产 竣工 投产 正式 全面 全部 实现 完成
    达到 取得 进行 实施 开展 获得 获评 获批 获 建成投用 建成使用 建成 投入使用
    投入 交付使用 交付 对外开放 开放 运营 投用 具备 提供 新配备 配备 成立 组建
    参与 参加 纳入 上线 通过 列入 有效 加快 顺利 如期 有序 启动 稳步 基本 投向
    入驻 落户 得到 予以 给予 申报 进入 晋升 入选 荣获 形成 达标 同步 率先 已
    均 全 分别 将 提升 增长 免费 达 接入 覆盖 受益 入库 使用 创建 推进
    """
) | word_set(
    """
    改造提升 提升改造 升级改造 整治提升 改造升级 改造 整治 更新 升级 建设 维修
    治理 修复 回迁
    """
)
_TASK = re.compile(
    r"(?:的)?(?:改造提升|提升改造|升级改造|整治提升|综合整治|改造升级|更新改造|新建改建|改造|建设|整治|更新|升级|维修|治理|修复|创建)"
    r"(?:和养护|任务|工程|工作)?$"
)
_ACTION_NOUN = re.compile(r"(?<=.{4})(?:改造|建设|整治|治理|修复|维修)$")

_MIDDLE = word_set(
    """
    新增 增设 新建 扩建 改扩建 建成 引进 拥有 形成 完成 实现 年产 新签约 获得
    得到 安置 发放 投入 配备 聚集 集聚 打造 培育 创建 成立 设立 组建 举办 开展
    实施 建设 签约 达成 筹集 提供 吸引 配建 交付 改造 谋划 生产 生产出 产出
    安排 建立 争取 承办 组织 减免 带动 帮助 支持 救助 吸纳 出口 引入 储备
    累计完成 培训 解决 覆盖 铺设 开工建设 开工 竣工
    """
)
_LIFTED = re.compile(r"^(?:新增|新开工|新登记|新签约|新设)")


@dataclass(slots=True)
class Context:
    """What later members of a sentence may leave unsaid."""

    indicator: str = ""
    verb: str = ""
    owner: str = ""
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator and the verb that acts on it; either may be empty."""

    indicator: str
    action: str


class Reader:
    """Reads the members of one paragraph, in order.

    ``title`` is the innermost heading: it owns 总投资 and 占地面积 where nothing nearer does.
    """

    def __init__(self, title: str = "") -> None:
        """Start with nothing to carry but ``title``."""
        title = _ORDINAL_TITLE.sub("", title).strip()
        self._title = title if _TITLE.search(title) and len(title) <= 24 else ""
        self._context = Context()

    def new_sentence(self) -> None:
        """Forget what does not carry over a full stop."""
        self._context = Context()

    def statement(self, words: str) -> Measured:
        """The object and action of a clause without a number."""
        rest, verb = strip_lead(words)
        context = self._context
        entity = _ENTITY.match(rest)
        if entity and len(entity.group()) >= 2:
            context.owner = clean(entity.group())
        object_ = clean(_TASK.sub("", rest)) or clean(rest)
        if verb:
            context.verb = verb
        return Measured(object_, verb)

    def quantity(self, text: str, start: int, end: int, found: Found) -> Measured:
        """What the one quantity of ``text[start:end]`` measures."""
        quantity, context = found.quantity, self._context
        before = text[start : max(start, min(found.lead, quantity.start))]
        after = text[found.tail : end]
        changes = quantity.kind in {Measure.GROWTH, Measure.POINTS} or bool(found.change)
        rest, verb = strip_lead(_trail(before))
        rest = self._subject(_trail(rest))
        indicator = ""
        if rest and not _SHARE_OF.match(rest):
            entity = _ENTITY.match(rest)
            if entity and entity.end() < len(rest):
                context.owner = clean(entity.group())
        etc = _ETC.split(hide(rest))
        if len(etc) > 1:
            rest = rest[len(rest) - len(etc[-1]) :]
            rest = strip_lead(rest)[0] if rest else rest
        if not changes:
            indicator = following(after)
        if rest and not (indicator and (len(etc) > 1 or not _keeps_subject(rest))):
            indicator = self._owned(clean(rest)) + (
                indicator if indicator and quantity.kind is Measure.SHARE else ""
            )
        elif not indicator or (changes and not rest):
            indicator = self._carried(verb)
        if not indicator and verb:
            indicator = verb
        if not verb and not changes and not rest:
            verb = context.verb
        action = found.change or verb or context.verb
        if verb:
            context.verb = verb
        if not changes and quantity.kind is Measure.AMOUNT and quantity.unit not in {"元", "美元"}:
            context.counted = indicator
        context.indicator = indicator
        return Measured(indicator, action)

    def _subject(self, rest: str) -> str:
        """The object after the last verb inside ``rest``; what stands before it is the owner."""
        hidden = hide(rest)
        names = vocabulary().measures
        if rest in names:
            return rest
        for position in range(len(hidden) - 2, 1, -1):
            length = leading(hidden, position, _MIDDLE)
            if not length:
                continue
            behind = rest[position + length :]
            if (
                len(behind) < 2
                or COMPOUND_TAIL.match(behind)
                or behind[0] in "占的、和及与并或等"
                or any(rest[cut:] in names for cut in range(position + 1))
            ):
                continue
            owner = _trail(_OPENERS.sub("", rest[:position]))
            entity = _ENTITY.match(owner)
            if entity and entity.end() == len(owner):
                self._context.owner = clean(owner)
                if rest[position : position + length].startswith("年产"):
                    return owner + behind
            return strip_lead(behind)[0] or behind
        return rest

    def _owned(self, phrase: str) -> str:
        """``phrase`` with its owner where it is a mere measure (产值, 占全市比重)."""
        context = self._context
        if _SHARE_OF.match(phrase) or phrase in {"占比", "比重", "占全市比重"}:
            return context.indicator + phrase
        if _BARE.match(phrase):
            owner = context.counted or context.owner or self._title
            if owner and not phrase.startswith(owner):
                return owner + phrase
        return phrase

    def _carried(self, verb: str) -> str:
        context = self._context
        if _LIFTED.match(context.verb) and not verb and context.indicator:
            return context.indicator
        return context.indicator


def distribute(phrase: str, count: int) -> list[str]:
    """The ``count`` indicators that 分别 deals a series out to; the phrase for each otherwise.

    A shared measure at the end (产值) is copied to every member, so is a shared owner at the
    beginning (企业) of rates.
    """
    hidden = hide(phrase)
    parts: list[str] = []
    for separators in ("、", "、和", "、和及与"):
        parts = _split(phrase, hidden, separators)
        if len(parts) >= count:
            break
    if len(parts) != count or count < 2:
        return [phrase] * count
    last = parts[-1]
    head = _MEASURE_HEAD.search(last)
    if head and head.start() > 0:
        parts = [part if _MEASURE_HEAD.search(part) else part + head.group() for part in parts]
    owner = _POPULATION.match(parts[0])
    if owner and all(_RATE.search(part) for part in parts):
        parts = [parts[0]] + [
            part if _POPULATION.match(part) else owner[1] + part for part in parts[1:]
        ]
    return [clean(part) for part in parts]


def _split(phrase: str, hidden: str, separators: str) -> list[str]:
    parts, start = [], 0
    for position, mark in enumerate(hidden):
        if mark in separators:
            parts.append(phrase[start:position])
            start = position + 1
    parts.append(phrase[start:])
    return [part for part in parts if part]


def strip_lead(words: str) -> tuple[str, str]:
    """``words`` without the time, adverbs and verbs that open it, and the last of those verbs.

    A phrase that is a headline measure (城镇新增就业, 实际利用外资) is left whole.
    """
    names = vocabulary().measures
    position, verb = 0, ""
    while position < len(words):
        rest = words[position:]
        if rest in names:
            break
        mark = _LABEL_MARK.match(rest)
        if mark and mark.end():
            position += mark.end()
            continue
        time = _TIME.match(rest)
        if time and time.end() < len(rest):
            position += time.end()
            continue
        length = leading(words, position, VERBS)
        if length and not _compound(words, position, length):
            verb = words[position : position + length]
            position += length
            aspect = _ASPECT.match(words, position)
            position = aspect.end() if aspect else position
            continue
        length = leading(words, position, ADVERB_OR_SCOPE)
        if length > 1 or (length and _opens(words, position + 1)):
            position += length
            continue
        determiner = _DETERMINER.match(rest)
        if determiner and determiner.end() < len(rest):
            position += determiner.end()
            continue
        joint = _JOINT.match(rest)
        if joint and verb and _opens(words, position + joint.end()):
            position += joint.end()
            continue
        opener = _OPENERS.match(rest)
        if opener and not verb:
            position += opener.end()
            continue
        break
    return words[position:], verb


def _opens(words: str, position: int) -> bool:
    length = leading(words, position, VERBS)
    return bool(length) and not _compound(words, position, length)


def _compound(words: str, position: int, length: int) -> bool:
    """Whether the verb at ``position`` is the first half of a noun: 投资总额, 服务业."""
    end = position + length
    if words[position:end] not in NOUN_VERBS:
        return False
    return end < len(words) and bool(COMPOUND_TAIL.match(words, end))


def following(after: str) -> str:
    """The noun phrase right after a number: 配套项目 in 77个配套项目签约落地, or nothing."""
    words = after.lstrip()
    words = words[1:] if words.startswith("的") else words
    if not words or words[0] in "，。；、,;:：）)和及与并或以而且左上":
        return ""
    words = _RELATIVE.sub("", words, count=1)
    hidden = hide(words)
    stop = len(words)
    for position, mark in enumerate(hidden):
        if mark in "，。；,;（(：:":
            stop = position
            break
        length = leading(hidden, position, _PREDICATES)
        if (
            length
            and not (position == 0 and COMPOUND_TAIL.match(words, length))
            and not (position and COMPOUND_TAIL.match(hidden[position + length :]))
        ):
            stop = position
            break
    phrase = clean(words[:stop])
    return clean(_TASK.sub("", phrase)) or phrase


def clean(phrase: str) -> str:
    """``phrase`` without inner times, white space, and marks or particles at its ends."""
    phrase = re.sub(r"\s+", "", phrase)
    phrase = re.sub(r"(?:[到至])?(?:19|20)\d{2}年(?:底|末|前)?", "", phrase)
    phrase = phrase.strip("、，,：:；;。·—-的和及与并或")
    for opening, closing in ("“”", "（）", "()", "《》"):
        if phrase.count(opening) != phrase.count(closing):
            phrase = phrase.strip(opening + closing)
    return phrase


def _trail(words: str) -> str:
    return _STATE.sub("", words) if words else words


def _keeps_subject(rest: str) -> bool:
    return False
