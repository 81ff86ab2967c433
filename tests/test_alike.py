"""What stands in several rows changes once. All places are invented."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from drafts import Draft, link

from policydiff.alignment.link import Decision, Link, Reason, Relation, Verdict
from policydiff.comparison import Comparison
from policydiff.report.as_csv import diff_csv
from policydiff.report.html import diff_html
from policydiff.report.markdown import diff_markdown
from policydiff.report.sections import ELSEWHERE, alike, sections
from policydiff.report.terminal import diff_text
from policydiff.report.words import TENFOLD, humanised


@pytest.fixture
def comparison() -> Comparison:
    """Two rows of A promise what one of B raises; a third row promises another number."""
    a, b = Draft("a"), Draft("b")
    rows = [
        a.add("改造老旧小区45个", "老旧小区", "45个", 45, item="80"),
        a.add("提质老旧小区45个", "老旧小区", "45个", 45, item="128"),
        a.add("再改造老旧小区30个", "老旧小区", "30个", 30, item="129"),
    ]
    one = b.add("改造老旧小区50个", "老旧小区", "50个", 50, item="59")
    links = tuple(link(row, one, Relation.RAISED) for row in rows)
    return Comparison(a.extraction(), b.extraction(), links)


def test_what_says_the_same_is_one_finding(comparison: Comparison) -> None:
    (raised,) = (part for part in sections(comparison) if part.show == "raised")
    assert [len(group) for group in alike(raised.entries)] == [2, 1]
    assert raised.title == "Raised 上调 (2 findings in 3 pairs)"


def test_every_page_has_each_finding_once_with_all_places(comparison: Comparison) -> None:
    text = diff_text(comparison)
    assert text.count("45个 → 50个") == 1
    assert all(text.count(row) == 1 for row in ("A row 80", "A row 128"))
    assert text.count("B row 59") == 2
    page = diff_markdown(comparison)
    assert page.count("45个 → 50个") == 1
    assert "“改造老旧小区45个” (row 80) and “提质老旧小区45个” (row 128); B" in page
    html = diff_html(comparison)
    assert html.count('class="finding again"') == 1
    assert html.count('<li class="finding') == 3


def test_each_link_stays_a_record(comparison: Comparison) -> None:
    rows = list(csv.DictReader(StringIO(diff_csv(comparison))))
    assert [row["status"] for row in rows] == ["raised"] * 3


def test_a_record_has_the_reason(comparison: Comparison) -> None:
    first: Link = comparison.links[0]
    level = replace(first, relation=Relation.REFRAMED, reason=Reason.LEVEL)
    reframed = Comparison(comparison.a, comparison.b, (level,))
    (row,) = reframed.rows()[:1]
    assert (row["status"], row["reason"]) == ("reframed", "another level of government")
    assert reframed.to_dict()["links"][0]["reason"] == "another level of government"
    assert "政府层级不同" in diff_text(reframed)
    assert "reason" not in comparison.to_dict()["links"][0]
    decided = replace(level, decided=Decision(Verdict.CONFIRMED))
    assert "reason" not in replace(reframed, links=(decided,)).to_dict()["links"][0]


@pytest.mark.parametrize(
    ("publisher", "told"), [("青石市云溪区人民政府", False), ("青石市松湖区人民政府", True)]
)
def test_figures_of_two_places_are_only_higher_or_lower(
    comparison: Comparison, publisher: str, told: bool
) -> None:
    def by(side: str, name: str) -> Comparison:
        extraction = getattr(comparison, side)
        document = replace(extraction.document, publisher=name)
        return replace(comparison, **{side: replace(extraction, document=document)})

    comparison = by("a", "青石市云溪区发展和改革局")
    comparison = by("b", publisher)
    assert (ELSEWHERE in diff_text(comparison, width=120)) is told
    assert (ELSEWHERE in diff_markdown(comparison)) is told
    assert ('data-t="elsewhere.note"' in diff_html(comparison)) is told


@pytest.mark.parametrize(("value", "told"), [(600, True), (5, False), (4, True), (450, False)])
def test_more_than_tenfold_is_to_be_checked(value: int, told: bool) -> None:
    a, b = Draft("a"), Draft("b")
    one = a.add("改造老旧小区45个", "老旧小区", "45个", 45)
    other = b.add(f"改造老旧小区{value}个", "老旧小区", f"{value}个", value)
    relation = Relation.RAISED if value > 45 else Relation.LOWERED
    changed = Comparison(a.extraction(), b.extraction(), (link(one, other, relation),))
    assert (TENFOLD[0] in diff_text(changed, width=120)) is told
    assert (TENFOLD[1] in diff_markdown(changed)) is told
    assert ('data-t="tenfold"' in diff_html(changed)) is told


def test_a_third_is_written_with_two_decimals() -> None:
    assert humanised(100 / 3, "%") == "33.33%"
    assert humanised(0.125, "亿元") == "0.125亿元"
