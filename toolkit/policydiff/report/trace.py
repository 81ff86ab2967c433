"""Threads through documents for terminals, Markdown, CSV and JSON: promised, reported, silent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from policydiff.alignment.link import Relation
from policydiff.commitments.model import Commitment
from policydiff.comparison import counted, difference_between, side_row
from policydiff.reading.document import Stance
from policydiff.report.as_csv import written
from policydiff.report.as_json import dumped
from policydiff.report.lines import evidence, rendered, text
from policydiff.report.markdown import escaped
from policydiff.report.markdown import evidence as source_of
from policydiff.report.words import (
    difference_words,
    document_words,
    humanised,
    number_words,
    percent,
    quoted,
    short_quote,
    subject,
)
from policydiff.threads import Answer, Gap, Moment, Presence, Station, Thread, Total, Trace, time_of

if TYPE_CHECKING:
    from rich.text import Text

STANCES = {Stance.TARGET: "promised", Stance.OUTCOME: "reported"}

CHANGES = {
    Relation.SAME: "= as",
    Relation.RAISED: "↑ higher than",
    Relation.LOWERED: "↓ lower than",
    Relation.REFRAMED: "≠ other measure than",
    Relation.RELATED: "~ other wording than",
}

NO_DOCUMENT = "no document given"

NOTE = (
    "“Not restated” says that a document is silent, not that a promise was cancelled. What was "
    "reported stands beside what was promised for the same year; whether it answers it is for "
    "the reader to judge."
)

_BRIEF = 24
"""Characters of a quote that is only perhaps the thread's."""

COLUMNS = (
    *("thread", "place", "thread_indicator", "time", "document", "presence", "stance"),
    *("change", "difference", "difference_unit", "difference_percent", "since", "over_years"),
    *side_row(None),
)


def trace_json(trace: Trace) -> str:
    """The trace under the contract ``policydiff/trace/1``, with a final line end."""
    return dumped(trace.to_dict())


def trace_csv(trace: Trace) -> str:
    """One row per station of every thread, and per gap where it has several; base units.

    ``presence`` is ``stated``, ``not restated``, ``undetermined`` or ``no document given``;
    ``since`` is the document that ``change`` and ``difference`` look back to.
    """
    return written(COLUMNS, (row for thread in trace.threads for row in rows(trace, thread)))


def rows(trace: Trace, thread: Thread) -> Iterator[dict[str, Any]]:
    """The course of a thread as flat records, with the keys of ``COLUMNS``.

    What stands in one place alone is one record, without the silence that follows.
    """
    for moment in trace.course(thread):
        entry = moment.entry
        if len(thread.stations) == 1 and not isinstance(entry, Station):
            continue
        row = dict.fromkeys(COLUMNS) | {
            "thread": thread.id,
            "place": thread.place,
            "thread_indicator": thread.indicator,
            "time": moment.time,
            "document": trace.documents[entry.document].id if entry else None,
            "presence": presence_words(moment),
        }
        if isinstance(entry, Station):
            gap = difference_of(thread, entry)
            before = None if entry.since is None else thread.stations[entry.since]
            row |= side_row(entry.commitment) | {
                "stance": entry.commitment.stance.value,
                "change": entry.change.value if entry.change else None,
                "difference": gap.absolute if gap else None,
                "difference_unit": gap.unit if gap else None,
                "difference_percent": gap.percent if gap else None,
                "since": trace.documents[before.document].id if before else None,
                "over_years": entry.over_years,
            }
        yield row


def trace_text(trace: Trace, *, every: bool = False, width: int = 80, color: bool = False) -> str:
    """The threads in at most ``width`` cells: those in most documents first, then by position.

    Unless ``every`` is set, only threads with a number and more than one station.
    """
    lines = [text(headline(trace), "bold"), text()]
    lines += [text(line) for line in _documents(trace)]
    shown = listed(trace, every=every)
    for thread in shown:
        lines += [text(), text(_title(thread), "bold underline")]
        for entry in _course(trace, thread):
            lines += _lines(trace, thread, entry, width)
        lines += [text(f"  {line}") for line in _remarks(thread)]
    if hidden := hidden_words(trace, shown):
        lines += [text(), text(hidden, "dim")]
    lines += [text(), text(NOTE, "dim")]
    return rendered(lines, width, color)


