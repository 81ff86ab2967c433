"""The noun phrase before a number: what it measures (codebook sections 1 and 3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.clauses import hide
from policydiff.commitments.counted import FRAME
from policydiff.commitments.edges import DIGITED_YEAR, WHOLE, clean, strip_end, strip_lead
from policydiff.commitments.lexicon import COMPOUND_TAIL, NOUN_VERBS, lexicon, opening_verb
from policydiff.commitments.measures import BARE, STRAY
from policydiff.commitments.model import Measure
from policydiff.commitments.patterns import any_of
from policydiff.commitments.quantities import Found
from policydiff.commitments.vocabulary import vocabulary

_AGAINST = re.compile(
    rf"[，,]?(?:[比较同与]|相比于?)(?:[上去前]一?年|上一?个?[^，]{{1,3}}年|{DIGITED_YEAR}年|计划|目标|现在|目前|[^，]{{1,12}}?年"
    r"|[^，的]{2,9}(?:期间|时期)的?)"
    r"(?:同期|末|底|实际|平均|预算|计划|水平|年初|年末|执行数|决算|[增减]?产)*(?:相比)?(?=[，,]?$|(?:平均)?每年)"
)
_SET_OUT = re.compile(
    rf"(?:(?<![现存所正潜])[由从自在](?:{DIGITED_YEAR}年|[上去前]年|年初)?(?:末|底)?的?|比?(?:{DIGITED_YEAR}年|[上去前]年)的)$"
)
_COMPARES = re.compile("[比较同与相]")
_SET_OUT_ENDS = frozenset("由从自在年初末底的")
_SETTING = re.compile(r"在[^，]{2,30}?(?:基础上|情况下|条件下|年景下|前提下)|在[^，]{0,8}执行中")
_COMPARED = re.compile(
    r"^(?:是|约为|相当于|等于|这[一个]?个?(?:速度|增速|水平|比例|数字)|上述(?:速度|水平))"
)
_WHOLE = re.compile(r"(?<=.{2})(?:为|是|占|在)全[国省市区县州](?!.*(?:比重|比例|份额)$).*$")
_FROM_TO = re.compile(r"从.{2,12}?到.{2,14}?(?=整体|平均|总体|全流程)")
_TAKING = re.compile(r"^(?:大大|远远|明显|略)?(?:超过|高于|快于|低于|好于)了?")
_NEARS = re.compile(r"(?<=..)(?:已|已经)?(?:接近|超过|相当于)[^，]{2,16}的$")
_MORE_THAN = re.compile(r"比(?:[去上前同全预计目现原“]|年初|\d|[一二三四五六七八九]|$)")
_BUILT = re.compile(
    r"(?<=.{3})(?:新建)?(?:建成投用|建成通车|建成|通车)$|(?<=..)(?:建成)?投入(?:运营|运行|使用)$|(?<=.{3})投产$"
)
_PERIOD = re.compile(
    r"^(?:[^，]*的)?(?:[“\"]?十?[一二三四五六七八九十]五[”’\"]?(?:计划)?(?:时期|期间)"
    rf"|(?:{DIGITED_YEAR}年?[和、至到])*{DIGITED_YEAR}年?(?:[两三四五]年)?)$"
)
"""A time that is spoken of like a thing: “一五”时期增长4%."""
_RELATIVE = re.compile("(?:就业|居住|就读|务工|经商|注册)的")
_PLAN = re.compile(
    r"^(?:高于|低于|好于|快于|超过?|超出|[塌欠差低高]|落后于?|完成|距)?(?:年度|全年|年初|预期|原定|既定|调控|增长)*(?:目标|计划|预期|预算|任务)的?$"
)
"""What was planned: the subject of a deviation from it is spoken of before."""
_VARIANT = re.compile(r"^[（(](?:不?包括|不?含|扣除|剔除)")
_NATION = re.compile(r"^全[国省市区县州]有?$")
_ETC = re.compile(
    r"(?<![中高初同平对均优相特何我你他])等(?![级次候待额于同高比]|方面|领域|行业|部门)"
)
_LIST_HEAD = re.compile(r"^.{2,}?(?:能力|产品|项目|指标|工程)(?:主要)?有(?=..)")
_SUMMED_UP = re.compile(
    r"^(?:(?:[^、“”（）]+、)+[^、“”（）]*?(?=[二三四五六七八九十两\d]+大)|(?:[^、“”（）]+、){2,}[^、“”（）]*?(?=“))"
)
"""The members of a list that is summed up behind it: 甲、乙、丙三大产业."""
_ONWARD_INSIDE = re.compile(r"(?<=..)(?:(?:扩大|提高|增加|增|拓展)到[^，]*|从[^，到至]{1,6})$")
_ATTRIBUTE = re.compile(r"^(?:有|具有|具备|符合).*的(?=.{4,})")
_AHEAD = re.compile(r"(?<=.{4})(?:高于|低于|快于|好于|高出|超出|超过|领先)[^，]*$")
_ECONOMY = re.compile(
    r"^(?:.*拉动)?(?:全[国省市区县]|我[国省市区县])?经济(?:增长)?(?:的?预期)?(?:目标)?$"
)
_REMARKED = re.compile(r"（(?:按|含|不含|包括|其中|即|指|不包括)[^（）]*）$")
_LONG_ENOUGH = 6
_CHANGING = frozenset({Measure.GROWTH, Measure.POINTS})
_HOUSED = frozenset("套户座栋处所条")
_RATE_OF_CHANGE = re.compile(
    r"^(?:又|再)?(?:人均|同比|年均)?(?:增长率|增速|增幅|增长速度|降幅|(?<=人均))$"
)
_UNSAID = re.compile("|".join(one.pattern for one in (_RATE_OF_CHANGE, STRAY, _PERIOD, _PLAN)))
"""What stands before a number and is not what it measures."""
ENTITY = re.compile(
    r"^.{1,24}?(?:产业|(?<![产企就事创毕行作营主物农职])业(?![务绩态主园]|集群)"
    r"|工厂|集团|公司|园区|产业园|开发区|医院|学校|教育|大厦)"
)
_ACTION_NOUN = re.compile(
    r"(?<=.{2})(?<!化)(?:改造|整治|修复|维修|(?:除险)?加固|(?<=住房|住宅|公寓|校舍)建设)$"
)
_MIDDLE = lexicon(
    """
    新增 新增加 增设 扩建 改扩建 建成 引进 拥有 形成 完成 实现 年产 新签约 获得 得到 发放 配备
    聚集 集聚 打造 创建 成立 设立 组建 举办 开展 实施 筹集 吸引 引入 累计完成 铺设 新发现 投入
    开工建设 承办 谋划 进行 签约 达成 产出 新培育 新引进 新认定 安置 帮助 吸纳
    新建 加装 安排 下达 拨付 取消 提出 惠及 带动
    """
)
_MIDDLE_WORD = re.compile(any_of(" ".join(_MIDDLE)))
_DISPOSES = re.compile("[把将使]")
_JOINING = frozenset("和及并、")
_LEVEL = re.compile(r"达|突破|超")
_DONE_WITH = re.compile(r"^.*(?:建设|新建|建成|改造)$")
_FIXED_OPENERS = lexicon("新开工 新登记 开复工 在建 新签约")
_REACHES = lexicon("实现 完成 累计完成")
_PLACED = re.compile("在|[内里中]$")
_GIVER = re.compile("[省市县区州]$|政府$")
_TOWN_OR_COUNTRY = re.compile("城镇|农村|城市|城乡")
_ABILITY = re.compile("(?:吞吐|生产|供水|处理|装机|综合|接待)?(?:能力|产能|容量|装机)$")


def _split_subject(phrase: str) -> tuple[str, str]:
    """The object after the last verb inside ``phrase``, and the owner that stands before it."""
    hidden = hide(phrase)
    names = vocabulary().measures
    if phrase in names or phrase.startswith("每") or not _MIDDLE_WORD.search(hidden, 2):
        return phrase, ""
    for position in range(len(hidden) - 2, 1, -1):
        length = _MIDDLE.at(hidden, position)
        if not length:
            continue
        verb, behind = phrase[position : position + length], phrase[position + length :]
        reached = position > 2 and verb in _REACHES
        if reached and (BARE.match(behind) or behind in NOUN_VERBS):
            owner = clean(strip_end(strip_lead(phrase[:position])[0]))
            return owner + behind, owner if BARE.match(behind) else ""
        if behind[:1] in _JOINING and opening_verb(behind, 1):
            behind = behind[1 + opening_verb(behind, 1) :]
        if (
            len(behind) < 2
            or behind in NOUN_VERBS
            or behind in {"就业", "通车"}
            or phrase.endswith("率")
            or COMPOUND_TAIL.match(behind)
            or behind[0] in "占的、和及与并或等"
            or _RELATIVE.match(behind)
            or any(phrase[cut:] in names for cut in range(position + 1))
        ):
            continue
        if verb == "新建" and not _PLACED.search(hidden[:position]):
            if _TOWN_OR_COUNTRY.fullmatch(hidden[:position]):
                return phrase[:position] + behind, ""
            continue
        if verb == "投入" and not _GIVER.search(hidden, 0, position):
            continue
        if verb == "新增" and _ABILITY.match(behind):
            return phrase[:position] + behind, ""
        owner = clean(strip_end(strip_lead(phrase[:position])[0]))
        entity = ENTITY.match(owner)
        whole = bool(entity) and entity is not None and entity.end() == len(owner)
        if whole and verb == "年产":
            return owner + behind, owner
        if verb == "提出" or behind[0] in "到在从":
            behind = strip_lead(behind)[0]
        return behind, owner if whole else ""
    return phrase, ""


def _disposed(phrase: str) -> str:
    """What stands behind the last 把, 将 or 使 of ``phrase``."""
    if not _DISPOSES.search(phrase):
        return phrase
    for position in range(len(phrase) - 3, -1, -1):
        if phrase[position] in "把将使" and not WHOLE.at(phrase, position):
            return strip_lead(phrase[position + 1 :])[0]
    return phrase


class Subject(NamedTuple):
    """What stands before a number: the noun phrase ``words``, or nothing, and what goes with it.

    ``before`` is all that was there but times and comparisons; ``owner`` who has what is measured,
    ``nation`` whether the number is said of the whole area (全国有5万户), ``onward`` whether it is
    where a change goes to (扩大到全国80%的县), so that what follows it is not counted.
    """

    before: str
    words: str
    verb: str
    owner: str
    nation: bool
    onward: bool


def subject_of(before: str, lead: str, found: Found, after: str) -> Subject:
    """The subject among the words ``before`` a number; ``lead`` and ``after`` are around it."""
    changes = changing(found)
    among = found.quantity.kind is Measure.SHARE and after[:1] == "的" and lead.strip() == "在"
    before = before.rstrip()
    if before[-1:] in _SET_OUT_ENDS:
        before = _SET_OUT.sub("", before)
    if _COMPARES.search(before):
        before = _AGAINST.sub("", before)
    if "在" in before:
        before = _SETTING.sub("", before)
    rest, verb = strip_lead(strip_end(before))
    words, owner = _split_subject(strip_end(rest)) if rest else ("", "")
    if found.quantity.kind is Measure.SHARE and after[:1] != "的" and _NEARS.search(before):
        words = _NEARS.sub("", before)
    nation = bool(_NATION.match(words))
    if (
        nation
        or (among and not FRAME.match(after))
        or (changes and _MORE_THAN.match(before))
        or _VARIANT.match(before)
    ):
        words = ""
    if words.endswith(("建成", "投用", "通车", "投产", "运营", "运行", "使用")):
        words = _BUILT.sub("", words)
    words = _with_verb(words, verb, lead)
    if changes:
        words = strip_end(_AHEAD.sub("", _TAKING.sub("", words)))
    words = _listed("" if _COMPARED.match(words) else _disposed(words), together=not found.each)
    if verb == "完成" or (found.quantity.unit in _HOUSED and not found.change):
        words = _ACTION_NOUN.sub("", words)
    if changes:
        words = _growing(words, lead, found)
    if words[-1:] == "）":
        words = _REMARKED.sub("", words)
    onward = _ONWARD_INSIDE.search(words) if len(words) > _LONG_ENOUGH else None
    if onward:
        words = strip_end(words[: onward.start()])
    words = "" if not words or _UNSAID.match(words) else clean(words)
    return Subject(before, words, verb, owner, nation, bool(onward))


def changing(found: Found) -> bool:
    """Whether the number says how something changed."""
    return bool(found.change) or found.quantity.kind in _CHANGING


def _with_verb(words: str, verb: str, lead: str) -> str:
    """``words`` with the verb that is part of the measure (新开工项目突破45个), or without one."""
    if verb == "利用":
        return _DONE_WITH.sub("", words)
    if verb in _FIXED_OPENERS and words and _LEVEL.search(lead) and "以上" not in words:
        return verb + words
    return words


def _listed(words: str, *, together: bool) -> str:
    """The noun phrase in question, without examples before 等 and members summed up behind.

    ``together`` says that a list is not dealt out by 分别.
    """
    if "从" in words:
        words = _FROM_TO.sub("", words)
    if "全" in words:
        words = _WHOLE.sub("", words)
    if "的" in words:
        words = _ATTRIBUTE.sub("", words)
    if together and "、" in words:
        words = _SUMMED_UP.sub("", words)
    if "有" in words:
        words = _LIST_HEAD.sub("", words)
    if "等" not in words:
        return words
    listed = _ETC.split(hide(words))
    if not listed[-1]:
        return words[: len(listed[0])]
    return strip_lead(words[len(words) - len(listed[-1]) :])[0] if len(listed) > 1 else words


def _growing(words: str, lead: str, found: Found) -> str:
    """The name of what grows: 经济增长 for 经济 and 增长目标, 涨幅 kept with prices."""
    if words == "增长" or (_ECONOMY.match(words) and "增" in found.change + words + lead):
        return "经济增长"
    if found.change == "涨幅" and words.endswith(("价格", "总水平")):
        return words + found.change
    return words
