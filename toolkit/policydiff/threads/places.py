"""Which place a document speaks for: a thread never leaves its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.document import Document

_PLACE = re.compile(
    "^(?:(?!城市|城镇|市场|区域)[^省市区县州盟旗镇]{1,7}?"
    "(?:自治[区州县旗]|[省市区县州盟旗镇]|街道))+"
)


def place_of(publisher: str) -> str:
    """The place that a publisher speaks for: its name up to the last province, city, district.

    >>> place_of("青石市云溪区发展和改革局")
    '青石市云溪区'
    """
    found = _PLACE.match(publisher)
    return found[0] if found else publisher


def places_of(documents: Sequence[Document]) -> list[str]:
    """The place of each document; one of unknown publisher is of the only place there is."""
    named = [place_of(document.publisher) for document in documents]
    known = sorted(set(named) - {""})
    return [name or (known[0] if len(known) == 1 else "") for name in named]
