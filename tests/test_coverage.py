from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drafts import Draft, link

from policydiff.alignment.link import Band, Relation
from policydiff.comparison import Comparison
from policydiff.coverage import Cover, Coverage, coverage
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Kind
from policydiff.report.coverage import (
    coverage_csv,
    coverage_json,
    coverage_markdown,
    coverage_text,
    headline,
)
from policydiff.sources import coverage as coverage_of


@pytest.fixture
def found() -> Coverage:
    """A plan of four promises and its table: kept, possible, without a row; two leads for one."""
    plan = Draft("plan", "青石区2024年计划报告", kind=Kind.PLAN_REPORT)
    table = Draft("table", "青石区2024年任务分解表", kind=Kind.TASK_TABLE)
    parking = plan.add("新增公共停车位3500个", "公共停车位", "3500个", 3500)
    park = plan.add("新建口袋公园12座", "口袋公园", "12座", 12, "座")
    plan.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    rows = [
        table.add(
            "新增公共停车位3500个",
            "公共停车位",
            "3500个",
            3500,
            item="1",
            lead=("区城管局", "区财政局"),
        ),
        table.add(
            "公共停车位3500个",
            "公共停车位",
            "3500个",
            3500,
            item="2",
            lead=("区住建局",),
        ),
        table.add("新建街心绿地12处", "街心绿地", "12处", 12, "处", item="3", lead=("区城管局",)),
        table.add("新建体育馆1座", "体育馆", "1座", 1, "座", item="4", support=("区文旅局",)),
    ]
    maybe = link(park, rows[2], Relation.REFRAMED, 0.5, Band.POSSIBLE)
    links = (link(parking, rows[0]), link(parking, rows[1]), maybe)
    inside = (link(rows[0], rows[1]),)
    return Coverage(Comparison(plan.extraction(), table.extraction(), links, recurrences_b=inside))


def test_doubt_about_what_has_a_counterpart_is_no_news(found: Coverage) -> None:
    comparison = found.comparison
    parking, row = comparison.a.commitments[0], comparison.b.commitments[1]
    table = replace(
        comparison.b,
        commitments=(*comparison.b.commitments, replace(row, id="again", indicator="停车泊位")),
    )
    doubt = link(parking, table.commitments[-1], Relation.REFRAMED, 0.5, Band.POSSIBLE)
    doubtful = Coverage(replace(comparison, b=table, links=(*comparison.links, doubt)))
    assert doubt in doubtful.comparison.undetermined
    assert [k.a.indicator for k in doubtful.undetermined] == ["口袋公园"]


def test_the_headline_counts_promises_with_a_number_apart(found: Coverage) -> None:
    assert "1 have none; of 3 with a number: 1, 1 and 1. Of 4 rows" in headline(found)


def test_every_promise_and_row_is_found_missing_or_undetermined(found: Coverage) -> None:
    assert list(found.covers.values()) == [Cover.FOUND, Cover.UNDETERMINED, Cover.MISSING]
    assert [c.indicator for c in found.without_row] == ["图书馆"]
    covers = [row.cover for row in found.rows]
    assert covers == [Cover.FOUND, Cover.FOUND, Cover.UNDETERMINED, Cover.MISSING]
    assert [row.item for row in found.without_source] == ["4"]
    assert found.summary == {
        "promises": 3,
        "with_row": 1,
        "row_undetermined": 1,
        "without_row": 1,
        "rows": 4,
        "with_source": 2,
        "source_undetermined": 1,
        "without_source": 1,
        "units": 4,
        "divided": 1,
    }


def test_the_first_listed_unit_leads(found: Coverage) -> None:
    loads = {load.unit: (len(load.leads), len(load.supports)) for load in found.loads}
    assert loads == {"区城管局": (2, 0), "区住建局": (1, 0), "区文旅局": (1, 0), "区财政局": (0, 1)}


def test_one_promise_under_two_lead_units(found: Coverage) -> None:
    (divided,) = found.divided
    assert divided.sure
    assert [row.lead for row in divided.rows] == ["区城管局", "区住建局"]


def test_reports_name_what_they_found(found: Coverage) -> None:
    text = coverage_text(found, width=100)
    for page in (text, coverage_markdown(found)):
        assert "图书馆 2座" in page
        assert "row 4 · 区文旅局" in page
        assert "different lead units" in page
    lines = coverage_csv(found).splitlines()
    assert lines[0].startswith("part,cover,counterparts,indicator")
    assert lines[1].startswith("plan,found,1 2,公共停车位")
    assert '"schema": "policydiff/coverage/1"' in coverage_json(found)


def test_a_table_without_rows_is_refused(found: Coverage) -> None:
    with pytest.raises(PolicydiffError, match="name the plan first"):
        coverage(found.comparison.b, found.comparison.a)


def test_the_real_plan_and_table(shared: Path) -> None:
    corpora = shared / "corpora"
    real = coverage_of(corpora / "tiexi-2024-plan.txt", corpora / "tiexi-2024-tasks.txt")
    counts = real.summary
    assert counts["rows"] == 131
    parts = ("with_row", "row_undetermined", "without_row")
    assert sum(counts[part] for part in parts) == counts["promises"]
    (rows,) = [
        record["rows"]
        for c in real.comparison.compared_a
        if "停车位" in c.indicator and c.quantity
        for record in [real.to_dict()["promises"][c.id]]
    ]
    assert [real.rows[n].item for n in rows] == ["79", "127"]
