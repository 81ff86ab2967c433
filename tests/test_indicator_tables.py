from __future__ import annotations

import time
from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Binding, IndicatorRow, Stance, read

PLAN = """云港区第十四个五年规划纲要

第二章  主要目标

第一节  发展目标

到2025年，实现以下目标。
\t专栏1 “十四五”时期发展指标一览
序号
指标
单位
2020年   预计
2025年 目标值
属性
产业兴区
1

地区生产总值
亿元
500

800

预期性
2

工业增加值年均增长
%

——

7

预期性
民生福祉
3

城镇登记失业率
%

2.5

4.5以内
预期性
4

单位地区生产总值能耗降低
%

——

按市考核指标确定
约束性
5

居民人均可支配收入
元

30000

力争快于经济增长
预期性



第三章  强化创新

新增企业20家。
"""

DONE = """云港区第十三个五年规划纲要

第一章  发展基础

“十二五”时期成绩显著。
\t专栏1 “十二五”时期指标实现情况
序号
指标
2010年
2015年
属性
2015年
年均
基数
目标值
预计
增长
1

人均收入（元）*
20000

30000

8%左右
预期性
28000

6%

低于规划要求
2

空气质量达标率（%）
50

60

约束性
2014年72.9

符合规划要求


第二章  目标

新增企业20家。
"""

TABBED = """云港区第十四个五年规划纲要

第一章  主要目标

实现以下目标。

序号\t指标名称\t单位\t2020年\t2025年\t年均增长\t属性
产业兴区\t\t\t\t\t\t
1\t地区生产总值\t亿元\t500\t800\t7%\t预期性
2\t每千人口3岁以下托位数（个）\t\t1.8\t4.6\t\t约束性
"""


def indicators(text: str, folder: Path) -> list[IndicatorRow]:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return [block for block in read(path).blocks if isinstance(block, IndicatorRow)]


def values(text: str, row: IndicatorRow) -> list[tuple[str, int | None, Stance]]:
    return [(text[cell.start : cell.end], cell.year, cell.stance) for cell in row.cells]


def test_a_flattened_table(tmp_path: Path) -> None:
    found = indicators(PLAN, tmp_path)
    assert [PLAN[row.name.start : row.name.end] for row in found] == [
        "地区生产总值",
        "工业增加值年均增长",
        "城镇登记失业率",
        "单位地区生产总值能耗降低",
        "居民人均可支配收入",
    ]
    assert [row.unit for row in found] == ["亿元", "%", "%", "%", "元"]
    assert [values(PLAN, row) for row in found] == [
        [("500", 2020, Stance.OUTCOME), ("800", 2025, Stance.TARGET)],
        [("7", 2025, Stance.TARGET)],
        [("2.5", 2020, Stance.OUTCOME), ("4.5以内", 2025, Stance.TARGET)],
        [("按市考核指标确定", 2025, Stance.TARGET)],
        [("30000", 2020, Stance.OUTCOME), ("力争快于经济增长", 2025, Stance.TARGET)],
    ]
    assert [row.section.headings[-1] for row in found] == ["产业兴区"] * 2 + ["民生福祉"] * 3
    assert found[0].section.headings[-2].startswith("专栏1")
    bound = [row.item for row in found if row.binding is Binding.BINDING]
    assert bound == ["4"]
    assert {row.binding for row in found} == {Binding.ANTICIPATORY, Binding.BINDING}
    assert [row.item for row in found] == ["1", "2", "3", "4", "5"]


