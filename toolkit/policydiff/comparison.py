"""Links become statuses: what is kept, raised, lowered, reframed, new, not restated."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from policydiff.alignment.link import Band, Link, Reason, Relation
from policydiff.alignment.relation import builds_otherwise
from policydiff.alignment.scorer import Model
from policydiff.alignment.units import in_base
from policydiff.commitments.model import Commitment, Extraction, Measure
from policydiff.commitments.record import plain_number, side_record
from policydiff.decisions import Applied, Review, Unfit, apply, decision_record
from policydiff.reading.document import Stance
from policydiff.reading.script import simplified

if TYPE_CHECKING:
    import pandas as pd


class Status(StrEnum):
    """What became of a commitment in a comparison (状态).

    ``dropped`` means not restated in the other document; silence never proves that a
    promise was cancelled. ``undetermined`` has a possible partner and no sure one.
    """

    KEPT = "kept"
    RAISED = "raised"
    LOWERED = "lowered"
    REFRAMED = "reframed"
    RELATED = "related"
    DROPPED = "dropped"
    NEW = "new"
    UNDETERMINED = "undetermined"


CHANGES = frozenset({Relation.RAISED, Relation.LOWERED, Relation.REFRAMED})

STATUS_OF = {
    Relation.SAME: Status.KEPT,
    Relation.RAISED: Status.RAISED,
    Relation.LOWERED: Status.LOWERED,
    Relation.REFRAMED: Status.REFRAMED,
    Relation.RELATED: Status.RELATED,
}

_RANK = {
    Relation.SAME: 0,
    Relation.RAISED: 1,
    Relation.LOWERED: 1,
    Relation.REFRAMED: 2,
    Relation.RELATED: 3,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """``b`` minus ``a``: ``absolute`` in ``unit``, and ``percent`` of ``a``.

    Between two percentages the unit is 个百分点 and ``percent`` is None, since a
    percentage of a percentage misleads.
    """

    absolute: float
    unit: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Places of one document that state the same promise, in order of position."""

    side: Literal["a", "b"]
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, repr=False)
class Comparison:
    """Two extractions, the links between them, and what follows from the links.

    Only commitments of the compared stance are counted: ``stances[0]`` of ``a`` and
    ``stances[1]`` of ``b``. A commitment with sure links takes the status of the strongest:
    same, then raised or lowered, then reframed, then related; among equals the most
    probable, then the earliest. With possible links alone it is undetermined; with none it
    is dropped (of ``a``) or new (of ``b``).

    ``recurrences_a`` and ``recurrences_b`` are links inside each document. Where both are
    the same document and stance, ``links`` are the recurrences and every commitment is kept.

    ``rejected`` are links that a reader took out, ``unfit`` the decisions that could not be
    applied because a commitment was not found any more.
    """

    a: Extraction
    b: Extraction
    links: tuple[Link, ...]
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET)
    recurrences_a: tuple[Link, ...] = ()
    recurrences_b: tuple[Link, ...] = ()
    rejected: tuple[Link, ...] = ()
    unfit: tuple[Unfit, ...] = ()

    @property
    def same_document(self) -> bool:
        """Whether one document is compared with itself, so that links are recurrences."""
        one_file = self.a.document.sha256 == self.b.document.sha256
        return one_file and self.stances[0] is self.stances[1]

    @property
    def compared_a(self) -> tuple[Commitment, ...]:
        """The commitments of ``a`` that have the compared stance, in order of position."""
        return tuple(c for c in self.a.commitments if c.stance is self.stances[0])

    @property
    def compared_b(self) -> tuple[Commitment, ...]:
        """The commitments of ``b`` that have the compared stance, in order of position."""
        return tuple(c for c in self.b.commitments if c.stance is self.stances[1])

    @property
    def statuses_a(self) -> dict[str, Status]:
        """The status of each compared commitment of ``a``, by id."""
        if self.same_document:
            return {c.id: Status.KEPT for c in self.compared_a}
        deciding = _strongest((link.a.id, link) for link in self.links)
        return {c.id: _status(deciding.get(c.id), Status.DROPPED) for c in self.compared_a}

    @property
    def statuses_b(self) -> dict[str, Status]:
        """The status of each compared commitment of ``b``, by id."""
        if self.same_document:
            return {c.id: Status.KEPT for c in self.compared_b}
        deciding = _strongest((link.b.id, link) for link in self.links)
        return {c.id: _status(deciding.get(c.id), Status.NEW) for c in self.compared_b}

    @property
    def deciding(self) -> tuple[Link, ...]:
        """The links that give at least one of their two commitments its status."""
        by_a = _strongest((link.a.id, link) for link in self.links)
        by_b = _strongest((link.b.id, link) for link in self.links)
        return tuple(
            link for link in self.links if by_a[link.a.id] is link or by_b[link.b.id] is link
        )

    @property
    def changed(self) -> tuple[Link, ...]:
        """The sure links raised, lowered or reframed that decide a status."""
        return tuple(link for link in self._decided() if link.relation in CHANGES)

    @property
    def kept(self) -> tuple[Link, ...]:
        """The sure links that say the same in both documents."""
        return tuple(link for link in self._decided() if link.relation is Relation.SAME)

    @property
    def related(self) -> tuple[Link, ...]:
        """The sure links to the same object with another action or scope that decide a status."""
        return tuple(link for link in self._decided() if link.relation is Relation.RELATED)

    @property
    def undetermined(self) -> tuple[Link, ...]:
        """The possible links that are the best some commitment has; in one document, all."""
        links = self.links if self.same_document else self.deciding
        return tuple(link for link in links if link.band is Band.POSSIBLE)

    @property
    def dropped(self) -> tuple[Commitment, ...]:
        """The commitments of ``a`` that ``b`` does not restate."""
        statuses = self.statuses_a
        return tuple(c for c in self.compared_a if statuses[c.id] is Status.DROPPED)

    @property
    def new(self) -> tuple[Commitment, ...]:
        """The commitments of ``b`` that have no counterpart in ``a``."""
        statuses = self.statuses_b
        return tuple(c for c in self.compared_b if statuses[c.id] is Status.NEW)

    @property
    def recurring(self) -> tuple[Recurrence, ...]:
        """What one document promises in several places: chains of sure, comparable links."""
        if self.same_document:
            return _chains("a", self.links)
        return _chains("a", self.recurrences_a) + _chains("b", self.recurrences_b)

    @property
    def differs(self) -> bool:
        """Whether anything is changed, new, not restated or undetermined."""
        statuses = {*self.statuses_a.values(), *self.statuses_b.values()}
        return bool(statuses - {Status.KEPT})

    @property
    def summary(self) -> dict[str, int]:
        """Counts of commitments.

        ``kept`` to ``dropped`` count those of ``a`` and add up to ``commitments_a``;
        ``new`` and ``undetermined_b`` count those of ``b``; ``recurring`` counts promises
        that one document makes in several places.
        """
        of_a = list(self.statuses_a.values())
        of_b = list(self.statuses_b.values())
        counts = {"commitments_a": len(of_a), "commitments_b": len(of_b)}
        for status in (*STATUS_OF.values(), Status.UNDETERMINED, Status.DROPPED):
            counts[status.value] = of_a.count(status)
        counts["new"] = of_b.count(Status.NEW)
        counts["undetermined_b"] = of_b.count(Status.UNDETERMINED)
        counts["recurring"] = len(self.recurring)
        return counts

    @property
    def headline(self) -> str:
        """The counts in one sentence that anyone understands."""
        counts = self.summary
        in_a = counted(counts["commitments_a"], _NOUNS[self.stances[0]])
        in_b = counted(counts["commitments_b"], _NOUNS[self.stances[1]])
        if self.same_document:
            recurring = counts["recurring"] or "none"
            verb = "stands" if recurring == 1 else "stand"
            return f"{in_a} in one document; {recurring} of them {verb} in several places."
        if not self.compared_a or not self.compared_b:
            return f"Nothing to compare: {in_a} found in A, {in_b} found in B."
        parts = [
            f"{counts[status]} {_SPOKEN[status]}"
            for status in (*STATUS_OF.values(), Status.UNDETERMINED, Status.DROPPED)
            if counts[status]
        ]
        news = f"{counts['new']} new"
        if counts["undetermined_b"]:
            news += f", {counts['undetermined_b']} undetermined"
        return f"Of {in_a} in A: {', '.join(parts)}. Of {in_b} in B: {news}."

    def about(self, topic: str) -> Comparison:
        """The part of the comparison that speaks of a topic, such as ``停车``.

        A commitment speaks of it when its indicator, canonical indicator or quote holds
        the word; its counterparts come with it. Statuses are then as the topic's links
        have them.
        """

        def narrowed(links: tuple[Link, ...]) -> tuple[Link, ...]:
            return tuple(k for k in links if _mentions(k.a, topic) or _mentions(k.b, topic))

        links = narrowed(self.links)
        partners_a, partners_b = {k.a.id for k in links}, {k.b.id for k in links}
        if self.same_document:
            partners_a = partners_b = partners_a | partners_b
        return replace(
            self,
            a=_keep(self.a, topic, partners_a),
            b=_keep(self.b, topic, partners_b),
            links=links,
            recurrences_a=narrowed(self.recurrences_a),
            recurrences_b=narrowed(self.recurrences_b),
            rejected=narrowed(self.rejected),
        )

    def to_dict(self) -> dict[str, Any]:
        """``policydiff/diff/1``, keys in the order of the contract."""
        return {
            "schema": "policydiff/diff/1",
            "a": side_record(self.a),
            "b": side_record(self.b),
            "links": [
                {
                    "a": link.a.id,
                    "b": link.b.id,
                    "relation": link.relation.value,
                    "probability": link.probability,
                    "band": link.band.value,
                    "matched_by": link.matched_by,
                    "wording": link.wording.value,
                    "evidence": dict(link.evidence),
                    **({"contested": True} if link.reason is Reason.CONTESTED else {}),
                    **({"decided": decision_record(link.decided)} if link.decided else {}),
                }
                for link in self.links
            ],
            "statuses": {
                "a": {id_: status.value for id_, status in self.statuses_a.items()},
                "b": {id_: status.value for id_, status in self.statuses_b.items()},
            },
            "summary": self.summary,
        }

    def rows(self) -> list[dict[str, Any]]:
        """One flat record per link and per commitment without one, in order of position.

        The keys are the columns of `to_frame`. Records of ``a`` come first, each followed
        by what it is linked with, then what is new in ``b``.
        """
        position = {c.id: n for n, c in enumerate(self.a.commitments)}
        placed = [(position[k.a.id], _row(_link_status(k), k.a, k.b, k)) for k in self.links]
        placed += [(position[c.id], _row(Status.DROPPED, c, None, None)) for c in self.dropped]
        placed.sort(key=lambda entry: entry[0])
        return [row for _, row in placed] + [_row(Status.NEW, None, c, None) for c in self.new]

    def to_frame(self) -> pd.DataFrame:
        """One row per link and per commitment without one.

        Columns: ``status``, ``band``, ``probability``, for each side ``indicator``,
        ``value``, ``value_max``, ``unit`` (base unit), ``comparator``, ``kind``, ``basis``,
        ``year``, ``action``, ``quote``, ``section``, ``item``, ``lead``, ``support`` and
        ``id`` with the suffix ``_a`` or ``_b``, then ``difference`` (``b`` minus ``a``) in
        ``difference_unit``, ``difference_percent``, ``wording``, the ``reason`` why numbers do
        not compare, and ``matched_by``.
        """
        import pandas as pd

        return pd.DataFrame(self.rows(), columns=list(COLUMNS))

    def __repr__(self) -> str:
        return f"<Comparison of {self.a.document.id} and {self.b.document.id}: {self.headline}>"

    def _repr_html_(self) -> str:
        """The counts and the first changes, for notebooks; all text is escaped."""
        columns = ["status", "indicator_a", "value_a", "unit_a", "indicator_b", "value_b", "unit_b"]
        frame = self.to_frame()
        if not self.same_document:
            frame = frame[
                frame["status"].isin([relation_status.value for relation_status in _NEWS])
            ]
        titles = " → ".join(dict.fromkeys(_title(side) for side in (self.a, self.b)))
        table = frame[columns].to_html(index=False, na_rep="", max_rows=20, border=0, escape=True)
        return f"<p><b>{escape(titles)}</b><br>{escape(self.headline)}</p>{table}"

    def _decided(self) -> tuple[Link, ...]:
        """The sure links that decide a status; inside one document, all sure links."""
        links = self.links if self.same_document else self.deciding
        return tuple(link for link in links if link.band is Band.SURE)


