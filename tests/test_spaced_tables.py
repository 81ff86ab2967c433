"""Indicator tables with white space or commas between cells, and what their columns say."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

FIVE_YEARS = "青岚县国民经济和社会发展第十五个五年规划纲要\n第一章 主要指标\n"
YEARLY = "青岚县2030年国民经济和社会发展计划执行情况与2031年计划\n"
ENDS = "\n第二章 重点任务\n新增企业20家。\n"

Found = tuple[str, str, str, str, int | None]
"""Indicator, printed number, base unit, kind, year."""


def found(text: str, folder: Path) -> tuple[list[Found], list[str]]:
    """The numbers of the tables of ``text`` and the codes of what was odd."""
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    extraction = extract(read(path))
    numbers = [
        (one.indicator, one.quantity.text, one.quantity.unit, one.quantity.kind.value, one.year)
        for one in extraction.commitments
        if one.quantity and one.quantity.text != "20家"
    ]
    return numbers, [odd.code for odd in extraction.document.diagnostics]


WANTED = [
    ("空气优良天数比率", "81.2", "%", "share", 2025),
    ("空气优良天数比率", "86", "%", "share", 2030),
    ("污水集中收集率", "—", "", "", None),
    ("污水集中收集率", "75", "%", "share", 2030),
    ("数字经济核心产业增加值占地区生产总值比重", "5.1", "%", "share", 2025),
    ("数字经济核心产业增加值占地区生产总值比重", "9", "%", "share", 2030),
]


@pytest.mark.parametrize(
    "table",
    [
        """类别        序号  指标名称                    2025年现状值   2030年目标值   指标属性
环境质量    1     空气优良天数比率（%）       81.2           86左右         约束性
            2     污水集中收集率（%）         —              75             预期性
创新        3     数字经济核心产业增加值占    5.1            9              预期性
                  地区生产总值比重（%）
            4     重点河湖生态流量保障        —              不降低         约束性
""",
        """序号  指  标                     单位    2025年    2030年    属性
 1    空气优良天数比率           %       81.2      86        约束性
 2    污水集中收集率             %       —         75        预期性
 3    数字经济核心产业增加值     %       5.1       9         预期性
      占地区生产总值比重
                              3
""",
        """指 标 单 位 2025 年 2030 年
〔目标〕 属性
一、环境
（1）空气优良天数比率 % 81.2 86 约束性
（2）污水集中收集率 % — 75 预期性
二、创新
（3）数字经济核心产业增加值占 % 5.1 9 预期性
地区生产总值比重
— 3 —
指 标 单 位 2025 年 2030 年
〔目标〕 属性
""",
        """指标            2025年基数    2027年实际    2030年目标    评估结论
空气优良天数比率（%）    81.2    —    86    滞后
污水集中收集率（%）    —    —    75    基本符合
数字经济核心产业增加值占地区生产总值比重（%）    5.1    —    9    达到
""",
        """序号,指标名称,计量单位,2025年基数,"2030年目标值",指标性质
1,空气优良天数比率,%,81.2,"86以上",约束性
2,污水集中收集率,%,/,75,预期性
3,"数字经济核心产业增加值占地区生产总值比重",%,5.1,9,预期性
""",
        """序
号
指标
2025 年
2030 年
属性
环境质量
1
空气优良天数比率（%）
81.2
86
以上
约束性
2
污水集中收集率（%）
—
75
预期性
- 6 -
序
号
指标
2025 年
2030 年
属性
创新
3
数字经济核心产业增加值占地区生产总值比重
（%）
5.1
9
预期性
""",
    ],
    ids=["categories", "wide", "narrow over pages", "assessed", "commas", "parted cells"],
)
def test_one_table_in_many_layouts(table: str, tmp_path: Path) -> None:
    numbers, odd = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert numbers == [one for one in WANTED if one[-1]]
    assert odd == []


@pytest.mark.parametrize(
    "table",
    [
        """类别  序号  指标                        2025 年    2030 年    属性
            1   空气优良天数比率（%）        81.2      [ 86 ]    约束性
      环境  2   污水集中收集率（%）           —       75 以上    预期性

      创新  3   数字经济核心产业增加值       5.1       9         预期性
      驱动      占地区生产总值比重（%）
            4   重点河湖生态流量保障          —       完成上级    约束性
                                                     任务
