"""Whether two names can name one thing, and which commitments a topic names."""

from __future__ import annotations

import re

from policydiff.alignment.link import Band, Link, Relation
from policydiff.alignment.normalise import plain
from policydiff.commitments.model import Commitment
from policydiff.commitments.vocabulary import canonical, vocabulary
from policydiff.reading.script import simplified

ALIKE = 60
"""How alike two names are (rapidfuzz ``ratio``, 0–100) that may name one thing."""


def name_of(commitment: Commitment) -> str:
    """What a commitment is about, made comparable; a headline indicator by its standard name."""
    return commitment.canonical or _comparable(commitment.indicator or commitment.quote)


def alike(a: str, b: str) -> bool:
    """Whether two names of `name_of` can name one thing."""
    from rapidfuzz import fuzz

    return fuzz.ratio(a, b) >= ALIKE


def one_thing(link: Link) -> bool:
    """Whether a link is sure and its two names can name one thing, or a reader says so."""
    if link.decided or link.relation is Relation.RELATED:
        return link.relation is not Relation.RELATED
    names = {c.canonical for c in (link.a, link.b) if c.canonical}
    return link.band is Band.SURE and len(names) < 2 and alike(name_of(link.a), name_of(link.b))


def spellings(topic: str) -> frozenset[str]:
    """A topic as it is written and by its standard name, made comparable."""
    return frozenset({_comparable(topic), _comparable(canonical(simplified(topic)) or topic)})


def names_any(commitment: Commitment, words: frozenset[str]) -> bool:
    """Whether its indicator or standard name holds one of the ``words`` of `spellings`.

    The clause is searched only where a commitment has no indicator. What is negated (不停车) is not
    what is meant.
    """
    texts = (commitment.indicator or commitment.quote, commitment.canonical or "")
    return any(
        re.search(f"(?<![不非]){re.escape(word)}", _comparable(text))
        for text in texts
        for word in words
    )


def _comparable(text: str) -> str:
    return plain(vocabulary().same_object(text))
