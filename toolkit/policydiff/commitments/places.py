"""A number with the text around it: what the rules for targets look at."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.mentions import Mention

_BREAK = re.compile(r"[，,。；;：:！!？?\n\t]")
_TO_LAST_BREAK = re.compile(rf"(?s:.*){_BREAK.pattern}")
ENDS = re.compile(r"(?:左右|以上|以内|以下|上下)?(?:$|[，,。；;、：:！!？?（(）)\s”和及与并—/／])")
"""What may follow a number that nothing is counted by: the end, punctuation, a conjunction."""


class Place(NamedTuple):
    """A number where it stands.

    ``left`` is what stands before it in its paragraph (60 characters at most), ``clause`` the
    part of it in the same clause; ``right`` is what follows (40 characters at most), ``rest`` the
    part of it in the same clause.
    """

    mention: Mention
    printed: str
    left: str
    clause: str
    right: str
    rest: str


def place(text: str, start: int, end: int, mention: Mention) -> Place:
    """The place of a mention between two offsets of ``text``."""
    begin, stop = mention.start, mention.end
    left, right = text[start:begin][-60:], text[stop:end][:40]
    before, after = _TO_LAST_BREAK.match(left), _BREAK.search(right)
    return Place(
        mention,
        text[begin:stop],
        left,
        left[before.end() :] if before else left,
        right,
        right[: after.start()] if after else right,
    )
