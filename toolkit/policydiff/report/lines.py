"""Lines of a report for a terminal: measured in cells, a Chinese character taking two."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from policydiff.commitments.model import Commitment
from policydiff.report.words import cut, in_charge, place, quoted, short_quote, spot

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

LEAST_QUOTE_CELLS = 24
"""A quote shorter than this is not worth a place on a line that holds more."""

_PLACE_CELLS = 26


def evidence(letter: str, commitment: Commitment, width: int) -> list[Text]:
    """Place, unit in charge and quote: on one line where a fair part of the quote fits."""
    from rich.cells import cell_len

    head = f"    {letter}{where(commitment)}".rstrip()
    if not commitment.quote:
        return [text(head, "dim")] if head else []
    room = width - cell_len(head) - 6
    if room >= min(LEAST_QUOTE_CELLS, cell_len(commitment.quote)):
        gap = "  " if head.strip() else "    "
        quote = quoted(short_quote(commitment, room, cell_len))
        return [text(head, "dim").append(gap + quote)]
    quote = quoted(short_quote(commitment, width - 10, cell_len))
    return [text(head, "dim"), text(f"      {quote}")]


def where(commitment: Commitment) -> str:
    """Where a commitment stands and who answers for it."""
    from rich.cells import cell_len

    spoken = cut(place(commitment), _PLACE_CELLS, cell_len)
    return " · ".join(word for word in (spoken, spot(commitment), in_charge(commitment)) if word)


def text(words: str = "", style: str = "") -> Text:
    """Words in a style, with rich imported when the first are needed."""
    from rich.text import Text

    return Text(words, style)


def rendered(lines: Iterable[Text], width: int, color: bool) -> str:
    """The lines as one string in at most ``width`` cells, what is folded standing further in."""
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
    return [first, *(text(" " * indent).append_text(part) for part in folded)]
