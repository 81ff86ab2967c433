"""Models that users train from links and decisions of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from policydiff import decisions, sources
from policydiff.alignment import scorer
from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict
from policydiff.alignment.training import Example, Prepared, best_threshold, prepare, train
from policydiff.cli import main
from policydiff.comparison import Comparison
from policydiff.decisions import Review, Ruling
from policydiff.errors import PolicydiffError
from policydiff.evaluation.lessons import lessons

if TYPE_CHECKING:
    from policydiff.alignment.similarity import Floats

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
GOLD = SAMPLES / "gold" / "links"
INSIDE = GOLD / "wangjin-2024-tasks--wangjin-2024-tasks.tsv"
NEIGHBOURS = GOLD / "wangjin-2024-tasks--qingting-2024-tasks.tsv"
A, B = "wangjin-2024-tasks", "qingting-2024-tasks"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return sources.compare(A, B)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the samples' two smallest pairs."""
    path = tmp_path_factory.mktemp("model") / "model.json"
    command = ["train", "--links", str(INSIDE), "--links", str(NEIGHBOURS)]
    assert main([*command, "--documents", str(SAMPLES), "-o", str(path)]) == 0
    return path


def reviewed(
    comparison: Comparison, path: Path, rulings: Sequence[tuple[Verdict, Link]]
) -> tuple[Path, Review]:
    """A decisions file with those verdicts on links of a comparison."""
    a, b = comparison.a, comparison.b
    review = Review(
        decisions.source(a),
        decisions.source(b),
        tuple(
            Ruling(
                Decision(verdict, "Reader", "2026-01-01T00:00:00Z", ""),
                None if verdict is Verdict.REJECTED else Relation.SAME,
                decisions.anchor(link.a, a.document.text),
                decisions.anchor(link.b, b.document.text),
            )
            for verdict, link in rulings
        ),
    )
    decisions.write(review, path)
    return path, review


def spans(example: Example) -> set[tuple[int, int]]:
    return {(one.a.start, one.b.start) for one in example.known}


def test_model_says_how_it_was_trained(trained: Path) -> None:
    record = json.loads(trained.read_text(encoding="utf-8"))
    assert [one["pair"] for one in record["training"]["held_out"]] == [INSIDE.stem, NEIGHBOURS.stem]
    assert 0 < record["possible"] <= record["sure"] < 1
    model = scorer.load(trained)
    assert scorer.dumps(model) == trained.read_text(encoding="utf-8")


def judged(hand: str, right: Sequence[float], wrong: Sequence[float]) -> tuple[Prepared, Floats]:
    """Candidates of those probabilities, none of which shares a commitment with another."""
    p = np.array([*right, *wrong])
    hits = [frozenset({n}) if n < len(right) else frozenset[int]() for n in range(len(p))]
    pairs = [(n, n) for n in range(len(p))]
    certain = frozenset(range(len(right)))
    return Prepared(hand, pairs, np.zeros((len(p), 0)), hits, certain, hand), p


def test_a_hand_with_many_pairs_does_not_outvote_another() -> None:
    generous = judged("many", [0.9, 0.9, 0.9, 0.3], [])
    strict = judged("few", [0.9, 0.9], [0.3, 0.3, 0.3])
    prepared, p = zip(*[generous] * 3, strict=True)
    assert best_threshold(prepared, p) < 0.3
    prepared, p = zip(strict, *[generous] * 3, strict=True)
    assert best_threshold(prepared, p) > 0.3


def test_same_links_give_the_same_model(trained: Path) -> None:
    again = train(lessons([INSIDE, NEIGHBOURS], [SAMPLES]).examples)
    assert scorer.dumps(again) == trained.read_text(encoding="utf-8")


def test_record_is_said_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ["train", "--links", str(INSIDE), "--links", str(NEIGHBOURS)]
    assert main([*command, "--documents", str(SAMPLES)]) == 0
    out, err = capsys.readouterr()
    head, first, second, bands = err.splitlines()
    assert head.split()[:3] == ["candidates", "links", "precision"]
    assert (first.split()[0], second.split()[0]) == (INSIDE.stem, NEIGHBOURS.stem)
    assert len(head) == len(first) == len(second)
    assert "Possible from" in bands
    assert json.loads(out)["schema"] == scorer.SCHEMA


