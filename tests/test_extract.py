from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.commitments.model import Basis, Commitment, Comparator, Measure
from policydiff.reading import read
from policydiff.reading.document import (
    Binding,
    Document,
    IndicatorCell,
    IndicatorRow,
    Kind,
    Paragraph,
    Section,
    Span,
    Stance,
)


def document(
    text: str, *blocks: Paragraph | IndicatorRow, kind: Kind = Kind.PLAN_REPORT
) -> Document:
    section = Section(("二、任务", "（一）港口"), Stance.TARGET)
    return Document(
        id="t",
        path="t.txt",
        sha256="",
        title="某区计划",
        publisher="",
        year=2024,
        kind=kind,
        encoding="utf-8",
        characters=len(text),
        text=text,
        blocks=blocks or (Paragraph(0, len(text), section, "7", ("区港务局",), ("各街道",)),),
    )


def found(text: str) -> tuple[Commitment, ...]:
    return extract(document(text)).commitments


def test_a_list_becomes_one_commitment_for_each_member() -> None:
    first, second, third = found("提质改造旧区45个、街巷13条、管网90公里。")
    assert [one.quote for one in (first, second, third)] == [
        "提质改造旧区45个",
        "街巷13条",
        "管网90公里",
    ]
    assert {one.action for one in (first, second, third)} == {"提质改造"}
    assert [one.indicator for one in (first, second, third)] == ["旧区", "街巷", "管网"]
    assert third.quantity is not None
    assert (third.quantity.value, third.quantity.unit) == (90, "公里")


def test_everything_a_commitment_carries() -> None:
    (one,) = found("新增公共停车位不低于1.6万个。")
    assert one.quantity is not None
    assert one.id == f"c{one.quantity.start}"
    assert (one.stance, one.year, one.hedge) == (Stance.TARGET, 2024, "")
    assert (one.section, one.item) == (("二、任务", "（一）港口"), "7")
    assert (one.lead, one.support) == (("区港务局",), ("各街道",))
    assert (one.action, one.indicator) == ("新增", "公共停车位")
    assert one.quantity.value == 16000
    assert one.quantity.comparator is Comparator.AT_LEAST
    assert one.quantity.kind is Measure.AMOUNT
    assert one.quantity.basis is Basis.INCREMENT


def test_a_headline_indicator_has_its_canonical_name() -> None:
    (one,) = found("公共财政预算收入增长9%。")
    assert (one.indicator, one.canonical, one.action) == (
        "公共财政预算收入",
        "一般公共预算收入",
        "增长",
    )


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "围绕港口升级，推进码头改造，完善集疏运体系，为航运发展提供坚实支撑。",
            ["推进码头改造", "完善集疏运体系"],
        ),
        ("一是打造滨水公园；二是实施“近水、乐居”工程。", ["打造滨水公园", "实施“近水、乐居”工程"]),
        ("各位代表，让我们携手并进、砥砺前行！", []),
    ],
)
def test_qualitative_commitments_are_the_clauses_that_state_them(
    text: str, quotes: list[str]
) -> None:
    assert [one.quote for one in found(text)] == quotes


def test_a_baseline_is_an_outcome_without_a_year() -> None:
    before, after = found("试点社区由30个扩增至70个。")
    assert (before.stance, before.year) == (Stance.OUTCOME, None)
    assert (after.stance, after.year) == (Stance.TARGET, 2024)
    assert before.indicator == after.indicator == "试点社区"


