"""Evidence for and against a link: what is promised, how much, and how it is worded.

Each feature is a number around 0 to 1, computed for all candidate pairs at once. Numbers of the
text never enter a text score. A ledger has no quotes: there the wording is that of the indicator
and the action, and the features stay the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from policydiff.alignment.actions import action_classes
from policydiff.alignment.encoder import Encoder
from policydiff.alignment.meaning import MEANING, meaning
from policydiff.alignment.segment import words
from policydiff.alignment.similarity import (
    cosine,
    gram_vectors,
    rarest,
    shared_weight,
    vectors,
)
from policydiff.alignment.texts import Texts
from policydiff.alignment.thesaurus import objects, subjects
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Measure, Quantity

if TYPE_CHECKING:
    import numpy as np

    from policydiff.alignment.similarity import Floats, Indices

    Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]

FEATURES = (
    "same headline indicator",
    "other headline indicator",
    "indicator alike",
    "same head noun",
    "spelling of the indicator alike",
    "rarest subject shared",
    "subjects alike",
    "other subject",
    "rarest object shared",
    "objects alike",
    "other object",
    "quoted name shared",
    "same sort of action",
    "other sort of action",
    "same number",
    "number against none",
    "neither has a number",
    "rarest word shared",
    "all words shared",
    "words alike",
    "clause alike",
    "pairs of characters alike",
    "section alike",
    "neighbours alike",
    "closest in a",
    "closest in b",
)
"""What each column says, in the words that explanations use.

Up to ``other sort of action``: what is promised. Up to ``neither has a number``: how much. Up to
``pairs of characters alike``: how it is worded. The rest: where it stands, and whether something
else is closer.
"""

SECTION = 0.3
"""From here on headings count as alike: equal ones (the same box in two years) prove no more."""

CONTEXT = frozenset(
    {
        "section alike",
        "neighbours alike",
        "closest in a",
        "closest in b",
        "closest in meaning in a",
        "closest in meaning in b",
        "neighbours alike in meaning",
    }
)
"""Features that say nothing about the two promises themselves, and so never decide a match."""


def features(
    a: Texts,
    b: Texts,
    pairs: Sequence[tuple[int, int]],
    *,
    inside: bool = False,
    encoder: Encoder | None = None,
) -> Table:
    """One row per pair of positions in ``a`` and ``b``, one column per name in ``FEATURES``.

    With an ``encoder``, those of ``MEANING`` follow; between two headline indicators they are no
    evidence for a link. Where both lists come from ``inside`` one
    document, section and neighbours say nothing about a recurrence and count as unlike.
    """
    import numpy as np
    from rapidfuzz import fuzz
    from rapidfuzz.process import cpdist

    rows = np.array([i for i, _ in pairs], dtype=np.int64)
    columns = np.array([j for _, j in pairs], dtype=np.int64)

    def alike(left: Sequence[AbstractSet[str]], right: Sequence[AbstractSet[str]]) -> Floats:
        return cosine(vectors(left, right), rows, columns)

    def grams_alike(left: Sequence[str], right: Sequence[str], longest: int) -> Floats:
        return cosine(gram_vectors(left, right, longest), rows, columns)

    topics_a, topics_b = _topics(a.clauses), _topics(b.clauses)
    topics = vectors(topics_a, topics_b)
    things = vectors([objects(text) for text in a.clauses], [objects(text) for text in b.clauses])
    tokens = vectors(_tokens(a, topics_a), _tokens(b, topics_b))
    clause_cosine = grams_alike(a.clauses, b.clauses, 3)
    thing_cosine = grams_alike(a.things, b.things, 3)
    spelling = cpdist(
        [a.things[i] for i in rows], [b.things[j] for j in columns], scorer=fuzz.ratio, workers=1
    )
    facts = np.array([_facts(a, b, i, j) for i, j in pairs], dtype=float)
    fact = dict(zip(_FACTS, facts.T, strict=True))
    topic_cosine = cosine(topics, rows, columns)
    near = np.minimum(1, 3 * np.maximum(thing_cosine, clause_cosine) + topic_cosine)
    score = clause_cosine + thing_cosine
    apart = 0.0 if inside else 1.0
    table = fact | {
        "indicator alike": thing_cosine,
        "spelling of the indicator alike": spelling / 100,
        "rarest subject shared": rarest(topics, rows, columns) / 10,
        "subjects alike": topic_cosine,
        "rarest object shared": rarest(things, rows, columns) / 10,
        "objects alike": cosine(things, rows, columns),
        "same number": fact["same number"] * near * (1 - fact["other headline indicator"]),
        "rarest word shared": rarest(tokens, rows, columns) / 10,
        "all words shared": np.minimum(1, shared_weight(tokens, rows, columns) / 30),
        "words alike": cosine(tokens, rows, columns),
        "clause alike": clause_cosine,
        "pairs of characters alike": grams_alike(a.clauses, b.clauses, 2),
        "section alike": apart * np.minimum(SECTION, grams_alike(a.headings, b.headings, 2)),
        "neighbours alike": apart * grams_alike(a.around, b.around, 3),
        "closest in a": _share_of_best(score, rows, len(a.things)),
        "closest in b": _share_of_best(score, columns, len(b.things)),
    }
    named = [table[name] for name in FEATURES]
    if encoder:
        found = meaning(a, b, rows, columns, encoder, inside=inside)
        other = fact["other headline indicator"] > 0
        named += [np.where(other, np.minimum(0, found[name]), found[name]) for name in MEANING]
    return np.column_stack(named)


def _topics(clauses: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(f"#{name}" for name in subjects(text)) for text in clauses]


def _tokens(side: Texts, topics: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Words, subjects and quoted names: whatever two promises can have in common."""
    return [
        words(text) | topic | {f"“{name}”" for name in names}
        for text, topic, names in zip(side.clauses, topics, side.names, strict=True)
    ]


