"""The page of a comparison: the news first, every finding with its evidence, both texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import Any, Literal

from policydiff.alignment.link import Band, Link, Relation, Wording
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, Recurrence, Status, difference
from policydiff.decisions import SCHEMA, ruling_record
from policydiff.report.html import marked, tokens
from policydiff.report.html.page import page
from policydiff.report.sections import Entry, Show, sections
from policydiff.report.words import difference_words, number_words, subject

SideName = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in words; ``label`` says its basis where that matters, or that there is none."""

    words: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What one document says: ``side`` is ``both`` where the two say it word for word."""

    side: SideName | Literal["both"]
    commitment: Commitment
    pieces: tuple[tokens.Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One finding.

    ``numbers`` are old and new, or one where they are equal or there is one. ``gap``,
    ``wording`` and, of a possible link, the relation in ``possible`` are empty where there
    is none.
    """

    subject: str
    renamed: str
    numbers: tuple[Number, ...]
    gap: str
    wording: str
    possible: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one status."""

    key: str
    entries: tuple[Entry, ...]
    rows: tuple[Row, ...]
    open: bool


def diff_html(comparison: Comparison) -> str:
    """The comparison as one HTML page.

    Both texts stand beside the findings where they are at hand; comparisons of ledgers are
    tables of facts. In the page a reader can review the links and save the decisions.
    """
    groups = [
        Group(key, entries, tuple(_row(entry, key) for entry in entries), key not in _CLOSED)
        for key, entries in _grouped(comparison)
    ]
    data = _data(comparison, groups)
    context = {
        "comparison": comparison,
        "groups": groups,
        "total": sum(len(group.rows) for group in groups),
        "texts": _texts(comparison, groups),
        "sections": data["sections"],
        "units": data["units"],
        "counts": comparison.summary,
    }
    return page("comparison.html", context, data, ("frame.js", "page.js", "comparison.js"))


_CLOSED = frozenset({"related", "kept", "further", "rejected"})


def _grouped(comparison: Comparison) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The entries of each part, the links that decide no status, and the rejected ones.

    Headline indicators come first in each part. Inside one document a recurrence is shown
    link by link, so that each can be reviewed.
    """
    shown: set[tuple[str, str]] = set()
    parts = {part.show.value: part.entries for part in sections(comparison, frozenset(Show))}
    if comparison.same_document:
        parts.pop("recurring", None)
        elsewhere = {id(entry) for entries in parts.values() for entry in entries}
        recurring = tuple(link for link in comparison.links if id(link) not in elsewhere)
        parts = {"recurring": recurring, **parts}
    for key, entries in parts.items():
        shown |= {(e.a.id, e.b.id) for e in entries if isinstance(e, Link)}
        headline = [any(c.canonical for _, c in _places(entry, key)) for entry in entries]
        if entries:
            yield key, (*compress(entries, headline), *compress(entries, map(not_, headline)))
    further = tuple(k for k in comparison.links if (k.a.id, k.b.id) not in shown)
    if further and parts:
        yield "further", further
    if comparison.rejected:
        yield "rejected", comparison.rejected


def _places(entry: Entry, key: str) -> list[tuple[SideName, Commitment]]:
    """The commitments of an entry, each with the side it stands on."""
    if isinstance(entry, Link):
        return [("a", entry.a), ("b", entry.b)]
    if isinstance(entry, Recurrence):
        return [(entry.side, commitment) for commitment in entry.commitments]
    return [("b" if key == Show.NEW else "a", entry)]


def _row(entry: Entry, key: str) -> Row:
    if isinstance(entry, Link):
        return _link_row(entry)
    places = _places(entry, key)
    first = places[0][1]
    numbers = dict.fromkeys(_number(c, False) for _, c in places if c.quantity)
    quotes = tuple(Quote(side, c, tokens.plain(c)) for side, c in places)
    if len(quotes) == 1 and not first.quantity and first.quote:
        return Row(first.quote, "", (), "", "", "", (Quote(places[0][0], first, ()),))
    return Row(subject(first), "", tuple(numbers), "", "", "", quotes)


def _link_row(link: Link) -> Row:
    a, b, gap = link.a, link.b, difference(link)
    numbers: tuple[Number, ...] = ()
    if a.quantity or b.quantity:
        with_basis = link.relation is Relation.REFRAMED
        numbers = tuple(dict.fromkeys((_number(a, with_basis), _number(b, with_basis))))
    if a.quote and a.quote == b.quote and a.item == b.item:
        quotes: tuple[Quote, ...] = (Quote("both", b, tokens.plain(b)),)
    else:
        left, right = tokens.compared(a, b)
        quotes = (Quote("a", a, left), Quote("b", b, right))
    return Row(
        subject(a),
        subject(b) if subject(b) != subject(a) else "",
        numbers,
        difference_words(gap),
        link.wording.value if gap and link.wording is not Wording.UNCHANGED else "",
        link.relation.value if link.band is Band.POSSIBLE else "",
        quotes,
    )


