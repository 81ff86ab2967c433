"""Years that 分别 deals a series of numbers out to: 2031年、2032年分别新增停车位300个、400个."""

from __future__ import annotations

import re

from policydiff.commitments.years import Named

_YEAR = r"(?:19|20)\d\d"
_LONGEST = 48
"""Characters of a list of years."""
_YEARS = re.compile(
    rf"(?:(?P<first>{_YEAR})年?[-—–~～至到](?P<last>{_YEAR})年"
    rf"|{_YEAR}年?[底末度]?(?:[、和及与]{_YEAR}年?[底末度]?)+)[底末度]?"
    r"(?:[，,][^，。；、\d]{2,24}|[^，。；、\d]{0,6})$"
)
_NUMBER = re.compile(r"\d[\d.]*")
_SERIES = re.compile(
    rf"[^，。；\d]*{_NUMBER.pattern}(?:[^，。；、和及\d]{{0,8}}[、，和及]{_NUMBER.pattern})+"
)


def dealt(words: str, start: int, named: Named) -> Named:
    """The year of the number at ``start`` of ``words``, which are as many as the years listed.

    It is ``named``, the last of the list, where nothing is dealt out to the years.
    """
    at = words.rfind("分别", 0, start)
    listed = _YEARS.search(words, max(0, at - _LONGEST), at) if at > 0 else None
    series = _SERIES.match(words, at + 2) if listed else None
    if listed is None or series is None:
        return named
    if listed["first"]:
        years = list(range(int(listed["first"]), int(listed["last"]) + 1))
    else:
        years = [int(year) for year in re.findall(_YEAR, listed[0])]
    numbers = [one.start() for one in _NUMBER.finditer(words, at, series.end())]
    if len(numbers) != len(years) or start not in numbers:
        return named
    return named._replace(year=years[numbers.index(start)])