def test_own_model_is_used(
    trained: Path, capsys: pytest.CaptureFixture[str], comparison: Comparison
) -> None:
    def probabilities(*model: str) -> list[float]:
        assert main(["diff", A, B, "--format", "json", *model]) == 0
        links = json.loads(capsys.readouterr().out)["links"]
        return [link["probability"] for link in links]

    assert probabilities() == [link.probability for link in comparison.links]
    own = probabilities("--model", str(trained))
    assert own == [link.probability for link in sources.compare(A, B, model=trained).links]
    assert own != probabilities()
    link = sources.compare(A, B, model=trained).links[0]
    explained = sources.explain(A, B, link.a.id, link.b.id, model=trained)
    assert explained.link == link


@pytest.mark.parametrize(
    "command",
    [
        ["trace", A, "wangjin-2024-plan", "--figures"],
        ["coverage", "wangjin-2024-plan", A],
        ["evaluate", "links"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_takes_a_model(
    trained: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    outputs = []
    for model in ([], ["--model", str(trained)]):
        assert main([*command, "--format", "json", *model]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] != outputs[1]


def test_decisions_correct_a_gold_file(comparison: Comparison, tmp_path: Path) -> None:
    (gold,) = lessons([NEIGHBOURS], [SAMPLES]).examples
    known = spans(gold)
    wrong = next(k for k in comparison.links if (k.a.where[0], k.b.where[0]) in known)
    added = Link(
        comparison.compared_a[0], comparison.compared_b[-1], Relation.SAME, 1.0, Band.SURE,
        "decision", wrong.wording, {},
    )  # fmt: skip
    path, _ = reviewed(
        comparison, tmp_path / "d.json", [(Verdict.REJECTED, wrong), (Verdict.ADDED, added)]
    )
    (corrected,) = lessons([NEIGHBOURS], [SAMPLES], [path]).examples
    assert corrected.open == ()
    assert known - spans(corrected) == {(wrong.a.where[0], wrong.b.where[0])}
    assert spans(corrected) - known == {(added.a.where[0], added.b.where[0])}


def test_what_nobody_decided_on_is_left_out(comparison: Comparison, tmp_path: Path) -> None:
    confirmed, rejected, *others = comparison.links
    path, _ = reviewed(
        comparison,
        tmp_path / "d.json",
        [(Verdict.CONFIRMED, confirmed), (Verdict.REJECTED, rejected)],
    )
    (example,) = lessons([], [SAMPLES], [path]).examples
    assert example.name == f"{A}--{B}"
    assert spans(example) == {(confirmed.a.where[0], confirmed.b.where[0])}
    assert len(example.open) == len(others)
    prepared = prepare(example)
    pairs = {(comparison.compared_a[i].id, comparison.compared_b[j].id) for i, j in prepared.pairs}
    assert (confirmed.a.id, confirmed.b.id) in pairs
    assert (rejected.a.id, rejected.b.id) in pairs
    assert not any((link.a.id, link.b.id) in pairs for link in others)
    assert len(prepared.labels) == len(prepared.table) == len(prepared.pairs)
    assert sum(map(bool, prepared.hits)) == 1


def test_decisions_alone_can_train_with_gold_of_another_pair(
    comparison: Comparison, tmp_path: Path
) -> None:
    verdicts = [(Verdict.CONFIRMED, link) for link in comparison.links]
    path, _ = reviewed(comparison, tmp_path / "d.json", verdicts)
    model = train(lessons([INSIDE], [SAMPLES], [path]).examples)
    assert [one["pair"] for one in model.record["held_out"]] == [INSIDE.stem, f"{A}--{B}"]
    links = sources.compare(A, B, model=model).links
    assert {(k.a.id, k.b.id) for k in links} & {(k.a.id, k.b.id) for k in comparison.links}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--links", str(NEIGHBOURS), "--documents", str(SAMPLES)], "at least two pairs"),
        (["--links", str(NEIGHBOURS)], "--documents"),
        (["--documents", str(SAMPLES)], "--links or --decisions"),
        (["--links", str(NEIGHBOURS), "--documents", str(GOLD)], "is not under"),
        (["--links", str(SAMPLES), "--documents", str(SAMPLES)], "holds no links"),
        (["--links", "none--none.tsv", "--documents", str(SAMPLES)], "is not under"),
        (["--decisions", str(INSIDE), "--documents", str(SAMPLES)], "not a decisions file"),
    ],
)
def test_trouble_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["train", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert said in err


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text('{"schema": "policydiff/model/0"}', encoding="utf-8")
    with pytest.raises(PolicydiffError, match="policydiff train"):
        sources.compare(A, B, model=path)
    assert main(["evaluate", "links", "--held-out", "--model", str(path)]) == 2
