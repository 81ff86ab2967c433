"""A text in traditional characters says what its simplified twin says, as it is printed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import compare, extract, read, trace
from policydiff.alignment.link import Relation
from policydiff.alignment.normalise import plain, wording
from policydiff.commitments.model import Extraction
from policydiff.comparison import Status
from policydiff.reading.document import IndicatorRow, Kind, Paragraph
from policydiff.reading.script import legible, shadow, simplified

SIMPLIFIED = """\
青河县2031年政府工作报告
各位代表：
一、2030年工作回顾
过去一年，全县生产总值增长6.5%，新开工亿元以上项目12个，投资额达到35亿元。
二、2031年主要目标和任务
今年力争地区生产总值增长6%左右，粮食总产量稳定在31万吨以上，万元产值能耗下降2.8%。
（一）建设幸福家园。新建公办幼儿园5所，改造老旧小区20个、惠及群众3000户。力争创建“绿洲”驿站8处。
（二）发展现代农业。新增设施蔬菜1.2万亩，农产品精深加工企业达到45家。制定乡村振兴实施办法。
（三）牵头单位：县发展改革局；责任单位：县财政局、各乡镇。

主要指标
指标\t单位\t2031年目标\t属性
城镇登记失业率\t%\t4.5以内\t预期性
耕地保有量\t万亩\t62\t约束性
"""
TRADITIONAL = """\
青河縣2031年政府工作報告
各位代表：
一、2030年工作回顧
過去一年，全縣生産總值增長6.5%，新開工億元以上項目12個，投資額達到35億元。
二、2031年主要目標和任務
今年力爭地區生產總值增長6%左右，糧食總產量穩定在31萬噸以上，萬元產值能耗下降2.8%。
（一）建設幸福家園。新建公辦幼兒園5所，改造老舊小區20個、惠及群眾3000戶。力爭創建「綠洲」驛站8處。
（二）發展現代農業。新增設施蔬菜1.2萬畝，農産品精深加工企業達到45家。制定鄉村振興實施辦法。
（三）牽頭單位：縣發展改革局；責任單位：縣財政局、各鄉鎮。

