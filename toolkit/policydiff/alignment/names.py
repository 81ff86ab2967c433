"""Names of what is counted: which two are one, and which name alone does not say what is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import lru_cache

from policydiff.alignment.frequencies import load
from policydiff.alignment.normalise import wording
from policydiff.alignment.units import COUNT, in_base
from policydiff.commitments.model import Commitment, Extraction, Measure
from policydiff.reading.document import Stance

COMMON = 5e-4
"""From this share of the clauses of government prose on, a short noun names many things.

项目 stands in 63 of 10,000 clauses, 企业 in 327, 平台 in 7, 铁路 in 15; 学位 and 停车位 in fewer
than 2.
"""

SHORT = 3
"""A longer name has a word beside its noun that says which (农村公路)."""

_MODIFIER = re.compile(
    "公共|城市|城镇|城区|全区|全市|全县|全省|全国|区级|住宅|新增|新建|各类|主要|重大|重点|地方|"
    "总数|总量|数量|个数|正常年景|性|(?:中央|地方|[省市区县各]级?)财政(?=用于|对)|用于|政府(?=专项|债)|基本(?=医)|"
    "(?<=赤字)预算|预算(?=赤字)|专项(?=资金)|(?:规模|力度)$|[的和及与]"
)
_PAID = re.compile("(?:(?:补助|专项|扶持|奖补)?资金|支出|投入|经费)$")

Name = tuple[Stance, int | None, str, str]
"""A name among the counts of one document, with what is done to what bears it, or with ""."""


@lru_cache(maxsize=1 << 14)
def bare(indicator: str) -> str:
    """The comparable text of an indicator without modifiers that tell nothing apart."""
    return _MODIFIER.sub("", wording(indicator)).replace(" ", "")


def paid_for(indicator: str) -> str:
    """What money is spent on, by whatever name the money goes: 教育 of 教育支出 and 教育投入."""
    name = bare(indicator)
    aim = _PAID.sub("", name)
    return name if not aim or aim.endswith("财政") else aim


def counts(commitment: Commitment) -> bool:
    """Whether its number counts things that its indicator names, such as 30个项目."""
    quantity = commitment.quantity
    if not quantity or quantity.kind is not Measure.AMOUNT or commitment.canonical:
        return False
    return in_base(quantity)[0] == COUNT


def common(commitment: Commitment) -> bool:
    """Whether it counts what so general a noun names that many other things bear it."""
    name = bare(commitment.indicator)
    return counts(commitment) and len(name) <= SHORT and load().share(name) >= COMMON


def name(commitment: Commitment, action: str = "") -> Name:
    """Its name among the counts of one document: what is said of one year, in one stance."""
    return commitment.stance, commitment.year, bare(commitment.indicator), action


def ambiguous(extraction: Extraction) -> frozenset[Name]:
    """The names under which a document gives several different counts, of one deed or of any."""
    given: dict[Name, set[tuple[float, float | None]]] = defaultdict(set)
    for commitment in extraction.commitments:
        if commitment.quantity and counts(commitment):
            value = in_base(commitment.quantity)[1:]
            given[name(commitment)].add(value)
            given[name(commitment, commitment.action)].add(value)
    return frozenset(known for known, values in given.items() if len(values) > 1)


def repeated(commitment: Commitment, names: AbstractSet[Name]) -> bool:
    """Whether its document, where ``names`` are `ambiguous`, counts the same deed otherwise too."""
    return bool(commitment.action) and name(commitment, commitment.action) in names
