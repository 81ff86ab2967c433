"""Two documents side by side: their findings, both texts, and what the scripts need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policydiff.commitments.model import Extraction
from policydiff.comparison import Comparison, Status
from policydiff.report.html import marked
from policydiff.report.html.embedded import embedded
from policydiff.report.html.findings import Finding, Group, linked
from policydiff.report.html.page import page
from policydiff.report.sections import Show, elsewhere


@dataclass(frozen=True, slots=True)
class Mark:
    """A commitment in its text: its place among the compared ones, its status, its finding."""

    index: int
    status: str
    finding: int | None


@dataclass(frozen=True, slots=True)
class Text:
    """One document laid out: its lines, and a mark for each of its compared commitments."""

    side: str
    extraction: Extraction
    lines: tuple[marked.Line, ...]
    marks: tuple[Mark | None, ...]


def pair_page(
    template: str,
    comparison: Comparison,
    groups: Sequence[Group],
    context: Mapping[str, Any],
    *,
    names: Mapping[str, str],
    nouns: Sequence[str] = (),
    command: str,
    script: str,
) -> str:
    """A page of two documents; ``template`` and ``script`` are what this one has of its own.

    ``names`` are the labels of statuses that it calls otherwise, ``nouns`` those of what is
    counted in each document; ``command`` is the one that applies decisions to it.
    """
    findings = [finding for group in groups for finding in group.findings]
    sides = {
        "a": (comparison.a, comparison.compared_a),
        "b": (comparison.b, comparison.compared_b),
    }
    data = embedded(sides, findings, (unfit.ruling for unfit in comparison.unfit), names)
    data |= {"same": comparison.same_document, "nouns": dict(zip("ab", nouns, strict=False))}
    context = {
        "comparison": comparison,
        "groups": groups,
        "total": len(findings),
        "chips": {group.key: len(group.findings) for group in groups},
        "texts": _texts(comparison, findings),
        "sections": {
            side: paths
            for side, paths in data["sections"].items()
            if side == "a" or not comparison.same_document
        },
        "side_names": {"a": "A", "b": "B"},
        "units": data["units"],
        "names": names,
        "nouns": nouns,
        "elsewhere": elsewhere(comparison),
        "command": command,
        **context,
    }
    return page(template, context, data, (*_SCRIPTS, script))


_SCRIPTS = ("frame.js", "findings.js", "texts.js", "review.js", "pair.js")


def remaining(comparison: Comparison, groups: Sequence[Group]) -> Iterator[Group]:
    """The links that decide no status and stand in no group, and the rejected ones."""
    shown = {id(finding.link) for group in groups for finding in group.findings}
    further = tuple(linked("further", k) for k in comparison.links if id(k) not in shown)
    rejected = tuple(linked("rejected", k) for k in comparison.rejected)
    for key, findings in (("further", further), ("rejected", rejected)):
        if findings:
            yield Group(key, findings, False)


def _texts(comparison: Comparison, findings: Sequence[Finding]) -> list[Text]:
    """The texts that are at hand."""
    first: dict[tuple[str, str], int] = {}
    for number, finding in enumerate(findings):
        for side, commitment in finding.places:
            first.setdefault((side, commitment.id), number)
    sides: tuple[tuple[str, Extraction, dict[str, Status]], ...] = (
        ("a", comparison.a, comparison.statuses_a),
        ("b", comparison.b, comparison.statuses_b),
    )
    texts = []
    for side, extraction, statuses in sides:
        index = {id_: number for number, id_ in enumerate(statuses)}
        marks = tuple(
            Mark(index[c.id], _marked_as(statuses[c.id], comparison), first.get((side, c.id)))
            if c.id in statuses and (not comparison.same_document or (side, c.id) in first)
            else None
            for c in extraction.commitments
        )
        if extraction.document.text:
            texts.append(Text(side, extraction, marked.lines(extraction), marks))
    return texts


def _marked_as(status: Status, comparison: Comparison) -> str:
    return Show.RECURRING.value if comparison.same_document else status.value
