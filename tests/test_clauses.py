from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.commitments.clauses import LONGEST_CLAUSE, members, pieces, split_clauses
from policydiff.commitments.roles import Role


def said(text: str, role: Role = Role.STATEMENT) -> list[str]:
    return [
        text[clause.start : clause.end]
        for clause in split_clauses(text, 0, len(text))
        if clause.role is role
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进河岸更新，改造东湖公园。", ["推进河岸更新", "改造东湖公园"]),
        ("建设“近水，乐居”工程；启动学校扩建。", ["建设“近水，乐居”工程", "启动学校扩建"]),
        ("完善平台（含东、西两区，港区）功能。", ["完善平台（含东、西两区，港区）功能"]),
        ("一是加强监管，二是优化服务。", ["加强监管", "优化服务"]),
        ("泵站工程：新建港东泵站。", ["新建港东泵站"]),
        ("（3）推广节水农业。", ["推广节水农业"]),
        ("同时推进医养结合。", ["推进医养结合"]),
        ("投资1,018亿元,建设新港。", ["投资1,018亿元", "建设新港"]),
    ],
)
def test_clauses_stand_between_commas_with_quotes_and_brackets_whole(
    text: str, expected: list[str]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("围绕产业发展需求，", Role.PREAMBLE),
        ("以提升品质为重点，", Role.PREAMBLE),
        ("坚持稳中求进工作总基调，", Role.PREAMBLE),
        ("按照统一部署要求，", Role.PREAMBLE),
        ("在全体干部共同努力下，", Role.PREAMBLE),
        ("通过市场化方式，", Role.PREAMBLE),
        ("综合各方面因素，", Role.PREAMBLE),
        ("综合研判渔业形势，", Role.PREAMBLE),
        ("综合利用海岸，", Role.STATEMENT),
        ("围绕产业链打造创新链，", Role.STATEMENT),
        ("坚持整治形式主义，", Role.STATEMENT),
        ("依托港口企业加快推进码头改造，", Role.STATEMENT),
        ("依托船坞改造、灯塔修缮等重点项目，", Role.STATEMENT),
        ("各位代表，", Role.REMARK),
        ("企业竞争力不强的问题依然突出，", Role.REMARK),
        ("主要任务是：", Role.LABEL),
        ("以“四改”为抓手提升街区品质，", Role.STATEMENT),
        ("以渔业科研中心和渔民服务站为依托，", Role.STATEMENT),
        ("以服务渔民为依托，", Role.PREAMBLE),
        ("遵循“一港、两岸、三镇”的发展思路，", Role.STATEMENT),
        ("遵循“渔民自愿”的思路，", Role.PREAMBLE),
        ("市政府在各界支持下，", Role.PREAMBLE),
        ("除渔船外，", Role.PREAMBLE),
        ("通过市场化运作，", Role.PREAMBLE),
        ("通过腾笼换鸟盘活旧厂房，", Role.STATEMENT),
        ("通过卫生港口复审，", Role.STATEMENT),
        ("由于风浪，", Role.PREAMBLE),
        ("在安全工作上，", Role.SCOPE),
        ("“十六五”时期发展目标。", Role.REMARK),
        ("港口是开放的重要依据，", Role.REMARK),
        ("从全省看，", Role.REMARK),
        ("如果来年风调雨顺，", Role.REMARK),
        ("港口设施薄弱，", Role.REMARK),
        ("重点做好八个方面工作。", Role.REMARK),
        ("提请本次大会审议，", Role.REMARK),
    ],
)
def test_clauses_have_roles(text: str, role: Role) -> None:
    assert split_clauses(text, 0, len(text))[0].role is role


