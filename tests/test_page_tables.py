from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

BROKEN = """\
青汀省水运振兴三年行动计划（2031—2033年）重点任务分工表

序号    重点任务            主要目标                                牵头单位        参加单位

 1    完善港口体系        新建泊位 30 个，改造旧码头 12 座，      省交通厅        省发展改革委、
                          岸电覆盖率达到 85%；打造示范港                      省财政厅
                          区 4 个。

 2    壮大船员队伍        培训船员 5000 人次，引进高级船          省人力资源      省交通厅
                          长 60 名。                              社会保障厅

                                  — 3 —

序号    重点任务            主要目标                                牵头单位        参加单位

 3    发展临港产业        培育临港企业 20 家。                                    省工信厅
                                                                  省发展改革委
"""

PROJECTS = """\
青汀县2031年重点项目计划表

                                                  单位：万元
序号  项目名称        性质  建设内容             总投资  2030年底累计完成  2031年计划投资  责任单位
                                                         投资
      合计（3个）                                90600   33000             24600
一    水运项目（2个）                            60600   3000              14600
1     东岸码头        新建  泊位4个，堆场20亩    52000   —                9000            县港务局
2     船闸大修        续建  改造船闸2座          8600    3000              5600            县航道局
二    道路项目（1个）                            30000   30000             10000
3     环湖路          续建  一级公路14公里       30000   30000             10000           县交通局

注：总投资以批复为准。
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_cells_over_several_lines_are_told_by_where_they_stand(tmp_path: Path) -> None:
    found = extract(read(written(tmp_path, BROKEN))).commitments
    assert [
        (one.item, one.indicator, one.quantity.value, one.lead, one.support)
        for one in found
        if one.quantity
    ] == [
        ("1", "泊位", 30, ("省交通厅",), ("省发展改革委", "省财政厅")),
        ("1", "旧码头", 12, ("省交通厅",), ("省发展改革委", "省财政厅")),
        ("1", "岸电覆盖率", 85, ("省交通厅",), ("省发展改革委", "省财政厅")),
        ("1", "示范港区", 4, ("省交通厅",), ("省发展改革委", "省财政厅")),
        ("2", "船员", 5000, ("省人力资源社会保障厅",), ("省交通厅",)),
        ("2", "高级船长", 60, ("省人力资源社会保障厅",), ("省交通厅",)),
        ("3", "临港企业", 20, ("省发展改革委",), ("省工信厅",)),
    ]
    assert all(one.quote == BROKEN[one.start : one.end] for one in found)


CENTRED = """\
青汀区2031年重点任务分解表

  序号            重点任务                 牵头单位      责任单位    完成时限

{section}
       新建泊位 30 个，改造旧码头 12 座，               区财政局
  1    岸电覆盖率达到                      区港务局    区环保局    12 月底
       85%。

  2    培训船员 5000 人次。                区人社局      各镇街      全年

                            - 1 -
  序号            重点任务                 牵头单位      责任单位    完成时限

       疏浚航道 18.5
       公里，引进高级船长                  区港务局                  10 月底
  3    60 名。
"""


@pytest.mark.parametrize("section", ["", "              一、壮大水运\n"])
@pytest.mark.parametrize("head", ["完成时限\n\n", "完成时限\n"])
def test_blank_lines_part_rows_whose_numbers_stand_amid_their_lines(
    section: str, head: str, tmp_path: Path
) -> None:
    text = CENTRED.replace("完成时限\n\n       疏", head + "       疏").format(section=section)
    found = [one for one in extract(read(written(tmp_path, text))).commitments if one.quantity]
    assert [
        (one.item, one.indicator, one.quantity.value, one.lead[0]) for one in found if one.quantity
    ] == [
        ("1", "泊位", 30, "区港务局"),
        ("1", "旧码头", 12, "区港务局"),
        ("1", "岸电覆盖率", 85, "区港务局"),
        ("2", "船员", 5000, "区人社局"),
        ("3", "航道", 18.5, "区港务局"),
        ("3", "高级船长", 60, "区港务局"),
    ]
    assert {one.support for one in found if one.item == "1"} == {("区财政局", "区环保局")}


def test_sums_in_the_unit_above_the_table(tmp_path: Path) -> None:
    found = extract(read(written(tmp_path, PROJECTS))).commitments
    assert [
        (one.item, one.indicator, one.quantity.value, one.year, one.stance.value)
        for one in found
        if one.quantity and one.item in {None, "1", "2", "一"}
    ] == [
        (None, "总投资", 906_000_000, 2031, "target"),
        (None, "累计完成投资", 330_000_000, 2030, "outcome"),
        (None, "计划投资", 246_000_000, 2031, "target"),
        ("一", "水运项目总投资", 606_000_000, 2031, "target"),
        ("一", "水运项目累计完成投资", 30_000_000, 2030, "outcome"),
        ("一", "水运项目计划投资", 146_000_000, 2031, "target"),
        ("1", "泊位", 4, 2031, "target"),
        ("1", "堆场", 20, 2031, "target"),
        ("1", "东岸码头总投资", 520_000_000, 2031, "target"),
        ("1", "东岸码头计划投资", 90_000_000, 2031, "target"),
        ("2", "船闸", 2, 2031, "target"),
        ("2", "船闸大修总投资", 86_000_000, 2031, "target"),
        ("2", "船闸大修累计完成投资", 30_000_000, 2030, "outcome"),
        ("2", "船闸大修计划投资", 56_000_000, 2031, "target"),
    ]
    assert {one.lead for one in found if one.item == "3"} == {("县交通局",)}


def test_a_name_and_its_values_beside_broken_cells(tmp_path: Path) -> None:
    text = """\
