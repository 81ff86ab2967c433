"""Which documents are aligned with each other, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from policydiff.alignment.link import Link, Relation
from policydiff.alignment.scorer import Model
from policydiff.commitments.model import Extraction
from policydiff.decisions import Review, Source, Unfit, apply, turned
from policydiff.parallel import Mapping
from policydiff.reading.document import Stance

WINDOW = 3
"""How many earlier documents of its place each document is aligned with."""

Links = dict[tuple[int, int], tuple[Link, ...]]
"""The links between two documents, by their positions; from a document to itself, recurrences."""


def links_between(
    extractions: Sequence[Extraction], places: Sequence[str], model: Model | None, mapping: Mapping
) -> Links:
    """The links of each document with itself and the `WINDOW` before it of its place."""
    pairs = list(_pairs(places))
    befores, afters = [extractions[i] for i, _ in pairs], [extractions[j] for _, j in pairs]
    found = mapping(partial(_links, model=model), befores, afters)
    return dict(zip(pairs, found, strict=True))


Decided = tuple[int, int, Link]
"""A link that a reader decided on, the rejected ones among them, after its two documents."""


def review(
    links: Links, extractions: Sequence[Extraction], decisions: Sequence[Review]
) -> tuple[tuple[Decided, ...], tuple[Unfit, ...]]:
    """Apply each review to the links of its two documents, known by content or by id.

    One that was made the other way round is turned. Returns what was decided, and the rulings
    that do not fit.
    """
    decided: dict[tuple[int, int, str, str], Decided] = {}
    unfit: list[Unfit] = []
    for one in decisions:
        sides = [
            next((n for n, e in enumerate(extractions) if _is(side, e)), None)
            for side in (one.a, one.b)
        ]
        if sides[0] is not None and sides[1] is not None:
            pair = (sides[0], sides[1])
            if pair[0] > pair[1]:
                pair, one = (pair[1], pair[0]), turned(one)
            applied = apply(links.get(pair, ()), extractions[pair[0]], extractions[pair[1]], one)
            links[pair] = applied.links
            for link in (*applied.links, *applied.rejected):
                if link.decided:
                    decided[*pair, link.a.id, link.b.id] = (*pair, link)
            unfit += applied.unfit
    return tuple(decided.values()), tuple(unfit)


def _pairs(places: Sequence[str]) -> Iterator[tuple[int, int]]:
    for place in dict.fromkeys(places):
        own = [n for n, name in enumerate(places) if name == place]
        for n, later in enumerate(own):
            for earlier in own[max(0, n - WINDOW) : n + 1]:
                yield earlier, later


def _links(a: Extraction, b: Extraction, model: Model | None) -> tuple[Link, ...]:
    """The links from ``a`` to ``b`` of every stance, plain enough to leave a process."""
    from policydiff.alignment import align

    stances = [(one, other) for one in Stance for other in Stance]
    if a.document.sha256 == b.document.sha256:
        stances.remove((Stance.TARGET, Stance.OUTCOME))
    return tuple(
        replace(link, evidence=dict(link.evidence))
        for pair in stances
        for link in align(a, b, pair, model)
        if link.relation is not Relation.RELATED
    )


def _is(source: Source, extraction: Extraction) -> bool:
    document = extraction.document
    return document.sha256 == source.sha256 or document.id == source.id
