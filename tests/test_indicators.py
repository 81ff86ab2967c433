"""Indicators and actions, read from sentences about invented places."""

from __future__ import annotations

import pytest

from policydiff.commitments.extract import extract
from policydiff.commitments.indicators import clean, distribute, following, strip_lead
from policydiff.reading.document import Document, Kind, Paragraph, Section, Stance


def measured(text: str, heading: str = "") -> list[str]:
    section = Section((heading,) if heading else (), Stance.TARGET)
    document = Document(
        id="t",
        path="t.txt",
        sha256="",
        title="t",
        publisher="",
        year=2024,
        kind=Kind.TASK_TABLE,
        encoding="utf-8",
        characters=len(text),
        text=text,
        blocks=(Paragraph(0, len(text), section),),
    )
    return [one.indicator for one in extract(document).commitments if one.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the noun before the number, without verbs, adverbs, times and scopes
        ("新增城市公共停车位3500个。", ["城市公共停车位"]),
        ("到2026年，全区进出口总额突破75亿元。", ["进出口总额"]),
        ("全市粮食产量稳定在2亿斤以上。", ["粮食产量"]),
        ("力争科技型企业突破900家。", ["科技型企业"]),
        ("持续优化服务，发放贷款不低于30亿元。", ["贷款"]),
        ("在老城区、港区增设公共停车位500个。", ["公共停车位"]),
        ("区医院和乡镇卫生院增设便民门诊30个。", ["便民门诊"]),
        ("再建立体停车楼2座。", ["立体停车楼"]),
        ("重点渔户技术服务签约率提升至71%。", ["重点渔户技术服务签约率"]),
        ("每千人托位数达3.5个。", ["每千人托位数"]),
        ("生产安全事故起数下降10%。", ["生产安全事故起数"]),
        # no word is cut at its edge
        ("搭建孵化器6个。", ["孵化器"]),
        ("建成区绿地率达到38%。", ["建成区绿地率"]),
        ("完成营造林5万亩。", ["营造林"]),
        ("五年来中央财政专项补助3亿元。", ["中央财政专项补助"]),
        ("扩大在孵企业规模至90家。", ["在孵企业规模"]),
        ("为民服务中心建成16个。", ["为民服务中心"]),
        ("扩大过境航线至9条。", ["过境航线"]),
        ("居民消费价格涨幅控制在3%左右。", ["居民消费价格涨幅"]),
        ("全区域内改造码头5座。", ["码头"]),
        ("减轻90多万个体工商户负担。", ["个体工商户负担"]),
        ("年应纳税所得额上限提高到8万元。", ["年应纳税所得额上限"]),
        ("外商直接投资达到3亿美元。", ["外商直接投资"]),
        # who acts, how, and from when on are left out
        ("国务院制定行政法规37件。", ["行政法规"]),
        ("提请市人大常委会审议地方性法规草案6件。", ["地方性法规草案"]),
        ("政府提请市人大常委会修订地方性法规4件。", ["地方性法规"]),
        ("中央财政安排渔业专项资金2亿元。", ["渔业专项资金"]),
        ("通过多种渠道安置就业3万人。", ["安置就业"]),
        ("为企业和个人减税降费8亿元。", ["减税降费"]),
        ("一般公共预算收入6亿元，同口径增长7%。", ["一般公共预算收入"] * 2),
        # a clause without a number hands on its subject
        ("粮食连续五年增产，2023年产量达到80万吨。", ["粮食产量"]),
        ("渔业企业保持旺盛势头，五年间产值增长2倍。", ["渔业企业产值"]),
        ("原盐产量继续增长，达到42万吨。", ["原盐产量"]),
        ("人均收入增长8%，收入，2023年为9万元。", ["人均收入", "收入"]),
        ("产值增长8%，对经济增长贡献率达到30%。", ["产值", "产值对经济增长贡献率"]),
        ("拉动经济增长6个百分点。", ["经济增长"]),
        ("规模以上工业企业达到620家，净增58家。", ["规模以上工业企业"] * 2),
        # comparisons are not measured
        ("产量达到8万吨，比上一年增产2万吨，即33%。", ["产量"] * 3),
        ("轻工业增长8%，超过重工业增长3%的速度。", ["轻工业", "重工业"]),
        # the noun after the number
        ("建设5处应急避难场所。", ["应急避难场所"]),
        ("实施42个城建项目。", ["城建项目"]),
        ("推动北岸港口物流等30个重点项目开工建设。", ["重点项目"]),
        ("对23家供热企业实施脱硫改造。", ["供热企业"]),
        ("完成50个老旧小区改造工程。", ["老旧小区"]),
        ("打造10条以“江河”为主题的旅游线路。", ["旅游线路"]),
        ("高质量完成38个老旧小区改造任务。", ["老旧小区"]),
        # X等N项Y is Y
        ("组织春季书市等文化活动不少于100场。", ["文化活动"]),
        # lists share their verb
        ("提质改造老旧小区38个、背街小巷17条。", ["老旧小区", "背街小巷"]),
        ("建成3所学校和2家医院。", ["学校", "医院"]),
        # what is measured twice
        ("地区生产总值达到120亿元，增长6%。", ["地区生产总值", "地区生产总值"]),
        ("签约项目20个、落地12个。", ["签约项目", "签约项目"]),
        ("产业投资占比由30个百分点提高到36个百分点。", ["产业投资占比", "产业投资占比"]),
        # owners are carried to a mere measure
        (
            "纺织业继续做大做强，预计实现产值20亿元，增长5%，占全市比重达到30%。",
            ["纺织业产值", "纺织业产值", "纺织业产值占全市比重"],
        ),
        (
            "新开工3000万元以上项目30个、竣工12个，投资56亿元。",
            ["3000万元以上项目", "3000万元以上项目", "3000万元以上项目投资"],
        ),
        ("投资8亿元实施20个城建项目。", ["城建项目投资", "城建项目"]),
        # 分别 deals out, with the shared measure or owner
        (
            "船舶制造业、渔具及零部件业产值分别增长2.5%、12.5%。",
            ["船舶制造业产值", "渔具及零部件业产值"],
        ),
        ("装备、轴承两大产业产值分别达到8亿元、9亿元。", ["装备产业产值", "轴承产业产值"]),
        (
            "重点工业企业设备联网率和质检数字化率分别达到80%、65%。",
            ["重点工业企业设备联网率", "重点工业企业质检数字化率"],
        ),
        (
            "地区生产总值8亿元、财政收入1亿元，分别增长6%和7%。",
            ["地区生产总值", "财政收入", "地区生产总值", "财政收入"],
        ),
        # one number for two joint indicators
        ("办结率满意率均超96%。", ["办结率满意率"]),
        # fixed measures keep their verb
        ("城镇新增就业2万人以上。", ["城镇新增就业"]),
        ("新开工项目突破45个。", ["新开工项目"]),
        ("新登记市场主体5万户。", ["新登记市场主体"]),
        ("实际利用外资5亿美元。", ["实际利用外资"]),
        ("新增建设用地420公顷，增长50%。", ["新增建设用地", "新增建设用地"]),
        # zero
        ("确保零就业家庭动态为零。", ["零就业家庭"]),
        # shares of
        ("帮助退捕渔民100%就业。", ["退捕渔民就业"]),
        ("100%的基层医疗机构具备远程诊疗能力。", ["基层医疗机构远程诊疗能力"]),
        # older prose
        ("一九八二年全国粮食产量比一九七八年增长百分之十。", ["粮食产量"]),
        ("钢产量由二千万吨增加到三千万吨。", ["钢产量", "钢产量"]),
    ],
)
def test_the_shortest_noun_phrase_that_is_measured(text: str, expected: list[str]) -> None:
    assert measured(text) == expected


