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
    PLANNED_OR_REACHED,
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
    join_words,
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
_NARROW_GAP = re.compile(r"\S\s\S")
_SERIAL = ("序", "号")
"""The lines of a narrow column's label."""
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
    head, beside = _beside_serial(lines[at : at + _MOST_LINES + len(_SERIAL)])
    text = head[0].text
    if len(text) > WIDEST or not (_NAMED.search(text) or _YEARS.search(text)):
        return None
    placed, taken = _spanned(head)
    if not placed:
        placed, taken = pile_labels(head)
    labels = [label for _, _, label in placed]
    if not labels and _NAMED.search(text):
        labels, taken = _plain(head[:2])
        placed = place_labels(head[0]) if taken == 1 else []
    if beside:
        labels, taken = ["".join(_SERIAL), *labels], taken + beside
    grouped = bool(labels) and CATEGORY.fullmatch(labels[0]) is not None
    labels = labels[grouped:]
    if len(labels) < _NARROWEST:
        return None
    header = find_header(labels, horizon, retrospective)
    if header is None:
        return None
    wide = not any(_NARROW_GAP.search(line.text) for line in head[: taken - beside])
    return Shape(header, wide, grouped, taken, _middles(placed, header))


def _beside_serial(lines: Sequence[Line]) -> tuple[Sequence[Line], int]:
    """The lines of a header without the two that 序号 is broken into, and how many those are."""
    texts = [line.text for line in lines]
    if all(texts.count(piece) == 1 for piece in _SERIAL):
        return [line for line in lines if line.text not in _SERIAL], len(_SERIAL)
    return lines[:_MOST_LINES], 0


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
    again; or over one each that says what was planned or reached. The first years may stand over
    one label each, or none. None if it is no such header.
    """
    rows = _label_rows(lines)
    first = next((at for at, row in enumerate(rows) if any(_dated(one[2]) for one in row)), 0)
    years = [one for row in rows[first : first + 1] for one in row if _dated(one[2])]
    below = [one for row in rows[first + 1 :] for one in row if not _is_single(one[2])]
    others = [one for row in rows for one in row if one not in years and one not in below]
    wide = not any(_NARROW_GAP.search(line.text) for line in lines[: len(rows)])
    below = sorted(below) if wide else below
    labels = [label for _, _, label in below]
    if len(years) < 2 or any(map(_dated, labels)):
        return (), 0
    if not wide and len(labels) == len(years) and all(map(PLANNED_OR_REACHED.search, labels)):
        each, spread = 1, len(years)
    else:
        each, spread = _shared_out(labels, len(years))
    if not spread or not any(NAME.fullmatch(label) for _, _, label in others):
        return (), 0
    single, alone = len(years) - spread, len(labels) - each * spread
    above = [*years[:alone], *(year for year in years[single:] for _ in range(each))]
    whole = [
        (begin, end, year[2] + label)
        for year, (begin, end, label) in zip(above, below, strict=True)
    ]
    columns = [*whole[:alone], *years[alone:single], *whole[alone:]]
    if wide:
        return sorted([*others, *columns]), len(rows)
    behind = [
        one
        for one in others
        if ATTRIBUTE.fullmatch(one[2])
        or BESIDE.fullmatch(one[2])
        or (one in rows[first] and one > years[0])
    ]
    return [*(one for one in others if one not in behind), *columns, *behind], len(rows)


def _label_rows(lines: Sequence[Line]) -> list[list[Placed]]:
    """The labels of each line of a header; a bracket at the head of one goes on with the last."""
    rows: list[list[Placed]] = []
    for line in lines:
        words = find_words(line)
        rest = words[0][2] if rows and words and BRACKET.match(words[0][2]) else ""
        placed = join_words(words[1:] if rest else words)
        if not placed:
            break
        if rest:
            begin, end, label = rows[-1][-1]
            rows[-1][-1] = begin, end, label + rest
        rows.append(placed)
    return rows


def _shared_out(labels: Sequence[str], years: int) -> tuple[int, int]:
    """How many of the ``labels`` stand below each of the last years, and how many those are.

    The years before have one each, or none. Two zeros if it can't be told.
    """
    for spread in range(years, 1, -1):
        for alone in {0, years - spread}:
            each, odd = divmod(len(labels) - alone, spread)
            last = labels[alone:]
            if each > 1 and not odd and any(len(set(last[at::each])) == 1 for at in range(each)):
                return each, spread
    return 0, 0


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
