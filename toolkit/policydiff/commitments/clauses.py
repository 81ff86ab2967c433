"""Paragraphs become clauses, and clauses members: the smallest statements.

A clause stands between two of ``，。；：！？`` or the bars of a table row; quotation marks,
brackets and book title marks are kept whole. Clauses that open the way for a statement
(围绕…, 以…为重点, 按照…要求), say
what it is good for (为…提供支撑) or praise are told apart by their role (codebook section 2:
"the shortest clause that states it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from policydiff.commitments.lexicon import ACTING, MANNERS
from policydiff.commitments.masking import hide, mask
from policydiff.commitments.patterns import AND
from policydiff.commitments.roles import Role, role_of

LONGEST_CLAUSE = 60
"""Characters that a clause without a number may have; longer ones are cut at a list comma."""

_STATEMENT, _SCOPE_ROLE = Role.STATEMENT, Role.SCOPE


class Clause(NamedTuple):
    """Code points ``start`` to ``end`` of the text, trimmed.

    ``sentence`` counts the sentences of the paragraph (``。！？``), ``part`` those between
    semicolons; both from 0.
    """

    start: int
    end: int
    sentence: int
    part: int
    role: Role


_BREAK = re.compile(
    r"(，(?<!\d，)|，(?!\d{3}(?!\d))|。|；|：|！|？|!|\?|;|,(?<!\d,)|,(?!\d{3})|:(?<!\d:)|\n\s*\n(?!\s*[\d万亿])|\||｜|→)"
)
_LABELS, _PART_ENDS = frozenset("：:→"), frozenset("；;。！？!?\n|｜")
_LEAD = re.compile(
    r"(?:[\s—\-·•●■◆▲★*　、]+"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是要](?!是)"
    r"|(?<![，,])[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]|[季届期号]度?)"
    r"|[①-⑳]|\d{1,3}[.．、](?!\d(?!\d{3}年))"
    r"|同时|此外|另外|其中|特别是|尤其是|重点是|主要是|并且|而且|首先|其次|最后)+"
)
_TRAILS = " \t\r\n　—-、"
_LEAD_BEGINS = frozenset("一二三四五六七八九十同此另其特尤重主并而首最")
"""The ideographs that a lead begins with; so it does with marks and figures."""
_NUMERAL = re.compile(r"[\d０-９]|[一二两三四五六七八九十百千万亿]+[个项座条家所处户人亩公元吨米]")
_PART = re.compile(r"[以与和及或](?=及)?.{2,}")
_SAID = re.compile(
    r"[不有居达为是在与由从以用让使把将被已均都最很]|(?:明显|显著|良好|突出|领先|完善|丰富|成熟|健全|活跃|均衡|优良|稳定|增长|发展|提升|进步)$"
)
_ATTRIBUTED = re.compile(r"[^，]*的[^，的]{2,10}$")


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of ``text[start:end]`` in order, without separators, marks and ordinals."""
    hidden = mask(text[start:end])
    clauses: list[Clause] = []
    sentence = part = position = 0
    parts = _BREAK.split(hidden)
    for words, mark in zip_longest(parts[::2], parts[1::2], fillvalue=""):
        stop = position + len(words)
        left, right = _trimmed(hidden, position, stop)
        if right - left > 1:
            begin, end = start + left, start + right
            role = Role.LABEL if mark in _LABELS else role_of(text[begin:end], later=left > 0)
            clauses.append(Clause(begin, end, sentence, part, role))
        if mark[:1] in _PART_ENDS:
            part += 1
            if mark not in "；;":
                sentence += 1
        position = stop + len(mark)
    return _joined(text, clauses)


def _joined(text: str, clauses: list[Clause]) -> list[Clause]:
    """Members of a list go with the clause that holds their verb, a scope with what it governs."""
    joined: list[Clause] = []
    for clause in clauses:
        last = joined[-1] if joined else None
        if last is None or not _adjoin(text, last, clause):
            joined.append(clause)
        elif last.role is _SCOPE_ROLE:
            joined[-1] = clause._replace(start=last.start)
        else:
            joined[-1] = last._replace(end=clause.end)
    return joined


