"""What the README shows is what the program prints."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from policydiff import __version__
from policydiff.cli import main
from policydiff.corpus.catalogue import resolve
from policydiff.reading.document import Document

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_commands_set_themselves_up() -> None:
    commands = re.findall(r"^(?:make|policydiff) \S+", README, flags=re.MULTILINE)
    assert commands[:2] == ["make demo", "make test"]


def test_the_example_is_what_the_program_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``POLICYDIFF_REGENERATE=1`` puts what it prints into the README."""
    monkeypatch.setenv("COLUMNS", "80")
    example = re.search(r"```console\n\$ policydiff (.+)\n((?s:.+?))```", README)
    assert example is not None
    assert main(shlex.split(example[1])) == 0
    printed = capsys.readouterr().out
    if os.environ.get("POLICYDIFF_REGENERATE"):
        (ROOT / "README.md").write_text(README.replace(example[2], printed), encoding="utf-8")
    else:
        assert printed == example[2]


def test_the_citation_can_be_checked() -> None:
    document = resolve("wangjin-2024-tasks")
    assert isinstance(document, Document)
    cited = re.search(r"characters (\d+)–(\d+), SHA-256 (\w+)…;\n> policydiff (\S+)", README)
    assert cited is not None
    assert document.text[int(cited[1]) : int(cited[2])] == "2600个"
    assert document.sha256.startswith(cited[3])
    assert cited[4] == __version__


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
