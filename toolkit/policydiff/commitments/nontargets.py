"""Which numbers quantify no commitment (codebook section 1, "NOT targets", and section 3).

Each rule is a predicate over a ``Place``, a number with the text around it. ``RULES`` lists those
that numbers of each class of units are asked, in order. A number that no rule takes out is a
target: what a document counts in units it mostly means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from policydiff.commitments.bounds import is_size_in_name, is_threshold, sizes_beside
from policydiff.commitments.existing_sets import is_existing_set
from policydiff.commitments.patterns import any_of, at_end
from policydiff.commitments.places import ENDS, Place
from policydiff.commitments.units import COUNTABLE, UnitClass

_RATE, _TIME = UnitClass.RATE, UnitClass.TIME
_OVER = re.compile(
    any_of(
        "突破 超过 超 达到 达 过 逾 近 约 跨上 迈上 迈过 冲击 上 不足 不到 跨越 跨过 越过 登上 跃上"
    )
    + "(?<!以上)$"
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
        对象 群体 人群 村民 牧民 渔民 婴幼儿 幼儿 青少年 患者 师生"""
    )
)
_INDEX = re.compile(
    any_of("指数 系数 得分 分值 密度 容积率 比值 评分 倍差 收入比 比率 PUE PUE值 电能利用效率")
    + r"(?:[^，。；、\d]{0,10}"
    r"|[由从](?:(?:\d{4}|[上去])年的?)?(?:\d+(?:\.\d+)?|[^，。；、\d]{1,8})[^，。；、\d]{0,6})$"
)
_ONWARD = re.compile(
    any_of("增加 提高 减少 下降 降低 上升 缩小 扩大 回落 回升 升 降 增 减") + "[到至为]"
)
_ZERO_LEFT = re.compile(r"(?:为|清|“|实现|达到|降[到至为])$")
_BROKEN = re.compile("”?的?突破")
_POPULATION = re.compile("以上(?:常住|城镇|户籍)?人口的?(?:大)?(?:县|市|城|乡|镇|村|社区)")


