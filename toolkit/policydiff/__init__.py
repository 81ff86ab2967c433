"""Reads Chinese government documents, extracts what they commit to, and compares it."""

from policydiff.version import __version__

__all__ = ["__version__"]
