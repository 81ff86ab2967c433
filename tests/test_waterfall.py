"""A link as a waterfall."""

from __future__ import annotations

import math
import sys
from dataclasses import replace

import pytest

from policydiff import sources
from policydiff.alignment.link import Link
from policydiff.errors import PolicydiffError
from policydiff.report.waterfall import waterfall, waterfall_steps


@pytest.fixture(scope="module")
def link() -> Link:
    links = sources.compare("wangjin-2024-plan", "wangjin-2024-tasks").links
    return min(links, key=lambda one: one.probability)


def test_steps_lead_from_the_average_candidate_to_the_link(link: Link) -> None:
    first, *steps, last = waterfall_steps(link)
    assert (first["step"], last["step"]) == ("an average candidate", "in all")
    odds = math.log(link.probability / (1 - link.probability))
    assert last["end"] == pytest.approx(odds, abs=1e-5)  # both are rounded
    for before, after in zip([first, *steps], steps, strict=False):
        assert before["end"] == pytest.approx(after["start"])
    assert steps[-1]["end"] == pytest.approx(last["end"], abs=1e-5)
    assert all((step["end"] > step["start"]) == (step["speaks"] == "for") for step in steps)


def test_certainty_can_be_drawn(link: Link) -> None:
    assert waterfall_steps(replace(link, probability=1.0))[-1]["end"] == pytest.approx(13.8, 0.01)


def test_chart_holds_the_steps(link: Link) -> None:
    pytest.importorskip("altair")
    record = waterfall(link).to_dict()
    named = {step["step"] for step in waterfall_steps(link)}
    (values,) = record["datasets"].values()
    assert {value["step"] for value in values} == named
    assert f"{link.probability:.2f}" in record["title"]


def test_a_reader_alone_is_no_evidence(link: Link) -> None:
    with pytest.raises(PolicydiffError, match="a reader added this link"):
        waterfall_steps(replace(link, evidence={}))


def test_missing_altair_names_the_extra(link: Link, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(PolicydiffError, match=r"policydiff\[notebooks\]"):
        waterfall(link)
