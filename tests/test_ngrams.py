from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.alignment.ngrams import LONGEST, code, codes
from policydiff.alignment.normalise import grams
from policydiff.alignment.similarity import gram_vectors, vectors

TEXTS = st.text("车位停就业a5 \U00020000", max_size=12)


@given(TEXTS, st.integers(1, LONGEST))
def test_codes_are_the_ngrams_in_the_order_of_strings(text: str, longest: int) -> None:
    assert codes(text, longest).tolist() == [code(gram) for gram in sorted(grams(text, longest))]


@settings(deadline=None)  # the first example reads the frequencies
@given(st.lists(TEXTS, max_size=5), st.lists(TEXTS, max_size=5), st.integers(1, LONGEST))
def test_vectors_of_ngrams_are_those_of_sets_of_words(
    a: list[str], b: list[str], longest: int
) -> None:
    ours = gram_vectors(a, b, longest)
    theirs = vectors(*([grams(text, longest) for text in side] for side in (a, b)))
    assert (ours.a.toarray() == theirs.a.toarray()).all()
    assert (ours.b.toarray() == theirs.b.toarray()).all()
