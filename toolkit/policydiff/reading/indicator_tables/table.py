"""What an indicator table says: its indicators, their values and the columns those stand in."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.reading.document import Binding, Diagnostic, IndicatorCell, Span, Stance


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its year, whether it reports or promises, its printed label.

    What was planned for a year past is a target of that year beside one for a year to come; in a
    table that only looks back, ``stance`` is None for it, as where the values only describe.
    """

    year: int | None
    stance: Stance | None
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator with its cells; ``category`` is the heading inside the table above it.

    ``whole`` is the indicator that it is a part of, where both share their cells, and ``rest``
    what of its name stands elsewhere. ``gaps`` are what of the name belongs to other cells.
    ``place`` is the one of several that it is measured of. A ``deed`` is named by what is done
    (新建泊位), not by what is measured alone.
    """

    start: int
    end: int
    item: str | None
    name: Span
    unit: str
    cells: tuple[IndicatorCell, ...]
    binding: Binding | None
    category: str
    whole: Span | None = None
    rest: Span | None = None
    gaps: tuple[Span, ...] = ()
    place: str = ""
    deed: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """A table that takes the lines ``first`` (inclusive) to ``last`` (exclusive)."""

    first: int
    last: int
    rows: tuple[Row, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
