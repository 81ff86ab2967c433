"""The numbers in a text, with what is written around it as part of the quantity.

One compiled pattern finds numerals with their unit; it knows nothing of meaning. Whether a
mention quantifies a commitment is decided in ``nontargets``. The grammar, on top of numerals::

    mention  = number [unit [more]] [range number [unit]] | fraction
    number   = numeral | 百分之 numeral | 千分之 numeral
    range    = "-" | "—" | "–" | "～" | "~" | 至 | 到              (60—80万辆, 5%—5.5%)
    fraction = numeral 分之 numeral | digits / digits | 一半         (三分之一, 1/4)
    unit     = printed unit { "/" [scale] unit { "·" unit } } [每 unit]
               (元/人/年, 元/人·月, 元/人月, 毫克每升)
    more     = 多 | 余                                            (四倍多)

- The parts of a range share the last scale unless the first has its own: 60—80万 is 600,000 to
  800,000, 700万到800万 needs no help.
- 百分之五 is 5 %, 九成 is 90 %, a fraction its value in %; ‰, 倍 and 番 stay what they are, and
  十万分之十五 is 15 /10万 as 15/10万 is.
- A Chinese numeral that has neither a unit nor 万 or 亿 is a word (统一, 进一步) and left out.
- In a list that names its unit once, every number has it: 10.6万、3.8万、3.3万平方公里, and its
  scale where it has none (1.3、1.2亿元); of points too: 4.2和0.7个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policydiff.commitments.numerals import NUMERAL, is_open, parse_number, parse_pair
from policydiff.commitments.patterns import any_of, beginning
from policydiff.commitments.units import CLASS, UnitClass, base_unit

_NOT_A_UNIT = """
    个体 个人 个税 家庭 家家户户 口岸 位数 站式 人均 人大 人民 人口 台阶 部分 部件 部门 层次 层面
    组织 毛利 毛巾 毛衣 毛纺 毛皮 毛额 毛入 毛绒 毛石 毛竹 毛茶 角度 角落 角色 PP Pa PM PC PK
    PV PE PO PU PR
    年均 年代 成本 成为 成立 成效 成果 处理 处置 间接 度假 对口 对接 对外 列为 列入
    方面 方式 方案 方向 方法 方针 方便 方位 方圆 方略 方言 方块 方阵 方队 方形 方程 方志 方舱
    方可 方能 枝干 枝叶 盆地 盆景 瓶颈 顶层 顶部 顶尖 顶级 束缚 席卷 期间 期末 期初 期望 期权 期货
    期限 期满 期盼 期待"""
_NO_AREA = r"[平立](?!方|米)(?:(?<![0-9０-９万].)|(?!$|[，,。；;、：:）)\s的—]|以上|左右|以内))"
"""平 and 立 are short for 平方米 and 立方米 behind a number and before a stop only."""
_NO_PIECE = r"(?<![万亿])[棒袋]"
"""Mushrooms are counted in 棒 and 袋, by the ten thousand only."""
_NO_ITEM = r"(?<=亿)项目(?![标录])"
_NO_VOLUME = r"(?<![万亿])(?<!\d{3})方"
"""方 is short for 立方米 behind a large number only: 10亿方, not 三方协议 or 千方百计."""
_NO_TENTH = "成人(?![口员均])"
"""1成人培训 is item 1 on adults."""
_UNIT_BEGINS = "".join(sorted({unit[0] for unit in CLASS}))
_NO_UNIT = f"{any_of(_NOT_A_UNIT)}|{_NO_VOLUME}|{_NO_AREA}|{_NO_ITEM}|{_NO_PIECE}|{_NO_TENTH}"
_PRINTED = rf"(?=[{_UNIT_BEGINS}])(?!{_NO_UNIT}){any_of(' '.join(CLASS))}"
_PER = any_of(" ".join([*CLASS, "人月 人年 车 床 生"]))
_PER_MEASURE = any_of("立方米 平方米 升 吨 公斤 千克 亩 公顷 公里")
_OVER = rf"(?:[/／][十百千万]?{_PER}(?:·{_PER})*)*"
_UNIT = rf"(?:{_PRINTED}){_OVER}(?:(?<=[克元吨斤升时])每{_PER_MEASURE})?"
_DASH = r"(?:[-－—–~～]{1,2}|[至到])"
_RATIO = "百分之|千分之"
_BEGINS = frozenset("0123456789０１２３４５６７８９〇○零一二三四五六七八九十百千万亿两半廿卅几数")
_MENTION = re.compile(
    rf"(?P<whole>一半|(?P<ratio>{_RATIO})?(?P<first>{NUMERAL})"
    rf"(?:(?P<over>分之|[/／](?=[0-9０-９]))(?P<part>{NUMERAL})"
    rf"|(?:\s{{0,2}}(?P<unit1>{_UNIT}))?"
    rf"(?:\s?{_DASH}\s?(?P<ratio2>{_RATIO})?(?P<second>{NUMERAL})(?:\s{{0,2}}(?P<unit2>{_UNIT}))?"
    rf"|(?<=[{''.join(sorted({unit[-1] for unit in CLASS}))}])[多余](?![\u4e00-\u9fff]))?))"
)
_MENTION_FROM = beginning(_BEGINS, _MENTION)
_WHOLE = frozenset({UnitClass.COUNT, UnitClass.PEOPLE})
_ITEM = re.compile(r"\d{1,2}[.．](?=(\d+))")
_POINTS = frozenset(".．")
_POINTS_JOIN = frozenset("、和与及")
_WORD_SIGNS = frozenset("〇○零一二三四五六七八九十百千两半廿卅几数余多")
_LARGE_SCALES = frozenset("万亿")
_DIGITS_SCALED = re.compile(r"[\d.]+([十百千万亿]+)")
_LAST_SCALE = re.compile(r"[十百千万亿]+[余多几]?$")


_COUNTED_IN = frozenset(["个工作日", "个百分点"])
_LIMITS = frozenset(["个工作日", "小时", "分钟", "天"])
"""Units of limits of time, which a list shares; no dates."""
_MINUS = frozenset("-－−")
_GROWTH = frozenset(["增长", "增速", "增幅", "幅为", "速为", "长为"])
_HUNDRED_THOUSAND = 100_000


class Mention(NamedTuple):
    """One number as printed: ``text[start:end]``, its unit included.

    ``value`` and ``value_max`` (of a range) are in base ``unit``. ``lower_bound`` says that 余, 多,
    几 or 数 leaves the number open; ``arabic`` that it is written in digits; ``scaled`` that it
    has 万 or 亿; ``bare`` that it is a scale alone (百亿, 亿元).
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    unit_class: UnitClass | None
    lower_bound: bool = False
    arabic: bool = False
    scaled: bool = False
    bare: bool = False


