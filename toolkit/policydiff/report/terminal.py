"""Comparisons and extractions for people at a shell: plain lines, wide characters measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from io import StringIO
from typing import TYPE_CHECKING

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, Recurrence, difference
from policydiff.report.sections import NEWS, Entry, Show, hidden_words, sections
from policydiff.report.words import (
    change_words,
    count_words,
    difference_words,
    document_words,
    in_charge,
    place,
    quantity_words,
    same_number_words,
    short_quote,
    subject,
    wording_words,
)

if TYPE_CHECKING:
    from rich.text import Text

_PLACE_CELLS = 26
_LEAST_QUOTE_CELLS = 24


def diff_text(
    comparison: Comparison,
    *,
    show: Collection[Show] = NEWS,
    width: int = 80,
    color: bool = False,
) -> str:
    """The report of a comparison in at most ``width`` cells; a Chinese character takes two.

    The first line counts. Each entry then has its numbers on one line and, below, where
    it stands, who answers for it and a short quote.
    """
    lines = [_text(comparison.headline, "bold"), _text()]
    lines += _sides(comparison)
    parts = sections(comparison, show)
    for part in parts:
        lines += [_text(), _text(part.title, "bold underline")]
        for entry in part.entries:
            lines += _entry(entry, width)
    hidden = hidden_words(comparison, show)
    if hidden:
        lines += [_text(), _text(hidden, "dim")]
    return _rendered(lines, width, color)


def extraction_text(extraction: Extraction, *, width: int = 80, color: bool = False) -> str:
    """The commitments of one document under their headings, in at most ``width`` cells."""
    lines = [_text(count_words(extraction), "bold"), _text(), _side("", extraction)]
    heading: tuple[str, ...] | None = None
    for commitment in extraction.commitments:
        if commitment.section != heading:
            heading = commitment.section
            lines += [_text(), _text(" / ".join(heading) or "(no heading)", "bold underline")]
        lines += _commitment(commitment, width, stance=True)
    return _rendered(lines, width, color)


def _sides(comparison: Comparison) -> Iterable[Text]:
    if comparison.same_document:
        return [_side("", comparison.a)]
    return [_side("A  ", comparison.a), _side("B  ", comparison.b)]


def _side(letter: str, extraction: Extraction) -> Text:
    note = " · figures from its ledger, without quotes" if extraction.facts_only else ""
    return _text(letter + document_words(extraction.document) + note)


def _entry(entry: Entry, width: int) -> list[Text]:
    if isinstance(entry, Link):
        return _link(entry, width)
    if isinstance(entry, Recurrence):
        return _recurrence(entry, width)
    return _commitment(entry, width)


def _link(link: Link, width: int) -> list[Text]:
    a, b = subject(link.a), subject(link.b)
    head = _text("  ").append(a if a == b else f"{a} → {b}", "bold")
    for words in (
        same_number_words(link) or change_words(link),
        difference_words(difference(link)),
        wording_words(link),
        f"possible {link.relation.value}, {link.probability:.0%}"
        if link.band == "possible"
        else "",
    ):
        if words:
            head.append(f"  {words}")
    return [head, *_evidence("A ", link.a, width), *_evidence("B ", link.b, width)]


def _recurrence(recurrence: Recurrence, width: int) -> list[Text]:
    first = recurrence.commitments[0]
    numbers = dict.fromkeys(
        quantity_words(c.quantity) for c in recurrence.commitments if c.quantity
    )
    head = _text("  ").append(subject(first), "bold")
    head.append(f"  {' / '.join(numbers)}" if numbers else "")
    head.append(f"  {len(recurrence.commitments)} places in {recurrence.side.upper()}")
    return [head] + [line for c in recurrence.commitments for line in _evidence("", c, width)]


def _commitment(commitment: Commitment, width: int, *, stance: bool = False) -> list[Text]:
    head = _text("  ").append(subject(commitment), "bold")
    if commitment.quantity:
        head.append(f"  {quantity_words(commitment.quantity)}")
    if stance:
        head.append(f"  {commitment.stance.value}", "dim")
    return [head, *_evidence("", commitment, width)]


def _evidence(letter: str, commitment: Commitment, width: int) -> list[Text]:
    """Place, unit in charge and quote: on one line where a fair part of the quote fits."""
    from rich.cells import cell_len, set_cell_size

    where = place(commitment)
    if cell_len(where) > _PLACE_CELLS:
        where = set_cell_size(where, _PLACE_CELLS - 1).rstrip() + "…"
    head = " · ".join(word for word in (where, in_charge(commitment)) if word)
    head = f"    {letter}{head}".rstrip()
    if not commitment.quote:
        return [_text(head, "dim")] if head else []
    room = width - cell_len(head) - 5
    if room >= min(_LEAST_QUOTE_CELLS, cell_len(commitment.quote)):
        gap = "  " if head.strip() else "    "
        return [_text(head, "dim").append(f"{gap}“{short_quote(commitment, room, cell_len)}”")]
    quote = short_quote(commitment, width - 8, cell_len)
    return [_text(head, "dim"), _text(f"      “{quote}”")]


def _text(words: str = "", style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)


def _rendered(lines: Iterable[Text], width: int, color: bool) -> str:
    from rich.console import Console

    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for line in lines:
        console.print(line)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())
