"""Several numbers for one promise: one stands, the others are not called raised or lowered."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from drafts import Draft, link

from policydiff.alignment.contradictions import settled
from policydiff.alignment.link import Band, Decision, Link, Reason, Relation, Verdict
from policydiff.comparison import Comparison, Status
from policydiff.reading.document import Stance
from policydiff.report import as_json, markdown, terminal
from policydiff.report.html.findings import linked

REMARK = "another number compares better"


def relations(links: tuple[Link, ...]) -> list[Relation]:
    return [one.relation for one in links]


def schools() -> tuple[Draft, Draft, tuple[Link, ...]]:
    """A builds schools with 900 places; B 300 places in nurseries and 2000 in schools."""
    a, b = Draft("a"), Draft("b", "青石区2025年政府工作报告", 2025)
    a.add("新建学校3所", "学校", "3所", 3, "所")
    places = a.add("新增学位900个", "学位", "900个", 900)
    b.add("新建托儿所2所", "托儿所", "2所", 2, "所")
    few = b.add("新增学位300个", "学位", "300个", 300)
    b.add("扩建学校1所", "学校", "1所", 1, "所")
    many = b.add("新增学位2000个", "学位", "2000个", 2000)
    lowered, raised = Relation.LOWERED, Relation.RAISED
    return a, b, (link(places, few, lowered, 0.99), link(places, many, raised, 0.98))


def test_the_number_that_follows_upon_the_same_count_stands() -> None:
    a, b, links = schools()
    few, many = settled(links, a.extraction(), b.extraction())
    assert (few.relation, few.reason) == (Relation.REFRAMED, Reason.CONTESTED)
    assert (many.relation, many.reason) == (Relation.RAISED, None)
    assert (few.probability, few.evidence) == (0.99, links[0].evidence)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((Relation.SAME, 0.8), (Relation.RAISED, 0.99), [Relation.SAME, Relation.REFRAMED]),
        ((Relation.RAISED, 0.9), (Relation.LOWERED, 0.8), [Relation.RAISED, Relation.REFRAMED]),
        ((Relation.RAISED, 0.8), (Relation.LOWERED, 0.9), [Relation.REFRAMED, Relation.LOWERED]),
        ((Relation.RAISED, 0.8), (Relation.RAISED, 0.9), [Relation.RAISED, Relation.RAISED]),
        ((Relation.RAISED, 0.8), (Relation.REFRAMED, 0.9), [Relation.RAISED, Relation.REFRAMED]),
    ],
)
def test_the_better_of_two_links_stands(
    first: tuple[Relation, float], second: tuple[Relation, float], expected: list[Relation]
) -> None:
    a, b = Draft("a"), Draft("b")
    one = a.add("新增车位500个", "车位", "500个", 500)
    others = (
        b.add("新增车位500个", "车位", "500个", 500),
        b.add("建车位700个", "车位", "700个", 700),
    )
    links = tuple(
        link(one, other, *said) for other, said in zip(others, (first, second), strict=True)
    )
    assert relations(settled(links, a.extraction(), b.extraction())) == expected
    turned = tuple(replace(known, a=known.b, b=known.a) for known in links)
    assert relations(settled(turned, b.extraction(), a.extraction())) == expected
    backwards = settled(links[::-1], a.extraction(), b.extraction())
    assert relations(backwards)[::-1] == expected


def test_a_possible_link_gives_way_to_a_sure_one() -> None:
    a, b = Draft("a"), Draft("b")
    one = a.add("新增车位500个", "车位", "500个", 500)
    sure = link(one, b.add("建车位700个", "车位", "700个", 700), Relation.RAISED, 0.96)
    possible = link(
        one, b.add("车位500个", "车位", "500个", 500), Relation.SAME, 0.9, Band.POSSIBLE
    )
    found = settled((sure, possible), a.extraction(), b.extraction())
    assert relations(found) == [Relation.RAISED, Relation.REFRAMED]


def test_outcomes_of_several_years_may_stand_to_a_target_in_different_ways() -> None:
    a, b = Draft("a"), Draft("b")
    target = b.add("粮食产量90万吨", "粮食产量", "90万吨", 9e5, "吨")
    years = [
        a.add(f"粮食产量{n}万吨", "粮食产量", f"{n}万吨", n * 1e4, "吨", stance=Stance.OUTCOME)
        for n in (95, 90)
    ]
    links = (link(years[0], target, Relation.LOWERED), link(years[1], target, Relation.SAME))
    assert settled(links, a.extraction(), b.extraction()) == links


def test_every_output_says_that_another_number_compares_better() -> None:
    a, b, links = schools()
    one, other = a.extraction(), b.extraction()
    comparison = Comparison(one, other, settled(links, one, other))
    few, many = comparison.links
    assert [k.relation for k in comparison.changed] == [Relation.REFRAMED, Relation.RAISED]
    assert comparison.statuses_a[few.a.id] is Status.RAISED
    assert comparison.statuses_b[few.b.id] is Status.REFRAMED
    assert [row["status"] for row in comparison.rows()][1:3] == ["reframed", "raised"]
    assert terminal.diff_text(comparison).count(REMARK) == 1
    assert markdown.diff_markdown(comparison).count(REMARK) == 1
    notes = [linked(one.relation, one).row.note for one in (few, many)]
    assert notes == ["reason.contested", ""]
    record = json.loads(as_json.diff_json(comparison))["links"]
    assert [found.get("reason") for found in record] == ["another number compares better", None]


def test_a_readers_word_takes_the_remark_away() -> None:
    a, b, links = schools()
    one, other = a.extraction(), b.extraction()
    few, many = settled(links, one, other)
    decided = replace(few, decided=Decision(Verdict.CONFIRMED))
    assert REMARK not in terminal.diff_text(Comparison(one, other, (decided, many)))
