"""One promise is not raised and lowered at once: the link that compares better stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from policydiff.alignment.link import Band, Link, Reason, Relation
from policydiff.alignment.neighbours import follow_alike, preceding
from policydiff.commitments.model import Commitment, Extraction
from policydiff.reading.document import Stance

_COMPARABLE = frozenset({Relation.SAME, Relation.RAISED, Relation.LOWERED})


def settled(links: Iterable[Link], a: Extraction, b: Extraction) -> tuple[Link, ...]:
    """The links in the order given, without contradictions between two numbers.

    Where the numbers linked with one commitment stand to it in different ways (the same and
    raised, raised and lowered), the best link stands and the others become ``reframed``: sure
    before possible, then the equal number, then the number that follows upon the same count
    (新建学校3所，新增学位900个), then the more probable. Outcomes of several years may well stand
    to one target in different ways.
    """
    links = tuple(links)
    before = preceding(a), preceding(b)
    said: dict[tuple[str, str], set[Relation]] = defaultdict(set)
    contested: set[tuple[str, str]] = set()
    for link in sorted(filter(_compares, links), key=lambda link: _order(link, before)):
        sides = (("a", link.a, link.b), ("b", link.b, link.a))
        ends = [(side, c.id) for side, c, other in sides if other.stance is Stance.TARGET]
        if any(said[end] - {link.relation} for end in ends):
            contested.add((link.a.id, link.b.id))
            continue
        for end in ends:
            said[end].add(link.relation)
    return tuple(
        replace(link, relation=Relation.REFRAMED, reason=Reason.CONTESTED)
        if (link.a.id, link.b.id) in contested
        else link
        for link in links
    )


def _compares(link: Link) -> bool:
    return bool(link.a.quantity and link.b.quantity) and link.relation in _COMPARABLE


def _order(
    link: Link, before: tuple[dict[str, Commitment], dict[str, Commitment]]
) -> tuple[bool, bool, bool, float, int, int]:
    return (
        link.band is Band.POSSIBLE,
        link.relation is not Relation.SAME,
        not follow_alike(before[0].get(link.a.id), before[1].get(link.b.id)),
        -link.probability,
        link.a.start,
        link.b.start,
    )
