from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.vocabulary import Vocabulary, canonical, vocabulary
from policydiff.errors import PolicydiffError


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("地区生产总值", "地区生产总值"),
        ("国内生产总值", "地区生产总值"),
        ("GDP", "地区生产总值"),
        ("ＧＤＰ", "地区生产总值"),
        ("公共财政预算收入", "一般公共预算收入"),
        ("全市一般公共预算收入", "一般公共预算收入"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("规上工业增加值增速", "规模以上工业增加值"),
        ("社会商品零售总额", "社会消费品零售总额"),
        ("实际使用外资", "实际利用外资"),
        ("农民人均纯收入", "农民人均纯收入"),
        ("CPI", "居民消费价格"),
        ("服务业增加值占GDP的比重", "服务业增加值占比"),
        ("全社会研发支出占GDP的比例", "研发经费投入强度"),
        ("纺织业产值占地区生产总值比重", None),
        ("公共停车位", None),
        ("装备制造业产值", None),
        ("有效产业投资", None),
    ],
)
def test_headline_indicators_have_one_name(indicator: str, expected: str | None) -> None:
    assert canonical(indicator) == expected


def test_the_vocabulary_is_large_and_every_entry_has_its_source() -> None:
    measures = set(vocabulary().measures.values())
    assert len(measures) >= 80
    assert all(measure.source for measure in measures)


@pytest.mark.parametrize(
    ("left", "right"),
    [("公共停车泊位", "公共停车位"), ("首台套装备", "首台（套）装备"), ("市场主体", "经营主体")],
)
def test_words_for_one_thing_become_equal(left: str, right: str) -> None:
    assert vocabulary().same_object(left) == vocabulary().same_object(right)


def test_a_users_file_adds_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[measure]]\nname = "港口吞吐量"\nalso = ["吞吐量", "GDP"]\nunits = ["吨"]\n'
        'source = "港口统计"\n\n[[object]]\nsame = ["码头", "埠头"]\n',
        encoding="utf-8",
    )
    own = Vocabulary.load(path)
    assert own.canonical("吞吐量") == "港口吞吐量"
    assert own.canonical("GDP") == "港口吞吐量"
    assert own.canonical("地区生产总值") == "地区生产总值"
    assert own.same_object("埠头") == "码头"


@pytest.mark.parametrize("content", ["not toml [", '[[measure]]\nname = "甲"\n'])
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"own\.toml"):
        Vocabulary.load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicydiffError, match=r"none\.toml"):
        Vocabulary.load(tmp_path / "none.toml")
