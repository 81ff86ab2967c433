"""Errors that a user can mend."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

FEW = 3
"""So many names are proposed for an unknown one."""

LIKE = 0.7
"""How alike a proposed name is at least (difflib ``ratio``, 0–1)."""


class PolicydiffError(Exception):
    """Says in one line what is wrong, where, and what to do about it.

    The command line prints it on standard error and exits with 2.
    """


def proposal(name: str, known: Iterable[str]) -> str:
    """A question with the ``known`` names most like ``name``, at most `FEW`; empty without any.

    >>> proposal("qingshi-2024-plam", ["qingshi-2024-plan", "yunxi-2019-report"])
    'did you mean qingshi-2024-plan?'
    """
    close = get_close_matches(name, list(known), FEW, LIKE)
    return f"did you mean {' or '.join(close)}?" if close else ""
