"""What a user names becomes an extraction: a path, a catalogue id, a document or an extraction."""

from __future__ import annotations

import os

from policydiff.commitments.model import Extraction
from policydiff.comparison import Comparison
from policydiff.comparison import compare as compare_extractions
from policydiff.decisions import Review
from policydiff.decisions import read as read_decisions
from policydiff.reading.document import Document, Kind, Stance

Source = str | os.PathLike[str] | Document | Extraction


def extract(
    source: Source,
    *,
    title: str | None = None,
    publisher: str | None = None,
    year: int | None = None,
    kind: Kind | None = None,
) -> Extraction:
    """The commitments of a document.

    ``source`` is a path, ``-`` for standard input, an id of the catalogue (a path that
    exists wins; an id gives figures alone where only the ledger is at hand), a Document or
    an Extraction. Title, publisher, year and kind go before what a file says of itself.
    Raises PolicydiffError if the source cannot be read.
    """
    from policydiff.commitments.extract import extract as extract_document
    from policydiff.corpus.catalogue import resolve

    if not isinstance(source, Document | Extraction):
        source = resolve(source, title=title, publisher=publisher, year=year, kind=kind)
    return source if isinstance(source, Extraction) else extract_document(source)


def compare(
    a: Source,
    b: Source,
    *,
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET),
    decisions: str | os.PathLike[str] | Review | None = None,
) -> Comparison:
    """Lay the commitments of two documents side by side.

    ``a`` (the earlier) and ``b`` are what `extract` takes. ``stances`` says what is
    compared: by default targets with targets; ``("outcome", "target")`` compares what
    ``a`` says was reached with what ``b`` promises. ``decisions`` is a file saved by the
    HTML page, or what `policydiff.decisions.read` gives. Raises PolicydiffError if a source
    or the file cannot be read.
    """
    if decisions is not None and not isinstance(decisions, Review):
        decisions = read_decisions(decisions)
    wanted = (Stance(stances[0]), Stance(stances[1]))
    return compare_extractions(extract(a), extract(b), stances=wanted, decisions=decisions)
