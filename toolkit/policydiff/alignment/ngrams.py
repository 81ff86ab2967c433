"""Character n-grams as integers, so that those of two documents are counted and matched at once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Codes = np.ndarray[tuple[int], np.dtype[np.int64]]

LONGEST = 3
"""So many characters of `_BITS` each fit into 64 bits."""

_BITS = 21  # of a Unicode code point


@lru_cache(maxsize=1 << 15)
def codes(text: str, longest: int) -> Codes:
    """The n-grams of ``text`` up to ``longest``, at most `LONGEST`, each once.

    They are those of `policydiff.alignment.normalise.grams`, in the order of strings: every
    character takes 21 bits, the first the highest. Do not write to the array.
    """
    import numpy as np

    points = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.int64)
    inside = points != ord(" ")
    grams, whole = points << _BITS * (LONGEST - 1), inside
    found = [grams[whole]]
    for size in range(1, longest):
        grams = grams[:-1] | points[size:] << _BITS * (LONGEST - 1 - size)
        whole = whole[:-1] & inside[size:]
        found.append(grams[whole])
    return np.unique(np.concatenate(found))


def code(gram: str) -> int:
    """The integer of one n-gram of at most `LONGEST` characters."""
    points = [*map(ord, gram), *[0] * (LONGEST - len(gram))]
    return sum(point << _BITS * (LONGEST - 1 - place) for place, point in enumerate(points))
