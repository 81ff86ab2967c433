"""When a document stands in a trace, and which figures speak of several years at once."""

from __future__ import annotations

import re

from policydiff.commitments.model import Basis, Commitment, Extraction, Measure
from policydiff.reading.document import Document, Kind
from policydiff.reading.script import simplified

_ORDER = (Kind.FIVE_YEAR_PLAN, Kind.WORK_REPORT, Kind.PLAN_REPORT, Kind.TASK_TABLE, Kind.OTHER)
_PLAN_YEARS = 5

_SENTENCE_ENDS = "。！？!?\n"
_NUMERAL = "[两几三四五六七八九十]|(?<!\\d)\\d{1,2}"
_OVER_YEARS = re.compile(
    rf"(?<!连续)(?:{_NUMERAL})年(?!规划|计划|行动|来?最|第)|[年平]均(?!水平|寿命|受)|累计|“[一二三四五六七八九十]+五”"
)
AVERAGE = re.compile("[年平]均")
"""What says that a figure is the average of several years."""

_BASE_YEAR = re.compile(r"[比较](\d{4})年|[与同](\d{4})年相?比")
_ONE_YEAR = re.compile(r"\d{4}年|[今去本全]年")
_LOOKING_OVER_YEARS = re.compile(
    rf"\s*(?:过去|今后|未来|这|近|前|上)?(?:的)?(?:{_NUMERAL})年[来间，]"
)
_LOOKING_AT_ONE_YEAR = re.compile(r"[^，：]{0,8}(?:\d{4}年|[今去本]年)")
_SENTENCE = re.compile(f"[^{_SENTENCE_ENDS}]+")


def time_of(document: Document) -> int:
    """The year that a document stands at: a five-year plan at the first of its years."""
    year = document.year or 0
    return year - _PLAN_YEARS + 1 if document.kind is Kind.FIVE_YEAR_PLAN else year


def in_time(extraction: Extraction) -> tuple[int, int, str]:
    """A key that sorts documents by time; of one year, plans come before what breaks them down."""
    document = extraction.document
    return time_of(document), _ORDER.index(document.kind), document.id


def over_years(commitment: Commitment, document: Document) -> bool:
    """Whether a figure sums up or averages several years, as its sentence says.

    Of increments and changes that name no year the nearest sentence before it in its paragraph
    that opens with a time, or else the heading, may say it too.
    In a five-year plan every increment spans years; what is reached, a total, never does, nor does
    a level (a share, or so much a head) unless it is an average of years.
    """
    quantity = commitment.quantity
    if quantity is None or quantity.basis is Basis.TOTAL:
        return False
    if quantity.kind is Measure.SHARE or (
        quantity.kind is Measure.AMOUNT and "人均" in commitment.indicator
    ):
        return AVERAGE.search(commitment.words) is not None
    if document.kind is Kind.FIVE_YEAR_PLAN and quantity.basis is Basis.INCREMENT:
        return True
    begin = document.text.rfind("\n", 0, quantity.start) + 1
    paragraph = simplified(document.text[begin : quantity.start])
    sentence = paragraph[max(paragraph.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]
    base = _BASE_YEAR.search(sentence)
    since = int(base[1] or base[2]) if base else None
    if _OVER_YEARS.search(sentence) or (since and (commitment.year or since) - since > 1):
        return True
    if _ONE_YEAR.search(sentence) or (
        quantity.kind is Measure.AMOUNT and quantity.basis is not Basis.INCREMENT
    ):
        return False
    for earlier in reversed(_SENTENCE.findall(paragraph)):
        if _LOOKING_OVER_YEARS.match(earlier):
            return True
        if _LOOKING_AT_ONE_YEAR.match(earlier):
            return False
    return bool(commitment.section and _OVER_YEARS.search(commitment.section[-1]))
