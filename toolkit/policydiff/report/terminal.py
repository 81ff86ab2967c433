"""Comparisons and extractions for people at a shell: plain lines, wide characters measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, Recurrence, difference
from policydiff.report.sections import NEWS, Entry, Show, has_number, hidden_words, sections
from policydiff.report.words import (
    change_words,
    count_words,
    cut,
    decided_words,
    difference_words,
    document_words,
    doubt_words,
    in_charge,
    number_words,
    place,
    quoted,
    short_quote,
    spot,
    subject,
    wording_words,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

BRIEF = 20
"""How many entries without a number a part lists where nobody asked for that part."""

_PLACE_CELLS = 26
_LEAST_QUOTE_CELLS = 24


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
    lines = [_text(comparison.headline, "bold"), _text()]
    lines += _sides(comparison)
    for part in sections(comparison, NEWS if show is None else show):
        numbered = [entry for entry in part.entries if has_number(entry)]
        others = [entry for entry in part.entries if not has_number(entry)]
        listed = others if show is not None else others[:BRIEF]
        lines += [_text(), _text(part.title, "bold underline")]
        for entry in (*numbered, *listed):
            lines += _entry(entry, width, comparison.same_document)
        if len(listed) < len(others):
            more = f"… and {len(others) - len(listed)} more without a number"
            lines.append(_text(f"  {more}; --show {part.show} lists them", "dim"))
    hidden = hidden_words(comparison, NEWS if show is None else show)
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
        lines += _commitment(replace(commitment, section=()), width, stance=True)
    return _rendered(lines, width, color)


def _sides(comparison: Comparison) -> Iterable[Text]:
    if comparison.same_document:
        return [_side("", comparison.a)]
    return [_side("A  ", comparison.a), _side("B  ", comparison.b)]


def _side(letter: str, extraction: Extraction) -> Text:
    note = " · figures from its ledger, without quotes" if extraction.facts_only else ""
    return _text(letter + document_words(extraction.document) + note)


def _entry(entry: Entry, width: int, inside: bool) -> list[Text]:
    if isinstance(entry, Link):
        return _link(entry, width, inside)
    if isinstance(entry, Recurrence):
        return _recurrence(entry, width, inside)
    return _commitment(entry, width)


def _link(link: Link, width: int, inside: bool) -> list[Text]:
    from rich.cells import cell_len

    room = max(width // 2 - 4, 16)
    a, b = (cut(subject(c), room, cell_len) for c in (link.a, link.b))
    head = _text("  ").append(a if a == b else f"{a} → {b}", "bold")
    for words in (
        change_words(link),
        difference_words(difference(link)),
        wording_words(link),
        doubt_words(link),
        decided_words(link),
    ):
        if words:
            head.append(f"  {words}")
    letters = ("", "") if inside else ("A ", "B ")
    return [head, *_evidence(letters[0], link.a, width), *_evidence(letters[1], link.b, width)]


def _recurrence(recurrence: Recurrence, width: int, inside: bool) -> list[Text]:
    first = recurrence.commitments[0]
    numbers = dict.fromkeys(number_words(c) for c in recurrence.commitments if c.quantity)
    head = _text("  ").append(subject(first), "bold")
    head.append(f"  {' / '.join(numbers)}" if numbers else "")
    side = "" if inside else f" of {recurrence.side.upper()}"
    head.append(f"  in {len(recurrence.commitments)} places{side}")
    return [head] + [line for c in recurrence.commitments for line in _evidence("", c, width)]


def _commitment(commitment: Commitment, width: int, *, stance: bool = False) -> list[Text]:
    """The number above its evidence; one line where there is no number but a quote."""
    said = f"  {commitment.stance.value}" if stance else ""
    if not commitment.quantity and commitment.quote:
        return [_unnumbered(commitment, width - len(said)).append(said, "dim")]
    head = _text("  ").append(subject(commitment), "bold")
    if commitment.quantity:
        head.append(f"  {number_words(commitment)}")
    return [head.append(said, "dim"), *_evidence("", commitment, width)]


def _unnumbered(commitment: Commitment, width: int) -> Text:
    from rich.cells import cell_len

    where = _where(commitment)
    room = max(width - cell_len(where) - 8, _LEAST_QUOTE_CELLS)
    quote = quoted(short_quote(commitment, room, cell_len))
    return _text(f"  {quote}").append(f"  {where}" if where else "", "dim")


def _evidence(letter: str, commitment: Commitment, width: int) -> list[Text]:
    """Place, unit in charge and quote: on one line where a fair part of the quote fits."""
    from rich.cells import cell_len

    head = f"    {letter}{_where(commitment)}".rstrip()
    if not commitment.quote:
        return [_text(head, "dim")] if head else []
    room = width - cell_len(head) - 6
    if room >= min(_LEAST_QUOTE_CELLS, cell_len(commitment.quote)):
        gap = "  " if head.strip() else "    "
        quote = quoted(short_quote(commitment, room, cell_len))
        return [_text(head, "dim").append(gap + quote)]
    quote = quoted(short_quote(commitment, width - 10, cell_len))
    return [_text(head, "dim"), _text(f"      {quote}")]


def _where(commitment: Commitment) -> str:
    from rich.cells import cell_len

    where = cut(place(commitment), _PLACE_CELLS, cell_len)
    return " · ".join(word for word in (where, spot(commitment), in_charge(commitment)) if word)


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
        console.print(*_hanging(line, console), sep="\n")
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _hanging(line: Text, console: Console) -> list[Text]:
    """The line folded to the console's width, what is folded standing further in."""
    indent = len(line.plain) - len(line.plain.lstrip()) + 2
    first, *rest = line.wrap(console, console.width) or [line]
    if not rest:
        return [line]
    cut_at = len(line.plain) - len(line.plain[len(first.plain) :].lstrip())
    folded = line[cut_at:].wrap(console, console.width - indent)
    return [first, *(_text(" " * indent).append_text(part) for part in folded)]
