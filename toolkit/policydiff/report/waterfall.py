"""A link as a waterfall of evidence, for notebooks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from policydiff.alignment.link import Link
from policydiff.errors import PolicydiffError
from policydiff.report.words import subject

if TYPE_CHECKING:
    import altair as alt

SMALLEST = 0.05
"""Contributions below this (in log-odds) share one step."""

_FURTHEST = 1e-6
"""Probabilities are rounded to six digits; one of 1 or 0 is drawn this far from it."""


def waterfall(link: Link) -> alt.LayerChart:
    """What takes the average candidate's log-odds to the link's, the heaviest feature first.

    Bars that speak for the link rise to the right, bars against it go left, and each says its
    log-odds. Raises PolicydiffError where altair (the ``notebooks`` extra) is missing, or a reader
    is the only evidence.
    """
    try:
        import altair as alt
    except ImportError as error:
        raise PolicydiffError(
            "a waterfall is drawn by altair: pip install 'policydiff[notebooks]'"
        ) from error
    steps = waterfall_steps(link)
    order = [step["step"] for step in steps]
    bars = alt.Chart(alt.InlineData(values=steps)).encode(
        y=alt.Y("step:N", sort=order, title=None, axis=alt.Axis(labelLimit=260))
    )
    shape = alt.Color(
        "speaks:N",
        title=None,
        legend=alt.Legend(orient="bottom"),
        scale=alt.Scale(domain=["all", "for", "against"], range=["#666666", "#2a78b5", "#c4572b"]),
    )
    drawn = bars.mark_bar().encode(
        x=alt.X("start:Q", title="log-odds", scale=alt.Scale(padding=40)),
        x2="end:Q",
        color=shape,
        tooltip=["step:N", "said:N"],
    )
    said = bars.mark_text(align="left", dx=4).encode(x="right:Q", text="said:N")
    title = f"{subject(link.a)} – {subject(link.b)}: probability {link.probability:.2f}"
    chart: alt.LayerChart = (drawn + said).properties(title=title, width=420)
    return chart


def waterfall_steps(link: Link) -> list[dict[str, Any]]:
    """The bars: ``step``, ``start`` and ``end`` in log-odds, what it ``speaks`` for, its label.

    Raises PolicydiffError where the link has no evidence, since a reader added it.
    """
    if not link.evidence:
        raise PolicydiffError(
            f"{link.a.id} and {link.b.id}: a reader added this link; there is no evidence to draw"
        )
    probability = min(max(link.probability, _FURTHEST), 1 - _FURTHEST)
    total = math.log(probability / (1 - probability))
    listed = {name: v for name, v in link.evidence.items() if abs(v) >= SMALLEST}
    listed = dict(sorted(listed.items(), key=lambda entry: -abs(entry[1])))
    small = [value for value in link.evidence.values() if abs(value) < SMALLEST]
    if small:
        listed[f"{len(small)} others"] = sum(small)
    at = total - sum(link.evidence.values())
    steps = [_bar("an average candidate", 0.0, at, "all")]
    for name, value in listed.items():
        steps.append(_bar(name, at, at + value, "for" if value > 0 else "against"))
        at += value
    return [*steps, _bar("in all", 0.0, total, "all")]


def _bar(step: str, start: float, end: float, speaks: str) -> dict[str, Any]:
    return {
        "step": step,
        "start": round(start, 6),
        "end": round(end, 6),
        "right": round(max(start, end), 6),
        "speaks": speaks,
        "said": f"{end - start:+.2f}",
    }
