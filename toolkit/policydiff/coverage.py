"""A plan against the table that breaks it down: what has no row, what has no source, who leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from policydiff.alignment.link import Band, Link, Relation
from policydiff.alignment.scorer import Model
from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.record import side_record
from policydiff.comparison import Comparison, compare
from policydiff.decisions import Review
from policydiff.errors import PolicydiffError


class Cover(StrEnum):
    """Whether a promise of the plan has a row, or a row a source in the plan."""

    FOUND = "found"
    UNDETERMINED = "undetermined"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: its commitments, and the links that lead to it from the plan."""

    item: str
    section: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    links: tuple[Link, ...]

    @property
    def lead(self) -> str:
        """The unit listed first, which leads; empty where none is named."""
        return next(iter(self.units), "")

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit of the row, those in the lead first."""
        first = self.commitments[0]
        return first.lead + first.support

    @property
    def cover(self) -> Cover:
        """Whether the plan is its source: undetermined where there are possible links alone."""
        return _cover(self.links)

    @property
    def sources(self) -> tuple[Commitment, ...]:
        """What it is sure to take up from the plan, in order of position."""
        found = {link.a.id: link.a for link in self.links if link.band is Band.SURE}
        return tuple(sorted(found.values(), key=lambda c: c.where))


@dataclass(frozen=True, slots=True)
class Load:
    """What a unit answers for: rows that it leads, rows that it supports, numbers in the first."""

    unit: str
    leads: tuple[Row, ...]
    supports: tuple[Row, ...]

    @property
    def figures(self) -> int:
        """How many targets with a number stand in the rows that it leads."""
        return sum(c.quantity is not None for row in self.leads for c in row.commitments)


@dataclass(frozen=True, slots=True)
class Divided:
    """One promise in several rows under different lead units.

    It is not ``sure`` where the rows may promise different things: where the link between
    them is only possible, or their measures do not compare.
    """

    rows: tuple[Row, ...]
    commitments: tuple[Commitment, ...]
    sure: bool


@dataclass(frozen=True)
class Coverage:
    """A plan (``comparison.a``) and a table (``comparison.b``), read as source and breakdown.

    A promise of the plan has a row when a sure link leads there, whatever its relation; with
    possible links alone it is undetermined.
    """

    comparison: Comparison

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table that promise something, in order of position."""
        held: dict[tuple[str, tuple[str, ...]], list[Commitment]] = defaultdict(list)
        for commitment in self.comparison.compared_b:
            if commitment.item is not None:
                held[commitment.item, commitment.section].append(commitment)
        links: dict[str, list[Link]] = defaultdict(list)
        for link in self.comparison.links:
            links[link.b.id].append(link)
        return tuple(
            Row(item, section, tuple(found), tuple(k for c in found for k in links[c.id]))
            for (item, section), found in held.items()
        )

    @property
    def covers(self) -> dict[str, Cover]:
        """Whether each promise of the plan has a row, by id."""
        links: dict[str, list[Link]] = defaultdict(list)
        for link in self.comparison.links:
            links[link.a.id].append(link)
        return {c.id: _cover(links[c.id]) for c in self.comparison.compared_a}

    @property
    def without_row(self) -> tuple[Commitment, ...]:
        """The promises of the plan that no row takes up."""
        return self.comparison.dropped

    @property
    def without_source(self) -> tuple[Row, ...]:
        """The rows that nothing in the plan leads to."""
        return tuple(row for row in self.rows if row.cover is Cover.MISSING)

    @property
    def undetermined(self) -> tuple[Link, ...]:
        """The possible links that may give a promise its row or a row its source."""
        promises = {id_ for id_, cover in self.covers.items() if cover is Cover.UNDETERMINED}
        rows = {
            c.id for row in self.rows if row.cover is Cover.UNDETERMINED for c in row.commitments
        }
        return tuple(
            link
            for link in self.comparison.undetermined
            if link.a.id in promises or link.b.id in rows
        )

    @property
    def numbered(self) -> dict[str, Cover]:
        """The part of ``covers`` that is about promises with a number."""
        covers = self.covers
        return {c.id: covers[c.id] for c in self.comparison.compared_a if c.quantity}

    @property
    def loads(self) -> tuple[Load, ...]:
        """What each unit leads and supports, those that lead most rows first."""
        leads: dict[str, list[Row]] = defaultdict(list)
        supports: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            for place, unit in enumerate(dict.fromkeys(row.units)):
                (supports if place else leads)[unit].append(row)
        units = sorted(leads.keys() | supports.keys())
        loads = [Load(unit, tuple(leads[unit]), tuple(supports[unit])) for unit in units]
        return tuple(sorted(loads, key=lambda load: (-len(load.leads), -len(load.supports))))

    @property
    def divided(self) -> tuple[Divided, ...]:
        """Promises that recur in the table under different lead units, the sure ones first."""
        row_of = {c.id: row for row in self.rows for c in row.commitments}
        sure = [
            found
            for recurrence in self.comparison.recurring
            if recurrence.side == "b" and (found := _divided(recurrence.commitments, row_of, True))
        ]
        chained = {c.id for found in sure for c in found.commitments}
        others = [
            found
            for link in self.comparison.recurrences_b
            if link.relation is not Relation.RELATED
            and not {link.a.id, link.b.id} <= chained
            and (found := _divided((link.a, link.b), row_of, False))
        ]
        return tuple(sure + others)

    @property
    def summary(self) -> dict[str, int]:
        """Counts: promises of the plan with, perhaps with and without a row; rows likewise."""
        promises, rows = list(self.covers.values()), [row.cover for row in self.rows]
        return {
            "promises": len(promises),
            "with_row": promises.count(Cover.FOUND),
            "row_undetermined": promises.count(Cover.UNDETERMINED),
            "without_row": promises.count(Cover.MISSING),
            "rows": len(rows),
            "with_source": rows.count(Cover.FOUND),
            "source_undetermined": rows.count(Cover.UNDETERMINED),
            "without_source": rows.count(Cover.MISSING),
            "units": len(self.loads),
            "divided": sum(found.sure for found in self.divided),
        }

    def to_dict(self) -> dict[str, Any]:
        """``policydiff/coverage/1``; a row is named by its position in ``rows``, from 0."""
        rows = self.rows
        by_commitment = {c.id: n for n, row in enumerate(rows) for c in row.commitments}
        to: dict[str, list[int]] = defaultdict(list)
        for link in self.comparison.links:
            if link.band is Band.SURE and link.b.id in by_commitment:
                to[link.a.id].append(by_commitment[link.b.id])
        return {
            "schema": "policydiff/coverage/1",
            "plan": side_record(self.comparison.a),
            "table": side_record(self.comparison.b),
            "promises": {
                id_: {"cover": cover.value, "rows": sorted(set(to[id_]))}
                for id_, cover in self.covers.items()
            },
            "rows": [
                {
                    "item": row.item,
                    "section": list(row.section),
                    "lead": row.lead,
                    "units": list(row.units),
                    "cover": row.cover.value,
                    "commitments": [c.id for c in row.commitments],
                    "sources": [c.id for c in row.sources],
                }
                for row in rows
            ],
            "undetermined": [
                {"a": k.a.id, "b": k.b.id, "probability": k.probability} for k in self.undetermined
            ],
            "units": [
                {
                    "unit": load.unit,
                    "leads": len(load.leads),
                    "supports": len(load.supports),
                    "figures": load.figures,
                }
                for load in self.loads
            ],
            "divided": [
                {
                    "sure": found.sure,
                    "commitments": [c.id for c in found.commitments],
                    "leads": [row.lead for row in found.rows],
                }
                for found in self.divided
            ],
            "summary": self.summary,
        }


def coverage(
    plan: Extraction,
    table: Extraction,
    *,
    decisions: Review | None = None,
    model: Model | None = None,
) -> Coverage:
    """Lay a plan beside its breakdown table; ``decisions`` go before what the alignment says.

    ``model`` defaults to the shipped one.

    Raises PolicydiffError if ``table`` has no numbered rows that promise something.
    """
    if not any(c.item is not None for c in table.commitments):
        raise PolicydiffError(
            f"{table.document.path}: no numbered rows are found in it; "
            "name the plan first, then the table that breaks it down"
        )
    return Coverage(compare(plan, table, decisions=decisions, model=model))


def _cover(links: Iterable[Link]) -> Cover:
    bands = {link.band for link in links}
    if Band.SURE in bands:
        return Cover.FOUND
    return Cover.UNDETERMINED if bands else Cover.MISSING


def _divided(
    commitments: tuple[Commitment, ...], row_of: dict[str, Row], sure: bool
) -> Divided | None:
    rows = tuple(row_of[c.id] for c in commitments if c.id in row_of)
    if len({row.lead for row in rows if row.lead}) < 2:
        return None
    return Divided(rows, commitments, sure)
