"""What a task table says: its tasks, the headings between them, what was odd."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.reading.document import Diagnostic


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: the span of its text, its number as printed, the units in charge.

    ``progress`` are the spans of the cells that say how far it has come.
    """

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    progress: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading inside a table."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table that takes the lines ``first`` (inclusive) to ``last`` (exclusive)."""

    first: int
    last: int
    rows: tuple[TaskRow | SectionRow, ...]
    diagnostics: tuple[Diagnostic, ...]
