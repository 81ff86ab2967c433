"""Numbers of a plan where a text reports what was done: what was due, asked for or will come."""

from __future__ import annotations

import re

_PLAN_AND_FACT = re.compile(r"[^，；。]{0,12}，实际(?!上)")
_PLANS = re.compile(r"(?:^|[，；。])(?:原)?计划[^，；。年]*$")
_PLANNED = re.compile(
    r"(?<![度作])(?:计划|要求|规定)(?:的?(?:指标|任务|数))?(?:为|是|(?:平均)?每年(?:递增|增长)|达到|安排)$"
)
_LONGEST_PLANNED = 13
_PLANNED_ENDS = frozenset("为到增排是长")
_OF_PLAN = re.compile(
    r"(?:(?:全年|年度?|年初)(?:投资|预算|预期)?(?:计划|目标)(?:任务|目标|数|指标)?|(?:计划|任务|目标|预算)(?:数|指标))"
    r"(?:完成|投资|总投资|增长|新[建增][^，；。\d]{1,8})?[为是]?$"
)
_PLAN_SIGNS = re.compile("[划标务算]")
"""One of which every name of a plan and its aims ends in: 计划, 目标, 任务, 预算."""
_COMPLETED = re.compile(r"(?:完成|占|为)(?:年初|全年|年度|调整)?(?:预算|计划|任务)数?$")
"""What stands before the plan's own figure and the share of it: 完成预算4亿元的105%."""
_RATE_OF_PLAN = re.compile(r"[占达完成为]{1,3}(?:全年|年度?|年初)[^，；。\d]{0,8}$")
"""What stands before a share that was reached of a plan: 占年计划75%."""
_BEYOND_PLAN = re.compile(r"(?:超|[高低多少]于?|比|距)[^，；。\d]{0,10}$")
_LONGEST_OF_PLAN = 16
_DONE_OF_IT = re.compile(
    r"[^，。；、：,;:\d]{1,20}?已经?(?!开工|动工|投产|落地|签约|注册)[\u4e00-\u9fff]{1,4}\d[\d.,]*(?P<unit>[^\W\d]{1,2})"
)
"""What follows a number of which part is done, and the unit of that part."""
_LONGEST_DUE = 24
_ONCE_DONE = re.compile(
    r"(?:投产|达产|建成|投用|投入使用|竣工|达效)[达投]?[产效用]?(?:以?后|之后)[^。；]{0,12}?(?:预计|将|可)(?!以来)"
)


def of_plan(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is the plan's own figure: 完成年计划40亿元的75%."""
    begin = max(0, start - _LONGEST_OF_PLAN)
    if not _PLAN_SIGNS.search(sentence, begin, start):
        return False
    if not _OF_PLAN.search(sentence, begin, start):
        return bool(
            _COMPLETED.search(sentence, begin, start)
            and sentence[end : end + 1] == "的"
            and sentence[end + 1 : end + 2].isdecimal()
        )
    lead = sentence[begin:start]
    share = sentence[end - 1] in "%％" and _RATE_OF_PLAN.search(lead)
    return not share and not _BEYOND_PLAN.search(lead)


def was_planned(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a plan asked for, though the part looks back."""
    return sentence[start - 1 : start] in _PLANNED_ENDS and bool(
        _PLANNED.search(sentence, max(0, start - _LONGEST_PLANNED), start)
    )


def due_of_done(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is what was due of which part is done: 9座桥已完成7座."""
    if "已" not in sentence[end : end + _LONGEST_DUE]:
        return False
    done = _DONE_OF_IT.match(sentence, end)
    return done is not None and sentence[start:end].endswith(done["unit"])


def once_done(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` is what a work will bring when it is done (投产后将…)."""
    return "后" in sentence and bool(_ONCE_DONE.search(sentence, 0, start))


def stands_beside_fact(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` was planned beside what was done: 计划建8座，实际9座."""
    if "计划" not in sentence or not _PLAN_AND_FACT.match(sentence, end):
        return False
    return bool(_PLANS.search(sentence, 0, start))
