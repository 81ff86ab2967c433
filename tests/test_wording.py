from __future__ import annotations

import re

import pytest

from policydiff.commitments.baselines import is_baseline
from policydiff.commitments.hedges import hedge_of
from policydiff.commitments.periods import Period, turn, year_due
from policydiff.commitments.planned import of_plan
from policydiff.commitments.tense_words import intends, stance_of
from policydiff.commitments.wording import Sentence, of_year
from policydiff.commitments.years import Tense, named_year, years_in
from policydiff.reading.document import Document, Kind, Stance

REPORT = Tense(Kind.WORK_REPORT, 2024, 2023)
PLAN = Tense(Kind.FIVE_YEAR_PLAN, 2025, 2020)
ON_A_PLAN = Tense(Kind.PLAN_REPORT, 2030, 2025)
HALF_YEAR = Tense(Kind.PLAN_REPORT, 2024, 2024)


@pytest.mark.parametrize(
    ("sentence", "at", "expected"),
    [
        ("到2025年，产值达到8亿元", "8亿元", 2025),
        ("自2022年起，每年培训500人", "500人", 2022),
        ("“十四五”时期新建学校8所", "8所", 2025),
        ("“十三五”末达到7%", "7%", 2020),
        ("二〇三五年远景目标是8万元", "8万元", 2035),
        ("一九八二年达到三亿元", "三亿元", 1982),
        ("１９９４年增长８％", "８％", 1994),
        ("今年新增就业3万人", "3万人", 2024),
        ("用三年时间，培育企业50家", "50家", 2026),
        ("在提质的基础上年均增长7%", "7%", None),
        ("2019年以来，引进设备40套", "40套", None),
        ("去年完成2亿元", "2亿元", 2023),
        ("后年建桥8座", "8座", 2026),
        ("投产后年产值达到8亿元", "8亿元", None),
        ("比2020年增长8%", "8%", None),
        ("比去年增长8%", "8%", None),
        ("与上年度相比进位3位", "3位", None),
        ("不低于我县上年度人均收入的60%", "60%", None),
        ("落实《规划（2020—2035年）》，建设3个中心", "3个", None),
        ("由2015年的1个增加到2020年的41个", "1个", 2015),
        ("由2015年的1个增加到41个", "41个", None),
        ("由2015年  的 1 个增加到 41 个", "41 个", None),
        ("2021—2025年建设5座桥", "5座", 2025),
        ("今后五年建设5座桥", "5座", 2028),
        ("未来3年建设5座桥", "5座", 2026),
        ("产值是2015年到2020年五年的总和，税收3亿元", "3亿元", None),
        ("客流8万人次，为2019年的3倍", "3倍", None),
        ("比“八五”时期增长8%", "8%", None),
        ("第七个五年计划期间建桥8座", "8座", 1990),
        ("编制“十六五”规划，建桥8座", "8座", None),
        ("“二五”时期修渠8条", "8条", 1962),
        ("到二〇一五，修渠8条", "8条", None),
        ("像“二五”时期修渠那样，修渠8条", "8条", None),
        ("于2027年底前建桥8座", "8座", 2027),
        ("高于2027年的水平，建桥8座", "8座", None),
        ("同建县的2002年相比，产值增长8%", "8%", None),
        ("比历史最好的2002年增产8吨", "8吨", None),
        ("按2020年可比价格计算，增长8%", "8%", None),
        ("在2015到2020年年均增长7%的基础上，增长8%", "8%", None),
        ("按上年实际数核减8%", "8%", None),
        ("保持去年的水平，建桥8座", "8座", None),
        ("为上年的98%", "98%", None),
        ("是“十三五”期末的2倍", "2倍", None),
        ("三年内建桥8座", "8座", 2026),
        ("十年内乱之后建桥8座", "8座", None),
        ("三年行动中建桥8座", "8座", None),
        ("三年安排8亿元", "8亿元", 2026),
        ("五年新建桥8座", "8座", 2025),
        ("“十五五”前三年建桥8座", "8座", 2028),
        ("“十五五”后两年建桥8座", "8座", 2030),
        ("今明两年建桥8座", "8座", 2025),
        ("今冬明春建桥8座", "8座", 2025),
        ("近几年要建桥8座", "8座", None),
        ("今后两三年建桥8座", "8座", 2026),
    ],
)
def test_years_are_read_from_the_sentence(sentence: str, at: str, expected: int | None) -> None:
    named = named_year(sentence.index(at), years_in(sentence, REPORT, Stance.TARGET))
    assert (named.year if named else None) == expected


