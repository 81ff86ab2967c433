"""Text in traditional characters or Markdown, read as if it were simplified and plain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from opencc import OpenCC

T = TypeVar("T")

_COMMON = ("個為業設發國實項產萬", "个为业设发国实项产万")
"""Characters that stand in every report, in the one script and in the other."""
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")
_SMALL_AND_OLD = re.compile("[\uf900-\ufaff\ufe30-\ufe6f]")
"""Compatibility ideographs, and the punctuation that Big5 has in a width of its own."""
_MARKS = str.maketrans("「」『』", "“”‘’")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_GLOSS = re.compile(rf"(?<=[\u4e00-\u9fff])[(（][a-zü]{{0,4}}[{_TONED}][a-zü]{{0,3}}[)）]")
"""The sound of a character, which some mirrors print behind it: 區(qū)."""

_MARKDOWN = re.compile(
    r"\*\*+|^(?:[ \t]*>)+[ \t]?|^\\?#{1,6}[ \t]+|\\(?=[-#*_.()\[\]>+|~])", re.MULTILINE
)
"""Marks of Markdown for bold type, headings and quotes, and what keeps a sign from being one."""
_MARKDOWN_SIGNS = "**", "\n## ", "\n\\## ", "\\."
"""What only a text set in Markdown holds: bold type, a heading below the first, 1\\."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """The text of a file as it is read, in simplified characters, without glosses and Markdown.

    ``at`` says of every sign of ``text``, and of its end, where it stands in the file's text.
    """

    text: str
    at: Sequence[int]

    def printed(self, one: T) -> T:
        """``one`` with the spans of ``text`` in it, however deep, as spans of the file's text."""
        return one if self._even else _moved(one, self.span)

    def read(self, one: T) -> T:
        """``one`` with the spans of the file's text in it as spans of ``text``."""
        return one if self._even else _moved(one, self._in_text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the file's text."""
        return self.at[start], self.at[end - 1] + 1 if end > start else self.at[start]

    def _in_text(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.at, start), bisect_left(self.at, end)

    @property
    def _even(self) -> bool:
        return isinstance(self.at, range)


def shadow(text: str) -> Shadow:
    """What of ``text`` is read: ``text`` itself, unless it is in traditional characters.

    It is where more of the commonest characters stand in their traditional form than in the
    simplified one, so that a name or two does not decide. Punctuation is read as on the mainland.
    """
    marked = any(sign in text for sign in _MARKDOWN_SIGNS)
    left_out = [mark.span() for mark in _MARKDOWN.finditer(text)] if marked else []
    traditional = sum(map(text.count, _COMMON[0]))
    if traditional and traditional > sum(map(text.count, _COMMON[1])):
        left_out = sorted([*left_out, *(gloss.span() for gloss in _GLOSS.finditer(text))])
        text = _converted(text)
    return without(text, left_out) if left_out else Shadow(text, range(len(text) + 1))


def without(text: str, gaps: Sequence[tuple[int, int]]) -> Shadow:
    """What is read of ``text`` where its ``gaps``, in order and apart, are left out."""
    kept = _between(gaps, len(text))
    return Shadow(
        "".join(text[part.start : part.stop] for part in kept),
        [*chain.from_iterable(kept), len(text)],
    )


def simplified(words: str) -> str:
    """``words`` in simplified characters, sign by sign, for comparison only."""
    return words if _is_simplified(words) else _converted(words)


def legible(words: str) -> str:
    """``words`` in simplified characters and without glosses, for comparison only."""
    return words if _is_simplified(words) else _converted(_GLOSS.sub("", words))


def _is_simplified(words: str) -> bool:
    """Whether all ideographs are of GB 2312, which has hardly a traditional form."""
    try:
        "".join(_IDEOGRAPHS.findall(words)).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _converted(text: str) -> str:
    """``text`` in simplified characters, sign by sign."""
    converter = _converter()
    text = _SMALL_AND_OLD.sub(_common_form, text)
    lines = (_converted_line(line, converter) for line in text.splitlines(keepends=True))
    return "".join(lines).translate(_MARKS)


def _converted_line(line: str, converter: OpenCC) -> str:
    whole: str = converter.convert(line)
    if len(whole) == len(line):
        return whole
    return "".join(_even(sign, converter.convert(sign)) for sign in line)


def _common_form(found: re.Match[str]) -> str:
    return _even(found[0], unicodedata.normalize("NFKC", found[0]))


def _even(sign: str, instead: str) -> str:
    return instead if len(instead) == 1 else sign


@cache
def _converter() -> OpenCC:
    """OpenCC's conversion from traditional to simplified characters."""
    from opencc import OpenCC

    return OpenCC("t2s")


def _moved(one: Any, span: Callable[[int, int], tuple[int, int]]) -> Any:
    """``one`` with ``start`` and ``end`` of every dataclass in it moved to another ``span``."""
    if isinstance(one, tuple):
        return tuple(_moved(each, span) for each in one)
    if not is_dataclass(one) or isinstance(one, type):
        return one
    parts = {field.name: _moved(getattr(one, field.name), span) for field in fields(one)}
    if parts.get("start") is not None:
        parts["start"], parts["end"] = span(parts["start"], parts["end"])
    return replace(one, **parts)


def _between(spans: Sequence[tuple[int, int]], length: int) -> list[range]:
    """What the ``spans`` leave of ``length`` signs."""
    starts = [0, *(end for _, end in spans)]
    return [
        range(start, end)
        for start, end in zip(starts, [*(start for start, _ in spans), length], strict=True)
    ]
