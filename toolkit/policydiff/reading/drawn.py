"""Tables and boxes drawn with characters: bars between cells, rules between lines."""

from __future__ import annotations

import re

_BARS = "｜￨│┃║"
_PLAIN = str.maketrans(_BARS, "|" * len(_BARS))
_BAR_SIGNS = frozenset(_BARS)
_BARRED = re.compile(rf"(?<![^\r\n])[^\r\n{_BARS}]*[{_BARS}][^\r\n]*")
_LEAST_BARS = 2
_RULE = re.compile(r"[-=_+*—－]{8,}|[|│┃║].*[├┝┠┣┼╂╋╞╟╠╪╫╬][─━═].*")
"""A line of signs alone, or one below some cells of a row, the others of which go on (│  ├──┤)."""
_DRAWN = re.compile(r"[─━═]{2}|[-=]{3}")


def plain_bars(text: str) -> str:
    """``text``, as long as it was, with ``|`` for every bar that parts the cells of a line.

    The bars around a box with one cell, and one alone in a heading, stay.
    """
    return text if _BAR_SIGNS.isdisjoint(text) else _BARRED.sub(_plain, text)


def is_rule(line: str) -> bool:
    """Whether ``line`` without the white space around it is drawn between others, and no text."""
    return _RULE.fullmatch(line) is not None


def holds_rule(between: str) -> bool:
    """Whether a rule is drawn in what stands ``between`` two lines."""
    return _DRAWN.search(between) is not None


def _plain(line: re.Match[str]) -> str:
    plain = line[0].translate(_PLAIN)
    parts_cells = plain.count("|") >= _LEAST_BARS and "|" in plain.strip()[1:-1]
    return plain if parts_cells and not is_rule(line[0].strip()) else line[0]
