"""What was promised and what was reported for the same year, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policydiff.reading.document import Stance
from policydiff.threads.stations import Station


@dataclass(frozen=True, slots=True)
class Answer:
    """What was promised and what was reported for one year, in one measure: facts, no verdict.

    Stations are in order of the thread; the numbers need not be of one scope or definition.
    """

    year: int
    promised: tuple[Station, ...]
    reported: tuple[Station, ...]


def answers(stations: Iterable[Station]) -> tuple[Answer, ...]:
    """The answers among the stations of a thread, by year and measure."""
    sides: dict[tuple[int, object], dict[Stance, list[Station]]] = {}
    for station in stations:
        year, stance = station.commitment.year, station.commitment.stance
        if year is not None and station.commitment.quantity and not station.over_years:
            of_year = sides.setdefault((year, station.measure[1:]), {s: [] for s in Stance})
            of_year[stance].append(station)
    found = [
        Answer(year, tuple(of_year[Stance.TARGET]), tuple(of_year[Stance.OUTCOME]))
        for (year, _), of_year in sides.items()
        if all(of_year.values())
    ]
    return tuple(sorted(found, key=lambda answer: answer.year))
