from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.errors import PolicydiffError
from policydiff.reading import Document, Kind, Paragraph, Stance, read

PAGE = """欢迎来到某某文库! 工作总结 工作计划 心得体会 自查报告
当前位置:首页 > 范文大全 > 公文 > 正文

青溪区2030年政府工作报告【完整版】

时间:2030-05-21 来源:网友投稿

各位代表:现在,我代表区政府向大会报告工作。一、2029年工作回顾一年来,全区经济平稳增长,下面是小编整理的报告,供大家参考。

政府工作报告

各位代表:

现在,我代表区政府向大会报告工作。

一、2029年工作回顾

一年来,全区经济平稳增长,新增停车位800个。

(一)产业不断壮大

主导产业优化升级。装备产业实现产值20亿元,增长15%。

二、2030年主要任务

今年要重点抓好以下工作:

(一)加快发展产业

1.做强装备产业。实现产值25亿元,
增长25%。

2.新增企业20家。

专栏：2030年重点工程

\t道路工程：新建道路9条。

公园：改造公园3处


(二)改善民生

新增停车位1000个。

推荐访问:青溪区 政府工作报告

猜你喜欢
物业公司2030年工作计划10篇
"""


def written(text: str, folder: Path) -> Document:
    path = folder / "report.txt"
    path.write_bytes(text.encode())
    return read(path)


