"""Pairs worth a second look: close by wording or by what is measured, never the cross product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from policydiff.alignment.similarity import Vectors, gram_vectors
from policydiff.alignment.texts import Texts
from policydiff.alignment.thesaurus import objects

if TYPE_CHECKING:
    from scipy.sparse import csr_array

NEAREST = 12
"""How many neighbours each commitment proposes on either side, by clause and by indicator."""

CROWD = 20
"""What more commitments than this share proves nothing by itself."""

_BLOCK = 512


def candidates(a: Texts, b: Texts) -> list[tuple[int, int]]:
    """Pairs of positions in ``a`` and ``b`` that could be links, sorted.

    Each commitment proposes its ``NEAREST`` by character TF-IDF (1–3-grams) of the clause and of
    the indicator; equal indicators, canonical names and objects of the thesaurus propose each
    other.
    """
    pairs: set[tuple[int, int]] = set()
    for left, right in ((a.clauses, b.clauses), (a.things, b.things)):
        close = gram_vectors(left, right, 3).normalised()
        pairs.update(nearest(close, NEAREST))
        pairs.update((i, j) for j, i in nearest(Vectors(close.b, close.a), NEAREST))
    pairs.update(_sharing([{x} for x in a.things], [{x} for x in b.things]))
    pairs.update(
        _sharing([{x.canonical} for x in a.commitments], [{x.canonical} for x in b.commitments])
    )
    pairs.update(_sharing([objects(x) for x in a.clauses], [objects(x) for x in b.clauses]))
    return sorted(pairs)


def nearest(unit: Vectors, count: int) -> list[tuple[int, int]]:
    """The ``count`` rows of ``b`` with the highest positive cosine, for each row of ``a``.

    Rows are of length 1. Ties go to the earlier row. A block of rows is multiplied at a time, so
    memory grows with the block and not with the product.
    """
    import numpy as np

    found: list[tuple[int, int]] = []
    other = unit.b.T.tocsc()
    for start in range(0, unit.a.shape[0], _BLOCK):
        block: csr_array = (unit.a[start : start + _BLOCK] @ other).tocsr()
        block.sort_indices()
        for row in range(block.shape[0]):
            inside = slice(block.indptr[row], block.indptr[row + 1])
            columns, scores = block.indices[inside], np.round(block.data[inside], 9)
            best = np.argsort(-scores, kind="stable")[:count]
            found += [(start + row, int(column)) for column in columns[best]]
    return found


def _sharing(
    a: Sequence[AbstractSet[str | None]], b: Sequence[AbstractSet[str | None]]
) -> set[tuple[int, int]]:
    places: dict[str | None, list[int]] = defaultdict(list)
    for position, keys in enumerate(b):
        for key in filter(None, keys):
            places[key].append(position)
    return {
        (i, j)
        for i, keys in enumerate(a)
        for key in keys
        if len(places.get(key, ())) <= CROWD
        for j in places.get(key, ())
    }