def find_mentions(text: str, start: int, end: int) -> list[Mention]:
    """The numbers between two offsets of ``text``, in order of position, none overlapping."""
    whole = [
        _below_zero(text, one) if one.unit == "%" else _without_item(text, one)
        for one in _mentions(text, start, end)
    ]
    return _with_shared_units(text, whole) if len(whole) > 1 else whole


def find_in_cell(text: str, start: int, end: int) -> list[Mention]:
    """The numbers in the cell of a value, before none of which an item has its own."""
    whole = [
        _below_zero(text, one) if one.unit == "%" else one for one in _mentions(text, start, end)
    ]
    return _with_shared_units(text, whole) if len(whole) > 1 else whole


def _mentions(text: str, start: int, end: int) -> Iterator[Mention]:
    """The numbers between two offsets of ``text`` as printed."""
    while match := _MENTION_FROM.search(text, start, end):
        if one := _read(match):
            yield one
        start = match.end("whole")


def _without_item(text: str, mention: Mention) -> Mention:
    """The mention without the number of an item before it: 2.50个小区 behind a line end or 。."""
    if mention.unit_class not in _WHOLE or mention.scaled or mention.value_max is not None:
        return mention
    if _POINTS.isdisjoint(text[mention.start + 1 : mention.start + 3]):
        return mention
    item = _ITEM.match(text, mention.start, mention.end)
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start].rstrip()
    if not item or (before and before[-1] not in "。；;"):
        return mention
    return mention._replace(start=item.end(), value=Decimal(item[1]))


def _below_zero(text: str, mention: Mention) -> Mention:
    """The percentage with the sign before it, where a growth is below zero: 增长-3%."""
    if text[mention.start - 1 : mention.start] not in _MINUS:
        return mention
    if mention.value_max is not None or text[mention.start - 3 : mention.start - 1] not in _GROWTH:
        return mention
    return mention._replace(start=mention.start - 1, value=-mention.value)


