"""Title, publisher, planning year and kind, found in the text of a document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.clutter import has_clutter_sign
from policydiff.reading.document import Kind, Stance
from policydiff.reading.lines import Line, ends_sentence
from policydiff.reading.markers import find_marker, han_number
from policydiff.reading.outline import Horizon, digited, five_year_period, heads_part, years_in
from policydiff.reading.standpoint import given_at_the_end_of, reports_on_a_part
from policydiff.reading.weighing import weighed

_TITLE = re.compile(
    r"政府工作报告|分解表|(?:任务|责任|工作)清单|责任分工|规划纲要|目标纲要|五年(?:规划|计划)|发展规划|五[”\"]?规划"
    r"|计划.{0,30}报告|的报告|的通知|一览表|工作要点|工作总结|运行情况|行动(?:计划|方案)|实施(?:方案|意见)"
    r"|年.{2,40}(?:执行|完成|进展|落实|办理|推进|实施|建设|开展|工作)情况(?:的?(?:[报公]告|[汇通]报|公示))?(?:[（(【\[].*)?$"
    r"|五[”\"](?:时期)?[^，。]{2,24}规划|半年工作|审计工作报告|统计公报"
    r"|(?:年.{2,30}|民生|为民|惠民|便民)实事(?:项目)?(?:清单|安排|计划)?$"
)
_COMPLETE_TITLE = re.compile(
    r"(?:报告|通知|[通汇公]报|公[示告]|方案|规划|纲要|计划|表|清单|意见|要点|决定|总结|安排|打算|情况|实事(?:项目)?)(?:\s*[（(【\[].*)?$"
)
_BEGINS_WITH_YEAR = re.compile(r".{0,16}(?<!\d)(?:19|20)\d\d年(?!\d{1,2}月)\D{4,}$")
_OWN_TITLE = re.compile(
    r"(关于[^，。；：]{4,60}?的报告)"
    r"|([^，。；：]{4,60}?(?:规划和[^，。；：]{4,20}纲要|规划纲要|五年规划))(?=[，》]|是|（)"
)
_PRESENTED = re.compile(
    r"将(?!军)([^，,。；;：:\n《》]{6,80}?(?:情况|安排|草案))(?=(?:的?情况)?(?:作?如下)?的?(?:[报公]告|[汇通]报|公[示布]|提请|请))"
)
"""What a report says it presents, where no title is printed: 现将全县…计划执行情况报告如下."""
_REVIEW = re.compile(
    r"(?:(?:执行|完成|进展|落实|办理|推进|实施|建设|开展|工作|运行)情况|总结|回顾|统计公报)"
    r"(?:的?(?:[报公]告|[汇通]报|公示))?(?:[（(][^）)]*[）)])?$"
)
_TURNS = re.compile("[与和及]|以及")
"""How the line of a title begins that goes on to what is planned: 和2031年计划草案的报告."""
_DONE = re.compile("情况|进展|总结|回顾")
_IN_CHARGE = re.compile(r"(?m)^[^\n。]{0,60}(?:牵头|责任)(?:单位|主体)\s*(?:[|｜\t\n]|$)")
"""The header of the units in charge in a table of tasks."""
_PLAN_REPORT = re.compile(r"计划.*报告|计划(?:执行|完成)情况")
_NOT_ONLY_REVIEW = re.compile("安排|打算|草案|建议|下半年|下一?步|工作计划")
_FIVE_YEAR = re.compile(
    r"第([一二三四五六七八九十]+)个五年(?:规划|计划)"
    r"|[“\"](十?[一二三四五六七八九]|十)五[”\"](?:规划|计划)"
    r"|(十[一二三四五六七八九]?)五(?=规划|计划)"
)
_SECTOR_PLAN = re.compile(
    r"[“\"](十?[一二三四五六七八九]|十)五[”\"](?:时期)?[^，。“”\"\d]{2,24}规划(?=$|[》（(]|的通知)"
)
"""The title of a five-year plan for one field: “十六五”水利发展规划."""
_PLACE = (
    r"(?!年|我|向|区|市|县|省)[\u4e00-\u9fff]{1,12}?"
    r"(?:特别行政区|自治区|自治州|自治县|新区|开发区|省|市|区|县|旗|州|盟|镇|乡)"
)
_PLACES = re.compile(
    rf"^(?:关于(?:印发)?|[《“])?((?:{_PLACE})+?)(?=(?:人民)?政府(?!工作)|(?:第|\d|国民经济|政府工作报告|[“\"]))"
)
_PREAMBLE = re.compile(r"(?<!\d)((?:19|20)\d\d)年[^，。；：\d]{0,24}?(?:草案|预算|计划安排|计划的)")
"""What a report whose title names no year proposes: 现将2029年计划执行情况和2030年计划草案."""
_SPAN = re.compile(r"((?:19|20)\d\d)年?\s*[-—–－~～至到]+\s*((?:19|20)\d\d)年?")
_LOOKS_BACK = re.compile("情况|回顾|总结|报告")
_LONGEST_PREAMBLE, _LONGEST_HEADLINE = 400, 60
_TOLD = re.compile(
    r"(?:回顾|过去(?:的)?一年|一年来|去年)[^。，\n]{0,16}\n\s*((?:19|20)\d\d)年(?=[，,是])"
)
"""The year with which the review of a year opens, under a heading that does not name it."""
_LONGEST_OPENING = 3000
_INNER_PLACE = re.compile(rf"\d年?((?:{_PLACE})+)(?:人民)?(?:政府工作报告|国民经济)")
_SPEECH = re.compile(r"各位代表")
_MEETING = re.compile(r"[—-]{0,3}\s*((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日.{0,6}在.{1,40}会议")
_AHEAD = re.compile(
    r"((?:19|20)\d\d)年?.{0,12}(?:任务|部署|要求|建议|目标|(?:重点|主要)工作|安排|的工作|打算|工作计划|(?:年|政府)工作$)"
)
_BACK = re.compile(
    r"((?:19|20)\d\d)年(?:(?!\d年|上半年|季度|[\d个]月|草案|安排|打算|建议).){0,24}?"
    r"(?:回顾|(?:执行|完成|进展|落实|运行|工作|发展)情况|总结|成效|亮点|成绩|成就)(?!.{0,12}(?:任务|计划|打算|安排|建议))"
)
_YEAR_GONE_BY = re.compile(
    r"(?<!\d)\d{4}年(?:度|全年)?(?:(?!\d年|草案|安排|上半年|季度|[\d个]月)[^“”])*"
    r"(?:(?:执行|完成|工作|落实|办理|实施|开展)情况的?(?:[报公]告|[汇通]报|公示)?|工作总结)$"
    r"|(?<!\d)\d{4}年度?(?:(?!\d年)[^和与及、“”])*决算(?:（?草案）?)?的?(?:报告)?$"
    r"|(?<!\d)\d{4}年度?(?:(?!\d年)[^“”])*(?:审计(?:工作|结果|情况)?的?(?:[报公]告|情况)|统计公报)$"
)
"""The title of a report on its own year only: 2023年计划执行情况的报告."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself."""

    title: str
    publisher: str
    year: int | None
    kind: Kind
    horizon: Horizon


