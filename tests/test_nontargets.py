"""What is a target and what is not: one table for each rule, invented for the purpose."""

from __future__ import annotations

import pytest

from policydiff.commitments.mentions import find_mentions
from policydiff.commitments.nontargets import RULES
from policydiff.commitments.places import Place, place
from policydiff.commitments.quantities import find_quantities


def targets(text: str) -> list[str]:
    return [found.quantity.text for found in find_quantities(text, 0, len(text))]


def reason(here: Place) -> str | None:
    return next((rule.__name__ for rule in RULES if rule(here)), None)


def reasons(text: str) -> set[str | None]:
    return {reason(place(text, 0, len(text), m)) for m in find_mentions(text, 0, len(text))}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("is_existing_set", "现将10件实事进展情况通报如下。"),
        ("is_existing_set", "通过审批的7个项目进展情况为良好。"),
        ("is_existing_set", "青岚县9件民生实事建议方案"),
        ("is_existing_set", "参加大会的217名县人大代表投票。"),
        ("is_existing_set", "大会批准的40项指标中，空气质量优良。"),
        ("has_no_measure", "推广5G应用。"),
        ("has_no_measure", "拨打12345热线。"),
        ("has_no_measure", "推进2号线和3号线建设。"),
        ("has_no_measure", "实现零距离服务。"),
        ("has_no_measure", "世界500强企业入驻。"),
        ("has_no_measure", "按照甲发〔2023〕15号文件执行。"),
        ("has_no_measure", "发展汽车零部件产业。"),
        ("is_part_of_a_word", "坚持一元化领导。"),
        ("is_part_of_a_word", "价格一度上涨。"),
        ("is_part_of_a_word", "以百倍的努力推进。"),
        ("is_time", "到2025年建成体系。"),
        ("is_time", "3月15日前完成。"),
        ("is_time", "为65岁以上老人体检。"),
        ("is_time", "实施三年行动。"),
        ("is_time", "实行24小时值班。"),
        ("is_time", "建设15分钟生活圈。"),
        ("is_ordinal", "召开第十九次会议。"),
        ("is_ordinal", "总量进入前3位。"),
        ("is_ordinal", "增速前移3位。"),
        ("is_ordinal", "排名上升了5位。"),
        ("is_ordinal", "每千人拥有医师稳步增加。"),
        ("is_ordinal", "经济每增长1个百分点带动就业。"),
        ("is_ordinal", "设立了第 2 家研发中心。"),
        ("is_event", "成功应对9轮强降雨、秋汛。"),
        ("is_event", "战胜3次台风袭击。"),
        ("is_model", "建设220千伏变电站。"),
        ("is_model", "研发±800千伏设备。"),
        ("is_model", "组成1个中心+3个站点的体系。"),
        ("is_quoted", "发展“五个一”工程。"),
        ("is_quoted", "落实“36条”政策。"),
        ("is_quoted", "学习《促进发展20条措施》。"),
        ("is_bare_scale", "服务千家企业节能行动。"),
        ("is_bare_scale", "万元产值能耗继续下降。"),
        ("is_bare_scale", "引进亿元以上项目。"),
        ("is_model", "完成1%人口抽样调查。"),
        ("is_threshold", "改造65吨以上燃煤锅炉。"),
        ("is_threshold", "拆除20吨以下锅炉。"),
        ("is_threshold", "扶持3000万元以上企业。"),
        ("is_threshold", "发展年收入超20万元村。"),
        ("is_threshold", "改造漏失率超过20%的小区。"),
        ("is_threshold", "设置面积不小于100㎡村卫生室。"),
        ("is_threshold", "服务100人以上企业。"),
        ("is_size_in_name", "甲县25万吨污水处理厂投入使用。"),
        ("is_size_in_name", "推进乙镇600万尾鱼种引繁项目。"),
        ("is_size_in_name", "丙公司年产1000万条轮胎项目落地。"),
        ("is_existing_set", "发展6条重点产业链。"),
        ("is_existing_set", "依托42家实验室开展研究。"),
        ("is_existing_set", "支持青岚、云港等5个产粮区率先发展。"),
        ("is_existing_set", "激活现有6家院所。"),
        ("is_existing_set", "坚持4项基本原则。"),
        ("is_existing_set", "抓好8个方面工作。"),
        ("is_existing_set", "提升12个特色产业项目聚集度。"),
        ("is_existing_set", "上述5个项目进展顺利。"),
        ("is_loose_count", "实施三项制度改革。"),
        ("is_loose_count", "形成一套制度。"),
        ("is_loose_count", "打造一个平台。"),
        ("is_loose_count", "建设一厂两站工程。"),
        ("is_threshold", "年销售额不到80万元的部分免税。"),
        ("is_time", "不乱花一分钱。"),
        ("is_time", "考核扣3分。"),
        ("is_existing_set", "做大做强6个省级新型渔具集群，开拓市场。"),
        ("has_no_measure", "凝聚14亿中国人民的力量。"),
        ("is_a_people", "我们这个13亿人口的大国。"),
        ("is_a_people", "发挥八亿农民的积极性。"),
        ("is_part_of_a_word", "破除城乡二元结构。"),
        ("is_loose_count", "我们和各方一起努力。"),
        ("is_existing_set", "提出6项指标。"),
        ("is_existing_set", "其中预期性指标19项。"),
        ("is_existing_set", "共计28项指标。"),
        ("has_no_measure", "实现县属高校“零”的突破。"),
        ("has_no_measure", "5万以上人口乡镇实现医院全覆盖。"),
        ("is_threshold", "培育利税过千万元企业。"),
        ("is_threshold", "增加一批过三千亿元城市，县域更强。"),
        ("is_threshold", "培育一批税收过10亿元县。"),
        ("is_how_it_was_counted", "按每公斤标准（按每公斤7000大卡的煤计算）核定。"),
        ("is_how_it_was_counted", "据江北区的84个企业的统计，情况好转。"),
        ("is_how_it_was_counted", "在几千名专家反复论证的基础上，制定政策。"),
        ("is_session", "十四届全会召开。"),
        ("is_existing_set", "在27个候选项目中投票。"),
        ("is_existing_set", "从9家申报单位中评选标兵。"),
        ("is_existing_set", "确保12个安置点居民住得稳。"),
        ("is_part_of_a_word", "完成x417双渡至横滩段道路前期工作。"),
        ("is_part_of_a_word", "改造新柳镇八里庄小学。"),
        ("is_part_of_a_word", "打通五里坡、十里铺两侧人行道。"),
        ("is_part_of_a_word", "整治三里河河道。"),
        ("is_part_of_a_word", "新建六台县污水厂。"),
        ("is_part_of_a_word", "建设四家渠供水管线。"),
        ("is_existing_set", "对全县41所学校开展检查。"),
    ],
)
def test_what_is_no_target(rule: str, text: str) -> None:
    assert targets(text) == []
    assert rule in reasons(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counts that are the deliverable, also in Chinese numerals
        ("推动12项技术达到先进水平。", ["12项"]),
        ("实施7个项目。", ["7个"]),
        ("建设两座桥。", ["两座"]),
        ("设置四个专项工作组。", ["四个"]),
        ("推进三个泵站项目建设。", ["三个"]),
        ("每个街道至少办好一所幼儿园。", ["一所"]),
        ("每个网格配备一名以上网格员。", ["一名"]),
        ("新建和续建一百二十个项目。", ["一百二十个"]),
        ("打造10个以上特色街区。", ["10个"]),
        ("培育3个百亿级产业集群。", ["3个"]),
        ("建成18个市级示范点。", ["18个"]),
        ("7个主题展馆正式开放。", ["7个"]),
        ("全区25家医疗机构标准化建设全覆盖。", ["25家"]),
        ("为全区3万名老年人提供上门服务。", ["3万名"]),
        ("给全县800户困难家庭发放补助。", ["800户"]),
        ("为全区3家企业的发展提供保障。", []),
        ("整改50个问题。", ["50个"]),
        ("紧盯21项问题逐一销项整改。", ["21项"]),
        ("承办3届龙舟大会。", ["3届"]),
        ("利税过千万元企业14家、增加8家。", ["14家", "8家"]),
        # a threshold beside a target
        ("推动8个10亿元以上项目开工。", ["8个"]),
        ("开工3000万元以上项目139个。", ["139个"]),
        ("其中5亿元以上的重大项目有九十三个。", ["九十三个"]),
        ("集体经济收入超20万元村达20个以上。", ["20个"]),
        ("新建装机容量九万千瓦以上的风电站十五个。", ["十五个"]),
        ("九万千瓦的风电站一个。", ["一个"]),
        ("每年办好十件民生实事。", ["十件"]),
        # a bound that is the target
        ("引进人才100名以上。", ["100名"]),
        ("投放1000亿元以上信贷。", ["1000亿元"]),
        ("95%以上的村通硬化路。", ["95%"]),
        ("新建50公里以上绿道。", ["50公里"]),
        ("守住耕地不少于18亿亩这条红线。", ["18亿亩"]),
        # the size of one promised thing
        ("建设10万吨污水处理设施。", ["10万吨"]),
        ("建设总装机120万千瓦的电站。", ["120万千瓦"]),
        ("关停5000万千瓦小火电机组。", ["5000万千瓦"]),
        ("建设仓储面积超过22万平方米的物流枢纽。", ["22万平方米"]),
        ("打通断头路两条。", ["两条"]),
        ("推动东湾、西湾电站等40万千瓦机组投运。", ["40万千瓦"]),
        # what is done about events
        ("开展5次地震演练。", ["5次"]),
        ("新设3个台风监测站。", ["3个"]),
        # times that are promised
        ("审批时限控制在40个工作日内。", ["40个工作日"]),
        ("开办时间压缩至0.5个工作日。", ["0.5个工作日"]),
        ("优良天数达到300天。", ["300天"]),
        ("人均预期寿命达到79.5岁。", ["79.5岁"]),
        ("平均受教育年限达到11.3年。", ["11.3年"]),
        # both ends of a change
        ("试点由30个扩增至70个。", ["30个", "70个"]),
        ("建设码头5个、仓库10座。", ["5个", "10座"]),
        ("依托3家企业建设研发中心5个。", ["5个"]),
        ('"甲"牌企业达到100家、"乙"牌10家。', ["100家", "10家"]),
        ("形成年产10万辆整车能力。", ["10万辆"]),
        ("医保覆盖8亿农民。", ["8亿"]),
        # prices, and people whom nothing counts
        ("甜菜每公斤提高8分、1毛钱。", ["8分", "1毛钱"]),
        ("水价每吨降低6分钱。", ["6分钱"]),
        ("3.6万帮教对象重返社会。", ["3.6万"]),
        ("糖产量从不到8万吨增加到9万吨。", ["8万吨", "9万吨"]),
        ("新建6个渔具产业集群。", ["6个"]),
        # zero
        ("实现政府补贴“零”投入。", ["零"]),
        ("“零就业家庭”动态清零。", ["零"]),
        # letters and hyphens around a target
        ("创建8个A级景区。", ["8个"]),
        ("表2，360万只。", ["2，360万只"]),
        # of a set only the part that something is said of
        ("37个项目中，竣工项目13个。", ["13个"]),
        ("首批10个先导区集聚企业超150家。", ["150家"]),
        ("六十种主要产品的产量，已有四十种达标。", ["四十种"]),
        ("甲集团等四家企业进入前列。", ["四家"]),
        ("倍差从2.42缩小至2.12。", ["2.42", "2.12"]),
        ("完成指标6项。", ["6项"]),
        ("从27个申报项目里遴选8个项目扶持。", ["8个"]),
        ("全省6家实验室渔阳占2家。", ["2家"]),
        ("力争35%的渔村集体收入达到50万元。", ["35%"]),
        ("确保渔村集体收入达到50万元。", ["50万元"]),
        ("确保5个居民健身点建成。", ["5个"]),
        ("确保5个安置点建成。", ["5个"]),
        # all there are of a kind, which are what is mended
        ("对全县17所乡镇幼儿园全面提档升级。", ["17所"]),
        ("对全区26条背街开展整治。", ["26条"]),
        ("对全市120座水闸进行除险加固。", ["120座"]),
        ("改造全区61座公厕。", ["61座"]),
        ("2.50个小区新增充电设施。", ["50个"]),
        ("食用菌1.8亿棒，5棒。", ["1.8亿棒"]),
        ("10家研究所本区占4家。", ["4家"]),
        ("确保5个安置点群众搬得出。", []),
        # a second one that is shaped, sums before a dash, lengths, spoken units
        ("打造4个渔业集群、6个千亿级产业集群。", ["4个", "6个"]),
        ("形成5个百亿级产业、8个十亿级企业。", ["5个", "8个"]),
        ("力争达到210亿元——县里定下目标。", ["210亿元"]),
        ("修渠二十里，引进20个以上过亿项目。", ["二十里", "20个"]),
        ("新增8家家庭农场，家家户户通自来水。", ["8家"]),
        ("建筑面积5800平，化粪池460立。", ["5800平", "460立"]),
        ("推进甲厂9万吨纯碱和8万吨烧碱、乙厂12万吨真空盐等项目建设。", []),
        ("新增9万吨纯碱、8万吨烧碱产能。", ["9万吨", "8万吨"]),
        ("检查12家企业整改落实情况。", ["12家"]),
        ("走访80名人大代表。", ["80名"]),
        ("37项指标完成或基本完成23项。", ["23项"]),
        ("完成任务。2.3个小区改造。", ["3个"]),
        ("9个乡镇过3亿元。6家渔业企业均突破20亿元。", ["9个", "6家"]),
    ],
)
def test_what_is_a_target(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
