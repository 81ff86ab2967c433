"""Extraction measured against annotated documents: what is found, and what is said of it.

A predicted quantity is right when a gold row starts at the same offset with the same stance; its
attributes are scored wherever a gold row starts. Soft rows are neither required nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from policydiff.commitments.model import Commitment, Extraction, Quantity
from policydiff.evaluation.gold import GoldTarget
from policydiff.reading.document import Span

if TYPE_CHECKING:
    import pandas as pd

CLOSE = 1e-9
"""Two values are equal when they differ by at most this share of the expected one."""


@dataclass(frozen=True, slots=True)
class TargetCase:
    """A document with its gold targets. With a ``scope``, only predictions inside it count."""

    name: str
    gold: tuple[GoldTarget, ...]
    extraction: Extraction
    scope: Span | None = None


class Trouble(StrEnum):
    """What is wrong with a number: not found, not a target, or an attribute that differs."""

    MISSED = "missed"
    WRONG = "wrong"
    VALUE = "value"
    UNIT = "unit"
    COMPARATOR = "comparator"
    KIND = "kind"
    STANCE = "stance"
    YEAR = "year"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class Confusion:
    """One difference from the gold at ``start``, where the document has ``text``."""

    trouble: Trouble
    start: int
    text: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that add up over documents.

    ``right`` are predictions with place and stance of a gold row, ``required`` the rows that
    recall asks for, ``placed`` the predictions where a gold row starts; the rest count those
    among ``placed`` that agree in the attribute (``indicator_overlap`` adds up bigram F scores).
    """

    gold: int = 0
    predicted: int = 0
    right: int = 0
    required: int = 0
    placed: int = 0
    value: int = 0
    unit: int = 0
    comparator: int = 0
    kind: int = 0
    stance: int = 0
    year: int = 0
    indicator_exact: int = 0
    indicator_overlap: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of detection, and the share of agreement per attribute.

        All between 0 and 1; a share of nothing is 0.
        """
        precision, recall = _share(self.right, self.predicted), _share(self.right, self.required)
        return {
            "precision": precision,
            "recall": recall,
            "f1": _share(2 * precision * recall, precision + recall),
            **{name: _share(getattr(self, name), self.placed) for name in ATTRIBUTES},
        }


ATTRIBUTES = (
    "value",
    "unit",
    "comparator",
    "kind",
    "stance",
    "year",
    "indicator_exact",
    "indicator_overlap",
)
FIGURES = ("precision", "recall", "f1", *ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """How the extraction of one document does."""

    name: str
    tally: Tally
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True)
class TargetsReport:
    """How extraction does on each document and over all."""

    documents: tuple[DocumentScore, ...]

    @property
    def micro(self) -> dict[str, float]:
        """The figures over the numbers of all documents."""
        return reduce(add, (one.tally for one in self.documents), Tally()).figures()

    @property
    def macro(self) -> dict[str, float]:
        """The mean of the documents' figures: every document counts the same."""
        each = [one.tally.figures() for one in self.documents]
        return {name: _share(sum(one[name] for one in each), len(each)) for name in FIGURES}

    def to_dict(self) -> dict[str, Any]:
        """Figures and confusions as plain data (``policydiff/evaluate-targets/1``)."""
        return {
            "schema": "policydiff/evaluate-targets/1",
            "documents": {
                one.name: {
                    "gold": one.tally.gold,
                    "predicted": one.tally.predicted,
                    **one.tally.figures(),
                    "confusions": [
                        {
                            "trouble": confusion.trouble.value,
                            "start": confusion.start,
                            "text": confusion.text,
                            "expected": confusion.expected,
                            "got": confusion.got,
                        }
                        for confusion in one.confusions
                    ],
                }
                for one in self.documents
            },
            "macro": self.macro,
            "micro": self.micro,
        }

    def to_frame(self) -> pd.DataFrame:
        """One row per document, then ``macro`` and ``micro``; one column per figure."""
        import pandas as pd

        rows = {one.name: one.tally.figures() for one in self.documents}
        return pd.DataFrame.from_dict(
            {**rows, "macro": self.macro, "micro": self.micro}, orient="index", columns=FIGURES
        )