def test_a_target_in_words_is_a_commitment_without_a_number(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    worded = [
        (one.indicator, one.quote, one.year, one.stance, one.binding)
        for one in extract(read(path)).commitments
        if one.quantity is None and one.item
    ]
    assert worded == [
        ("单位地区生产总值能耗降低", "按市考核指标确定", 2025, Stance.TARGET, Binding.BINDING),
        ("居民人均可支配收入", "力争快于经济增长", 2025, Stance.TARGET, Binding.ANTICIPATORY),
    ]


def test_the_table_of_a_plan_that_is_over_leaves_out_what_was_planned(
    tmp_path: Path,
) -> None:
    found = indicators(DONE, tmp_path)
    assert [DONE[row.name.start : row.name.end] for row in found] == ["人均收入", "空气质量达标率"]
    assert [row.unit for row in found] == ["元", "%"]
    assert values(DONE, found[0]) == [
        ("20000", 2010, Stance.OUTCOME),
        ("28000", 2015, Stance.OUTCOME),
        ("6%", 2015, Stance.OUTCOME),
    ]
    assert [cell.label for cell in found[0].cells] == ["2010年基数", "2015年预计", "年均增长"]
    assert values(DONE, found[1])[-1] == ("72.9", 2014, Stance.OUTCOME)
    assert found[1].binding is Binding.BINDING


def test_the_same_table_with_tabs(tmp_path: Path) -> None:
    first, second = indicators(TABBED, tmp_path)
    assert values(TABBED, first) == [
        ("500", 2020, Stance.OUTCOME),
        ("800", 2025, Stance.TARGET),
        ("7%", 2025, Stance.TARGET),
    ]
    assert [cell.label for cell in first.cells] == ["2020年", "2025年", "年均增长"]
    assert (second.unit, second.binding) == ("个", Binding.BINDING)
    assert TABBED[second.name.start : second.name.end] == "每千人口3岁以下托位数"
    assert first.section.headings[-1] == "产业兴区"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_do_not_matter(tmp_path: Path, end: str) -> None:
    text = PLAN.replace("\n", end)
    path = tmp_path / "plan.txt"
    path.write_bytes(text.encode())
    document = read(path)
    rows = [block for block in document.blocks if isinstance(block, IndicatorRow)]
    assert len(rows) == 5
    assert document.text[rows[0].name.start : rows[0].name.end] == "地区生产总值"


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_units_in_charge_beside_an_indicator_make_no_task_table(tmp_path: Path, mark: str) -> None:
    table = """2030年云港市综合目标
序号 | 指标 | 单位 | 2030年目标 | 责任单位
1 | 地区生产总值 | 亿元 | 466 | 市发改委
2 | 旅游收入增速 | % | 8 | 市文旅局
"""
    path = tmp_path / "table.txt"
    path.write_text(table.replace(" | ", mark), encoding="utf-8")
    assert [
        (one.indicator, one.quantity and one.quantity.value, one.year)
        for one in extract(read(path)).commitments
    ] == [("地区生产总值", 46600000000, 2030), ("旅游收入", 8, 2030)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            """类别 | 考核内容 | 全县 | 分值 | 责任单位
经济 | 生产总值(亿元) | 152.55 | 10 | 县发改局
 | 渔业产值(亿元) | 38.5 | 8 | 县渔业局
民生 | 新增就业(人) | 3200 | 6 | 县人社局
""",
            [("生产总值", 15255000000), ("渔业产值", 3850000000), ("新增就业", 3200)],
        ),
        (
            "序号\t指标名称\t单位\t全区\t备注\n1\t造林面积\t万亩\t2.4\t\n2\t失业率\t%\t4以内\t\n",
            [("造林面积", 24000), ("失业率", 4)],
        ),
        (
            "指标 | 计量单位 | 合计 | 权重\n产量 | 万吨 | 36.5 | 10\n造林面积 | 万亩 | 2.4 | 5\n",
            [("产量", 365000), ("造林面积", 24000)],
        ),
        (
            "序号\t责任指标\t计量单位\t目标值\t分值\t考核单位\n"
            "1\t产量\t万吨\t36.5\t10\t县海洋局\n2\t造林面积\t万亩\t2.4\t5\t县林业局\n",
            [("产量", 365000), ("造林面积", 24000)],
        ),
    ],
)
def test_a_column_of_numbers_headed_by_a_place(
    table: str, expected: list[tuple[str, float]], tmp_path: Path
) -> None:
    path = tmp_path / "t.txt"
    path.write_text("2031年度青岚县目标任务\n" + table, encoding="utf-8")
    commitments = extract(read(path)).commitments
    assert [(one.indicator, one.quantity and one.quantity.value) for one in commitments] == expected
    assert {(one.stance, one.year) for one in commitments} == {(Stance.TARGET, 2031)}


