from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Kind, read

Row = tuple[str, str, str, int, str, float, str]

HEADER = (
    "序号",
    "工作任务",
    "计量单位",
    "2030年基数",
    "2031年目标",
    "2032年目标",
    "牵头单位",
    "配合单位",
)
ROWS = (
    ("1", "渡口改造", "座", "4", "6", "8以上", "县港务局", "各镇政府"),
    ("2", "岸电使用率", "%", "41.5", "≥50", "60左右", "县港务局", "县供电公司"),
    ("3", "航标养护体系", "—", "—", "编制航标养护规划", "建成2套", "县航道中心", "县港务局"),
    ("4", "新建锚地3处，疏浚航道12公里。", "—", "—", "年底前完成", "—", "县航道中心", ""),
)
VALUES = [
    ("1", "渡口", "outcome", 2030, "=", 4, "座"),
    ("1", "渡口", "target", 2031, "=", 6, "座"),
    ("1", "渡口", "target", 2032, ">=", 8, "座"),
    ("2", "岸电使用率", "outcome", 2030, "=", 41.5, "%"),
    ("2", "岸电使用率", "target", 2031, ">=", 50, "%"),
    ("2", "岸电使用率", "target", 2032, "~", 60, "%"),
    ("3", "航标养护体系", "target", 2032, "=", 2, "套"),
    ("4", "锚地", "target", 2032, "=", 3, "处"),
    ("4", "航道", "target", 2032, "=", 12, "公里"),
]


def numbers(folder: Path, text: str) -> list[Row]:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return [
        (
            one.item or "",
            one.indicator,
            one.stance.value,
            one.year or 0,
            one.quantity.comparator.value,
            one.quantity.value,
            one.quantity.unit,
        )
        for one in extract(read(path)).commitments
        if one.quantity
    ]


def commas(row: tuple[str, ...]) -> str:
    return ",".join(f'"{cell}"' if "，" in cell else cell for cell in row)


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in (HEADER, *ROWS)),
        "\n".join("| " + " | ".join(row) + " |" for row in (HEADER, ("---",) * 8, *ROWS)),
        "\n".join(commas(row) for row in (HEADER, *ROWS)),
    ],
    ids=["tabs", "Markdown", "commas"],
)
def test_values_beside_the_units_in_charge(table: str, tmp_path: Path) -> None:
    title = "青汀县航运提升行动计划（2031—2032年）任务分工表"
    assert numbers(tmp_path, f"{title}\n\n{table}\n") == VALUES
    found = extract(read(tmp_path / "t.txt")).commitments
    assert {one.lead for one in found if one.item == "2"} == {("县港务局",)}
    assert {one.support for one in found if one.item == "2"} == {("县供电公司",)}


def test_sums_of_a_project_are_named_by_it_and_their_heads(tmp_path: Path) -> None:
    text = (
        "青汀县2031年重点项目计划表\n\n"
        "序号\t项目名称\t建设内容\t总投资（万元）\t2030年底累计完成投资（万元）\t2031年计划投资（万元）\t责任单位\n"
        "1\t东岸码头\t新建泊位4个\t52000\t—\t9000\t县港务局\n"
        "2\t船闸大修\t改造船闸2座\t8600\t3000\t5600\t县航道中心\n"
    )
    assert numbers(tmp_path, text) == [
        ("1", "泊位", "target", 2031, "=", 4, "个"),
        ("1", "东岸码头总投资", "target", 2031, "=", 520_000_000, "元"),
        ("1", "东岸码头计划投资", "target", 2031, "=", 90_000_000, "元"),
        ("2", "船闸", "target", 2031, "=", 2, "座"),
        ("2", "船闸大修总投资", "target", 2031, "=", 86_000_000, "元"),
        ("2", "船闸大修累计完成投资", "outcome", 2030, "=", 30_000_000, "元"),
        ("2", "船闸大修计划投资", "target", 2031, "=", 56_000_000, "元"),
    ]


