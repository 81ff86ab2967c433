"""A thread: one commitment followed through places and documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from policydiff.alignment.link import Relation
from policydiff.alignment.relation import relation
from policydiff.threads.answers import Answer, answers
from policydiff.threads.gaps import Gap
from policydiff.threads.stations import Station
from policydiff.threads.totals import Total, totals


@dataclass(frozen=True, slots=True)
class Thread:
    """One commitment followed through places and documents, its stations in time order."""

    id: str
    place: str
    indicator: str
    stations: tuple[Station, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents that state it, in time order."""
        return tuple(sorted({station.document for station in self.stations}))

    @property
    def has_number(self) -> bool:
        """Whether any station states a quantity."""
        return any(station.commitment.quantity for station in self.stations)

    @property
    def recurrences(self) -> tuple[tuple[Station, ...], ...]:
        """The stations of each document that states one measure and year of it repeatedly."""
        places: dict[object, list[Station]] = defaultdict(list)
        for station in self.stations:
            key = (station.measure, station.commitment.year, station.over_years)
            places[station.document, key].append(station)
        return tuple(tuple(found) for found in places.values() if len(found) > 1)

    def is_disputed(self, station: Station) -> bool:
        """Whether its document states another figure of its measure for the same year, too."""
        return any(
            (s.document, s.measure, s.period) == (station.document, station.measure, station.period)
            and s.commitment.year == station.commitment.year
            and relation(s.commitment, station.commitment) is not Relation.SAME
            for s in self.stations
            if s.commitment.quantity
        )

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Targets of a year beside the outcomes reported for it, by year and measure."""
        return answers(self.stations)

    @property
    def totals(self) -> tuple[Total, ...]:
        """Sums of the yearly increments, by stance and unit, where two or more years have one."""
        return totals(self.stations)
