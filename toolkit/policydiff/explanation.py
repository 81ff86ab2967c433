"""Why two commitments are linked, or why not: every feature with what it adds to the log-odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from policydiff.alignment import align
from policydiff.alignment.aligner import apart, compared, is_inside
from policydiff.alignment.distances import distances
from policydiff.alignment.features import features
from policydiff.alignment.link import Decision, Link
from policydiff.alignment.scorer import Model, load
from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.record import commitment_record, document_record
from policydiff.decisions import CONTEXT, Review, Unfit, apply, decision_record
from policydiff.reading.document import Document


class Outcome(StrEnum):
    """What the program makes of a pair by itself."""

    LINKED = "linked"
    IMPROBABLE = "improbable"
    OUTDONE = "outdone"
    BESIDE = "beside"
    DISTANT = "distant"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to the log-odds of a pair, against the average candidate.

    ``value`` is the feature of this pair, ``average`` its mean over the candidates that the model
    was trained on; both are without unit.
    """

    feature: str
    value: float
    average: float
    log_odds: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """One pair of commitments with the evidence for and against a link.

    ``outcome`` is the program's: linked; a candidate whose probability is below ``possible``
    (improbable) or that lost to ``rivals``, more probable links of the same commitments (outdone);
    no candidate since it stands in the same row or clause (beside) or is not among the nearest
    (distant). ``probability`` is None where the pair is no candidate. ``average`` is the log-odds
    of the average candidate; with the ``contributions``, the heaviest first, it adds up to the
    log-odds of the pair. ``distances`` are common measures of how alike the clauses are, from 0 to
    1, which decide nothing. ``link`` is what a comparison reports, after a reader's decision;
    ``decided`` is that decision, also where it took the link out. ``unfit`` are decisions
    whose commitments were not found any more.
    """

    documents: tuple[Document, Document]
    a: Commitment
    b: Commitment
    outcome: Outcome
    possible: float
    sure: float
    average: float
    probability: float | None = None
    contributions: tuple[Contribution, ...] = ()
    distances: Mapping[str, float] = field(default_factory=dict)
    link: Link | None = None
    rivals: tuple[Link, ...] = ()
    decided: Decision | None = None
    unfit: tuple[Unfit, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """``policydiff/explain/1``; ``before`` and ``after`` are the text around the quote."""
        link = self.link
        return {
            "schema": "policydiff/explain/1",
            **{
                side: {
                    "document": document_record(document),
                    "commitment": commitment_record(one),
                    **dict(zip(("before", "after"), around(one, document), strict=True)),
                }
                for side, one, document in zip(
                    ("a", "b"), (self.a, self.b), self.documents, strict=True
                )
            },
            "outcome": self.outcome.value,
            "probability": self.probability,
            "possible": self.possible,
            "sure": self.sure,
            "link": {
                "relation": link.relation.value,
                "band": link.band.value,
                "matched_by": link.matched_by,
                "wording": link.wording.value,
            }
            if link
            else None,
            "decided": decision_record(self.decided) if self.decided else None,
            "rivals": [
                {"a": rival.a.id, "b": rival.b.id, "probability": rival.probability}
                for rival in self.rivals
            ],
            "average": self.average,
            "contributions": [
                {
                    "feature": one.feature,
                    "value": one.value,
                    "average": one.average,
                    "log_odds": one.log_odds,
                }
                for one in self.contributions
            ],
            "distances": dict(self.distances),
        }


def around(commitment: Commitment, document: Document) -> tuple[str, str]:
    """The text before and after a quote, `CONTEXT` code points each; empty for a ledger."""
    before = document.text[max(0, commitment.start - CONTEXT) : commitment.start]
    return before, document.text[commitment.end : commitment.end + CONTEXT]


def explain(
    a: Extraction,
    b: Extraction,
    one: Commitment,
    other: Commitment,
    *,
    decisions: Review | None = None,
    model: Model | None = None,
) -> Explanation:
    """Explain the pair of ``one`` of ``a`` and ``other`` of ``b``.

    The two are compared as a comparison of their stances compares them; inside one document the
    earlier commitment comes first. ``decisions`` and ``model`` are as for
    `policydiff.comparison.compare`.
    """
    model = model or load()
    stances = (one.stance, other.stance)
    inside = is_inside(a, b, stances)
    if inside and one.where > other.where:
        one, other = other, one
    left, right, pairs = compared(a, b, stances)
    pair = (left.commitments.index(one), right.commitments.index(other))
    links: tuple[Link, ...] = ()
    probability: float | None = None
    contributions: tuple[Contribution, ...] = ()
    if pair in pairs:
        k = pairs.index(pair)
        table = features(left, right, pairs, inside=inside, encoder=model.encoder)
        row = table[k : k + 1]
        probability = float(model.probabilities(row)[0])
        contributions = _contributions(model, row)
        if probability >= model.possible:
            links = align(a, b, stances, model)
        outcome = Outcome.OUTDONE if links else Outcome.IMPROBABLE
    else:
        beside = inside and not apart(one, other)
        outcome = Outcome.BESIDE if beside else Outcome.DISTANT
    link = _between(links, one, other)
    rivals = tuple(rival for rival in links if one == rival.a or other == rival.b)
    applied = apply([link] if link else [], a, b, decisions) if decisions else None
    final = _between(applied.links, one, other) if applied else link
    rejected = _between(applied.rejected, one, other) if applied else None
    judged = final or rejected
    return Explanation(
        documents=(a.document, b.document),
        a=one,
        b=other,
        outcome=Outcome.LINKED if link else outcome,
        possible=model.possible,
        sure=model.sure,
        average=model.intercept,
        probability=probability,
        contributions=contributions,
        distances=distances(left.clauses[pair[0]], right.clauses[pair[1]]),
        link=final,
        rivals=() if link else rivals,
        decided=judged.decided if judged else None,
        unfit=applied.unfit if applied else (),
    )


def _contributions(model: Model, row: Any) -> tuple[Contribution, ...]:
    found = [
        Contribution(name, round(float(value), 6), model.means[name], round(float(added), 6) + 0.0)
        for name, value, added in zip(model.names, row[0], model.contributions(row)[0], strict=True)
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.log_odds)))


def _between(links: tuple[Link, ...], one: Commitment, other: Commitment) -> Link | None:
    return next((link for link in links if (link.a, link.b) == (one, other)), None)
