"""How findings are worded: labels, numbers, places, short quotes."""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.alignment.link import Band, Link, Reason, Relation, Wording
from policydiff.alignment.relation import building, builds_otherwise, shift
from policydiff.commitments.model import (
    Basis,
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.comparison import Difference, Status, counted, difference
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

REASONS = {
    Reason.NUMBERLESS: "仅一方有数字",
    Reason.MEASURE: "计量不同",
    Reason.BASIS: "增量与总量之别",
    Reason.INDICATOR: "指标不同",
    Reason.WHOLE: "占比的基数不同",
    Reason.EACH: "每个之数与合计之别",
    Reason.LEVEL: "政府层级不同",
    Reason.PERIOD: "多年与一年之别",
    Reason.DEED: "举措不同",
    Reason.SHIFT: "增减额与总额之别",
    Reason.NAME: "名称宽泛，未必同指",
    Reason.CONTESTED: "另有更相近的数",
}

_EVIDENT = frozenset({Reason.NUMBERLESS, Reason.MEASURE, Reason.BASIS})
"""Reasons that the two numbers show by themselves."""

TENFOLD = ("more than tenfold: check what each counts", "相差十倍以上，请核对所指")
"""What is said of a change that is more often another scope than a change, such as of one park."""

_BOUND = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "约",
    Comparator.EQUAL: "",
}

_BASIS = {Basis.INCREMENT: "增量", Basis.TOTAL: "总量"}

_RISES = {Measure.GROWTH: "增长", Measure.POINTS: "提高"}

_RISING = re.compile("[增提升]")

_A_CHANGE = re.compile("(?:[涨增降跌]幅|增速|增长率?|下降率)$")

_FALLING = re.compile("[降减缩]")

_WORDING = {Wording.TIGHTENED: "wording tightened 趋紧", Wording.LOOSENED: "wording loosened 放宽"}


