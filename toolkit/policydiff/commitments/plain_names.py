"""Indicators by their plain names: without the area they are of, notes, and how far they are."""

from __future__ import annotations

import re

from policydiff.commitments.measures import is_measure
from policydiff.commitments.vocabulary import vocabulary

_NOTED = re.compile(r"(?<=.)(?:[（(][A-Za-z&]{2,8}[）)]|[\[［]\d{1,3}[\]］])$")
_NOTED_ENDS = frozenset(")）]］")
_UNDER_WAY = re.compile("(?<=...)(?:正在[^，的]{2,4}中?|已经?[^，的]{1,2})$")
"""How far a task has come, behind its name: 某工程正在施工中."""
_PLACES_OF = re.compile(
    "(?:[\u4e00-\u9fff]{1,6}?[区县市旗州]、)+[\u4e00-\u9fff]{1,6}?[区县市旗州](?=.{4})"
)
"""The places that a measure is of: 甲县、乙县、丙区补贴标准."""
_PLACED_MEASURE = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?<![均位元价])(?<!经济)(?<!全.)(?=地区生产总值$)"
    r"|(?!对)(?:[\u4e00-\u9fff]{2,5}?(?:[省州旗盟]|(?<![困百十强各个郊])县|(?<![城都股超上门各])市"
    r"|(?<![市城地发园新老山景社郊库灾小县范验护港牧矿成各])区))?(?:全[省市县区州])?(?=..)"
)
_PLACE_SIGNS = re.compile("[省州旗盟县市区]")
"""One of which every name of an area holds."""


def plain_name(indicator: str, *, of_area: bool) -> str:
    """``indicator`` by its plain name; ``of_area``: it may be measured of a whole area."""
    if of_area:
        indicator = without_area(indicator)
    if "、" in indicator and (several := _PLACES_OF.match(indicator)):
        measure = indicator[several.end() :]
        indicator = measure if is_measure(measure) else indicator
    if "正在" in indicator or "已" in indicator:
        indicator = _UNDER_WAY.sub("", indicator)
    if "累计新增" in indicator[1:]:
        indicator = indicator.replace("累计新增", "新增")
    if indicator.startswith("城区") and indicator.endswith("率"):
        indicator = indicator[2:]
    return indicator


def without_note(indicator: str) -> str:
    """``indicator`` without the note behind it: ［3］, （GDP）."""
    return _NOTED.sub("", indicator) if indicator[-1:] in _NOTED_ENDS else indicator


def without_area(indicator: str) -> str:
    """A headline measure without the name of its area: 城镇化率 of 林川县城镇化率."""
    if not _PLACE_SIGNS.search(indicator):
        return indicator
    placed = _PLACED_MEASURE.match(indicator)
    measure = indicator[placed.end() :] if placed else indicator
    return measure if measure in vocabulary().measures else indicator
