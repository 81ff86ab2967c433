"""Numerals: Arabic, full-width and Chinese, with the scales that may follow them.

The grammar (digits are half or full width throughout)::

    numeral  = scaled { ["零"] scaled } [more] | arabic [more] | chinese [more] | pair
               (more may stand apart where the digits do: 3 0 0 多)
    scaled   = arabic { [more] scale }            (1.2万亿, 3千, 10多万, 3亿8000万)
    arabic   = digits with thousands separators (1,018 or 1，018), or digits; then an optional
               decimal part after "." "．" or "·", which a line end may follow in running text;
               or the same with a space after every digit
    chinese  = a run of 〇零一二三四五六七八九两半 and 十百千万亿廿卅几数; 点 and digits for the
               decimal part                       (一百五十万, 十三点五, 两千, 百亿, 几十, 数百)
    pair     = two neighbouring digits, with 、 or without, that share the rest
                                                  (三四百, 十五六, 四、五十亿)
    scale    = 十 | 百 | 千 | 万 | 亿
    more     = 余 | 多 | 几                        (40余, 3000多, 十几): a lower bound

A scale multiplies everything smaller that stands before it (一百二十万 is 120 万, 1.2万亿 is
12,000 亿; 亿亿 is 亿 times 亿), and a scale with nothing before it counts once (百亿). 几 and 数
count as one, so that 几十 is at least 10. Values are exact ``Decimal`` numbers.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "几": 1, "数": 1}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_FIXED = {"廿": Decimal(20), "卅": Decimal(30), "半": Decimal("0.5")}
_PAIRS = ["一二", "二三", "两三", "三四", "四五", "五六", "六七", "七八", "八九"]

_DIGIT = "[0-9０-９]"
_SCALE = r"(?:[十万亿]|百(?!分)|千(?![瓦伏克米卡]))"
_MORE = "[余多几]"
_SPACED = rf"(?<!{_DIGIT}){_DIGIT}(?:(?: ?[.．])? {_DIGIT}| [.．]{_DIGIT})+(?!{_DIGIT})"
_GROUPED = rf"{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?!{_DIGIT})"
_APART = rf"(?<=[\u4e00-\u9fff]){_DIGIT}{{1,3}}(?: {_DIGIT}{{3}})+(?={_SCALE}|元)"
_BROKEN = (
    rf"(?<=[\u4e00-\u9fff]){_DIGIT}{{1,4}}[.．][ \t]*\r?\n[ \t\u3000]*{_DIGIT}{{1,2}}"
    r"(?=[%％‰\u4e00-\u9fff])(?![年月日])"
)
_UNSPACED = rf"(?>{_BROKEN}|(?:{_APART}|{_GROUPED}|{_DIGIT}+)(?:(?: [.．] ?|[.．·]){_DIGIT}+)?)"
_SCALES_AFTER = rf"(?:\s{{0,2}}{_MORE}?\s?{_SCALE})+"
_REST_SCALED = rf"{_SCALES_AFTER}(?:零?(?:{_SPACED}|{_UNSPACED}){_SCALES_AFTER})*{_MORE}?"
_PLAIN = "〇○零一二三四五六七八九"
_CHINESE = (
    rf"(?:[{_PLAIN}两半廿卅]|{_SCALE}|[几数](?=[十百千万亿]))"
    rf"(?:[{_PLAIN}]|(?<=[十百千万亿])两|{_SCALE}|[余多几](?=[十百千万亿]))*"
    rf"(?:点[{_PLAIN}]+{_SCALE}*)?"
)
_LISTED = "|".join(f"{pair[0]}、{pair[1]}" for pair in _PAIRS)
NUMERAL = (
    rf"(?:(?>{_SPACED})(?:{_REST_SCALED}| {_MORE}|{_MORE}?)"
    rf"|{_UNSPACED}(?:{_REST_SCALED}| 余|{_MORE}?)"
    rf"|(?:{_LISTED}){_SCALE}*|{_CHINESE}{_MORE}?)"
)
"""A pattern for one numeral, without groups."""

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[〇○零一二三四五六七八九两几数]+|[十百千万亿]|[廿卅半点]")
_IGNORED = str.maketrans("", "", ", \t\r\n\u3000余多")
_NONZERO = "一二两三四五六七八九"
_PAIR = re.compile(rf"(?<![{_NONZERO}])(?:{'|'.join(_PAIRS)})(?![{_PLAIN}])")
_LISTED_PAIR = re.compile(_LISTED)
_OPEN = frozenset("余多几数")


def is_open(text: str) -> bool:
    """Whether the numeral names a lower bound only: 40余, 3000多, 十几, 数百."""
    return not _OPEN.isdisjoint(text)


@lru_cache(maxsize=4096)
def parse_number(text: str) -> Decimal | None:
    """The value of one numeral, or None if it is none.

    >>> parse_number("1.2万亿"), parse_number("一百五十万"), parse_number("１，０１８亿")
    (Decimal('1200000000000.0'), Decimal('1500000'), Decimal('101800000000'))
    """
    plain = unicodedata.normalize("NFKC", text.replace("·", ".")).translate(_IGNORED)
    whole, point, decimals = plain.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    tokens = _TOKEN.findall(plain)
    if not tokens or "".join(tokens) != plain:
        return None
    if len(tokens) > 1 and tokens[-1] == "几":  # 十几 leaves open what follows the ten
        tokens.pop()
    return _value(tokens)


@lru_cache(maxsize=4096)
def parse_pair(text: str) -> tuple[Decimal, Decimal] | None:
    """The bounds that two neighbouring digits name (三四百, 四、五十), or None without a pair.

    >>> parse_pair("三四百")
    (Decimal('300'), Decimal('400'))
    """
    found = _LISTED_PAIR.search(text) or _PAIR.search(text)
    if not found:
        return None
    digits = found[0].replace("、", "")
    low, high = (
        parse_number(text[: found.start()] + digit + text[found.end() :]) for digit in digits
    )
    return None if low is None or high is None else (low, high)


def _with_decimals(whole: str, decimals: str) -> Decimal | None:
    """一点二万 or 十三点五: digits after 点, then scales for the whole."""
    digits = decimals.rstrip("十百千万亿")
    value = parse_number(whole)
    if value is None or not digits or any(digit not in _DIGITS for digit in digits):
        return None
    value += Decimal("0." + "".join(str(_DIGITS[digit]) for digit in digits))
    for scale in decimals[len(digits) :]:
        value *= _SCALES[scale]
    return value


def _value(tokens: list[str]) -> Decimal | None:
    """Add up the tokens: each scale multiplies the smaller parts before it."""
    parts: list[Decimal] = []
    before = ""
    for token in tokens:
        if token in _SCALES:
            scale = Decimal(_SCALES[token])
            smaller: list[Decimal] = []
            while parts and (
                parts[-1] < scale
                or (not smaller and (before not in _SCALES or (before, token) == ("亿", "亿")))
            ):
                smaller.append(parts.pop())
            if parts and not smaller and token != "十":  # noqa: S105
                return None
            parts.append((sum(smaller) or Decimal(1)) * scale)
        else:
            parts.append(_FIXED.get(token) or _digits(token))
        before = token
    if len(tokens) > 1 and before in _DIGITS and tokens[-2] in {"百", "千", "万", "亿"}:
        parts[-1] *= Decimal(_SCALES[tokens[-2]]) / 10  # 一百五 is 150
    return sum(parts, Decimal(0))


def _digits(token: str) -> Decimal:
    """The value of a run of digits: 3.5, 五, 一九八〇."""
    if token[0] in "0123456789":
        return Decimal(token)
    return Decimal("".join(str(_DIGITS[digit]) for digit in token))
