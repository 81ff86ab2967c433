"""Paragraphs become clauses, and clauses members: the smallest statements.

A clause stands between two of ``，。；：！？`` or the bars of a table row; quotation marks,
brackets and book title marks are kept whole. Clauses that open the way for a statement
(围绕…, 以…为重点, 按照…要求), say
what it is good for (为…提供支撑) or praise are told apart by their role (codebook section 2:
"the shortest clause that states it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from policydiff.commitments.lexicon import (
    ACTING,
    DEEDS,
    MANNERS,
    is_compound,
    opening_verb,
    skip_adverbs,
)
from policydiff.commitments.patterns import AND

LONGEST_CLAUSE = 60
"""Characters that a clause without a number may have; longer ones are cut at a list comma."""


class Role(StrEnum):
    """What a clause is for."""

    STATEMENT = "statement"
    LABEL = "label"
    PREAMBLE = "preamble"
    SCOPE = "scope"
    PURPOSE = "purpose"
    REMARK = "remark"


_STATEMENT, _SCOPE_ROLE = Role.STATEMENT, Role.SCOPE


class Clause(NamedTuple):
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
_OPENING_MARKS = frozenset("“‘《「（(〔【")
_SEPARATORS = frozenset("，。；、：,;:！？!?和及与并")
_HIDDEN = str.maketrans(dict.fromkeys(_SEPARATORS, "_"))
_BREAK = re.compile(
    r"，(?<!\d，)|，(?!\d{3}(?!\d))|。|；|：|！|？|!|\?|;|,(?<!\d,)|,(?!\d{3})|:(?<!\d:)|\n\s*\n|\||｜"
)
_LABELS, _PART_ENDS = frozenset("：:"), frozenset("；;。！？!?\n|｜")
_LEAD = re.compile(
    r"(?:[\s—\-·•●■◆▲★*　、]+"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是要](?!是)"
    r"|(?<![，,])[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]|[季届期号]度?)"
    r"|[①-⑳]|\d{1,3}[.．、](?!\d(?!\d{3}年))"
    r"|同时|此外|另外|其中|特别是|尤其是|重点是|主要是|并且|而且|首先|其次|最后)+"
)
_LEAD_BEGINS = frozenset("一二三四五六七八九十同此另其特尤重主并而首最")
"""The ideographs that a lead begins with; so it does with marks and figures."""
_PREAMBLE = re.compile(
    r"以(?!.*为(?:抓手|重点|核心|主线|目标|导向|引领|载体|契机|突破口|牵引|中心|依托|基础|统领|龙头|主)[^，]{4,}$).{2,}为.{1,8}$"
    r"|(?:坚持)?(?:围绕|聚焦|紧扣|紧紧围绕|依托|瞄准|锚定|对标|着眼于?|顺应|针对|面对|面向|随着|鉴于).*$"
    r"|(?:坚决|严格|切实|认真)?(?:按照|根据|依据|遵循|本着|秉承|秉持).*$"
    r"|(?:继续)?坚持.*(?:原则|思想|理念|方针|导向|引领|总基调|方向|优先|为指导|为中心|并重|并举|相结合|主线)$"
    r"|(?:在|从).*(?:(?<![以之天乡线])下|基础上|过程中|指导下|领导下|出发|同时|背景下|情况下)$"
    r"|[^，在]{2,12}在.{2,}(?:领导|指导|支持|努力|关心|带领|关怀|帮助)下$"
    r"|除了?(?!险|尘|污|草|名|四).*$|立足于?.{2,8}$|随着.*$|由于.*$|因为.*$"
    r"|在.{1,12}(?:年里|年内|形势面前|进程中)$"
    r"|(?:经过|受).{2,20}(?:努力|影响|冲击|奋斗|拖累)$"
    r"|通过.*(?:方式|形式|手段|途径|举措|措施|模式|渠道|机制)$"
    r"|为(?:了)?(?:此|实现|完成|确保|贯彻|落实|加快|推动|适应).*$"
    r"|(?:全面|深入|认真)*(?:贯彻|学习贯彻|高举|牢记|深刻领会|学习)(?:落实)?.*(?:精神|思想|讲话|重要论述|旗帜|方略|部署|要求|理念|路线)$"
    r"|(?:力争|争取|计划)?再?用.{1,4}年(?:左右)?(?:的?时间)?$|.{2,8}(?:期间|时期|以来)$|综合考虑.*$|(?:充分)?考虑.*(?:因素|情况)$|抢抓.*机遇$|结合.*(?:实际|情况)$"
    r"|截[至止](?:到)?(?:目前|当前|现在|今|[^，\d]{0,6}(?:\d+[年月日])*[底末]?)$"
    r"|(?:现在|当前|目前|同时|但是?|因此|总之|对此|为此|如今|今后|近年来|[到在至]?(?:今|明|去|近几|当)?年[底末初内]?|此外|而且|与此同时)$"
    r"|(?:我们|政府|委员会|各单位|各部门)(?:将|要|应)?(?:根据|按照|围绕|结合|针对).*$"
)
_PREAMBLE_BEGINS = frozenset(
    "截以坚围聚紧依瞄锚对着顺针面随鉴决严切认按根遵本秉继在从除立由因经受通为全深贯学高牢力争计再用综充考"
    "抢结现当目同但总如今近到至明去几年此而与我政委各"
)
_PREAMBLE_ENDS = frozenset("下间期来")
"""The characters that a preamble begins with; with others, those that it ends in."""
_NAMES_ITS_OBJECT = re.compile(
    r"以(?:.*“[^”]+”|(?:打造|建设|培育|创建).{4,}).*为(?:.*(?<!目)(?:核心|着力点|重点|载体|抓手|依托|支撑|承载))$"
    r"|以.{4,}(?:中心|站|平台|基地|园区|企业|集团|公司)为(?:依托|载体|支撑|支点)$"
    r"|(?:遵循|按照)“[一二三四五六七八九十两\d][^“”]{0,8}、[^“”]+”的?(?:发展|建设|总体|空间)?(?:思路|布局|格局|模式)$"
    r"|依托.{4,}(?:中心|平台|企业|公司|集团|基地|活动|作用|载体|园区|项目|工程)$"
)
"""A preamble that says what is built or used, so that it states something itself."""
_ACTS = re.compile(
    r".{4,}?(?:(?:持续|加快|大力|积极|全面|着力|深入|扎实)(?:推进|完善|加强|实施|建设|开展|推动|提升|发展)"
    r"|(?<!等)(?:构建|配置|布局|打造|建立|培育|发力|开展|研制|制定|推进(?!会)))"
)
"""An action inside what begins like a preamble: 依托企业加快研制, 围绕产业链布局创新链."""
_PURPOSE = re.compile(
    r"(?:从而|进而|以此|不断)?为.{2,}(?:提供|奠定|创造|注入|作|做|打下|打好|增添|积累|汇聚|贡献|开好局|夯实)"
    r".*(?:支撑|基础|保障|动力|支持|条件|贡献|力量|保证|环境|空间|活力|经验|样板|示范|步|平台|舞台|窗口|样本|范例|借鉴)$"
    r"|(?:助力|服务|奋力|努力|以此|从而)(?:全[国省市区县]|.{0,6}(?:现代化|振兴|高质量发展)).*$"
    r"|.*(?:贡献.{0,8}(?:力量|智慧|方案)|打下坚实基础|奠定.{0,6}基础)$"
)
_PURPOSE_BEGINS = frozenset("助服奋努以从")
_PURPOSE_ENDS = frozenset("撑础障力持件献量证境间验板范步台舞口本例鉴慧案")
_REMARK = re.compile(
    r"[审印请受特提对向谨各同我衷崇致表祝清也必问矛困短差还仍尚有亟任不形新佳努而砥接勠奋艰凝真攻拼团群坚开埋势态告产其方指结缩充责意关](?<=(?=(?:审议通过了?《|印发给|请(?:各(?:单位|部门|地区|级|位)|予|大家|遵照|认真(?:贯彻|组织))|受.{2,16}(?:的)?委托"
    r"|特此(?:通知|报告|公告)|提出(?:宝贵)?意见$|对.{2,40}表示|向.{2,24}致敬|谨(?:代表|此)"
    r"|各位代表|各位委员|同志们|我代表|请予审议|衷心感谢|崇高的?敬意|致以|表示.{0,4}感谢|祝贺"
    r"|清醒(?:地)?(?:看到|认识)|也要看到|必须看到|(?:问题|矛盾|困难|短板|差距)(?:仍然|依然|还|仍|较|比较)?"
    r"(?:突出|存在|不少|较多|明显|艰巨)|(?:还|仍|尚)(?:存在|面临|需要?|有).{0,16}(?:问题|困难|不足|短板|差距|挑战)"
    r"|有待|亟待|亟需|仍需|任重道远|不够|不足$|不平衡|不充分|形势(?:依然|仍然|十分)?(?:严峻|复杂)"
    r"|新篇章|新担当|佳绩|新辉煌|努力奋斗|而奋斗|砥砺前行|接续奋斗|勠力同心|同心同德|奋勇前进|艰苦奋斗|凝心聚力"
    r"|真抓实干|攻坚克难|拼搏进取|团结一心|群策群力|奋发进取|坚定信心|不忘初心|不负|开拓进取|埋头苦干"
    r"|(?:势头|态势)$|告捷|(?:产业|其|方面|指标)中$"
    r"|结果$|缩影$|(?:充满|坚定)信心|责任重大|任务艰巨|意义重大|关键之年|攻坚之年|开局之年)).)"
)
"""Its first character, then all of it: the search passes over what cannot begin one."""
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
    r"|(?:当然|诚然|可以说|事实上|毫无疑问|第[一二三四五六七八九十])$"
    r"|(?:刚刚)?过去的?(?:[一几三五两]年|\d{4}年)[中里]?$|新的一年$|今明两年$"
)
_ASSERTS_BEGINS = frozenset(
    "世全国外发新周贸保既又也还但仍各有积不关事意取在重来源体表说证实总目当诚可毫第刚过今"
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
    r"(?!需要|必须)[^，]{0,14}?(?:必将|必定|必然[会能将得]|一定能|一定会|完全能)|[^，]*(?:不会|没有|不可能)(?:也不会)?(?:改变|动摇|逆转)"
)
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


_SCOPE = re.compile(
    r"在(?!建).{1,36}(?:领域|方面|地区|街道|乡镇|环节|问题上|工作上|工作中|斗争中|各业中|改革中)"
    r"|(?:要)?(?:从|在).{2,30}(?:等?(?:[一二三四五六七八九十]个)?方面)|对[^，]{2,30}(?:的(?:企业|行为|问题|项目|人员|单位|地方)|行为|问题|人员)"
)
"""Where or to whom the next clause applies: 在安全工作上，加强检查."""
_SETTING = re.compile(
    r"(?:通过|借助|凭借|利用|运用|以致|以期|以便|在(?!建)|对于?(?!外)(?=.*的)|同.*一道$|用以|为了)"
    r"(?!.*(?:评估|验收|检查|复[评审查检核]|考核|认证|评审|审查|核查|审计|审议|测评|决议)$)"
)
"""What only leads up to a deed that is left to the next clause: 通过市场化运作."""
_SETTING_BEGINS = frozenset("在要从对通借凭利运以同用为")
"""The characters that a scope or a setting begins with."""
_NUMERAL = re.compile(r"[\d０-９]|[一二两三四五六七八九十百千万亿]+[个项座条家所处户人亩公元吨米]")
_PART = re.compile(r"[以与和及或](?=及)?.{2,}")
_SAID = re.compile(
    r"[不有居达为是在与由从以用让使把将被已均都最很]|(?:明显|显著|良好|突出|领先|完善|丰富|成熟|健全|活跃|均衡|优良|稳定|增长|发展|提升|进步)$"
)
_ATTRIBUTED = re.compile(r"[^，]*的[^，的]{2,10}$")


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of ``text[start:end]`` in order, without separators, marks and ordinals."""
    hidden = mask(text[start:end])
    clauses: list[Clause] = []
    sentence = part = position = 0
    breaks = [match.span() for match in _BREAK.finditer(hidden)]
    for stop, after in [*breaks, (len(hidden), len(hidden))]:
        mark = hidden[stop : stop + 1]
        left, right = _trimmed(hidden, position, stop)
        if right - left > 1:
            begin, end = start + left, start + right
            role = Role.LABEL if mark in _LABELS else _role(text[begin:end], bool(left))
            clauses.append(Clause(begin, end, sentence, part, role))
        if mark in _PART_ENDS:
            part += 1
            if mark not in "；;":
                sentence += 1
        position = after
    return _joined(text, clauses)


