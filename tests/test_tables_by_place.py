from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

Number = tuple[str, str, str, str, int | None, str]

TITLE = "2031年度青岚县植树和修路任务分解表\n"


def numbers(table: str, folder: Path, title: str = TITLE) -> list[Number]:
    """Each number as place, indicator, printed number with its bound, unit, year and stance.

    The indicator begins with the place that it is measured of, which is left out here.
    """
    path = folder / "t.txt"
    path.write_text(title + table, encoding="utf-8")
    return [
        (
            one.section[-1],
            one.indicator.removeprefix(one.section[-1]),
            ("" if one.quantity.comparator == "=" else one.quantity.comparator) + one.quantity.text,
            one.quantity.unit,
            one.year,
            one.stance.value,
        )
        for one in extract(read(path)).commitments
        if one.quantity
    ]


PLAIN = [
    ("南坡镇", "植树", "340", "株", 2031, "target"),
    ("南坡镇", "修路", "12", "公里", 2031, "target"),
    ("石门乡", "植树", "275", "株", 2031, "target"),
    ("石门乡", "修路", "9.5", "公里", 2031, "target"),
    ("合计", "植树", "615", "株", 2031, "target"),
    ("合计", "修路", "21.5", "公里", 2031, "target"),
]


@pytest.mark.parametrize("mark", ["\n", "\t", " | ", "　", "  "])
@pytest.mark.parametrize("numbered", [True, False])
def test_every_column_is_an_indicator(mark: str, numbered: bool, tmp_path: Path) -> None:
    rows = [
        ["乡镇", "植树（株）", "修路任务数（公里）"],
        ["南坡镇", "340", "12"],
        ["石门乡", "275", "9.5"],
        ["合计", "615", "21.5"],
    ]
    if numbered:
        rows = [[serial, *row] for serial, row in zip(["序号", "1", "2"], rows, strict=False)]
        rows.append(["合计", "615", "21.5"] if mark == "\n" else ["3", "合计", "615", "21.5"])
    assert numbers("\n".join(map(mark.join, rows)) + "\n", tmp_path) == PLAIN


def test_what_is_measured_of_a_place_is_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    table = "乡镇\t植树（株）\t修路（公里）\n南坡镇\t340\t12\n石门乡\t275\t—\n全县\t615\t12\n"
    path.write_text(TITLE + table, encoding="utf-8")
    assert [one.indicator for one in extract(read(path)).commitments] == [
        *("南坡镇植树", "南坡镇修路", "石门乡植树"),
        *("植树", "修路"),
    ]


def test_what_stands_below_a_table_is_no_place(tmp_path: Path) -> None:
    table = "区县\n植树（亩）\n修路（公里）\n东坡县\n7\n8\n西坡县\n5\n6\n注：全年任务在秋季完成。\n"
    assert len(numbers(table, tmp_path)) == 4


GROUPED = """单位
常住人口数（人）
新增泊位
修建茶亭（座）
2028年泊位与车辆比例
2033年泊位与车辆比例
2031年划线泊位指标数（个）
甲山片区
4100
1.5%
>2.5%
70
3
乙水片区
5200
2.0%
>2.5%
80
4
"""


def test_heads_of_a_second_line_are_placed_by_their_shares(tmp_path: Path) -> None:
    assert numbers(GROUPED, tmp_path)[:4] == [
        ("甲山片区", "泊位与车辆比例", "1.5%", "%", 2028, "outcome"),
        ("甲山片区", "泊位与车辆比例", ">=2.5%", "%", 2033, "target"),
        ("甲山片区", "划线泊位", "70", "个", 2031, "target"),
        ("甲山片区", "茶亭", "3", "座", 2031, "target"),
    ]


def test_a_table_whose_heads_cannot_be_placed_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(TITLE + GROUPED.replace("%", ""), encoding="utf-8")
    document = read(path)
    assert not extract(document).commitments
    (odd,) = document.diagnostics
    assert odd.code == "table-unread"
    assert "line 2 was left out" in odd.message


