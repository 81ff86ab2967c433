from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Stance, read
from policydiff.reading.lines import split_lines

TITLE = "云港区2030年度目标管理考核细则\n\n"
AIMS = [
    ("规模以上工业总产值", 2e9, "amount"),
    ("规模以上工业总产值", 8.0, "growth"),
    ("“四上”单位", 6.0, "amount"),
    ("新登记企业", 70.0, "amount"),
    ("污水处理率", 95.0, "share"),
]
TABBED = """序号\t考核指标\t年度目标\t权重\t评分办法\t考核单位
1\t"规模以上工业
总产值"\t"20亿元，
增长8%"\t6\t"完成得满分，
每低1个百分点扣0.5分"\t区工信局
2\t市场主体\t"1.新增“四上”单位6家
2.新登记企业70户"\t5\t两项各占一半\t"区统计局
区市场监管局"
3\t污水处理率\t95%\t5\t每低1个百分点扣1分\t区住建局
"""
COMMAS = TABBED.replace("\t", ",")
BARRED = """| 序号 | 考核指标 | 年度目标 | 权重 | 评分办法 |
| --- | --- | --- | --- | --- |
| 1 | 规模以上工业总产值 | 20亿元，增长8% | 6 | 每低1个百分点扣0.5分 |
| 2 | 市场主体 | 新增“四上”单位6家；新登记企业70户 | 5 | 两项各占一半 |
| 3 | 污水处理率 | 95% | 5 | 每低1个百分点扣1分 |
"""
CARDS = """一、经济发展（20分）

1.规模以上工业总产值（8分）
【目标值】20亿元，增长8%
【上年完成】18.3亿元
【评分办法】每低1个百分点扣0.5分。
【考核主体】区工信局

2.市场主体（6分）
【目标值】新增“四上”单位6家；新登记企业70户
【上年完成】4家；65户
【考核主体】区统计局

二、生态环境（20分）

3.污水处理率（5分）
【目标值】95%
【上年完成】94%
【评分办法】每低1个百分点扣1分。
"""
BEFORE = [
    ("规模以上工业总产值", 1.83e9),
    ("“四上”单位", 4.0),
    ("新登记企业", 65.0),
    ("污水处理率", 94.0),
]


def _counted(tmp_path: Path, text: str, stance: Stance) -> list[tuple[str, float, str]]:
    path = tmp_path / "clouds-2030.txt"
    path.write_text(TITLE + text, encoding="utf-8")
    found = [one for one in extract(read(path)).commitments if one.stance is stance]
    assert {one.year for one in found} <= {2030 if stance is Stance.TARGET else 2029}
    return [(one.indicator, one.quantity.value, one.quantity.kind) for one in found if one.quantity]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TABBED, id="quoted cells between tabs"),
        pytest.param(TABBED.replace("\n", "\r\n"), id="with other line ends"),
        pytest.param(COMMAS, id="between commas"),
        pytest.param(BARRED, id="bars"),
        pytest.param(CARDS, id="lines with labels"),
        pytest.param(CARDS.replace("【", "").replace("】", "："), id="with colons"),
        pytest.param(CARDS.replace("1.", "（1）").replace("2.", "（2）"), id="other numbers"),
    ],
)
def test_aims_are_read_and_how_they_are_judged_is_not(tmp_path: Path, text: str) -> None:
    assert _counted(tmp_path, text, Stance.TARGET) == AIMS


def test_what_was_reached_before_is_told_in_the_order_of_the_aims(tmp_path: Path) -> None:
    found = _counted(tmp_path, CARDS, Stance.OUTCOME)
    assert [(name, value) for name, value, _ in found] == BEFORE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('1\t"东\n西"\t南', ['1\t"东\n西"\t南']),
        ('号\r\n"东\r\n西",南,北\r\n中', ["号", '"东\r\n西",南,北', "中"]),
        ('1\t"东"\t南\n2\t"西"\t北', ['1\t"东"\t南', '2\t"西"\t北']),
        ('"东\n西"\n南', ['"东', '西"', "南"]),
        ('东,"西\n南', ['东,"西', "南"]),
    ],
)
def test_a_quoted_cell_may_go_over_lines(text: str, expected: list[str]) -> None:
    assert [line.text for line in split_lines(text)] == expected
