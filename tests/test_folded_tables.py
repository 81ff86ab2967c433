from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

Number = tuple[str, str, str, tuple[str, ...]]


def numbers(text: str, folder: Path) -> list[Number]:
    """Each number with its indicator, its unit and who leads the task."""
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert not document.diagnostics
    return [
        (one.indicator, one.quantity.text, one.quantity.unit, one.lead)
        for one in extract(document).commitments
        if one.quantity
    ]


PLANTED = [
    *(("南坡镇植树", "340", "株", ()), ("石门乡植树", "275", "株", ())),
    *(("北坪乡植树", "98", "株", ()), ("云脚街道植树", "60", "株", ())),
    ("植树", "773", "株", ()),
]
NUMBERED = """序号,单位,植树任务,序号,单位,植树任务
1,南坡镇,340,3,石门乡,275
2,北坪乡,98,4,云脚街道,60
合计,,,,,773"""
NOT_NUMBERED = """乡镇,植树（株）,乡镇,植树（株）
南坡镇,340,石门乡,275
北坪乡,98,云脚街道,60
全县合计,773,,"""
OF_THREE = """单位,植树,单位,植树,单位,植树
南坡镇,340,石门乡,275,北坪乡,98
云脚街道,60,全县,773"""


@pytest.mark.parametrize(
    ("table", "mark"),
    [
        *((table, mark) for table in (NUMBERED, NOT_NUMBERED, OF_THREE) for mark in ("\t", " | ")),
        (OF_THREE, "　"),
        (OF_THREE, "  "),
    ],
)
def test_places_side_by_side(table: str, mark: str, tmp_path: Path) -> None:
    lines = table.replace(",", mark).splitlines()
    lines = [f"| {line} |" for line in lines] if "|" in mark else lines
    text = "2031年青岚县植树任务分解表\n单位：株\n" + "\n".join(lines) + "\n各乡镇要抓好落实。\n"
    assert numbers(text, tmp_path) == PLANTED


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_tasks_side_by_side(mark: str, tmp_path: Path) -> None:
    rows = [
        "序号,工作任务,牵头单位,序号,工作任务,牵头单位",
        "1,改造渡口5处,县林业局,3,改建道路12公里,县交通局",
        "2,新建水坝3座,县水利局,,,",
    ]
    lines = [row.replace(",", mark) for row in rows]
    lines = [f"|{line}|" for line in lines] if mark == "|" else lines
    assert numbers("2031年青岚县工作任务分解表\n" + "\n".join(lines) + "\n", tmp_path) == [
        ("渡口", "5处", "处", ("县林业局",)),
        ("道路", "12公里", "公里", ("县交通局",)),
        ("水坝", "3座", "座", ("县水利局",)),
    ]


def test_indicators_side_by_side(tmp_path: Path) -> None:
    table = (
        "指标\t单位\t2031年目标\t指标\t单位\t2031年目标\n"
        "茶园达标率\t%\t80\t茶青收购价\t元/公斤\t46\n"
        "茶农人均收入\t元\t21000\t\t\t\n"
    )
    found = numbers(f"青岚县2031年茶业发展目标\n{table}", tmp_path)
    assert [one[:3] for one in found] == [
        ("茶园达标率", "80", "%"),
        ("茶青收购价", "46", "元/公斤"),
        ("茶农人均收入", "21000", "元"),
    ]


def test_heads_that_come_again_below_one_place_are_no_records(tmp_path: Path) -> None:
    table = (
        "乡镇\t植树（株）\t修路（公里）\t植树（株）\t修路（公里）\n"
        "南坡镇\t3\t4\t5\t6\n石门乡\t1\t2\t3\t4\n"
    )
    assert len(numbers(f"2031年青岚县植树任务分解表\n{table}", tmp_path)) == 8