def quotes(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_web_page_becomes_a_document(tmp_path: Path) -> None:
    document = written(PAGE, tmp_path)
    assert (document.id, document.title) == ("report", "青溪区2030年政府工作报告")
    assert (document.publisher, document.year) == ("青溪区人民政府", 2030)
    assert (document.kind, document.encoding) == (Kind.WORK_REPORT, "utf-8")
    assert document.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert document.characters == len(PAGE)
    assert document.text == PAGE
    assert quotes(document) == [
        "现在,我代表区政府向大会报告工作。",
        "一年来,全区经济平稳增长,新增停车位800个。",
        "主导产业优化升级。装备产业实现产值20亿元,增长15%。",
        "今年要重点抓好以下工作:",
        "做强装备产业。实现产值25亿元,\n增长25%。",
        "新增企业20家。",
        "新建道路9条。",
        "改造公园3处",
        "新增停车位1000个。",
    ]


def test_sections_nest_and_set_the_stance(tmp_path: Path) -> None:
    sections = [block.section for block in written(PAGE, tmp_path).blocks]
    assert [section.stance for section in sections] == (
        [None] + [Stance.OUTCOME] * 2 + [Stance.TARGET] * 6
    )
    assert sections[4].headings == ("二、2030年主要任务", "(一)加快发展产业", "1.做强装备产业")
    assert sections[5].headings == ("二、2030年主要任务", "(一)加快发展产业")
    assert sections[6].headings[2:] == ("专栏：2030年重点工程", "道路工程")
    assert sections[8].headings == ("二、2030年主要任务", "(二)改善民生")


def test_windows_line_ends_give_the_same_blocks(tmp_path: Path) -> None:
    unix, windows = (quotes(written(text, tmp_path)) for text in (PAGE, PAGE.replace("\n", "\r\n")))
    assert [quote.replace("\r", "") for quote in windows] == unix


def test_text_broken_at_links_is_joined(tmp_path: Path) -> None:
    text = (
        "各位代表：\n\n一、2029年工作回顾\n\n新建\n高速铁路\n100公里，PM\n2.5\n下降3%。\n\n"
        "第二，\n增长5%。\n"
    )
    assert quotes(written(text, tmp_path)) == [
        "新建\n高速铁路\n100公里，PM\n2.5\n下降3%。",
        "增长5%。",
    ]


@pytest.mark.parametrize("buttons", ["【打印本页】　【关闭窗口】", "[打印] [关闭]"])
def test_the_buttons_of_a_page_take_no_line_with_them(buttons: str, tmp_path: Path) -> None:
    tasks = "1.新建书屋7个。（责任单位：区文化局）\n2.改造浮桥3座。（责任单位：区港务局）"
    text = f"青石区民生实事\n\n{tasks}\n{buttons}\n"
    assert [one.quote for one in extract(written(text, tmp_path)).commitments] == [
        "新建书屋7个",
        "改造浮桥3座",
    ]


def test_page_numbers_part_no_paragraph(tmp_path: Path) -> None:
    text = "各位代表：\n\n新增停车位\n\n— 12 —\n\n300个。\n"
    assert quotes(written(text, tmp_path)) == ["新增停车位\n\n— 12 —\n\n300个。"]
    text = "各位代表：\n\n新增停车位\n\n# Page 12:\n300个。\n\nPage 3 of 9\n"
    assert quotes(written(text, tmp_path)) == ["新增停车位\n\n# Page 12:\n300个。"]


def test_markdown_is_read_as_if_it_were_plain(tmp_path: Path) -> None:
    text = (
        "title: 政府工作报告\n---\n\n**一、2030年工作回顾**\n\n新增停车位300个。\n\n"
        "## **二、2031年重点工作**\n\n> **——港口更新。**新建船坞**40座**。\n"
    )
    document = written(text, tmp_path)
    assert document.title == "政府工作报告"
    assert [block.section.stance for block in document.blocks] == [Stance.OUTCOME, Stance.TARGET]
    quoted = [one.quote for one in extract(document).commitments if one.quantity]
    assert quoted == ["新增停车位300个", "新建船坞**40座"]


def test_a_sentence_cut_at_its_number_is_whole(tmp_path: Path) -> None:
    text = "各位代表：\n\n到2031年，船坞利用率比\n2030年提高3%；\n2032\n年，船坞数量增长4%。\n"
    found = extract(written(text, tmp_path)).commitments
    assert [(one.indicator, one.year) for one in found] == [
        ("船坞利用率", 2031),
        ("船坞数量", 2032),
    ]
    text = (
        "各位代表：\n\n港口稳定，学校学生总数约 138\n\n万人。渔业稳步发展，海产总值\n\n"
        "97.4 亿元，增长10%。\n"
    )
    found = extract(written(text, tmp_path)).commitments
    numbers = [(one.indicator, one.quantity.value) for one in found if one.quantity]
    assert numbers == [
        ("学校学生总数", 1_380_000),
        ("海产总值", 9_740_000_000),
        ("海产总值", 10),
    ]


def test_print_may_break_lines_inside_words_and_numbers(tmp_path: Path) -> None:
    text = (
        "青溪区2031年重点工作安排\n\n一、扩大港口\n建立港口名录，实\n"
        "现全区渔船平台化管理，登记时限压缩至2 个工作\n日以内，"
        "渔船达到105\n00 艘以\n上，新增车位300\n个。\n"
    )
    found = [
        (one.action, one.indicator, one.quantity and one.quantity.value)
        for one in extract(written(text, tmp_path)).commitments
    ]
    assert found == [
        ("建立", "港口名录", None),
        ("实现", "渔船平台化管理", None),
        ("压缩", "登记时限", 2),
        ("达到", "渔船", 10_500),
        ("新增", "车位", 300),
    ]


def test_a_heading_may_run_into_a_sentence_on_its_year(tmp_path: Path) -> None:
    text = (
        "2031年政府工作报告\n\n各位代表：\n\n一、2030年工作回顾\n\n新增车位300个。\n\n"
        "二、以振兴港口为核心，全力做好2031年各项工作今年将全面建港，前景光明。\n\n（一）扩大港口\n\n"
        "新增船坞30座。\n"
    )
    stances = [one.stance for one in extract(written(text, tmp_path)).commitments if one.quantity]
    assert stances == [Stance.OUTCOME, Stance.TARGET]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    text = (
        "青溪区“十五五”规划纲要\n\n目  录\n\n第一章 总体要求……1\n"
        "第一节 原则……2\n第二章 扩大开放.....3\n\n"
        "第一章  总体要求\n\n坚持人民至上。\n\n第二章  扩大开放\n\n新增企业20家。\n"
    )
    document = written(text, tmp_path)
    assert quotes(document) == ["坚持人民至上。", "新增企业20家。"]
    assert document.blocks[0].section.headings == ("第一章  总体要求",)


def test_given_metadata_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    document = read(path, id="x", title="甲", publisher="乙", year=2031, kind=Kind.OTHER)
    assert (document.id, document.title, document.publisher) == ("x", "甲", "乙")
    assert (document.year, document.kind) == (2031, Kind.OTHER)
    assert document.blocks[-1].section.stance is Stance.TARGET


@pytest.mark.parametrize(
    ("text", "title", "kind", "year"),
    [
        (
            "关于青溪区2029年国民经济和社会发展计划\n执行情况与2030年计划草案的报告\n\n各位代表：\n",
            "关于青溪区2029年国民经济和社会发展计划执行情况与2030年计划草案的报告",
            Kind.PLAN_REPORT,
            2030,
        ),
        (
            "近日\n关于云港区2030年民生实事项目\n实施情况的通报\n新建公园5个。\n",
            "关于云港区2030年民生实事项目实施情况的通报",
            Kind.OTHER,
            2031,
        ),
        (
            "本规划纲要根据区委关于制定第十五个五年规划的建议编制。\n第一章 发展基础\n2025年，",
            "report",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            '结合我区实际,特制定青溪区卫生事业发展"十五五"(2026-2030年)规划。',
            '青溪区卫生事业发展"十五五"(2026-2030年)规划',
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "青溪区国民经济和社会发展第十五个五年规划纲要(2026年1月9日通过)是行动纲领。",
            "青溪区国民经济和社会发展第十五个五年规划纲要",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "青溪区国民经济和社会发展第十五个五年规划纲要，是行动纲领。",
            "青溪区国民经济和社会发展第十五个五年规划纲要",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "政府工作报告\n——2030年1月5日在青溪区人民代表大会会议上\n",
            "政府工作报告",
            Kind.WORK_REPORT,
            2030,
        ),
        (
            "政府工作报告\n——2029年12月5日在青溪区人民代表大会会议上\n",
            "政府工作报告",
            Kind.WORK_REPORT,
            2030,
        ),
        (
            "政府工作报告\n——2030年1月5日在青溪区第九届\n人民代表大会第三次会议上\n",
            "政府工作报告",
            Kind.WORK_REPORT,
            2030,
        ),
        ("各位代表：\n\n一、2029年工作回顾\n\n新建。", "政府工作报告", Kind.WORK_REPORT, 2030),
        (
            "关于青溪区2029年国民经济和社会发展计划执行情况的报告\n\n各位代表：\n",
            "关于青溪区2029年国民经济和社会发展计划执行情况的报告",
            Kind.PLAN_REPORT,
            2030,
        ),
        (
            "关于青溪区2029年上半年国民经济和社会发展计划执行情况的报告\n\n各位代表：\n",
            "关于青溪区2029年上半年国民经济和社会发展计划执行情况的报告",
            Kind.PLAN_REPORT,
            2029,
        ),
        (
            "关于分解2029年《政府工作报告》任务的通知\n\n各街道：\n",
            "关于分解2029年《政府工作报告》任务的通知",
            Kind.TASK_TABLE,
            2029,
        ),
        (
            "2030年青溪区民生实事项目\n\n新增停车位300个。\n",
            "2030年青溪区民生实事项目",
            Kind.TASK_TABLE,
            2030,
        ),
        (
            "各位委员：\n现将青溪区2029年上半年计划执行情况报告如下：\n新增就业300人。",
            "青溪区2029年上半年计划执行情况",
            Kind.PLAN_REPORT,
            2029,
        ),
        (
            "各位代表：\n现将2029年计划执行情况及2030年计划草案的报告提请审议。\n",
            "2029年计划执行情况及2030年计划草案",
            Kind.PLAN_REPORT,
            2030,
        ),
        (
            "青溪区2029年民生实事完成情况\n新增车位300个。",
            "青溪区2029年民生实事完成情况",
            Kind.OTHER,
            2030,
        ),
        (
            "青溪区2029年民生实事进展情况\n新增车位300个。",
            "青溪区2029年民生实事进展情况",
            Kind.OTHER,
            2029,
        ),
        (
            "青溪区“十六五”水利发展规划\n新建水库3座。",
            "青溪区“十六五”水利发展规划",
            Kind.FIVE_YEAR_PLAN,
            2035,
        ),
        ("2029年重点工作\n新增车位300个。\n2028年工作回顾\n修路3条。", "report", Kind.OTHER, 2029),
        ("新增停车位300个", "report", Kind.OTHER, None),
        (
            "青溪区旅游发展规划\n（2031—2035年）\n新建步道9条。",
            "青溪区旅游发展规划（2031—2035年）",
            Kind.OTHER,
            2035,
        ),
        (
            "《青溪区“十六五”水利发展规划》新闻发布会实录\n新建水库3座。",
            "《青溪区“十六五”水利发展规划》新闻发布会实录",
            Kind.FIVE_YEAR_PLAN,
            2035,
        ),
        (
            "青溪区2031年车位整治方案\n新增车位300个。",
            "青溪区2031年车位整治方案",
            Kind.OTHER,
            2031,
        ),
        (
            "关于调整2031年青溪区预算的说明\n新增车位300个。",
            "关于调整2031年青溪区预算的说明",
            Kind.OTHER,
            2031,
        ),
        ("青溪区工作总结\n\n投入资金1900万元。\n", "青溪区工作总结", Kind.OTHER, None),
        (
            "青溪区发展十五五规划（2027年更新）\n\n第一章 基础\n实力增强。\n",
            "青溪区发展十五五规划（2027年更新）",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "青溪区人民政府办公室关于印发青溪区“十五五”渔业\n发展规划的通知（2028 年6 月6 日）\n"
            "青政办发〔2028〕26 号\n\n一、主要目标\n新增船坞30个。\n",
            "青溪区人民政府办公室关于印发青溪区“十五五”渔业发展规划的通知（2028 年6 月6 日）",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "青溪区“十五五”渔港更新行动方案\n\n一、主要目标\n新增船坞30个。\n",
            "青溪区“十五五”渔港更新行动方案",
            Kind.FIVE_YEAR_PLAN,
            2030,
        ),
        (
            "青溪区2031年重点工作安排\n\n一、扩大就业\n新增就业300人。\n",
            "青溪区2031年重点工作安排",
            Kind.OTHER,
            2031,
        ),
    ],
)
def test_metadata(tmp_path: Path, text: str, title: str, kind: Kind, year: int | None) -> None:
    document = written(text, tmp_path)
    assert (document.title, document.kind, document.year) == (title, kind, year)


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("青溪市白石区人民政府关于白石区2029年计划执行情况的报告", "青溪市白石区人民政府"),
        ("青溪市白石区2029年政府工作报告", "青溪市白石区人民政府"),
        ("关于青溪市2029年国民经济计划执行情况的报告", "青溪市人民政府"),
    ],
)
def test_publisher(tmp_path: Path, title: str, publisher: str) -> None:
    assert written(f"{title}\n\n各位代表：\n", tmp_path).publisher == publisher


