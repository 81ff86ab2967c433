# ruff: noqa: E501
"""Quantities: the numbers in a text that quantify commitments (codebook sections 1 and 3).

``find_quantities`` reads a range of running text, ``parse_cell`` one cell of an indicator table.
Both return ``Found``: the quantity, and what the words around it are, so that whoever looks for
the indicator knows what to leave out::

    装备、汽车产值分别增长不低于3.5%、15.5%以上，
                    |     |     |         |
                    lead        start,end tail

``text[lead:start]`` are the words that lead to the number: comparators, adverbs, hedges and the
verb of change (分别增长不低于); the indicator ends at ``lead`` or begins at ``tail``, which is
after 以上, 左右, 以内. Numbers joined by 、 or 和 after one such verb form a series: ``place``
counts from 0 to ``of`` - 1, and all members share the verb, ``lead`` and, under 分别, the
comparator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.commitments.mentions import Mention, find_mentions
from policydiff.commitments.model import Basis, Comparator, Measure, Quantity
from policydiff.commitments.nontargets import Place, reason
from policydiff.commitments.units import UnitClass


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity where it stands.

    ``lead`` and ``tail`` are offsets: the words that belong to the number begin at ``lead`` and
    end at ``tail``. ``change`` is the verb of change that governs it (增长, 提高, 下降), or empty.
    ``place`` and ``of`` are its position in a series (0 of 1 when alone), ``each`` whether 分别
    or 各 deals the series out to several subjects.
    """

    quantity: Quantity
    lead: int
    tail: int
    change: str = ""
    place: int = 0
    of: int = 1
    each: bool = False


_AT_LEAST = (
    "不低于|不少于|不小于|不下于|不下|不亚于|至少|最少|最低|起码|超过|超出|超额|超|突破|高于|大于|多于|逾|"
    "均超|力争突破|过(?=[百千万亿半])|上(?=[百千万亿])"
)
_AT_MOST = "不超过|不高于|不多于|不大于|不突破|不超|低于|少于|小于|不足|不到|至多|最多|最高"
_ABOUT = "大约|大概|约|接近|将近|近"
_NEUTRAL = (
    "达到了|达到|达|分别为|分别|各为|均为|均|都|各|将|可|已经|已|也|再|总计|共计|合计|共|力争|争取|确保|预计|预期|"
    "完成|实现|保持在|保持|稳定在|控制在|维持在|控制|为|至|到|是|仅|就|了|在|于|成|平均|年均|每年|要|超前"
)
_LEADING = re.compile(rf"(?:{_AT_LEAST}|{_AT_MOST}|{_ABOUT}|{_NEUTRAL}|\s)+$")
_TOKENS = re.compile(
    rf"(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT})|(?P<level>达到|达|至|到)|{_NEUTRAL}"
)
_GROWS = (
    "增长|提高|提升|下降|降低|减少|增加|上升|上涨|下调|上调|压减|压缩|缩短|增速|增幅|涨幅|降幅|回落|扩大|缩小|"
    "增|降|升|下降幅度|增长速度|增长率|翻"
)
_CHANGE = re.compile(
    rf"(?:(?:同比|比上年|比去年|较上年|较去年|年均|平均|每年|实际|名义|可比|口径|将|分别|均|累计|再|要|预计|预期)*)"
    rf"(?P<verb>{_GROWS})(?:了|幅度)?$"
)
_TRAILING = re.compile(
    r"^\s?(?:(?P<least>及?以上|之上)|(?P<most>及?以内|之内|及?以下|之下|内(?![部地外]))|(?P<about>左右|上下))"
)
_JOINS = re.compile(r"^[、和及与]$|^以及$")
_INCREMENT = re.compile(
    r"新增|新建|净增|增设|增加|新培育|新开工|新引进|新认定|新注册|新登记|新签约|加装|新改建"
)
_TOTAL = re.compile(r"累计|总量|总数|总额|总面积|总规模|达到|保有量|存量|突破|总产量|总里程")
_PIECE = re.compile("[，,。；;：:！!？?\n、]")


def find_quantities(text: str, start: int, end: int) -> list[Found]:
    """The quantities between two offsets of ``text``, in order of position."""
    found: list[Found] = []
    for mention in find_mentions(text, start, end):
        place = Place(text, start, end, mention)
        if reason(place) is None:
            found.append(_found(place, found[-1] if found else None))
    return _dealt(text, found)


