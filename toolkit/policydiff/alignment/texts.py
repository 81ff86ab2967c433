"""The comparable texts of a list of commitments: clause, thing, words, headings, surroundings."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.alignment.normalise import plain, quoted_names, wording
from policydiff.commitments.model import Commitment, Extraction
from policydiff.reading.document import Stance
from policydiff.reading.script import legible

LEAD_IN = 40
"""Characters before a clause, in its sentence and behind the last commitment, that introduce it."""

_SENTENCE_ENDS = "。；;！!？?\n\t"


@dataclass(frozen=True, slots=True)
class Texts:
    """Commitments of one side, and per commitment the texts that are compared.

    ``clauses`` hold the quote with what leads into it (围绕…领域，); in a ledger, which has no
    quotes, action and indicator. ``things`` are the indicators, ``names`` what stands in
    quotation marks, ``headings`` the innermost two headings, ``around`` the commitments before
    and after.
    """

    commitments: tuple[Commitment, ...]
    clauses: tuple[str, ...]
    things: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    headings: tuple[str, ...]
    around: tuple[str, ...]


def texts(extraction: Extraction, stance: Stance) -> Texts:
    """The texts of the commitments of one stance, in order of position."""
    chosen = tuple(one for one in extraction.commitments if one.stance is stance)
    previous = [0, *(one.end for one in chosen)]
    full = [
        _full_clause(extraction.document.text, one, before)
        for one, before in zip(chosen, previous, strict=False)
    ]
    clauses = tuple(map(wording, full))
    padded = ("", *clauses, "")
    return Texts(
        commitments=chosen,
        clauses=clauses,
        things=tuple(
            wording(one.indicator) or clause for one, clause in zip(chosen, clauses, strict=True)
        ),
        names=tuple(map(quoted_names, full)),
        headings=tuple(plain(" ".join(one.section[-2:])) for one in chosen),
        around=tuple(
            f"{before} {after}" for before, after in zip(padded, padded[2:], strict=False)
        ),
    )


def _full_clause(text: str, one: Commitment, previous_end: int) -> str:
    if not one.quote:
        return f"{one.action}，{one.indicator}"
    start = max(previous_end, one.start - LEAD_IN)
    before = text[start : one.start]
    cut = max(before.rfind(mark) for mark in _SENTENCE_ENDS)
    unsaid = "" if one.indicator in legible(one.quote) else f"{one.indicator}，"
    return f"{unsaid}{before[cut + 1 :]}，{one.quote}"