def test_a_purpose_follows_its_statement() -> None:
    text = "建设公共实训基地，为产业升级提供坚实支撑，助力全市高质量发展。"
    assert said(text) == ["建设公共实训基地"]
    assert said(text, Role.PURPOSE) == ["为产业升级提供坚实支撑", "助力全市高质量发展"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "添置更结实的渔网，更宽敞的船舱，更明亮的航灯。",
            ["添置更结实的渔网，更宽敞的船舱，更明亮的航灯"],
        ),
        ("建设工业平台，渔业平台，推广新网具。", ["建设工业平台，渔业平台", "推广新网具"]),
        ("在安全工作上，加强检查，添置艇只。", ["在安全工作上，加强检查", "添置艇只"]),
        ("推进岸线整治，自觉接受岸线监督。", ["推进岸线整治", "自觉接受岸线监督"]),
    ],
)
def test_members_of_a_list_go_with_their_verb(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_number_after_a_comma_is_no_item() -> None:
    assert said("一、推广良种，一、二季度平稳增长。") == ["推广良种", "一、二季度平稳增长"]


def test_sentences_and_their_parts_are_counted() -> None:
    clauses = split_clauses("甲区建港，乙区修路；丙区办学。丁区养鱼。", 0, 20)
    assert [(clause.sentence, clause.part) for clause in clauses] == [
        (0, 0),
        (0, 0),
        (0, 1),
        (1, 2),
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        (
            "提质改造旧区45个、街巷13条、管网90公里",
            ["45个", "13条", "90公里"],
            ["提质改造旧区45个", "、街巷13条", "、管网90公里"],
        ),
        ("建成3所学校和2家医院", ["3所", "2家"], ["建成3所学校", "和2家医院"]),
        ("投资8亿元实施20个项目", ["8亿元", "20个"], ["投资8亿元", "实施20个项目"]),
        ("达到85%、70%", ["85%", "70%"], ["达到85%", "、70%"]),
    ],
)
def test_every_number_gets_its_member(text: str, numbers: list[str], expected: list[str]) -> None:
    (clause,) = split_clauses(text, 0, len(text))
    spans = [(text.index(number), text.index(number) + len(number)) for number in numbers]
    assert [text[start:end] for start, end in members(text, clause, spans)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "我受区人民政府委托",
        "请各位代表提出意见",
        "现将有关情况报告如下",
        "对各界的支持表示衷心的感谢",
        "增进民生福祉",
    ],
)
def test_formalities_and_slogans_state_nothing(text: str) -> None:
    assert said(text + "。", Role.REMARK) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "世界经济复苏乏力",
        "外部环境更加复杂",
        "有利条件多于不利因素",
        "渔业创新能力在持续提升",
        "远洋渔业正在恢复",
        "渔业向好的趋势没有改变",
        "远洋市场潜力巨大",
        "国内外形势发生深刻变化",
        "是渔业发展的重要依托",
        "渔业是扩大内需的重要领域",
        "也是全市人民的共同愿望",
        "有利于保护渔业资源",
        "事关渔区长远发展",
        "总的考虑是",
        "我们的奋斗目标是",
        "过去的一年",
        "新的一年",
        "实践证明",
        "渔业具有十分重要的战略意义",
        "我们具备许多有利条件",
        "渔业长期向好的基本面不会改变",
        "渔民的日子一定会越来越好",
        "我国有世界上最大的渔船队",
        "“-”表示不设目标",
        "我国渔业仍处于转型的关键时期",
        "考虑到近海资源衰退",
        "根据《关于渔业发展的意见》精神",
    ],
)
def test_how_things_are_is_no_promise(text: str) -> None:
    assert said(text + "。", Role.REMARK) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "渔业结构进一步优化",
        "渔民收入稳步增长",
        "首要任务是稳定渔业生产",
        "就是要提高渔船装备水平",
        "实事求是制定渔业目标",
        "积极应对海洋气候变化",
        "善于运用有利条件",
        "严格依法办事",
        "推动现存在建渔港续建",
        "国际市场份额稳步扩大",
        "外部融资环境持续改善",
        "事关渔民的项目全部开工",
        "证明事项全面取消",
        "我国有3家渔企进入百强",
        "我们有计划地更新渔船",
        "事故池具备使用条件",
        "充分释放渔区蕴藏的巨大潜力",
        "需要解决必然会出现的困难",
        "稳定能繁鱼苗供应",
    ],
)
def test_an_aim_or_a_deed_is_one(text: str) -> None:
    assert said(text + "。") == [text]


def test_a_preamble_that_names_its_object_states_it() -> None:
    text = "以“江岸会客厅”为核心，依托北岸会展中心，围绕消费升级，办好渔家年货节。"
    assert said(text) == ["以“江岸会客厅”为核心", "依托北岸会展中心", "办好渔家年货节"]
    assert said(text, Role.PREAMBLE) == ["围绕消费升级"]


def test_a_clause_too_long_is_cut_outside_words() -> None:
    text = "推进" + "低碳港口建设" * 8 + "碳达峰碳中和及早实现"
    assert not any(text[start:stop].endswith("碳中") for start, stop in pieces(text, 0, len(text)))


def test_a_clause_too_long_is_cut_at_its_list_commas() -> None:
    text = "推进" + "、".join(f"第{number}号沿河排水泵站和闸门" for number in range(12)) + "改造"
    parts = pieces(text, 0, len(text))
    assert len(parts) > 1
    assert all(stop - start <= LONGEST_CLAUSE for start, stop in parts)


@given(st.text(alphabet="推进建设城乡公园，。；、：“”（）12亿元\n ", max_size=80))
def test_clauses_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    clauses = split_clauses(text, 0, len(text))
    bounds = [(clause.start, clause.end) for clause in clauses]
    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(end <= later for (_, end), (later, _) in pairwise(bounds))


@pytest.mark.parametrize("text", ["3.2030年全市建成泊位5个", "12．2030年新增船位90个"])
def test_a_number_before_a_year_is_no_part_of_the_clause(text: str) -> None:
    (clause,) = split_clauses(text, 0, len(text))
    assert text[clause.start :].startswith("2030年")
