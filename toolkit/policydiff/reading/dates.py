"""Years that words name: in digits of any width, 一九八一年, a span, the n-th five years."""

from __future__ import annotations

import re
import unicodedata

from policydiff.reading.markers import han_number

_DATED = (
    r"(?=\s?年|[〕］]|\s?[-—–～~至到]+\s?(?:19|20)\d\d\s?年"
    r"|[-./]\d{1,2}[-./]\d|[01]\d[0-3]\d(?!\d))"
)
"""What follows a year written out: 年, or the rest of a date, a span or a number of a paper."""
_COUNTED = (
    r"\s?(?:[万亿千百十余多元个家户名亩吨米套台辆处座条所栋间张株棵支只头册次倍岁%％‰箱美度]"
    r"|人(?!大|民|才)|项(?!目)|件|平[方米]|公[里顷斤]|立方|小时)"
)
_YEAR = re.compile(rf"(?<![\d.])((?:19|20)\d\d)(?:{_DATED}|(?!\d|[.,]\d|{_COUNTED}))")
_DATED_YEAR = re.compile(rf"(?<![\d.])((?:19|20)\d\d){_DATED}")
_HAN_YEAR = re.compile(r"[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_APART = re.compile(r"(?<=\d) (?<!\d{4} )(?=\d)")
_PLAN = re.compile(
    r"[“\"]?(十[一二三四五六七八九]?|[一二三四五六七八九])五(?:[”\"]|(?=规划|计划|时期|期间))"
)
_FIVE_YEAR = re.compile(
    r"第([一二三四五六七八九十]+)个五年(?:规划|计划)"
    r"|[“\"](十?[一二三四五六七八九]|十)五[”\"](?:[（(][^（）()]{4,16}[）)])?(?:规划|计划)"
    r"|(十[一二三四五六七八九]?)五(?=规划|计划)"
)
_SECTOR_PLAN = re.compile(
    r"[“\"](十?[一二三四五六七八九]|十)五[”\"](?:时期)?[^，。“”\"\d]{2,24}"
    r"(?:规划|(?:实施|行动|工作)方案|行动计划|实施意见)(?=$|[》（(]|的通知)"
)
"""The title of a five-year plan for one field: “十六五”水利发展规划, “十六五”节水行动方案."""
_SPAN = re.compile(r"((?:19|20)\d\d)年?\s*[-—–－~～至到]+\s*((?:19|20)\d\d)年?")
_LOOKS_BACK = re.compile("情况|回顾|总结|报告")


def five_year_period(number: int) -> tuple[int, int]:
    """First and last year of the n-th five-year plan: the 14th is 2021 to 2025."""
    last = 1955 + 5 * number
    return last - 4, last


def digited(text: str) -> str:
    """``text`` with its years in Arabic digits: 一九八一年 is 1981年."""
    return _HAN_YEAR.sub(lambda match: match.group().translate(_HAN_DIGITS), text)


def years_in(text: str, *, dated: bool = False) -> list[int]:
    """Years named in ``text``: digits of any width, 一九八一年, and the last of 十四五.

    ``dated`` years are followed by 年 or the rest of a date. A title or heading may leave that
    out (2024重点工作); an amount (投入2015万元) is never a year.
    """
    text = unicodedata.normalize("NFKC", text)
    text = _APART.sub("", text)
    text = digited(text)
    years = [int(year) for year in (_DATED_YEAR if dated else _YEAR).findall(text)]
    return years + [five_year_period(han_number(number))[1] for number in _PLAN.findall(text)]


def plan_number(title: str) -> int | None:
    """Which five-year plan ``title`` names: 14 for the “十四五” 规划; None for other titles."""
    match = _FIVE_YEAR.search(title)
    if match is None:
        sector = _SECTOR_PLAN.search(title)
        return han_number(sector[1]) if sector else None
    return han_number(match[1] or match[2] or match[3])


def last_year_planned(title: str) -> int | None:
    """The last year of the five-year plan that ``title`` names, if any."""
    number = plan_number(title)
    return None if number is None else five_year_period(number)[1]


def first_year_planned(title: str, last: int) -> int | None:
    """The first of the years up to ``last`` that the ``title`` of a plan spans: 2031—2033年."""
    span = None if _LOOKS_BACK.search(title) else _SPAN.search(title)
    if not span or int(span[2]) != last or int(span[1]) >= last:
        return None
    return int(span[1])
