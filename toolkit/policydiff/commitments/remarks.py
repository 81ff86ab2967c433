"""What promises nothing: formalities, slogans, complaints, and how things are."""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import opening_verb, skip_adverbs

_TOO_MUCH = r"(?:仍然|依然|还|仍|较|比较)?(?:突出|存在|不少|较多|明显|艰巨)"
_LACKS = r"(?:存在|面临|需要?|有).{0,16}(?:问题|困难|不足|短板|差距|挑战)"
_REMARK = re.compile(
    r"审议通过了?《|印发给|请(?:各(?:单位|部门|地区|级|位)|予|大家|遵照|认真(?:贯彻|组织))|受.{2,16}(?:的)?委托"
    r"|特此(?:通知|报告|公告)|提出(?:宝贵)?意见$|对.{2,40}表示|向.{2,24}致敬|谨(?:代表|此)"
    r"|各位代表|各位委员|同志们|我代表|衷心感谢|崇高的?敬意|致以|表示.{0,4}感谢|祝贺"
    r"|清醒(?:地)?(?:看到|认识)|也要看到|必须看到"
    rf"|问题{_TOO_MUCH}|矛盾{_TOO_MUCH}|困难{_TOO_MUCH}|短板{_TOO_MUCH}|差距{_TOO_MUCH}"
    rf"|还{_LACKS}|仍{_LACKS}|尚{_LACKS}"
    r"|有待|亟待|亟需|仍需|任重道远|不够|不足$|不平衡|不充分|形势(?:依然|仍然|十分)?(?:严峻|复杂)"
    r"|新篇章|新担当|佳绩|新辉煌|努力奋斗|而奋斗|砥砺前行|接续奋斗|勠力同心|同心同德|奋勇前进|艰苦奋斗|凝心聚力"
    r"|真抓实干|攻坚克难|拼搏进取|团结一心|群策群力|奋发进取|坚定信心|不忘初心|不负|开拓进取|埋头苦干"
    r"|势头$|态势$|告捷|产业中$|其中$|方面中$|指标中$"
    r"|结果$|缩影$|充满信心|责任重大|任务艰巨|意义重大|关键之年|攻坚之年|开局之年"
)
"""Every branch begins with a character of its own, which makes the search fast."""
_REMARK_OPENS = re.compile(
    r"今年是(?!.*[要将])|现(?:将|就).{2,40}(?:如下|报告|印发)|总的来看|(?:[一几五]年来|过去[一五]年|今年以来)$"
    r"|(?:增进|改善|保障)?(?:民生|人民)福祉$|(?:执政为民|造福(?:于民|人民|桑梓)|不辱使命|善作善成|久久为功)$"
    r"|(?:主要)?考虑[到了]|主要考虑|(?:根据|按照|依据)《[^》]+》(?:的?(?:精神|要求|规定|部署|安排))?$"
    r"|只要|只有|如果|倘若|假如|尽管|虽然?|即使|无论|不论|不管|既然|越是|否则|就(?:一定能|没有|能|会|不会)"
    r"|(?:我们?|大家|中国政府)?(?:高兴地|欣喜地|清楚地|深刻地?|充分|也|还|一贯|一向|始终|深深|都|必须|应该|应当|要|既要|更要)*"
    r"(?:看到|认识到|相信|坚信|认为|希望|知道|注意到|体会到|感到|深知|懂得|指出|着重说明)"
    r"|[这它](?!.*(?:要|必须|应))|[从就].{1,14}(?:看|来看|来说|上说|上讲|而言)$|(?:回顾|回首|展望|综观|纵观).{2,}"
    r"|出席.{2,30}(?:会|式)|[^，]{0,12}(?:令(?:我们|人)|向(?:大会|会议))"
    r"|向.{2,60}(?:人士|同志|朋友|[同侨]胞|人民|团体|官兵|职工|建设者|劳动者|国家|组织)$"
)
_REMARK_BEGINS = frozenset(
    "现总一几五过今增改保民人执造不善久只如倘假尽虽即无既越否就我大中高欣清深充也还始都必应要看认主考根按依"
    "相坚希知注体感懂指着这它从回展综纵出向更"
)
_REMARK_ENDS = re.compile(
    r"(?=[来不很没非绝得势适备极好符并同提印以下如几两一二三四五六七八九十])(?:来之不易|(?:很|并)?不容易|(?:并|绝)?非易事|没有改变(?:也不会改变)?|不容忽视|得逞|势在必行|适逢其时|备受鼓舞|极不寻常|极不平凡|[好符][于合]预期|并存|同在|提请.{0,6}(?:大会|会议|全会).{0,4}|提请审[查议]"
    r"|印发.{0,3}(?:大会|会议).{0,4}|(?:以下|下列|如下).{0,4}(?:目标|任务|工作|方面|问题)|[几两一二三四五六七八九十]个方面的?(?:重点)?(?:工作|任务)?)$"
)
_REMARK_LAST = frozenset("作凡务在存常时易事变期查标点的舞行视议逞面题")
"""The characters that such a remark ends in, where it does not lay papers before a meeting."""
_TROUBLE = re.compile(
    r"不[强高足够牢稳畅优旺]$|不(?:到位|规范|完善|健全|合理|适应|匹配|协调)$|滞后$|薄弱$|粗放$|加剧$|萎缩$|抬头$|下滑$|过剩$|受阻$|脆弱$|低下$|恶化$|疲软$|低迷$"
    r"|[较偏更][慢差重弱低小高大少]$|严峻$|(?:经营|生活|较|十分|依然).{0,4}困难$|(?:矛盾|问题|压力|风险|因素|困难).{0,6}(?:突出|加大|增多|较大|较多|上升|积聚)$"
)
_TROUBLE_ENDS = frozenset(
    "强高足够牢稳畅优旺位范善全理应配调后弱放剧缩头滑剩阻下化软迷慢差重低小大少峻难出多升聚"
)
_STANDS = re.compile(
    r"[^，]{0,16}?(?:面临|正?处[于在]|(?:未|没有)(?:得到)?(?:彻底|完全|根本|充分))"
)
"""What a clause says that opens with no verb and complains of something, or tells how it stands."""
_COPULA = re.compile(
    r"(?![^，]{0,8}(?:重点|关键|目标|任务|重心|首先|主要|特别|尤其|要|就)是)[^，]{0,36}?(?<![还不但凡于总只正就若或先倒])"
    r"(?:就|正|都|也|既|更|又|仍然?|还|不仅|始终)?是(?!否|非).{2,}"
    r"(?:时期|阶段|依据|纲领|蓝图|目的|要求|选择|关键|根本|基础|途径|力量|大计|方略|条件|保证|保障|生命线|重中之重|点|国家|大国|事件|事业|[一五十]年|成果"
    r"|问题|财富|基石|前提|所在|之[举道要义本源]|方向|标志|体现|需要|使命|责任|职责|优势|特征|规律|过程|大事|原因|任务|主线|动力|源泉|核心|方针|诉求|需求"
    r"|期盼|领域|依托|抓手|内容|渠道|来源|环节|区|带|轴|园|的)$"
)
"""What something is: a judgement or a definition, not a deed."""
_IS = re.compile(
    r"(?:但|而|又|也|都|正|既|就|这|那|仍|还)*是(?!否|非)要?"
    r"|[^，“]{1,24}?(?<![还不但凡于总只正就若或先倒的国别求])(?:也|都|正|仍|就)?是"
    r"(?=为了|对|我[国省市区县们]|全|由|一[个种项场次]|最|[^，]{1,12}的(?:重要)?[^，的]{2,6}$)"
)
_ASSERTS = re.compile(
    r"(?:世界|全球|国际|外部|发达|新兴|周边)[^，]{0,3}(?:经济体?|形势|环境|市场|贸易|金融|需求|局势)"
    r"|(?:贸易)?保护主义|(?:[既又也还但仍][^，]{0,5}|各种)?(?:有利(?:条件|因素)|积极因素|(?:不[利确稳]定?)+(?:条件|因素))"
    r"|(?:有利于|关乎|事关|关系到?|意味着|取决于|在于|重在|来自|源于|体现了?|表明|说明|证明|实践证明|总的考虑|目的在于)"
    r"|[“\"][^”\"]{1,4}[”\"]号?表示"
    r"|(?:当然|诚然|可以说|事实上|毫无疑问|第[一二三四五六七八九十])$"
    r"|(?:刚刚)?过去的?(?:[一几三五两]年|\d{4}年)[中里]?$|新的一年$|今明两年$"
)
_ASSERTS_BEGINS = frozenset(
    '世全国外发新周贸保既又也还但仍各有积不关事意取在重来源体表说证实总目当诚可毫第刚过今“"'
)
_COMES_TRUE = re.compile(
    "(?:扩大|提升|提高|增强|改善|优化|完成|办[结理]|建成|开放|开工|取消|使用|投用|投产|通车|落地|召开|举办)$"
)
"""What a clause about the world or people's lives ends in that tells a deed after all."""
_SO_IT_IS = re.compile(
    r"[^，]{2,24}(?:没有(?:改?变|完成)|潜力(?:巨大|很大)|大有可为|(?:前景|空间|天地)(?:广阔|巨大)|(?:任务|压力)[^，]{0,6}(?:繁重|艰巨|加大)"
    r"|(?:形势|环境|格局|条件|矛盾|特征)[^，]{0,8}变化|反映强烈|(?:不是|并?非)易事|(?<![还不但凡于总只正就若或先倒的国])是)$"
)
_SO_IT_IS_ENDS = frozenset("变成大为阔重巨化烈事是")
_HAS_ADVANTAGES = re.compile(
    r"[^，]{0,24}?(?:具有|拥有|有着|具备)着?[^，]{0,8}(?:有利|必要|巨大|重大|重要|许多|显著|强大|充分|决定性|深远|独特|良好|广阔|坚实|雄厚|足够|宝贵|最大)"
    r"[^，]*(?:条件|优势|潜力|韧性|愿望|基础|空间|动力|支撑|余地|能力|意义|作用|活力|影响|机遇|经验)$"
)
_ADVANTAGE_ENDS = frozenset("件势力性望础间撑地义用响遇验")
_IS_SURE_TO = re.compile(
    r"(?!需要|必须)[^，]{0,14}?(?:必将|必定|必然[会能将得]|一定能|一定会|完全能)"
)
_STAYS = re.compile(r"[^，]*(?:不会|没有|不可能)(?:也不会)?(?:改变|动摇|逆转)")
_WE_HAVE = re.compile(
    r"(?:我国|我们)(?:还|也)?有(?!序|效|力|关|选择|计划|步骤|重点|针对|限)"
    r"(?![^，]*(?:[0-9０-９]|[一二三四五六七八九十百千]+[多余]?[个家项条座所户种名]))"
)
_STANDS_AT = re.compile(
    r"(?:当前)?(?:我国|世界|中国|当今)[^，]{0,20}(?:仍然?|依然|正|已经?)(?:处于|进入)[^，]*(?:期|阶段|深水区)$"
)
"""What a country has, is sure to see, or how far it has come: nothing that it promises."""
_UNDER_WAY = re.compile(
    r"[^，]{2,20}?(?:(?<![现存潜要])正?在(?:持续|不断|加快|逐步|加速|稳步|日益)|正在)"
)
"""What tells how things are, or are to be seen, where no deed opens the clause."""
_GOALS = re.compile(
    r"(?:到?[“\"]?[十一二三四五六七八九〇○零\d]+(?:五[”\"]?|年)(?:时期|期间|底)?|全年|今年|明年|今后[一二三四五几]年)?(?:经济社会|国民经济和社会)?(?:发展)?的?"
    r"(?:主要|预期|总体|远景|奋斗|发展|目标|任务|思路|要求|原则|[、和])+$"
)
"""A heading printed as a sentence: “十六五”时期发展目标."""
_GOAL_ENDS = frozenset("要期体景斗展标务路求则、和")

