"""Ours against the baselines, over the same clauses: a table, and precision–recall curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydiff.alignment.aligner import align, apart, is_inside
from policydiff.commitments.model import Commitment
from policydiff.errors import PolicydiffError
from policydiff.evaluation.ablation import ablate, ablation_markdown
from policydiff.evaluation.baselines import BASELINES, Baseline
from policydiff.evaluation.curves import Curve, Point, curve
from policydiff.evaluation.held_out import held_out_models
from policydiff.evaluation.links import LinkCase, score
from policydiff.report.output import deliver

if TYPE_CHECKING:
    import pandas as pd

    from policydiff.alignment.scorer import Model
    from policydiff.evaluation.curves import Scores

OURS = "policydiff"

LOWEST = 0.02
"""The probability at which our curve ends."""

_PAGE = """# Links: ours against what people would use instead

Every method scores the same pairs of clauses. **F** is the harmonic mean of precision over all
links that readers made and recall of the certain ones; in brackets precision / recall and the
threshold. The others get the best threshold on each pair, which nobody knows beforehand; ours has
one threshold for all pairs, and weights from training without the pair.

{table}
![Precision–recall curves](link-baselines.svg)

“Its defaults” are those of the package but for the threshold: `string_grouper` and PolyFuzz then
remove everything but Latin letters and digits. “For Chinese” keeps the characters, uses n-grams as
short as Chinese words and asks for many matches instead of the best one.

## What our features bring

F with one group of features left out, each pair left out of training, one threshold for all pairs.

{ablation}
## How this was made

The annotated documents may not be passed on, so this page is not part of `make results`:

```sh
python3 -m venv .venv-baselines
.venv-baselines/bin/pip install -e '.[baselines]'
.venv-baselines/bin/policydiff evaluate links GOLD --documents DOCUMENTS --baselines results
```
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """How one method does on one pair of documents. ``best`` is the point that is reported."""

    method: str
    pair: str
    best: Point
    curve: Curve


@dataclass(frozen=True, slots=True)
class Contest:
    """All methods on all pairs, ours last; ``absent`` names methods whose package is missing."""

    entries: tuple[Entry, ...]
    absent: tuple[str, ...]

    def to_frame(self) -> pd.DataFrame:
        """One row per method and pair: threshold, precision, recall, F, rounded to 3 digits."""
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "method": one.method,
                    "pair": one.pair,
                    "threshold": round(one.best.threshold, 3),
                    "precision": round(one.best.precision, 3),
                    "recall": round(one.best.recall, 3),
                    "f": round(one.best.f, 3),
                }
                for one in self.entries
            ]
        )

    def to_markdown(self) -> str:
        """F per method and pair, and in brackets precision / recall and the threshold."""
        methods = list(dict.fromkeys(one.method for one in self.entries))
        pairs = list(dict.fromkeys(one.pair for one in self.entries))
        at = {(one.method, one.pair): one.best for one in self.entries}
        lines = [f"| method | {' | '.join(pairs)} | mean F |", "|---" * (len(pairs) + 2) + "|"]
        for method in methods:
            points = [at[method, pair] for pair in pairs]
            mean = sum(one.f for one in points) / len(points)
            cells = [
                f"**{one.f:.2f}** ({one.precision:.2f} / {one.recall:.2f} ≥ {one.threshold:.2f})"
                for one in points
            ]
            lines.append(f"| {method} | {' | '.join(cells)} | **{mean:.2f}** |")
        if self.absent:
            lines += ["", f"Not installed, so not measured: {', '.join(self.absent)}."]
        return "\n".join(lines) + "\n"


def contest(cases: Sequence[LinkCase], baselines: Sequence[Baseline] = BASELINES) -> Contest:
    """Measure every installed baseline, then ours with each pair left out of training.

    Inside one document all methods look at the same pairs: the earlier commitment first, and not
    two from one row or clause. Raises PolicydiffError with fewer than two pairs of documents.
    """
    entries = [
        entry for baseline in baselines if baseline.installed for entry in _theirs(baseline, cases)
    ]
    for case, model in zip(cases, held_out_models(cases), strict=True):
        entries.append(_ours(case, model))
    absent = tuple(baseline.name for baseline in baselines if not baseline.installed)
    return Contest(tuple(entries), absent)


