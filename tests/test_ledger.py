"""Ledgers hold the facts of a document, can be read back, and hold no sentence."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.commitments.model import (
    Basis,
    Commitment,
    Comparator,
    Extraction,
    Measure,
    Quantity,
)
from policydiff.corpus.ledger import COLUMNS, ledger_csv, read_ledger
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Binding, Document, Kind, Stance

DOCUMENT = Document(
    id="invented",
    path="",
    sha256="0" * 64,
    title="",
    publisher="",
    year=2024,
    kind=Kind.TASK_TABLE,
    encoding="",
    characters=900,
    text="",
    blocks=(),
)
QUANTITY = Quantity(
    start=120,
    end=125,
    text="1.6万个",
    value=16000.0,
    value_max=None,
    unit="个",
    comparator=Comparator.AT_LEAST,
    kind=Measure.AMOUNT,
    basis=Basis.INCREMENT,
)
COMMITMENT = Commitment(
    id="c120",
    start=100,
    end=130,
    quote="新增公共停车位1.6万个以上",
    stance=Stance.TARGET,
    section=("二、2024年工作安排", "（四）提升城市品质", "停车设施"),
    item="22",
    action="新增",
    indicator="公共停车位",
    quantity=QUANTITY,
    year=2024,
    hedge="力争",
    binding=Binding.BINDING,
    lead=("区城市管理局", "区城乡建设局"),
    support=("各镇街",),
    canonical=None,
)


def written(*commitments: Commitment) -> list[dict[str, str]]:
    page = ledger_csv(Extraction(DOCUMENT, commitments))
    return list(csv.DictReader(page.splitlines()))


def test_a_row_holds_the_facts_and_not_the_sentence() -> None:
    (row,) = written(COMMITMENT)
    assert tuple(row) == COLUMNS
    assert (row["section"], row["value"], row["printed"]) == ("二 （四）", "16000", "1.6万个")
    assert row["lead"] == "1 区城市管理局; 2 区城乡建设局"
    assert COMMITMENT.quote not in ",".join(row.values())


def test_only_numbers_are_facts() -> None:
    assert written(replace(COMMITMENT, quantity=None)) == []


def test_reading_back_gives_the_facts(tmp_path: Path) -> None:
    ranged = replace(COMMITMENT, quantity=replace(QUANTITY, value_max=20000.5, basis=None))
    path = tmp_path / "invented.csv"
    path.write_text(ledger_csv(Extraction(DOCUMENT, (COMMITMENT, ranged))), encoding="utf-8")
    extraction = read_ledger(path, DOCUMENT)
    facts = {"start": 120, "end": 125, "quote": "", "section": ("二", "（四）")}
    assert extraction.facts_only
    assert extraction.commitments == (replace(COMMITMENT, **facts), replace(ranged, **facts))
    assert ledger_csv(extraction) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("第三章  强化科技创新", "第三章"),
        ("第十二节 优先发展教育", "第十二节"),
        ("十一、保障措施", "十一"),
        ("（二）聚力创新", "（二）"),
        ("(3) 项目建设", "(3)"),
        ("2.新型创新载体", "2"),
        ("专栏 3  公共服务指标", "专栏3"),
        ("专栏：2024年重点工程", "专栏"),
        ("主要预期目标", ""),
        ("2024年工作任务", ""),
    ],
)
def test_headings_are_cut_to_their_numbers(heading: str, number: str) -> None:
    (row,) = written(replace(COMMITMENT, section=(heading,)))
    assert row["section"] == number


def test_long_names_are_elided_in_the_middle() -> None:
    name = "规模以上工业企业数字化研发设计工具普及率"
    (row,) = written(replace(COMMITMENT, indicator=name))
    assert row["indicator"] == "规模以上工业…计工具普及率"
    assert len(row["indicator"]) <= 13


@pytest.mark.parametrize("content", ["", "start,end\n1,2\n", "\x00", ",".join(COLUMNS) + "\n1,x\n"])
def test_what_is_no_ledger_is_said_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"broken\.csv: not a ledger"):
        read_ledger(path, DOCUMENT)
