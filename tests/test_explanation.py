"""Why two commitments are linked, or not, and with whose word."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff import decisions, sources
from policydiff.alignment.distances import distances
from policydiff.alignment.features import FEATURES
from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict
from policydiff.alignment.meaning import MEANING
from policydiff.cli import main
from policydiff.comparison import Comparison
from policydiff.decisions import Review, Ruling
from policydiff.errors import PolicydiffError
from policydiff.explanation import Outcome
from policydiff.report.explanation import explanation_json, explanation_text
from policydiff.report.html.labels import FEATURES as CHINESE_FEATURES

PLAN, TABLE = "wangjin-2024-plan", "wangjin-2024-tasks"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return sources.compare(PLAN, TABLE)


@pytest.fixture(scope="module")
def sure(comparison: Comparison) -> Link:
    return next(link for link in comparison.links if link.band is Band.SURE)


@pytest.mark.parametrize(
    ("a", "b", "words", "characters"),
    [
        ("新建停车位", "新建停车位", 1, 1),
        ("新建停车位", "扶持老年食堂", 0, 0),
        ("新建停车位", "新建公园", 1 / 3, 2 / 5),
    ],
)
def test_common_measures(a: str, b: str, words: float, characters: float) -> None:
    found = distances(a, b)
    assert found["Jaccard, words"] == pytest.approx(words, abs=0.001)
    assert found["Levenshtein, characters"] == pytest.approx(characters, abs=0.001)
    assert all(0 <= value <= 1 for value in found.values())


def not_linked(comparison: Comparison, link: Link) -> list[tuple[str, str]]:
    linked = {(one.a.id, one.b.id) for one in comparison.links}
    return [(link.a.id, c.id) for c in comparison.compared_b if (link.a.id, c.id) not in linked]


def test_contributions_add_up_to_the_probability(comparison: Comparison) -> None:
    for link in comparison.links[::20]:
        found = sources.explain(comparison.a, comparison.b, link.a.id, link.b.id)
        assert (found.outcome, found.link) == (Outcome.LINKED, link)
        assert found.probability == link.probability
        odds = found.average + sum(one.log_odds for one in found.contributions)
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(link.probability, abs=1e-5)
        named = {one.feature: one.log_odds for one in found.contributions if one.log_odds}
        assert named == dict(link.evidence)
        weights = [abs(one.log_odds) for one in found.contributions]
        assert weights == sorted(weights, reverse=True)


def test_both_quotes_stand_in_their_place(comparison: Comparison, sure: Link) -> None:
    found = sources.explain(comparison.a, comparison.b, sure.a.id, sure.b.id)
    words = explanation_text(found, width=200)
    assert words.startswith(f"Link: {sure.relation.value} ")
    for name in (sure.a.id, sure.b.id, "".join(sure.a.quote.split()), sure.matched_by, "row "):
        assert name in words
    record = json.loads(explanation_json(found))
    text = comparison.a.document.text
    start, end = sure.a.start, sure.a.end
    assert (
        record["a"]["before"] + sure.a.quote + record["a"]["after"]
        == text[start - len(record["a"]["before"]) : end + len(record["a"]["after"])]
    )
    assert record["link"]["matched_by"] == sure.matched_by
    for name, value in record["distances"].items():
        assert f"{value:.2f}  {name}" in words
    assert [one["feature"] for one in record["contributions"]] != list(FEATURES)
    assert {one["feature"] for one in record["contributions"]} == {
        *FEATURES,
        *MEANING,
    }


def test_pairs_without_a_link_say_why(comparison: Comparison, sure: Link) -> None:
    words = {}
    for pair in not_linked(comparison, sure):
        found = sources.explain(comparison.a, comparison.b, *pair)
        assert found.link is None
        words[found.outcome] = explanation_text(found, width=200).splitlines()[0]
        if {Outcome.IMPROBABLE, Outcome.DISTANT} <= words.keys():
            break
    assert words[Outcome.IMPROBABLE].startswith("no link: probability 0.")
    assert ", below 0." in words[Outcome.IMPROBABLE]
    assert words[Outcome.DISTANT].startswith("no link: not even a candidate")


def test_inside_one_document_the_earlier_comes_first() -> None:
    comparison = sources.compare(TABLE, TABLE)
    link = comparison.links[0]
    found = sources.explain(comparison.a, comparison.b, link.b.id, link.a.id)
    assert found.link == link
    one, other = (c.id for c in comparison.compared_a[:2])
    row = [c for c in comparison.compared_a if c.item == "8"]
    beside = sources.explain(comparison.a, comparison.b, row[0].id, row[1].id)
    assert beside.outcome is Outcome.BESIDE
    assert "in one row or clause" in explanation_text(beside)
    assert sources.explain(comparison.a, comparison.b, one, one).link is None
    assert other != one


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.RELABELLED])
def test_a_reader_has_the_last_word(comparison: Comparison, sure: Link, verdict: Verdict) -> None:
    a, b = comparison.a, comparison.b
    relation = None if verdict is Verdict.REJECTED else Relation.RELATED
    ruling = Ruling(
        Decision(verdict, "Reader", "2026-01-01T00:00:00Z", "because"),
        relation,
        decisions.anchor(sure.a, a.document.text),
        decisions.anchor(sure.b, b.document.text),
    )
    review = Review(decisions.source(a), decisions.source(b), (ruling,))
    found = sources.explain(a, b, sure.a.id, sure.b.id, decisions=review)
    assert (found.outcome, found.decided) == (Outcome.LINKED, ruling.decision)
    assert (found.link.relation if found.link else None) is relation
    words = explanation_text(found, width=200).splitlines()[0]
    assert f"{verdict.value} by Reader. The program alone: a link with probability" in words


def test_unknown_commitment(capsys: pytest.CaptureFixture[str], sure: Link) -> None:
    with pytest.raises(PolicydiffError, match="it has no commitment first; `policydiff extract`"):
        sources.explain(PLAN, TABLE, "first", sure.b.id)
    with pytest.raises(PolicydiffError, match=f"did you mean {sure.a.id}( or c\\d+)*\\?$"):
        sources.explain(PLAN, TABLE, sure.a.id.removeprefix("c"), sure.b.id)
    assert main(["explain", PLAN, TABLE, sure.a.id, "c999999"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert "c999999" in err


@pytest.mark.parametrize("format", ["table", "json"])
def test_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, sure: Link, format: str
) -> None:
    saved = tmp_path / "result"
    command = ["explain", PLAN, TABLE, sure.a.id, sure.b.id, "--format", format]
    assert main([*command, "-o", str(saved)]) == 0
    assert capsys.readouterr().err == ""
    assert sure.a.id in saved.read_text(encoding="utf-8")


def test_ledgers_have_no_text(comparison: Comparison) -> None:
    def ledger(side: str) -> object:
        read = getattr(comparison, side)
        bare = tuple(replace(c, quote="") for c in read.commitments if c.quantity)
        return replace(
            read, document=replace(read.document, text=""), commitments=bare, facts_only=True
        )

    a, b = ledger("a"), ledger("b")
    link = sources.compare(a, b).links[0]  # type: ignore[arg-type]
    found = sources.explain(a, b, link.a.id, link.b.id)  # type: ignore[arg-type]
    assert found.link == link
    assert "【" not in explanation_text(found)


def test_every_feature_has_a_chinese_name() -> None:
    assert {*FEATURES, *MEANING} <= set(CHINESE_FEATURES)
