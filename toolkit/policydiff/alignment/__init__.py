"""Two lists of commitments become links: candidates, similarity, scorer, assignment."""

from policydiff.alignment.aligner import align

__all__ = ["align"]
