"""Figures of an evaluation: names to shares between 0 and 1, for terminals, CSV and Markdown."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from textwrap import fill

Figures = Mapping[str, Mapping[str, float]]


def figures_text(figures: Figures, notes: Iterable[str] = (), *, width: int = 80) -> str:
    """A paragraph per name in at most ``width`` cells, then ``notes``, one a line."""
    lines = []
    for name, values in figures.items():
        shares = "   ".join(f"{figure}\xa0{value:.3f}" for figure, value in values.items())
        indent = " " * 2
        folded = fill(shares, width, initial_indent=indent, subsequent_indent=indent)
        lines += [name, folded.replace("\xa0", " ")]
    noted = list(notes)
    return "\n".join([*lines, *([""] if noted else []), *noted]) + "\n"


def figures_csv(figures: Figures) -> str:
    """One row per name, one column per figure, four digits."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(["name", *_columns(figures)])
    writer.writerows(_rows(figures, 4))
    return page.getvalue()


def figures_markdown(figures: Figures) -> str:
    """A table with one row per name and one column per figure, three digits."""
    columns = _columns(figures)
    lines = [f"| | {' | '.join(columns)} |", "|---" + "|---:" * len(columns) + "|"]
    lines += [f"| {' | '.join(row)} |" for row in _rows(figures, 3)]
    return "\n".join(lines) + "\n"


def _columns(figures: Figures) -> list[str]:
    return list(dict.fromkeys(figure for values in figures.values() for figure in values))


def _rows(figures: Figures, digits: int) -> list[list[str]]:
    columns = _columns(figures)
    return [
        [name, *(f"{values[c]:.{digits}f}" if c in values else "" for c in columns)]
        for name, values in figures.items()
    ]