def write_contest(cases: Sequence[LinkCase], folder: Path) -> Contest:
    """Hold the contest and leave it in ``folder``: ``link-baselines`` ``.csv``, ``.md``, ``.svg``.

    The Markdown page also says what each group of our features brings (`ablate`). Raises
    PolicydiffError if a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PolicydiffError(
            f"{folder}: cannot be a folder for the tables: {error.strerror}"
        ) from error
    result = contest(cases)
    page = _PAGE.format(table=result.to_markdown(), ablation=ablation_markdown(ablate(cases)))
    table = result.to_frame().to_csv(index=False, lineterminator="\n")
    deliver(table.encode(), folder / "link-baselines.csv")
    deliver(page.encode(), folder / "link-baselines.md")
    deliver(picture(result).encode(), folder / "link-baselines.svg")
    return result


def picture(result: Contest) -> str:
    """Precision–recall curves as SVG, one panel per pair: ours thick, a dot where it is reported.

    Needs the ``notebooks`` or the ``baselines`` extra (altair, vl-convert).
    """
    import altair as alt
    import vl_convert

    panels = [
        _panel(alt, pair, [one for one in result.entries if one.pair == pair])
        for pair in dict.fromkeys(one.pair for one in result.entries)
    ]
    chart = alt.hconcat(*panels).configure_view(stroke=None)
    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def _panel(alt: Any, pair: str, entries: Sequence[Entry]) -> Any:
    import pandas as pd

    methods = [one.method for one in entries]
    lines = [
        {"method": one.method, "recall": recall, "precision": precision}
        for one in entries
        for recall, precision in _thinned(one.curve)
    ]
    dots = [
        {"method": one.method, "recall": one.best.recall, "precision": one.best.precision}
        for one in entries
    ]
    ours = alt.datum.method == OURS
    shape = {
        "x": alt.X("recall:Q", scale=alt.Scale(domain=(0, 1))),
        "y": alt.Y("precision:Q", scale=alt.Scale(domain=(0, 1))),
        "color": alt.Color("method:N", title=None, sort=methods, scale=_colours(alt, methods)),
    }
    curves = (
        alt.Chart(pd.DataFrame(lines))
        .mark_line()
        .encode(
            order="recall:Q",
            strokeWidth=alt.condition(ours, alt.value(3), alt.value(1)),
            **shape,
        )
    )
    reported = alt.Chart(pd.DataFrame(dots)).mark_circle(size=50, opacity=1).encode(**shape)
    return (curves + reported).properties(title=pair, width=300, height=300)


def _colours(alt: Any, methods: Sequence[str]) -> Any:
    """Ours black, the others from a scheme made for ten categories."""
    palette = (
        "#4c78a8", "#f58518", "#e45756", "#72b7b2", "#54a24b",
        "#eeca3b", "#b279a2", "#ff9da6", "#9d755d", "#bab0ac",
    )  # fmt: skip
    others = [one for one in methods if one != OURS]
    return alt.Scale(domain=[*others, OURS], range=[*palette[: len(others)], "black"])


def _theirs(baseline: Baseline, cases: Sequence[LinkCase]) -> Iterator[Entry]:
    for case in cases:
        left, right = _sides(case)
        scores = baseline.similarity([one.quote for one in left], [one.quote for one in right])
        line = curve(case.gold, left, right, _eligible(case, left, right, scores))
        yield Entry(baseline.name, case.name, line.best, line)


def _ours(case: LinkCase, model: Model) -> Entry:
    import numpy as np

    found = score(case, align(case.a, case.b, case.stances, model)).all
    left, right = _sides(case)
    rows = {one.id: n for n, one in enumerate(left)}
    columns = {one.id: n for n, one in enumerate(right)}
    scores = np.zeros((len(left), len(right)))
    for link in align(case.a, case.b, case.stances, replace(model, possible=LOWEST)):
        scores[rows[link.a.id], columns[link.b.id]] = link.probability
    point = Point(model.possible, found.precision, found.recall, found.f)
    return Entry(OURS, case.name, point, curve(case.gold, left, right, scores))


def _sides(case: LinkCase) -> tuple[list[Commitment], list[Commitment]]:
    left, right = (
        [one for one in side.commitments if one.stance is stance]
        for side, stance in zip((case.a, case.b), case.stances, strict=True)
    )
    return left, right


def _eligible(
    case: LinkCase, left: Sequence[Commitment], right: Sequence[Commitment], scores: Scores
) -> Scores:
    """Scores without the pairs that alignment does not look at either."""
    import numpy as np

    if not is_inside(case.a, case.b, case.stances):
        return scores
    allowed = [
        [i < j and apart(one, other) for j, other in enumerate(right)] for i, one in enumerate(left)
    ]
    return np.where(np.array(allowed), scores, 0.0)


def _thinned(line: Curve) -> list[tuple[float, float]]:
    """Recall to two digits, rising, and the best precision that has it."""
    best: dict[float, float] = {}
    for recall, precision in zip(line.recall, line.precision, strict=True):
        at = round(float(recall), 2)
        best[at] = max(best.get(at, 0.0), round(float(precision), 3))
    return sorted(best.items())
