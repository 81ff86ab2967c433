"""What people would use instead, curves over thresholds, the contest and the ablation."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from policydiff.alignment.features import FEATURES
from policydiff.alignment.link import Relation
from policydiff.alignment.meaning import MEANING
from policydiff.commitments.model import Commitment
from policydiff.evaluation import contest as contests
from policydiff.evaluation.ablation import GROUPS, ablate, ablation_markdown
from policydiff.evaluation.baselines import BASELINES
from policydiff.evaluation.cases import link_cases
from policydiff.evaluation.curves import Point, curve
from policydiff.evaluation.gold import Certainty, GoldLink
from policydiff.evaluation.links import LinkCase
from policydiff.reading.document import Span, Stance

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"

MOST = "新增公共停车位3500个"
TEXTS_A = [MOST, "改造老旧小区45个"]
TEXTS_B = ["建设口袋公园60处", MOST, "新增设公共停车位1200个"]


@pytest.fixture(scope="module")
def cases() -> list[LinkCase]:
    """The three smallest sample pairs: enough to leave one out."""
    pairs = link_cases(SAMPLES / "gold", SAMPLES)
    return sorted(pairs, key=lambda one: len(one.a.commitments) * len(one.b.commitments))[:3]


def at(start: int) -> Commitment:
    return Commitment(
        id=f"c{start}",
        start=start,
        end=start + 5,
        quote="",
        stance=Stance.TARGET,
        section=(),
        item=None,
        action="",
        indicator="",
        quantity=None,
        year=None,
    )


def gold(a: int, b: int, certainty: Certainty = Certainty.SURE) -> GoldLink:
    return GoldLink(Span(a, a + 5), Span(b, b + 5), Relation.SAME, certainty, "")


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda one: one.name)
def test_every_baseline_scores_all_pairs(baseline):
    if not baseline.installed:
        pytest.skip(f"{baseline.package} is not installed (the baselines extra)")
    scores = baseline.similarity(TEXTS_A, TEXTS_B)
    assert scores.shape == (2, 3)
    assert scores.min() >= 0
    assert scores.max() == pytest.approx(1, abs=1e-6)
    assert np.argmax(scores[0]) == 1


@pytest.mark.parametrize("baseline", BASELINES[:6], ids=lambda one: one.name)
def test_a_longer_wording_is_closer_than_another_thing(baseline):
    scores = baseline.similarity(TEXTS_A, TEXTS_B)
    assert scores[0, 2] > scores[0, 0]


def test_a_curve_counts_ties_together():
    left, right = [at(0), at(10)], [at(0), at(10)]
    scores = np.array([[0.9, 0.5], [0.5, 0.0]])
    line = curve([gold(0, 0), gold(10, 0)], left, right, scores)
    assert list(line.thresholds) == [0.9, 0.5]
    assert list(line.precision) == pytest.approx([1, 2 / 3])
    assert list(line.recall) == [0.5, 1]
    assert line.best == Point(0.5, pytest.approx(2 / 3), 1.0, pytest.approx(0.8))


def test_possible_links_are_right_but_not_required():
    links = [gold(0, 0), gold(10, 10, Certainty.POSSIBLE)]
    line = curve(links, [at(0), at(10)], [at(0), at(10)], np.array([[0.9, 0.0], [0.0, 0.4]]))
    assert list(line.precision) == [1, 1]
    assert list(line.recall) == [1, 1]


def test_a_pair_that_was_not_proposed_is_never_found():
    line = curve([gold(10, 10)], [at(0), at(10)], [at(0), at(10)], np.array([[0.9, 0], [0, 0.0]]))
    assert list(line.recall) == [0]


def test_no_scores_at_all_are_an_empty_curve():
    line = curve([gold(0, 0)], [at(0)], [at(0)], np.zeros((1, 1)))
    assert line.best == Point(1.0, 0.0, 0.0, 0.0)


def test_the_contest_has_ours_last_and_names_what_is_missing(cases, monkeypatch):
    theirs = [BASELINES[2]]
    result = contests.contest(cases, theirs)
    assert [one.method for one in result.entries] == [theirs[0].name] * 3 + [contests.OURS] * 3
    assert result.to_frame()["f"].between(0, 1).all()
    assert f"| {contests.OURS} |" in result.to_markdown()
    monkeypatch.setattr("policydiff.evaluation.baselines.find_spec", lambda name: None)
    assert contests.contest(cases, theirs).absent == (theirs[0].name,)


def test_the_contest_is_written_whole(cases, tmp_path, monkeypatch):
    monkeypatch.setattr(contests.contest, "__defaults__", ((BASELINES[2],),))
    contests.write_contest(cases, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "link-baselines.csv",
        "link-baselines.md",
        "link-baselines.svg",
    ]
    assert (tmp_path / "link-baselines.svg").read_text(encoding="utf-8").startswith("<svg")


def test_every_feature_is_in_one_group():
    assert sorted(chain.from_iterable(GROUPS.values())) == sorted((*FEATURES, *MEANING))


def test_leaving_a_group_out_is_measured_on_every_pair(cases):
    ablations = ablate(cases)
    assert [one.without for one in ablations] == ["nothing", *GROUPS]
    assert all(set(one.f) == {case.name for case in cases} for one in ablations)
    assert "| nothing |" in ablation_markdown(ablations)
