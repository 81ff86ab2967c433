"""Comparisons as flat records: a row for each link and for each commitment without one."""

from __future__ import annotations

from typing import Any

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment
from policydiff.commitments.record import plain_number
from policydiff.comparison.differences import difference
from policydiff.comparison.statuses import Status

_SIDE_COLUMNS = (
    "indicator",
    "value",
    "value_max",
    "unit",
    "comparator",
    "kind",
    "basis",
    "year",
    "action",
    "quote",
    "section",
    "item",
    "lead",
    "support",
    "id",
)
COLUMNS = (
    "status",
    "band",
    "probability",
    *(f"{name}_a" for name in _SIDE_COLUMNS),
    *(f"{name}_b" for name in _SIDE_COLUMNS),
    "difference",
    "difference_unit",
    "difference_percent",
    "wording",
    "reason",
    "matched_by",
)


def side_row(commitment: Commitment | None) -> dict[str, Any]:
    """A commitment as one flat record, all None where there is none; lists are joined by 、."""
    if commitment is None:
        return dict.fromkeys(_SIDE_COLUMNS)
    quantity = commitment.quantity
    values = (
        commitment.indicator,
        plain_number(quantity.value) if quantity else None,
        plain_number(quantity.value_max) if quantity and quantity.value_max is not None else None,
        quantity.unit if quantity else None,
        quantity.comparator.value if quantity else None,
        quantity.kind.value if quantity else None,
        quantity.basis.value if quantity and quantity.basis else None,
        commitment.year,
        commitment.action,
        commitment.quote,
        " / ".join(commitment.section),
        commitment.item,
        "、".join(commitment.lead),
        "、".join(commitment.support),
        commitment.id,
    )
    return dict(zip(_SIDE_COLUMNS, values, strict=True))


def row(
    status: Status, a: Commitment | None, b: Commitment | None, link: Link | None
) -> dict[str, Any]:
    """The record of a link, or of a commitment that has none; its keys are ``COLUMNS``."""
    record: dict[str, Any] = {
        "status": status.value,
        "band": link.band.value if link else None,
        "probability": link.probability if link else None,
    }
    record |= _suffixed(a, "a") | _suffixed(b, "b")
    gap = difference(link) if link else None
    record["difference"] = plain_number(gap.absolute) if gap else None
    record["difference_unit"] = gap.unit if gap else None
    record["difference_percent"] = gap.percent if gap else None
    record["wording"] = link.wording.value if link else None
    record["reason"] = why(link) if link else None
    record["matched_by"] = link.matched_by if link else None
    return record


def _suffixed(commitment: Commitment | None, side: str) -> dict[str, Any]:
    return {f"{name}_{side}": value for name, value in side_row(commitment).items()}


def why(link: Link) -> str | None:
    """Why the program calls a link reframed; None where it does not, or where a reader decided."""
    return link.reason.value if link.reason and not link.decided else None
