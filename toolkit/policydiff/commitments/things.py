"""The thing that a clause without a number is about: without whose, how many, and how it fares."""

from __future__ import annotations

import re

from policydiff.commitments.edges import clean
from policydiff.commitments.lexicon import SCOPES
from policydiff.commitments.patterns import at_end, beginning

_OWN = re.compile(
    r"(?:全[国省市区县州]|我[国省市区县]|本[省市区县]|[省市区县]域?内)(?=..)|(?:现有|一批|若干|各类|各项|各级|一系列)(?=..)"
)
_OWN_BEGINS = frozenset("全我本省市区县现一若各").union(word[0] for word in SCOPES)
_TASK = re.compile(
    r"(?=[的综标规数智一建整提改升更维治修创工])(?:(?<=..)(?<!重点)(?<!重大)(?<!大型)(?<!基本)的?(?:综合整治|(?:标准化|规范化|数字化|智能化|一体化)?建设|整治提升"
    r"|提升改造|改造提升|升级改造|更新改造|改造|整治|更新|维修|治理|修复|创建)(?:任务|工程|工作)?$|(?<=..)工作$)"
)
_TASK_ENDS = frozenset("造升治设新修理复建务程作")
_LONGEST_TASK = 8
_EDGE = "的、，,和与及"
_MANNER_END = re.compile(
    r"(?<=..)(?:持续|不断|明显|显著|稳步|进一步|大幅度?|全面|更加|更|充分|有效|逐步|加快|基本|率先|顺利|扎实|深入|有序|深度"
    r"|正式|得到|实现|继续|同步|快速|总体|全部|相继|陆续|日益|日趋|更趋|趋于|已|已经|和|将|都|均|圆满|超额|稳妥|平稳|健康|较快|加速|全线|初步"
    r"|在全[国省市区]|要|应|可|不|也|仍然?|相当|非常|较|一定|能够|可以|积极|就一定能够?|有|广泛|首次|成功|高效|蓬勃|十分|较为|比较|依法|普遍|圆满|再次?|再度|稳定|保持)+$"
)
_MANNER_BEGINS = frozenset(
    "持不明显稳进大全更充有逐加基率顺扎深正得实继同快总相陆日趋已和将都均圆超平健较初在要应可也仍非一定能积就广首成高蓬十比依普再保"
)
_MANNER_FROM = beginning(_MANNER_BEGINS, _MANNER_END)


def without_manner(subject: str) -> str:
    """``subject`` without the manner that leads to its verb: 河道整治持续."""
    manner = _MANNER_FROM.search(subject, max(0, len(subject) - 14))
    return subject[: manner.start()] if manner else subject


def bare_thing(words: str) -> str:
    """The noun phrase that a verb acts on, without whose and how many of it."""
    words = words.lstrip(_EDGE)
    while words[:1] in _OWN_BEGINS:
        own = _OWN.match(words)
        cut = own.end() if own else SCOPES.at(words, 0)
        if not cut or len(words) - cut < 2:
            break
        words = words[cut:]
    words = clean(words)
    if words[-1:] not in _TASK_ENDS:
        return words
    task = at_end(_TASK, words, _LONGEST_TASK)
    thing = clean(words[: task.start()] if task else words)
    return (
        thing if len(thing) > 2 and not thing.endswith(("各项", "上述", "这些", "主要")) else words
    )


def ends_in_task(words: str) -> bool:
    """Whether the last word is what is done to the thing before it: 老旧小区改造工程."""
    return at_end(_TASK, words, _LONGEST_TASK) is not None