@pytest.mark.parametrize(
    ("tense", "words", "expected"),
    [
        (REPORT, "今后五年", 2028),
        (PLAN, "今后三年", 2023),
        (ON_A_PLAN, "今后五年", 2030),
        (ON_A_PLAN, "明后年", 2028),
        (ON_A_PLAN, "今年", 2026),
        (ON_A_PLAN, "去年", 2025),
        (HALF_YEAR, "今年", 2024),
        (HALF_YEAR, "去年", 2023),
        (HALF_YEAR, "明年", 2025),
    ],
)
def test_years_are_counted_from_the_first_planned(tense: Tense, words: str, expected: int) -> None:
    (named,) = years_in(words + "造船8艘", tense, Stance.TARGET)
    assert named.year == expected


@pytest.mark.parametrize(
    ("title", "kind", "year", "reported"),
    [
        ("甲县政府工作报告", Kind.WORK_REPORT, 2030, 2029),
        ("甲县国民经济和社会发展第十五个五年规划纲要", Kind.FIVE_YEAR_PLAN, 2030, 2025),
        ("关于甲县第十五个五年计划的报告", Kind.PLAN_REPORT, 2030, 2025),
        ("关于甲县2030年计划草案的报告", Kind.PLAN_REPORT, 2030, 2029),
        ("关于甲县2030年上半年计划执行情况的报告", Kind.PLAN_REPORT, 2030, 2030),
        ("甲县2030年前三季度经济运行情况", Kind.OTHER, 2030, 2030),
        ("甲县2030年上半年工作要点", Kind.OTHER, 2030, 2029),
    ],
)
def test_a_title_says_which_year_is_reported_on(
    title: str, kind: Kind, year: int, reported: int
) -> None:
    assert Tense.of(titled(title, kind, year)) == Tense(kind, year, reported)


def titled(title: str, kind: Kind, year: int) -> Document:
    return Document(
        id="t",
        path="t.txt",
        sha256="",
        title=title,
        publisher="",
        year=year,
        kind=kind,
        encoding="utf-8",
        characters=0,
        text="",
        blocks=(),
    )


BOTH = ("二、“十三五”工作回顾和“十四五”目标任务",)
IN_2021 = Tense(Kind.WORK_REPORT, 2021, 2020)
TO_COME = Period(Stance.TARGET, 2025, BOTH)
GONE_BY = Period(Stance.OUTCOME, within=BOTH)


@pytest.mark.parametrize(
    ("paragraph", "headings", "before", "expected"),
    [
        ("“十三五”时期，渔业增产。", BOTH, None, GONE_BY),
        ("过去五年，渔业增产。", BOTH, None, GONE_BY),
        ("　　“十四五”时期，渔业增产。", BOTH, GONE_BY, TO_COME),
        ("今后五年，渔业增产。", BOTH, GONE_BY, TO_COME),
        ("今年，渔业增产。", BOTH, TO_COME, Period(Stance.TARGET, within=BOTH)),
        ("——渔业增产。", BOTH, TO_COME, TO_COME),
        ("比“十三五”时期增产。", BOTH, TO_COME, TO_COME),
        ("“十四五”时期，渔业增产。", ("二、渔业",), TO_COME, None),
        ("渔业增产。", (), None, None),
    ],
)
def test_paragraphs_turn_to_another_period(
    paragraph: str, headings: tuple[str, ...], before: Period | None, expected: Period | None
) -> None:
    assert turn(paragraph, headings, IN_2021, before) == expected


@pytest.mark.parametrize(
    ("headings", "tense", "expected"),
    [
        (("二、“十五五”时期主要目标", "（一）港口"), REPORT, 2030),
        (("今后五年的目标任务",), REPORT, 2028),
        (("“十三五”时期工作回顾",), REPORT, None),
        (("“十四五”时期主要目标",), PLAN, None),
        (("今后五年的目标任务",), PLAN, None),
        (("二、2024年工作安排",), REPORT, None),
    ],
)
def test_a_heading_may_set_a_year_to_come(
    headings: tuple[str, ...], tense: Tense, expected: int | None
) -> None:
    assert year_due(headings, tense) == expected


