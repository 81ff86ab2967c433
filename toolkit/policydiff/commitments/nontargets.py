"""Which numbers quantify no commitment (codebook section 1, "NOT targets", and section 3).

Each rule is a predicate over a ``Place``, a number with the text around it. ``RULES`` lists them
in the order they are asked. A number that no rule takes out is a target: what a document counts in
units it mostly means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from policydiff.commitments.patterns import any_of, at_end
from policydiff.commitments.places import ENDS, Place
from policydiff.commitments.units import UnitClass

_COUNTABLE = frozenset({UnitClass.COUNT, UnitClass.PEOPLE})
_RATE, _TIME, _CAPACITY = UnitClass.RATE, UnitClass.TIME, UnitClass.CAPACITY
_OVER = re.compile(
    any_of(
        "突破 超过 超 达到 达 过 逾 近 约 跨上 迈上 迈过 冲击 上 不足 不到 跨越 跨过 越过 登上 跃上"
    )
    + "$"
)
_ENDS_SUM = re.compile(
    ENDS.pattern
    + "|(?:以内|左右|以上)?(?:的?(?:目标|任务|体量|规模|大关|水平|新?台阶)|等(?!级))|"
    + any_of("增加 提高 减少 下降 降低 增长 上升 缩小 扩大 回落 回升 升 降 增 减")
    + "[到至为]"
)
_PEOPLE = re.compile(
    r"(?!以上企业)(?:以上|左右)?的?名?[^，。；、]{0,8}?"
    + any_of(
        """
        人口 人员 职工 农民 劳动力 劳动者 毕业生 学生 儿童 居民 群众 老人 老年人 工人 干部 移民
        农户 家庭 企业 主体 青年 妇女 军人 教师 党员 失业者 纳税人 用户 网民 游客 农民工 贫困
        股民 农村人口 孩子 人才 难民 残疾人 在校生 青壮年 旅客 考生 工商户
        对象 群体 人群 村民 牧民 渔民"""
    )
)
_INDEX = re.compile(
    any_of("指数 系数 得分 分值 密度 容积率 比值 评分 倍差 收入比 比率")
    + r"(?:[^，。；、\d]{0,6}|[由从](?:\d+(?:\.\d+)?|[^，。；、\d]{1,8})[^，。；、\d]{0,6})$"
)
_ONWARD = re.compile(
    any_of("增加 提高 减少 下降 降低 上升 缩小 扩大 回落 回升 升 降 增 减") + "[到至为]"
)
_ZERO_LEFT = re.compile(r"(?:为|清|“|实现|达到)$")
_BROKEN = re.compile("”?的?突破")
_POPULATION = re.compile("以上(?:常住|城镇|户籍)?人口的?(?:大)?(?:县|市|城|乡|镇|村|社区)")


def has_no_measure(here: Place) -> bool:
    """No unit, unless the number is 零, an index, a head count or a sum like 百亿 (section 3)."""
    mention = here.mention
    if mention.unit:
        return False
    if here.printed == "零":
        left_none = at_end(_ZERO_LEFT, here.left, 2) and ENDS.match(here.right)
        return not left_none or bool(_BROKEN.match(here.right))
    if mention.bare and not at_end(_OVER, here.left, 2):
        return True
    if mention.scaled and (here.right[:1] == "级" or _POPULATION.match(here.right)):
        return True
    if mention.scaled and (_ENDS_SUM.match(here.right) or _PEOPLE.match(here.right)):
        return False
    ends = ENDS.match(here.right) or _ONWARD.match(here.right)
    return not (mention.arabic and ends and _INDEX.search(here.clause))


_DEFINED = re.compile("[（(]按[^（）()]*$")
_DEFINES = re.compile("[^（）()，。；]{0,16}(?:计算|折算|计)[)）]")
_BASED_ON = re.compile("[据照][^，。；、]{0,12}$")
_STATISTICS = re.compile("[^，。；、]{0,16}的?(?:抽样|典型)?(?:统计|调查|测算|普查)(?=[，,表显、])")
_BY_MANY = re.compile("(?:在|经过?)$")
_THEIR_WORK = re.compile(
    "[^，。；、]{1,30}(?:基础上|(?:支持|帮助|参与|努力|论证|指导|共同努力)下)(?=[，,])"
)


def is_how_it_was_counted(here: Place) -> bool:
    """（按每吨7000千卡计算）, 据84个企业的统计: what a figure rests on."""
    mention = here.mention
    if mention.unit_class in _COUNTABLE:
        right = here.right
        surveyed = "计" in right or "查" in right or "算" in right
        if surveyed and _STATISTICS.match(right):
            return bool(_BASED_ON.search(here.clause))
        people = mention.unit_class is UnitClass.PEOPLE and at_end(_BY_MANY, here.left, 2)
        return bool(people and _THEIR_WORK.match(here.right))
    defined = "按" in here.left and _DEFINED.search(here.left)
    return bool(defined and _DEFINES.match(here.right))


_PLACE_NAMED = {
    "里": re.compile(rf"(?!{ENDS.pattern}|多|的|长(?:$|[，,。；;、的]))"),
    **dict.fromkeys(
        "台门家户间棵块眼村",
        re.compile(
            r"[房树松泉]?(?:[县区市州镇乡村](?![级域委直属场办容民集居外道医卫])"
            r"|[庄屯渠铺堡岗坡寨湾峡])|山|河(?!道)"
        ),
    ),
}
"""What makes a place of a Chinese numeral and a unit: 八里庄, 五台山, 三家村."""
_SUFFIX = re.compile("化(?![工学解])|性(?![能质])|制(?![度定造品药])|式|型(?!号)|结构")


def is_part_of_a_word(here: Place) -> bool:
    """零部件, 一元化领导, 东滩—五里—西港, X351双溪: the numeral belongs to a word or a code."""
    mention = here.mention
    if mention.arabic and here.left[-1:].isascii() and _is_code(here):
        return True
    if mention.arabic or not mention.unit:
        return False
    if here.left[-1:] == "—" == here.right[:1]:
        return True
    named = _PLACE_NAMED.get(here.printed[-1])
    if named and mention.value < 100 and named.match(here.right):
        return True
    return (
        (mention.value in {0, 0.5} and mention.unit_class is not _RATE)
        or (mention.unit == "度" and mention.value < 10)
        or bool(_SUFFIX.match(here.right))
        or (mention.unit == "倍" and here.right.startswith("的"))
        or bool(re.match("(?:个)?(?:世纪|时间)", here.right))
    )


_CODE_BEFORE = re.compile(r"(?<![A-Za-z])[A-Za-z]$")


def _is_code(here: Place) -> bool:
    """Whether the number is that of a road or the like: X351双溪至横沟段."""
    counted = here.mention.unit_class in {UnitClass.COUNT, UnitClass.PEOPLE}
    return counted and not here.mention.scaled and bool(at_end(_CODE_BEFORE, here.left, 2))


_OCCURS = frozenset(["轮", "次", "场", "个"])
_EVENT = re.compile(
    r"[^，。；、\d]{0,4}?"
    + any_of(
        """
        降雨 降水 暴雨 暴雪 大雪 洪水 洪峰 洪涝 汛情 台风 寒潮 高温 干旱 旱情 地震 冰雹 大风 沙尘
        沙尘暴 疫情 灾害 山火"""
    )
    + "(?:天气|过程|袭击|影响|侵袭|考验)?"
    + f"(?:{ENDS.pattern})"
)


def is_event(here: Place) -> bool:
    """9轮强降雨, 3次台风: what befell, not what was done."""
    return here.mention.unit in _OCCURS and bool(_EVENT.match(here.right))


_OFTEN_DATES = frozenset({"年", "岁", "周岁", "周", "月", "个月"})
_LASTS = re.compile(
    any_of(
        """时限 时间 时长 天数 日数 压缩 缩短 不少于 不低于 不超过 控制在 减少 增加 平均 周期 提速
        提前"""
    )
)
_LIFETIME = re.compile("寿命|年限")
_COINS = frozenset({"分", "毛", "角"})
_PRICE = re.compile(
    r"每(?:斤|公斤|千克|担|吨|度|千瓦时|升|立方米)[^，。；]{0,12}?"
    + any_of("提高 降低 增加 减少 上调 下调 提价 降价 上涨 下降 补贴")
    + "[^，。；]{0,12}$"
)


def is_time(here: Place) -> bool:
    """A date, a period, an age, a saying (一分钱); not a limit, a life span or a price.

    Section 1: time limits, good-air days and life spans are targets, and so is what is added to
    the price of a unit (每斤提高8分).
    """
    mention = here.mention
    if mention.unit in _COINS:
        return not _PRICE.search(here.clause)
    if mention.unit_class is not _TIME:
        return False
    if mention.unit in _OFTEN_DATES:
        return not (mention.value < 150 and _LIFETIME.search(here.clause))
    return not _LASTS.search(here.clause) or "圈" in here.rest[:8]


_RANKED = re.compile(
    r"(?:第|(?<![\d余多])[二三四五六七八九]个“?|(?<![目提当以之])前|[〔\[［]|位居|位列|名列|排名|排第"
    r"|每(?:增长|增加|提高|降低|减少|下降)?)$"
)
_RANKED_ENDS = frozenset("第个“前〔[［居列名每长加高低少降")
_MOVES = re.compile(r"(?:前移|后移|上升|提升|跃升|攀升|晋升|晋位|下降|前进|后退|进)了?$")


def is_ordinal(here: Place) -> bool:
    """第十九届, 前三位, 前移3位, 每千人: a rank, a change of rank, the base of a ratio."""
    left = here.left.rstrip()
    if here.mention.unit == "位" and at_end(_MOVES, left, 3):
        return True
    return left[-1:] in _RANKED_ENDS and bool(at_end(_RANKED, left, 3))


_SURVEY = re.compile("[^，。；、]{0,6}(?:抽样|抽查|抽检|抽测)")
_MODEL_LEFT = re.compile(r"[±＋+×*#＃.．]$|[\d十][-—]$")
_ITEM_LEFT = re.compile(r"(?:^|[\n。；;])\s*\d{1,2}[.．]$")
_MODEL_ENDS, _MODEL_GOES_ON = frozenset("±＋+×*#＃.．-—"), frozenset("×*-—")
_VOLTS = frozenset({"千伏", "伏", "kV", "KV"})
_MODEL_RIGHT = re.compile(r"[+＋×*]|[-—]\d|[^，。；]{0,20}[+＋][\dN若]")


_HELD = re.compile(r"(?:举办|承办|主办|协办|举行|召开|办好|办成)了?$")


def is_session(here: Place) -> bool:
    """十四届人大: which session it is, but for how many were held (承办3届大会)."""
    return here.mention.unit == "届" and not _HELD.search(here.left)


def is_model(here: Place) -> bool:
    """±800kV, 220千伏变电站, 6+2+1, 1-4-40: a standard, a model or a formula (section 1)."""
    right = here.right
    return (
        here.mention.unit in _VOLTS
        or (
            here.left[-1:] in _MODEL_ENDS
            and bool(at_end(_MODEL_LEFT, here.left, 2))
            and not _ITEM_LEFT.search(here.left)
        )
        or (
            ("+" in right or "＋" in right or right[:1] in _MODEL_GOES_ON)
            and bool(_MODEL_RIGHT.match(right))
        )
        or (here.mention.unit_class is _RATE and bool(_SURVEY.match(here.right)))
    )


_OPEN_QUOTE = re.compile(r"[“「『]([^”」』“]{0,16})$")
_CLOSE_QUOTE = re.compile(r"([^“「『”]{0,16})[”」』]")
_OPEN_TITLE = re.compile(r"《[^》]*$")


def is_quoted(here: Place) -> bool:
    """“6+2+1”, “五型经济”, 《…》: part of a quoted name or slogan; not “零”投入 (sections 1, 3)."""
    if "《" in here.left and _OPEN_TITLE.search(here.left):
        return True
    opened = "“" in here.left or "「" in here.left or "『" in here.left
    before = at_end(_OPEN_QUOTE, here.left, 17) if opened else None
    after = _CLOSE_QUOTE.match(here.right) if before else None
    if not before or not after or here.printed == "零":
        return False
    return len(before[1]) + len(after[1]) <= 16


def is_bare_scale(here: Place) -> bool:
    """亿元以上项目, 百亿元企业, 千家万户: a scale alone, unless 超, 近 or 余 makes it a number."""
    mention = here.mention
    if not mention.bare or mention.lower_bound or at_end(_OVER, here.left, 2):
        return False
    return not (here.left.endswith("在") and here.right.startswith("以上"))


_BOUND = re.compile(r"(?:及|\(含\)|（含）)?(?:以上|以下|以内|级以上|级)")
_BOUND_BEFORE = re.compile(
    any_of("超过 超 不低于 不少于 不小于 不足 低于 高于 大于 小于 达到 达") + "$"
)
_NOT_UP_TO = re.compile("不到$")
_PAST = re.compile("[过逾]$")
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
        装机 贴息 补助 补贴 奖励 左右"""
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
    "以上的?" + any_of("企业 户 家庭 社区 单位 村 自然村 机构 场所 学校 公司 医院 小区 项目")
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
    bound = _BOUND.match(here.right)
    if mention.unit_class is None or mention.unit_class in _COUNTABLE:
        if bound and _NUMBER_OF_SUCH.match(here.right, bound.end()):
            return True
        return mention.unit in {"人", "户", "张"} and bool(_BIG_ENOUGH.match(here.right))
    said_before = _BOUND_BEFORE.search(here.clause) or (
        here.right.startswith("的") and at_end(_NOT_UP_TO, here.clause, 2)
    )
    if not said_before and _NUMBER_OF_SUCH.match(here.right):
        said_before = at_end(_RISES_PAST, here.clause, 3)
    if not said_before and _FIRMS.match(here.right):
        said_before = at_end(_PAST, here.clause, 1)
    if bound:
        rest, before = here.right[bound.end() :], here.clause
    elif said_before:
        rest, before = here.right, here.clause[: said_before.start()]
    else:
        return False
    if ENDS.match(rest) or _MEASURED.match(rest):
        return False
    if mention.unit_class is _RATE:
        return rest.startswith("的") and bool(_RATE_NOUN.search(before))
    if rest.startswith("的") and _BUILDS_WITH.search(before) and not _COUNTED.match(rest):
        return False
    return not (mention.unit_class is UnitClass.EXTENT and _BUILDS.search(before))


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


