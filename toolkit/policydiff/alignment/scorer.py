"""The probability that a careful reader would link two commitments: a small logistic model.

A model is readable JSON: per feature its mean, scale and weight, where the bands begin, and a
record of what it was trained on and how it did on pairs held out. Two are shipped:
``semantic.json``, the default, looks at words and meaning, ``plain.json`` at words alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydiff.alignment import encoder as bundled
from policydiff.alignment.encoder import Encoder
from policydiff.alignment.features import FEATURES
from policydiff.alignment.meaning import MEANING
from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from policydiff.alignment.features import Table
    from policydiff.alignment.similarity import Floats

SCHEMA = "policydiff/model/1"

SHIPPED = ("plain", "semantic")
"""Names of the shipped models."""

LIMITS: Mapping[str, tuple[float | None, float | None]] = {
    "other headline indicator": (None, -0.25),
    "other subject": (None, 0.0),
    "other object": (None, 0.0),
    "other sort of action": (None, 0.0),
    "number against none": (None, None),
    "neither has a number": (None, None),
}
"""Between what a feature's weight may lie; 0 and above where nothing else is said.

Evidence for a link never counts against it. Two different headline indicators always count against
it, by about 2 in log-odds: few pairs of documents teach that, since the true match stands nearby.
"""


@dataclass(frozen=True, slots=True)
class Model:
    """Logistic regression over standardised features.

    ``weights`` has the names of ``FEATURES`` and, where the model looks at meaning, of
    ``MEANING``; then ``encoder`` turns texts into vectors. ``possible`` and ``sure`` are the
    probabilities where the bands begin. ``record`` says what the model was trained on; it is for
    readers and plays no part in prediction.
    """

    intercept: float
    means: Mapping[str, float]
    scales: Mapping[str, float]
    weights: Mapping[str, float]
    possible: float
    sure: float
    record: Mapping[str, Any] = field(default_factory=dict)
    encoder: Encoder | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The features in the order of the columns of a table."""
        return tuple(self.weights)

    def contributions(self, table: Table) -> Table:
        """What each feature adds to the log-odds of each pair, against the average candidate."""
        import numpy as np

        columns = [
            (table[:, index] - self.means[name]) / self.scales[name] * self.weights[name]
            for index, name in enumerate(self.names)
        ]
        return np.column_stack(columns)

    def probabilities(self, table: Table) -> Floats:
        """The probability of each pair, rounded to six digits so that it is the same everywhere."""
        import numpy as np

        odds = self.intercept + self.contributions(table).sum(axis=1)
        return np.asarray(np.round(1 / (1 + np.exp(-odds)), 6))


def dumps(model: Model) -> str:
    """``model`` as JSON, one line per feature."""
    numbers = {
        name: {
            "mean": round(model.means[name], 6),
            "scale": round(model.scales[name], 6),
            "weight": round(model.weights[name], 6),
        }
        for name in model.names
    }
    lines = ",\n  ".join(f"{json.dumps(name)}: {json.dumps(numbers[name])}" for name in model.names)
    head = {
        "schema": SCHEMA,
        "intercept": round(model.intercept, 6),
        "possible": model.possible,
        "sure": model.sure,
        "training": dict(model.record),
    }
    opening = json.dumps(head, indent=1, ensure_ascii=False).removesuffix("\n}")
    return f'{opening},\n "features": {{\n  {lines}\n }}\n}}\n'


