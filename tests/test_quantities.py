"""Quantities: tables of (text, what is found), invented for the purpose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from han_numbers import chinese
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.commitments.model import Basis, Comparator, Measure, Quantity
from policydiff.commitments.quantities import Found, find_quantities, parse_cell

FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def quantities(text: str) -> list[Quantity]:
    return [found.quantity for found in find_quantities(text, 0, len(text))]


def only(text: str) -> Found:
    (found,) = find_quantities(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("新增停车位1.6万个。", "1.6万个", 16_000, "个"),
        ("算力达到2.5百亿亿次/秒。", "2.5百亿亿次/秒", 2.5e18, "次/秒"),
        ("糖价每斤提高6分钱。", "6分钱", 6, "分"),
        ("降尘量不高于7吨/月·平方公里。", "7吨/月·平方公里", 7, "吨/月·平方公里"),
        ("公用经费不低于1200元/生·年。", "1200元/生·年", 1200, "元/生·年"),
        ("数据中心PUE值降到1.25以下。", "1.25", 1.25, ""),
        ("失业率由4%降至零。", "零", 0, ""),
        ("税收完成117.6亿元。", "117.6亿元", 11_760_000_000, "元"),
        ("贷款余额达到1.2万亿元。", "1.2万亿元", 1.2e12, "元"),
        ("外资实际到位3亿美元。", "3亿美元", 300_000_000, "美元"),
        ("粮食产量33，212万吨。", "33，212万吨", 332_120_000, "吨"),
        ("建成绿道５０公里。", "５０公里", 50, "公里"),
        ("新建校舍5000㎡。", "5000㎡", 5000, "平方米"),
        ("流转土地3万亩。", "3万亩", 30_000, "亩"),
        ("发电量120亿千瓦时。", "120亿千瓦时", 12_000_000_000, "千瓦时"),
        ("新增装机300万千瓦。", "300万千瓦", 3_000_000, "千瓦"),
        ("节约40万吨标准煤。", "40万吨标准煤", 400_000, "吨标准煤"),
        ("接待游客200万人次。", "200万人次", 2_000_000, "人次"),
        ("产量稳定在2.3亿斤。", "2.3亿斤", 230_000_000, "斤"),
        ("标准提高至600元/年/人。", "600元/年/人", 600, "元/年/人"),
        ("平均浓度控制在33微克/立方米。", "33微克/立方米", 33, "微克/立方米"),
        ("每千人口床位达4.5张。", "4.5张", 4.5, "张"),
        ("人口自然增长率为6‰。", "6‰", 6, "‰"),
        ("自然增长率降到千分之六点一。", "千分之六点一", 6.1, "‰"),
        ("总产值增长百分之十三点五。", "百分之十三点五", 13.5, "%"),
        ("增长百分之二十八。", "百分之二十八", 28, "%"),
        ("覆盖九成以上行政村。", "九成", 90, "%"),
        ("压减三分之一。", "三分之一", 100 / 3, "%"),
        ("机构精简1/4。", "1/4", 25, "%"),
        ("审批事项减少一半。", "一半", 50, "%"),
        ("产值增长1.5倍。", "1.5倍", 1.5, "倍"),
        ("总产值翻两番。", "两番", 2, "番"),
        ("比重提高5个百分点。", "5个百分点", 5, "个百分点"),
        ("比重提高2个多百分点。", "2个多百分点", 2, "个百分点"),
        ("孕产妇死亡率低于15/10万。", "15/10万", 15, "/10万"),
        ("新建一百二十个大型项目。", "一百二十个", 120, "个"),
        ("建成桥梁两座。", "两座", 2, "座"),
        ("确保零就业家庭动态为零。", "零", 0, ""),
        ("欠薪案件动态清零。", "零", 0, ""),
        ("国有资产规模突破百亿。", "百亿", 10_000_000_000, "元"),
        ("务工人员规模超过3300万。", "3300万", 33_000_000, ""),
        ("惠及1100多万学生，专项资金规模不变。", "1100多万", 11_000_000, ""),
        ("30家企业产值均达到亿元以上。", "亿元", 100_000_000, "元"),
        ("惠及3000多万农村学生。", "3000多万", 30_000_000, ""),
        ("农村贫困人口减少1000万以上。", "1000万", 10_000_000, ""),
        ("信息化发展指数达到75。", "75", 75, ""),
        ("产量增长8 ．8 ％。", "8 ．8 ％", 8.8, "%"),
        ("新增天然气产量10亿方以上。", "10亿方", 1_000_000_000, "立方米"),
        ("清淤300万方，签订三方协议。", "300万方", 3_000_000, "立方米"),
        ("屋面防水3200平。", "3200平", 3200, "平方米"),
        ("开挖土方12万立。", "12万立", 120_000, "立方米"),
        ("改善9万人口的饮水条件。", "9万", 90_000, "人"),
        ("清淤5000方，采用3方案。", "5000方", 5000, "立方米"),
        ("新增算力1.7万P。", "1.7万P", 17_000, "P"),
        ("新增墓穴200穴。", "200穴", 200, "穴"),
        ("购置设备416台（套）以上。", "416台（套）", 416, "台（套）"),
        ("米价每斤上涨1毛。", "1毛", 1, "毛"),
        ("3 0 0 多个村通电。", "3 0 0 多个", 300, "个"),
        ("存款余额是上年的1.\n37倍。", "1.\n37倍", 1.37, "倍"),
        ("产值增长3.\r\n　　5%。", "3.\r\n　　5%", 3.5, "%"),
        ("绿化率达标。\n1.\n37所学校建成。", "37所", 37, "所"),
        ("达标率为100.\n2.新建学校37所。", "37所", 37, "所"),
        ("居民收入倍差缩小至2.12。", "2.12", 2.12, ""),
        ("裁减员额五十万。", "五十万", 500_000, ""),
        ("增速分别高4.2和0.7个百分点。", "0.7个百分点", 0.7, "个百分点"),
        ("低保标准达到715元/人月。", "715元/人月", 715, "元/人月"),
        ("护理补贴提高到1200元/人·年。", "1200元/人·年", 1200, "元/人·年"),
        ("浓度控制在31微克每立方米以下。", "31微克每立方米", 31, "微克每立方米"),
        ("亩产稻谷超过600公斤每亩。", "600公斤每亩", 600, "公斤每亩"),
        ("死亡率控制在4人/万车以内。", "4人/万车", 4, "人/万车"),
        ("死亡率控制在十万分之十二以内。", "十万分之十二", 12, "/10万"),
        ("渔民纯收入达到3 105元。", "3 105元", 3105, "元"),
        ("海盐、海带产值分别达3.2、2.1亿元。", "2.1亿元", 210_000_000, "元"),
        ("渔业产值增长-4.5%。", "-4.5%", -4.5, "%"),
        ("渔业产值增长4-5%。", "4-5%", 4, "%"),
        ("总产值完成1 204亿元。", "1 204亿元", 120_400_000_000, "元"),
        ("查处冒牌渔网 600 余种。", "600 余种", 600, "种"),
        ("鲜花产量达到105 亿枝。", "105 亿枝", 10_500_000_000, "枝"),
        ("举办航海培训班 10 期以上。", "10 期", 10, "期"),
        ("时限分别压缩至1.5、4个工作日以内。", "4个工作日", 4, "个工作日"),
        ("建港周期缩短至13个月。", "13个月", 13, "个月"),
        ("周转由114天缩短到105天。", "105天", 105, "天"),
        ("鱼价指数由2029年的111.4回落到100.8。", "100.8", 100.8, ""),
        ("航运景气指数连续五年稳定在120左右。", "120", 120, ""),
        ("占比分别提高3个和4个百分点。", "4个百分点", 4, "个百分点"),
    ],
)
def test_span_value_and_unit(text: str, span: str, value: float, unit: str) -> None:
    quantity = quantities(text)[-1]
    assert (quantity.text, quantity.unit) == (span, unit)
    assert quantity.value == pytest.approx(value)
    assert text[quantity.start : quantity.end] == span


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("年产能60—80万辆。", "60—80万辆", 600_000, 800_000),
        ("经济增长5%—5.5%。", "5%—5.5%", 5, 5.5),
        ("新设网点1-2家。", "1-2家", 1, 2),
        ("引进1至2个实验室。", "1至2个", 1, 2),
        ("建成十到十二座水库。", "十到十二座", 10, 12),
        ("节约煤炭700万到800万吨。", "700万到800万吨", 7_000_000, 8_000_000),
        ("节电百分之五到十。", "百分之五到十", 5, 10),
        ("投资800-1000万元。", "800-1000万元", 8_000_000, 10_000_000),
        ("多耗电二、三百亿度。", "二、三百亿度", 20_000_000_000, 30_000_000_000),
        ("产量增加两三倍。", "两三倍", 2, 3),
    ],
)
def test_ranges_share_scale_and_unit(text: str, span: str, low: float, high: float) -> None:
    (quantity,) = quantities(text)
    assert (quantity.text, quantity.value, quantity.value_max) == (span, low, high)


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("就业2万人。", "="),
        ("就业达到2万人。", "="),
        ("财政收入过8亿元。", ">="),
        ("降尘量不得高于7吨。", "<="),
        ("床位不得少于30张。", ">="),
        ("每个镇至少建有1个驿站。", ">="),
        ("教师交流比例每年不低于教师总数的10%。", ">="),
        ("造船合同补助不超过合同总额20%的费用。", "<="),
        ("对改造项目最高支持1000万元。", "<="),
        ("担保费率保持1%（含）以下。", "<="),
        ("节约成本100亿元以\n上。", ">="),
        ("补助标准不低于我县上年度城镇居民家庭人均可支配收入的60%。", ">="),
        ("债务余额不超过生产总值的8%。", "<="),
        ("浓度控制在31微克每立方米以下。", "<="),
        ("就业不低于2万人。", ">="),
        ("就业不少于2万人。", ">="),
        ("就业至少2万人。", ">="),
        ("就业2万人以上。", ">="),
        ("就业突破2万人。", ">="),
        ("就业力争突破2万人。", ">="),
        ("就业超2万人。", ">="),
        ("就业2万余人。", ">="),
        ("就业2万多人。", ">="),
        ("产值增加三倍多。", ">="),
        ("惠及百余户。", ">="),
        ("失业率控制在4%以内。", "<="),
        ("失业率控制在4%。", "="),
        ("失业率不超过4%。", "<="),
        ("失业率低于4%。", "<="),
        ("时限压缩到3个工作日内。", "<="),
        ("给予补助最高500万元。", "<="),
        ("增长6%左右。", "~"),
        ("新增苗木约9万株。", "~"),
        ("补助资金近800万元。", "~"),
        ("签约300余名专家。", ">="),
        ("每个乡镇至少建成1所卫生院。", ">="),
        ("跨上万亿台阶。", ">="),
        ("投资增长6%、8%以上。", "= >="),
        ("普及率、覆盖率分别达到85%、70%以上。", ">= >="),
        ("普及率、覆盖率不低于85%、70%。", ">= >="),
        ("增加值增长6%左右，投资增长8%。", "~ ="),
        ("财政收入增长不低于6%，力争达到8%。", ">= ="),
        ("吞吐量三次跨越千万吨。", ">="),
        ("投资增长10%或者更多一些。", ">="),
        ("签订条约17个。", "="),
        ("收入突破400亿元、达到421亿元。", ">= ="),
        ("收入突破400亿元、达到421亿元以上。", ">= >="),
        ("参保率、就业率超过90%、80%。", ">= >="),
    ],
)
def test_comparators(text: str, comparators: str) -> None:
    assert [quantity.comparator for quantity in quantities(text)] == comparators.split()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("增加值增长8%。", "growth"),
        ("费用率由17%降为15%。", "share share"),
        ("能耗下降3%。", "growth"),
        ("年均增长12%。", "growth"),
        ("比上年多83%。", "growth"),
        ("减少排放10%。", "growth"),
        ("增速保持在8%左右。", "growth"),
        ("鱼价升幅控制在17%左右。", "growth"),
        ("人员编制减一半，应税收入减按25%计入。", "growth share"),
        ("水产业保持了16%以上的发展速度。", "growth"),
        ("经济增长预期目标为5%左右。", "growth"),
        ("居民消费价格控制在3%以内。", "growth"),
        ("实现7%左右的增长速度。", "growth"),
        ("增长速度，上年计划为4%，实际达到5%。", "growth growth"),
        ("装备、汽车、医药产值分别增长3.5%、15.5%、5.6%和1%。", "growth growth growth growth"),
        (
            "收入、利税、利润分别增长 14.5%、14.7 %和 19.5%，利税率达到 20%。",
            "growth growth growth share",
        ),
        ("收费项目缩减30%。", "growth"),
        ("收费项目减少一半，90%以上实行网上缴费。", "growth share"),
        ("渔业增长不低于6%，6.5%左右。", "growth growth"),
        ("渔业增长6%（不包括养殖为5%）。", "growth growth"),
        ("增速反映大局，明年的目标确定为6%。", "growth"),
        ("增速回落，失业率目标为5%。", "share"),
        ("绿化覆盖率达到42%。", "share"),
        ("普惠率提升至70%。", "share"),
        ("比重由24%提高到30%。", "share share"),
        ("消费对经济增长的贡献率达到66%。", "share"),
        ("企业增至30家，增长率达50%。", "amount growth"),
        ("收入分别增长8.5%\n和9%。", "growth growth"),
        ("人口自然增长率控制在8‰以内。", "share"),
        ("覆盖率提高2个百分点。", "points"),
        ("产值增长1.5倍。", "growth"),
        ("面积是上年的2倍。", "amount"),
        ("新增学位500个。", "amount"),
        ("提价幅度超过20%。", "growth"),
        ("12月的增长额就占全年增加额的48%。", "share"),
        ("比原来设想的6亿元多出54%。", "amount growth"),
        ("利润率分别高4.2和0.7个百分点。", "points points"),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert [quantity.kind for quantity in quantities(text)] == [Measure(k) for k in kinds.split()]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("新增停车位300个、充电桩50个。", [Basis.INCREMENT, Basis.INCREMENT]),
        ("新增停车位300个、改造厕所5座。", [Basis.INCREMENT, None]),
        ("存款增加20亿元。", [Basis.INCREMENT]),
        ("增加值达到20亿元。", [Basis.TOTAL]),
        ("增加值20亿元。", [None]),
        ("企业累计培育16个。", [Basis.TOTAL]),
        ("存款由20亿元增加到30亿元。", [None, Basis.TOTAL]),
        ("产值增长8%。", [None]),
        ("粮食增产5亿斤，农民增收3亿元，贫困人口减少20万人。", [Basis.INCREMENT] * 3),
        ("经费减少为3亿元。", [None]),
    ],
)
def test_bases(text: str, bases: list[Basis | None]) -> None:
    assert [quantity.basis for quantity in quantities(text)] == bases


@pytest.mark.parametrize(
    ("text", "around", "change"),
    [
        ("地区生产总值预计实现1300亿元，", "预计实现1300亿元", ""),
        ("增加值年均增长不低于7%，", "年均增长不低于7%", "增长"),
        ("覆盖率控制在4%以内，", "控制在4%以内", ""),
        ("建成了30个站点，", "了30个", ""),
        ("普惠率提升至70%。", "提升至70%", "提升"),
        ("人均收入提高10%。", "提高10%", "提高"),
        ("新增学位500个。", "500个", ""),
    ],
)
def test_words_that_belong_to_the_number(text: str, around: str, change: str) -> None:
    found = only(text)
    assert (text[found.lead : found.tail], found.change) == (around, change)


def test_a_series_shares_its_verb() -> None:
    text = "甲、乙、丙产值分别增长3%、5%和7%。"
    found = find_quantities(text, 0, len(text))
    assert [(one.place, one.of, one.each) for one in found] == [
        (0, 3, True),
        (1, 3, True),
        (2, 3, True),
    ]
    assert {(one.lead, one.change) for one in found} == {(text.index("分别"), "增长")}


def test_grown_ups_are_no_tenths() -> None:
    assert [found.text for found in quantities("1成人识字培训完成80人。")][-1] == "80人"
    assert not any(found.unit == "%" for found in quantities("1成人识字培训完成80人。"))
    assert only("九成人员已返岗。").quantity.unit == "%"


def test_a_list_names_its_unit_once() -> None:
    units = {quantity.unit for quantity in quantities("面积分别减少10.6万、3.8万、3.3万平方公里。")}
    assert units == {"平方公里"}


def test_a_list_names_its_scale_once() -> None:
    found = quantities("苹果、香梨、蜜桃品牌价值分别达13.2、12、11.4亿元。")
    assert [one.value for one in found] == [1.32e9, 1.2e9, 1.14e9]
    assert [one.value for one in quantities("新建1200、3000平方米广场。")] == [1200, 3000]


def test_only_the_range_is_read() -> None:
    text = "新增学位500个。新建绿道30公里。"
    assert [q.text for q in (f.quantity for f in find_quantities(text, 8, len(text)))] == ["30公里"]


@pytest.mark.parametrize(
    ("cell", "unit", "name", "expected"),
    [
        ("1002", "亿元", "地区生产总值", (100_200_000_000, "元", "=", "amount")),
        ("3.8以内", "%", "城镇登记失业率", (3.8, "%", "<=", "share")),
        ("≥90", "%", "森林覆盖率", (90, "%", ">=", "share")),
        ("＜5", "‰", "婴儿死亡率", (5, "‰", "<=", "share")),
        ("15", "%", "规模以上工业总产值年均增长", (15, "%", "=", "growth")),
        ("7%左右", "亿元", "地区生产总值", (7, "%", "~", "growth")),
        ("19.2", "万元/人", "全员劳动生产率", (192_000, "元/人", "=", "amount")),
        ("34", "个", "每千人口养老床位数", (34, "个", "=", "amount")),
        ("[5.5]", "万人", "城镇新增就业", (55_000, "人", "=", "amount")),
        ("98", "人年", "每万名职工中科研人员", (98, "人年", "=", "amount")),
        ("0.021", "人/亿元", "生产安全事故死亡率", (0.021, "人/亿元", "=", "amount")),
        ("6.2", "万件/每万人", "专利拥有量", (62_000, "件/每万人", "=", "amount")),
        ("1.5", "个百分点", "城镇化率提高", (1.5, "个百分点", "=", "points")),
        ("65%以上", "", "海产品出口占比", (65, "%", ">=", "share")),
        ("38%", "", "船坞利用率（全年）", (38, "%", "=", "share")),
        ("3.4%", "", "研发投入占地区生产总值之比", (3.4, "%", "=", "share")),
        ("8%", "", "全员劳动生产率", (8, "%", "=", "growth")),
        ("6%", "", "社会消费品零售总额", (6, "%", "=", "growth")),
    ],
)
def test_cells(cell: str, unit: str, name: str, expected: tuple[float, str, str, str]) -> None:
    found = parse_cell(cell, 0, len(cell), unit, name)
    assert found is not None
    value, base, comparator, kind = expected
    assert found.quantity.value == pytest.approx(value)
    assert (found.quantity.unit, found.quantity.comparator) == (base, Comparator(comparator))
    assert found.quantity.kind == Measure(kind)


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("五年累计", "城镇化率", ("个百分点", "points")),
        ("〔累计〕", "城镇化率", ("个百分点", "points")),
        ("“十六五”时期累计（%）", "城镇化率", ("个百分点", "points")),
        ("1—9月累计", "城镇化率", ("%", "share")),
        ("五年累计", "能耗降低", ("%", "growth")),
    ],
)
def test_cells_below_what_comes_together(label: str, name: str, expected: tuple[str, str]) -> None:
    found = parse_cell("6.8", 0, 3, "%", name, label)
    assert found is not None
    assert (found.quantity.unit, found.quantity.kind) == (expected[0], Measure(expected[1]))


@pytest.mark.parametrize("cell", ["", "—", "持续改善", "达标"])
def test_a_cell_without_a_number(cell: str) -> None:
    assert parse_cell(cell, 0, len(cell), "%", "达标率") is None


@settings(deadline=None)
@given(
    st.integers(21, 9_999),
    st.sampled_from(["个", "公里", "万元", "亿元", "万平方米", "吨标准煤", "%", "人次"]),
    st.sampled_from(["", "不低于", "约", "达到"]),
)
def test_quantities_survive_reformatting(number: int, unit: str, before: str) -> None:
    plain = f"全年完成项目{before}{number}{unit}。"
    (expected,) = quantities(plain)
    grouped = f"全年完成项目{before}{number:,}{unit}。"
    broken = f"全年完成项目{before}{number}\n{unit}。"
    base = unit.lstrip("万亿")
    scaled = number * {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
    in_han = f"百分之{chinese(number)}" if unit == "%" else f"{chinese(scaled)}{base}"
    spelled = f"全年完成项目{before}{in_han}。"
    for written in (plain.translate(FULL_WIDTH), grouped, broken, spelled):
        (quantity,) = quantities(written)
        assert (quantity.value, quantity.unit) == (expected.value, expected.unit)
        assert (quantity.comparator, quantity.kind) == (expected.comparator, expected.kind)


@settings(deadline=None)
@given(
    st.text(
        alphabet="一二三十百千万亿两几余多半0123456789.，、个%元至到-以上年增长突破“”第",
        max_size=40,
    )
)
def test_nothing_breaks_the_grammar(text: str) -> None:
    found = find_quantities(text, 0, len(text))
    spans = [(one.quantity.start, one.quantity.end) for one in found]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(one.lead <= one.quantity.start < one.quantity.end <= one.tail for one in found)