_SHAPED = any_of("打造 培育 形成 建成 建设 新建 新增 创建 引进 壮大出 组建 设立")
_EXISTING = re.compile(
    rf"(?:现有(?<!实现有)|原有|已有的|依托)的?(?:(?!{_SHAPED})[^，。；的而为]){{0,40}}$"
)
_WHOLE = re.compile(r"(?:在全[区市县省国]|全国|我国|全球|世界|全[区市县省])$")
_SERVES = re.compile("[为给](?:全[区市县省国]|我国)$")
"""Whom something is provided for: 为全区3万名老人提供."""
_ALL_OF_THEM = re.compile("[^，。；]*?(?:全部|全覆盖|均|都|摘帽|100%)")
_DEMONSTRATIVE = re.compile(r"(?:这|那|(?<!应)该|上述|其他|另外|这些|(?:^|(?<=[\s，。；]))以上)$")
_WHOLE_ENDS, _DEMONSTRATIVE_ENDS = frozenset("区市县省国界球"), frozenset("这那该述他外些上")
_IMPROVES = re.compile("(?:提升|增强|提高)[^，。；]{0,16}$")
_QUALITY = re.compile("[^，。；]*(?:能力|水平|聚集度|集聚度|质量|功能|竞争力)$")
_QUALITY_ENDS = frozenset("力平度量能")
_ADJECTIVES = any_of(
    """
    重点 主要 优势 特色 重大 主导 支柱 战略性 新兴 关键 核心 先导型 先导 现代 传统 不同 优先 突出
    基本"""
)
_SETTLES = re.compile("(?:解决|整改|排查|化解|办结|办理|查处|完成)[^，。；]{0,6}$")
_ALWAYS_A_SET = re.compile(
    rf"{_ADJECTIVES}*"
    + any_of(
        """领域 方面 环节 要素 任务 关系 能力 问题 板块 阶段 原则 层次 层面 部分 特点 方向 主题 文明
        转变 统筹 会议 战略 意识 自信 维护 关口 人民 台阶 大事 矛盾 优势 目标 要求 规定 方针 主张
        民族 梯次 维度 季度 途径 渠道 积极性 差别 大局 特征"""
    )
    + r"(?![^，。；、]{0,3}(?:馆|园|项目|中心|工程|平台|站|基地|整改|销号))"
    + r"(?!(?:已|全部|逐[一项个]|限期|按期|如期|立即|销[项号])+(?:整改|销[项号]|办结|解决|清零))"
)
_INDUSTRIES = re.compile(
    rf"[^，。；、]{{0,12}}?(?:产业链|产业集群|产业)(?![\u4e00-\u9fff])|{_ADJECTIVES}*产业链"
)
_MEASURES_OF_PLAN = re.compile(
    r"(?:大类|类|方面)?(?:主要|核心|关键|具体|定量|量化|考核|评价|监测|发展|规划|计划)?的?(?:(?:约束|预期|指导|引导|参考)性)?指标"
    r"(?![完提达超好高低])"
)
_KIND_OF_MEASURES = re.compile(
    r"(?:约束|预期|指导|引导)性(?:指标)?(?:分别)?(?:共|有|为|是)?$|"
    r"(?:提出|设置|设定|设立|安排|确定|明确|包括|共|共计|合计)了?$"
)
"""What leads to how many indicators a plan has: 共计28项指标，其中预期性指标19项."""
_LISTED_MEASURES = re.compile(r"(?:提出|设置|设定|设立|确定|包括)了?.{1,40}等$")
_LAYS_GROUND = re.compile(r"(?:、.{0,24})?(?:打好|打下|奠定|夯实)了?.{0,4}基础$")
"""How a clause ends that says what something is for (为…): it promises no numbers of its own."""
_OF_WHICH = re.compile(
    r"[^，。；、\d]{1,14}(?<![其年集])中[，,][^。；，]{0,16}?[\d一二两三四五六七八九十百]+[个项家户座所处条种]"
)
_PRODUCE_OF = re.compile(
    r"[^，。；、\d]{1,10}的?(?:产量|销量|质量|产品)[，,][^。；，]{0,16}?有[\d一二两三四五六七八九十百]+[个项家种]"
)
_SOME_OF_THEM = re.compile(
    r"[^，。；、\d]{1,20}(?<!面积)占(?:了|有|据)?[\d一二两三四五六七八九十]+[席个家项名]"
)
_BE_WELL = re.compile("(?:确保|保证|保障|[让使])[^，。；]{0,2}$")
_ARE_WELL = re.compile(
    r"[^，。；、\d]{2,16}(?:群众|居民|村民|学生|师生|职工|移民)[^，。；、]{0,4}?"
    r"(?:[\u4e00-\u9fff]得[出住稳好上起]|稳定|安全|正常|有序|顺利|温暖)"
)
"""Whom or what is kept well: 确保9个安置点群众搬得出, 10家实验室本区占4席."""
_FIRST_OF = re.compile("(?:首批|首期|第[一二三四五]批|前[一二三四五]批)$")
_FIRST_OF_ENDS = frozenset("批期")
_THEY_DO = re.compile(
    r"[^，。；、\d]{2,20}(?:超|逾|近|达|突破|共|累计|签约|[^，。；、]{2,8})\d+[^，。；、]"
)
_STRENGTHENS = re.compile(any_of("做优 做强 做大 做精 提升 巩固") + "$")
_CLUSTERS = re.compile(r"[^，。；、]{0,24}?(?:产业链|集群|产业)(?![\u4e00-\u9fff])")
_SHAPES = re.compile(
    _SHAPED
    + "(?:[^，。；]{0,6}"
    + "|[^，。；]{0,8}?[0-9０-９一二两三四五六七八九十百]+[个条家大][^，。；]{2,30}[、和及与])$"
)
_WORKED_ON = """
    改造 整治 治理 提升 升级 提档 提质 修缮 维修 修复 加固 改建 扩建 改扩建 新改扩建 翻新 翻修
    更新 扩容 亮化 美化 绿化 硬化 清淤 除险 重建"""