def test_an_indicator_row_gives_one_commitment_for_each_value() -> None:
    text = "1\n税收年均增长\n%\n6\n8以上\n约束性\n2\n港口收入\n亿元\n3\n力争高于税收增长"
    at = text.index
    section = Section(("专栏",), Stance.TARGET)
    rows = (
        IndicatorRow(
            0,
            at("约"),
            section,
            "1",
            Span(at("税"), at("%") - 1),
            "%",
            (
                IndicatorCell(at("6"), at("6") + 1, 2020, Stance.OUTCOME),
                IndicatorCell(at("8"), at("8") + 3, 2025, Stance.TARGET),
            ),
            Binding.BINDING,
        ),
        IndicatorRow(
            at("2\n港"),
            len(text),
            section,
            "2",
            Span(at("港"), at("亿") - 1),
            "亿元",
            (
                IndicatorCell(at("3\n力"), at("3\n力") + 1, 2020, Stance.OUTCOME),
                IndicatorCell(at("力"), len(text), 2025, Stance.TARGET),
            ),
        ),
    )
    first, second, third, fourth = extract(document(text, *rows)).commitments
    assert (first.indicator, first.stance, first.year) == ("税收", Stance.OUTCOME, 2020)
    assert second.quantity is not None
    assert second.quantity.kind is Measure.GROWTH
    assert second.quantity.comparator is Comparator.AT_LEAST
    assert second.binding is Binding.BINDING
    assert third.quantity is not None
    assert (third.quantity.value, third.quantity.unit) == (300_000_000, "元")
    assert (fourth.indicator, fourth.quote) == ("港口收入", "力争高于税收增长")
    assert fourth.quantity is None


def test_a_document_in_which_nothing_was_found_says_so() -> None:
    extraction = extract(document("各位代表。"))
    assert extraction.commitments == ()
    (diagnostic,) = extraction.diagnostics
    assert diagnostic.code == "nothing-found"
    assert "某区计划" in diagnostic.message


@pytest.mark.parametrize(
    "name",
    [
        "tiexi-2014-report",
        "tiexi-2024-plan",
        "tiexi-2024-tasks",
        "shenhe-2024-tasks",
        "tiexi-fyp14",
    ],
)
def test_real_documents_keep_the_contract(shared: Path, name: str) -> None:
    source = read(shared / "corpora" / f"{name}.txt")
    extraction = extract(source)
    assert extraction.commitments
    assert len({one.id for one in extraction.commitments}) == len(extraction.commitments)
    places = [one.where for one in extraction.commitments]
    assert places == sorted(places)
    for one in extraction.commitments:
        assert one.quote == source.text[one.start : one.end]
        assert one.indicator
        if one.quantity is None:
            assert len(one.quote) <= 60
        else:
            assert one.quantity.text == source.text[one.quantity.start : one.quantity.end]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("加大整治力度，对渔港路等9个小区实施改造提升。", "提升"),
        ("对今年以前印发的30件文件进行全面清理。", "清理"),
        ("对12家企业实施了除尘改造工程。", "改造"),
        ("对8处堤段进行加高。", "进行"),
    ],
)
def test_what_is_done_to_the_things_counted_is_the_action(sentence: str, action: str) -> None:
    (one,) = [one for one in extract(document(sentence)).commitments if one.quantity]
    assert one.action == action


