"""Whether words tell what was done or say what is to be: the signs of either, counted.

For running text that no title, heading or date places in time. A review has a perfect (了, 已),
comparisons with the year before (同比), sums and ranks (累计, 位居, 占年度任务的) and exact
figures; a plan has modals (将, 要, 力争) and bounds (左右, 以上, 不低于). Verbs of promotion (推进,
加强) stand in both as often, and are no signs.
"""

from __future__ import annotations

import re

from policydiff.reading.document import Stance

_DONE = re.compile(
    r"同比|累计(?!达到?20)|截至|截止|[比较](?:上年|去年)|(?<!\d)已(?!有)|(?<![为除免罢不])了(?![解然结却得断不])"
    r"|[位名]列|位居|居全[国省市区县州]|荣获|获[评批得]|被[评列确授认]|入选|首次|圆满|顺利|成功|如期|来之不易|成效|成绩"
    r"|全[省市县区]上下(?!要|必须|都要)|[占为](?:年|全年|[省市县区]|目标|计划)[^，。；]{0,8}的(?=\d)|超(?:额|年度|全年|年初|计划|序时|目标任务)"
    r"|全年(?:共|预计|累计)(?:实现|完成|新增)|(?<!自)(?<!年)以来|年来|全[部面](?:开工|建成|完成|竣工)|创(?:历史|近年)"
    r"|[\u4e00-\u9fff](?:显著|明显|稳步|持续|不断|扎实|有序|深入|逐步|加快)(?:推进|提升|改善|增强|提高|深化|优化|恢复|回升|壮大|向好)(?=[，。；、,;])"
    r"|是[“\"]?十?[一二三四五六七八九]五[”\"]?期?末的(?=\d)|[与同比]\s?20\d\d\s?年相比|(?<![到至])\s?20\d\d\s?年末?全[省市县区][^，。；]{2,16}(?:达到?|突破|实现)\d"
)
_EXACT = re.compile(
    r"\d(?:[万亿]*(?:元|吨|人次|美元))[，、,](?:同比)?(?:增长|下降)[\d.]+[%％](?!左右|以上|以内)|\d\.\d\d(?:亿元|[%％])"
)
"""A sum with its growth, or one of three figures: rather a result than an aim, but no proof."""
_TO_COME = re.compile(
    r"将(?![军士领])|(?<![需主重必纲只])要(?![求素点件塞道闻])|力争|争取(?!到)|确保|(?<!全年)(?<!年度)目标(?!任务|的)|左右|\d[^，。；,;]{0,4}(?<![级模])(?:以上|以内|以下)"
    r"|不[低少高]于|不超过|控制在|拟(?!建)|[年月]底前|今后|未来|明年|下一步|必须|务必|应当|(?<![加高升大长少低])到\s?20\d\d\s?年(?!的\d)|切实|努力|抓好|(?<!年)(?<!年度)计划(?!执行|完成|生育|[的，。、；])"
    r"|(?:^|[，。；、：,;])(?:继续|大力|加大)"
)
_INTENDS = re.compile(r"将(?![军士领])|力争|拟(?!建)")
"""Signs of what is to come that hardly a review has: they count twice."""
_FEWEST, _TIMES, _MANY = 2, 2, 4


def weighed(words: str) -> Stance | None:
    """What ``words`` are, where the signs of one side outweigh those of the other; else None.

    A review has two signs at least, and more than twice as many as of what is to come; one sign
    of that alone makes a plan.
    """
    exact = len(_EXACT.findall(words))
    done = len(_DONE.findall(words)) + (exact > 0) + (exact >= _MANY)
    to_come = len(_TO_COME.findall(words)) + len(_INTENDS.findall(words))
    if done >= _FEWEST and done > _TIMES * to_come:
        return Stance.OUTCOME
    return Stance.TARGET if to_come > _TIMES * done else None
