"""Alignment measured against gold links: the same figures as the reference scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.alignment.link import Band, Link, Relation, Wording
from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.record import commitment_record
from policydiff.errors import PolicydiffError
from policydiff.evaluation.cases import link_cases, target_cases
from policydiff.evaluation.gold import Certainty, GoldLink, read_links
from policydiff.evaluation.links import LinkCase, LinksReport, candidate_recall, score
from policydiff.reading.document import Document, Kind, Span, Stance

PAIRS = (
    "tiexi-2024-plan--tiexi-2024-tasks",
    "tiexi-2024-tasks--tiexi-2024-tasks",
    "tiexi-fyp14--tiexi-2024-plan",
)


def at(start: int, end: int) -> Commitment:
    return Commitment(
        id=f"c{start}-{end}",
        start=start,
        end=end,
        quote="",
        stance=Stance.TARGET,
        section=(),
        item=None,
        action="",
        indicator="",
        quantity=None,
        year=None,
    )


def link(a: Commitment, b: Commitment, **given: object) -> Link:
    plain = {
        "relation": Relation.SAME,
        "probability": 0.9,
        "band": Band.SURE,
        "matched_by": "same indicator",
        "wording": Wording.UNCHANGED,
        "evidence": {},
    }
    return Link(a, b, **{**plain, **given})  # type: ignore[arg-type]


def gold_link(a: int, b: int, *, sure: bool = True, relation: Relation = Relation.SAME) -> GoldLink:
    certainty = Certainty.SURE if sure else Certainty.POSSIBLE
    return GoldLink(Span(a, a + 5), Span(b, b + 5), relation, certainty, "")


def case(gold: list[GoldLink], links: list[Link]) -> LinkCase:
    def side(commitments: list[Commitment]) -> Extraction:
        document = Document("x", "x.txt", "0", "", "", 2024, Kind.OTHER, "utf-8", 0, "", ())
        return Extraction(document, tuple(commitments))

    return LinkCase("x", side([x.a for x in links]), side([x.b for x in links]), tuple(gold))


def scored(gold: list[GoldLink], links: list[Link], **given: object):
    return score(case(gold, links), links, **given)  # type: ignore[arg-type]


def test_precision_is_over_all_gold_and_recall_over_the_sure_links():
    gold = [gold_link(0, 0), gold_link(10, 10), gold_link(20, 20, sure=False)]
    links = [link(at(0, 3), at(0, 3)), link(at(20, 22), at(20, 22)), link(at(50, 55), at(50, 55))]
    result = scored(gold, links)
    assert result.all.precision == 2 / 3
    assert result.all.recall == 1 / 2
    assert result.missed == (gold[1],)
    assert result.wrong == (links[2],)


def test_another_relation_is_listed_with_the_gold_link():
    gold = [gold_link(0, 0, relation=Relation.RAISED)]
    links = [link(at(0, 3), at(0, 3))]
    result = scored(gold, links)
    assert result.relation == 0
    assert result.relations == ((links[0], gold[0]),)


def test_a_span_too_long_for_a_clause_matches_nothing():
    result = scored([gold_link(0, 0)], [link(at(0, 121), at(0, 5))])
    assert result.all.f == 0


def test_reliability_bins_hold_their_links():
    links = [
        link(at(0, 3), at(0, 3), probability=0.95),
        link(at(50, 53), at(0, 3), probability=0.95),
        link(at(0, 3), at(50, 53), probability=0.42),
        link(at(0, 5), at(0, 5), probability=1.0),
    ]
    result = scored([gold_link(0, 0)], links)
    assert [(one.low, one.links) for one in result.reliability] == [(0.4, 1), (0.9, 3)]
    assert result.reliability[1].right == pytest.approx(2 / 3)
    assert result.ece == pytest.approx(1 / 4 * 0.42 + 3 / 4 * abs(2 / 3 - 2.9 / 3))


def test_the_sure_band_is_scored_by_itself():
    links = [
        link(at(0, 3), at(0, 3)),
        link(at(50, 53), at(0, 3), band=Band.POSSIBLE, probability=0.5),
    ]
    result = scored([gold_link(0, 0)], links)
    assert (result.all.precision, result.band_sure.precision) == (0.5, 1.0)


def test_what_candidates_lose_is_counted():
    gold = [gold_link(0, 0), gold_link(10, 10), gold_link(20, 20, sure=False)]
    candidates = [(at(0, 3), at(0, 3)), (at(10, 13), at(0, 3))]
    assert candidate_recall(gold, candidates) == 0.5
    assert scored(gold, [], candidates=candidates).candidates == 0.5
    assert scored(gold, []).candidates is None


def test_what_extraction_does_not_reach_is_counted():
    gold = [gold_link(0, 0), gold_link(10, 10)]
    assert scored(gold, [link(at(0, 3), at(0, 3))]).reachable == 0.5


def test_what_the_reader_left_open_or_did_not_compare_is_neither_right_nor_wrong():
    links = [link(at(0, 3), at(0, 3)), link(at(20, 22), at(20, 22)), link(at(50, 55), at(50, 55))]
    read_in_part = replace(
        case([gold_link(0, 0)], links),
        scope=((Span(0, 40), Span(0, 40)),),
        open=((Span(20, 25), Span(20, 25)),),
    )
    assert score(read_in_part, links).all.precision == 1
    assert score(read_in_part, links).all.predicted == 1
    within = replace(read_in_part, open=())
    assert score(within, links).wrong == (links[1],)


def test_no_links_and_no_gold_are_zero():
    assert scored([], []).figures() == dict.fromkeys(scored([], []).figures(), 0.0)
    assert LinksReport(()).macro == {}


def test_the_report_is_plain_data():
    gold = [gold_link(0, 0), gold_link(10, 10)]
    report = LinksReport((scored(gold, [link(at(0, 3), at(0, 3))]),))
    data = json.loads(json.dumps(report.to_dict()))
    assert data["pairs"]["x"]["missed"][0]["a_start"] == 10
    assert data["macro"]["recall"] == 0.5
    assert list(report.to_frame().index) == ["x", "macro"]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", PAIRS)
def test_figures_equal_the_reference_scorer(shared, tmp_path, name, seed):
    path = shared / "gold" / "links" / f"{name}.tsv"
    gold = list(read_links(path))
    chance = random.Random(seed)  # noqa: S311
    links = []
    for one in gold:
        if chance.random() < 0.2:
            continue
        shift = chance.choice([0, 0, 1, 500])
        links.append(
            link(
                at(one.a.start + shift, one.a.end + shift),
                at(one.b.start, one.b.end + chance.choice([0, 200])),
                relation=chance.choice(list(Relation)),
                probability=chance.choice([0.1, 0.35, 0.7, round(chance.random(), 3), 1.0]),
                band=chance.choice(list(Band)),
            )
        )
    output = tmp_path / "output.json"
    output.write_text(json.dumps(diff_record(links)), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(shared / "gold" / "score.py"), "links", str(path), str(output)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    expected, detail = json.loads(run.stdout), json.loads(run.stderr)
    result = scored(gold, links)
    assert (result.gold, result.sure) == (expected["gold"], expected["sure"])
    for mine, theirs in ((result.all, expected), (result.band_sure, expected["band_sure"])):
        assert mine.predicted == theirs["predicted"]
        assert (mine.precision, mine.recall, mine.f) == pytest.approx(
            (theirs["precision"], theirs["recall"], theirs["f"]), abs=1e-12
        )
    assert (result.relation, result.ece) == pytest.approx(
        (expected["relation"], expected["ece"]), abs=1e-12
    )
    assert [[one.a.start, one.b.start] for one in result.missed] == [
        one[:2] for one in detail["missed"]
    ]
    assert [[one.a.start, one.b.start] for one in result.wrong] == detail["wrong"]


def diff_record(links: list[Link]) -> dict:
    """The part of `policydiff diff --format json` that is scored."""

    def side(commitments: list[Commitment]) -> dict:
        return {"commitments": [commitment_record(one) for one in commitments]}

    return {
        "a": side([one.a for one in links]),
        "b": side([one.b for one in links]),
        "links": [
            {
                "a": one.a.id,
                "b": one.b.id,
                "relation": one.relation.value,
                "probability": one.probability,
                "band": one.band.value,
            }
            for one in links
        ],
    }


def test_the_samples_have_gold_for_targets_and_links():
    samples = Path(__file__).parents[1] / "corpora" / "samples"
    targets = target_cases(samples / "gold", samples)
    links = link_cases(samples / "gold", samples)
    assert targets
    assert all(one.gold and one.extraction.commitments for one in targets)
    assert links
    assert all(one.gold for one in links)


def test_a_folder_without_gold(tmp_path):
    with pytest.raises(PolicydiffError, match="holds no gold"):
        target_cases(tmp_path, tmp_path)


def test_a_document_that_is_missing(tmp_path):
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "north--south.tsv").write_text("a_start\n", encoding="utf-8")
    with pytest.raises(PolicydiffError, match="the document north is not under"):
        link_cases(tmp_path, tmp_path)


def test_scopes_and_open_places_stand_beside_the_links(tmp_path):
    columns = "a_start a_end b_start b_end"
    files = {
        "links": f"{columns} relation certainty note\n0 5 7 9 same sure -\n",
        "scopes": f"{columns}\n0 50 0 60\n",
        "open": f"{columns}\n10 15 20 25\n",
    }
    for kind, rows in files.items():
        path = tmp_path / "gold" / kind / "north--south.tsv"
        path.parent.mkdir(parents=True)
        path.write_text(rows.replace(" ", "\t"), encoding="utf-8")
    for name in ("north", "south"):
        (tmp_path / f"{name}.txt").write_text("二〇二四年计划", encoding="utf-8")
    (one,) = link_cases(tmp_path / "gold", tmp_path)
    assert one.scope == ((Span(0, 50), Span(0, 60)),)
    assert one.open == ((Span(10, 15), Span(20, 25)),)


def test_a_link_file_named_after_one_document(tmp_path):
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "north.tsv").write_text("a_start\n", encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"name link files A--B\.tsv"):
        link_cases(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("column", "message"), [(4, "relation is 'x'"), (5, "certainty is 'x'"), (0, "a_start is 'x'")]
)
def test_a_bad_link_row_is_one_line(tmp_path, column, message):
    cells = ["0", "5", "0", "5", "same", "sure", ""]
    cells[column] = "x"
    header = ["a_start", "a_end", "b_start", "b_end", "relation", "certainty", "note"]
    path = tmp_path / "a--b.tsv"
    path.write_text("\t".join(header) + "\n" + "\t".join(cells) + "\n", encoding="utf-8")
    with pytest.raises(PolicydiffError, match=message):
        read_links(path)
