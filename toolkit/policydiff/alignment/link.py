"""Links: two commitments that a careful reader would put side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from policydiff.commitments.model import Commitment


class Relation(StrEnum):
    """How the later commitment stands to the earlier one (关系, codebook section 2)."""

    SAME = "same"
    RAISED = "raised"
    LOWERED = "lowered"
    REFRAMED = "reframed"
    RELATED = "related"


class Band(StrEnum):
    """How sure a link is."""

    SURE = "sure"
    POSSIBLE = "possible"


class Wording(StrEnum):
    """Whether comparator and hedge bind more or less than before."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    UNCHANGED = "unchanged"


class Reason(StrEnum):
    """Why two linked commitments are ``reframed``: what keeps their numbers from comparing."""

    NUMBERLESS = "only one has a number"
    MEASURE = "another measure"
    BASIS = "an increment against a total"
    INDICATOR = "another indicator"
    WHOLE = "a share of another whole"
    EACH = "a number for each against one for all"
    LEVEL = "another level of government"
    PERIOD = "several years against one"
    DEED = "another deed"
    SHIFT = "a change against the whole amount"
    NAME = "the name does not say which are counted"
    CONTESTED = "another number compares better"


class Verdict(StrEnum):
    """What a reader decided about two commitments (复核)."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RELABELLED = "relabelled"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reader's word on a link: ``by`` whom, ``at`` what time (ISO 8601) and ``why``."""

    verdict: Verdict
    by: str = ""
    at: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """``a`` of the earlier and ``b`` of the later document, with the evidence for it.

    ``probability`` estimates how likely a careful reader would make this link. ``evidence``
    maps each feature's name to its contribution in log-odds; ``matched_by`` names the one
    that decided. ``decided`` is set where a reader has decided; the probability stays
    the estimate, and is 1 where the reader added the link. ``reason`` says why the program calls
    the link ``reframed``, and is None where it does not; ``Reason.CONTESTED`` that another link of
    ``a`` or ``b`` compares their numbers better.
    """

    a: Commitment
    b: Commitment
    relation: Relation
    probability: float
    band: Band
    matched_by: str
    wording: Wording
    evidence: Mapping[str, float]
    decided: Decision | None = None
    reason: Reason | None = None
