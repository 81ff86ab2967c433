"""Findings as every page shows them: what is said, where, and the link that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from policydiff.alignment.link import Band, Link, Relation, Wording
from policydiff.commitments.model import Commitment
from policydiff.comparison import difference
from policydiff.report.html import tokens
from policydiff.report.html.labels import reason_label
from policydiff.report.words import (
    counted_words,
    difference_words,
    number_words,
    reason,
    subject,
    tenfold,
)

Place = tuple[str, Commitment]
"""The name of a side, which is a document of the page, and a commitment of it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in words; ``label`` says its basis where that matters, or that there is none."""

    words: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What one document says: ``side`` is ``both`` where the two say it word for word."""

    side: str
    commitment: Commitment
    pieces: tuple[tokens.Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a finding says.

    ``numbers`` are old and new, or one where they are equal or there is one. ``gap``,
    ``note`` (the label of a remark) and, of a possible link, the relation in ``possible`` are
    empty where there is none.
    """

    subject: str
    renamed: str
    numbers: tuple[Number, ...]
    gap: str
    note: str
    possible: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a page, to be filtered, opened and reviewed.

    ``status`` names its label, its style and its filter. ``into`` is the side that is silent
    about its commitment, where that is the finding, and empty elsewhere. ``again`` says that
    the finding before it says the same of other places.
    """

    status: str
    places: tuple[Place, ...]
    link: Link | None
    row: Row
    into: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one status."""

    key: str
    findings: tuple[Finding, ...]
    open: bool


def linked(status: str, link: Link) -> Finding:
    """A link as a finding: A is what ``link.a`` says, B what ``link.b`` says."""
    return Finding(status, (("a", link.a), ("b", link.b)), link, _link_row(link))


def stated(status: str, side: str, commitments: Collection[Commitment]) -> Finding:
    """What one document says, in one place or in several."""
    places = tuple((side, commitment) for commitment in commitments)
    return Finding(status, places, None, _row(places))


def newsworthy(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Headline indicators first, then what has a number, then the rest, each in order."""
    return tuple(sorted(findings, key=_importance))


def _importance(finding: Finding) -> int:
    commitments = [commitment for _, commitment in finding.places]
    if any(c.canonical for c in commitments):
        return 0
    return 1 if any(c.quantity for c in commitments) else 2


def _row(places: Collection[Place]) -> Row:
    commitments = [commitment for _, commitment in places]
    numbers = dict.fromkeys(_number(c, False) for c in commitments if c.quantity)
    quotes = tuple(Quote(side, c, tokens.plain(c)) for side, c in places)
    if len(quotes) == 1 and not numbers and commitments[0].quote:
        bare = Quote(quotes[0].side, commitments[0], ())
        return Row(commitments[0].quote, "", (), "", "", "", (bare,))
    subjects = dict.fromkeys(subject(c) for c in commitments)
    return Row("、".join(subjects), "", tuple(numbers), "", "", "", quotes)


def _link_row(link: Link) -> Row:
    a, b, gap = link.a, link.b, difference(link)
    numbers: tuple[Number, ...] = ()
    if a.quantity or b.quantity:
        with_basis = link.relation is Relation.REFRAMED
        words = counted_words(link)
        numbers = tuple(
            dict.fromkeys(
                _number(c, with_basis, spoken) for c, spoken in zip((a, b), words, strict=True)
            )
        )
    if a.quote and a.quote == b.quote and a.item == b.item:
        quotes: tuple[Quote, ...] = (Quote("both", b, tokens.plain(b)),)
    else:
        left, right = tokens.compared(a, b)
        quotes = (Quote("a", a, left), Quote("b", b, right))
    return Row(
        subject(a),
        subject(b) if subject(b) != subject(a) else "",
        numbers,
        difference_words(gap),
        _note(link),
        link.relation.value if link.band is Band.POSSIBLE else "",
        quotes,
    )


def _note(link: Link) -> str:
    if known := reason(link):
        return reason_label(known)
    if tenfold(link):
        return "tenfold"
    changed = link.wording is not Wording.UNCHANGED
    return link.wording.value if changed and difference(link) else ""


def _number(commitment: Commitment, with_basis: bool, words: str = "") -> Number:
    quantity = commitment.quantity
    if quantity is None:
        return Number("", "none")
    basis = quantity.basis.value if with_basis and quantity.basis else ""
    return Number(words or number_words(commitment), basis)
