"""Works and places of work that own what is measured of them: 北环路工程, 北港产业园."""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff.commitments.counted import without_task
from policydiff.commitments.edges import clean
from policydiff.commitments.lexicon import opening_verb
from policydiff.commitments.measures import WORK_RATE

_TITLE = re.compile(
    r"(?:园|基地|大厦|中心|平台|码头|机场|枢纽|水库|电站|市场|学校|综合体|谷|城|厂|区|院|街|路|桥|馆"
    r"|站|港|小镇|项目|工程|集团|公司|产业|业)$"
)
_HEADING = re.compile(r"第.{1,3}[章节篇]|专栏|.{25}")
_ORDINAL = re.compile(r"^[\s（(]*[一二三四五六七八九十\d]+[)）.．、\s]*")
_DEED = re.compile(
    r"(?:工程|项目|建设|改造|整治|合作|治理|修复|路|桥|线|园|行动|计划|[电泵]站|水库|枢纽|码头|机场)$"
)
_THIS_WORK = re.compile(r"(?:[该本此]|这[一个]?个?)(?:工程|项目)(?:共计?|计划)?(?=..)")
_THIS_WORK_BEGINS = frozenset("该本此这")
"""The work just named, which owns what is invested in it: 该工程投入资金."""


@lru_cache(maxsize=256)
def thing_in(title: str) -> str:
    """The thing that a heading names (二、北港产业园), or nothing."""
    ordinal = _ORDINAL.match(title)
    title = title[ordinal.end() if ordinal else 0 :].strip()
    names_a_thing = _TITLE.search(title) and not _HEADING.match(title)
    return title if names_a_thing and not opening_verb(title, 0) else ""


def work_in(words: str) -> str:
    """The work that a clause before spoke of, if its last word is one: 北环路工程."""
    deed = without_task(clean(words)) if not _DEED.search(words) else clean(words)
    return deed if _DEED.search(deed) else ""


def works_of(named: str, topic: str) -> str:
    """The works whose rate of progress follows: 渔港项目 of 渔港项目开工率90%，竣工率60%.

    They are ``named`` last, or what a clause before was about, its ``topic``.
    """
    works = WORK_RATE.sub("", named)
    if works != named or _DEED.search(works):
        return works
    works = without_task(clean(topic))
    return works if _DEED.search(works) else ""


def behind_this_work(words: str) -> str:
    """``words`` behind 该工程, 本项目, which owns what is measured; all of them without."""
    this = _THIS_WORK.match(words) if words[:1] in _THIS_WORK_BEGINS else None
    return words[this.end() :] if this else words
