"""What is done to or for those that a number counts: 对9座桥梁进行检测, 60户200人实施搬迁."""

from __future__ import annotations

import re

from policydiff.commitments.edges import clean
from policydiff.commitments.lexicon import ACTING, DEEDS

_TREATED = re.compile(
    r"[^，。；]{1,}?(进行|实施|开展|予以|加以|给予)了?(?=[^，。；]{2})"
    r"([^，。；]*?)(?:工程|项目|任务|行动|工作)?(?=[，。；]|$)"
)
"""What is done to the things counted before it: 对9座桥梁进行检测."""
_DONE_FOR = re.compile(
    r"(?:[\d.]+万?[多余]?[户人名])?(?:实施|进行|开展)了?([^，。；、\d]{2,12})(?=[，。；]|$)"
)
"""What is done for those counted before it, of whom nothing else is said: 60户200人实施搬迁."""


def done_to(before: str, after: str) -> str:
    """The deed behind a number of things to which (对) something is done."""
    treated = _TREATED.match(after) if before[:1] == "对" else None
    if not treated:
        return ""
    deed = treated[2][-2:]
    return deed if deed in ACTING or deed in DEEDS else treated[1]


def done_for(behind: str) -> str:
    """The deed behind a number of people or households of whom nothing else is said."""
    done = _DONE_FOR.match(behind)
    return clean(done[1]) if done else ""
