from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.reading.dates import five_year_period, years_in
from policydiff.reading.document import Stance
from policydiff.reading.markers import Style, find_marker, han_number
from policydiff.reading.outline import (
    Horizon,
    Outline,
    heading_stance,
    heads_part,
    looks_both_ways,
)

BACK, AHEAD = Stance.OUTCOME, Stance.TARGET


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("第三章  建设智慧城区", Style.CHAPTER, 3, "建设智慧城区"),
        ("第十二节 改善民生", Style.SECTION, 12, "改善民生"),
        ("第一部分 回顾", Style.PART, 1, "回顾"),
        ("专栏2 主要指标", Style.BOX, 2, "主要指标"),
        ("专栏：重点工程", Style.BOX, None, "重点工程"),
        ("表1 主要指标", Style.BOX, 1, "主要指标"),
        ("十一、扩大开放", Style.HAN, 11, "扩大开放"),
        ("（二）稳增长", Style.HAN_BRACKETED, 2, "稳增长"),
        ("(三) 稳增长", Style.HAN_BRACKETED, 3, "稳增长"),
        ("（4） 稳增长", Style.ARABIC_BRACKETED, 4, "稳增长"),
        ("5.稳增长", Style.ARABIC, 5, "稳增长"),
        ("1.5G基站建设", Style.ARABIC, 1, "5G基站建设"),
        ("第一，稳增长", Style.ORDINAL, 1, "稳增长"),
        ("2.50个村通客车", Style.ARABIC, 2, "50个村通客车"),
        ("4.460所学校供餐", Style.ARABIC, 4, "460所学校供餐"),
        ("3.120余户搬迁", Style.ARABIC, 3, "120余户搬迁"),
        ("03 新建凉亭", Style.ARABIC, 3, "新建凉亭"),
        ("07新建凉亭", Style.ARABIC, 7, "新建凉亭"),
        ("11 新建凉亭", Style.ARABIC, 11, "新建凉亭"),
    ],
)
def test_markers(line: str, style: Style, number: int | None, rest: str) -> None:
    marker = find_marker(line)
    assert marker is not None
    assert (marker.style, marker.number, line[marker.end :]) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2.5微米",
        "3.5个百分点",
        "2.5个小时",
        "1.2万人",
        "2.05个",
        "12 个百分点",
        "表明态度",
        "一是稳增长",
        "3500个",
        "第一产业增加值",
        "第一、第二、第三产业增加值",
        "一、二、三产业增加值",
        "一、二三产业增加值",
    ],
)
def test_what_opens_no_heading(line: str) -> None:
    assert find_marker(line) is None


