"""Years that stand only for what they are said of: which things are meant, what was put off."""

from __future__ import annotations

import re

from policydiff.reading.document import Stance

MEANT = re.compile(
    r"年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?(?:[之以]?前|[之以]?后)?"
    r"(?:建[成设造]|竣工|投[用产]|交付|启用|开工|入住|登记|注册|出生|投入使用)[^，。；、\d]{0,6}的"
)
"""Which of the things that stand already are meant: 改造2005年底前建成的小区."""
_PUT_OFF = re.compile(r"(?:调整|推迟|延迟|延期|延后|顺延|结转|转)[到至入为]?$")
_LONGEST = 6


def said_until(words: str, start: int, end: int, stance: Stance, *, over: bool) -> int | None:
    """Where what the year ``words[start:end]`` is said of ends, None if it is no such year.

    ``over`` says that it is before those that the document is about.
    """
    if stance is Stance.TARGET:
        meant = MEANT.match(words, end) if over else None
        return meant.end() if meant else None
    if not _PUT_OFF.search(words, max(0, start - _LONGEST), start):
        return None
    stops = (words.find(mark, end) for mark in "，；")
    return min((stop for stop in stops if stop >= 0), default=None)
