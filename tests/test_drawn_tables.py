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
