from __future__ import annotations

import json

import pytest
from drafts import Draft, link

from policydiff.alignment.link import Band, Relation
from policydiff.commitments.model import Basis, Measure
from policydiff.comparison import Comparison, Difference, Status, difference
from policydiff.reading.document import Stance

SAME, RAISED, LOWERED = Relation.SAME, Relation.RAISED, Relation.LOWERED
REFRAMED, RELATED = Relation.REFRAMED, Relation.RELATED
SURE, POSSIBLE = Band.SURE, Band.POSSIBLE


@pytest.fixture
def pair() -> tuple[Draft, Draft]:
    """Six targets and an outcome of A; five targets of B."""
    a, b = Draft("a", year=2023), Draft("b")
    a.add("新增公共停车位3000个", "公共停车位", "3000个", 3000)
    a.add("改造老旧小区45个", "老旧小区", "45个", 45)
    a.add("建成口袋公园12座", "口袋公园", "12座", 12, "座")
    a.add("建设青石湖体育馆", "青石湖体育馆")
    a.add("新建充电桩200个", "充电桩", "200个", 200)
    a.add("推进夜间经济", "夜间经济")
    a.add("去年新增停车位900个", "停车位", "900个", 900, stance=Stance.OUTCOME)
    b.add("新增公共停车位3500个", "公共停车位", "3500个", 3500)
    b.add("改造老旧小区45个", "老旧小区", "45个", 45)
    b.add("建成口袋公园10座", "口袋公园", "10座", 10, "座")
    b.add("办好夜市", "夜市")
    b.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    return a, b


@pytest.fixture
def comparison(pair: tuple[Draft, Draft]) -> Comparison:
    a, b = pair
    links = (
        link(a.commitments[0], b.commitments[0], RAISED),
        link(a.commitments[1], b.commitments[1], SAME),
        link(a.commitments[2], b.commitments[2], LOWERED),
        link(a.commitments[5], b.commitments[3], RELATED, 0.4, POSSIBLE),
    )
    return Comparison(a.extraction(), b.extraction(), links)


def test_statuses_follow_from_links(comparison: Comparison) -> None:
    assert list(comparison.statuses_a.values()) == [
        Status.RAISED,
        Status.KEPT,
        Status.LOWERED,
        Status.DROPPED,
        Status.DROPPED,
        Status.UNDETERMINED,
    ]
    assert list(comparison.statuses_b.values()) == [
        Status.RAISED,
        Status.KEPT,
        Status.LOWERED,
        Status.UNDETERMINED,
        Status.NEW,
    ]
    assert [c.indicator for c in comparison.dropped] == ["青石湖体育馆", "充电桩"]
    assert [c.indicator for c in comparison.new] == ["图书馆"]
    assert [k.relation for k in comparison.changed] == [RAISED, LOWERED]
    assert [k.a.indicator for k in comparison.kept] == ["老旧小区"]
    assert [k.a.indicator for k in comparison.undetermined] == ["夜间经济"]


def test_the_summary_adds_up(comparison: Comparison) -> None:
    summary = comparison.summary
    assert summary == {
        "commitments_a": 6,
        "commitments_b": 5,
        "kept": 1,
        "raised": 1,
        "lowered": 1,
        "reframed": 0,
        "related": 0,
        "undetermined": 1,
        "dropped": 2,
        "new": 1,
        "undetermined_b": 1,
        "recurring": 0,
    }
    assert summary["commitments_a"] == sum(list(summary.values())[2:9])


@pytest.mark.parametrize(
    ("links", "status"),
    [
        ([(RAISED, 0.99, SURE), (SAME, 0.8, SURE)], Status.KEPT),
        ([(REFRAMED, 0.99, SURE), (LOWERED, 0.8, SURE)], Status.LOWERED),
        ([(RELATED, 0.99, SURE), (REFRAMED, 0.8, SURE)], Status.REFRAMED),
        ([(RAISED, 0.8, SURE), (LOWERED, 0.9, SURE)], Status.LOWERED),
        ([(RELATED, 0.7, SURE), (SAME, 0.4, POSSIBLE)], Status.RELATED),
        ([(SAME, 0.4, POSSIBLE)], Status.UNDETERMINED),
        ([], Status.DROPPED),
    ],
)
def test_the_strongest_sure_link_decides(
    links: list[tuple[Relation, float, Band]], status: Status
) -> None:
    a, b = Draft("a"), Draft("b")
    promise = a.add("新增公共停车位3000个", "公共停车位", "3000个", 3000)
    made = tuple(
        link(promise, b.add(f"第{n}处停车位", "停车位"), *how) for n, how in enumerate(links)
    )
    comparison = Comparison(a.extraction(), b.extraction(), made)
    assert comparison.statuses_a == {promise.id: status}


def test_a_link_that_decides_for_one_side_only_is_still_shown() -> None:
    a, b = Draft("a"), Draft("b")
    promise = a.add("技术改造投资增长10%", "技术改造投资", "10%", 10, "%")
    kept = b.add("技术改造投资增长10%", "技术改造投资", "10%", 10, "%")
    other = b.add("技术改造投资占比达到10%", "技术改造投资占比", "10%", 10, "%")
    links = (link(promise, kept, SAME), link(promise, other, REFRAMED))
    comparison = Comparison(a.extraction(), b.extraction(), links)
    assert comparison.statuses_a == {promise.id: Status.KEPT}
    assert comparison.changed == (links[1],)


