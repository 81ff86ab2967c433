"""What a reader decided about links, kept in a file and applied to later runs.

A decision is anchored in each document by the quoted words, the text on both sides of them
and their position: the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation
Data Model (https://www.w3.org/TR/annotation-model/, sections 4.2.4 and 4.2.5). The indicator
and the quantity are kept beside them, for documents of which only the ledger is at hand.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict
from policydiff.alignment.relation import wording
from policydiff.commitments.model import Commitment, Extraction
from policydiff.errors import PolicydiffError

SCHEMA = "policydiff/decisions/1"

CONTEXT = 32
"""Code points of text kept on each side of a quote."""

ENOUGH = 0.5
"""The share of the kept context that proves a place where the indicator reads differently."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a commitment stands: its quantity, or its clause when it has none.

    ``start`` and ``end`` are code points of the text that was decided on. ``prefix`` and
    ``suffix`` are empty where only a ledger was at hand; ``quantity`` is the number with
    its unit as printed, empty where there is none.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    indicator: str
    quantity: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision on one pair. ``relation`` is None where the link was rejected."""

    decision: Decision
    relation: Relation | None
    a: Anchor
    b: Anchor


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was decided on."""

    id: str
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Review:
    """A decisions file: two documents, and the rulings on their links in order."""

    a: Source
    b: Source
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """A ruling that could not be applied: on which side its commitment was not found."""

    ruling: Ruling
    side: Literal["a", "b"]

    def __str__(self) -> str:
        """The ruling in words, for a list of what no longer fits."""
        a, b = self.ruling.a, self.ruling.b
        pair = (
            f"A {a.indicator} {a.quantity} at {a.start}, B {b.indicator} {b.quantity} at {b.start}"
        )
        found = f"its place in {self.side.upper()} is not found any more"
        return f"{self.ruling.decision.verdict.value}: {pair}: {found}"


@dataclass(frozen=True, slots=True)
class Applied:
    """The links after a review, in order of position, the rejected ones apart."""

    links: tuple[Link, ...]
    rejected: tuple[Link, ...] = ()
    unfit: tuple[Unfit, ...] = ()


