"""The page of a coverage: promises without a row, rows without a source, units."""

from __future__ import annotations

from policydiff.coverage import Coverage
from policydiff.report.html.page import page
from policydiff.report.words import number_words, subject


def coverage_html(coverage: Coverage) -> str:
    """The coverage as one HTML page."""
    counts = coverage.summary
    context = {
        "coverage": coverage,
        "sides": (("plan", coverage.comparison.a), ("table", coverage.comparison.b)),
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
        "subject": subject,
        "number": number_words,
    }
    return page("coverage.html", context, {}, ("frame.js", "list.js"))
