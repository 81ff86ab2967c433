# ruff: noqa: E501
"""Every number in a text with what is written around it as part of the quantity.

One compiled pattern finds numerals with their unit (``grammar`` below); it knows nothing of
meaning. Whether a mention quantifies a commitment is decided in ``nontargets``::

    mention  = number [unit] [range number [unit]] | fraction | multiple
    number   = numeral | 百分之 numeral | 千分之 numeral
    range    = "-" | "—" | "–" | "～" | "~" | "至" | "到"        (60—80万辆, 5%—5.5%)
    fraction = numeral 分之 numeral | digits/digits | 一半          (三分之一, 1/4)
    unit     = printed unit [per]                             (元, 吨标准煤, 微克/立方米)
    per      = {"/" unit}                                     (元/人/年, 件/万人)

The parts of a range share the last scale unless the first has its own (60—80万 is 600,000 to
800,000; 700万到800万). 百分之五 is 5 %, 九成 is 90 %, a fraction its value in %; 倍 and 番 stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policydiff.commitments.numerals import (
    NUMERAL,
    is_open,
    parse_number,
    parse_pair,
)
from policydiff.commitments.units import CLASS, UnitClass, base_unit

_PRINTED = "|".join(re.escape(unit) for unit in sorted(CLASS, key=lambda u: (-len(u), u)))
_PER = rf"(?:[/／][十百千万]?(?:{_PRINTED}|人口|公民))*"
_UNIT = rf"(?:{_PRINTED}){_PER}"
_DASH = r"(?:[-－—–~～]{1,2}|[至到])"
_RATIO = "百分之|千分之"
_MENTION = re.compile(
    rf"(?P<ratio>{_RATIO})?"
    rf"(?P<first>{NUMERAL})"
    rf"(?:(?P<over>分之|[/／](?=[0-9０-９]))(?P<part>{NUMERAL})|"
    rf"\s{{0,2}}(?P<unit1>{_UNIT})?"
    rf"(?:\s?{_DASH}\s?(?P<ratio2>{_RATIO})?(?P<second>{NUMERAL})\s{{0,2}}(?P<unit2>{_UNIT})?)?)"
)
_HALF = "一半"
_SCALE_END = re.compile(r"[十百千万亿]+[余多几]?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One number as printed: ``text[start:end]`` with its unit.

    ``value`` and ``value_max`` (of a range) are in base ``unit``; ``lower_bound`` says that 余,
    多 or 几 leaves it open; ``arabic`` that it is written in digits; ``bare`` that it is a scale
    alone (百亿, 亿元).
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    unit_class: UnitClass | None
    lower_bound: bool
    arabic: bool
    bare: bool


def find_mentions(text: str, start: int, end: int) -> Iterator[Mention]:
    """Every number between two offsets, in order, none overlapping."""
    for match in _MENTION.finditer(text, start, end):
        mention = _read(match)
        if mention:
            yield mention


def _read(match: re.Match[str]) -> Mention | None:
    if match["over"]:
        return _fraction(match)
    first = match["first"]
    unit1, unit2 = match["unit1"] or "", match["unit2"] or ""
    low, high, end = parse_number(first), None, match.end()
    pair = parse_pair(first)
    if pair:
        low, high = pair
    if match["second"] and not pair:
        if unit1 and unit1 != unit2 and not match["ratio2"]:
            end = match.end("unit1")
            unit2 = ""
        else:
            high = parse_number(match["second"])
            if low is not None and high is not None and low < high and not unit1:
                low *= _shared_scale(first, match["second"], low, high)
    if low is None:
        return None
    printed = unit2 or unit1
    if not printed and not match["second"]:
        end = match.end("first")
    unit, factor = _unit(match["ratio"], printed)
    return Mention(
        start=match.start(),
        end=end,
        value=low * factor,
        value_max=None if high is None else high * factor,
        unit=unit,
        unit_class=CLASS["%"] if match["ratio"] else _class_of(printed),
        lower_bound=is_open(first),
        arabic=first[0].isdigit() and first[0] not in "〇零一二三四五六七八九",
        bare=all(c in "百千万亿" for c in first),
    )


def _shared_scale(first: str, second: str, low: Decimal, high: Decimal) -> Decimal:
    """The scale at the end of the second number that the first leaves out: 60—80万."""
    scale = _SCALE_END.search(second)
    if not scale or _SCALE_END.search(first):
        return Decimal(1)
    head = parse_number(second[: scale.start()])
    return high / head if head and low < high else Decimal(1)


def _fraction(match: re.Match[str]) -> Mention | None:
    """三分之二 and 1/4, as a share in %."""
    first, part = parse_number(match["first"]), parse_number(match["part"])
    if first is None or part is None or match["ratio"]:
        return None
    over, under = (part, first) if match["over"] == "分之" else (first, part)
    if not under or over > under:
        return None
    return Mention(
        start=match.start(),
        end=match.end("part"),
        value=over * 100 / under,
        value_max=None,
        unit="%",
        unit_class=UnitClass.RATE,
        lower_bound=False,
        arabic=match["first"][0] in "0123456789",
        bare=False,
    )


def _unit(ratio: str | None, printed: str) -> tuple[str, int]:
    """The base unit and what the number is multiplied by for it."""
    if ratio == "百分之":
        return "%", 1
    if ratio == "千分之":
        return "‰", 1
    if printed == "成":
        return "%", 10
    head, slash, rest = printed.replace("／", "/").partition("/")
    return base_unit(head) + slash + rest, 1


def _class_of(printed: str) -> UnitClass | None:
    return CLASS.get(re.split("[/／]", printed)[0]) if printed else None
