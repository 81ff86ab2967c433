from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafts import Draft, link

import policydiff
from policydiff.alignment.link import Band, Decision, Link, Relation, Verdict
from policydiff.commitments.model import Basis, Extraction, Measure
from policydiff.decisions import Review, Ruling, anchor, source
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Kind, Stance
from policydiff.report.trace import total_words, trace_text
from policydiff.threads import Presence, Total, Trace, follow, over_years, place_of, time_of

INCREMENT = {"basis": Basis.INCREMENT}
GROWTH = {"kind": Measure.GROWTH}


def linking(*links: Link) -> Callable[..., Iterable[Any]]:
    """A ``map`` that finds these links and no others."""

    def apply(_: object, left: Sequence[Extraction], right: Sequence[Extraction]) -> Iterable[Any]:
        return [
            tuple(k for k in links if k.a in a.commitments and k.b in b.commitments)
            for a, b in zip(left, right, strict=True)
        ]

    return apply


def yearly(year: int) -> Draft:
    """An empty report of an invented district."""
    title = f"青石区{year}年政府工作报告"
    return Draft(f"qingshi-{year}", title, year, text=f"{title}\n")


def test_a_thread_holds_stations_with_the_change_at_each_step() -> None:
    reports = [yearly(year) for year in (2021, 2022, 2023)]
    spaces = [
        report.add(f"新增公共停车位{n}个", "公共停车位", f"{n}个", n, quantity=INCREMENT)
        for report, n in zip(reports, (2000, 3000, 2500), strict=True)
    ]
    found = linking(
        link(spaces[0], spaces[1], Relation.RAISED), link(spaces[1], spaces[2], Relation.LOWERED)
    )
    trace = follow([report.extraction() for report in reversed(reports)], mapping=found)
    assert [document.year for document in trace.documents] == [2021, 2022, 2023]
    (thread,) = trace.threads
    assert thread.indicator == "公共停车位"
    assert [s.change for s in thread.stations] == [None, Relation.RAISED, Relation.LOWERED]
    assert [s.since for s in thread.stations] == [None, 0, 1]
    (total,) = thread.totals
    assert (total.value, total.years, total.unclear) == (7500, (2021, 2022, 2023), ())


def test_silence_doubt_and_a_missing_document_are_three_things() -> None:
    reports = [yearly(year) for year in (2018, 2020, 2021, 2022)]
    first = reports[0].add("新建口袋公园5座", "口袋公园", "5座", 5, "座")
    reports[1].add("新建图书馆2座", "图书馆", "2座", 2, "座")
    green = reports[2].add("新建街心绿地4处", "街心绿地", "4处", 4, "处")
    last = reports[3].add("新建口袋公园6座", "口袋公园", "6座", 6, "座")
    maybe = link(first, green, Relation.REFRAMED, 0.4, Band.POSSIBLE)
    trace = follow(
        [report.extraction() for report in reports],
        mapping=linking(maybe, link(first, last, Relation.RAISED)),
    )
    thread = trace.threads[0]
    assert thread.documents == (0, 3)
    assert [(gap.document, gap.presence) for gap in thread.gaps] == [
        (1, Presence.NOT_RESTATED),
        (2, Presence.UNDETERMINED),
    ]
    assert trace.missing_years == {"青石区": (2019,)}
    assert [moment.time for moment in trace.course(thread)] == [2018, 2019, 2020, 2021, 2022]
    assert trace.course(thread)[1].entry is None


def test_outcomes_stand_beside_the_targets_of_their_year() -> None:
    old, new = yearly(2023), yearly(2024)
    promised = old.add("城镇新增就业1.6万人", "城镇新增就业", "1.6万人", 16000, "人")
    reported = new.add(
        "城镇新增就业1.7万人",
        "城镇新增就业",
        "1.7万人",
        17000,
        "人",
        stance=Stance.OUTCOME,
        year=2023,
    )
    pair = link(promised, reported, Relation.RAISED)
    (thread,) = follow([old.extraction(), new.extraction()], mapping=linking(pair)).threads
    (answer,) = thread.answers
    assert answer.year == 2023
    assert [s.commitment for s in answer.promised] == [promised]
    assert [s.commitment for s in answer.reported] == [reported]
    assert thread.stations[1].change is None, "a report is no change of a promise"


