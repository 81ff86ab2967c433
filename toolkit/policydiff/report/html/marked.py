"""A document's text cut into lines and pieces, every commitment marked where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from policydiff.commitments.model import Commitment, Extraction


class LineKind(StrEnum):
    """What a line of the text is: a heading, read for commitments, or neither."""

    HEADING = "h"
    READ = "r"
    OUTSIDE = "o"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text inside the same commitments.

    ``inside`` are the positions, in the extraction, of the commitments whose quote it
    belongs to; ``number`` says that it is the quantity of one; ``ends`` are those that are
    read to their end here.
    """

    text: str
    inside: tuple[int, ...]
    number: bool
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line break; ``start`` is its offset in the text."""

    start: int
    kind: LineKind
    pieces: tuple[Piece, ...]


def lines(extraction: Extraction) -> tuple[Line, ...]:
    """The lines of the document that are not blank."""
    document = extraction.document
    starts, bodies = _split(document.text)
    on_line: list[list[int]] = [[] for _ in starts]
    for index, commitment in enumerate(extraction.commitments):
        first = max(0, bisect_right(starts, commitment.start) - 1)
        last = bisect_right(starts, commitment.end - 1)
        for line in range(first, last):
            on_line[line].append(index)
    headings = {_bare(heading) for block in document.blocks for heading in block.section.headings}
    read = {
        line
        for block in document.blocks
        for line in range(
            bisect_right(starts, block.start) - 1,
            bisect_right(starts, max(block.start, block.end - 1)),
        )
    }
    return tuple(
        Line(
            start,
            _kind(body, line in read, headings),
            _pieces(body, start, on_line[line], extraction.commitments),
        )
        for line, (start, body) in enumerate(zip(starts, bodies, strict=True))
        if body.strip()
    )


def _split(text: str) -> tuple[list[int], list[str]]:
    """The offset and the content of every line; only line feeds and carriage returns end one."""
    starts, bodies, at = [], [], 0
    for raw in text.split("\n"):
        starts.append(at)
        bodies.append(raw.rstrip("\r"))
        at += len(raw) + 1
    return starts, bodies


def _kind(body: str, read: bool, headings: AbstractSet[str]) -> LineKind:
    if _bare(body) in headings:
        return LineKind.HEADING
    return LineKind.READ if read else LineKind.OUTSIDE


def _bare(text: str) -> str:
    return "".join(text.split())


def _pieces(
    body: str, start: int, inside: Sequence[int], commitments: Sequence[Commitment]
) -> tuple[Piece, ...]:
    end = start + len(body)
    here = [commitments[index] for index in inside]
    ends = [_end(commitment, here) for commitment in here]
    cuts = {start, end, *ends}
    for commitment in here:
        cuts |= {commitment.start, commitment.end, *commitment.where}
    pieces = []
    for left, right in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
        covering = [i for i in inside if commitments[i].start <= left < commitments[i].end]
        numbered = [i for i in covering if commitments[i].quantity and _holds(commitments[i], left)]
        pieces.append(
            Piece(
                body[left - start : right - start],
                (*numbered, *(i for i in covering if i not in numbered)),
                bool(numbered),
                tuple(i for i, at in zip(inside, ends, strict=True) if at == right),
            )
        )
    return tuple(pieces)


def _holds(commitment: Commitment, offset: int) -> bool:
    return commitment.where[0] <= offset < commitment.where[1]


def _end(commitment: Commitment, others: Sequence[Commitment]) -> int:
    """Where a commitment is read to its end: its clause's, before the next one's quantity."""
    after = commitment.where[1]
    followed = any(after <= other.where[0] < commitment.end for other in others)
    return after if followed else max(after, commitment.end)