def test_labels_that_come_again_below_every_indicator(tmp_path: Path) -> None:
    below = "目标\n任务\n实绩\n完成比例（%）\n"
    table = (
        f"地区\n茶园工程\n新辟茶园（亩）\n茶农退出率低于（%）\n县茶叶局\n{below}{below}"
        "全县\n400\n500\n125\n3.2\n2.9\n甲山\n甲水\n150\n180\n120\n8\n9\n112.5\n乙山\n60\n90\n150\n"
    )
    year = (2031, "target"), (2031, "outcome")
    assert numbers(table, tmp_path) == [
        ("全县", "茶园", "400", "亩", *year[0]),
        ("全县", "茶园", "500", "亩", *year[1]),
        ("全县", "茶园", "125", "%", *year[1]),
        ("全县", "茶农退出率", "<=3.2", "%", *year[0]),
        ("全县", "茶农退出率", "2.9", "%", *year[1]),
        ("甲水", "茶园", "150", "亩", *year[0]),
        ("甲水", "茶园", "180", "亩", *year[1]),
        ("甲水", "茶园", "120", "%", *year[1]),
        ("甲水", "茶农退出率", "<=8", "%", *year[0]),
        ("甲水", "茶农退出率", "9", "%", *year[1]),
        ("甲水", "茶农退出率", "112.5", "%", *year[1]),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "指标\n单位\n南坡镇\n石门乡\n合计\n植树\n株\n340\n275\n615\n道路\n修路\n公里\n12\n9.5\n21.5\n",
        "序号\n指标\n南坡镇\n石门乡\n合计\n1\n植树（株）\n340\n275\n615\n2\n修路（公里）\n12\n9.5\n21.5\n",
    ],
)
def test_places_may_head_the_columns(table: str, tmp_path: Path) -> None:
    assert sorted(numbers(table, tmp_path)) == sorted(PLAIN)


def test_a_row_that_lacks_a_value_is_left_out(tmp_path: Path) -> None:
    table = (
        "指标名称\n计量单位\n甲山\n乙山\n植树\n株\n3\n4\n筑坝\n座\n5\n修路\n公里\n7\n—\n"
        "各乡镇要抓好落实，按季报送植树和修路的进展情况，年底组织验收并通报结果。\n"
    )
    assert [one[:3] for one in numbers(table, tmp_path)] == [
        ("甲山", "植树", "3"),
        ("乙山", "植树", "4"),
        ("甲山", "修路", "7"),
    ]


def test_a_table_of_what_was_done_promises_nothing(tmp_path: Path) -> None:
    title = "2031年青岚县植树和修路完成情况\n"
    table = "乡镇\n植树（株）\n修路（公里）\n南坡镇\n340\n12\n石门乡\n275\n9.5\n"
    assert {one[-1] for one in numbers(table, tmp_path, title)} == {"outcome"}


@pytest.mark.parametrize("mark", ["\t", "|"])
@pytest.mark.parametrize(("end", "below"), [("", ""), ("", "\t"), ("\t", "\t"), (" \t\t", "\t\t")])
def test_the_last_cell_of_a_row_may_be_empty(
    mark: str, end: str, below: str, tmp_path: Path
) -> None:
    rows = [
        "乡镇\t植树（株）\t修路任务数（公里）",
        "南坡镇\t340\t12",
        "石门乡\t275\t",
        "合计\t\t12",
    ]
    ends = [end, below, below, below]
    lines = [f"{row}{end}\n" for row, end in zip(rows, ends, strict=True)]
    table = "".join(lines).replace("\t", mark)
    told = {row for row in PLAIN if row[:2] in {("南坡镇", "植树"), ("石门乡", "植树")}}
    told |= {(place, "修路", "12", "公里", 2031, "target") for place in ("南坡镇", "合计")}
    assert set(numbers(table, tmp_path)) == told


