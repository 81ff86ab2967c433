from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Paragraph, Stance, read

TICKED = """云港区2030年重点任务对账清单

一、稳增长

☑〔1〕引进企业20家。
　　进展：已引进23家，其中外资企业4家。（区商务局）
□〔2〕新建标准厂房5万平方米。
　　进展：已完工3.5万平方米。（区工信局、高新区管委会）

二、惠民生

☑〔3〕建设公园30处。进展：建成31处。（区城管局）
"""
NUMBERED = """云港区2030年民生实事

1.引进企业20家。
【进展情况】已引进23家。
责任单位：区商务局
2.新建标准厂房5万平方米。
截至11月底完成情况：已完工3.5万平方米。
责任单位：区工信局、高新区管委会
3、建设公园30处。
责任单位：区城管局
【进展情况】建成31处。
"""
COUNTED = [
    ("企业", 20.0, Stance.TARGET),
    ("企业", 23.0, Stance.OUTCOME),
    ("外资企业", 4.0, Stance.OUTCOME),
    ("标准厂房", 50000.0, Stance.TARGET),
    ("标准厂房", 35000.0, Stance.OUTCOME),
    ("公园", 30.0, Stance.TARGET),
    ("公园", 31.0, Stance.OUTCOME),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TICKED, COUNTED),
        (TICKED.replace("〔", "").replace("〕", "."), COUNTED),
        (NUMBERED, [one for one in COUNTED if one[0] != "外资企业"]),
    ],
)
def test_what_is_noted_of_a_task_is_measured_as_the_task(
    tmp_path: Path, text: str, expected: list[tuple[str, float, Stance]]
) -> None:
    path = tmp_path / "clouds-2030.txt"
    path.write_text(text, encoding="utf-8")
    found = extract(read(path)).commitments
    counted = [(one.indicator, one.quantity.value, one.stance) for one in found if one.quantity]
    assert counted == expected
    assert {one.year for one in found} == {2030}


@pytest.mark.parametrize("text", [TICKED, NUMBERED])
def test_units_at_the_end_of_a_note_are_in_charge_of_its_task(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clouds-2030.txt"
    path.write_text(text, encoding="utf-8")
    tasks = [block for block in read(path).blocks if isinstance(block, Paragraph) and block.lead]
    assert [(one.item, one.lead + one.support) for one in tasks] == [
        ("1", ("区商务局",)),
        ("2", ("区工信局", "高新区管委会")),
        ("3", ("区城管局",)),
    ]


def test_numbered_paragraphs_without_notes_are_no_list(tmp_path: Path) -> None:
    path = tmp_path / "clouds-2030.txt"
    path.write_text("云港区2030年工作要点\n\n1.引进企业20家。\n2.建设公园30处。\n", "utf-8")
    assert [block.beside for block in read(path).blocks if isinstance(block, Paragraph)] == ["", ""]
