from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.commitments.extract import extract
from policydiff.errors import PolicydiffError
from policydiff.reading import Kind, Paragraph, Stance, read

TABBED = """
2030年云港区政府工作报告任务分解表

序号\t工作任务\t牵头单位\t责任单位
主要目标\t\t\t
1\t地区生产总值增长7%左右。\t区发改局\t各相关单位
2\t新增停车位3000个\t区城建局 云港园项目（企业） 服务中心\t

2030年云港区政府工作报告任务分解表

序号\t工作任务\t牵头单位\t责任单位
（一）改善民生
3\t新建学校5所，新增学位2000个。\t区教育局\t各街道（镇）
"""

FLATTENED = """
云港区2030年任务分工表

工作任务

牵头单位

责任单位

一、抓创新

1.引进企业20家。

区工信局

区商务局、各街道办事处

2.新增孵化器3个

发改局

区科技局

各街道办事处

二、惠民生

3.建设公园30处。

区城管局

注:各牵头部门按季报送进展
"""


def rows(text: str, folder: Path) -> list[Paragraph]:
    path = folder / "table.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert document.kind is Kind.TASK_TABLE
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def test_a_tabbed_table_over_two_pages(tmp_path: Path) -> None:
    found = rows(TABBED, tmp_path)
    assert [row.item for row in found] == ["1", "2", "3"]
    assert [TABBED[row.start : row.end] for row in found] == [
        "地区生产总值增长7%左右。",
        "新增停车位3000个",
        "新建学校5所，新增学位2000个。",
    ]
    assert found[1].lead == ("区城建局", "云港园项目（企业）服务中心")
    assert found[1].support == ()
    assert [row.section.headings for row in found] == [("主要目标",)] * 2 + [("（一）改善民生",)]
    assert {row.section.stance for row in found} == {Stance.TARGET}


def test_a_table_flattened_to_one_cell_a_line(tmp_path: Path) -> None:
    found = rows(FLATTENED, tmp_path)
    assert [(row.item, row.lead, row.support) for row in found] == [
        ("1", ("区工信局",), ("区商务局", "各街道办事处")),
        ("2", ("发改局",), ("区科技局", "各街道办事处")),
        ("3", ("区城管局",), ()),
    ]
    assert FLATTENED[found[1].start : found[1].end] == "新增孵化器3个"
    assert [row.section.headings[0] for row in found] == ["一、抓创新", "一、抓创新", "二、惠民生"]


def test_a_line_break_inside_a_cell(tmp_path: Path) -> None:
    text = TABBED.replace("新增学位2000个", "\n新增学位2000个")
    row = rows(text, tmp_path)[2]
    assert text[row.start : row.end] == "新建学校5所，\n新增学位2000个。"
    assert row.lead == ("区教育局",)


def test_units_over_two_lines_behind_a_merged_category(tmp_path: Path) -> None:
    text = (
        "青岚县2031年民生项目责任清单\n类别\t序号\t工作任务\t责任单位\t完成时限\n"
        "水运\t1\t新建渡口8座。\t县港务局\n县海事局\t9月\n\t2\t疏浚航道14公里。\t县交通局\t8月\n"
    )
    found = [(row.item, row.lead, row.support) for row in rows(text, tmp_path)]
    assert found == [("1", ("县港务局", "县海事局"), ()), ("2", ("县交通局",), ())]
    assert not read(tmp_path / "table.txt").diagnostics


@pytest.mark.parametrize("label", ["任务", "民生实事"])
def test_responsible_units_alone_lead(label: str, tmp_path: Path) -> None:
    text = f"云港区任务清单\n\n序号\t{label}\t责任单位\n1\t建设公园3处。\t区城管局\n"
    assert rows(text, tmp_path)[0].lead == ("区城管局",)


def test_a_header_without_tasks_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(TABBED.replace("\t工作任务", ""), encoding="utf-8")
    with pytest.raises(PolicydiffError, match=r"line 4 has no column of tasks.*add the column"):
        read(path)


