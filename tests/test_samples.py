"""The sample documents and their gold agree with the annotated sources and the codebook."""

from __future__ import annotations

import csv
import runpy
from itertools import pairwise
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
DOCUMENTS = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def text(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def test_generated_files_are_up_to_date() -> None:
    build = runpy.run_path(str(SAMPLES / "build.py"))["build"]
    stale = [p.name for p, s in build().items() if p.read_text(encoding="utf-8") != s]
    assert not stale, "run corpora/samples/build.py"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_targets_point_at_their_text(name: str) -> None:
    document = text(name)
    found = rows(SAMPLES / "gold" / "targets" / f"{name}.tsv")
    assert len(document) >= 2000
    assert len(found) >= 40
    for row in found:
        assert document[int(row["start"]) : int(row["end"])] == row["text"]
        assert float(row["value"]) >= 0
    assert all(int(a["end"]) <= int(b["start"]) for a, b in pairwise(found))


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "gold/links").glob("*.tsv")), ids=lambda p: p.stem
)
def test_links_point_at_numbers_or_clauses(path: Path) -> None:
    for side, name in zip("ab", path.stem.split("--"), strict=True):
        document = text(name)
        for row in rows(path):
            span = document[int(row[f"{side}_start"]) : int(row[f"{side}_end"])]
            assert span
            assert "\n" not in span