def _joined(text: str, clauses: list[Clause]) -> list[Clause]:
    """Members of a list go with the clause that holds their verb, a scope with what it governs."""
    joined: list[Clause] = []
    for clause in clauses:
        last = joined[-1] if joined else None
        if last is None or not _adjoin(text, last, clause):
            joined.append(clause)
        elif last.role is _SCOPE_ROLE:
            joined[-1] = clause._replace(start=last.start)
        else:
            joined[-1] = last._replace(end=clause.end)
    return joined


def _adjoin(text: str, last: Clause, clause: Clause) -> bool:
    if last.part != clause.part or clause.role is not _STATEMENT:
        return False
    if clause.end - last.start > LONGEST_CLAUSE or text[last.end : clause.start] not in "，,":
        return False
    before, words = text[last.start : last.end], text[clause.start : clause.end]
    joins = last.role is _SCOPE_ROLE or (last.role is _STATEMENT and _is_member(before, words))
    return joins and not _NUMERAL.search(before) and not _NUMERAL.search(words)


def _deeds_in(words: str) -> bool:
    """Whether a verb stands anywhere behind the first word of ``words``."""
    hidden = hide(words)
    return any(
        ACTING.at(hidden, position) > 1
        and hidden[position : position + ACTING.at(hidden, position)] not in DEEDS
        and not is_compound(hidden, position, position + ACTING.at(hidden, position))
        for position in range(2, len(hidden) - 1)
    )


