"""How the later of two linked commitments stands to the earlier one (codebook section 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.alignment.actions import action_classes
from policydiff.alignment.features import comparable_unit
from policydiff.alignment.link import Reason, Relation, Wording
from policydiff.alignment.names import bare, common, paid_for
from policydiff.alignment.normalise import grams
from policydiff.alignment.normalise import wording as comparable
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Basis, Commitment, Comparator, Measure, Quantity
from policydiff.commitments.vocabulary import canonical
from policydiff.reading.script import simplified

RESTATED = 0.36
"""From this Dice coefficient of character bigrams on, two statements without number are ``same``.

Right for 81 % of 2,877 certain links between such statements, in 21 pairs of documents; every
bound from 0.34 to 0.42 is right for 80 %.
"""

SAYS_WHICH = 0.5
"""From this coefficient on, two clauses say which of the many things of one name they count."""

_DOING = frozenset({"build", "renew", "create", "attract", "hold", "reduce", "add"})
"""Actions whose counts add up over the years, unlike levels that are reached."""

_YEARLY = re.compile("每年|年均|全年|当年")
_SEVERAL_YEARS = re.compile("(?<!第)[两三四五]年(?!级|制|行动|计划)|十[一二三四五]五")
_AGAINST = re.compile(
    "(?:[比较](?:上年|上一年|去年|前年|往年|年初|同期|[12]\\d{3}年)|同比)"
    "[^，。；、]{0,8}?(?:增|减|多|少|提高|下降|降低|扩大|缩小)[^，。；、]{0,3}$"
)
_RAISED_TO = re.compile("(?:[增提扩减降压]\\S|[增降减])[至到]$")
_SHIFT = re.compile("提高|上调|下调|削减|减少|压减|减排|增产|减产|增收|减收")
_BUILT = re.compile(
    "(?:(?<![更创全])新|(?<![持连陆继后])续|扩|(?<!整)改|迁|翻|重|复)+建(?![设筑议立构])"
)
_DISTRIBUTED = re.compile(
    "(?:每|各(?![类种项级方自界式样行]))(?:个|座|所|家|条|户|名|千|百|万)?[一-龥]"
)
_PER_HEAD = re.compile(
    "[人户亩日月年校]均|平均|单产|亩产|最低|(?<!高)标准$|(?:浓度|价格?|工资|寿命|年限)$"
)
"""Amounts of one of many, which compare whatever the population, as rates do."""

_RATES = frozenset({"%", "个百分点", "倍", "天", "小时", "分钟", "年", "岁"})

_WHOLE = re.compile(
    "占(?P<place>全[国省市区县州]|全?世界|全球)?(?P<thing>.*?)(?:的?(?:比[重例率]?|份额|百分比))?$"
)
_OUTPUT = re.compile("规(?:模以)?上|一次(?=能源)|(?:总产值|产值|增加值|总量)$")
"""What tells no whole from another: how output is measured, and of which firms."""

_NUMBER = re.compile(r"\d[\d.,]*[十百千万亿]*|[百千万亿]+(?=元)")

_FIGURE = re.compile(r"\d+|[两一二三四五六七八九十]+(?=[级大项条个])")

_BINDING = {
    Comparator.ABOUT: 0,
    Comparator.EQUAL: 1,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What two commitments do not say themselves.

    ``long`` says whose period is longer than a year; ``levels`` that their documents are of
    different levels of government; ``ambiguous`` that one of the documents gives several counts
    under the name of what is counted, ``alike`` several of the same deed, and that what they
    follow upon does not tell which is meant.
    """

    long: tuple[bool, bool] = (False, False)
    levels: bool = False
    ambiguous: bool = False
    alike: bool = False


def relation(a: Commitment, b: Commitment, setting: Setting = Setting()) -> Relation:
    """``same``, ``raised``, ``lowered`` where the measures compare, else ``reframed``/``related``.

    Two numbers compare where unit (after conversion), kind, basis, the thing measured, period
    and population agree. Counts of deeds that overlap in part compare, as 新建续建 with 新建; 新建
    with 扩建 does not. Between levels of government only rates, shares and averages compare.
    Counts under a name that does not say which are meant compare where the clauses do. One number
    against none is ``reframed``, unless the other words hold the same figure. Two statements
    without a number are ``same`` where one says most of what the other says, else ``related``.
    """
    return judged(a, b, setting)[0]


def judged(a: Commitment, b: Commitment, setting: Setting) -> tuple[Relation, Reason | None]:
    """`relation`, and where it is ``reframed`` the reason."""
    if a.quantity and b.quantity:
        reason = _obstacle(a, b, a.quantity, b.quantity, setting)
        if reason:
            return Relation.REFRAMED, reason
        before, after = _top(a.quantity), _top(b.quantity)
        if _equal(a.quantity, b.quantity):
            return Relation.SAME, None
        return (Relation.RAISED if after > before else Relation.LOWERED), None
    if a.quantity or b.quantity:
        if _figure_in_words(a, b):
            return Relation.SAME, None
        return Relation.REFRAMED, Reason.NUMBERLESS
    if _figures_differ(a, b) or restated(a.words, b.words) < RESTATED:
        return Relation.RELATED, None
    return Relation.SAME, None