@given(st.integers(1, 199))
def test_chinese_numbers(value: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    written = (digits[hundreds] + "百" if hundreds else "") + (
        (digits[tens] if tens > 1 or hundreds else "") + "十" if tens else ""
    )
    assert han_number(written + (digits[ones] if ones else "")) == value


def test_years() -> None:
    assert years_in("２０３１年回顾") == [2031]
    assert years_in("1 9 9 8 年工作") == [1998]
    assert years_in("一九八一年计划") == [1981]
    assert years_in("“十三五”时期") == [2020]
    assert five_year_period(14) == (2021, 2025)


@pytest.mark.parametrize(
    ("text", "titled", "dated"),
    [
        ("投入资金2015万元", [], []),
        ("投资1900.5万元、2017亿元", [], []),
        ("补助2000户、2034人、2001 平方米", [], []),
        ("2031重点工作", [2031], []),
        ("林川区2030人大报告", [2030], []),
        ("2 0 3 1 年", [2031], [2031]),
        ("2026—2030年规划", [2026, 2030], [2026, 2030]),
        ("2031-03-05 发布，林发〔2030〕5号", [2031, 2030], [2031, 2030]),
    ],
)
def test_an_amount_is_no_year(text: str, titled: list[int], dated: list[int]) -> None:
    assert years_in(text) == titled
    assert years_in(text, dated=True) == dated


@pytest.mark.parametrize(
    ("heading", "parent", "expected"),
    [
        ("一、2029年工作回顾", None, BACK),
        ("一、过去五年的工作", None, BACK),
        ("一、2029年经济社会发展计划执行情况", None, BACK),
        ("第一章 全面小康取得决定性成就", None, BACK),
        ("二、2030年主要任务", None, AHEAD),
        ("二、2030年工作总体要求", None, AHEAD),
        ("三、对今年工作的建议", None, AHEAD),
        ("今后五年的奋斗目标", None, AHEAD),
        ("三、加快推进科技创新", None, AHEAD),
        ("专栏：2030年重点工程", None, AHEAD),
        ("专栏：2029年重点工程", None, BACK),
        ("专栏：2029年重点工程进展情况", AHEAD, BACK),
        ("（一）加强农业基础建设，力求取得成效", AHEAD, AHEAD),
        ("（一）如期完成目标任务，发展活力增强", BACK, BACK),
        ("一、2030年上半年经济运行", None, BACK),
        ("一、今年以来经济形势", None, BACK),
        ("二、上半年工作目标", None, AHEAD),
        ("二、2030年下半年打算", None, AHEAD),
        ("一、2029年回顾和2030年任务", None, None),
        ("第二节 面临的机遇和挑战", BACK, None),
        ("六、关于外事工作", None, None),
        ("一、2029年国民经济和社会发展落实情况", None, BACK),
        ("（三）工作亮点", None, BACK),
        ("第一章 发展基础", AHEAD, BACK),
        ("（一）现有基础", AHEAD, BACK),
        ("第一节 发展成就", AHEAD, BACK),
        ("一、主要成绩", AHEAD, BACK),
        ("扩大发展成就", AHEAD, AHEAD),
        ("第二节 现实基础和面临形势", AHEAD, BACK),
        ("（二）夯实发展基础", AHEAD, AHEAD),
        ("二、夯实“三农”发展基础", None, None),
        ("二、巩固工作基础", None, None),
        ("二、筑牢工作基础", BACK, BACK),
        ("二、重点任务推进情况", None, BACK),
        ("一、主要工作进展", None, BACK),
        ("（一）目前项目建设进展", None, BACK),
        ("一、加快项目进展", AHEAD, AHEAD),
        ("（四）民生保障有力有效", None, None),
        ("（四）民生保障有力有效", AHEAD, AHEAD),
        ("（五）安全防线更加牢固，改革举措落地见效", None, AHEAD),
    ],
)
def test_stance_of_headings(heading: str, parent: Stance | None, expected: Stance | None) -> None:
    assert heading_stance(heading, parent, Horizon(2030, 2030)) is expected


def test_plan_periods_look_back_or_ahead() -> None:
    horizon = Horizon(2021, 2025)
    assert heading_stance("“十三五”发展状况", None, horizon) is BACK
    assert heading_stance("“十四五”发展蓝图", None, horizon) is AHEAD


def test_a_heading_may_look_both_ways() -> None:
    assert looks_both_ways("一、2029年回顾和2030年任务", Horizon(2030, 2030))
    assert looks_both_ways("过去五年的成就与今后五年的任务", Horizon(2030, 2030))
    assert not looks_both_ways("二、2030年任务和措施", Horizon(2030, 2030))


@pytest.mark.parametrize(
    ("above", "heading", "expected"),
    [
        ("第一篇 迈入新阶段", "第一章 决胜全面小康取得丰硕成果", BACK),
        ("第一篇 迈入新阶段", "第一章 脱贫攻坚取得历史性成就", BACK),
        ("第三篇 云港之城", "第二章 推动文化事业取得丰硕成果", AHEAD),
        ("第三篇 云港之城", "第二章 航运发展取得更大成效", AHEAD),
        ("第一篇 发展目标", "第一章 航运发展取得明显成效", AHEAD),
    ],
)
def test_deeds_under_a_part_of_a_plan_that_says_nothing_of_time(
    above: str, heading: str, expected: Stance
) -> None:
    outline = Outline(Horizon(2030, 2030), base=AHEAD)
    outline.open(above, Style.PART, 1)
    outline.open(heading, Style.CHAPTER, 1)
    assert outline.section.stance is expected


def walked(*headings: str) -> list[tuple[str, ...]]:
    outline = Outline(Horizon(2030, 2030))
    paths = []
    for heading in headings:
        marker = find_marker(heading)
        style, number = (marker.style, marker.number) if marker else (Style.PLAIN, None)
        outline.open(heading, style, number)
        paths.append(outline.section.headings)
    return paths


def test_styles_nest_in_the_order_of_the_document() -> None:
    assert walked("（一）甲", "一、乙", "二、丙", "（二）丁") == [
        ("（一）甲",),
        ("（一）甲", "一、乙"),
        ("（一）甲", "二、丙"),
        ("（二）丁",),
    ]


def test_chapters_close_what_is_below_them() -> None:
    paths = walked("第一章 甲", "第一节 乙", "专栏1 丙", "1.丁", "第二节 戊", "第二章 己")
    assert paths[3] == ("第一章 甲", "第一节 乙", "专栏1 丙", "1.丁")
    assert paths[4:] == [("第一章 甲", "第二节 戊"), ("第二章 己",)]


def test_a_bracketed_number_in_the_wrong_digits_is_a_sibling() -> None:
    assert walked("二、甲", "（一）乙", "（2） 丙", "（三）丁")[2:] == [
        ("二、甲", "（2） 丙"),
        ("二、甲", "（三）丁"),
    ]


def test_a_style_may_stand_inside_itself() -> None:
    paths = walked("二、甲", "（三）乙", "一、丙", "二、丁", "三、戊", "四、己")
    assert paths[3] == ("二、甲", "（三）乙", "二、丁")
    assert paths[4] == ("二、甲", "（三）乙", "三、戊")
    assert walked("二、甲", "（三）乙", "一、丙", "五、丁", "三、戊")[-1] == ("三、戊",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“十六五”时期的主要目标任务", True),
        ("2031年重点工作", True),
        ("二〇三一年工作安排", True),
        ("今后五年奋斗目标", True),
        ("过去的五年", True),
        ("上半年工作回顾", True),
        ("下一步打算", True),
        ("2031年1月12日在松桥区人代会上", False),
        ("2031年，全区实现目标", False),
        ("加快产业发展", False),
        ("目标任务", False),
    ],
)
def test_headings_of_parts_without_a_number(line: str, expected: bool) -> None:
    assert heads_part(line) is expected


