"""The demonstration runs, shows the main job twice and says what to try next."""

from __future__ import annotations

import pytest

from policydiff.demo import run


def test_the_demonstration_shows_facts_quotes_and_what_is_next(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run() == 0
    shown = capsys.readouterr().out
    assert "$ policydiff diff tiexi-2014-report tiexi-2024-plan" in shown
    assert "“新增公共停车位2600个”" in shown
    assert shown.index("Recurring inside one document") < shown.index("What to try next")