def _obstacle(
    a: Commitment, b: Commitment, x: Quantity, y: Quantity, setting: Setting
) -> Reason | None:
    """What keeps two numbers from comparing; equal ones need less to be the same."""
    if not comparable_unit(x, y):
        return Reason.MEASURE
    if {x.basis, y.basis} == {Basis.INCREMENT, Basis.TOTAL}:
        return Reason.BASIS
    if a.canonical and b.canonical and a.canonical != b.canonical:
        return Reason.INDICATOR
    if _distributed(a, x) != _distributed(b, y):
        return Reason.EACH
    if _wholes_differ(a, b, x):
        return Reason.WHOLE
    if _equal(x, y):
        return Reason.INDICATOR if _neighbours(a, b, x) else None
    if not _one_thing(a, b):
        return Reason.INDICATOR
    if setting.levels and _of_a_population(a, x):
        return Reason.LEVEL
    if _accumulates(a, x, setting.long[0]) != _accumulates(b, y, setting.long[1]):
        return Reason.PERIOD
    if x.basis is not y.basis and _sums_up(a, x) != _sums_up(b, y):
        return Reason.BASIS
    if _shifts(a, x) != _shifts(b, y):
        return Reason.SHIFT
    if _doings_differ(a, b):
        return Reason.DEED
    return None if _says_which(a, b, setting) else Reason.NAME


def _says_which(a: Commitment, b: Commitment, setting: Setting) -> bool:
    """Whether the name tells which are counted, or else the clauses do.

    Of several counts under one name, the deed tells which (签约 or 开工), and of several of one
    deed what the clauses say besides; of what any deed may be done to, only clauses that say the
    same.
    """
    if setting.alike:
        return restated(_besides(a), _besides(b)) >= SAYS_WHICH
    if not (common(a) or common(b)) and (not setting.ambiguous or _one_deed(a.action, b.action)):
        return True
    return restated(a.words, b.words) >= SAYS_WHICH


def _besides(one: Commitment) -> str:
    """What a clause says besides deed and name."""
    return one.words.replace(one.action, " ").replace(one.indicator, " ")


def _one_deed(one: str, other: str) -> bool:
    """Whether two actions are the same word but for what stands beside it (新签约, 签约)."""
    return bool(one and other) and (one in other or other in one)


def _equal(x: Quantity, y: Quantity) -> bool:
    before, after = in_base(x), in_base(y)
    return _close(before[1], after[1]) and _close(_top(x), _top(y))


def _top(quantity: Quantity) -> float:
    """The value in the base of its dimension, of a range the upper one."""
    _, value, top = in_base(quantity)
    return top or value


def _of_a_population(one: Commitment, quantity: Quantity) -> bool:
    """Whether an amount grows with the population that it is of, unlike an average or a rate."""
    if quantity.kind is not Measure.AMOUNT or _PER_HEAD.search(one.indicator):
        return False
    unit = in_base(quantity)[0]
    return unit not in _RATES and "/" not in unit


def _wholes_differ(a: Commitment, b: Commitment, quantity: Quantity) -> bool:
    """Whether two shares are of different wholes: 占全市比重, 占工业产值比重.

    A standard name covers shares of several wholes (占地区生产总值, 占规模以上工业增加值).
    """
    if quantity.kind is Measure.AMOUNT:
        return False
    (place, thing), (other_place, other_thing) = _whole(a), _whole(b)
    if place and other_place and place != other_place:
        return True
    if not (place or thing) or not (other_place or other_thing):
        return False
    if thing and other_thing and (thing.startswith(other_thing) or other_thing.startswith(thing)):
        return False
    return _standard(thing) != _standard(other_thing)


def _whole(one: Commitment) -> tuple[str, str]:
    """The place and the thing that a share is of; both empty where the indicator says neither."""
    found = _WHOLE.search(one.indicator)
    if not found:
        return "", ""
    return found["place"] or "", _OUTPUT.sub("", found["thing"])


def _standard(name: str) -> str:
    return canonical(name) or bare(name)


def _one_thing(a: Commitment, b: Commitment) -> bool:
    """Whether one indicator is measured: by its standard name, or but for order and modifiers.

    A threshold is part of the name: projects from 30 million on are not those from a billion on.
    What two shares are parts of is not, by whatever name: 占GDP比重, 占地区生产总值比重.
    """
    if a.canonical and b.canonical:
        return a.canonical == b.canonical
    if _NUMBER.findall(a.indicator) != _NUMBER.findall(b.indicator):
        return False
    name = paid_for if _is_money(a) else bare
    parts = _WHOLE.sub("", a.indicator), _WHOLE.sub("", b.indicator)
    names = parts if any(_whole(a)) and any(_whole(b)) else (a.indicator, b.indicator)
    return sorted(name(names[0])) == sorted(name(names[1]))


def _is_money(one: Commitment) -> bool:
    return one.quantity is not None and in_base(one.quantity)[0] == "元"


