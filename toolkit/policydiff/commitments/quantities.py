"""Quantities: the numbers in a text that quantify commitments (codebook sections 1 and 3).

``find_quantities`` reads a range of running text, ``quantities_in`` several at once, ``parse_cell``
one cell of an indicator table. All return ``Found``: the quantity, and what the words around it
are, so that whoever looks for the indicator knows what to leave out::

    装备、汽车产值分别增长不低于3.5%、15.5%以上，
                    |     |     |         |
                    lead        start,end tail

``text[lead:start]`` are the words that lead to the number: comparators, adverbs, hedges and the
verb of change (分别增长不低于); the indicator ends at ``lead`` or begins at ``tail``, which is
after 以上, 左右, 以内. Numbers joined by 、 or 和 after one such verb form a series: ``place``
counts from 0 to ``of`` - 1, and all members share the verb and its ``lead``.

Comparators: a word before a series (不低于85%、70%) holds for all of it; a word after it (以上)
for the number it follows, and for all of a series that 分别 deals out. A lower bound left open by
余, 多, 几 is ``>=`` where nothing else is said.

Kinds: a percentage is ``growth`` where a verb of change governs it (增长8%, 下降63%), unless 到
or 至 makes it a level (提高到55%), where it measures a growth rate (增速为8%, 涨幅控制在3%) or is
said of consumer prices; all others are ``share``. Multiples grow the same way (增长1.5倍, 翻一番).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from policydiff.commitments.mentions import find_in_cell, find_mentions
from policydiff.commitments.model import Basis, Comparator, Measure, Quantity
from policydiff.commitments.nontargets import targets_among
from policydiff.commitments.patterns import any_of, at_end, beginning
from policydiff.commitments.places import Place, place
from policydiff.commitments.units import UnitClass


class Found(NamedTuple):
    """A quantity where it stands.

    ``lead`` and ``tail`` are offsets: the words that belong to the number begin at ``lead`` and
    end at ``tail``. ``change`` is the verb of change that governs it (增长, 提高, 下降), or empty;
    ``changes`` says that the number is how much something changed.
    ``place`` and ``of`` are its position in a series (0 of 1 when alone), ``each`` whether 分别
    or 各 deals the series out to several subjects.
    """

    quantity: Quantity
    lead: int
    tail: int
    change: str = ""
    changes: bool = False
    place: int = 0
    of: int = 1
    each: bool = False


_AT_LEAST = """
    不低于 不少于 不小于 不下于 不下 不亚于 不得低于 不得少于 不得小于 不应低于 不应少于
    至少 最少 最低 起码 超过 超出 超 突破 高于 大于 多于 逾
    跨上 跨过 跨越 越过 迈上 迈过 跃上 登上 过 上 ≥ ＞ >"""
_AT_MOST = """
    不超过 不高于 不多于 不大于 不突破 不超 不得超过 不得高于 不得多于 不得大于 不得突破 不应超过
    不应高于 不能超过 低于 少于 小于 不足 不到 至多 最多 最高 ≤ ＜ <"""
_ABOUT = "大约 大概 约 约为 接近 将近 近 预计约"
_LEVEL = frozenset(["到", "至", "降到", "降至", "降为", "增至", "增到", "升至", "升到", "升为"])
_NEUTRAL = """
    达到了 达到 达 高达 多达 分别为 分别 各为 均为 均 实际 都 各 将 可 已经 已 也 再 还 仍 仍然 总计
    共计 合计 共 力争 争取 努力 确保 预计 预期 完成 实现 保持在 保持 稳定在 控制在 维持在 控制 为
    是 仅 就 了 平均 年均 每年 要 拟按 按 定为 设定为 安排 在"""
_NOT_AFTER = {
    "约": "签节集契预履续制公违婚条爽毁合盟",
    "近": "附最临邻就靠亲",
    "达": "发到传表抵下",
    "过": "通经超不渡",
    "上": "以网线之",
    "可": "许认",
    "共": "公",
    "为": "作成认因行",
    "都": "首成",
    "至": "甚乃以",
    "超": "赶",
    "在": "现存所正潜",
    "降到": "下",
    "降至": "下",
    "升到": "上提跃攀",
    "升至": "上提跃攀",
    "升为": "上提跃攀",
    "降为": "下",
    "增到": "跃扩新",
    "增至": "跃扩",
    "均": "人平年户亩日",
}
_MEANING = (
    dict.fromkeys(_AT_LEAST.split(), Comparator.AT_LEAST)
    | dict.fromkeys(_AT_MOST.split(), Comparator.AT_MOST)
    | dict.fromkeys(_ABOUT.split(), Comparator.ABOUT)
)
_EQUAL = Comparator.EQUAL
_SHARE, _AMOUNT = Measure.SHARE, Measure.AMOUNT
_CHANGING = frozenset({Measure.GROWTH, Measure.POINTS})
_RATE = UnitClass.RATE
_BEFORE_SCALES_ONLY = frozenset("过上")
_PAST_SUM = re.compile(r"(?<![通经超不渡花])过$")
_LONGEST = 30
"""How far before a number the words that lead to it are looked for."""


def _alternatives(words: list[str]) -> str:
    """Any of the words, longest first, none where another character makes it another word."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    begins = "".join(sorted({word[0] for word in words}))
    choices = "|".join(
        f"(?<![{_NOT_AFTER[word]}]){word}" if _NOT_AFTER.get(word) else re.escape(word)
        for word in longest_first
    )
    return f"(?=[{re.escape(begins)}])(?:{choices})"


