"""The page of a trace: each thread with its timeline, its stations, and what is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from policydiff.alignment.link import Link
from policydiff.comparison import STATUS_OF
from policydiff.report.html import tokens
from policydiff.report.html.embedded import embedded, surroundings
from policydiff.report.html.findings import Finding, Number, Place, Quote, Row
from policydiff.report.html.page import page
from policydiff.report.html.timeline import HEIGHT, WIDTH, Timeline, stance_class, timeline
from policydiff.report.trace import difference_of, listed, year_words
from policydiff.report.words import difference_words, humanised, number_words
from policydiff.threads import Gap, Station, Thread, Total, Trace, time_of

_NAMES = {"raised": "higher", "lowered": "lower", "after.review": "after.review.about"}
"""What is called otherwise than in a comparison: along a thread a change may be a report's, and
which threads a review leaves is known when they are followed again."""

_STATUSES = (
    *("raised", "lowered", "reframed", "dropped", "undetermined", "related", "kept", "stated"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a thread: a finding in a document, or years of which none was given.

    ``since`` is the place, year and number of the station that a change looks back to. It is
    ``named`` where the name of a headline indicator would keep it here without any link.
    """

    years: str
    finding: Finding | None = None
    document: int | None = None
    station: Station | None = None
    since: dict[str, str] | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A thread as the page shows it."""

    thread: Thread
    name: str
    lines: tuple[Line, ...]
    timeline: Timeline
    answers: tuple[dict[str, str], ...]
    totals: tuple[tuple[str, str, str], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The lines that can be filtered, opened and reviewed."""
        return tuple(line.finding for line in self.lines if line.finding)


def trace_html(trace: Trace, *, every: bool = False) -> str:
    """The trace as one HTML page, in which a reader can review links and save the decisions.

    Unless ``every`` is set, only threads with a number and more than one station; links can
    then be added between what is listed and what has a number.
    """
    threads = listed(trace, every=every)
    entries = [_entry(trace, thread) for thread in threads]
    findings = [finding for entry in entries for finding in entry.findings]
    decided = [(((_side(a), k.a), (_side(b), k.b)), k) for a, b, k in trace.decided]
    places = [*(f.places for f in findings), *(ends for ends, _ in decided)]
    named = {(side, c.id) for ends in places for side, c in ends}
    sides = {
        side: (
            extraction,
            [c for c in extraction.commitments if c.quantity or (side, c.id) in named],
        )
        for side, extraction in zip(_sides(trace), trace.extractions, strict=True)
    }
    data = embedded(sides, findings, (unfit.ruling for unfit in trace.unfit), _NAMES, decided)
    data["texts"] = {side: surroundings(*held) for side, held in sides.items()}
    lines = [line for entry in entries for line in entry.lines if line.finding]
    data["named"] = [number for number, line in enumerate(lines) if line.named]
    data["tied"] = [n for n, line in enumerate(lines) if line.station and line.station.also]
    data["headline"] = {
        side: [number for number, c in enumerate(commitments) if c.canonical]
        for side, (_, commitments) in sides.items()
    }
    data["counts"] = {
        "stations": sum(len(thread.stations) for thread in trace.threads),
        "documents": len(trace.documents),
        "threads": len(trace.threads),
        "several": sum(len(thread.documents) > 1 for thread in trace.threads),
    }
    chips = Counter(finding.status for finding in findings)
    context = {
        "trace": trace,
        "entries": entries,
        "total": len(findings),
        "chips": {status: chips[status] for status in _STATUSES if chips[status]},
        "sections": data["sections"],
        "side_names": {
            side: f"[{side}] {time_of(d)} {d.title or d.id}"
            for side, d in zip(_sides(trace), trace.documents, strict=True)
        },
        "units": data["units"],
        "names": _NAMES,
        "command": "trace DOC…",
        "texts": (),
        "times": [time_of(document) for document in trace.documents],
        "hidden": len(trace.threads) - len(threads),
        "counts": data["counts"],
        "missing": [
            {"place": place, "years": year_words(years)}
            for place, years in trace.missing_years.items()
            if years
        ],
        "size": (WIDTH, HEIGHT),
        "stance": stance_class,
    }
    return page("trace.html", context, data, ("frame.js", "findings.js", "review.js", "trace.js"))


