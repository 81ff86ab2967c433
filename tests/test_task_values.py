from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import read

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
    ("1", "渡口改造", "outcome", 2030, "=", 4, "座"),
    ("1", "渡口改造", "target", 2031, "=", 6, "座"),
    ("1", "渡口改造", "target", 2032, ">=", 8, "座"),
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


def test_sums_of_a_project_are_named_by_their_heads(tmp_path: Path) -> None:
    text = (
        "青汀县2031年重点项目计划表\n\n"
        "序号\t项目名称\t建设内容\t总投资（万元）\t2030年底累计完成投资（万元）\t2031年计划投资（万元）\t责任单位\n"
        "1\t东岸码头\t新建泊位4个\t52000\t—\t9000\t县港务局\n"
        "2\t船闸大修\t改造船闸2座\t8600\t3000\t5600\t县航道中心\n"
    )
    assert numbers(tmp_path, text) == [
        ("1", "泊位", "target", 2031, "=", 4, "个"),
        ("1", "总投资", "target", 2031, "=", 520_000_000, "元"),
        ("1", "计划投资", "target", 2031, "=", 90_000_000, "元"),
        ("2", "船闸", "target", 2031, "=", 2, "座"),
        ("2", "总投资", "target", 2031, "=", 86_000_000, "元"),
        ("2", "累计完成投资", "outcome", 2030, "=", 30_000_000, "元"),
        ("2", "计划投资", "target", 2031, "=", 56_000_000, "元"),
    ]


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
