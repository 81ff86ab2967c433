"""What a task table says: its tasks, the headings between them, what was odd."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.reading.document import Diagnostic, IndicatorCell, Span, Stance
from policydiff.reading.indicator_tables import Row


@dataclass(frozen=True, slots=True)
class Beside:
    """The span of a cell that says how far a task has come or is to come, and its column.

    ``gaps`` are what of it belongs to other cells.
    """

    start: int
    end: int
    stance: Stance
    label: str
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: the span of its text, its number as printed, the units in charge.

    ``beside`` are the cells that say how far it has come or is to come, ``year`` the one that it
    is due in. ``values`` are its numbers in columns of their own, ``worded`` the cells there that
    say in words what is done. A task is not ``stated`` that only names what its values measure.
    ``gaps`` are what of it belongs to other cells. ``project`` is the cell that names what it is
    about.
    """

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    beside: tuple[Beside, ...] = ()
    year: int | None = None
    values: tuple[Row, ...] = ()
    worded: tuple[IndicatorCell, ...] = ()
    stated: bool = True
    gaps: tuple[Span, ...] = ()
    project: Span | None = None


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

    @property
    def reports(self) -> bool:
        """Whether a column says how far the tasks have come, so that the others say the aims."""
        tasks = [row for row in self.rows if isinstance(row, TaskRow)]
        told = any(one.stance is Stance.OUTCOME for row in tasks for one in row.beside)
        cells = (cell for row in tasks for values in row.values for cell in values.cells)
        return told or any(one.stance is Stance.OUTCOME and not one.year for one in cells)