主要指標
指標\t單位\t2031年目標\t屬性
城鎮登記失業率\t%\t4.5以內\t預期性
耕地保有量\t萬畝\t62\t約束性
"""
GLOSSED = TRADITIONAL.replace("區", "區(qū)").replace("發", "發(fā)").replace("個", "個（gè）")


def extracted(path: Path, text: str) -> Extraction:
    path.write_text(text, encoding="utf-8")
    return extract(read(path))


def facts(extraction: Extraction) -> list[object]:
    return [
        (
            replace(one, id="", start=0, end=0, quote="", quantity=None),
            one.quantity and replace(one.quantity, start=0, end=0, text=""),
        )
        for one in extraction.commitments
    ]


@pytest.mark.parametrize("text", [TRADITIONAL, GLOSSED])
def test_traditional_characters_say_what_simplified_ones_say(text: str, tmp_path: Path) -> None:
    twin = extracted(tmp_path / "simplified.txt", SIMPLIFIED)
    other = extracted(tmp_path / "traditional.txt", text)
    assert len(twin.commitments) > 15
    assert facts(other) == facts(twin)
    assert (other.document.title, other.document.kind) == (
        "青河县2031年政府工作报告",
        Kind.WORK_REPORT,
    )
    assert other.document.text == text
    assert all(one.quote == text[one.start : one.end] for one in other.commitments)
    assert [one.quantity.text for one in other.commitments if one.quantity] == [
        text[one.quantity.start : one.quantity.end] for one in other.commitments if one.quantity
    ]
    assert {"5所", "20個", "3000戶", "1.2萬畝"} <= {
        one.quantity.text for one in other.commitments if one.quantity
    }
    assert [one.id for one in other.commitments] == [
        f"c{one.where[0]}" for one in other.commitments
    ]


def test_blocks_stand_where_the_file_has_them(tmp_path: Path) -> None:
    document = extracted(tmp_path / "traditional.txt", GLOSSED).document
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    rows = [block for block in document.blocks if isinstance(block, IndicatorRow)]
    assert GLOSSED[paragraphs[0].start : paragraphs[0].end].startswith("過去一年，")
    assert GLOSSED[paragraphs[0].start : paragraphs[0].end].endswith("35億元。")
    assert [GLOSSED[row.name.start : row.name.end] for row in rows] == [
        "城鎮登記失業率",
        "耕地保有量",
    ]
    assert [GLOSSED[row.cells[0].start : row.cells[0].end] for row in rows] == ["4.5以內", "62"]


@pytest.mark.parametrize("text", [TRADITIONAL, GLOSSED])
def test_the_twins_keep_every_commitment(text: str, tmp_path: Path) -> None:
    twin = extracted(tmp_path / "simplified.txt", SIMPLIFIED)
    other = extracted(tmp_path / "traditional.txt", text)
    for a, b in ((twin, other), (other, twin)):
        comparison = compare(a, b)
        assert set(comparison.statuses_a.values()) == {Status.KEPT}
        assert set(comparison.statuses_b.values()) == {Status.KEPT}
        assert all(link.b.quote in b.document.text for link in comparison.links)


def test_a_thread_goes_through_both_scripts(tmp_path: Path) -> None:
    before = tmp_path / "before.txt"
    before.write_text(SIMPLIFIED, encoding="utf-8")
    after = tmp_path / "after.txt"
    after.write_text(
        TRADITIONAL.replace("2031", "2032").replace("2030", "2031").replace("5所", "7所"),
        encoding="utf-8",
    )
    (schools,) = trace([before, after]).about("幼兒園").followed
    assert [one.commitment.year for one in schools.stations] == [2031, 2032]
    assert schools.stations[1].change is Relation.RAISED


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("全縣佔地裏數産業爲衆個", "全县占地里数产业为众个"),
        ("個﹑項﹔萬﹪", "个、项;万%"),
        ("發「展」與『業』", "发“展”与‘业’"),
        ("發(fā)展社區（qū）個", "发展社区个"),
        ("實行個稅(EU)、項(km)", "实行个税(EU)、项(km)"),
        ("个别项目由張老師設計", "个别项目由張老師設計"),
        ("國际业务发展", "國际业务发展"),
        ("", ""),
    ],
)
def test_shadow(printed: str, told: str) -> None:
    found = shadow(printed)
    assert found.text == told
    assert len(found.at) == len(told) + 1


@given(st.text("個發區(qū)fāū業（）\r\n\x0b\0﹪豈𠀀a1，", max_size=40))
def test_every_sign_is_read_where_it_stands(text: str) -> None:
    found = shadow(text)
    places = list(found.at)
    assert places == sorted(set(places))
    assert places[-1] == len(text)
    assert len(simplified(text)) == len(text)
    assert shadow(found.text).text == found.text
    for told, place in zip(found.text, places, strict=False):
        assert told == text[place] or not text[place].isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新增就業崗位3萬個", "新增就业岗位3万个"),
        ("「綠洲」驛站", "“绿洲”驿站"),
        ("社區(qū)養老", "社区养老"),
    ],
)
def test_comparable_texts_are_in_one_script(one: str, other: str) -> None:
    assert plain(one) == plain(other)
    assert wording(one) == wording(other)
    assert simplified(legible(one)) == legible(one)


def test_simplified_texts_do_without_the_converter(tmp_path: Path) -> None:
    path = tmp_path / "simplified.txt"
    path.write_text(SIMPLIFIED.replace("5所", "5所——均为公办·"), encoding="utf-8")
    code = (
        "import sys; from policydiff import compare, extract, read;"
        f"one = extract(read({str(path)!r})); compare(one, one); sys.exit('opencc' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
