"""The page of a coverage: promises without a row, rows without a source, links, units."""

from __future__ import annotations

from dataclasses import replace

from policydiff.alignment.link import Relation
from policydiff.comparison import STATUS_OF
from policydiff.coverage import Coverage, Divided
from policydiff.report.html.findings import Finding, Group, linked, newsworthy, stated
from policydiff.report.html.pair import pair_page, remaining

_NAMES = {"dropped": "no.row", "new": "no.source", "recurring": "divided"}
"""What the statuses of a comparison are called between a plan and its table."""

_CLOSED = frozenset({"related", "kept"})


def coverage_html(coverage: Coverage) -> str:
    """The coverage as one HTML page, with both texts where they are at hand.

    In the page a reader can review the links and save the decisions.
    """
    counts = coverage.summary
    context = {
        "coverage": coverage,
        "plan": {
            "n": counts["promises"],
            "found": counts["with_row"],
            "open": counts["row_undetermined"],
            "missing": counts["without_row"],
        },
        "table": {
            "n": counts["rows"],
            "found": counts["with_source"],
            "open": counts["source_undetermined"],
            "missing": counts["without_source"],
        },
    }
    return pair_page(
        "coverage.html",
        coverage.comparison,
        _groups(coverage),
        context,
        names=_NAMES,
        command="coverage PLAN TABLE",
        script="coverage.js",
    )


def _groups(coverage: Coverage) -> list[Group]:
    found = coverage.comparison
    by_status: dict[str, list[Finding]] = {
        "dropped": [stated("dropped", "a", (c,)) for c in coverage.without_row],
        "new": [stated("new", "b", row.commitments) for row in coverage.without_source],
        "undetermined": [linked("undetermined", k) for k in coverage.undetermined],
        **{STATUS_OF[relation].value: [] for relation in _CHANGES},
        "recurring": [_divided(divided) for divided in coverage.divided],
        "related": [],
        "kept": [],
    }
    for link in (*found.changed, *found.related, *found.kept):
        status = STATUS_OF[link.relation].value
        by_status[status].append(linked(status, link))
    groups = [
        Group(key, newsworthy(findings), key not in _CLOSED)
        for key, findings in by_status.items()
        if findings
    ]
    return [*groups, *remaining(found, groups)]


def _divided(divided: Divided) -> Finding:
    finding = stated("recurring", "b", divided.commitments)
    note = "" if divided.sure else "uncertain"
    return replace(finding, row=replace(finding.row, note=note))


_CHANGES = (Relation.RAISED, Relation.LOWERED, Relation.REFRAMED)