""",
        """类别  序号  指标                        2025年    2030年     属性
环境   1   空气优良天数比率（%）        81.2     86        约束性
       2   污水集中收集率（%）          —       75        预期性
           数字经济核心产业增加值
创新   3                                5.1      9         预期性
驱动       占地区生产总值比重（%）
""",
    ],
    ids=["below", "around"],
)
def test_cells_that_go_on_beside_others(table: str, tmp_path: Path) -> None:
    numbers, odd = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert numbers == [one for one in WANTED if one[-1]]
    assert odd == []


@pytest.mark.parametrize(
    "header",
    [
        """                               2030年完成          2031年计划
      指  标        单  位   绝对值  增长±%   绝对值   增长±%
""",
        """指标            单位          2030年            2031年        属性
                        实绩    增速（%）   目标    增速（%）
""",
        """                              2030年              2031年
      指 标           单 位                                    备 注
                             总量   比上年增长%   总量   比上年增长%
""",
    ],
    ids=["years above all", "years beside the names", "names between"],
)
def test_years_over_values_and_their_growth(header: str, tmp_path: Path) -> None:
    table = """  一、地区生产总值          亿元      148     8.6       165     7.5左右 K
      #工业增加值           亿元      42.1    9         -       10 K
  二、单位能耗             吨标准煤     -       下降3.3   -       完成市定任 K
                                                             务
  三、城市生活污水集中处      %      92.4    -       94      - K
  理率
"""
    table = table.replace("K", "    预期性" if "属性" in header else "")
    numbers, odd = found(YEARLY + "附表：\n" + header + table + ENDS, tmp_path)
    assert numbers == [
        ("地区生产总值", "148", "元", "amount", 2030),
        ("地区生产总值", "8.6", "%", "growth", 2030),
        ("地区生产总值", "165", "元", "amount", 2031),
        ("地区生产总值", "7.5", "%", "growth", 2031),
        ("工业增加值", "42.1", "元", "amount", 2030),
        ("工业增加值", "9", "%", "growth", 2030),
        ("工业增加值", "10", "%", "growth", 2031),
        ("单位能耗", "3.3", "%", "growth", 2030),
        ("城市生活污水集中处理率", "92.4", "%", "share", 2030),
        ("城市生活污水集中处理率", "94", "%", "share", 2031),
    ]
    assert odd == []


@pytest.mark.parametrize(
    "table",
    [
        """序号   指标                       2025年    2030年   年均增长（%）  属性
 1     空气优良天数比率（%）       81.2       86                     约束性
 2     污水集中收集率（%）                    75                     预期性
 3     数字经济核心产业增加值占     5.1        9                     预期性
       地区生产总值比重（%）
""",
        """   指标                   单位    2025年基数        2030年目标    备注
 空气优良天数比率         %         81.2              86
 污水集中收集率           %                           75
 数字经济核心产业增加值占  %         5.1               9
 地区生产总值比重
""",
    ],
    ids=["with kinds", "without"],
)
def test_values_beside_empty_cells_stand_below_their_heads(table: str, tmp_path: Path) -> None:
    numbers, odd = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert numbers == [one for one in WANTED if one[-1]]
    assert odd == []


def test_a_value_between_two_columns_is_left_out(tmp_path: Path) -> None:
    table = """指标                   单位     2025年         2030年
