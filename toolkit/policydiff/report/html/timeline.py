"""Timelines of threads as inline SVG: shapes, not colours alone, say what is known of a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from policydiff.alignment.units import in_base
from policydiff.reading.document import Stance
from policydiff.report.words import number_words
from policydiff.threads import Gap, Presence, Station, Thread, Trace

WIDTH, HEIGHT = 640, 120
"""The size of the drawing, in its own units; the page scales it."""

_LEFT, _RIGHT, _TOP, _FLOOR = 34, 34, 22, 90
_LABEL = 76


@dataclass(frozen=True, slots=True)
class Point:
    """A shape at ``x`` and ``y`` (from the top left); ``label`` is its number, or nothing."""

    shape: str
    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The points of a thread, a line through each stance's, and the years below them.

    Stations stand at the year they are for. Heights show the measure that most of them have; on
    the floor stand documents that state another measure alone, are silent, or are missing.
    """

    points: tuple[Point, ...]
    lines: tuple[tuple[str, str], ...]
    years: tuple[tuple[float, int], ...]


def timeline(trace: Trace, thread: Thread) -> Timeline:
    """Lay out a thread from its first year to its last or that of the last document."""
    course = trace.course(thread)
    measures = Counter(_measure(s) for s in thread.stations if s.commitment.quantity)
    main = max(measures, key=lambda m: measures[m]) if measures else None
    drawn = [
        (m.entry.commitment.year or m.time, m.entry, m.entry.commitment.quantity)
        for m in course
        if isinstance(m.entry, Station)
        and m.entry.commitment.quantity
        and _measure(m.entry) == main
    ]
    at_all = [year for year, _, _ in drawn] + [moment.time for moment in course]
    first, span = min(at_all), max(max(at_all) - min(at_all), 1)
    low = min((quantity.value for _, _, quantity in drawn if quantity), default=0.0)
    high = max((quantity.value for _, _, quantity in drawn if quantity), default=0.0)

    def x(time: int) -> float:
        return round(_LEFT + (time - first) / span * (WIDTH - _LEFT - _RIGHT), 1)

    points: list[Point] = []
    paths: dict[Stance, list[str]] = {stance: [] for stance in Stance}
    labelled = dict.fromkeys(Stance, float(WIDTH + _LABEL))
    for year, station, quantity in sorted(drawn, key=lambda d: d[0], reverse=True):
        if quantity is None:
            continue
        share = (quantity.value - low) / (high - low) if high > low else 0.5
        place = x(year), round(_FLOOR - 20 - share * (_FLOOR - _TOP - 20), 1)
        stance = station.commitment.stance
        roomy = labelled[stance] - place[0] >= _LABEL
        labelled[stance] = place[0] if roomy else labelled[stance]
        label = number_words(station.commitment) if roomy else ""
        points.append(Point(stance.value, *place, label))
        paths[stance].append(f"{place[0]},{place[1]}")
    shown = {station.document for _, station, _ in drawn}
    points += [
        Point(shape, x(moment.time), _FLOOR)
        for moment in course
        if (shape := _floor(moment.entry, shown))
    ]
    step = max(1, -(-span // 8))
    return Timeline(
        tuple(dict.fromkeys(points)),
        tuple((stance.value, " ".join(path)) for stance, path in paths.items() if len(path) > 1),
        tuple((x(time), time) for time in range(first, first + span + 1, step)),
    )


def _floor(entry: Station | Gap | None, drawn: set[int]) -> str:
    """The shape on the floor, empty where the document stands above it."""
    if entry is None:
        return "none"
    if isinstance(entry, Gap):
        return "open" if entry.presence is Presence.UNDETERMINED else "silent"
    return "" if entry.document in drawn else entry.commitment.stance.value


def _measure(station: Station) -> Hashable:
    quantity = station.commitment.quantity
    if quantity is None:
        return None
    increment = quantity.basis is not None and quantity.basis.value == "increment"
    return quantity.kind, in_base(quantity)[0], increment, station.over_years


def stance_class(stance: Stance) -> str:
    """The name of the label for a stance."""
    return "promised" if stance is Stance.TARGET else "reported"
