"""What a clause without numbers reports on, for the numbers after it that leave it unsaid."""

from __future__ import annotations

import re

from policydiff.commitments.edges import clean, strip_end
from policydiff.commitments.lexicon import NOUN_VERBS, VERBS

_THEME = re.compile(
    r"^([^，]{2,24}?)(?:连续[\d一二三四五六七八九十两几多]+年|近[\d一二三四五两几]?年来|首次|逆势|屡[创次]|再创|创|(?:先后|连续|接连|相继|[一二三四五六七八九两]次)?(?:跨越|连跨|跨上|迈上|跃上|登上)|实现[^，]{0,4}(?:翻番|翻倍|倍增|增长|跨越)|稳中|不[仅但]|较[快好]|稳步|平稳|蓬勃|健康|持续|继续|保持|快速|稳定"
    r"|大幅|显著|明显|逐[年步]|增长|增产|增收|下降|提高|发展|增加(?!值))"
)
_SUBJECT = re.compile(r"(?<=..)(?:(?<![业自服])从|(?<![存现所])在)")
_GROWTH_NOUN = re.compile(r"的?(?:增长|递增|上升|下降)(?:的?速度|率|幅度|水平)$")
_MAKER = re.compile(
    r"(.*(?:企业|工业|农业|商业|制造业|服务业|旅游业|建筑业|园区))(?:经济效益|经济|效益|生产|经营|运行)?$"
)
_OUTPUT_OF = re.compile(r"(?:生产|种植)$")
_MANNER = re.compile(
    r"(?<=..)(?:持续|不断|明显|显著|稳步|进一步|大幅度?|全面|更加|充分|有效|逐步|加快|基本|率先|顺利|扎实|深入|有序|深度"
    r"|正式|得到|实现|继续|同步|快速|总体|全部|相继|陆续|日益|已|和)+$"
)
_IS = re.compile("(?<=..)(?:也|就|都|仍|既|还)?是(?![否非])")


def theme_of(words: str) -> str:
    """What a clause reports on (粮食 of 粮食连续增产), or nothing."""
    theme = None if _GROWTH_NOUN.search(words) else _THEME.match(words)
    return clean(strip_end(_SUBJECT.split(theme[1])[0])) if theme else ""


def maker_in(theme: str) -> str:
    """Who makes what a theme names, as an owner of measures: 工业 of 工业生产, or nothing."""
    maker = _MAKER.match(theme)
    return maker[1] if maker else ""


def produce_in(theme: str) -> str:
    """What a theme is the output of: 粮食 of 粮食生产."""
    return _OUTPUT_OF.sub("", theme)


def subject_in(words: str) -> str:
    """The subject of a clause that opens with no verb, without what is said of it."""
    subject = _without_predicate(clean(words))
    return _IS.split(subject)[0] if "是" in subject else subject


def _without_predicate(phrase: str) -> str:
    """The subject of a clause that ends in its verb: 服务水平 of 服务水平稳步提升."""
    verb = phrase[-2:]
    if len(phrase) < 5 or verb not in VERBS:
        return phrase
    subject = _MANNER.sub("", phrase[:-2])
    nominal = verb in NOUN_VERBS and len(subject) == len(phrase) - 2
    return phrase if nominal else _without_predicate(strip_end(subject))
