"""What became of a commitment in a comparison, and the link that decides it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from policydiff.alignment.link import Band, Link, Relation


class Status(StrEnum):
    """What became of a commitment in a comparison (状态).

    ``dropped`` means not restated in the other document; silence never proves that a
    promise was cancelled. ``undetermined`` has a possible partner and no sure one.
    """

    KEPT = "kept"
    RAISED = "raised"
    LOWERED = "lowered"
    REFRAMED = "reframed"
    RELATED = "related"
    DROPPED = "dropped"
    NEW = "new"
    UNDETERMINED = "undetermined"


CHANGES = frozenset({Relation.RAISED, Relation.LOWERED, Relation.REFRAMED})
STATUS_OF = {
    Relation.SAME: Status.KEPT,
    Relation.RAISED: Status.RAISED,
    Relation.LOWERED: Status.LOWERED,
    Relation.REFRAMED: Status.REFRAMED,
    Relation.RELATED: Status.RELATED,
}
_RANK = {
    Relation.SAME: 0,
    Relation.RAISED: 1,
    Relation.LOWERED: 1,
    Relation.REFRAMED: 2,
    Relation.RELATED: 3,
}


def strongest(links: Iterable[tuple[str, Link]]) -> dict[str, Link]:
    """For each commitment id the link that decides its status."""
    best: dict[str, Link] = {}
    for id_, link in links:
        if id_ not in best or _strength(link) < _strength(best[id_]):
            best[id_] = link
    return best


def _strength(link: Link) -> tuple[bool, int, float, int, int]:
    """A key that sorts the link that decides first."""
    if link.band is Band.POSSIBLE:
        return (True, 0, -link.probability, link.a.start, link.b.start)
    return (False, _RANK[link.relation], -link.probability, link.a.start, link.b.start)


def status_of(link: Link) -> Status:
    """The status that a link gives its two commitments where it decides."""
    return STATUS_OF[link.relation] if link.band is Band.SURE else Status.UNDETERMINED


def statuses(
    ids: Iterable[str], links: Iterable[tuple[str, Link]], unlinked: Status
) -> dict[str, Status]:
    """The status of each commitment of ``ids``: that of its strongest link, or ``unlinked``.

    ``links`` are given with the id of the commitment that they are of.
    """
    deciding = strongest(links)
    return {id_: status_of(deciding[id_]) if id_ in deciding else unlinked for id_ in ids}
