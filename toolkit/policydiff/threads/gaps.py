"""Documents that were read and that a thread skips: not restated, or perhaps restated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from policydiff.alignment.link import Link
from policydiff.threads.pairs import Links
from policydiff.threads.stations import Station

Onward = dict[tuple[int, str], list[tuple[int, Link]]]


class Presence(StrEnum):
    """How a document that was read stands to a thread that it does not continue."""

    NOT_RESTATED = "not restated"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Gap:
    """A document, read, that a thread skips; ``possible`` links may yet fill it."""

    document: int
    possible: tuple[Link, ...] = ()

    @property
    def presence(self) -> Presence:
        """Not restated, or undetermined where something in it may restate the thread."""
        return Presence.UNDETERMINED if self.possible else Presence.NOT_RESTATED


def gaps(stations: Sequence[Station], documents: Iterable[int], onward: Onward) -> tuple[Gap, ...]:
    """What a thread skips of ``documents``, those of its place, since it was first stated."""
    stated = {station.document for station in stations}
    possible: dict[int, list[Link]] = defaultdict(list)
    for station in stations:
        for later, link in onward.get((station.document, station.commitment.id), ()):
            possible[later].append(link)
    return tuple(
        Gap(document, tuple(possible[document]))
        for document in documents
        if document > min(stated) and document not in stated
    )


def onward(links: Links) -> Onward:
    """Every link by the document and id where it begins, with the document that it leads to."""
    found: Onward = defaultdict(list)
    for (earlier, later), between in links.items():
        for link in between:
            found[earlier, link.a.id].append((later, link))
    return found
