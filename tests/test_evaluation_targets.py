"""Extraction measured against gold: the same figures as the reference scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.commitments.model import Commitment, Comparator, Extraction, Measure, Quantity
from policydiff.commitments.record import commitment_record
from policydiff.errors import PolicydiffError
from policydiff.evaluation.gains import Gain, gains, read_baseline, write_baseline
from policydiff.evaluation.gold import GoldTarget, read_targets
from policydiff.evaluation.targets import (
    FIGURES,
    TargetCase,
    TargetsReport,
    Trouble,
    bigram_f,
    evaluate_targets,
    score,
)
from policydiff.reading.document import Document, Kind, Span, Stance

HEADER = "start end text indicator value value_max unit comparator kind stance year hedge note"


def gold_target(start: int = 4, **changes: object) -> GoldTarget:
    plain = GoldTarget(
        start=start,
        end=start + 3,
        text="30个",
        indicator="公共停车位",
        value=30,
        value_max=None,
        unit="个",
        comparator=Comparator.EQUAL,
        kind=Measure.AMOUNT,
        stance=Stance.TARGET,
        year=2024,
        hedge="",
        note="",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def found(gold: GoldTarget, **changes: object) -> Commitment:
    """What a perfect reader would extract for ``gold``, with changes to commitment or quantity."""
    quantity = Quantity(
        gold.start,
        gold.end,
        gold.text,
        gold.value,
        gold.value_max,
        gold.unit,
        gold.comparator,
        gold.kind,
    )
    own = {name: changes.pop(name) for name in ("stance", "year", "indicator") if name in changes}
    commitment = Commitment(
        id=f"c{gold.start}",
        start=gold.start,
        end=gold.end,
        quote=gold.text,
        stance=gold.stance,
        section=(),
        item=None,
        action="新增",
        indicator=gold.indicator,
        quantity=replace(quantity, **changes),  # type: ignore[arg-type]
        year=gold.year,
    )
    return replace(commitment, **own)  # type: ignore[arg-type]


def extraction(*commitments: Commitment) -> Extraction:
    document = Document("x", "x.txt", "0", "", "", 2024, Kind.OTHER, "utf-8", 0, "", ())
    return Extraction(document, tuple(commitments))


def scored(gold: list[GoldTarget], *commitments: Commitment, scope: Span | None = None):
    return score(TargetCase("x", tuple(gold), extraction(*commitments), scope))


def test_perfect_extraction_has_full_marks_and_no_confusions():
    gold = [gold_target(4), gold_target(20)]
    result = scored(gold, *map(found, gold))
    assert result.tally.figures() == dict.fromkeys(FIGURES, 1.0)
    assert result.confusions == ()


def test_missed_and_wrong_are_listed_with_what_they_are():
    result = scored([gold_target(4)], found(gold_target(50, indicator="道路")))
    assert [(c.trouble, c.start, c.expected, c.got) for c in result.confusions] == [
        (Trouble.MISSED, 4, "公共停车位", ""),
        (Trouble.WRONG, 50, "", "道路"),
    ]
    assert result.tally.figures()["f1"] == 0


@pytest.mark.parametrize(
    ("changes", "trouble", "expected", "got"),
    [
        ({"value": 40.0}, Trouble.VALUE, "30", "40"),
        ({"value_max": 50.0}, Trouble.VALUE, "30", "30–50"),
        ({"unit": "座"}, Trouble.UNIT, "个", "座"),
        ({"comparator": Comparator.AT_LEAST}, Trouble.COMPARATOR, "=", ">="),
        ({"kind": Measure.SHARE}, Trouble.KIND, "amount", "share"),
        ({"stance": Stance.OUTCOME}, Trouble.STANCE, "target", "outcome"),
        ({"year": None}, Trouble.YEAR, "2024", ""),
        ({"indicator": "停车位"}, Trouble.INDICATOR, "公共停车位", "停车位"),
    ],
)
def test_a_wrong_attribute_says_what_was_expected_and_got(changes, trouble, expected, got):
    gold = gold_target()
    result = scored([gold], found(gold, **changes))
    assert [(c.trouble, c.expected, c.got) for c in result.confusions] == [(trouble, expected, got)]


def test_a_soft_row_is_neither_required_nor_wrong():
    soft = gold_target(20, note="borderline: 边界")
    sure = gold_target(4)
    assert scored([sure, soft], found(sure)).tally.figures()["recall"] == 1
    both = scored([sure, soft], found(sure), found(soft))
    assert (both.tally.right, both.tally.required) == (2, 2)


def test_only_predictions_in_scope_count():
    gold = gold_target(4)
    outside = found(gold_target(500))
    assert scored([gold], found(gold), outside, scope=Span(0, 100)).tally.predicted == 1


def test_micro_counts_numbers_and_macro_documents():
    gold = gold_target(4)
    many = tuple(gold_target(start) for start in range(0, 90, 10))
    report = evaluate_targets(
        [
            TargetCase("one", (gold,), extraction()),
            TargetCase("many", many, extraction(*map(found, many))),
        ]
    )
    assert report.macro["recall"] == 0.5
    assert report.micro["recall"] == 0.9
    assert list(report.to_frame().index) == ["one", "many", "macro", "micro"]
    assert report.to_dict()["documents"]["one"]["confusions"][0]["trouble"] == "missed"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("停车位", "停车位", 1.0),
        ("", "", 1.0),
        ("公共停车位", "停车位", 2 * 2 / 6),
        ("路", "桥", 0.0),
    ],
)
def test_bigram_f(a, b, expected):
    assert bigram_f(a, b) == pytest.approx(expected)


def perturbed(gold: tuple[GoldTarget, ...], seed: int) -> list[Commitment]:
    """An extraction that is wrong in every way that is scored, here and there."""
    chance = random.Random(seed)  # noqa: S311
    commitments = []
    for one in gold:
        if chance.random() < 0.1:
            continue
        wrong = {
            "value": one.value * chance.choice([1 + 1e-12, 10.0]),
            "value_max": chance.choice([None, one.value + 1]),
            "unit": chance.choice(["", "个", "%"]),
            "comparator": chance.choice(list(Comparator)),
            "kind": chance.choice(list(Measure)),
            "stance": chance.choice(list(Stance)),
            "year": chance.choice([None, 2024, 2025]),
            "indicator": chance.choice(["", one.indicator[1:], one.indicator + "数"]),
        }
        changes = {name: value for name, value in wrong.items() if chance.random() < 0.2}
        commitments.append(found(one, **changes))
        if chance.random() < 0.1:
            commitments.append(found(gold_target(one.start + 1)))
    return commitments


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["tiexi-2014-report", "tiexi-2024-tasks", "tiexi-fyp14"])
@pytest.mark.parametrize("scope", [None, Span(1000, 6000)])
def test_figures_equal_the_reference_scorer(shared, tmp_path, name, seed, scope):
    path = shared / "gold" / "targets" / f"{name}.tsv"
    gold = read_targets(path)
    commitments = perturbed(gold, seed)
    output = tmp_path / "output.json"
    output.write_text(
        json.dumps({"commitments": [commitment_record(one) for one in commitments]}),
        encoding="utf-8",
    )
    expected, detail = reference(
        shared, "extract", path, output, *(["--scope", scope.start, scope.end] if scope else [])
    )
    result = score(TargetCase(name, gold, extraction(*commitments), scope))
    assert result.tally.figures() == pytest.approx(
        {key: expected[key] for key in FIGURES}, abs=1e-12
    )
    assert (result.tally.gold, result.tally.predicted) == (expected["gold"], expected["predicted"])
    for trouble in (Trouble.MISSED, Trouble.WRONG):
        starts = [c.start for c in result.confusions if c.trouble is trouble]
        assert starts == detail[trouble.value]


def reference(shared: Path, *arguments: object) -> tuple[dict, dict]:
    """What the reference scorer prints: figures and details."""
    run = subprocess.run(
        [sys.executable, str(shared / "gold" / "score.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(run.stdout), json.loads(run.stderr)


def written(folder: Path, *rows: dict[str, str]) -> Path:
    """A gold file with the given cells, the others from a sound row."""
    cells = "4 7 30个 停车位 30 - 个 = amount target 2024 - -".replace("-", "").split(" ")
    columns = HEADER.split()
    sound = dict(zip(columns, cells, strict=True))
    lines = ["\t".join(columns)] + ["\t".join({**sound, **row}.values()) for row in rows]
    path = folder / "x.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_gold_rows_are_typed(tmp_path):
    (one,) = read_targets(written(tmp_path, {"value_max": "40", "year": ""}))
    assert (one.value, one.value_max, one.year) == (30.0, 40.0, None)
    assert one.comparator is Comparator.EQUAL


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"start": "four"}, r"line 2: start is 'four' but should be a whole number"),
        ({"comparator": "≥"}, r"comparator is '≥' but should be one of >=, <=, ~, ="),
        ({"stance": ""}, r"stance is '' but should be one of target, outcome"),
        ({"start": "5", "end": "6"}, r"the document has '车' where the row says '30个'"),
    ],
)
def test_a_bad_gold_row_is_one_line(tmp_path, row, message):
    with pytest.raises(PolicydiffError, match=message) as caught:
        read_targets(written(tmp_path, row), text="新增停车位车")
    assert "\n" not in str(caught.value)


def test_two_gold_rows_at_one_place(tmp_path):
    with pytest.raises(PolicydiffError, match=r"line 3: a second row starts at 4"):
        read_targets(written(tmp_path, {}, {}))


def test_a_row_that_is_cut_short(tmp_path):
    path = tmp_path / "x.tsv"
    path.write_text("start\tend\n4\t7\n", encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"line 2: has no text"):
        read_targets(path)


def test_a_gold_file_that_is_not_there(tmp_path):
    with pytest.raises(PolicydiffError, match="cannot read the gold file"):
        read_targets(tmp_path / "none.tsv")


def test_every_gold_row_fits_its_document(shared):
    for path in sorted((shared / "gold" / "targets").glob("*.tsv")):
        text = (shared / "corpora" / f"{path.stem}.txt").read_text(encoding="utf-8")
        assert read_targets(path, text)


def report(**documents: tuple[GoldTarget, ...]) -> TargetsReport:
    gold = (gold_target(4), gold_target(20))
    return evaluate_targets(
        TargetCase(name, gold, extraction(*map(found, each))) for name, each in documents.items()
    )


def test_a_baseline_shows_gains_and_losses(tmp_path):
    path = tmp_path / "baseline.json"
    first, second = gold_target(4), gold_target(20)
    write_baseline(report(north=(first,), south=(first, second)), path)
    before = read_baseline(path)
    now = report(north=(first, second), south=(first,), east=(first,))
    changes = [one for one in gains(now, before) if one.figure == "recall"]
    assert changes == [Gain("north", "recall", 0.5, 1.0), Gain("south", "recall", 1.0, 0.5)]
    assert [one.better for one in changes] == [True, False]
    assert gains(report(north=(first,)), before) == ()


def test_a_baseline_holds_figures_only_and_is_the_same_every_time(tmp_path):
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    for path in (one, two):
        write_baseline(report(north=(gold_target(4),)), path)
    assert one.read_bytes() == two.read_bytes()
    assert "停车位" not in one.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "other/1"}'])
def test_a_file_that_is_no_baseline(tmp_path, content):
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicydiffError, match="is no baseline"):
        read_baseline(path)