def find_metadata(
    text: str,
    lines: Sequence[Line],
    name: str,
    *,
    title: str | None,
    publisher: str | None,
    year: int | None,
    kind: Kind | None,
) -> Metadata:
    """Title, publisher, year and kind of a document; what is given is taken as it is.

    ``name`` is the name of its file, which may tell the year where the text does not.
    """
    printed = title or _title(lines, text)
    kind = kind or _kind(printed, text)
    number = _plan_number(printed) if kind is not Kind.WORK_REPORT else None
    if number is not None:
        first, last = five_year_period(number)
        year = year or last
        horizon = Horizon(min(first, year), year)
    else:
        year = year or _year(printed, lines, text, name, kind)
        done = given_at_the_end_of(text, year, kind)
        ahead = year if done is None else done + 1
        begins = first_year_planned(printed, year) if year else None
        horizon = Horizon(begins or ahead, ahead, closing=done is not None)
    place = publisher if publisher is not None else _publisher(printed, text)
    return Metadata(printed or name, place, year, kind, horizon)


def _title(lines: Sequence[Line], text: str) -> str:
    front = _front(lines)
    for at, line in enumerate(front):
        for stop in range(at + 1, min(at + 4, len(front) + 1)):
            title = "".join(front[at:stop])
            if _COMPLETE_TITLE.search(title) and _looks_like_title(title):
                if stop < len(front) and _TURNS.match(front[stop]):
                    continue
                return re.sub(r"\s*[【\[].*?[】\]]\s*$", "", title)
            if not line.startswith("关于") and not _goes_on(front[at:stop]):
                break
    if own := _OWN_TITLE.search(text[:400]):
        return (own[1] or own[2]).strip()
    spoken = any(_SPEECH.match(line.text) for line in lines[:25])
    presented = _PRESENTED.search(text[:_LONGEST_PREAMBLE])
    if presented and (not spoken or _PLAN_REPORT.search(presented[1])):
        return presented[1]
    return "政府工作报告" if spoken else ""


def _goes_on(front: Sequence[str]) -> bool:
    """Whether a title that began as printed may go on in the next line."""
    if _TITLE.search(front[-1]) is not None or "政府工作报" in front[0]:
        return True
    return _BEGINS_WITH_YEAR.match(front[0]) is not None and not ends_sentence(front[-1])


def _front(lines: Sequence[Line]) -> list[str]:
    """The lines above the first sentence and the first heading, without web-page clutter."""
    front: list[str] = []
    for line in lines[:25]:
        if "\t" in line.text:
            break
        if has_clutter_sign(line.text):
            continue
        if _SPEECH.match(line.text) or "。" in line.text or find_marker(line.text) is not None:
            break
        front.append(line.text)
    return front


