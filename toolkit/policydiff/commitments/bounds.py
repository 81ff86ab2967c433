"""Numbers that only define a thing: 亿元以上项目, a 25万吨 plant (codebook section 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.commitments.patterns import any_of, at_end
from policydiff.commitments.places import ENDS, Place
from policydiff.commitments.units import COUNTABLE, UnitClass

_RATE, _CAPACITY = UnitClass.RATE, UnitClass.CAPACITY
_BOUND = re.compile(r"(?:及|\(含\)|（含）)?(?:以上|以下|以内|级以上|级)")
_BOUND_BEFORE = re.compile(
    any_of("超过 超 不低于 不少于 不小于 不足 低于 高于 大于 小于 达到 达") + "$"
)
_BOUND_BEGINS, _BOUND_ENDS = frozenset("及(（以级"), frozenset("过超于足到达逾破上")
_PAST = frozenset("过逾")
_NUMBERED = (
    r"(?:共?有|共|增加?到|增至|发展到|达到?|超过?)?"
    r"[\d一二两三四五六七八九十百]+[余多]?[个家户所处座名]"
)
_NUMBER_OF_SUCH = re.compile(rf"的[^，。；、：:\d]{{0,10}}?{_NUMBERED}|\d+[个家户所处座]")
"""How many there are of what a bound defines: 过亿元的12家, 超800万元的企业有6家."""
_RISES_PAST = re.compile("(?:[过逾]|突破|(?:^|(?<=[值额入税润]))上)$")
_FIRMS = re.compile(
    r"的?[^，。；、\d]{0,6}?(?:企业|项目|园区|集群|产业|村|镇|大户|产品|品牌|城市|[县市区](?![\u4e00-\u9fff]))"
)
_RATE_NOUN = re.compile("(?:率|比例|比重|占比|浓度|含量|份额|占|持股)[^，。；、]{0,4}$")
_MEASURED = re.compile(
    "的?"
    + any_of(
        """
        目标 任务 增长 增速 速度 水平 要求 增幅 幅度 资金 贷款 投资 预期 标准 资本 消费 信贷 税收
        债 债券 这 的红线 红线 社会 财政 支出 资产 成本 负担 专项 基金 产值 收入 销售 存款 产能
        装机 贴息 补助 补贴 奖励 左右 台阶 新台阶 大关 关口"""
    )
)
_BUILDS = re.compile(
    any_of(
        """
        新建 改造 整治 新增 建成 建设 修建 完成 治理 绿化 种植 新改建 改扩建 修复 建成 实施 铺设
        拥有"""
    )
    + "了?$"
)
_BUILDS_WITH = re.compile(
    any_of("建设 新建 建成 打造 规划建设 开工建设 启动建设")
    + r"(?:一座|一个)?[^，。；\d]{0,8}"
    + any_of("面积 规模 长度 总长 容量 投资 能力 总投资")
    + "$"
)
_COUNTED = re.compile("的[^，。；、]{2,12}?[0-9０-９一二三四五六七八九十百两]+[个座所家处条项]")
_BIG_ENOUGH = re.compile(
    "以上的?"
    + any_of("""
        企业 户 家庭 社区 单位 村 自然村 机构 场所 学校 公司 医院 小区 项目
        班级 班额 大班额 超大班额""")
)


_COUNTED_ONES = re.compile(
    r"\d[余多]?[个家户][^，。；、：:\d]{0,8}?(?:企业|公司|[乡村]镇|[镇乡村县市区]|街道|园区|产业|集群|产业链|项目|单位|平台)"
    r"(?:均|都|已|全部)?(?:超过?|突破|过|达到?|逾|跨过)$"
)
"""Those counted, of whom a bound says which they are: 8个乡镇过亿元."""
_REACHES = frozenset("过破达到逾超")
_SHARE_OF = re.compile(
    r"[%％](?:以上|左右)?的[^，。；、\d]{2,14}(?:超过?|达到?|突破|不低于|不少于|高于|在|为)$"
)
"""What those reach of whom a share is promised: 20%的村收入超30万元."""


_IF_REACHED = re.compile(
    r"(?:、\d[\d.]*\s?[万亿千百]*元|以上)*的[，,](?:分别|按规定|再|可)*(?:一次性|最高)?(?:给予|奖励|补助|补贴|资助)"
)
"""What follows a condition of support: 首次突破10亿元、30亿元的，分别给予…."""


def is_threshold(here: Place) -> bool:
    """3000万元以上项目, 65吨以上锅炉, 漏失率超过20%的小区: a bound that defines the object."""
    mention = here.mention
    shares = "%" in here.clause or "％" in here.clause
    if shares and mention.unit_class is not UnitClass.RATE and _SHARE_OF.search(here.clause):
        return True
    if (
        mention.unit_class is UnitClass.MONEY
        and here.clause[-1:] in _REACHES
        and _COUNTED_ONES.search(here.clause)
    ):
        return True
    conditional = "的，" in here.right or "的," in here.right
    if conditional and _IF_REACHED.match("".join(here.right.split())):
        return True
    bound = _BOUND.match(here.right) if here.right[:1] in _BOUND_BEGINS else None
    if mention.unit_class is None or mention.unit_class in COUNTABLE:
        if bound and _NUMBER_OF_SUCH.match(here.right, bound.end()):
            return True
        return mention.unit in {"人", "户", "张"} and bool(_BIG_ENOUGH.match(here.right))
    if bound:
        rest, before = here.right[bound.end() :], here.clause
    elif here.clause[-1:] in _BOUND_ENDS and (bounding := _bounding(here)):
        rest, before = here.right, here.clause[:-bounding]
    else:
        return False
    if ENDS.match(rest) or _MEASURED.match(rest):
        return False
    if mention.unit_class is _RATE:
        return rest.startswith("的") and bool(_RATE_NOUN.search(before))
    if rest.startswith("的") and _BUILDS_WITH.search(before) and not _COUNTED.match(rest):
        return False
    return not (mention.unit_class is UnitClass.EXTENT and _BUILDS.search(before))


def _bounding(here: Place) -> int:
    """The length of the words before a number that make it a bound of what follows: 超过."""
    if said := _BOUND_BEFORE.search(here.clause):
        return len(said[0])
    if here.right.startswith("的") and here.clause.endswith("不到"):
        return len("不到")
    if _NUMBER_OF_SUCH.match(here.right) and (past := at_end(_RISES_PAST, here.clause, 3)):
        return len(past[0])
    return int(here.clause[-1] in _PAST and bool(_FIRMS.match(here.right)))


_PLANT = re.compile(
    r"级?[^，。；、]{0,14}?"
    + any_of(
        """
        厂 站 所 项目 工程 机组 生产线 码头 泊位 锅炉 基地 装置 设施 船 矿 井 线路 压缩机
        设备 装备 系统 飞机 炉 罐"""
    )
)
_PROMISED = re.compile(
    any_of("建设 新建 扩建 新增 规划建设 建成 开工建设 关停 关闭 淘汰 退出 压减")
    + "(?:了|一座|一个)?(?:[^，。；、]{0,8}(?:能力|规模|装机|容量|产能|年产))?$"
)
_OUTPUT = frozenset("条尾辆台件套头只羽")
_YEARLY = re.compile("年[产出]能?$")
_ABILITY = re.compile("[^，。；、]*?(?:能力|规模|产能|目标|水平)")


def is_size_in_name(here: Place) -> bool:
    """25万吨污水处理厂, 年产10万辆整车项目: the size of one thing in its name (section 3)."""
    mention = here.mention
    if mention.unit_class is _CAPACITY:
        if here.clause.endswith("等"):  # 甲站、乙站等40万千瓦机组: of all together
            return False
        return bool(_PLANT.match(here.right)) and not _PROMISED.search(here.clause)
    if mention.unit not in _OUTPUT:
        return False
    if _YEARLY.search(here.clause):
        return not (ENDS.match(here.right) or _ABILITY.match(here.right))
    return "项目" in here.rest and mention.value >= 10**5


_JOINED = re.compile("[^，。；：:,;]*[、和及与][^，。；：:,;]*")


def sizes_beside(places: Sequence[Place]) -> set[int]:
    """Where sizes in names stand that are listed before others: 甲厂9万吨A、乙厂8万吨B等项目."""
    found: set[int] = set()
    below: Place | None = None
    for here in reversed([one for one in places if one.mention.unit_class is _CAPACITY]):
        between = here.right[: below.mention.start - here.mention.end] if below else ""
        if is_size_in_name(here) or (
            _JOINED.fullmatch(between) and not _PROMISED.search(here.clause)
        ):
            found.add(here.mention.start)
            below = here
        else:
            below = None
    return found
