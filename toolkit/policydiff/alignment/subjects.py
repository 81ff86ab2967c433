"""What a promise is about, where two promises use different words for it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from policydiff.alignment.normalise import plain


@lru_cache(maxsize=1)
def _terms() -> tuple[tuple[str, str], ...]:
    listed = tomllib.loads((files(__package__) / "subjects.toml").read_text(encoding="utf-8"))
    return tuple((plain(term), name) for name, terms in listed.items() for term in terms.split())


@lru_cache(maxsize=1 << 16)
def subjects(text: str) -> frozenset[str]:
    """The subjects of ``subjects.toml`` that a comparable ``text`` speaks of."""
    return frozenset(name for term, name in _terms() if term in text)
