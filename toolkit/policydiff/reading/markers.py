"""The numbers and words that open a heading: 第一章, 一、, （一）, 1., 专栏."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_HAN = "[一二三四五六七八九十百]+"
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}


class Style(StrEnum):
    """How a heading is marked."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    BOX = "box"
    ORDINAL = "ordinal"
    HAN = "han"
    HAN_BRACKETED = "han bracketed"
    ARABIC = "arabic"
    ARABIC_BRACKETED = "arabic bracketed"
    PLAIN = "plain"
    CLAUSES = "clauses"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the head of a line: its style, its number, and where its text begins."""

    style: Style
    number: int | None
    end: int


_WHOLE = (
    r"(?:个(?!百分点|多?月|多?小时|半|工作日|点)|[家所座处条项户名台套件场次辆张对栋幢盏间株批支村]"
    r"|人(?!次|均|民币))"
)
"""What is counted in whole numbers: 2.50个 is item 2 with 50个."""
_COUNTED = (
    r"(?:[十百千万亿个家所座处条项户名台套件场次辆张对栋年月日时分号位岁度吨元米亩]|人次|平方|公里)"
)
_MARKERS = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (Style.PART, rf"第\s*(?P<n>{_HAN}|\d+)\s*(?:篇|编|部分)\s*"),
        (Style.CHAPTER, rf"第\s*(?P<n>{_HAN}|\d+)\s*章\s*"),
        (Style.SECTION, rf"第\s*(?P<n>{_HAN}|\d+)\s*节\s*"),
        (Style.BOX, rf"(?:专栏|(?:附?表)(?=\s*(?:{_HAN}|\d)))\s*(?P<n>{_HAN}|\d+)?\s*[：:—-]*\s*"),
        (Style.ORDINAL, rf"第(?P<n>{_HAN})\s*[，、,：:]\s*(?!第{_HAN}\s*[、次产])"),
        (Style.HAN, rf"(?P<n>{_HAN})\s*[、．.]\s*(?!二、?三?次?产业)"),
        (Style.HAN_BRACKETED, rf"[（(]\s*(?P<n>{_HAN})\s*[）)]\s*[、.．]?\s*"),
        (
            Style.ARABIC,
            rf"(?P<n>\d{{1,3}})\s*(?:[.．](?:(?!\d(?!G))|(?=[1-9]\d*余?{_WHOLE}))|、)\s*"
            rf"|(?P<padded>0\d|\d\d?(?=\s))\s*(?=[\u4e00-\u9fff]{{3}})(?!{_COUNTED})",
        ),
        (Style.ARABIC_BRACKETED, r"[（(]\s*(?P<n>\d{1,2})\s*[）)]\s*[、.．]?\s*"),
    )
)


_BEGINS = frozenset("第专附表一二三四五六七八九十百（(")
"""The characters that a marker begins with, but for digits."""


def find_marker(line: str) -> Marker | None:
    """The marker that opens ``line``, or None."""
    if line[:1] not in _BEGINS and not line[:1].isdecimal():
        return None
    for style, pattern in _MARKERS:
        if match := pattern.match(line):
            number = match["n"] or match.groupdict().get("padded")
            return Marker(style, han_number(number) if number else None, match.end())
    return None


def han_number(digits: str) -> int:
    """The value of an Arabic number, or of a Chinese one below a thousand (十四, 二十, 一百二)."""
    if digits.isdigit() and digits.isdecimal():
        return int(digits)
    total = 0
    pending = 0
    for sign in digits:
        if sign in "十百":
            total += (pending or 1) * (10 if sign == "十" else 100)
            pending = 0
        else:
            pending = _DIGITS[sign]
    return total + pending
