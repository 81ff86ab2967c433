"""From which year a document speaks: what 今年 and 明年 mean in it.

Most reports are given early in the year that they plan for. Some are given at the end of the
year that they report on; what they call 今年 is done, and 明年 is planned. Their date says so,
or their words do: 今年1至9月 and 今年预计 beside 明年的计划.
"""

from __future__ import annotations

import re

from policydiff.reading.document import Kind
from policydiff.reading.reviews import PRESENTED

_DATED = re.compile(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日.{0,12}(?:在|[)）])")
_HEAD = 400
_FIRST_MONTHS, _LAST_MONTHS = 4, 11
_MONTHS = r"[一二三四五六七八九十\d]{1,2}"
_GONE = re.compile(
    rf"今年(?:以来|已|{_MONTHS}月?份?[至到—-]|的?工作?(?:回顾|总结)|前{_MONTHS}|上半年|的?[^，。；]{{0,14}}预计|[^，。；要将]{{0,18}}了)"
)
_STILL_TO_COME = re.compile(
    "今年(?:安排|计划|重点|继续|再|[^，。；了]{0,10}(?:要(?!求)|将|拟|力争|争取))"
)
_NEXT = re.compile(
    "(?:明年|下一?年度?)(?![初春])(?:的|[^，。；]{0,14}(?:计划|任务|工作|目标|预算|安排|要|将))"
)
_PART_OF_A_YEAR = re.compile(
    r"(?:上半年|前?[一二三]个?季度|前[一二两三四五六七八九十]+个?月|\d年\d{1,2}月?[-—–～至]\d{1,2}月).*(?:报告|情况|总结)"
    r"|(?:预算|计划)(?:收支|部分)?调整|调整[^，。；]{0,24}(?:预算|计划)"
    r"|(?:情况|进展|进度)[（(](?:截[至止]|[1１一]月?[-—–～~至][\d一二三四五六七八九十]{1,2}月)"
    rf"|(?:进展|推进)情况{PRESENTED}?$"
)
_OPENS_PART = re.compile(
    rf"^\s*(?:(?:今年|(?:19|20)\d\d年)?(?:上半年|前三季度|一季度|[1一]\s?[-—–～~至]\s?{_MONTHS}月份?)[，,]|上半年[^\n。，；]{{0,12}}(?:回顾|情况)$)",
    re.MULTILINE,
)
"""How a text begins, title or none, that tells of the part of a year gone by."""
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def given_at_the_end_of(text: str, year: int | None, kind: Kind) -> int | None:
    """The year at whose end ``text`` was given, or None: ``year`` itself or the one before.

    ``year`` is the planning year as far as metadata tell, which for a report that is known by
    the year of its session is the year reported on. Plans, tables and notices are given in no
    year of their own.
    """
    if year is None or kind not in {Kind.WORK_REPORT, Kind.PLAN_REPORT}:
        return None
    dated = _DATED.search(text, 0, _HEAD)
    if dated and year - 1 <= int(dated[1]) <= year:
        if int(dated[2]) >= _LAST_MONTHS:
            return int(dated[1])
        if int(dated[2]) <= _FIRST_MONTHS:
            return None
    if "今年" not in text or not ("明年" in text or "下一年" in text or "下年" in text):
        return None
    gone, planned = len(_GONE.findall(text)), len(_NEXT.findall(text))
    if not gone or not planned or gone + planned <= len(_STILL_TO_COME.findall(text)):
        return None
    return year if _plans_for(text, year + 1) else year - 1


def reports_on_a_part(title: str, text: str, kind: Kind) -> bool:
    """Whether ``text`` reports on a part of the year that it plans for: 上半年…情况."""
    if _PART_OF_A_YEAR.search(title):
        return True
    return kind is Kind.OTHER and _OPENS_PART.search(text, 0, _HEAD) is not None


def _plans_for(text: str, year: int) -> bool:
    digits = str(year)
    spelled = (digits, digits.translate(_WIDE_DIGITS), digits.translate(_HAN_DIGITS))
    if not any(one in text for one in spelled):
        return False
    named = "|".join(spelled)
    return bool(
        re.search(
            rf"(?<![到至])(?:{named})年度?的?[^，。；]{{0,8}}(?:计划|任务|工作|目标|预算|安排)",
            text,
        )
    )