_BEING_WORKED_ON = re.compile(any_of(_WORKED_ON) + "了?全[区市县省]$")
_TO_BE_WORKED_ON = re.compile(
    r"[^，。；]{1,24}?(?:进行|实施|开展|予以|加以)?(?:全面|全部|逐一|统一|集中|分批|综合|标准化|规范化)*"
    + any_of(_WORKED_ON)
    + "(?![^，。；]{0,8}(?:情况|检查|督[导查]|调研|验收|评估|考核|排查|摸底))"
)
"""What is done to all there are of a kind: 对全县17所学校全面提档升级, 改造全县17所学校."""


_HOW_FAR = re.compile(
    r"[^，。；、]{0,12}?(?:进展|完成|推进|落实|执行|实施|建设|办理)(?:工作)?情况(?![^，。；]{0,6}"
    + any_of("检查 督查 督导 巡查 调研 评估 审计 暗访")
    + ")"
)
_LOOKS_INTO = re.compile(any_of("检查 抽查 督查 督导 巡查 巡视 巡察 调研 评估 审计 暗访"))
_PAPER = re.compile(
    r"(?:重点|民生|惠民|利民|便民|为民)*(?:实事|好事)[^，。；、]{0,4}(?:方案|草案|清单|目录|通报|公告)"
)
_AMONG_MEASURES = re.compile(
    r"[^，。；、\d]{0,8}指标(?:任务)?(?:[之当]?中[，,]|(?:已|均|全部)?完成或(?:基本|超额)?完成\d)"
)
_SOME_OF_ALL = re.compile(r"\s*(?:其中|另外?|其余|共|还)?有?|对[^，。；、]{0,12}")
_MEASURES_DESCRIBED = re.compile(
    r"[^，。；、\d]{0,10}指标(?:已经?|均|都|全部|分别|逐项|逐一)*"
    r"(?:[纳列]入|由[^，。；、]{1,16}(?:下达|制定|确定|设定|提供|考核|负责)|无法|难以|没有设定|不设|设定"
    r"|为[^，。；、]{0,12}指标|(?:进行)?了?(?:分析|分解|测算|研究|梳理|评估|监测|调整|设定|研判))"
)
"""What indicators there are and how they are handled: 7项指标由省统一下达."""
_DELEGATES = re.compile(
    r"[^，。；、\d]{0,10}(?:代表|委员)(?!团|会|处|作|性)(?!\w{0,4}(?:建议|议案|提案|联络))"
)
_AT_MEETING = re.compile("参加|出席|列席|与会|到会|参会|肩负")
_CHOSEN_FROM = re.compile(
    r"[^，。；、]{0,8}候选|[^，。；]{0,20}?(?:当?中|里)(?:评选|遴选|筛选|挑选|选|评|产生|脱颖)"
)
"""What goes on behind those that others are chosen from: 在13个候选项目中选出."""
_HAS_OF_THEM = re.compile(
    r"[^，。；、\d]{2,14}占(?:据|有|了)?(?:其中)?[\d一二两三四五六七八九十]+[席个家名项]"
)
_NEAR, _CHOOSES = 28, frozenset("中里候")
_AIDED = re.compile("(?:支持|推动|推进|促进|引导|鼓励)[^，。；]{0,30}$")
_DEVELOPS = re.compile(
    r"[^，。；、\d]{2,16}(?:率先|优先|优化|集约|可持续|协调|特色|联动|融合|协同|错位|高质量|集群)发展"
)
"""What those there are do that are aided: 支持甲、乙等11个重点经济区率先发展."""
_KEEPS_WELL = ("确保", "保障", "保证")
_THEIR_PEOPLE = re.compile(
    "[^，。；、]{2,16}?(?:群众|居民|村民|师生|搬迁户)(?!工程|活动|文化)[^，。；、]{2,}"
)


