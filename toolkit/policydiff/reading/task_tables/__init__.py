"""Task tables (工作任务分解表): numbered tasks with the units in charge of them."""

from policydiff.reading.task_tables.find import COLUMN_MISSING, find_task_table
from policydiff.reading.task_tables.noted_tasks import read_noted_tasks
from policydiff.reading.task_tables.table import SectionRow, TaskRow, TaskTable

__all__ = [
    "COLUMN_MISSING",
    "SectionRow",
    "TaskRow",
    "TaskTable",
    "find_task_table",
    "read_noted_tasks",
]
