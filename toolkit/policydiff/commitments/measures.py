"""Words that name a measure: 产值, 人均收入, 占比; and how far they can stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff.commitments.vocabulary import vocabulary

_BARE = re.compile(
    r"^(?:年度?|其|年均|现价|累计|计划|规划|预计|估算|完成|平均|实际|全口径|本地|配套)*"
    r"(?:总?产值|增加值(?:总量)?|工业总产值|销售收入|综合收入|总收入|主营业务收入|营业收入|营业额|销售额|交易额|价值|货值|案值|税收|税金|利税|利润|盈利|亏损额|成本费用|利税总额"
    r"|总?装机(?:容量)?|总库容|投资|投资额|总投资额?|投资总额|(?:总?投资)?概算(?:总?投资)?|估算总?投资|全长|总长度?|总数|总里程|占地(?:面积)?|投资总?规模|仓储面积|经营面积|总?建筑面积|建设面积|总?面积|规模|总规模|产能|产量|保有量|占比|比重"
    r"|比例|总额|金额|总量|增量|净增量|工程量|增速|覆盖率|床位|开放床位|服务半径|收入|总产量"
    r"|在校学生总?数?|在校生总?数?|在学人数|招生总?[人]?数|招生规模|毛入学率|入学率|巩固率|升学率)$"
)
_BARE_ENDS = frozenset("机容金利用地位例值入径总收数模比润率生积税能资速重量面额度程算长")
GROWN = re.compile(r"(?<!经济)(?:增长|增速|增幅)$")
MEASURE_HEAD = re.compile(
    r"(?:(?:常住|户籍)?(?:居民|人口|职工|农民|学生|教师))?(?:人均|平均)[^、]+$"
    r"|(?:(?:(?<!社会)事业|领域|行业|产业|部门|方面|地区)的?|的)?(?:"
    r"(?:(?<![化加手重轻])工业)?(?:全产业链|年)?(?:(?:总|综合)?产值|增加值|品牌价值)"
    r"|年?(?:营业|销售|经营|主营业务)?收入|(?:固定资产|年)?(?:投资|零售|交易|成交|签约|贷款|销售|营业|贸易|出口|进口|进出口|消费)总?额"
    r"|(?:通车)?里程|(?:占地|建筑|种植|播种)?面积|排放总?量?|(?:贷款|存款|信贷|债务|资金)?余额|(?:最低)?(?:收购|批发|零售|出厂|销售)价|(?:贷款|存款|投资|产值|消费|出口)?增速|产量|销量|投资|支出|利润|税收|比重|(?:产量|销量|产值|增加值|收入|投资|出口)?占比|贷款|(?:参保|参合|参训|就业|从业|死亡|受伤|在校|毕业|招生|受益|覆盖)?人数|数量|总量|规模|价格|标准|待遇|(?:市场)?进?出口|(?:市场)?进口)$"
)
"""The head of a measure, which the last member of a list names for all."""
_MEASURE_ENDS = frozenset("程值入额积放量销资出润收重比款数模格长速幅价准遇口")
WORK_RATE = re.compile(r"(?:开复工|开工|复工|竣工|完工|投产|投用)率$")
"""How far works have come, of which the second rate leaves out what works: 开工率, 竣工率."""
PER_UNIT = re.compile(r"单位(?:国内|地区)?(?:生产总值|GDP|工业增加值)|人均(?!可)|每[十百千万]人")
_STRAY = re.compile(
    r"^(?:实现|连续)?(?:翻番|翻倍|倍增)$|^(?:同比|比上年)?[增减多少短][收支]$"
    r"|^(?:[稳位]?居|保持|跃居|排名?|位列|名列|列|跻身|进入)?[^，、的]{0,6}(?:前[一二三四五六七八九十百\d]+[强位名]?|第[一二三四五六七八九十\d]+[位名]?)$"
    r"|^比$|^计$|^按?(?:可比|不变|现行)价格?(?:计算)?$|^[%％]$|^[最较]?[高低多少大快慢]的?$|^有的?$|^用$|^一次性$|^(?:(?:这|那|此|原先|必须|应当|其|它|这个|该|这些|全部|一律|后来|又|还|再|也|可能|可以|可|按计划|原?计划|原定|预定|估计|原来|设想|相应地?|提前|已经?"
    r"|开始|进一步|双双|多出|少出|另外?|其余|结果|现在?|目前|至今|到现在|全|都|均|仍|就|才|只|仅|约|总共|一共|累计|陆续|相继|先后|拟|先|将|要|能|会|可望|有望|完全|大约|大体|基本|实际"
    r"|(?:[上下]升|增加|提高|下降|减少|降低|扩大|缩小|增|降|减)到)+"
    r"|[^，]{0,8}(?<![小工学课耗用及准同定届瓦临])时|(?:全部|已经?|实际|按期|如期)*(?:建成|投产|完成|完工|竣工|开工|投用|通车|达标|签约)(?:投产|投用)?"
    r"|[这该][一个]?个?(?:比重|比例|数字|指标|水平|速度)|[现后前共又再也为]|[在续新]建|[一二三四五六七八九十两几]{1,3}年[间中内]?|折合|折|约?合|[百千万亿]*元?级?(?:新?台阶|大关))$"
)
_STRAY_ENDS = frozenset(
    "收支计比价格算%％番倍增强位名一二三四五六七八九十百0123456789个中为也些产仅今仍以会低体余例先全共关其内再出划到前又双另只可合后在地均外多大始字它定将少就工已"
    "平年应度建当律快性想慢成才折拟时有望本来果标此步现用的约经继续能要计该车还这那部都重间阶际须高"
)


def is_stray(phrase: str) -> bool:
    """Whether a phrase carries nothing itself between one number and the next: 在建, 再次."""
    if len(phrase) == 2 and phrase[0] in "共约再":
        return True
    return phrase[-1:] in _STRAY_ENDS and bool(_STRAY.match(phrase))


@lru_cache(maxsize=1024)
def is_bare(phrase: str) -> bool:
    """Whether a phrase is a measure that leaves its owner out: 产值, 占地面积."""
    return phrase[-1:] in _BARE_ENDS and bool(_BARE.match(phrase))


def is_measure(phrase: str) -> bool:
    """Whether a phrase names something that has an amount, so that it can be carried on."""
    if phrase[-1:] not in _MEASURE_ENDS and "均" not in phrase:
        return phrase in vocabulary().measures
    known = phrase in vocabulary().measures
    return known or bool(MEASURE_HEAD.search(phrase) or GROWN.search(phrase))
