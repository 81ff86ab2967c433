"""Parsed paragraphs become commitments: each statement with how it stands in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policydiff.commitments.clauses import Clause
from policydiff.commitments.estimates import Estimates, estimated, noted
from policydiff.commitments.framing import Frame
from policydiff.commitments.hedges import is_hedged
from policydiff.commitments.model import Commitment
from policydiff.commitments.parsing import Parsed, Statement
from policydiff.commitments.retrospects import looks_back, opens_past
from policydiff.commitments.tense_words import intends, stance_of
from policydiff.commitments.vocabulary import vocabulary
from policydiff.commitments.wording import Sentence, Wording
from policydiff.commitments.years import Tense, close_up
from policydiff.reading.document import Kind, Paragraph, Stance

_TARGET, _OUTCOME = Stance.TARGET, Stance.OUTCOME
_GOES_ON = re.compile(r"\W*(?:其中|同时|此外|另外)[，,：:]")
"""What opens a sentence that stands as the one before it does."""


Told = tuple[Paragraph, Statement, Wording]
"""A statement, the paragraph that it stands in, and how it stands."""


def told_in(
    text: str, paragraphs: Iterable[Parsed], frames: Iterable[Frame]
) -> Iterator[Commitment]:
    """The commitments of ``paragraphs``, each in its frame, in order.

    As in ``parse``, every step goes through all of them before the next is taken.
    """
    told: list[Told] = []
    new: list[Told] = []
    note: Estimates | None = None
    notes = "下同" in text
    for parsed, frame in zip(paragraphs, frames, strict=True):
        _, _, before = new[-1] if new and frame.goes_on else (None, None, None)
        note = noted(text, parsed.block, note) if notes else None
        new = list(_stand(text, parsed, frame, before, note))
        told += new
    canonical = vocabulary().canonical
    names = [canonical(measured.indicator) for _, (_, _, _, measured, _), _ in told]
    for (block, statement, (stance, year, hedge)), name in zip(told, names, strict=True):
        _, start, end, (indicator, action, _), found = statement
        quantity = found.quantity if found else None
        yield Commitment(
            f"c{quantity.start if quantity else start}",
            start,
            end,
            text[start:end],
            stance,
            block.section.headings,
            block.item,
            action,
            indicator,
            quantity,
            year,
            hedge,
            None,
            block.lead,
            block.support,
            name,
        )


def _stand(
    text: str, parsed: Parsed, frame: Frame, before: Wording | None, note: Estimates | None
) -> Iterator[Told]:
    """How the statements of a paragraph stand; ``before`` is how the last one before it does."""
    reported = frame.tense.reported
    course = _Course(text, parsed, frame)
    for clauses, statements in parsed.sentences:
        sentence, silent = course.sentence(clauses, before)
        begin = clauses[0].start
        for statement in statements:
            clause, start, end, _, found = statement
            if found:
                number, words = found.quantity, text[clause.start : clause.end]
                stands = sentence.of_number(number.start - begin, number.end - begin, words)
                before = estimated(text, number.start, number.end, stands, note, reported)
            elif silent:
                continue
            else:
                before = sentence.plain or sentence.of_clause(start - begin, end - begin)
            yield parsed.block, statement, before


class _Course:
    """How the sentences of a paragraph stand, each with what those before it leave to it."""

    def __init__(self, text: str, parsed: Parsed, frame: Frame) -> None:
        self._text = text
        self._spaced = parsed.spaced
        self._frame = frame
        self._describes = (
            frame.tense.kind is Kind.OTHER and frame.stance is None and frame.opened is not _TARGET
        )
        self._unframed = frame.stance is None and frame.tense.kind in {
            Kind.OTHER,
            Kind.FIVE_YEAR_PLAN,
        }
        self._in_plan = frame.tense.kind is Kind.FIVE_YEAR_PLAN and frame.stance is None
        self._opened = frame.opened
        self._due = frame.due
        self._done = frame.done
        self._promised = self._back = False
        self._ended = parsed.block.start

    def sentence(self, clauses: list[Clause], before: Wording | None) -> tuple[Sentence, bool]:
        """The next sentence, and whether only its numbers are commitments.

        ``before`` is how the last statement before it stands.
        """
        frame, begin, end = self._frame, clauses[0].start, clauses[-1].end
        goes_on = self._goes_on(begin, before)
        if before and goes_on:
            self._opened, self._due = _TARGET, _later(before.year, frame.tense)
        self._ended = end
        words = self._text[begin:end]
        words = close_up(words) if self._spaced else words
        split = self._describes or is_hedged(words)
        bounds = [(one.start - begin, one.end - begin) for one in clauses] if split else []
        meant = goes_on or not self._describes or intends(words, bounds)
        known = self._opened or frame.known if meant or self._promised else _OUTCOME
        stance = stance_of(words, frame.stance, frame.tense, known)
        self._back = stance is _TARGET and looks_back(words, frame.tense, before=self._back)
        stance = _OUTCOME if self._back else stance
        sentence = Sentence.of(words, bounds, stance, frame.tense, self._due, self._done)
        promises = stance is _TARGET
        self._promised = self._promised or (meant and promises)
        self._opened = _TARGET if self._opened and promises else self._opened
        if self._unframed and opens_past(words, frame.tense, dated=True):
            self._opened = _OUTCOME
        if sentence.years:
            self._due, self._done = sentence.governs or frame.due, sentence.reports
        silent = frame.aside and (promises or self._in_plan)
        return sentence, silent or not meant

    def _goes_on(self, begin: int, before: Wording | None) -> bool:
        """Whether the sentence at ``begin`` opens as one that goes on from a promise."""
        if before is None or before.stance is not _TARGET:
            return False
        if self._frame.stance is not None or self._due is not None:
            return False
        return _GOES_ON.match(self._text, self._ended, begin + 3) is not None


def _later(year: int | None, tense: Tense) -> int | None:
    """``year`` if it is beyond what the document plans for."""
    return year if year and year > (tense.planned or year) else None
