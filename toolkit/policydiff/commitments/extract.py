"""A document becomes its commitments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from policydiff.commitments.edges import clean
from policydiff.commitments.model import Commitment, Extraction, Measure
from policydiff.commitments.parsing import Parsed, parse
from policydiff.commitments.periods import (
    Period,
    bids,
    listed_stance,
    may_be_listed,
    names_time_to_come,
    opened_stance,
    stance_of,
    turn,
    year_carried,
    year_done,
    year_due,
)
from policydiff.commitments.quantities import Found, parse_cell
from policydiff.commitments.vocabulary import canonical
from policydiff.commitments.wording import Sentence, intends
from policydiff.commitments.years import Tense, close_up
from policydiff.reading.document import (
    Diagnostic,
    Document,
    IndicatorCell,
    IndicatorRow,
    Kind,
    Paragraph,
    Section,
    Span,
    Stance,
)
from policydiff.reading.outline import Horizon, heading_stance
from policydiff.reading.reviews import only_reviews
from policydiff.reading.weighing import weighed

_WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff\xad"
_INVISIBLE = re.compile(rf"[\r\n]*[{_WIDTHLESS}][\r\n]*")
"""Characters of no width, with the line ends they stand between: read as so much white space."""
_PARTED = re.compile(r"(\s)(?<=[增提上下达降减完实回]\s)(\s?)([长高升降到低少成现落])(?=\s{0,2}\d)")
"""White space inside the verb before a number: 增 长 17.6%."""
_EXPLAINS = re.compile(r"[^\w“]{0,6}(“[^”]{2,20}”)[^，。；：:]{0,16}[：:]\s*(?:即|指|是指)")
_BACKGROUND = re.compile(
    r"[第\d\W一二三四五六七八九十]*[章节]?\s*[^，。]{0,24}"
    r"(?:指导思想|基本原则|总体思路|(?:编制|规划|发展)(?:依据|背景|过程)|机遇|挑战|形势|发展环境|环境分析|(?:存在|主要|突出)的?问题|短板|不足)$"
)
"""Headings of what a plan sets out from: their sentences promise nothing of their own."""
_BACKGROUND_ENDS = frozenset("想则路据景程遇战势境析题板足")
_OPENING = 120
"""How far into a paragraph to look for the period that it turns to."""
_WORDED = re.compile(r"\s*[\u4e00-\u9fff]{4}")
_GOES_ON = re.compile(r"\W*(?:其中|同时|此外|另外)[，,：:]")
"""What opens a sentence that stands as the one before it does."""
_CHANGE = re.compile(r"(?<=..)(?:年均)?(?:增长|增速|增幅|下降|降低|提高|减少)率?$")


def extract(document: Document) -> Extraction:
    """Every commitment of ``document``, in order of position (codebook sections 1 to 3).

    A document in which nothing was found says so in ``diagnostics`` (code ``nothing-found``).
    """
    printed = document.text
    if any(mark in printed for mark in _WIDTHLESS):
        document = replace(
            document, text=_INVISIBLE.sub(lambda match: " " * len(match[0]), printed)
        )
    if _PARTED.search(document.text):
        document = replace(document, text=_PARTED.sub(r"\3\1\2", document.text))
    tense = Tense.of(document)
    found: dict[str, Commitment] = {}
    reviews = only_reviews(document.title, document.kind)
    looks_back = reviews or document.kind is Kind.WORK_REPORT
    known = Stance.OUTCOME if looks_back else Stance.TARGET
    if (
        known is Stance.OUTCOME
        and not reviews
        and not any(block.section.stance for block in document.blocks)
    ):
        known = Stance.TARGET if bids(document.text) else known
    weigh = _Scales(document) if document.kind is Kind.OTHER and not reviews else None
    period: Period | None = None
    listed: Stance | None = None
    carried: int | None = None
    implied: int | None = None
    read: tuple[str, ...] | None = None
    new: list[Commitment] = []
    starts = [block.start for block in document.blocks]
    paragraphs = iter(parse(document.text, document.blocks))
    for block in document.blocks:
        known = block.section.stance or known
        if isinstance(block, IndicatorRow):
            new = list(_from_row(document.text, block))
        else:
            parsed = next(paragraphs)
            used = _place_of_term(document.text, block)
            where = document.blocks[bisect_right(starts, used) - 1] if used >= 0 else block
            headings = block.section.headings
            begins = document.text[block.start : min(block.end, block.start + _OPENING)]
            begins = close_up(begins) if parsed.spaced else begins
            period = turn(begins, headings, tense, period)
            if headings != read:
                read, new = headings, []
                if names_time_to_come(headings[:1], tense):
                    carried = year_carried(headings[0], tense)
                to_come = names_time_to_come(headings, tense)
                implied = year_due(headings, tense) if to_come else carried
            stance = where.section.stance
            due = period.due if period else implied
            if period and period.stance and stance is None:
                known = period.stance
                stance = known if due else None
            section = block.section
            if section.stance is not stance:
                section = replace(section, stance=stance)
            opened = None if stance else opened_stance(begins, tense)
            words = document.text[block.start : block.end]
            if stance or opened or not may_be_listed(words):
                listed = None
            lists = None if stance else listed_stance(words, opened)
            opened = opened or listed
            listed = lists or listed
            before = new[-1] if new else None
            told = weigh.stance(block) if weigh and not stance else None
            opened = opened or told
            new = list(
                _from_paragraph(document.text, parsed, section, tense, known, due, opened, before)
            )
        for commitment in new:
            found.setdefault(commitment.id, commitment)
    commitments = tuple(sorted(found.values(), key=attrgetter("where")))
    if document.text is not printed:
        document = replace(document, text=printed)
        commitments = tuple(_as_printed(printed, one) for one in commitments)
    return Extraction(document, commitments, _diagnostics(document, commitments))


class _Scales:
    """Whether paragraphs look back or ahead that stand in no frame of time: by their signs.

    Those of a paragraph decide, or else those of all paragraphs under its headings, of all that
    there are, or of the last one before it that has any.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._begin = min((block.start for block in document.blocks), default=0)
        under: dict[tuple[str, ...], list[str]] = {}
        for block in document.blocks:
            if isinstance(block, Paragraph) and block.section.stance is None:
                words = self._text[block.start : block.end]
                under.setdefault(block.section.headings, []).append(words)
        self._under = {headings: weighed("\n".join(all_)) for headings, all_ in under.items()}
        self._whole = weighed("\n".join(words for all_ in under.values() for words in all_))
        self._before = self._headline()

    def _headline(self) -> Stance | None:
        """The stance that the lines above all blocks set, as a heading would (主要工作成效)."""
        lines = self._text[: self._begin].split("\n")
        said = (
            heading_stance(line.rstrip("：:"), None, Horizon())
            for line in lines
            if "。" not in line
        )
        return next((stance for stance in said if stance), None)

    def stance(self, block: Paragraph) -> Stance | None:
        """The stance of ``block`` as its signs have it, or None if they don't say."""
        told = weighed(self._text[block.start : block.end])
        self._before = told or self._before
        return told or self._under.get(block.section.headings) or self._whole or self._before


