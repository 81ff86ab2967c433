"""Learn a model from links that readers made, and say how it does on pairs it has not seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING, Any

from policydiff.alignment.aligner import compared, is_inside
from policydiff.alignment.assignment import choose
from policydiff.alignment.encoder import Encoder
from policydiff.alignment.features import features
from policydiff.alignment.scorer import Model, fit
from policydiff.alignment.texts import Texts
from policydiff.commitments.model import Commitment, Extraction
from policydiff.errors import PolicydiffError
from policydiff.parallel import Mapping
from policydiff.reading.document import Span, Stance

if TYPE_CHECKING:
    from policydiff.alignment.features import Table
    from policydiff.alignment.similarity import Floats

POSSIBLE_WEIGHT = 0.5
"""What a link counts that another careful reader may not make, beside 1 for a certain one."""

SURE_PRECISION = 0.95

AS_GOOD = 0.005
"""Differences in F that mean nothing with this many links."""

_STEPS = 100


@dataclass(frozen=True, slots=True)
class Known:
    """A link that a reader made between two spans. ``certain`` unless another may not make it."""

    a: Span
    b: Span
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """One pair of documents with all its links. ``name`` stands in the training record.

    ``scope`` are the ranges of A and B that were compared, all of both if empty. ``open`` are
    pairs of spans that nobody has judged. What is not in the scope, or open, is left out, unless a
    link is known. ``hand`` tells whose links they are: some readers link more freely than others.
    """

    name: str
    a: Extraction
    b: Extraction
    known: tuple[Known, ...]
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET)
    scope: tuple[tuple[Span, Span], ...] = ()
    open: tuple[tuple[Span, Span], ...] = ()
    hand: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example with its candidates, their features, and which known links each one hits."""

    name: str
    pairs: list[tuple[int, int]]
    table: Table
    hits: list[frozenset[int]]
    certain: frozenset[int]
    hand: str = ""

    @property
    def labels(self) -> Floats:
        """1 for a certain link, ``POSSIBLE_WEIGHT`` for a possible one, 0 for none."""
        import numpy as np

        return np.array(
            [(1.0 if hit & self.certain else POSSIBLE_WEIGHT) if hit else 0.0 for hit in self.hits]
        )

    def score(self, chosen: Sequence[int]) -> tuple[float, float, float]:
        """Precision over all known links, recall over the certain ones, and F (Och & Ney 2003)."""
        right = sum(bool(self.hits[k]) for k in chosen)
        found = frozenset().union(*(self.hits[k] for k in chosen)) & self.certain
        precision = right / len(chosen) if chosen else 0.0
        recall = len(found) / len(self.certain) if self.certain else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def prepare(example: Example, encoder: Encoder | None = None) -> Prepared:
    """The candidates of ``example`` with features and labels; links match by overlapping spans."""
    left, right, pairs = compared(example.a, example.b, example.stances)
    inside = is_inside(example.a, example.b, example.stances)
    known = _places(left, right, [(link.a, link.b) for link in example.known])
    undecided = _places(left, right, example.open)
    compared_in = _places(left, right, example.scope)
    table = features(left, right, pairs, inside=inside, encoder=encoder)
    judged = [
        k
        for k, pair in enumerate(pairs)
        if known(pair) or (not undecided(pair) and (compared_in(pair) or not example.scope))
    ]
    pairs = [pairs[k] for k in judged]
    return Prepared(
        name=example.name,
        pairs=pairs,
        table=table[judged],
        hits=[known(pair) for pair in pairs],
        certain=frozenset(n for n, link in enumerate(example.known) if link.certain),
        hand=example.hand,
    )


def train(
    examples: Sequence[Example], *, encoder: Encoder | None = None, mapping: Mapping = map
) -> Model:
    """A model from all ``examples``, with bands and record from leaving each pair out in turn.

    ``possible`` is the probability from which on F is best: the mean over the hands that made the
    links, each the mean over its pairs left out, so that no hand outvotes the others. ``sure`` is
    the lowest from which on at least ``SURE_PRECISION`` of the links left out are right.
    With an ``encoder`` the model looks at meaning, too, and can only be used with that encoder.
    ``mapping`` may be the ``map`` of a pool of processes. Raises PolicydiffError with fewer than
    two examples, or where none of the links of one matches a commitment.
    """
    prepared = _prepared(examples, encoder, mapping)
    held_out = [
        model.probabilities(one.table)
        for one, model in zip(prepared, _without_each(prepared, encoder), strict=True)
    ]
    possible, sure = _bands(prepared, held_out)
    record = _record(prepared, held_out, possible, sure)
    return _fit(prepared, encoder, possible, sure, record)


