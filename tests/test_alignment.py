"""Alignment: what is linked, how the two compare, and why. All places are invented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from policydiff.alignment import align
from policydiff.alignment.assignment import choose
from policydiff.alignment.candidates import candidates
from policydiff.alignment.features import FEATURES, features, number_evidence
from policydiff.alignment.frequencies import count, dump, load
from policydiff.alignment.link import Band, Relation, Wording
from policydiff.alignment.meaning import MEANING
from policydiff.alignment.normalise import plain, quoted_names, wording
from policydiff.alignment.relation import Setting, relation
from policydiff.alignment.relation import wording as change_of_wording
from policydiff.alignment.scorer import Model, dumps, loads
from policydiff.alignment.scorer import load as load_model
from policydiff.alignment.texts import texts
from policydiff.alignment.training import Example, Known, prepare, train
from policydiff.commitments.extract import extract
from policydiff.commitments.model import (
    Basis,
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.errors import PolicydiffError
from policydiff.reading import read
from policydiff.reading.document import Document, Kind, Span, Stance

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"

NAMES = (*FEATURES, *MEANING)


def quantity(
    value: float,
    unit: str = "个",
    kind: Measure = Measure.AMOUNT,
    comparator: Comparator = Comparator.EQUAL,
    basis: Basis | None = None,
    top: float | None = None,
    start: int = 0,
) -> Quantity:
    text = f"{value:g}{unit}"
    return Quantity(start, start + len(text), text, value, top, unit, comparator, kind, basis)


def promise(
    quote: str,
    indicator: str = "",
    found: Quantity | None = None,
    *,
    at: int = 0,
    action: str = "",
    **more: object,
) -> Commitment:
    if found:
        found = replace(found, start=at + found.start, end=at + found.end)
    one = Commitment(
        id=f"c{at}",
        start=at,
        end=at + len(quote),
        quote=quote,
        stance=Stance.TARGET,
        section=(),
        item=None,
        action=action,
        indicator=indicator or quote,
        quantity=found,
        year=2030,
    )
    return replace(one, **more)  # type: ignore[arg-type]


def document(name: str, *promises: Commitment, kind: Kind = Kind.OTHER) -> Extraction:
    """An extraction whose commitments follow each other in the text."""
    placed = []
    at = 0
    for one in promises:
        found = one.quantity
        if found:
            found = replace(found, start=found.start + at, end=found.end + at)
        placed.append(replace(one, id=f"c{at}", start=at, end=at + len(one.quote), quantity=found))
        at += len(one.quote) + 1
    text = "。".join([*(one.quote for one in promises), ""])
    file = Document(name, name, name, name, "", 2030, kind, "utf-8", len(text), text, ())
    return Extraction(file, tuple(placed))


OTHERS = (
    promise("修编防洪预案", "防洪预案", action="修编"),
    promise("举办河灯节", "河灯节", action="举办"),
    promise("推广测土配方施肥", "测土配方施肥", action="推广"),
    promise("严查超限超载车辆", "超限超载车辆", action="严查"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("首台（套）", "首台套"),
        ("停 车\n泊位", "停车位"),
        ("ＡＢＣ５Ｇ", "abc5g"),
        ("桥梁，道路", "桥梁 道路"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长2.5%", "增长"),
        ("增长25%", "增长"),
        ("新建桥梁12座", "新建桥梁座"),
        ("推进“12345”热线", "推进12345热线"),
        ("建设5G基站300个", "建设5g基站个"),
    ],
)
def test_numbers_are_no_wording_but_names_are(text: str, expected: str) -> None:
    assert wording(text) == expected


def test_quoted_names() -> None:
    assert quoted_names("开展“清泉入户”工程，落实《水源保护条例》") == {"清泉入户", "水源保护条例"}


def test_what_leads_into_a_clause_belongs_to_it() -> None:
    text = "新建粮库。围绕冷链物流等领域，开展专项招商。"
    start = text.index("开展")
    one = promise("开展专项招商", at=start)
    file = replace(document("a").document, text=text)
    assert "冷链物流" in texts(Extraction(file, (one,)), Stance.TARGET).clauses[0]


def test_frequencies_survive_their_file() -> None:
    found = count(["完善服务体系。" * 20, "罕见"])
    assert found.counts["服务体系"] == 20
    assert "罕见" not in found.counts
    assert dump(found) == dump(count(["完善服务体系。" * 20, "罕见"]))


def test_shipped_frequencies_know_set_phrases() -> None:
    frequencies = load()
    assert frequencies.share("基础设施") > 10 * frequencies.share("河灯节庆")


def test_candidates_are_found_by_thing_and_by_clause() -> None:
    a = document("a", *OTHERS, promise("扩建望津客运码头", "望津客运码头"))
    b = document("b", promise("望津客运码头扩建工程年内完工", "扩建工程"), *OTHERS)
    left, right = texts(a, Stance.TARGET), texts(b, Stance.TARGET)
    found = candidates(left, right)
    assert (4, 0) in found
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity(5), quantity(5), 0.28),
        (quantity(3500), quantity(3500), 0.83),
        (quantity(3500), quantity(3600), 0.0),
        (quantity(2, "公里"), quantity(2000, "米"), 0.22),
        (quantity(5), quantity(5, top=8), 0.0),
    ],
)
def test_round_numbers_prove_little(a: Quantity, b: Quantity, expected: float) -> None:
    assert number_evidence(a, b) == pytest.approx(expected, abs=0.01)


GROWTH = Measure.GROWTH
RELATIONS = [
    (quantity(100), quantity(100), Relation.SAME),
    (quantity(100), quantity(120), Relation.RAISED),
    (quantity(100), quantity(80), Relation.LOWERED),
    (quantity(7, "%", GROWTH), quantity(6, "%", GROWTH), Relation.LOWERED),
    (quantity(5e9, "元"), quantity(7, "%", GROWTH), Relation.REFRAMED),
    (quantity(10, "公里"), quantity(12000, "米"), Relation.RAISED),
    (quantity(10000, "吨"), quantity(20000000, "斤"), Relation.SAME),
    (quantity(30, "家"), quantity(40, "个"), Relation.RAISED),
    (
        quantity(100, basis=Basis.INCREMENT),
        quantity(120, basis=Basis.TOTAL),
        Relation.REFRAMED,
    ),
    (quantity(100), None, Relation.REFRAMED),
    (quantity(5, "%", Measure.SHARE), quantity(5, "个百分点", Measure.POINTS), Relation.REFRAMED),
    (quantity(5, top=8), quantity(5, top=9), Relation.RAISED),
]


@pytest.mark.parametrize(("x", "y", "expected"), RELATIONS)
def test_relation_of_quantities(x: Quantity, y: Quantity | None, expected: Relation) -> None:
    assert relation(promise("扩建粮库", "粮库", x), promise("扩建粮库", "粮库", y)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("公共停车位", "停车泊位", Relation.RAISED),
        ("家庭医生重点人群签约率", "重点人群家庭医生签约率", Relation.RAISED),
        ("老旧管网", "老旧燃气管网", Relation.REFRAMED),
        ("境外招商活动", "招商活动", Relation.REFRAMED),
        ("3000万元以上项目", "3000万元以上重大项目", Relation.RAISED),
        ("3000万元以上项目", "10亿元以上项目", Relation.REFRAMED),
        ("亿元以上项目", "千万元以上项目", Relation.REFRAMED),
    ],
)
def test_numbers_of_different_things_do_not_compare(
    before: str, after: str, expected: Relation
) -> None:
    a, b = promise(before, before, quantity(10)), promise(after, after, quantity(20))
    assert relation(a, b) is expected


def test_headline_indicators_of_other_names_do_not_compare() -> None:
    x = promise("x", "规上工业增加值", quantity(9, "%", GROWTH), canonical="规上工业增加值")
    y = promise("y", "服务业增加值", quantity(9, "%", GROWTH), canonical="服务业增加值")
    assert relation(x, y) is Relation.REFRAMED


def test_equal_rates_of_a_headline_indicator_and_its_neighbour_do_not_compare() -> None:
    x = promise("x", "固定资产投资", quantity(9, "%", GROWTH), canonical="固定资产投资")
    y = promise("y", "有效投资", quantity(9, "%", GROWTH))
    assert relation(x, y) is Relation.REFRAMED
    assert relation(y, replace(y)) is Relation.SAME


@pytest.mark.parametrize(
    ("quote", "action", "expected"),
    [
        ("改造老旧小区200个", "改造", Relation.REFRAMED),
        ("每年改造老旧小区200个", "改造", Relation.LOWERED),
        ("老旧小区达到200个", "达到", Relation.LOWERED),
        ("对200个老旧小区实施改造", "加大", Relation.REFRAMED),
    ],
)
def test_five_years_do_not_compare_with_one(quote: str, action: str, expected: Relation) -> None:
    plan = promise(quote, "老旧小区", quantity(200), action=action)
    year = promise("改造老旧小区30个", "老旧小区", quantity(30), action="改造")
    assert relation(plan, year, Setting(long=(True, False))) is expected


@pytest.mark.parametrize(
    ("quote", "action", "basis", "expected"),
    [
        ("建成智能渔场16个", "建成", None, Relation.LOWERED),
        ("累计建成智能渔场16个", "建成", Basis.TOTAL, Relation.REFRAMED),
        ("智能渔场达到16个", "达到", Basis.TOTAL, Relation.LOWERED),
        ("改造智能渔场16个", "改造", None, Relation.REFRAMED),
    ],
)
def test_a_running_total_or_another_deed_does_not_compare_with_one_years_count(
    quote: str, action: str, basis: Basis | None, expected: Relation
) -> None:
    before = promise(quote, "智能渔场", quantity(16, basis=basis), action=action)
    after = promise("建成智能渔场10个", "智能渔场", quantity(10), action="建成")
    assert relation(before, after) is expected


def test_what_a_yearly_report_says_of_five_years_does_not_compare_with_one() -> None:
    plan = promise("五年新增岗位40万个", "岗位", quantity(400000, start=6), action="新增")
    year = promise("新增岗位9万个", "岗位", quantity(90000, start=4), action="新增")
    assert relation(year, plan) is Relation.REFRAMED
    assert relation(year, replace(plan, quote="新增岗位40万个")) is Relation.RAISED


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("新建续建渔场5所", "新建渔场1所", Relation.LOWERED),
        ("新续建渔场5所", "新建渔场1所", Relation.LOWERED),
        ("新建渔场5所", "扩建渔场1所", Relation.REFRAMED),
        ("新建续建渔场5所", "改扩建渔场1所", Relation.REFRAMED),
        ("建设渔场5所", "扩建渔场1所", Relation.LOWERED),
        ("持续建设渔场5所", "扩建渔场1所", Relation.LOWERED),
        ("更新建筑5所", "扩建渔场1所", Relation.LOWERED),
    ],
)
def test_counts_of_building_compare_where_they_overlap(
    before: str, after: str, expected: Relation
) -> None:
    x = promise(before, "渔场", quantity(5, start=len(before) - 2), action="建设")
    y = promise(after, "渔场", quantity(1, start=len(after) - 2), action="建设")
    assert relation(x, y) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("比上年增加20亿元", Relation.REFRAMED),
        ("同比减少20亿元", Relation.REFRAMED),
        ("比去年多安排20亿元", Relation.REFRAMED),
        ("补贴20亿元", Relation.LOWERED),
    ],
)
def test_what_is_more_than_before_does_not_compare_with_the_whole(
    change: str, expected: Relation
) -> None:
    whole = promise("安排补贴300亿元", "补贴", quantity(300, "元", start=4))
    more = promise(change, "补贴", quantity(20, "元", start=change.index("20")))
    assert relation(whole, more) is expected
    other = promise("比上年增加50亿元", "补贴", quantity(50, "元", start=5))
    if expected is Relation.REFRAMED:
        assert relation(more, other) is Relation.RAISED


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("五年来，民生持续改善。城镇新增就业60万人。", Relation.REFRAMED),
        ("过去五年，年均增速8%，城镇新增就业60万人。", Relation.REFRAMED),
        ("五年来，民生持续改善。去年城镇新增就业60万人。", Relation.LOWERED),
        ("刚刚过去的2031年，城镇新增就业60万人。", Relation.LOWERED),
        ("全区城镇新增就业60万人。", Relation.LOWERED),
    ],
)
def test_what_five_years_have_brought_does_not_compare_with_one(
    told: str, expected: Relation, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        f"望津区2032年政府工作报告\n一、工作回顾\n{told}\n"
        "二、2032年主要任务\n今年要做好以下工作。城镇新增就业10万人。\n",
        encoding="utf-8",
    )
    report = extract(read(path))
    (link,) = align(report, report, (Stance.OUTCOME, Stance.TARGET))
    assert link.relation is expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“三渔”投入", "市级财政用于“三渔”的支出"),
        ("再就业补助资金", "再就业"),
        ("渔民基本医保和蜂农合作医疗的补助标准", "蜂农合作医疗和渔民医保补助标准"),
        ("专项债券", "政府专项债券规模"),
    ],
)
def test_money_for_one_purpose_compares_whatever_it_is_called(before: str, after: str) -> None:
    x, y = (
        promise(f"安排{name}5亿元", name, quantity(value, "元", start=len(name) + 2))
        for name, value in ((before, 5e8), (after, 8e8))
    )
    assert relation(x, y) is Relation.RAISED


@pytest.mark.parametrize(
    ("before", "after", "unit"),
    [
        ("市级财政支出", "市级财政", "元"),
        ("财政赤字", "市级财政赤字", "元"),
        ("教育支出", "教育", "个"),
    ],
)
def test_the_purse_is_no_purpose(before: str, after: str, unit: str) -> None:
    x, y = (
        promise(f"安排{name}5{unit}", name, quantity(value, unit, start=len(name) + 2))
        for name, value in ((before, 5), (after, 8))
    )
    assert relation(x, y) is Relation.REFRAMED


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("每个街道建设养老驿站2个", Relation.REFRAMED),
        ("各街道建设养老驿站2个", Relation.REFRAMED),
        ("建设各类养老驿站2个", Relation.RAISED),
        ("各级新建养老驿站2个", Relation.RAISED),
    ],
)
def test_a_number_for_each_does_not_compare_with_one_for_all(
    before: str, expected: Relation
) -> None:
    each = promise(before, "养老驿站", quantity(2, start=len(before) - 2))
    total = promise("建设养老驿站30个", "养老驿站", quantity(30, start=6))
    assert relation(each, total) is expected


@pytest.mark.parametrize(
    ("after", "indicator", "expected"),
    [
        ("推进望津植物园建设", "望津植物园", Relation.SAME),
        ("举办植物园摄影展", "植物园摄影展", Relation.RELATED),
        ("支持望津植物园申报国家级科普基地", "望津植物园", Relation.RELATED),
    ],
)
def test_statements_without_numbers(after: str, indicator: str, expected: Relation) -> None:
    one = promise("加快望津植物园建设", "望津植物园")
    assert relation(one, promise(after, indicator)) is expected


def test_names_with_other_figures_are_not_the_same() -> None:
    one = promise("完善三级物流网络", "三级物流网络")
    assert relation(one, promise("建成三级物流网络", "三级物流网络")) is Relation.SAME
    assert relation(one, promise("完善四级物流网络", "四级物流网络")) is Relation.RELATED


def test_a_figure_hidden_in_words_counts() -> None:
    one = promise("建好12个特色园区", "特色园区", quantity(12))
    other = promise("提升检测服务等12个特色项目聚集度", "特色项目聚集度")
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("before", "after", "hedges", "expected"),
    [
        (Comparator.ABOUT, Comparator.AT_LEAST, ("", ""), Wording.TIGHTENED),
        (Comparator.EQUAL, Comparator.EQUAL, ("", "力争"), Wording.LOOSENED),
        (Comparator.AT_MOST, Comparator.AT_LEAST, ("", ""), Wording.UNCHANGED),
        (Comparator.ABOUT, Comparator.ABOUT, ("争取", ""), Wording.TIGHTENED),
    ],
)
def test_wording(
    before: Comparator, after: Comparator, hedges: tuple[str, str], expected: Wording
) -> None:
    a = promise("x", "x", quantity(5, comparator=before), hedge=hedges[0])
    b = promise("x", "x", quantity(5, comparator=after), hedge=hedges[1])
    assert change_of_wording(a, b) is expected


def test_the_best_assignment_wins_unless_a_promise_is_repeated() -> None:
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3)]
    probabilities = np.array([0.9, 0.5, 0.5, 0.4, 0.95, 0.9])
    assert choose(pairs, probabilities, 0.3) == [0, 3, 4, 5]
    assert choose(pairs, probabilities, 0.45) == [0, 4, 5]
    assert choose([], np.zeros(0), 0.3) == []


def test_features_have_a_column_each_and_stay_in_range() -> None:
    a = document("a", *OTHERS, promise("新增公共停车位3500个", "公共停车位", quantity(3500)))
    left = texts(a, Stance.TARGET)
    pairs = [(i, j) for i in range(5) for j in range(5)]
    table = features(left, left, pairs)
    assert table.shape == (25, len(FEATURES))
    assert np.isfinite(table).all()
    assert table.min() >= 0
    assert table.max() <= 1.0 + 1e-9


@pytest.mark.parametrize(
    ("other", "expected"),
    [("城镇居民人均可支配收入", 0), ("居民人均可支配收入", 0), ("居民消费价格", 1)],
)
def test_a_part_of_a_headline_indicator_is_no_other_one(other: str, expected: float) -> None:
    income = "居民人均可支配收入"
    a = document("a", promise(f"{income}快于经济增长", income, canonical=income))
    b = document("b", promise(f"{other}与经济同步", other, canonical=other))
    left, right = texts(a, Stance.TARGET), texts(b, Stance.TARGET)
    table = features(left, right, [(0, 0)])
    assert table[0, FEATURES.index("other headline indicator")] == expected


PARKING_A = promise("新增公共停车位3500个", "公共停车位", quantity(3500, start=7), action="新增")
PARKING_B = promise(
    "在居民区增设停车泊位不低于3000个", "停车泊位", quantity(3000, start=13), action="增设"
)


def test_align_links_what_belongs_together() -> None:
    (link,) = align(document("a", PARKING_A, *OTHERS[:2]), document("b", *OTHERS[2:], PARKING_B))
    assert (link.a.indicator, link.b.indicator) == ("公共停车位", "停车泊位")
    assert link.relation is Relation.LOWERED
    assert link.matched_by in NAMES
    assert link.evidence[link.matched_by] > 0
    assert set(link.evidence) <= set(NAMES)


def test_evidence_adds_up_to_the_probability() -> None:
    model = load_model()
    (link,) = align(document("a", PARKING_A, *OTHERS[:2]), document("b", PARKING_B, *OTHERS[2:]))
    odds = model.intercept + sum(link.evidence.values())
    assert link.probability == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-4)
    assert (link.band is Band.SURE) == (link.probability >= model.sure)


def test_recurrences_are_given_once_and_never_within_a_row() -> None:
    rows = [replace(PARKING_A, item="7"), *OTHERS, replace(PARKING_A, item="19")]
    extraction = document("a", *rows)
    (link,) = align(extraction, extraction)
    assert (link.a.item, link.b.item) == ("7", "19")
    same_row = document("b", replace(PARKING_A, item="7"), *OTHERS, replace(PARKING_A, item="7"))
    assert align(same_row, same_row) == ()


def test_stances_are_kept_apart() -> None:
    reported = document("a", replace(PARKING_A, stance=Stance.OUTCOME), *OTHERS[:2])
    promised = document("b", PARKING_B, *OTHERS[2:])
    assert align(reported, promised) == ()
    assert len(align(reported, promised, (Stance.OUTCOME, Stance.TARGET))) == 1


def test_ledgers_without_quotes_align() -> None:
    def ledger(extraction: Extraction) -> Extraction:
        file = replace(extraction.document, text="")
        facts = tuple(replace(c, quote="") for c in extraction.commitments if c.quantity)
        return Extraction(file, facts, facts_only=True)

    pump = promise("更新泵站8座", "泵站", quantity(8, "座", start=4), action="更新")
    a = ledger(document("a", PARKING_A, pump))
    b = ledger(document("b", replace(PARKING_B, action="增设"), pump))
    assert {link.b.indicator for link in align(a, b)} == {"停车泊位", "泵站"}


def test_nothing_to_align() -> None:
    empty = document("a")
    assert align(empty, document("b", *OTHERS)) == ()
    assert align(empty, empty) == ()


def test_the_model_survives_its_file() -> None:
    model = load_model()
    assert loads(dumps(model), "a copy") == model
    assert json.loads(dumps(model))["training"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "policydiff/model/1"}'])
def test_what_is_no_model_is_said_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"model\.json is no model"):
        load_model(path)


def test_a_missing_model_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PolicydiffError, match="cannot read the model"):
        load_model(tmp_path / "none.json")


def example(name: str) -> Example:
    a = document("a", PARKING_A, *OTHERS[:2])
    b = document("b", PARKING_B, *OTHERS[2:], *OTHERS[:1])
    (one,), (other, *_) = [[c for c in side.commitments if c.quantity] for side in (a, b)]
    return Example(name, a, b, (Known(Span(*one.where), Span(*other.where)),))


def test_training_learns_and_keeps_its_record() -> None:
    model = train([example("first"), example("second")])
    assert isinstance(model, Model)
    assert [pair["pair"] for pair in model.record["held_out"]] == ["first", "second"]
    assert all(model.weights[name] >= 0 for name in ("same number", "clause alike"))
    assert model == train([example("first"), example("second")])


def test_training_leaves_out_what_was_not_compared_or_is_open() -> None:
    whole = example("whole")
    everything = (Span(0, 10_000), Span(0, 10_000))
    assert len(prepare(whole).pairs) > 1
    assert len(prepare(replace(whole, scope=(everything,))).pairs) == len(prepare(whole).pairs)
    (known,) = whole.known
    for given in ({"scope": ((known.a, known.b),)}, {"open": (everything,)}):
        assert [bool(hit) for hit in prepare(replace(whole, **given)).hits] == [True]


def test_training_needs_two_pairs_and_links() -> None:
    with pytest.raises(PolicydiffError, match="at least two pairs"):
        train([example("first")])
    nowhere = replace(example("second"), known=(Known(Span(900, 901), Span(900, 901)),))
    with pytest.raises(PolicydiffError, match="second: none of its links"):
        train([example("first"), nowhere])


SCRIPT = """
from pathlib import Path
from policydiff.alignment import align
from policydiff.commitments.extract import extract
from policydiff.reading import read
a, b = (extract(read(Path(name))) for name in {names!r})
for link in align(a, b):
    print(link.a.id, link.b.id, link.relation, link.probability, dict(link.evidence))