def numbers(table: str, folder: Path, title: str) -> list[tuple[str, str, int | None, str, float]]:
    """Each number of a table as indicator, printed number, year, kind and value."""
    path = folder / "t.txt"
    path.write_text(f"{title}\n{table}", encoding="utf-8")
    return [
        (one.indicator, one.quantity.text, one.year, one.quantity.kind.value, one.quantity.value)
        for one in extract(read(path)).commitments
        if one.quantity
    ]


WANTED = [
    ("地区生产总值", "320", 2025, "amount", 3.2e10),
    ("地区生产总值", "450", 2030, "amount", 4.5e10),
    ("地区生产总值", "7", 2030, "growth", 7),
    ("城镇化率", "58.3", 2025, "share", 58.3),
    ("城镇化率", "65", 2030, "share", 65),
    ("森林覆盖率", "42", 2030, "share", 42),
]


@pytest.mark.parametrize(
    "table",
    [
        """指 标 |
2025年 完成 |
2030年 目标 |
“十五五”年均增长(%) |
指标属性 |
|
一、经济 |
|||||
地区生产总值(亿元) |
320 |
450 |
7 |
预期性 |
|
城镇化率(%) |
58.3 |
65以上 |
/ |
预期性 |
|
二、生态 |
|||||
森林覆盖率(%) |
|
42 |
|
约束性 |
|
""",
        """| 指标 |
| 单位 |
| 2025年 |
| 2030年 |
| 年均增长 |
| 属性 |
| 地区生产总值 |
| 亿元 |
| 320 |
| 450 |
| 7 |
| 预期性 |
| 城镇化率 |
| % |
| 58.3 |
| 65以上 |
| |
| 预期性 |
| 森林覆盖率 |
| % |
| |
| 42 |
| |
| 约束性 |
""",
        """| 类别 | 指标 | 2025年 | 2030年 | | 属性 |
|---|---|---|---|---|---|
| | | 基期值 | 目标值 | 年均增长 | |
| 经济 | 地区生产总值（亿元） | 320 | 450 | 7 | 预期性 |
| | 城镇化率（%） | 58.3 | 65以上 | | 预期性 |
| 生态 | 3.森林覆盖率（%） | | 42 | | 约束性 |
""",
        """序号 指标名称 单位 2025年 2030年 年均增长 属性
一、经济
1 地区生产总值 亿元 320 450 7 预期性
2 城镇化率 % 58.3 65以上 — 预期性
二、生态
3 森林覆盖率 % — 42 — 约束性
""",
        """指标　　计量单位　　2025年　　2030年　　年均增长（%）
地区生产总值　　亿元　　320　　450　　7
其中：城镇化率　　%　　58.3　　65以上
森林覆盖率　　%　　—　　42
""",
        """序号
指标
单位
2025年
2030年
年均
〔累计〕
属性
一、经济
1
地区生产总值
亿元
320
450
7
预期性
2
城镇化率
%
58.3
65以上
—
预期性
二、生态
3
森林覆盖率
%
—
42
—
约束性
""",
    ],
    ids=["bar behind", "bars around", "two header lines", "spaces", "full-width", "numbered"],
)
def test_the_same_table_however_it_was_flattened(table: str, tmp_path: Path) -> None:
    title = "青岚县国民经济和社会发展第十五个五年规划纲要\n第一章 主要指标"
    ends = "第二章 重点任务\n"
    assert numbers(table + ends, tmp_path, title) == WANTED


