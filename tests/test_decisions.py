from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import policydiff
from policydiff import decisions
from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict, Wording
from policydiff.cli import main
from policydiff.commitments.model import Commitment, Comparator, Extraction, Measure, Quantity
from policydiff.decisions import Review, Ruling, Unfit
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Document, Kind, Stance

OLD = (
    "二、2024年主要任务\n"
    "完善城市功能，新增公共停车位3500个，改造老旧小区45个。\n"
    "加强民生保障，新建口袋公园12座，城镇新增就业1.6万人。\n"
)
NEW = (
    "主要工作任务分解表\n"
    "1\t新增公共停车位4000个。\t区城管局\n"
    "2\t提升城市品质，改造老旧小区45个。\t区房产局\n"
    "3\t建设口袋公园15座。\t区城管局\n"
)


def extraction(text: str, *targets: tuple[str, str], name: str = "a") -> Extraction:
    """Commitments for (indicator, number) pairs, each at its next place in the text."""
    commitments = []
    after = 0
    for indicator, number in targets:
        clause = text.index(indicator, after)
        start = text.index(number, clause)
        end = after = start + len(number)
        quantity = Quantity(
            start, end, number, 1.0, None, number[-1], Comparator.EQUAL, Measure.AMOUNT
        )
        commitments.append(
            Commitment(
                f"c{start}",
                clause,
                end,
                text[clause:end],
                Stance.TARGET,
                (),
                None,
                "",
                indicator,
                quantity,
                2024,
            )
        )
    document = Document(
        name, f"{name}.txt", f"{name}-sum", f"{name} title", "", 2024, Kind.OTHER, "utf-8",
        len(text), text, (),
    )  # fmt: skip
    return Extraction(document, tuple(commitments))


def as_ledger(read: Extraction) -> Extraction:
    """The same facts without the text."""
    bare = tuple(replace(c, quote="") for c in read.commitments)
    return Extraction(replace(read.document, text=""), bare, facts_only=True)


@pytest.fixture
def a() -> Extraction:
    return extraction(
        OLD,
        ("公共停车位", "3500个"),
        ("老旧小区", "45个"),
        ("口袋公园", "12座"),
        ("就业", "1.6万人"),
    )


@pytest.fixture
def b() -> Extraction:
    return extraction(
        NEW, ("公共停车位", "4000个"), ("老旧小区", "45个"), ("口袋公园", "15座"), name="b"
    )


def link(a: Commitment, b: Commitment, relation: Relation = Relation.SAME) -> Link:
    return Link(a, b, relation, 0.6, Band.POSSIBLE, "indicator", Wording.UNCHANGED, {})


def ruling(
    a: Extraction,
    b: Extraction,
    first: int,
    second: int,
    verdict: Verdict,
    relation: Relation | None,
) -> Ruling:
    return Ruling(
        Decision(verdict, "读者甲", "2026-11-22T08:00:00Z", "同一事项"),
        relation,
        decisions.anchor(a.commitments[first], a.document.text),
        decisions.anchor(b.commitments[second], b.document.text),
    )


def review(a: Extraction, b: Extraction, *rulings: Ruling) -> Review:
    return Review(decisions.source(a), decisions.source(b), rulings)


def test_each_verdict_does_what_it_says(a: Extraction, b: Extraction) -> None:
    links = (
        link(a.commitments[0], b.commitments[0]),
        link(a.commitments[1], b.commitments[1]),
        link(a.commitments[2], b.commitments[1]),
    )
    applied = decisions.apply(
        links,
        a,
        b,
        review(
            a,
            b,
            ruling(a, b, 0, 0, Verdict.RELABELLED, Relation.RAISED),
            ruling(a, b, 1, 1, Verdict.CONFIRMED, Relation.SAME),
            ruling(a, b, 2, 1, Verdict.REJECTED, None),
            ruling(a, b, 2, 2, Verdict.ADDED, Relation.RAISED),
        ),
    )
    assert [(k.a.indicator, k.b.indicator, k.relation) for k in applied.links] == [
        ("公共停车位", "公共停车位", Relation.RAISED),
        ("老旧小区", "老旧小区", Relation.SAME),
        ("口袋公园", "口袋公园", Relation.RAISED),
    ]
    assert {k.band for k in applied.links} == {Band.SURE}
    assert [k.decided.verdict for k in applied.links if k.decided] == [
        Verdict.RELABELLED,
        Verdict.CONFIRMED,
        Verdict.ADDED,
    ]
    assert [k.probability for k in applied.links] == [0.6, 0.6, 1.0]
    assert [(k.a, k.b) for k in applied.rejected] == [(a.commitments[2], b.commitments[1])]
    assert applied.unfit == ()