def test_a_line_is_enough(tmp_path: Path) -> None:
    assert quotes(written("新增停车位300个", tmp_path)) == ["新增停车位300个"]


def test_text_without_chinese_is_a_document(tmp_path: Path) -> None:
    assert written("1 2 3\n", tmp_path).title == "report"


def test_only_clutter_is_an_error(tmp_path: Path) -> None:
    page = (
        "首页 > 政务公开 > 正文\n发布时间：2030-01-01\n[字体: ] 打印\n版权所有 某政府 ICP备000号\n"
    )
    with pytest.raises(PolicydiffError, match="nothing but the clutter"):
        written(page, tmp_path)


def test_what_is_built_without_barriers_is_no_clutter(tmp_path: Path) -> None:
    deeds = "新建公园5个。\n为60户家庭实施无障碍改造。\n"
    document = written(deeds, tmp_path)
    assert [document.text[one.start : one.end] for one in document.blocks] == deeds.split()


@pytest.mark.parametrize(
    "line",
    [
        "附件：青溪区“十六五”规划.pdf（2.31MB）　　下载次数：57",
        "**附件** 1. 重点任务分解表.DOCX 36.5KB",
    ],
)
def test_files_to_download_are_clutter(line: str, tmp_path: Path) -> None:
    document = written(
        f"青溪区2031年工作计划\n\n一、扩大就业\n新增就业300人。\n\n{line}\n", tmp_path
    )
    assert quotes(document) == ["新增就业300人。"]


