"""Sets of n-grams or words as sparse vectors, weighted by how little the run of characters says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.alignment.frequencies import load
from policydiff.alignment.ngrams import LONGEST, code, codes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
    Indices = np.ndarray[tuple[int], np.dtype[np.int64]]


def weights(units: Sequence[AbstractSet[str]]) -> dict[str, float]:
    """The weight (nats) of each word: minus the log of its share of clauses (IDF).

    The share is the larger of the one in government prose and the one in ``units``, so that a
    name which a place repeats everywhere weighs as little there as a set phrase. Two occurrences
    are not counted: they are what a link is made of.
    """
    here = Counter(word for unit in units for word in unit)
    local = _local(max(here.values(), default=0), len(units))
    return {word: min(_rarity(word), local[n]) for word, n in sorted(here.items())}


def _local(most: int, total: int) -> list[float]:
    """The weight of what stands in n of ``total`` units, for n from 0 to ``most``."""
    return [math.inf if n < 3 else -math.log((n - 2) / total) for n in range(most + 1)]


@lru_cache(maxsize=1 << 16)
def _rarity(word: str) -> float:
    return -math.log(load().share(word))


@lru_cache(maxsize=1)
def _rarities() -> tuple[Indices, Floats]:
    """The n-grams of the shipped frequencies as codes, ascending, and the weight of each."""
    import numpy as np

    known = sorted((code(gram), _rarity(gram)) for gram in load().counts if len(gram) <= LONGEST)
    return np.array([key for key, _ in known]), np.array([weight for _, weight in known])


@dataclass(frozen=True, slots=True)
class Vectors:
    """Two lists of weighted sets over one vocabulary: a row each, its entries the weights."""

    a: csr_array
    b: csr_array

    def normalised(self) -> Vectors:
        """The same with rows of length 1."""
        return Vectors(_unit_rows(self.a), _unit_rows(self.b))


def vectors(a: Sequence[AbstractSet[str]], b: Sequence[AbstractSet[str]]) -> Vectors:
    """Weighted vectors of two lists of sets of words."""
    weight = weights([*a, *b])
    column = {word: index for index, word in enumerate(weight)}
    return Vectors(_matrix(a, weight, column), _matrix(b, weight, column))


def gram_vectors(a: Sequence[str], b: Sequence[str], longest: int) -> Vectors:
    """Weighted vectors of the character n-grams, up to ``longest``, of two lists of texts.

    The weights are as for words in `weights`.
    """
    import numpy as np
    from scipy.sparse import csr_array

    units = [codes(text, longest) for text in (*a, *b)]
    grams, columns, counts = np.unique(
        np.concatenate([np.zeros(0, dtype=np.int64), *units]),
        return_inverse=True,
        return_counts=True,
    )
    local = np.array(_local(int(counts.max(initial=0)), len(units)))
    known, rarities = _rarities()
    places = np.minimum(np.searchsorted(known, grams), known.size - 1)
    rarity = np.where(known[places] == grams, rarities[places], _rarity("\0"))
    weight = np.minimum(rarity, local[counts])
    starts = np.cumsum([0, *map(len, units)])
    both = csr_array((weight[columns], columns, starts), shape=(len(units), max(1, grams.size)))
    return Vectors(both[: len(a)], both[len(a) :])


def cosine(both: Vectors, rows: Indices, columns: Indices) -> Floats:
    """The cosine of each pair ``(a[rows[i]], b[columns[i]])``, 0 where one is empty."""
    unit = both.normalised()
    return _paired(unit.a, unit.b, rows, columns)


def rarest(both: Vectors, rows: Indices, columns: Indices) -> Floats:
    """The weight of the rarest n-gram that each pair shares, 0 where it shares none."""
    import numpy as np

    if not rows.size:
        return np.zeros(0)
    product = both.a[rows].multiply(both.b[columns])
    return np.asarray(np.sqrt(product.max(axis=1).toarray().ravel()))


def shared_weight(both: Vectors, rows: Indices, columns: Indices) -> Floats:
    """The summed weight (nats) of what each pair shares."""
    return _paired(_roots(both.a), _roots(both.b), rows, columns)


def _matrix(
    units: Sequence[Iterable[str]], weight: dict[str, float], column: dict[str, int]
) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    starts = [0]
    columns: list[int] = []
    values: list[float] = []
    for unit in units:
        known = sorted(column[gram] for gram in unit)
        columns += known
        starts.append(len(columns))
    table = np.fromiter(weight.values(), dtype=float, count=len(weight))
    indices = np.asarray(columns, dtype=np.int64)
    values_array = table[indices] if indices.size else np.asarray(values)
    return csr_array((values_array, indices, starts), shape=(len(units), max(1, len(weight))))


def _squares(matrix: csr_array) -> Floats:
    import numpy as np

    return np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()


def _roots(matrix: csr_array) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    return csr_array((np.sqrt(matrix.data), matrix.indices, matrix.indptr), shape=matrix.shape)


def _unit_rows(matrix: csr_array) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    lengths = np.sqrt(_squares(matrix))
    inverse = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    entries = matrix.data * np.repeat(inverse, np.diff(matrix.indptr))
    return csr_array((entries, matrix.indices, matrix.indptr), shape=matrix.shape)


def _paired(a: csr_array, b: csr_array, rows: Indices, columns: Indices) -> Floats:
    import numpy as np

    if not rows.size:
        return np.zeros(0)
    return np.asarray(a[rows].multiply(b[columns]).sum(axis=1)).ravel()
