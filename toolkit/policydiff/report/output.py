"""Results leave for a file, whole or not at all, or for standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from policydiff.errors import PolicydiffError


def deliver(content: bytes, path: Path | None) -> None:
    """Write ``content`` to ``path``, or to standard output where that is None.

    Raises PolicydiffError if the file cannot be written; what stood there is untouched.
    """
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(path.resolve(), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PolicydiffError(
            f"{path}: the output cannot be written ({reason}); name another file with -o"
        ) from None


def encoded(text: str, encoding: str) -> bytes:
    """``text`` in an encoding named by the user, such as utf-8-sig for Excel.

    Raises PolicydiffError if there is no such encoding or it lacks a character.
    """
    try:
        return text.encode(encoding)
    except LookupError:
        raise PolicydiffError(
            f"--encoding {encoding}: there is no such encoding; try utf-8"
        ) from None
    except UnicodeEncodeError as error:
        lacking = text[error.start]
        raise PolicydiffError(
            f"--encoding {encoding}: it cannot write “{lacking}”; try utf-8 or gb18030"
        ) from None


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then rename; a device or pipe is written to as it is."""
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