def test_undecided_links_stay_as_they_are(a: Extraction, b: Extraction) -> None:
    links = (link(a.commitments[0], b.commitments[0]), link(a.commitments[1], b.commitments[1]))
    applied = decisions.apply(links, a, b, review(a, b, ruling(a, b, 1, 1, Verdict.REJECTED, None)))
    assert applied.links == links[:1]


def test_the_last_ruling_on_a_pair_holds(a: Extraction, b: Extraction) -> None:
    rejected = ruling(a, b, 0, 0, Verdict.REJECTED, None)
    confirmed = ruling(a, b, 0, 0, Verdict.CONFIRMED, Relation.SAME)
    links = (link(a.commitments[0], b.commitments[0]),)
    assert decisions.apply(links, a, b, review(a, b, rejected, confirmed)).rejected == ()
    assert decisions.apply(links, a, b, review(a, b, confirmed, rejected)).links == ()


def test_a_confirmed_link_is_made_where_the_program_no_longer_makes_it(
    a: Extraction, b: Extraction
) -> None:
    confirmed = ruling(a, b, 0, 0, Verdict.CONFIRMED, Relation.RAISED)
    (made,) = decisions.apply((), a, b, review(a, b, confirmed)).links
    assert (made.relation, made.matched_by) == (Relation.RAISED, "decision")


@pytest.mark.parametrize(
    ("what", "reread"),
    [
        ("text before it", "网站首页\n当前位置\n" * 30 + OLD),
        ("line ends", OLD.replace("\n", "\r\n")),
        ("line breaks inside a sentence", OLD.replace("，", "，\n  ")),
        ("full-width figures", OLD.translate(str.maketrans("0123456789", "０１２３４５６７８９"))),
        ("a sentence of the neighbourhood changed", OLD.replace("加强民生保障", "兜牢民生底线")),
    ],
)
def test_decisions_survive(what: str, reread: str, a: Extraction, b: Extraction) -> None:
    numbers = [c.quantity.text for c in a.commitments if c.quantity]
    if "３" in reread:
        numbers = [
            n.translate(str.maketrans("0123456789", "０１２３４５６７８９")) for n in numbers
        ]
    again = extraction(
        reread, *((c.indicator, n) for c, n in zip(a.commitments, numbers, strict=True))
    )
    rulings = [ruling(a, b, n, 0, Verdict.ADDED, Relation.RELATED) for n in range(4)]
    applied = decisions.apply((), again, b, review(a, b, *rulings))
    assert [k.a for k in applied.links] == list(again.commitments), what
    assert applied.unfit == ()


def test_of_equal_quotes_the_one_with_the_same_neighbours_is_found(b: Extraction) -> None:
    text = "东城新建公园5座，绿道8公里。\n西城新建公园5座，广场3处。\n"
    twice = [("公园", "5座"), ("公园", "5座")]
    before = extraction(text, *twice)
    after = extraction("西城新建公园5座，广场3处。\n东城新建公园5座，绿道8公里。\n", *twice)
    rulings = (ruling(before, b, 0, 0, Verdict.ADDED, Relation.RELATED),)
    (made,) = decisions.apply((), after, b, review(before, b, *rulings)).links
    assert made.a == after.commitments[1]


def test_what_no_longer_fits_is_listed(a: Extraction, b: Extraction) -> None:
    gone = extraction("今年只有一件事：改造老旧小区45个。", ("老旧小区", "45个"))
    lost = ruling(a, b, 0, 0, Verdict.CONFIRMED, Relation.SAME)
    elsewhere = ruling(b, a, 2, 0, Verdict.CONFIRMED, Relation.SAME)
    applied = decisions.apply((), gone, b, review(a, b, lost))
    assert applied == decisions.Applied((), (), (Unfit(lost, "a"),))
    applied = decisions.apply((), b, gone, review(replace(b), replace(gone), elsewhere))
    assert applied.unfit == (Unfit(elsewhere, "b"),)


def test_a_place_without_a_commitment_does_not_fit(a: Extraction, b: Extraction) -> None:
    lost = ruling(a, b, 3, 0, Verdict.CONFIRMED, Relation.SAME)
    unread = replace(a, commitments=a.commitments[:3])
    assert decisions.apply((), unread, b, review(a, b, lost)).unfit == (Unfit(lost, "a"),)


def test_ledgers_are_anchored_by_their_facts(a: Extraction, b: Extraction) -> None:
    made = [ruling(a, b, 0, 0, Verdict.RELABELLED, Relation.RAISED)]
    made += [ruling(as_ledger(a), as_ledger(b), 1, 1, Verdict.CONFIRMED, Relation.SAME)]
    assert made[1].a.prefix == made[1].a.suffix == ""
    for first, second in ((a, b), (as_ledger(a), as_ledger(b))):
        applied = decisions.apply((), first, second, review(a, b, *made))
        assert [k.a.indicator for k in applied.links] == ["公共停车位", "老旧小区"]
        assert applied.unfit == ()


