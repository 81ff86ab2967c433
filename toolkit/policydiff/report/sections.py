"""What a report of a comparison is made of, whatever it is rendered to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from policydiff.alignment.link import Link, Relation
from policydiff.commitments.model import Commitment
from policydiff.comparison import Comparison, Recurrence, counted
from policydiff.reading.places import place_of
from policydiff.report.words import remarks, subject


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

ELSEWHERE = (
    "A and B are of different places: raised and lowered say that B's figure is higher or lower."
)

Entry = Link | Commitment | Recurrence


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report: links for what is in both documents, commitments for the rest."""

    show: Show
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str:
        """The heading, in English and Chinese, with the number of entries or of linked pairs."""
        number = len(self.entries)
        count = str(number)
        if isinstance(self.entries[0], Link):
            count = counted(number, "pair")
            findings = len(alike(self.entries))
            count = f"{counted(findings, 'finding')} in {count}" if findings < number else count
        return f"{TITLES[self.show]} ({count})"


def has_number(entry: Entry) -> bool:
    """Whether an entry speaks of a number on either side."""
    if isinstance(entry, Link):
        return entry.a.quantity is not None or entry.b.quantity is not None
    if isinstance(entry, Recurrence):
        return any(c.quantity for c in entry.commitments)
    return entry.quantity is not None


def alike(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """The entries with those links together that say the same between other places.

    A promise that stands in two rows changes once. Groups stand where their first entry does.
    """
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        key: object = id(entry)
        if isinstance(entry, Link) and has_number(entry):
            key = (entry.relation, subject(entry.a), subject(entry.b), *remarks(entry))
        groups.setdefault(key, []).append(entry)
    return [tuple(group) for group in groups.values()]


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


def elsewhere(comparison: Comparison) -> bool:
    """Whether the documents speak for different places, so that neither changes the other's."""
    a, b = (place_of(e.document.publisher) for e in (comparison.a, comparison.b))
    return bool(a and b and a != b)


def hidden_words(comparison: Comparison, show: Collection[Show]) -> str:
    """What the report leaves out, and how to see it; empty where it leaves nothing out."""
    left = [part for part in sections(comparison, frozenset(Show)) if part.show not in show]
    if not left:
        return ""
    counts = ", ".join(f"{len(part.entries)} {part.show}" for part in left)
    return f"Not shown: {counts}. --show {','.join(part.show for part in left)} shows them."


def places(links: Iterable[Link]) -> tuple[list[Commitment], list[Commitment]]:
    """The commitments of either side of ``links``, each once."""
    links = list(links)
    sides = ({link.a.id: link.a for link in links}, {link.b.id: link.b for link in links})
    return list(sides[0].values()), list(sides[1].values())