@pytest.mark.parametrize(
    ("words", "due", "expected"),
    [
        ("到2030年，建成桥梁5座", None, 2030),
        ("力争到2030年建成桥梁5座", None, 2030),
        ("建成桥梁5座，到2030年达到9座", 2027, None),
        ("建成桥梁5座", 2027, 2027),
        ("明年建成桥梁5座", None, None),
        ("2020年建成桥梁5座", None, None),
    ],
)
def test_a_time_at_the_head_governs_what_follows(
    words: str, due: int | None, expected: int | None
) -> None:
    sentence = Sentence.of(words, [(0, len(words))], Stance.TARGET, REPORT, due)
    assert sentence.governs == expected


@pytest.mark.parametrize(
    ("kind", "stance", "expected"),
    [
        (REPORT, Stance.TARGET, 2024),
        (REPORT, Stance.OUTCOME, 2023),
        (PLAN, Stance.TARGET, 2025),
        (PLAN, Stance.OUTCOME, 2020),
        (Tense(Kind.OTHER, None, None), Stance.TARGET, None),
    ],
)
def test_a_silent_statement_has_the_documents_year(
    kind: Tense, stance: Stance, expected: int | None
) -> None:
    assert kind.year(stance) == expected


@pytest.mark.parametrize(
    ("sentence", "at", "expected"),
    [
        ("预计实现产值8亿元，增长5%；税收2亿元，增长3%", "3%", "预计"),
        ("渔业增速由今年预计的3%提高到4%", "3%", "预计"),
        ("争取各类补助8亿元", "8亿元", ""),
        ("渔业增速由今年预计的3%提高到4%", "4%", ""),
        ("力争企业突破90家，增长5%，研发经费增长10%以上", "10%", "力争"),
        ("力争产值8亿元，确保税收2亿元", "2亿元", ""),
        ("产值预计8亿元，增长5%", "5%", "预计"),
        ("产值预计8亿元，占比已达30%", "30%", ""),
        ("企业力争达到90家，学校突破8所", "8所", ""),
        ("力争到2025年，实现产值8亿元", "8亿元", "力争"),
        ("经初步核算并预计，产值完成8亿元，增长5%", "5%", "预计"),
        ("主要预期目标是产值8亿元", "8亿元", ""),
        ("努力完成造林8万亩", "8万亩", "努力"),
        ("作出努力，产值8亿元", "8亿元", ""),
        ("争取上级资金8亿元", "8亿元", ""),
        ("产值8亿元，力争9亿元", "8亿元", ""),
    ],
)
def test_a_hedge_covers_its_list_to_the_next_verb(sentence: str, at: str, expected: str) -> None:
    bounds, start = [], 0
    for position, mark in enumerate(sentence + "，"):
        if mark in "，；":
            bounds.append((start, position))
            start = position + 1
    assert hedge_of(sentence, sentence.index(at), bounds) == expected


@pytest.mark.parametrize(
    ("words", "section", "tense", "known", "expected"),
    [
        ("完成造林8万亩。", Stance.TARGET, REPORT, Stance.OUTCOME, Stance.TARGET),
        ("将建设港口。", Stance.OUTCOME, REPORT, Stance.OUTCOME, Stance.OUTCOME),
        ("去年建成港口。", None, REPORT, Stance.TARGET, Stance.OUTCOME),
        ("今年要建成港口。", None, REPORT, Stance.OUTCOME, Stance.TARGET),
        ("完善港口功能。", None, REPORT, Stance.TARGET, Stance.TARGET),
        ("完善港口功能。", None, REPORT, Stance.OUTCOME, Stance.OUTCOME),
        ("完善港口功能。", None, PLAN, Stance.TARGET, Stance.TARGET),
        ("已建成港口。", None, PLAN, Stance.TARGET, Stance.OUTCOME),
    ],
)
def test_headings_decide_the_stance_and_then_tense_words(
    words: str, section: Stance | None, tense: Tense, known: Stance, expected: Stance
) -> None:
    assert stance_of(words, section, tense, known) is expected


def test_what_a_change_sets_out_from_is_a_baseline() -> None:
    sentence = "试点社区由30个扩增至70个"
    assert is_baseline(sentence, sentence.index("30个"), sentence.index("扩"))
    assert not is_baseline(sentence, sentence.index("70个"), len(sentence))
    sentence = "渔船、渔民由前年分别增长4%、6%和3%，转为减少1%和2%"
    for number in ("4%", "6%", "3%"):
        at = sentence.index(number)
        assert is_baseline(sentence, at, at + 2), number
    assert not is_baseline(sentence, sentence.index("1%"), sentence.index("1%") + 2)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("建设3座码头", True),
        ("岸线将全部绿化", True),
        ("去年客流回升", True),
        ("本区位于河口北岸", False),
        ("全区有学校12所", False),
    ],
)
def test_a_description_shows_no_intent(words: str, expected: bool) -> None:
    assert intends(words, [(0, len(words))]) is expected


