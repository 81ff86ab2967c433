"""The year of what the tasks of a plan leave open, whose title names none. Places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

TASKS = """
二、主要任务
1.扩建渔港。新建渔港6座，扩建船坞4个。今年开工3座。
2.改善民居。改造渔民住房900户，到2029年发放补助资金200万元。
3.扶持渔民。扶持5家以上年轻渔民合作社。
"""
ON_ITS_OWN = [2028, 2028, 2028, 2028, 2029, 2028]


def due(year: int) -> list[int]:
    return [year, year, 2028, year, 2029, year]


@pytest.mark.parametrize(
    ("title", "opening", "years"),
    [
        ("关于推进渔区振兴的实施意见", "一、总体目标\n到2031年，建成渔业强县。", due(2031)),
        (
            "关于推进渔区振兴的实施意见",
            "一、总体目标\n1.目标。2028年起5年内建成渔业强县。",
            due(2032),
        ),
        ("青岚县渔区振兴行动计划", "一、目标任务\n力争用五年时间，建成渔业强县。", due(2032)),
        ("青岚县渔区振兴工作方案", "一、发展目标\n今后三年，渔业产值每年增长。", due(2030)),
        (
            "青岚县渔区振兴规划纲要",
            "一、发展目标\n到2030年末，渔民收入高于2025年。",
            due(2030),
        ),
        (
            "关于推进渔区振兴的实施意见",
            "为加快渔区振兴，现就今后三年的工作提出以下实施意见。\n一、基本原则\n坚持节约集约。",
            due(2030),
        ),
        ("青岚县渔区振兴三年行动计划", "一、总体要求\n坚持绿色发展。", due(2030)),
        ("青岚县渔区振兴行动计划（2028—2031年）", "一、总体要求\n坚持绿色发展。", due(2031)),
        # Neither one year aimed at, nor a plan of several years.
        ("关于推进渔区振兴的实施意见", "一、总体要求\n坚持绿色发展。", ON_ITS_OWN),
        (
            "关于推进渔区振兴的实施意见",
            "一、总体目标\n到2030年，建成渔业强县。到2035年，建成渔业强市。",
            ON_ITS_OWN,
        ),
        (
            "青岚县渔区振兴工作方案",
            "一、总体目标\n到2028年，建成渔业强县。到2035年，建成渔业强市。",
            ON_ITS_OWN,
        ),
        ("关于推进渔区振兴的实施意见", "一、总体目标\n到2050年，渔业全面振兴。", ON_ITS_OWN),
        ("关于做好2028年渔区工作的实施意见", "一、总体目标\n到2031年，建成渔业强县。", ON_ITS_OWN),
        ("青岚县2028年政府工作报告", "一、总体目标\n到2031年，建成渔业强县。", ON_ITS_OWN),
    ],
)
def test_tasks_that_name_no_year_are_due_when_the_plan_ends(
    title: str, opening: str, years: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "qinglan-2028.txt"
    path.write_text(f"{title}\n{opening}{TASKS}", encoding="utf-8")
    numbers = [one for one in extract(read(path)).commitments if one.quantity]
    assert [one.year for one in numbers] == years


def test_a_task_of_one_year_of_a_plan_is_due_in_it(tmp_path: Path) -> None:
    path = tmp_path / "qinglan-2028.txt"
    opening = "青岚县渔区振兴工作方案\n一、发展目标\n到2031年，建成渔业强县。\n"
    path.write_text(f"{opening}二、2029年重点任务\n扩建渔港6座。", encoding="utf-8")
    assert [one.year for one in extract(read(path)).commitments if one.quantity] == [2029]