PARTS = (
    ("序号", "项目名称", "建设内容及规模", "建设年限", "总投资", "2031年计划投资", "责任单位"),
    ("", "合计（2个）", "", "", "60600", "14600", ""),
    ("一", "港口类", "", "", "", "", ""),
    ("1", "年产3万吨缆绳项目（新建）", "新建泊位4个", "2031—2033", "52000", "9000", "县港务局"),
    ("（二）", "航道类（1个）", "", "", "8600", "5600", "县航道局"),
    ("2", "船闸大修（续建）", "改造船闸2座", "2030—2031", "8600", "5600", "县航道局"),
)


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in PARTS),
        "\n".join(f"|{'|'.join(row)}|" for row in (PARTS[0], ["---"] * 7, *PARTS[1:])),
        "\n".join(f"| {' | '.join(row)} |" for row in (PARTS[0], [":-:"] * 7, *PARTS[1:])),
    ],
    ids=["tabs", "bars", "bars and spaces"],
)
def test_parts_with_numbers_of_their_own_head_projects(table: str, tmp_path: Path) -> None:
    text = f"青汀县2031年重点项目投资计划表\n\n单位：万元\n\n{table}\n\n注：投资以批复为准。\n"
    assert numbers(tmp_path, text) == [
        ("", "总投资", "target", 2031, "=", 606_000_000, "元"),
        ("", "计划投资", "target", 2031, "=", 146_000_000, "元"),
        ("1", "泊位", "target", 2031, "=", 4, "个"),
        ("1", "年产3万吨缆绳项目总投资", "target", 2031, "=", 520_000_000, "元"),
        ("1", "年产3万吨缆绳项目计划投资", "target", 2031, "=", 90_000_000, "元"),
        ("（二）", "航道类总投资", "target", 2031, "=", 86_000_000, "元"),
        ("（二）", "航道类计划投资", "target", 2031, "=", 56_000_000, "元"),
        ("2", "船闸", "target", 2031, "=", 2, "座"),
        ("2", "船闸大修总投资", "target", 2031, "=", 86_000_000, "元"),
        ("2", "船闸大修计划投资", "target", 2031, "=", 56_000_000, "元"),
    ]
    document = read(tmp_path / "t.txt")
    assert document.kind is Kind.TASK_TABLE
    assert document.title == "青汀县2031年重点项目投资计划表"
    assert not document.diagnostics
    headed = {one.item: one.section for one in extract(document).commitments}
    assert headed["1"] == ("港口类",)


def test_what_was_reached_in_words_is_of_its_own_year(tmp_path: Path) -> None:
    text = (
        "2031年青汀市重点工作目标分解表\n\n"
        "类别\t序号\t指标/任务\t2030年完成（预计）\t2031年目标\t牵头单位\n"
        "经济\t1\t港口吞吐量（万吨）\t820\t900左右\t市港务局\n"
        "\t2\t水上事故起数\t同比下降7.5%\t只降不升\t市海事局\n"
        "\t3\t新建浮桥3座，打通航线2条。\t建成浮桥1座\t持续推进\t市港务局\n"
    )
    assert numbers(tmp_path, text) == [
        ("1", "港口吞吐量", "outcome", 2030, "=", 8_200_000, "吨"),
        ("1", "港口吞吐量", "target", 2031, "~", 9_000_000, "吨"),
        ("2", "水上事故起数", "outcome", 2030, "=", 7.5, "%"),
        ("3", "浮桥", "target", 2031, "=", 3, "座"),
        ("3", "航线", "target", 2031, "=", 2, "条"),
        ("3", "浮桥", "outcome", 2030, "=", 1, "座"),
    ]


def test_the_date_beside_a_task_sets_its_year(tmp_path: Path) -> None:
    text = (
        "青汀省清水行动三年计划（2031—2033年）任务分解表\n\n"
        "序号|重点任务|主要内容|完成时限|责任单位\n"
        "1|断面整治|整治断面30个。|2031年10月底|省水务厅\n"
        "2|管网建设|新建管网400公里。|2033年底|省住建厅\n"
        "3|巡河|新增巡河员90名。|持续推进|省水务厅\n"
    )
    assert [(row[1], row[3]) for row in numbers(tmp_path, text)] == [
        ("断面", 2031),
        ("管网", 2033),
        ("巡河员", 2033),
    ]


