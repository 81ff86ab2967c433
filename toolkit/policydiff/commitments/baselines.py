"""Numbers that a change sets out from, or goes on with up to now: 由30个增至70个."""

from __future__ import annotations

import re

from policydiff.commitments.years import DIGITED

_BASE = re.compile(
    r"(?:(?<![自理缘])由|(?<![自服])从)[^，；由从]{0,12}(?:[\d.．]+[^，；由从\d]{1,4})*$"
)
_ONWARD = re.compile(
    r"(?:[^，；。,;\d]{0,4}[，,](?:已|逐步)?|[^，；。,;]{0,12}?)(?:扩增|增加|提高|提升|增|增长|扩大|缩小|上升|回升|回落|减少|降低|压缩|缩短|延长|下降|降|减|调整|升|发展|转|变)(?:到|至|为)"
)
_REST_OF_SERIES = re.compile(
    r"(?:[、和及与]\s?\d[\d.．]*[^\d，。；、和及与]{1,4}(?![^，、和及与]))+"
)
"""The other numbers of a series that a change sets out from: 由上年的5%和8%，减为2%和3%."""
_BECOMES = re.compile("[为成到至]")
"""What a merger and a change that goes on both have behind their verbs."""
_AGAINST = re.compile(
    rf"比(?:{DIGITED}年|[^，；。]{{1,10}}(?:期间|时期|五[”’\"]?(?:期末|末期?)))(?:[^，；。]{{0,12}})的[^，；。\d]{{0,6}}$"
)
_EXCEEDS = re.compile(r"\s{0,2}(?:平均每年)?(?:增长|增加|提高|上升|下降|减少|降低|多|少|高|低)")
_EXCEEDS_BEGINS = frozenset(" \n平增提上下减降多少高低")
_MERGED = re.compile(r"[^，；。\d]{0,12}(?:整合|优化|合并|归并|精简|撤并|重组)+(?:为|成|到|至)")
"""What follows the number that a merger sets out from: 40个园区整合优化为20个."""
_CHANGED = re.compile(r"由[^，；。]{1,20}(?:到|至|为)$")
_CHANGED_ENDS = frozenset("到至为")


def is_baseline(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` is what a change sets out from: 30个 in 由30个增至70个.

    So is what another figure is set against: 比“八五”时期的30个增加40个.
    """
    if _BECOMES.search(sentence, end, end + 40):
        if series := _REST_OF_SERIES.match(sentence, end):
            end = series.end()
        if _MERGED.match(sentence, end):
            return True
        if _ONWARD.match(sentence, end):
            return bool(_BASE.search(sentence, 0, start))
    exceeds = sentence[end : end + 1] in _EXCEEDS_BEGINS and _EXCEEDS.match(sentence, end)
    return bool(exceeds and _AGAINST.search(sentence, 0, start))


def goes_on_to_now(sentence: str, start: int) -> bool:
    """Whether the number at ``start`` goes on with changes up to now: 由9个减少到现在的5个."""
    if sentence[start - 1 : start] not in _CHANGED_ENDS:
        return False
    if sentence.find("到现在", 0, start) < 0 and sentence.find("到目前", 0, start) < 0:
        return False
    return bool(_CHANGED.search(sentence, max(0, start - 30), start))
