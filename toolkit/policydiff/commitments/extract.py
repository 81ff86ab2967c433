"""A document becomes its commitments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from policydiff.commitments.clauses import Clause, Role, members, pieces, split_clauses
from policydiff.commitments.edges import clean
from policydiff.commitments.indicators import Measured, Reader
from policydiff.commitments.lexicon import lexicon
from policydiff.commitments.model import Commitment, Extraction, Measure
from policydiff.commitments.patterns import AND
from policydiff.commitments.quantities import Found, find_quantities, parse_cell
from policydiff.commitments.statement import stated
from policydiff.commitments.vocabulary import canonical
from policydiff.commitments.wording import (
    Period,
    Sentence,
    Tense,
    intends,
    stance_of,
    turn,
    year_due,
)
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

_EXPLAINS = re.compile(r"[^\w“]{0,6}(“[^”]{2,20}”)[^，。；：:]{0,16}[：:]\s*(?:即|指|是指)")
_BACKGROUND = re.compile(
    r"[第\d\W一二三四五六七八九十]*[章节]?\s*[^，。]{0,24}"
    r"(?:指导思想|基本原则|总体思路|(?:编制|规划|发展)(?:依据|背景|过程)|机遇|挑战|形势|发展环境|环境分析|(?:存在|主要|突出)的?问题|短板|不足)$"
)
"""Headings of what a plan sets out from: their sentences promise nothing of their own."""
_JOINED = re.compile(rf"(?:[、，,的 ]|{AND}|以(?=[、，,的 和及]))+")
_WORDED = re.compile(r"\s*[\u4e00-\u9fff]{4}")
_HALVED = lexicon(
    "提升 上升 下降 回升 扩增 递增 递减 压减 调升 调降 转为 减为 改为 变为 增为 降为 升为"
)
"""Verbs of which the words that lead to a number hold the second half only."""
_CHANGE = re.compile(r"(?<=..)(?:年均)?(?:增长|增速|增幅|下降|降低|提高|减少)率?$")


def extract(document: Document) -> Extraction:
    """Every commitment of ``document``, in order of position (codebook sections 1 to 3).

    A document in which nothing was found says so in ``diagnostics`` (code ``nothing-found``).
    """
    tense = Tense.of(document)
    found: dict[str, Commitment] = {}
    known = Stance.OUTCOME if document.kind is Kind.WORK_REPORT else Stance.TARGET
    period: Period | None = None
    starts = [block.start for block in document.blocks]
    for block in document.blocks:
        known = block.section.stance or known
        if isinstance(block, IndicatorRow):
            new = list(_from_row(document.text, block))
        else:
            used = _place_of_term(document.text, block)
            where = document.blocks[bisect_right(starts, used) - 1] if used >= 0 else block
            begins = document.text[block.start : block.start + 40]
            period = turn(begins, block.section.headings, tense, period)
            stance, due = where.section.stance, None
            if period and stance is None:
                known = period.stance
                stance, due = (known, period.due) if period.due else (None, None)
            section = block.section
            if section.stance is not stance:
                section = replace(section, stance=stance)
            new = list(_from_paragraph(document.text, block, section, tense, known, due))
        for commitment in new:
            found.setdefault(commitment.id, commitment)
    commitments = tuple(sorted(found.values(), key=lambda one: (one.where, one.start)))
    return Extraction(document, commitments, _diagnostics(document, commitments))


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
    term = _EXPLAINS.match(text, block.start, block.end)
    return text.find(term[1], 0, block.start) if term else -1


def _from_paragraph(
    text: str, block: Paragraph, section: Section, tense: Tense, known: Stance, due: int | None
) -> Iterator[Commitment]:
    clauses = split_clauses(text, block.start, block.end)
    numbered = _by_clause(clauses, find_quantities(text, block.start, block.end))
    headings = section.headings
    reader = Reader(headings[-1] if headings else "")
    due = planned = due or year_due(headings, tense)
    background = bool(headings and _BACKGROUND.fullmatch(headings[-1])) or bool(
        _EXPLAINS.match(text, block.start, block.end)
    )
    open_ended = tense.kind is Kind.OTHER and section.stance is None
    for _, group in groupby(numbered, key=lambda pair: pair[0].sentence):
        inside = list(group)
        begin = inside[0][0].start
        words = text[begin : inside[-1][0].end]
        bounds = [(clause.start - begin, clause.end - begin) for clause, _ in inside]
        meant = not open_ended or intends(words, bounds)
        sentence = Sentence.of(
            words,
            bounds,
            stance_of(words, section.stance, tense, known if meant else Stance.OUTCOME),
            tense,
            due,
        )
        due = sentence.governs or planned
        reader.new_sentence()
        last = max((clause.start for clause, numbers in inside if numbers), default=-1)
        for clause, numbers in inside:
            said = text[clause.start : clause.end]
            for start, end, measured, found in _statements(
                text, clause, numbers, reader, counted=clause.start <= last
            ):
                if found is None and (
                    not meant or (background and sentence.stance is Stance.TARGET)
                ):
                    continue
                quantity = found.quantity if found else None
                wording = (
                    sentence.of_number(quantity.start - begin, quantity.end - begin, said)
                    if quantity
                    else sentence.of_clause(start - begin, end - begin)
                )
                yield Commitment(
                    id=f"c{quantity.start if quantity else start}",
                    start=start,
                    end=end,
                    quote=text[start:end],
                    stance=wording.stance,
                    section=headings,
                    item=block.item,
                    action=measured.action,
                    indicator=measured.indicator,
                    quantity=quantity,
                    year=wording.year,
                    hedge=wording.hedge,
                    lead=block.lead,
                    support=block.support,
                    canonical=canonical(measured.indicator),
                )


def _by_clause(clauses: list[Clause], found: list[Found]) -> list[tuple[Clause, list[Found]]]:
    """Each clause with the quantities that start in it; both lists are in order of position."""
    pairs: list[tuple[Clause, list[Found]]] = [(clause, []) for clause in clauses]
    at = 0
    for one in found:
        while at < len(pairs) and pairs[at][0].end <= one.quantity.start:
            at += 1
        if at < len(pairs) and pairs[at][0].start <= one.quantity.start:
            pairs[at][1].append(one)
    return pairs


def _statements(
    text: str, clause: Clause, found: list[Found], reader: Reader, *, counted: bool
) -> Iterator[tuple[int, int, Measured, Found | None]]:
    """The members of a clause with what each measures; the clause itself without numbers.

    ``counted`` says that numbers follow in its sentence, for which ``reader`` carries on what
    it says.
    """
    if not found:
        if clause.role is Role.STATEMENT:
            for start, end in pieces(text, clause.start, clause.end):
                measured = stated(text[start:end])
                if counted:
                    reader.statement(text[start:end])
                else:
                    reader.introduce(text[start:end])
                if measured.indicator:
                    yield start, end, measured, None
        elif counted and clause.role is Role.REMARK:
            reader.note_theme(text[clause.start : clause.end])
        return
    cuts = members(text, clause, [(one.quantity.start, one.tail) for one in found])
    for (start, end), one, measured in zip(
        cuts, found, _measured(text, clause, cuts, found, reader), strict=True
    ):
        joint = _JOINED.match(text, start, end)
        start = joint.end() if joint else start
        yield start, end, measured, one


def _measured(
    text: str,
    clause: Clause,
    cuts: list[tuple[int, int]],
    found: list[Found],
    reader: Reader,
) -> list[Measured]:
    """What each quantity of a clause measures, series dealt out (codebook section 1)."""
    measured: list[Measured] = []
    dealt = [_dealt(before, one) for before, one in zip([None, *found], found, strict=False)]
    for (start, end), one, later, same in zip(cuts, found, [*found[1:], None], dealt, strict=True):
        if same:
            measured.append(measured[-1])
            continue
        lead = max(start, min(one.lead, one.quantity.start))
        if text[lead - 1 : lead + 1] in _HALVED:
            lead -= 1
        limit = later.lead if later and end == one.tail and later.lead >= end else end
        measured.append(
            reader.quantity(
                text[start:lead],
                text[lead : one.quantity.start],
                one,
                text[one.tail : limit],
                text[end : end + 40],
            )
        )
    if not any(dealt):
        return measured
    heads = [index for index, same in enumerate(dealt) if not same]
    for index, following in pairwise([*heads, len(found)]):
        if following - index > 1:
            for place, indicator in enumerate(reader.deal(measured[index], following - index)):
                measured[index + place] = measured[index]._replace(indicator=indicator)
    return measured


def _dealt(before: Found | None, one: Found) -> bool:
    """Whether a quantity stands in a series of like ones (85%、70%), not at its head."""
    return bool(one.place and before and before.quantity.unit == one.quantity.unit)


def _from_row(text: str, row: IndicatorRow) -> Iterator[Commitment]:
    name = clean(text[row.name.start : row.name.end])
    for cell in row.cells:
        yield from _from_cell(text, row, cell, name)


def _from_cell(
    text: str, row: IndicatorRow, cell: IndicatorCell, name: str
) -> Iterator[Commitment]:
    found = parse_cell(text, cell.start, cell.end, row.unit, name)
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
