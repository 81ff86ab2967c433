"""What the words of a sentence say of past and to come, and whether of anything done at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.commitments.lexicon import opening_verb, skip_adverbs
from policydiff.commitments.patterns import beginning
from policydiff.commitments.years import Tense
from policydiff.reading.document import Kind, Stance

_FORWARD = re.compile(
    r"(?:^|[，；。、]|我们|今年|明年|今后)(?:都|还|也|仍)?(?:将|要|必须|应当?(?![届急对用收付])|务必|拟)|力争|确保"
    r"|(?<!共)(?<!累计)争取(?!(?:国家|上级|中央|[省市](?!场)|[^，。；]{2,24}(?:资金|指标|债券|补助))[^，。；]{0,24}\d)"
    r"|(?:19|20)\d\d年(?:要|将|拟|力争|安排)"
    r"|[到至](?:20|19)\d\d年(?!的\d)|到本世纪|今年(?!以来|[上前])|明年|下一?年|今后|未来|努力(?:实现|做到|使)|预期目标|(?:^|[，；。、])继续"
)
_FORWARD_BEGINS = frozenset("，；。、我今明都还也仍将要必应务拟力确争12到至下未努预继")
FORWARD = beginning(_FORWARD_BEGINS, _FORWARD)

_BACKWARD = re.compile(
    r"已(?!经?(?:确定|明确))|(?<![比较由从自与同按照以])(?:去年|上年)|过去的?[一几三五]年|[一几两三四五]年来|达到了|取得了?[^，]{0,8}(?:成|进展)|截至|截止"
    r"|以来|预计[，,]?(?:全年|实现|完成)|获评|荣获|入选|比上年(?:增长|增加|下降|提高)"
)
_BACKWARD_BEGINS = frozenset("已去上过一几两三四五达取截以预获荣入比")
BACKWARD = beginning(_BACKWARD_BEGINS, _BACKWARD)

_FALLS_SHORT = re.compile("[仅只]完成(?!的)|尚有[^，。；]{0,30}未")
"""What tells even among tasks how far they have come."""

WILL = re.compile(r"将(?![军士领])|要(?<![需主重必纲]要)(?![求素点件塞])|须|应当|拟")

_TELLS = re.compile(
    r"了(?!解)|同比|增长\d|达到\d|[比较]上年|荣获|位居|跃居|全年[^，。；]{0,8}[达完实]"
)
"""What a text that looks back has sooner or later."""
_FEWEST = 4


def bids(text: str) -> bool:
    """Whether ``text`` only says what to do: its sentences open with verbs, none looks back."""
    if _TELLS.search(text) or BACKWARD.search(text):
        return False
    sentences = [one.strip() for one in re.split(r"[。；\n]", text) if len(one.strip()) > 1]
    opened = sum(bool(opening_verb(one, skip_adverbs(one, 0))) for one in sentences)
    return len(sentences) >= _FEWEST and opened * 2 > len(sentences)


def stance_of(words: str, section: Stance | None, tense: Tense, known: Stance) -> Stance:
    """Whether ``words`` (a sentence) promise or report.

    The headings (``section``) decide. Where they say nothing, clear tense words do, and then
    ``known``, the stance of the last section that had one.
    """
    if section is not None:
        return section
    if tense.kind is Kind.TASK_TABLE:
        return Stance.OUTCOME if _FALLS_SHORT.search(words) else Stance.TARGET
    if tense.given is not None:
        words = words.replace("今年", "当年")
    forward, backward = FORWARD.search(words), BACKWARD.search(words)
    if bool(forward) is bool(backward):
        return known
    return Stance.TARGET if forward else Stance.OUTCOME


def intends(words: str, clauses: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence shows that something is to be done or was: a tense or a verb of action.

    A description (本区位于河口) shows neither. ``clauses`` are the spans of its clauses.
    """
    tense = FORWARD.search(words) or WILL.search(words) or BACKWARD.search(words)
    return bool(tense) or any(
        opening_verb(words, skip_adverbs(words, start))
        or (words[start].isdecimal() and _has_done_to(words, start, end))
        for start, end in clauses
    )


def _has_done_to(words: str, start: int, end: int) -> bool:
    """Whether something is done to the things that a clause opens by counting: 50个小区加装电梯."""
    return any(opening_verb(words, at) > 1 for at in range(start + 2, end - 2))
