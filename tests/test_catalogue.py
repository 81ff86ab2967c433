"""How a path or an id becomes a document or its ledger."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from policydiff.commitments.model import Extraction
from policydiff.corpus.catalogue import corpora, entries, resolve
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Document, Kind

CORPORA = Path(__file__).parents[1] / "corpora"
TEXT = "望津区2031年政府工作报告\n\n二、2031年工作任务\n\n新增公共停车位1200个。\n"
CATALOGUE = f"""
[[document]]
id = "wangjin-2031"
title = "望津区2031年报告"
publisher = "望津区人民政府"
year = 2031
kind = "work_report"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
characters = {len(TEXT)}
published = "nowhere"
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpora folder of the user's own, with one document and its ledger."""
    folder = tmp_path / "corpora"
    (folder / "documents").mkdir(parents=True)
    (folder / "ledgers").mkdir()
    (folder / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    header = (CORPORA / "ledgers" / "tiexi-2024-plan.csv").read_text(encoding="utf-8")
    ledger = header.splitlines()[0] + "\n"
    (folder / "ledgers" / "wangjin-2031.csv").write_text(ledger, encoding="utf-8")
    monkeypatch.setenv("POLICYDIFF_CORPORA", str(folder))
    return folder


def test_the_catalogue_lists_the_five_documents() -> None:
    known = {entry.id: entry for entry in entries()}
    assert known["tiexi-2014-report"].characters == 9832
    assert known["tiexi-fyp14"].kind is Kind.FIVE_YEAR_PLAN
    assert len(known) == 5
    assert corpora() == CORPORA


def test_the_catalogue_tells_the_truth_of_the_documents(shared: Path) -> None:
    for entry in entries():
        raw = (shared / "corpora" / f"{entry.id}.txt").read_bytes()
        assert hashlib.sha256(raw).hexdigest() == entry.sha256
        assert len(raw.decode("utf-8")) == entry.characters


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_an_id_gives_the_facts_where_the_document_is_not_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: object
) -> None:
    for part in ("catalogue.toml", "ledgers"):
        source = CORPORA / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / part)
    monkeypatch.setenv("POLICYDIFF_CORPORA", str(tmp_path))
    found = resolve(entry.id)  # type: ignore[attr-defined]
    assert isinstance(found, Extraction)
    assert found.facts_only
    assert found.document.characters > 0
    assert len(found.commitments) > 20
    assert all(c.quantity and c.indicator for c in found.commitments)


def test_a_document_is_found_whatever_its_name(own: Path) -> None:
    assert isinstance(resolve("wangjin-2031"), Extraction)
    (own / "documents" / "any name.txt").write_text(TEXT, encoding="utf-8")
    found = resolve("wangjin-2031")
    assert isinstance(found, Document)
    assert (found.id, found.title, found.text) == ("wangjin-2031", "望津区2031年报告", TEXT)


def test_a_path_of_a_known_document_gets_what_the_catalogue_says(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "download.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = resolve(path, year=2032)
    assert isinstance(found, Document)
    assert (found.id, found.publisher, found.year) == ("wangjin-2031", "望津区人民政府", 2032)


def test_a_sample_goes_by_its_name() -> None:
    found = resolve("wangjin-2024-tasks")
    assert isinstance(found, Document)
    assert found.kind is Kind.TASK_TABLE


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("wangjin-2024-task", "did you mean wangjin-2024-tasks or [^?]*?"),
        ("atlantis", "ids are in corpora/catalogue.toml and corpora/samples"),
    ],
)
def test_an_unknown_id_names_the_nearest_ones(name: str, hint: str) -> None:
    with pytest.raises(PolicydiffError, match=f"no such id; {hint}") as found:
        resolve(name)
    assert str(found.value).count(" or ") <= 2


def test_absent_ledger_and_document_is_said(own: Path) -> None:
    (own / "ledgers" / "wangjin-2031.csv").unlink()
    with pytest.raises(PolicydiffError, match="neither document nor ledger is at hand"):
        resolve("wangjin-2031")


def test_absent_corpora_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYDIFF_CORPORA", str(tmp_path))
    with pytest.raises(PolicydiffError, match="set POLICYDIFF_CORPORA"):
        corpora()
    with pytest.raises(PolicydiffError, match="set POLICYDIFF_CORPORA"):
        resolve("tiexi-2014-report")


@pytest.mark.parametrize("content", ["[[document]]\nid = 1", "document = 1", "{", "[[other]]\n"])
def test_a_broken_catalogue_is_said_in_one_line(own: Path, content: str) -> None:
    (own / "catalogue.toml").write_text(content, encoding="utf-8")
    with pytest.raises(PolicydiffError, match="not a catalogue"):
        resolve("wangjin-2031")
