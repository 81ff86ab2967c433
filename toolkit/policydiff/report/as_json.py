"""Extractions and comparisons as JSON: ``policydiff/extract/1`` and ``policydiff/diff/1``."""

from __future__ import annotations

import json
from typing import Any

from policydiff.commitments.model import Extraction
from policydiff.commitments.record import extraction_record
from policydiff.comparison import Comparison


def extraction_json(extraction: Extraction) -> str:
    """The extraction under the contract ``policydiff/extract/1``, with a final line end."""
    return dumped(extraction_record(extraction))


def diff_json(comparison: Comparison) -> str:
    """The comparison under the contract ``policydiff/diff/1``, with a final line end."""
    return dumped(comparison.to_dict())


def dumped(record: dict[str, Any]) -> str:
    """Any record as the JSON that all outputs share: readable, UTF-8, keys as they come."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