def test_a_stock_is_never_added_to_increments() -> None:
    reports = [yearly(year) for year in (2021, 2022, 2023)]
    quantities: list[dict[str, Any]] = [INCREMENT, {"basis": Basis.TOTAL}, INCREMENT]
    stated = [
        report.add(f"公共停车位{n}个", "公共停车位", f"{n}个", n, quantity=quantity)
        for report, n, quantity in zip(reports, (2000, 90000, 2500), quantities, strict=True)
    ]
    links = [
        link(stated[0], stated[1], Relation.REFRAMED),
        link(stated[1], stated[2], Relation.REFRAMED),
    ]
    (thread,) = follow([r.extraction() for r in reports], mapping=linking(*links)).threads
    assert [total.value for total in thread.totals] == [4500]
    assert [s.change for s in thread.stations] == [None, Relation.REFRAMED, Relation.RAISED]
    assert thread.stations[2].since == 0


def test_a_year_with_two_increments_is_left_out_of_the_total() -> None:
    reports = [yearly(year) for year in (2021, 2022, 2023)]
    for report, numbers in zip(reports, ((10,), (20, 60), (30,)), strict=True):
        for n in numbers:
            report.add(
                f"城镇新增就业{n}人",
                "城镇新增就业",
                f"{n}人",
                n,
                "人",
                quantity=INCREMENT,
                canonical="城镇新增就业",
            )
    (thread,) = follow([r.extraction() for r in reports], mapping=linking()).threads
    (total,) = thread.totals
    assert (total.value, total.years, total.unclear) == (40, (2021, 2023), (2022,))


def test_a_headline_indicator_is_found_again_after_a_long_silence() -> None:
    reports = [yearly(year) for year in range(2015, 2024)]
    ends = {2015: 6.0, 2023: 5.0}
    for report in reports:
        report.add("继续努力", "工作作风")
        if report.year in ends:
            report.add(
                "地区生产总值增长6%" if report.year == 2015 else "国内生产总值增长5%",
                "地区生产总值" if report.year == 2015 else "国内生产总值",
                "6%" if report.year == 2015 else "5%",
                ends[report.year],
                "%",
                quantity=GROWTH,
                canonical="地区生产总值",
            )
    trace = follow([r.extraction() for r in reports], figures=True, mapping=linking())
    (thread,) = trace.threads
    assert [s.change for s in thread.stations] == [None, Relation.LOWERED]
    assert len(thread.gaps) == 7


def test_a_chain_of_links_does_not_drift_to_other_things() -> None:
    reports = [yearly(year) for year in (2021, 2022, 2023)]
    names = ("老旧小区改造项目", "老旧厂区改造项目", "产业园区招商项目")
    items = [
        report.add(f"实施{name}5个", name, "5个", 5)
        for report, name in zip(reports, names, strict=True)
    ]
    links = [link(items[0], items[1]), link(items[1], items[2])]
    trace = follow([r.extraction() for r in reports], mapping=linking(*links))
    assert [len(thread.stations) for thread in trace.threads] == [2, 1]


def test_two_headline_indicators_never_share_a_thread() -> None:
    old, new = yearly(2022), yearly(2023)
    a = old.add("工业增加值增长5%", "工业增加值", "5%", 5, "%", quantity=GROWTH, canonical="甲")
    b = new.add("工业增加值增长6%", "工业增加值", "6%", 6, "%", quantity=GROWTH, canonical="乙")
    trace = follow([old.extraction(), new.extraction()], mapping=linking(link(a, b)))
    assert len(trace.threads) == 2


def test_possible_and_related_links_continue_no_thread() -> None:
    old, new = yearly(2022), yearly(2023)
    a = old.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    b = new.add("新建图书馆3座", "图书馆", "3座", 3, "座")
    for one in (link(a, b, Relation.RAISED, 0.4, Band.POSSIBLE), link(a, b, Relation.RELATED)):
        trace = follow([old.extraction(), new.extraction()], mapping=linking(one))
        assert len(trace.threads) == 2