城镇化率                %       46.3           55
森林覆盖率              %               40
"""
    numbers, odd = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert [number[:2] for number in numbers] == [("城镇化率", "46.3"), ("城镇化率", "55")]
    assert odd == ["row-unread"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "序号  科目  2030年预算数（万元）  2031年预算数（万元）  增减%\n"
            "1  公共安全支出  3120  3010  -3.5\n2  教育支出  7800  8190  5.0\n",
            [
                ("公共安全支出", "3120", "元", "amount", 2030),
                ("公共安全支出", "3010", "元", "amount", 2031),
                ("公共安全支出", "-3.5", "%", "growth", 2031),
                ("教育支出", "7800", "元", "amount", 2030),
                ("教育支出", "8190", "元", "amount", 2031),
                ("教育支出", "5.0", "%", "growth", 2031),
            ],
        ),
        (
            "指标名称\n计量单位\n2030年计划\n2030年预计完成\n增长%\n2031年计划\n增长%\n"
            "一、地区生产总值\n亿元\n148\n151.2\n8.6\n165\n7\n第 1 页 共 2 页\n"
            "二、农村居民人均可支配收入\n元\n—\n16842\n11.2\n18360\n—\n",
            [
                ("地区生产总值", "148", "元", "amount", 2030),
                ("地区生产总值", "151.2", "元", "amount", 2030),
                ("地区生产总值", "8.6", "%", "growth", 2030),
                ("地区生产总值", "165", "元", "amount", 2031),
                ("地区生产总值", "7", "%", "growth", 2031),
                ("农村居民人均可支配收入", "16842", "元", "amount", 2030),
                ("农村居民人均可支配收入", "11.2", "%", "growth", 2030),
                ("农村居民人均可支配收入", "18360", "元", "amount", 2031),
            ],
        ),
        (
            '指标,单位,2030年计划,2030年完成,2031年计划\n一般公共预算收入,亿元,"1,120","1,143.6",'
            '"1,200"\n居民消费价格指数,上年=100,103,102.3,103\n资料来源：县统计局\n',
            [
                ("一般公共预算收入", "1,120", "元", "amount", 2030),
                ("一般公共预算收入", "1,143.6", "元", "amount", 2030),
                ("一般公共预算收入", "1,200", "元", "amount", 2031),
                ("居民消费价格指数", "103", "", "amount", 2030),
                ("居民消费价格指数", "102.3", "", "amount", 2030),
                ("居民消费价格指数", "103", "", "amount", 2031),
            ],
        ),
    ],
    ids=["budget", "a cell a line", "commas"],
)
def test_columns_of_two_years(table: str, expected: list[Found], tmp_path: Path) -> None:
    numbers, _ = found(YEARLY + "表1 主要指标完成情况\n" + table, tmp_path)
    assert numbers == expected


@pytest.mark.parametrize(
    "head", ["年均增长（%）〔累计〕", "年均增速（%）或〔累计〕", "年均增长/[累计]"]
)
def test_brackets_below_a_rate_hold_a_sum(head: str, tmp_path: Path) -> None:
    table = (
        f"指标\t单位\t2025年\t2030年\t{head}\n"
        "常住人口城镇化率\t%\t51.3\t57\t〔5.7〕\n新增就业\t万人\t\t\t〔6以上〕\n"
        "能耗降低\t%\t\t\t〔15〕\n产值\t亿元\t40\t60\t8\n"
    )
    numbers, _ = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert [number[1:4] for number in numbers] == [
        ("51.3", "%", "share"),
        ("57", "%", "share"),
        ("5.7", "个百分点", "points"),
        ("6", "人", "amount"),
        ("15", "%", "growth"),
        ("40", "元", "amount"),
        ("60", "元", "amount"),
        ("8", "%", "growth"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、农业发展", "二、民生福祉"),
        ("（一） 农业", "（二） 民生"),
        ("一      农业发展", "二      民生福祉"),
        ("一、农业\n（一）产出", "二、民生\n（一）收入"),
    ],
)
def test_headings_between_rows_wider_than_a_cell(first: str, second: str, tmp_path: Path) -> None:
    table = f"""指 标              单位        2030年计划      2030年完成      2031年目标      属性
{first}
  海水养殖面积     万亩        7.2             7.4             7.5以上         预期性
  渔业产值增长     %           6               5.1             5.5             预期性
{second}
  渔民人均收入     元          31500           31820           33400           预期性
三、工作任务

