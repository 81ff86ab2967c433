"""Where the real documents are, for the tests that read them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with ``corpora/`` and ``gold/``; skips where it is not at hand."""
    named = os.environ.get("POLICYDIFF_DATA")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    if not (folder / "corpora").is_dir():
        pytest.skip(f"the real documents are not at {folder} (set POLICYDIFF_DATA)")
    return folder
