"""Stations of a thread, and the change at each: against which earlier one it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.alignment.link import Link, Relation
from policydiff.alignment.relation import relation
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Basis, Commitment
from policydiff.reading.document import Stance
from policydiff.threads.years import AVERAGE


@dataclass(frozen=True, slots=True)
class Station:
    """One place where a thread is stated: which document, which commitment, and why it is here.

    ``document`` counts the documents of the trace. ``link`` ties it to another station; it is
    None where the thread begins and where a headline indicator's name alone ties it. ``change``
    says how it stands to the station number ``since`` of the thread, the latest earlier one that
    has its stance and measure, or what a reader said of the two; `REFRAMED` without ``since``
    where it takes another measure.
    ``over_years`` marks a figure that sums up or averages several years. ``also`` are further
    links that would keep it here without ``link``.
    """

    document: int
    commitment: Commitment
    link: Link | None = None
    change: Relation | None = None
    since: int | None = None
    over_years: bool = False
    also: tuple[Link, ...] = ()

    @property
    def averaged(self) -> bool:
        """Whether a figure over several years is their average and not their sum."""
        return self.over_years and AVERAGE.search(self.commitment.words) is not None

    @property
    def period(self) -> tuple[bool, bool, bool]:
        """Whether it is over years, averaged, cumulative (累计): numbers of one kind compare."""
        return self.over_years, self.averaged, "累计" in self.commitment.words

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
    measured = [n for n in stanced if _compares(before[n], station)]
    link = station.link
    if not measured:
        here = [s.commitment for s in before if s.document == station.document]
        anew = link is not None and link.relation is Relation.REFRAMED and link.a not in here
        past = any(before[n].document != station.document for n in stanced)
        return replace(station, change=Relation.REFRAMED if anew and past else None)
    since = max(measured, key=lambda n: _nearness(before[n], station))
    earlier = before[since].commitment
    told = link is not None and link.decided is not None and link.a == earlier
    change = link.relation if link and told else relation(earlier, station.commitment)
    return replace(station, change=change, since=since)


def _nearness(earlier: Station, later: Station) -> tuple[bool, bool, int, bool, int, float, int]:
    """What a station is set against: what it repeats, else the latest earlier document's.

    Of several in one document, by link, year and value.
    """
    a, b = earlier.commitment, later.commitment
    apart = abs(a.quantity.value - b.quantity.value) if a.quantity and b.quantity else 0.0
    return (
        repeats(earlier, later),
        earlier.document != later.document,
        earlier.document,
        later.link is not None and later.link.a == a,
        a.year or 0,
        -apart,
        a.start,
    )


def repeats(earlier: Station, later: Station) -> bool:
    """Whether a document says the same for the same year as further up."""
    a, b = earlier.commitment, later.commitment
    if earlier.document != later.document or a.year != b.year:
        return False
    return relation(a, b) is Relation.SAME


def _compares(earlier: Station, later: Station) -> bool:
    """Whether two stations state one measure: an increment is none of an amount, unless linked."""
    if earlier.period != later.period:
        return False
    if earlier.measure == later.measure:
        return True
    link = later.link
    return (
        link is not None
        and link.a == earlier.commitment
        and link.relation in (Relation.RAISED, Relation.LOWERED, Relation.SAME)
    )
