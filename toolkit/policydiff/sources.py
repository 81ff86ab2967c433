"""What a user names becomes an extraction: a path, a catalogue id, a document or an extraction."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from policydiff.alignment.scorer import Model, load
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, with_numbers
from policydiff.comparison import compare as compare_extractions
from policydiff.coverage import Coverage
from policydiff.coverage import coverage as coverage_of
from policydiff.decisions import Review
from policydiff.decisions import read as read_decisions
from policydiff.errors import PolicydiffError, proposal
from policydiff.explanation import Explanation
from policydiff.explanation import explain as explain_pair
from policydiff.parallel import mapping
from policydiff.reading.document import Document, Kind, Stance
from policydiff.threads import Trace, follow

Source = str | os.PathLike[str] | Document | Extraction

Learnt = str | os.PathLike[str] | Model | None
"""A model, its file, or the name of a shipped one; None is as in `alignment.scorer.load`."""


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
    model: Learnt = None,
) -> Comparison:
    """Lay the commitments of two documents side by side.

    ``a`` (the earlier) and ``b`` are what `extract` takes. ``stances`` says what is
    compared: by default targets with targets; ``("outcome", "target")`` compares what
    ``a`` says was reached with what ``b`` promises. ``decisions`` is a file saved by the
    HTML page, or what `policydiff.decisions.read` gives. ``model`` is a file written by
    ``policydiff train``, ``"plain"`` or ``"semantic"``, the default. Raises PolicydiffError if a
    source or a file cannot be read.
    """
    return compare_extractions(
        extract(a),
        extract(b),
        stances=(Stance(stances[0]), Stance(stances[1])),
        decisions=_review(decisions),
        model=_model(model),
    )


def explain(
    a: Source,
    b: Source,
    id_a: str,
    id_b: str,
    *,
    decisions: str | os.PathLike[str] | Review | None = None,
    model: Learnt = None,
) -> Explanation:
    """Why one commitment of ``a`` and one of ``b`` are linked, or why they are not.

    ``id_a`` and ``id_b`` are ids as JSON and CSV print them; the rest is as for `compare`, with
    the stances that the two commitments have. Raises PolicydiffError if a source or a file cannot
    be read, or an id is unknown.
    """
    before, after = extract(a), extract(b)
    if before.facts_only or after.facts_only:
        before, after = with_numbers(before), with_numbers(after)
    one, other = _commitment(before, id_a), _commitment(after, id_b)
    return explain_pair(
        before, after, one, other, decisions=_review(decisions), model=_model(model)
    )


def coverage(
    plan: Source,
    table: Source,
    *,
    decisions: str | os.PathLike[str] | Review | None = None,
    model: Learnt = None,
) -> Coverage:
    """Lay a plan beside the table that breaks it down; both are what `extract` takes.

    ``decisions`` and ``model`` are as for `compare`. Raises PolicydiffError if a source or a file
    cannot be read, or the table has no numbered rows.
    """
    return coverage_of(
        extract(plan), extract(table), decisions=_review(decisions), model=_model(model)
    )


def trace(
    documents: Sequence[Source],
    *,
    figures: bool = False,
    years: Mapping[str, int] | None = None,
    decisions: Sequence[str | os.PathLike[str] | Review] = (),
    model: Learnt = None,
    workers: int = 1,
    progress: bool = False,
) -> Trace:
    """Follow commitments through any number of documents, in order of their years.

    ``documents`` are what `extract` takes. ``figures`` leaves out commitments without a number,
    which is many times faster. ``years`` gives the planning year of a source that does not say
    it. ``decisions`` are files saved by the HTML page, ``model`` is as for `compare`. ``workers``
    processes share the work, with the same result; ``progress`` shows a bar on standard error.
    Raises PolicydiffError if a source or a file cannot be read, or a year is unknown.
    """
    given = [(years or {}).get(source) if isinstance(source, str) else None for source in documents]
    learnt = _model(model)
    reviews = [one if isinstance(one, Review) else read_decisions(one) for one in decisions]
    with mapping(workers, what="following" if progress else "") as apply:
        extractions = list(apply(_extract_in_year, documents, given))
        return follow(extractions, figures=figures, decisions=reviews, model=learnt, mapping=apply)


def _extract_in_year(source: Source, year: int | None) -> Extraction:
    return extract(source, year=year)


def _commitment(extraction: Extraction, commitment_id: str) -> Commitment:
    try:
        return extraction[commitment_id]
    except KeyError:
        close = proposal(commitment_id, (c.id for c in extraction.commitments))
        raise PolicydiffError(
            f"{extraction.document.path}: it has no commitment {commitment_id}; "
            f"{close or '`policydiff extract` with --format json lists those it has'}"
        ) from None


def _review(decisions: str | os.PathLike[str] | Review | None) -> Review | None:
    if decisions is None or isinstance(decisions, Review):
        return decisions
    return read_decisions(decisions)


def _model(model: Learnt) -> Model | None:
    return model if model is None or isinstance(model, Model) else load(Path(model))