def has_no_measure(here: Place) -> bool:
    """No unit, unless the number is 零, an index, a head count or a sum like 百亿 (section 3)."""
    mention = here.mention
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
    if mention.unit_class in COUNTABLE:
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
    if mention.arabic:
        return False
    if here.left[-1:] == "—" == here.right[:1]:
        return True
    named = _PLACE_NAMED.get(here.printed[-1])
    if named and mention.value < 100 and named.match(here.right):
        return True
    return (
        (mention.unit_class is not _RATE and mention.value in (0, 0.5))
        or (mention.unit == "度" and mention.value < 10)
        or bool(_SUFFIX.match(here.right))
        or (mention.unit == "倍" and here.right.startswith("的"))
        or here.right.startswith(("世纪", "时间", "个世纪", "个时间"))
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


_MEASURES_NATURE = frozenset(["米", "毫米"])
_NATURE = re.compile(r"(?:海拔|降[水雨]量|蒸发量)[^，。；、\d]{0,8}$")


def is_natural(here: Place) -> bool:
    """海拔3000米, 年降水量400毫米: how a place is by nature."""
    return here.mention.unit in _MEASURES_NATURE and bool(at_end(_NATURE, here.left, 12))


_OFTEN_DATES = frozenset({"年", "岁", "周岁", "周", "月", "个月"})
_LASTS = re.compile(
    any_of(
        """时限 时间 时长 天数 日数 压缩 缩短 不少于 不低于 不超过 控制在 减少 增加 平均 周期 提速
        提前"""
    )
)
_LIFETIME = re.compile("寿命|年限")
_LIMITED = re.compile(
    r"(?:时限|时间|周期|期限|时长|审限|工期)[^，。；]{0,24}"
    r"(?:(?:压缩|缩短|压减|减少|降低|降|减)[到至为]|控制在|不超过|不得超过)约?$"
)
_SHORTER = re.compile(r"\s?(?:缩短|压缩|压减|延长|减少|下降|降低)[到至为]")
_SHORTENED_TO = re.compile(r"(?:缩短|压缩|压减|延长|减少|下降|降低)[到至为]约?$")
_SETTLED = re.compile(
    "以?内(?:[^，。；]{0,6})(?:办结|审结|结案|办理完毕|办理完成|完成(?:办理|审批|审核))"
)
_DAY_OF_MONTH = re.compile(r"[\d一二三四五六七八九十]\s?月\s?$")
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
    if mention.value < 150 and (
        _SHORTER.match(here.right) or at_end(_SHORTENED_TO, here.clause, 4)
    ):
        return False
    if mention.unit == "日" and at_end(_DAY_OF_MONTH, here.left, 4):
        return True
    if mention.unit in _OFTEN_DATES:
        if mention.value >= 150:
            return True
        if "内" in here.right and mention.unit == "个月" and _SETTLED.match(here.right):
            return False
        return not (_LIFETIME.search(here.clause) or _LIMITED.search(here.clause))
    if "内" in here.right and _SETTLED.match(here.right):
        return False
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
_LENGTHS = frozenset({"米", "公里"})
_VOLTS = frozenset({"千伏", "伏", "kV", "KV"})
_MODEL_RIGHT = re.compile(r"[+＋×*]|[-—]\d|[^，。；]{0,20}[+＋][\dN若]")

_WITHIN_REACH = re.compile(r"(?:[^，。；、\d]{0,4}(?:半径|范围))?[^，。；、\d]{0,6}(?:覆盖|可达)率")
"""What a rate goes on with that says how near something is: 500米半径覆盖率."""


_HELD = re.compile(r"(?:举办|承办|主办|协办|举行|召开|办好|办成)了?$")


_ISSUES = re.compile(any_of("培训 讲座 论坛 沙龙 活动 课程 节目 专栏 简报 班 研修 宣讲"))


def is_session(here: Place) -> bool:
    """十四届人大, 园区二期: which session or phase it is, not how many were held (3届大会)."""
    mention = here.mention
    if mention.unit == "期":
        held = _ISSUES.search(here.clause) or _ISSUES.search(here.rest[:8])
        return not (mention.arabic and held)
    return mention.unit == "届" and not _HELD.search(here.left)


def is_model(here: Place) -> bool:
    """±800kV, 500米半径覆盖率, 6+2+1, 1-4-40: a standard, a model or a formula (section 1)."""
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
        or (here.mention.unit in _LENGTHS and bool(_WITHIN_REACH.match(here.right)))
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


_BRINGS_FORTH = re.compile(
    any_of("打造 开发 建设 新建 改造 培育 引进 举办 新增 建成 创建 推出 征集 演出 下乡") + "$"
)
_NAMES_CAMPAIGN = re.compile("[^，。；、]*(?:行动|计划|工程)(?:[，。；、]|$)")


def is_bare_scale(here: Place) -> bool:
    """亿元以上项目, 百亿元企业, 千家万户: a scale alone, which only some words make a number.

    They are 超, 近 or 余, and what brings forth what is counted (打造百项场景).
    """
    mention = here.mention
    if not mention.bare or mention.lower_bound or at_end(_OVER, here.left, 2):
        return False
    if mention.unit_class is UnitClass.COUNT and at_end(_BRINGS_FORTH, here.left, 2):
        return _NAMES_CAMPAIGN.match(here.right) is not None
    return not (here.left.endswith("在") and here.right.startswith("以上"))


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
_BUILT = frozenset("座所家处栋幢")
_MADE = re.compile(rf"(?:{_DELIVERS.pattern})(?!.*(?:{_DELIVERS.pattern}))[^，。；、]{{2,}}$")
"""What a single one is made of: 新建普通高中一所."""


def is_loose_count(here: Place) -> bool:
    """三项制度, 两个方面, 一批: a small Chinese numeral that counts no deliverable (section 1)."""
    mention = here.mention
    if mention.arabic or mention.bare or mention.value > 20:
        return False
    if mention.unit == "类" and mention.value_max is not None:
        return True
    if mention.unit == "件" and _DEEDS.match(here.right):
        return False
    if mention.value == 1 and mention.value_max is None:
        return not (
            (ENDS.match(here.right) and _PLANT_BEFORE.search(here.clause))
            or (ENDS.match(here.right) and mention.unit in _BUILT and _MADE.search(here.clause))
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
_OF_THE_NATION = re.compile("(?:以上|多)?(?:人口|人民|百姓|群众)?的")
_WE_ARE = ("我国有", "我们有")
_REACHED = re.compile(
    any_of("达到 超过 覆盖 惠及 解决 实现 控制 减少 增加 转移 脱贫 参保 参加 受益 突破")
)


def is_a_people(here: Place) -> bool:
    """14亿中国人民, 14亿人的饭碗, 人口大国: a name for everybody, not a number to reach."""
    mention = here.mention
    if here.right[:1] in _POPULOUS_BEGINS and _POPULOUS.match(here.right):
        return True
    if mention.value < 10**8:
        return False
    if here.printed.startswith("数亿") or here.left.endswith(_WE_ARE):
        return True
    if mention.value >= 10**9 and mention.unit in {"人", ""} and _OF_THE_NATION.match(here.right):
        return not _REACHED.search(here.clause)
    if mention.value >= 5 * 10**8 and _THE_NATION.match(here.right):
        return not _REACHED.search(here.clause)
    everybody = _EVERYBODY_AFTER_HEADS if mention.unit == "人" else _EVERYBODY
    return bool(everybody.match(here.right))


_ANY = frozenset([*UnitClass, None])
_ASKED_OF: tuple[tuple[Callable[[Place], bool], frozenset[UnitClass | None]], ...] = (
    (has_no_measure, frozenset([None])),
    (is_how_it_was_counted, _ANY),
    (is_part_of_a_word, _ANY - {None}),
    (is_time, frozenset([_TIME, UnitClass.MONEY])),
    (is_ordinal, _ANY),
    (is_event, frozenset([UnitClass.COUNT])),
    (is_natural, frozenset([UnitClass.EXTENT])),
    (is_session, frozenset([UnitClass.COUNT])),
    (is_model, _ANY),
    (is_quoted, _ANY),
    (is_bare_scale, _ANY),
    (is_threshold, _ANY),
    (is_size_in_name, frozenset([UnitClass.CAPACITY, UnitClass.COUNT])),
    (is_existing_set, _ANY),
    (is_loose_count, COUNTABLE),
    (is_a_people, _ANY),
)
RULES = {
    unit_class: tuple(rule for rule, classes in _ASKED_OF if unit_class in classes)
    for unit_class in _ANY
}
"""What numbers are asked, by the class of their unit."""


def targets_among(places: Iterable[Place]) -> Iterator[Place]:
    """The numbers that no rule takes out, each rule asked of all of a class before the next."""
    given = list(places)
    named = sizes_beside(given)
    of_class: dict[UnitClass | None, list[Place]] = {}
    for here in given:
        if here.mention.start not in named:
            of_class.setdefault(here.mention.unit_class, []).append(here)
    for unit_class, left in of_class.items():
        for rule in RULES[unit_class]:
            left = [here for here in left if not rule(here)]
        yield from left
