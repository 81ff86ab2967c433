"""The count that a count follows upon tells which it is: 新建学校3所，新增学位900个."""

from __future__ import annotations

from itertools import pairwise

from policydiff.alignment.relation import restated
from policydiff.commitments.model import Commitment, Extraction

ALIKE = 0.5
"""From this Dice coefficient of their character bigrams on, two indicators name one thing."""

NEAR = 16
"""At most so many code points lie between the numbers of two clauses that go together."""


def preceding(extraction: Extraction) -> dict[str, Commitment]:
    """For the id of each commitment the one whose number stands `NEAR` before its own."""
    return {
        later.id: earlier
        for earlier, later in pairwise(c for c in extraction.commitments if c.quantity)
        if later.where[0] - earlier.where[1] <= NEAR
        and (later.item, later.section) == (earlier.item, earlier.section)
    }


def follow_alike(x: Commitment | None, y: Commitment | None) -> bool:
    """Whether two commitments, preceded by ``x`` and ``y``, follow upon counts of one thing."""
    return x is not None and y is not None and restated(x.indicator, y.indicator) >= ALIKE