def test_numbered_headings_inside_a_table_are_its_categories(tmp_path: Path) -> None:
    cells = "指标 单位 2030年 一、经济 | 产值 亿元 5 二、生态 | 造林 万亩 3"
    table = cells.replace(" ", " |\n") + " |\n"
    found = indicators(f"青岚县第十五个五年规划纲要\n{table}第二章 任务\n", tmp_path)
    assert [row.section.headings for row in found] == [("一、经济",), ("二、生态",)]


def test_units_in_charge_beside_flattened_indicators_are_no_names(tmp_path: Path) -> None:
    page = "指标名称\n计量单位\n2030年实绩\n2031年目标\n责任单位\n"
    table = (
        f"{page}就业增长\n%\n6.1\n6.5\n县发改局\n就业\n人\n5200\n5000\n县人社局\n- 3 -\n"
        f"{page}车位\n个\n300\n500\n县住建局\n"
    )
    assert numbers(table, tmp_path, "青岚县2031年度考核指标") == [
        ("就业", "6.1", 2030, "growth", 6.1),
        ("就业", "6.5", 2031, "growth", 6.5),
        ("就业", "5200", 2030, "amount", 5200),
        ("就业", "5000", 2031, "amount", 5000),
        ("车位", "300", 2030, "amount", 300),
        ("车位", "500", 2031, "amount", 500),
    ]


def test_growth_below_zero_and_targets_in_words(tmp_path: Path) -> None:
    table = (
        "指标\t单位\t2030年\t2031年计划\t增长（%）\n"
        "粮食产量\t万吨\t25.1\t25\t-0.4\n能耗降低\t%\t\t完成省下达任务\t\n"
    )
    assert numbers(table, tmp_path, "青岚县2031年计划")[-1] == (
        "粮食产量", "-0.4", 2031, "growth", -0.4,
    )  # fmt: skip
    (row,) = indicators("青岚县2031年计划\n" + table, tmp_path)[1:]
    assert len(row.cells) == 1


STAGES = [
    ("2030年完成数", "2031年目标值", "一季度", "上半年", "1—9月", "牵头部门", "分管领导"),
    ("4.5", "6以上", "5.2", "5.6", "5.8", "县发改局", "林青舟"),
    ("820", "900", "—", "400", "650", "县海事局", "林青舟"),
]


@pytest.mark.parametrize("end", ["\t", "\n"], ids=["tabs", "a cell a line"])
def test_a_plan_parted_over_the_year(end: str, tmp_path: Path) -> None:
    names = [("序号", "指标名称", "计量单位"), ("1", "地区生产总值增速", "%"), ("2", "航次", "个")]
    rows = [end.join((*name, *row)) for name, row in zip(names, STAGES, strict=True)]
    assert numbers("\n".join(rows) + "\n", tmp_path, "青岚县2031年主要目标季度分解表") == [
        ("地区生产总值", "4.5", 2030, "growth", 4.5),
        ("地区生产总值", "6", 2031, "growth", 6),
        ("地区生产总值", "5.2", 2031, "growth", 5.2),
        ("地区生产总值", "5.6", 2031, "growth", 5.6),
        ("地区生产总值", "5.8", 2031, "growth", 5.8),
        ("航次", "820", 2030, "amount", 820),
        ("航次", "900", 2031, "amount", 900),
        ("航次", "400", 2031, "amount", 400),
        ("航次", "650", 2031, "amount", 650),
    ]


def test_parts_of_the_year_below_the_plan_for_all_of_it(tmp_path: Path) -> None:
    table = (
        "指标\t单位\t2030年完成\t2031年计划\t\t\n\t\t\t全年\t一季度\t上半年\n"
        "产值\t亿元\t18\t20\t4\t9.5\n"
    )
    assert numbers(table, tmp_path, "青岚县2031年目标分解表") == [
        ("产值", "18", 2030, "amount", 1.8e9),
        ("产值", "20", 2031, "amount", 2e9),
        ("产值", "4", 2031, "amount", 4e8),
        ("产值", "9.5", 2031, "amount", 9.5e8),
    ]


