"""Rows of tables that lack the cells merged with those of the row above."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import IndicatorRow, read

TITLE = "青岚县第十五个五年规划纲要\n第二章 目标\n"

Found = tuple[str, str, dict[int | None, str]]


def rows_of(table: str, folder: Path) -> tuple[list[Found], list[str]]:
    """Each row's name, unit and values by year, and the codes of what was left out."""
    path = folder / "plan.txt"
    path.write_text(TITLE + table.replace(" | ", "\t"), encoding="utf-8")
    document = read(path)
    rows = [
        (
            document.text[row.name.start : row.name.end],
            row.unit,
            {cell.year: document.text[cell.start : cell.end] for cell in row.cells},
        )
        for row in document.blocks
        if isinstance(row, IndicatorRow)
    ]
    return rows, [one.code for one in document.diagnostics]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (
            "类别 | 序号 | 指标名称 | 2025年 | 2030年 | 属性",
            "农业 | 1 | 渔业产值（亿元） | 4 | 5 | 预期性",
            "2 | 林业产值（亿元） | — | 3 | 约束性",
        ),
        (
            "类别 | 指标 | 2025年 | 2030年 | 属性",
            "农业 | 渔业产值（亿元） | 4 | 5 | 预期性",
            "林业产值（亿元） | — | 3 | 约束性",
        ),
        (
            "类别 | 指标 | 单位 | 2025年 | 2030年",
            "农业 | 渔业产值 | 亿元 | 4 | 5",
            "林业产值 | 亿元 | — | 3",
        ),
        (
            "序号 | 类别 | 指标 | 单位 | 2025年 | 2030年 | 责任单位",
            "1 | 农业 | 渔业产值 | 亿元 | 4 | 5 | 农业农村局",
            "2 | 林业产值 | 亿元 | — | 3 | 林业局",
        ),
        (
            "领域 | 分类 | 序号 | 指标 | 单位 | 2025年 | 2030年 | 属性",
            "经济 | 农业 | 1 | 渔业产值 | 亿元 | 4 | 5 | 预期性",
            "2 | 林业产值 | 亿元 | — | 3 | 约束性",
        ),
        (
            "指标 | 单位 | 2025年 | 2030年 | 属性",
            "农业 | 渔业产值 | 亿元 | 4 | 5 | 预期性",
            "林业产值 | 亿元 | — | 3 | 约束性",
        ),
        (
            "指标 | 单位 | 属性 | 2025年 | 2030年",
            "渔业产值 | 亿元 | 预期性 | 4 | 5",
            "林业产值 | 亿元 | — | 3",
        ),
        (
            "类别 | 序号 | 指标 | 单位 | 2025年 | 2030年 | 备注",
            "农业 | 1 | 渔业产值 | 亿元 | 4 | 5 | 含远洋",
            "2 | 林业产值 | 亿元 | — | 3",
        ),
    ],
)
def test_a_row_stands_in_the_columns_that_its_cells_fit(
    head: str, first: str, second: str, tmp_path: Path
) -> None:
    found, odd = rows_of("\n".join([head, first, second, second, ""]), tmp_path)
    below = ("林业产值", "亿元", {2030: "3"})
    assert found == [("渔业产值", "亿元", {2025: "4", 2030: "5"}), below, below]
    assert odd == []


def test_aims_in_words_below_a_merged_category(tmp_path: Path) -> None:
    found, odd = rows_of(
        "类别 | 序号 | 指标 | 2025年 | 2030年 | 年均增速（%） | 属性\n"
        "民生 | 1 | 居民收入（元） | 4 | — | 与经济增长基本同步 | 预期性\n"
        "2 | 医保参保率（%） | 99 | 完成市下达目标 | — | 约束性\n"
        "生态\n3 | 森林覆盖率（%） | 〔2〕 | ≥60 | — | 约束性\n",
        tmp_path,
    )
    assert [values.get(2030) for _, _, values in found] == [
        "与经济增长基本同步",
        "完成市下达目标",
        "≥60",
    ]
    assert odd == []


def test_a_row_that_may_stand_in_several_columns_is_left_out(tmp_path: Path) -> None:
    found, odd = rows_of(
        "序号 | 指标 | 单位 | 2025年 | 2030年 | 属性\n1 | 渔业产值 | 亿元 | 4 | 5 | 预期性\n"
        "2 | 林业产值 | 亿元 | 3 | 约束性\n3 | 造林面积 | 亩 | 6 | 7 | 约束性\n",
        tmp_path,
    )
    assert [name for name, _, _ in found] == ["渔业产值", "造林面积"]
    assert odd == ["row-unread"]


@pytest.mark.parametrize(
    "table",
    [
        "类别 | 序号 | 工作任务 | 牵头单位 | 责任单位 | 完成时限\n"
        "工业 | 1 | 新建厂房5万平方米 | 县工信局 | 开发区管委会 | 2031年12月\n"
        "2 | 实施技改项目20个 | 县工信局 | 各镇 | 2031年6月\n",
        "序号 | 重点工作 | 具体任务 | 牵头单位 | 责任单位\n"
        "1 | 工业提质 | 新建厂房5万平方米 | 县工信局 | 开发区管委会\n"
        "2 | 实施技改项目20个 | 县工信局 | 各镇\n",
        "序号 | 重点工作 | 具体任务 | 牵头单位 | 完成时限\n"
        "1 | 工业提质 | 新建厂房5万平方米 | 县工信局 | 12月底\n"
        "实施技改项目20个 | 县工信局 | 10月底\n",
        "类别 | 工作任务 | 牵头单位 | 完成时限\n"
        "工业 | 新建厂房5万平方米 | 县工信局 | 12月底前\n"
        "实施技改项目20个 | 县工信局 | 全年\n",
        "序号 | 工作任务 | 牵头单位 | 责任单位\n"
        "工业 | 1 | 新建厂房5万平方米 | 县工信局 | 开发区管委会\n"
        "2 | 实施技改项目20个 | 县工信局 | 各镇\n",
        "类别 | 序号 | 工作任务 | 完成时限\n"
        "工业 | 1 | 新建厂房5万平方米 | 2031年底\n"
        "2 | 实施技改项目20个 | 年底\n",
    ],
)
def test_tasks_below_a_merged_category(table: str, tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    title = "青岚县2031年政府工作报告重点任务分解表\n\n"
    path.write_text(title + table.replace(" | ", "\t"), encoding="utf-8")
    found = [
        (one.indicator, one.quantity and one.quantity.text, one.lead)
        for one in extract(read(path)).commitments
    ]
    lead = ("县工信局",) if "牵头" in table else ()
    assert found == [("厂房", "5万平方米", lead), ("技改项目", "20个", lead)]


def test_a_task_that_stands_in_no_column_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(
        "青岚县2031年重点任务分解表\n\n序号\t工作任务\t牵头单位\t责任单位\n"
        "1\t实施技改项目20个\t县工信局\t各镇\n实施技改项目30个\t今年\t12月底\n",
        encoding="utf-8",
    )
    document = read(path)
    assert [one.quantity.text for one in extract(document).commitments if one.quantity] == ["20个"]
    assert [one.code for one in document.diagnostics] == ["table-row"]