def test_who_hosts_a_task_is_no_clutter_but_who_hosts_the_page_is(tmp_path: Path) -> None:
    tasks = "1.新增造林8万亩。主办单位：区林业局。\n2.新建公园5个。主办单位：区住建局。\n"
    document = written(f"{tasks}主办单位：青溪区政府办公室 备案号：000\n", tmp_path)
    assert quotes(document) == ["新增造林8万亩。", "新建公园5个。"]
    assert [one.lead for one in document.blocks if isinstance(one, Paragraph)] == [
        ("区林业局",),
        ("区住建局",),
    ]


def test_the_frame_of_a_box_is_no_text(tmp_path: Path) -> None:
    box = "┌─────┐\n│ 专栏一：主要指标 │\n│ 入学率达到98%以上 │\n│ 床位数达到2.3张 │\n└─────┘\n"
    document = written(f"青溪区“十五五”规划\n第一章 目标\n{box}", tmp_path)
    assert quotes(document) == ["入学率达到98%以上", "床位数达到2.3张"]


def test_lines_that_end_in_their_number_are_not_joined(tmp_path: Path) -> None:
    goals = "今年的目标很明确。\n新增大企业9家、省级小巨人企业50家以上\n打造园区2处\n打造校园\n"
    wrapped = "新增就业三万人，城镇调查失业率控制在百分之五以内，培育小巨人企业50家\n"
    document = written(goals + wrapped + "高新技术企业六十家。\n", tmp_path)
    lines = [document.text[one.start : one.end].count("\n") for one in document.blocks]
    assert lines[:3] == [0, 0, 0]
    assert lines[-1] == 1