def trace_markdown(trace: Trace, *, every: bool = False) -> str:
    """The threads as Markdown: a heading each, a sentence for each year, ready for a story."""
    lines = [f"# {escaped(headline(trace))}", ""]
    lines += [f"- {escaped(line)}" for line in _documents(trace)]
    lines += ["", NOTE]
    for thread in listed(trace, every=every):
        lines += ["", f"## {escaped(_title(thread))}", ""]
        lines += [f"- {_sentence(trace, thread, entry)}" for entry in _course(trace, thread)]
        lines += [f"- {escaped(line)}" for line in _remarks(thread)]
    return "\n".join(lines) + "\n"


def headline(trace: Trace) -> str:
    """How much was followed, in one sentence."""
    stations = sum(len(thread.stations) for thread in trace.threads)
    several = sum(len(thread.documents) > 1 for thread in trace.threads)
    places = len(set(trace.places))
    where = f" of {places} places" if places > 1 else ""
    return (
        f"{counted(stations, 'commitment')} in {counted(len(trace.documents), 'document')}{where}: "
        f"{counted(len(trace.threads), 'thread')}, {several} of them through several documents."
    )


def listed(trace: Trace, *, every: bool = False) -> list[Thread]:
    """The threads a report shows, those in most documents first."""
    shown = trace.threads if every else (t for t in trace.followed if t.has_number)
    return sorted(shown, key=lambda thread: -len(thread.documents))


def hidden_words(trace: Trace, shown: list[Thread]) -> str:
    """What the report leaves out, and how to see it; empty where it leaves nothing out."""
    left = len(trace.threads) - len(shown)
    if not left:
        return ""
    return f"Not listed: {left} that stand in one place alone or have no number. --all lists them."


def presence_words(moment: Moment) -> str:
    """What is known at a moment: stated, not restated, undetermined, or no document."""
    if moment.entry is None:
        return NO_DOCUMENT
    return moment.entry.presence.value if isinstance(moment.entry, Gap) else "stated"


def difference_of(thread: Thread, station: Station) -> Any:
    """How far a station is from the one it is set against; None where that says nothing."""
    if station.since is None or station.change is None:
        return None
    before = thread.stations[station.since].commitment
    return difference_between(before, station.commitment, station.change)


def stated_words(trace: Trace, thread: Thread, station: Station) -> str:
    """Stance, number and year of a station, such as ``promised ≥3500个``."""
    commitment = station.commitment
    words = [STANCES[commitment.stance]]
    if commitment.quantity:
        words.append(number_words(commitment))
    elif thread.has_number:
        words.append("(no number)")
    if commitment.year not in (None, time_of(trace.documents[station.document])):
        words.append(f"for {commitment.year}")
    if station.over_years:
        words.append("(yearly average)" if station.averaged else "(over several years)")
    return " ".join(words)


def step_words(thread: Thread, station: Station) -> str:
    """The change at a station, against which document, and its size; empty at the first."""
    if station.change is None:
        return ""
    if station.since is None:
        return f"{CHANGES[station.change]} before" if station.commitment.quantity else ""
    before = thread.stations[station.since]
    where = "above" if before.document == station.document else f"in [{before.document + 1}]"
    if station.change in (Relation.RAISED, Relation.LOWERED) and where != "above":
        where += " (one of several figures)" if thread.is_disputed(before) else ""
    size = difference_words(difference_of(thread, station))
    return f"{CHANGES[station.change]} {where}{f': {size}' if size else ''}"


def answer_words(answer: Answer) -> str:
    """``promised 2023: …; reported: …``, every figure that was stated for the year."""
    sides = (
        ", ".join(dict.fromkeys(number_words(s.commitment) for s in stations))
        for stations in (answer.promised, answer.reported)
    )
    promised, reported = sides
    return f"promised {answer.year}: {promised}; reported: {reported}"


