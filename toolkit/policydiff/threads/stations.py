"""Stations of a thread, and the change at each: against which earlier one it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.alignment.link import Link, Relation
from policydiff.alignment.relation import relation
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Basis, Commitment
from policydiff.reading.document import Stance


@dataclass(frozen=True, slots=True)
class Station:
    """One place where a thread is stated: which document, which commitment, and why it is here.

    ``document`` counts the documents of the trace. ``link`` ties it to another station; it is
    None where the thread begins and where a headline indicator's name alone ties it. ``change``
    says how it stands to the station number ``since`` of the thread, the latest earlier one that
    has its stance and measure, or what a reader said of the two; `REFRAMED` without ``since``
    where it takes another measure.
    ``over_years`` marks a figure that sums up or averages several years.
    """

    document: int
    commitment: Commitment
    link: Link | None = None
    change: Relation | None = None
    since: int | None = None
    over_years: bool = False

    @property
    def measure(self) -> tuple[Stance, object, Basis | None]:
        """What numbers compare with: stance, kind and base unit, and whether it is an increment."""
        quantity, stance = self.commitment.quantity, self.commitment.stance
        if quantity is None:
            return stance, None, None
        increment = Basis.INCREMENT if quantity.basis is Basis.INCREMENT else None
        return stance, (quantity.kind, in_base(quantity)[0]), increment


def after(before: Sequence[Station], station: Station) -> Station:
    """``station`` as the next of a thread: set against the latest earlier one of its measure."""
    stanced = [n for n, s in enumerate(before) if s.measure[0] is station.measure[0]]
    measured = [
        n
        for n in stanced
        if before[n].over_years == station.over_years and _compares(before[n], station)
    ]
    if not measured:
        link = station.link
        anew = link is not None and link.relation is Relation.REFRAMED and bool(stanced)
        return replace(station, change=Relation.REFRAMED if anew else None)
    since = max(measured, key=lambda n: _nearness(before[n], station))
    earlier, link = before[since].commitment, station.link
    told = link is not None and link.decided is not None and link.a == earlier
    change = link.relation if link and told else relation(earlier, station.commitment)
    return replace(station, change=change, since=since)


def _nearness(earlier: Station, later: Station) -> tuple[bool, int, bool, int, float, int]:
    """What a station is set against: the latest earlier document's, by link, year and value."""
    a, b = earlier.commitment, later.commitment
    apart = abs(a.quantity.value - b.quantity.value) if a.quantity and b.quantity else 0.0
    return (
        earlier.document != later.document,
        earlier.document,
        later.link is not None and later.link.a == a,
        a.year or 0,
        -apart,
        a.start,
    )


def _compares(earlier: Station, later: Station) -> bool:
    """Whether two stations state one measure: an increment is none of an amount, unless linked."""
    if earlier.measure == later.measure:
        return True
    link = later.link
    return (
        link is not None
        and link.a == earlier.commitment
        and link.relation in (Relation.RAISED, Relation.LOWERED, Relation.SAME)
    )
