"""Documents become a trace: put in order, aligned, grouped into threads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from policydiff.alignment.scorer import Model
from policydiff.commitments.model import Extraction
from policydiff.comparison import with_numbers
from policydiff.decisions import Review
from policydiff.errors import PolicydiffError
from policydiff.parallel import Mapping
from policydiff.threads.gaps import Onward, gaps, onward
from policydiff.threads.grouping import Strand, grouped
from policydiff.threads.pairs import links_between, review
from policydiff.threads.places import places_of
from policydiff.threads.thread import Thread
from policydiff.threads.trace import Trace
from policydiff.threads.years import in_time


def follow(
    extractions: Sequence[Extraction],
    *,
    figures: bool = False,
    decisions: Sequence[Review] = (),
    model: Model | None = None,
    mapping: Mapping = map,
) -> Trace:
    """Follow every commitment through the documents of its place, in time order.

    With ``figures``, or where a document is read from a ledger, only commitments with a number
    are followed. ``decisions`` are a reader's, on any two of the documents, and go before what the
    alignment says. ``model`` defaults to the shipped one. ``mapping`` may be the ``map`` of a pool
    of processes; the result is the same. A document that is given twice counts once. Raises
    PolicydiffError if a document's year is unknown.
    """
    for extraction in extractions:
        if extraction.document.year is None:
            raise PolicydiffError(
                f"{extraction.document.path}: its year is not found, so it cannot be put in order; "
                "say which it is with --year FILE=YEAR"
            )
    unique = {extraction.document.sha256: extraction for extraction in extractions}
    ordered = sorted(unique.values(), key=in_time)
    if figures or any(extraction.facts_only for extraction in ordered):
        ordered = [with_numbers(extraction) for extraction in ordered]
    places = places_of([extraction.document for extraction in ordered])
    links = links_between(ordered, places, model, mapping)
    decided, unfit = review(links, ordered, decisions)
    of_place: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        of_place[place].append(index)
    leads = onward(links)
    threads = (
        _thread(number, strand, of_place[strand.place], leads)
        for number, strand in enumerate(grouped(ordered, places, links), start=1)
    )
    return Trace(tuple(ordered), tuple(places), tuple(threads), decided, unfit)


def _thread(number: int, strand: Strand, documents: Sequence[int], leads: Onward) -> Thread:
    """The finished thread, under its standard name or the one most often used, the shortest."""
    names = [s.commitment.canonical or s.commitment.indicator for s in strand.stations]
    return Thread(
        id=f"t{number}",
        place=strand.place,
        indicator=strand.canonical or max(names, key=lambda n: (names.count(n), -len(n))),
        stations=tuple(strand.stations),
        gaps=gaps(strand.stations, documents, leads),
    )
