"""A text becomes lines, and lines become paragraphs, with their offsets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from policydiff.reading.drawn import is_rule
from policydiff.reading.labels import is_labelled
from policydiff.reading.markers import find_marker
from policydiff.reading.outline import heads_part
from policydiff.reading.quoted import printed_lines
from policydiff.reading.run_on import SHORTEST_RUN_ON, parted

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad"
_BLANK = " \t\u3000\xa0\u2002\u2003\u2009" + _INVISIBLE
_FRAME = frozenset(map(chr, range(0x2500, 0x2580)))
"""Box-drawing characters (Unicode block 2500–257F), which frame a box in plain text."""
_SENTENCE_END = re.compile(r"(?:[。！？；：…!?;:]|(?<=[\u4e00-\u9fff]{2})[.．])[”’」』）)\"]*$")
_LONGEST_END = 12
"""Characters of a mark that ends a sentence, with the closing marks behind it."""
_PAGE_NUMBER = re.compile(
    r"[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d+\s*页)?"
    r"|#*\s*[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?:?"
)
_PUNCTUATION = re.compile(r"[，。、；：《“,]")
_MEASURED = (
    r"(?:[个家所座处条项户人名套台亩吨次场件辆张元%％]"
    r"|人次|平?方?公里|平方米|公顷|亿元|万元|个百分点)"
)
_NUMBERED = rf"\d+(?:\.\d+)?[万亿]?{_MEASURED}"
_COUNT = re.compile(_NUMBERED)
_NUMBER = re.compile(rf"\d[\d.,]*\s?(?:[万亿]|{_MEASURED})")
_UNIT = re.compile(r"[万亿]|[%％]|(?:[个家所座处条项户人名套台亩吨次场件辆张]|平方|公里|公顷)")
_DATED = re.compile(r"(?:19|20)\d\d\s?年")
_LEADS_TO_TIME = frozenset("比较与同到至由从自在于")
_PROSE = re.compile(r"[，。；]")
"""What only running text holds."""
_MEASURE = re.compile(rf"[\u4e00-\u9fff]{{2}}\D{{0,4}}{_NUMBERED}(?:以上|以下|以内|左右)?$")
_LONGEST_MEASURE = 24
_OCCASION = re.compile(r"会议?上[)）]?$|日[)）]?$")
"""How the line ends that says where and when a report was given."""
_BYLINE = re.compile(
    r"[—－-]{1,3}[^，。]{4,60}(?:会议|大会)上?|(?:信息|稿件|文章)?来源[：:]\S{1,20}"
    r"|(?:发布|成文|印发|更新)?(?:时间|日期)[：:]\s*[\d年月日：:./\s-]{6,20}"
    r"|(?:[【\[](?:打印|关闭|返回|分享|收藏|字[体号])[^】\]]{0,6}[】\]]\s*)+"
)
"""A line around the text: where it was given, who published it, the buttons of its page."""
_FULL_LINE = 20
"""Characters of a line of prose that fills its page, at least."""
_FEW = 20
"""One line in so many may begin before the margin, as footnotes do."""
_FEWEST_BROKEN = 3
"""Paragraphs of a page with a margin whose first line goes on in the second."""
_RAGGED = 3
"""Lines that print or a page has broken differ by less in length."""
_GOES_ON_AFTER_MEASURE = frozenset("的等和及与或并以至到是")
_BARS_IN_ROW = 2
_CONTINUES = frozenset("，。、；：）》”’！？,;:)%％")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its trimmed text and where that stands.

    ``raw_start`` and ``raw_end`` delimit the line with its white space (tabs count as cells),
    without its line end. ``blank`` counts the blank lines above it. ``run_on`` says that it was
    parted from a line that holds several.
    """

    start: int
    end: int
    text: str
    raw_start: int
    raw_end: int
    blank: int
    run_on: bool = False

    @property
    def indented(self) -> bool:
        """Whether white space stands before the text."""
        return self.start > self.raw_start


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, which the file may break over several lines; ``text`` has no breaks."""

    text: str
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where the paragraph begins in the document's text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where the paragraph ends in the document's text."""
        return self.lines[-1].end

    def offset(self, at: int) -> int:
        """Where the sign ``text[at]`` stands in the document's text."""
        for line in self.lines:
            if at < len(line.text):
                return line.start + at
            at -= len(line.text)
        return self.end

    def stop(self, at: int) -> int:
        """Where what ends before the sign ``text[at]`` ends in the document's text."""
        return self.offset(at - 1) + 1 if at < len(self.text) else self.end


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold something.

    Invisible characters are no text, nor are page numbers (— 12 —); neither parts a paragraph.
    A rule drawn with characters is none either, and parts them as a blank line does.
    """
    found: list[Line] = []
    blank = 0
    page_turned = False
    margin = _margin(text) if "\n  " in text else 0
    for begin, printed in printed_lines(text):
        raw = printed.rstrip("\r\n\f\u2028")
        if not raw.strip():
            blank += 1
            continue
        if margin and raw[:margin].isspace():
            begin, raw = begin + margin, raw[margin:]
        trimmed = raw.strip(_BLANK)
        if is_rule(trimmed):
            blank += 1
            continue
        if trimmed and {trimmed[0], trimmed[-1]} <= _FRAME:
            trimmed = trimmed.strip(_BLANK + "".join(_FRAME))
        if not trimmed.strip():
            continue  # invisible characters alone do not part two paragraphs
        if _PAGE_NUMBER.fullmatch(trimmed):
            page_turned = True
            continue
        blank = 0 if page_turned else blank
        start = begin + raw.index(trimmed)
        end = start + len(trimmed)
        whole = Line(start, end, trimmed, begin, begin + len(raw), blank)
        found.extend(_run_on(whole) if len(trimmed) >= SHORTEST_RUN_ON else [whole])
        blank, page_turned = 0, False
    return found


def _margin(text: str) -> int:
    """How many spaces stand before each line of a printed page, whose paragraphs are indented more.

    0 where no lines go on at the margin with a sentence broken above them.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    indents = [len(line) - len(line.lstrip(" ")) for line in lines]
    long = [at for at, line in enumerate(lines) if len(line.strip()) >= _FULL_LINE]
    going_on = Counter(
        indents[at + 1]
        for at in long
        if at + 1 < len(lines) and indents[at + 1] < indents[at] and not ends_sentence(lines[at])
    )
    margin, times = max(going_on.items(), key=itemgetter(1), default=(0, 0))
    before = sum(indent < margin for indent in indents)
    common = margin > 1 and before * _FEW < len(indents)
    return margin if common and times >= _FEWEST_BROKEN else 0


