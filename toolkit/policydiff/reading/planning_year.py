"""The year that a document plans for, found in its title, headings, words or file name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from policydiff.reading.dates import digited, last_year_planned, years_in
from policydiff.reading.document import Kind, Stance
from policydiff.reading.lines import Line
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import heads_part
from policydiff.reading.reviews import ACCOUNT, reviews_its_year
from policydiff.reading.standpoint import reports_on_a_part
from policydiff.reading.weighing import weighed

_MEETING = re.compile(r"[—-]{0,3}\s*((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日.{0,6}在.{1,40}会议")
_LATE_MONTHS = 11
"""From this month on a meeting plans for the year to come."""
_PROPOSES = re.compile(r"(?<!\d)((?:19|20)\d\d)年[^，。；：\d]{0,24}?(?:草案|预算|计划安排|计划的)")
"""What a report whose title names no year proposes: 现将2029年计划执行情况和2030年计划草案."""
_AHEAD = re.compile(
    r"((?:19|20)\d\d)年?.{0,12}(?:任务|部署|要求|建议|目标|(?:重点|主要)工作|安排|的工作|打算|工作计划|(?:年|政府)工作$)"
)
_BACK = re.compile(
    r"((?:19|20)\d\d)年(?:(?!\d年|上半年|季度|[\d个]月|草案|安排|打算|建议).){0,24}?"
    rf"(?:回顾|{ACCOUNT}|总结|成效|亮点|成绩|成就)(?!.{{0,12}}(?:任务|计划|打算|安排|建议))"
)
_TOLD = re.compile(
    r"(?:回顾|过去(?:的)?一年|一年来|去年)[^。，\n]{0,16}\n\s*((?:19|20)\d\d)年(?=[，,是])"
)
"""The year with which the review of a year opens, under a heading that does not name it."""
_TOP, _HEADLINE, _PREAMBLE, _OPENING = 25, 60, 400, 3000


def planning_year(
    title: str, lines: Sequence[Line], text: str, name: str, kind: Kind
) -> int | None:
    """The year that a document called ``title`` plans for, or None where nothing tells it.

    A review plans for the year after the one it is of. What is asked, in this order: the title,
    the date of the meeting, the preamble of a report on a plan, headings, the name of the file
    ``name``, the opening of a review, the year named most often.
    """
    if years := years_in(title):
        return max(years) + reviews_its_year(title)
    short = [_plain(line.text) for line in lines if len(line.text) <= _HEADLINE]
    for line, below in zip(short[:_TOP], [*short[1:], ""], strict=False):
        met = _MEETING.search(line + below)
        if met and met.start() < len(line):
            return int(met[1]) + (int(met[2]) >= _LATE_MONTHS)
    if kind is Kind.PLAN_REPORT and (proposed := _PROPOSES.findall(_plain(text[:_PREAMBLE]))):
        return max(map(int, proposed))
    if (headed := _headed(short)) is not None:
        return headed
    untitled = not title and kind is Kind.OTHER
    if untitled and (planned := last_year_planned(text[:_HEADLINE])) is not None:
        return planned + _reviews(planned, text)
    unframed = untitled and not reports_on_a_part(title, text, kind)
    if match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name):
        return int(match[1]) + (unframed and _reviews(int(match[1]), text))
    if told := _TOLD.search(_plain(text[:_OPENING])):
        return int(told[1]) + 1
    counted = Counter(years_in(text, dated=True))
    if not counted:
        return None
    year = max(counted, key=lambda year: (counted[year], year))
    return year + (unframed and _reviews(year, text))


def _headed(lines: Sequence[str]) -> int | None:
    """The planning year that headings among ``lines`` name, ahead or, failing that, back."""
    headings = [line for line in lines if find_marker(line) is not None or heads_part(line)]
    back = {line: int(match[1]) for line in headings if (match := _BACK.search(line))}
    ahead = [
        int(match[1])
        for line in headings
        if line not in back and (match := _AHEAD.search(line)) and "远景" not in line
    ]
    if ahead:
        return max(ahead)
    return max(back.values()) + 1 if back else None


def _reviews(year: int, text: str) -> bool:
    """Whether ``text``, which has no title, reviews ``year`` and names no later one."""
    last = max(years_in(text, dated=True), default=None)
    return last == year and weighed(text) is Stance.OUTCOME


def _plain(text: str) -> str:
    return digited(re.sub(r"(?<=\d)\s+(?=\d)", "", unicodedata.normalize("NFKC", text)))
