from __future__ import annotations

import csv
import json
import os
from io import StringIO
from pathlib import Path

import pytest
from drafts import Draft, link
from rich.cells import cell_len

from policydiff.alignment.link import Band, Relation, Wording
from policydiff.commitments.model import Basis, Comparator, Extraction, Measure
from policydiff.comparison import Comparison, Difference, difference
from policydiff.reading.document import Kind, Stance
from policydiff.report.as_csv import diff_csv, extraction_csv
from policydiff.report.as_json import diff_json, extraction_json
from policydiff.report.figures import figures_csv, figures_markdown, figures_text
from policydiff.report.markdown import diff_markdown, extraction_markdown
from policydiff.report.sections import Show
from policydiff.report.terminal import BRIEF, diff_text, extraction_text
from policydiff.report.words import (
    change_words,
    difference_words,
    humanised,
    number_words,
    percent,
    quantity_words,
    short_quote,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"


def check(name: str, text: str) -> None:
    """Compare with the stored text; ``POLICYDIFF_REGENERATE=1`` stores it anew."""
    path = SNAPSHOTS / name
    if os.environ.get("POLICYDIFF_REGENERATE"):
        path.write_text(text, encoding="utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as stored:
        assert text == stored.read()


@pytest.fixture
def comparison() -> Comparison:
    """A report and the task table of the next year, with one entry for every part."""
    growth = {"kind": Measure.GROWTH, "comparator": Comparator.ABOUT}
    a = Draft("qingshi-2023-report", "青石区2023年政府工作报告", 2023)
    b = Draft("qingshi-2024-tasks", "2024年重点工作任务分解表", 2024, Kind.TASK_TABLE)
    parking = a.add("新增公共停车位3000个", "公共停车位", "3000个", 3000)
    revenue = a.add(
        "一般公共预算收入增长7%左右",
        "一般公共预算收入",
        "7%",
        7,
        "%",
        quantity=growth,
        section=("二、2023年工作安排", "（一）推动经济运行稳中求进、稳中提质"),
    )
    jobs = a.add("城镇新增就业1.6万人", "城镇新增就业", "1.6万人", 16000, "人")
    energy = a.add("单位能耗下降2.5%", "单位能耗", "2.5%", 2.5, "%", quantity=growth)
    a.add("建设青石湖体育馆", "青石湖体育馆", action="建设")
    a.add("完成投资35亿元", "投资", "35亿元", 3.5e9, "元")
    night = a.add("推进夜间经济发展", "夜间经济", action="推进")
    charging = a.add("新建充电桩200个", "充电桩", "200个", 200, quantity={"basis": Basis.INCREMENT})
    park = a.add("建成口袋公园12座", "口袋公园", "12座", 12, "座")
    a.add("去年改造老旧小区20个", "老旧小区", "20个", 20, stance=Stance.OUTCOME)
    more = b.add(
        "缓解停车难，在商业区和居民区新增公共停车位不低于3500个",
        "公共停车位",
        "3500个",
        3500,
        quantity={"comparator": Comparator.AT_LEAST},
        item="79",
        lead=("区城市管理局", "区住建局"),
    )
    again = b.add("新增公共停车位3500个", "公共停车位", "3500个", 3500, item="127")
    slower = b.add(
        "一般公共预算收入增长6%左右",
        "地方一般公共预算收入",
        "6%",
        6,
        "%",
        quantity=growth,
        item="1",
        lead=("区财政局",),
    )
    kept = b.add("城镇新增就业16000人", "城镇新增就业", "16000人", 16000, "人", item="4")
    total = b.add(
        "充电桩累计达到1000个",
        "充电桩",
        "1000个",
        1000,
        quantity={"basis": Basis.TOTAL},
        item="81",
        lead=("区发改局",),
    )
    market = b.add("办好夜市", "夜市", item="30", support=("区商务局",))
    gardens = b.add("升级口袋公园", "口袋公园", item="83")
    b.add("新建图书馆2至3座", "图书馆", "2至3座", 2, "座", quantity={"value_max": 3}, item="95")
    b.add("严格依法行政", "依法行政", item="116")
    links = (
        link(parking, more, Relation.RAISED, wording=Wording.TIGHTENED),
        link(parking, again, Relation.RAISED),
        link(revenue, slower, Relation.LOWERED),
        link(jobs, kept, Relation.SAME),
        link(charging, total, Relation.REFRAMED),
        link(night, market, Relation.RELATED, 0.41, Band.POSSIBLE),
        link(park, gardens, Relation.RELATED),
    )
    assert energy.quantity
    recurrences = (link(more, again),)
    return Comparison(a.extraction(), b.extraction(), links, recurrences_b=recurrences)


def facts_of(extraction: Extraction) -> Extraction:
    """What a ledger keeps: the commitments with a number, without their words."""
    from dataclasses import replace

    facts = tuple(replace(c, quote="") for c in extraction.commitments if c.quantity)
    return replace(extraction, commitments=facts, facts_only=True)


@pytest.mark.parametrize("width", [80, 120])
def test_the_terminal_report(comparison: Comparison, width: int) -> None:
    text = diff_text(comparison, width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "cancel" not in text
    check(f"diff-{width}.txt", text)


def test_every_part_can_be_shown(comparison: Comparison) -> None:
    text = diff_text(comparison, show=frozenset(Show))
    assert "Kept 延续 (1 pair)" in text
    assert "Related 相关 (1 pair)" in text
    assert "Not shown" not in text
    only_new = diff_text(comparison, show={Show.NEW})
    assert "New in B 新增 (2)" in only_new
    assert "Raised" not in only_new


def test_the_other_formats(comparison: Comparison) -> None:
    check("diff.md", diff_markdown(comparison))
    check("diff.csv", diff_csv(comparison))
    check("diff.json", diff_json(comparison))


def test_extractions(comparison: Comparison) -> None:
    check("extract.txt", extraction_text(comparison.b))
    check("extract.md", extraction_markdown(comparison.b))
    check("extract.csv", extraction_csv(comparison.b))
    check("extract.json", extraction_json(comparison.b))


def test_ledgers_show_figures_in_place_of_quotes(comparison: Comparison) -> None:
    a, b = facts_of(comparison.a), facts_of(comparison.b)
    ids = {c.id for side in (a, b) for c in side.commitments}
    links = tuple(k for k in comparison.links if k.a.quantity and k.b.quantity)
    assert {k.a.id for k in links} <= ids
    links = tuple(
        link(a[k.a.id], b[k.b.id], k.relation, k.probability, k.band, k.wording) for k in links
    )
    text = diff_text(Comparison(a, b, links))
    assert "“" not in text
    check("diff-facts.txt", text)


def test_a_document_against_itself(comparison: Comparison) -> None:
    b = comparison.b
    check("diff-self.txt", diff_text(Comparison(b, b, comparison.recurrences_b)))


def test_long_lists_without_numbers_are_cut_unless_asked_for() -> None:
    a, b = Draft("a"), Draft("b")
    a.add("建设体育馆", "体育馆")
    for n in range(BRIEF + 5):
        b.add(f"推进第{n}项工作", f"第{n}项工作")
    b.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    comparison = Comparison(a.extraction(), b.extraction(), ())
    brief = diff_text(comparison)
    assert "图书馆  2座" in brief
    assert "… and 5 more without a number; --show new lists them" in brief
    assert "第24项工作" not in brief
    assert "第24项工作" in diff_text(comparison, show={Show.NEW})


def test_nothing_found_is_said_in_words() -> None:
    b = Draft("b")
    b.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    text = diff_text(Comparison(Draft("a").extraction(), b.extraction(), ()))
    assert text.startswith("Nothing to compare: no targets found in A, 1 target found in B.")
    assert "restated" not in text
    assert "No commitments were found" in extraction_text(Draft("a").extraction())
    assert json.loads(extraction_json(Draft("a").extraction()))["commitments"] == []


def test_markup_in_a_document_stays_text() -> None:
    a, b = Draft("a", title="# 一*二*"), Draft("b")
    old = a.add("建成[bold]车位[/bold]3个|x", "[bold]车位[/bold]", "3个", 3, section=("*一*",))
    new = b.add("建成<b>车位</b>5个", "<b>车位</b>", "5个", 5)
    comparison = Comparison(a.extraction(), b.extraction(), (link(old, new, Relation.RAISED),))
    assert "[bold]车位[/bold]" in diff_text(comparison)
    markdown = diff_markdown(comparison)
    assert r"\<b\>车位\</b\>" in markdown
    assert "<b>" not in markdown
    assert r"\*一\*" in markdown


def test_colour_is_only_what_was_asked_for(comparison: Comparison) -> None:
    plain, colour = diff_text(comparison), diff_text(comparison, color=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in colour


def test_csv_can_be_read_back(comparison: Comparison) -> None:
    rows = list(csv.DictReader(StringIO(diff_csv(comparison))))
    frame = comparison.to_frame()
    assert [row["status"] for row in rows] == list(frame["status"])
    assert rows[0]["value_b"] == "3500"
    dropped = list(csv.DictReader(StringIO(diff_csv(comparison, show={Show.DROPPED}))))
    assert {row["status"] for row in dropped} == {"dropped"}


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (3500, "个", "3500个"),
        (16000, "个", "1.6万个"),
        (3.5e9, "元", "35亿元"),
        (1.176e10, "元", "117.6亿元"),
        (0, "", "0"),
        (6.5, "%", "6.5%"),
        (9999, "人", "9999人"),
        (1.2e12, "元", "1.2万亿元"),
        (1.0076e12, "元", "10076亿元"),
        (31633, "元", "31633元"),
        (12800, "人", "1.28万人"),
    ],
)
def test_numbers_as_a_reader_writes_them(value: float, unit: str, words: str) -> None:
    assert humanised(value, unit) == words


@pytest.mark.parametrize(
    ("quote", "number", "fields", "words"),
    [
        ("新增车位不少于3个", "3个", {"comparator": Comparator.AT_LEAST}, "≥3个"),
        ("收入增长3%", "3%", {"unit": "%", "kind": Measure.GROWTH}, "增长3%"),
        ("能耗下降3%", "3%", {"unit": "%", "kind": Measure.GROWTH}, "下降3%"),
        ("配套率达到3%", "3%", {"unit": "%", "kind": Measure.SHARE}, "3%"),
        (
            "提升3个百分点",
            "3个百分点",
            {"unit": "个百分点", "kind": Measure.POINTS},
            "提高3个百分点",
        ),
        ("建设3-5处", "3-5处", {"unit": "处", "value_max": 5}, "3–5处"),
        ("赤字比上年预算增加3元", "3元", {"unit": "元"}, "比上年预算增加3元"),
        ("补助比去年多 3元", "3元", {"unit": "元"}, "比去年多3元"),
        ("比重较年初目标3个", "3个", {}, "3个"),
    ],
)
def test_quantities_in_words(
    quote: str, number: str, fields: dict[str, object], words: str
) -> None:
    commitment = Draft("a").add(quote, "指标", number, 3, quantity=fields)
    assert number_words(commitment) == words


def test_a_rate_that_is_named_a_change_is_not_called_one_again() -> None:
    rate = {"unit": "%", "kind": Measure.GROWTH}
    assert number_words(Draft("a").add("价格涨幅3%", "价格涨幅", "3%", 3, quantity=rate)) == "3%"


def test_a_way_of_building_is_said_where_the_other_counts_another() -> None:
    a = Draft("a").add("新建续建学校5所", "学校", "5所", 5, "所")
    b = Draft("b").add("新建学校1所", "学校", "1所", 1, "所")
    lowered = link(a, b, Relation.LOWERED)
    assert change_words(lowered) == "新建续建5所 → 新建1所"
    assert difference(lowered) is None
    assert change_words(link(b, b, Relation.SAME)) == "1所"


def test_no_quantity_in_words() -> None:
    assert quantity_words(None) == "无数量"


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (None, ""),
        (Difference(0, "个", 0), ""),
        (Difference(500, "个", 16.67), "+500个 (+16.7%)"),
        (Difference(-1.5e9, "元", -30), "−15亿元 (−30%)"),
        (Difference(370, "个", 1233.3), "+370个 (+1233%)"),
        (Difference(0.5, "个百分点", None), "+0.5个百分点"),
    ],
)
def test_differences_in_words(difference: Difference | None, words: str) -> None:
    assert difference_words(difference) == words


