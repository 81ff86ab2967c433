from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from policydiff.alignment.normalise import wording
from policydiff.alignment.thesaurus import objects, subjects

SOURCES = ("subjects.toml", "objects.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增公共停车位3500个", "盘活路内停车泊位"),
        ("推行“一窗受理”", "综合窗口覆盖率达到80%"),
        ("大力引进科技领军人才", "全年引进高层次人才100名以上"),
        ("支持非公有制经济健康发展", "加大对民营企业的支持力度"),
        ("建设数字化车间", "新增智能工厂8家"),
        ("改造农村卫生厕所", "推进厕所革命"),
    ],
)
def test_promises_in_different_words_share_an_object(one: str, other: str) -> None:
    assert objects(wording(one)) & objects(wording(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新建小学3所", "新增停车位100个"),
        ("粮食产量达到2万吨", "引进外资企业5家"),
        ("提高人民生活水平", "打捞河道漂浮的活水草"),
    ],
)
def test_different_things_share_none(one: str, other: str) -> None:
    assert not objects(wording(one)) & objects(wording(other))


def test_a_term_of_two_words_needs_both() -> None:
    assert "家庭医生" in objects(wording("推广医生签约服务"))
    assert "家庭医生" not in objects(wording("推广企业签约服务"))


def test_subjects_are_broader_than_objects() -> None:
    assert "停车" in subjects(wording("规范静态停车秩序"))


@pytest.mark.parametrize("source", SOURCES)
def test_every_term_can_be_found(source: str) -> None:
    """Each has a first word of two characters or more, and no line repeats one."""
    listed = tomllib.loads((files("policydiff.alignment") / source).read_text(encoding="utf-8"))
    for name, terms in listed.items():
        words = terms.split()
        assert len(words) == len(set(words)), name
        for term in words:
            assert len(term.split("&")[0]) >= 2, (name, term)
            assert all(term.split("&")), (name, term)
