"""Comparisons and extractions for people at a shell: plain lines, wide characters measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, Recurrence
from policydiff.report.lines import LEAST_QUOTE_CELLS, evidence, rendered, text, where
from policydiff.report.sections import (
    ELSEWHERE,
    NEWS,
    Entry,
    Show,
    alike,
    elsewhere,
    has_number,
    hidden_words,
    places,
    sections,
)
from policydiff.report.words import (
    count_words,
    cut,
    document_words,
    number_words,
    quoted,
    remarks,
    short_quote,
    subject,
)

if TYPE_CHECKING:
    from rich.text import Text

BRIEF = 20
"""How many entries without a number a part lists where nobody asked for that part."""


def diff_text(
    comparison: Comparison,
    *,
    show: Collection[Show] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """The report of a comparison in at most ``width`` cells; a Chinese character takes two.

    The first line counts. Each entry then has its numbers on one line and, below, where
    it stands, who answers for it and a short quote. Entries with a number come first in
    their part. Where ``show`` is None, the news are shown, and of the entries without a
    number the first `BRIEF` of each part.
    """
    lines = [text(comparison.headline, "bold"), text()]
    lines += _sides(comparison)
    for part in sections(comparison, NEWS if show is None else show):
        numbered = [entry for entry in part.entries if has_number(entry)]
        others = [entry for entry in part.entries if not has_number(entry)]
        listed = others if show is not None else others[:BRIEF]
        lines += [text(), text(part.title, "bold underline")]
        for group in alike((*numbered, *listed)):
            lines += _entry(group, width, comparison.same_document)
        if len(listed) < len(others):
            more = f"… and {len(others) - len(listed)} more without a number"
            lines.append(text(f"  {more}; --show {part.show} lists them", "dim"))
    hidden = hidden_words(comparison, NEWS if show is None else show)
    if hidden:
        lines += [text(), text(hidden, "dim")]
    return rendered(lines, width, color)


def extraction_text(extraction: Extraction, *, width: int = 80, color: bool = False) -> str:
    """The commitments of one document under their headings, in at most ``width`` cells."""
    lines = [text(count_words(extraction), "bold"), text(), _side("", extraction)]
    heading: tuple[str, ...] | None = None
    for commitment in extraction.commitments:
        if commitment.section != heading:
            heading = commitment.section
            lines += [text(), text(" / ".join(heading) or "(no heading)", "bold underline")]
        lines += _commitment(replace(commitment, section=()), width, stance=True)
    return rendered(lines, width, color)


def _sides(comparison: Comparison) -> Iterable[Text]:
    if comparison.same_document:
        return [_side("", comparison.a)]
    note = [text(ELSEWHERE, "dim")] if elsewhere(comparison) else []
    return [_side("A  ", comparison.a), _side("B  ", comparison.b), *note]


def _side(letter: str, extraction: Extraction) -> Text:
    note = " · figures from its ledger, without quotes" if extraction.facts_only else ""
    return text(letter + document_words(extraction.document) + note)


def _entry(group: Sequence[Entry], width: int, inside: bool) -> list[Text]:
    entry = group[0]
    if isinstance(entry, Link):
        return _links([link for link in group if isinstance(link, Link)], width, inside)
    if isinstance(entry, Recurrence):
        return _recurrence(entry, width, inside)
    return _commitment(entry, width)


def _links(links: Sequence[Link], width: int, inside: bool) -> list[Text]:
    """What links say that say the same, and all places where it stands."""
    from rich.cells import cell_len

    room = max(width // 2 - 4, 16)
    a, b = (cut(subject(c), room, cell_len) for c in (links[0].a, links[0].b))
    head = text("  ").append(a if a == b else f"{a} → {b}", "bold")
    for words in remarks(links[0]):
        head.append(f"  {words}")
    letters = ("", "") if inside else ("A ", "B ")
    found = zip(letters, places(links), strict=True)
    return [head] + [
        row for letter, side in found for c in side for row in evidence(letter, c, width)
    ]


def _recurrence(recurrence: Recurrence, width: int, inside: bool) -> list[Text]:
    first = recurrence.commitments[0]
    numbers = dict.fromkeys(number_words(c) for c in recurrence.commitments if c.quantity)
    head = text("  ").append(subject(first), "bold")
    head.append(f"  {' / '.join(numbers)}" if numbers else "")
    side = "" if inside else f" of {recurrence.side.upper()}"
    head.append(f"  in {len(recurrence.commitments)} places{side}")
    return [head] + [line for c in recurrence.commitments for line in evidence("", c, width)]


def _commitment(commitment: Commitment, width: int, *, stance: bool = False) -> list[Text]:
    """The number above its evidence; one line where there is no number but a quote."""
    said = f"  {commitment.stance.value}" if stance else ""
    if not commitment.quantity and commitment.quote:
        return [_unnumbered(commitment, width - len(said)).append(said, "dim")]
    head = text("  ").append(subject(commitment), "bold")
    if commitment.quantity:
        head.append(f"  {number_words(commitment)}")
    return [head.append(said, "dim"), *evidence("", commitment, width)]


def _unnumbered(commitment: Commitment, width: int) -> Text:
    from rich.cells import cell_len

    source = where(commitment)
    room = max(width - cell_len(source) - 8, LEAST_QUOTE_CELLS)
    quote = quoted(short_quote(commitment, room, cell_len))
    return text(f"  {quote}").append(f"  {source}" if source else "", "dim")