BUILT = (
    ("序号", "项目名称", "建设任务", "资金规模（万元）", "其中：省级资金（万元）", "绩效目标"),
    ("1", "渡口改造", "新建泊位4个，整治岸线2公里", "320", "1,200.5", "受益群众500人"),
    ("2", "船闸大修", "改造船闸2座", "2", "3", "受益船民9000人"),
    ("3", "航标更新", "更换航标60座", "85", "0", "航标正常率99%"),
)
BUILT_BY = tuple(zip(BUILT, ("责任单位", "县港务局", "县航道局", "县航道局"), strict=True))
BUILT_VALUES = [
    ("1", "泊位", "target", 2031, "=", 4, "个"),
    ("1", "岸线", "target", 2031, "=", 2, "公里"),
    ("1", "渡口改造资金规模", "target", 2031, "=", 3_200_000, "元"),
    ("1", "渡口改造省级资金", "target", 2031, "=", 12_005_000, "元"),
    ("1", "受益群众", "target", 2031, "=", 500, "人"),
    ("2", "船闸", "target", 2031, "=", 2, "座"),
    ("2", "船闸大修资金规模", "target", 2031, "=", 20_000, "元"),
    ("2", "船闸大修省级资金", "target", 2031, "=", 30_000, "元"),
    ("2", "受益船民", "target", 2031, "=", 9000, "人"),
    ("3", "航标", "target", 2031, "=", 60, "座"),
    ("3", "航标更新资金规模", "target", 2031, "=", 850_000, "元"),
    ("3", "航标更新省级资金", "target", 2031, "=", 0, "元"),
    ("3", "航标正常率", "target", 2031, "=", 99, "%"),
]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join((*row, unit)) for row, unit in BUILT_BY),
        "\n".join("\n".join((*row, unit)) for row, unit in BUILT_BY),
        "\n".join("\n".join((*row, unit)) for row, unit in BUILT_BY).replace(
            "局\n2", "局\n县水利局\n2"
        ),
    ],
    ids=["tabs", "cell a line", "units over two lines"],
)
def test_what_a_project_builds_costs_and_reaches(table: str, tmp_path: Path) -> None:
    text = f"青汀县2031年航运项目计划表\n\n{table}\n\n注：资金以批复为准。\n"
    assert sorted(numbers(tmp_path, text)) == sorted(BUILT_VALUES)


@pytest.mark.parametrize(
    ("label", "above"),
    [("投资估算（万元）", ""), ("估算投资", "单位：万元\n"), ("县级财政资金（万元）", "")],
)
@pytest.mark.parametrize(
    "sums", [("合计", "90600"), ("总计（2个）", "90600"), ("合计", "（2个）", "90600")]
)
def test_sums_in_a_table_flattened_to_one_cell_a_line(
    label: str, above: str, sums: tuple[str, ...], tmp_path: Path
) -> None:
    cells = ["序号", "项目名称", "建设内容及年度目标", label, "责任单位"]
    cells += ["1", "渡口", "新建泊位4个。", "52000", "县港务局"]
    cells += ["2", "船闸", "改造船闸2座。", "38600", "县航道局", *sums]
    table = "\n".join(cells)
    found = numbers(tmp_path, f"青汀县2031年民生项目清单\n\n{above}{table}\n\n注：以批复为准。\n")
    assert [(row[0], row[5]) for row in found] == [
        ("1", 4),
        ("1", 520_000_000),
        ("2", 2),
        ("2", 386_000_000),
        ("", 906_000_000),
    ]
    assert {row[1] for row in found} >= {"泊位", "船闸"}


