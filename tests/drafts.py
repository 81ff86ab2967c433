"""Hand-made extractions: a document is written sentence by sentence, with its commitments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from policydiff.alignment.link import Band, Link, Relation, Wording
from policydiff.commitments.model import (
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.reading.document import Document, Kind, Stance


@dataclass
class Draft:
    """Sentences of an invented document, and what they commit to."""

    id: str
    title: str = "青石区2024年政府工作报告"
    year: int | None = 2024
    kind: Kind = Kind.WORK_REPORT
    text: str = ""
    commitments: list[Commitment] = field(default_factory=list)

    def add(
        self,
        quote: str,
        indicator: str,
        number: str = "",
        value: float = 0,
        unit: str = "个",
        *,
        quantity: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> Commitment:
        """Write a sentence; with ``number`` (as printed in it), the commitment has a quantity."""
        start = len(self.text)
        self.text += quote + "。\n"
        found = None
        if number:
            at = start + quote.index(number)
            values: dict[str, Any] = {
                "value_max": None,
                "unit": unit,
                "comparator": Comparator.EQUAL,
                "kind": Measure.AMOUNT,
            }
            values |= quantity or {}
            found = Quantity(at, at + len(number), number, value, **values)
        defaults: dict[str, Any] = {
            "stance": Stance.TARGET,
            "section": ("一、主要任务",),
            "item": None,
            "action": "",
            "year": self.year,
        }
        commitment = Commitment(
            id=f"c{found.start if found else start}",
            start=start,
            end=start + len(quote),
            quote=quote,
            indicator=indicator,
            quantity=found,
            **(defaults | fields),
        )
        self.commitments.append(commitment)
        return commitment

    def extraction(self) -> Extraction:
        document = Document(
            id=self.id,
            path=f"{self.id}.txt",
            sha256=sha256(self.text.encode()).hexdigest(),
            title=self.title,
            publisher="青石区人民政府",
            year=self.year,
            kind=self.kind,
            encoding="utf-8",
            characters=len(self.text),
            text=self.text,
            blocks=(),
        )
        return Extraction(document, tuple(self.commitments))


def link(
    a: Commitment,
    b: Commitment,
    relation: Relation = Relation.SAME,
    probability: float = 0.9,
    band: Band = Band.SURE,
    wording: Wording = Wording.UNCHANGED,
) -> Link:
    """A link with made-up evidence."""
    evidence = {"indicator": 2.5, "quantity": 0.5}
    return Link(a, b, relation, probability, band, "indicator", wording, evidence)