def _as_printed(text: str, one: Commitment) -> Commitment:
    """The commitment with the invisible characters of ``text`` in its quotations."""
    number = one.quantity and replace(
        one.quantity, text=text[one.quantity.start : one.quantity.end]
    )
    return replace(one, quote=text[one.start : one.end], quantity=number)


def _diagnostics(document: Document, commitments: tuple[Commitment, ...]) -> tuple[Diagnostic, ...]:
    if commitments:
        return ()
    why = (
        "its text holds no statement of what will be done or was done"
        if document.blocks
        else "no running text and no task or indicator table was recognised in it"
    )
    return (Diagnostic("nothing-found", f"No commitment was found in {document.title}: {why}."),)


def _place_of_term(text: str, block: Paragraph) -> int:
    """Where the term that ``block`` explains (“X”…：即…, a note at the end) is used; -1 if none."""
    term = _explained(text, block)
    return text.find(term[1], 0, block.start) if term else -1


def _explained(text: str, block: Paragraph) -> re.Match[str] | None:
    """The term that ``block`` explains, if it does."""
    quoted = text.find("“", block.start, block.start + 7)
    return _EXPLAINS.match(text, block.start, block.end) if quoted >= 0 else None


def _from_paragraph(
    text: str,
    parsed: Parsed,
    section: Section,
    tense: Tense,
    known: Stance,
    due: int | None,
    opened: Stance | None,
    before: Commitment | None,
) -> Iterator[Commitment]:
    """The commitments of a paragraph; ``before`` is the one before it under the same headings."""
    block = parsed.block
    headings = section.headings
    planned, done = due, year_done(headings, tense)
    background = bool(headings and _is_background(headings[-1])) or bool(_explained(text, block))
    open_ended = tense.kind is Kind.OTHER and section.stance is None and opened is not Stance.TARGET
    ended, promised = block.start, False
    for inside, statements in parsed.sentences:
        begin = inside[0].start
        goes_on = (
            before is not None
            and before.stance is Stance.TARGET
            and section.stance is None
            and due is None
            and _GOES_ON.match(text, ended, begin + 3) is not None
        )
        ended = inside[-1].end
        if before and goes_on:
            opened, due = Stance.TARGET, _later(before.year, tense)
        words = text[begin : inside[-1].end]
        words = close_up(words) if parsed.spaced else words
        bounds = [(clause.start - begin, clause.end - begin) for clause in inside]
        meant = not open_ended or goes_on or intends(words, bounds)
        sentence = Sentence.of(
            words,
            bounds,
            stance_of(
                words,
                section.stance,
                tense,
                opened or known if meant or promised else Stance.OUTCOME,
            ),
            tense,
            due,
            done,
        )
        promised = promised or (meant and sentence.stance is Stance.TARGET)
        if opened and sentence.stance is Stance.TARGET:
            opened = Stance.TARGET
        due = sentence.governs or planned
        done = sentence.reports
        silent = not meant or (background and sentence.stance is Stance.TARGET)
        for clause, start, end, measured, found in statements:
            if found is None and silent:
                continue
            quantity = found.quantity if found else None
            wording = (
                sentence.of_number(
                    quantity.start - begin,
                    quantity.end - begin,
                    text[clause.start : clause.end],
                )
                if quantity
                else sentence.of_clause(start - begin, end - begin)
            )
            before = Commitment(
                f"c{quantity.start if quantity else start}",
                start,
                end,
                text[start:end],
                wording.stance,
                headings,
                block.item,
                measured.action,
                measured.indicator,
                quantity,
                wording.year,
                wording.hedge,
                lead=block.lead,
                support=block.support,
                canonical=canonical(measured.indicator),
            )
            yield before


