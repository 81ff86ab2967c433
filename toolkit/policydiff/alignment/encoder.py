"""Texts as vectors of meaning, by the shipped encoder or by any that a user passes in.

The shipped one is a linear student of multilingual E5, small (Wang et al. 2024,
arXiv:2402.05672): every character and pair of characters has a row of numbers, and a text is the
weighted sum of its rows. They were learnt by ridge regression from the teacher's vectors of what 43
national work reports and the invented documents of this project promise and report, of the terms
of the thesaurus and of common words; ``corpora/make_encoder.py`` makes them anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

from policydiff.alignment.normalise import grams

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
    Weights = np.ndarray[tuple[int], np.dtype[np.float64]]

Encoder = Callable[[Sequence[str]], "Matrix"]
"""Gives one row per text; the cosine of two rows says how alike the texts are in meaning."""

FILE = "encoder.npz"
"""In the folder of the models: ``terms``, their ``weights``, ``rows`` in steps of ``scales``."""


def encode(texts: Sequence[str]) -> Matrix:
    """One row of 192 numbers per text by the shipped encoder, 0 where it knows no term of it.

    A text has the same row in any company.
    """
    import numpy as np

    shipped = _shipped()
    weighted = weigh(texts, shipped.places, shipped.weights)
    return np.asarray(weighted @ shipped.rows, dtype=np.float32)


def terms(text: str) -> set[str]:
    """The characters of ``text`` and their pairs, with where its runs of characters begin and end.

    ``^新`` is how a run begins.
    """
    return grams(" ".join(f"^{run}$" for run in text.split()), 2) - {"^", "$"}


def weigh(texts: Sequence[str], places: Mapping[str, int], weights: Weights) -> csr_array:
    """One row of length 1 per text: the weights of its terms, each in the column of its place."""
    import numpy as np
    from scipy.sparse import csr_array

    found = [sorted(places[term] for term in terms(text) if term in places) for text in texts]
    values = [weights[one] / np.linalg.norm(weights[one]) for one in found]
    columns = np.concatenate([np.zeros(0, dtype=np.int64), *map(np.asarray, found)])
    ends = np.cumsum([0, *map(len, found)])
    return csr_array(
        (np.concatenate([np.zeros(0), *values]), columns.astype(np.int64), ends),
        shape=(len(texts), len(places)),
    )


class _Student(NamedTuple):
    places: Mapping[str, int]
    weights: Weights
    rows: Matrix


@lru_cache(maxsize=1)
def _shipped() -> _Student:
    import numpy as np

    with as_file(files(__package__) / "models" / FILE) as path, np.load(path) as data:
        places = {str(term): place for place, term in enumerate(data["terms"])}
        return _Student(places, data["weights"].astype(float), data["rows"] * data["scales"])
