"""Headers of task tables over two lines: 进度安排 above 一季度, 二季度 and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell, PartCell
from policydiff.reading.indicator_tables.header import PART_OF_YEAR
from policydiff.reading.task_tables.header import is_label, spans_periods
from policydiff.reading.task_tables.valued import names_sums

_PART = re.compile(r"(?:其中[：:])?[\u4e00-\u9fff]{1,8}")
"""What a part of a sum is called: 小计, 中央, 省级配套, 其中：政府投资."""
_OF_WHICH = re.compile("其中[：:]?(?=.)")


def two_lines(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    """The labels of both lines of a header in one, nothing if ``below`` is no second line.

    A label of the second line stands under the one to its left in the first; the periods (一季度)
    take its name, those below a sum of money name parts of it (小计, 中央).
    """
    if parted := _parts_of_sums(above, below):
        return parted
    tops = [*above, *below[len(above) :]]
    labels = ["".join(cell.text.split()) for cell in below]
    filled = [at for at, label in enumerate(labels) if label]
    if len(filled) < 2 or not all(is_label(labels[at]) for at in filled):
        return []
    spanning = [bool(cell.text) and at < len(above) for at, cell in enumerate(tops)]
    if any(all(spanning[at : at + 2]) for at in filled):
        return []
    columns = list(tops)
    for at in filled:
        top = next((cell for cell in reversed(above[: at + 1]) if cell.text), None)
        columns[at] = top if top and PART_OF_YEAR.fullmatch(labels[at]) else below[at]
    return columns


def _parts_of_sums(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    """The labels of both lines, nothing if ``below`` names something else than parts of sums."""
    columns = [*above, *below[len(above) :]]
    top = Cell(0, "")
    parts = 0
    for at, cell in enumerate(below):
        top = above[at] if at < len(above) and above[at].text else top
        if not cell.text:
            continue
        if not (names_sums(top.text) and _PART.fullmatch("".join(cell.text.split()))):
            return []
        of_which = _OF_WHICH.match(cell.text)
        part = cell.part(of_which.end() if of_which else 0, len(cell.text))
        columns[at] = PartCell(part.start, part.text, top)
        parts += 1
    return columns if parts > 1 else []


def nested(labels: Sequence[str]) -> Sequence[str]:
    """The ``labels`` of a header flattened to one a line, whose last may stand below one of them.

    进度安排, 责任单位, 上半年, 下半年 are the columns 进度安排, 进度安排, 责任单位.
    """
    bare = ["".join(label.split()) for label in labels]
    last = len(bare)
    while last and PART_OF_YEAR.fullmatch(bare[last - 1]):
        last -= 1
    spanning = [at for at, label in enumerate(bare[:last]) if spans_periods(label)]
    if len(bare) - last < 2 or len(spanning) != 1:
        return labels
    at = spanning[0]
    return [*bare[:at], *[bare[at]] * (len(bare) - last), *bare[at + 1 : last]]
