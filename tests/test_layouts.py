"""Documents in many layouts are read as well as their baseline says, and well."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from policydiff.cli import main

CORPORA = Path(__file__).parents[1] / "corpora"
LAYOUTS = CORPORA / "layouts"
BASELINE = LAYOUTS / "baseline.json"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("layouts")
    build = runpy.run_path(str(CORPORA / "samples" / "build.py"))["build"]
    for path, content in build(LAYOUTS / "annotated", to).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return to


def test_nothing_is_read_worse_or_better_than_the_baseline_says(built: Path) -> None:
    kept = built / "baseline.json"
    arguments = [str(built / "gold"), "--documents", str(built), "--write-baseline", str(kept)]
    assert main(["evaluate", "targets", *arguments]) == 0
    told = "see corpora/layouts/README.md for how to compare and to write the baseline"
    assert kept.read_bytes() == BASELINE.read_bytes(), told


def test_every_layout_is_named_in_the_readme() -> None:
    readme = (LAYOUTS / "README.md").read_text(encoding="utf-8")
    names = {path.stem for path in (LAYOUTS / "annotated").glob("*.txt")}
    assert {name for name in names if f"`{name}`" not in readme} == set()
