"""Evidence for and against a link: what is promised, how much, and how it is worded.

Each feature is a number around 0 to 1, computed for all candidate pairs at once. Numbers of the
text never enter a text score. A ledger has no quotes: there the wording is that of the indicator
and the action, and the features stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydiff.alignment.actions import action_classes
from policydiff.alignment.normalise import clause, grams, plain, thing
from policydiff.alignment.segment import words
from policydiff.alignment.similarity import (
    Vectors,
    containment,
    cosine,
    coverage,
    rarest,
    vectors,
)
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Commitment, Quantity

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
    "rare name shared",
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
    a: Sequence[Commitment],
    b: Sequence[Commitment],
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
    clauses_a, clauses_b = [clause(x) for x in a], [clause(x) for x in b]
    things_a, things_b = [thing(x) for x in a], [thing(x) for x in b]

    def of(both_a: Sequence[str], both_b: Sequence[str], longest: int) -> Vectors:
        return vectors([grams(t, longest) for t in both_a], [grams(t, longest) for t in both_b])

    clause_vectors = of(clauses_a, clauses_b, 3)
    thing_vectors = of(things_a, things_b, 3)
    mixed = of(things_a + clauses_a, things_b + clauses_b, 3)
    na, nb = len(a), len(b)
    section_vectors = of(_headings(a), _headings(b), 2)
    around = of(_around(clauses_a), _around(clauses_b), 3)
    word_vectors = vectors([words(t) for t in clauses_a], [words(t) for t in clauses_b])
    clause_cosine = cosine(clause_vectors, rows, columns)
    thing_cosine = cosine(thing_vectors, rows, columns)
    swapped = Vectors(mixed.b, mixed.a)
    found = np.maximum(
        containment(mixed, rows, columns + nb), containment(swapped, columns, rows + na)
    )
    name = rarest(of(clauses_a, clauses_b, 4), rows, columns) / 10
    score = clause_cosine + thing_cosine
    discrete = np.array([_discrete(a[i], b[j]) for i, j in pairs], dtype=float)
    spelling = cpdist(
        [things_a[i] for i in rows], [things_b[j] for j in columns], scorer=fuzz.ratio, workers=1
    )
    return np.column_stack(
        [
            discrete[:, 0],
            discrete[:, 1],
            discrete[:, 2],
            thing_cosine,
            coverage(thing_vectors, rows, columns),
            found,
            discrete[:, 3],
            name,
            discrete[:, 4],
            discrete[:, 5],
            discrete[:, 6],
            discrete[:, 7],
            discrete[:, 8],
            discrete[:, 9],
            discrete[:, 10],
            clause_cosine,
            coverage(clause_vectors, rows, columns),
            cosine(word_vectors, rows, columns),
            spelling / 100,
            cosine(section_vectors, rows, columns) * (not inside),
            cosine(around, rows, columns) * (not inside),
            _share_of_best(score, rows, len(a)),
            _share_of_best(score, columns, len(b)),
        ]
    )


def _around(clauses: Sequence[str]) -> list[str]:
    padded = ["", *clauses, ""]
    return [f"{before} {after}" for before, after in zip(padded, padded[2:], strict=False)]


def _headings(commitments: Sequence[Commitment]) -> list[str]:
    return [plain(" ".join(one.section[-2:])) for one in commitments]


def _share_of_best(score: Floats, of: Indices, count: int) -> Floats:
    import numpy as np

    best = np.zeros(count)
    np.maximum.at(best, of, score)
    return np.divide(score, best[of], out=np.zeros_like(score), where=best[of] > 0)


def _discrete(a: Commitment, b: Commitment) -> tuple[float, ...]:
    canonical = (a.canonical, b.canonical)
    thing_a, thing_b = thing(a), thing(b)
    classes_a, classes_b = action_classes(a.action), action_classes(b.action)
    x, y = a.quantity, b.quantity
    both = x is not None and y is not None
    measure = x is not None and y is not None and comparable_unit(x, y)
    return (
        thing_a == thing_b,
        None not in canonical and canonical[0] == canonical[1],
        None not in canonical and canonical[0] != canonical[1],
        _shared_end(thing_a, thing_b),
        bool(classes_a & classes_b),
        bool(classes_a and classes_b and not classes_a & classes_b),
        number_evidence(x, y) if x and y and measure else 0.0,
        measure,
        both and not measure,
        (a.quantity is None) != (b.quantity is None),
        a.quantity is None and b.quantity is None,
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
