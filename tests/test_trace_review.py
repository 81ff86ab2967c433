"""A reader's decisions in a trace: they go before names, probabilities and computed changes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from drafts import Draft, link

from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict
from policydiff.commitments.model import Extraction
from policydiff.decisions import Review, Ruling, anchor, source, turned
from policydiff.threads import Trace, follow

OLD, NEW = Draft("old", year=2023), Draft("new", year=2024)
PARKING = OLD.add("新增公共停车位3000个", "公共停车位", "3000个", 3000)
GARAGE = OLD.add("新增立体停车位500个", "立体停车位", "500个", 500)
LATER = NEW.add("新增公共停车位3500个", "公共停车位", "3500个", 3500)
LINKS = (
    link(PARKING, LATER, Relation.RAISED),
    link(GARAGE, LATER, Relation.RAISED, 0.4, Band.POSSIBLE),
)


def reviewed(*rulings: Ruling, other_way: bool = False) -> Trace:
    old, new = OLD.extraction(), NEW.extraction()

    def found(_: object, left: Iterable[object], right: Iterable[object]) -> list[tuple[Link, ...]]:
        return [LINKS if x is not y else () for x, y in zip(left, right, strict=True)]

    review = Review(source(old), source(new), rulings)
    return follow([old, new], decisions=[turned(review) if other_way else review], mapping=found)


def ruling(verdict: Verdict, a: Draft, at: int, relation: Relation | None) -> Ruling:
    text = OLD.extraction().document.text, NEW.extraction().document.text
    return Ruling(
        Decision(verdict, "读者甲"),
        relation,
        anchor(a.commitments[at], text[0]),
        anchor(LATER, text[1]),
    )


CONFIRMED = ruling(Verdict.CONFIRMED, OLD, 1, Relation.RAISED)
REJECTED = ruling(Verdict.REJECTED, OLD, 0, None)
RELABELLED = ruling(Verdict.RELABELLED, OLD, 0, Relation.LOWERED)


def courses(trace: Trace) -> list[list[str]]:
    return [[s.commitment.indicator for s in thread.stations] for thread in trace.threads]


def test_a_confirmed_link_goes_before_a_more_probable_one() -> None:
    assert courses(reviewed()) == [["公共停车位", "公共停车位"], ["立体停车位"]]
    assert courses(reviewed(CONFIRMED)) == [["公共停车位"], ["立体停车位", "公共停车位"]]


@pytest.mark.parametrize("other_way", [False, True])
def test_decisions_are_kept_whichever_document_comes_first(other_way: bool) -> None:
    trace = reviewed(REJECTED, CONFIRMED, other_way=other_way)
    assert courses(trace) == [["公共停车位"], ["立体停车位", "公共停车位"]]
    assert sorted((a, b, k.decided.verdict.value) for a, b, k in trace.decided if k.decided) == [
        (0, 1, "confirmed"),
        (0, 1, "rejected"),
    ]


@pytest.mark.parametrize(("other_way", "change"), [(False, "lowered"), (True, "lowered")])
def test_a_relabelled_link_says_what_changed(other_way: bool, change: str) -> None:
    (thread, _) = reviewed(RELABELLED, other_way=other_way).threads
    assert thread.stations[1].change == change


def test_further_links_of_a_station_are_known() -> None:
    drafts = [Draft(f"d{year}", year=year) for year in (2022, 2023, 2024)]
    first, second, third = (
        d.add(f"新增公共停车位{n}个", "公共停车位", f"{n}个", n)
        for d, n in zip(drafts, (100, 200, 300), strict=True)
    )
    made = {
        ("d2022", "d2023"): (link(first, second),),
        ("d2022", "d2024"): (link(first, third),),
        ("d2023", "d2024"): (link(second, third),),
    }

    def found(
        _: object, left: Iterable[Extraction], right: Iterable[Extraction]
    ) -> list[tuple[Link, ...]]:
        pairs = zip(left, right, strict=True)
        return [made.get((x.document.id, y.document.id), ()) for x, y in pairs]

    (thread,) = follow([d.extraction() for d in drafts], mapping=found).threads
    assert [(s.link and s.link.a, [k.a for k in s.also]) for s in thread.stations] == [
        (None, []),
        (first, []),
        (second, [first]),
    ]
