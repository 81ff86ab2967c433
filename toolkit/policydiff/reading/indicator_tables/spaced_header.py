"""Headers of indicator tables with white space between their labels, over one line or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.reading.indicator_tables.header import (
    ATTRIBUTE,
    BESIDE,
    NAME,
    SERIAL,
    UNIT,
    Header,
    find_header,
    is_label,
)
from policydiff.reading.indicator_tables.spaced_labels import (
    BRACKET,
    CATEGORY,
    COUNT,
    WIDEST,
    Placed,
    find_words,
    join_labels,
    pile_labels,
    place_labels,
)
from policydiff.reading.lines import Line
from policydiff.reading.outline import Horizon

_NARROWEST = 3
"""Fewest columns of a table with white space between cells."""
_NARROWEST_GAP = 2
"""Places between two labels that stand in columns."""
_MOST_LINES = 3
"""Lines of a header whose years span the labels below them."""
_NAMED = re.compile(r"指\s*标|科\s*目")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(rf"{_YEAR.pattern}\s*年[^，。；：]*\s[^，。；：]*{_YEAR.pattern}\s*年")
_SINGLE = (NAME, SERIAL, UNIT, ATTRIBUTE, BESIDE, CATEGORY)


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table, how its cells are parted and how many lines its header takes.

    ``grouped`` says that the first column is that of the categories. ``middles`` are the places
    on the page of the columns of values before the attribute, none if they can't be told.
    """

    header: Header
    wide: bool
    grouped: bool
    lines: int
    middles: Sequence[float]


def find_shape(
    lines: Sequence[Line], at: int, horizon: Horizon, retrospective: bool
) -> Shape | None:
    """What the header says whose first line is ``at``, or None if there is none."""
    text = lines[at].text
    if len(text) > WIDEST or not (_NAMED.search(text) or _YEARS.search(text)):
        return None
    placed, taken = _spanned(lines[at : at + _MOST_LINES])
    if not placed:
        placed, taken = pile_labels(lines[at : at + _MOST_LINES])
    labels = [label for _, _, label in placed]
    if not labels and _NAMED.search(text):
        labels, taken = _plain(lines[at : at + 2])
        placed = place_labels(lines[at]) if taken == 1 else []
    grouped = bool(labels) and CATEGORY.fullmatch(labels[0]) is not None
    labels = labels[grouped:]
    if len(labels) < _NARROWEST:
        return None
    header = find_header(labels, horizon, retrospective)
    if header is None:
        return None
    wide = not any(re.search(r"\S\s\S", line.text) for line in lines[at : at + taken])
    return Shape(header, wide, grouped, taken, _middles(placed, header))


def _middles(placed: Sequence[Placed], header: Header) -> Sequence[float]:
    """The middles of the columns before the attribute; none where gaps are narrow or all alike."""
    gaps = {right[0] - left[1] for left, right in pairwise(placed)}
    if len(gaps) < 2 or min(gaps) < _NARROWEST_GAP:
        return ()
    rest = iter(placed)
    found = [
        next(((begin + end) / 2 for begin, end, label in rest if label == column.label), None)
        for column in header.before
    ]
    told = [middle for middle in found if middle is not None]
    return told if len(told) == len(found) else ()


def _plain(lines: Sequence[Line]) -> tuple[list[str], int]:
    """The labels of a header, which may go on in a second line, and how many lines it has."""
    words = [word for _, _, word in find_words(lines[0])]
    labels = join_labels(words)
    second = lines[1].text.split() if len(lines) > 1 else []
    if any(map(COUNT.fullmatch, second)):
        return labels, 1
    if labels and not any(map(ATTRIBUTE.fullmatch, labels)) and _goes_on(second):
        return join_labels([*words, *second]), 2
    return labels, 1


def _spanned(lines: Sequence[Line]) -> tuple[Sequence[Placed], int]:
    """The labels of a header whose years stand over as many others each, and how many lines it has.

    2030年 over 绝对值 and 增长% is 2030年绝对值 and 2030年增长%; of those below each, one comes
    again. None if it is no such header.
    """
    rows: list[list[Placed]] = []
    for line in lines:
        placed = place_labels(line)
        if not placed:
            break
        rows.append(placed)
    first = next((at for at, row in enumerate(rows) if any(_dated(one[2]) for one in row)), 0)
    years = [one for row in rows[first : first + 1] for one in row if _dated(one[2])]
    below = sorted(one for row in rows[first + 1 :] for one in row if not _is_single(one[2]))
    others = [one for row in rows for one in row if one not in years and one not in below]
    each, odd = divmod(len(below), max(1, len(years)))
    words = [label for _, _, label in below]
    if len(years) < 2 or each < 2 or odd or any(map(_dated, words)):
        return (), 0
    again = any(len(set(words[at::each])) == 1 for at in range(each))
    if not again or not any(NAME.fullmatch(label) for _, _, label in others):
        return (), 0
    whole = [
        (begin, end, years[at // each][2] + word) for at, (begin, end, word) in enumerate(below)
    ]
    return sorted([*others, *whole]), len(rows)


def _dated(label: str) -> bool:
    return _YEAR.search(label) is not None


def _is_single(label: str) -> bool:
    return any(pattern.fullmatch(label) for pattern in _SINGLE)


def _goes_on(words: Sequence[str]) -> bool:
    """Whether ``words`` are the rest of a header: they end in its attribute, or open a bracket."""
    bare = [word for word in words if not BRACKET.match(word)]
    return all(map(is_label, bare)) and (
        any(map(ATTRIBUTE.fullmatch, bare)) or len(bare) < len(words)
    )