def _number(commitment: Commitment, with_basis: bool) -> Number:
    quantity = commitment.quantity
    if quantity is None:
        return Number("", "none")
    basis = quantity.basis.value if with_basis and quantity.basis else ""
    return Number(number_words(commitment), basis)


@dataclass(frozen=True, slots=True)
class Mark:
    """A commitment in its text: its place among the compared ones, its status, its finding."""

    index: int
    status: str
    finding: int | None


@dataclass(frozen=True, slots=True)
class Text:
    """One document laid out: its lines, and a mark for each of its compared commitments."""

    side: SideName
    extraction: Extraction
    lines: tuple[marked.Line, ...]
    marks: tuple[Mark | None, ...]


def _texts(comparison: Comparison, groups: Sequence[Group]) -> list[Text]:
    """The texts that are at hand."""
    finding: dict[tuple[SideName, str], int] = {}
    for number, (key, entry) in enumerate(_numbered(groups)):
        for side, commitment in _places(entry, key):
            finding.setdefault((side, commitment.id), number)
    sides: tuple[tuple[SideName, Extraction, dict[str, Status]], ...] = (
        ("a", comparison.a, comparison.statuses_a),
        ("b", comparison.b, comparison.statuses_b),
    )
    texts = []
    for side, extraction, statuses in sides:
        index = {id_: number for number, id_ in enumerate(statuses)}
        marks = tuple(
            Mark(index[c.id], _marked_as(statuses[c.id], comparison), finding.get((side, c.id)))
            if c.id in statuses and (not comparison.same_document or (side, c.id) in finding)
            else None
            for c in extraction.commitments
        )
        if extraction.document.text:
            texts.append(Text(side, extraction, marked.lines(extraction), marks))
    return texts


def _marked_as(status: Status, comparison: Comparison) -> str:
    return Show.RECURRING.value if comparison.same_document else status.value


def _numbered(groups: Iterable[Group]) -> Iterator[tuple[str, Entry]]:
    for group in groups:
        for entry in group.entries:
            yield group.key, entry


def _data(comparison: Comparison, groups: Sequence[Group]) -> dict[str, Any]:
    """What the scripts need: compared commitments, findings, links with their evidence.

    Records are lists to keep the page small; ``page.js`` names their columns.
    """
    sides: dict[SideName, tuple[Extraction, tuple[Commitment, ...]]] = {
        "a": (comparison.a, comparison.compared_a),
        "b": (comparison.b, comparison.compared_b),
    }
    units = _Index()
    paths: dict[SideName, _Index] = {"a": _Index(), "b": _Index()}
    for side, (_, commitments) in sides.items():
        for commitment in commitments:
            for depth in range(1, len(commitment.section) + 1):
                paths[side].add(commitment.section[:depth])
            for unit in (*commitment.lead, *commitment.support):
                units.add(unit)
    features = sorted({name for link in comparison.links for name in link.evidence})
    index = {
        side: {c.id: number for number, c in enumerate(commitments)}
        for side, (_, commitments) in sides.items()
    }
    return {
        "schema": SCHEMA,
        "sources": {
            side: {
                "id": extraction.document.id,
                "sha256": extraction.document.sha256,
                "title": extraction.document.title,
            }
            for side, (extraction, _) in sides.items()
        },
        "commitments": {
            side: [
                [
                    *c.where,
                    c.indicator,
                    c.quantity.text if c.quantity else "",
                    c.item or "",
                    paths[side].get(c.section, -1),
                    [units[unit] for unit in (*c.lead, *c.support)],
                ]
                for c in commitments
            ]
            for side, (_, commitments) in sides.items()
        },
        "findings": [
            [[[side, index[side][c.id]] for side, c in _places(entry, key)], _link(entry, features)]
            for key, entry in _numbered(groups)
        ],
        "features": features,
        "sections": {side: [list(path) for path in found] for side, found in paths.items()},
        "units": list(units),
        "unfit": [ruling_record(unfit.ruling) for unfit in comparison.unfit],
    }


def _link(entry: Entry, features: Sequence[str]) -> list[Any] | None:
    if not isinstance(entry, Link):
        return None
    decided = entry.decided
    return [
        entry.relation.value,
        round(entry.probability, 3),
        entry.band.value,
        entry.matched_by,
        [round(entry.evidence.get(name, 0), 2) or 0 for name in features],
        [decided.verdict.value, decided.by, decided.at, decided.why] if decided else None,
    ]


class _Index(dict[Any, int]):
    """Numbers things in the order in which they first turn up."""

    def add(self, thing: Any) -> None:
        self.setdefault(thing, len(self))
