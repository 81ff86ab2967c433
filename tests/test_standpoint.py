from __future__ import annotations

import pytest

from policydiff.reading.document import Kind
from policydiff.reading.standpoint import given_at_the_end_of

WORDS = "今年1至9月新建桥梁8座。明年的计划是新建9座。"


@pytest.mark.parametrize(
    ("text", "year", "kind", "expected"),
    [
        ("——2030年12月8日在林川县会议上", 2031, Kind.WORK_REPORT, 2030),
        ("——2030年11月8日在林川县会议上", 2030, Kind.WORK_REPORT, 2030),
        ("——2031年1月8日在林川县会议上" + WORDS, 2031, Kind.WORK_REPORT, None),
        ("——2030年9月8日在林川县会议上" + WORDS, 2031, Kind.WORK_REPORT, 2030),
        (WORDS, 2031, Kind.WORK_REPORT, 2030),
        (WORDS + "2032年计划如下。", 2031, Kind.WORK_REPORT, 2031),
        (WORDS + "２０３２年的任务如下。", 2031, Kind.PLAN_REPORT, 2031),
        (WORDS + "二〇三二年的任务如下。", 2031, Kind.PLAN_REPORT, 2031),
        (WORDS + "到2032年完成任务。", 2031, Kind.PLAN_REPORT, 2030),
        (WORDS, 2031, Kind.TASK_TABLE, None),
        (WORDS, None, Kind.WORK_REPORT, None),
        ("今年要建桥8座。今年重点修路。明年的任务更重。", 2031, Kind.WORK_REPORT, None),
        (
            "今年以来，市场活跃。今年要建桥8座。今年安排9座。明年的任务",
            2031,
            Kind.WORK_REPORT,
            None,
        ),
        ("今年以来，市场活跃。", 2031, Kind.WORK_REPORT, None),
    ],
)
def test_a_report_given_at_the_end_of_a_year_says_so(
    text: str, year: int | None, kind: Kind, expected: int | None
) -> None:
    assert given_at_the_end_of(text, year, kind) == expected
