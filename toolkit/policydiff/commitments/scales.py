"""Whether paragraphs look back or ahead that stand in no frame of time: by their signs."""

from __future__ import annotations

from policydiff.reading.document import Document, Paragraph, Stance
from policydiff.reading.outline import Horizon, heading_stance
from policydiff.reading.weighing import weighed


class Scales:
    """The signs of paragraphs weighed, as they come in order.

    Those of a paragraph decide, or else those of all paragraphs under its headings, of all that
    there are, or of the last one before it that has any.
    """

    def __init__(self, document: Document) -> None:
        """Weigh the paragraphs of ``document`` to which no heading gives a stance."""
        self._text = document.text
        under: dict[tuple[str, ...], list[str]] = {}
        for block in document.blocks:
            if isinstance(block, Paragraph) and block.section.stance is None:
                words = self._text[block.start : block.end]
                under.setdefault(block.section.headings, []).append(words)
        self._under = {headings: weighed("\n".join(all_)) for headings, all_ in under.items()}
        self._whole = weighed("\n".join(words for all_ in under.values() for words in all_))
        begin = min((block.start for block in document.blocks), default=0)
        self._before = _headline(self._text[:begin])

    def stance(self, block: Paragraph) -> Stance | None:
        """The stance of ``block`` as its signs have it, or None if they don't say."""
        told = weighed(self._text[block.start : block.end])
        self._before = told or self._before
        return told or self._under.get(block.section.headings) or self._whole or self._before


def _headline(above: str) -> Stance | None:
    """The stance that the lines ``above`` all blocks set, as a heading would (主要工作成效)."""
    said = (
        heading_stance(line.rstrip("：:"), None, Horizon())
        for line in above.split("\n")
        if "。" not in line
    )
    return next((stance for stance in said if stance), None)
