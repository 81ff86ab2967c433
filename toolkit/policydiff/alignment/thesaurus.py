"""What promises are about, where two of them use different words for it.

``subjects.toml`` lists broad subjects, ``objects.toml`` the narrow things that a reader would put
side by side. Both are lines of ``"name" = "term term"``, easy to extend; a term ``引进&人才``
means that both words stand in the clause.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from policydiff.alignment.normalise import plain

_HEAD = 2
"""Terms are filed under so many first characters; none is shorter."""


@lru_cache(maxsize=1 << 16)
def subjects(text: str) -> frozenset[str]:
    """The subjects of ``subjects.toml`` that a comparable ``text`` speaks of."""
    return _named(text, "subjects.toml")


@lru_cache(maxsize=1 << 16)
def objects(text: str) -> frozenset[str]:
    """The objects of ``objects.toml`` that a comparable ``text`` speaks of."""
    return _named(text, "objects.toml")


def _named(text: str, source: str) -> frozenset[str]:
    filed = _filed(source)
    return frozenset(
        name
        for start in range(len(text))
        for (first, *others), name in filed.get(text[start : start + _HEAD], ())
        if text.startswith(first, start) and all(other in text for other in others)
    )


@lru_cache(maxsize=2)
def _filed(source: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """The terms, as the words they ask for, and their names, by the head of the first word."""
    listed = tomllib.loads((files(__package__) / source).read_text(encoding="utf-8"))
    filed = defaultdict(list)
    for name, terms in listed.items():
        for term in terms.split():
            words = tuple(plain(word) for word in term.split("&"))
            filed[words[0][:_HEAD]].append((words, name))
    return filed
