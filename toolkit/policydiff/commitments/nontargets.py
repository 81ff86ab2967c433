# ruff: noqa: E501
"""Which numbers quantify no commitment (codebook section 1, "NOT targets", and section 3).

Each rule is a small predicate over a ``Place``: a mention with the text around it. ``RULES`` lists
them in the order they are asked; ``reason`` gives the name of the first that holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from policydiff.commitments.mentions import Mention
from policydiff.commitments.units import UnitClass

_BREAKS = "，,。；;：:！!？?\n\t"
_BREAK = re.compile(f"[{_BREAKS}]")


@dataclass(frozen=True)
class Place:
    """A mention where it stands; ``start`` and ``end`` delimit what may be looked at."""

    text: str
    start: int
    end: int
    mention: Mention

    @cached_property
    def left(self) -> str:
        """Up to 60 characters before the number."""
        return self.text[max(self.start, self.mention.start - 60) : self.mention.start]

    @cached_property
    def clause(self) -> str:
        """What stands before the number in its clause."""
        return _BREAK.split(self.left)[-1]

    @cached_property
    def right(self) -> str:
        """Up to 40 characters after the number."""
        return self.text[self.mention.end : min(self.end, self.mention.end + 40)]

    @cached_property
    def rest(self) -> str:
        """What stands after the number in its clause."""
        return _BREAK.split(self.right, maxsplit=1)[0]


_COUNTED = frozenset({UnitClass.COUNT, UnitClass.PEOPLE})
_HEADCOUNT = re.compile(
    r"^名?[^，。；、]{0,8}?(?:人口|人员|职工|农民|劳动力|毕业生|学生|儿童|居民|群众|老人|老年人|工人|干部|移民|"
    r"农户|家庭|企业|主体|青年|妇女|军人|教师|党员|失业者|用户|网民|游客)"
)
_SCALED = re.compile(r"[万亿]")
_INDEX = re.compile(r"(?:指数|系数|得分|分值|密度|容积率|比值)[^，。；、]{0,6}$")
_MONEY_STOCK = re.compile(
    r"(?:规模|额|总值|产值|收入|投资|资产|税收|利润|存款|贷款|资金)[^，。；、]{0,6}$"
)
_OVER = re.compile(r"(?:突破|超过|超|达到|达|过|逾|近|跨上|迈上|迈过|冲击|上)$")
_ZERO_NOUN = re.compile(r"(?:为|清|“)$")


def has_no_measure(place: Place) -> bool:
    """A number without a unit, unless it is an index, a head count, 零 or 百亿 (sections 1, 3)."""
    mention = place.mention
    if mention.unit:
        return False
    printed = place.text[mention.start : mention.end]
    if printed == "零":
        return not (_ZERO_NOUN.search(place.left) and not re.match("距离|的", place.right))
    if mention.bare:
        return not (
            mention.value >= 10**9 and _OVER.search(place.left) and place.right[:1] in "，。；、,;"
        )
    if _SCALED.search(printed) and _HEADCOUNT.match(place.right):
        return False
    return not (mention.arabic and _INDEX.search(place.clause) and _BREAK.match(place.right))


_LONG_TIME = frozenset({"年", "岁", "周", "月", "分", "个月"})
_LASTING = re.compile(
    r"时限|时间|时长|天数|日数|压缩|缩短|不少于|不低于|不超过|控制在|以内|减少|增加|平均|周期"
)
_LIFETIME = re.compile(r"寿命|年限")


def is_time(place: Place) -> bool:
    """A date, a period or an age; not the length of a procedure, good-air days or a life span."""
    mention = place.mention
    if mention.unit_class is not UnitClass.TIME:
        return False
    if mention.unit in _LONG_TIME:
        return not (_LIFETIME.search(place.clause) and mention.value < 150)
    return not _LASTING.search(place.clause) or "圈" in place.rest[:8]


_ORDINAL_LEFT = re.compile(
    r"(?:第|前|专栏|附件|表|图|编号|No\.?|〔|\[|［|居|列|排名|排第|位列|星期|周|每)$"
)


def is_ordinal(place: Place) -> bool:
    """第十九届, 前三位, 专栏1, 每千人: a rank, a serial number, or the base of a ratio."""
    return bool(_ORDINAL_LEFT.search(place.left))


_MODEL_LEFT = re.compile(r"[A-Za-z±＋+×*#＃Ａ-Ｚａ-ｚ.．\d０-９][-—]?$|[-—]\d+[-—]$")
_MODEL_RIGHT = re.compile(r"^[+＋×*A-Za-z]|^[-—]\d")


def is_model(place: Place) -> bool:
    """±800kV, PM2.5, 6+2+1, 1-4-40: a standard, a model or a formula."""
    return bool(_MODEL_LEFT.search(place.left) or _MODEL_RIGHT.search(place.right)) or (
        place.mention.unit in {"千伏", "伏", "kV", "KV"}
    )


_OPEN_QUOTE = re.compile(r"[“\"「『]([^”\"」』“]{0,24})$")
_CLOSE_QUOTE = re.compile(r"^([^“\"「『”]{0,24})[”\"」』]")
_OPEN_TITLE = re.compile(r"《[^》]*$")


def is_quoted(place: Place) -> bool:
    """“6+2+1”, “五型经济”, 《…》: part of a quoted name or slogan."""
    if _OPEN_TITLE.search(place.left):
        return True
    before, after = _OPEN_QUOTE.search(place.left), _CLOSE_QUOTE.match(place.right)
    if not before or not after or (place.mention.unit == "" and place.mention.value == 0):
        return False
    return len(before[1]) + len(after[1]) <= 16


_BOUND = re.compile(r"^(?:及|\(含\)|（含）)?(?:以上|以下|以内|级以上|级)(?:的)?")
_BOUND_BEFORE = re.compile(r"(?:超过|超|不低于|不少于|不小于|不足|低于|高于|大于|小于|达到|达)$")
_ENDS = re.compile(r"^(?:$|[，,。；;、：:！!？?（(）)\s”和及与并])")
_RATE_NOUN = re.compile(r"(?:率|比例|比重|占比|浓度|含量|份额)[^，。；、]{0,4}$")
_NO_OBJECT = re.compile(
    r"^的?(?:目标|任务|增长|增速|速度|水平|要求|增幅|幅度|资金|贷款|投资|预期|标准)"
)
_CREATES = re.compile(
    r"(?:新建|改造|整治|新增|建成|建设|修建|完成|治理|绿化|种植|新改建|改扩建|修复)了?$"
)


def is_threshold(place: Place) -> bool:
    """亿元以上项目, 65吨以上燃煤锅炉, 漏失率超过20%的小区: a bound that defines the object."""
    mention = place.mention
    if mention.unit_class in _COUNTED or mention.unit_class is None:
        return False
    bound = _BOUND.match(place.right)
    if bound:
        rest = place.right[bound.end() :]
        if _ENDS.match(rest) or _NO_OBJECT.match(rest):
            return False
        if mention.unit_class is UnitClass.RATE:
            return bool(_RATE_NOUN.search(place.clause))
        return not (mention.unit_class is UnitClass.EXTENT and _CREATES.search(place.clause))
    if not _BOUND_BEFORE.search(place.left):
        return False
    if mention.unit_class is UnitClass.RATE:
        return place.right.startswith("的") and bool(_RATE_NOUN.search(_before_bound(place)))
    return not (_ENDS.match(place.right) or _NO_OBJECT.match(place.right)) and (
        mention.unit_class in {UnitClass.MONEY, UnitClass.EXTENT, UnitClass.CAPACITY}
        and not place.right.startswith("左右")
    )


def _before_bound(place: Place) -> str:
    return _BOUND_BEFORE.sub("", place.clause)


_PLANT = re.compile(
    r"^(?:级)?[^，。；、]{0,12}?(?:厂|站|所|项目|工程|机组|生产线|码头|泊位|锅炉|基地|装置|轮胎|设施|船|矿|井|电站|线路)"
)
_PROMISED = re.compile(r"(?:建设|新建|扩建|新增|规划建设|建成|开工建设)(?:一座|一个)?$")


def is_size_in_name(place: Place) -> bool:
    """25万吨污水处理厂, 年产1000万条轮胎项目: the size of one thing in its name (section 3)."""
    mention = place.mention
    if not (
        mention.unit_class is UnitClass.CAPACITY
        or mention.unit in {"条", "尾", "辆", "台", "件", "套"}
    ):
        return False
    if not _PLANT.match(place.right):
        return False
    if mention.unit_class is UnitClass.CAPACITY:
        return not _PROMISED.search(place.clause)
    return bool(re.search("年产[能]?$", place.clause)) or (
        "项目" in place.rest and mention.value >= 10**5
    )


_EXISTING = re.compile(
    r"(?:现有|依托|原有|已有|全国|在全[区市县省国])[^，。；]{0,6}$|(?:现有|依托全[区市县省])[^，。；]*$"
)
_SET_NOUN = re.compile(
    r"^(?:重点|主要|优势|特色|重大|主导|支柱|战略性|新兴|关键|核心|大|方面)*"
    r"(?:产业链|产业集群|主导产业|支柱产业|产业|领域|方面|环节|要素|重点任务|任务|重点|指标|目标|关系|体系|能力|"
    r"问题|板块|阶段|原则|层次|层面|部分|特点|优势|方向|主题|月|省|市|自治区|民族|文明|转变|基本|统筹|坚持|确保|"
    r"提升|突破|建设|会议|战略|市场|机制|意识|自信|维护|关口|人民|台阶)"
)


def is_existing_set(place: Place) -> bool:
    """发展6条重点产业链, 现有42家实验室, 全国14亿人口: counts what exists (section 1)."""
    if place.mention.unit_class not in _COUNTED:
        return False
    if _EXISTING.search(place.clause):
        return True
    if place.right[:1] == "大" or _SET_NOUN.match(place.right):
        return place.mention.value < 30 and place.mention.value_max is None
    return False


_DELIVERS = re.compile(
    r"建设|新建|建成|改建|扩建|续建|改造|设立|设置|组建|成立|引进|新增|开工|投产|竣工|创建|打造|培育|开通|"
    r"配备|办好|实施|完成|推进|认定|签约|落地|招聘|引入|布局|兴建|修建|动工|投入|启动"
)
_SOLID = re.compile(
    r"^(?:[^，。；、]{0,14}?)(?:项目|工程|组|园|基地|中心|平台|站|厂|馆|院|校|机场|港|码头|水库|煤矿|油田|"
    r"实验室|示范区|试验区|口岸|机组|生产线|车间|小区|网点|桥|路|铁路|隧道|医院|学校|矿|线)"
)
_THINGS = frozenset(
    [
        "座",
        "所",
        "家",
        "处",
        "栋",
        "幢",
        "台",
        "名",
        "艘",
        "架",
        "颗",
        "间",
        "口",
        "支",
        "套",
        "部",
        "户",
        "株",
        "盏",
    ]
)


def is_loose_count(place: Place) -> bool:
    """三项制度, 两个方面, 一批: a small Chinese numeral that counts no deliverable."""
    mention = place.mention
    if mention.arabic or mention.unit_class not in _COUNTED:
        return False
    if mention.bare:
        return (
            not re.search(r"(?:超|过|近|上|达到|达|突破)$", place.left) and not mention.lower_bound
        )
    if mention.value > 20:
        return False
    if mention.value == 1 and mention.value_max is None:
        return not re.search(r"(?:至少|不少于)[^，。；、]{0,3}$", place.clause) and not (
            place.right.startswith("以上") and mention.unit in _THINGS | {"个"}
        )
    if not _DELIVERS.search(place.clause):
        return True
    if mention.unit in _THINGS:
        return False
    return not (_SOLID.match(place.right) or _ENDS.match(place.right))


_PEOPLE = re.compile(r"^(?:各族)?(?:人民|同胞|儿女|中华儿女|中国人|人口的?(?:大国|国家))")


def is_a_people(place: Place) -> bool:
    """14亿中国人民: a name for everybody, not a number to reach."""
    return bool(_PEOPLE.match(place.right)) or (
        place.mention.unit == "人" and bool(re.match("民|口?大国", place.right))
    )


Rule = Callable[[Place], bool]
RULES: tuple[Rule, ...] = (
    has_no_measure,
    is_time,
    is_ordinal,
    is_model,
    is_quoted,
    is_threshold,
    is_size_in_name,
    is_existing_set,
    is_loose_count,
    is_a_people,
)


def reason(place: Place) -> str | None:
    """The name of the rule by which a number is no target, or None if it is one."""
    for rule in RULES:
        if rule(place):
            return rule.__name__
    return None
