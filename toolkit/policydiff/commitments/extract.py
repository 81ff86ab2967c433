"""A document becomes its commitments.

Its text is made readable, in simplified characters; its paragraphs are parsed into statements and
set in their frames of time, and each statement becomes a commitment, as each cell of an indicator
row does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from policydiff.commitments.framing import frames
from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.paragraphs import told_in
from policydiff.commitments.parsing import parse
from policydiff.commitments.readable import line_breaks, readable
from policydiff.commitments.rows import set_in
from policydiff.reading.document import Diagnostic, Document, IndicatorRow, Paragraph
from policydiff.reading.script import Shadow, shadow, without


def extract(document: Document) -> Extraction:
    """Every commitment of ``document``, in order of position (codebook sections 1 to 3).

    A document in which nothing was found says so in ``diagnostics`` (code ``nothing-found``).
    """
    told = shadow(document.text)
    text = readable(told.text)
    unlike = text != document.text
    plain = replace(document, text=text, blocks=told.read(document.blocks)) if unlike else document
    commitments = tuple(_unwrapped(plain))
    if unlike:
        commitments = tuple(_as_printed(one, document.text, told) for one in commitments)
    return Extraction(document, commitments, _diagnostics(document, commitments))


def _unwrapped(document: Document) -> Iterable[Commitment]:
    """The commitments of ``document``, read without the line ends that print put into sentences."""
    breaks = line_breaks(document.text, document.blocks)
    if not breaks:
        return _commitments(document)
    closed = without(document.text, breaks)
    whole = replace(document, text=closed.text, blocks=closed.read(document.blocks))
    return (_as_printed(one, document.text, closed) for one in _commitments(whole))


def _commitments(document: Document) -> Iterable[Commitment]:
    """The commitments of the indicator rows and of the paragraphs, in order of position."""
    rows = [block for block in document.blocks if isinstance(block, IndicatorRow)]
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    gaps = any(block.gaps for block in paragraphs)
    if not (rows or gaps):
        return _told(document)
    of_rows = chain.from_iterable(set_in(document.text, row) for row in rows)
    found: dict[str, Commitment] = {}
    for one in chain(of_rows, _told_apart(document, paragraphs) if gaps else _told(document)):
        found.setdefault(one.id, one)
    return sorted(found.values(), key=attrgetter("where"))


def _told_apart(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[Commitment]:
    """The commitments of ``paragraphs`` of which some stand in the gaps of others."""
    for beside in _apart(paragraphs):
        gaps = [(gap.start, gap.end) for block in beside for gap in block.gaps]
        closed = without(document.text, gaps)
        blocks = closed.read(tuple(beside))
        for one in _told(replace(document, text=closed.text, blocks=blocks)):
            yield _as_printed(one, document.text, closed)


def _told(document: Document) -> Iterator[Commitment]:
    return told_in(document.text, parse(document.text, document.blocks), frames(document))


def _apart(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The ``paragraphs``, in so many lists that none of a list stands in the gaps of another."""
    lists: list[list[Paragraph]] = []
    for block in paragraphs:
        fits = (beside for beside in lists if beside[-1].end <= block.start)
        into = next(fits, None)
        if into is None:
            lists.append([block])
        else:
            into.append(block)
    return lists


def _as_printed(one: Commitment, text: str, told: Shadow) -> Commitment:
    """The commitment read in ``told`` where it stands in ``text``, with the characters there."""
    start, end = told.span(one.start, one.end)
    number = one.quantity
    if number:
        begin, stop = told.span(number.start, number.end)
        number = replace(number, start=begin, end=stop, text=text[begin:stop])
    id = f"c{number.start if number else start}"
    return replace(one, id=id, start=start, end=end, quote=text[start:end], quantity=number)


def _diagnostics(document: Document, commitments: tuple[Commitment, ...]) -> tuple[Diagnostic, ...]:
    if commitments:
        return ()
    why = (
        "its text holds no statement of what will be done or was done"
        if document.blocks
        else "no running text and no task or indicator table was recognised in it"
    )
    return (Diagnostic("nothing-found", f"No commitment was found in {document.title}: {why}."),)
