"""How far apart the numbers of two linked commitments are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policydiff.alignment.link import Link, Relation
from policydiff.alignment.relation import builds_otherwise
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Commitment, Measure


@dataclass(frozen=True, slots=True)
class Difference:
    """``b`` minus ``a``: ``absolute`` in ``unit``, and ``percent`` of ``a``.

    Between two percentages the unit is 个百分点 and ``percent`` is None, since a
    percentage of a percentage misleads.
    """

    absolute: float
    unit: str
    percent: float | None


COMPARABLE = frozenset({Relation.SAME, Relation.RAISED, Relation.LOWERED})


def difference(link: Link) -> Difference | None:
    """How far the link's ``b`` is from its ``a``; None where they are not comparable."""
    return difference_between(link.a, link.b, link.relation)


def difference_between(a: Commitment, b: Commitment, relation: Relation) -> Difference | None:
    """How far ``b`` is from ``a``; None where they are not comparable.

    Comparable are two single values (no ranges) that the relation calls the same, raised
    or lowered. Different units are converted to that of ``b``. Between 新建续建 and 新建 only
    the direction is known.
    """
    old, new = a.quantity, b.quantity
    if relation is not Relation.SAME and builds_otherwise(a, b):
        return None
    if relation not in COMPARABLE or old is None or new is None:
        return None
    if old.value_max is not None or new.value_max is not None:
        return None
    before = old.value
    if old.unit != new.unit:
        before = in_base(old)[1] / in_base(replace(new, value=1))[1]
    absolute = float(f"{new.value - before:.10g}")
    if new.kind is not Measure.AMOUNT:
        return Difference(absolute, "个百分点", None)
    percent = float(f"{absolute / abs(before) * 100:.4g}") if before else None
    return Difference(absolute, new.unit, percent)