def test_parts_of_the_year_beside_what_was_planned_report(tmp_path: Path) -> None:
    table = "指标\t单位\t年度目标\t一季度\t上半年\n产值\t亿元\t20\t4\t9.5\n"
    (row,) = indicators(f"青岚县2030年主要指标完成情况\n{table}", tmp_path)
    assert [cell.stance for cell in row.cells] == [Stance.OUTCOME] * 2


def test_columns_of_an_earlier_plan_report(tmp_path: Path) -> None:
    table = "指标 |\n2025年 |\n“十四五”年均增长 |\n产值（亿元） |\n5 |\n提高3个百分点 |\n"
    (row,) = indicators(f"青岚县第十五个五年规划纲要\n{table}第二章 任务\n", tmp_path)
    assert [(cell.year, cell.stance) for cell in row.cells] == [(2025, Stance.OUTCOME)] * 2


def test_the_numbers_of_an_indicator_and_its_parts_stand_on_top_of_each_other(
    tmp_path: Path,
) -> None:
    lines = [
        "指标", "2030年", "2035年", "属性",
        "一、渔港", "渔港合格率", "90%", "100%", "预期性",
        "1.船员持证比例（%）", "其中：远洋", "近海",
        "61%", "72.5%", "80%以上", "90%", "预期性",
        "2.船长中级及以上职称比例（%）", "其中：高级及以上职称比例（%）",
        "88.2%", "30.1%", "100%", "45%", "约束性",
        "3.二（三、四）级渔港比例（%）", "0%", "40%", "预期性",
    ]  # fmt: skip
    path = tmp_path / "plan.txt"
    path.write_text("云港区“十六五”渔业发展规划\n\n" + "\n\n".join(lines), encoding="utf-8")
    found = [
        (one.indicator, one.quantity.text, str(one.stance), one.binding)
        for one in extract(read(path)).commitments
        if one.quantity
    ]
    expected, binding = Binding.ANTICIPATORY, Binding.BINDING
    assert found[2:] == [
        ("远洋船员持证比例", "61%", "outcome", expected),
        ("近海船员持证比例", "72.5%", "outcome", expected),
        ("远洋船员持证比例", "80%", "target", expected),
        ("近海船员持证比例", "90%", "target", expected),
        ("船长中级及以上职称比例", "88.2%", "outcome", binding),
        ("船长高级及以上职称比例", "30.1%", "outcome", binding),
        ("船长中级及以上职称比例", "100%", "target", binding),
        ("船长高级及以上职称比例", "45%", "target", binding),
        ("二（三、四）级渔港比例", "0%", "outcome", expected),
        ("二（三、四）级渔港比例", "40%", "target", expected),
    ]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("2030年完成 2031年计划\n序\n指标名称 单位\n号\n绝对值 增长（%） 绝对值 增长（%）", 4),
        ("2030年 2030年完成 2031年计划\n序\n指标 单位 增速\n号\n（%） 总量 增长% 总量 增长%", 5),
        ("序号 指标 单位 2030年计划 2030年完成 2031年计划\n绝对值 增长（%） 绝对值 增长（%）", 5),
    ],
)  # fmt: skip
def test_years_over_columns_of_a_page_without_its_spaces(
    header: str, columns: int, tmp_path: Path
) -> None:
    planned = "9 " * (columns - 4)
    rows = f"1 产值 亿元 {planned}20.5 8.3 22 7.5\n贝类及\n2 万吨 {planned}30 2 31 3\n藻类产量\n"
    text = f"青岚县2031年计划草案的报告\n{header}\n{rows}三、任务\n"
    first, second = indicators(text, tmp_path)
    assert [(cell.year, str(cell.stance)) for cell in first.cells[-4:]] == [
        (2030, "outcome"),
        (2030, "outcome"),
        (2031, "target"),
        (2031, "target"),
    ]
    assert len(first.cells) == len(second.cells) == columns