def train_without_each(
    examples: Sequence[Example], *, encoder: Encoder | None = None
) -> list[Model]:
    """For each example a model of all the others, with the bands of a model of all.

    Weights never see the pair they are for; where the bands begin is what all share. Raises
    PolicydiffError as `train` does.
    """
    prepared = _prepared(examples, encoder, map)
    models = _without_each(prepared, encoder)
    possible, sure = _bands(
        prepared,
        [model.probabilities(one.table) for one, model in zip(prepared, models, strict=True)],
    )
    return [replace(model, possible=possible, sure=sure) for model in models]


def _prepared(
    examples: Sequence[Example], encoder: Encoder | None, mapping: Mapping
) -> list[Prepared]:
    if len(examples) < 2:
        raise PolicydiffError(
            "training needs links of at least two pairs of documents, since each is measured by a "
            "model of the others: add another file of links or decisions"
        )
    prepared = list(mapping(prepare, examples, [encoder] * len(examples)))
    for one, example in zip(prepared, examples, strict=True):
        if example.known and not any(one.hits):
            raise PolicydiffError(f"{one.name}: none of its links matches a commitment")
    return prepared


def _without_each(prepared: Sequence[Prepared], encoder: Encoder | None) -> list[Model]:
    return [_fit([other for other in prepared if other is not one], encoder) for one in prepared]


def _bands(prepared: Sequence[Prepared], held_out: Sequence[Floats]) -> tuple[float, float]:
    possible = best_threshold(prepared, held_out)
    return possible, _sure_threshold(prepared, held_out, possible)


def _fit(
    prepared: Sequence[Prepared],
    encoder: Encoder | None,
    possible: float = 0.0,
    sure: float = 1.0,
    record: dict[str, Any] | None = None,
) -> Model:
    return fit(
        [one.table for one in prepared],
        [one.labels for one in prepared],
        possible=possible,
        sure=sure,
        record=record,
        encoder=encoder,
    )


def _places(
    left: Texts, right: Texts, spans: Sequence[tuple[Span, Span]]
) -> Callable[[tuple[int, int]], frozenset[int]]:
    """For a pair of positions, which of ``spans`` both its commitments overlap."""
    in_a = [_overlapping(one, [a for a, _ in spans]) for one in left.commitments]
    in_b = [_overlapping(one, [b for _, b in spans]) for one in right.commitments]
    return lambda pair: in_a[pair[0]] & in_b[pair[1]]


def _overlapping(one: Commitment, spans: Sequence[Span]) -> frozenset[int]:
    start, end = one.where
    return frozenset(n for n, span in enumerate(spans) if start < span.end and span.start < end)


def best_threshold(prepared: Sequence[Prepared], held_out: Sequence[Floats]) -> float:
    """The highest threshold whose mean F, over itself and its two neighbours, is as good as any.

    Neighbours are counted so that no lucky peak wins, and the highest of those within ``AS_GOOD``
    is taken because a wrong link does more harm than a missing one.
    """
    steps = range(5, _STEPS, 5)

    def mean_f(step: int) -> float:
        by_hand: dict[str, list[float]] = defaultdict(list)
        for one, p in zip(prepared, held_out, strict=True):
            chosen = choose(one.pairs, p, step / _STEPS)
            by_hand[one.hand].append(one.score(chosen)[2])
        return fmean(map(fmean, by_hand.values()))

    means = {step: mean_f(step) for step in steps}

    def around(step: int) -> float:
        return round(fmean(means[near] for near in (step - 5, step, step + 5)), 6)

    best = max(map(around, steps[1:-1]))
    return max(step for step in steps[1:-1] if around(step) >= best - AS_GOOD) / _STEPS


def _sure_threshold(
    prepared: Sequence[Prepared], held_out: Sequence[Floats], possible: float
) -> float:
    chosen = sorted(
        (float(p[k]), bool(one.hits[k]))
        for one, p in zip(prepared, held_out, strict=True)
        for k in choose(one.pairs, p, possible)
    )
    for step in range(round(possible * _STEPS), _STEPS):
        above = [right for p, right in chosen if p >= step / _STEPS]
        if above and sum(above) / len(above) >= SURE_PRECISION:
            return step / _STEPS
    return 0.99


def _record(
    prepared: Sequence[Prepared], held_out: Sequence[Floats], possible: float, sure: float
) -> dict[str, Any]:
    pairs = []
    for one, p in zip(prepared, held_out, strict=True):
        chosen = choose(one.pairs, p, possible)
        precision, recall, f = one.score(chosen)
        certain = [k for k in chosen if p[k] >= sure]
        pairs.append(
            {
                "pair": one.name,
                "candidates": len(one.pairs),
                "links": sum(map(bool, one.hits)),
                "precision": round(precision, 3),
                "recall": round(recall, 3),
                "f": round(f, 3),
                "sure_precision": round(one.score(certain)[0], 3),
                "sure": len(certain),
            }
        )
    return {"method": "ridge logistic regression, each pair left out in turn", "held_out": pairs}