def total_words(total: Total) -> str:
    """The running total of yearly increments, with the years in between that it leaves out."""
    steps = zip(total.years, total.running, strict=True)
    running = " → ".join(f"{year} {humanised(value, total.unit)}" for year, value in steps)
    between = range(total.years[0], total.years[-1])
    silent = tuple(y for y in between if y not in (*total.years, *total.unclear))
    left = [f"{year_words(total.unclear)} (several figures stated)"] if total.unclear else []
    left += [f"{year_words(silent)} (none stated)"] if silent else []
    without = f"; without {' and '.join(left)}" if left else ""
    return f"increments {STANCES[total.stance]}, running total: {running}{without}"


def _documents(trace: Trace) -> Iterator[str]:
    for number, document in enumerate(trace.documents, start=1):
        facts = trace.extractions[number - 1].facts_only
        note = " · figures from its ledger, without quotes" if facts else ""
        yield f"[{number}] {time_of(document)} {document_words(document)}{note}"
    for place, years in trace.missing_years.items():
        if years:
            where = f" of {place}" if len(trace.missing_years) > 1 else ""
            yield f"No document{where} was given for {year_words(years)}."


def year_words(years: tuple[int, ...]) -> str:
    """Years with runs joined, such as ``1989–1991, 1996``."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _title(thread: Thread) -> str:
    name = thread.indicator or thread.stations[0].commitment.quote
    where = f" · {thread.place}" if thread.place else ""
    return f"{name}{where} · {counted(len(thread.documents), 'document')}"


def _course(trace: Trace, thread: Thread) -> Iterator[Station | str]:
    """Stations, and in words what lies between them; one silence through many years is one line."""
    for silence, group in groupby(trace.course(thread), lambda moment: _silence(moment.entry)):
        moments = list(group)
        if not silence:
            yield from (moment.entry for moment in moments if isinstance(moment.entry, Station))
            continue
        years = year_words(tuple(dict.fromkeys(moment.time for moment in moments)))
        read = [moment.entry.document + 1 for moment in moments if moment.entry]
        numbers = "–".join(f" [{n}]" for n in dict.fromkeys((*read[:1], *read[-1:])))
        yield f"{years}{numbers.replace('– ', '–')}  {silence}"


def _lines(trace: Trace, thread: Thread, entry: Station | str, width: int) -> list[Text]:
    if isinstance(entry, str):
        return [text(f"  {entry}", "dim")]
    head = text(f"  {_when(trace, entry)}  {stated_words(trace, thread, entry)}", "bold")
    if step := step_words(thread, entry):
        head.append(f"  {step}")
    return [head, *evidence("", entry.commitment, width)]


def _sentence(trace: Trace, thread: Thread, entry: Station | str) -> str:
    if isinstance(entry, str):
        return escaped(entry.replace("  ", ": ", 1)) + "."
    step = step_words(thread, entry)
    words = f"{escaped(_when(trace, entry))}: {stated_words(trace, thread, entry)}"
    colon = ":" if entry.commitment.quote else ""
    change = f", {escaped(step)}" if step else ""
    return f"{words}{change}{colon}{source_of(entry.commitment)}."


def _when(trace: Trace, station: Station) -> str:
    return f"{time_of(trace.documents[station.document])} [{station.document + 1}]"


def _silence(entry: Station | Gap | None) -> str:
    """What is known where nothing is stated; empty of a station."""
    if entry is None:
        return NO_DOCUMENT
    if isinstance(entry, Station):
        return ""
    if not entry.possible:
        return Presence.NOT_RESTATED.value
    likeliest = max(entry.possible, key=lambda link: link.probability)
    found = likeliest.b
    words = quoted(short_quote(found, _BRIEF)) if found.quote else _named(found)
    others = len({link.b.id for link in entry.possible}) - 1
    more = f" and {others} more" if others else ""
    return f"undetermined 待核: perhaps {words} ({percent(likeliest.probability)}){more}"


def _named(commitment: Commitment) -> str:
    return f"{subject(commitment)} {number_words(commitment)}".rstrip()


def _remarks(thread: Thread) -> Iterator[str]:
    yield from map(answer_words, thread.answers)
    yield from map(total_words, thread.totals)
