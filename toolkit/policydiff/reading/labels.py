"""Labels that say what follows them is an aim or how far it has come: 目标任务：…, 目前进度：…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.reading.document import Stance

_LABEL = re.compile(
    r"(?:(?<=[。；;])|^)\s*[【（(\[]?(?:"
    r"(?P<aim>(?:年度|全年|工作|总体|主要|建设|考核)?(?:目标任务|任务目标|目标要求|目标|工作任务)"
    r"|(?:时序|序时|工作|推进)?进度(?:要求|安排|计划|目标))"
    r"|(?:截[至止])?(?:目前|当前|现阶段|年度|工作|项目|任务|目标|实际|最新|实施|建设|推进|落实|办理)*"
    r"(?:进度|进展|完成|推进|落实|办理|执行)(?:情况|程度)?)[】）)\]]?[：:]\s*"
)


def is_labelled(line: str) -> bool:
    """Whether ``line`` opens with such a label and goes on behind it."""
    label = _LABEL.match(line)
    return label is not None and label.end() < len(line)


def split_at_labels(text: str, begin: int, end: int) -> Iterator[tuple[int, int, Stance | None]]:
    """The parts of ``text`` between two offsets, each from its label on, with the stance it sets.

    The stance of what no label stands before is None.
    """
    stance: Stance | None = None
    if "：" in text or ":" in text:
        part = text[begin:end]
        for label in _LABEL.finditer(part):
            if label.start() > 0:
                yield begin, end - len(part) + label.start(), stance
            begin = end - len(part) + label.end()
            stance = Stance.TARGET if label["aim"] else Stance.OUTCOME
    if begin < end:
        yield begin, end, stance