def _run_on(line: Line) -> list[Line]:
    """The lines that one was before its line ends were lost."""
    begins = parted(line.text)
    if len(begins) == 1:
        return [line]
    found: list[Line] = []
    for begin, end in pairwise([*begins, len(line.text)]):
        start, words = line.start + begin, line.text[begin:end].rstrip(_BLANK)
        stop = start + len(words)
        found.append(Line(start, stop, words, start, stop, 0, run_on=True))
    return found


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends in a mark that closes a sentence or opens a list."""
    return _SENTENCE_END.search(text, max(0, len(text) - _LONGEST_END)) is not None


def ends_in_measure(text: str) -> bool:
    """Whether ``text`` ends in a number and its unit: 新增就业5000人以上."""
    return _MEASURE.search(text, max(0, len(text) - _LONGEST_MEASURE)) is not None


def counts_something(text: str) -> bool:
    """Whether a number and its unit stand in ``text``."""
    return _COUNT.search(text) is not None


def join_lines(lines: Sequence[Line], *, dense: bool) -> list[Passage]:
    """Lines that belong to one paragraph, joined.

    Text taken from web pages is broken at links and bold type, text taken from print at page
    ends: a line goes on if it stands directly below one that ends no sentence. In a ``dense``
    text, which sets no blank lines between paragraphs, a short line without punctuation is a
    heading of its own.
    """
    passages: list[Passage] = []
    current: list[Line] = []
    for line in lines:
        if current and _goes_on(current, line, dense=dense):
            current.append(line)
            continue
        if current:
            passages.append(_passage(current))
        current = [line]
    if current:
        passages.append(_passage(current))
    return passages


def is_dense(lines: Sequence[Line]) -> bool:
    """Whether most paragraphs follow each other without a blank line between them."""
    if len(lines) > 1 and not any(ends_sentence(line.text) for line in lines[:-1]):
        return not any(line.blank for line in lines)
    breaks = [below.blank == 0 for above, below in pairwise(lines) if ends_sentence(above.text)]
    return sum(breaks) * 2 > len(breaks)


def is_row(text: str) -> bool:
    """Whether ``text`` is a table row whose cells are parted by ``|``."""
    return text.count("|") >= _BARS_IN_ROW


def _goes_on(current: list[Line], line: Line, *, dense: bool) -> bool:
    above = current[-1]
    if is_row(above.text) or is_row(line.text):
        return False
    if _BYLINE.fullmatch(above.text) or _BYLINE.fullmatch(line.text):
        return False
    if line.text[0] in _CONTINUES and not ends_sentence(above.text):
        return line.blank <= 1
    if heads_part(above.text) and len(current) == 1:
        return False
    if heads_part(line.text) and _OCCASION.search(above.text):
        return False
    if line.blank <= 1 and _is_cut(above.text, line.text):
        return True
    if line.blank or (line.indented and line.raw_start + 1 < line.start):
        return False
    if find_marker(line.text) is not None or ends_sentence(above.text):
        return False
    if (
        ends_in_measure(above.text)
        and line.text[0] not in _GOES_ON_AFTER_MEASURE
        and not ends_sentence(line.text)
        and abs(len(above.text) - len(line.text)) > _RAGGED
    ):
        return False
    if len(current) > 1:
        return True
    marker = find_marker(above.text)
    if marker is not None:
        rest = above.text[marker.end :]
        return not rest or rest[-1] in "，,、《“" or "。" in rest or len(rest) > 40
    if not dense or len(above.text) > 25 or _PUNCTUATION.search(above.text) is not None:
        return True
    return is_labelled(above.text)


def _is_cut(above: str, below: str) -> bool:
    """Whether a sentence was cut before a number or year, or between that and its unit."""
    if below[0] == "年":
        return above.isdecimal()
    if _DATED.match(below):
        return above[-1] in _LEADS_TO_TIME
    if above[-1].isdecimal():
        return _UNIT.match(below) is not None and _PROSE.search(above) is not None
    return (
        below[0].isdecimal()
        and "一" <= above[-1] <= "鿿"
        and _NUMBER.match(below) is not None
        and _PROSE.search(above) is not None
    )


def _passage(lines: Sequence[Line]) -> Passage:
    return Passage("".join(line.text for line in lines), tuple(lines))