def _read(match: re.Match[str]) -> Mention | None:
    whole, ratio, first, over, _, unit1, ratio2, second, unit2 = match.groups()
    start, end = match.span("whole")
    if first is None:
        return Mention(start, end, Decimal(50), None, "%", UnitClass.RATE)
    if over:
        return _fraction(match)
    if not (unit1 or ratio or second) and _is_word(first):
        return None
    low, high, printed, arabic = parse_number(first), None, unit2, first[0].isdecimal()
    if second:
        if unit1 and unit1 != printed and not ratio2:  # no range: 5公里至10个
            end, printed = match.end("unit1"), unit1
            whole = whole[: end - start]
        else:
            high = parse_number(second)
            low = _scaled_as(low, high, first, second)
    else:
        printed = unit1
        low, high = (None if arabic else parse_pair(first)) or (low, None)
    if low is None:
        return None
    unit, factor, unit_class = _unit(ratio, printed)
    return Mention(
        start,
        end,
        low if factor == 1 else low * factor,
        None if high is None else high * factor,
        unit,
        unit_class,
        is_open(whole),
        arabic,
        "万" in first or "亿" in first,
        not first.strip("百千万亿"),
    )


def _is_word(numeral: str) -> bool:
    """Whether a numeral without a unit is a word: 统一, 几, but not 零."""
    if numeral in _LARGE_SCALES:
        return True
    return _WORD_SIGNS.issuperset(numeral) and numeral != "零"


def _scaled_as(
    low: Decimal | None, high: Decimal | None, first: str, second: str
) -> Decimal | None:
    """The lower end of a range, with the scale at the end of the upper: 60 in 60—80万."""
    scale = _LAST_SCALE.search(second)
    if low is None or high is None or not scale or _LAST_SCALE.search(first):
        return low
    digits = parse_number(second[: scale.start()])
    shared = low * high / digits if digits else low
    return shared if low < high and shared < high else low


def _fraction(match: re.Match[str]) -> Mention | None:
    """三分之二 and 1/4, as a share in %."""
    first, part = parse_number(match["first"]), parse_number(match["part"])
    if first is None or part is None or match["ratio"]:
        return None
    if match["over"] != "分之" and "万" in match["part"]:  # 15/10万: a rate per 100,000
        base = f"/{match['part']}"
        return Mention(match.start(), match.end("part"), first, None, base, UnitClass.RATE)
    if match["over"] == "分之" and first == _HUNDRED_THOUSAND:
        return Mention(match.start(), match.end("part"), part, None, "/10万", UnitClass.RATE)
    over, under = (part, first) if match["over"] == "分之" else (first, part)
    if not under or over > under:
        return None
    value = over * 100 / under
    return Mention(match.start(), match.end("part"), value, None, "%", UnitClass.RATE)


@cache
def _unit(ratio: str | None, printed: str | None) -> tuple[str, int, UnitClass | None]:
    """The base unit, what the number is multiplied by for it, and the class of the unit."""
    if ratio:
        return ("%" if ratio == "百分之" else "‰"), 1, UnitClass.RATE
    if not printed:
        return "", 1, None
    head, slash, rest = printed.replace("／", "/").partition("/")
    unit_class = CLASS[head.partition("每")[0]]
    if printed == "成":
        return "%", 10, unit_class
    return base_unit(head) + slash + rest, 1, unit_class


def _scale(text: str, mention: Mention) -> Decimal:
    """What the digits of a number are multiplied by: 10,000 in 1.3万亩."""
    printed = _DIGITS_SCALED.match(text, mention.start) if mention.scaled else None
    return (printed and parse_number(f"1{printed[1]}")) or Decimal(1)


def _with_shared_units(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give every number of a list the unit and scale that its last member names."""
    shared = list(mentions)
    last = shared[-1]
    for index in range(len(shared) - 2, -1, -1):
        one, following = shared[index], shared[index + 1]
        if following is mentions[index + 1]:
            last = following
        between = text[one.end : following.start]
        if between not in _POINTS_JOIN:
            continue
        if one.unit == "个" and following.unit in _COUNTED_IN:
            shared[index] = one._replace(unit=following.unit, unit_class=following.unit_class)
            continue
        if not (one.arabic and following.arabic) or one.unit:
            continue
        if (
            between == "、"
            and (
                following.unit_class not in {None, UnitClass.RATE, UnitClass.TIME}
                or following.unit in _LIMITS
            )
        ) or following.unit == "个百分点":
            scale = _scale(text, last)
            shared[index] = one._replace(
                value=one.value if one.scaled else one.value * scale,
                unit=following.unit,
                unit_class=following.unit_class,
                scaled=one.scaled or scale > 1,
            )
    return shared
