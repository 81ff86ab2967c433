"""One self-contained HTML page: it works offline, from a double-click, without a network."""

from policydiff.report.html.comparison import diff_html

__all__ = ["diff_html"]
