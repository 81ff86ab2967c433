"""Extractions as plain dictionaries: the part of the JSON contract that every output shares."""

from __future__ import annotations

from typing import Any

from policydiff.commitments.model import Commitment, Extraction, Quantity
from policydiff.reading.document import Diagnostic, Document


def plain_number(value: float) -> int | float:
    """The value as an int where it is whole, so that 16000.0 prints as 16000."""
    return int(value) if float(value).is_integer() else value


def document_record(document: Document) -> dict[str, Any]:
    """``document`` of the contract: what identifies a file, without its text."""
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "publisher": document.publisher,
        "year": document.year,
        "kind": document.kind.value,
        "encoding": document.encoding,
        "characters": document.characters,
    }


def quantity_record(quantity: Quantity) -> dict[str, Any]:
    """``quantity`` of the contract; values are in the base unit."""
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "value": plain_number(quantity.value),
        "value_max": None if quantity.value_max is None else plain_number(quantity.value_max),
        "unit": quantity.unit,
        "comparator": quantity.comparator.value,
        "kind": quantity.kind.value,
        "basis": quantity.basis.value if quantity.basis else None,
    }


def commitment_record(commitment: Commitment) -> dict[str, Any]:
    """One of ``commitments`` of the contract."""
    return {
        "id": commitment.id,
        "start": commitment.start,
        "end": commitment.end,
        "quote": commitment.quote,
        "stance": commitment.stance.value,
        "section": list(commitment.section),
        "item": commitment.item,
        "action": commitment.action,
        "indicator": commitment.indicator,
        "quantity": quantity_record(commitment.quantity) if commitment.quantity else None,
        "year": commitment.year,
        "hedge": commitment.hedge,
        "binding": commitment.binding.value if commitment.binding else None,
        "lead": list(commitment.lead),
        "support": list(commitment.support),
    }


def diagnostic_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """One of ``diagnostics`` of the contract."""
    return {
        "code": diagnostic.code,
        "message": diagnostic.message,
        "start": diagnostic.start,
        "end": diagnostic.end,
    }


def side_record(extraction: Extraction) -> dict[str, Any]:
    """The document and its commitments, as each side of a diff carries them."""
    return {
        "document": document_record(extraction.document),
        "commitments": [commitment_record(c) for c in extraction.commitments],
    }


def extraction_record(extraction: Extraction) -> dict[str, Any]:
    """The whole of ``policydiff/extract/1``, keys in the order of the contract."""
    return {
        "schema": "policydiff/extract/1",
        **side_record(extraction),
        "diagnostics": [diagnostic_record(d) for d in extraction.diagnostics],
    }
