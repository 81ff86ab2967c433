"""Text made comparable: script, width, spaces, spelling, no numbers. Never shown to a reader."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from policydiff.commitments.vocabulary import vocabulary
from policydiff.reading.script import legible

_NUMBER = re.compile(
    r"(?<![\da-z])\d[\d,.]*(?:[-—–~至到]\d[\d,.]*)*[余多]?[十百千万亿]*(?:个?百分点|[%‰])?(?![\da-z])"
    r"|[一二两三四五六七八九十百千万亿]+[余多]?(?=[个项家户所条座处名人场次件套亩台部辆公平])"
)
_QUOTED = re.compile(r"[“\"「『《]([^“”\"「」『』《》，。；]{2,24})[”\"」』》]")
_NOT_WORD = re.compile(r"[^0-9a-z一-鿿㐀-䶿]+")
_INNER = re.compile(r"[“”\"'‘’()（）《》·•\-—–+/&\s]+")


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """``text`` in NFKC, lower case, without spaces, quotation marks and brackets.

    Traditional characters become simplified, synonyms of the vocabulary one word (停车泊位,
    停车位), and other punctuation one space, so that no n-gram reaches across it. For comparison
    only: offsets are lost.
    """
    folded = vocabulary().same_object("".join(legible(text).split())).lower()
    return _NOT_WORD.sub(" ", _INNER.sub("", folded)).strip()


@lru_cache(maxsize=1 << 16)
def wording(text: str) -> str:
    """``plain`` text without its numbers: 2.5% and 25% look alike as text.

    Digits in quotation marks and before letters stay: “12345”, 5G and “3+1+N” are names.
    """
    folded = unicodedata.normalize("NFKC", legible(text)).lower()
    pieces = []
    at = 0
    for quoted in _QUOTED.finditer(folded):
        pieces += [_NUMBER.sub("", folded[at : quoted.start()]), quoted.group()]
        at = quoted.end()
    return plain("".join([*pieces, _NUMBER.sub("", folded[at:])]))


@lru_cache(maxsize=1 << 16)
def quoted_names(text: str) -> frozenset[str]:
    """What stands in quotation or title marks, as plain text without spaces."""
    folded = unicodedata.normalize("NFKC", legible(text)).lower()
    names = (plain(found.group(1)).replace(" ", "") for found in _QUOTED.finditer(folded))
    return frozenset(name for name in names if len(name) > 1)


def grams(text: str, longest: int) -> set[str]:
    """The character n-grams of ``text`` up to ``longest``, within its space-separated runs."""
    return {
        run[start : start + size]
        for run in text.split()
        for size in range(1, longest + 1)
        for start in range(len(run) - size + 1)
    }