def _adjoin(text: str, last: Clause, clause: Clause) -> bool:
    if last.part != clause.part or clause.role is not _STATEMENT:
        return False
    if clause.end - last.start > LONGEST_CLAUSE or text[last.end : clause.start] not in "，,":
        return False
    before, words = text[last.start : last.end], text[clause.start : clause.end]
    joins = last.role is _SCOPE_ROLE or (last.role is _STATEMENT and _is_member(before, words))
    return joins and not _NUMERAL.search(before) and not _NUMERAL.search(words)


def _opens(words: str) -> bool:
    """Whether ``words`` open with a verb, though one of those that may name a deed as well."""
    position = 0
    while length := MANNERS.at(words, position):
        position += length
    return bool(ACTING.at(words, 0) or ACTING.at(words, position))


def _is_member(before: str, words: str) -> bool:
    """Whether ``words`` is a noun phrase that goes on a list in ``before``: 更可靠的社会保障."""
    alike = (
        words[-2:] == before[-2:]
        or words[-1] == "等"
        or (words[0] in "以与和及或" and _PART.match(words))
    )
    if not alike and not (words[0] == "更" and _ATTRIBUTED.match(words)):
        return False
    hidden = hide(words)
    if _SAID.search(hidden) or _opens(hidden) or not _opens(before):
        return False
    return words[0] == "更" or not MANNERS.at(hidden, 0)


def members(text: str, clause: Clause, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One part of the clause for each of ``spans`` (its quantities, in order).

    A member ends after what its number counts: 建设3所学校和2家医院 is cut before 和,
    改造小区45个、街巷13条 after 个.
    """
    if len(spans) == 1:
        return [(clause.start, clause.end)]
    hidden = mask(text[clause.start : clause.end])
    start = clause.start
    parts: list[tuple[int, int]] = []
    for (_, end), (following, _) in pairwise(spans):
        cut = _cut(hidden, end - clause.start, following - clause.start) + clause.start
        parts.append((start, cut))
        start = cut
    return [*parts, (start, clause.end)]


_LIST_STOP = re.compile(rf"(?:、|”|{AND})(?=.{{6}})")
_JOINT = re.compile(AND)


def _cut(hidden: str, end: int, following: int) -> int:
    between = hidden[end:following]
    bare = re.match(r"(?:以上|以下|以内|左右)?(?=[、，,和及与并以])", between)
    if bare:
        return end + bare.end()
    comma = max(between.rfind(mark) for mark in "、，,")
    if comma >= 0:
        return end + comma
    joints = list(_JOINT.finditer(between))
    return end + joints[-1].start() if joints else end


def _trimmed(hidden: str, left: int, right: int) -> tuple[int, int]:
    """The clause between two separators without ordinals, link words and white space."""
    first = hidden[left : left + 1]
    if first in _LEAD_BEGINS or not "一" <= first <= "鿿":
        lead = _LEAD.match(hidden, left, right)
        if lead and lead.end() < right:
            left = lead.end()
        while left < right and hidden[left] in " \t\r\n　":
            left += 1
    if right > left and hidden[right - 1] in _TRAILS:
        right = left + len(hidden[left:right].rstrip(_TRAILS))
    return left, right


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between the list commas of a clause that is too long to be one."""
    hidden = mask(text[start:end])
    stops = [match.end() for match in _LIST_STOP.finditer(hidden)]
    parts: list[tuple[int, int]] = []
    left = 0
    while end - start - left > LONGEST_CLAUSE:
        within = [stop for stop in stops if left + 12 <= stop <= left + LONGEST_CLAUSE]
        cut = within[-1] if within else left + LONGEST_CLAUSE
        parts.append((start + left, start + cut))
        left = cut
    return [
        (begin, stop - (text[stop - 1] in "、并和及与" and stop < end))
        for begin, stop in [*parts, (start + left, end)]
    ]
