"""Words that name a measure: 产值, 人均收入, 占比; and how far they can stand alone."""

from __future__ import annotations

import re

from policydiff.commitments.vocabulary import vocabulary

BARE = re.compile(
    r"^(?:年|其|年均|累计|计划|预计|估算|完成|平均|实际|全口径|本地|配套)*"
    r"(?:总?产值|增加值|工业总产值|销售收入|主营业务收入|营业收入|营业额|销售额|交易额|税收|利税|利润|利税总额"
    r"|投资|投资额|总投资额?|投资总额|占地面积?|投资总?规模|仓储面积|经营面积|建筑面积|建设面积|总?面积|规模|总规模|产能|产量|占比|比重"
    r"|比例|总额|金额|总量|增量|净增量|增速|覆盖率|床位|开放床位|服务半径|收入|总产量"
    r"|在校学生总?数?|在校生总?数?|在学人数|招生总?[人]?数|招生规模|毛入学率|入学率|巩固率|升学率)$"
)
"""A measure that leaves its owner out."""
GROWN = re.compile(r"(?<!经济)(?:增长|增速|增幅)$")
MEASURE_HEAD = re.compile(
    r"(?:(?:常住|户籍)?(?:居民|人口|职工|农民|学生|教师))?(?:人均|平均)[^、]+$"
    r"|(?:(?:事业|领域|行业|产业|部门|方面|地区)的?|的)?(?:"
    r"(?:(?<![化加手重轻])工业)?(?:总产值|产值|增加值)"
    r"|(?:营业|销售|经营|主营业务)?收入|(?:固定资产)?(?:投资|零售|交易|成交|签约|贷款|销售|营业|贸易|出口|进口|进出口|消费)总?额"
    r"|(?:占地|建筑|种植|播种)?面积|排放总?量?|产量|销量|投资|支出|利润|税收|比重|占比|贷款|余额|人数|数量|总量|规模|价格|标准|待遇|(?:市场)?进?出口|(?:市场)?进口)$"
)
"""The head of a measure, which the last member of a list names for all."""
_MEASURE_ENDS = frozenset("值入额积放量销资润收重比款数模格长速幅")
PER_UNIT = re.compile(r"单位(?:国内|地区)?(?:生产总值|GDP|工业增加值)|人均(?!可)|每[十百千万]人")
STRAY = re.compile(
    r"^(?:[现后前共又再也为]|[共约].|[在续新]建|再.|[一二三四五六七八九十两几]{1,3}年[间中内]?|折合|折|约?合|[百千万亿]*元?级?(?:新?台阶|大关))$"
)
"""What carries nothing itself between one number and the next: 在建, 折合, 台阶."""


def is_measure(phrase: str) -> bool:
    """Whether a phrase names something that has an amount, so that it can be carried on."""
    if phrase[-1:] not in _MEASURE_ENDS and "均" not in phrase:
        return phrase in vocabulary().measures
    return bool(MEASURE_HEAD.search(phrase) or GROWN.search(phrase))