def is_existing_set(here: Place) -> bool:
    """发展6条重点产业链, 依托42家实验室, 四项基本原则: counts what there is (section 1)."""
    mention = here.mention
    if here.clause[:1] == "为" and "基础" in here.rest and _LAYS_GROUND.match(here.rest):
        return True
    may_exist = "有" in here.clause or "依托" in here.clause
    existing = _EXISTING.search(here.clause) if may_exist else None
    if mention.unit_class not in _COUNTABLE:
        return bool(existing) and here.right.startswith("的")
    near = here.right[:_NEAR]
    if (
        existing
        or (not _CHOOSES.isdisjoint(near) and _CHOSEN_FROM.match(near))
        or ("占" in near and _HAS_OF_THEM.match(near))
    ):
        return True
    if "情况" in near and _HOW_FAR.match(near) and not _LOOKS_INTO.search(here.clause):
        return True
    if "事" in near and _PAPER.match(near) and here.left[-2:] != "制定":
        return True
    if mention.unit_class is UnitClass.PEOPLE and _DELEGATES.match(near):
        return bool(_AT_MEETING.search(here.clause) or _AT_MEETING.search(here.rest))
    if here.rest.endswith("发展") and _DEVELOPS.fullmatch(here.rest):
        return bool(_AIDED.search(here.left))
    if here.left.endswith(_KEEPS_WELL) and _THEIR_PEOPLE.match(here.right):
        return True
    last = here.left[-1:]
    if last in _WHOLE_ENDS and at_end(_WHOLE, here.left, 3):
        if mention.unit_class is UnitClass.PEOPLE and at_end(_SERVES, here.left, 3):
            return False
        return not (_ALL_OF_THEM.match(here.right) or _are_worked_on(here))
    if last in _DEMONSTRATIVE_ENDS and at_end(_DEMONSTRATIVE, here.left, 2):
        return True
    if "指标" in here.left[-8:] + here.right[:14] and (
        _counts_measures(here)
        or _AMONG_MEASURES.match(near)
        or (_SOME_OF_ALL.fullmatch(here.clause) and _MEASURES_DESCRIBED.match(here.rest))
    ):
        return True
    if ("中，" in here.right or "中," in here.right) and _OF_WHICH.match(here.right):
        return not here.left.endswith("在")
    if "有" in here.right and _PRODUCE_OF.match(here.right):
        return not here.left.endswith("在")
    if "占" in here.rest and _SOME_OF_THEM.match(here.right):
        return True
    if last in "保证障让使" and _BE_WELL.search(here.clause) and _ARE_WELL.match(here.right):
        return True
    if last in _FIRST_OF_ENDS and at_end(_FIRST_OF, here.left, 3) and _THEY_DO.match(here.right):
        return True
    if (
        here.rest[-1:] in _QUALITY_ENDS
        and _IMPROVES.search(here.clause)
        and _QUALITY.match(here.rest)
    ):
        return True
    if mention.value >= 60 or mention.value_max is not None or _SETTLES.search(here.clause):
        return False
    if at_end(_STRENGTHENS, here.left, 2) and _CLUSTERS.match(here.right):
        return True
    return bool(_ALWAYS_A_SET.match(here.right)) or (
        "产业" in here.right
        and bool(_INDUSTRIES.match(here.right))
        and not _SHAPES.search(here.clause)
    )


