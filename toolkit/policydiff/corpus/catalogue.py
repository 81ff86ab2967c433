"""The catalogue: which documents the corpora folder knows, and how a name becomes one of them."""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policydiff.commitments.model import Extraction
from policydiff.corpus.ledger import read_ledger
from policydiff.errors import PolicydiffError, proposal
from policydiff.reading import read
from policydiff.reading.document import Document, Kind

_HOW = "work in a checkout of the repository, or set POLICYDIFF_CORPORA to its corpora folder"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the catalogue.

    ``characters`` counts code points of the decoded text, ``sha256`` is of the file's bytes,
    and ``published`` says in words where such a document is published.
    """

    id: str
    title: str
    publisher: str
    year: int
    kind: Kind
    sha256: str
    characters: int
    published: str


def corpora() -> Path:
    """The folder with the catalogue: ``POLICYDIFF_CORPORA``, else that of the checkout.

    Raises PolicydiffError if there is no catalogue in it.
    """
    named = os.environ.get("POLICYDIFF_CORPORA")
    folder = Path(named) if named else Path(__file__).parents[3] / "corpora"
    if not (folder / "catalogue.toml").is_file():
        raise PolicydiffError(f"{folder}: there is no catalogue.toml here; {_HOW}")
    return folder


def entries() -> tuple[Entry, ...]:
    """The documents of the catalogue, in its order.

    Raises PolicydiffError if the catalogue is not at hand or can't be understood.
    """
    path = corpora() / "catalogue.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["document"]
        return tuple(Entry(**{**row, "kind": Kind(row["kind"])}) for row in rows)
    except (KeyError, TypeError, ValueError) as error:
        raise PolicydiffError(f"{path}: not a catalogue ({error}); see the one shipped") from None


def resolve(
    source: str | os.PathLike[str],
    *,
    title: str | None = None,
    publisher: str | None = None,
    year: int | None = None,
    kind: Kind | None = None,
) -> Document | Extraction:
    """The document that a path or an id names, or its ledger where only that is at hand.

    ``source`` is a path, ``-`` for standard input, an id of the catalogue, or the name of a
    sample. A document of the catalogue is found in ``corpora/documents`` by its SHA-256,
    whatever its name. What the catalogue says of a document goes before what is found in its
    text, and what is given here goes before both. Raises PolicydiffError if there is no such
    file or id, or if the file can't be read.
    """
    given = {"title": title, "publisher": publisher, "year": year, "kind": kind}
    given = {name: value for name, value in given.items() if value is not None}
    name = os.fspath(source)
    if name == "-" or Path(name).exists():
        return _read(Path(name), given)
    known = {entry.id: entry for entry in _entries_at_hand()}
    samples = {path.stem: path for path in _files("samples") if path.suffix == ".txt"}
    if name in known:
        for path in _files("documents"):
            if _sha256(path) == known[name].sha256:
                return _read(path, given)
        return from_ledger(known[name], **given)
    if name in samples:
        return _read(samples[name], given)
    ids = [*known, *samples]
    listed = "ids are in corpora/catalogue.toml and corpora/samples" if ids else f"for ids, {_HOW}"
    hint = proposal(name, ids) or listed
    raise PolicydiffError(f"{name}: there is no such file and no such id; {hint}")


def from_ledger(entry: Entry, **given: Any) -> Extraction:
    """The facts of a document of the catalogue, whether or not its text is at hand.

    ``given`` overrides title, publisher, year or kind. Raises PolicydiffError if there is no
    ledger, or it can't be read.
    """
    path = corpora() / "ledgers" / f"{entry.id}.csv"
    if not path.is_file():
        where = "put the document into corpora/documents"
        raise PolicydiffError(f"{entry.id}: neither document nor ledger is at hand; {where}")
    document = Document(
        id=entry.id,
        path=str(path),
        sha256=entry.sha256,
        characters=entry.characters,
        encoding="",
        text="",
        blocks=(),
        **(_known(entry) | given),
    )
    return read_ledger(path, document)


def _read(path: Path, given: dict[str, Any]) -> Document:
    if path.is_file():
        digest = _sha256(path)
        for entry in _entries_at_hand():
            if entry.sha256 == digest:
                return read(path, id=entry.id, **(_known(entry) | given))
    return read(path, **given)


def _known(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ("title", "publisher", "year", "kind")}


def _entries_at_hand() -> tuple[Entry, ...]:
    """The catalogue, or nothing where the package is installed without it."""
    try:
        corpora()
    except PolicydiffError:
        return ()
    return entries()


def _files(folder: str) -> list[Path]:
    try:
        return sorted(path for path in (corpora() / folder).glob("*") if path.is_file())
    except PolicydiffError:
        return []


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
