"""The labels of a header with white space between them, and where on the page they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell, place, width
from policydiff.reading.indicator_tables.header import NAME, PLANNED_OR_REACHED, is_label
from policydiff.reading.lines import Line

WIDEST = 120
"""Characters of a line of a header."""
CATEGORY = re.compile(r"(?:指标)?(?:类[别型]|分类|领域|方面|维度)")
COUNT = re.compile(r"\d{1,3}|\d+\.\d+")
BRACKET = re.compile(r"[〔\[（(]")
_MOST_PIECES = 4
"""Pieces that white space makes of one label: 指 标 名 称, 2025 年 目标."""
_WORD = re.compile(
    rf"(?<=\s\s)(?:19|20)\d\d ?年度? [^\s\d]*(?:{PLANNED_OR_REACHED.pattern})[^\s\d]*(?=\s\s|$)|\S+"
)
"""A word, or a year and what was planned or reached close behind it, far from all others."""
_FEWEST_PILES = 2
_TOUCH = 1
"""Places by which labels of two columns may overlap."""

Placed = tuple[int, int, str]
"""Where a label begins and ends on the page, and the label."""


def find_words(line: Line) -> list[Placed]:
    """The words of ``line``, of which a year and what was planned for it are one; none if long."""
    found: list[Placed] = []
    for word in _WORD.finditer(line.text) if len(line.text) <= WIDEST else ():
        begin = place(line, Cell(line.start + word.start(), word[0]))
        found.append((begin, begin + width(word[0]), "".join(word[0].split())))
    return found


def place_labels(line: Line) -> list[Placed]:
    """The labels of ``line`` and where they stand on the page; none if it is no header."""
    return join_words(find_words(line))


def join_words(words: Sequence[Placed]) -> list[Placed]:
    """The labels whose pieces are ``words``; none where one is a number or no label."""
    if any(COUNT.fullmatch(word) for _, _, word in words):
        return []
    placed: list[Placed] = []
    at = 0
    for label in join_labels([word for _, _, word in words]):
        begin, length = words[at][0], 0
        while length < len(label):
            end = words[at][1]
            length += len(words[at][2])
            at += 1
        placed.append((begin, end, label))
    return placed


def pile_labels(lines: Sequence[Line]) -> tuple[Sequence[Placed], int]:
    """The labels of a header that go on in the lines below, and how many lines it has.

    计划 below 2030年 is 2030年计划. None if it is no such header.
    """
    rows = [[(*word, at) for word in find_words(line)] for at, line in enumerate(lines)]
    if len(rows[0]) < _FEWEST_PILES:
        return [], 0
    for count in range(len(rows), 1, -1):
        labels = join_words(_piled(sorted(word for row in rows[:count] for word in row)))
        if any(NAME.fullmatch(label) for _, _, label in labels):
            return labels, count
    return [], 0


def join_labels(words: Sequence[str]) -> list[str]:
    """The labels that ``words`` are or are pieces of, as many as there can be; none if unknown."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(words) + 1):
        longest: list[str] | None = None
        for begin in range(max(0, end - _MOST_PIECES), end):
            before, label = best[begin], "".join(words[begin:end])
            known = is_label(label) or CATEGORY.fullmatch(label)
            apart = end == len(words) or not BRACKET.match(words[end])
            if before is None or not known or not apart or BRACKET.match(label):
                continue
            if longest is None or len(before) >= len(longest):
                longest = [*before, label]
        best.append(longest)
    return best[-1] or []


def _piled(words: Sequence[tuple[int, int, str, int]]) -> list[Placed]:
    """The ``words`` from left to right, those that stand below each other as one.

    None where one stands above two, or too few do above another.
    """
    piles: list[list[tuple[int, int, str, int]]] = []
    for word in words:
        if piles and word[0] < max(one[1] for one in piles[-1]) - _TOUCH:
            piles[-1].append(word)
        else:
            piles.append([word])
    high = [pile for pile in piles if len(pile) > 1]
    if len(high) < _FEWEST_PILES or any(len({one[3] for one in pile}) < len(pile) for pile in high):
        return []
    return [
        (
            min(one[0] for one in pile),
            max(one[1] for one in pile),
            "".join(one[2] for one in sorted(pile, key=lambda one: one[3])),
        )
        for pile in piles
    ]
