"""What a clause is for: a statement, or what leads up to one, praises it or only remarks."""

from __future__ import annotations

import re
from enum import StrEnum

from policydiff.commitments.lexicon import ACTING, DEEDS, is_compound
from policydiff.commitments.masking import PROTECTED, hide
from policydiff.commitments.remarks import is_remark


class Role(StrEnum):
    """What a clause is for."""

    STATEMENT = "statement"
    LABEL = "label"
    PREAMBLE = "preamble"
    SCOPE = "scope"
    PURPOSE = "purpose"
    REMARK = "remark"


_STATEMENT = Role.STATEMENT
_PREAMBLE = re.compile(
    r"以(?!.*为(?:抓手|重点|核心|主线|目标|导向|引领|载体|契机|突破口|牵引|中心|依托|基础|统领|龙头|主)[^，]{4,}$).{2,}为.{1,8}$"
    r"|(?:坚持)?(?:围绕|聚焦|紧扣|紧紧围绕|依托|瞄准|锚定|对标|着眼于?|顺应|针对|面对|面向|随着|鉴于).*$"
    r"|(?:坚决|严格|切实|认真)?(?:按照|根据|依据|遵循|本着|秉承|秉持).*$"
    r"|(?:继续)?坚持.*(?:原则|思想|理念|方针|导向|引领|总基调|方向|优先|为指导|为中心|并重|并举|相结合|主线)$"
    r"|(?:在|从).*(?:(?<![以之天乡线])下|基础上|过程中|指导下|领导下|出发|同时|背景下|情况下)$"
    r"|[^，在]{2,12}在.{2,}(?:领导|指导|支持|努力|关心|带领|关怀|帮助)下$"
    r"|除了?(?!险|尘|污|草|名|四).*$|立足于?.{2,8}$|随着.*$|由于.*$|因为.*$"
    r"|在.{1,12}(?:年里|年内|形势面前|进程中)$"
    r"|(?:经过|受).{2,20}(?:努力|影响|冲击|奋斗|拖累)$"
    r"|通过.*(?:方式|形式|手段|途径|举措|措施|模式|渠道|机制)$"
    r"|为(?:了)?(?:此|实现|完成|确保|贯彻|落实|加快|推动|适应).*$"
    r"|(?:全面|深入|认真)*(?:贯彻|学习贯彻|高举|牢记|深刻领会|学习)(?:落实)?.*(?:精神|思想|讲话|重要论述|旗帜|方略|部署|要求|理念|路线)$"
    r"|(?:力争|争取|计划)?再?用.{1,4}年(?:左右)?(?:的?时间)?$|.{2,8}(?:期间|时期|以来)$|综合(?:考虑|分析|研判|判断|各方面).*$|(?:充分)?考虑.*(?:因素|情况)$|抢抓.*机遇$|结合.*(?:实际|情况)$"
    r"|截[至止](?:到)?(?:目前|当前|现在|今|[^，\d]{0,6}(?:\d+[年月日])*[底末]?)$"
    r"|(?:现在|当前|目前|同时|但是?|因此|总之|对此|为此|如今|今后|近年来|[到在至]?(?:今|明|去|近几|当)?年[底末初内]?|此外|而且|与此同时)$"
    r"|(?:我们|政府|委员会|各单位|各部门)(?:将|要|应)?(?:根据|按照|围绕|结合|针对).*$"
)
_PREAMBLE_BEGINS = frozenset(
    "截以坚围聚紧依瞄锚对着顺针面随鉴决严切认按根遵本秉继在从除立由因经受通为全深贯学高牢力争计再用综充考"
    "抢结现当目同但总如今近到至明去几年此而与我政委各"
)
_PREAMBLE_ENDS = frozenset("下间期来")
"""The characters that a preamble begins with; with others, those that it ends in."""
_NAMES_ITS_OBJECT = re.compile(
    r"以(?:.*“[^”]+”|(?:打造|建设|培育|创建).{4,}).*为(?:.*(?<!目)(?:核心|着力点|重点|载体|抓手|依托|支撑|承载))$"
    r"|以.{4,}(?:中心|站|平台|基地|园区|企业|集团|公司)为(?:依托|载体|支撑|支点)$"
    r"|(?:遵循|按照)“[一二三四五六七八九十两\d][^“”]{0,8}、[^“”]+”的?(?:发展|建设|总体|空间)?(?:思路|布局|格局|模式)$"
    r"|依托.{4,}(?:中心|平台|企业|公司|集团|基地|活动|作用|载体|园区|项目|工程)$"
)
"""A preamble that says what is built or used, so that it states something itself."""
_ACTS = re.compile(
    r".{4,}?(?:(?:持续|加快|大力|积极|全面|着力|深入|扎实)(?:推进|完善|加强|实施|建设|开展|推动|提升|发展)"
    r"|(?<!等)(?:构建|配置|布局|打造|建立|培育|发力|开展|研制|制定|推进(?!会)))"
)
"""An action inside what begins like a preamble: 依托企业加快研制, 围绕产业链布局创新链."""
_PURPOSE = re.compile(
    r"(?:从而|进而|以此|不断)?为.{2,}(?:提供|奠定|创造|注入|作|做|打下|打好|增添|积累|汇聚|贡献|开好局|夯实)"
    r".*(?:支撑|基础|保障|动力|支持|条件|贡献|力量|保证|环境|空间|活力|经验|样板|示范|步|平台|舞台|窗口|样本|范例|借鉴)$"
    r"|(?:助力|服务|奋力|努力|以此|从而)(?:全[国省市区县]|.{0,6}(?:现代化|振兴|高质量发展)).*$"
    r"|.*(?:贡献.{0,8}(?:力量|智慧|方案)|打下坚实基础|奠定.{0,6}基础)$"
)
_PURPOSE_BEGINS = frozenset("助服奋努以从")
_PURPOSE_ENDS = frozenset("撑础障力持件献量证境间验板范步台舞口本例鉴慧案")
_SCOPE = re.compile(
    r"在(?!建).{1,36}(?:领域|方面|地区|街道|乡镇|环节|问题上|工作上|工作中|斗争中|各业中|改革中)"
    r"|(?:要)?(?:从|在).{2,30}(?:等?(?:[一二三四五六七八九十]个)?方面)|对[^，]{2,30}(?:的(?:企业|行为|问题|项目|人员|单位|地方)|行为|问题|人员)"
)
"""Where or to whom the next clause applies: 在安全工作上，加强检查."""
_SETTING = re.compile(
    r"(?:通过|借助|凭借|利用|运用|以致|以期|以便|在(?!建)|对于?(?!外)(?=.*的)|同.*一道$|用以|为了)"
    r"(?!.*(?:评估|验收|检查|复[评审查检核]|考核|认证|评审|审查|核查|审计|审议|测评|决议)$)"
)
"""What only leads up to a deed that is left to the next clause: 通过市场化运作."""
_SETTING_BEGINS = frozenset("在要从对通借凭利运以同用为")
"""The characters that a scope or a setting begins with."""