@pytest.mark.parametrize(
    ("words", "base", "year"),
    [
        ("由2018年30个增至2023年70个", "30个", 2018),
        ("2023年同2018年相比，产量由30吨增加到70吨", "30吨", 2018),
        ("从2018年到2023年，医院由30所增加到70所", "30所", 2018),
        ("医院由30所增加到70所", "30所", None),
        ("“六五”时期同“五五”时期相比，糖产量由30吨增加到70吨", "30吨", 1980),
        ("比“ 五五”时期的30吨增加40吨", "30吨", 1980),
        ("比第五个五年计划期间的30吨增加40吨", "30吨", 1980),
    ],
)
def test_a_baseline_has_the_year_it_set_out_from(words: str, base: str, year: int | None) -> None:
    sentence = Sentence.of(words, [(0, len(words))], Stance.TARGET, REPORT)
    start = words.index(base)
    found = sentence.of_number(start, start + len(base), words)
    assert (found.stance, found.year) == (Stance.OUTCOME, year)


@pytest.mark.parametrize(
    ("words", "number", "stance", "year"),
    [
        ("产量达到9吨，比2015年的8吨增加1吨", "8吨", Stance.OUTCOME, 2015),
        ("产量比“八五”时期的8吨增加1吨", "8吨", Stance.OUTCOME, 1995),
        ("经费将由上年8亿元增加到9亿元", "9亿元", Stance.TARGET, 2024),
        ("从去年超收收入中安排8亿元", "8亿元", Stance.TARGET, 2024),
        ("今后一个时期，改造旧屋8万间", "8万间", Stance.TARGET, None),
        ("2023年计划为8%", "8%", Stance.TARGET, 2023),
        ("2024年实际执行结果为8%", "8%", Stance.OUTCOME, 2024),
    ],
)
def test_past_words_govern_their_own_phrase_only(
    words: str, number: str, stance: Stance, year: int | None
) -> None:
    sentence = Sentence.of(words, [(0, len(words))], Stance.TARGET, REPORT)
    start = words.index(number)
    found = sentence.of_number(start, start + len(number), words)
    assert (found.stance, found.year) == (stance, year)


@pytest.mark.parametrize(
    ("words", "number", "section", "stance", "year"),
    [
        ("建桥8座，2026年6月底前完成", "8座", Stance.TARGET, Stance.TARGET, 2026),
        ("建桥8座，2026年6月底前完成8公里", "8座", Stance.TARGET, Stance.TARGET, 2024),
        ("面积8平方公里，先行段3公里于2026年底前成形", "8平", Stance.TARGET, Stance.TARGET, 2024),
        ("面积8平方公里，先行段3公里于2026年底前成形", "3公里", Stance.TARGET, Stance.TARGET, 2026),
        ("铁厂由9个减少到现在的5个", "5个", Stance.TARGET, Stance.OUTCOME, 2023),
        (
            "铁厂由9个减到现在的5个，亏损由9亿元降到2亿元",
            "2亿元",
            Stance.TARGET,
            Stance.OUTCOME,
            2023,
        ),
        ("已设立8亿元基金", "8亿元", Stance.TARGET, Stance.OUTCOME, 2023),
        ("加快已批准的8个项目", "8个", Stance.TARGET, Stance.TARGET, 2024),
        ("投产后，预计收入可达8亿元", "8亿元", Stance.OUTCOME, Stance.TARGET, None),
        ("9个园区整合为5个", "9个", Stance.OUTCOME, Stance.OUTCOME, None),
        ("学校由上年的8所增加到9所", "8所", Stance.OUTCOME, Stance.OUTCOME, 2022),
        ("自2019年起，每年造林8万亩", "8万亩", Stance.OUTCOME, Stance.OUTCOME, 2023),
        ("贷款由8万元提高到9万元,补助由5万元提高到6万元", "9万元", *(Stance.TARGET,) * 2, 2024),
        ("9座石桥加固已完成7座", "9座", Stance.OUTCOME, Stance.TARGET, 2023),
        ("9座石桥加固已完成7座", "7座", Stance.OUTCOME, Stance.OUTCOME, 2023),
        ("9座石桥加固已完成7处", "9座", Stance.OUTCOME, Stance.OUTCOME, 2023),
        ("9个签约项目已开工7个", "9个", Stance.OUTCOME, Stance.OUTCOME, 2023),
    ],
)
def test_the_words_of_a_clause_go_before_the_section(
    words: str, number: str, section: Stance, stance: Stance, year: int | None
) -> None:
    bounds = [(0, len(words))]
    sentence = Sentence.of(words, bounds, section, REPORT)
    start = words.rindex(number)
    found = sentence.of_number(start, start + len(number), words)
    assert (found.stance, found.year) == (stance, year)


