"""Tables drawn with characters: frames, bars of full width, lines of dashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read
from policydiff.reading.drawn import is_rule, plain_bars

PLAN = "松屏县国民经济和社会发展第十五个五年规划纲要\n第一章 主要指标\n"
ENDS = "\n第二章 重点任务\n新建水库20座。\n"

Found = tuple[str, str, str, int | None]
"""Indicator, printed number, base unit, year."""


def found(table: str, folder: Path) -> list[Found]:
    """The numbers of the ``table``, which stands in a plan; what follows it is read, too."""
    path = folder / "plan.txt"
    path.write_text(f"{PLAN}{table}{ENDS}", encoding="utf-8")
    counted = [one for one in extract(read(path)).commitments if one.quantity]
    *numbers, last = [
        (one.indicator, one.quantity.text, one.quantity.unit, one.year)
        for one in counted
        if one.quantity
    ]
    assert last[1] == "20座"
    return numbers


WANTED: list[Found] = [
    ("林地面积", "31.5", "亩", 2025),
    ("林地面积", "34", "亩", 2030),
    ("自来水普及率", "88.1", "%", 2025),
    ("自来水普及率", "95", "%", 2030),
]


@pytest.mark.parametrize(
    "table",
    [
        """┌──────┬───┬────┬────┐
│指标    │单位│2025年│2030年│
├──────┼───┼────┼────┤
│林地面积│万亩│31.5  │34左右│
│自来水普及率│％│88.1│≥95│
└──────┴───┴────┴────┘
""",
        """┏━━━━━━┳━━━┳━━━━┳━━━━┓
┃ 指标名称 ┃ 单位 ┃ 2025年 ┃ 2030年 ┃
┃          ┃      ┃ 现状   ┃ 目标   ┃
┣━━━━━━╋━━━╋━━━━╋━━━━┫
┃ 林地面积 ┃ 万亩 ┃ 31.5 ┃ 34 ┃
┣━━━━━━╋━━━╋━━━━╋━━━━┫
┃ 自来水普及率 ┃ ％ ┃ 88.1 ┃ 95以上 ┃
┗━━━━━━┻━━━┻━━━━┻━━━━┛
""",
        """┌───┬──────┬────┬────┬───┐
│ 类别 │ 指标 │ 2025年 │ 2030年 │ 属性 │
├───┼──────┼────┼────┼───┤
│      │ 林地面积（万亩） │ 31.5 │ 34 │ 约束性 │
│ 民生 ├──────┼────┼────┼───┤
│      │ 自来水普及率（%） │ 88.1 │ 95 │ 预期性 │
└───┴──────┴────┴────┴───┘
""",
        """+----------------+------+--------+--------+
| 指标           | 单位 | 2025年 | 2030年 |
+================+======+========+========+
| 林地面积       | 万亩 | 31.5   | 34     |
+----------------+------+--------+--------+
| 自来水普及率   | %    | 88.1   | 95     |
+----------------+------+--------+--------+
""",
        """类别｜指标｜单位｜2025年｜2030年｜累计
生态｜林地面积｜万亩｜31.5｜34｜—
　　｜自来水普及率｜%｜88.1｜95｜—
""",
        """========================================================
指  标               单位       2025年     2030年
--------------------------------------------------------
林地面积             万亩       31.5       34
自来水普及率         %          88.1       95以上
========================================================
""",
        """┌──────┬──┬────┬────┐
│指标    │单位│2025年│2030年│
├──────┼──┼────┼────┤
│林地面积│万  │31.5  │34    │
│        │亩  │      │      │
├──────┼──┼────┼────┤
│自来水  │％  │88.1  │95    │
│普及率  │    │      │以上  │
└──────┴──┴────┴────┘
""",
        """┌────────┬────┬──────┬──────┐
│指标    │单位│2025年│2030年│
├────────┼────┼──────┼──────┤
│一、生态│    │      │      │
│林地面积│万亩│31.5  │34    │
│二、民生│    │      │      │
│ 自来水 │％  │88.1  │95以上│
│ 普及率 │    │      │      │
└────────┴────┴──────┴──────┘
""",
        """┌──────────┬──┬────┬────┐