def _later(year: int | None, tense: Tense) -> int | None:
    """``year`` if it is beyond what the document plans for."""
    return year if year and year > (tense.planned or year) else None


def _is_background(heading: str) -> bool:
    return heading[-1:] in _BACKGROUND_ENDS and bool(_BACKGROUND.fullmatch(heading))


def _from_row(text: str, row: IndicatorRow) -> Iterator[Commitment]:
    name = clean(text[row.name.start : row.name.end])
    for cell in row.cells:
        yield from _from_cell(text, row, cell, name)


def _from_cell(
    text: str, row: IndicatorRow, cell: IndicatorCell, name: str
) -> Iterator[Commitment]:
    found = parse_cell(text, cell.start, cell.end, row.unit, name, cell.label)
    if found is None:
        if cell.stance is Stance.TARGET and _WORDED.match(text, cell.start, cell.end):
            yield _cell_commitment(text, row, cell, Span(cell.start, cell.end), name, None)
        return
    indicator = _CHANGE.sub("", name) if found.quantity.kind is Measure.GROWTH else name
    yield _cell_commitment(text, row, cell, row.name, indicator, found)


def _cell_commitment(
    text: str,
    row: IndicatorRow,
    cell: IndicatorCell,
    span: Span,
    indicator: str,
    found: Found | None,
) -> Commitment:
    return Commitment(
        id=f"c{found.quantity.start if found else span.start}",
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        stance=cell.stance,
        section=row.section.headings,
        item=row.item,
        action="",
        indicator=indicator,
        quantity=found.quantity if found else None,
        year=cell.year,
        binding=row.binding,
        canonical=canonical(indicator),
    )
