"""Reads Chinese government documents, extracts what they commit to, and compares it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from policydiff.version import __version__

if TYPE_CHECKING:
    from policydiff.reading import read
    from policydiff.sources import compare, extract, trace

__all__ = ["__version__", "compare", "extract", "read", "trace"]

_HOMES = {
    "read": "policydiff.reading",
    "extract": "policydiff.sources",
    "compare": "policydiff.sources",
    "trace": "policydiff.sources",
}


def __getattr__(name: str) -> Any:
    """Import a function of the front door when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
