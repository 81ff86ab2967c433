"""The page of a comparison: the news first, every finding with its evidence, both texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policydiff.alignment.link import Link
from policydiff.comparison import Comparison, Recurrence
from policydiff.report.html.findings import Finding, Group, linked, newsworthy, stated
from policydiff.report.html.pair import pair_page, remaining
from policydiff.report.sections import Entry, Show, alike, sections


def diff_html(comparison: Comparison) -> str:
    """The comparison as one HTML page.

    Both texts stand beside the findings where they are at hand; comparisons of ledgers are
    tables of facts. In the page a reader can review the links and save the decisions.
    """
    return pair_page(
        "comparison.html",
        comparison,
        list(_groups(comparison)),
        {"counts": comparison.summary},
        names={},
        nouns=[f"@{stance.value}s" for stance in comparison.stances],
        command="diff A B",
        script="comparison.js",
    )


_CLOSED = frozenset({Show.RELATED, Show.KEPT})


def _groups(comparison: Comparison) -> Iterator[Group]:
    """The findings of each part, the links that decide no status, and the rejected ones.

    Inside one document a recurrence is shown link by link, so that each can be reviewed.
    """
    parts = {part.show: part.entries for part in sections(comparison, frozenset(Show))}
    if comparison.same_document:
        parts.pop(Show.RECURRING, None)
        elsewhere = {id(entry) for entries in parts.values() for entry in entries}
        recurring = tuple(link for link in comparison.links if id(link) not in elsewhere)
        parts = {Show.RECURRING: recurring, **parts}
    groups = [
        Group(show.value, newsworthy(_findings(entries, show)), show not in _CLOSED)
        for show, entries in parts.items()
        if entries
    ]
    yield from groups
    if parts:
        yield from remaining(comparison, groups)


def _findings(entries: Iterable[Entry], show: Show) -> Iterator[Finding]:
    """A finding for each entry, so that each link can be reviewed; what is alike together."""
    for group in alike(entries):
        for number, entry in enumerate(group):
            yield replace(_finding(entry, show), again=number > 0)


def _finding(entry: Entry, show: Show) -> Finding:
    if isinstance(entry, Link):
        return linked(show.value, entry)
    if isinstance(entry, Recurrence):
        return stated(show.value, entry.side, entry.commitments)
    return stated(show.value, "b" if show is Show.NEW else "a", (entry,))