_WORDS = [*_MEANING, *sorted(_LEVEL), *_NEUTRAL.split()]
_WORD_ENDS = frozenset(word[-1] for word in _WORDS)
_TOKEN = re.compile(_alternatives([word for word in _WORDS if word not in _BEFORE_SCALES_ONLY]))
_TOKEN_BEFORE_SCALE = re.compile(_alternatives(_WORDS))
_LEADING = re.compile(rf"(?:{_TOKEN.pattern}|\s)+$")
_LEADING_SCALE = re.compile(rf"(?:{_TOKEN_BEFORE_SCALE.pattern}|\s)+$")
_GROWS = """
    增长 提高 提升 下降 降低 减少 增加 上升 上涨 上浮 下调 上调 调增 调减 压减 压降 压缩 缩减 缩短
    增速 增幅 涨幅 降幅 跃升 跃增 扩大 缩小 递增 递减 增产 减产 增收 减收 攀升 下滑 回升
    精简 精减 减轻 核减 削减 裁减 节约 节省 高出 改善 回落 增 减 降 升 翻
    负增长"""
_CHANGE = re.compile(
    rf"(?:{any_of('同比 比上年 比去年 较上年 较去年 实际 名义 可比 累计 再 要')}|{_TOKEN.pattern})*"
    rf"(?:(?P<verb>(?<![新净扩倍]){any_of(_GROWS)})|(?<=比)[^，。；]{{0,20}}(?P<more>多出?|(?<![减至])少))(?:了|幅度)?$"
)
_CHANGE_ENDS = frozenset(word[-1] for word in _GROWS.split()) | frozenset("多了度出")
_BEFORE_VERB = re.compile(
    r"(?P<word>至少|最少|最多|至多|最高)"
    + any_of(
        """
        办好 配备 建设 建成 设置 设立 开展 组织 培育 引进 完成 打造 新建 新增 举办 安排 配置 实施
        有 建 设 建有 设有 配有 拥有 创建 支持 给予 奖励 补助 补贴 资助"""
    )
    + "$"
)
_OF_WHOLE = re.compile(
    r"(?:每年|均|要|应)?(?<!\d)(?P<word>不低于|不少于|不超过|不高于|不得低于|不得超过|超过|低于)(?![\d年])[^，。；、：\d（）]{2,24}的$"
    r"|(?P<bound>不低于|不少于|不超过|不高于|不得低于|不得超过)(?![\d年])[^，。；、：\d（）]{2,12}(?<!的)$"
)
"""A bound before the whole that a share is of: 不低于教师总数的10%, 不超过合同金额30%."""
_BOUNDS = re.compile("[不超低][低少超高过于得]")
_TRAILING = re.compile(
    r"\s?(?:[（(]含[）)])?(?:(?P<least>及?以\s?上|之上)|(?P<most>及?以\s?内|之内|及?以\s?下|之下|内(?![部地外陆街河湖海环墙网需科涝控]))"
    r"|(?P<about>左右|上下)|(?P<more>或者?(?:更|稍|略)?(?:多|高|大|快)(?:一些|一点|些)?))"
)
_TRAILING_BEGINS = frozenset("及以之内左上或（(")
_JOINS = re.compile(rf"(?:[、和及与]|以及)\s?(?P<words>(?:{_TOKEN.pattern})*)$")
_JOINS_BEGIN = frozenset("、和及与以")
_RELATIVE = frozenset("%‰倍番")
"""Units of what may be a growth."""
_GROWTH_NOUN = re.compile(
    "(?:增长率(?<!自然增长率)|"
    + any_of(
        """
        增速 增幅 涨幅 升幅 降幅 增长速度 递增率 增长幅度 上涨幅度 下降幅度 提价幅度 涨价幅度
        降价幅度 上调幅度
        下调幅度 提高幅度 增加幅度 降低幅度 减少幅度 上升幅度 回落幅度 增长预期目标
        增长目标 增长预期 经济增长 递增的速度 增长的速度 消费价格 零售价格 物价总水平 价格总水平"""
    )
    + r")，?(?:(?!率|占|比重|比例|贡献|增速|涨幅)[^，。；])*$"
)
_GROWTH_NOUN_BEGINS = frozenset("增涨升降提递上下减回消零物价经")
_GROWTH_NOUN_FROM = beginning(_GROWTH_NOUN_BEGINS, _GROWTH_NOUN)
_SAME_AGAIN = re.compile(
    r"[，,；;](?:[一二三四五六七八九〇○零0-9０-９]{4}年)?(?:在?(?:实际)?执行中)?(?:计划|实际|预计|可以)*"
)
"""What leads from one growth rate to the next: 增长不低于6%，力争达到8%."""
_DOES = re.compile(r"(?!的|并|且|和|及|与|以|左|左右|增|上下|之)[\u4e00-\u9fff]{2}")
_VARIANT = re.compile(r"[（(](?:不?(?:包括|包含|含)|扣除|剔除)[^，。；（）()]{0,16}")
"""What leads from a growth rate to its variant in brackets: 增长6%（不含甲业为5%）."""
_GROWTH_GOAL = re.compile(
    r"(?:增速|增幅|增长率|涨幅)(?:(?!率|占|比重|比例)[^。；]){0,30}目标[\s\u200b]*"
    r"(?:设定|确定|预定|定)?[\s\u200b]*(?:为|在)?(?:(?!率|占)[^，。；])*$"
)
_CHANGES_OBJECT = re.compile(
    any_of("节约 节省 降低 减少 压缩 压减 削减 精简 提高 增加 缩短")
    + "(?!值|到|至|为)(?:(?!率|占|比重|比例|至|到)[^，。；、]){1,12}$"
)
_GROWTH_AFTER = re.compile(
    r"(?:左右|以上|以内)?的?(?:年均|平均|中高|预期|发展|经济|[^，。；、占比率]{0,8}生产总值)?"
    + any_of("增长 增速 速度 增幅 涨幅 增长率")
)
_INCREMENT = re.compile(
    any_of(
        """
        新增 新建 净增 增设 增加 新培育 新开工 新引进 新认定 新注册 新登记 新签约 加装 新改建
        新续建 增配 增补 扩建 增产 增收 增发 增拨 增开 追加 减少 减产 减收 裁减 核减"""
    )
    + "(?![到至值为])"
)
_TOTAL = re.compile(
    any_of("累计 总量 总数 总额 总面积 总规模 达到 达 保有量 存量 突破 总产量 总里程 总装机")
)
_STARTS_ANEW = re.compile(
    any_of("改造 建成 建设 打造 培育 完成 实现 提升 整治 拆除 修复 维修 总 累计 达到 占 更新 惠及")
)
_PEOPLE_COUNTED = re.compile(
    "[^，。；、]{0,8}"
    + any_of(
        """
        人口 人数 人员 学生 学子 就业 务工 用工 职工 员工 群众 居民 农民 毕业生 儿童 老人 老年人
        用户 农户 家庭 游客 旅客 读者 网民 会员 招生 参保 参训 培训 志愿者 市民 百姓 劳动力 户籍
        经营主体 市场主体"""
    )
)
_NATION = re.compile("人口的?[^，。；]{0,10}(?:国|国家|居住|城镇化)")
_MONEY = re.compile(
    any_of("规模 总值 产值 收入 投资 资产 税收 利润 存款 贷款 资金 增加值 支出 赤字 GDP 营收")
    + "|(?<![员名配缺])额"
)


