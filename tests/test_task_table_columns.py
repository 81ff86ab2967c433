"""What the columns of task tables hold beside the tasks: progress, stages, next steps, trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.commitments.extract import extract
from policydiff.reading import Stance, read

TARGET, OUTCOME = Stance.TARGET, Stance.OUTCOME
Told = list[tuple[str | None, str, str, Stance, int | None]]


def numbers(text: str, folder: Path) -> Told:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return [
        (one.item, one.quantity.text, one.indicator, one.stance, one.year)
        for one in extract(read(path)).commitments
        if one.quantity
    ]


ROWS = (
    (
        "1",
        "停车惠民",
        "新增停车位800个",
        "已建成560个",
        "70%",
        "有3户未签约",
        "年内新建停车位240个",
    ),
    ("2", "一老一小", "新增托位400个", "建成托位310个", "77.5%", "无", "新建托位90个"),
)
LABELS = ["序号", "项目名称", "年度目标", "上半年进展", "完成比例"]
LABELS += ["存在问题", "下一步措施", "责任科室", "评价"]
TABLE = [LABELS, *([*row, "县住建局", "正常"] for row in ROWS)]
FOUND: Told = [
    ("1", "800个", "停车位", TARGET, 2031),
    ("1", "560个", "停车位", OUTCOME, 2031),
    ("1", "70%", "停车位完成比例", OUTCOME, 2031),
    ("1", "240个", "停车位", TARGET, 2031),
    ("2", "400个", "托位", TARGET, 2031),
    ("2", "310个", "托位", OUTCOME, 2031),
    ("2", "77.5%", "托位完成比例", OUTCOME, 2031),
    ("2", "90个", "托位", TARGET, 2031),
]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in TABLE),
        "\n".join("　".join(row) for row in TABLE),
        "\n".join("\n".join(row) for row in TABLE),
        "\n\n".join("\n\n".join(row) for row in TABLE),
        "\n\n".join("\n".join(row) for row in TABLE),
        "\n".join("|".join(row) for row in TABLE),
    ],
    ids=["tabs", "full-width space", "cell a line", "blank lines", "blank between rows", "bars"],
)
def test_each_column_has_its_stance_however_the_table_was_flattened(
    table: str, tmp_path: Path
) -> None:
    title = "青岚县2031年重点工作推进表（截至6月30日）"
    assert numbers(f"{title}\n\n{table}\n", tmp_path) == FOUND


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        ("完成率", OUTCOME),
        ("进展情况", OUTCOME),
        ("前三季度完成情况", OUTCOME),
        ("1—9月进度", OUTCOME),
        ("形象进度", OUTCOME),
        ("整改情况", OUTCOME),
        ("进度安排", TARGET),
        ("上半年目标", TARGET),
        ("阶段性目标", TARGET),
        ("下步打算", TARGET),
        ("下一步工作计划", TARGET),
        ("存在问题", None),
        ("存在的困难和问题", None),
        ("未完成原因", None),
        ("完成时限", None),
        ("是否完成", None),
    ],
)
def test_what_a_column_is_called_says_how_it_stands(
    label: str, stance: Stance | None, tmp_path: Path
) -> None:
    found = numbers(
        f"青岚县2031年任务清单\n序号\t工作任务\t{label}\t责任单位\n"
        "1\t新建凉亭9座\t建成凉亭5座\t县城管局\n",
        tmp_path,
    )
    assert [(text, found_stance) for _, text, _, found_stance, _ in found] == [
        ("9座", TARGET),
        *([("5座", stance)] if stance else []),
    ]


STAGES = """青岚县2031年实事分解表
序号\t项目名称\t建设内容\t{}\t\t\t责任单位\t
\t\t\t{}\t牵头\t配合
1\t健康体检\t为老年人免费体检9000名\t2000名\t累计5000名\t累计9000名\t县卫健局\t县民政局
"""


@pytest.mark.parametrize(
    ("above", "stance"), [("进度安排", TARGET), ("进展情况", OUTCOME)], ids=["stages", "progress"]
)
def test_a_header_over_two_lines(above: str, stance: Stance, tmp_path: Path) -> None:
    text = STAGES.format(above, "一季度\t上半年\t全年")
    text = text.replace("\t全年\t", "\t前三季度\t")
    assert [(text, stance) for _, text, _, stance, _ in numbers(text, tmp_path)] == [
        ("9000名", TARGET),
        *[(number, stance) for number in ("2000名", "5000名", "9000名")],
    ]


def test_a_header_over_two_lines_flattened_to_a_label_a_line(tmp_path: Path) -> None:
    text = (
        "青岚县2031年实事分解表\n序号\n项目名称\n建设内容\n进度安排\n责任单位\n上半年\n下半年\n"
        "1\n公交出行\n新增公交车50辆\n新增20辆\n新增30辆\n县交通局\n"
        "2\n养老服务\n新建养老院4个\n选址\n建成4个\n县民政局\n"
    )
    assert [(text, name) for _, text, name, _, _ in numbers(text, tmp_path)] == [
        ("50辆", "公交车"),
        ("20辆", "公交车"),
        ("30辆", "公交车"),
        ("4个", "养老院"),
        ("4个", "养老院"),
    ]


def test_categories_over_lines_and_empty_remarks_part_rows_with_a_cell_a_line(
    tmp_path: Path,
) -> None:
    text = (
        "青岚街道2031年任务推进表（截至6月30日）\n\n类别\n序号\n任务名称\n年度目标\n上半年进展\n责任科室\n备注\n\n"
        "项目\n建设\n1\n固定资产投资\n9.6亿元\n完成5.2亿元\n经济办\n\n\n"
        "2\n楼宇招商\n引进企业12家\n引进企业5家\n招商中心\n滞后\n\n"
        "城市\n管理\n3\n拆违\n拆除违建3万平方米\n拆除1.8万平方米\n城管办\n执法队\n\n填报人：某某\n"
    )
    found = extract(read(_written(text, tmp_path))).commitments
    assert [
        (one.item, one.quantity.text, one.indicator, one.stance, one.lead)
        for one in found
        if one.quantity
    ] == [
        ("1", "9.6亿元", "固定资产投资", TARGET, ("经济办",)),
        ("1", "5.2亿元", "固定资产投资", OUTCOME, ()),
        ("2", "12家", "企业", TARGET, ("招商中心",)),
        ("2", "5家", "企业", OUTCOME, ()),
        ("3", "3万平方米", "违建", TARGET, ("城管办", "执法队")),
        ("3", "1.8万平方米", "违建", OUTCOME, ()),
    ]


def test_a_review_of_a_year_tells_its_aims_and_what_was_reached(tmp_path: Path) -> None:
    text = (
        "青岚市2031年民生实事完成情况公示\n\n序号\t实事内容\t年度目标\t完成情况\t完成率\t责任单位\n"
        "1\t饮水提升\t新建水厂3座\t建成水厂4座\t133%\t市水利局\n"
    )
    assert numbers(text, tmp_path) == [
        ("1", "3座", "水厂", TARGET, 2031),
        ("1", "4座", "水厂", OUTCOME, 2031),
        ("1", "133%", "水厂完成率", OUTCOME, 2031),
    ]


def test_aims_and_measures_in_columns_of_their_own_are_both_read(tmp_path: Path) -> None:
    text = (
        "青岚县2031年任务清单\n序号\t工作任务\t年度目标\t主要措施\t责任单位\n"
        "1\t治理污水\t铺设管网30公里\t新建泵站2座\t县住建局\n"
    )
    found = extract(read(_written(text, tmp_path))).commitments
    assert [(one.indicator, one.stance, one.lead) for one in found if one.quantity] == [
        ("管网", TARGET, ("县住建局",)),
        ("泵站", TARGET, ("县住建局",)),
    ]


STEPS = [
    ("序号", "重点任务", "年度目标", "{}", "责任单位"),
    (
        "1",
        "渔港提升",
        "疏浚航道12公里，新建泊位9个",
        "3月底前完成设计招标；汛期前疏浚5公里；9月底前建成泊位4个，其余5个年底前投用",
        "县渔业局",
    ),
    (
        "2",
        "岸电普及",
        "渔船岸电使用率达到90%",
        "一季度末使用率达到60%；上半年举办演示会3场",
        "县供电公司",
    ),
    ("3", "海塘加固", "加固海塘7公里", "2031年12月底前完成，长期坚持", "县水利局"),
    ("4", "浮标更新", "更新浮标40个", "每季度更新10个", "县航道中心"),
    ("5", "灯塔修缮", "修缮灯塔2座", "4月底前完成设计；10月底前完成外墙施工", "县航道中心"),
]


@pytest.mark.parametrize("label", ["时间节点", "完成时限"])
@pytest.mark.parametrize("mark", ["\t", "|", ","])
def test_dates_say_what_is_to_be_done_by_then(label: str, mark: str, tmp_path: Path) -> None:
    table = "\n".join(mark.join(row) for row in STEPS).format(label)
    text = f"青岚县2031年重点任务推进表\n\n{table}\n"
    assert [(item, text, name) for item, text, name, _, _ in numbers(text, tmp_path)] == [
        ("1", "12公里", "航道"),
        ("1", "9个", "泊位"),
        ("1", "5公里", "航道"),
        ("1", "4个", "泊位"),
        ("1", "5个", "泊位"),
        ("2", "90%", "渔船岸电使用率"),
        ("2", "60%", "渔船岸电使用率"),
        ("2", "3场", "演示会"),
        ("3", "7公里", "海塘"),
        ("4", "40个", "浮标"),
        ("4", "10个", "浮标"),
        ("5", "2座", "灯塔"),
    ]
    found = extract(read(tmp_path / "t.txt")).commitments
    assert [one.quote for one in found if not one.quantity] == [
        "3月底前完成设计招标",
        "4月底前完成设计",
        "10月底前完成外墙施工",
    ]
    assert {one.lead for one in found if one.item == "4"} == {("县航道中心",)}


def _written(text: str, folder: Path) -> Path:
    path = folder / "t.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_size_is_that_of_the_project_named_beside_it(tmp_path: Path) -> None:
    rows = [
        "| 序号 | 项目名称 | 建设内容及规模 | 责任单位 |",
        "| --- | --- | --- | --- |",
        "| 1 | 云港医院迁建（续建） | 总建筑面积6万平方米；<br>床位600张 | 区卫健局<br>区住建局 |",
        "| 2 | 东环路南延工程 | 全长7公里，<br>改造泵站5座 | 区住建局 |",
        "| 3 | 北滩污水处理厂 | 设计日处理能力2万吨，红线宽36米 | 区住建局 |",
    ]
    path = tmp_path / "t.txt"
    path.write_text("\n".join(["云港区2031年重点项目计划表", "", *rows]), encoding="utf-8")
    found = [one for one in extract(read(path)).commitments if one.quantity]
    assert [one.indicator for one in found] == [
        "云港医院总建筑面积",
        "床位",
        "东环路南延工程全长",
        "泵站",
        "北滩污水处理厂设计日处理能力",
        "北滩污水处理厂红线宽",
    ]
    assert found[0].lead == ("区卫健局", "区住建局")


def test_what_is_said_of_the_name_of_a_task_beside_it(tmp_path: Path) -> None:
    rows = [
        "序号\t工作任务\t年度目标\t牵头单位",
        "1\t渔业产值\t增长6.5%左右\t县渔业局",
        "2\t渔民、船员人均可支配收入\t分别增长6%、7%\t县人社局",
        "3\t公共预算收入\t完成2.6亿元，增长5%\t县财政局",
        "4\t整治渔港\t完成3座渔港清淤\t县港务局",
        "5\t渔业营收\t2031年：83亿元；2035年：120亿元\t县渔业局",
    ]
    text = "\n".join(["云港县2031年重点工作任务分解表", "", *rows])
    assert [(item, number, name) for item, number, name, _, _ in numbers(text, tmp_path)] == [
        ("1", "6.5%", "渔业产值"),
        ("2", "6%", "渔民人均可支配收入"),
        ("2", "7%", "船员人均可支配收入"),
        ("3", "2.6亿元", "公共预算收入"),
        ("3", "5%", "公共预算收入"),
        ("4", "3座", "渔港清淤"),
        ("5", "83亿元", "渔业营收"),
        ("5", "120亿元", "渔业营收"),
    ]


def test_the_number_of_a_part_of_a_table_is_not_of_its_name(tmp_path: Path) -> None:
    rows = [
        "序号\t项目名称\t建设内容\t总投资（万元）\t责任单位",
        "\t一、渔业项目（1个）\t\t2600\t",
        "1\t渡口改造工程\t改造渡口4座\t2600\t县港务局",
    ]
    text = "\n".join(["云港县2031年项目计划", "", *rows])
    assert [name for _, _, name, _, _ in numbers(text, tmp_path)] == [
        "渔业项目总投资",
        "渡口",
        "渡口改造工程总投资",
    ]


def test_numbered_lines_of_a_cell_go_on_with_its_row(tmp_path: Path) -> None:
    rows = [
        "序号\t项目名称\t目标任务\t牵头单位\t完成时限",
        "1\t渔港惠民\t1.新建泊位4个；",
        "2.改造渡口2座；",
        "3.新增航标30座。\t县港务局",
        "县渔业局\t11月底前",
        "2\t渔村安居\t改造渔村5个。\t县住建局\t12月底前",
    ]
    text = "\n".join(["云港县2031年民生实事", "", *rows])
    assert [(item, number) for item, number, *_ in numbers(text, tmp_path)] == [
        ("1", "4个"),
        ("1", "2座"),
        ("1", "30座"),
        ("2", "5个"),
    ]


def test_a_cell_that_does_something_to_what_its_row_is_called(tmp_path: Path) -> None:
    rows = [
        "序号\t工作任务\t年度目标\t进展情况\t责任单位",
        "1\t老旧渔村改造\t改造25个、620户\t已完工9个\t县住建局",
        "2\t高标准鱼塘\t建设3万亩\t完成1.2万亩\t县渔业局",
    ]
    text = "\n".join(["云港县2031年重点工作进展情况", "", *rows])
    assert [(number, name) for _, number, name, _, _ in numbers(text, tmp_path)] == [
        ("25个", "老旧渔村"),
        ("620户", "老旧渔村"),
        ("9个", "老旧渔村"),
        ("3万亩", "高标准鱼塘"),
        ("1.2万亩", "高标准鱼塘"),
    ]


def test_a_year_beside_the_task_is_no_number_of_it(tmp_path: Path) -> None:
    rows = [
        "序号\t项目名称\t建设年限\t建设内容\t总投资（万元）\t责任单位",
        "1\t渡口改造\t2031\t改造渡口4座\t500\t",
        "2\t航道整治\t2030-2032\t疏浚航道6公里\t900\t县港务局",
    ]
    text = "\n".join(["云港县2031年项目计划", "", *rows])
    assert [number for _, number, *_ in numbers(text, tmp_path)] == ["4座", "500", "6公里", "900"]


def test_target_values_stand_beside_what_is_done_for_them(tmp_path: Path) -> None:
    rows = [
        "序号\t重点任务\t具体措施\t目标值\t牵头领导\t责任单位\t完成时限",
        "1\t做强渔业\t新增渔业企业35家。\t渔业产值增长8.5%左右\t某某某\t市渔业局\t12月底",
        "2\t建好渔港\t改造泊位186个，\n其中新建98个。\t投资增长7%\t某某某\t市港务局\t12月底",
    ]
    text = "\n".join(["云港市2031年重点工作任务分解表", "", *rows])
    assert [(item, number, stance) for item, number, _, stance, _ in numbers(text, tmp_path)] == [
        ("1", "35家", TARGET),
        ("1", "8.5%", TARGET),
        ("2", "186个", TARGET),
        ("2", "98个", TARGET),
        ("2", "7%", TARGET),
    ]
