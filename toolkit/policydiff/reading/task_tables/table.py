"""What a task table says: its tasks, the headings between them, what was odd."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.reading.document import Diagnostic, IndicatorCell, Span
from policydiff.reading.indicator_tables import Row


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: the span of its text, its number as printed, the units in charge.

    ``progress`` are the spans of the cells that say how far it has come, ``year`` the one that it
    is due in. ``values`` are its numbers in columns of their own, ``worded`` the cells there that
    say in words what is done. A task is not ``stated`` that only names what its values measure.
    ``gaps`` are what of it belongs to other cells.
    """

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    progress: tuple[tuple[int, int], ...] = ()
    year: int | None = None
    values: tuple[Row, ...] = ()
    worded: tuple[IndicatorCell, ...] = ()
    stated: bool = True
    gaps: tuple[Span, ...] = ()


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
