"""Sets of n-grams or words as sparse vectors, weighted by how little the run of characters says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.alignment.frequencies import Frequencies, load

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
    Indices = np.ndarray[tuple[int], np.dtype[np.int64]]


def weights(units: Sequence[AbstractSet[str]], frequencies: Frequencies) -> dict[str, float]:
    """The weight of each n-gram: minus the log of its share of clauses (IDF).

    The share is the larger of the one in government prose and the one in ``units``, so that a
    name which a place repeats everywhere weighs as little there as a set phrase. Two occurrences
    are not counted: they are what a link is made of.
    """
    here = Counter(gram for unit in units for gram in unit)
    return {
        gram: -math.log(max(frequencies.share(gram), (n - 2) / len(units)))
        for gram, n in sorted(here.items())
    }


@dataclass(frozen=True, slots=True)
class Vectors:
    """Two lists of weighted sets over one vocabulary: a row each, its entries the weights."""

    a: csr_array
    b: csr_array

    def normalised(self) -> Vectors:
        """The same with rows of length 1."""
        return Vectors(_unit_rows(self.a), _unit_rows(self.b))


def vectors(a: Sequence[AbstractSet[str]], b: Sequence[AbstractSet[str]]) -> Vectors:
    """Weighted vectors of two lists of sets of n-grams or words."""
    weight = weights([*a, *b], load())
    column = {gram: index for index, gram in enumerate(weight)}
    return Vectors(_matrix(a, weight, column), _matrix(b, weight, column))


def cosine(both: Vectors, rows: Indices, columns: Indices) -> Floats:
    """The cosine of each pair ``(a[rows[i]], b[columns[i]])``, 0 where one is empty."""
    unit = both.normalised()
    return _paired(unit.a, unit.b, rows, columns)


def coverage(both: Vectors, rows: Indices, columns: Indices) -> Floats:
    """The share of the lighter set of each pair that is in the other (overlap coefficient)."""
    import numpy as np

    shared = _paired(both.a, both.b, rows, columns)
    lighter = np.minimum(_squares(both.a)[rows], _squares(both.b)[columns])
    return np.divide(shared, lighter, out=np.zeros_like(shared), where=lighter > 0)


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
