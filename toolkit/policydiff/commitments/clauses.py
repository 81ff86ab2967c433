"""Paragraphs become clauses, and clauses members: the smallest statements.

A clause stands between two of ``，。；：！？``; quotation marks, brackets and book title marks
are kept whole. Clauses that open the way for a statement (围绕…, 以…为重点, 按照…要求), say
what it is good for (为…提供支撑) or praise are told apart by their role (codebook section 2:
"the shortest clause that states it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from policydiff.commitments.patterns import AND

LONGEST_CLAUSE = 60
"""Characters that a clause without a number may have; longer ones are cut at a list comma."""


class Role(StrEnum):
    """What a clause is for."""

    STATEMENT = "statement"
    LABEL = "label"
    PREAMBLE = "preamble"
    PURPOSE = "purpose"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Clause:
    """Code points ``start`` to ``end`` of the text, trimmed.

    ``sentence`` counts the sentences of the paragraph (``。！？``), ``part`` those between
    semicolons; both from 0.
    """

    start: int
    end: int
    sentence: int
    part: int
    role: Role


_PROTECTED = re.compile(
    r"“[^“”\n]{0,80}”|‘[^‘’\n]{0,60}’|《[^《》\n]{0,80}》|「[^「」\n]{0,60}」"
    r"|（[^（）\n]{0,120}）|\([^()\n]{0,120}\)|〔[^〔〕\n]{0,30}〕|【[^【】\n]{0,30}】"
)
_HIDDEN = str.maketrans(dict.fromkeys("，。；、：,;:！？!?和及与并", "_"))
_BREAK = re.compile(r"[，。；：！？!?;]|(?<!\d),|,(?!\d{3})|(?<!\d):|\n\s*\n")
_LEAD = re.compile(
    r"(?:[\s—\-·•●■◆▲★*　、]+"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是要](?!是)"
    r"|[①-⑳]|\d{1,3}[.．、](?!\d)"
    r"|同时|此外|另外|其中|特别是|尤其是|重点是|主要是|并且|而且|首先|其次|最后)+"
)
_LABEL = re.compile(r"(?:目标|任务|如下|安排|要求|重点工作|是|为|有|包括|工程|工作|方面)$")

_PREAMBLE = re.compile(
    r"以.{2,}为.{1,8}$"
    r"|(?:坚持)?(?:围绕|聚焦|紧扣|紧紧围绕|依托|瞄准|锚定|对标|着眼于?|顺应|针对|面对|面向|随着|鉴于).*$"
    r"|(?:坚决|严格|切实|认真)?(?:按照|根据|依据|遵循|本着|秉承|秉持).*$"
    r"|(?:继续)?坚持.*(?:原则|思想|理念|方针|导向|引领|总基调|方向|优先|为指导|为中心|并重|并举|相结合|主线)$"
    r"|(?:在|从).*(?:下|基础上|过程中|指导下|领导下|出发|同时|背景下|情况下)$"
    r"|通过.*(?:方式|形式|手段|途径|举措|措施|模式|渠道|机制)$"
    r"|为(?:了)?(?:此|实现|完成|确保|贯彻|落实|加快|推动|适应).*$"
    r"|(?:全面|深入|认真)*(?:贯彻|学习贯彻|高举|牢记|深刻领会|学习)(?:落实)?.*(?:精神|思想|讲话|重要论述|旗帜|方略|部署|要求|理念|路线)$"
    r"|(?:力争|争取|计划)?再?用.{1,4}年(?:左右)?(?:的?时间)?$|.{2,8}(?:期间|时期|以来)$|综合考虑.*$|(?:充分)?考虑.*(?:因素|情况)$|抢抓.*机遇$|结合.*(?:实际|情况)$"
)
_NAMES_ITS_OBJECT = re.compile(
    r"以(?:.*“[^”]+”|(?:打造|建设|培育|创建).{4,}).*为(?:.*(?<!目)(?:核心|着力点|重点|载体|抓手|依托|支撑|承载))$"
    r"|依托.{4,}(?:中心|平台|企业|公司|集团|基地|活动|作用|载体|园区)$"
)
"""A preamble that says what is built or used, so that it states something itself."""
_ACTS = re.compile(
    r".{4,}?(?:(?:持续|加快|大力|积极|全面|着力|深入|扎实)(?:推进|完善|加强|实施|建设|开展|推动|提升|发展)"
    r"|(?<!等)(?:构建|配置|布局|打造|建立|培育|发力|开展|研制|制定|推进(?!会)))"
)
"""An action inside what begins like a preamble: 依托企业加快研制, 围绕产业链布局创新链."""
_PURPOSE = re.compile(
    r"(?:从而|进而|以此|不断)?为.{2,}(?:提供|奠定|创造|注入|作|做|打下|增添|积累|汇聚|贡献|开好局|夯实)"
    r".*(?:支撑|基础|保障|动力|支持|条件|贡献|力量|保证|环境|空间|活力|经验|样板|示范|步)$"
    r"|(?:助力|服务|奋力|努力|以此|从而)(?:全[国省市区县]|.{0,6}(?:现代化|振兴|高质量发展)).*$"
    r"|.*(?:贡献.{0,8}(?:力量|智慧|方案)|打下坚实基础|奠定.{0,6}基础)$"
)
_REMARK = re.compile(
    r"审议通过了?《|印发给|请(?:各(?:单位|部门|地区|级|位)|予|大家|遵照|认真(?:贯彻|组织))|受.{2,16}(?:的)?委托"
    r"|^现(?:将|就).{2,40}(?:如下|报告|印发)|特此(?:通知|报告|公告)|提出(?:宝贵)?意见$|对.{2,40}表示|向.{2,24}致敬|谨(?:代表|此)"
    r"|^(?:增进|改善|保障)?(?:民生|人民)福祉$|^(?:执政为民|造福(?:于民|人民|桑梓)|不辱使命|善作善成|久久为功)$"
    r"|各位代表|各位委员|同志们|我代表|请予审议|衷心感谢|崇高的?敬意|致以|表示.{0,4}感谢|祝贺"
    r"|清醒(?:地)?(?:看到|认识)|也要看到|必须看到|(?:问题|矛盾|困难|短板|差距)(?:仍然|依然|还|仍|较|比较)?"
    r"(?:突出|存在|不少|较多|明显|艰巨)|(?:还|仍|尚)(?:存在|面临|需要?|有).{0,16}(?:问题|困难|不足|短板|差距|挑战)"
    r"|有待|亟待|亟需|仍需|任重道远|不够|不足$|不平衡|不充分|形势(?:依然|仍然|十分)?(?:严峻|复杂)"
    r"|新篇章|新担当|佳绩|新辉煌|努力奋斗|而奋斗|砥砺前行|接续奋斗|勠力同心|同心同德|奋勇前进|艰苦奋斗|凝心聚力"
    r"|真抓实干|攻坚克难|拼搏进取|团结一心|群策群力|奋发进取|坚定信心|不忘初心|不负|开拓进取|埋头苦干"
    r"|(?:势头|态势)$|^总的来看|^(?:[一几五]年来|过去[一五]年|今年以来)$|告捷|(?:产业|其|方面|指标)中$"
    r"|结果$|缩影$|(?:充满|坚定)信心|责任重大|任务艰巨|意义重大|关键之年|攻坚之年|开局之年"
)


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of ``text[start:end]`` in order, without separators, marks and ordinals."""
    hidden = mask(text[start:end])
    clauses: list[Clause] = []
    sentence = part = position = 0
    breaks = [(match.start(), match.end()) for match in _BREAK.finditer(hidden)]
    breaks.append((len(hidden), len(hidden)))
    for stop, after in breaks:
        mark = hidden[stop:after]
        clause = _clause(text, hidden, position, stop, start, sentence, part, mark)
        if clause is not None:
            clauses.append(clause)
        if mark[:1] in "；;":
            part += 1
        elif mark[:1] in "。！？!?\n":
            sentence += 1
            part += 1
        position = after
    return clauses