def test_a_decision_of_a_reader_ties_what_names_would_keep_apart() -> None:
    old, new = yearly(2022), yearly(2023)
    a = old.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    b = new.add("新建阅读空间3处", "阅读空间", "3处", 3, "处")
    one, other = old.extraction(), new.extraction()
    ruling = Ruling(
        Decision(Verdict.ADDED, "读者", "2024-05-01T00:00:00Z", "更名"),
        Relation.REFRAMED,
        anchor(a, one.document.text),
        anchor(b, other.document.text),
    )
    review = Review(source(one), source(other), (ruling,))
    assert len(follow([one, other], mapping=linking()).threads) == 2
    (thread,) = follow([one, other], decisions=[review], mapping=linking()).threads
    assert thread.stations[1].link is not None
    assert thread.stations[1].link.decided == ruling.decision


def test_places_have_threads_of_their_own() -> None:
    ours, theirs = yearly(2023), yearly(2024)
    for report in (ours, theirs):
        report.add(
            "城镇新增就业5000人",
            "城镇新增就业",
            "5000人",
            5000,
            "人",
            canonical="城镇新增就业",
        )
    neighbour = theirs.extraction()
    neighbour = replace(neighbour, document=replace(neighbour.document, publisher="云溪区人民政府"))
    trace = follow([ours.extraction(), neighbour], mapping=linking())
    assert [thread.place for thread in trace.threads] == ["青石区", "云溪区"]
    assert all(not thread.gaps for thread in trace.threads)


def test_recurrences_inside_one_document() -> None:
    report = yearly(2024)
    places = [
        report.add("新增公共停车位3500个", "公共停车位", "3500个", 3500, item=item)
        for item in ("7", "19")
    ]
    (thread,) = follow([report.extraction()], mapping=linking(link(places[0], places[1]))).threads
    assert [[s.commitment.item for s in found] for found in thread.recurrences] == [["7", "19"]]
    assert thread.documents == (0,)


def test_a_document_given_twice_counts_once_and_one_without_a_year_is_refused() -> None:
    report = yearly(2024)
    report.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    extraction = report.extraction()
    assert len(follow([extraction, extraction], mapping=linking()).documents) == 1
    undated = replace(extraction, document=replace(extraction.document, year=None))
    with pytest.raises(PolicydiffError, match="--year FILE=YEAR"):
        follow([undated], mapping=linking())


def test_a_five_year_plan_stands_at_the_first_of_its_years() -> None:
    plan = Draft("plan", year=2025, kind=Kind.FIVE_YEAR_PLAN).extraction().document
    assert time_of(plan) == 2021
    assert time_of(yearly(2024).extraction().document) == 2024


@pytest.mark.parametrize(
    ("publisher", "place"),
    [
        ("青石市云溪区人民政府", "青石市云溪区"),
        ("青石市云溪区发展和改革局", "青石市云溪区"),
        ("云山省住房和城乡建设厅", "云山省"),
        ("青石市城市管理局", "青石市"),
        ("云山自治区青石市人民政府办公厅", "云山自治区青石市"),
        ("国务院", "国务院"),
        ("", ""),
    ],
)
def test_the_place_a_publisher_speaks_for(publisher: str, place: str) -> None:
    assert place_of(publisher) == place


@pytest.mark.parametrize(
    ("sentence", "heading", "over"),
    [
        ("城镇新增就业5000人", "一、主要任务", False),
        ("五年累计城镇新增就业5000人", "一、主要任务", True),
        ("年均城镇新增就业5000人", "一、主要任务", True),
        ("今后五年，城镇新增就业5000人", "一、主要任务", True),
        ("城镇新增就业5000人", "一、过去五年工作回顾", True),
        ("2023年，城镇新增就业5000人", "一、过去五年工作回顾", False),
        ("2023年比2018年城镇新增就业5000人", "一、过去五年工作回顾", True),
        ("与2018年相比，城镇新增就业5000人", "一、主要任务", True),
        ("比2023年多，城镇新增就业5000人", "一、主要任务", False),
        ("实现连续6年增长，城镇新增就业5000人", "一、主要任务", False),
        ("落实三年行动计划，城镇新增就业5000人", "一、主要任务", False),
        ("2023年收官。过去五年，成绩很大。城镇新增就业5000人", "一、主要任务", True),
        ("刚刚过去的2023年，开局良好。城镇新增就业5000人", "一、过去五年工作回顾", False),
    ],
)
def test_figures_over_several_years(sentence: str, heading: str, over: bool) -> None:
    report = yearly(2024)
    commitment = report.add(
        sentence, "城镇新增就业", "5000人", 5000, "人", quantity=INCREMENT, section=(heading,)
    )
    assert over_years(commitment, report.extraction().document) is over


