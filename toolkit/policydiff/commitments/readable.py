"""Text as it is read: without what only the print of a page has put into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.document import Block, Paragraph
from policydiff.reading.lines import ends_in_measure

_WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff\xad"
_INVISIBLE = re.compile(rf"[\r\n]*[{_WIDTHLESS}][\r\n]*")
"""Characters of no width, with the line ends they stand between: read as so much white space."""
_PARTED = re.compile(r"(\s)(?<=[增提上下达降减完实回]\s)(\s?)([长高升降到低少成现落])(?=\s{0,2}\d)")
"""White space inside the verb before a number: 增 长 17.6%."""
_TURNED = re.compile(
    r"([长加高升降低少涨到至过破于](?=\s)"
    r"(?<=增长|增加|提高|提升|下降|降低|减少|上升|上涨|达到|高到|降到|增至|降至|升至|超过|突破|低于|高于|少于))"
    r"\s*\n\s{0,2}(?=\d)"
)
"""A line end between a verb and its number, where print has broken the line: 降低 / 15%."""
_DOT = re.compile(
    r"(?<=[\u4e00-\u9fff%％])(?<![一二三四五六七八九十])[.．](?=\s*(?:[\u4e00-\u9fff—―“]|$))",
    re.MULTILINE,
)
"""What stands for 。 in a text that has none."""

_BREAK_TAG = re.compile(r"<br\s*/?>")
"""A line end inside a cell of a Markdown table."""


def readable(text: str) -> str:
    """``text`` with what is invisible blanked, its verbs made whole and its stops full.

    It keeps its length.
    """
    if "。" not in text:
        text = _DOT.sub("。", text)
    if any(mark in text for mark in _WIDTHLESS):
        text = _INVISIBLE.sub(lambda match: " " * len(match[0]), text)
    if "<br" in text:
        text = _BREAK_TAG.sub(lambda match: "\n".ljust(len(match[0])), text)
    text = _PARTED.sub(r"\3\1\2", text)
    return _TURNED.sub(lambda match: match[1].ljust(len(match[0])), text)


_BREAK = re.compile(
    r"(?<=[\u4e00-\u9fff\d%％，、“（《])[ \t\u3000]*\r?\n[ \t\u3000]*"
    r"(?=[\u4e00-\u9fff\d，。；、：”）》％%])"
)
"""A line end inside a sentence, with the white space around it."""
_LONGEST = 24
_EVERY = 4
"""A text is wrapped if at least every fourth paragraph goes over several lines."""


def line_breaks(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The line ends inside the sentences of a wrapped ``text``, in order; none of any other."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    broken = [block for block in paragraphs if text.find("\n", block.start, block.end) >= 0]
    if len(broken) * _EVERY < len(paragraphs):
        return []
    return sorted(
        {
            found.span()
            for block in broken
            for found in _BREAK.finditer(text, block.start, block.end)
            if not _parts_statements(text, found.start(), found.end())
        }
    )


def _parts_statements(text: str, start: int, end: int) -> bool:
    """Whether what is counted ends at ``start`` and another statement begins at ``end``."""
    return "一" <= text[end] <= "鿿" and ends_in_measure(text[max(0, start - _LONGEST) : start])