def _opens(words: str) -> bool:
    """Whether ``words`` open with a verb, though one of those that may name a deed as well."""
    position = 0
    while length := MANNERS.at(words, position):
        position += length
    return bool(ACTING.at(words, 0) or ACTING.at(words, position))


def _is_member(before: str, words: str) -> bool:
    """Whether ``words`` is a noun phrase that goes on a list in ``before``: 更可靠的社会保障."""
    alike = (
        words[-2:] == before[-2:]
        or words[-1] == "等"
        or (words[0] in "以与和及或" and _PART.match(words))
    )
    if not alike and not (words[0] == "更" and _ATTRIBUTED.match(words)):
        return False
    hidden = hide(words)
    if _SAID.search(hidden) or _opens(hidden) or not _opens(before):
        return False
    return words[0] == "更" or not MANNERS.at(hidden, 0)


def mask(text: str) -> str:
    """``text`` with the separators inside quotation marks and brackets blanked; same length."""
    if _OPENING_MARKS.isdisjoint(text):
        return text
    return _PROTECTED.sub(_blanked, text)


def _blanked(quoted: re.Match[str]) -> str:
    words = quoted[0]
    return words if _SEPARATORS.isdisjoint(words) else words.translate(_HIDDEN)


def hide(text: str) -> str:
    """``text`` with what stands in quotation marks and brackets made unreadable; same length."""
    if text.isalnum() or _OPENING_MARKS.isdisjoint(text):
        return text
    return _PROTECTED.sub(lambda match: "□" * len(match.group()), text)