def evaluate_targets(cases: Iterable[TargetCase]) -> TargetsReport:
    """Score each case; documents in the order given."""
    return TargetsReport(tuple(map(score, cases)))


def score(case: TargetCase) -> DocumentScore:
    """The counts and confusions of one document, confusions in order of position."""
    gold = {one.start: one for one in case.gold}
    found = {
        one.quantity.start: (one, one.quantity)
        for one in case.extraction.commitments
        if one.quantity and _inside(one.quantity, case.scope)
    }
    soft = {start for start, one in gold.items() if one.soft}
    placed = [(gold[start], *found[start]) for start in sorted(gold.keys() & found.keys())]
    right = {one.start for one, other, _ in placed if one.stance is other.stance}
    differences = [(each[0], _differences(*each)) for each in placed]

    def agreeing(trouble: Trouble) -> int:
        return len(placed) - sum(trouble in each for _, each in differences)

    tally = Tally(
        gold=len(gold),
        predicted=len(found),
        right=len(right),
        required=len((gold.keys() - soft) | (soft & right)),
        placed=len(placed),
        value=agreeing(Trouble.VALUE),
        unit=agreeing(Trouble.UNIT),
        comparator=agreeing(Trouble.COMPARATOR),
        kind=agreeing(Trouble.KIND),
        stance=agreeing(Trouble.STANCE),
        year=agreeing(Trouble.YEAR),
        indicator_exact=agreeing(Trouble.INDICATOR),
        indicator_overlap=sum(bigram_f(other.indicator, one.indicator) for one, other, _ in placed),
    )
    missed = [
        Confusion(Trouble.MISSED, one.start, one.text, one.indicator, "")
        for start, one in gold.items()
        if start not in found and start not in soft
    ]
    wrong = [
        Confusion(Trouble.WRONG, start, quantity.text, "", one.indicator)
        for start, (one, quantity) in found.items()
        if start not in gold
    ]
    attributes = [
        Confusion(trouble, one.start, one.text, *sides)
        for one, each in differences
        for trouble, sides in each.items()
    ]
    in_place = sorted([*missed, *wrong, *attributes], key=lambda one: one.start)
    return DocumentScore(case.name, tally, tuple(in_place))


def bigram_f(a: str, b: str) -> float:
    """F1 of the character bigrams of two strings (Dice 1945), the character where there is one."""
    x, y = _bigrams(a), _bigrams(b)
    return 2 * len(x & y) / (len(x) + len(y))


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(max(1, len(text) - 1))}


def _differences(
    gold: GoldTarget, found: Commitment, quantity: Quantity
) -> dict[Trouble, tuple[str, str]]:
    """What was expected and got, for each attribute that differs."""
    compared = {
        Trouble.VALUE: (_range(gold), _range(quantity)),
        Trouble.UNIT: (gold.unit, quantity.unit),
        Trouble.COMPARATOR: (gold.comparator.value, quantity.comparator.value),
        Trouble.KIND: (gold.kind.value, quantity.kind.value),
        Trouble.STANCE: (gold.stance.value, found.stance.value),
        Trouble.YEAR: (str(gold.year or ""), str(found.year or "")),
        Trouble.INDICATOR: (gold.indicator, found.indicator),
    }
    if _close(gold.value, quantity.value) and _close(gold.value_max, quantity.value_max):
        del compared[Trouble.VALUE]
    return {trouble: sides for trouble, sides in compared.items() if sides[0] != sides[1]}


def _close(expected: float | None, got: float | None) -> bool:
    if expected is None or got is None:
        return expected is got
    return abs(got - expected) <= CLOSE * max(1.0, abs(expected))


def _range(one: GoldTarget | Quantity) -> str:
    low = format(one.value, ".15g")
    return low if one.value_max is None else f"{low}–{one.value_max:.15g}"


def _inside(quantity: Quantity, scope: Span | None) -> bool:
    return scope is None or scope.start <= quantity.start < scope.end


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