def read(path: str | os.PathLike[str]) -> Review:
    """Read a decisions file.

    Raises PolicydiffError where the file cannot be read, is not JSON, or is not a
    decisions file.
    """
    try:
        return from_dict(json.loads(Path(path).read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise PolicydiffError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise PolicydiffError(f"{path}: is not a decisions file (not JSON in UTF-8)") from error
    except (KeyError, TypeError, ValueError) as error:
        raise PolicydiffError(
            f"{path}: is not a decisions file as saved by the page: {error}"
        ) from (error)


def write(review: Review, path: str | os.PathLike[str]) -> None:
    """Save a decisions file: all of it or nothing. Raises PolicydiffError if it cannot be."""
    path = Path(path)
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_text(
            json.dumps(to_dict(review), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise PolicydiffError(f"{path}: cannot be written ({error.strerror})") from error


def from_dict(record: Mapping[str, Any]) -> Review:
    """The review in a ``policydiff/decisions/1`` record.

    Raises KeyError, TypeError or ValueError where the record is not one.
    """
    if record["schema"] != SCHEMA:
        raise ValueError(f"schema {record['schema']!r}, expected {SCHEMA!r}")
    a, b = (
        Source(str(side["id"]), str(side["sha256"]), str(side["title"]))
        for side in (record["a"], record["b"])
    )
    rulings = []
    for number, entry in enumerate(record["decisions"], 1):
        try:
            rulings.append(_ruling(entry))
        except KeyError as error:
            raise ValueError(f"decision {number} has no {error}") from error
        except (TypeError, ValueError) as error:
            raise ValueError(f"decision {number}: {error}") from error
    return Review(a, b, tuple(rulings))


def to_dict(review: Review) -> dict[str, Any]:
    """The ``policydiff/decisions/1`` record of a review."""
    return {
        "schema": SCHEMA,
        **{
            side: {"id": source.id, "sha256": source.sha256, "title": source.title}
            for side, source in (("a", review.a), ("b", review.b))
        },
        "decisions": [ruling_record(ruling) for ruling in review.rulings],
    }


def ruling_record(ruling: Ruling) -> dict[str, Any]:
    """One of ``decisions`` of the file."""
    return {
        **decision_record(ruling.decision),
        "relation": ruling.relation.value if ruling.relation else None,
        "a": _anchor_record(ruling.a),
        "b": _anchor_record(ruling.b),
    }


def decision_record(decision: Decision) -> dict[str, str]:
    """What was decided, by whom, when and why."""
    return {
        "verdict": decision.verdict.value,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
    }


def turned(review: Review) -> Review:
    """The review as if it had been made with the two documents the other way round."""
    rulings = (replace(r, a=r.b, b=r.a, relation=_inverse(r.relation)) for r in review.rulings)
    return Review(review.b, review.a, tuple(rulings))


def source(extraction: Extraction) -> Source:
    """What identifies the document of an extraction in a decisions file."""
    document = extraction.document
    return Source(document.id, document.sha256, document.title)


def anchor(commitment: Commitment, text: str) -> Anchor:
    """Anchor a commitment in the text it was read from; ``text`` is empty for a ledger."""
    start, end = commitment.where
    quantity = commitment.quantity.text if commitment.quantity else ""
    return Anchor(
        exact=text[start:end] or quantity or commitment.quote,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        indicator=commitment.indicator,
        quantity=quantity,
    )


def apply(links: Iterable[Link], a: Extraction, b: Extraction, review: Review) -> Applied:
    """Apply a review to the links between two extractions.

    A confirmed, relabelled or added link has the reader's relation and is sure; one that is
    not among ``links`` is put there. A rejected link is taken out and returned apart. Where
    a pair was decided more than once the last ruling holds. A ruling whose commitment is
    not found any more is returned as unfit.

    Raises PolicydiffError if the review was made for the same documents the other way round.
    """
    one_file = a.document.sha256 == b.document.sha256
    if not one_file and (review.a.sha256, review.b.sha256) == (
        b.document.sha256,
        a.document.sha256,
    ):
        raise PolicydiffError(
            f"the decisions are on {review.a.id} as A and {review.b.id} as B: "
            "name the documents in that order"
        )
    kept = {(link.a.id, link.b.id): link for link in links}
    rejected: dict[tuple[str, str], Link] = {}
    unfit = []
    find_a, find_b = _Finder(a), _Finder(b)
    for ruling in review.rulings:
        first, second, relation = find_a(ruling.a), find_b(ruling.b), ruling.relation
        if first is None or second is None:
            unfit.append(Unfit(ruling, "a" if first is None else "b"))
            continue
        if one_file and first.where > second.where:
            first, second, relation = second, first, _inverse(relation)
        pair = first.id, second.id
        link = kept.pop(pair, None) or rejected.pop(pair, None) or _bare_link(first, second)
        link = replace(link, decided=ruling.decision)
        if relation is None:
            rejected[pair] = link
        else:
            kept[pair] = replace(link, relation=relation, band=Band.SURE)
    return Applied(_in_order(kept.values()), _in_order(rejected.values()), tuple(unfit))


_INVERSE = {Relation.RAISED: Relation.LOWERED, Relation.LOWERED: Relation.RAISED}


def _inverse(relation: Relation | None) -> Relation | None:
    """What the relation is the other way round; a rejected link has none."""
    return _INVERSE.get(relation, relation) if relation else None


def _bare_link(a: Commitment, b: Commitment) -> Link:
    """A link for which a reader is the only evidence."""
    return Link(a, b, Relation.RELATED, 1.0, Band.SURE, "decision", wording(a, b), {})


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.a.where, link.b.where)))


class _Finder:
    """Finds anchors again in one extraction, whatever became of the offsets."""

    def __init__(self, extraction: Extraction) -> None:
        self._commitments = extraction.commitments
        self._text, self._offsets = _squeezed(extraction.document.text)

    def __call__(self, anchor: Anchor) -> Commitment | None:
        """The commitment that stands where the anchor points, or None."""
        if self._text and (anchor.prefix or anchor.suffix):
            return self._by_text(anchor)
        return self._by_facts(anchor)

    def _by_text(self, anchor: Anchor) -> Commitment | None:
        """By the quote: the place with the most of the context, then the nearest.

        Where too little of the context is left, the indicator must be the same.
        """
        exact, prefix, suffix = (
            _squeezed(part)[0] for part in (anchor.exact, anchor.prefix, anchor.suffix)
        )
        places = []
        for at in _occurrences(exact, self._text):
            after = at + len(exact)
            context = _shared(
                reversed(prefix), reversed(self._text[max(0, at - len(prefix)) : at])
            ) + _shared(suffix, self._text[after : after + len(suffix)])
            start, end = self._offsets[at], self._offsets[after - 1] + 1
            places.append((-context, abs(start - anchor.start), start, end))
        for context, _, start, end in sorted(places):
            certain = -context >= ENOUGH * (len(prefix) + len(suffix))
            found = self._standing(start, end, anchor.indicator, certain)
            if found:
                return found
        return None

    def _standing(self, start: int, end: int, indicator: str, certain: bool) -> Commitment | None:
        """The commitment at a place: of the same indicator, or where certain the closest."""
        standing = [
            c
            for c in self._commitments
            if c.where[0] < end and start < c.where[1] and (certain or c.indicator == indicator)
        ]
        return max(
            standing,
            key=lambda c: (
                c.indicator == indicator,
                min(end, c.where[1]) - max(start, c.where[0]),
                c.where[0] - c.where[1],
            ),
            default=None,
        )

    def _by_facts(self, anchor: Anchor) -> Commitment | None:
        """By indicator and quantity, the nearest where they stand several times."""
        alike = [
            c
            for c in self._commitments
            if c.indicator == anchor.indicator
            and (c.quantity.text if c.quantity else "") == anchor.quantity
        ]
        return min(alike, key=lambda c: abs(c.where[0] - anchor.start), default=None)


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without spaces and differences of width, and where each character came from."""
    kept = [
        (char, offset)
        for offset, original in enumerate(text)
        for char in unicodedata.normalize("NFKC", original)
        if not char.isspace()
    ]
    return "".join(char for char, _ in kept), [offset for _, offset in kept]


def _occurrences(part: str, text: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts share from their beginning on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _ruling(entry: Mapping[str, Any]) -> Ruling:
    decision = Decision(
        Verdict(entry["verdict"]), str(entry["by"]), str(entry["at"]), str(entry["why"])
    )
    rejected = decision.verdict is Verdict.REJECTED
    relation = None if rejected else Relation(entry["relation"])
    return Ruling(decision, relation, _anchor(entry["a"]), _anchor(entry["b"]))


def _anchor(record: Mapping[str, Any]) -> Anchor:
    quote = _selector(record["selectors"], "TextQuoteSelector")
    position = _selector(record["selectors"], "TextPositionSelector")
    return Anchor(
        exact=str(quote["exact"]),
        prefix=str(quote["prefix"]),
        suffix=str(quote["suffix"]),
        start=int(position["start"]),
        end=int(position["end"]),
        indicator=str(record["indicator"]),
        quantity=str(record["quantity"]),
    )


def _selector(selectors: Sequence[Mapping[str, Any]], kind: str) -> Mapping[str, Any]:
    for selector in selectors:
        if selector["type"] == kind:
            return selector
    raise ValueError(f"an anchor has no {kind}")


def _anchor_record(anchor: Anchor) -> dict[str, Any]:
    return {
        "indicator": anchor.indicator,
        "quantity": anchor.quantity,
        "selectors": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }
