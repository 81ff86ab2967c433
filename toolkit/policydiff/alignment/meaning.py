"""Evidence that two promises mean the same, from vectors of their clauses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from policydiff.alignment.encoder import Encoder
from policydiff.alignment.texts import Texts

if TYPE_CHECKING:
    from policydiff.alignment.encoder import Matrix
    from policydiff.alignment.similarity import Floats, Indices

MEANING = (
    "meaning alike",
    "closest in meaning in a",
    "closest in meaning in b",
    "neighbours alike in meaning",
)
"""Columns that only a model with an encoder has."""

_RIVALS = 5
_BLOCK = 512
_DIGITS = 4
"""So many decimals are the same on every machine."""


def meaning(
    a: Texts, b: Texts, rows: Indices, columns: Indices, encoder: Encoder, *, inside: bool
) -> Mapping[str, Floats]:
    """The columns of ``MEANING`` for each pair ``(rows[k], columns[k])``.

    ``closest in meaning`` is how far the pair's cosine lies above the mean of the five best ones
    of its commitment; ``neighbours alike`` is 0 ``inside`` one document.
    """
    import numpy as np

    left, right = _unit(encoder(a.clauses)), _unit(encoder(b.clauses))
    alike = _cosine(left, right, rows, columns)
    found = {
        "meaning alike": alike,
        "closest in meaning in a": alike - _best(left, right, inside=inside)[rows],
        "closest in meaning in b": alike - _best(right, left, inside=inside)[columns],
        "neighbours alike in meaning": np.zeros_like(alike)
        if inside
        else _cosine(_neighbours(left), _neighbours(right), rows, columns),
    }
    return {name: np.round(found[name].astype(float), _DIGITS) for name in MEANING}


def _unit(matrix: Matrix) -> Matrix:
    """Rows of length 1 in double precision, so that cosines are the same with any threads."""
    import numpy as np

    matrix = np.asarray(matrix, dtype=np.float64)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Matrix = np.divide(matrix, lengths, out=np.zeros_like(matrix), where=lengths > 0)
    return unit


def _cosine(a: Matrix, b: Matrix, rows: Indices, columns: Indices) -> Floats:
    import numpy as np

    return np.concatenate(
        [np.zeros(0)]
        + [
            np.einsum("ij,ij->i", a[rows[k : k + _BLOCK]], b[columns[k : k + _BLOCK]])
            for k in range(0, rows.size, _BLOCK)
        ]
    )


def _best(a: Matrix, b: Matrix, *, inside: bool) -> Floats:
    """The mean cosine of each row of ``a`` with its closest rows of ``b``, not with itself."""
    import numpy as np

    count = min(_RIVALS, len(b) - inside)
    best = np.zeros(len(a))
    for start in range(0, len(a), _BLOCK):
        cosines = a[start : start + _BLOCK] @ b.T
        if inside:
            own = np.arange(len(cosines))
            cosines[own, own + start] = -1
        if count > 0:
            best[start : start + _BLOCK] = np.sort(cosines, axis=1)[:, -count:].mean(axis=1)
    return best


def _neighbours(matrix: Matrix) -> Matrix:
    import numpy as np

    none = np.zeros_like(matrix[:1])
    return _unit(np.vstack([none, matrix[:-1]]) + np.vstack([matrix[1:], none]))
