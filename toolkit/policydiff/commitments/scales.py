"""Whether paragraphs look back or ahead that stand in no frame of time: by their signs."""

from __future__ import annotations

from policydiff.reading.document import Document, Paragraph, Stance
from policydiff.reading.outline import Horizon, heading_stance
from policydiff.reading.weighing import leaning, told_by, weigh

_SURE = 6
"""Signs that weigh more than this decide against what stands around them."""


class Scales:
    """The signs of paragraphs weighed, as they come in order.

    Those of a paragraph decide where they are many; where they are few, what most paragraphs
    under its headings are, or what the headline says or most of all that there are, and only then
    its own few signs, or those of the last one before it that has any.
    """

    def __init__(self, document: Document) -> None:
        """Weigh the paragraphs of ``document`` to which no heading gives a stance."""
        self._text = document.text
        under: dict[tuple[str, ...], list[int]] = {}
        for block in document.blocks:
            if isinstance(block, Paragraph) and block.section.stance is None:
                weight = weigh(self._text[block.start : block.end])
                under.setdefault(block.section.headings, []).append(weight)
        self._under = {
            headings: leaning(weights) for headings, weights in under.items() if len(weights) > 1
        }
        begin = min((block.start for block in document.blocks), default=0)
        whole = [weight for weights in under.values() for weight in weights]
        headline = _headline(self._text[:begin])
        self._whole = headline or leaning(whole)
        if headline:
            self._under[()] = headline
        self._before: Stance | None = None

    def stance(self, block: Paragraph) -> Stance | None:
        """The stance of ``block`` as its signs have it, or None if they don't say."""
        weight = weigh(self._text[block.start : block.end])
        told = told_by(weight)
        self._before = told or self._before
        around = self._under.get(block.section.headings) or self._whole
        if abs(weight) > _SURE or around is None:
            return self._before
        return around


def _headline(above: str) -> Stance | None:
    """The stance that the lines ``above`` all blocks set, as a heading would (主要工作成效)."""
    said = (
        heading_stance(line.rstrip("：:"), None, Horizon())
        for line in above.split("\n")
        if "。" not in line
    )
    return next((stance for stance in said if stance), None)
