"""How alike two clauses are by measures that people know. They decide nothing."""

from __future__ import annotations

from collections.abc import Mapping

from policydiff.alignment.segment import words

_DECIMALS = 3


def distances(a: str, b: str) -> Mapping[str, float]:
    """Similarities of two comparable texts, from 0 to 1, by textdistance.

    Jaccard (1901) and overlap (Simpson 1943) of jieba's words, and of characters the normalised
    Levenshtein (1966) and Ratcliff-Obershelp (1988) similarities.
    """
    from textdistance import jaccard, levenshtein, overlap, ratcliff_obershelp

    sets = sorted(words(a)), sorted(words(b))
    found = {
        "Jaccard, words": jaccard.normalized_similarity(*sets),
        "overlap, words": overlap.normalized_similarity(*sets),
        "Levenshtein, characters": levenshtein.normalized_similarity(a, b),
        "Ratcliff-Obershelp, characters": ratcliff_obershelp.normalized_similarity(a, b),
    }
    return {name: round(float(value), _DECIMALS) for name, value in found.items()}