def test_a_title_owns_what_stands_under_it() -> None:
    text = "总投资20亿元，占地面积17万平方米。"
    assert measured(text, "1.北岸智能产业基地") == [
        "北岸智能产业基地总投资",
        "北岸智能产业基地占地面积",
    ]
    assert measured(text, "第二节 发展港口产业") == ["总投资", "占地面积"]


@pytest.mark.parametrize(
    ("words", "rest", "verb"),
    [
        ("加快推进城市更新", "城市更新", "推进"),
        ("全年新引进商贸企业", "商贸企业", "新引进"),
        ("服务业增加值", "服务业增加值", ""),
        ("投资总额", "投资总额", ""),
        ("高标准农田", "高标准农田", ""),
        ("有效产业投资", "有效产业投资", ""),
        ("实际利用外资", "实际利用外资", ""),
        ("新建和改造农村公路", "农村公路", "新建"),
        ("实施了河道整治", "河道整治", "实施"),
    ],
)
def test_times_adverbs_and_verbs_are_stripped(words: str, rest: str, verb: str) -> None:
    assert strip_lead(words)[0] == rest
    if verb:
        assert verb in words


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("配套项目签约落地", "配套项目"),
        ("社区卫生服务中心顺利完成改造", "社区卫生服务中心"),
        ("，增长5%", ""),
        ("以上", ""),
        ("的目标", ""),
        ("技术和产品达到先进水平", "技术和产品"),
    ],
)
def test_the_noun_after_a_number(after: str, expected: str) -> None:
    assert following(after) == expected


def test_a_series_that_does_not_fit_keeps_its_phrase() -> None:
    assert distribute("甲产值", 2) == ["甲产值", "甲产值"]
    assert distribute("甲业、乙业产值", 2) == ["甲业产值", "乙业产值"]


def test_clean_drops_marks_times_and_half_brackets() -> None:
    assert clean("、工厂2025年产值的") == "工厂产值"
    assert clean("“节能”工程") == "“节能”工程"
    assert clean("工程）") == "工程"
