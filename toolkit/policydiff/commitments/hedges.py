"""Hedges (力争, 预计) and how far each reaches: codebook section 3."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from policydiff.commitments.edges import strip_lead
from policydiff.commitments.lexicon import GROWTH_VERBS, opening_verb, skip_adverbs

_HEDGE = re.compile(
    r"力争|争取(?<!共争取)(?<!累计争取)(?!国家|上级|中央|省|市|到位|各[类项级种]|资金|政策|项目|更多)|预计|力求"
    r"|努力(?=实现|完成|做到|使|争取|达到|保持|把|将|建成|推动|提高|促进|扩大|增加|打造|形成|稳定|控制)"
)
_NUMBER = re.compile(r"\d[\d.．]*")
_CONTINUES = re.compile(rf"(?:[比较].{{1,4}}年)?(?:同比|年均|分别|均)*(?:{GROWTH_VERBS}|占)")
_GROWS = re.compile(rf"(?:[比较].{{1,4}}年)?(?:同比|年均|分别|均)*(?:{GROWTH_VERBS})")
_ONLY_TIME = re.compile(r"[到在至]?(?:20\d\d|19\d\d|[一二三四五六七八九十]+)年(?:[底末内前]|以前)*")


def is_hedged(words: str) -> bool:
    """Whether there is a hedge in ``words``."""
    may = "争" in words or "预计" in words or "努力" in words or "力求" in words
    return may and _HEDGE.search(words) is not None


def hedge_of(sentence: str, position: int, clauses: list[tuple[int, int]]) -> str:
    """The hedge that covers ``position``, or "".

    It reaches from its word to the first later clause that opens with a verb of its own;
    where only a time stands between hedge and comma (力争到2025年，), to the second. That of one
    figure (由预计的3%提高到4%) covers no other.
    ``clauses`` are the spans of the sentence's clauses.
    """
    hedges = list(_HEDGE.finditer(sentence, 0, position))
    if not hedges:
        return ""
    last = hedges[-1]
    if sentence.startswith("的", last.end()) and _NUMBER.search(sentence, last.end(), position):
        return ""
    first = bisect_right(clauses, last.start(), key=itemgetter(0))
    begin, end = clauses[first - 1] if first else (0, last.end())
    if _ONLY_TIME.fullmatch(sentence[last.end() : end]):
        first += 1
    heads = last.end() == end or not strip_lead(sentence[begin : last.start()])[0]
    for start, _ in clauses[first:]:
        if start <= position and (_own_verb if heads else _own_subject)(sentence, start):
            return ""
    return last.group()


def _own_subject(sentence: str, position: int) -> bool:
    return _is_past(sentence, position) or not _CONTINUES.match(sentence, position)


def _own_verb(sentence: str, position: int) -> bool:
    after = skip_adverbs(sentence, position)
    if _GROWS.match(sentence, after):
        return False
    return _is_past(sentence, position) or bool(opening_verb(sentence, after))


def _is_past(sentence: str, position: int) -> bool:
    """Whether the clause at ``position`` says that something was reached already."""
    return "已" in re.split("[，,；;]", sentence[position : position + 18], maxsplit=1)[0]