def role_of(words: str, *, later: bool) -> Role:
    """What a clause is for; ``later``: it is not the first of its text."""
    first, last = words[0], words[-1]
    if first in "（(" and last in "）)" and PROTECTED.fullmatch(words):
        return Role.REMARK
    if is_remark(words):
        return Role.REMARK
    if (
        (first in _PREAMBLE_BEGINS or last in _PREAMBLE_ENDS)
        and _PREAMBLE.match(words)
        and not _NAMES_ITS_OBJECT.fullmatch(words)
        and (first in "以坚为综考" or not _ACTS.match(words))
    ):
        return Role.PREAMBLE
    if first in _SETTING_BEGINS:
        if _SCOPE.fullmatch(words):
            return Role.SCOPE
        if (
            _SETTING.match(words)
            and not _NAMES_ITS_OBJECT.fullmatch(words)
            and not _deeds_in(words)
        ):
            return Role.PREAMBLE
    if later and (first in _PURPOSE_BEGINS or last in _PURPOSE_ENDS) and _PURPOSE.match(words):
        return Role.PURPOSE
    return _STATEMENT


def _deeds_in(words: str) -> bool:
    """Whether a verb stands anywhere behind the first word of ``words``."""
    hidden = hide(words)
    return any(
        ACTING.at(hidden, position) > 1
        and hidden[position : position + ACTING.at(hidden, position)] not in DEEDS
        and not is_compound(hidden, position, position + ACTING.at(hidden, position))
        for position in range(2, len(hidden) - 1)
    )
