"""The title of a document, as printed at its head or as its first sentences give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.clutter import has_clutter_sign
from policydiff.reading.lines import Line, ends_sentence
from policydiff.reading.markers import find_marker
from policydiff.reading.reviews import ACCOUNT, PRESENTED

PLAN_REPORT = re.compile(r"计划.*报告|计划(?:执行|完成)情况")
"""The title of a report on a yearly plan."""
WORKS_PLANNED = r"(?:项目|工程|任务|工作|实事)[^，。；]{0,6}(?:计划|安排)表"
"""The title of a table of what is to be built in a year."""
_TITLE = re.compile(
    r"政府工作报告|分解表|(?:任务|责任|工作|推进|进度|督[查办]|对账|销号)清单|责任分工|规划纲要|目标纲要|五年(?:规划|计划)|发展规划|五[”\"]?规划"
    r"|计划.{0,30}报告|的报告|的通知|一览表|工作要点|工作总结|运行情况|行动计划|[\u4e00-\u9fff]方案|实施意见"
    r"|^关于.{2,60}的说明$|》.{0,8}(?:新闻发布会|解读|答记者问)"
    rf"|年.{{2,40}}{ACCOUNT}{PRESENTED}?(?:[（(【\[].*)?$"
    r"|五[”\"](?:时期)?[^，。]{2,24}规划|半年工作|审计工作报告|统计公报"
    r"|(?:年.{2,30}|民生|为民|惠民|便民)实事(?:项目)?(?:清单|安排|计划)?$"
    r"|年.{2,30}(?:工作|任务)(?:安排|部署|计划|打算)$"
    rf"|年.{{2,40}}(?:(?:推进|进展|进度|任务|责任|督[查办]|调度)表|{WORKS_PLANNED}|台账|责任[书状])(?:[（(].*)?$"
)
_COMPLETE = re.compile(
    r"(?:报告|通知|[通汇公]报|公示|[公通]告|方案|规划|纲要|计划|表|台账|清单|责任[书状]|意见|要点|决定|总结|安排|打算|情况|说明|实录|解读|答记者问|发布会|实事(?:项目)?)(?:\s*[（(【\[].*)?$"
)
_SPAN = re.compile(r"[（(](?:19|20)\d\d年?\s*[-—–－~～至到]+\s*(?:19|20)\d\d年?[）)]")
"""The years of a plan in brackets, in a line below its title."""
_BEGINS_WITH_YEAR = re.compile(r".{0,16}(?<!\d)(?:19|20)\d\d年(?!\d{1,2}月)\D{4,}$")
_TURNS = re.compile(
    "[与和及]|以及|(?:实施|执行|完成|进展|推进|落实|办理)(?:工作)?情况的?(?:通[报告]|报告|公[告示])$"
)
"""How the line of a title begins that goes on: 和2031年计划草案的报告, 实施情况的通报."""
_IN_A_SENTENCE = re.compile(
    r"(关于[^，。；：]{4,60}?的报告)"
    r"|(?<![据照实彻绕合和与]《)(?<![^《，。；：,;:\n])"
    r"([^《，。；：,;:\n]{4,60}?(?:规划和[^，。；：]{4,20}纲要|规划纲要|五年规划))(?=[，》（(]|是)"
    r"|(?:制定|编制|制订)(?:了|本|《)?([^，。；：,;:\n]{4,40}?五[”\"][^，。；：,;:\n]{0,30}规划)(?=[，。》（(])"
)
_PRESENTS = re.compile(
    r"将(?!军)([^，,。；;：:\n《》]{6,80}?(?:情况|安排|草案))(?=(?:的?情况)?(?:作?如下)?的?(?:[报公]告|[汇通]报|公[示布]|提请|请))"
)
"""What a report says it presents, where no title is printed: 现将全县…计划执行情况报告如下."""
_ISSUES = re.compile(r"(?:政府|办公[厅室]|委员会|[局厅部院])[^，。；：]{0,12}关于[^，。；：]+$")
"""How a title opens that names who issues it: 县人民政府办公室关于印发…."""
_FIELD = re.compile(r"title:\s*")
"""What stands before the title in the head of a Markdown file."""
_SPEECH = re.compile(r"各位代表")
_TOP, _OPENING = 25, 400
"""How many lines and characters of a text may hold its title."""


def find_title(lines: Sequence[Line], text: str) -> str:
    """The title over ``text``, or the one that its opening names; "" if there is none.

    A report to a congress without a title (it begins with 各位代表) is a 政府工作报告.
    """
    front = _front(lines)
    for at, line in enumerate(front):
        for stop in range(at + 1, min(at + 4, len(front) + 1)):
            title = "".join(front[at:stop])
            if _COMPLETE.search(title) and _looks_like_title(title):
                if stop < len(front) and _TURNS.match(front[stop]):
                    continue
                span = front[stop] if stop < len(front) and _SPAN.fullmatch(front[stop]) else ""
                return re.sub(r"\s*[【\[].*?[】\]]\s*$", "", title) + span
            if not line.startswith("关于") and not _goes_on(front[at:stop]):
                break
    if named := _IN_A_SENTENCE.search(text[:_OPENING]):
        return (named[1] or named[2] or named[3]).strip()
    spoken = any(_SPEECH.match(line.text) for line in lines[:_TOP])
    presented = _PRESENTS.search(text[:_OPENING])
    if presented and (not spoken or PLAN_REPORT.search(presented[1])):
        return presented[1]
    return "政府工作报告" if spoken else ""


def _front(lines: Sequence[Line]) -> list[str]:
    """The lines above the first sentence and the first heading, without web-page clutter."""
    front: list[str] = []
    for line in lines[:_TOP]:
        if "\t" in line.text:
            break
        if has_clutter_sign(line.text):
            continue
        if _SPEECH.match(line.text) or "。" in line.text or find_marker(line.text) is not None:
            break
        front.append(_FIELD.sub("", line.text))
    return front


def _looks_like_title(line: str) -> bool:
    return len(line) <= 80 and not ends_sentence(line) and _TITLE.search(line) is not None


def _goes_on(front: Sequence[str]) -> bool:
    """Whether a title that began as printed may go on in the next line."""
    if _TITLE.search(front[-1]) is not None or "政府工作报" in front[0]:
        return True
    if len(front) == 1 and _ISSUES.search(front[0]):
        return True
    return _BEGINS_WITH_YEAR.match(front[0]) is not None and not ends_sentence(front[-1])