_SIGNS = re.compile("临|处|未|没|是|在|必|一定|完全能|改变|动摇|逆转")
"""One of which a clause holds that ``_describes`` how things are."""


def is_remark(words: str) -> bool:
    """Whether a clause only says something: 现报告如下, 形势依然严峻, 我国有许多有利条件."""
    first, last = words[0], words[-1]
    if (
        _REMARK.search(words)
        or (
            (first in _REMARK_BEGINS or "令" in words or "向" in words)
            and _REMARK_OPENS.match(words)
        )
        or (
            (last in _REMARK_LAST or "提请" in words or "印发" in words)
            and _REMARK_ENDS.search(words, max(0, len(words) - 14))
        )
        or (last in _GOAL_ENDS and _GOALS.match(words))
    ):
        return True
    said = (
        (last in _TROUBLE_ENDS and _TROUBLE.search(words, max(0, len(words) - 12)))
        or _asserts(words, first, last)
        or (_SIGNS.search(words) and _describes(words))
    )
    return bool(said) and not opening_verb(words, skip_adverbs(words, 0))


def _asserts(words: str, first: str, last: str) -> bool:
    """Whether the ``first`` or ``last`` sign of ``words`` opens or ends what only tells of things.

    经济形势依然复杂, 发展潜力巨大.
    """
    return bool(
        (first in _ASSERTS_BEGINS and _ASSERTS.match(words) and not _COMES_TRUE.search(words))
        or (last in _SO_IT_IS_ENDS and _SO_IT_IS.match(words))
        or (
            last in _ADVANTAGE_ENDS
            and ("有" in words or "具备" in words)
            and _HAS_ADVANTAGES.match(words)
        )
        or (first in "我当世中" and (_WE_HAVE.match(words) or _STANDS_AT.match(words)))
    )


def _describes(words: str) -> bool:
    """Whether one of ``_SIGNS`` tells how things are in ``words``: but not 任务是控制物价."""
    if (
        (
            ("临" in words or "处" in words or "未" in words or "没" in words)
            and _STANDS.match(words)
        )
        or ("在" in words and _UNDER_WAY.match(words))
        or (("必" in words or "一定" in words or "完全能" in words) and _IS_SURE_TO.match(words))
        or (("改变" in words or "动摇" in words or "逆转" in words) and _STAYS.match(words))
    ):
        return True
    if "是" not in words:
        return False
    if _COPULA.match(words):
        return True
    said = _IS.match(words)
    return said is not None and not opening_verb(words, skip_adverbs(words, said.end()))