def test_rows_with_numbers_are_no_menu_of_a_web_page(tmp_path: Path) -> None:
    table = (
        "2030年目标\n类别 | 内容 | 全市 | 分值 | 单位\n经济 | 生产总值增长9% | 5 | 市发改委 | 无\n"
    )
    assert written(table, tmp_path).blocks


def test_a_title_joined_with_the_first_paragraph_is_no_part_of_it(tmp_path: Path) -> None:
    title = "关于云港区2030年主要发展计划执行情况与2031年主要发展计划草案的报告"
    document = written(f"{title}\n2030年，全区生产总值增长7%。\n", tmp_path)
    assert document.text[document.blocks[0].start :].startswith("2030年，")


def test_a_missing_file_and_a_directory_are_errors(tmp_path: Path) -> None:
    with pytest.raises(PolicydiffError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(PolicydiffError, match="directory"):
        read(tmp_path)


def test_an_unreadable_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PolicydiffError, match="may not be read"):
        read(path)


REAL = (
    "tiexi-2014-report",
    "tiexi-2024-plan",
    "tiexi-2024-tasks",
    "shenhe-2024-tasks",
    "tiexi-fyp14",
)


@pytest.mark.parametrize("name", REAL)
def test_real_documents(shared: Path, name: str) -> None:
    path = shared / "corpora" / f"{name}.txt"
    document = read(path)
    assert not document.diagnostics
    assert document.text == path.read_text(encoding="utf-8")
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start for end, block in zip(ends, document.blocks, strict=False))


@pytest.mark.parametrize(("name", "last"), [("tiexi-2024-tasks", 131), ("shenhe-2024-tasks", 91)])
def test_real_task_tables_lose_no_row(shared: Path, name: str, last: int) -> None:
    document = read(shared / "corpora" / f"{name}.txt")
    rows = [block for block in document.blocks if isinstance(block, Paragraph) and block.item]
    assert [row.item for row in rows] == [str(number) for number in range(1, last + 1)]
    assert all(row.lead and row.section.stance is Stance.TARGET for row in rows)
    assert all(" " not in unit for row in rows for unit in (*row.lead, *row.support))


