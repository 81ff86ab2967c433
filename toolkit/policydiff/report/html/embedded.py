"""What the scripts of a page work on: documents, commitments, findings, links, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policydiff.alignment.link import Link
from policydiff.commitments.model import Commitment, Extraction
from policydiff.decisions import CONTEXT, SCHEMA, Ruling, ruling_record
from policydiff.report.html.findings import Finding, Place


def embedded(
    sides: Mapping[str, tuple[Extraction, Sequence[Commitment]]],
    findings: Sequence[Finding],
    unfit: Iterable[Ruling],
    names: Mapping[str, str],
    decided: Iterable[tuple[tuple[Place, ...], Link]] = (),
) -> dict[str, Any]:
    """The data of a page: of each side its document and the commitments that may be reviewed.

    ``names`` are the labels of the statuses that this page calls otherwise, ``decided`` the links
    that a reader decided on, which need not be among the findings. Records are lists to keep the
    page small; ``findings.js`` names their columns.
    """
    units = _Index()
    paths = {side: _Index() for side in sides}
    for side, (_, commitments) in sides.items():
        for commitment in commitments:
            for depth in range(1, len(commitment.section) + 1):
                paths[side].add(commitment.section[:depth])
            for unit in (*commitment.lead, *commitment.support):
                units.add(unit)
    index = {
        side: {c.id: number for number, c in enumerate(commitments)}
        for side, (_, commitments) in sides.items()
    }

    def located(places: Iterable[Place]) -> list[list[Any]]:
        return [[side, index[side][c.id]] for side, c in places]

    features = sorted({name for f in findings if f.link for name in f.link.evidence})
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
            [
                finding.status,
                located(finding.places),
                _link(finding.link, features),
                finding.into,
            ]
            for finding in findings
        ],
        "decided": [[located(places), _link(link, [])] for places, link in decided],
        "features": features,
        "sections": {side: [list(path) for path in found] for side, found in paths.items()},
        "units": list(units),
        "unfit": [ruling_record(ruling) for ruling in unfit],
        "names": dict(names),
    }


def surroundings(extraction: Extraction, commitments: Iterable[Commitment]) -> list[list[Any]]:
    """The runs of a text around commitments that are enough to anchor decisions on them.

    Each is its offset and its characters; runs that touch are one.
    """
    runs: list[list[int]] = []
    for start, end in sorted(commitment.where for commitment in commitments):
        start, end = max(0, start - CONTEXT), end + CONTEXT
        if runs and start <= runs[-1][1]:
            runs[-1][1] = max(runs[-1][1], end)
        else:
            runs.append([start, end])
    text = extraction.document.text
    return [[start, text[start:end]] for start, end in runs if text]


def _link(link: Link | None, features: Sequence[str]) -> list[Any] | None:
    if link is None:
        return None
    decided = link.decided
    return [
        link.relation.value,
        round(link.probability, 6),
        link.band.value,
        link.matched_by,
        [round(link.evidence.get(name, 0), 2) or 0 for name in features],
        [decided.verdict.value, decided.by, decided.at, decided.why] if decided else None,
    ]


class _Index(dict[Any, int]):
    """Numbers things in the order in which they first turn up."""

    def add(self, thing: Any) -> None:
        self.setdefault(thing, len(self))
