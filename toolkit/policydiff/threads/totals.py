"""Running totals of yearly increments, kept apart from stocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from policydiff.commitments.model import Basis, Measure
from policydiff.reading.document import Stance
from policydiff.threads.stations import Station


@dataclass(frozen=True, slots=True)
class Total:
    """A thread's yearly increments and their sum, in ``unit``: never to be added to a stock.

    ``unclear`` are years for which different increments are stated; they are left out.
    """

    stance: Stance
    unit: str
    years: tuple[int, ...]
    values: tuple[float, ...]
    unclear: tuple[int, ...] = ()

    @property
    def value(self) -> float:
        """The sum over ``years``."""
        return sum(self.values)

    @property
    def running(self) -> tuple[float, ...]:
        """The sum up to each of ``years``."""
        return tuple(accumulate(self.values))


def totals(stations: Iterable[Station]) -> tuple[Total, ...]:
    """Sums of the yearly increments, by stance and unit, where two or more years have one."""
    yearly: dict[tuple[Stance, str], dict[int, set[float]]] = {}
    for station in stations:
        quantity, year = station.commitment.quantity, station.commitment.year
        if (
            quantity
            and year is not None
            and not station.over_years
            and (quantity.kind, quantity.basis) == (Measure.AMOUNT, Basis.INCREMENT)
        ):
            of_years = yearly.setdefault((station.commitment.stance, quantity.unit), {})
            of_years.setdefault(year, set()).add(quantity.value)
    found = (_total(stance, unit, of_years) for (stance, unit), of_years in sorted(yearly.items()))
    return tuple(total for total in found if len(total.years) > 1)


def _total(stance: Stance, unit: str, of_years: dict[int, set[float]]) -> Total:
    clear = {year: max(found) for year, found in sorted(of_years.items()) if len(found) == 1}
    unclear = tuple(sorted(of_years.keys() - clear.keys()))
    return Total(stance, unit, tuple(clear), tuple(clear.values()), unclear)
