"""How findings are worded: labels, numbers, places, short quotes."""

from __future__ import annotations

from collections.abc import Callable

from policydiff.alignment.link import Link, Wording
from policydiff.commitments.model import (
    Basis,
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.comparison import Difference, Status, difference
from policydiff.reading.document import Document, Stance

CHINESE = {
    Status.KEPT: "延续",
    Status.RAISED: "上调",
    Status.LOWERED: "下调",
    Status.REFRAMED: "口径调整",
    Status.RELATED: "相关",
    Status.DROPPED: "未再提出",
    Status.NEW: "新增",
    Status.UNDETERMINED: "待核",
}

_BOUND = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "约",
    Comparator.EQUAL: "",
}

_MEASURE = {Measure.GROWTH: "增幅", Measure.SHARE: "水平", Measure.POINTS: "百分点变化"}

_BASIS = {Basis.INCREMENT: "增量", Basis.TOTAL: "总量"}

_WORDING = {Wording.TIGHTENED: "wording tightened 趋紧", Wording.LOOSENED: "wording loosened 放宽"}


def count_words(extraction: Extraction) -> str:
    """How much was found in a document, in one sentence."""
    found = extraction.commitments
    if not found:
        return "No commitments were found in the document."
    targets = sum(c.stance is Stance.TARGET for c in found)
    numbered = sum(c.quantity is not None for c in found)
    return (
        f"{len(found)} commitments: {targets} targets and {len(found) - targets} outcomes, "
        f"{numbered} of them with a number."
    )


def document_words(document: Document) -> str:
    """The title, publisher, year and kind of a document, as far as they are known."""
    title = document.title or document.id
    publisher = "" if document.publisher in title else document.publisher
    year = str(document.year or "")
    known = (title, publisher, "" if year in title else year, document.kind.replace("_", " "))
    return " · ".join(word for word in known if word)


def humanised(value: float, unit: str = "") -> str:
    """A base-unit value as a Chinese reader writes it: 3500000000 元 is 35亿元."""
    for scale, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= scale:
            return f"{value / scale:.10g}{word}{unit}"
    return f"{value:.10g}{unit}"


def quantity_words(quantity: Quantity | None) -> str:
    """The quantity with its comparator, such as ``≥1.6万个``; 无数量 where there is none."""
    if quantity is None:
        return "无数量"
    low, high = quantity.value, quantity.value_max
    if high is None:
        return _BOUND[quantity.comparator] + humanised(low, quantity.unit)
    return f"{_BOUND[quantity.comparator]}{humanised(low)}–{humanised(high, quantity.unit)}"


def measure_words(quantity: Quantity | None) -> str:
    """What sort of number it is, such as 增幅 or 增量; empty where nothing sets it apart."""
    if quantity is None:
        return ""
    return _MEASURE.get(quantity.kind) or (_BASIS[quantity.basis] if quantity.basis else "")


def subject(commitment: Commitment) -> str:
    """What the commitment is about: its indicator, else its action, else its quote."""
    return commitment.indicator or commitment.action or commitment.quote


def change_words(link: Link) -> str:
    """Old value → new value; the sort of measure is added where the two are not comparable."""
    old, new = link.a.quantity, link.b.quantity
    if old is None and new is None:
        return ""
    gap = difference(link)
    old_words, new_words = quantity_words(old), quantity_words(new)
    if gap is None:
        old_words, new_words = _with_measure(old), _with_measure(new)
    return f"{old_words} → {new_words}"


def same_number_words(link: Link) -> str:
    """The number once where both documents print the same; empty otherwise."""
    old, new = link.a.quantity, link.b.quantity
    words = quantity_words(new)
    comparable = difference(link) is not None
    return words if comparable and old and quantity_words(old) == words else ""


def difference_words(gap: Difference | None) -> str:
    """The difference with its sign, and in percent of the old value where that makes sense."""
    if gap is None or not gap.absolute:
        return ""
    sign = "+" if gap.absolute > 0 else "−"
    words = sign + humanised(abs(gap.absolute), gap.unit)
    return words if gap.percent is None else f"{words} ({sign}{abs(gap.percent):.3g}%)"


def wording_words(link: Link) -> str:
    """Whether the wording binds more or less than before; empty where it is unchanged."""
    return _WORDING.get(link.wording, "")


def place(commitment: Commitment) -> str:
    """Where it stands: the row of a task table, else the innermost heading."""
    if commitment.item:
        return f"row {commitment.item}"
    return commitment.section[-1] if commitment.section else ""


def in_charge(commitment: Commitment) -> str:
    """The first-listed lead unit and how many more answer for it; empty where none does."""
    units = commitment.lead or commitment.support
    if not units:
        return ""
    return units[0] if len(units) == 1 else f"{units[0]} +{len(units) - 1}"


def short_quote(commitment: Commitment, limit: int, measure: Callable[[str], int] = len) -> str:
    """The quote on one line, cut to ``limit`` (in units of ``measure``) around its number.

    Where it is cut stands ``…``. White space runs become one space, or none between
    Chinese characters.
    """
    quote = commitment.quote
    quantity = commitment.quantity
    anchor = quantity.start - commitment.start if quantity else 0
    before, after = _one_line(quote[:anchor]), _one_line(quote[anchor:])
    if measure(before + after) <= limit:
        return before + after
    keep_after = min(measure(after), max(limit // 2, limit - measure(before)))
    tail = _cut(after, keep_after, measure)
    head = _cut(before[::-1], limit - measure(tail), measure)[::-1]
    return head + tail


def _cut(text: str, limit: int, measure: Callable[[str], int]) -> str:
    if measure(text) <= limit:
        return text
    while text and measure(text) > limit - measure("…"):
        text = text[:-1]
    return text + "…"


def _one_line(text: str) -> str:
    return "".join(text.split()) if not text.isascii() else " ".join(text.split())


def _with_measure(quantity: Quantity | None) -> str:
    sort = measure_words(quantity)
    return quantity_words(quantity) + (f" ({sort})" if sort else "")
