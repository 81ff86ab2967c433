"""Two extractions become links: candidates, features, probabilities, decision, relation."""

from __future__ import annotations

import re
from types import MappingProxyType

from policydiff.alignment import scorer
from policydiff.alignment.assignment import choose
from policydiff.alignment.candidates import candidates
from policydiff.alignment.contradictions import settled
from policydiff.alignment.features import CONTEXT, features
from policydiff.alignment.link import Band, Link
from policydiff.alignment.names import ambiguous, name, repeated
from policydiff.alignment.neighbours import follow_alike, preceding
from policydiff.alignment.relation import Setting, judged, wording
from policydiff.alignment.texts import Texts, texts
from policydiff.commitments.model import Commitment, Extraction
from policydiff.reading.document import Document, Kind, Stance
from policydiff.reading.places import on_other_levels
from policydiff.reading.script import simplified

_YEARS = re.compile(
    "(?<!第)[两三四五十]年(?:来|间|里)|过去[的这]?[两三四五十]年|[两三四五]年(?:工作)?回顾"
)
_ONE_YEAR = re.compile(r"\d{4}年|[上去今]年|一年")


def align(
    a: Extraction,
    b: Extraction,
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET),
    model: scorer.Model | None = None,
) -> tuple[Link, ...]:
    """The links from ``a``'s commitments of stance ``stances[0]`` to ``b``'s of ``stances[1]``.

    Where both are the same file and stance, the links are the recurrences inside it: each pair
    once, the earlier one as ``a``. Links are in order of position. ``model`` defaults to the
    shipped one.
    """
    model = model or scorer.load()
    left, right, pairs = compared(a, b, stances)
    if not pairs:
        return ()
    inside = is_inside(a, b, stances)
    table = features(left, right, pairs, inside=inside, encoder=model.encoder)
    probabilities = model.probabilities(table)
    contributions = model.contributions(table)
    levels = on_other_levels(a.document.publisher, b.document.publisher)
    names = ambiguous(a), ambiguous(b)
    before = preceding(a), preceding(b)
    links = []
    for k in choose(pairs, probabilities, model.possible):
        one, other = left.commitments[pairs[k][0]], right.commitments[pairs[k][1]]
        evidence = {
            name: round(float(value), 6)
            for name, value in zip(model.names, contributions[k], strict=True)
            if round(float(value), 6)
        }
        alike = repeated(one, names[0]) or repeated(other, names[1])
        told = follow_alike(before[0].get(one.id), before[1].get(other.id))
        probability = float(probabilities[k])
        found, reason = judged(
            one,
            other,
            Setting(
                long=(_long(one, a.document), _long(other, b.document)),
                levels=levels,
                ambiguous=name(one) in names[0] or name(other) in names[1],
                alike=alike and not told,
            ),
        )
        links.append(
            Link(
                a=one,
                b=other,
                relation=found,
                probability=probability,
                band=Band.SURE if probability >= model.sure else Band.POSSIBLE,
                matched_by=max(
                    sorted(evidence.keys() - CONTEXT), key=lambda name: evidence[name], default=""
                ),
                wording=wording(one, other),
                evidence=MappingProxyType(evidence),
                reason=reason,
            )
        )
    links.sort(key=lambda link: (*link.a.where, *link.b.where))
    return tuple(links) if inside else settled(links, a, b)


def is_inside(a: Extraction, b: Extraction, stances: tuple[Stance, Stance]) -> bool:
    """Whether the comparison looks for recurrences inside one document."""
    return a.document.sha256 == b.document.sha256 and stances[0] is stances[1]


def compared(
    a: Extraction, b: Extraction, stances: tuple[Stance, Stance]
) -> tuple[Texts, Texts, list[tuple[int, int]]]:
    """The texts of the commitments that are compared, and the candidate pairs of positions."""
    left, right = texts(a, stances[0]), texts(b, stances[1])
    pairs = candidates(left, right)
    if is_inside(a, b, stances):
        own = left.commitments
        pairs = [(i, j) for i, j in pairs if i < j and apart(own[i], own[j])]
    return left, right, pairs


def apart(one: Commitment, other: Commitment) -> bool:
    """Whether two commitments of a document stand in different rows and clauses.

    What one row or clause lists side by side is meant to be different things.
    """
    same_row = one.item is not None and (one.item, one.section) == (other.item, other.section)
    overlap = one.start < other.end and other.start < one.end
    return not same_row and not overlap


def _long(commitment: Commitment, document: Document) -> bool:
    """Whether a commitment has more than a year's time, or had: in a plan, or over past years."""
    if commitment.stance is Stance.OUTCOME:
        return _over_years(commitment, document.text)
    if document.kind is Kind.FIVE_YEAR_PLAN:
        return True
    return bool(commitment.year and document.year and commitment.year > document.year + 1)


def _over_years(commitment: Commitment, text: str) -> bool:
    """Whether an outcome is told of several past years, by its paragraph or else its headings."""
    told = simplified(text[text.rfind("\n", 0, commitment.start) + 1 : commitment.end])
    if _YEARS.search(told):
        return _ONE_YEAR.search(re.split("[。；]", told)[-1]) is None
    return bool(_YEARS.search("".join(commitment.section))) and _ONE_YEAR.search(told) is None