"""


def test_every_hash_seed_gives_the_same_links() -> None:
    names = [str(SAMPLES / f"{name}.txt") for name in ("wangjin-2024-plan", "wangjin-2024-tasks")]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(names=names)],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("4711", "2"))
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") > 20


def test_real_recurrences_are_found(shared: Path) -> None:
    from policydiff.commitments.extract import extract
    from policydiff.reading import read

    tasks = extract(read(shared / "corpora" / "tiexi-2024-tasks.txt"))
    found = [link for link in align(tasks, tasks) if link.band is Band.SURE]
    assert sum(link.relation is Relation.SAME for link in found) >= 6
    assert ("79", "127") in {(link.a.item, link.b.item) for link in found}


def test_what_the_indicator_is_decides() -> None:
    def grows(name: str) -> Commitment:
        return promise(
            f"{name}增长9%左右",
            name,
            quantity(9, "%", GROWTH, start=len(name) + 2),
            action="增长",
            canonical=name,
        )

    services, industry = grows("服务业增加值"), grows("规模以上工业增加值")
    links = align(document("a", industry, *OTHERS[:2]), document("b", services, *OTHERS[2:]))
    assert links == ()
    both = align(
        document("a", services, industry, *OTHERS[:2]),
        document("b", industry, services, *OTHERS[2:]),
    )
    assert all(link.a.canonical == link.b.canonical for link in both)
    assert len(both) == 2
