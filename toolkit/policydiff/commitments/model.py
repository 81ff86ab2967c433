"""What a document commits to: commitments and their quantities, with closed vocabularies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from policydiff.reading.document import Binding, Diagnostic, Document, Stance
from policydiff.reading.script import simplified


class Comparator(StrEnum):
    """How a value bounds what is promised (约束方式, codebook section 1)."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    EQUAL = "="


class Measure(StrEnum):
    """What sort of number a quantity is; ``kind`` in the output (类型, codebook section 1)."""

    GROWTH = "growth"
    SHARE = "share"
    POINTS = "points"
    AMOUNT = "amount"


class Basis(StrEnum):
    """Whether an amount adds to a stock or is one (口径): never the same measure."""

    INCREMENT = "increment"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``text[start:end]`` is the number and unit as printed.

    ``value`` (and ``value_max`` of a range) is in the base ``unit``: ``1.6万个`` is 16000 个.
    """

    start: int
    end: int
    text: str
    value: float
    value_max: float | None
    unit: str
    comparator: Comparator
    kind: Measure
    basis: Basis | None = None


@dataclass(frozen=True, init=False)
class Commitment:
    """One action, one object, at most one quantity. ``quote == text[start:end]``.

    ``id`` is stable for the same text: ``c`` and the offset of the quantity, or of the
    clause when there is none. ``indicator`` is the shortest noun phrase that says what is
    measured or acted on; ``canonical`` the standard name of a headline indicator, or None.

    Its fields are filled in one step: the ``__init__`` that dataclasses write for a frozen class
    makes a call for each, which is 4 % of all that extraction does.
    """

    id: str
    start: int
    end: int
    quote: str
    stance: Stance
    section: tuple[str, ...]
    item: str | None
    action: str
    indicator: str
    quantity: Quantity | None
    year: int | None
    hedge: str = ""
    binding: Binding | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    canonical: str | None = None

    def __init__(
        self,
        id: str,
        start: int,
        end: int,
        quote: str,
        stance: Stance,
        section: tuple[str, ...],
        item: str | None,
        action: str,
        indicator: str,
        quantity: Quantity | None,
        year: int | None,
        hedge: str = "",
        binding: Binding | None = None,
        lead: tuple[str, ...] = (),
        support: tuple[str, ...] = (),
        canonical: str | None = None,
    ) -> None:
        vars(self).update(
            {
                "id": id,
                "start": start,
                "end": end,
                "quote": quote,
                "stance": stance,
                "section": section,
                "item": item,
                "action": action,
                "indicator": indicator,
                "quantity": quantity,
                "year": year,
                "hedge": hedge,
                "binding": binding,
                "lead": lead,
                "support": support,
                "canonical": canonical,
            }
        )

    @property
    def words(self) -> str:
        """The quote in simplified characters, sign by sign, in which quotes are compared."""
        return simplified(self.quote)

    @property
    def where(self) -> tuple[int, int]:
        """The span a link refers to: the quantity's, or the clause's when there is none."""
        anchor = self.quantity or self
        return anchor.start, anchor.end


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document with its commitments, in order of position.

    ``facts_only`` says that it was read from a ledger: no text, no quotes, and only the
    commitments with a quantity.
    """

    document: Document
    commitments: tuple[Commitment, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    facts_only: bool = False

    def __getitem__(self, commitment_id: str) -> Commitment:
        """The commitment with that id. Raises KeyError if there is none."""
        for commitment in self.commitments:
            if commitment.id == commitment_id:
                return commitment
        raise KeyError(commitment_id)