def _neighbours(a: Commitment, b: Commitment, quantity: Quantity) -> bool:
    """Whether equal rates are of a headline indicator and of another one (codebook section 3)."""
    one_headline = (a.canonical is None) is not (b.canonical is None)
    return quantity.kind is Measure.GROWTH and one_headline and not _one_thing(a, b)


def _accumulates(one: Commitment, quantity: Quantity, long: bool) -> bool:
    """Whether the number sums up several years: what a five-year plan counts of its doings."""
    if quantity.kind is not Measure.AMOUNT or _YEARLY.search(one.words):
        return False
    if not long and not _SEVERAL_YEARS.search(one.words):
        return False
    doing = action_classes(one.action) & _DOING or action_classes(one.words) & _DOING
    return quantity.basis is Basis.INCREMENT or (bool(doing) and quantity.basis is not Basis.TOTAL)


def _shifts(one: Commitment, quantity: Quantity) -> bool:
    """Whether an amount says how much more or less it is than before (比上年增加), not how much."""
    if quantity.kind is not Measure.AMOUNT or quantity.basis is Basis.TOTAL:
        return False
    return bool(shift(one) or _SHIFT.search(one.action))


def shift(one: Commitment) -> str:
    """The words that make an amount a change, such as 比上年增加; empty where it is none."""
    quantity = one.quantity
    if not quantity or quantity.kind is not Measure.AMOUNT or quantity.basis is Basis.TOTAL:
        return ""
    found = _AGAINST.search(one.words[: max(0, quantity.start - one.start)])
    return "".join(found.group().split()) if found else ""


def _doings_differ(a: Commitment, b: Commitment) -> bool:
    """Whether different deeds are counted: schools that are built, schools that are renewed."""
    doing = action_classes(a.action) & _DOING, action_classes(b.action) & _DOING
    if doing[0] and doing[1] and not doing[0] & doing[1]:
        return True
    ways = _each_way(building(a)), _each_way(building(b))
    return builds_otherwise(a, b) and not ways[0] & ways[1]


def building(one: Commitment) -> str:
    """The words that say which building is counted, such as 新建续建; empty where none does.

    A ledger, which has no quotes, may have only the last of them, so that it counts as none.
    """
    if not one.quote:
        return ""
    found = _BUILT.finditer(f"{one.words} {one.action}")
    return "".join(dict.fromkeys(match.group() for match in found))


def builds_otherwise(a: Commitment, b: Commitment) -> bool:
    """Whether both say which building they count, and one counts more or other than the other."""
    ways = _each_way(building(a)), _each_way(building(b))
    return bool(ways[0] and ways[1] and ways[0] != ways[1])


def _each_way(words: str) -> frozenset[str]:
    return frozenset(words) - {"建"}


def _sums_up(one: Commitment, quantity: Quantity) -> bool:
    """Whether a count of deeds is a running total (累计建成), not one year's (全年累计建成).

    What is raised to a level (增加到300亿元) is no deed that is counted.
    """
    if quantity.basis is not Basis.TOTAL or _YEARLY.search(one.words):
        return False
    before = one.words[: max(0, quantity.start - one.start)]
    return bool(action_classes(one.action) & _DOING) and not _RAISED_TO.search(before)


def _distributed(one: Commitment, quantity: Quantity) -> bool:
    """Whether the number holds for each of several (每个街道1—2个), not for all together."""
    before = one.words[: max(0, quantity.start - one.start)]
    return any(not found.group().startswith("每年") for found in _DISTRIBUTED.finditer(before))


def _figure_in_words(a: Commitment, b: Commitment) -> bool:
    if a.quantity and not b.quantity:
        return simplified(a.quantity.text) in b.words
    return b.quantity is not None and simplified(b.quantity.text) in a.words


def _figures_differ(a: Commitment, b: Commitment) -> bool:
    """Whether the names hold different figures: a system of three levels is none of four."""
    figures = set(_FIGURE.findall(a.words)), set(_FIGURE.findall(b.words))
    return bool(figures[0] and figures[1] and not figures[0] & figures[1])


def _close(x: float, y: float) -> bool:
    return abs(x - y) <= 1e-9 * max(1.0, abs(x), abs(y))


def restated(one: str, other: str) -> float:
    """The Dice coefficient of the character bigrams of two texts; 0 where neither has any."""
    x = {gram for gram in grams(comparable(one), 2) if len(gram) == 2}
    y = {gram for gram in grams(comparable(other), 2) if len(gram) == 2}
    return 2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0


def wording(a: Commitment, b: Commitment) -> Wording:
    """Whether comparator and hedge of ``b`` bind more or less than those of ``a``.

    力争 and 争取 loosen; 不低于 and 以上 bind more than a bare number, 左右 and 约 less.
    """
    change = _firmness(b) - _firmness(a)
    if change > 0:
        return Wording.TIGHTENED
    return Wording.LOOSENED if change < 0 else Wording.UNCHANGED


def _firmness(commitment: Commitment) -> int:
    quantity = commitment.quantity
    bound = _BINDING[quantity.comparator] if quantity else _BINDING[Comparator.EQUAL]
    return bound - (4 if commitment.hedge else 0)
