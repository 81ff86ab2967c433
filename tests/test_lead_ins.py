from __future__ import annotations

import pytest

from policydiff.reading.document import Stance
from policydiff.reading.lead_ins import announced
from policydiff.reading.outline import Horizon

BACK, AHEAD = Stance.OUTCOME, Stance.TARGET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新的一年，要重点做好以下工作：", AHEAD),
        ("形势逼人。我们要抓好五个方面的工作。", AHEAD),
        ("未来五年，努力实现以下6个方面主要目标。", AHEAD),
        ("今年要办好十件民生实事，说到做到。", AHEAD),
        ("一年来，我们重点抓好以下工作：", BACK),
        ("镇政府主要做了下列几件大事：", BACK),
        ("2030年，重点完成以下任务：", BACK),
        ("2031年，重点完成以下任务：", AHEAD),
        ("现将情况报告如下：", None),
        ("失业率要控制在百分之三以下。", None),
        ("要抓好以下工作：种树。修路。", None),
    ],
)
def test_what_stands_below(text: str, expected: Stance | None) -> None:
    assert announced(text, Horizon(2031, 2031)) is expected
