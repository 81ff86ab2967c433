"""Labels that say what follows them is an aim or how far it has come: 目标任务：…, 目前进度：…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.reading.document import Stance

_LABEL = re.compile(
    r"(?:(?<=[。；;])|^)\s*(?:(?P<open>【)|[（(\[])?(?:"
    r"(?P<aim>(?:年度|全年|工作|总体|主要|建设|考核)?(?:目标任务|任务目标|目标要求|目标|工作任务)"
    r"|(?:时序|序时|工作|推进)?进度(?:要求|安排|计划|目标))"
    r"|(?:截[至止]\s*(?:\d{1,2}月(?:[底末]|\d{1,2}日)?)?)?(?:目前|当前|现阶段|年度|工作|项目|任务|目标|实际|最新|实施|建设|推进|落实|办理)*"
    r"(?:进度|进展|完成|推进|落实|办理|执行)(?:情况|程度)?)(?(open)】[：:]?|[）)\]]?[：:])\s*"
)
_AROUND = "【】（）()[]：: \u3000"
_COLONS = re.compile("[：:】]")


class Label(NamedTuple):
    """Where a label stands in a text, the stance that it sets, and its words."""

    start: int
    end: int
    stance: Stance
    words: str


def find_labels(text: str) -> Iterator[Label]:
    """The labels in ``text``, at its head or behind a sentence."""
    if _COLONS.search(text):
        for label in _LABEL.finditer(text):
            stance = Stance.TARGET if label["aim"] else Stance.OUTCOME
            yield Label(label.start(), label.end(), stance, label[0].strip(_AROUND))


def is_labelled(line: str) -> bool:
    """Whether ``line`` opens with such a label and goes on behind it."""
    label = _LABEL.match(line)
    return label is not None and label.end() < len(line)


def split_at_labels(text: str, begin: int, end: int) -> Iterator[tuple[int, int, Stance | None]]:
    """The parts of ``text`` between two offsets, each from its label on, with the stance it sets.

    The stance of what no label stands before is None.
    """
    stance: Stance | None = None
    offset = begin
    for label in find_labels(text[begin:end]):
        if label.start > 0:
            yield begin, offset + label.start, stance
        begin, stance = offset + label.end, label.stance
    if begin < end:
        yield begin, end, stance