def _found(place: Place, before: Found | None) -> Found:
    text, mention = place.text, place.mention
    after = _TRAILING.match(place.right)
    tail = mention.end + (after.end() if after else 0)
    series = before is not None and bool(_JOINS.match(text[before.tail : mention.start]))
    lead, change, level, each = mention.start, "", False, False
    comparator = Comparator.EQUAL
    if series and before is not None:
        lead, change, each = before.lead, before.change, before.each
        level = before.quantity.kind is not Measure.GROWTH
        if (
            before.quantity.comparator is not Comparator.EQUAL
            and before.tail == before.quantity.end
        ):
            comparator = before.quantity.comparator
    else:
        words = _LEADING.search(place.clause)
        if words:
            lead -= len(words[0])
            each = "分别" in words[0] or "各" in words[0]
            for token in _TOKENS.finditer(words[0]):
                comparator = _comparator(token, comparator)
                level = level or token["level"] in {"到", "至"}
        verb = _CHANGE.search(text[max(place.start, mention.start - len(place.clause)) : lead])
        if verb:
            lead -= len(verb[0])
            change = verb["verb"]
            each = each or "分别" in verb[0]
    if after:
        comparator = _comparator(after, comparator)
    if mention.lower_bound and comparator is Comparator.EQUAL:
        comparator = Comparator.AT_LEAST
    quantity = Quantity(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        value=float(mention.value),
        value_max=None if mention.value_max is None else float(mention.value_max),
        unit=mention.unit or _unsaid_unit(mention),
        comparator=comparator,
        kind=_kind(mention, bool(change) and not level),
        basis=_basis(mention, _PIECE.split(place.left)[-1]),
    )
    of = before.of + 1 if series and before else 1
    return Found(quantity, lead, tail, change, place=of - 1, of=of, each=each)


def _comparator(token: re.Match[str], otherwise: Comparator) -> Comparator:
    if token["least"]:
        return Comparator.AT_LEAST
    if token["most"]:
        return Comparator.AT_MOST
    if token["about"]:
        return Comparator.ABOUT
    return otherwise


def _unsaid_unit(mention: Mention) -> str:
    return "元" if mention.bare else ""


def _kind(mention: Mention, changes: bool) -> Measure:
    if mention.unit == "个百分点":
        return Measure.POINTS
    if mention.unit in {"%", "‰"}:
        return Measure.GROWTH if changes else Measure.SHARE
    if mention.unit in {"倍", "番"} and changes:
        return Measure.GROWTH
    return Measure.AMOUNT


def _basis(mention: Mention, piece: str) -> Basis | None:
    if mention.unit_class is UnitClass.RATE:
        return None
    if _INCREMENT.search(piece):
        return Basis.INCREMENT
    return Basis.TOTAL if _TOTAL.search(piece) else None


def _dealt(text: str, found: list[Found]) -> list[Found]:
    """Tell every member of a series how long it is."""
    result = list(found)
    length = 1
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        length = max(length, one.of)
        if length > one.of:
            result[index] = Found(
                one.quantity, one.lead, one.tail, one.change, one.place, length, one.each
            )
        if one.place == 0:
            length = 1
    return result


_GROWTH_NAME = re.compile(r"增长|增速|增幅|下降|降低|提高|提升|减少|涨幅")
_SHARE_NAME = re.compile(r"增长率|增速")


def parse_cell(text: str, start: int, end: int, unit: str, name: str) -> Found | None:
    """The value in one cell of an indicator table, or None if it holds no number.

    ``unit`` is what the table prints for the row (亿元, %), ``name`` its indicator: a rate of
    change in the name (年均增长) makes a percentage a growth.
    """
    mention = next(find_mentions(text, start, end), None)
    if mention is None:
        return None
    scale_unit = next(find_mentions(f"1{unit}", 0, len(unit) + 1), None) if unit else None
    value, value_max = mention.value, mention.value_max
    base = mention.unit
    if not base and scale_unit:
        base = scale_unit.unit or unit
        value *= scale_unit.value
        value_max = None if value_max is None else value_max * scale_unit.value
    base = base or unit
    place = Place(text, start, end, mention)
    words = _LEADING.search(place.clause)
    comparator = Comparator.EQUAL
    lead = mention.start
    if words:
        lead -= len(words[0])
        for token in _TOKENS.finditer(words[0]):
            comparator = _comparator(token, comparator)
    for sign, meaning in (
        ("≥", Comparator.AT_LEAST),
        ("≤", Comparator.AT_MOST),
        (">", Comparator.AT_LEAST),
        ("<", Comparator.AT_MOST),
        ("＞", Comparator.AT_LEAST),
        ("＜", Comparator.AT_MOST),
    ):
        if sign in place.left:
            comparator = meaning
    after = _TRAILING.match(place.right)
    if after:
        comparator = _comparator(after, comparator)
    growth = bool(_GROWTH_NAME.search(name))
    if base == "个百分点":
        kind = Measure.POINTS
    elif base in {"%", "‰"}:
        kind = Measure.GROWTH if growth else Measure.SHARE
    else:
        kind = Measure.AMOUNT
    return Found(
        Quantity(
            mention.start,
            mention.end,
            text[mention.start : mention.end],
            float(value),
            None if value_max is None else float(value_max),
            base,
            comparator,
            kind,
        ),
        lead,
        mention.end + (after.end() if after else 0),
    )