def count_words(extraction: Extraction) -> str:
    """How much was found in a document, in one sentence."""
    found = extraction.commitments
    if not found:
        return "No commitments were found in the document."
    targets = sum(c.stance is Stance.TARGET for c in found)
    outcomes = counted(len(found) - targets, "outcome")
    numbered = sum(c.quantity is not None for c in found)
    return (
        f"{counted(len(found), 'commitment')}: {counted(targets, 'target')} and {outcomes}, "
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
    """A base-unit value as a Chinese reader writes it: 3500000000 元 is 35亿元, 31633 元 is that.

    The largest of 万亿, 亿 and 万 is taken that leaves two decimals at most. Of a percentage
    (a third is 33.33%) two decimals are written.
    """
    for scale, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        scaled = float(f"{value / scale:.10g}")
        if abs(value) >= scale and scaled == round(scaled, 2):
            return f"{scaled:.10g}{word}{unit}"
    if unit == "%":
        value = round(value, 2)
    return f"{value:.10g}{unit}"


def quantity_words(quantity: Quantity | None) -> str:
    """The quantity with its comparator, such as ``≥1.6万个``; 无数量 where there is none."""
    if quantity is None:
        return "无数量"
    low, high = quantity.value, quantity.value_max
    if high is None:
        return _BOUND[quantity.comparator] + humanised(low, quantity.unit)
    return f"{_BOUND[quantity.comparator]}{humanised(low)}–{humanised(high, quantity.unit)}"


def number_words(commitment: Commitment) -> str:
    """The quantity, with its direction where it is a change, so that none is read as a level.

    The direction is read from the action and the words before the number; where neither is
    at hand, as in a ledger, it is left open (变动). It is not said twice (价格涨幅). An amount
    has the words that say what it is more or less than (比上年增加).
    """
    quantity = commitment.quantity
    words = quantity_words(quantity)
    if quantity is None or quantity.kind not in _RISES:
        return shift(commitment) + words
    if _A_CHANGE.search(commitment.indicator):
        return words
    before = commitment.action + commitment.words[: max(quantity.start - commitment.start, 0)][-8:]
    if _FALLING.search(before):
        return "下降" + words
    return (_RISES[quantity.kind] if commitment.quote or _RISING.search(before) else "变动") + words


def subject(commitment: Commitment) -> str:
    """What the commitment is about: its indicator, else its action, else its quote."""
    return commitment.indicator or commitment.action or commitment.quote


def change_words(link: Link) -> str:
    """Old value → new value, or the one value that both print; empty where there is none.

    Where an increment meets a total, or 新建续建 meets 新建, each says which it is.
    """
    a, b = link.a, link.b
    if a.quantity is None and b.quantity is None:
        return ""
    old, new = counted_words(link)
    if link.relation is Relation.REFRAMED and a.quantity and b.quantity:
        bases = (a.quantity.basis, b.quantity.basis)
        old, new = (
            f"{words} ({_BASIS[basis]})" if basis else words
            for words, basis in zip((old, new), bases, strict=True)
        )
    return new if old == new else f"{old} → {new}"


def counted_words(link: Link) -> tuple[str, str]:
    """The quantity of each end, after the way of building that it counts where these differ."""
    ways = ("", "")
    if link.relation is not Relation.SAME and builds_otherwise(link.a, link.b):
        ways = building(link.a), building(link.b)
    return ways[0] + number_words(link.a), ways[1] + number_words(link.b)


def reason(link: Link) -> Reason | None:
    """Why the numbers do not compare, where they do not show it; None where a reader decided."""
    return None if link.decided or link.reason in _EVIDENT else link.reason


def reason_words(link: Link) -> str:
    """The `reason` in English and Chinese; empty where there is none."""
    known = reason(link)
    return f"{known.value} {REASONS[known]}" if known else ""


def tenfold(link: Link) -> bool:
    """Whether one of two amounts that are called raised or lowered is over ten times the other."""
    gap = difference(link)
    if gap is None or gap.percent is None or link.decided:
        return False
    return gap.percent > 900 or gap.percent < -90


def difference_words(gap: Difference | None) -> str:
    """The difference with its sign, and in percent of the old value where that makes sense."""
    if gap is None or not gap.absolute:
        return ""
    sign = "+" if gap.absolute > 0 else "−"
    words = sign + humanised(abs(gap.absolute), gap.unit)
    if gap.percent is None:
        return words
    size = abs(gap.percent)
    return f"{words} ({sign}{size:{'.0f' if size >= 100 else '.3g'}}%)"


def wording_words(link: Link) -> str:
    """Whether a comparable number binds more or less than before; empty where it does not."""
    return _WORDING.get(link.wording, "") if difference(link) else ""


def decided_words(link: Link) -> str:
    """What a reader decided, and who; empty where none did."""
    decided = link.decided
    return f"{decided.verdict.value} by {decided.by or 'a reader'}" if decided else ""


def percent(probability: float) -> str:
    """A probability for readers: no link is certain, so above 99 % it says only that."""
    return "> 99%" if probability > 0.99 else f"{probability:.0%}"


def doubt_words(link: Link) -> str:
    """What a possible link would be and how probable it is; empty where it is sure."""
    if link.band is Band.SURE:
        return ""
    return f"possible {link.relation.value}, {percent(link.probability)}"


def remarks(link: Link) -> tuple[str, ...]:
    """What is said of a link beside its subject, in order; nothing of what there is none."""
    said = (
        change_words(link),
        difference_words(difference(link)),
        wording_words(link),
        reason_words(link),
        " ".join(TENFOLD) if tenfold(link) else "",
        doubt_words(link),
        decided_words(link),
    )
    return tuple(words for words in said if words)


def place(commitment: Commitment) -> str:
    """Where it stands: the row of a task table, else the innermost heading."""
    if commitment.item:
        return f"row {commitment.item}"
    return commitment.section[-1] if commitment.section else ""


def spot(commitment: Commitment) -> str:
    """The characters of the text where it stands, for a ledger, which has no quotes."""
    return "" if commitment.quote else f"characters {commitment.start}–{commitment.end}"


def in_charge(commitment: Commitment) -> str:
    """The first-listed lead unit and how many more answer for it; empty where none does."""
    units = commitment.lead or commitment.support
    if not units:
        return ""
    return units[0] if len(units) == 1 else f"{units[0]} +{len(units) - 1}"


def quoted(text: str) -> str:
    """In quotation marks: “ ”, or 「 」 around a text that has the others in it."""
    return f"「{text}」" if "“" in text or "”" in text else f"“{text}”"


def cut(text: str, limit: int, measure: Callable[[str], int] = len) -> str:
    """The text, cut to ``limit`` (in units of ``measure``) with ``…`` at its end."""
    if measure(text) <= limit:
        return text
    while text and measure(text) > limit - measure("…"):
        text = text[:-1]
    return text + "…"


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
    tail = cut(after, keep_after, measure)
    head = cut(before[::-1], limit - measure(tail), measure)[::-1]
    return head + tail


def _one_line(text: str) -> str:
    return "".join(text.split()) if not text.isascii() else " ".join(text.split())