def members(text: str, clause: Clause, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One part of the clause for each of ``spans`` (its quantities, in order).

    A member ends after what its number counts: 建设3所学校和2家医院 is cut before 和,
    改造小区45个、街巷13条 after 个.
    """
    if len(spans) == 1:
        return [(clause.start, clause.end)]
    hidden = mask(text[clause.start : clause.end])
    start = clause.start
    parts: list[tuple[int, int]] = []
    for (_, end), (following, _) in pairwise(spans):
        cut = _cut(hidden, end - clause.start, following - clause.start) + clause.start
        parts.append((start, cut))
        start = cut
    return [*parts, (start, clause.end)]


_LIST_STOP = re.compile(rf"(?:、|”|{AND})(?=.{{6}})")
_JOINT = re.compile(AND)


def _cut(hidden: str, end: int, following: int) -> int:
    between = hidden[end:following]
    bare = re.match(r"(?:以上|以下|以内|左右)?(?=[、，,和及与并以])", between)
    if bare:
        return end + bare.end()
    comma = max(between.rfind(mark) for mark in "、，,")
    if comma >= 0:
        return end + comma
    joints = list(_JOINT.finditer(between))
    return end + joints[-1].start() if joints else end


def _trimmed(hidden: str, left: int, right: int) -> tuple[int, int]:
    """The clause between two separators without ordinals, link words and white space."""
    first = hidden[left : left + 1]
    if first in _LEAD_BEGINS or not "一" <= first <= "鿿":
        lead = _LEAD.match(hidden, left, right)
        if lead and lead.end() < right:
            left = lead.end()
        while left < right and hidden[left] in " \t\r\n　":
            left += 1
    return left, left + len(hidden[left:right].rstrip(" \t\r\n　—-、"))


def _role(words: str, later: bool) -> Role:
    first, last = words[0], words[-1]
    if first in "（(" and last in "）)" and _PROTECTED.fullmatch(words):
        return Role.REMARK
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
        return Role.REMARK
    if (
        (last in _TROUBLE_ENDS and _TROUBLE.search(words, max(0, len(words) - 12)))
        or (
            ("临" in words or "处" in words or "未" in words or "没" in words)
            and _STANDS.match(words)
        )
        or ("是" in words and _COPULA.match(words))
        or _asserts(words)
    ) and not opening_verb(words, skip_adverbs(words, 0)):
        return Role.REMARK
    if (
        (first in _PREAMBLE_BEGINS or last in _PREAMBLE_ENDS)
        and _PREAMBLE.match(words)
        and not _NAMES_ITS_OBJECT.fullmatch(words)
        and (first in "以坚为综考" or not _ACTS.match(words))
    ):
        return Role.PREAMBLE
    if first in _SETTING_BEGINS:
        if _SCOPE.fullmatch(words):
            return Role.SCOPE
        if (
            _SETTING.match(words)
            and not _NAMES_ITS_OBJECT.fullmatch(words)
            and not _deeds_in(words)
        ):
            return Role.PREAMBLE
    if later and (first in _PURPOSE_BEGINS or last in _PURPOSE_ENDS) and _PURPOSE.match(words):
        return Role.PURPOSE
    return _STATEMENT


def _asserts(words: str) -> bool:
    """Whether ``words`` tell how things are: 经济形势依然复杂, but not 任务是控制物价."""
    if (
        (words[0] in _ASSERTS_BEGINS and _ASSERTS.match(words) and not _COMES_TRUE.search(words))
        or (words[-1] in _SO_IT_IS_ENDS and _SO_IT_IS.match(words))
        or ("在" in words and _UNDER_WAY.match(words))
        or (words[-1] in _ADVANTAGE_ENDS and _HAS_ADVANTAGES.match(words))
        or (
            ("定" in words or "必" in words or "不" in words or "完全" in words)
            and _IS_SURE_TO.match(words)
        )
        or (words[0] in "我当世中" and (_WE_HAVE.match(words) or _STANDS_AT.match(words)))
    ):
        return True
    said = _IS.match(words) if "是" in words else None
    return said is not None and not opening_verb(words, skip_adverbs(words, said.end()))


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
