# ruff: noqa: E501
"""Numerals: Arabic, full-width and Chinese, with the scales that may follow them.

The grammar (digits are half or full width throughout)::

    numeral  = arabic [more] scales { ["零"] arabic [more] scales } [more]
             | arabic [more]
             | chinese [more]
    arabic   = digits with thousands separators (1,018 or 1，018), or digits; then
               an optional decimal part after "." "．" or "·"
    scales   = any run of 十 百 千 万 亿      (1.2万亿, 3千, 5百万)
    chinese  = a run of 〇零一二三四五六七八九两半十百千万亿廿卅几数, with "点" and digits for
               the decimal part                (一百五十万, 十三点五, 两千, 百亿, 几十, 数百)
    more     = 余 | 多 | 几                   (40余, 3000多, 十几): the value is a lower bound

A scale multiplies everything smaller that stands before it (一百二十万 is 120 万, 1.2万亿 is
12,000 亿), and a scale with nothing before it counts once (百亿). 几 and 数 count as one, so that
几十 is at least 10. Values are exact ``Decimal`` numbers.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DIGITS |= {"六": 6, "七": 7, "八": 8, "九": 9, "几": 1, "数": 1}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_FIXED = {"廿": Decimal(20), "卅": Decimal(30), "半": Decimal("0.5")}

_DIGIT = "[0-9０-９]"
_SCALE = r"(?:[十万亿]|百(?!分)|千(?![瓦伏克米卡]))"
_MORE = "[余多几]"
ARABIC = rf"(?:{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}+)(?:[.．·]{_DIGIT}+)?"
_SCALED = rf"{ARABIC}\s?{_MORE}?\s?{_SCALE}+"
_PLAIN = "[〇零一二三四五六七八九]"
CHINESE = (
    rf"(?:[〇零一二三四五六七八九两半十万亿廿卅]|百(?!分)|千(?![瓦伏克米卡])|[几数](?=[十百千万亿]))"
    rf"(?:[〇零一二三四五六七八九两十万亿]|百(?!分)|千(?![瓦伏克米卡])|[余多几](?=[十百千万亿]))*"
    rf"(?:点{_PLAIN}+{_SCALE}*)?"
)
NUMERAL = rf"(?:{_SCALED}(?:零?{_SCALED})*{_MORE}?|{ARABIC}{_MORE}?|{CHINESE}{_MORE}?)"
"""A pattern for one numeral, without groups."""

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[〇零一二三四五六七八九两几数]+|[十百千万亿]|[廿卅半点]")
_IGNORED = str.maketrans("", "", ", \t\r\n\u3000余多")
_PAIR = re.compile(
    r"(?<![一二三四五六七八九])([一二三四五六七八])([二三四五六七八九])(?![一二三四五六七八九])"
)


def is_open(text: str) -> bool:
    """Whether the numeral names a lower bound only: 40余, 3000多, 十几, 数百."""
    return any(mark in text for mark in "余多几数")


def parse_number(text: str) -> Decimal | None:
    """The value of one numeral, or None if it is none.

    >>> parse_number("1.2万亿"), parse_number("一百五十万"), parse_number("１，０１８亿")
    (Decimal('1200000000000'), Decimal('1500000'), Decimal('101800000000'))
    """
    plain = unicodedata.normalize("NFKC", text.replace("·", ".")).translate(_IGNORED)
    if not plain:
        return None
    whole, point, decimals = plain.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    tokens = _TOKEN.findall(plain)
    if "".join(tokens) != plain:
        return None
    return _value(_leading_few(tokens))


def parse_pair(text: str) -> tuple[Decimal, Decimal] | None:
    """The bounds of two neighbouring digits that share the rest: 三四百, 十五六, 七八.

    >>> parse_pair("三四百")
    (Decimal('300'), Decimal('400'))
    """
    pair = _PAIR.search(text)
    if not pair or _DIGITS[pair[2]] != _DIGITS[pair[1]] + 1:
        return None
    low, high = (parse_number(text[: pair.start()] + d + text[pair.end() :]) for d in pair.groups())
    return None if low is None or high is None else (low, high)


def _leading_few(tokens: list[str]) -> list[str]:
    """Drop the 几 of 十几: it stands for the ones that are left open."""
    return tokens[:-1] if len(tokens) > 1 and tokens[-1] in {"几", "数"} else tokens


def _with_decimals(whole: str, decimals: str) -> Decimal | None:
    """一点二万 or 十三点五: digits after 点, then the scales of the whole."""
    digits = decimals.rstrip("十百千万亿")
    scales = decimals[len(digits) :]
    left = parse_number(whole)
    if left is None or not digits or any(d not in _DIGITS for d in digits):
        return None
    value = left + Decimal("0." + "".join(str(_DIGITS[d]) for d in digits))
    for scale in scales:
        value *= _SCALES[scale]
    return value


def _value(tokens: list[str]) -> Decimal | None:
    """Add up tokens: each scale multiplies the smaller parts before it."""
    parts: list[Decimal] = []
    for before, token in pairwise(["", *tokens]):
        if token in _SCALES:
            scale = Decimal(_SCALES[token])
            small: list[Decimal] = []
            while parts and (parts[-1] < scale or (not small and before not in _SCALES)):
                small.append(parts.pop())
            if parts and not small and token != "十":  # noqa: S105
                return None
            parts.append((sum(small) or Decimal(1)) * scale)
        elif token in _FIXED:
            parts.append(_FIXED[token])
        else:
            number = _digits(token)
            if before in {"百", "千", "万", "亿"} and token == tokens[-1] and token in _DIGITS:
                number = number * _SCALES[before] / 10  # 一百五 is 150
            parts.append(number)
    return sum(parts, Decimal(0)) if parts else None


def _digits(token: str) -> Decimal:
    """The value of a run of digits: 3.5, 五, 一九八〇."""
    if token[0].isdigit() and token[0].isascii():
        return Decimal(token)
    if len(token) > 1:
        token = token.lstrip("零〇") or "零"
    return Decimal(int("".join(str(_DIGITS[d]) for d in token)))
