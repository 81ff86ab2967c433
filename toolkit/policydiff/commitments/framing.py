"""The frame of time that a paragraph stands in, where its own sentences do not say.

Headings set it, or the period that a paragraph turns to, or what it opens with, or the list that
it is a member of, or the signs in its words. What is known of one paragraph goes on to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.commitments.aims import tense_of
from policydiff.commitments.periods import (
    Period,
    listed_stance,
    may_be_listed,
    names_time_to_come,
    opened_stance,
    sets_the_years_aims,
    turn,
    year_carried,
    year_done,
    year_due,
)
from policydiff.commitments.scales import Scales
from policydiff.commitments.tense_words import FORWARD, bids
from policydiff.commitments.years import Tense, close_up
from policydiff.reading.document import Block, Document, Kind, Paragraph, Stance
from policydiff.reading.reviews import only_reviews

_EXPLAINS = re.compile(r"[^\w“]{0,6}(“[^”]{2,20}”)[^，。；：:]{0,16}[：:]\s*(?:即|指|是指)")
_BACKGROUND = re.compile(
    r"[第\d\W一二三四五六七八九十]*[章节]?\s*[^，。]{0,24}"
    r"(?:指导思想|基本原则|总体思路|(?:编制|规划|发展)(?:依据|背景|过程)|机遇|挑战|形势|发展环境|环境分析|(?:存在|主要|突出)的?问题|短板|不足)$"
)
"""Headings of what a plan sets out from: their sentences promise nothing of their own."""
_BACKGROUND_ENDS = frozenset("想则路据景程遇战势境析题板足")
_OPENING = 240
"""How far into a paragraph to look for the period that it turns to."""


class Frame(NamedTuple):
    """How a paragraph stands before its sentences are read.

    ``stance`` is what its headings or its period set. Where that is None, tense words decide, or
    else ``opened``, what the paragraph opens with or is listed under, or else ``known``, the
    stance set last. ``due`` and ``done`` are the years of its silent targets and outcomes, None
    for those of the document's ``tense``. ``aside`` says that it makes no promises of its own (a
    background, a term explained), ``goes_on`` that the headings are those of the paragraph before.
    """

    tense: Tense
    stance: Stance | None
    known: Stance
    opened: Stance | None
    due: int | None
    done: int | None
    aside: bool
    goes_on: bool


def frames(document: Document) -> Iterator[Frame]:
    """The frame of each paragraph of ``document``, in order."""
    framing = _Framing(document)
    for block in document.blocks:
        framing.enter(block)
        if isinstance(block, Paragraph):
            yield framing.frame(block)


class _Framing:
    """What is known of time where the last of the blocks gone through stands."""

    def __init__(self, document: Document) -> None:
        reviews = only_reviews(document.title, document.kind)
        silent = document.kind in {Kind.OTHER, Kind.FIVE_YEAR_PLAN} and not reviews
        self._document = document
        self._starts = [block.start for block in document.blocks]
        self._tense = tense_of(document)
        self._scales = Scales(document) if silent else None
        self._known = _known_at_first(document, reviews=reviews)
        self._headings: tuple[str, ...] | None = None
        self._period: Period | None = None
        self._listed: Stance | None = None
        self._carried: int | None = None
        self._implied: int | None = None

    def enter(self, block: Block) -> None:
        """Note the stance of a section, which holds until another is set, but for plans."""
        if self._tense.kind is not Kind.FIVE_YEAR_PLAN:
            self._known = block.section.stance or self._known

    def frame(self, block: Paragraph) -> Frame:
        """The frame of ``block``."""
        headings = block.section.headings
        goes_on = headings == self._headings
        if not goes_on:
            self._turn_to(headings)
        words = self._document.text[block.start : block.end]
        begins = close_up(words[:_OPENING])
        if self._plans_from(block, begins):
            self._known = Stance.TARGET
        self._period = turn(begins, headings, self._tense, self._period)
        explained = _explained(words)
        place = self._where_used(explained, block) if explained else block
        stance = place.section.stance or self._stance_of_period()
        opened = self._opened(block, words, begins) if stance is None else None
        self._listed = None if stance else self._listed
        over = opened is Stance.OUTCOME and self._tells_own_year(begins)
        tense = self._tense._replace(reported=self._tense.planned) if over else self._tense
        return Frame(
            tense,
            stance,
            self._known,
            opened,
            block.year or (self._period.due if self._period else self._implied),
            block.year or year_done(headings, self._tense),
            bool(explained) or bool(headings and _is_background(headings[-1])),
            goes_on,
        )

    def _plans_from(self, block: Paragraph, begins: str) -> bool:
        """Whether a work report sets its year's aims here; what follows looks ahead, too."""
        reports = block.section.stance is Stance.OUTCOME
        at_work = self._tense.kind is Kind.WORK_REPORT
        return at_work and not reports and sets_the_years_aims(begins, self._tense)

    def _turn_to(self, headings: tuple[str, ...]) -> None:
        """Note the year that ``headings`` set for silent targets, or a chief one before them."""
        tense = self._tense
        self._headings = headings
        if names_time_to_come(headings[:1], tense):
            self._carried = year_carried(headings[0], tense)
        to_come = names_time_to_come(headings, tense)
        self._implied = year_due(headings, tense) if to_come else self._carried

    def _stance_of_period(self) -> Stance | None:
        """What the period turned to does, known from now on, and set if it is one to come."""
        if self._period is None or self._period.stance is None:
            return None
        self._known = self._period.stance
        return self._known if self._period.due else None

    def _opened(self, block: Paragraph, words: str, begins: str) -> Stance | None:
        """What the paragraph opens with, or the list that it is a member of, or its signs."""
        opened = opened_stance(begins, self._tense)
        listed = None if opened or not may_be_listed(words) else self._listed
        self._listed = listed_stance(words, opened) or listed
        told = self._scales.stance(block) if self._scales else None
        if opened is Stance.TARGET and told is Stance.OUTCOME and self._tells_own_year(begins):
            return told
        return opened or listed or told

    def _tells_own_year(self, begins: str) -> bool:
        """Whether a paragraph opens with the very year planned for, which may be over by now."""
        return begins.startswith(f"{self._tense.planned}年") and not FORWARD.search(begins)

    def _where_used(self, term: str, note: Paragraph) -> Block:
        """The block that uses ``term`` before the ``note`` that explains it, or else the note."""
        used = self._document.text.find(term, 0, note.start)
        index = bisect_right(self._starts, used) - 1
        return self._document.blocks[index] if used >= 0 else note


def _known_at_first(document: Document, *, reviews: bool) -> Stance:
    """The stance of what stands before the first section that has one."""
    if reviews:
        return Stance.OUTCOME
    if document.kind is not Kind.WORK_REPORT:
        return Stance.TARGET
    placed = any(block.section.stance for block in document.blocks)
    return Stance.TARGET if not placed and bids(document.text) else Stance.OUTCOME


def _explained(words: str) -> str:
    """The term that a paragraph explains (“X”…：即…, a note at the end), or nothing."""
    explains = _EXPLAINS.match(words) if "“" in words[:7] else None
    return explains[1] if explains else ""


def _is_background(heading: str) -> bool:
    return heading[-1:] in _BACKGROUND_ENDS and bool(_BACKGROUND.fullmatch(heading))
