from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

HEADS = (
    "乡镇",
    "计划改造渡口",
    "",
    "新建驿站（个）",
    "2030年水质指数",
    "2031年水质指数",
    "降低比例",
)
SECOND = ("", "座", "万元", "", "", "", "（%）")
ROWS = (
    ("合计", "7", "1,260", "5", "52", "46.8", "10.0"),
    ("柳湾镇", "4", "800", "3", "50", "45", "10.0"),
    ("石矶乡", "3", "460", "2", "54", "保持稳定", "—"),
)


def numbers(folder: Path, text: str) -> list[tuple[str, str, int, float, str, str]]:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return [
        (
            one.indicator,
            one.stance.value,
            one.year or 0,
            one.quantity.value,
            one.quantity.unit,
            one.quantity.kind.value,
        )
        for one in extract(read(path)).commitments
        if one.quantity
    ]


def commas(row: tuple[str, ...]) -> str:
    return ",".join(f'"{cell}"' if "," in cell else cell for cell in row)


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in (HEADS, SECOND, *ROWS)),
        "\n".join(commas(row) for row in (HEADS, SECOND, *ROWS)),
        "\n".join("| " + " | ".join(row) + " |" for row in (HEADS, SECOND, *ROWS)),
    ],
    ids=["tabs", "commas", "bars"],
)
def test_heads_over_two_lines_stand_in_their_columns(table: str, tmp_path: Path) -> None:
    found = numbers(tmp_path, f"青汀县2031年碧水行动任务分解表\n\n{table}\n")
    assert found[:7] == [
        ("渡口", "target", 2031, 7, "座", "amount"),
        ("改造渡口", "target", 2031, 12_600_000, "元", "amount"),
        ("驿站", "target", 2031, 5, "个", "amount"),
        ("水质指数", "outcome", 2030, 52, "", "amount"),
        ("水质指数", "target", 2031, 46.8, "", "amount"),
        ("水质指数", "target", 2031, 10, "%", "growth"),
        ("柳湾镇渡口", "target", 2031, 4, "座", "amount"),
    ]
    assert len(found) == 16


def test_a_line_of_units_and_measures_of_the_head_above(tmp_path: Path) -> None:
    text = (
        "青汀市2031年县区主要指标分解表\n\n"
        "指标名称\t港口吞吐量增速\t航运投资\t\t新增船员（人）\n"
        "\t\t总额（亿元）\t增速\t\n"
        "单位\t%\t\t%\t\n"
        "全市\t6.0\t40\t9\t500\n"
        "河东区\t6.5\t25\t9.5\t300\n"
        "云梯县\t5.0\t15\t/\t200\n"
    )
    assert numbers(tmp_path, text)[:4] == [
        ("港口吞吐量", "target", 2031, 6, "%", "growth"),
        ("航运投资总额", "target", 2031, 4_000_000_000, "元", "amount"),
        ("航运投资", "target", 2031, 9, "%", "growth"),
        ("船员", "target", 2031, 500, "人", "amount"),
    ]


def test_rows_of_indicators_are_no_places(tmp_path: Path) -> None:
    text = (
        "青汀县2031年主要指标\n\n"
        "指标名称\t单位\t2030年实际\t2031年目标\n"
        "港口吞吐量\t万吨\t820\t900\n"
        "岸电使用率\t%\t41\t50\n"
    )
    assert [row[0] for row in numbers(tmp_path, text)] == ["港口吞吐量"] * 2 + ["岸电使用率"] * 2


@pytest.mark.parametrize("second", ["序号", "万元"])
def test_a_header_that_breaks_off_leaves_nothing_to_read(second: str, tmp_path: Path) -> None:
    rows = "柳湾镇\t20\t3\n石矶乡\t30\t4\n"
    path = tmp_path / "t.txt"
    path.write_text(f"云港县2031年任务\n序号\t乡镇\t新建驿站\n{second}\n{rows}", encoding="utf-8")
    assert [one.code for one in extract(read(path)).diagnostics] == ["nothing-found"]
