"""Two extractions become a comparison: aligned, reviewed, and each looked through by itself."""

from __future__ import annotations

from dataclasses import replace

from policydiff.alignment.scorer import Model
from policydiff.commitments.model import Extraction
from policydiff.comparison.comparison import Comparison
from policydiff.decisions import Applied, Review, apply
from policydiff.reading.document import Stance


def compare(
    a: Extraction,
    b: Extraction,
    *,
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET),
    decisions: Review | None = None,
    model: Model | None = None,
) -> Comparison:
    """Align two extractions and draw the conclusions.

    ``stances`` says which commitments of ``a`` and of ``b`` are laid side by side. The
    recurrences inside each document are found by the same alignment. Where one side is
    read from a ledger, which holds figures only, commitments without a number are left
    out of both sides. ``decisions`` are a reader's, and go before what the alignment says.
    ``model`` defaults to the shipped one.
    """
    from policydiff.alignment import align

    if a.facts_only or b.facts_only:
        a, b = with_numbers(a), with_numbers(b)
    links = align(a, b, stances, model)
    reviewed = apply(links, a, b, decisions) if decisions else Applied(links)
    comparison = Comparison(
        a, b, reviewed.links, stances, rejected=reviewed.rejected, unfit=reviewed.unfit
    )
    if comparison.same_document:
        return comparison
    return replace(
        comparison,
        recurrences_a=align(a, a, (stances[0], stances[0]), model),
        recurrences_b=align(b, b, (stances[1], stances[1]), model),
    )


def with_numbers(extraction: Extraction) -> Extraction:
    """The extraction without the commitments that have no number, as a ledger has it."""
    return replace(extraction, commitments=tuple(c for c in extraction.commitments if c.quantity))
