"""Patterns made from lists of words."""

from __future__ import annotations

import re


def any_of(words: str) -> str:
    """A pattern for any of the words in ``words`` (separated by spaces), longest first.

    >>> any_of("超 超过")
    '(?:超过|超)'
    """
    longest_first = sorted(set(words.split()), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
