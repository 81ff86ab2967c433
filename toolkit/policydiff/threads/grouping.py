"""Links and names become groups of commitments: the threads, before they are finished.

A chain of links drifts where every link is allowed a small doubt. Hence a thread is only
continued by sure links between things of one name (`policydiff.threads.names.one_thing`), and
never holds two headline indicators.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.threads.names import alike, name_of, one_thing
from policydiff.threads.pairs import Links
from policydiff.threads.stations import Station, after
from policydiff.threads.years import over_years


@dataclass(slots=True)
class Strand:
    """A thread while it is put together; its ``name`` is what it was first called."""

    place: str
    name: str
    canonical: str | None
    stations: list[Station] = field(default_factory=list)

    def fits(self, commitment: Commitment) -> bool:
        """Whether a commitment can be of the thing that the thread began with."""
        if None not in (self.canonical, commitment.canonical):
            return self.canonical == commitment.canonical
        return alike(self.name, name_of(commitment))


def grouped(extractions: Sequence[Extraction], places: Sequence[str], links: Links) -> list[Strand]:
    """Every commitment in the thread it continues or begins, in order of the first stations."""
    strands: list[Strand] = []
    homes: dict[tuple[int, str], Strand] = {}
    headline: dict[tuple[str, str], Strand] = {}
    earlier_of: dict[int, list[int]] = defaultdict(list)
    for earlier, later in links:
        if earlier != later:
            earlier_of[later].append(earlier)
    for index, extraction in enumerate(extractions):
        place = places[index]
        ties: dict[str, list[tuple[Strand, Link]]] = defaultdict(list)
        for earlier in earlier_of[index]:
            found = filter(one_thing, links[earlier, index])
            for link in sorted(found, key=lambda link: link.probability):
                home = homes[earlier, link.a.id]
                if link.decided or home.fits(link.b):
                    ties[link.b.id].append((home, link))
        for group, inner in _groups(extraction, links[index, index]):
            tied = [tie for c in group for tie in ties.get(c.id, ())]
            named = next((c.canonical for c in group if c.canonical), None)
            strand = headline.get((place, named)) if named else None
            if strand is None and tied:
                strand = min(tied, key=_strength)[0]
            if strand is None:
                strand = Strand(place, name_of(group[0]), named)
                strands.append(strand)
            if named and strand.canonical in (None, named):
                strand.canonical = named
                headline[place, named] = strand
            for commitment in group:
                own = [link for home, link in ties.get(commitment.id, ()) if home is strand]
                own.sort(key=lambda link: link.decided is not None)
                within = inner.get(commitment.id)
                *also, why = [*([within] if within else ()), *own] or [None]
                over = over_years(commitment, extraction.document)
                station = Station(index, commitment, why, over_years=over, also=tuple(also))
                strand.stations.append(after(strand.stations, station))
                homes[index, commitment.id] = strand
    return strands


def _strength(tie: tuple[Strand, Link]) -> tuple[bool, float, int, int]:
    """A key that sorts the tie that decides first.

    A reader's goes before all, then the most probable, the latest, the first in its document.
    """
    home, link = tie
    return link.decided is None, -link.probability, -home.stations[-1].document, link.a.start


def _groups(
    extraction: Extraction, inside: Iterable[Link]
) -> Iterator[tuple[list[Commitment], dict[str, Link]]]:
    """The commitments of a document that speak of one thing, and the links that say so."""
    group_of = {c.id: [c] for c in extraction.commitments}
    headline: dict[str, Commitment] = {}
    inner: dict[str, Link] = {}

    def join(one: Commitment, other: Commitment) -> bool:
        small, large = sorted((group_of[one.id], group_of[other.id]), key=len)
        named = {c.canonical for c in small + large if c.canonical}
        if small is large or len(named) > 1:
            return small is large
        large += small
        group_of.update((c.id, large) for c in small)
        return True

    for commitment in extraction.commitments:
        if commitment.canonical:
            join(headline.setdefault(commitment.canonical, commitment), commitment)
    for link in sorted(inside, key=lambda k: (-k.probability, k.a.start, k.b.start)):
        if one_thing(link) and join(link.a, link.b):
            inner.setdefault(max(link.a, link.b, key=lambda c: c.where).id, link)
    seen: set[str] = set()
    for commitment in extraction.commitments:
        if commitment.id not in seen:
            group = sorted(group_of[commitment.id], key=lambda c: c.where)
            seen.update(c.id for c in group)
            yield group, inner
