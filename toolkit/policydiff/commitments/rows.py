"""Rows of indicator tables become commitments: one for each of their cells that has a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from policydiff.commitments.edges import clean, strip_lead
from policydiff.commitments.indicators import Measured, Reader
from policydiff.commitments.model import Commitment, Comparator, Measure
from policydiff.commitments.quantities import Found, find_quantities, parse_cell
from policydiff.commitments.series import distribute
from policydiff.commitments.vocabulary import canonical
from policydiff.reading.document import IndicatorCell, IndicatorRow, Span, Stance

_WORDED = re.compile(r"\s*[\u4e00-\u9fff]{4}")
_GOES_ON = "，,、；; \n"
"""What a cell goes on with behind its number."""
_SHORTEST_MEASURE = 4
_CHANGE = re.compile(
    r"(?<=..)(?:年均|同比|[比较]上年)?(?:实际|名义)?(?:增长|增速|增幅|下降|降低|提高|减少)率?$"
)
_BOUND = re.compile(
    r"(?<=..)(?:(?P<least>不低于|不少于|不小于|超过|高于|大于)"
    r"|(?P<most>不超过|不高于|不多于|不大于|低于|少于|小于))$"
)
"""How a name ends that bounds the numbers in its row: 登记失业率低于."""


def set_in(text: str, row: IndicatorRow) -> Iterator[Commitment]:
    """The commitments that ``row`` sets; an aim in words is one of its own (codebook section 1)."""
    printed = _name(text, row)
    bound = _BOUND.search(printed)
    name = clean(printed[: bound.start()] if bound else printed)
    if row.whole:
        name = _of_whole(name, clean(text[row.whole.start : row.whole.end]))
    for cell in row.cells:
        found = parse_cell(text, cell.start, cell.end, row.unit, name, cell.label)
        if found:
            if bound and cell.stance is Stance.TARGET:
                found = _bounded(
                    found, Comparator.AT_LEAST if bound["least"] else Comparator.AT_MOST
                )
            changes = found.quantity.kind in {Measure.GROWTH, Measure.POINTS}
            measured = Measured(_CHANGE.sub("", name) if changes else name, "")
            if row.deed and not changes:
                measured = _done_to(name, found)
            for one, number in _told(text, cell, measured, found):
                owned = one._replace(indicator=row.place + one.indicator)
                yield _commitment(text, row, cell, row.name, owned, number)
        elif cell.stance is Stance.TARGET and _WORDED.match(text, cell.start, cell.end):
            yield _commitment(
                text, row, cell, Span(cell.start, cell.end), Measured(row.place + name, ""), None
            )


def _told(
    text: str, cell: IndicatorCell, measured: Measured, found: Found
) -> list[tuple[Measured, Found]]:
    """What the first number of a ``cell`` measures, and those behind it: 46亿元，增长5%."""
    rest = find_quantities(text, found.tail, cell.end) if _more(text, found, cell) else []
    if not rest:
        return [(measured, found)]
    numbers = [found, *rest]
    dealt = distribute(measured.indicator, len(numbers))
    if "分别" in text[cell.start : found.tail] and len(set(dealt)) > 1:
        return [
            (measured._replace(indicator=name), one)
            for name, one in zip(dealt, numbers, strict=True)
        ]
    told = [(measured, found)]
    reader = Reader("", measured.indicator, spaced=False)
    reader.resume(measured.indicator)
    stops = [one.lead for one in rest[1:]] + [cell.end]
    for before, one, stop in zip(numbers, rest, stops, strict=False):
        start = one.quantity.start
        words = text[before.tail : one.lead].lstrip(_GOES_ON)
        told.append(
            (reader.quantity(words, text[one.lead : start], one, text[one.tail : stop]), one)
        )
    return told


def _more(text: str, found: Found, cell: IndicatorCell) -> bool:
    """Whether the ``cell`` goes on behind the number ``found`` in it."""
    return found.tail < cell.end and text[found.tail] in _GOES_ON


def _done_to(name: str, found: Found) -> Measured:
    """What a task of that ``name`` measures in a number: 新建泊位 is done to 泊位."""
    if found.quantity.kind is Measure.AMOUNT:
        return Reader(spaced=False).quantity(name, "", found, "")
    return Measured(*strip_lead(name))


def _name(text: str, row: IndicatorRow) -> str:
    """The name of ``row`` as printed, without what of other cells stands between its lines."""
    return "".join(_closed(text, span, row.gaps) for span in (row.name, row.rest) if span)


def _closed(text: str, span: Span, gaps: Sequence[Span]) -> str:
    inside = [gap for gap in gaps if span.start <= gap.start and gap.end <= span.end]
    starts = [span.start, *(gap.end for gap in inside)]
    ends = [*(gap.start for gap in inside), span.end]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True)).strip()


def _bounded(found: Found, comparator: Comparator) -> Found:
    """``found`` with the bound that the name sets, where its cell sets none."""
    if found.quantity.comparator is not Comparator.EQUAL:
        return found
    return found._replace(quantity=replace(found.quantity, comparator=comparator))


def _of_whole(part: str, whole: str) -> str:
    """The name of a ``part`` with what it is part of: 小学 of 学校达标率 is 小学学校达标率.

    One that names its own measure takes the place of as many characters of the ``whole``:
    本科学历比例 of 教师专科学历比例 is 教师本科学历比例.
    """
    pairs = zip(reversed(part), reversed(whole), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if not shared:
        return part + whole
    owner = whole[: max(0, len(whole) - len(part))]
    return owner + part if shared >= _SHORTEST_MEASURE else part


def _commitment(
    text: str,
    row: IndicatorRow,
    cell: IndicatorCell,
    span: Span,
    measured: Measured,
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
        action=measured.action,
        indicator=measured.indicator,
        quantity=found.quantity if found else None,
        year=cell.year,
        binding=row.binding,
        lead=row.lead,
        support=row.support,
        canonical=canonical(measured.indicator),
    )