def _share_of_best(score: Floats, of: Indices, count: int) -> Floats:
    import numpy as np

    best = np.zeros(count)
    np.maximum.at(best, of, score)
    return np.divide(score, best[of], out=np.zeros_like(score), where=best[of] > 0)


_FACTS = (
    "same headline indicator",
    "other headline indicator",
    "same head noun",
    "other subject",
    "other object",
    "quoted name shared",
    "same sort of action",
    "other sort of action",
    "same number",
    "number against none",
    "neither has a number",
)


def _facts(a: Texts, b: Texts, i: int, j: int) -> tuple[float, ...]:
    """What can be said of one pair without weights, in the order of ``_FACTS``."""
    one, other = a.commitments[i], b.commitments[j]
    canonical = (one.canonical, other.canonical)
    classes = action_classes(one.action), action_classes(other.action)
    topics = subjects(a.clauses[i]), subjects(b.clauses[j])
    things = objects(a.clauses[i]), objects(b.clauses[j])
    x, y = one.quantity, other.quantity
    measure = x is not None and y is not None and comparable_unit(x, y)
    return (
        None not in canonical and canonical[0] == canonical[1] and _of_one_kind(x, y),
        _other_headline(*canonical) and not things[0] & things[1],
        _shared_end(a.things[i], b.things[j]),
        bool(topics[0] and topics[1] and not topics[0] & topics[1]),
        bool(things[0] and things[1] and not things[0] & things[1]),
        _named_in(a.names[i], b.clauses[j]) or _named_in(b.names[j], a.clauses[i]),
        bool(classes[0] & classes[1]),
        bool(classes[0] and classes[1] and not classes[0] & classes[1]),
        number_evidence(x, y) if x and y and measure else 0.0,
        (x is None) != (y is None),
        x is None and y is None,
    )


def _other_headline(a: str | None, b: str | None) -> bool:
    """Whether two headline indicators are no neighbours: 居民收入 has 城镇居民收入 as a part."""
    return a is not None and b is not None and a not in b and b not in a


def _of_one_kind(x: Quantity | None, y: Quantity | None) -> bool:
    """Whether two numbers can speak of one headline indicator: a share of it is another thing.

    Without numbers its words are no indicator: 积极利用外资 measures nothing.
    """
    return (
        x is not None
        and y is not None
        and (x.kind is y.kind or Measure.SHARE not in (x.kind, y.kind))
    )


def _named_in(names: AbstractSet[str], clause: str) -> bool:
    return any(name in clause.replace(" ", "") for name in names)


def comparable_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have one dimension and one kind."""
    return in_base(a)[0] == in_base(b)[0] and a.kind is b.kind


def _shared_end(a: str, b: str) -> float:
    """Shared characters at the end, up to four, as a share of four: the head noun stands last."""
    shared = 0
    for x, y in zip(reversed(a), reversed(b), strict=False):
        if x != y:
            break
        shared += 1
    return min(shared, 4) / 4


def number_evidence(a: Quantity, b: Quantity) -> float:
    """How much it proves that two numbers are equal, 0 where they are not, 1 at most.

    Five and five proves little, 3500 and 3500 much: significant digits (up to three) and the
    power of ten (up to three) count a sixth each.
    """
    _, value, top = in_base(a)
    if (value, top) != in_base(b)[1:]:
        return 0.0
    digits = len(f"{a.value:.6g}".replace(".", "").strip("0"))
    power = math.log10(a.value) if a.value > 1 else 0.0
    return (min(3, max(1, digits)) + min(3.0, power)) / 6
