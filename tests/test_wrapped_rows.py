"""Task tables copied from a page whose wrapped cells stand line below line."""

from __future__ import annotations

from pathlib import Path

from policydiff.commitments.extract import extract
from policydiff.reading import read

TITLE = "云港区2031年重点任务责任清单\n"
HEADER = "序号\n重点任务\n主要内容\n牵头部门\n责任单位\n"
FIRST = (
    "1\n1.扩建渔\n港码头\n新建渔港码头泊位12个，改造\n旧泊位3个，9月1日前投入使用。\n区港务局\n"
    "区住建局、区渔\n业局、区发展改\n革委\n"
)
SECOND = "2\n建成渔民新村4处，惠及渔民2600\n人。\n区渔业局、区水\n务局\n—\n"
FOURTH = "4\n2.清理航\n道\n疏浚航道7公里，新增航标40座。\n区港务局\n区海事处\n"


def told(text: str, folder: Path) -> list[tuple[str | None, str, str, tuple[str, ...]]]:
    path = folder / "tasks.txt"
    path.write_text(text, encoding="utf-8")
    return [
        (one.item, one.quantity.text, one.indicator, (*one.lead, "|", *one.support))
        for one in extract(read(path)).commitments
        if one.quantity
    ]


def test_names_tasks_and_units_over_several_lines(tmp_path: Path) -> None:
    text = f"{TITLE}{HEADER}{FIRST}{SECOND}{HEADER}{FOURTH}"
    support = ("区住建局", "区渔业局", "区发展改革委")
    assert told(text, tmp_path) == [
        ("1", "12个", "渔港码头泊位", ("区港务局", "|", *support)),
        ("1", "3个", "旧泊位", ("区港务局", "|", *support)),
        ("2", "4处", "渔民新村", ("区渔业局", "区水务局", "|")),
        ("2", "2600\n人", "渔民", ("区渔业局", "区水务局", "|")),
        ("4", "7公里", "航道", ("区港务局", "|", "区海事处")),
        ("4", "40座", "航标", ("区港务局", "|", "区海事处")),
    ]


def test_a_gap_in_the_numbers_is_said(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(f"{TITLE}{HEADER}{FIRST}{SECOND}{HEADER}{FOURTH}", encoding="utf-8")
    (diagnostic,) = read(path).diagnostics
    assert diagnostic.message == "item 4 follows item 2: rows may be missing"


def test_numbers_that_begin_anew_below_a_heading_are_no_gap(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    again = FOURTH.replace("4", "1", 1)
    path.write_text(f"{TITLE}{HEADER}{FIRST}{SECOND}二、水上交通\n{again}", encoding="utf-8")
    document = read(path)
    assert document.diagnostics == ()
    assert [block.section.headings for block in document.blocks] == [(), (), ("二、水上交通",)]


def test_a_page_that_goes_on_with_the_row_above(tmp_path: Path) -> None:
    text = (
        f"{TITLE}{HEADER}{FIRST}{SECOND}{HEADER}渔船更新。\n{FOURTH}{FOURTH.replace('4', '5', 1)}"
    )
    assert [item for item, *_ in told(text, tmp_path)] == ["1", "1", "2", "2", "4", "4", "5", "5"]


def test_sums_stand_between_the_task_and_its_units(tmp_path: Path) -> None:
    text = (
        "云港区2031年民生实事项目表\n序号\n项目名称\n建设内容及年度目标\n计划投资\n（万元）\n责任单位\n"
        "完成时限\n1\n渔村饮\n水工程\n铺设供水管网42公里，受益渔民\n1.5万人。\n860\n区水务局\n区渔业局\n11月底前\n"
        "2\n渔港亮化\n安装路灯300盏。\n5420.5\n区住建局\n12月\n合计\n6280.5\n"
    )
    lead = ("区水务局", "区渔业局", "|")
    assert told(text, tmp_path) == [
        ("1", "42公里", "供水管网", lead),
        ("1", "1.5万人", "受益渔民", lead),
        ("1", "860", "渔村饮水工程计划投资", lead),
        ("2", "300盏", "路灯", ("区住建局", "|")),
        ("2", "5420.5", "渔港亮化计划投资", ("区住建局", "|")),
        (None, "6280.5", "计划投资", ("|",)),
    ]


def test_progress_stands_between_the_task_and_its_units(tmp_path: Path) -> None:
    path = tmp_path / "tasks.txt"
    path.write_text(
        "云港区2031年民生实事项目完成情况表\n序号\n项目名称\n年度目标任务\n截至12月20日完成情况\n进度\n"
        "责任单位\n1\n渔村公路\n提升\n新改建渔村公路60公里，安装护栏25公\n里，改造危桥4座。\n"
        "完成新改建渔村公路63公里，安装护\n栏25公里。\n105.7%\n区交通局\n"
        "2\n渔民就业\n新增渔民就业450人。\n新增渔民就业483人，其中渔村230\n人。\n107.5%\n区人社局\n",
        encoding="utf-8",
    )
    assert [
        (one.item, one.quantity.text.replace("\n", ""), str(one.stance), one.year)
        for one in extract(read(path)).commitments
        if one.quantity
    ] == [
        ("1", "60公里", "target", 2031),
        ("1", "25公里", "target", 2031),
        ("1", "4座", "target", 2031),
        ("1", "63公里", "outcome", 2031),
        ("1", "25公里", "outcome", 2031),
        ("1", "105.7%", "outcome", 2031),
        ("2", "450人", "target", 2031),
        ("2", "483人", "outcome", 2031),
        ("2", "230人", "outcome", 2031),
        ("2", "107.5%", "outcome", 2031),
    ]
