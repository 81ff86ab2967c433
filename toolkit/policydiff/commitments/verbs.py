"""Where in a clause a verb stands: behind times, manners, agents and adverbs made of nouns."""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import (
    ACTING,
    COMPOUND_TAIL,
    DEEDS,
    MANNERS,
    NOUN_VERBS,
    SECOND,
    SURE,
    Lexicon,
    is_compound,
)

_ADVERBIAL = re.compile(
    r"[\u4e00-\u9fff]{1,3}[化性式型地](?<![土工场基产耕林草湿绿用腹内各阵天就园征原异属外本当农盆]地)(?=.)|以[^，的]{2,6}(?:力度|速度|标准)(?=.)"
)
_TIME = re.compile(
    r"(?:[到至从自在]?(?:(?:19|20)\d\d|[一二][九〇○零0][〇○零0一二三四五六七八九]{2})年"
    r"|(?:[“\"]?[一二三四五六七八九十]{1,2}五[”\"]?(?:期间|时期|末))"
    r"|连续[\d一二三四五六七八九十几]+年|(?:今|明|本)年|年内|全年|今后(?:一个时期|一段时期|[一二三四五几]年)?|未来[一二三四五几]年|[一二三四]季度|\d{1,2}月)"
    r"(?:[底末初前内起间的]|以前|年?底前|上半年|下半年)*[，,]?"
    r"|[从自][今明]年(?:起|开始)(?:[，,]|$|(?=[拟将要就连逐每]))"
)
_TIME_BEGINS = frozenset('"连到至从自在今明本年全未一二三四五六七八九十“0123456789')
SETTING = re.compile(
    r"(?:在|从)(?=[^，]{2,})|(?:按照?|根据|依照|遵循|结合|围绕|聚焦|瞄准|针对|面向|立足|依托|借助|凭借|利用|运用|通过|采[取用]|基于|以|用|与|同|和|向|由"
    r"|随着|为|给|对(?![外口方接标策])|到|沿)(?=[^，]{2,})"
)
SETTING_BEGINS = frozenset("在从按根依遵结围聚瞄针面立借凭利运通采基以用与同和向由随为给对到沿")
DISPOSAL = re.compile(r"(?:把|将(?![军士领])|使(?![用命馆者领得])|让(?!利))(?=..)")
DISPOSAL_BEGINS = frozenset("把将使让")
_AGENT = re.compile(
    r"(?:我们|国务院|党中央、国务院|(?:中央|地方|各级|[省市区县]级?)*(?:人民)?(?:政府|财政|党委|法院|检察院|部门)(?:[和及与、][^，]{2,8}?(?:部门|机关|单位|政府))?)(?:都|也)?"
)
_AGENT_BEGINS = frozenset("我国党中地各省市区县级人政财法检部")
_MANNERED = re.compile(
    r"(?:持续|不断|明显|显著|稳步|进一步|大幅度?|更加|有效|逐步|加快|率先|顺利|扎实|深入|有序|快速|日益|日趋)[\u4e00-\u9fff]{2}$"
)
_OF_ECONOMY = re.compile(
    r"消费|贸易|开放|势能|创业|外包|业态|惠民|经济|联动|下乡|进村|便利化|创优|升级|指引|增值|合作|驱动|引领|赋能|链|港|强[国省市区县企]|高地"
)
_OPENERS = Lexicon(ACTING | MANNERS)
BEGINS = frozenset(
    "到至从自在今明本全年未一二三四五六七八九十“0123456789国党中地各省市区县级人政财我以"
).union(word[0] for word in _OPENERS)
"""The characters that times, agents, manners and verbs begin with."""


def skip(hidden: str, position: int, *, inside: bool = False) -> tuple[int, bool, int]:
    """The position after times and manners, and whether the last of them asks for a verb.

    The third is how long the acting word is that stands there, 0 if none does. ``inside`` a chain
    a noun may only look like an adverb: 市场化 of 扩大市场化选聘范围.
    """
    sure, length = False, 0
    while position < len(hidden):
        first = hidden[position]
        if first in BEGINS:
            time = _TIME.match(hidden, position) if first in _TIME_BEGINS else None
            if time:
                position = time.end()
                continue
            end = position + _OPENERS.at(hidden, position)
            word = hidden[position:end]
            if word in MANNERS:
                stays = _stays(hidden, position, word)
                if not stays and _leads_on(hidden, end):
                    position, sure = end, word in SURE
                    continue
                length = ACTING.at(hidden, position)
                if stays:
                    break
            elif word:
                length = end - position
                break
            agent = _AGENT.match(hidden, position) if first in _AGENT_BEGINS else None
            if agent and _leads_on(hidden, agent.end()):
                position = agent.end()
                continue
        adverb = 0 if inside else _adverbial(hidden, position)
        if not adverb:
            break
        position, sure = adverb, True
    return position, sure, length


def _stays(hidden: str, position: int, word: str) -> bool:
    """Whether what looks like a manner is a verb or begins a noun: 突出创新, 可持续发展."""
    if word == "突出":
        return hidden[position + 2 : position + 4] in DEEDS
    return hidden.startswith("可持续", position)


def _leads_on(hidden: str, position: int) -> bool:
    """Whether a verb, a manner or a disposal follows: 大力推进, not 大力士."""
    return bool(
        verb_at(hidden, position, sure=True)
        or MANNERS.at(hidden, position)
        or DISPOSAL.match(hidden, position)
        or _TIME.match(hidden, position)
        or SETTING.match(hidden, position)
        or _adverbial(hidden, position)
    )


def _adverbial(hidden: str, position: int) -> int:
    """Where an adverb made of a noun ends before a verb (项目化推进), 0 if none."""
    adverb = _ADVERBIAL.match(hidden, position)
    if adverb is None or ACTING.at(hidden, position):
        return 0
    return adverb.end() if verb_at(hidden, adverb.end(), sure=True) else 0


def verb_at(hidden: str, position: int, *, sure: bool = False) -> int:
    """The length of the verb at ``position``, 0 if there is a noun."""
    return verb_of(hidden, position, ACTING.at(hidden, position), sure=sure)


def verb_of(hidden: str, position: int, length: int, *, sure: bool) -> int:
    """The ``length`` of the acting word at ``position``, 0 if it is a noun there."""
    if not length:
        return 0
    end = position + length
    word = hidden[position:end]
    if length == 1:
        return length if sure and end + 1 < len(hidden) else 0
    if sure and not is_compound(hidden, position, end):
        return length
    if word in DEEDS and _MANNERED.search(hidden, max(end, len(hidden) - 6)):
        return 0
    if sure and word in NOUN_VERBS and COMPOUND_TAIL.match(hidden, end):
        return length
    if word in SECOND and (_OF_ECONOMY.match(hidden, end) or hidden[end : end + 2] in DEEDS):
        return 0
    if word in DEEDS and word not in NOUN_VERBS and COMPOUND_TAIL.match(hidden, end):
        return 0
    return 0 if is_compound(hidden, position, end) else length
