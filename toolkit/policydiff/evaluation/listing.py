"""What an evaluation found wrong, one line for each case, for people who look into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment
from policydiff.evaluation.gains import Gain
from policydiff.evaluation.links import LinksReport
from policydiff.evaluation.targets import TargetsReport


def target_lines(report: TargetsReport) -> Iterator[str]:
    """Each confusion: document, offset, what is wrong, the number, expected and got."""
    for document in report.documents:
        for one in document.confusions:
            sides = f": {one.expected or '—'} → {one.got or '—'}"
            yield f"{document.name} {one.start} {one.trouble} {_line(one.text)}{_line(sides)}"


def link_lines(report: LinksReport) -> Iterator[str]:
    """Each missed gold link, link that is none, and link with another relation."""
    for pair in report.pairs:
        for gold in pair.missed:
            note = f" ({gold.note})" if gold.note else ""
            yield f"{pair.name} missed {gold.a.start}–{gold.b.start} {gold.relation}{note}"
        for link in pair.wrong:
            yield f"{pair.name} wrong {_pair(link)} {link.probability:.2f}, by {link.matched_by}"
        for link, gold in pair.relations:
            yield f"{pair.name} relation {_pair(link)}: {gold.relation} → {link.relation}"


def gain_lines(gains: Iterable[Gain]) -> Iterator[str]:
    """Each figure that rose or fell against the baseline; a line that says so if none did."""
    any_changed = False
    for gain in gains:
        any_changed = True
        word = "gained" if gain.better else "lost"
        change = f"{gain.before:.4f} → {gain.after:.4f}"
        yield f"{gain.document} {word} {gain.figure} {change}"
    if not any_changed:
        yield "The figures are those of the baseline."


def _pair(link: Link) -> str:
    return f"{_named(link.a)} – {_named(link.b)}"


def _named(commitment: Commitment) -> str:
    return f"{commitment.id} {_line(commitment.quote)}"


def _line(text: str) -> str:
    return " ".join(text.split())
