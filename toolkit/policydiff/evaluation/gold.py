"""Annotated documents: targets and links that readers found, as the codebook defines them.

The files are tab separated with a header row and no quoting. Offsets count code points of the
document's text.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from policydiff.alignment.link import Relation
from policydiff.commitments.model import Comparator, Measure
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Span, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldTarget:
    """One number that quantifies a commitment (codebook section 1).

    ``value`` and ``value_max`` are in the base ``unit``. A ``soft`` row is one on which readers
    may differ: it is neither required nor wrong.
    """

    start: int
    end: int
    text: str
    indicator: str
    value: float
    value_max: float | None
    unit: str
    comparator: Comparator
    kind: Measure
    stance: Stance
    year: int | None
    hedge: str
    note: str

    @property
    def soft(self) -> bool:
        """Whether the annotator was in doubt."""
        return "borderline" in self.note or "unclear" in self.note


class Certainty(StrEnum):
    """Whether any careful reader would make a link, or another may not (codebook section 2)."""

    SURE = "sure"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Two places that a careful reader would put side by side (codebook section 2)."""

    a: Span
    b: Span
    relation: Relation
    certainty: Certainty
    note: str

    @property
    def sure(self) -> bool:
        """Whether any careful reader would make this link."""
        return self.certainty is Certainty.SURE


def read_targets(path: Path, text: str = "") -> tuple[GoldTarget, ...]:
    """The rows of a target file, in order of position.

    Raises PolicydiffError where the file cannot be read, a cell is not what its column holds,
    two rows start at one offset, or a row does not fit ``text`` (checked unless it is empty).
    """
    targets: dict[int, GoldTarget] = {}
    for row in _rows(path):
        one = GoldTarget(
            start=row.cell("start", int, "a whole number"),
            end=row.cell("end", int, "a whole number"),
            text=row.cell("text", str, "text"),
            indicator=row.cell("indicator", str, "text"),
            value=row.cell("value", float, "a number"),
            value_max=row.optional("value_max", float, "a number or empty"),
            unit=row.cell("unit", str, "text"),
            comparator=row.cell("comparator", Comparator, _one_of(Comparator)),
            kind=row.cell("kind", Measure, _one_of(Measure)),
            stance=row.cell("stance", Stance, _one_of(Stance)),
            year=row.optional("year", int, "a year or empty"),
            hedge=row.cell("hedge", str, "text"),
            note=row.cell("note", str, "text"),
        )
        if one.start in targets:
            raise row.error(f"a second row starts at {one.start}; keep one of them")
        if text and text[one.start : one.end] != one.text:
            raise row.error(
                f"the document has {text[one.start : one.end]!r} where the row says {one.text!r}; "
                "check that the document is the edition that was annotated"
            )
        targets[one.start] = one
    return tuple(sorted(targets.values(), key=lambda one: one.start))


def read_links(path: Path) -> tuple[GoldLink, ...]:
    """The rows of a link file, in the order of the file.

    Raises PolicydiffError where the file cannot be read or a cell is not what its column holds.
    """
    return tuple(
        GoldLink(
            a=row.span("a"),
            b=row.span("b"),
            relation=row.cell("relation", Relation, _one_of(Relation)),
            certainty=row.cell("certainty", Certainty, _one_of(Certainty)),
            note=row.cell("note", str, "text"),
        )
        for row in _rows(path)
    )


def read_ranges(path: Path) -> tuple[tuple[Span, Span], ...]:
    """The rows of a file of places in A and in B (``a_start a_end b_start b_end``).

    Raises PolicydiffError where the file cannot be read or a cell is no whole number.
    """
    return tuple((row.span("a"), row.span("b")) for row in _rows(path))


@dataclass(frozen=True, slots=True)
class _Row:
    path: Path
    line: int
    cells: dict[str, str]

    def cell(self, column: str, convert: Callable[[str], T], what: str) -> T:
        value = self.cells.get(column)
        if value is None:
            raise self.error(f"has no {column}; give every column of the header a cell")
        try:
            return convert(value)
        except ValueError:
            raise self.error(f"{column} is {value!r} but should be {what}") from None

    def optional(self, column: str, convert: Callable[[str], T], what: str) -> T | None:
        return self.cell(column, convert, what) if self.cells.get(column) else None

    def span(self, side: str) -> Span:
        start, end = (
            self.cell(f"{side}_{edge}", int, "a whole number") for edge in ("start", "end")
        )
        return Span(start, end)

    def error(self, message: str) -> PolicydiffError:
        return PolicydiffError(f"{self.path}, line {self.line}: {message}")


def _rows(path: Path) -> Iterator[_Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            table = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
            for line, cells in enumerate(table, start=2):
                yield _Row(path, line, cells)
    except OSError as error:
        raise PolicydiffError(f"cannot read the gold file {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PolicydiffError(f"{path} is not UTF-8; save it as UTF-8") from error


def _one_of(vocabulary: type[StrEnum]) -> str:
    return "one of " + ", ".join(vocabulary)
