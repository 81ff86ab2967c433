"""What a change gained and lost: figures kept in a file, and the figures of now against them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import PolicydiffError
from policydiff.evaluation.targets import TargetsReport
from policydiff.report.output import deliver

SCHEMA = "policydiff/targets-baseline/1"

DIGITS = 4
"""Digits after the point that a baseline keeps: changes below them are none."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One figure of one document that differs from the baseline."""

    document: str
    figure: str
    before: float
    after: float

    @property
    def better(self) -> bool:
        """Whether it rose. All figures of extraction are better when higher."""
        return self.after > self.before


def write_baseline(report: TargetsReport, path: Path) -> None:
    """Keep the figures of ``report`` (no text of any document). The file is replaced whole.

    Raises PolicydiffError if it cannot be written.
    """
    content = json.dumps({"schema": SCHEMA, "documents": _kept(report)}, indent=1) + "\n"
    deliver(content.encode(), path)


def read_baseline(path: Path) -> dict[str, dict[str, float]]:
    """The figures per document that were kept in ``path``.

    Raises PolicydiffError if it cannot be read or holds no figures.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise KeyError("schema")
        return {
            name: {figure: float(value) for figure, value in figures.items()}
            for name, figures in data["documents"].items()
        }
    except OSError as error:
        raise PolicydiffError(f"cannot read the baseline {path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PolicydiffError(f"{path} is no baseline: write a new one") from error


def gains(report: TargetsReport, baseline: dict[str, dict[str, float]]) -> tuple[Gain, ...]:
    """The figures that differ, by document in the order of ``report``; new documents have none."""
    return tuple(
        Gain(name, figure, baseline[name][figure], value)
        for name, figures in _kept(report).items()
        for figure, value in figures.items()
        if figure in baseline.get(name, {}) and baseline[name][figure] != value
    )


def _kept(report: TargetsReport) -> dict[str, dict[str, float]]:
    return {
        one.name: {figure: round(value, DIGITS) for figure, value in one.tally.figures().items()}
        for one in report.documents
    }
