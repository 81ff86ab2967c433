"""Which place a document speaks for, and on which level of government that place is."""

from __future__ import annotations

import re
from enum import StrEnum


class Level(StrEnum):
    """A level of government (行政层级)."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    TOWNSHIP = "township"


_PART = (
    "(?!城市|城镇|市场|区域)[^省市区县州盟旗镇]{1,7}?"
    "(?:自治[区州县旗]|特别行政区|州(?!市)|镇(?!市)|州市|镇市|[省市区县盟旗]|街道)"
)
_PLACE = re.compile(f"^(?:{_PART})+")
_PARTS = re.compile(_PART)
_NATION = re.compile("国务院|国家|全国|中华人民共和国|(?:中共)?中央")
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})

_LEVELS = (
    (re.compile("(?:省|自治区|特别行政区)$"), frozenset({Level.PROVINCE})),
    (re.compile("[州盟]$"), frozenset({Level.CITY})),
    (re.compile("市$"), frozenset({Level.CITY, Level.DISTRICT})),
    (re.compile("[区县旗]$"), frozenset({Level.DISTRICT})),
    (re.compile("(?:镇|街道)$"), frozenset({Level.TOWNSHIP})),
)


def place_of(publisher: str) -> str:
    """The place that a publisher speaks for: its name up to the last province, city, district.

    >>> place_of("青石市云溪区发展和改革局")
    '青石市云溪区'
    """
    found = _PLACE.match(publisher)
    return found[0] if found else publisher


def levels(publisher: str) -> frozenset[Level]:
    """The levels that the place of ``publisher`` may be on; empty where it names none.

    A city may be one with districts or one in the place of a county, unless it stands in the name
    of a city; the four municipalities are on the level of provinces (宪法第三十条).
    """
    if _NATION.match(publisher):
        return frozenset({Level.NATION})
    parts = _PARTS.findall(place_of(publisher))
    if not parts:
        return frozenset()
    if parts[-1] in _MUNICIPALITIES:
        return frozenset({Level.PROVINCE})
    found = next(known for pattern, known in _LEVELS if pattern.search(parts[-1]))
    in_a_city = any(part.endswith(("市", "州", "盟")) for part in parts[:-1])
    return found - {Level.CITY} if in_a_city else found


def on_other_levels(one: str, other: str) -> bool:
    """Whether two publishers speak for places of different levels, or for a place and its part.

    >>> on_other_levels("青石市人民政府", "青石市云溪区人民政府")
    True
    >>> on_other_levels("青石市人民政府", "云溪区人民政府")
    False
    """
    x, y = levels(one), levels(other)
    if not x or not y:
        return False
    short, long = sorted((place_of(one), place_of(other)), key=len)
    return x.isdisjoint(y) or (short != long and long.startswith(short))