def loads(text: str, source: str) -> Model:
    """The model in ``text``, which came from ``source``. Raises PolicydiffError if it is none."""
    try:
        data = json.loads(text)
        names = (*FEATURES, *(name for name in MEANING if name in data["features"]))
        if data["schema"] != SCHEMA or set(data["features"]) != set(names):
            raise KeyError("schema")
        entries = {name: data["features"][name] for name in names}
        return Model(
            intercept=float(data["intercept"]),
            means={name: float(entry["mean"]) for name, entry in entries.items()},
            scales={name: float(entry["scale"]) for name, entry in entries.items()},
            weights={name: float(entry["weight"]) for name, entry in entries.items()},
            possible=float(data["possible"]),
            sure=float(data["sure"]),
            record=data["training"],
            encoder=bundled.encode if len(names) > len(FEATURES) else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PolicydiffError(
            f"{source} is no model of this version: train one with `policydiff train`"
        ) from error


def load(source: Path | None = None) -> Model:
    """The model in a file, or one of ``SHIPPED`` by its name.

    None is ``semantic``. Raises PolicydiffError if the file cannot be read or is no model.
    """
    if source is None:
        return _shipped("semantic")
    if str(source) in SHIPPED:
        return _shipped(str(source))
    try:
        return loads(source.read_text(encoding="utf-8"), str(source))
    except OSError as error:
        raise PolicydiffError(
            f"cannot read the model {source}: {error.strerror}; give a file that "
            f"`policydiff train` wrote, or {' or '.join(SHIPPED)}"
        ) from error


@lru_cache(maxsize=2)
def _shipped(name: str) -> Model:
    resource = files(__package__) / "models" / f"{name}.json"
    return loads(resource.read_text(encoding="utf-8"), f"{name}.json")


def fit(
    tables: Sequence[Table],
    labels: Sequence[Floats],
    *,
    possible: float,
    sure: float,
    strength: float = 0.03,
    record: Mapping[str, Any] | None = None,
    encoder: Encoder | None = None,
) -> Model:
    """Fit a model to one table and one list of labels per pair of documents.

    The columns are ``FEATURES``, and with an ``encoder`` those of ``MEANING``. A label is 1 for a
    certain link, 0 for none, and the weight of a positive for a possible link. A pair of documents
    counts by the square root of its rows, so that no long one speaks for all. ``strength`` is
    the inverse of the ridge penalty. Weights keep to ``LIMITS``, so that what a few pairs of
    documents teach carries over to others. Fitted with L-BFGS-B (Byrd et al. 1995).
    """
    import numpy as np
    from scipy.optimize import minimize

    names = (*FEATURES, *MEANING) if encoder else FEATURES
    table = np.vstack(tables)
    label = np.concatenate(labels)
    truth = (label > 0).astype(float)
    weight = np.where(label > 0, label, 1.0)
    weight /= np.sqrt(np.concatenate([np.full(len(one), len(one)) for one in labels]))
    weight /= weight.mean()
    means, scales = table.mean(axis=0), table.std(axis=0)
    scales = np.where(scales > 0, scales, 1.0)
    unit = (table - means) / scales

    def loss(values: Floats) -> tuple[float, Floats]:
        odds = unit @ values[:-1] + values[-1]
        errors = weight * (1 / (1 + np.exp(-odds)) - truth)
        fits = (weight * (np.logaddexp(0, odds) - truth * odds)).sum()
        penalty = (values[:-1] ** 2).sum() / (2 * strength)
        slope = unit.T @ errors + values[:-1] / strength
        return float(fits + penalty), np.append(slope, errors.sum())

    bounds = [*(LIMITS.get(name, (0.0, None)) for name in names), (None, None)]
    found = minimize(
        loss,
        np.append([min(0.0, high or 0.0) for _, high in bounds[:-1]], -4.0),
        args=(),
        method="L-BFGS-B",
        jac=True,
        bounds=bounds,
        options={"maxiter": 5000, "ftol": 1e-12},
    ).x

    def named(values: Floats) -> dict[str, float]:
        return dict(zip(names, (round(float(value), 6) for value in values), strict=True))

    return Model(
        intercept=round(float(found[-1]), 6),
        means=named(means),
        scales=named(scales),
        weights=named(found[:-1]),
        possible=possible,
        sure=sure,
        record=record or {},
        encoder=encoder,
    )