def test_an_average_is_not_set_against_a_sum() -> None:
    reports = [yearly(year) for year in (2018, 2023)]
    for report, words, n in zip(reports, ("五年累计", "五年来年均"), (50000, 9000), strict=True):
        report.add(
            f"{words}城镇新增就业{n}人",
            "城镇新增就业",
            f"{n}人",
            n,
            "人",
            stance=Stance.OUTCOME,
            quantity=INCREMENT,
            canonical="城镇新增就业",
        )
    (thread,) = follow([r.extraction() for r in reports], mapping=linking()).threads
    assert [(s.over_years, s.averaged) for s in thread.stations] == [(True, False), (True, True)]
    assert thread.stations[1].change is None


def test_a_cumulative_figure_is_not_set_against_a_yearly_one() -> None:
    reports = [yearly(year) for year in (2021, 2022)]
    for report, words, n in zip(reports, ("", "累计"), (300, 900), strict=True):
        report.add(f"引进外资{words}{n}万元", "外资", f"{n}万元", n * 1e4, "元", canonical="外资")
    (thread,) = follow([r.extraction() for r in reports], mapping=linking()).threads
    assert thread.stations[1].change is None


def test_a_change_against_one_of_several_figures_says_so() -> None:
    old, new = yearly(2021), yearly(2022)
    for report, numbers in ((old, (300, 200)), (new, (400,))):
        for n in numbers:
            report.add(f"旅游收入{n}万元", "旅游收入", f"{n}万元", n * 1e4, "元", canonical="甲")
    trace = follow([old.extraction(), new.extraction()], mapping=linking())
    words = trace_text(trace, width=120)
    assert "↑ higher than in [1] (one of several figures): +100万元 (+33.3%)" in words


def test_what_a_document_repeats_is_set_against_its_first_place() -> None:
    old, new = yearly(2023), yearly(2024)
    first = old.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    again = [new.add("新建图书馆3座", "图书馆", "3座", 3, "座") for _ in range(2)]
    found = linking(*(link(first, c, Relation.RAISED) for c in again), link(*again))
    (thread,) = follow([old.extraction(), new.extraction()], mapping=found).threads
    assert [(s.change, s.since) for s in thread.stations[1:]] == [
        (Relation.RAISED, 0),
        (Relation.SAME, 1),
    ]
    words = trace_text(follow([old.extraction(), new.extraction()], mapping=found))
    assert "promised 3座  ↑ higher than in [1]: +1座 (+50%)" in words
    assert "promised 3座  = as above" in words


def test_a_level_and_its_growth_side_by_side_are_no_change_of_measure() -> None:
    old, new = yearly(2023), yearly(2024)
    pairs = [
        (
            report.add(f"旅游收入{n}亿元", "旅游收入", f"{n}亿元", n * 1e8, "元"),
            report.add("旅游收入增长5%", "旅游收入", "5%", 5, "%", quantity=GROWTH),
        )
        for report, n in ((old, 80), (new, 90))
    ]
    links = [link(a, b, Relation.REFRAMED) for a, b in pairs]
    (thread,) = follow([old.extraction()], mapping=linking(*links)).threads
    assert [s.change for s in thread.stations] == [None, None]


def test_one_silence_through_many_years_is_one_line() -> None:
    reports = [yearly(year) for year in (2018, 2019, 2020, 2023)]
    first = reports[0].add("新建图书馆2座", "图书馆", "2座", 2, "座")
    maybe = reports[3].add("新建阅读空间3处", "阅读空间", "3处", 3, "处")
    possible = link(first, maybe, Relation.REFRAMED, 0.4, Band.POSSIBLE)
    trace = follow([r.extraction() for r in reports], mapping=linking(possible))
    lines = trace_text(trace.about("图书馆"), every=True, width=120).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("图书馆"))
    assert lines[start + 3 : start + 6] == [
        "  2019–2020 [2]–[3]  not restated",
        "  2021–2022  no document given",
        "  2023 [4]  undetermined 待核: perhaps “新建阅读空间3处” (40%)",
    ]