def _are_worked_on(here: Place) -> bool:
    """Whether the things counted, which are all there are, are what is built or mended."""
    if at_end(_BEING_WORKED_ON, here.left, 9):
        return True
    return here.left[-3:-2] == "对" and bool(_TO_BE_WORKED_ON.match(here.right))


def _counts_measures(here: Place) -> bool:
    """Whether the number says how many indicators the plan itself has."""
    if here.mention.unit not in {"项", "个", "类"}:
        return False
    listed = here.clause.endswith("等") and _LISTED_MEASURES.search(here.clause)
    said = listed or at_end(_KIND_OF_MEASURES, here.clause, 12)
    if _MEASURES_OF_PLAN.match(here.right):
        return bool(said)
    return bool(said) and "性指标" in here.clause[-8:] and bool(ENDS.match(here.right))


_NAMED_ONES = re.compile(
    r"[^，。；、]{1,10}?"
    + any_of(
        """进入 入选 入围 获评 获得 获批 荣获 跻身 晋升 晋级 评为 认定 上榜 通过 挂牌 上市 投产 开工
        竣工 签约 落户 落地 建成 投用"""
    )
)
"""What a few of whom some are named did: 甲、乙等四家企业入选."""
_DELIVERS = re.compile(
    any_of(
        """
        建设 新建 建成 改建 扩建 续建 改造 设立 设置 组建 成立 引进 新增 开工 投产 竣工 创建 打造
        培育 开通 配备 办好 实施 完成 推进 认定 签约 落地 招聘 引入 布局 兴建 修建 动工 启动 拆除
        淘汰 关闭 授予 颁布 制定 新设 打通 贯通 铺设 整治 治理 购置 增设 加装 更新 举办 承办 争创
        获批 选派 开行 开辟"""
    )
)
_SOLID = re.compile(
    r"[^，。；、]{0,14}?"
    + any_of(
        """项目 工程 组 园 基地 中心 平台 站 厂 馆 院 校 机场 港 码头 水库 煤矿 油田 实验室 示范区
        试验区 口岸 机组 生产线 车间 小区 网点 桥 路 铁路 隧道 医院 学校 矿 线"""
    )
)
_SLOGAN = re.compile("[一二三四五六七八九十两][\u4e00-\u9fff]{1,2}$")
_THINGS = frozenset("座所家处栋幢台名艘架颗间户株盏")
_NAMED_IN = frozenset("家户所座个")
_DEEDS = re.compile("(?:民生|利民|惠民|便民|为民|重点)?(?:实事|好事|事项)")


