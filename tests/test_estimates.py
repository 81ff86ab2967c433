from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read


@pytest.mark.parametrize(
    ("review", "hedges"),
    [
        (
            "产值由2年前的6亿元增至9亿元，税收3亿元，增长8%（2030年数据为预计数，下同）；渔获7万吨。\n冷库14座。",
            {"3亿元": "预计", "8%": "预计", "7万吨": "预计", "14座": "预计"},
        ),
        ("税收3亿元；渔获7万吨（预计数，下同）。", {"3亿元": "", "7万吨": "预计"}),
        ("税收3亿元（预计数），渔获7万吨。", {"3亿元": "预计", "7万吨": ""}),
        ("税收3亿元（含县城，下同），渔获7万吨。", {"3亿元": "", "7万吨": ""}),
    ],
)
def test_a_note_that_figures_are_estimates_is_a_hedge(
    review: str, hedges: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        f"2031年林川县政府工作报告\n一、2030年工作回顾\n{review}\n二、2031年工作安排\n新修公路5公里。\n",
        encoding="utf-8",
    )
    found = {
        one.quantity.text: one.hedge for one in extract(read(path)).commitments if one.quantity
    }
    assert {number: found[number] for number in hedges} == hedges
    assert found["5公里"] == ""