def compare(
    a: Extraction,
    b: Extraction,
    *,
    stances: tuple[Stance, Stance] = (Stance.TARGET, Stance.TARGET),
    decisions: Review | None = None,
    model: Model | None = None,
) -> Comparison:
    """Align two extractions and draw the conclusions.

    ``stances`` says which commitments of ``a`` and of ``b`` are laid side by side. The
    recurrences inside each document are found by the same alignment. Where one side is
    read from a ledger, which holds figures only, commitments without a number are left
    out of both sides. ``decisions`` are a reader's, and go before what the alignment says.
    ``model`` defaults to the shipped one.
    """
    from policydiff.alignment import align

    if a.facts_only or b.facts_only:
        a, b = with_numbers(a), with_numbers(b)
    links = align(a, b, stances, model)
    reviewed = apply(links, a, b, decisions) if decisions else Applied(links)
    comparison = Comparison(
        a, b, reviewed.links, stances, rejected=reviewed.rejected, unfit=reviewed.unfit
    )
    if comparison.same_document:
        return comparison
    return replace(
        comparison,
        recurrences_a=align(a, a, (stances[0], stances[0]), model),
        recurrences_b=align(b, b, (stances[1], stances[1]), model),
    )


def with_numbers(extraction: Extraction) -> Extraction:
    """The extraction without the commitments that have no number, as a ledger has it."""
    return replace(extraction, commitments=tuple(c for c in extraction.commitments if c.quantity))