│指标            │单位│2025年│2030年│
├──────────┼──┼────┼────┤
│ 生态           │    │      │      │
│林地面积        │万亩│31.5  │34    │
├──────────┼──┼────┼────┤
│ 民生           │    │      │      │
│自来水普及率    │％  │88.1  │95    │
└──────────┴──┴────┴────┘
""",
    ],
)
def test_the_cells_of_a_drawn_table_are_told(table: str, tmp_path: Path) -> None:
    assert found(table, tmp_path) == WANTED


DONE = """青汀县2031年民生实事项目完成情况表

┌──┬──────┬─────────┬─────────┬─────┐
│序│项目  │年初目标          │完成情况          │责任      │
│号│名称  │                  │                  │单位      │
├──┼──────┼─────────┼─────────┼─────┤
│1 │渡口改│新建渡口8座，培训 │建成渡口9座，培训 │县港务局  │
│  │造    │船员900人。       │船员1020人。      │ 县海事局 │
├──┼──────┼─────────┼─────────┼─────┤
│2 │航道整│疏浚航道14公里。  │疏浚航道15.5公里。│县交通局  │
│  │治    │                  │                  │          │
└──┴──────┴─────────┴─────────┴─────┘
"""
SHARED = """青汀县2031年重点工作任务分解表

┌──┬──┬─────────┬────┐
│类别│序号│工作任务          │责任单位│
├──┼──┼─────────┼────┤
│    │1   │新建渡口8座，培训 │县港务局│
│水运│    │船员900人。       │        │
│    ├──┼─────────┼────┤
│    │2   │疏浚航道14公里。  │县交通局│
├──┴──┴─────────┴────┤
│二、道路                                │
├──┬──┬─────────┬────┤
│道路│3   │改建公路6公里。   │县交通局│
└──┴──┴─────────┴────┘

附表2
│名称│数量│
"""
PLUSES = """青汀县2031年重点工作任务清单

+------+----------+------------------+----------+
| 序号 | 工作任务 | 工作目标         | 责任单位 |
+======+==========+==================+==========+
| 1    | 渡口     | 新建渡口8座，培训| 县港务局 |
|      |          | 船员900人。      |          |
| 2    | 航道     | 疏浚航道14公里。 | 县交通局 |
+------+----------+------------------+----------+
"""
PROMISED = [("1", "渡口", 8, "target"), ("1", "船员", 900, "target"), ("2", "航道", 14, "target")]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            DONE,
            [
                ("1", "渡口", 8, "target"),
                ("1", "渡口", 9, "outcome"),
                ("1", "船员", 900, "target"),
                ("1", "船员", 1020, "outcome"),
                ("2", "航道", 14, "target"),
                ("2", "航道", 15.5, "outcome"),
            ],
        ),
        (SHARED, [*PROMISED, ("3", "公路", 6, "target")]),
        (PLUSES, PROMISED),
    ],
    ids=["header over two lines", "cell over several rows", "no rules between rows"],
)
def test_tasks_in_a_drawn_table_over_several_lines(
    table: str, wanted: list[tuple[str, str, float, str]], tmp_path: Path
) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(table, encoding="utf-8")
    counted = [one for one in extract(read(path)).commitments if one.quantity]
    assert [
        (one.item, one.indicator, one.quantity.value, one.stance.value)
        for one in counted
        if one.quantity
    ] == wanted
    assert {one.year for one in counted} == {2031}
    assert {one.section for one in counted if one.item == "3"} <= {("二、道路",)}
    units = {unit for one in counted for unit in one.lead} - {"县海事局"}
    assert units == {"县港务局", "县交通局"}


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("│甲│乙│", "|甲|乙|"),
        ("甲｜乙｜丙", "甲|乙|丙"),
        ("┃ 甲 ┃ ║", "| 甲 | |"),
        ("│ 专栏一：主要指标 │", "│ 专栏一：主要指标 │"),
        ("松屏｜一座县城的十年", "松屏｜一座县城的十年"),
        ("│    ├───┼──┤", "│    ├───┼──┤"),
        ("甲|乙", "甲|乙"),
    ],
)
def test_bars_between_cells_are_plain_ones(line: str, plain: str) -> None:
    assert plain_bars(f"上\r\n{line}\n下") == f"上\r\n{plain}\n下"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("----------", True),
        ("+----+----+", True),
        ("——————————", True),
        ("│ 民生 ├───┼──┤", True),
        ("——", False),
        ("│森林覆盖率│──│57│", False),
        ("|---|---|---|", False),
        ("+86-10", False),
    ],
)
def test_rules_are_told_from_text(line: str, rule: bool) -> None:
    assert is_rule(line) is rule
