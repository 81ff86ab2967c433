"""Text as it is read: without what only the print of a page has put into it."""

from __future__ import annotations

import re

_WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff\xad"
_INVISIBLE = re.compile(rf"[\r\n]*[{_WIDTHLESS}][\r\n]*")
"""Characters of no width, with the line ends they stand between: read as so much white space."""
_PARTED = re.compile(r"(\s)(?<=[增提上下达降减完实回]\s)(\s?)([长高升降到低少成现落])(?=\s{0,2}\d)")
"""White space inside the verb before a number: 增 长 17.6%."""
_DOT = re.compile(
    r"(?<=[\u4e00-\u9fff%％])(?<![一二三四五六七八九十])[.．](?=\s*(?:[\u4e00-\u9fff—―“]|$))",
    re.MULTILINE,
)
"""What stands for 。 in a text that has none."""


def readable(text: str) -> str:
    """``text`` with its invisible characters blanked, its parted verbs closed and its stops full.

    It keeps its length.
    """
    if "。" not in text:
        text = _DOT.sub("。", text)
    if any(mark in text for mark in _WIDTHLESS):
        text = _INVISIBLE.sub(lambda match: " " * len(match[0]), text)
    return _PARTED.sub(r"\3\1\2", text)
