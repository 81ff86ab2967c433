"""Our alignment on pairs of documents that its model has not seen."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.alignment.aligner import align
from policydiff.alignment.scorer import Model, load
from policydiff.alignment.training import Example, Known, train_without_each
from policydiff.evaluation.links import LinkCase, LinksReport, score


def held_out_models(cases: Sequence[LinkCase]) -> list[Model]:
    """For each case a model trained on all the others, all with the same bands.

    They look at meaning if the shipped model does. Raises PolicydiffError with fewer than two
    pairs.
    """
    return train_without_each([example(case) for case in cases], encoder=load().encoder)


def evaluate_held_out(cases: Sequence[LinkCase]) -> LinksReport:
    """Like `evaluate_links`, but each pair is aligned by a model that has not seen it."""
    return LinksReport(
        tuple(
            score(case, align(case.a, case.b, case.stances, model))
            for case, model in zip(cases, held_out_models(cases), strict=True)
        )
    )


def example(case: LinkCase) -> Example:
    """The case as training takes it."""
    known = tuple(Known(link.a, link.b, link.sure) for link in case.gold)
    return Example(case.name, case.a, case.b, known, case.stances, case.scope, case.open)