_PLANT_BEFORE = re.compile("的[^，。；、的]{1,8}(?:站|厂|港|桥|路|矿|馆|院|校|线|基地|项目|工程)$")


def is_loose_count(here: Place) -> bool:
    """三项制度, 两个方面, 一批: a small Chinese numeral that counts no deliverable (section 1)."""
    mention = here.mention
    if mention.arabic or mention.unit_class not in _COUNTABLE:
        return False
    if mention.value > 20 or mention.bare:
        return False
    if mention.unit == "件" and _DEEDS.match(here.right):
        return False
    if mention.value == 1 and mention.value_max is None:
        return not (
            (ENDS.match(here.right) and _PLANT_BEFORE.search(here.clause))
            or re.search("(?:(?:至少|不少于)[^，。；、]{0,3}|各)$", here.clause)
            or (here.right.startswith("以上") and mention.unit in _THINGS | {"个"})
        )
    if here.clause.endswith("等") and mention.unit in _NAMED_IN and _NAMED_ONES.match(here.right):
        return False
    if not _DELIVERS.search(here.clause) or _SLOGAN.search(here.left):
        return True
    return mention.unit not in _THINGS and not (_SOLID.match(here.right) or ENDS.match(here.right))


_GREAT_COUNTRY = "人口的?[^，。；]{0,4}(?:大国|国家)"
_EVERYBODY = re.compile(
    f"(?:各族|中国)*(?:人民|同胞|儿女|中华儿女|中国人)|[^，。；]{{0,4}}{_GREAT_COUNTRY}"
)
_EVERYBODY_AFTER_HEADS = re.compile(f"民|{_GREAT_COUNTRY[1:]}|{_EVERYBODY.pattern}")
_POPULOUS = re.compile("人?口的?[大小][国省市县]")
_POPULOUS_BEGINS = frozenset("人口")
_THE_NATION = re.compile(any_of("农民 人口 劳动力"))
_REACHED = re.compile(
    any_of("达到 超过 覆盖 惠及 解决 实现 控制 减少 增加 转移 脱贫 参保 参加 受益 突破")
)


