"""A file becomes a Document: its bytes, its encoding, its text, its outline and its tables."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from policydiff.errors import PolicydiffError
from policydiff.reading.blocks import find_blocks
from policydiff.reading.decoding import decode
from policydiff.reading.document import (
    Binding,
    Block,
    Diagnostic,
    Document,
    IndicatorCell,
    IndicatorRow,
    Kind,
    Paragraph,
    Section,
    Span,
    Stance,
)
from policydiff.reading.drawn import plain_bars
from policydiff.reading.lines import split_lines
from policydiff.reading.metadata import find_metadata
from policydiff.reading.script import shadow, simplified

__all__ = [
    "Binding",
    "Block",
    "Diagnostic",
    "Document",
    "IndicatorCell",
    "IndicatorRow",
    "Kind",
    "Paragraph",
    "Section",
    "Span",
    "Stance",
    "read",
]


def read(
    path: str | os.PathLike[str],
    *,
    id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    year: int | None = None,
    kind: Kind | None = None,
) -> Document:
    """Read a text file; ``-`` is standard input.

    Title, publisher, year and kind are found in the text where they are not given; ``id`` is
    the name of the file without its ending. Of a text in traditional characters they are found in
    simplified ones, as headings are. Raises PolicydiffError if there is no such file, if it can't
    be read, is empty, is no text, or holds nothing but web-page clutter.
    """
    name = os.fspath(path)
    raw = _bytes_of(name)
    decoded = decode(raw, name)
    told = shadow(decoded.text)
    known = simplified(title) if title and told.text != decoded.text else title
    text = plain_bars(told.text)
    lines = split_lines(text)
    stem = "stdin" if name == "-" else Path(name).stem
    metadata = find_metadata(
        text, lines, stem, title=known, publisher=publisher, year=year, kind=kind
    )
    found = find_blocks(text, lines, metadata, name)
    return Document(
        id=id or stem,
        path=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        title=title or metadata.title,
        publisher=metadata.publisher,
        year=metadata.year,
        kind=metadata.kind,
        encoding=decoded.encoding,
        characters=len(decoded.text),
        text=decoded.text,
        blocks=told.printed(found.blocks),
        diagnostics=decoded.diagnostics + told.printed(found.diagnostics),
    )


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise PolicydiffError(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise PolicydiffError(f"{name}: this is a directory; name a file in it") from None
    except PermissionError:
        raise PolicydiffError(f"{name}: the file may not be read; change its permissions") from None
    except OSError as error:
        raise PolicydiffError(f"{name}: the file can't be read ({error.strerror})") from None