def test_a_flattened_table_that_lacks_a_sum_tells_none_for_it(tmp_path: Path) -> None:
    cells = ["序号", "项目名称", "建设内容", "总投资（万元）", "责任单位"]
    cells += ["1", "渡口", "新建泊位4个。", "52000", "县港务局"]
    cells += ["2", "船闸", "改造船闸2座。", "县航道局"]
    cells += ["3", "航标", "更换航标60座。", "85", "县航道局"]
    table = "\n".join(cells)
    found = numbers(tmp_path, f"青汀县2031年民生项目清单\n\n{table}\n\n注：以批复为准。\n")
    assert [row[5] for row in found if row[1].endswith("总投资")] == [520_000_000, 850_000]


PLANNED = (
    (
        "序号",
        "项目名称",
        "建设规模及主要内容",
        "{time}",
        "总投资",
        "2031年计划投资",
        "{aim}",
        "{owner}",
    ),
    (
        "1",
        "东岸码头",
        "新建泊位4个。",
        "2030-2032",
        "5.2",
        "2",
        "完成桩基60%；年底开工2个泊位。",
        "县港务局",
    ),
    ("2", "环湖航道", "疏浚航道14公里。", "2031", "3", "3", "疏浚完成9公里。", "县航道局"),
    ("3", "船闸大修", "改造船闸2座。", "2030-2031", "0.86", "0.56", "全部完工。", "县航道局"),
)


@pytest.mark.parametrize(
    "heads",
    [("起止年限", "2031年形象进度", "责任单位"), ("建设期限", "年度形象进度", "牵头单位")],
)
@pytest.mark.parametrize("end", ["\t", "\n"], ids=["tabs", "a cell a line"])
def test_how_far_a_project_is_to_come_in_the_year(
    heads: tuple[str, ...], end: str, tmp_path: Path
) -> None:
    time, aim, owner = heads
    labels, *rows = (
        end.join(row).format(time=time, aim=aim, owner=owner) + "\n" for row in PLANNED
    )
    title = "青汀县2031年重点项目推进计划表\n单位：亿元\n"
    pages = f"{labels}一、水运（3个）\n{rows[0]}{rows[1]}— 1 —\n{labels}{rows[2]}"
    assert [(row[1:4], row[5]) for row in numbers(tmp_path, title + pages)] == [
        (("泊位", "target", 2031), 4),
        (("东岸码头总投资", "target", 2031), 520_000_000),
        (("东岸码头计划投资", "target", 2031), 200_000_000),
        (("桩基", "target", 2031), 60),
        (("泊位", "target", 2031), 2),
        (("航道", "target", 2031), 14),
        (("环湖航道总投资", "target", 2031), 300_000_000),
        (("环湖航道计划投资", "target", 2031), 300_000_000),
        (("航道", "target", 2031), 9),
        (("船闸", "target", 2031), 2),
        (("船闸大修总投资", "target", 2031), 86_000_000),
        (("船闸大修计划投资", "target", 2031), 56_000_000),
    ]


ENDED = """\
青汀县2031年扩建项目计划

二、主要项目
项目
名称
建设内容及规模
总投资
（万元）
省级投资
（万元）
完成
时间
东岸码头
扩建工程
建设泊位4个，整治
岸线2公里
675
405
2031.10
                          —2—
船闸
改造船闸2座
720
510.5
2031.9
{more}三、工作要求
各单位要加强监管。
"""


@pytest.mark.parametrize("more", ["", "合计\n1395\n915.5\n"])
def test_rows_without_numbers_end_with_their_sums_and_date(more: str, tmp_path: Path) -> None:
    found = numbers(tmp_path, ENDED.format(more=more))
    assert [(row[1], row[5], row[3]) for row in found] == [
        ("泊位", 4, 2031),
        ("岸线", 2, 2031),
        ("东岸码头扩建工程总投资", 6_750_000, 2031),
        ("东岸码头扩建工程省级投资", 4_050_000, 2031),
        ("船闸", 2, 2031),
        ("船闸总投资", 7_200_000, 2031),
        ("船闸省级投资", 5_105_000, 2031),
    ]


