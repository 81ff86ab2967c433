"""What people would use instead of this package to find the same commitment in another document.

Each baseline scores every pair of the same clauses that our alignment gets. It is given its best
threshold on each pair of documents, which nobody knows beforehand; ours has one for all pairs.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policydiff.evaluation.curves import Scores

Texts = Sequence[str]

MANY = 50
"""Matches per text that PolyFuzz is asked for: its table has two columns for each."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """A way to score pairs of texts; ``package`` is what has to be installed for it.

    ``similarity`` takes ``n`` and ``m`` texts and returns an ``n`` by ``m`` array of numbers
    from 0 to 1, 0 for pairs that it does not propose.
    """

    name: str
    package: str
    similarity: Callable[[Texts, Texts], Scores]

    @property
    def installed(self) -> bool:
        """Whether its package is at hand."""
        return find_spec(self.package) is not None


def difflib_ratio(a: Texts, b: Texts) -> Scores:
    """``SequenceMatcher.ratio`` of the standard library (Ratcliff & Metzener 1988)."""
    from difflib import SequenceMatcher

    import numpy as np

    scores = np.zeros((len(a), len(b)))
    for column, other in enumerate(b):
        matcher = SequenceMatcher(None, b=other)
        for row, one in enumerate(a):
            matcher.set_seq1(one)
            scores[row, column] = matcher.ratio()
    return scores


def textdistance_jaccard(a: Texts, b: Texts) -> Scores:
    """``textdistance.jaccard`` over jieba words."""
    import numpy as np
    from textdistance import jaccard

    words_a, words_b = [_cut(one) for one in a], [_cut(one) for one in b]
    return np.array(
        [[jaccard.normalized_similarity(x, y) for y in words_b] for x in words_a], dtype=float
    ).reshape(len(a), len(b))


def rapidfuzz_ratio(a: Texts, b: Texts) -> Scores:
    """``rapidfuzz.fuzz.ratio``."""
    from rapidfuzz import fuzz

    return _rapidfuzz(fuzz.ratio, a, b)


def rapidfuzz_partial(a: Texts, b: Texts) -> Scores:
    """``rapidfuzz.fuzz.partial_ratio``."""
    from rapidfuzz import fuzz

    return _rapidfuzz(fuzz.partial_ratio, a, b)


def tfidf_words(a: Texts, b: Texts) -> Scores:
    """Cosine of scikit-learn's TF-IDF over jieba words."""
    return _tfidf(a, b, analyzer=_cut)


def tfidf_characters(a: Texts, b: Texts) -> Scores:
    """Cosine of scikit-learn's TF-IDF over character 1–3-grams."""
    return _tfidf(a, b, analyzer="char", ngram_range=(1, 3))


def string_grouper_default(a: Texts, b: Texts) -> Scores:
    """``string_grouper.match_strings`` as it comes, but for its threshold."""
    return _string_grouper(a, b)


def string_grouper_chinese(a: Texts, b: Texts) -> Scores:
    """``string_grouper`` with bigrams, Chinese characters kept, and all matches."""
    return _string_grouper(
        a, b, ngram_size=2, normalize_to_ascii=False, regex=r"\s", max_n_matches=len(b)
    )


def polyfuzz_default(a: Texts, b: Texts) -> Scores:
    """PolyFuzz' TF-IDF model as it comes, but for its threshold: the best match of each."""
    return _polyfuzz(a, b)


def polyfuzz_chinese(a: Texts, b: Texts) -> Scores:
    """PolyFuzz' TF-IDF model with character 1–3-grams, Chinese kept, and many matches of each."""
    return _polyfuzz(a, b, n_gram_range=(1, 3), clean_string=False, top_n=MANY)


BASELINES = (
    Baseline("difflib", "difflib", difflib_ratio),
    Baseline("textdistance Jaccard, jieba words", "textdistance", textdistance_jaccard),
    Baseline("rapidfuzz ratio", "rapidfuzz", rapidfuzz_ratio),
    Baseline("rapidfuzz partial ratio", "rapidfuzz", rapidfuzz_partial),
    Baseline("TF-IDF, jieba words", "sklearn", tfidf_words),
    Baseline("TF-IDF, characters", "sklearn", tfidf_characters),
    Baseline("string_grouper, its defaults", "string_grouper", string_grouper_default),
    Baseline("string_grouper, for Chinese", "string_grouper", string_grouper_chinese),
    Baseline("PolyFuzz, its defaults", "polyfuzz", polyfuzz_default),
    Baseline("PolyFuzz, for Chinese", "polyfuzz", polyfuzz_chinese),
)


def _rapidfuzz(scorer: Callable[..., float], a: Texts, b: Texts) -> Scores:
    import numpy as np
    from rapidfuzz.process import cdist

    return np.asarray(cdist(a, b, scorer=scorer, workers=1), dtype=float) / 100


def _tfidf(a: Texts, b: Texts, **options: Any) -> Scores:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(**options).fit([*a, *b])
    cosine = vectorizer.transform(a) @ vectorizer.transform(b).T
    scores: Scores = np.round(cosine.toarray(), 9)
    return scores


def _string_grouper(a: Texts, b: Texts, **options: Any) -> Scores:
    import numpy as np
    import pandas as pd
    from string_grouper import match_strings

    scores = np.zeros((len(a), len(b)))
    matches = match_strings(
        pd.Series(a), pd.Series(b), min_similarity=0, include_zeroes=False, **options
    )
    scores[matches["left_index"], matches["right_index"]] = matches["similarity"]
    return scores


def _polyfuzz(a: Texts, b: Texts, **options: Any) -> Scores:
    """Equal texts of ``b`` get the same score, since PolyFuzz answers with texts."""
    import numpy as np

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of packages that PolyFuzz calls
        from polyfuzz.models import TFIDF

        matches = TFIDF(min_similarity=0, **options).match(list(a), list(b))
    places: dict[str, list[int]] = {}
    for column, text in enumerate(b):
        places.setdefault(text, []).append(column)
    scores = np.zeros((len(a), len(b)))
    names = list(matches.columns[1:])
    for to, similarity in zip(names[::2], names[1::2], strict=True):
        for row, (text, score) in enumerate(zip(matches[to], matches[similarity], strict=True)):
            scores[row, places.get(text, [])] = score
    return scores


def _cut(text: str) -> list[str]:
    """Words as jieba cuts them by default, without spaces."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source
        return [word for word in jieba.lcut(text) if word.strip()]