def test_national_reports(shared: Path) -> None:
    for path in sorted((shared / "corpora" / "national").glob("*.txt")):
        document = read(path)
        last = document.text[document.blocks[-1].start :]
        assert "公有领域" not in last[: document.blocks[-1].end - document.blocks[-1].start]
        assert document.year is not None
        assert document.kind in (Kind.WORK_REPORT, Kind.PLAN_REPORT)


def test_reading_is_fast(shared: Path) -> None:
    path = shared / "corpora" / "tiexi-fyp14.txt"
    read(path)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        read(path)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.25


def test_an_imprint_promises_nothing(tmp_path: Path) -> None:
    text = (
        "青溪区2030年重点任务分解\n\n一、主要任务\n\n新增车位300个。\n\n"
        "抄送：区委办公室。\n青溪区民政局办公室        2030年3月8日印发\n（共印80份）\n"
    )
    assert [text[block.start : block.end] for block in written(text, tmp_path).blocks] == [
        "新增车位300个。"
    ]


def test_the_number_of_a_paper_is_no_heading(tmp_path: Path) -> None:
    text = "青溪区2031年实施方案\n1.通知\n青政办发〔2030〕15 号\n（一）目标\n力争新增船坞15座。\n"
    (found,) = (one for one in extract(written(text, tmp_path)).commitments if one.quantity)
    assert (found.stance, found.year) == (Stance.TARGET, 2031)


def test_a_covering_letter_promises_nothing(tmp_path: Path) -> None:
    letter = "现将《青溪区2030年重点任务分解表》印发给你们。请各单位细化目标，落实责任。"
    text = f"青溪区2030年重点任务分解\n\n{letter}\n\n一、主要任务\n\n新增车位300个。\n"
    (block,) = written(text, tmp_path).blocks
    assert text[block.start : block.end] == "新增车位300个。"
    counted = text.replace("落实责任", "新建学校3所")
    assert len(written(counted, tmp_path).blocks) == 2


def test_the_margin_of_a_printed_page_parts_no_sentence(tmp_path: Path) -> None:
    page = (
        "        （一）做强渔业。渔业产值增长7%，深海养殖面积达到2.6万亩，新增渔业合\n"
        "    作社12家，培育渔业龙头企业3家，发展渔家乐46户，新增冷库8座，建成渔业\n"
        "    产业园2个。\n"
        "        （二）建好渔港。改造渡口4座，新建泊位30个，疏浚航道6公里，完成航道投\n"
        "    资2亿元，安装航标40座，港口吞吐能力达到600万吨，新增渔船停泊区2处，\n"
        "    整治岸线9公里。\n"
        "        （三）惠及渔民。新建渔民新村5处，改造危旧住房260户，渔民人均可支\n"
        "    配收入增长8%，渔村自来水普及率达到96%，新建卫生室7个，渔民医保参保率\n"
        "    稳定在95%以上。\n"
    )
    text = f"                    青石区2031年国民经济计划草案的报告\n\n{page}"
    named = [one.indicator for one in extract(written(text, tmp_path)).commitments if one.quantity]
    assert {"渔业合作社", "渔业产业园", "航道投资", "渔民人均可支配收入"} <= set(named)


def test_a_heading_that_sums_up_the_works_below_it(tmp_path: Path) -> None:
    text = (
        "青石区2031年重大项目清单\n\n一、渔港项目（共9个，总投资58亿元，年度计划投资8亿元）\n\n"
        "新建泊位30个。\n\n二、渔村项目（6个）\n\n改造渔村5处。\n"
    )
    found = [one for one in extract(written(text, tmp_path)).commitments if one.quantity]
    assert [(one.indicator, one.quantity.text) for one in found if one.quantity] == [
        ("渔港项目", "9个"),
        ("渔港项目总投资", "58亿元"),
        ("渔港项目年度计划投资", "8亿元"),
        ("泊位", "30个"),
        ("渔村", "5处"),
    ]
