"""The lines of a document become blocks: paragraphs, task rows and indicator rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.errors import PolicydiffError
from policydiff.reading.charges import Charge, split_at_charges
from policydiff.reading.clutter import clutter_edges, has_clutter_sign, is_formality
from policydiff.reading.document import (
    Block,
    Diagnostic,
    Kind,
    Paragraph,
    Section,
    Stance,
)
from policydiff.reading.indicator_tables import IndicatorTable
from policydiff.reading.labels import split_at_labels
from policydiff.reading.lead_ins import announced
from policydiff.reading.lines import (
    Line,
    Passage,
    counts_something,
    ends_in_measure,
    ends_sentence,
    is_row,
)
from policydiff.reading.markers import Marker, Style, find_marker
from policydiff.reading.metadata import Metadata
from policydiff.reading.outline import Outline, heads_part
from policydiff.reading.parts import (
    Part,
    after_contents,
    find_parts,
    page_headers,
    units_in_charge,
    year_reported,
)
from policydiff.reading.reviews import only_reviews
from policydiff.reading.table_blocks import indicator_blocks, task_blocks
from policydiff.reading.task_tables import (
    COLUMN_MISSING,
    SectionRow,
    TaskTable,
)

_HEADING_LENGTH = 60
_RUN_IN_LENGTH = 40
_SENTENCE_END = re.compile(r"[。；！？]")
_RUNS_INTO = re.compile(
    rf"[^，,。；：！？](?:(?![“\"]十?[一二三四五六七八九]?五[”\"](?:时期|期间))[^，,。；：！？]){{1,{_RUN_IN_LENGTH}}}"
)
"""A heading that runs into its text for want of a line end, to a comma or the next 十六五时期."""
_HEADS_YEAR = re.compile(
    r"[^。；：！？]{0,30}?(?:(?:19|20)\d\d|[今明去])年[^，。；：\d]{0,8}(?:工作(?:任务|安排|目标|重点|回顾)?|任务|目标)"
    r"(?=(?:[今明]年|(?:19|20)\d\d年)[\u4e00-\u9fff])"
)
"""A heading of a year's work that runs into a sentence on that year: …做好2004年各项工作今年将…."""
_SAYS_SOMETHING = re.compile(r"[\u4e00-\u9fff]。\s*[|｜∣]")
"""A sentence in a cell: no line of a title or a date."""
_PLAIN_HEADING = re.compile(r"[“\d\u4e00-\u9fff][^。；：！？:;!?]{0,38}[^，、,。；：！？:;!?]")
_LEADS_LIST = re.compile(
    r".*(?:如下|以下|下列|目标|任务)[^，,]{0,12}[：:]$|[^，,]+[，,].*[^表员志友们门位府构室局委社处会司团厅办][：:]$"
)
"""What ends in a colon and is no salutation: 今年，县政府办好10件实事："""
_REST = re.compile(
    r"(?:今年)?(?:下半年|下一?步|下一?阶段|今后)(?=[，,])"
    r"|第?四季度(?=[，,][^。]{0,30}(?:确保|力争|[要将]))"
)
"""How a review goes on to what is still to be done, with no heading."""
_BOX_LABEL = re.compile(r"([^，。；：、:]{2,14})[：:]\s*(?=\S)")
_SUMS_UP = re.compile(
    r"[（(]共?\d+[个项件][，,、][^（）()]*(?:投资|资金)[^（）()]*\d[^（）()]*[）)]$"
)
"""How a heading ends that says how many works are below it, and what they cost."""
_ALWAYS_HEADINGS = frozenset((Style.PART, Style.CHAPTER, Style.SECTION, Style.BOX))
_BLANK_LINES_AFTER_BOX = 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a document and what was odd about it."""

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_blocks(text: str, lines: Sequence[Line], metadata: Metadata, name: str) -> Blocks:
    """The blocks of ``text``, in order of position; headings and clutter belong to none.

    Raises PolicydiffError if there is nothing but clutter, or but a table that lacks a column.
    """
    parts = find_parts(text, lines, metadata)
    first, last = clutter_edges([part if isinstance(part, Passage) else None for part in parts])
    walk = _Walk(metadata, parts[first:last])
    walk.run()
    lacking = [one for one in walk.diagnostics if one.code == COLUMN_MISSING]
    if lacking and not walk.blocks:
        raise PolicydiffError(f"{name}: {lacking[0].message}")
    if not walk.blocks and any(map(_counts, parts[first:last])):
        walk = _Walk(metadata, parts[first:last], begun=True)
        walk.run()
    if not walk.blocks and not walk.diagnostics and last - first < len(parts):
        raise PolicydiffError(
            f"{name}: nothing but the clutter of a web page was found (navigation, footers);"
            " save the page of the document itself"
        )
    if not walk.blocks and not walk.diagnostics:
        walk = _Walk(metadata, parts, begun=True)
        walk.run()
    return Blocks(tuple(walk.blocks), tuple(walk.diagnostics))


class _Walk:
    """From the first part of a document to the last, with the outline open on the way.

    What stands above the first sentence, heading or table is title and date: no block,
    unless the document is held to have ``begun`` with its first line.
    """

    def __init__(self, metadata: Metadata, parts: Sequence[Part], *, begun: bool = False) -> None:
        base = Stance.TARGET if metadata.kind is Kind.FIVE_YEAR_PLAN else None
        self._presumed = Stance.OUTCOME if only_reviews(metadata.title, metadata.kind) else None
        self._led = False
        self._reported = year_reported(metadata)
        self._parts = parts
        self._horizon = metadata.horizon
        self._outline = Outline(metadata.horizon, base)
        self._title = metadata.title
        self._begun = begun
        self._pages = page_headers(parts)
        self._charges = units_in_charge(parts)
        self.blocks: list[Block] = []
        self.diagnostics: list[Diagnostic] = []

    def run(self) -> None:
        begin = after_contents(self._parts)
        for at, part in enumerate(self._parts[begin:], start=begin):
            if isinstance(part, TaskTable):
                self._take_tasks(part)
            elif isinstance(part, IndicatorTable):
                self._take_indicators(part)
            elif isinstance(part, Passage) and not self._is_around(part.text):
                self._take_passage(part, self._parts[at + 1 : at + 3])

    def _is_around(self, text: str) -> bool:
        if is_formality(text) or text in self._pages:
            return True
        return not ends_sentence(text) and (text in self._title or has_clutter_sign(text))

    def _take_tasks(self, table: TaskTable) -> None:
        self._begun = True
        reports = table.reports
        year = self._reported if reports else None
        for row in table.rows:
            if isinstance(row, SectionRow):
                marker = find_marker(row.text)
                style = marker.style if marker else Style.PLAIN
                self._outline.close(Style.PLAIN)
                self._outline.open(
                    row.text, style, marker.number if marker else None, presumed=Stance.TARGET
                )
                continue
            section = self._outline.section
            if section.stance is None or reports:
                section = Section(section.headings, Stance.TARGET)
            self.blocks.extend(task_blocks(row, section, year))
        self.diagnostics.extend(table.diagnostics)

    def _take_indicators(self, table: IndicatorTable) -> None:
        self._begun = True
        self.blocks.extend(indicator_blocks(table, self._outline.section, self._horizon))
        self.diagnostics.extend(table.diagnostics)

    def _take_passage(self, passage: Passage, following: Sequence[Part]) -> None:
        if passage.lines[0].blank >= _BLANK_LINES_AFTER_BOX:
            self._outline.close(Style.BOX)
        marker = find_marker(passage.text)
        if marker is None:
            self._take_unmarked(passage, following)
        elif self._is_heading(passage, marker, following):
            self._begun = True
            self._outline.open(passage.text, marker.style, marker.number, self._presumed)
            if _SUMS_UP.search(passage.text):
                self._add(passage, marker.end)
        else:
            self._take_marked(passage, marker)

    def _take_unmarked(self, passage: Passage, following: Sequence[Part]) -> None:
        text = passage.text
        charged = passage.start in self._charges
        if (
            not self._begun
            and not charged
            and not _SAYS_SOMETHING.search(text)
            and not ends_sentence(text)
            and not heads_part(text)
        ):
            return
        if not self._begun and text.endswith(("：", ":")) and not _says_something(text):
            return
        if (
            not charged
            and _PLAIN_HEADING.fullmatch(text)
            and not ends_in_measure(text)
            and following
            and (heads_part(text) or _is_content(following[0]))
        ):
            self._begun = True
            style = Style.CLAUSES if "，" in text else Style.PLAIN
            self._outline.open(text, style, None, self._presumed)
            return
        rest = _REST.match(text) if self._presumed is Stance.OUTCOME else None
        if rest:
            self._outline.open(rest[0], Style.PLAIN, None, self._presumed)
        else:
            self._be_led(text)
        headline = passage.lines[0].text
        titled = not self._begun and len(passage.lines) > 1 and headline in self._title
        self._begun = True
        self._add(passage, len(headline) if titled else 0)

    def _be_led(self, text: str) -> None:
        """Let ``text`` say what the headings below it are about, if none above it does."""
        if self._outline.section.headings and not self._led:
            return
        if stance := announced(text, self._horizon):
            if stance is not self._presumed:
                self._outline.leave()
            self._presumed, self._led = stance, True

    def _add(self, passage: Passage, begin: int) -> None:
        """The passage from ``begin`` on is a block; in a box its label (道路：) is a heading."""
        section = self._outline.section
        if Style.BOX in self._outline.styles:
            label = _BOX_LABEL.match(passage.text, begin)
            if label is not None and label.end() < len(passage.text):
                section = Section((*section.headings, label[1]), section.stance)
                begin = label.end()
        below = self._charges.get(passage.start)
        for charged_from, charged_to, behind in split_at_charges(passage.text, begin):
            charge = behind or below
            lead, support = (charge.lead, charge.support) if charge else ((), ())
            tasked = Stance.TARGET if charge and self._presumed is None else None
            for start, end, stance in split_at_labels(passage.text, charged_from, charged_to):
                within = Section(section.headings, stance or section.stance or tasked)
                self.blocks.append(
                    Paragraph(passage.offset(start), passage.stop(end), within, None, lead, support)
                )

    def _take_marked(self, passage: Passage, marker: Marker) -> None:
        """A numbered paragraph; its first sentence is a heading if more follows it."""
        self._begun = True
        text = passage.text
        sentence = _SENTENCE_END.search(text, marker.end)
        if (
            sentence is not None
            and text[sentence.start()] == "。"
            and sentence.end() < len(text)
            and sentence.start() - marker.end <= _RUN_IN_LENGTH
        ):
            heading = text[: sentence.start()]
            self._outline.open(heading, marker.style, marker.number, self._presumed)
        elif opening := _run_in_heading(passage, marker):
            self._outline.open(opening, marker.style, marker.number, self._presumed)
        else:
            self._outline.close(marker.style, marker.number)
        self._add(passage, marker.end)

    def _is_heading(self, passage: Passage, marker: Marker, following: Sequence[Part]) -> bool:
        body = passage.text[marker.end :]
        inner = _SENTENCE_END.search(body)
        if len(body) > _HEADING_LENGTH or (inner is not None and inner.end() < len(body)):
            return False
        if marker.style in _ALWAYS_HEADINGS:
            return True
        closed = passage.lines[0].indented or passage.start in self._charges
        if body.endswith(("；", ";")) or (closed and body.endswith("。")) or not following:
            return False
        if body.endswith("。") and counts_something(body):
            return False
        charged = isinstance(following[0], Charge)
        below = following[-1] if charged else following[0]
        if not isinstance(below, Passage):
            return not charged
        next_marker = find_marker(below.text)
        if charged and (next_marker is None or next_marker.number != 1):
            return False
        if next_marker is None or body.endswith("。"):
            return next_marker is None
        above = self._outline.styles
        if marker.style in above:
            above = above[: above.index(marker.style)]
        return next_marker.style not in (*above, marker.style)


def _run_in_heading(passage: Passage, marker: Marker) -> str:
    """The heading that runs into the text of a numbered paragraph, or nothing."""
    found = None
    if marker.style is Style.HAN:
        found = _HEADS_YEAR.match(passage.text, marker.end)
    if found is None and passage.lines[0].run_on:
        found = _RUNS_INTO.match(passage.text, marker.end)
    return found[0] if found else ""


def _says_something(text: str) -> bool:
    """Whether ``text``, which ends in a colon, is no salutation."""
    return "。" in text or _LEADS_LIST.match(text) is not None


def _is_content(part: Part) -> bool:
    return not isinstance(part, Passage) or ends_sentence(part.text)


def _counts(part: Part) -> bool:
    """Whether ``part`` is a row of a table or a line that ends in its number."""
    return isinstance(part, Passage) and (is_row(part.text) or ends_in_measure(part.text))
