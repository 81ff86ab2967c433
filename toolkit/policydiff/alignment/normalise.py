"""Text made comparable: width, spaces, spelling and numbers taken out. Never shown to a reader."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from policydiff.commitments.model import Commitment

_NUMBER = re.compile(
    r"\d[\d,.]*(?:[-—–~至到]\d[\d,.]*)*\s*(?:[余多])?[十百千万亿]*(?:个?百分点|[%‰])?"
    r"|[一二两三四五六七八九十百千万亿]+(?:[余多])?(?=[个项家户所条座处名人场次件套亩台部辆公平])"
)
_NOT_WORD = re.compile(r"[^0-9a-z一-鿿㐀-䶿]+")
_INNER = re.compile(r"[“”\"'‘’()（）《》·•\-—–+/&\s]+")


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """``text`` in NFKC, lower case, without spaces, quotation marks and brackets.

    Other punctuation becomes one space, so that no n-gram reaches across it. ``首台（套）`` and
    ``首台套`` come out equal. For comparison only: offsets are lost.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return _NOT_WORD.sub(" ", _INNER.sub("", folded)).strip()


@lru_cache(maxsize=1 << 16)
def wording(text: str) -> str:
    """``plain`` text without its numbers: 2.5% and 25% look alike as text."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return plain(_NUMBER.sub("", folded))


def clause(commitment: Commitment) -> str:
    """The wording of a commitment: its quote, or action and indicator in a ledger."""
    return wording(commitment.quote or f"{commitment.action} {commitment.indicator}")


def thing(commitment: Commitment) -> str:
    """What a commitment measures or acts on, as comparable text."""
    return wording(commitment.indicator) or clause(commitment)


def grams(text: str, longest: int) -> set[str]:
    """The character n-grams of ``text`` up to ``longest``, within its space-separated runs."""
    return {
        run[start : start + size]
        for run in text.split()
        for size in range(1, longest + 1)
        for start in range(len(run) - size + 1)
    }
