from __future__ import annotations

import pytest

from policydiff.reading.document import Stance
from policydiff.reading.weighing import leaning, weighed

BACK, AHEAD = Stance.OUTCOME, Stance.TARGET


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("截至年末，全县累计建成水库9座，蓄水量居全省第二。", BACK),
        ("新办企业230家，同比多了40家，获评省级双创基地。", BACK),
        ("渔港改造全面完工，码头吞吐量首次超过百万吨，较上年多一成，位居全市前列。", BACK),
        ("港口吞吐量82.16万吨，税收3.24亿元，占年度计划的106%。", BACK),
        ("种子田扩至6万亩，良种覆盖面稳步扩大，收购秩序持续优化，农户收入明显提高。", BACK),
        ("渔业产值是“十四五”末的2.1倍，与2025年相比，渔船多出12艘。", BACK),
        ("公路里程由2025年的300公里增加到2030年的420公里，路网持续优化，居全省第六。", BACK),
        ("2030年全市渔业产值达到88亿元，居全省第三，省级以上渔港3个。", BACK),
        ("亩产由410公斤提高到530公斤。", BACK),
        ("受理诉求162件，办理步伐加快。首家书院落成了。", BACK),
        ("惠及9万多人次，群众满意度明显提升，治理水平不断提高。", BACK),
        ("农技服务更好，让每户用上清水，完善管护制度。", AHEAD),
        ("主要预期目标：产值增长8.5%，收入增长9.5%。", AHEAD),
        ("全镇拟修粮仓3座。", AHEAD),
        ("力争新办企业200家以上。", AHEAD),
        ("到2035年，公路里程达到500公里。", AHEAD),
        ("今后三年，全镇要新修梯田8000亩，亩均增产一成左右。", AHEAD),
        ("6月底前完成选址，年底前开工。", AHEAD),
        ("继续办好3所夜校，大力发展海水养殖。", AHEAD),
        ("新修渠道16公里，推进泵站改造，加强河湖管护。", None),
        ("税收3.24亿元，增长8%。", None),
        ("青岚县位于云岭东麓，下辖9个乡镇。", None),
    ],
)
def test_signs_of_what_was_done_and_what_is_to_be(words: str, expected: Stance | None) -> None:
    assert weighed(words) is expected


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([-6, -2, 1], BACK),
        ([4, 3, -1], AHEAD),
        ([5, -4], None),
        ([-1, -1], None),
        ([], None),
    ],
)
def test_what_most_paragraphs_are(weights: list[int], expected: Stance | None) -> None:
    assert leaning(weights) is expected