def test_rows_that_all_lack_a_column_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(
        "序号\t工作任务\t牵头单位\t责任单位\n1\t建设公园3处。\t区城管局\n2\t建设公厕2座。\t区城管局\n",
        encoding="utf-8",
    )
    with pytest.raises(PolicydiffError, match="4 columns in its header but at most 3"):
        read(path)


def test_a_table_that_lacks_a_column_leaves_the_rest_to_be_read(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(
        "云港区2030年工作要点\n\n一、重点任务\n新建码头5座。\n\n"
        "序号\t工作任务\t牵头单位\t责任单位\n1\t建设公园3处。\t区城管局\n2\t建设公厕2座。\t区城管局\n\n"
        "新增泊位40个。\n",
        encoding="utf-8",
    )
    document = read(path)
    assert [one.indicator for one in extract(document).commitments] == ["码头", "泊位"]
    assert [found.code for found in document.diagnostics] == ["column-missing"]


def test_a_row_with_too_many_cells_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(TABBED.replace("区教育局\t", "区教育局\t甲\t"), encoding="utf-8")
    assert [(found.code, "row 3" in found.message) for found in read(path).diagnostics] == [
        ("table-row", True)
    ]


def test_a_gap_in_the_numbers_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(FLATTENED.replace("2.新增", "4.新增"), encoding="utf-8")
    codes = [found.code for found in read(path).diagnostics]
    assert codes == ["item-order", "item-order"]


@given(st.integers(1, 60), st.integers(1, 9))
def test_no_row_is_lost(tmp_path_factory: pytest.TempPathFactory, count: int, page: int) -> None:
    head = "云港区任务分解表\n\n序号\t工作任务\t牵头单位\t责任单位\n"
    lines = []
    for number in range(1, count + 1):
        lines += ["\n" + head] if number % page == 0 else []
        lines.append(f"{number}\t建设公园{number}处。\t区城管局\t\n")
    found = rows(head + "".join(lines), tmp_path_factory.mktemp("tables"))
    assert [row.item for row in found] == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    "text",
    [
        "云港区2030年任务清单\n序号\t工作任务\n1\t新建码头3座\n2\t新增泊位50个\n",
        "云港区2030年任务清单\n序号\t工作任务\t完成时限\n1\t新建码头3座\t6月底\n2\t新增泊位50个\t全年\n",
        "云港区2030年任务清单\n序号\n工作任务\n1\n新建码头3座\n2\n新增泊位50个\n",
        "云港区2030年任务清单\n序号\n工作任务\n完成时限\n1\n新建码头3座\n6月底前\n2\n新增泊位50个\n全年\n",
        "云港区2030年任务清单\n序号 工作任务\n1 新建码头3座\n2 新增泊位50个\n",
    ],
)
def test_a_table_of_tasks_without_units_keeps_numbers_apart(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert [
        (block.item, document.text[block.start : block.end])
        for block in document.blocks
        if isinstance(block, Paragraph)
    ] == [("1", "新建码头3座"), ("2", "新增泊位50个")]
    assert all(
        block.lead == block.support == ()
        for block in document.blocks
        if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize(
    "text",
    [
        "云港区2030年任务清单\n序号\t项目内容\t当前进度\t牵头单位\n"
        "1\t新建码头3座\t88%（北段推进缓慢）\t区港务局\n2\t新增泊位50个\t已新增40个\t区港务局\n",
        "云港区2030年任务清单\n序号\n目  标  任  务\n进展情况\n牵头单位\n"
        "1\n新建码头3座\n88%（北段推进缓慢）\n区港务局\n2\n新增泊位50个\n已新增40个\n区港务局\n",
    ],
)
def test_a_column_of_progress_tells_outcomes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(text, encoding="utf-8")
    assert [
        (one.quantity.text, one.indicator, one.stance, one.year)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("3座", "码头", Stance.TARGET, 2030),
        ("88%", "码头", Stance.OUTCOME, 2030),
        ("50个", "泊位", Stance.TARGET, 2030),
        ("40个", "泊位", Stance.OUTCOME, 2030),
    ]


@given(st.integers(21, 99_999), st.sampled_from(["个", "公里", "亿元"]))
def test_a_line_break_inside_a_cell_leaves_its_quantity(number: int, unit: str) -> None:
    header = "云港区2030年任务分解表\n\n序号\t工作任务\t牵头单位\n"
    row = "1\t新增项目{}{}，推进验收\t区发改局\n"
    with TemporaryDirectory() as folder:
        found = []
        for between in ("", "\n"):
            path = Path(folder) / "tasks.txt"
            path.write_text(header + row.format(number, between + unit), encoding="utf-8")
            found.append([one.quantity for one in extract(read(path)).commitments if one.quantity])
    (plain,), (broken,) = found
    assert (plain.value, plain.unit) == (broken.value, broken.unit)


def test_a_table_parted_by_bars_names_the_units_in_charge(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "云港区2030年任务分工表\n序号 | 工作任务 | 责任单位\n"
        "1 | 新建凉亭5个，疏浚水道3条。 | 区住建局、区水务局\n2 | 新增船位300个。 | 区港务局\n",
        encoding="utf-8",
    )
    commitments = extract(read(path)).commitments
    assert [(one.item, one.indicator, one.lead) for one in commitments] == [
        ("1", "凉亭", ("区住建局", "区水务局")),
        ("1", "水道", ("区住建局", "区水务局")),
        ("2", "船位", ("区港务局",)),
    ]


CELLS = (
    ("序号", "目标任务", "年度目标", "牵头单位", "配合单位", "完成时限"),
    ("1", "扩大投资", "固定资产投资增长8%", "区发改局", "区工信局、区商务局", "12月底"),
    ("2", "优化教育", "新建幼儿园2所，新增学位900个", "区教育局", "各街道", "9月底"),
)


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("  ".join(row) for row in CELLS),
        "\n".join("\u3000".join(row) for row in CELLS),
        "\n".join("\n".join(row) for row in CELLS),
        "\n".join(" |\n".join(row) + " |" for row in CELLS) + "\n|",
        "\n".join("| " + " |\n| ".join(row) + " |" for row in CELLS),
        "\n".join("| " + " | ".join(row) + " |" for row in (CELLS[0], ["---"] * 6, *CELLS[1:])),
        "\n".join("|".join(row) for row in CELLS),
    ],
    ids=[
        "two spaces",
        "full-width space",
        "cell a line",
        "bar behind",
        "bars around",
        "Markdown",
        "bars",
    ],
)
def test_the_same_table_however_it_was_flattened(table: str, tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(f"松岭区2031年工作任务分解表\n{table}\n", encoding="utf-8")
    assert [
        (one.item, one.indicator, one.quantity and one.quantity.value, one.lead, one.support)
        for one in extract(read(path)).commitments
    ] == [
        ("1", "固定资产投资", 8, ("区发改局",), ("区工信局", "区商务局")),
        ("2", "幼儿园", 2, ("区教育局",), ("各街道",)),
        ("2", "学位", 900, ("区教育局",), ("各街道",)),
    ]


def test_cells_merged_with_the_row_above_are_told_by_the_units(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "青岚县2031年民生实事进展情况\n"
        "大类 | 序号 | 工作任务 | 分管 县领导 | 牵头单位及 负责人 | 1-9月份完成情况 | 取得成效 |\n"
        "一、出行 | 1 | 新增停车位800个。 | 甲 | 县住建局 乙 | 已建成560个。 | 惠及居民3000户。 |\n"
        "2 | 新建公园5个。 | 甲某 | 县住建局 乙某 | 已建成3个公园。 | 有序推进。 |\n"
        "3 | 新增托位400个。 | 甲某 | 县教育局 丙某 | 完成托位310个。 | 有序推进。 | |\n",
        encoding="utf-8",
    )
    assert [
        (one.item, one.quantity.value, one.stance.value)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("1", 800, "target"),
        ("1", 560, "outcome"),
        ("1", 3000, "outcome"),
        ("2", 5, "target"),
        ("2", 3, "outcome"),
        ("3", 400, "target"),
        ("3", 310, "outcome"),
    ]


def test_progress_over_several_lines_is_no_unit_and_no_task(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "青岚县2031年民生实事进展情况汇总表\n序号\n项目内容\n牵头单位\n落实情况\n"
        "1\n培训3350人次。\n县人社局\n提前完成年度任务。\n开展培训4348人次，并通过验收\n"
        "2\n新增老年大学3所。\n已完成。\n建成老年大学4所\n3\n新建床位10张。\n正在施工\n"
        "截至6月底，已安装床位7张\n",
        encoding="utf-8",
    )
    found = extract(read(path)).commitments
    assert [(one.item, one.quantity.value, one.stance.value) for one in found if one.quantity] == [
        ("1", 3350, "target"),
        ("1", 4348, "outcome"),
        ("2", 3, "target"),
        ("2", 4, "outcome"),
        ("3", 10, "target"),
        ("3", 7, "outcome"),
    ]
    assert {unit for one in found for unit in one.lead} == {"县人社局"}


def test_a_table_parted_by_bars_tells_progress_and_leaves_cells_empty(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "青岚县2031年民生实事进展情况表\n序号|项目名称|目标任务|完成情况|责任单位\n"
        "1|停车惠民|新增停车位800个|已建成停车位560个|县住建局\n"
        "2|一老一小|新增托位400个|完成托位310个|\n",
        encoding="utf-8",
    )
    assert [
        (one.item, one.quantity and one.quantity.value, one.stance, one.lead)
        for one in extract(read(path)).commitments
    ] == [
        ("1", 800, Stance.TARGET, ("县住建局",)),
        ("1", 560, Stance.OUTCOME, ()),
        ("2", 400, Stance.TARGET, ()),
        ("2", 310, Stance.OUTCOME, ()),
    ]


def test_a_cell_over_two_lines_in_a_flattened_table(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "青岚县2031年实事分解表\n序号\n实事项目\n建设内容\n责任单位\n1\n停车工程\n新建停车场5处。\n县住建局\n"
        "2\n关爱工程\n新增托位400个；\n改造敬老院3所。\n县民政局、县卫健局\n3\n供水工程\n改造管网60公里。\n县水利局\n附件：无\n",
        encoding="utf-8",
    )
    found = extract(read(path)).commitments
    assert [(one.item, one.indicator, one.lead[0]) for one in found] == [
        ("1", "停车场", "县住建局"),
        ("2", "托位", "县民政局"),
        ("2", "敬老院", "县民政局"),
        ("3", "管网", "县水利局"),
    ]


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_rows_with_han_numbers_are_parts_only_without_units(mark: str, tmp_path: Path) -> None:
    cells = (
        ("序号", "工作任务", "责任单位"),
        ("一", "港口建设", ""),
        ("1", "新建泊位4个", "区港务局"),
        ("二", "完善航道养护", "区航道局"),
    )
    text = "云港区2031年任务分解表\n" + "\n".join(mark.join(row) for row in cells) + "\n"
    found = rows(text, tmp_path)
    assert [(row.item, row.lead, row.section.headings) for row in found] == [
        ("1", ("区港务局",), ("港口建设",)),
        ("二", ("区航道局",), ("港口建设",)),
    ]
    assert not read(tmp_path / "table.txt").diagnostics


def test_the_number_of_a_part_has_a_line_of_its_own(tmp_path: Path) -> None:
    cells = ["序号", "工作任务", "牵头单位", "责任单位", "一", "主要目标"]
    cells += ["1", "渔业产值增长8%。", "县渔业局", "县港务局"]
    cells += ["二", "改善民生", "2", "新建泊位50个。", "县港务局", "县渔业局"]
    found = rows("\n".join(["云港县2030年重点工作任务分解表", *cells]), tmp_path)
    assert [(row.item, row.section.headings, row.lead) for row in found] == [
        ("1", ("主要目标",), ("县渔业局",)),
        ("2", ("改善民生",), ("县港务局",)),
    ]
