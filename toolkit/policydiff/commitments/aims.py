"""The year that a plan aims at whose title names none: 到2031年, 用五年时间, 今后三年.

Implementing opinions, action plans and outlines name it once, where they set their aims or say
what they are put forward for, and are dated by the year that they were given in. What their tasks
leave open is due in the year aimed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policydiff.commitments.years import DIGITED, Tense, close_up, years_in
from policydiff.reading.dates import plan_number
from policydiff.reading.dates import years_in as years_named
from policydiff.reading.document import Document, Kind, Paragraph, Stance
from policydiff.reading.reviews import only_reviews

_PLANS = re.compile(
    r"(?:意见|方案|计划|规划|纲要|决定|措施)》?(?:的?通知)?(?:[（(][^（）()]*[）)])?$|行动(?:计划|方案)"
)
_HEADS_PLAN = re.compile(r"(?m)^[^\n。，；：]{4,60}(?:意见|方案|计划|规划|纲要|决定)\s*$")
"""How the title of a plan ends, and such a line above a text whose title is not known."""
_OF_YEARS = re.compile(
    r"([两三四五])年(?:行动|攻坚|提升|建设|工作|实施|推进|发展)*(?:计划|方案|规划)"
)
_AIMS = re.compile(r"目标(?:任务|要求)?$|总体要求$")
_PUTS_FORWARD = re.compile("(?:制定|提出)[^，。；]{0,12}(?:意见|方案|计划|规划|措施)")
_SETS_OUT = re.compile(rf"{DIGITED}年(?:起|开始)")
_SENTENCE = re.compile(r"[^。；\n]+")
_HEAD, _FURTHEST = 400, 10
"""Characters among which a title stands, and years for which a plan may plan."""


def tense_of(document: Document) -> Tense:
    """What ``document`` implies where its words are silent."""
    year = document.year
    aimed = _aimed_at(document, year) if year else None
    return Tense(document.kind, aimed, year - 1) if year and aimed else Tense.of(document)


def _aimed_at(document: Document, year: int) -> int | None:
    """The one year after ``year`` that a plan names as it sets its aims.

    None for other texts, and for a plan whose title names its years.
    """
    title = document.title if document.title != document.id else ""
    if document.kind not in {Kind.OTHER, Kind.FIVE_YEAR_PLAN} or only_reviews(title, document.kind):
        return None
    if years_named(title, dated=True) or plan_number(title) is not None:
        return None
    if not (_PLANS.search(title) if title else _HEADS_PLAN.search(document.text, 0, _HEAD)):
        return None
    now = Tense(document.kind, year, year - 1)
    named = _years_to_come(_aims(document), now)
    of_years = None if named else _OF_YEARS.search(title)
    if of_years:
        named = _years_to_come([f"今后{of_years[0]}"], now)
    return named.pop() if len(named) == 1 and year not in named else None


def _aims(document: Document) -> Iterator[str]:
    """The sentences of ``document`` that set its aims or say what it is put forward for."""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        sentences = _SENTENCE.findall(document.text, block.start, block.end)
        if any(map(_AIMS.search, block.section.headings)):
            yield from sentences
        elif not block.section.headings:
            yield from filter(_PUTS_FORWARD.search, sentences)


def _years_to_come(sentences: Iterable[str], now: Tense) -> set[int]:
    """The years from that of ``now`` on that ``sentences`` name, but for a distant prospect."""
    first = now.planned or 0
    return {
        one.year
        for words in sentences
        for one in years_in(_SETS_OUT.sub("", close_up(words)), now, Stance.TARGET)
        if one.year and not one.passing and first <= one.year <= first + _FURTHEST
    }
