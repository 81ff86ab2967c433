"""How common a run of characters is in government prose, so that set phrases weigh little.

``frequencies.tsv`` holds, for 43 work reports of the State Council (1978–2025), in how many
clauses each character n-gram (n <= 4) stands; n-grams in fewer than 15 clauses are left out.
Made with ``python -m policydiff.alignment.frequencies REPORT.txt … > frequencies.tsv``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from policydiff.alignment.normalise import grams, wording

LONGEST = 4
RAREST = 15

_CLAUSE_END = re.compile(r"[，。；;、：:！？!?\s]+")


@dataclass(frozen=True, slots=True)
class Frequencies:
    """``counts`` of clauses per n-gram, out of ``clauses``; what is missing is rarer."""

    clauses: int
    counts: Mapping[str, int]

    def share(self, gram: str) -> float:
        """The share of clauses that hold ``gram``; unlisted, half that of the rarest.

        A word longer than ``LONGEST`` counts as its rarest part.
        """
        parts = [gram[i : i + LONGEST] for i in range(max(1, len(gram) - LONGEST + 1))]
        return min(self.counts.get(part, RAREST / 2) for part in parts) / self.clauses


def count(texts: Iterable[str]) -> Frequencies:
    """The clause frequencies of n-grams in ``texts``, those in at least ``RAREST`` clauses."""
    counts: Counter[str] = Counter()
    clauses = 0
    for text in texts:
        for part in _CLAUSE_END.split(text):
            words = wording(part)
            if len(words) > 1:
                clauses += 1
                counts.update(grams(words, LONGEST))
    return Frequencies(clauses, {gram: n for gram, n in counts.items() if n >= RAREST})


def dump(frequencies: Frequencies) -> str:
    """A line per count with the n-grams that have it, highest first, after the total."""
    by_count: dict[int, list[str]] = {}
    for gram, n in frequencies.counts.items():
        by_count.setdefault(n, []).append(gram)
    lines = [f"{n}\t{' '.join(sorted(by_count[n]))}" for n in sorted(by_count, reverse=True)]
    return "\n".join([f"{frequencies.clauses}\t", *lines, ""])


@lru_cache(maxsize=1)
def load() -> Frequencies:
    """The shipped frequencies."""
    text = (files(__package__) / "frequencies.tsv").read_text(encoding="utf-8")
    total, *lines = text.splitlines()
    counts = {}
    for line in lines:
        n, listed = line.split("\t")
        counts.update(dict.fromkeys(listed.split(" "), int(n)))
    return Frequencies(int(total), counts)


if __name__ == "__main__":
    sys.stdout.write(dump(count(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])))
