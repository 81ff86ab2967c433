"""Lines that hold a whole page, as where its line ends were lost: parted at numbered headings."""

from __future__ import annotations

import re

from policydiff.reading.markers import Style, find_marker

_HAN = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"(?:(?<=[。！])\s*|\s+)(?=(?:第[{_HAN}]{{1,3}}[篇章节]|[{_HAN}]{{1,3}}、(?![{_HAN}])|[（(][{_HAN}]{{1,3}}[）)]"
    r"|\d{1,2}[、.．](?!\d)))"
    r"|(?<=[\u4e00-\u9fff”])(?=[（(]一[）)]|第一[章节]|一、|1[.．、](?!\d))"
)
"""Where a numbered heading may stand: behind a full stop, or the first below another heading."""
_SENTENCE = re.compile("[。，；,;！]")
SHORTEST_RUN_ON = 400
"""Characters of a line that may hold several."""
_LAST = 99
_ARABIC = {Style.ARABIC, Style.ARABIC_BRACKETED}


def parted(line: str) -> list[int]:
    """Where the paragraphs of a ``line`` begin that was run on: 0, and where its headings do.

    Their numbers go on from each other. One with no more than a list of its own (1. … 2. …) is
    left whole.
    """
    begins = [0]
    last: dict[Style, int] = {}
    stands: dict[Style, int] = {}
    for match in _NUMBERED.finditer(line):
        at = match.end()
        marker = find_marker(line[at : at + 20])
        if marker is None or marker.number is None:
            continue
        if match.start() == at and line[at - 1] not in "。！" and not _heads(line[begins[-1] : at]):
            continue
        before = last.get(marker.style, 0)
        if marker.number != 1 and not before < marker.number <= _reach(marker.style, before):
            continue
        if marker.number == 1 and before and not _begins_below(marker.style, stands):
            continue
        last[marker.style] = marker.number
        stands[marker.style] = at
        begins.append(at)
    return begins if last.keys() - _ARABIC else [0]


def _reach(style: Style, before: int) -> int:
    """How far the number of a heading may go on from the one ``before``; pages may be left out."""
    return before + 1 if style in _ARABIC else _LAST


def _begins_below(style: Style, stands: dict[Style, int]) -> bool:
    """Whether a heading above those of ``style`` has come since the last of them.

    ``stands`` tells where the last of each style stands, the styles in the order they came.
    """
    above = list(stands)[: list(stands).index(style)]
    return any(stands[one] > stands[style] for one in above)


def _heads(words: str) -> bool:
    """Whether ``words`` are a numbered heading and nothing else."""
    return find_marker(words) is not None and _SENTENCE.search(words) is None
