from __future__ import annotations

import pytest

from policydiff.commitments.statement import stated


@pytest.mark.parametrize(
    ("clause", "action", "indicator"),
    [
        ("制定支持港口发展措施", "制定", "支持港口发展措施"),
        ("健全适应老城更新的规划政策", "健全", "适应老城更新的规划政策"),
        ("实施扩大内需行动", "实施", "扩大内需行动"),
        ("破除制约发展的体制障碍", "破除", "制约发展的体制障碍"),
        ("建立排查整治台账", "建立", "排查整治台账"),
        ("推动出台海域管理办法", "出台", "海域管理办法"),
        ("优化调整产业政策", "优化", "产业政策"),
        ("保护和激发经营主体活力", "保护", "经营主体活力"),
        ("统筹资金收购存量商品房", "收购", "存量商品房"),
        ("鼓励企业参与军工配套", "鼓励", "企业参与军工配套"),
    ],
)
def test_the_first_verb_that_does_something_acts(clause: str, action: str, indicator: str) -> None:
    said = stated(clause)
    assert (said.action, said.indicator) == (action, indicator)


@pytest.mark.parametrize(
    ("clause", "action", "indicator"),
    [
        ("加力发展数字智能等产业集群", "发展", "数字智能等产业集群"),
        ("接续推出一批惠民政策", "推出", "惠民政策"),
        ("从今年开始拟连续几年发行渔业债券", "发行", "渔业债券"),
        ("连续7年提高渔民补助标准", "提高", "渔民补助标准"),
        ("从明年起", "", ""),
        ("更大力度提振消费", "提振", "消费"),
        ("项目化推进河道治理", "推进", "河道治理"),
        ("大力发展网络消费", "发展", "网络消费"),
        ("扩大服务消费", "扩大", "服务消费"),
        ("扩大市场化选聘范围", "扩大", "市场化选聘范围"),
        ("建设企业服务平台", "建设", "企业服务平台"),
    ],
)
def test_manners_are_left_out_and_compounds_kept(clause: str, action: str, indicator: str) -> None:
    said = stated(clause)
    assert (said.action, said.indicator) == (action, indicator)


@pytest.mark.parametrize(
    ("clause", "action", "indicator"),
    [
        ("在推动科技和产业融合上打头阵", "推动", "科技和产业融合"),
        ("在统筹城乡发展中推动共同富裕", "推动", "共同富裕"),
        ("在保障粮食安全中彰显港城担当", "彰显", "港城担当"),
        ("在全国率先实施社区矫正", "实施", "社区矫正"),
        ("通过腾笼换鸟盘活旧厂房", "盘活", "旧厂房"),
        ("为渔民提供保险服务", "提供", "保险服务"),
        ("对重点河段进行清淤", "清淤", "重点河段"),
        ("将河道纳入统一管护", "纳入", "河道"),
        ("把管理力量下沉", "下沉", "管理力量"),
        ("在安全工作上，加强检查力量", "加强", "检查力量"),
    ],
)
def test_settings_and_disposals_give_way_to_the_deed(
    clause: str, action: str, indicator: str
) -> None:
    said = stated(clause)
    assert (said.action, said.indicator) == (action, indicator)


@pytest.mark.parametrize(
    ("clause", "action", "indicator"),
    [
        ("渔业发展取得突破", "取得", "渔业发展"),
        ("债务化解任务超额完成", "完成", "债务化解任务"),
        ("地方债务风险得到有效防范化解", "化解", "地方债务风险"),
        ("港航企业做大做强", "做大做强", "港航企业"),
        ("需求结构更趋优化", "优化", "需求结构"),
        ("物价保持基本稳定", "保持", "物价"),
        ("养老服务实现县域全覆盖", "实现", "养老服务"),
        ("专项行动效果显著", "", "专项行动"),
        ("居民收入增长与经济增长同步", "", "居民收入增长"),
        ("改革开放深入推进", "推进", "改革开放"),
        ("服务消费提质扩容", "提质扩容", "服务消费"),
        ("港务局要修订章程", "修订", "章程"),
    ],
)
def test_a_subject_is_told_from_what_is_said_of_it(
    clause: str, action: str, indicator: str
) -> None:
    said = stated(clause)
    assert (said.action, said.indicator) == (action, indicator)
