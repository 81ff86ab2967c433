"""Errors that a user can mend."""

from __future__ import annotations


class PolicydiffError(Exception):
    """Says in one line what is wrong, where, and what to do about it.

    The command line prints it on standard error and exits with 2.
    """