def test_inside_one_document_the_earlier_place_comes_first(a: Extraction) -> None:
    backwards = ruling(a, a, 2, 0, Verdict.ADDED, Relation.RAISED)
    (made,) = decisions.apply((), a, a, review(a, a, backwards)).links
    assert (made.a, made.b) == (a.commitments[0], a.commitments[2])
    assert made.relation is Relation.LOWERED


def test_documents_in_the_other_order_are_refused(a: Extraction, b: Extraction) -> None:
    with pytest.raises(PolicydiffError, match="in that order"):
        decisions.apply((), b, a, review(a, b))


def test_the_file_comes_back_as_it_was(a: Extraction, b: Extraction, tmp_path: Path) -> None:
    rulings = (
        ruling(a, b, 0, 0, Verdict.RELABELLED, Relation.RAISED),
        ruling(a, b, 2, 1, Verdict.REJECTED, None),
    )
    path = tmp_path / "decisions.json"
    decisions.write(review(a, b, *rulings), path)
    assert decisions.read(path) == review(a, b, *rulings)
    assert [p.name for p in tmp_path.iterdir()] == ["decisions.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[]", "not a decisions file"),
        (b'{"schema": "policydiff/diff/1"}', "policydiff/diff/1"),
        (b'{"schema": "policydiff/decisions/1"}', "'a'"),
    ],
)
def test_other_files_are_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    with pytest.raises(PolicydiffError, match=message):
        decisions.read(path)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ({"verdict": "perhaps"}, "decision 1: 'perhaps'"),
        ({"relation": "better"}, "decision 1: 'better'"),
        ({"a": {"indicator": "", "quantity": "", "selectors": []}}, "no TextQuoteSelector"),
        ({"b": {}}, "decision 1 has no 'selectors'"),
    ],
)
def test_a_damaged_decision_is_named(
    damage: dict[str, object], message: str, a: Extraction, b: Extraction, tmp_path: Path
) -> None:
    record = decisions.to_dict(review(a, b, ruling(a, b, 0, 0, Verdict.CONFIRMED, Relation.SAME)))
    record["decisions"][0] |= damage
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(PolicydiffError, match=message):
        decisions.read(path)


def test_a_missing_file_and_an_unwritable_one_are_said(
    a: Extraction, b: Extraction, tmp_path: Path
) -> None:
    with pytest.raises(PolicydiffError, match="cannot be read"):
        decisions.read(tmp_path / "none.json")
    with pytest.raises(PolicydiffError, match="cannot be written"):
        decisions.write(review(a, b), tmp_path / "no folder" / "decisions.json")


SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"


def test_the_command_line_applies_decisions_and_lists_what_does_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(SAMPLES / f"{name}.txt") for name in ("wangjin-2024-plan", "wangjin-2024-tasks")]
    before = policydiff.compare(*paths)
    a, b = before.a, before.b
    first, second = before.links[:2]
    rulings = [
        Ruling(
            Decision(verdict, "读者甲", "2026-11-22T08:00:00Z"),
            relation,
            decisions.anchor(link.a, a.document.text),
            decisions.anchor(link.b, b.document.text),
        )
        for link, verdict, relation in (
            (first, Verdict.REJECTED, None),
            (second, Verdict.RELABELLED, Relation.RELATED),
        )
    ]
    lost = replace(rulings[0], b=replace(rulings[0].b, exact="灯塔77座", indicator="灯塔"))
    path = tmp_path / "decisions.json"
    decisions.write(review(a, b, *rulings, lost), path)

    assert main(["diff", *paths, "--format", "json", "--decisions", str(path)]) == 0
    out, err = capsys.readouterr()
    links = {(k["a"], k["b"]): k for k in json.loads(out)["links"]}
    assert (first.a.id, first.b.id) not in links
    changed = links[second.a.id, second.b.id]
    assert (changed["relation"], changed["band"]) == ("related", "sure")
    assert changed["decided"]["by"] == "读者甲"
    assert sum("decided" in link for link in links.values()) == 1
    assert "灯塔" in err
    assert "not found any more" in err

    page = tmp_path / "report.html"
    arguments = ["diff", *paths, "--decisions", str(path), "-f", "html", "-o", str(page)]
    assert main(arguments) == 0
    written = page.read_text(encoding="utf-8")
    assert 'id="g-rejected"' in written
    assert "灯塔" in written


def test_a_decisions_file_that_is_none_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "decisions.json"
    path.write_text("{}", encoding="utf-8")
    sample = str(SAMPLES / "wangjin-2024-plan.txt")
    assert main(["diff", sample, sample, "--decisions", str(path)]) == 2
    assert "is not a decisions file" in capsys.readouterr().err
