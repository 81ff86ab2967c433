"""Sums of money: what they are spent on, who spends them, and whose worth they are."""

from __future__ import annotations

import re

from policydiff.commitments.counted import following
from policydiff.commitments.edges import clean, strip_lead
from policydiff.commitments.lexicon import lexicon, opening_verb
from policydiff.commitments.measures import is_bare
from policydiff.commitments.works import work_in

_MERE = lexicon("资金 专项资金 补助资金 财政资金 经费")
INVESTS = lexicon("投资 总投资 投入")
_GIVER = re.compile(
    r"((?:中央|地方|各级|[省市区县])(?:和地方)?(?:人民)?(?:政府|财政))[拟将共已再累计]*投入$"
)
_OWN_MONEY = lexicon("投资 总投资")
"""Money that is itself measured, not given for a purpose."""
_WORTH = re.compile(r"\s?的\D{0,4}\d+\s?[个项座所条家处]\s?(\w{2,16})")
_OWN_WORTH = re.compile("(?:计划)?(?:总投资额?|投资总额|投资额)")
_FUNDED = re.compile(
    r"^[，,]?(?:用于)?(?:实施|建设|新建|推进|完成|开工|改造)\D{0,6}[\d一二三四五六七八九十百两]+[个项座所条家处](\w{2,12})"
)
_PAYER = re.compile(
    r"^(?:(?:中央|地方|各级|国家|[全本我]?[省市区县])?(?:预算)?(?:财政|政府|预算)(?:专项)?)?$"
)
_PURPOSE = re.compile(
    r"^[，,]?是?(?:主要|专项|重点|全部)?(?:用于|用来)?(?=增加(?=[^了到至为]{4,}(?:投资|建设))|支持|实施|设立|建立|建设|新建|改造|帮助|补助|资助|推进|解决|加强|开展|购买)([^，。；\d]+)(?=[，。；]|$)"
    r"|^[，,](?=(?:增加|提高|扩大|完善)(?![了到至为约近超一二三四五六七八九十百千两几]))([^，。；\d]+)(?=[，。；]|$)"
    r"|^[，,]?(?:主要|专项|重点|全部)?用于([^，。；\d]+)(?=[，。；]|$)"
)
_FUNDS = re.compile(
    r"^(?:专项|补助|财政)?(?:资金|经费)(?=$|[，,]?(?:支持|用于|帮助|补助|资助|解决))"
)
_SPENDER = re.compile(
    r"((?:国家|中央|地方|[全本我]?[省市区县乡镇]{1,2}级?)?财政)[^，]{0,6}(?:安排|增加|新增)支出$"
)
_SPENT = re.compile(r"(?:投入|支出|资金|经费|补助|转移支付)$")
_HELPS = lexicon("支持 帮助 补助 鼓励 引导")
_LONGEST_HELPED = 5


def paid_for(indicator: str, verb: str, topic: str, after: str, beyond: str) -> str:
    """What money is for, where only who gives it is said (财政安排3亿元，用于支持…).

    ``indicator`` where no purpose is told, here or by the ``topic`` before it.
    """
    funds = _FUNDS.match(after)
    purpose = _PURPOSE.match((after[funds.end() :] if funds else after) + beyond)
    paid = _PAYER.match(indicator)
    if purpose and (paid or funds) and verb not in _OWN_MONEY:
        return clean(_object(purpose[1] or purpose[2] or purpose[3]))
    given = indicator and paid and (_SPENT.search(topic) or work_in(topic))
    return topic if topic and (given or (funds and indicator in _MERE)) else indicator


def investment(verb: str, acted_on: str, before: str, beyond: str) -> str:
    """The investment in what is built with it, or in what is ``acted_on``, or of who gives it."""
    spent = _FUNDED.match(beyond)
    object_ = clean(spent[1]) if spent else acted_on
    giver = _GIVER.search(before)
    return object_ + "投资" if object_ else (giver[1] if giver else "") + verb


def spent_by(indicator: str, before: str) -> str:
    """``indicator``, or the spending of whom ``before`` names: 县财政 of 县财政安排支出."""
    spender = _SPENDER.search(before) if indicator.endswith("支出") else None
    return spender[1] + "支出" if spender else indicator


def worth_of(subject: str, noun: str, after: str, beyond: str) -> str:
    """The ``subject``, such as 总投资额, with what a sum is the worth of, "" if that is not told.

    总投资额3亿元的码头, 总投资3亿元的项目2个.
    """
    if not noun and after[:1] == "的" and _OWN_WORTH.fullmatch(subject):
        thing = following(after)
        if thing and not is_bare(thing):
            return thing + subject
    worth = _WORTH.match(beyond) if is_bare(subject) else None
    return following(worth[1]) + subject if worth else ""


def _object(words: str) -> str:
    """What the last of a chain of verbs acts on: 加强公共卫生 in 支持地方加强公共卫生."""
    rest, verb = strip_lead(words)
    for helped in range(2, _LONGEST_HELPED + 1):
        if verb in _HELPS and opening_verb(rest, helped):
            return strip_lead(rest[helped:])[0] or rest
    return rest