def find_quantities(text: str, start: int, end: int) -> list[Found]:
    """The quantities between two offsets of ``text``, in order of position."""
    return quantities_in(text, [(start, end)])


def quantities_in(text: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
    """The quantities in each of ``spans`` of ``text``, read apart, in order of position."""
    places = [
        [place(text, start, end, mention) for mention in find_mentions(text, start, end)]
        for start, end in spans
    ]
    meant = {here.mention.start for here in targets_among(chain.from_iterable(places))}
    found: list[Found] = []
    for inside in filter(None, places):
        before = None
        for series in _series(text, [here for here in inside if here.mention.start in meant]):
            found += _read(text, series, before)
            before = found[-1]
    return found


class _Target(NamedTuple):
    """A number that is one, where it ends with 以上, 左右 and the like, and what these say.

    ``joined`` are the words between it and the number before it that it makes a series with,
    None where it makes none.
    """

    here: Place
    tail: int
    says: Comparator | None
    joined: str | None


def _series(text: str, places: list[Place]) -> list[list[_Target]]:
    """Group numbers that are joined by 、 or 和 alone."""
    groups: list[list[_Target]] = []
    tail = -1
    for here in places:
        between = text[tail : here.mention.start] if groups else ""
        between = between.lstrip() if between[:1].isspace() else between
        joined = _JOINS.match(between) if between[:1] in _JOINS_BEGIN else None
        after = _trailing(here)
        tail = here.mention.end + (after.end() if after else 0)
        target = _Target(here, tail, _says(after), joined and joined["words"])
        if joined:
            groups[-1].append(target)
        else:
            groups.append([target])
    return groups


def _trailing(here: Place) -> re.Match[str] | None:
    """以上, 左右 or another word after a number that says how exact it is."""
    right = here.right
    first = right[:1]
    return _TRAILING.match(right) if first in _TRAILING_BEGINS or first.isspace() else None


class _Lead(NamedTuple):
    """The words before a number: where they begin and what they say."""

    start: int
    comparator: Comparator
    change: str
    level: bool
    each: bool


def _read(text: str, series: list[_Target], before: Found | None) -> list[Found]:
    """The members of one series as quantities; ``before`` is the quantity before them."""
    head = series[0].here
    lead = _lead(head)
    relative = [one for one in series if one.here.mention.unit in _RELATIVE]
    growth = bool(relative) and (
        _grows(head, lead) or (before is not None and _grows_again(text, before, series[-1], lead))
    )
    last = series[-1].says if lead.each else None
    result = []
    for number, (here, tail, says, joined) in enumerate(series):
        mention = here.mention
        comparator = says or last or lead.comparator
        if joined:
            own = says or last or _EQUAL if "达" in joined else comparator
            comparator = _comparator(joined, own)
        if mention.lower_bound and comparator is _EQUAL:
            comparator = Comparator.AT_LEAST
        kind = _kind(mention.unit, growth)
        quantity = Quantity(
            mention.start,
            mention.end,
            here.printed,
            float(mention.value),
            None if mention.value_max is None else float(mention.value_max),
            mention.unit or _unsaid_unit(here),
            comparator,
            kind,
            _basis(here, lead),
        )
        changes = bool(lead.change) or kind in _CHANGING
        result.append(
            Found(quantity, lead.start, tail, lead.change, changes, number, len(series), lead.each)
        )
    return result


def _lead(here: Place) -> _Lead:
    """What the words before a number say."""
    clause = here.clause
    past_sum = clause[-1:] == "过" and here.mention.scaled and _PAST_SUM.search(clause)
    leading = _LEADING_SCALE if here.mention.bare or past_sum else _LEADING
    ends = clause[-1:]
    words = at_end(leading, clause, _LONGEST) if ends in _WORD_ENDS or ends.isspace() else None
    adjacent = words[0] if words else ""
    clause = clause[: len(clause) - len(adjacent)]
    changed = clause[-1:] in _CHANGE_ENDS and not adjacent.startswith("按")
    verb = at_end(_CHANGE, clause, _LONGEST) if changed else None
    earlier = _BEFORE_VERB.search(clause) if "最" in clause or "至" in clause else None
    start = here.mention.start
    rated = not words and here.mention.unit_class is _RATE
    whole = _OF_WHOLE.search(clause) if rated and _BOUNDS.search(clause) else None
    if whole:
        begin = start - len(clause) + whole.start()
        bound = _MEANING[whole["word"] or whole["bound"]]
        return _Lead(begin, bound, "", level=True, each=False)
    if not (words or verb or earlier):
        return _Lead(start, _EQUAL, "", level=False, each=False)
    change = verb[0] if verb else ""
    said = change + adjacent
    comparator = _comparator(change, _EQUAL)
    if earlier:
        comparator = _MEANING[earlier["word"]]
    if adjacent[-1:] in _BEFORE_SCALES_ONLY:
        comparator = Comparator.AT_LEAST
    return _Lead(
        start - len(said),
        _comparator(adjacent, comparator),
        (verb["verb"] or verb["more"]) if verb else "",
        level=("到" in said or "至" in said or "为" in said)
        and not _LEVEL.isdisjoint(_tokens(said)),
        each="分别" in said or "各" in said,
    )


def _comparator(words: str, otherwise: Comparator) -> Comparator:
    """What the last comparator among the words says, or ``otherwise``."""
    for token in _tokens(words) if words else ():
        otherwise = _MEANING.get(token, otherwise)
    return otherwise


@lru_cache(maxsize=1024)
def _tokens(words: str) -> tuple[str, ...]:
    """The words among ``words`` that lead to a number, in order."""
    return tuple(_TOKEN.findall(words))


def _says(after: re.Match[str] | None) -> Comparator | None:
    """How 以上, 左右 or another word ``after`` a number bounds it."""
    if not after:
        return None
    if after["least"] or after["more"]:
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if after["most"] else Comparator.ABOUT


def _grows(here: Place, lead: _Lead) -> bool:
    """Whether percentages here are changes, not levels."""
    if (
        _GROWTH_NOUN_FROM.search(here.left)
        or _GROWTH_AFTER.match(here.right)
        or ("目标" in here.left and _GROWTH_GOAL.search(here.left))
    ):
        return True
    object_ = "占" not in here.clause and _CHANGES_OBJECT.search(here.clause)
    return not lead.level and bool(lead.change or object_)


def _grows_again(text: str, before: Found, last: _Target, lead: _Lead) -> bool:
    """Whether a percentage goes on from the growth, or says the change, ``before`` it.

    One that opens its clause and does something (，九成以上实行备案) is a share of what changed.
    """
    opens = lead.start == last.here.mention.start
    if opens and _DOES.match(text, last.tail):
        return False
    if before.quantity.kind is Measure.GROWTH and (
        _SAME_AGAIN.fullmatch(text, before.tail, lead.start)
        or _VARIANT.fullmatch(text, before.tail, lead.start)
    ):
        return True
    # 增产8万吨，即5%
    return bool(before.change) and text[before.tail : lead.start] in {"，即", ",即"}


def _kind(unit: str, growth: bool) -> Measure:
    if unit not in _RELATIVE:
        return Measure.POINTS if unit.endswith("分点") else _AMOUNT
    if growth:
        return Measure.GROWTH
    return _SHARE if unit in _RATES else _AMOUNT


def _basis(here: Place, lead: _Lead) -> Basis | None:
    """Whether an amount adds to a stock or is one; neither where nothing says so."""
    if here.mention.unit_class is _RATE:
        return None
    *listed, piece = here.clause.split("、")
    if lead.level or (_TOTAL.search(piece) and not _INCREMENT.search(piece)):
        return Basis.TOTAL
    while not _INCREMENT.search(piece):  # 新增车位300个、充电桩50个
        if not listed or _STARTS_ANEW.match(piece):
            return None
        piece = listed.pop()
    return Basis.INCREMENT


def _unsaid_unit(here: Place) -> str:
    """元 where a sum of money leaves it out (资产规模突破百亿), 人 of 9万人口."""
    if here.right.startswith("人口") and not _NATION.match(here.right):
        return "人"
    counted = _PEOPLE_COUNTED.search(here.clause) or _PEOPLE_COUNTED.match(here.rest)
    return "元" if here.mention.scaled and _MONEY.search(here.clause) and not counted else ""


_GROWTH_NAME = re.compile(any_of("增长 增速 增幅 下降 降低 提高 提升 减少 涨幅 上涨 压减"))


_GROWTH_LABEL = re.compile(
    r".*(?:年均(?!浓度|[气水]温|值)[^，、]{0,4}|增长率?|增速|[增降]幅|递增|增减|(?:下降|降低)(?:率|比例|幅度)?)\s*(?:[（(]?[±+-]?[%％][）)]?)?\s*"
    r"(?:[/／、或和及]?\W?累计.{0,6})?[*＊]?"
)
_SUM_LABEL = re.compile(
    r"[\[［〔（(]?(?:[三四五]年|规划期内?|[“\"]?十[一二三四五六七八九]?五[”\"]?(?:时期|期间)?)?累计(?:数|值|变化|增减)?(?:[（(][%％][）)])?[\]］〕）)]?[*＊]?"
)
"""The head of a column of what comes together over the years of a plan."""
_SHARE_NAME = re.compile(
    r"占(?!地(?:面积|$))|(?:(?<!生产)(?<!产出)率|比例?|比重|份额|强度|程度|水平|满意度|安全感|贡献度|依存度)(?:[（(][^（）()]*[）)])?$"
)
"""The name of what is measured as a level in %."""
_LABEL_UNIT = re.compile(r"[（(]([^（）()]+)[）)]$")
_REST_OF_UNIT = re.compile(r".*[）)]|年|[/／].+")
"""What a table may print behind the unit that running text would have: 人年, 人/亿元."""
_OPENING = "[［〔【（( "
_SIGNS, _BRACKETS, _RATES = frozenset("-－−"), frozenset(_OPENING), frozenset("%‰")


def parse_cell(
    text: str, start: int, end: int, unit: str, name: str, label: str = ""
) -> Found | None:
    """The value in one cell of an indicator table, or None if it holds no number.

    ``unit`` is what the table prints for the row (亿元, %), ``name`` its indicator, ``label`` the
    head of the column, whose unit holds where the row has none. A change in the name makes a
    percentage a growth, as does a % of its own among 亿元; under 年均增长 a bare number is a growth
    in %, but in brackets, which are for sums: there, as under 累计, that of a share is in
    percentage points.
    """
    mention = next(iter(find_in_cell(text, start, end)), None)
    if mention is None:
        return None
    here = place(text, start, end, mention)
    rates = _GROWTH_LABEL.fullmatch(label) is not None and "失业率" not in name
    rate = rates and text[start] not in _BRACKETS
    headed = None if unit or rates else _LABEL_UNIT.search(label)
    scale, row_unit = _row_unit(headed[1] if headed else unit)
    changed = bool(_GROWTH_NAME.search(name))
    summed = rates or _SUM_LABEL.fullmatch(label)
    base = "个百分点" if summed and row_unit == "%" and not changed else row_unit
    if mention.unit or rate:
        scale, base = 1.0, mention.unit or "%"
    lead = _lead(here)
    own = base in _RATES and base != row_unit and text[mention.start - 1] not in "率例重比"
    own = own and not _SHARE_NAME.search(name)
    growth = rate or own or bool(lead.change) or changed
    after = _trailing(here)
    falls = text[start : mention.start].lstrip(_OPENING) in _SIGNS
    begin = mention.start - falls
    quantity = Quantity(
        start=begin,
        end=mention.end,
        text=text[begin : mention.end],
        value=float(mention.value * Decimal(-scale if falls else scale)),
        value_max=None if mention.value_max is None else float(mention.value_max * Decimal(scale)),
        unit=base,
        comparator=_says(after) or lead.comparator,
        kind=_kind(base, growth and not lead.level),
    )
    tail = mention.end + (after.end() if after else 0)
    return Found(quantity, lead.start, tail, lead.change)


def _row_unit(unit: str) -> tuple[float, str]:
    """The multiplier and base unit of a printed unit: 亿元 is 100,000,000 元, 上年=100 none."""
    mention = next(iter(find_mentions(f"1{unit}", 0, len(unit) + 1)), None)
    if not mention or not mention.unit:
        return 1.0, "" if "=" in unit else unit
    rest = unit[mention.end - 1 :]
    return float(mention.value), mention.unit + (rest if _REST_OF_UNIT.fullmatch(rest) else "")
