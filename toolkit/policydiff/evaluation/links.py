"""Alignment measured against links that readers made.

A link is right when both of its spans overlap those of a gold link. Precision is against all gold
links (sure and possible), recall against the sure ones (Och & Ney 2003, Computational Linguistics
29:1); F is their harmonic mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policydiff.alignment.link import Band, Link
from policydiff.alignment.scorer import Model
from policydiff.commitments.model import Commitment, Extraction
from policydiff.evaluation.gold import GoldLink
from policydiff.reading.document import Span, Stance

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 120
"""Characters. A span longer than this is no clause: it matches nothing."""

BINS = 10
"""Bins of equal width for the calibration error (Naeini et al. 2015, AAAI)."""


@dataclass(frozen=True, slots=True)
class LinkCase:
    """A pair of documents with its gold links. Both sides are one document for recurrences.

    ``scope`` are the ranges of A and B that the reader compared (all of both if empty), ``open``
    the places on which readers may differ. Links elsewhere, or there, are neither right nor wrong.
    """

    name: str
    a: Extraction
    b: Extraction
    gold: tuple[GoldLink, ...]
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET)
    scope: tuple[tuple[Span, Span], ...] = ()
    open: tuple[tuple[Span, Span], ...] = ()

    def judges(self, a: Commitment, b: Commitment) -> bool:
        """Whether the gold says of two commitments that they are a link, or none."""
        if any(covers(a, b, one) for one in self.gold):
            return True
        read = not self.scope or any(_both(a, b, ranges) for ranges in self.scope)
        return read and not any(_both(a, b, places) for places in self.open)


def _both(a: Commitment, b: Commitment, places: tuple[Span, Span]) -> bool:
    return on_span(a, places[0]) and on_span(b, places[1])


@dataclass(frozen=True, slots=True)
class Detection:
    """How well a set of links does; all but ``predicted`` between 0 and 1."""

    predicted: int
    precision: float
    recall: float
    f: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Links with a probability from ``low`` up to ``high``: their mean, and how many are right."""

    low: float
    high: float
    links: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How the links of one pair do.

    ``relation`` is the share of links on sure gold whose relation agrees, ``ece`` the expected
    calibration error. ``reachable`` is the share of sure gold links between two commitments that
    extraction found, ``candidates`` the share that is among the candidate pairs (None where
    candidates are not known): what is lost there is lost for good. ``relations`` are the links
    on sure gold with another relation, with one gold link each.
    """

    name: str
    gold: int
    sure: int
    all: Detection
    band_sure: Detection
    relation: float
    ece: float
    reachable: float
    candidates: float | None
    reliability: tuple[Bin, ...]
    missed: tuple[GoldLink, ...]
    wrong: tuple[Link, ...]
    relations: tuple[tuple[Link, GoldLink], ...]

    def figures(self) -> dict[str, float]:
        """The figures that are followed from change to change."""
        return {
            "precision": self.all.precision,
            "recall": self.all.recall,
            "f": self.all.f,
            "sure_precision": self.band_sure.precision,
            "sure_recall": self.band_sure.recall,
            "relation": self.relation,
            "ece": self.ece,
            "reachable": self.reachable,
        } | ({} if self.candidates is None else {"candidates": self.candidates})

    def to_dict(self) -> dict[str, Any]:
        """Figures and confusions as plain data."""
        return {
            "gold": self.gold,
            "sure": self.sure,
            "predicted": self.all.predicted,
            **self.figures(),
            "reliability": [
                {
                    "low": one.low,
                    "high": one.high,
                    "links": one.links,
                    "probability": one.probability,
                    "right": one.right,
                }
                for one in self.reliability
            ],
            "missed": [
                {
                    "a_start": one.a.start,
                    "b_start": one.b.start,
                    "relation": one.relation.value,
                    "note": one.note,
                }
                for one in self.missed
            ],
            "wrong": [
                {
                    "a": link.a.id,
                    "b": link.b.id,
                    "probability": link.probability,
                    "matched_by": link.matched_by,
                }
                for link in self.wrong
            ],
            "relations": [
                {
                    "a": link.a.id,
                    "b": link.b.id,
                    "expected": gold.relation.value,
                    "got": link.relation.value,
                }
                for link, gold in self.relations
            ],
        }


@dataclass(frozen=True, slots=True)
class LinksReport:
    """How alignment does on each pair of documents."""

    pairs: tuple[LinkScore, ...]

    @property
    def macro(self) -> dict[str, float]:
        """The mean of the pairs' figures: every pair counts the same."""
        each = [one.figures() for one in self.pairs]
        shared = [name for name in each[0] if all(name in one for one in each)] if each else []
        return {name: sum(one[name] for one in each) / len(each) for name in shared}

    def to_dict(self) -> dict[str, Any]:
        """Figures and confusions as plain data (``policydiff/evaluate-links/1``)."""
        return {
            "schema": "policydiff/evaluate-links/1",
            "pairs": {one.name: one.to_dict() for one in self.pairs},
            "macro": self.macro,
        }

    def to_frame(self) -> pd.DataFrame:
        """One row per pair, then ``macro``; one column per figure."""
        import pandas as pd

        rows = {one.name: one.figures() for one in self.pairs}
        return pd.DataFrame.from_dict({**rows, "macro": self.macro}, orient="index")


