"""The header of a task table: which column holds the number, the task, the units, the progress."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.errors import PolicydiffError
from policydiff.reading.document import Stance
from policydiff.reading.indicator_tables.header import PART_OF_YEAR
from policydiff.reading.left_out import line_number
from policydiff.reading.lines import Line
from policydiff.reading.task_tables.valued import NO_VALUES, Values

NUMBER = re.compile(r"(?:序号|编号|序)")
TASK = re.compile(
    r".{0,8}(?:任务|工作|内容|事项|项目|目标|举措|措施|要点|问题|实事)(?:名称|内容|分解|目标|(?<=目标)值|[及和与]?(?:规模|要求|标准|(?:年度)?目标))?"
)
_UNITS = "(?:单位|部门|科室|处室|股室|主体)"
LEAD = re.compile(
    rf"(?:(?:牵头|主办|主责|主要责任|责任牵头).{{0,4}}{_UNITS}|牵头(?:单位|部门)?)"
    r"(?:[及和与].{0,4}(?:负责人|责任人|领导))?"
)
SUPPORT = re.compile(rf"(?:责任|配合|协办|协同|参与|参加|承办|落实|实施).{{0,4}}{_UNITS}|配合|协办")
DUE = re.compile(r".{0,4}(?:时限|时间|节点)")
REMARK = re.compile("备注|说明")
"""The column that stands behind all others."""
_OTHER = re.compile(
    r".{0,4}(?:时限|时间|节点|年限|期限|领导|责任人|备注|说明|类别|大类|领域|进度|电话"
    r"|性质|地点|地址|业主|资金来源)|起止年月?"
    r"|.{0,4}(?:评价|评估|状态|原因|困难|是否.{1,4})"
)
TROUBLE = re.compile(
    r"(?:存在|主要|面临)的?(?:主要)?(?:困难|问题)(?:[及和与].{0,4}(?:困难|问题|原因))?"
)
"""A column of what went wrong, which neither promises nor reports what was done."""
_PROGRESS = re.compile(
    rf"(?:截[至止](?:(?:19|20)\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|[底末份])?)?(?:{PART_OF_YEAR.pattern}|全年|年度|累计)?(?:当前|目前|工作|工程|项目|任务|目标|实施|建设|落实|整改|投资|形象)*"
    r"(?:(?:进度|进展|完成|推进|落实|办理|执行)(?:情况|进度|程度|率|比例)?|(?:实施|整改|建设)情况|(?:取得)?成效)"
)
"""A column that says how far each task has come."""
_STAGE = re.compile(
    rf"(?:{PART_OF_YEAR.pattern}|全年)(?:(?:工作|进度|阶段性?|推进)*(?:目标|任务|计划|安排|节点)+)?"
    r"|(?:时序|形象|分?季度|阶段性?|节点|进度|时间)+(?:目标|任务|计划|安排|要求)"
    r"|(?:推进|实施|工作)(?:计划|安排)|(?:(?:19|20)\d\d年|年度|全年|[本当]年)度?(?:工程|建设|项目)?形象进度"
)
"""A column that says how far each task is to be at a time of the year."""
_NEXT = re.compile(
    r"下一?(?:步|阶段)(?:的?(?:工作|推进|重点))*(?:措施|举措|打算|安排|计划|思路|建议|任务|目标)*"
)
"""A column of what is to be done next."""
_CONTENT = re.compile(
    "(?<!实事)(?<!事项)(?<!项目)(?<!任务)(?<!工作)内容|规模|(?<!任务)(?:年度)?目标值?(?!任务)|标准|要求|措施|举措"
)
"""What a column is called that says how a task is done, not what it is called."""
_NAME = re.compile("名称$")
"""How a column of names is called, behind which the others say what is done."""
_PROJECT = re.compile("(?:项目|工程)名称$")
TASK_ALONE = re.compile(
    r".{0,6}(?:任务|工作|事项|举措|措施|要点|实事)(?:名称|内容|分解)?|(?:任务|工作|主要|重点)?内容"
)
"""A column of tasks where no column names units; 项目 and 目标 may head an indicator table."""
_INDICATOR = re.compile(r"(?:主要|考核|责任|评价|[一二三]级)?指标(?:名称)?")
_MEASURED_IN = re.compile("(?:计量)?单位")
"""Columns of an indicator table, which may name units in charge as well."""


@dataclass(frozen=True, slots=True)
class BesideColumn:
    """A column that says how far each task has come, or is to come."""

    at: int
    stance: Stance
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand, which has ``width`` of them.

    The one called ``name`` says what the cells of ``task`` are about, several of them where it is
    ``grouped``; ``due`` says until when they are done, and in some tables by which steps. Some
    name projects.
    """

    width: int
    number: int | None
    task: int
    lead: int | None
    support: tuple[int, ...]
    beside: tuple[BesideColumn, ...] = ()
    name: int | None = None
    grouped: bool = False
    due: BesideColumn | None = None
    values: Values = NO_VALUES
    names_projects: bool = False

    @property
    def reports(self) -> str:
        """What the first column that says how far the tasks have come is called, or nothing."""
        return next((one.label for one in self.beside if one.stance is Stance.OUTCOME), "")