def test_extraction_does_not_depend_on_the_hash_seed(shared: Path) -> None:
    script = (
        "from policydiff.commitments.extract import extract\n"
        "from policydiff.reading import read\n"
        f"print(extract(read({str(shared / 'corpora' / 'tiexi-2024-plan.txt')!r})))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_extraction_is_about_as_fast_as_cutting_words(shared: Path) -> None:
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    source = read(shared / "corpora" / "tiexi-fyp14.txt")

    def seconds(work: object) -> float:
        assert callable(work)
        begin = time.process_time()
        work()
        return time.process_time() - begin

    extracting = min(seconds(lambda: extract(source)) for _ in range(3))
    cutting = min(seconds(lambda: jieba.lcut(source.text)) for _ in range(3))
    assert extracting < 2 * cutting


def test_a_note_stands_as_the_place_stands_where_its_term_is_used() -> None:
    text = "“三站一网”初步形成。\n“三站一网”救护体系：即建成3个救护站。\n“五桥”：即建成5座桥。"
    first, second, third = (text.index(words) for words in ("“三站", "“三站一网”救", "“五桥”"))
    blocks = (
        Paragraph(first, second - 1, Section(("一、回顾",), Stance.OUTCOME)),
        Paragraph(second, third - 1, Section(("附：注释",))),
        Paragraph(third, len(text), Section(("附：注释",))),
    )
    counted = [
        one
        for one in extract(document(text, *blocks, kind=Kind.FIVE_YEAR_PLAN)).commitments
        if one.quantity
    ]
    assert [one.stance for one in counted] == [Stance.OUTCOME, Stance.TARGET]


def test_a_chapter_on_two_periods_follows_its_paragraphs() -> None:
    lines = ["“十三五”时期渔港新增8座。", "“十四五”时期是关键五年。", "——渔港新增9座。"]
    text = "\n".join(lines)
    section = Section(("一、“十三五”成就和“十四五”目标",))
    starts = [text.index(line) for line in lines]
    ends = [at + len(line) for at, line in zip(starts, lines, strict=True)]
    blocks = [Paragraph(*span, section) for span in zip(starts, ends, strict=True)]
    report = replace(document(text, *blocks, kind=Kind.WORK_REPORT), year=2021)
    counted = [one for one in extract(report).commitments if one.quantity]
    assert [(one.stance, one.year) for one in counted] == [
        (Stance.OUTCOME, 2020),
        (Stance.TARGET, 2025),
    ]


def test_background_promises_only_numbers() -> None:
    text = "海运需求上升，努力扩大航线，到2025年开通航线8条。"
    section = Section(("第一章 总则", "第二节 面临的机遇"))
    found = extract(document(text, Paragraph(0, len(text), section), kind=Kind.FIVE_YEAR_PLAN))
    assert [one.quote for one in found.commitments] == ["到2025年开通航线8条"]


def test_a_description_in_an_unknown_document_promises_nothing() -> None:
    text = "本区位于河口北岸。全区有学校12所。建设渔港3座。"
    found = extract(document(text, Paragraph(0, len(text), Section()), kind=Kind.OTHER))
    assert [(one.indicator, one.stance) for one in found.commitments] == [
        ("学校", Stance.OUTCOME),
        ("渔港", Stance.TARGET),
    ]


def test_characters_of_no_width_leave_quotations_as_printed() -> None:
    text = "粮食\u200b产量达到5\u200b0亿斤。"
    (one,) = found(text)
    assert one.quantity is not None
    assert (one.indicator, one.quantity.text, one.quantity.value) == (
        "粮食产量",
        "5\u200b0亿斤",
        5e9,
    )
    assert one.quote == text[one.start : one.end]


def test_a_row_of_cells_parted_by_bars_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "rows.txt"
    path.write_text(
        "青河县2031年民生实事\n一、城市更新\n改造道路3条； | 11月 | 建设局\n"
        "新建公园2处； | 12月 | 建设局\n新增车位300个。 | 10月 | 建设局\n",
        encoding="utf-8",
    )
    numbers = [one for one in extract(read(path)).commitments if one.quantity]
    assert [one.indicator for one in numbers] == ["道路", "公园", "车位"]


def test_points_are_stops_where_a_text_has_no_other(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    text = "农业走在前列.粮食产量稳定在 31万吨左右,农产 品质量提高. 森林覆盖率达到 39.5%以上.\n"
    path.write_text(text, encoding="utf-8")
    found = [one for one in extract(read(path)).commitments if one.quantity]
    assert [(one.indicator, one.quantity and one.quantity.value) for one in found] == [
        ("粮食产量", 310000),
        ("森林覆盖率", 39.5),
    ]
    assert all(one.quote in text for one in found)


def test_a_line_end_between_verb_and_number(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "青岚县第十五个五年规划纲要\n\n——动能转换成效明显。工业增加值年均增\n长 9%，"
        "单位产值能耗累计降低\n15%，森林覆盖率达到\n45%以上。\n",
        encoding="utf-8",
    )
    assert [
        (one.indicator, one.quantity.text, one.quantity.kind.value, one.quantity.comparator.value)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("工业增加值", "9%", "growth", "="),
        ("单位产值能耗", "15%", "growth", "="),
        ("森林覆盖率", "45%", "share", ">="),
    ]
