"""Extractions and comparisons as CSV: one header row, one record a line, values in base units."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping
from io import StringIO
from typing import Any

from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import COLUMNS, Comparison, side_row
from policydiff.report.sections import Show

_FIRST = ("id", "start", "end", "stance")
_LAST = ("hedge", "binding")


def extraction_csv(extraction: Extraction) -> str:
    """One row per commitment; ``section``, ``lead`` and ``support`` are joined into one cell."""
    columns = (*_FIRST, *(name for name in side_row(None) if name != "id"), *_LAST)
    return written(columns, (_extraction_row(c) for c in extraction.commitments))


def diff_csv(comparison: Comparison, *, show: Collection[Show] = frozenset(Show)) -> str:
    """One row per link and per commitment without one, with the columns of ``to_frame``.

    ``show`` keeps the rows of those statuses. Recurrences inside a document are no rows
    here: they are the links of that document with itself.
    """
    keep = {part.value for part in show}
    if comparison.same_document:
        keep = {row["status"] for row in comparison.rows()}
    return written(COLUMNS, (row for row in comparison.rows() if row["status"] in keep))


def _extraction_row(commitment: Commitment) -> dict[str, Any]:
    return side_row(commitment) | {
        "start": commitment.start,
        "end": commitment.end,
        "stance": commitment.stance.value,
        "hedge": commitment.hedge,
        "binding": commitment.binding.value if commitment.binding else None,
    }


def written(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV, a header first; a cell without a value is empty."""
    page = StringIO()
    writer = csv.DictWriter(page, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return page.getvalue()
