"""Promises that one document makes in several places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from policydiff.alignment.link import Band, Link
from policydiff.commitments.model import Commitment
from policydiff.comparison.differences import COMPARABLE


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Places of one document that state the same promise, in order of position."""

    side: Literal["a", "b"]
    commitments: tuple[Commitment, ...]


def chains(side: Literal["a", "b"], links: tuple[Link, ...]) -> tuple[Recurrence, ...]:
    """Connected groups of commitments under sure links whose quantities compare."""
    group_of: dict[str, set[str]] = {}
    by_id: dict[str, Commitment] = {}
    for link in links:
        if link.band is Band.POSSIBLE or link.relation not in COMPARABLE:
            continue
        by_id |= {link.a.id: link.a, link.b.id: link.b}
        merged = group_of.get(link.a.id, {link.a.id}) | group_of.get(link.b.id, {link.b.id})
        group_of |= dict.fromkeys(merged, merged)
    groups = {tuple(sorted(group, key=lambda id_: by_id[id_].where)) for group in group_of.values()}
    return tuple(
        Recurrence(side, tuple(by_id[id_] for id_ in chain))
        for chain in sorted(groups, key=lambda ids: by_id[ids[0]].where)
    )