@pytest.mark.parametrize(
    ("clause", "stance", "year"),
    [
        ("到2028年建成新港", Stance.TARGET, 2028),
        ("建成新港", Stance.TARGET, 2024),
        ("编制了《港口规划》", Stance.OUTCOME, 2023),
        ("纲要已印发各区", Stance.OUTCOME, 2023),
        ("加快已开工的码头建设", Stance.TARGET, 2024),
        ("为了解渔情开展调查", Stance.TARGET, 2024),
    ],
)
def test_a_clause_without_a_number_has_its_own_time(clause: str, stance: Stance, year: int) -> None:
    sentence = Sentence.of(clause, [(0, len(clause))], Stance.TARGET, REPORT)
    found = sentence.of_clause(0, len(clause))
    assert (found.stance, found.year) == (stance, year)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2023年、2024年、2025年分别建成渡口3个、4个、6个", [2023, 2024, 2025]),
        ("渔业产值2023年和2025年分别达到8.1亿元和9.5亿元", [2023, 2025]),
        ("2022—2024年全县分别新增泊位300个、400个、500个", [2022, 2023, 2024]),
        ("2024、2025年分别造林3万亩、4万亩，管护20万亩", [2024, 2025, 2025]),
        ("2024年、2025年分别新建渡口、码头3个、4个、6个", [2025, 2025, 2025]),
        ("2025年渡口、码头分别达到3个、4个", [2025, 2025]),
    ],
)
def test_numbers_are_dealt_out_to_the_years_listed(sentence: str, expected: list[int]) -> None:
    numbers = [one.start() for one in re.finditer(r"(?<![\d.])\d[\d.]*(?=[个亿万])", sentence)]
    told = Sentence.of(sentence, [(0, len(sentence))], Stance.TARGET, PLAN)
    assert [told.of_number(at, at + 2, sentence).year for at in numbers] == expected


def test_a_year_named_turns_the_stance_round() -> None:
    assert of_year(Stance.TARGET, 2023, REPORT) is Stance.OUTCOME
    assert of_year(Stance.TARGET, 2022, PLAN) is Stance.TARGET
    assert of_year(Stance.OUTCOME, 2025, REPORT) is Stance.TARGET
    assert of_year(Stance.TARGET, None, REPORT) is Stance.TARGET


def test_the_year_of_a_half_year_report_turns_nothing_round() -> None:
    assert of_year(Stance.OUTCOME, 2024, HALF_YEAR) is Stance.OUTCOME
    assert of_year(Stance.TARGET, 2024, HALF_YEAR) is Stance.TARGET
    assert of_year(Stance.TARGET, 2023, HALF_YEAR) is Stance.OUTCOME
    assert of_year(Stance.OUTCOME, 2025, HALF_YEAR) is Stance.TARGET


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("出口30亿元，完成年计划40亿元的75%", "40亿元", True),
        ("出口30亿元，完成年计划40亿元的75%", "75%", False),
        ("出口30亿元，占年计划75%", "75%", False),
        ("收入9亿元，完成预算8亿元的112.5%", "8亿元", True),
        ("收入9亿元，年计划8.5亿元", "8.5亿元", True),
        ("增长9%，年计划增长8%", "8%", True),
        ("超过年计划目标2亿元", "2亿元", False),
        ("年度目标新建食堂6家，建成7家", "6家", True),
        ("年度目标新建食堂6家，建成7家", "7家", False),
    ],
)
def test_figures_of_the_plan_in_a_review(sentence: str, number: str, expected: bool) -> None:
    start = sentence.index(number)
    assert of_plan(sentence, start, start + len(number)) is expected
