"""Looks back: where a text that looks forward tells of the time gone by, and how far.

One opens with a sentence (过去一年，…) or inside one (…，三年来…; …，已建成的有…), and ends
where something is to come.
"""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import opening_verb, skip_adverbs
from policydiff.commitments.tense_words import FORWARD, WILL
from policydiff.commitments.years import DUE_BEFORE, Tense, opening_year
from policydiff.reading.document import Kind

_OPENS_PAST = re.compile(r"\W*在?(?:(?:过去|刚刚过去)的?[一几三五]年|[一几三五]年来)")
_PART_GONE = re.compile(r"\W*今年(?:以来|上半年|前?[一二三]季度|前[一二三四五六七八九十\d]+个?月)")
_ACHIEVED = re.compile(
    r"\W*(?:全年|先后|累计|共|圆满|顺利|成功)*(?:建成|完成|先后|累计|成功|荣?获)"
)
_AIMED = re.compile(
    r"^\W*(?:\d{4}年|新的一年|当前)|\d[\d.]*[%％\u4e00-\u9fff]{0,3}(?:以上|以内|以下|左右)|不(?:低|少|高|大)于|不超过"
)
"""What ends a look back: another time, or a number that bounds what is to be reached."""
_TURNS_BACK = re.compile(
    r"(?:^|[，；：！])\s*(?:(?:这|近)?[一几两二三四五六七八九十]{1,3}多?年来(?!的)"
    r"|(?:目前|现在)?已经?[^，；：]{1,8}的(?:主要)?(?:有|包括))"
)
_TO_COME = re.compile(rf"{FORWARD.pattern}|{WILL.pattern}|应该|需要")


def opens_past(words: str, tense: Tense, *, dated: bool) -> bool:
    """Whether ``words``, a sentence or a paragraph, open with the time gone by: 过去一年, 五年来.

    ``dated``: a year reported on (2028年) or a part of this one (今年上半年) counts as well. It
    does where no heading decides. Where headings set aims it does not, since the aims may be set
    against that year: there it makes outcomes of the numbers under it only (``wording.of_year``).
    """
    if _OPENS_PAST.match(words):
        return True
    if not dated:
        return False
    if _PART_GONE.match(words):
        return True
    year = opening_year(words, tense)
    if year is None or tense.reported is None:
        return False
    due = tense.kind is Kind.OTHER and DUE_BEFORE.match(words)
    return not due and year <= tense.reported


def looks_back(words: str, tense: Tense, *, before: bool) -> bool:
    """Whether ``words``, a sentence of a forward part, tell of the time gone by.

    One that opens with it does (过去一年，…), and so do those behind it (``before``) that neither
    name a time to come nor open with a deed to be done.
    """
    if opens_past(words, tense, dated=False):
        return not FORWARD.search(words)
    if not before or FORWARD.search(words) or WILL.search(words) or _AIMED.search(words):
        return False
    if _ACHIEVED.match(words):
        return True
    return not opening_verb(words, skip_adverbs(words, 0))


def turns_back(words: str) -> int | None:
    """Where in a sentence of a forward part a look back begins: behind 三年来 or 已建成的有."""
    if "年来" not in words and "已" not in words:
        return None
    turn = _TURNS_BACK.search(words)
    return turn.end() if turn else None


def is_back(words: str, back: int, position: int) -> bool:
    """Whether ``position`` is still of the look back from ``back``: nothing to come between."""
    return position >= back and not _TO_COME.search(words, back, position)
