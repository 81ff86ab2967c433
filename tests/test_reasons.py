"""What keeps two numbers from being called raised or lowered. All places are invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drafts import Draft

from policydiff.alignment.aligner import align
from policydiff.alignment.link import Reason, Relation
from policydiff.alignment.names import ambiguous, bare, common, name
from policydiff.alignment.relation import Setting, judged
from policydiff.commitments.extract import extract
from policydiff.commitments.model import Basis, Commitment, Measure
from policydiff.commitments.vocabulary import canonical
from policydiff.reading import read
from policydiff.reading.places import Level, levels, on_other_levels, place_of

RAISED, LOWERED, SAME, REFRAMED = (
    Relation.RAISED,
    Relation.LOWERED,
    Relation.SAME,
    Relation.REFRAMED,
)
SHARE = {"kind": Measure.SHARE}
GROWTH = {"kind": Measure.GROWTH}
NATION = Setting(levels=True)
SEVERAL = Setting(ambiguous=True)
PLAN = Setting(long=(True, False))

Said = tuple[str, str, str, float, str]


def said(words: Said, **quantity: object) -> Commitment:
    quote, indicator, number, value, unit = words
    return Draft("a").add(quote, indicator, number, value, unit, quantity=quantity)


@pytest.mark.parametrize(
    ("a", "b", "relation", "reason"),
    [
        # counts of what many things are called
        (
            ("推动松湖储能等8个重点项目开工", "重点项目", "8个", 8, "个"),
            ("推动云溪药谷等30个重点项目建设", "重点项目", "30个", 30, "个"),
            REFRAMED,
            Reason.NAME,
        ),
        (
            ("推动30个重点项目开工", "重点项目", "30个", 30, "个"),
            ("推动40个重点项目开工", "重点项目", "40个", 40, "个"),
            RAISED,
            None,
        ),
        (
            ("服务云溪企业5家", "企业", "5家", 5, "家"),
            ("扶持外贸企业90家", "企业", "90家", 90, "家"),
            REFRAMED,
            Reason.NAME,
        ),
        (
            ("推动松湖储能等8个重点项目开工", "重点项目", "8个", 8, "个"),
            ("建设云溪药谷等8个重点项目", "重点项目", "8个", 8, "个"),
            SAME,
            None,
        ),
        (
            ("惠及松湖居民的学位900个", "学位", "900个", 900, "个"),
            ("云溪新增学位1200个", "学位", "1200个", 1200, "个"),
            RAISED,
            None,
        ),
        # shares
        (
            ("装备产值占全市比重达到30%", "装备产值占全市比重", "30%", 30, "%"),
            ("装备产值占工业产值比重达到45%", "装备产值占工业产值比重", "45%", 45, "%"),
            REFRAMED,
            Reason.WHOLE,
        ),
        (
            ("装备产值占全市比重达到30%", "装备产值占全市比重", "30%", 30, "%"),
            ("装备产值占全市比重达到45%", "装备产值占全市比重", "45%", 45, "%"),
            RAISED,
            None,
        ),
        # other measures
        (
            ("打造渔场8个", "渔场", "8个", 8, "个"),
            ("渔场面积9亩", "渔场", "9亩", 9, "亩"),
            REFRAMED,
            Reason.MEASURE,
        ),
        (
            ("每个街道建设食堂2个", "食堂", "2个", 2, "个"),
            ("建设食堂30个", "食堂", "30个", 30, "个"),
            REFRAMED,
            Reason.EACH,
        ),
        (
            ("打造渔场8个", "渔场", "8个", 8, "个"),
            ("打造智能渔场9个", "智能渔场", "9个", 9, "个"),
            REFRAMED,
            Reason.INDICATOR,
        ),
    ],
)
def test_what_compares_and_why_not(
    a: Said, b: Said, relation: Relation, reason: Reason | None
) -> None:
    kind = SHARE if a[-1] == "%" else {}
    assert judged(said(a, **kind), said(b, **kind), Setting()) == (relation, reason)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("装备产值占全市比重", "装备产值占全国比重", Reason.WHOLE),
        ("装备产值占工业产值比重", "装备产值占规上工业总产值的比重", None),
        ("装备产值占工业比重", "装备产值占GDP比重", Reason.WHOLE),
        ("装备产值占地区生产总值比重", "装备产值占GDP比重", None),
        ("战略性新兴产业增加值占GDP比重", "战略性新兴产业增加值占规上工业增加值比重", Reason.WHOLE),
        ("战略性新兴产业增加值占比", "战略性新兴产业增加值占规上工业增加值比重", None),
        ("战略性新兴产业增加值占GDP比重", "战略性新兴产业增加值占国内生产总值的比重", None),
        ("非化石能源占一次能源消费比重", "非化石能源占能源消费总量比重", None),
    ],
)
def test_shares_of_another_whole_do_not_compare_even_under_one_standard_name(
    one: str, other: str, reason: Reason | None
) -> None:
    for value, relation in ((30, SAME), (45, RAISED)):
        a, b = (
            replace(
                said((f"{name}达到{share}%", name, f"{share}%", share, "%"), **SHARE),
                canonical=canonical(name),
            )
            for name, share in ((one, 30), (other, value))
        )
        assert judged(a, b, Setting()) == (REFRAMED if reason else relation, reason)


@pytest.mark.parametrize(
    ("words", "more", "quantity", "setting", "relation", "reason"),
    [
        (("新增就业", "新增就业", "人"), 12e6, {}, NATION, REFRAMED, Reason.LEVEL),
        (("新增就业", "新增就业", "人"), 12e6, {}, Setting(), RAISED, None),
        (("粮食产量", "粮食产量", "斤"), 12e6, {}, NATION, REFRAMED, Reason.LEVEL),
        (("生产总值增长", "生产总值", "%"), 9, GROWTH, NATION, RAISED, None),
        (("入园率", "入园率", "%"), 9, SHARE, NATION, RAISED, None),
        (("人均可支配收入", "居民人均可支配收入", "元"), 60000, {}, NATION, RAISED, None),
        (("补助标准", "医保财政补助标准", "元"), 60000, {}, NATION, RAISED, None),
        (("高标准农田", "高标准农田", "亩"), 60000, {}, NATION, REFRAMED, Reason.LEVEL),
        (("办理时限", "办理时限", "天"), 9, {}, NATION, RAISED, None),
        (("能耗", "单位产值能耗", "千克/元"), 9, {}, NATION, RAISED, None),
        (("建成车位", "车位", "个"), 900, {}, SEVERAL, RAISED, None),
        (("建成车位", "车位", "个"), 900, {}, PLAN, REFRAMED, Reason.PERIOD),
    ],
)
def test_other_levels_periods_and_names(
    words: tuple[str, str, str],
    more: float,
    quantity: dict[str, Measure],
    setting: Setting,
    relation: Relation,
    reason: Reason | None,
) -> None:
    quote, indicator, unit = words
    a, b = (
        said(
            (f"{quote}{value:.0f}{unit}", indicator, f"{value:.0f}{unit}", value, unit), **quantity
        )
        for value in (5, more)
    )
    assert judged(a, b, setting) == (relation, reason)


def test_without_the_clause_a_name_that_bears_several_counts_does_not_say_which() -> None:
    one, other = (
        replace(said(("车位5个", indicator, "5个", value, "个")), quote="")
        for indicator, value in (("公共车位", 300), ("车位", 700))
    )
    assert judged(one, other, Setting()) == (RAISED, None)
    assert judged(one, other, SEVERAL) == (REFRAMED, Reason.NAME)
    one, other = (replace(c, action="签约") for c in (one, other))
    assert judged(one, other, SEVERAL) == (RAISED, None)
    assert judged(one, replace(other, action="新签约"), SEVERAL) == (RAISED, None)
    assert judged(one, replace(other, action="落地"), SEVERAL) == (REFRAMED, Reason.NAME)
    assert judged(one, other, Setting(ambiguous=True, alike=True)) == (REFRAMED, Reason.NAME)


@pytest.mark.parametrize(
    ("one", "other", "relation", "reason"),
    [
        ("新增床位300张", "规划新增床位700张", REFRAMED, Reason.NAME),
        ("新增床位300张", "新增床位300张", SAME, None),
        ("为敬老院新增床位300张", "为医院新增床位700张", REFRAMED, Reason.NAME),
        ("在松湖敬老院新增床位300张", "在云溪敬老院新增床位700张", RAISED, None),
    ],
)
def test_of_several_counts_of_one_deed_the_rest_of_the_clause_says_which(
    one: str, other: str, relation: Relation, reason: Reason | None
) -> None:
    a, b = (
        replace(said((quote, "床位", quote[-4:], float(quote[-4:-1]), "张")), action="新增")
        for quote in (one, other)
    )
    assert judged(a, b, Setting(ambiguous=True)) == (SAME if relation is SAME else RAISED, None)
    assert judged(a, b, Setting(ambiguous=True, alike=True)) == (relation, reason)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("新建小学1所，新增学位360个。", "新建小学4所，新增学位3990个。", RAISED),
        ("新建幼儿园1所，新增学位360个。", "扩建小学4所，新增学位3990个。", REFRAMED),
    ],
)
def test_what_a_count_follows_upon_says_which_it_is(
    earlier: str, later: str, expected: Relation, tmp_path: Path
) -> None:
    reports = []
    for year, words in ((2031, earlier), (2032, f"新建托育园2所，新增学位75个；{later}")):
        path = tmp_path / f"{year}.txt"
        path.write_text(
            f"望津区{year}年政府工作报告\n一、{year}年主要任务\n{words}\n", encoding="utf-8"
        )
        reports.append(extract(read(path)))
    told = {
        link.b.quantity.text: link.relation for link in align(*reports) if "学位" in link.a.words
    }
    assert told["3990个"] is expected


def test_an_increment_is_no_total() -> None:
    words = ("车位5个", "车位", "5个", 5, "个")
    one, other = said(words, basis=Basis.INCREMENT), said(words, basis=Basis.TOTAL)
    assert judged(one, other, Setting()) == (REFRAMED, Reason.BASIS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("云溪补贴增加到30亿元", "云溪补贴安排70亿元", RAISED),
        ("云溪平均受教育年限11年", "云溪平均受教育年限提高到12年", RAISED),
        ("云溪养老补助标准提高5元", "云溪养老补助标准提高到80元", REFRAMED),
        ("累计建成公园30个", "建成公园40个", REFRAMED),
        ("全年累计建成公园30个", "建成公园40个", RAISED),
        ("累计建成公园30个", "公园达到40个", RAISED),
        ("云溪财政预算赤字30亿元", "云溪财政赤字40亿元", RAISED),
        ("云溪扶贫专项资金30亿元", "云溪扶贫资金40亿元", RAISED),
    ],
)
def test_running_totals_levels_and_names_of_money(
    one: str, other: str, expected: Relation, tmp_path: Path
) -> None:
    a, b = (_only(tmp_path, 2031 + n, words) for n, words in enumerate((one, other)))
    assert judged(a, b, Setting())[0] is expected


def test_growth_of_the_economy_is_that_of_the_domestic_product(tmp_path: Path) -> None:
    a, b = _only(tmp_path, 2031, "经济增长5%左右"), _only(tmp_path, 2032, "地区生产总值增长6%")
    assert judged(a, b, Setting()) == (RAISED, None)


def _only(folder: Path, year: int, words: str) -> Commitment:
    path = folder / f"{year}.txt"
    path.write_text(
        f"望津区{year}年政府工作报告\n一、{year}年主要任务\n{words}。\n", encoding="utf-8"
    )
    (one,) = extract(read(path)).commitments
    return one


def test_names_that_bear_several_counts_in_one_document() -> None:
    draft = Draft("a")
    first = draft.add("谋划亿元以上项目500个", "亿元以上项目", "500个", 500)
    draft.add("签约亿元以上项目350个", "亿元以上项目", "350个", 350)
    parking = draft.add("新增车位300个", "车位", "300个", 300)
    draft.add("再说新增公共车位300个", "公共车位", "300个", 300)
    draft.add("车位产值增长7%", "车位", "7%", 7, "%", quantity=GROWTH)
    names = ambiguous(draft.extraction())
    assert name(first) in names
    assert name(first, "谋划") not in names
    assert name(parking) not in names
    draft.add("谋划亿元以上项目20个", "亿元以上项目", "20个", 20, action="谋划")
    draft.add("谋划亿元以上项目30个", "亿元以上项目", "30个", 30, action="谋划")
    assert name(first, "谋划") in ambiguous(draft.extraction())


@pytest.mark.parametrize(
    ("indicator", "number", "unit", "expected"),
    [
        ("项目", "8个", "个", True),
        ("重大项目", "8个", "个", True),
        ("企业", "8家", "家", True),
        ("平台", "8个", "个", True),
        ("亿元以上项目", "8个", "个", False),
        ("老旧小区", "8个", "个", False),
        ("公共停车位", "8个", "个", False),
        ("企业", "8亿元", "元", False),
    ],
)
def test_names_so_general_that_many_things_bear_them(
    indicator: str, number: str, unit: str, expected: bool
) -> None:
    assert common(said((indicator + number, indicator, number, 8, unit))) is expected


def test_a_bare_name_has_lost_its_modifiers() -> None:
    assert bare("重点项目总数") == "项目"


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("国务院", {Level.NATION}),
        ("国家发展和改革委员会", {Level.NATION}),
        ("云山省人民政府", {Level.PROVINCE}),
        ("云山自治区人民政府", {Level.PROVINCE}),
        ("重庆市人民政府", {Level.PROVINCE}),
        ("重庆市云溪区人民政府", {Level.DISTRICT}),
        ("青石市人民政府", {Level.CITY, Level.DISTRICT}),
        ("青石市松湖市人民政府", {Level.DISTRICT}),
        ("青石自治州人民政府", {Level.CITY}),
        ("青石市云溪区发展和改革局", {Level.DISTRICT}),
        ("松湖县人民政府", {Level.DISTRICT}),
        ("云溪区松湖镇人民政府", {Level.TOWNSHIP}),
        ("发展和改革局", set()),
        ("", set()),
    ],
)
def test_the_levels_of_a_publisher(publisher: str, expected: set[Level]) -> None:
    assert levels(publisher) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("国务院", "青石市云溪区人民政府", True),
        ("国务院", "云山省人民政府", True),
        ("云山省人民政府", "青石市人民政府", True),
        ("青石市人民政府", "青石市云溪区人民政府", True),
        ("青石市人民政府", "白沙市云溪区人民政府", False),
        ("青石市云溪区人民政府", "青石市松湖区人民政府", False),
        ("青石市云溪区人民政府", "青石市云溪区发展和改革局", False),
        ("国务院", "国家发展和改革委员会", False),
        ("国务院", "", False),
    ],
)
def test_whether_two_publishers_are_on_other_levels(one: str, other: str, expected: bool) -> None:
    assert on_other_levels(one, other) is expected
    assert on_other_levels(other, one) is expected


@pytest.mark.parametrize(
    ("publisher", "place"),
    [("白州市云溪区人民政府", "白州市云溪区"), ("松镇市人民政府", "松镇市")],
)
def test_a_city_named_after_a_prefecture_or_town(publisher: str, place: str) -> None:
    assert place_of(publisher) == place