def test_a_long_quote_is_cut_around_its_number() -> None:
    text = "在重点商业区和老旧居民区、\n学校与医院周边增设公共停车位不低于3500个并同步建设充电设施"
    commitment = Draft("a").add(text, "公共停车位", "3500个", 3500)
    for limit in (20, 30, 44):
        quote = short_quote(commitment, limit, cell_len)
        assert cell_len(quote) <= limit
        assert "3500个" in quote
    assert short_quote(commitment, 200, cell_len) == text.replace("\n", "")


def test_figures_of_an_evaluation() -> None:
    figures = {"one": {"precision": 0.5, "recall": 1 / 3}, "macro": {"precision": 0.5}}
    assert figures_csv(figures) == "name,precision,recall\none,0.5000,0.3333\nmacro,0.5000,\n"
    assert figures_markdown(figures).splitlines()[2] == "| one | 0.500 | 0.333 |"
    text = figures_text(figures, ["one 5 missed"], width=20)
    assert text == (
        "one\n  precision 0.500\n  recall 0.333\nmacro\n  precision 0.500\n\none 5 missed\n"
    )


@pytest.mark.parametrize(
    ("probability", "expected"), [(0.4, "40%"), (0.99, "99%"), (0.996, "> 99%"), (1.0, "> 99%")]
)
def test_no_link_is_called_certain(probability: float, expected: str) -> None:
    assert percent(probability) == expected
