from __future__ import annotations

import sys

import pytest

from policydiff import parallel
from policydiff.parallel import FEW, mapping

NUMBERS = list(range(FEW + 3))


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    with mapping(workers) as apply:
        assert list(apply(divmod, NUMBERS, [3] * len(NUMBERS))) == [divmod(n, 3) for n in NUMBERS]


@pytest.mark.parametrize("terminal", [False, True])
def test_a_bar_is_shown_to_a_person_who_waits_and_to_nobody_else(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(parallel, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    with mapping(what="counting") as apply:
        assert list(apply(abs, NUMBERS)) == NUMBERS
    out, err = capsys.readouterr()
    assert out == ""
    assert ("counting" in err) is terminal
