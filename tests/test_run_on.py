from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Stance, read
from policydiff.reading.run_on import parted

FILLER = "全县上下把渔港当作家园来经营，海风里有船歌，码头上有灯火，老船长把航路讲给年轻人听。" * 12
SHORTER = "让归航的船有港可停，让离岸的人有灯可望。"
REPORT = f"""一、“十五五”时期渔业发展成就
（一）“十五五”期间渔港面貌一新
“十五五”时期，全县修好了码头，{FILLER}
1、船队兴旺渔民增收。改造渔船300艘，渔民人均收入3.2万元。
2、冷链补齐。新建冷库14座。
二、“十六五”时期主要任务
（一）加强渔港建设
新建码头6座，{SHORTER}
（二）完善冷链
新建冷库9座，冷链覆盖率达到85%。
"""


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("", [""]),
        ("修路。1.通水。2.通电。", ["修路。1.通水。2.通电。"]),
        ("修路。一、通水。二、通电。", ["修路。", "一、通水。", "二、通电。"]),
        ("修路。三、通水。五、通电。", ["修路。", "三、通水。", "五、通电。"]),
        ("修路。三、通水。二、通电。", ["修路。", "三、通水。二、通电。"]),
        ("一、通水（一）修渠1.清淤。2.加固。", ["一、通水", "（一）修渠", "1.清淤。", "2.加固。"]),
        (
            "修路。一、通水。（一）修渠。一、通电。（一）清淤。二、种树。（一）育苗。",
            [
                "修路。",
                "一、通水。",
                "（一）修渠。一、通电。（一）清淤。",
                "二、种树。",
                "（一）育苗。",
            ],
        ),
        ("第二章 农业第一节 种植 麦子。", ["第二章 农业", "第一节 种植 麦子。"]),
        ("发展一、二、三产业。一、二产业并重。", ["发展一、二、三产业。一、二产业并重。"]),
        ("修路，一、通水，（一）修渠。", ["修路，一、通水，（一）修渠。"]),
        ("目标 一、通水 二、通电", ["目标 ", "一、通水 ", "二、通电"]),
        ("一、增长。1.5万人，2.6万户。2.通水。", ["一、增长。1.5万人，2.6万户。2.通水。"]),
    ],
)
def test_headings_that_numbers_tell(line: str, begins: list[str]) -> None:
    found = parted(line)
    assert [line[a:b] for a, b in zip(found, [*found[1:], None], strict=True)] == begins


@pytest.mark.parametrize("end", ["", " ", "\n"])
def test_a_report_without_line_ends_stands_as_it_did(end: str, tmp_path: Path) -> None:
    path = tmp_path / "渔业.txt"
    path.write_text(REPORT.replace("\n", end), encoding="utf-8")
    document = read(path, title="林川县“十六五”渔业发展规划")
    past, aims = Stance.OUTCOME, Stance.TARGET
    assert [
        (one.quantity.text, one.stance, one.year)
        for one in extract(document).commitments
        if one.quantity
    ] == [
        ("300艘", past, 2030),
        ("3.2万元", past, 2030),
        ("14座", past, 2030),
        ("6座", aims, 2035),
        ("9座", aims, 2035),
        ("85%", aims, 2035),
    ]
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    assert all(a.end <= b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
