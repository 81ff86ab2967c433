"""What each group of our features brings: F on pairs left out of training, without the group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from policydiff.alignment.assignment import choose
from policydiff.alignment.encoder import Encoder
from policydiff.alignment.features import FEATURES
from policydiff.alignment.meaning import MEANING
from policydiff.alignment.scorer import fit, load
from policydiff.alignment.training import Prepared, prepare
from policydiff.evaluation.held_out import example
from policydiff.evaluation.links import LinkCase

if TYPE_CHECKING:
    from policydiff.alignment.similarity import Floats

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "what: the indicator": (
            "indicator alike",
            "same head noun",
            "spelling of the indicator alike",
        ),
        "what: headline indicators": ("same headline indicator", "other headline indicator"),
        "what: the subject": (
            "rarest subject shared",
            "subjects alike",
            "other subject",
        ),
        "what: the object": ("rarest object shared", "objects alike", "other object"),
        "what: quoted names": ("quoted name shared",),
        "what: the action": ("same sort of action", "other sort of action"),
        "how much": (
            "same number",
            "number against none",
            "neither has a number",
        ),
        "wording: words": (
            "rarest word shared",
            "all words shared",
            "words alike",
        ),
        "wording: characters": ("clause alike", "pairs of characters alike"),
        "where it stands": ("section alike", "neighbours alike"),
        "whether there is a closer one": ("closest in a", "closest in b"),
        "meaning": MEANING,
    }
)
"""Every feature of alignment, in groups that answer one question."""

_THRESHOLDS = tuple(step / 100 for step in range(5, 100, 5))


@dataclass(frozen=True, slots=True)
class Ablation:
    """F per pair and its mean, when ``without`` these features; one threshold for all pairs."""

    without: str
    threshold: float
    f: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The mean over the pairs."""
        return sum(self.f.values()) / len(self.f)


def ablate(cases: Sequence[LinkCase]) -> tuple[Ablation, ...]:
    """All features first, then each group left out. Every pair is measured left out of training."""
    encoder = load().encoder
    names = (*FEATURES, *MEANING) if encoder else FEATURES
    prepared = [prepare(example(case), encoder) for case in cases]
    return (
        _measured("nothing", prepared, encoder),
        *(
            _measured(name, _without(prepared, [names.index(one) for one in group]), encoder)
            for name, group in GROUPS.items()
            if set(group) <= set(names)
        ),
    )


def ablation_markdown(ablations: Sequence[Ablation]) -> str:
    """One row per ablation: F per pair, mean F, and what leaving the group out changes."""
    pairs = list(ablations[0].f)
    lines = [
        f"| without | {' | '.join(pairs)} | mean F | change |",
        "|---" * (len(pairs) + 3) + "|",
    ]
    for one in ablations:
        cells = [f"{one.f[pair]:.3f}" for pair in pairs]
        change = f"{one.mean - ablations[0].mean:+.3f}".replace("-", "−")
        lines.append(f"| {one.without} | {' | '.join(cells)} | {one.mean:.3f} | {change} |")
    return "\n".join(lines) + "\n"


def _measured(name: str, prepared: Sequence[Prepared], encoder: Encoder | None) -> Ablation:
    left_out = []
    for one in prepared:
        others = [other for other in prepared if other is not one]
        model = fit(
            [other.table for other in others],
            [other.labels for other in others],
            possible=0.0,
            sure=1.0,
            encoder=encoder,
        )
        left_out.append(model.probabilities(one.table))
    at = {least: _f(prepared, left_out, least) for least in _THRESHOLDS}
    best = max(_THRESHOLDS, key=lambda least: (round(sum(at[least].values()), 9), least))
    return Ablation(name, best, at[best])


def _f(
    prepared: Sequence[Prepared], probabilities: Sequence[Floats], least: float
) -> dict[str, float]:
    return {
        one.name: one.score(choose(one.pairs, p, least))[2]
        for one, p in zip(prepared, probabilities, strict=True)
    }


def _without(prepared: Sequence[Prepared], columns: Sequence[int]) -> list[Prepared]:
    """The same with ``columns`` at 0, so that a model gives them no weight."""
    masked = []
    for one in prepared:
        table = one.table.copy()
        table[:, columns] = 0.0
        masked.append(replace(one, table=table))
    return masked