def test_a_number_that_goes_on_from_a_heading_left_out_closes_those_below_it() -> None:
    outline = Outline(Horizon(2031, 2035))
    outline.open("（二）完成情况", Style.HAN_BRACKETED, 2)
    outline.open("二、目标", Style.HAN, 2)
    assert outline.section.headings == ("二、目标",)
    outline.open("（一）产业", Style.HAN_BRACKETED, 1)
    outline.open("三、任务", Style.HAN, 3)
    assert outline.section.headings == ("三、任务",)


def test_a_first_number_and_one_once_gone_stand_below() -> None:
    outline = Outline(Horizon(2031, 2035))
    outline.open("（二）方针", Style.HAN_BRACKETED, 2)
    outline.open("一、农业", Style.HAN, 1)
    assert outline.section.headings == ("（二）方针", "一、农业")
    outline.close(Style.HAN, 2)
    outline.open("三、能源", Style.HAN, 3)
    assert outline.section.headings == ("（二）方针", "三、能源")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("（一）改革举措有效落地", None),
        ("（二）重点任务有序推进", AHEAD),
        ("积极倾听居民心声 整治方案更接地气", None),
        ("积极倾听居民心声", AHEAD),
    ],
)
def test_states_and_headlines_say_nothing_of_time(heading: str, expected: Stance | None) -> None:
    assert heading_stance(heading, None, Horizon(2031, 2031)) is expected
