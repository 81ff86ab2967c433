"""Headings, how they nest, and whether what stands under them looks back or ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.reading.dates import years_in
from policydiff.reading.document import Section, Stance
from policydiff.reading.markers import Style
from policydiff.reading.reviews import ACCOUNT, PRESENTED

_BACK = re.compile(
    rf"回顾|{ACCOUNT}(?=$|[表（(和及、，,]|{PRESENTED}$)|总结$|体会|过去|去年"
    r"|[一二三四五六七八九十几\d]年来|(?<!解决)(?<!针对)存在的?(?:主要|突出|一些)*(?:困难|问题|不足)"
    r"|(?:^|[）).．\s])(?:主要|重点|总体|各项|目前|当前|前期|任务|项目|工作|工程|目标|实事|建设|推进"
    r"|办理|实施|落实)+的?进展$"
)
_BASIS = re.compile(
    r"(?:第[一二三四五六七八九十\d]+[篇章节]|[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(?:[“\"].{1,3}五[”\"])?"
    r"(?:(?:发展|现实|工作|现有|已有|前期)的?(?:基础|现状)|(?:发展|建设|主要)的?(?:成就|成绩)|发展成效)"
)
"""A heading of what a plan sets out from, even in its part on aims: 第一章 发展基础, 发展成就."""
_TELLS_DEEDS = re.compile(
    r"第[一二三四五六七八九十\d]+[篇章节]\s*(?!\s|推动|推进|促进|确保|力争|努力|争取|加快|着力|坚持)[^，。；]{2,16}"
    r"取得了?(?!更|新|实质)[^，。；]{0,6}(?:成就|成绩|成效|成果|胜利)"
)
"""A heading of a plan that says what was attained, where no heading above says anything of time."""
_BACK_WEAK = re.compile(r"取得|成就|成绩|成效|亮点|发展基础|现实基础|工作基础|现状|历史性")
_AHEAD = re.compile(r"今后|下一?步|下一年|下半年|下一?阶段|四季度(?:$|工作)|明年|未来")
_TASKS = re.compile(r"(?:重点|主要|目标|总)任务|工作(?:任务|部署|安排|建议|打算)")
_AHEAD_WEAK = re.compile(
    r"任务|目标|安排|重点工作|建议|部署|要求|要点|措施|举措|保障|方针|思路|打算|展望|前景|远景|今年"
    r"|指导思想|基本原则|(?:计划|预算)草案"
)
_LAYS_BASIS = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]+)?\s*(?:夯实|筑牢|打牢|巩固|强化|厚植|奠定|增强|打好|做实)"
)
"""How a heading opens that gives a basis (夯实发展基础) instead of looking back on one."""
_OPEN = re.compile(r"机遇|挑战|形势|面临|环境分析|(?:发展|规划)(?:背景|环境)")
_PART_OF_A_YEAR = re.compile(r"上半年|前[一二三]季度|[一二三]季度(?!末)|今年以来")
_IMPERATIVE = re.compile(
    r"(?:[^，,]{0,2}(?:进一步|着力|全面|大力|继续|坚持|加快|加强|推进|推动|深化|深入|促进|认真|努力|积极"
    r"|切实|抓紧|抓好|搞好|实施|强化|优化|完善|提高|提升|扩大|打造|构建|建设|增强|健全|保持|把))"
)
_HEADLINE = re.compile(r".*[\u4e00-\u9fff]{4}\s+[\u4e00-\u9fff]{4}")
"""A heading of two clauses, as the press sets: it says nothing of time."""
_STATE = re.compile(
    r"(?:有[力效序](?:[\u4e00-\u9fff]{2})?|有为|向好|平稳|稳健|稳固|显著|明显|稳中[有向].{1,2}|(?:持续|不断|稳步|扎实|显著|明显|更加|日益|全面|进一步|逐步|加快|深入)"
    r"[\u4e00-\u9fff]{2})$"
)
"""What is said of a subject: 民生保障有力有效 reports, or says how it is to be."""
_PARTS = re.compile(r"[，,、；;]|(?<!国民经济)和|及|与")
_PART = re.compile(
    r"(?:(?:[“\"]?十?[一二三四五六七八九十]五[”\"]?|第[一二三四五六七八九十]{1,2}个五年计划)(?:时期|期间)?|(?:19|20)\d\d年|[一二][〇○零九][〇○零一二三四五六七八九]{2}年"
    r"|(?:过去|今后|未来)的?[一三五]年|今年|明年|下一?步|[上下]半年|下一?阶段|前三季度|[一四]季度)"
    r"(?!\d)[^，。；：、,;:\d]{0,16}"
    r"(?:回顾|目标|任务|安排|打算|重点工作|工作计划|工作|思路|要求|(?:工作|发展|执行|完成)情况|成[就绩])"
    r"|过去的?[一三五]年|今后五年"
)
"""An unnumbered heading that names the time of a part: “十五五”时期主要目标, 2031年重点工作."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The years that a document plans for; both None where it names none.

    ``closing`` says that it is given at the end of the year before: 今年 is done.
    """

    first: int | None = None
    last: int | None = None
    closing: bool = False


def heads_part(line: str) -> bool:
    """Whether ``line`` is a heading, with no number, of a part of a report: 今后五年的目标任务."""
    return _PART.fullmatch(line) is not None


def heading_stance(heading: str, parent: Stance | None, horizon: Horizon) -> Stance | None:
    """What ``heading`` says about the statements under it; ``parent`` where it says nothing.

    Words and years decide. Weak words (成效, 目标) count only where no heading above has
    decided: 夯实…成效 under tasks is still a task. A heading that names both (2023年回顾和2024年
    任务) decides nothing: None.
    """
    heading = heading.rstrip("。")
    found = _said(heading, parent, horizon)
    if len(found) == 2:
        return None
    if found:
        return found.pop()
    if _OPEN.search(heading) and parent is not Stance.TARGET:
        return None
    if parent is not None:
        return parent
    if _BACK_WEAK.search(heading) and not _LAYS_BASIS.match(heading):
        return Stance.OUTCOME
    if _STATE.search(heading) and not _IMPERATIVE.match(heading):
        return None
    if _AHEAD_WEAK.search(heading) or (_IMPERATIVE.match(heading) and not _HEADLINE.match(heading)):
        return Stance.TARGET
    return None


def looks_both_ways(heading: str, horizon: Horizon) -> bool:
    """Whether ``heading`` names what was done and what is to come: 2023年回顾和2024年任务."""
    return len(_said(heading, None, horizon)) == 2


def _said(heading: str, parent: Stance | None, horizon: Horizon) -> set[Stance]:
    """The stances of the parts of ``heading``."""
    parts = _PARTS.split(heading)
    return {stance for part in parts if (stance := _strong(part, parent, horizon))}


def _strong(part: str, parent: Stance | None, horizon: Horizon) -> Stance | None:
    if _BACK.search(part) or _BASIS.fullmatch(part):
        return Stance.OUTCOME
    if _AHEAD.search(part) or (_TASKS.search(part) and parent is not Stance.OUTCOME):
        return Stance.TARGET
    if (
        parent is None
        and _PART_OF_A_YEAR.search(part)
        and not _AHEAD_WEAK.search(part.replace("今年以来", ""))
    ):
        return Stance.OUTCOME
    if horizon.closing and "今年" in part and "今年以来" not in part:
        return Stance.OUTCOME
    years = years_in(part)
    if not years or horizon.first is None or _OPEN.search(part):
        return None
    return Stance.OUTCOME if max(years) < horizon.first else Stance.TARGET


@dataclass(frozen=True, slots=True)
class _Level:
    """An open heading; ``based`` says that its stance is only that of its kind of document."""

    style: Style
    number: int | None
    text: str
    stance: Stance | None
    based: bool


class Outline:
    """The headings that are open while a document is walked from top to bottom.

    A heading closes the open one of its style, so that the order in which styles nest is the
    document's own; chapters and their sections always nest in that order. A style may stand
    inside itself (一、 under （三） under 二、): the number tells which of the two goes on.
    """

    def __init__(self, horizon: Horizon, base: Stance | None = None) -> None:
        self._horizon = horizon
        self._base = base
        self._levels: list[_Level] = []
        self._seen: set[Style] = set()

    @property
    def section(self) -> Section:
        """Where the walk is."""
        stance = self._levels[-1].stance if self._levels else None
        return Section(tuple(level.text for level in self._levels), stance)

    @property
    def styles(self) -> tuple[Style, ...]:
        """The styles of the open headings, outermost first."""
        return tuple(level.style for level in self._levels)

    def open(
        self,
        text: str,
        style: Style,
        number: int | None = None,
        presumed: Stance | None = None,
    ) -> None:
        """Enter the heading ``text``; ``presumed`` is the stance above a first heading."""
        style, depth = self._place(style, number)
        del self._levels[depth:]
        self._seen.add(style)
        parent = self._levels[-1].stance if self._levels else presumed
        within = bool(self._levels) and self._levels[-1].based
        if not self._levels and _said(text, None, self._horizon):
            parent = None
        stance = heading_stance(text, parent, self._horizon)
        based = within and heading_stance(text, None, self._horizon) is None
        if within and style in _FIXED and _TELLS_DEEDS.fullmatch(text):
            stance = Stance.OUTCOME
        elif within and based and _OPEN.search(text):
            stance = None
        elif stance is None and parent is None and not _OPEN.search(text):
            stance, based = self._base, True
        self._levels.append(_Level(style, number, text, stance, based))

    def leave(self) -> None:
        """Leave all open headings."""
        self._levels.clear()

    def close(self, style: Style, number: int | None = None) -> None:
        """Leave the open heading that a heading of that style and number would replace."""
        del self._levels[self._place(style, number)[1] :]
        self._seen.add(style)

    def _place(self, style: Style, number: int | None) -> tuple[Style, int]:
        """The style that a heading continues, and how many open headings stay above it."""
        if style in _FIXED:
            inner = [level.style in _FIXED[: _FIXED.index(style)] for level in self._levels]
            return style, sum(inner)
        same = [at for at, level in enumerate(self._levels) if level.style is style]
        if not same:
            return self._unopened(style, number)
        if number == 1 and same[-1] < len(self._levels) - 1:
            return style, len(self._levels)
        follows = [at for at in same if self._levels[at].number == (number or 0) - 1]
        return style, (follows or same)[-1]

    def _unopened(self, style: Style, number: int | None) -> tuple[Style, int]:
        """Where a heading stands that no open one shares its style with.

        （2） after （一） is （二） in the wrong digits. The first 二、 after （三） goes on
        from one that an excerpt has left out; 一、 would stand below.
        """
        for at in range(len(self._levels) - 1, -1, -1):
            level = self._levels[at]
            if {level.style, style} <= _BRACKETED and number and level.number == number - 1:
                return level.style, at
        if style in _RANKED and style not in self._seen and (number or 0) > 1:
            lower = _RANKED[_RANKED.index(style) + 1 :]
            inner = (at for at, level in enumerate(self._levels) if level.style in lower)
            return style, next(inner, len(self._levels))
        return style, len(self._levels)


_FIXED = (Style.PART, Style.CHAPTER, Style.SECTION)
_RANKED = (Style.HAN, Style.HAN_BRACKETED, Style.ARABIC, Style.ARABIC_BRACKETED)
"""Styles as they nest in most documents."""
_BRACKETED = {Style.HAN_BRACKETED, Style.ARABIC_BRACKETED}
