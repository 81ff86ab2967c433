"""Where results go: standard output or a file, and everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from policydiff.commitments.model import Extraction


def note(about: object, what: object) -> None:
    """What a reader should know ``about`` a file, on standard error."""
    print(f"policydiff: note: {about}: {what}", file=sys.stderr)


def note_diagnostics(extraction: Extraction) -> None:
    """What a reader should know about a document, on standard error."""
    for diagnostic in extraction.document.diagnostics + extraction.diagnostics:
        note(extraction.document.path, diagnostic.message)


def deliver(text: str | bytes, output: Path | None, encoding: str) -> None:
    """Write ``text`` to the file ``output``, or to standard output where there is none."""
    from policydiff.report.output import deliver as write
    from policydiff.report.output import encoded

    if isinstance(text, bytes) and output is None and sys.stdout.isatty():
        raise PolicydiffError("no terminal shows this format: name a file with -o")
    content = text if isinstance(text, bytes) else encoded(text, encoding)
    try:
        write(content, output)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(141) from None


def width() -> int:
    """The columns of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def in_color(output: Path | None) -> bool:
    """Colour only where a person looks and has not declined it (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and not plain and sys.stdout.isatty()