@pytest.mark.parametrize("header", ["乡镇\n340\n275\n", "镇街\t340\t12\n南坡镇\t275\t9\n"])
def test_values_below_no_heads_are_no_table(header: str, tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(TITLE + header + "一、扩大植树\n新增树木500株。\n", encoding="utf-8")
    found = [one.indicator for one in extract(read(path)).commitments if one.quantity]
    assert found[-1:] == ["树木"]


YEARS = [
    ("2030", "低产茶园", "40", "亩", 2030, "outcome"),
    ("2030", "茶园达标率", "61", "%", 2030, "outcome"),
    ("2031", "低产茶园", "90", "亩", 2031, "target"),
    ("2031", "茶园达标率", "70", "%", 2031, "target"),
    ("2032", "低产茶园", ">=100", "亩", 2032, "target"),
    ("2032", "茶园达标率", "75", "%", 2032, "target"),
    ("合计", "低产茶园", "230", "亩", 2033, "target"),
]


@pytest.mark.parametrize(
    ("mark", "head", "ends"),
    [
        ("\t", "年度", ("年", "年", "年")),
        (" | ", "年份", ("", "", "")),
        ("  ", "年度", ("年（现状）", "年目标", "年底")),
        ("\n", "年份", ("年", "年", "年")),
    ],
)
def test_years_may_stand_where_places_do(
    mark: str, head: str, ends: tuple[str, ...], tmp_path: Path
) -> None:
    rows = [
        [head, "改造低产茶园（亩）", "茶园达标率（%）"],
        [f"2030{ends[0]}", "40", "61"],
        [f"2031{ends[1]}", "90", "70"],
        [f"2032{ends[2]}", "100以上", "75"],
        ["合计", "230", "—"],
    ]
    title = "青岚县茶业振兴行动计划（2031—2033年）\n"
    table = "\n".join(map(mark.join, rows)) + "\n"
    assert [(one[0][:4], *one[1:]) for one in numbers(table, tmp_path, title)] == YEARS


@pytest.mark.parametrize("head", ["植树（株）", "植树"])
@pytest.mark.parametrize("mark", ["\t", "　", "\n"])
def test_one_column_is_enough_where_its_unit_is_told(head: str, mark: str, tmp_path: Path) -> None:
    rows = [["责任单位", head], ["南坡镇", "340"], ["石门乡", "275"], ["全县合计", "615"]]
    above = "" if "（" in head else "（单位：株）\n"
    table = "\n".join(map(mark.join, rows)) + "\n"
    assert [one[:4] for one in numbers(above + table, tmp_path)] == [
        ("南坡镇", "植树", "340", "株"),
        ("石门乡", "植树", "275", "株"),
        ("全县合计", "植树", "615", "株"),
    ]


HEADED = [
    ["设施类别", "中心城区", "江北新城", "全市合计"],
    ["新建渡口（座）", "3", "2", "5"],
    ["体育场地（片）", "45", "-", "45"],
    ["绿道（公里）", "6.5", "8", "14.5"],
]
UNITED = [
    [row[0].split("（")[0], unit, *row[1:]]
    for row, unit in zip(HEADED, ["单位", "座", "片", "公里"], strict=True)
]


@pytest.mark.parametrize("mark", [" ", "　　", "\t", " | "])
@pytest.mark.parametrize("rows", [HEADED, UNITED], ids=["in brackets", "in a column"])
def test_places_may_head_columns_a_row_a_line(
    rows: list[list[str]], mark: str, tmp_path: Path
) -> None:
    table = "\n".join(map(mark.join, rows)) + "\n各地要抓好落实，按季报送进展情况。\n"
    assert numbers(table, tmp_path) == [
        ("中心城区", "渡口", "3", "座", 2031, "target"),
        ("江北新城", "渡口", "2", "座", 2031, "target"),
        ("全市合计", "渡口", "5", "座", 2031, "target"),
        ("中心城区", "体育场地", "45", "片", 2031, "target"),
        ("全市合计", "体育场地", "45", "片", 2031, "target"),
        ("中心城区", "绿道", "6.5", "公里", 2031, "target"),
        ("江北新城", "绿道", "8", "公里", 2031, "target"),
        ("全市合计", "绿道", "14.5", "公里", 2031, "target"),
    ]


def test_a_row_that_lacks_a_value_below_a_place_is_said_to_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    lines = [" ".join(row) for row in HEADED]
    path.write_text(TITLE + "\n".join([*lines, "驿站（个） 4 4"]) + "\n", encoding="utf-8")
    document = read(path)
    assert len(extract(document).commitments) == 8
    (odd,) = document.diagnostics
    assert odd.code == "row-unread"
    assert "line 6 was left out" in odd.message
