from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

FLATTENED = """考核内容
权重
年度目标
考核部门
乡村
修缮古井
4
35
县水利局
新修石阶
2
6.5
县交通局县财政局
巡护山林
3
山火发生率
5
低于 0.7
茶叶合格率
2
96
县农业局
"""
WANTED = [
    ("修缮古井", "35", "", "="),
    ("新修石阶", "6.5", "", "="),
    ("山火发生率", "0.7", "%", "<="),
    ("茶叶合格率", "96", "%", "="),
]


def numbers(table: str, folder: Path) -> list[tuple[str, str, str, str]]:
    """Each number as indicator, printed number, unit and comparator."""
    path = folder / "t.txt"
    path.write_text(f"青岚县2031年度目标任务分解表\n{table}", encoding="utf-8")
    found = [one for one in extract(read(path)).commitments if one.quantity]
    assert {(one.stance.value, one.year) for one in found} <= {("target", 2031)}
    return [
        (one.indicator, one.quantity.text, one.quantity.unit, one.quantity.comparator.value)
        for one in found
        if one.quantity
    ]


@pytest.mark.parametrize("head", ["考核内容", "责任指标"])
def test_a_score_beside_a_target_is_none(head: str, tmp_path: Path) -> None:
    assert numbers(FLATTENED.replace("考核内容", head), tmp_path) == WANTED


def test_a_score_may_stand_behind_the_target(tmp_path: Path) -> None:
    cells = (
        FLATTENED.replace("4\n35", "35\n4").replace("2\n6.5", "6.5\n2").replace("2\n96", "96\n2")
    )
    cells = cells.replace("5\n低于 0.7", "低于 0.7\n5").replace("权重\n年度目标", "年度目标\n权重")
    assert numbers(cells, tmp_path) == WANTED


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_scored_indicators_with_a_row_a_line(mark: str, tmp_path: Path) -> None:
    rows = [
        "项目 | 分值 | 目标任务 | 监考单位",
        "修缮古井 | 4 | 35 | 县水利局",
        "筑坝 | 2 | 6 | 县政府",
    ]
    table = "\n".join(rows).replace(" | ", mark)
    assert numbers(table, tmp_path) == [("修缮古井", "35", "", "="), ("筑坝", "6", "", "=")]


def test_the_heading_above_a_row_is_its_category(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(f"青岚县2031年度目标任务分解表\n{FLATTENED}", encoding="utf-8")
    assert extract(read(path)).commitments[0].section == ("乡村",)


SCORED = (
    ("序号", "责任指标", "计量单位", "2031年目标", "分值", "考核单位"),
    ("1", "生猪出栏", "万头", "26", "5", "县畜牧局"),
    ("2", "渔船更新", "艘", "≥12", "10", "县渔业局"),
    ("3", "茶叶合格率", "%", "96以上", "8", "县农业局"),
)


@pytest.mark.parametrize("head", ["责任指标", "考核指标", "评价指标名称"])
@pytest.mark.parametrize("mark", ["\t", "|", ",", "    ", "\n"])
@pytest.mark.parametrize("units", ["考核单位", "责任单位"])
def test_scored_indicators_with_a_unit(head: str, mark: str, units: str, tmp_path: Path) -> None:
    table = "\n".join(mark.join(row) for row in SCORED)
    table = table.replace("责任指标", head).replace("考核单位", units)
    assert numbers(f"\n{table}\n", tmp_path) == [
        ("生猪出栏", "26", "头", "="),
        ("渔船更新", "12", "艘", ">="),
        ("茶叶合格率", "96", "%", ">="),
    ]
