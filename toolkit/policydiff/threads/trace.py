"""A trace: documents in time order and the threads that run through them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from policydiff.commitments.model import Extraction
from policydiff.commitments.record import document_record
from policydiff.decisions import Unfit
from policydiff.reading.document import Document
from policydiff.threads.gaps import Gap
from policydiff.threads.names import names_any, spellings
from policydiff.threads.pairs import Decided
from policydiff.threads.record import thread_record
from policydiff.threads.stations import Station
from policydiff.threads.thread import Thread
from policydiff.threads.years import time_of


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a thread at a ``time`` (year): stated, skipped, or no document given."""

    time: int
    entry: Station | Gap | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Threads through documents in time order.

    ``threads`` are in order of their first station and hold every commitment once; those of
    a single station are commitments that no other place restates. ``places`` says of which
    place each document is: a thread never leaves its place. ``decided`` are the links that a
    reader decided on, each after the positions of its documents; ``unfit`` are decisions whose
    commitments are not found any more.
    """

    extractions: tuple[Extraction, ...]
    places: tuple[str, ...]
    threads: tuple[Thread, ...]
    decided: tuple[Decided, ...] = ()
    unfit: tuple[Unfit, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in time order."""
        return tuple(extraction.document for extraction in self.extractions)

    @property
    def missing_years(self) -> dict[str, tuple[int, ...]]:
        """By place, the years between its first and last document that no document is from."""
        years: dict[str, set[int]] = defaultdict(set)
        for place, document in zip(self.places, self.documents, strict=True):
            years[place].add(time_of(document))
        return {
            place: tuple(y for y in range(min(found), max(found)) if y not in found)
            for place, found in years.items()
        }

    @property
    def followed(self) -> tuple[Thread, ...]:
        """The threads of more than one station."""
        return tuple(thread for thread in self.threads if len(thread.stations) > 1)

    def course(self, thread: Thread) -> tuple[Moment, ...]:
        """The stations and gaps of a thread and the years without a document, in time order."""
        first = time_of(self.documents[thread.stations[0].document])
        entries: list[Station | Gap] = [*thread.stations, *thread.gaps]
        moments = [Moment(time_of(self.documents[e.document]), e) for e in entries]
        moments += [Moment(y) for y in self.missing_years[thread.place] if y > first]
        return tuple(sorted(moments, key=lambda m: (m.time, m.entry.document if m.entry else -1)))

    def about(self, topic: str) -> Trace:
        """The threads with a station whose indicator speaks of ``topic``, or of a synonym.

        Indicators, their canonical names and the words of ``vocabulary.toml`` are searched;
        clauses only where a commitment has no indicator.
        """
        words = spellings(topic)
        found = (
            thread
            for thread in self.threads
            if any(names_any(station.commitment, words) for station in thread.stations)
        )
        return replace(self, threads=tuple(found))

    def to_dict(self) -> dict[str, Any]:
        """``policydiff/trace/1``: stations, gaps, answers, recurrences and totals by thread.

        Stations are referred to by their number within the thread, counted from 0.
        """
        ids = [document.id for document in self.documents]
        return {
            "schema": "policydiff/trace/1",
            "documents": [
                {**document_record(document), "place": place, "time": time_of(document)}
                for place, document in zip(self.places, self.documents, strict=True)
            ],
            "missing_years": {place: list(years) for place, years in self.missing_years.items()},
            "threads": [thread_record(thread, ids) for thread in self.threads],
        }
