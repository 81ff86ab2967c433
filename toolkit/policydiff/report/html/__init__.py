"""One self-contained HTML page: it works offline, from a double-click, without a network."""

from policydiff.report.html.comparison import diff_html
from policydiff.report.html.coverage import coverage_html
from policydiff.report.html.trace import trace_html

__all__ = ["coverage_html", "diff_html", "trace_html"]
