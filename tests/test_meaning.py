from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from policydiff import extract, read
from policydiff.alignment import align, scorer
from policydiff.alignment.aligner import compared, is_inside
from policydiff.alignment.encoder import encode
from policydiff.alignment.features import FEATURES, features
from policydiff.alignment.meaning import MEANING
from policydiff.reading.document import Stance

SAMPLES = "corpora/samples/wangjin-2024-plan.txt", "corpora/samples/wangjin-2024-tasks.txt"
TARGETS = (Stance.TARGET, Stance.TARGET)


def letters(texts: Sequence[str]) -> np.ndarray:
    """A small encoder of one's own: how often each of 64 classes of characters occurs."""
    rows = np.zeros((len(texts), 64), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for character in text:
            row[ord(character) % 64] += 1
    return rows


def test_what_means_the_same_is_closer_than_what_does_not() -> None:
    parking, bays, grain = encode(["新建停车泊位", "增加停车位", "粮食产量稳定"])
    assert parking @ bays > 5 * abs(parking @ grain)


def test_a_text_has_one_vector_in_any_company() -> None:
    alone = encode(["改造老旧小区"])
    assert (encode(["新增学位", "改造老旧小区", "新增学位"])[1] == alone[0]).all()


def test_a_text_without_a_known_word_is_like_no_other() -> None:
    assert not encode(["", "§"]).any()


def test_meaning_adds_columns_between_minus_one_and_one() -> None:
    a, b = (extract(read(path)) for path in SAMPLES)
    left, right, pairs = compared(a, b, TARGETS)
    table = features(left, right, pairs, encoder=letters)
    assert table.shape == (len(pairs), len(FEATURES) + len(MEANING))
    assert np.abs(table[:, len(FEATURES) :]).max() <= 1
    assert (table[:, : len(FEATURES)] == features(left, right, pairs)).all()


def test_inside_one_document_nothing_is_its_own_rival() -> None:
    tasks = extract(read(SAMPLES[1]))
    left, right, pairs = compared(tasks, tasks, TARGETS)
    assert is_inside(tasks, tasks, TARGETS)
    table = features(left, right, pairs, inside=True, encoder=letters)
    named = dict(zip(MEANING, table[:, len(FEATURES) :].T, strict=True))
    assert named["closest in meaning in a"].max() > 0
    assert not named["neighbours alike in meaning"].any()


def test_an_encoder_of_ones_own_scores_with_the_semantic_model() -> None:
    model = replace(scorer.load(scorer.Path("semantic")), encoder=letters)
    a, b = (extract(read(path)) for path in SAMPLES)
    links = align(a, b, TARGETS, model)
    assert links
    assert any(name in MEANING for link in links for name in link.evidence)


def test_the_plain_model_looks_at_no_meaning() -> None:
    model = scorer.load(scorer.Path("plain"))
    assert model.encoder is None
    assert model.names == FEATURES
    assert scorer.load().encoder is encode


def test_shipped_models_say_what_they_were_trained_on() -> None:
    for name in scorer.SHIPPED:
        model = scorer.load(scorer.Path(name))
        assert len(model.record["held_out"]) >= 3
        assert model.possible < model.sure
        assert all(math.isfinite(weight) for weight in model.weights.values())