def is_label(cell: str) -> bool:
    """Whether ``cell`` may head a column of a task table."""
    label = "".join(cell.split())
    return len(label) <= 12 and any(
        pattern.fullmatch(label)
        for pattern in (NUMBER, TASK, LEAD, SUPPORT, _OTHER, TROUBLE, _PROGRESS, _STAGE, _NEXT)
    )


def spans_periods(label: str) -> bool:
    """Whether ``label`` may stand above those of the parts of a year."""
    return _stance(label) is not None and not PART_OF_YEAR.match(label)


def find_columns(
    cells: Sequence[str], line: Line, text: str, values: Values = NO_VALUES
) -> Columns | None:
    """The columns that ``cells``, printed from ``line`` on, head; None if they head no task table.

    Those of ``values`` are known. Raises PolicydiffError if they name units in charge, but no task.
    """
    labels = [re.sub(r"\s", "", cell) for cell in cells]
    if _first(labels, _INDICATOR) is not None and _first(labels, _MEASURED_IN) is not None:
        return None
    lead = _first(labels, LEAD)
    support = _all(labels, SUPPORT)
    if lead is None and not support:
        return _without_unit_columns(labels, values)
    tasks = _tasks(labels, TASK, values)
    tasks = tasks or [at for at in _all(labels, _INDICATOR) if values.columns]
    if not tasks:
        raise PolicydiffError(
            f"the table at line {line_number(line, text)} has no column of tasks"
            f" (its header is {'、'.join(labels)}); add the column 工作任务 to its header and rows"
        )
    if lead is None:
        lead, support = support[0], support[1:]
    return _columns(labels, tasks, lead, support, values)


def _without_unit_columns(labels: Sequence[str], values: Values) -> Columns | None:
    """The columns of a header like 序号、工作任务、完成时限, or None if it is no such header."""
    reported = [at for at in _all(labels, _PROGRESS) if at not in values.columns]
    tasks = _tasks(labels, TASK if reported or values.columns else TASK_ALONE, values)
    known = {values.unit, *values.columns}
    if _first(labels, NUMBER) is None or not tasks or (len(tasks) > 1 and not values.columns):
        return None
    if not all(at in known or is_label(label) for at, label in enumerate(labels)):
        return None
    return _columns(labels, tasks, None, (), values)


def _columns(
    labels: Sequence[str],
    tasks: Sequence[int],
    lead: int | None,
    support: tuple[int, ...],
    values: Values,
) -> Columns:
    name = next((at for at in tasks if _NAME.search(labels[at])), len(labels))
    told = [at for at in tasks if _CONTENT.search(labels[at]) or at > name]
    task = (told or tasks[-1:])[0]
    stances = (
        (at, Stance.TARGET if at in told else _stance(label))
        for at, label in enumerate(labels)
        if at != task and at not in values.columns
    )
    due = _first(labels, DUE)
    named = max((at for at in tasks if at < task), default=None)
    return Columns(
        len(labels),
        _first(labels, NUMBER),
        task,
        lead,
        support,
        tuple(BesideColumn(at, stance, labels[at]) for at, stance in stances if stance),
        named,
        due=None if due is None else BesideColumn(due, Stance.TARGET, labels[due]),
        values=values,
        names_projects=named is not None and _PROJECT.search(labels[named]) is not None,
    )


def _tasks(labels: Sequence[str], pattern: re.Pattern[str], values: Values) -> Sequence[int]:
    """The columns of tasks, those of trouble, stages and next steps only where no others are."""
    named = [
        at
        for at, label in enumerate(labels)
        if pattern.fullmatch(label)
        and not (LEAD.fullmatch(label) or SUPPORT.fullmatch(label))
        and at not in {values.unit, *values.columns}
    ]
    beside = {at for at in named if TROUBLE.fullmatch(labels[at]) or _stance(labels[at])}
    return [at for at in named if at not in beside] or named


def tells_progress(label: str) -> bool:
    """Whether ``label`` heads a column of how far each task has come."""
    return _stance(label) is Stance.OUTCOME


def _stance(label: str) -> Stance | None:
    """Whether a column beside the tasks reports or promises; None if it says nothing of them."""
    if _STAGE.fullmatch(label) or _NEXT.fullmatch(label):
        return Stance.TARGET
    return Stance.OUTCOME if _PROGRESS.fullmatch(label) else None


def _first(labels: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, label in enumerate(labels) if pattern.fullmatch(label)), None)


def _all(labels: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, label in enumerate(labels) if pattern.fullmatch(label))