def _looks_like_title(line: str) -> bool:
    return len(line) <= 80 and not ends_sentence(line) and _TITLE.search(line) is not None


def _kind(title: str, text: str) -> Kind:
    if re.search(r"分解表|任务清单|责任清单|任务分工|责任分工|工作清单|任务的通知", title):
        return Kind.TASK_TABLE
    if re.search(r"(?:实事|工作要点)[^，。；]{0,6}$", title) and not _DONE.search(title):
        return Kind.TASK_TABLE
    if re.search(r"(?:分解|分工|落实).*(?:通知|意见|方案)$", title) and "政府工作报告" in title:
        return Kind.TASK_TABLE
    if _PLAN_REPORT.search(title):
        return Kind.PLAN_REPORT
    if "政府工作报告" in title and not only_reviews(title, None):
        return Kind.WORK_REPORT
    if _plan_number(title) is not None or re.search(r"规划纲要|五年(?:规划|计划)|远景目标", title):
        return Kind.FIVE_YEAR_PLAN
    if not title and re.search(r"牵头单位|责任单位", text):
        return Kind.TASK_TABLE
    if only_reviews(title, None) and _IN_CHARGE.search(text):
        return Kind.TASK_TABLE
    return Kind.OTHER


def only_reviews(title: str, kind: Kind | None) -> bool:
    """Whether ``title`` is that of a text on what was done: 2031年民生实事完成情况.

    A table of tasks tells what is to be done beside how far it has come.
    """
    if kind is Kind.TASK_TABLE or _NOT_ONLY_REVIEW.search(title):
        return False
    return _REVIEW.search(title) is not None


def last_year_planned(title: str) -> int | None:
    """The last year of the five-year plan that ``title`` names, if any."""
    number = _plan_number(title)
    return None if number is None else five_year_period(number)[1]


def first_year_planned(title: str, last: int) -> int | None:
    """The first of the years up to ``last`` that the ``title`` of a plan spans: 2031—2033年."""
    span = None if _LOOKS_BACK.search(title) else _SPAN.search(title)
    if not span or int(span[2]) != last or int(span[1]) >= last:
        return None
    return int(span[1])


def _plan_number(title: str) -> int | None:
    match = _FIVE_YEAR.search(title)
    if match is None:
        sector = _SECTOR_PLAN.search(title)
        return han_number(sector[1]) if sector else None
    return han_number(match[1] or match[2] or match[3])


def _year(title: str, lines: Sequence[Line], text: str, name: str, kind: Kind) -> int | None:
    if years := years_in(title):
        return max(years) + bool(_YEAR_GONE_BY.search(title))
    short = [_plain(line.text) for line in lines if len(line.text) <= 60]
    for line in short[:25]:
        if met := _MEETING.search(line):
            return int(met[1]) + (int(met[2]) >= 11)
    if _kind(title, "") is Kind.PLAN_REPORT and (
        proposed := _PREAMBLE.findall(_plain(text[:_LONGEST_PREAMBLE]))
    ):
        return max(map(int, proposed))
    headings = [line for line in short if find_marker(line) is not None or heads_part(line)]
    back = {line: int(match[1]) for line in headings if (match := _BACK.search(line))}
    ahead = [line for line in headings if line not in back]
    if named := [
        int(match[1]) for line in ahead if (match := _AHEAD.search(line)) and "远景" not in line
    ]:
        return max(named)
    if back:
        return max(back.values()) + 1
    opening = text[:_LONGEST_HEADLINE] if not title and kind is Kind.OTHER else ""
    if (plan := _plan_number(opening)) is not None:
        return five_year_period(plan)[1]
    counted = Counter(years_in(text, dated=True))
    unframed = not title and kind is Kind.OTHER and not reports_on_a_part(title, text, kind)
    if match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name):
        return int(match[1]) + (unframed and _tells_of(int(match[1]), counted, text))
    if told := _TOLD.search(_plain(text[:_LONGEST_OPENING])):
        return int(told[1]) + 1
    if not counted:
        return None
    year = max(counted, key=lambda year: (counted[year], year))
    return year + (unframed and _tells_of(year, counted, text))


def _tells_of(year: int, counted: Counter[int], text: str) -> bool:
    """Whether ``text``, which has no title, reviews ``year`` and names no later one."""
    return max(counted, default=None) == year and weighed(text) is Stance.OUTCOME


def _plain(text: str) -> str:
    return digited(re.sub(r"(?<=\d)\s+(?=\d)", "", unicodedata.normalize("NFKC", text)))


def _publisher(title: str, text: str) -> str:
    bare = re.sub(r"\s", "", title)
    if place := _PLACES.search(bare) or _INNER_PLACE.search(bare):
        return f"{place[1]}人民政府"
    if re.search(r"代表国务院|受国务院|国务院总理|全国人民代表大会", text[:600]):
        return "国务院"
    if named := re.search(rf"^\s*((?:{_PLACE})+人民政府)\s*$", text[:2000], re.MULTILINE):
        return named[1]
    return ""
