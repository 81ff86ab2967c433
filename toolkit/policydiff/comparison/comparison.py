"""Two extractions, the links between them, and all that follows from the links."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from policydiff.alignment.link import Band, Link, Relation
from policydiff.commitments.model import Commitment, Extraction
from policydiff.commitments.record import side_record
from policydiff.comparison.recurrences import Recurrence, chains
from policydiff.comparison.rows import COLUMNS, row, why
from policydiff.comparison.statuses import (
    CHANGES,
    STATUS_OF,
    Status,
    status_of,
    statuses,
    strongest,
)
from policydiff.decisions import Unfit, decision_record
from policydiff.reading.document import Stance
from policydiff.reading.script import simplified

if TYPE_CHECKING:
    import pandas as pd

_NOUNS = {Stance.TARGET: "target", Stance.OUTCOME: "outcome"}
_SPOKEN = {status: status.value for status in Status} | {Status.DROPPED: "not restated"}
_NEWS = (Status.RAISED, Status.LOWERED, Status.REFRAMED, Status.NEW, Status.DROPPED)


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
        links = ((link.a.id, link) for link in self.links)
        return statuses((c.id for c in self.compared_a), links, Status.DROPPED)

    @property
    def statuses_b(self) -> dict[str, Status]:
        """The status of each compared commitment of ``b``, by id."""
        if self.same_document:
            return {c.id: Status.KEPT for c in self.compared_b}
        links = ((link.b.id, link) for link in self.links)
        return statuses((c.id for c in self.compared_b), links, Status.NEW)

    @property
    def deciding(self) -> tuple[Link, ...]:
        """The links that give at least one of their two commitments its status."""
        by_a = strongest((link.a.id, link) for link in self.links)
        by_b = strongest((link.b.id, link) for link in self.links)
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
            return chains("a", self.links)
        return chains("a", self.recurrences_a) + chains("b", self.recurrences_b)

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
        """``policydiff/diff/1``, keys in the order of the contract.

        A link that the program calls reframed has the ``reason`` besides, one a reader decided on
        has ``decided``.
        """
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
                    **({"reason": reason} if (reason := why(link)) else {}),
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
        placed = [(position[k.a.id], row(status_of(k), k.a, k.b, k)) for k in self.links]
        placed += [(position[c.id], row(Status.DROPPED, c, None, None)) for c in self.dropped]
        placed.sort(key=lambda entry: entry[0])
        return [row for _, row in placed] + [row(Status.NEW, None, c, None) for c in self.new]

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
            frame = frame[frame["status"].isin([status.value for status in _NEWS])]
        titles = " → ".join(dict.fromkeys(_title(side) for side in (self.a, self.b)))
        table = frame[columns].to_html(index=False, na_rep="", max_rows=20, border=0, escape=True)
        return f"<p><b>{escape(titles)}</b><br>{escape(self.headline)}</p>{table}"

    def _decided(self) -> tuple[Link, ...]:
        """The sure links that decide a status; inside one document, all sure links."""
        links = self.links if self.same_document else self.deciding
        return tuple(link for link in links if link.band is Band.SURE)


def counted(number: int, noun: str) -> str:
    """A number with its noun, such as ``1 target`` or ``no targets``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


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