新建码头2座。
"""
    numbers, odd = found(YEARLY + "二、目标\n" + table, tmp_path)
    assert [number[:2] for number in numbers] == [
        *(("海水养殖面积", number) for number in ("7.2", "7.4", "7.5")),
        *(("渔业产值", number) for number in ("6", "5.1", "5.5")),
        *(("渔民人均收入", number) for number in ("31500", "31820", "33400")),
        ("码头", "2座"),
    ]
    assert not odd


def test_a_head_spans_those_that_come_again_below_it(tmp_path: Path) -> None:
    table = (
        "专栏1 “十四五”规划实现情况\n"
        "指标\t单位\t2020年\t“十四五”规划目标\t\t“十四五”实际完成\t\n"
        "\t\t\t2025年\t年均增长%\t2025年\t年均增长%\n"
        "生产总值\t亿元\t481\t780\t10\t803\t10.6\n服务业比重\t%\t37.9\t40\t[2.1]\t36.4\t[-1.5]\n"
        "总人口\t万人\t52\t<54\t<7‰\t53\t3.7‰\n"
    )
    numbers, _ = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert [number[1:] for number in numbers] == [
        ("481", "元", "amount", 2020),
        ("803", "元", "amount", 2025),
        ("10.6", "%", "growth", 2025),
        ("37.9", "%", "share", 2020),
        ("36.4", "%", "share", 2025),
        ("-1.5", "个百分点", "points", 2025),
        ("52", "人", "amount", 2020),
        ("53", "人", "amount", 2025),
        ("3.7‰", "‰", "growth", 2025),
    ]


def test_rows_whose_cells_cannot_be_told_are_left_out(tmp_path: Path) -> None:
    table = """指标 2025年 2030年 属性
（1）城镇化率（%） 46.3 55 预期性
（2）主要污 化学需氧量 — 8
染物减 氨氮 — 9 约束性
（3）森林覆盖率（%） 40 约束性
（4）耕地保有量（万亩） 268 ≥265 约束性
"""
    numbers, odd = found(FIVE_YEARS + table + ENDS, tmp_path)
    assert [number[:2] for number in numbers] == [
        ("城镇化率", "46.3"),
        ("城镇化率", "55"),
        ("耕地保有量", "268"),
        ("耕地保有量", "265"),
    ]
    assert odd == ["row-unread"] * 3


def test_text_below_a_table_is_no_row(tmp_path: Path) -> None:
    table = "指标  2025年  2030年\n造林（万亩）  2.4  3\n注：2025 年为预计数。\n"
    numbers, _ = found(
        FIVE_YEARS + table + "到 2030 年改造管网 58 公里，新建水厂 3 座。\n", tmp_path
    )
    assert [number[:2] for number in numbers] == [
        ("造林", "2.4"),
        ("造林", "3"),
        ("管网", "58 公里"),
        ("水厂", "3 座"),
    ]


def test_a_row_whose_words_might_be_labels_is_no_second_line_of_the_header(tmp_path: Path) -> None:
    table = """序号    指标名称    单位    2030年预计完成    2031年目标    备注
1    渔业总产值增速    %    5.2    5.5    预期性
2    渔业产值    亿元    860    930    预期性
3    航运吞吐量    万吨    412    435    预期性
"""
    numbers, odd = found(YEARLY + "一、主要指标\n" + table + ENDS, tmp_path)
    assert (numbers[:4], odd) == (
        [
            ("渔业总产值", "5.2", "%", "growth", 2030),
            ("渔业总产值", "5.5", "%", "growth", 2031),
            ("渔业产值", "860", "元", "amount", 2030),
            ("渔业产值", "930", "元", "amount", 2031),
        ],
        [],
    )


@pytest.mark.parametrize(
    "table",
    [
        """  序号  指  标  名  称      单位    2030年计划    2030年实绩  增长(%)   2031年计划

  1     渔业产值            亿元    增长6%        53.2        6.2       增长6%左右
        全社会造林投入占地区
  2                         %       3.3           3.38        —         3.45
        生产总值比重

                                — 4 —
\f  序号  指  标  名  称      单位    2030年计划    2030年实绩  增长(%)   2031年计划

  3     居民收入            元      与经济同步    58420       6.3       与经济同步
  4     造林任务            亩      市下达        完成        —         市下达
  5     失业率              %       5.5以内       5.1         —         5.5以内
""",
        """  序号  指 标 名 称             2030年计划    2030年实绩   增长（%）   2031年计划
  1     渔业产值（亿元）        增长6%        53.2         6.2         增长6%左右
        全社会造林投入占地区
  2                             3.3           3.38         —           3.45
        生产总值比重（%）
\f  序号  指 标 名 称             2030年计划    2030年实绩   增长（%）   2031年计划
  3     居民收入（元）          与经济同步    58420        6.3         与经济同步
  4     造林任务（亩）          市下达        完成         —           市下达
  5     失业率（%）             5.5以内       5.1          —           5.5以内
