"""Gold link files and readers' decisions become what a model is trained on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff import decisions
from policydiff.alignment import align
from policydiff.alignment.link import Link
from policydiff.alignment.training import Example, Known
from policydiff.commitments.model import Extraction
from policydiff.decisions import Unfit
from policydiff.errors import PolicydiffError
from policydiff.evaluation.cases import Extractor, extractor, link_case
from policydiff.evaluation.held_out import example
from policydiff.reading.document import Span, Stance


@dataclass(frozen=True, slots=True)
class Lessons:
    """Examples in the order given, and decisions whose commitments were not found any more."""

    examples: tuple[Example, ...]
    unfit: tuple[Unfit, ...] = ()


def lessons(
    links: Sequence[Path], documents: Sequence[Path], reviews: Sequence[Path] = ()
) -> Lessons:
    """What gold link files (or folders of them) and decisions files teach.

    Link files are named ``A--B.tsv``, documents by their ids anywhere under ``documents``; what
    stands in one folder is held to be by one hand. A link
    that a reader confirmed, relabelled or added is certain, one that was rejected is none. Where
    the pair has a gold file, decisions correct it. Where it has none, links that the shipped model
    proposes and nobody decided on are left out of training; other pairs count as no links, since
    the reader had the chance to add them.

    Raises PolicydiffError where a file cannot be read, a document is missing, or decisions were
    made on another edition of a document of which nothing is found any more.
    """
    extracted = extractor(documents, links)
    files = [path for named in links for path in _files(named)]
    read = (replace(example(link_case(path, extracted)), hand=str(path.parent)) for path in files)
    examples = {_key(one): one for one in read}
    unfit: list[Unfit] = []
    for path in reviews:
        unfit += _learn(path, examples, extracted)
    return Lessons(tuple(examples.values()), tuple(unfit))


def _files(named: Path) -> list[Path]:
    if not named.is_dir():
        return [named]
    found = sorted(named.glob("*--*.tsv"))
    if not found:
        raise PolicydiffError(f"{named} holds no links: name a folder of A--B.tsv files")
    return found


_Key = tuple[str, str, tuple[Stance, Stance]]


def _key(one: Example) -> _Key:
    return one.a.document.sha256, one.b.document.sha256, one.stances


def _learn(path: Path, examples: dict[_Key, Example], extracted: Extractor) -> Iterable[Unfit]:
    """Put the decisions of one file into ``examples``; those that no longer fit are returned."""
    review = decisions.read(path)
    a, b = extracted(review.a.id), extracted(review.b.id)
    applied = decisions.apply((), a, b, review)
    judged = applied.links + applied.rejected
    if review.rulings and not judged:
        raise PolicydiffError(
            f"{path}: none of its decisions fits {a.document.path} and {b.document.path}; "
            "give the documents that were decided on"
        )
    for stances in sorted({(link.a.stance, link.b.stance) for link in judged}):
        kept, rejected = (
            [link for link in part if (link.a.stance, link.b.stance) == stances]
            for part in (applied.links, applied.rejected)
        )
        start = _undecided(a, b, stances)
        start = examples.get(_key(start)) or start
        examples[_key(start)] = _corrected(start, kept, rejected)
    return applied.unfit


def _undecided(a: Extraction, b: Extraction, stances: tuple[Stance, Stance]) -> Example:
    """A pair of documents with nothing known: what the shipped model would propose is open."""
    name = f"{a.document.id}--{b.document.id}"
    if stances != (Stance.TARGET, Stance.TARGET):
        name += f".{stances[0]}-{stances[1]}"
    return Example(name, a, b, (), stances, open=tuple(map(_spans, align(a, b, stances))))


def _corrected(start: Example, kept: Sequence[Link], rejected: Sequence[Link]) -> Example:
    decided = {_spans(link) for link in (*kept, *rejected)}
    known = [one for one in start.known if not any(_meet((one.a, one.b), d) for d in decided)]
    return replace(
        start,
        known=(*known, *(Known(*_spans(link)) for link in kept)),
        open=tuple(pair for pair in start.open if pair not in decided),
    )


def _spans(link: Link) -> tuple[Span, Span]:
    return Span(*link.a.where), Span(*link.b.where)


def _meet(one: tuple[Span, Span], other: tuple[Span, Span]) -> bool:
    return all(x.start < y.end and y.start < x.end for x, y in zip(one, other, strict=True))