def mask(text: str) -> str:
    """``text`` with the separators inside quotation marks and brackets blanked; same length."""
    return _PROTECTED.sub(lambda match: match.group().translate(_HIDDEN), text)


def hide(text: str) -> str:
    """``text`` with what stands in quotation marks and brackets made unreadable; same length."""
    return _PROTECTED.sub(lambda match: "□" * len(match.group()), text)


def members(text: str, clause: Clause, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One part of the clause for each of ``spans`` (its quantities, in order).

    A member ends after what its number counts: 建设3所学校和2家医院 is cut before 和,
    改造小区45个、街巷13条 after 个.
    """
    hidden = mask(text[clause.start : clause.end])
    start = clause.start
    parts: list[tuple[int, int]] = []
    for (_, end), (following, _) in pairwise(spans):
        cut = _cut(hidden, end - clause.start, following - clause.start) + clause.start
        parts.append((start, cut))
        start = cut
    return [*parts, (start, clause.end)]


_LIST_STOP = re.compile(rf"(?:、|”|{AND})(?=.{{6}})")
_SEPARATOR = re.compile(rf"、|{AND}|，|,")


def _cut(hidden: str, end: int, following: int) -> int:
    between = hidden[end:following]
    bare = re.match(r"(?:以上|以下|以内|左右)?(?=[、，,和及与并以])", between)
    if bare:
        return end + bare.end()
    marks = list(_SEPARATOR.finditer(between))
    commas = [mark for mark in marks if mark.group() in "、，,"]
    if commas:
        return end + commas[-1].start()
    if marks:
        return end + marks[-1].start()
    return end


def _clause(
    text: str,
    hidden: str,
    left: int,
    right: int,
    offset: int,
    sentence: int,
    part: int,
    mark: str,
) -> Clause | None:
    lead = _LEAD.match(hidden, left, right)
    if lead and lead.end() < right:
        left = lead.end()
    while left < right and hidden[left] in " \t\r\n　":
        left += 1
    while right > left and hidden[right - 1] in " \t\r\n　—-、":
        right -= 1
    if right - left < 2:
        return None
    words = text[offset + left : offset + right]
    role = Role.LABEL if mark[:1] in "：:" and mark else _role(words, bool(left))
    return Clause(offset + left, offset + right, sentence, part, role)


def _role(words: str, later: bool) -> Role:
    if _REMARK.search(words):
        return Role.REMARK
    if (
        _PREAMBLE.match(words)
        and not _NAMES_ITS_OBJECT.fullmatch(words)
        and (words[0] in "以坚为综考" or not _ACTS.match(words))
    ):
        return Role.PREAMBLE
    if later and _PURPOSE.match(words):
        return Role.PURPOSE
    return Role.STATEMENT


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clause, or the parts between its list commas where it is too long to be one."""
    if end - start <= LONGEST_CLAUSE:
        return [(start, end)]
    hidden = mask(text[start:end])
    stops = [match.end() for match in _LIST_STOP.finditer(hidden)]
    parts: list[tuple[int, int]] = []
    left = 0
    while end - start - left > LONGEST_CLAUSE:
        within = [stop for stop in stops if left + 12 <= stop <= left + LONGEST_CLAUSE]
        cut = within[-1] if within else left + LONGEST_CLAUSE
        parts.append((start + left, start + cut))
        left = cut
    return [
        (begin, stop - (text[stop - 1] in "、并和及与" and stop < end))
        for begin, stop in [*parts, (start + left, end)]
    ]