def evaluate_links(cases: Iterable[LinkCase], model: Model | None = None) -> LinksReport:
    """Align each pair with ``model`` (by default the shipped one) and score it, in their order."""
    from policydiff.alignment.aligner import align, compared

    scores = []
    for case in cases:
        left, right, pairs = compared(case.a, case.b, case.stances)
        links = align(case.a, case.b, case.stances, model)
        considered = [(left.commitments[i], right.commitments[j]) for i, j in pairs]
        scores.append(score(case, links, considered))
    return LinksReport(tuple(scores))


def score(
    case: LinkCase,
    links: Sequence[Link],
    candidates: Sequence[tuple[Commitment, Commitment]] | None = None,
) -> LinkScore:
    """How ``links`` do on the gold of ``case``, and how much of it is among ``candidates``."""
    gold = case.gold
    links = [link for link in links if case.judges(link.a, link.b)]
    sure = frozenset(n for n, one in enumerate(gold) if one.sure)
    hits = [
        frozenset(n for n, one in enumerate(gold) if covers(link.a, link.b, one)) for link in links
    ]
    on_sure = [
        (link, [gold[n] for n in sorted(hit & sure)])
        for link, hit in zip(links, hits, strict=True)
        if hit & sure
    ]
    differing = [
        (link, each[0])
        for link, each in on_sure
        if all(one.relation is not link.relation for one in each)
    ]
    reliability = _reliability([link.probability for link in links], [bool(hit) for hit in hits])
    in_band = [n for n, link in enumerate(links) if link.band is Band.SURE]
    sides = [
        [one for one in side.commitments if one.stance is stance]
        for side, stance in zip((case.a, case.b), case.stances, strict=True)
    ]
    return LinkScore(
        name=case.name,
        gold=len(gold),
        sure=len(sure),
        all=_detection(hits, sure),
        band_sure=_detection([hits[n] for n in in_band], sure),
        relation=_share(len(on_sure) - len(differing), len(on_sure)),
        ece=sum(
            _share(one.links, len(links)) * abs(one.right - one.probability) for one in reliability
        ),
        reachable=_share(
            sum(
                any(on_span(one, gold[n].a) for one in sides[0])
                and any(on_span(one, gold[n].b) for one in sides[1])
                for n in sure
            ),
            len(sure),
        ),
        candidates=None if candidates is None else candidate_recall(gold, candidates),
        reliability=reliability,
        missed=tuple(gold[n] for n in sorted(sure.difference(*hits))),
        wrong=tuple(link for link, hit in zip(links, hits, strict=True) if not hit),
        relations=tuple(differing),
    )


def candidate_recall(
    gold: Sequence[GoldLink], candidates: Iterable[tuple[Commitment, Commitment]]
) -> float:
    """The share of sure gold links that some candidate pair covers."""
    pairs = list(candidates)
    sure = [one for one in gold if one.sure]
    return _share(sum(any(covers(a, b, one) for a, b in pairs) for one in sure), len(sure))


def covers(a: Commitment, b: Commitment, gold: GoldLink) -> bool:
    """Whether two commitments stand where a gold link has its ends."""
    return on_span(a, gold.a) and on_span(b, gold.b)


def on_span(commitment: Commitment, span: Span) -> bool:
    """Whether a commitment stands where ``span`` is, and is no longer than a clause."""
    start, end = commitment.where
    return end - start <= LONGEST and start < span.end and span.start < end


def _detection(hits: Sequence[frozenset[int]], sure: frozenset[int]) -> Detection:
    precision = _share(sum(map(bool, hits)), len(hits))
    recall = _share(len(sure.intersection(frozenset().union(*hits))), len(sure))
    f = _share(2 * precision * recall, precision + recall)
    return Detection(len(hits), precision, recall, f)


def _reliability(probabilities: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """The bins that hold links; a probability of 1 belongs to the last."""
    bins = []
    for n in range(BINS):
        low, high = n / BINS, (n + 1) / BINS
        inside = [
            (probability, hit)
            for probability, hit in zip(probabilities, right, strict=True)
            if low <= probability < high or (n == BINS - 1 and probability == 1)
        ]
        if inside:
            mean = sum(probability for probability, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(h for _, h in inside) / len(inside)))
    return tuple(bins)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
