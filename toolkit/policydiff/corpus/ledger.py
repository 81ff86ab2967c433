"""Ledgers: the facts of a document without its sentences, as CSV.

A ledger has one row per commitment with a number, in order of position. It is made so that it
may be shipped where the document may not: no sentence can be put together from it. Headings are
cut to their numbers, names of more than 13 characters are elided in the middle (``…``), units in
charge are numbered in the order listed, and columns that neighbour each other in a sentence are
kept apart. The columns:

``start``, ``end``
    the number's place in the text of the document, in code points
``item``, ``section``
    row of a task table; numbers of the headings, outermost first
``stance``, ``indicator``, ``kind``, ``comparator``, ``value``, ``value_max``, ``unit``, ``basis``
    as in ``policydiff extract``; values in the base unit
``canonical``
    the standard name of a headline indicator
``year``, ``hedge``, ``binding``, ``action``, ``lead``, ``support``
    as in ``policydiff extract``
``printed``
    the number as the document prints it
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from policydiff.commitments.model import (
    Basis,
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.commitments.record import plain_number
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Binding, Document, Stance

COLUMNS = (
    *("start", "end", "item", "section", "stance", "indicator", "kind", "comparator"),
    *("value", "value_max", "unit", "basis", "canonical", "year", "hedge", "binding"),
    *("action", "lead", "support", "printed"),
)
LONGEST_NAME = 13

_NUMBER = re.compile(
    r"第[〇零一二三四五六七八九十百\d]+[编篇章节条]"
    r"|专栏\s*[一二三四五六七八九十\d]*"
    r"|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|[一二三四五六七八九十百]+(?=、|$)"
    r"|\d+(?=[.．、]|$)"
)
_UNIT = re.compile(r"\d+ ([^;]+)")


def ledger_csv(extraction: Extraction) -> str:
    """The ledger of an extraction: a header, then one row per commitment with a number."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(c, c.quantity) for c in extraction.commitments if c.quantity)
    return page.getvalue()


def read_ledger(path: Path, document: Document) -> Extraction:
    """The facts of a ledger as an extraction of ``document``, which holds no text.

    A commitment's span is that of its number, and its quote is empty. Raises PolicydiffError
    if the file can't be read, lacks a column, or holds a value that is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = csv.DictReader(handle)
            if missing := set(COLUMNS) - set(rows.fieldnames or ()):
                raise ValueError(f"no column {min(missing)}")
            commitments = tuple(_commitment(row) for row in rows)
    except (OSError, ValueError, TypeError, csv.Error) as error:
        raise PolicydiffError(f"{path}: not a ledger ({error}); make it anew") from None
    return Extraction(document, commitments, facts_only=True)


def _row(commitment: Commitment, quantity: Quantity) -> tuple[object, ...]:
    high = quantity.value_max
    return (
        *(quantity.start, quantity.end, commitment.item, " ".join(_numbers(commitment.section))),
        *(commitment.stance.value, _elided(commitment.indicator)),
        *(quantity.kind.value, quantity.comparator.value, plain_number(quantity.value)),
        *(None if high is None else plain_number(high), quantity.unit, quantity.basis),
        *(commitment.canonical, commitment.year, commitment.hedge, commitment.binding),
        *(_elided(commitment.action), _units(commitment.lead), _units(commitment.support)),
        quantity.text,
    )


def _commitment(row: dict[str, str]) -> Commitment:
    start, end = int(row["start"]), int(row["end"])
    quantity = Quantity(
        start=start,
        end=end,
        text=row["printed"],
        value=float(row["value"]),
        value_max=float(row["value_max"]) if row["value_max"] else None,
        unit=row["unit"],
        comparator=Comparator(row["comparator"]),
        kind=Measure(row["kind"]),
        basis=Basis(row["basis"]) if row["basis"] else None,
    )
    return Commitment(
        id=f"c{start}",
        start=start,
        end=end,
        quote="",
        stance=Stance(row["stance"]),
        section=tuple(row["section"].split()),
        item=row["item"] or None,
        action=row["action"],
        indicator=row["indicator"],
        quantity=quantity,
        year=int(row["year"]) if row["year"] else None,
        hedge=row["hedge"],
        binding=Binding(row["binding"]) if row["binding"] else None,
        lead=tuple(_UNIT.findall(row["lead"])),
        support=tuple(_UNIT.findall(row["support"])),
        canonical=row["canonical"] or None,
    )


def _numbers(headings: tuple[str, ...]) -> list[str]:
    found = (_NUMBER.match(heading) for heading in headings)
    return ["".join(match[0].split()) for match in found if match]


def _units(units: tuple[str, ...]) -> str:
    return "; ".join(f"{n} {_elided(unit)}" for n, unit in enumerate(units, start=1))


def _elided(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return f"{name[:half]}…{name[-half:]}"
