"""The results follow from the ledgers, byte for byte, and carry no sentence of a real document."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(
    path
    for folder in ("corpora", "results", "notebooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".csv", ".md", ".txt", ".tsv", ".toml", ".ipynb"}
    and "documents" not in path.parts
)
RUN = 18


def test_results_are_up_to_date() -> None:
    build = runpy.run_path(str(ROOT / "results" / "make.py"))["build"]
    stale = [p.name for p, s in build().items() if p.read_text(encoding="utf-8") != s]
    assert not stale, "run make results"


@pytest.fixture(scope="module")
def real_runs(shared: Path) -> set[str]:
    """Every run of 18 characters of the real documents, without punctuation."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((shared / "corpora").glob("*.txt"))]
    return {run for text in texts for run in runs(text)}


def runs(text: str) -> set[str]:
    bare = re.sub(r"[^一-鿿0-9A-Za-z%.]+", "", text)
    return {bare[at : at + RUN] for at in range(len(bare) - RUN)}


def test_nothing_shipped_carries_a_sentence(real_runs: set[str]) -> None:
    for path in [*SHIPPED, ROOT / "README.md"]:
        found = runs(path.read_text(encoding="utf-8")) & real_runs
        sentences = [run for run in found if len(re.findall(r"[一-鿿]", run)) >= 12]
        assert not sentences, path.relative_to(ROOT)
