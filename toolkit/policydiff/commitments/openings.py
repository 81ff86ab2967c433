"""What opens a clause before its own words: the number of an item, who answers for it."""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import opening_verb

_SAME_BELOW = re.compile("[（(][^（）()]*下同[）)]")
_PLANNED_FOR = re.compile(r"规划(?:[到至]|(?:19|20)\d\d年|全[省市县区])")
_ITEM = re.compile(r"\d\d?(?=[\u4e00-\u9fff]{2})(?![年月日])")
"""The number of an item that nothing parts from its words: 03新建驿站."""
_LONGEST_WHEN = 12
_WHEN_DONE = re.compile(
    r"(?:项目|工程)?(?:全部|全面|整体)?"
    r"(?:建成|达产|投产|满产|达效|投用|投运|竣工|完工|运营|投入使用){1,2}[之以]?后[，,]?(?=..)"
)
"""When what is said of a work will hold: 达产后年产值."""
_ANSWERS = re.compile(r"^[（(][^（）()]*(?:牵头|负责|配合)(?:单位)?[）)](?=..)")
"""Who answers for what stood before: （市水利局牵头）."""
_BRACKETS = frozenset("（(")


def without_opening(words: str) -> str:
    """The words of a clause without what only opens it: 新建驿站 of 03新建驿站."""
    if "下同" in words:
        words = _SAME_BELOW.sub("", words)
    if "后" in words[:_LONGEST_WHEN] and (when := _WHEN_DONE.match(words)):
        words = words[when.end() :]
    if words[:2] == "规划" and _PLANNED_FOR.match(words):
        words = words[2:]
    item = _ITEM.match(words) if words[:1].isdigit() else None
    if item and (words[0] == "0" or opening_verb(words, item.end())):
        words = words[item.end() :]
    return _ANSWERS.sub("", words) if words[:1] in _BRACKETS else words
