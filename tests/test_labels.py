from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Stance, read
from policydiff.reading.labels import split_at_labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公园5个。", [("新建公园5个。", None)]),
        ("目标任务：新建公园5个。", [("新建公园5个。", Stance.TARGET)]),
        ("【年度目标】：新建公园5个。", [("新建公园5个。", Stance.TARGET)]),
        ("目前进度:建成3个。", [("建成3个。", Stance.OUTCOME)]),
        (
            "改善环境。年度目标：新建公园5个。进展情况：建成3个。",
            [
                ("改善环境。", None),
                ("新建公园5个。", Stance.TARGET),
                ("建成3个。", Stance.OUTCOME),
            ],
        ),
        (
            "检查任务落实情况，新建公园5个：东园等。",
            [("检查任务落实情况，新建公园5个：东园等。", None)],
        ),
        ("注：含续建。", [("注：含续建。", None)]),
    ],
)
def test_labels_set_the_stance(text: str, expected: list[tuple[str, Stance | None]]) -> None:
    found = [
        (text[begin:end], stance) for begin, end, stance in split_at_labels(text, 0, len(text))
    ]
    assert found == expected


def test_aims_and_progress_of_each_project(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        """青岚县2031年上半年民生实事进展情况通报
一、公园建设
目标任务:新建口袋公园12个。
目前进度:县住建局已经建成东园等口袋公
园7个,投入2300万元。
二、养老服务
目标任务:新增养老床位300张。
目前进度:截至目前，新增养老床位180张。
""",
        encoding="utf-8",
    )
    found = extract(read(path)).commitments
    assert [(one.quantity.text, one.stance) for one in found if one.quantity] == [
        ("12个", Stance.TARGET),
        ("7个", Stance.OUTCOME),
        ("2300万元", Stance.OUTCOME),
        ("300张", Stance.TARGET),
        ("180张", Stance.OUTCOME),
    ]
    assert "截至目前" not in {one.quote for one in found}
