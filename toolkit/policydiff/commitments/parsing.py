"""Paragraphs become statements: the members of their clauses, with what each measures or does.

How a statement stands, promised or reached and for which year, is left to ``extract``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from policydiff.commitments.clauses import LONGEST_CLAUSE, Clause, members, pieces, split_clauses
from policydiff.commitments.indicators import Measured, Reader
from policydiff.commitments.lexicon import lexicon
from policydiff.commitments.patterns import AND
from policydiff.commitments.quantities import Found, quantities_in
from policydiff.commitments.roles import Role
from policydiff.commitments.series import distribute
from policydiff.commitments.stages import of_task
from policydiff.commitments.statement import stated
from policydiff.commitments.years import is_spaced
from policydiff.reading.document import Block, Paragraph

_STATEMENT, _LABEL, _REMARK = Role.STATEMENT, Role.LABEL, Role.REMARK
_JOINED = re.compile(rf"(?:[、，,的 ]|{AND}|以(?=[、，,的 和及]))+")
_JOINED_BEGINS = frozenset("、，,的 以和及与并或")
_RATE = re.compile("(?:率|比例|占比|进度)$")
_WORDS = re.compile("[\u4e00-\u9fff]")
_COINS = frozenset(["元", "角", "毛", "分"])
_RATES = frozenset(["%", "倍", "番"])
"""Units of one price: 3分、5分和1毛."""
_HALVED = lexicon(
    "提升 上升 下降 回升 扩增 递增 递减 压减 调升 调降 转为 减为 改为 变为 增为 降为 升为"
)
"""Verbs of which the words that lead to a number hold the second half only."""


Statement = tuple[Clause, int, int, Measured, Found | None]
"""Where a member of a clause starts and ends, what it measures, and its number if it has one."""


class Parsed(NamedTuple):
    """A paragraph with the clauses of each of its sentences, and what these state.

    ``spaced`` says that there is white space in it.
    """

    block: Paragraph
    spaced: bool
    sentences: list[tuple[list[Clause], list[Statement]]]


def parse(text: str, blocks: Sequence[Block]) -> list[Parsed]:
    """The paragraphs among ``blocks``, parsed.

    Every step goes through all of them before the next is taken: what it is made of stays in the
    cache of the processor, which makes the whole a tenth faster.
    """
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    split = [split_clauses(text, block.start, block.end) for block in paragraphs]
    found = quantities_in(text, [(block.start, block.end) for block in paragraphs])
    clauses = list(chain.from_iterable(split))
    counted = _by_clause(clauses, found)
    deeds = {
        clause.start: _deeds(text, clause)
        for clause in clauses
        if clause.role is _STATEMENT and clause.start not in counted
    }
    parsed: list[Parsed] = []
    task = ""
    counts: Sequence[tuple[str, str]] = ()
    for block, inside in zip(paragraphs, split, strict=True):
        beside = block.beside and parsed and parsed[-1].block.item == block.item
        counts = (counts or _counts(parsed[-1])) if beside else ()
        task = (task or _task(parsed[-1])) if beside else ""
        rated = task + block.beside if _is_rate(text, block) else task
        spaced = is_spaced(text[block.start : block.end])
        headings = block.section.headings
        project = text[block.project.start : block.project.end] if block.project else ""
        reader = Reader(headings[-1] if headings else "", project, spaced=spaced)
        sentences = list(_sentences(text, inside, counted, deeds, rated, reader))
        if counts:
            sentences = [
                (told, [_of_task(text, one, counts) for one in statements])
                for told, statements in sentences
            ]
        parsed.append(Parsed(block, spaced, sentences))
    return parsed


def _is_rate(text: str, block: Paragraph) -> bool:
    """Whether ``block`` is a bare number in a column of rates: 85% below 完成率."""
    return bool(_RATE.search(block.beside)) and not _WORDS.search(text, block.start, block.end)


def _task(parsed: Parsed) -> str:
    """What a task is about, what it counts first, for the cells of its row that don't say."""
    stated = [one for _, statements in parsed.sentences for one in statements]
    counted = [measured.indicator for *_, measured, found in stated if found]
    return next(iter(counted or [measured.indicator for *_, measured, _ in stated]), "")


def _counts(parsed: Parsed) -> Sequence[tuple[str, str]]:
    """What a task counts, each with its unit."""
    stated = [one for _, statements in parsed.sentences for one in statements]
    return [(measured.indicator, found.quantity.unit) for *_, measured, found in stated if found]


def _of_task(text: str, statement: Statement, counts: Sequence[tuple[str, str]]) -> Statement:
    """A ``statement`` of how far a task is to be, with what of its ``counts`` it measures."""
    clause, start, end, measured, found = statement
    if found is None:
        return statement
    before, after = text[start : found.lead], text[found.tail : end]
    named = of_task(before, after, measured, found.quantity.unit, counts)
    return clause, start, end, named, found