def _sides(trace: Trace) -> list[str]:
    """The names of the documents, as they are counted on the page."""
    return [_side(number) for number in range(len(trace.documents))]


def _side(document: int) -> str:
    return str(document + 1)


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
            yield Line(year_words(tuple(moment.time for moment in moments)))
            continue
        for moment in moments:
            entry, year = moment.entry, str(moment.time)
            if isinstance(entry, Gap):
                for finding in _silence(thread, entry):
                    yield Line(year, finding, entry.document)
            elif entry:
                yield Line(
                    year,
                    _stated(thread, entry),
                    entry.document,
                    entry,
                    _since(trace, thread, entry),
                    _named(thread, entry),
                )


def _stated(thread: Thread, station: Station) -> Finding:
    commitment = station.commitment
    status = STATUS_OF[station.change].value if station.change else "stated"
    own = (_side(station.document), commitment)
    partner = _partner(thread, station)
    numbers = (Number(number_words(commitment)),) if commitment.quantity else ()
    gap = difference_words(difference_of(thread, station))
    row = Row("", "", numbers, gap, "", "", (Quote(*own, tokens.plain(commitment)),))
    if partner is None:
        return Finding(status, (own,), None, row)
    return Finding(status, (partner, own), station.link, row)


def _partner(thread: Thread, station: Station) -> Place | None:
    """The station that the link of this one leads to."""
    if station.link is None:
        return None
    ends = (station.link.a, station.link.b)
    return next(
        (
            (_side(other.document), other.commitment)
            for other in reversed(thread.stations)
            if other is not station
            and other.document <= station.document
            and other.commitment in ends
        ),
        None,
    )


def _since(trace: Trace, thread: Thread, station: Station) -> dict[str, str] | None:
    if station.since is None:
        return None
    before = thread.stations[station.since]
    if before.document == station.document or not before.commitment.quantity:
        return None
    return {
        "document": _side(before.document),
        "year": str(time_of(trace.documents[before.document])),
        "number": number_words(before.commitment),
        "which": "@disputed" if thread.is_disputed(before) else "",
    }


def _silence(thread: Thread, gap: Gap) -> Iterator[Finding]:
    """What may restate the thread in a document, else that the document is silent."""
    side = _side(gap.document)
    for link in gap.possible:
        home = next(s.document for s in thread.stations if s.commitment == link.a)
        yield Finding(
            "undetermined",
            ((_side(home), link.a), (side, link.b)),
            link,
            _possible(side, link),
            side,
        )
    if not gap.possible:
        last = [s for s in thread.stations if s.document < gap.document][-1]
        place = (_side(last.document), last.commitment)
        yield Finding("dropped", (place,), None, Row("", "", (), "", "", "", ()), side)


def _possible(side: str, link: Link) -> Row:
    numbers = (Number(number_words(link.b)),) if link.b.quantity else ()
    pieces = tokens.compared(link.a, link.b)[1]
    return Row(
        link.b.indicator, "", numbers, "", "", link.relation.value, (Quote(side, link.b, pieces),)
    )


def _named(thread: Thread, station: Station) -> bool:
    """Whether a headline indicator's name ties a station to an earlier one of its thread."""
    canonical = station.commitment.canonical
    before = thread.stations[: thread.stations.index(station)]
    return canonical is not None and any(s.commitment.canonical == canonical for s in before)


def _numbers(stations: tuple[Station, ...]) -> str:
    return ", ".join(dict.fromkeys(number_words(s.commitment) for s in stations))


def _total(total: Total) -> tuple[str, str, str]:
    steps = zip(total.years, total.running, strict=True)
    running = " → ".join(f"{year} {humanised(value, total.unit)}" for year, value in steps)
    return f"total.{stance_class(total.stance)}", running, year_words(total.unclear)