def test_rows_below_a_header_that_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    table = "甲项 乙项 丙项\n产值 亿元 20.5 8.3 22\n贝类及\n2 万吨 30 — 31\n藻类产量\n"
    path = tmp_path / "plan.txt"
    text = f"青岚县2031年计划草案的报告\n{table}三、任务\n新建渡口3座。\n"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert [diagnostic.code for diagnostic in document.diagnostics] == ["table-unread"]
    assert "line 3" in document.diagnostics[0].message
    assert [one.quantity.text for one in extract(document).commitments if one.quantity] == ["3座"]


HEADERS = {
    "a cell a line": "指标\n单位\n2031年目标\n",
    "numbered": "序号\n指标\n单位\n2031年目标\n",
    "with a heading": "指标\n单位\n2031年目标\n渔业发展\n",
    "a bar before": "| 指标\n| 单位\n| 2031年目标\n",
    "bars around": "| 指标 |\n| 单位 |\n| 2031年目标 |\n",
    "white space": "指标 单位 2031年目标\n",
    "tabs with a heading": "指标\t单位\t2031年目标\n渔业\n",
    "tasks": "序号\n工作任务\n牵头单位\n一、渔业\n",
    "tasks with bars": "| 序号\n| 工作任务\n| 牵头单位\n",
    "tasks whose rows lack them": "|序号|工作任务|牵头单位|\n|1|建设渔港3座|\n",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_headers_without_rows_are_read_in_linear_time(header: str, tmp_path: Path) -> None:
    def seconds(times: int) -> float:
        path = tmp_path / f"{times}.txt"
        path.write_text("云港区2031年工作计划\n" + header * times, encoding="utf-8")
        begin = time.process_time()
        read(path)
        return time.process_time() - begin

    seconds(10)
    assert seconds(400) < 24 * seconds(50)


def test_values_and_their_growth_under_a_title_of_what_was_reached(tmp_path: Path) -> None:
    path = tmp_path / "board.txt"
    title = "2030年，全县经济平稳。\n2030年主要指标完成情况\n"
    table = "指标名称\n单位\n指标值\n增速(%)\n地区生产总值\n亿元\n553.8\n9.2\n"
    path.write_text(f"{title}{table}进出口总额\n亿元\n86\n8.4\n", encoding="utf-8")
    found = [
        (one.indicator, one.quantity.text, str(one.stance), one.year)
        for one in extract(read(path)).commitments
        if one.quantity
    ]
    assert found == [
        ("地区生产总值", "553.8", "outcome", 2030),
        ("地区生产总值", "9.2", "outcome", 2030),
        ("进出口总额", "86", "outcome", 2030),
        ("进出口总额", "8.4", "outcome", 2030),
    ]


@pytest.mark.parametrize(
    "headings",
    [("一、经济", "二、生态"), ("（一）经济实力迈上更高台阶的目标", "二、绿色\n（一）生态")],
)
def test_numbered_headings_alone_among_tabs(headings: tuple[str, str], tmp_path: Path) -> None:
    first, second = headings
    table = (
        "指标\t单位\t2025年\t2030年\t属性\n"
        f"{first}\n1.产值\t亿元\t4\t5\t预期性\n{second}\n2.造林\t万亩\t2\t3\t约束性\n"
        "三、保障措施\n加强领导，新增企业3家。\n"
    )
    path = tmp_path / "plan.txt"
    path.write_text(f"青岚县第十五个五年规划纲要\n第二章 目标\n{table}", encoding="utf-8")
    blocks = read(path).blocks
    rows = [block for block in blocks if isinstance(block, IndicatorRow)]
    assert [row.section.headings[-1] for row in rows] == [first, second.split("\n")[-1]]
    assert blocks[-1].section.headings[-1] == "三、保障措施"


@pytest.mark.parametrize("mark", ["\t", " | "])
@pytest.mark.parametrize("behind", ["", " |  |  |  |  | "])
@pytest.mark.parametrize("first", ["一", "（一）", "一、", "一 | 农业\n（一）"])
def test_headings_with_their_number_in_a_cell(
    first: str, behind: str, mark: str, tmp_path: Path
) -> None:
    table = (
        "序号 | 指标 | 单位 | 2025年 | 2030年 | 属性\n"
        f"{first} | 产出{behind}\n1 | 渔业产值 | 亿元 | 4 | 5 | 预期性\n"
        f"二 | 绿色发展{behind}\n2 | 造林面积 | 万亩 | — | 3 | 约束性\n"
    )
    path = tmp_path / "plan.txt"
    title = "青岚县第十五个五年规划纲要\n第二章 目标"
    path.write_text(f"{title}\n{table}".replace(" | ", mark), encoding="utf-8")
    document = read(path)
    rows = [block for block in document.blocks if isinstance(block, IndicatorRow)]
    assert [row.section.headings[-1] for row in rows] == ["产出", "绿色发展"]
    assert [document.text[row.name.start : row.name.end] for row in rows] == [
        "渔业产值",
        "造林面积",
    ]


@pytest.mark.parametrize("title", ["表2 各乡镇目标", "各乡镇目标"])
def test_a_table_ends_above_the_title_of_the_next(title: str, tmp_path: Path) -> None:
    table = (
        "序号\t指标\t单位\t目标\n1\t造林面积\t万亩\t3\n\n"
        f"{title}\n\n乡镇\t造林面积（亩）\t护林员（名）\n松口镇\t8000\t12\n竹溪乡\t6000\t9\n"
    )
    assert [number[:2] for number in numbers(table, tmp_path, "青岚县2030年林业目标")] == [
        ("造林面积", "3"),
        ("松口镇造林面积", "8000"),
        ("松口镇护林员", "12"),
        ("竹溪乡造林面积", "6000"),
        ("竹溪乡护林员", "9"),
    ]


@pytest.mark.parametrize("name", ["指标名称（单位）", "主要指标及计量单位"])
@pytest.mark.parametrize("numbers", ["1．2．", "一、二、", "(一)(二)"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_names_with_their_number_and_unit(
    name: str, numbers: str, blank: str, tmp_path: Path
) -> None:
    first, second = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    table = (
        f"{name}\n2030年计划\n2030年完成\n2031年计划\n{blank}"
        f"{first}社会消费品零售总额（亿元）\n262\n258.9\n272\n{blank}"
        f"{second}规模以上工业增加值增速（%）\n—\n8.1\n7.5左右\n{blank}"
        "三、主要任务\n（一）扩大消费。推动消费扩容。\n"
    )
    path = tmp_path / "plan.txt"
    title = "青岚县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告"
    path.write_text(f"{title}\n\n二、2031年主要目标\n{table}", encoding="utf-8")
    assert [
        (one.indicator, one.quantity.text, one.year, one.stance)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("社会消费品零售总额", "262", 2030, Stance.TARGET),
        ("社会消费品零售总额", "258.9", 2030, Stance.OUTCOME),
        ("社会消费品零售总额", "272", 2031, Stance.TARGET),
        ("规模以上工业增加值", "8.1", 2030, Stance.OUTCOME),
        ("规模以上工业增加值", "7.5", 2031, Stance.TARGET),
    ]


def test_a_number_before_an_age(tmp_path: Path) -> None:
    table = "指标\t单位\t2030年\n12.3岁以下婴幼儿入托率\t%\t6\n"
    path = tmp_path / "plan.txt"
    path.write_text(f"青岚县第十五个五年规划纲要\n第二章 目标\n{table}", encoding="utf-8")
    assert [one.indicator for one in extract(read(path)).commitments] == ["3岁以下婴幼儿入托率"]


@pytest.mark.parametrize(
    ("heading", "head", "told"),
    [
        ("“十五五”时期和2030年工作回顾", "数据", (Stance.OUTCOME, 2030)),
        ("2028年工作回顾", "指标值", (Stance.OUTCOME, 2028)),
        ("2030年工作回顾", "2031年目标", (Stance.TARGET, 2031)),
        ("2031年主要目标", "数据", (Stance.TARGET, 2031)),
    ],
)
def test_a_section_says_when_where_no_column_does(
    heading: str, head: str, told: tuple[Stance, int], tmp_path: Path
) -> None:
    table = (
        f"| 指标 | {head} |\n|---|---|\n| 渔业产值 | 1.2万亿元 |\n| 年均增长 | 5.7% |\n"
        "| 海产品出口占比 | 33.5% |\n| 同比增长 | 2.1个百分点 |\n"
    )
    path = tmp_path / "report.md"
    path.write_text(
        f"# 2031年青岚省政府工作报告\n\n## 一、{heading}\n\n{table}\n全省面貌一新。\n",
        encoding="utf-8",
    )
    found = [one for one in extract(read(path)).commitments if one.quantity]
    assert {(one.stance, one.year) for one in found} == {told}
    assert [(one.indicator, one.quantity.kind.value) for one in found if one.quantity] == [
        ("渔业产值", "amount"),
        ("渔业产值", "growth"),
        ("海产品出口占比", "share"),
        ("海产品出口占比", "points"),
    ]


def test_years_over_what_was_planned_and_reached_in_each(tmp_path: Path) -> None:
    header = "2030年 2030年 2031年\n序号 指标名称 属性\n计划目标 完成情况 计划目标\n"
    rows = "一、渔业\n1 渔业产值（亿元） 72 75.4 80左右 预期性\n2 渔船（艘） ≥58 58 ≥59 约束性\n"
    found = indicators(f"青岚县2031年计划草案的报告\n{header}{rows}三、任务\n", tmp_path)
    told = [(2030, Stance.TARGET), (2030, Stance.OUTCOME), (2031, Stance.TARGET)]
    assert [[(cell.year, cell.stance) for cell in row.cells] for row in found] == [told, told]
    assert [row.binding for row in found] == [Binding.ANTICIPATORY, Binding.BINDING]


def test_cells_with_several_numbers_below_indicators_of_two_levels(tmp_path: Path) -> None:
    rows = [
        "一级指标 | 二级指标 | 目标值 | 分值 | 责任部门",
        "一、渔业（80分） | 渔业产值增速 | 6%以上 | 40 | 区渔业局",
        " | 渔业税收 | 4.5亿元，增长5% | 20 | 区税务局",
        " | 渔业企业 | 净增8家，其中加工企业2家 | 20 | 区渔业局",
        "二、渔港（20分） | 船舶入港率、离港率 | 分别达到99%、95% | 20 | 区港务局",
    ]
    path = tmp_path / "tasks.txt"
    path.write_text("\n".join(["青岚区2031年绩效考核指标表", "", *rows]), encoding="utf-8")
    told = [
        (one.indicator, one.quantity.text, str(one.quantity.kind), one.lead)
        for one in extract(read(path)).commitments
        if one.quantity
    ]
    assert [one[:3] for one in told] == [
        ("渔业产值", "6%", "growth"),
        ("渔业税收", "4.5亿元", "amount"),
        ("渔业税收", "5%", "growth"),
        ("渔业企业", "8家", "amount"),
        ("加工企业", "2家", "amount"),
        ("船舶入港率", "99%", "share"),
        ("离港率", "95%", "share"),
    ]


def test_a_value_that_ends_the_text(tmp_path: Path) -> None:
    (row,) = indicators(
        "青岚县2031年主要目标\n指标\t单位\t2031年目标\n渔业产值\t亿元\t20", tmp_path
    )
    (one,) = extract(read(tmp_path / "plan.txt")).commitments
    assert one.quantity is not None
    assert (row.unit, one.indicator, one.quantity.value) == ("亿元", "渔业产值", 2e9)
