"""Evidence for and against a link: what is promised, how much, and how it is worded.

Each feature is a number around 0 to 1, computed for all candidate pairs at once. Numbers of the
text never enter a text score. A ledger has no quotes: there the wording is that of the indicator
and the action, and the features stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydiff.alignment.actions import action_classes
from policydiff.alignment.normalise import grams
from policydiff.alignment.segment import words
from policydiff.alignment.similarity import (
    Vectors,
    containment,
    cosine,
    coverage,
    rarest,
    shared_weight,
    vectors,
)
from policydiff.alignment.subjects import subjects
from policydiff.alignment.texts import Texts
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Quantity

if TYPE_CHECKING:
    import numpy as np

    from policydiff.alignment.similarity import Floats, Indices

    Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]

FEATURES = (
    "same indicator",
    "same headline indicator",
    "other headline indicator",
    "indicator alike",
    "indicator within the other",
    "indicator in the other's clause",
    "same head noun",
    "rarest word shared",
    "words shared",
    "rarest subject shared",
    "subjects alike",
    "same sort of action",
    "other sort of action",
    "same number",
    "same measure",
    "other measure",
    "number against none",
    "neither has a number",
    "clause alike",
    "clause within the other",
    "words alike",
    "spelling alike",
    "section alike",
    "neighbours alike",
    "closest in a",
    "closest in b",
)


def features(
    a: Texts,
    b: Texts,
    pairs: Sequence[tuple[int, int]],
    *,
    inside: bool = False,
) -> Table:
    """One row per pair of positions in ``a`` and ``b``, one column per name in ``FEATURES``.

    Where both lists come from ``inside`` one document, section and neighbours say nothing about
    a recurrence and count as unlike.
    """
    import numpy as np
    from rapidfuzz import fuzz
    from rapidfuzz.process import cpdist

    rows = np.array([i for i, _ in pairs], dtype=np.int64)
    columns = np.array([j for _, j in pairs], dtype=np.int64)

    def of(left: Sequence[str], right: Sequence[str], longest: int) -> Vectors:
        return vectors([grams(t, longest) for t in left], [grams(t, longest) for t in right])

    clauses = of(a.clauses, b.clauses, 3)
    things = of(a.things, b.things, 3)
    mixed = of(a.things + a.clauses, b.things + b.clauses, 3)
    cut = vectors([words(t) for t in a.clauses], [words(t) for t in b.clauses])
    topics = vectors([subjects(t) for t in a.clauses], [subjects(t) for t in b.clauses])
    clause_cosine = cosine(clauses, rows, columns)
    thing_cosine = cosine(things, rows, columns)
    a_in_b = containment(mixed, rows, columns + len(b.things))
    b_in_a = containment(Vectors(mixed.b, mixed.a), columns, rows + len(a.things))
    spelling = cpdist(
        [a.things[i] for i in rows], [b.things[j] for j in columns], scorer=fuzz.ratio, workers=1
    )
    score = clause_cosine + thing_cosine
    facts = np.array([_facts(a, b, i, j) for i, j in pairs], dtype=float)
    return np.column_stack(
        [
            facts[:, :3],
            thing_cosine,
            coverage(things, rows, columns),
            np.maximum(a_in_b, b_in_a),
            facts[:, 3],
            rarest(cut, rows, columns) / 10,
            np.log1p(shared_weight(cut, rows, columns)) / 3,
            rarest(topics, rows, columns) / 10,
            cosine(topics, rows, columns),
            facts[:, 4:6],
            facts[:, 6] * np.minimum(1, 3 * np.maximum(thing_cosine, clause_cosine)),
            facts[:, 7:],
            clause_cosine,
            coverage(clauses, rows, columns),
            cosine(cut, rows, columns),
            spelling / 100,
            cosine(of(a.headings, b.headings, 2), rows, columns) * (not inside),
            cosine(of(a.around, b.around, 3), rows, columns) * (not inside),
            _share_of_best(score, rows, len(a.things)),
            _share_of_best(score, columns, len(b.things)),
        ]
    )


def _share_of_best(score: Floats, of: Indices, count: int) -> Floats:
    import numpy as np

    best = np.zeros(count)
    np.maximum.at(best, of, score)
    return np.divide(score, best[of], out=np.zeros_like(score), where=best[of] > 0)


def _facts(a: Texts, b: Texts, i: int, j: int) -> tuple[float, ...]:
    one, other = a.commitments[i], b.commitments[j]
    canonical = (one.canonical, other.canonical)
    classes = action_classes(one.action), action_classes(other.action)
    x, y = one.quantity, other.quantity
    measure = x is not None and y is not None and comparable_unit(x, y)
    return (
        a.things[i] == b.things[j],
        None not in canonical and canonical[0] == canonical[1],
        None not in canonical and canonical[0] != canonical[1],
        _shared_end(a.things[i], b.things[j]),
        bool(classes[0] & classes[1]),
        bool(classes[0] and classes[1] and not classes[0] & classes[1]),
        number_evidence(x, y) if x and y and measure else 0.0,
        measure,
        x is not None and y is not None and not measure,
        (x is None) != (y is None),
        x is None and y is None,
    )


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
    """How much it proves that two numbers are equal, 0 where they are not.

    One significant digit proves little (5个 and 5个), three or more prove much: a third for each.
    """
    if in_base(a)[1:] != in_base(b)[1:]:
        return 0.0
    digits = f"{a.value:.6g}".replace(".", "").strip("0")
    return min(3, max(1, len(digits))) / 3