""",
    ],
    ids=["unit beside", "unit in brackets"],
)
def test_a_printed_table_over_two_pages(table: str, tmp_path: Path) -> None:
    numbers, odd = found(f"{YEARLY}附表：\n{table}{ENDS}", tmp_path)
    assert numbers == [
        ("渔业产值", "6%", "%", "growth", 2030),
        ("渔业产值", "53.2", "元", "amount", 2030),
        ("渔业产值", "6.2", "%", "growth", 2030),
        ("渔业产值", "6%", "%", "growth", 2031),
        ("全社会造林投入占地区生产总值比重", "3.3", "%", "share", 2030),
        ("全社会造林投入占地区生产总值比重", "3.38", "%", "share", 2030),
        ("全社会造林投入占地区生产总值比重", "3.45", "%", "share", 2031),
        ("居民收入", "58420", "元", "amount", 2030),
        ("居民收入", "6.3", "%", "growth", 2030),
        ("失业率", "5.5", "%", "share", 2030),
        ("失业率", "5.1", "%", "share", 2030),
        ("失业率", "5.5", "%", "share", 2031),
    ]
    assert odd == []


@pytest.mark.parametrize(
    "header",
    [
        "  序号  指 标 名 称      单位   2030年 计划   2030年 实绩   增长（%）   2031年 计划\n",
        """  序号  指  标  名  称    单位     2030年       2030年       增长        2031年
                                    计划         实绩        （%）        计划
""",
        """                                  2030年       2030年     比上年       2031年
  序号  指  标            单位
                                    计划         实绩      增长(%)       计划
""",
        """                                 2030年       2030年
  序号    指标名称        单位                          增长%       2031年计划
                                  计划数       完成数
""",
    ],
    ids=["apart", "over two lines", "over three", "some over three"],
)
def test_a_year_apart_from_what_was_planned_for_it(header: str, tmp_path: Path) -> None:
    table = """  1     渔业产值          亿元    增长6%        53.2        6.2       增长6%左右
  2     林业产值          亿元    95            —           -6.7      92
  3     居民收入          元      与经济同步    5842        6.3       与经济同步
"""
    numbers, odd = found(f"{YEARLY}附表：\n{header}{table}{ENDS}", tmp_path)
    assert numbers == [
        ("渔业产值", "6%", "%", "growth", 2030),
        ("渔业产值", "53.2", "元", "amount", 2030),
        ("渔业产值", "6.2", "%", "growth", 2030),
        ("渔业产值", "6%", "%", "growth", 2031),
        ("林业产值", "95", "元", "amount", 2030),
        ("林业产值", "-6.7", "%", "growth", 2030),
        ("林业产值", "92", "元", "amount", 2031),
        ("居民收入", "5842", "元", "amount", 2030),
        ("居民收入", "6.3", "%", "growth", 2030),
    ]
    assert odd == []
    stances = {
        one.quantity.text: one.stance.value
        for one in extract(read(tmp_path / "plan.txt")).commitments
        if one.quantity
    }
    assert (stances["95"], stances["5842"], stances["92"]) == ("target", "outcome", "target")


def test_a_label_that_touches_the_year_beside_it_is_its_own(tmp_path: Path) -> None:
    header = (
        "                                   2030年        比上年          2031年\n"
        "  序号  指标名称                单位\n"
        "                                   实际        增长（%）        预期目标\n"
    )
    rows = "  1     渔业产值                亿元    53.2        6.2         增长6%左右\n"
    rows += "  2     渔船                    艘      95          -6.7        92以上\n"
    numbers, odd = found(f"{YEARLY}附表：\n{header}{rows}{ENDS}", tmp_path)
    assert numbers == [
        ("渔业产值", "53.2", "元", "amount", 2030),
        ("渔业产值", "6.2", "%", "growth", 2030),
        ("渔业产值", "6%", "%", "growth", 2031),
        ("渔船", "95", "艘", "amount", 2030),
        ("渔船", "-6.7", "%", "growth", 2030),
        ("渔船", "92", "艘", "amount", 2031),
    ]
    assert odd == []