def test_a_running_total_says_which_years_it_lacks() -> None:
    years, values = (2019, 2020, 2023), (10.0, 20.0, 30.0)
    assert total_words(Total(Stance.TARGET, "个", years, values, (2022,))) == (
        "increments promised, running total: 2019 10个 → 2020 30个 → 2023 60个; "
        "without 2022 (several figures stated) and 2021 (none stated)"
    )


@pytest.mark.parametrize(
    ("quote", "indicator", "printed", "quantity", "over"),
    [
        ("五年来人均可支配收入达到3万元", "人均可支配收入", "3万元", {"unit": "元"}, False),
        ("五年来人均可支配收入年均增长5%", "人均可支配收入", "5%", GROWTH, True),
        ("五年来绿化率达到40%", "绿化率", "40%", {"kind": Measure.SHARE}, False),
    ],
)
def test_a_level_is_not_summed_up_over_years(
    quote: str, indicator: str, printed: str, quantity: dict[str, Any], over: bool
) -> None:
    report = yearly(2024)
    commitment = report.add(quote, indicator, printed, 5, quantity=quantity)
    assert over_years(commitment, report.extraction().document) is over


def test_topics_are_found_by_synonym_and_canonical_name() -> None:
    report = yearly(2024)
    report.add("新增停车泊位300个", "停车泊位", "300个", 300)
    report.add("国内生产总值增长5%", "国内生产总值", "5%", 5, "%", canonical="地区生产总值")
    report.add("新建图书馆2座", "图书馆", "2座", 2, "座")
    trace = follow([report.extraction()], mapping=linking())

    def found(topic: str) -> list[str]:
        return [thread.indicator for thread in trace.about(topic).threads]

    assert found("停车位") == found("停车") == ["停车泊位"]
    assert found("国内生产总值") == found("GDP") == ["地区生产总值"]
    assert found("图书馆") == ["图书馆"]
    report.add("推广不停车收费", "不停车收费")
    assert [t.indicator for t in follow([report.extraction()]).about("停车").threads] == [
        "停车泊位"
    ]


@pytest.fixture(scope="module")
def samples() -> Trace:
    folder = Path(__file__).parents[1] / "corpora" / "samples"
    return policydiff.trace(sorted(folder.glob("*.txt")), figures=True)


def test_samples_are_followed_within_their_districts(samples: Trace) -> None:
    assert set(samples.places) == {"望津区", "青汀区"}
    (jobs,) = [t for t in samples.about("城镇新增就业").threads if t.place == "望津区"]
    assert len(jobs.documents) == 3
    everything = [s.commitment for thread in samples.threads for s in thread.stations]
    assert len(everything) == sum(len(e.commitments) for e in samples.extractions)


def test_workers_and_order_change_nothing(samples: Trace) -> None:
    folder = Path(__file__).parents[1] / "corpora" / "samples"
    paths = sorted(folder.glob("*.txt"), reverse=True)
    assert policydiff.trace(paths, figures=True, workers=2).to_dict() == samples.to_dict()


def test_parking_spaces_of_the_real_documents(shared: Path) -> None:
    names = ("tiexi-2014-report", "tiexi-2024-plan", "tiexi-2024-tasks", "shenhe-2024-tasks")
    paths = [shared / "corpora" / f"{name}.txt" for name in names]
    trace = policydiff.trace(paths, figures=True).about("停车位")
    ours, theirs = (
        [t for t in trace.threads if ("铁西" in t.place) is here] for here in (True, False)
    )
    stations = [s for thread in ours for s in thread.stations if s.commitment.quantity]
    values = {
        (s.commitment.stance, s.commitment.year, s.commitment.quantity.value)
        for s in stations
        if s.commitment.quantity
    }
    assert values == {(Stance.OUTCOME, 2023, 16000), (Stance.TARGET, 2024, 3500)}
    assert {s.commitment.item for s in stations if s.document == 3} == {"79", "127"}
    assert [s.commitment.quantity.value for t in theirs for s in t.stations] == [1300]  # type: ignore[union-attr]