def is_a_people(here: Place) -> bool:
    """14亿中国人民, 人口大国: a name for everybody, not a number to reach."""
    mention = here.mention
    if here.right[:1] in _POPULOUS_BEGINS and _POPULOUS.match(here.right):
        return True
    if mention.value < 10**8:
        return False
    if here.printed.startswith("数亿"):
        return True
    if mention.value >= 5 * 10**8 and _THE_NATION.match(here.right):
        return not _REACHED.search(here.clause)
    everybody = _EVERYBODY_AFTER_HEADS if mention.unit == "人" else _EVERYBODY
    return bool(everybody.match(here.right))


_JOINED = re.compile("[^，。；：:,;]*[、和及与][^，。；：:,;]*")


def _sizes_beside(places: Sequence[Place]) -> set[int]:
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


RULES: tuple[Callable[[Place], bool], ...] = (
    has_no_measure,
    is_how_it_was_counted,
    is_part_of_a_word,
    is_time,
    is_ordinal,
    is_event,
    is_session,
    is_model,
    is_quoted,
    is_bare_scale,
    is_threshold,
    is_size_in_name,
    is_existing_set,
    is_loose_count,
    is_a_people,
)


def targets_among(places: Iterable[Place]) -> list[Place]:
    """The numbers that no rule takes out, each rule asked of all of them before the next."""
    left = list(places)
    named = _sizes_beside(left)
    left = [here for here in left if here.mention.start not in named]
    for rule in RULES:
        left = [here for here in left if not rule(here)]
    return left
