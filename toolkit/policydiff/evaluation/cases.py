"""Gold files and the documents they annotate become cases to be scored.

A gold folder holds ``targets/ID.tsv`` and ``links/A--B.tsv``; the documents are files named by
their id, with any ending, somewhere under a documents folder (the one nearest to it counts).
Links from what was reported to what is promised are in ``links/A--B.outcome-target.tsv``.
Where a pair was read in part, ``scopes/A--B.tsv`` names the ranges that were compared;
``open/A--B.tsv`` the places that one reader may link and another not, neither links nor none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from policydiff.commitments.model import Extraction
from policydiff.errors import PolicydiffError
from policydiff.evaluation.gold import read_links, read_ranges, read_targets
from policydiff.evaluation.links import LinkCase
from policydiff.evaluation.targets import TargetCase
from policydiff.reading.document import Span, Stance

Extractor = Callable[[str], Extraction]


def target_cases(gold: Path, documents: Path, scopes: Sequence[str] = ()) -> list[TargetCase]:
    """Every document with gold targets, by name.

    ``scopes`` say ``ID:START:END`` of documents that were annotated in part. Raises
    PolicydiffError where the folder has no gold, or a document is missing or is another edition
    than the annotated one.
    """
    parts = dict(map(_scope, scopes))
    extracted = extractor([documents], [gold])
    cases = []
    for path in _gold_files(gold, "targets"):
        extraction = extracted(path.stem)
        targets = read_targets(path, extraction.document.text)
        cases.append(TargetCase(path.stem, targets, extraction, parts.get(path.stem)))
    return cases


def link_cases(gold: Path, documents: Path) -> list[LinkCase]:
    """Every pair of documents with gold links, by name.

    Raises PolicydiffError where the folder has no gold, or a document is missing.
    """
    extracted = extractor([documents], [gold])
    return [link_case(path, extracted) for path in _gold_files(gold, "links")]


def link_case(path: Path, extracted: Extractor) -> LinkCase:
    """The pair of documents that a link file is named after, with its links.

    Raises PolicydiffError where the name is not ``A--B.tsv``, a document is missing or the file
    cannot be read.
    """
    names, stances = _stances(path.stem)
    a, separator, b = names.partition("--")
    if not separator:
        raise PolicydiffError(f"{path}: name link files A--B.tsv, after the two documents")
    scope, undecided = (
        read_ranges(beside) if (beside := path.parent.parent / kind / path.name).exists() else ()
        for kind in ("scopes", "open")
    )
    return LinkCase(
        path.stem, extracted(a), extracted(b), read_links(path), stances, scope, undecided
    )


def _stances(stem: str) -> tuple[str, tuple[Stance, Stance]]:
    """The names in ``A--B.outcome-target``, and the stances; targets where it says none."""
    names, _, suffix = stem.rpartition(".")
    for a in Stance:
        for b in Stance:
            if suffix == f"{a}-{b}":
                return names, (a, b)
    return stem, (Stance.TARGET, Stance.TARGET)


def _scope(words: str) -> tuple[str, Span]:
    try:
        document_id, start, end = words.rsplit(":", 2)
        return document_id, Span(int(start), int(end))
    except ValueError:
        raise PolicydiffError(f"--scope {words}: say ID:START:END, offsets in characters") from None


def _gold_files(gold: Path, kind: str) -> Sequence[Path]:
    found = sorted((gold / kind).glob("*.tsv"))
    if not found:
        raise PolicydiffError(f"{gold / kind} holds no gold: name the folder above {kind}/*.tsv")
    return found


def extractor(documents: Sequence[Path], gold: Sequence[Path]) -> Extractor:
    """A function that extracts the document of an id, each document once.

    The document is the file of that name nearest to one of the folders ``documents``, and none of
    the files or folders ``gold``. The function raises PolicydiffError where there is none.
    """
    from policydiff.commitments.extract import extract
    from policydiff.reading import read

    @cache
    def extracted(document_id: str) -> Extraction:
        named = (
            (len(path.relative_to(folder).parts), path)
            for folder in documents
            for path in folder.rglob(f"{document_id}.*")
            if path.is_file() and not {path, *path.parents} & set(gold)
        )
        found = min(named, default=None)
        if found is None:
            folders = ", ".join(map(str, documents))
            raise PolicydiffError(
                f"the document {document_id} is not under {folders}: put it there"
            )
        return extract(read(found[1], id=document_id))

    return extracted
