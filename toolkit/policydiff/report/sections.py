"""What a report of a comparison is made of, whatever it is rendered to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from policydiff.alignment.link import Link, Relation
from policydiff.commitments.model import Commitment
from policydiff.comparison import Comparison, Recurrence


class Show(StrEnum):
    """The parts of a report, in the order in which they are shown."""

    RAISED = "raised"
    LOWERED = "lowered"
    REFRAMED = "reframed"
    NEW = "new"
    DROPPED = "dropped"
    UNDETERMINED = "undetermined"
    RECURRING = "recurring"
    RELATED = "related"
    KEPT = "kept"


NEWS = frozenset(Show) - {Show.RELATED, Show.KEPT}

TITLES = {
    Show.RAISED: "Raised 上调",
    Show.LOWERED: "Lowered 下调",
    Show.REFRAMED: "Reframed 口径调整",
    Show.NEW: "New in B 新增",
    Show.DROPPED: "Not restated in B 未再提出",
    Show.UNDETERMINED: "Undetermined 待核",
    Show.RECURRING: "Recurring inside one document 重复出现",
    Show.RELATED: "Related 相关",
    Show.KEPT: "Kept 延续",
}

Entry = Link | Commitment | Recurrence


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report: links for what is in both documents, commitments for the rest."""

    show: Show
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        """The heading, in English and Chinese, with the number of entries or of linked pairs."""
        count = str(len(self.entries))
        if isinstance(self.entries[0], Link):
            count += " pair" if count == "1" else " pairs"
        return f"{TITLES[self.show]} ({count})"


def has_number(entry: Entry) -> bool:
    """Whether an entry speaks of a number on either side."""
    if isinstance(entry, Link):
        return entry.a.quantity is not None or entry.b.quantity is not None
    if isinstance(entry, Recurrence):
        return any(c.quantity for c in entry.commitments)
    return entry.quantity is not None


def sections(comparison: Comparison, show: Collection[Show] = NEWS) -> list[Section]:
    """The parts of the comparison that were asked for and are not empty, in order.

    Where nothing was found in one of the documents there is nothing to conclude, and no
    part. Inside one document only the recurrences are shown.
    """
    if not comparison.compared_a or not comparison.compared_b:
        return []
    changed = comparison.changed
    reframed = tuple(k for k in changed if k.relation is Relation.REFRAMED)
    if comparison.same_document:
        parts: dict[Show, tuple[Entry, ...]] = {
            Show.RECURRING: comparison.recurring,
            Show.REFRAMED: reframed,
            Show.UNDETERMINED: comparison.undetermined,
            Show.RELATED: comparison.related,
        }
    else:
        parts = {
            Show.RAISED: tuple(k for k in changed if k.relation is Relation.RAISED),
            Show.LOWERED: tuple(k for k in changed if k.relation is Relation.LOWERED),
            Show.REFRAMED: reframed,
            Show.NEW: comparison.new,
            Show.DROPPED: comparison.dropped,
            Show.UNDETERMINED: comparison.undetermined,
            Show.RECURRING: comparison.recurring,
            Show.RELATED: comparison.related,
            Show.KEPT: comparison.kept,
        }
    return [Section(part, entries) for part, entries in parts.items() if entries and part in show]


def hidden_words(comparison: Comparison, show: Collection[Show]) -> str:
    """What the report leaves out, and how to see it; empty where it leaves nothing out."""
    left = [part for part in sections(comparison, frozenset(Show)) if part.show not in show]
    if not left:
        return ""
    counts = ", ".join(f"{len(part.entries)} {part.show}" for part in left)
    return f"Not shown: {counts}. --show {','.join(part.show for part in left)} shows them."
