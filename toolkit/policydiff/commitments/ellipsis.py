"""What a phrase leaves out because the indicator before it said so."""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import lexicon
from policydiff.commitments.measures import PER_UNIT, is_measure
from policydiff.commitments.series import REGION, REGIONS

_OF_SECTOR = re.compile(
    r"(产业|行业|集群|业)((?:年|总)*(?:产值|营业收入|营收|主营业务收入|销售收入|增加值))$"
)
_PER_HEAD = re.compile("(?:平均每人|每人平均|人均)(?:占有|消费|拥有)")
_LONGEST_HEADED = 4
_LEVEL_ONLY = re.compile("^[国家省市州地县区乡镇村]+级$")
_LEVELLED = re.compile("[国家省市州地县区乡镇村]+级(?=.{2})")
_PER_ONLY = re.compile("每?[百千万]人均?|每?[百千万]人口|人均|户均|每[百千万]?户")
"""A unit of which something is counted, and nothing else: 病床60张，每千人口4张."""
_OF_ALL_REGIONS = re.compile(
    r"^(?:城乡|全体)?(.{2,}(?:率|标准|收入|支出|水平|比例|比重|面积|覆盖面))$"
)
"""What is measured of everybody, and so of a region: 入园率…，其中农村…."""
_PER_OUTPUT = re.compile(rf"{PER_UNIT.pattern}|万元(?:GDP|产值|(?:地区)?生产总值|工业增加值)")
_SHORT_FORMS = dict.fromkeys(
    lexicon("能耗 水耗 电耗 煤耗 用水量 二氧化碳排放 二氧化碳排放量 碳排放"), _PER_OUTPUT
) | dict.fromkeys(("调查失业率", "登记失业率"), re.compile("城镇"))
"""Measures named by their second half after a number of the same owner."""
_OF_PRODUCE = lexicon("产量 总产量 总产 单产 存栏 出栏 年出栏 年末存栏")
_CARRIED = re.compile(
    "(.{0,4}(?:空港|港口|机场|港|民航|铁路|公路|水路))(?:货物|旅客|货邮|客货|集装箱)*(吞吐量|[客货]?运输?量|周转量)"
)
"""What passes through a port or over a road: 空港 and 吞吐量 of 空港旅客吞吐量."""
_LOAD = re.compile("(?:货物|旅客|货邮)(?:吞吐量|运输?量|周转量)?|[客货]运量|集装箱")
_BANK = re.compile("(.{0,4}(?:银行|金融机构|信用社)(?:本外币|人民币)?(?:各项)?)(?:存款|贷款)余额")
_SUMS_OF_BANK = frozenset(["存款余额", "贷款余额"])
_PRODUCE = re.compile("(.{1,6}?)(?:(?:播种|种植|收获)?面积|总产量?|单产|饲养量|存栏量?|出栏量?)$")
"""What is grown or raised: 生猪 of 生猪出栏, so that 存栏 behind it is of the same."""
_OF_THING = re.compile(r"([^、]{2,}?)((?:产|销|出口|进口)量|(?:销售|零售|出口|进口)额)")
"""What is measured of a thing, and so of a kind of it: 汽车产量…，其中电动汽车."""


def as_before(phrase: str, last: str) -> str:
    """``phrase`` with what it leaves out as the ``last`` indicator said it, "" if nothing.

    The measure of another sector (装备产业 behind 汽车产业产值), level, region or unit; the owner
    of a short form (水耗 behind 单位产值能耗); whose a share is.
    """
    sector = _OF_SECTOR.search(last) if phrase[-1:] in "业群" else None
    if sector and phrase.endswith(sector[1]) and not _counts_firms(phrase, last[: sector.end(1)]):
        return phrase + sector[2]
    per_head = _PER_HEAD.match(last) if "人" in last else None
    if per_head and 0 < len(phrase) <= _LONGEST_HEADED and not is_measure(phrase):
        return phrase if _PER_HEAD.match(phrase) else per_head[0] + phrase
    if phrase[-1:] == "级" and is_level(phrase):
        levelled = _LEVELLED.match(last)
        return phrase + last[levelled.end() :] if levelled else phrase
    if phrase[-1:] in "口人均户" and _PER_ONLY.fullmatch(phrase) and last:
        return last if phrase in last else phrase + PER_UNIT.sub("", last)
    if phrase in REGIONS:
        region = REGION.match(last)
        if region and phrase != region.group():
            return phrase + last[region.end() :]
        whole = None if region else _OF_ALL_REGIONS.match(last)
        if whole:
            return phrase + whole[1]
    owners = _SHORT_FORMS.get(phrase)
    if owners and (short_of := owners.match(last)):
        return short_of.group() + phrase
    return last + phrase if is_share_of(phrase) else ""


def _counts_firms(phrase: str, measured: str) -> bool:
    """Whether ``phrase`` is of firms and what was ``measured`` is a sector: 工业企业 after 工业."""
    return phrase.endswith("企业") and not measured.endswith("企业")


def of_same_thing(phrase: str, last: str, *, changes: bool) -> str:
    """``phrase`` of the thing that the ``last`` indicator was of, "" if of none.

    存栏 behind 生猪出栏 is of the same; what is measured of a thing is, where it ``changes``, also
    measured of a kind of it (电动汽车 behind 汽车产量).
    """
    if phrase in _OF_PRODUCE and (produce := _PRODUCE.match(last)):
        return produce[1] + phrase
    if phrase in _SUMS_OF_BANK and (bank := _BANK.fullmatch(last)):
        return bank[1] + phrase
    load = _LOAD.fullmatch(phrase) if last[-1:] == "量" else None
    if load and (carried := _CARRIED.fullmatch(last)):
        return carried[1] + phrase + ("" if phrase[-1] == "量" else carried[2])
    of_thing = _OF_THING.fullmatch(last) if phrase and changes else None
    if of_thing and phrase != of_thing[1] and phrase.endswith(of_thing[1]):
        return phrase + of_thing[2]
    return ""


def is_level(phrase: str) -> bool:
    """Whether a phrase names a level and nothing of it: 省级."""
    return bool(_LEVEL_ONLY.match(phrase))


def is_share_of(phrase: str) -> bool:
    """Whether a phrase is a share that does not say of what: 占比, 占全市三成; not 占地."""
    if phrase[:1] != "占":
        return phrase in {"比重", "比例", "完成率"}
    return phrase[1:2] != "地" or phrase[1:3] == "地区"