青汀市2031年港口提升任务分解表

序号  工作任务          计量单位  2030年完成  2031年目标  牵头单位      配合单位
1     绿色岸电设施      %         41.5        50以上      市港务局      市供电公司、
      使用率                                                            市环保局
2     船舶污水接        万吨      3.2         4           市港务局      市水务局
      收量
"""
    found = extract(read(written(tmp_path, text))).commitments
    assert [(one.indicator, one.quantity.value, one.year) for one in found if one.quantity] == [
        ("绿色岸电设施使用率", 41.5, 2030),
        ("绿色岸电设施使用率", 50, 2031),
        ("船舶污水接收量", 32_000, 2030),
        ("船舶污水接收量", 40_000, 2031),
    ]
    assert found[0].support == ("市供电公司", "市环保局")


def test_progress_beside_a_broken_task(tmp_path: Path) -> None:
    text = """\
青汀县2031年民生实事进展情况表

序号  实事项目              完成情况            责任单位
1     新建渡口候船室8       已建成6座           县港务局
      座，配备救生衣                            县海事处
      900件。
2     改造浮桥3座           已改造2座           县交通局
"""
    found = extract(read(written(tmp_path, text))).commitments
    assert [(one.item, one.quantity.value, one.stance.value) for one in found if one.quantity] == [
        ("1", 8, "target"),
        ("1", 6, "outcome"),
        ("1", 900, "target"),
        ("2", 3, "target"),
        ("2", 2, "outcome"),
    ]


def test_what_is_no_table_is_none(tmp_path: Path) -> None:
    text = "青汀县公报\n\n一是建成渡口3座。  二是改造浮桥。  三是安全第一。\n县港务局  县交通局\n"
    assert all(not one.lead for one in extract(read(written(tmp_path, text))).commitments)


def drawn(*cells: tuple[int, str]) -> str:
    """A line with each of the ``cells`` from its place on the page on."""
    line = ""
    for at, cell in cells:
        wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in line)
        line += " " * (at - len(line) - wide) + cell
    return line


SUMS = ("总投资", "2030年底累计完成投资", "2031年计划投资")
HEADS = (
    *((0, "序号"), (6, "项目名称"), (20, "主要内容"), (44, "建设年限")),
    *((56, SUMS[0]), (66, SUMS[1]), (90, SUMS[2]), (106, "责任单位")),
)


@pytest.mark.parametrize("by", [0, 4])
def test_full_lines_tell_the_columns_of_numbers_that_stand_askew(by: int, tmp_path: Path) -> None:
    lines = [
        drawn(*HEADS),
        drawn((6, "总计（2个）"), (53, "90600"), (63, "33000"), (84, "24600")),
        drawn((0, "一"), (6, "水运（1个）"), (53, "52000"), (64, "2000"), (85, "9000")),
        drawn(
            *((0, "1"), (6, "东岸码头"), (20, "泊位4个，岸线"), (43, "2029-2032")),
            *((54, "52000"), (64, "2000"), (85, "9000"), (101, "市港务局")),
        ),
        drawn((20, "900米")),
        drawn((0, "二"), (6, "道路（1个）"), (53, "38600"), (63, "31000"), (84, "15600")),
        drawn(
            *((0, "2"), (6, "环湖路"), (20, "改建公路14公里"), (43 + by, "2030-2033")),
            *((54 + by, "38600"), (64 + by, "31000"), (85 + by, "15600"), (101 + by, "市交通局")),
        ),
    ]
    text = "\n".join(["青汀市2031年重点项目计划表", "", "单位：万元", *lines, ""])
    found = [one for one in extract(read(written(tmp_path, text))).commitments if one.quantity]
    sums: dict[str, list[float]] = {}
    for one in found:
        if one.quantity and one.quantity.unit == "元":
            sums.setdefault(one.indicator, []).append(one.quantity.value / 10_000)
    assert sums == {
        of + head: [value]
        for head, values in {
            "总投资": (90600, 52000, 52000, 38600, 38600),
            "累计完成投资": (33000, 2000, 2000, 31000, 31000),
            "计划投资": (24600, 9000, 9000, 15600, 15600),
        }.items()
        for of, value in zip(("", "水运", "东岸码头", "道路", "环湖路"), values, strict=True)
    }
    assert [one.quantity.text for one in found if one.quantity and one.quantity.unit != "元"] == [
        *("4个", "900米", "14公里")
    ]


@pytest.mark.parametrize("bracketed", [False, True])
def test_full_rows_below_heads_of_sums(bracketed: bool, tmp_path: Path) -> None:
    unit = "（万元）" if bracketed else ""
    heads = ((0, "序号"), (6, "项目名称"), (20, "性质"), (28, "主要内容"))
    sums = (
        (50, f"总投资{unit}"),
        (66, f"至2030年底完成投资{unit}"),
        (100, f"2031年计划投资{unit}"),
    )
    rows = [
        drawn(
            *((0, f"{at}"), (6, f"{at}号船闸"), (20, "续建"), (28, f"改造闸门{at}座，测站2处")),
            *((50, f"{at}4000"), (66, "—" if at == 3 else f"{at}1000"), (100, f"{at}2000")),
            (126, "市港务局"),
        )
        for at in range(1, 8)
    ]
    below = drawn((6, "合计（7个）"), (50, "308000"), (66, "257000"), (100, "214000"))
    above = [] if bracketed else [" " * 100 + "单位：万元"]
    lines = [*above, drawn(*heads, *sums, (126, "责任单位")), "一、水运类", *rows, below]
    text = "\n".join(["青汀市2031年重点项目推进表", "", *lines, ""])
    found = [one for one in extract(read(written(tmp_path, text))).commitments if one.quantity]
    assert [
        (one.indicator, one.quantity.value, one.stance.value, one.year, one.lead)
        for one in found
        if one.quantity and one.item == "2"
    ] == [
        ("闸门", 2, "target", 2031, ("市港务局",)),
        ("测站", 2, "target", 2031, ("市港务局",)),
        ("2号船闸总投资", 240_000_000, "target", 2031, ("市港务局",)),
        ("2号船闸完成投资", 210_000_000, "outcome", 2030, ("市港务局",)),
        ("2号船闸计划投资", 220_000_000, "target", 2031, ("市港务局",)),
    ]
    assert [one.quantity.text for one in found if one.quantity and not one.item] == [
        *("308000", "257000", "214000")
    ]


def test_numbers_that_share_a_column_leave_the_table_unread(tmp_path: Path) -> None:
    lines = [drawn(*HEADS), drawn((0, "1"), (6, "东岸码头"), (66, "5000"), (74, "900"))]
    text = "\n".join(["青汀市2031年重点项目计划表", "", *lines, ""])
    document = read(written(tmp_path, text))
    assert [one.code for one in document.diagnostics] == ["table-unread"]
    assert not [one for one in extract(document).commitments if one.quantity]


@pytest.mark.parametrize("before", ["其中：", "#", ""])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_parts_without_numbers_have_rows_of_their_own(
    before: str, blank: str, tmp_path: Path
) -> None:
    columns = (0, 8, 32, 44, 56, 74, 90)
    labels = ("序号", "项目名称", "单位", "年度目标", "截至9月底完成", "进展评价", "牵头单位")
    table = (
        ("1", "新建泊位", "个", "24", "19", "序时推进", "县港务局"),
        ("", f"{before}惠及船民", "户", "690", "518.5", "序时推进", "县港务局"),
        ("2", "船员技能培训", "万人次", "1.2", "1.3", "已完成", "县人社局"),
        ("", f"{before}女船员", "人", "—", "40", "", "县人社局"),
    )
    lines = [
        drawn(*((at, cell) for at, cell in zip(columns, row, strict=True) if cell))
        for row in (labels, *table)
    ]
    text = "\n".join(["青汀县2031年民生实事项目办理进展情况表", "", *lines, ""]).replace(
        "局\n2", f"局\n{blank}2"
    )
    path = written(tmp_path, text)
    assert [
        (one.item, one.indicator, one.stance.value, one.quantity.text, one.quantity.unit)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("1", "泊位", "target", "24", "个"),
        ("1", "泊位", "outcome", "19", "个"),
        (None, "船民", "target", "690", "户"),
        (None, "船民", "outcome", "518.5", "户"),
        ("2", "船员技能培训", "target", "1.2", "人次"),
        ("2", "船员技能培训", "outcome", "1.3", "人次"),
        (None, "女船员", "outcome", "40", "人"),
    ]
    assert not read(path).diagnostics


def test_parts_with_numbers_of_their_own_are_headings(tmp_path: Path) -> None:
    rows = [
        ((0, "序号"), (8, "项目名称"), (24, "建设内容"), (40, "总投资（万元）"), (56, "责任单位")),
        ((0, "一"), (8, "港口类")),
        ((0, "1"), (8, "东岸码头"), (24, "新建泊位4个"), (40, "52000"), (56, "县港务局")),
        ((0, "（二）"), (8, "航道类")),
        ((0, "2"), (8, "船闸大修"), (24, "改造船闸2座"), (40, "8600"), (56, "县航道局")),
    ]
    table = "\n".join(drawn(*row) for row in rows)
    found = extract(read(written(tmp_path, f"青汀县2031年重点项目计划表\n\n{table}\n")))
    assert [(one.indicator, one.section) for one in found.commitments] == [
        ("泊位", ("港口类",)),
        ("东岸码头总投资", ("港口类",)),
        ("船闸", ("航道类",)),
        ("船闸大修总投资", ("航道类",)),
    ]