REACHED = """{title}

序号\t{heads}\t责任单位
1\t新建渡口\t座\t8\t6\t75\t县港务局
2\t发放船舶贷款\t万元\t900\t1200\t133.3\t县金融办
3\t沿江居民安装报警器\t万台\t—\t0.4\t—\t县应急局
合计\t\t\t\t\t\t
"""


@pytest.mark.parametrize(
    ("title", "heads", "rate"),
    [
        ("民生实事进展情况", "实事项目 计量单位 年度任务 截至9月底完成 完成率（%）", "完成率"),
        ("民生实事完成情况公示", "项目名称 单位 目标任务数 完成数 完成比例", "完成比例"),
        ("目标任务完成情况表", "任务名称 计量单位 全年任务 实际完成 完成率%", "完成率"),
        ("重点任务推进情况表", "工作任务 单位 2031年目标 1—9月累计完成 进度率（%）", "进度率"),
    ],
)
@pytest.mark.parametrize("mark", ["\t", "|", ","])
def test_numbers_of_what_was_due_and_reached(
    title: str, heads: str, rate: str, mark: str, tmp_path: Path
) -> None:
    text = REACHED.format(title=f"青汀县2031年{title}", heads=heads.replace(" ", "\t"))
    assert [(*row[:4], row[5]) for row in numbers(tmp_path, text.replace("\t", mark))] == [
        ("1", "渡口", "target", 2031, 8),
        ("1", "渡口", "outcome", 2031, 6),
        ("1", f"渡口{rate}", "outcome", 2031, 75),
        ("2", "船舶贷款", "target", 2031, 9_000_000),
        ("2", "船舶贷款", "outcome", 2031, 12_000_000),
        ("2", f"船舶贷款{rate}", "outcome", 2031, 133.3),
        ("3", "报警器", "outcome", 2031, 4000),
    ]
    verbs = [one.action for one in extract(read(tmp_path / "t.txt")).commitments if one.item == "1"]
    assert set(verbs) == {"新建"}


@pytest.mark.parametrize("head", ["占年度计划（%）", "完成全年目标任务比例", "占计划%"])
def test_a_share_of_the_plan_counts_nothing_itself(head: str, tmp_path: Path) -> None:
    text = REACHED.format(
        title="青汀县2031年任务", heads=f"工作任务\t单位\t年度计划\t已完成\t{head}"
    )
    assert [row[5] for row in numbers(tmp_path, text)] == [8, 6, 9_000_000, 12_000_000, 4000]


def test_a_header_of_wide_spaces_may_hold_a_label_that_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text(
        "青岚县2031年重点工作办理进展情况表\n\n"
        "序号　　工作任务　　计量单位　　年度目标　　已完成数　　进展情况　　责任单位\n"
        "1　　渡口更新　　座　　12　　9　　正常推进　　县港务局\n"
        "2　　老旧船坞拆除　　个　　27　　19　　其余船坞正在施工　　县航道中心\n"
        "3　　新增锚地　　处　　6　　4　　新增岸线130米　　县港务局\n",
        encoding="utf-8",
    )
    told = [
        (one.item, one.stance.value, one.quantity.value)
        for one in extract(read(path)).commitments
        if one.quantity
    ]
    assert told == [
        ("1", "target", 12),
        ("1", "outcome", 9),
        ("2", "target", 27),
        ("2", "outcome", 19),
        ("3", "target", 6),
        ("3", "outcome", 4),
        ("3", "outcome", 130),
    ]