def difference(link: Link) -> Difference | None:
    """How far the link's ``b`` is from its ``a``; None where they are not comparable."""
    return difference_between(link.a, link.b, link.relation)


def difference_between(a: Commitment, b: Commitment, relation: Relation) -> Difference | None:
    """How far ``b`` is from ``a``; None where they are not comparable.

    Comparable are two single values (no ranges) that the relation calls the same, raised
    or lowered. Different units are converted to that of ``b``. Between 新建续建 and 新建 only
    the direction is known.
    """
    old, new = a.quantity, b.quantity
    if relation is not Relation.SAME and builds_otherwise(a, b):
        return None
    if relation not in _COMPARABLE or old is None or new is None:
        return None
    if old.value_max is not None or new.value_max is not None:
        return None
    before = old.value
    if old.unit != new.unit:
        before = in_base(old)[1] / in_base(replace(new, value=1))[1]
    absolute = float(f"{new.value - before:.10g}")
    if new.kind is not Measure.AMOUNT:
        return Difference(absolute, "个百分点", None)
    percent = float(f"{absolute / abs(before) * 100:.4g}") if before else None
    return Difference(absolute, new.unit, percent)


def counted(number: int, noun: str) -> str:
    """A number with its noun, such as ``1 target`` or ``no targets``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


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


_NOUNS = {Stance.TARGET: "target", Stance.OUTCOME: "outcome"}

_COMPARABLE = frozenset({Relation.SAME, Relation.RAISED, Relation.LOWERED})

_SPOKEN = {status: status.value for status in Status} | {Status.DROPPED: "not restated"}

_NEWS = (Status.RAISED, Status.LOWERED, Status.REFRAMED, Status.NEW, Status.DROPPED)

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


def _strongest(links: Iterable[tuple[str, Link]]) -> dict[str, Link]:
    """For each commitment id the link that decides its status."""
    best: dict[str, Link] = {}
    for id_, link in links:
        if id_ not in best or _strength(link) < _strength(best[id_]):
            best[id_] = link
    return best


def _strength(link: Link) -> tuple[bool, int, float, int, int]:
    """A key that sorts the link that decides first."""
    if link.band is Band.POSSIBLE:
        return (True, 0, -link.probability, link.a.start, link.b.start)
    return (False, _RANK[link.relation], -link.probability, link.a.start, link.b.start)


def _status(deciding: Link | None, unlinked: Status) -> Status:
    return unlinked if deciding is None else _link_status(deciding)


def _link_status(link: Link) -> Status:
    return STATUS_OF[link.relation] if link.band is Band.SURE else Status.UNDETERMINED


def _chains(side: Literal["a", "b"], links: tuple[Link, ...]) -> tuple[Recurrence, ...]:
    """Connected groups of commitments under sure links whose quantities compare."""
    group_of: dict[str, set[str]] = {}
    by_id: dict[str, Commitment] = {}
    for link in links:
        if link.band is Band.POSSIBLE or link.relation not in _COMPARABLE:
            continue
        by_id |= {link.a.id: link.a, link.b.id: link.b}
        merged = group_of.get(link.a.id, {link.a.id}) | group_of.get(link.b.id, {link.b.id})
        group_of |= dict.fromkeys(merged, merged)
    chains = {tuple(sorted(group, key=lambda id_: by_id[id_].where)) for group in group_of.values()}
    return tuple(
        Recurrence(side, tuple(by_id[id_] for id_ in chain))
        for chain in sorted(chains, key=lambda ids: by_id[ids[0]].where)
    )


def _mentions(commitment: Commitment, topic: str) -> bool:
    spoken = (commitment.indicator, commitment.canonical or "", commitment.quote)
    return any(_folded(topic) in _folded(text) for text in spoken)


def _folded(text: str) -> str:
    """For comparison only: script, width and case folded, no spaces."""
    return "".join(unicodedata.normalize("NFKC", simplified(text)).casefold().split())


def _keep(extraction: Extraction, topic: str, partners: set[str]) -> Extraction:
    kept = (c for c in extraction.commitments if c.id in partners or _mentions(c, topic))
    return replace(extraction, commitments=tuple(kept))


def _title(extraction: Extraction) -> str:
    return extraction.document.title or extraction.document.id


def _row(
    status: Status, a: Commitment | None, b: Commitment | None, link: Link | None
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "status": status.value,
        "band": link.band.value if link else None,
        "probability": link.probability if link else None,
    }
    row |= _suffixed(a, "a") | _suffixed(b, "b")
    gap = difference(link) if link else None
    row["difference"] = plain_number(gap.absolute) if gap else None
    row["difference_unit"] = gap.unit if gap else None
    row["difference_percent"] = gap.percent if gap else None
    row["wording"] = link.wording.value if link else None
    row["reason"] = link.reason.value if link and link.reason and not link.decided else None
    row["matched_by"] = link.matched_by if link else None
    return row


def _suffixed(commitment: Commitment | None, side: str) -> dict[str, Any]:
    return {f"{name}_{side}": value for name, value in side_row(commitment).items()}
