"""What a number counts: the noun behind it, or behind the next number, which shares its noun."""

from __future__ import annotations

import re

from policydiff.commitments.counted import SIZED, following
from policydiff.commitments.ellipsis import is_level
from policydiff.commitments.lexicon import NOUN_VERBS, lexicon
from policydiff.commitments.measures import is_bare
from policydiff.commitments.series import REGIONS
from policydiff.commitments.subjects import Subject

_TAKES = re.compile(r"(?:形成|建成|打造|引进|设立|发行|获得|取得|拥有|吸引|签订|推出)了?$")
_AND_PEOPLE = re.compile(
    r"[、和及]?\s?[\d.]+万?[多余]?(?:人|名|(?![户个家村]))([\u4e00-\u9fff]{2,})"
)
"""The people of the households counted before them: 1.2万户、3.8万贫困人口."""
_WORTH_OF = re.compile(r"\D{0,8}[\d.,，]+[万亿]*元(?:以上)?的([^，。；]{2,})")
_OF_IT = ("的", "这条", "这个", "这一", "这项")
"""What leads from a number to what it is for its subject: 18万亩这条红线."""
_GOING_OUT = lexicon("外出 务工 外出务工 转移就业 转移输出")
_SUPPORT = lexicon("奖励 补助 补贴 资助 奖补 扶持 支持 资金支持 一次性奖励 一次性补助 一次性补贴")
_GIVES = re.compile(r"给予(?:企业|个人|单位|其)?$")
_LISTED_SUPPORT = re.compile(
    rf"(?:[、和及与]\s?[\d.]+\s?[万亿]*元)+的?({'|'.join(sorted(_SUPPORT, key=len, reverse=True))})"
)
_SAME_LEVELLED = re.compile(
    r"^[和及与、]?\D?[\d一二三四五六七八九十百千万两]+[个所座家项处条][国家省市州地县区乡镇村、和（）]+级(?=.{2})"
)
"""The next member of a list that names the thing for both: 9个县级和3个省级中心."""
_TROUBLE_OF = re.compile(
    r"[和及与、]\D?[\d一二三四五六七八九十百千万两.多余]+[个户人名村][^，。；]{0,24}的([^，。；的]{1,8}问题)"
)


def noun_behind(said: Subject, after: str, beyond: str, *, changes: bool, households: bool) -> str:
    """The noun behind a number, which it counts, or nothing where it is of its subject."""
    subject, of_it = said.words, after.startswith(_OF_IT)
    owned = of_it and subject not in REGIONS and not _TAKES.search(said.before)
    noun = "" if (subject and (changes or owned)) or (changes and of_it) else following(after)
    if not noun and not after.strip() and (sized := SIZED.match(beyond)):
        noun = following(beyond[sized.end() :])
    if households and not (subject or noun) and (people := _AND_PEOPLE.match(beyond)):
        noun = following(people[1])
    if noun and "元" in beyond and is_bare(noun):
        worth_of = _WORTH_OF.match(beyond)
        noun = following(worth_of[1]) if worth_of else noun
    if (noun in _SUPPORT or not noun) and _GIVES.search(said.before):
        listed = None if noun else _LISTED_SUPPORT.match(beyond)
        return listed[1] if listed else noun
    idle = noun in NOUN_VERBS or noun in _GOING_OUT or noun == "任务"
    return "" if subject and idle else noun


def with_shared_noun(noun: str, after: str, beyond: str) -> str:
    """``noun`` with the head that it shares with the next of its list, "" if it shares none.

    国家级 of 2个国家级和5个省级实验室; 村 of 8个村和600户的饮水问题.
    """
    if noun.endswith("级") and is_level(noun) and (levelled := _SAME_LEVELLED.match(beyond)):
        return noun + following(beyond[levelled.end() :])
    if "问题" not in after and "问题" not in beyond:
        return ""
    trouble = _TROUBLE_OF.match(beyond)
    if trouble and noun:
        return f"{noun}的{trouble[1]}"
    whose = following(after)
    return whose if after[:1] == "的" and whose.endswith("问题") else ""
