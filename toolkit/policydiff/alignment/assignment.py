"""From probabilities to links: many-to-many where the text is, the best assignment elsewhere."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.alignment.similarity import Floats

NEAR = 0.7
"""A link beside the assigned one stays when its probability is at least this share of the best."""


def choose(pairs: Sequence[tuple[int, int]], probabilities: Floats, least: float) -> list[int]:
    """The positions in ``pairs`` that become links, sorted.

    Within each connected component of pairs with a probability of at least ``least``, the
    assignment of highest total log-odds above ``least`` is kept (scipy
    ``linear_sum_assignment``), and beside it what is at least ``NEAR`` as probable as the best
    link of both its commitments: one promise in several rows, several promises in one.
    """
    alive = [k for k in range(len(pairs)) if probabilities[k] >= least]
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for k in alive:
        i, j = pairs[k]
        best_a[i] = max(best_a[i], float(probabilities[k]))
        best_b[j] = max(best_b[j], float(probabilities[k]))
    kept = {
        k for k in alive if probabilities[k] >= NEAR * max(best_a[pairs[k][0]], best_b[pairs[k][1]])
    }
    for component in _components(pairs, alive):
        kept.update(_assigned(pairs, probabilities, component, least))
    return sorted(kept)


def _components(pairs: Sequence[tuple[int, int]], alive: Sequence[int]) -> list[list[int]]:
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not alive:
        return []
    lefts = {i: n for n, i in enumerate(sorted({pairs[k][0] for k in alive}))}
    rights = {j: n + len(lefts) for n, j in enumerate(sorted({pairs[k][1] for k in alive}))}
    size = len(lefts) + len(rights)
    rows = [lefts[pairs[k][0]] for k in alive]
    columns = [rights[pairs[k][1]] for k in alive]
    graph = coo_array((np.ones(len(alive)), (rows, columns)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    members: dict[int, list[int]] = defaultdict(list)
    for k, row in zip(alive, rows, strict=True):
        members[int(labels[row])].append(k)
    return list(members.values())


def _assigned(
    pairs: Sequence[tuple[int, int]],
    probabilities: Floats,
    component: Sequence[int],
    least: float,
) -> list[int]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    lefts = sorted({pairs[k][0] for k in component})
    rights = sorted({pairs[k][1] for k in component})
    where = {(lefts.index(pairs[k][0]), rights.index(pairs[k][1])): k for k in component}
    gain = np.zeros((len(lefts), len(rights)))
    for place, k in where.items():
        gain[place] = _log_odds(float(probabilities[k])) - _log_odds(least)
    chosen = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    return [where[int(i), int(j)] for i, j in chosen if (int(i), int(j)) in where]


def _log_odds(probability: float) -> float:
    inside = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(inside / (1 - inside))
