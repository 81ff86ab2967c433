"""How the later of two linked commitments stands to the earlier one (codebook section 2)."""

from __future__ import annotations

from policydiff.alignment.features import comparable_unit
from policydiff.alignment.link import Relation, Wording
from policydiff.alignment.normalise import grams
from policydiff.alignment.normalise import wording as comparable
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Basis, Commitment, Comparator, Quantity

RESTATED = 0.5
"""Share of the shorter wording that two qualitative promises share when they are the same."""

_BINDING = {
    Comparator.ABOUT: 0,
    Comparator.EQUAL: 1,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
}


def relation(a: Commitment, b: Commitment) -> Relation:
    """``same``, ``raised``, ``lowered`` where the measures compare, else ``reframed``/``related``.

    Two numbers compare where unit (after conversion), kind, basis and the thing measured agree.
    One number against none is ``reframed``. Two statements without a number are ``same`` where
    one restates most of the other, else ``related``.
    """
    if a.quantity and b.quantity:
        return _of_numbers(a, b, a.quantity, b.quantity)
    if a.quantity or b.quantity:
        return Relation.REFRAMED
    return Relation.SAME if _restated(a, b) >= RESTATED else Relation.RELATED


def _of_numbers(a: Commitment, b: Commitment, x: Quantity, y: Quantity) -> Relation:
    if not comparable_unit(x, y) or _bases_differ(x, y):
        return Relation.REFRAMED
    before, after = in_base(x)[1:], in_base(y)[1:]
    if _close(before[0], after[0]) and _close(before[1] or before[0], after[1] or after[0]):
        return Relation.SAME
    low, high = (before[1] or before[0]), (after[1] or after[0])
    return Relation.RAISED if high > low else Relation.LOWERED


def _bases_differ(x: Quantity, y: Quantity) -> bool:
    return {x.basis, y.basis} == {Basis.INCREMENT, Basis.TOTAL}


def _close(x: float, y: float) -> bool:
    return abs(x - y) <= 1e-9 * max(1.0, abs(x), abs(y))


def _restated(a: Commitment, b: Commitment) -> float:
    """The Dice coefficient of the character bigrams of what two statements are about."""
    scores = []
    for one, other in ((a.indicator, b.indicator), (a.quote, b.quote)):
        x = {gram for gram in grams(comparable(one), 2) if len(gram) == 2}
        y = {gram for gram in grams(comparable(other), 2) if len(gram) == 2}
        scores.append(2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0)
    return max(scores)


def wording(a: Commitment, b: Commitment) -> Wording:
    """Whether comparator and hedge of ``b`` bind more or less than those of ``a``.

    力争 and 争取 loosen; 不低于 and 以上 bind more than a bare number, 左右 and 约 less.
    """
    change = _firmness(b) - _firmness(a)
    if change > 0:
        return Wording.TIGHTENED
    return Wording.LOOSENED if change < 0 else Wording.UNCHANGED


def _firmness(commitment: Commitment) -> int:
    quantity = commitment.quantity
    bound = _BINDING[quantity.comparator] if quantity else _BINDING[Comparator.EQUAL]
    return bound - (4 if commitment.hedge else 0)
