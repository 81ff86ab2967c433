"""Patterns made from lists of words, and searched for at the end of words."""

from __future__ import annotations

import re

AND = (
    "(?:以及|(?<![中平温缓饱总祥融调柔随谦亲])和(?![谐平睦解美田煦])"
    "|(?<![普涉顾波触危遍以])及(?![时早格])|(?<![参赠给])与(?![会时])"
    "|(?<![合兼吞归])并(?![购网轨联行存重举非进发])|或(?![者许]))"
)
"""A conjunction between two phrases, none of its characters inside a word (碳中和, 及时, 并网)."""


def any_of(words: str) -> str:
    """A pattern for any of the words in ``words`` (separated by spaces), longest first.

    Those that begin alike stand together: the fewer branches a pattern has, the sooner it fails.

    >>> any_of("超 超过 达到")
    '(?:超(?:过|)|达到)'
    """
    longest_first = sorted(set(words.split()), key=lambda word: (-len(word), word))
    alike: dict[str, list[str]] = {}
    for word in longest_first:
        alike.setdefault(word[0], []).append(re.escape(word[1:]))
    return f"(?:{'|'.join(map(_branch, alike, alike.values()))})"


def _branch(first: str, rests: list[str]) -> str:
    """One character, and what may stand behind it."""
    rest = rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})"
    return re.escape(first) + rest


def beginning(begins: frozenset[str], pattern: re.Pattern[str]) -> re.Pattern[str]:
    """``pattern`` made to match its first character only, one of ``begins``.

    A search with it finds the same start and groups, and passes over what cannot begin a match.
    """
    first = f"[{re.escape(''.join(sorted(begins)))}]"
    return re.compile(rf"{first}(?<=(?={pattern.pattern}){first})", pattern.flags)


def at_end(pattern: re.Pattern[str], words: str, longest: int) -> re.Match[str] | None:
    """What ``pattern``, which ends in ``$``, finds in the last ``longest`` characters of ``words``.

    All of ``words`` where they are fewer, since a search from before them begins with them.
    Looks behind its first character may see the rest. For patterns of bounded length this is
    ``pattern.search(words)``, without a try at every character.
    """
    return pattern.search(words, len(words) - longest)