def test_a_document_against_itself_shows_recurrences() -> None:
    draft = Draft("a")
    first = draft.add("新增公共停车位3500个", "公共停车位", "3500个", 3500, item="79")
    draft.add("改造老旧小区45个", "老旧小区", "45个", 45, item="80")
    again = draft.add("缓解停车难，新增停车位3500个", "停车位", "3500个", 3500, item="127")
    third = draft.add("停车位新增3500个", "停车位", "3500个", 3500, item="130")
    links = (link(first, again), link(again, third))
    comparison = Comparison(draft.extraction(), draft.extraction(), links)
    assert comparison.same_document
    assert not comparison.differs
    assert set(comparison.statuses_a.values()) == {Status.KEPT}
    assert comparison.new == comparison.dropped == ()
    assert [r.commitments for r in comparison.recurring] == [(first, again, third)]
    assert comparison.headline == "4 targets in one document; 1 of them stands in several places."


def test_one_document_with_two_stances_is_no_recurrence(pair: tuple[Draft, Draft]) -> None:
    a, _ = pair
    stances = (Stance.OUTCOME, Stance.TARGET)
    comparison = Comparison(a.extraction(), a.extraction(), (), stances)
    assert not comparison.same_document
    assert comparison.headline == "Of 1 outcome in A: 1 not restated. Of 6 targets in B: 6 new."


@pytest.mark.parametrize(
    ("relation", "old", "new", "expected"),
    [
        (RAISED, ("3000个", 3000, {}), ("3500个", 3500, {}), Difference(500, "个", 16.67)),
        (LOWERED, ("3000个", 3000, {}), ("2700个", 2700, {}), Difference(-300, "个", -10)),
        (RAISED, ("0个", 0, {}), ("3个", 3, {}), Difference(3, "个", None)),
        (
            RAISED,
            ("3.5%", 3.5, {"kind": Measure.GROWTH}),
            ("5.6%", 5.6, {"kind": Measure.GROWTH}),
            Difference(2.1, "个百分点", None),
        ),
        (
            LOWERED,
            ("1公里", 1, {"unit": "公里"}),
            ("900米", 900, {"unit": "米"}),
            Difference(-100, "米", -10),
        ),
        (RAISED, ("10人", 10, {"unit": "人"}), ("12个", 12, {}), Difference(2, "个", 20)),
        (REFRAMED, ("3000个", 3000, {"basis": Basis.INCREMENT}), ("1万个", 1e4, {}), None),
        (RAISED, ("60-80万辆", 6e5, {"value_max": 8e5}), ("90万辆", 9e5, {}), None),
        (RAISED, ("", 0, {}), ("3个", 3, {}), None),
    ],
)
def test_differences_need_comparable_measures(
    relation: Relation,
    old: tuple[str, float, dict[str, object]],
    new: tuple[str, float, dict[str, object]],
    expected: Difference | None,
) -> None:
    draft = Draft("a")
    a, b = (
        draft.add(f"指标达到{text}", "指标", text, value, quantity={"unit": "个"} | fields)
        for text, value, fields in (old, new)
    )
    assert difference(link(a, b, relation)) == expected


def test_nothing_found_is_not_nothing_restated(pair: tuple[Draft, Draft]) -> None:
    _, b = pair
    comparison = Comparison(Draft("empty").extraction(), b.extraction(), ())
    headline = "Nothing to compare: no targets found in A, 5 targets found in B."
    assert comparison.headline == headline


def test_the_contract_and_its_key_order(comparison: Comparison) -> None:
    record = json.loads(json.dumps(comparison.to_dict()))
    assert list(record) == ["schema", "a", "b", "links", "statuses", "summary"]
    assert record["schema"] == "policydiff/diff/1"
    assert list(record["a"]) == ["document", "commitments"]
    assert list(record["links"][0]) == [
        "a",
        "b",
        "relation",
        "probability",
        "band",
        "matched_by",
        "wording",
        "evidence",
    ]
    assert record["a"]["commitments"][0]["quantity"]["value"] == 3000
    ids = {c["id"] for c in record["a"]["commitments"]}
    assert {k["a"] for k in record["links"]} <= ids
    assert set(record["statuses"]["a"]) <= ids


def test_the_frame_has_one_row_per_link_and_unlinked_commitment(comparison: Comparison) -> None:
    frame = comparison.to_frame()
    assert list(frame["status"]) == [
        "raised",
        "kept",
        "lowered",
        "dropped",
        "dropped",
        "undetermined",
        "new",
    ]
    raised = frame.iloc[0]
    assert (raised["value_a"], raised["value_b"], raised["difference"]) == (3000, 3500, 500)
    assert list(Comparison(comparison.a, comparison.b, ()).about("没有").to_frame()) == list(frame)


def test_a_topic_narrows_both_sides_and_brings_counterparts(comparison: Comparison) -> None:
    narrowed = comparison.about("停车")
    assert [c.indicator for c in narrowed.compared_a] == ["公共停车位"]
    assert [c.indicator for c in narrowed.compared_b] == ["公共停车位"]
    by_partner = comparison.about("夜市")
    assert [c.indicator for c in by_partner.compared_a] == ["夜间经济"]
    assert by_partner.statuses_b == {comparison.b.commitments[3].id: Status.UNDETERMINED}


def test_the_notebook_view_escapes_what_documents_say() -> None:
    a, b = Draft("a", title="<script>一</script>"), Draft("b")
    old = a.add("新增<b>车位</b>3个", "<b>车位</b>", "3个", 3)
    new = b.add("新增<b>车位</b>5个", "<b>车位</b>", "5个", 5)
    links = (link(old, new, RAISED),)
    html = Comparison(a.extraction(), b.extraction(), links)._repr_html_()
    assert "<script>" not in html
    assert "<b>车位" not in html
    assert "&lt;b&gt;车位" in html
