"""Sentences that announce what stands below them, as 重点做好以下工作 does."""

from __future__ import annotations

import re

from policydiff.reading.dates import years_in
from policydiff.reading.document import Stance
from policydiff.reading.outline import Horizon

_LEADS = re.compile(
    r"(?:(?:以下|如下|下列)[^，。；：]{0,10}|[几\d一二三四五六七八九十]+[个大件]?)"
    r"(?:方面|工作|任务|目标|事项|(?:民生|惠民|便民)?[实大]事|重点)(?:的?(?:主要|重点|民生)?(?:工作|任务|目标|实事))?"
    r"(?:，[^，。；：]{2,16}){0,2}[：:。]$"
)
_BACK = re.compile("了|年来|过去|去年|取得")
_AHEAD = re.compile("(?:做|抓|办)[好实]|实现|完成|今后|未来|(?<!主)要(?!求)|将|力争")


def announced(text: str, horizon: Horizon) -> Stance | None:
    """What the last sentence of ``text`` announces of the headings below it; None if nothing.

    They tell what was done (一年来，主要做了以下工作) or what is to be (重点抓好以下工作).
    """
    last = text[text.rfind("。", 0, -1) + 1 :]
    if not _LEADS.search(last):
        return None
    year = max(years_in(last), default=None)
    if _BACK.search(last) or (year and horizon.first and year < horizon.first):
        return Stance.OUTCOME
    return Stance.TARGET if _AHEAD.search(last) else None
