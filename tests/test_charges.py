from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read
from policydiff.reading.charges import find_charge, split_at_charges
from policydiff.reading.lines import split_lines

TASKS = """2030年云港区政府工作报告任务分解表
一、2030年主要预期目标
（一）地区生产总值增长7%以上
责任单位：区发展和改革局
（二）新建公园5个，改造道路3条
责任部门：区住建局
二、重点工作
（一）发展农业
牵头单位：区农业局
1.建设高标准农田5万亩。
（责任单位：区农业局、各街道（镇）；配合单位：区财政局）
2.新增就业5000人。
开展技能培训3000人次。
完成时限：2030年12月
牵头单位：区人社局
配合单位：区教育局、
区总工会
（二）改造老旧小区20个
责任单位：区住建局
"""


def test_a_task_keeps_its_commitments_and_is_given_the_units_on_the_line_below(
    tmp_path: Path,
) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(TASKS, encoding="utf-8")
    found = [
        (one.indicator, one.quantity and one.quantity.text, one.lead, one.support)
        for one in extract(read(path)).commitments
    ]
    labour = (("区人社局",), ("区教育局", "区总工会"))
    assert found == [
        ("地区生产总值", "7%", ("区发展和改革局",), ()),
        ("公园", "5个", ("区住建局",), ()),
        ("道路", "3条", ("区住建局",), ()),
        ("高标准农田", "5万亩", ("区农业局", "各街道（镇）"), ("区财政局",)),
        ("新增就业", "5000人", *labour),
        ("技能培训", "3000人次", *labour),
        ("老旧小区", "20个", ("区住建局",), ()),
    ]


@pytest.mark.parametrize(
    ("lines", "lead", "support"),
    [
        ("责任单位：区教育局", ("区教育局",), ()),
        ("责任部门: 区教育局，区财政局。", ("区教育局", "区财政局"), ()),
        ("牵头单位：区教育局；责任单位：各街道", ("区教育局",), ("各街道",)),
        ("责任单位：区财政局\n牵头单位：区教育局", ("区教育局",), ("区财政局",)),
        ("【配合单位：区城管局】", ("区城管局",), ()),
        ("牵头领导：某副区长\n牵头单位：区教育局", ("区教育局",), ()),
    ],
)
def test_units_are_read_as_in_a_task_table(
    lines: str, lead: tuple[str, ...], support: tuple[str, ...]
) -> None:
    split = split_lines(lines)
    charge = find_charge(split, 0)
    assert charge is not None
    assert (charge.last, charge.lead, charge.support) == (len(split), lead, support)


@pytest.mark.parametrize(
    "line", ["各责任单位要高度重视：", "主办单位：云港区政府", "责任单位：", "完成时限：2030年底"]
)
def test_other_lines_name_nobody(line: str) -> None:
    assert find_charge(split_lines(line), 0) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("新建公园5个。（责任单位：区城管局）", [("新建公园5个。", ("区城管局",))]),
        (
            "新建公园5个（牵头单位：区城管局；配合单位：各街道（镇））。改造道路3条。",
            [("新建公园5个", ("区城管局",)), ("改造道路3条。", None)],
        ),
        ("新建公园5个（占地3万平方米）。", [("新建公园5个（占地3万平方米）。", None)]),
        (
            "新建公园5个。改造道路3条。主办单位：区住建局、交通局。",
            [("新建公园5个。改造道路3条。", ("区住建局", "交通局"))],
        ),
        ("新建公园5个；责任单位:区住建局", [("新建公园5个；", ("区住建局",))]),
        ("压实各责任单位（部门）责任。", [("压实各责任单位（部门）责任。", None)]),
        (
            "新建公园5个（区城管局）。改造道路3条（区住建局、北湖街道）。安装路灯9盏。",
            [
                ("新建公园5个", ("区城管局",)),
                ("改造道路3条", ("区住建局",)),
                ("安装路灯9盏。", None),
            ],
        ),
        ("办公楼1座（区档案局）。改造道路3条。", [("办公楼1座（区档案局）。改造道路3条。", None)]),
    ],
)
def test_units_in_brackets_are_in_charge_of_what_stands_before_them(
    text: str, parts: list[tuple[str, tuple[str, ...] | None]]
) -> None:
    found = split_at_charges(text, 0)
    assert [(text[start:end], one and one.lead) for start, end, one in found] == parts


def test_what_units_do_may_stand_behind_them(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(
        "松岭区2031年工作任务分工\n一、产业发展\n"
        "新建厂房12万平方米。（区工信局牵头，区住建局、各街道配合）工业增加值增长7%（区工信局负责）。\n"
        "新增停车位800个。(区住建局、区城管局负责)改造老旧小区8个（由老张负责设计），安装电梯20部。\n",
        encoding="utf-8",
    )
    assert [
        (one.indicator, one.lead, one.support)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("厂房", ("区工信局",), ("区住建局", "各街道")),
        ("工业增加值", ("区工信局",), ()),
        ("停车位", ("区住建局", "区城管局"), ()),
        ("老旧小区", (), ()),
        ("电梯", (), ()),
    ]


@pytest.mark.parametrize("end", ["；", ";"])
def test_a_task_that_ends_in_a_semicolon_is_no_heading(end: str, tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(
        f"2030年云港区重点任务\n一、主要目标\n1.新建公园5个{end}\n2.改造道路3条{end}\n"
        "两项目标的责任单位均为区住建局。\n",
        encoding="utf-8",
    )
    assert [one.indicator for one in extract(read(path)).commitments][:2] == ["公园", "道路"]


def test_no_note_in_brackets_is_a_commitment(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(
        "2030年云港区重点任务\n1.改造道路3条。（区住建局牵头，区财政局配合）\n", encoding="utf-8"
    )
    assert [one.indicator for one in extract(read(path)).commitments] == ["道路"]


def test_hosts_named_below_every_task_are_in_charge_of_it(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "云港区2030年折子工程\n\n一、保增长、扩内需\n"
        "1.全年完成航运投资21亿元，同比增长15%。\n"
        "主管区长：常务副区长    主办单位：区发展改革委    协办单位：区港务局\n"
        "进度要求：上半年完成9亿元。\n"
        "2.货物周转量实现156万吨，增长13%左右。\n主办单位：区港务局    协办单位：区商务局\n"
        "3.新建泊位3个。\n主办单位：区港务局\n",
        encoding="utf-8",
    )
    found = [one for one in extract(read(path)).commitments if one.quantity]
    assert [(one.quantity.value, one.stance.value, one.year, one.lead) for one in found] == [
        (2_100_000_000, "target", 2030, ("区发展改革委",)),
        (15, "target", 2030, ("区发展改革委",)),
        (900_000_000, "target", 2030, ()),
        (1_560_000, "target", 2030, ("区港务局",)),
        (13, "target", 2030, ("区港务局",)),
        (3, "target", 2030, ("区港务局",)),
    ]
