"""The header of a task table: which column holds the number, the task, the units, the progress."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.errors import PolicydiffError
from policydiff.reading.lines import Line
from policydiff.reading.task_tables.valued import NO_VALUES, Values

NUMBER = re.compile(r"(?:序号|编号|序)")
TASK = re.compile(
    r".{0,8}(?:任务|工作|内容|事项|项目|目标|举措|措施|要点|问题|实事)(?:名称|内容|分解|目标|[及和与]?(?:规模|要求|标准))?"
)
LEAD = re.compile(
    r"(?:(?:牵头|主办|主责|主要责任|责任牵头).{0,4}(?:单位|部门)|牵头(?:单位|部门)?)"
    r"(?:[及和与].{0,4}(?:负责人|责任人|领导))?"
)
SUPPORT = re.compile(r"(?:责任|配合|协办|协同|参与|参加|承办|落实|实施).{0,4}(?:单位|部门)")
_OTHER = re.compile(r".{0,4}(?:时限|时间|节点|领导|责任人|备注|类别|大类|领域|进度|电话)")
_DUE = re.compile(r".{0,4}(?:时限|时间|节点)")
_PROGRESS = re.compile(
    r"(?:[\d一二三四五六七八九十—–~～至-]+(?:月份?|季度))?(?:当前|目前|工作|项目|任务|实施|建设|落实)?"
    r"(?:(?:进度|进展|完成|推进|落实|办理)(?:情况|进度|程度)?|(?:取得)?成效)"
)
"""A column that says how far each task has come."""
TASK_ALONE = re.compile(
    r".{0,6}(?:任务|工作|事项|举措|措施|要点|实事)(?:名称|内容|分解)?|(?:任务|工作|主要|重点)?内容"
)
"""A column of tasks where no column names units; 项目 and 目标 may head an indicator table."""
_INDICATOR, _MEASURED_IN = re.compile(r"(?:主要|考核)?指标(?:名称)?"), re.compile("(?:计量)?单位")
"""Columns of an indicator table, which may name units in charge as well."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table stand, which has ``width`` of them."""

    width: int
    number: int | None
    task: int
    lead: int | None
    support: tuple[int, ...]
    progress: tuple[int, ...] = ()
    due: int | None = None
    values: Values = NO_VALUES


def is_label(cell: str) -> bool:
    """Whether ``cell`` may head a column of a task table."""
    label = "".join(cell.split())
    return len(label) <= 12 and any(
        pattern.fullmatch(label) for pattern in (NUMBER, TASK, LEAD, SUPPORT, _OTHER, _PROGRESS)
    )


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
    tasks = [
        at
        for at, label in enumerate(labels)
        if at not in {lead, *support, *values.columns} and TASK.fullmatch(label)
    ] or [at for at in _all(labels, _INDICATOR) if values.columns]
    if not tasks:
        raise PolicydiffError(
            f"the table at line {line_number(line, text)} has no column of tasks"
            f" (its header is {'、'.join(labels)}); add the column 工作任务 to its header and rows"
        )
    if lead is None:
        lead, support = support[0], support[1:]
    progress = tuple(at for at in _all(labels, _PROGRESS) if at not in values.columns)
    number, due = _first(labels, NUMBER), _first(labels, _DUE)
    return Columns(len(labels), number, tasks[-1], lead, support, progress, due, values)


def _without_unit_columns(labels: Sequence[str], values: Values) -> Columns | None:
    """The columns of a header like 序号、工作任务、完成时限, or None if it is no such header."""
    number = _first(labels, NUMBER)
    progress = tuple(at for at in _all(labels, _PROGRESS) if at not in values.columns)
    alone = TASK if progress or values.columns else TASK_ALONE
    known = {values.unit, *values.columns}
    tasks = [at for at, label in enumerate(labels) if at not in known and alone.fullmatch(label)]
    if number is None or not tasks or (len(tasks) > 1 and not values.columns):
        return None
    if not all(at in known or is_label(label) for at, label in enumerate(labels)):
        return None
    due = _first(labels, _DUE)
    return Columns(len(labels), number, tasks[-1], None, (), progress, due, values)


def _first(labels: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, label in enumerate(labels) if pattern.fullmatch(label)), None)


def _all(labels: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, label in enumerate(labels) if pattern.fullmatch(label))


def line_number(line: Line, text: str) -> int:
    """The number of ``line`` in ``text``, from 1."""
    return text.count("\n", 0, line.start) + 1