AMOUNTS = (
    ("序号", "项目名称", "建设内容", "数量", "计量单位", "年度投资（万元）", "责任单位"),
    ("1", "渡口提升", "改造候船室", "4", "座", "120", "县港务局"),
    ("2", "岸线整治", "疏浚航道", "12.5", "公里", "900", "县航道中心"),
    ("3", "锚地建设", "新建锚地2处", "—", "—", "800", "县航道中心"),
)


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in AMOUNTS),
        "\n".join(f"| {' | '.join(row)} |" for row in (AMOUNTS[0], ["---"] * 7, *AMOUNTS[1:])),
        "\n".join(cell for row in AMOUNTS for cell in row) + "\n合计\n1820",
        "\n".join("\t".join((*row[:3], *row[4:2:-1], *row[5:])) for row in AMOUNTS),
    ],
    ids=["tabs", "bars", "a cell a line", "units before numbers"],
)
def test_amounts_stand_beside_their_units(table: str, tmp_path: Path) -> None:
    found = numbers(tmp_path, f"青汀县2031年民生实事项目表\n\n{table}\n")
    assert [one for one in found if one[0]] == [
        ("1", "候船室", "target", 2031, "=", 4, "座"),
        ("1", "渡口提升年度投资", "target", 2031, "=", 1_200_000, "元"),
        ("2", "航道", "target", 2031, "=", 12.5, "公里"),
        ("2", "岸线整治年度投资", "target", 2031, "=", 9_000_000, "元"),
        ("3", "锚地", "target", 2031, "=", 2, "处"),
        ("3", "锚地建设年度投资", "target", 2031, "=", 8_000_000, "元"),
    ]


@pytest.mark.parametrize("again", ["渡口提升", ""])
def test_sums_below_a_name_in_common_are_those_of_what_is_done(again: str, tmp_path: Path) -> None:
    below = ("2", again, "更新渡船", "7", "艘", "300", "县港务局")
    table = "\n".join("\t".join(row) for row in (*AMOUNTS[:2], below))
    found = numbers(tmp_path, f"青汀县2031年民生实事项目表\n\n{table}\n")
    assert [one[1] for one in found] == [
        *("候船室", "改造候船室年度投资"),
        *("渡船", "更新渡船年度投资"),
    ]


@pytest.mark.parametrize("mark", ["\t", ",", "|"])
@pytest.mark.parametrize(
    ("head", "parts", "sums"),
    [
        (
            "资金规模（万元）",
            ("小计", "中央", "省级"),
            [("资金规模", 5e6), ("中央资金", 3e6), ("省级资金", 2e6)],
        ),
        (
            "总投资（万元）",
            ("合计", "财政", "自筹"),
            [("总投资", 5e6), ("财政投资", 3e6), ("自筹投资", 2e6)],
        ),
        (
            "计划投资（万元）",
            ("小计", "其中：政府投资", "自筹"),
            [("计划投资", 5e6), ("政府投资", 3e6), ("自筹投资", 2e6)],
        ),
        (
            "资金来源（万元）",
            ("合计", "上级资金", "自筹资金"),
            [("资金", 5e6), ("上级资金", 3e6), ("自筹资金", 2e6)],
        ),
    ],
)
def test_a_second_line_of_a_header_names_parts_of_a_sum(
    head: str, parts: tuple[str, ...], sums: list[tuple[str, float]], mark: str, tmp_path: Path
) -> None:
    rows = [
        ("序号", "项目名称", "建设内容", head, "", "", "责任单位"),
        ("", "", "", *parts, ""),
        ("合计", "", "", "500", "300", "200", ""),
        ("1", "渡口改造工程", "改造渡口4座", "500", "300", "200", "县港务局"),
    ]
    lines = [mark.join(row) for row in rows]
    if mark == "|":
        lines = [f"|{line}|" for line in lines]
    found = numbers(tmp_path, "\n".join(["云港县2031年项目计划", "", *lines]))
    assert [(name, value) for _, name, _, year, _, value, _ in found if year == 2031] == [
        *sums,
        ("渡口", 4),
        *((f"渡口改造工程{name}", value) for name, value in sums),
    ]


def test_a_row_that_breaks_off_before_its_unit(tmp_path: Path) -> None:
    rows = [
        "序号\t项目名称\t建设内容\t数量\t单位\t责任单位",
        "1\t渔港\t新建渡口\t40",
        "2\t渔村\t新建泊位\t25\t个\t县港务局",
    ]
    found = numbers(tmp_path, "\n".join(["云港县2031年项目计划", "", *rows]))
    assert ("泊位", 25) in [(name, value) for _, name, _, _, _, value, _ in found]
