"""Notes in brackets that figures are estimates: （预计数，下同） hedges as 预计 does."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.wording import Wording
from policydiff.reading.document import Paragraph, Stance

_ESTIMATED = "预计"
_OWN = re.compile(r"[（(](?:为|均为)?(?:预计|预测)数?[)）]")
_FROM_HERE = re.compile(r"[（(][^（）()\n]{0,16}预计[^（）()\n]{0,6}[，,]?下同[)）]")
_PART_ENDS = "。；;\n"


class Estimates(NamedTuple):
    """A note that holds from ``start`` on, under the same chief heading."""

    start: int
    chief: tuple[str, ...]


def noted(text: str, block: Paragraph, before: Estimates | None) -> Estimates | None:
    """The note that holds in ``block``: its own, or the one ``before`` under its chief heading."""
    chief = block.section.headings[:1]
    note = _FROM_HERE.search(text, block.start, block.end)
    if note:
        begin = max(text.rfind(mark, block.start, note.start()) for mark in _PART_ENDS)
        return Estimates(max(begin, block.start), chief)
    return before if before and before.chief == chief else None


def estimated(
    text: str, start: int, end: int, wording: Wording, note: Estimates | None, reported: int | None
) -> Wording:
    """``wording`` of the number ``text[start:end]``, hedged if a note says that it is estimated.

    A note on all that follows is one on what the year ``reported`` on has brought.
    """
    if wording.hedge or wording.stance is not Stance.OUTCOME:
        return wording
    below = note and note.start <= start and wording.year == reported
    if below or (text[end : end + 1] in "（(" and _OWN.match(text, end)):
        return wording._replace(hedge=_ESTIMATED)
    return wording
