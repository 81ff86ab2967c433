"""The page of a trace: each thread with its timeline, its stations, and what is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from policydiff.alignment.link import Relation
from policydiff.report.html.page import page
from policydiff.report.html.timeline import HEIGHT, WIDTH, Timeline, stance_class, timeline
from policydiff.report.trace import difference_of, listed, year_words
from policydiff.report.words import difference_words, humanised, number_words
from policydiff.threads import Gap, Station, Thread, Total, Trace, time_of

_CHANGES = {
    Relation.SAME: ("kept", "same"),
    Relation.RAISED: ("raised", "higher"),
    Relation.LOWERED: ("lowered", "lower"),
    Relation.REFRAMED: ("reframed", "reframed"),
    Relation.RELATED: ("related", "related"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a thread's table: a station, or years of which nothing is stated.

    ``status`` and ``label`` name style and label of its change or its silence.
    """

    years: str
    station: Station | None
    document: int | None
    status: str
    label: str
    gap: str = ""
    possible: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A thread as the page shows it."""

    thread: Thread
    name: str
    lines: tuple[Line, ...]
    timeline: Timeline
    answers: tuple[dict[str, str], ...]
    totals: tuple[tuple[str, str, str], ...]


def trace_html(trace: Trace, *, every: bool = False) -> str:
    """The trace as one HTML page.

    Unless ``every`` is set, only threads with a number and more than one station.
    """
    threads = listed(trace, every=every)
    entries = [_entry(trace, thread) for thread in threads]
    context = {
        "trace": trace,
        "entries": entries,
        "times": [time_of(document) for document in trace.documents],
        "hidden": len(trace.threads) - len(threads),
        "counts": {
            "stations": sum(len(thread.stations) for thread in trace.threads),
            "documents": len(trace.documents),
            "threads": len(trace.threads),
            "several": sum(len(thread.documents) > 1 for thread in trace.threads),
        },
        "missing": [
            {"place": place, "years": year_words(years)}
            for place, years in trace.missing_years.items()
            if years
        ],
        "size": (WIDTH, HEIGHT),
        "stance": stance_class,
        "number": number_words,
    }
    return page("trace.html", context, {}, ("frame.js", "list.js"))


def _entry(trace: Trace, thread: Thread) -> Entry:
    return Entry(
        thread=thread,
        name=thread.indicator or thread.stations[0].commitment.quote,
        lines=tuple(_lines(trace, thread)),
        timeline=timeline(trace, thread),
        answers=tuple(
            {
                "year": str(answer.year),
                "promised": _numbers(answer.promised),
                "reported": _numbers(answer.reported),
            }
            for answer in thread.answers
        ),
        totals=tuple(_total(total) for total in thread.totals),
    )


def _lines(trace: Trace, thread: Thread) -> Iterator[Line]:
    course = trace.course(thread)
    for silent, moments in groupby(course, lambda moment: moment.entry is None):
        if silent:
            years = year_words(tuple(moment.time for moment in moments))
            yield Line(years, None, None, "absent", "no.document")
            continue
        for moment in moments:
            entry, year = moment.entry, str(moment.time)
            if isinstance(entry, Gap):
                status, label = (
                    ("undetermined", "undetermined")
                    if entry.possible
                    else ("dropped", "not.restated")
                )
                yield Line(year, None, entry.document, status, label, possible=len(entry.possible))
            elif entry:
                status, label = _CHANGES[entry.change] if entry.change else ("", "")
                gap = difference_words(difference_of(thread, entry))
                yield Line(year, entry, entry.document, status, label, gap)


def _numbers(stations: tuple[Station, ...]) -> str:
    return ", ".join(dict.fromkeys(number_words(s.commitment) for s in stations))


def _total(total: Total) -> tuple[str, str, str]:
    steps = zip(total.years, accumulate(total.values), strict=True)
    running = " → ".join(f"{year} {humanised(value, total.unit)}" for year, value in steps)
    return f"total.{stance_class(total.stance)}", running, year_words(total.unclear)
