"""Every pair of commitments with a score: what each threshold would find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.commitments.model import Commitment
from policydiff.evaluation.gold import GoldLink
from policydiff.evaluation.links import on_span

if TYPE_CHECKING:
    import numpy as np

    Scores = np.ndarray[tuple[int, int], np.dtype[np.float64]]
    Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Point:
    """What is found when every pair with a score of at least ``threshold`` is a link."""

    threshold: float
    precision: float
    recall: float
    f: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Precision over all gold links and recall of the sure ones at falling thresholds."""

    thresholds: Floats
    precision: Floats
    recall: Floats

    @property
    def best(self) -> Point:
        """The point with the highest F, the highest threshold among equals."""
        import numpy as np

        both = self.precision + self.recall
        f = np.divide(
            2 * self.precision * self.recall, both, out=np.zeros_like(both), where=both > 0
        )
        if not f.size:
            return Point(1.0, 0.0, 0.0, 0.0)
        n = int(np.argmax(np.round(f, 12)))
        return Point(
            float(self.thresholds[n]), float(self.precision[n]), float(self.recall[n]), float(f[n])
        )


def curve(
    gold: Sequence[GoldLink],
    left: Sequence[Commitment],
    right: Sequence[Commitment],
    scores: Scores,
) -> Curve:
    """The curve of ``scores``, one row per commitment of ``left``, one column per one of ``right``.

    Pairs with a score of 0 or below are no candidates.
    """
    import numpy as np

    hit = np.zeros(scores.shape, dtype=bool)
    best_of_sure = []
    for link in gold:
        rows = [n for n, one in enumerate(left) if on_span(one, link.a)]
        columns = [n for n, one in enumerate(right) if on_span(one, link.b)]
        block = np.ix_(rows, columns)
        hit[block] = True
        if link.sure:
            best_of_sure.append(scores[block].max(initial=0.0))
    proposed = scores > 0
    order = np.argsort(-scores[proposed], kind="stable")
    falling, right_so_far = scores[proposed][order], np.cumsum(hit[proposed][order])
    last_of_tie = np.flatnonzero(np.diff(falling, append=-1.0))
    return Curve(
        thresholds=falling[last_of_tie],
        precision=right_so_far[last_of_tie] / (last_of_tie + 1),
        recall=_reached(best_of_sure, falling[last_of_tie]),
    )


def _reached(scores: Sequence[float], thresholds: Floats) -> Floats:
    """The share of ``scores`` that are at least as high as each threshold."""
    import numpy as np

    rising = np.sort(np.asarray(scores, dtype=float))
    return (len(rising) - np.searchsorted(rising, thresholds, side="left")) / max(1, len(rising))