def _deeds(text: str, clause: Clause) -> list[Statement]:
    """What a clause without numbers states."""
    start, end = clause.start, clause.end
    if end - start <= LONGEST_CLAUSE:
        return [(clause, start, end, stated(text[start:end]), None)]
    return [
        (clause, start, end, stated(text[start:end]), None)
        for start, end in pieces(text, start, end)
    ]


def _sentences(
    text: str,
    clauses: list[Clause],
    counted: dict[int, list[Found]],
    deeds: dict[int, list[Statement]],
    task: str,
    reader: Reader,
) -> Iterator[tuple[list[Clause], list[Statement]]]:
    """The clauses of each sentence of a paragraph, and what they state as ``reader`` reads them.

    ``counted`` are the numbers of its clauses, ``deeds`` what those without numbers state, both by
    where the clause starts; ``task`` is what all of them are about, where they don't say.
    """
    for _, group in groupby(clauses, key=attrgetter("sentence")):
        inside = list(group)
        numbered = [clause.start for clause in inside if clause.start in counted]
        if not numbered:
            done = [one for clause in inside for one in deeds.get(clause.start, ())]
            if done:
                (_, first, to, *_), (_, start, end, *_) = done[0], done[-1]
                reader.pass_over(text[first:to], text[start:end])
            else:
                reader.pass_over("", "")
            yield inside, [one for one in done if one[3].indicator]
            continue
        reader.new_sentence()
        if task:
            reader.resume(task)
        last = numbered[-1]
        statements: list[Statement] = []
        for clause in inside:
            if numbers := counted.get(clause.start):
                statements += _counted(text, clause, numbers, reader)
            else:
                done = deeds.get(clause.start, [])
                _carry(text, clause, done, reader, counted=clause.start <= last)
                statements += [one for one in done if one[3].indicator]
        yield inside, statements


def _carry(
    text: str, clause: Clause, done: list[Statement], reader: Reader, *, counted: bool
) -> None:
    """Let ``reader`` carry on what a clause without numbers says.

    ``counted`` says that numbers follow in its sentence.
    """
    if not counted:
        for _, start, end, _, _ in done[-1:]:
            reader.introduce(text[start:end])
        return
    for _, start, end, _, _ in done:
        reader.statement(text[start:end])
    if clause.role is _LABEL:
        reader.label(text[clause.start : clause.end])
    elif clause.role is _REMARK:
        reader.note_theme(text[clause.start : clause.end])


def _by_clause(clauses: list[Clause], found: list[Found]) -> dict[int, list[Found]]:
    """The quantities that start in each clause, by where the clause starts."""
    inside: dict[int, list[Found]] = {}
    starts = [clause.start for clause in clauses] if found else []
    for one in found:
        index = bisect_right(starts, one.quantity.start) - 1
        if index >= 0 and one.quantity.start < clauses[index].end:
            inside.setdefault(starts[index], []).append(one)
    return inside


def _counted(text: str, clause: Clause, found: list[Found], reader: Reader) -> Iterator[Statement]:
    """The members of a clause with numbers, and what each measures."""
    cuts = members(text, clause, [(one.quantity.start, one.tail) for one in found])
    for (start, end), one, measured in zip(
        cuts, found, _measured(text, clause, cuts, found, reader), strict=True
    ):
        joint = _JOINED.match(text, start, end) if text[start] in _JOINED_BEGINS else None
        yield clause, joint.end() if joint else start, end, measured, one


def _measured(
    text: str,
    clause: Clause,
    cuts: list[tuple[int, int]],
    found: list[Found],
    reader: Reader,
) -> list[Measured]:
    """What each quantity of a clause measures, series dealt out (codebook section 1)."""
    measured: list[Measured] = []
    heads: list[int] = []
    for index, ((start, end), one) in enumerate(zip(cuts, found, strict=True)):
        if one.place and index and (_alike(found[index - 1], one) or _dealt(measured[-1], one)):
            measured.append(measured[-1])
            continue
        heads.append(index)
        later = found[index + 1] if index + 1 < len(found) else None
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
    if len(heads) == len(found):
        return measured
    for index, following in pairwise([*heads, len(found)]):
        if following - index > 1:
            for place, indicator in enumerate(reader.deal(measured[index], following - index)):
                measured[index + place] = measured[index]._replace(indicator=indicator)
    return measured


def _alike(before: Found, one: Found) -> bool:
    """Whether two neighbours in a series are of one unit (85%、70%), or coins of one price."""
    units = {before.quantity.unit, one.quantity.unit}
    return len(units) == 1 or units <= _COINS or (one.each and units <= _RATES)


def _dealt(measured: Measured, one: Found) -> bool:
    """Whether a list has as many members as its series has numbers: 甲、乙增至3张、5个."""
    listed = measured.indicator
    return "、" in listed and len(set(distribute(listed, one.of))) == one.of
