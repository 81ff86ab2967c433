"""Two quotes compared token by token: a number is one token, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from policydiff.commitments.model import Commitment

_TOKEN = re.compile(
    r"[0-9０-９]+(?:,[0-9]{3}(?![0-9]))*(?:[.．][0-9０-９]+)?[百千万亿]*[%％‰]?"
    r"|[〇零一二三四五六七八九十百千万亿两]+"
    r"|[A-Za-z]+|\s+|."
)

_ALIKE = 0.3
"""Below this share of common tokens two quotes are shown whole: every token would be marked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quote: whether the other quote lacks it, and whether it is the quantity."""

    text: str
    changed: bool = False
    number: bool = False


def tokens(text: str) -> list[str]:
    """The text in tokens: numbers, Latin words, white space, and single characters.

    A number has its decimals, separators, scale and percent sign; Chinese numerals are one.

    >>> tokens("增长2.7%，约1,018亿元")
    ['增', '长', '2.7%', '，', '约', '1,018亿', '元']
    """
    return _TOKEN.findall(text)


def plain(commitment: Commitment) -> tuple[Piece, ...]:
    """The quote of a commitment with its quantity set apart."""
    return _pieces(commitment, set())


def compared(a: Commitment, b: Commitment) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both quotes, with the tokens marked that the other quote does not have."""
    left, right = tokens(a.quote), tokens(b.quote)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return plain(a), plain(b)
    gone, come = set(range(len(left))), set(range(len(right)))
    for block in matcher.get_matching_blocks():
        common = left[block.a : block.a + block.size]
        if len(common) > 1 or any(token[0].isdigit() for token in common):
            gone -= set(range(block.a, block.a + block.size))
            come -= set(range(block.b, block.b + block.size))
    return _pieces(a, gone), _pieces(b, come)


def _pieces(commitment: Commitment, changed: set[int]) -> tuple[Piece, ...]:
    """The tokens of a quote, joined where they are marked alike."""
    return tuple(
        Piece("".join(text for text, _ in run), *marks)
        for marks, run in groupby(_marked(commitment, changed), key=lambda token: token[1])
    )


def _marked(commitment: Commitment, changed: set[int]) -> Iterator[tuple[str, tuple[bool, bool]]]:
    quantity = commitment.quantity
    at = commitment.start
    for index, token in enumerate(tokens(commitment.quote)):
        number = quantity is not None and quantity.start < at + len(token) and at < quantity.end
        yield token, (index in changed, number)
        at += len(token)
