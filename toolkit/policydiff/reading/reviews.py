"""Titles of what tells what was done: how reviews are named, and which year they are of."""

from __future__ import annotations

import re

from policydiff.reading.document import Kind

ACCOUNT = "(?:执行|完成|进展|落实|办理|推进|实施|建设|开展|工作|运行|发展|主要|总体|整体)情况"
"""What a review gives an account of: 计划执行情况."""
PRESENTED = "(?:的?(?:[报公通]告|[汇通]报|公示)|表)"
"""As what an account is given: 执行情况的报告, 完成情况表."""

_REVIEW = re.compile(rf"(?:{ACCOUNT}|总结|回顾|统计公报){PRESENTED}?(?:[（(][^）)]*[）)])?$")
_AND_PLAN = re.compile("安排|打算|草案|建议|下半年|下一?步|工作计划")
_OF_ITS_YEAR = re.compile(
    rf"(?<!\d)\d{{4}}年(?:度|全年)?(?:(?!\d年|草案|安排|上半年|季度|[\d个]月)[^“”])*"
    rf"(?:(?!进展|推进){ACCOUNT}|工作总结){PRESENTED}?$"
    r"|(?<!\d)\d{4}年度?(?:(?!\d年)[^和与及、“”])*决算(?:（?草案）?)?的?(?:报告)?$"
    r"|(?<!\d)\d{4}年度?(?:(?!\d年)[^“”])*(?:审计(?:工作|结果|情况)?的?(?:[报公]告|情况)|统计公报)$"
)


def only_reviews(title: str, kind: Kind | None) -> bool:
    """Whether ``title`` is that of a text on what was done: 2031年民生实事完成情况.

    A table of tasks tells what is to be done beside how far it has come.
    """
    if kind is Kind.TASK_TABLE or _AND_PLAN.search(title):
        return False
    return _REVIEW.search(title) is not None


def reviews_its_year(title: str) -> bool:
    """Whether ``title`` is that of a report on the last year it names: 2023年计划执行情况的报告.

    How far things have come (进展情况) is told in the year itself.
    """
    return _OF_ITS_YEAR.search(title) is not None
