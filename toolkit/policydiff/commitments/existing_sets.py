"""Counts of what is there already: 发展六大园区, 现有企业5家, 上述3个项目 (codebook section 1)."""

from __future__ import annotations

import re

from policydiff.commitments.patterns import any_of, at_end
from policydiff.commitments.places import ENDS, Place
from policydiff.commitments.units import COUNTABLE, UnitClass

_SHAPED = any_of("打造 培育 形成 建成 建设 新建 新增 创建 引进 壮大出 组建 设立")
_EXISTING = re.compile(
    rf"(?:现有(?<!实现有)|原有|已有的|依托)的?(?:(?!{_SHAPED})[^，。；的而为]){{0,40}}$"
)
_WHOLE = re.compile(r"(?:在全[区市县省国]|全国|我国|全球|世界|全[区市县省])$")
_SERVES = re.compile("[为给](?:全[区市县省国]|我国)$")
"""Whom something is provided for: 为全区3万名老人提供."""
_ALL_OF_THEM = re.compile("[^，。；]*?(?:全部|全覆盖|均|都|摘帽|100%)")
_DEMONSTRATIVE = re.compile(r"(?:这|那|(?<!应)该|上述|其他|另外|这些|(?:^|(?<=[\s，。；]))以上)$")
_WHOLE_ENDS, _DEMONSTRATIVE_ENDS = frozenset("区市县省国界球"), frozenset("这那该述他外些上")
_IMPROVES = re.compile("(?:提升|增强|提高)[^，。；]{0,16}$")
_QUALITY = re.compile("[^，。；]*(?:能力|水平|聚集度|集聚度|质量|功能|竞争力)$")
_QUALITY_ENDS = frozenset("力平度量能")
_ADJECTIVES = any_of(
    """
    重点 主要 优势 特色 重大 主导 支柱 战略性 新兴 关键 核心 先导型 先导 现代 传统 不同 优先 突出
    基本"""
)
_SETTLES = re.compile("(?:解决|整改|排查|化解|办结|办理|查处|完成)[^，。；]{0,6}$")
_ALWAYS_A_SET = re.compile(
    rf"{_ADJECTIVES}*"
    + any_of(
        """领域 方面 环节 要素 任务 关系 能力 问题 板块 阶段 原则 层次 层面 部分 特点 方向 主题 文明
        转变 统筹 会议 战略 意识 自信 维护 关口 人民 台阶 大事 矛盾 优势 目标 要求 规定 方针 主张
        民族 梯次 维度 季度 途径 渠道 积极性 差别 大局 特征"""
    )
    + r"(?![^，。；、]{0,3}(?:馆|园|项目|中心|工程|平台|站|基地|整改|销号))"
    + r"(?!(?:已|全部|逐[一项个]|限期|按期|如期|立即|销[项号])+(?:整改|销[项号]|办结|解决|清零))"
)
_INDUSTRIES = re.compile(
    rf"[^，。；、]{{0,12}}?(?:产业链|产业集群|产业)(?![\u4e00-\u9fff])|{_ADJECTIVES}*产业链"
)
_MEASURES_OF_PLAN = re.compile(
    r"(?:大类|类|方面)?(?:主要|核心|关键|具体|定量|量化|考核|评价|监测|发展|规划|计划)?的?(?:(?:约束|预期|指导|引导|参考)性)?指标"
    r"(?![完提达超好高低])"
)
_KIND_OF_MEASURES = re.compile(
    r"(?:约束|预期|指导|引导)性(?:指标)?(?:分别)?(?:共|有|为|是)?$|"
    r"(?:提出|设置|设定|设立|安排|确定|明确|包括|共|共计|合计)了?$"
)
"""What leads to how many indicators a plan has: 共计28项指标，其中预期性指标19项."""
_LISTED_MEASURES = re.compile(r"(?:提出|设置|设定|设立|确定|包括)了?.{1,40}等$")
_LAYS_GROUND = re.compile(r"(?:、.{0,24})?(?:打好|打下|奠定|夯实)了?.{0,4}基础$")
"""How a clause ends that says what something is for (为…): it promises no numbers of its own."""
_OF_WHICH = re.compile(
    r"[^，。；、\d]{1,14}(?<![其年集])中[，,][^。；，]{0,16}?[\d一二两三四五六七八九十百]+[个项家户座所处条种]"
)
_PRODUCE_OF = re.compile(
    r"[^，。；、\d]{1,10}的?(?:产量|销量|质量|产品)[，,][^。；，]{0,16}?有[\d一二两三四五六七八九十百]+[个项家种]"
)
_SOME_OF_THEM = re.compile(
    r"[^，。；、\d]{1,20}(?<!面积)占(?:了|有|据)?[\d一二两三四五六七八九十]+[席个家项名]"
)
_BE_WELL = re.compile("(?:确保|保证|保障|[让使])[^，。；]{0,2}$")
_ARE_WELL = re.compile(
    r"[^，。；、\d]{2,16}(?:群众|居民|村民|学生|师生|职工|移民)[^，。；、]{0,4}?"
    r"(?:[\u4e00-\u9fff]得[出住稳好上起]|稳定|安全|正常|有序|顺利|温暖)"
)
"""Whom or what is kept well: 确保9个安置点群众搬得出, 10家实验室本区占4席."""
_FIRST_OF = re.compile("(?:首批|首期|第[一二三四五]批|前[一二三四五]批)$")
_FIRST_OF_ENDS = frozenset("批期")
_THEY_DO = re.compile(
    r"[^，。；、\d]{2,20}(?:超|逾|近|达|突破|共|累计|签约|[^，。；、]{2,8})\d+[^，。；、]"
)
_STRENGTHENS = re.compile(any_of("做优 做强 做大 做精 提升 巩固") + "$")
_CLUSTERS = re.compile(r"[^，。；、]{0,24}?(?:产业链|集群|产业)(?![\u4e00-\u9fff])")
_SHAPES = re.compile(
    _SHAPED
    + "(?:[^，。；]{0,6}"
    + "|[^，。；]{0,8}?[0-9０-９一二两三四五六七八九十百]+[个条家大][^，。；]{2,30}[、和及与])$"
)
_WORKED_ON = """
    改造 整治 治理 提升 升级 提档 提质 修缮 维修 修复 加固 改建 扩建 改扩建 新改扩建 翻新 翻修
    更新 扩容 亮化 美化 绿化 硬化 清淤 除险 重建"""
_BEING_WORKED_ON = re.compile(any_of(_WORKED_ON) + "了?全[区市县省]$")
_TO_BE_WORKED_ON = re.compile(
    r"[^，。；]{1,24}?(?:进行|实施|开展|予以|加以)?(?:全面|全部|逐一|统一|集中|分批|综合|标准化|规范化)*"
    + any_of(_WORKED_ON)
    + "(?![^，。；]{0,8}(?:情况|检查|督[导查]|调研|验收|评估|考核|排查|摸底))"
)
"""What is done to all there are of a kind: 对全县17所学校全面提档升级, 改造全县17所学校."""


_HOW_FAR = re.compile(
    r"[^，。；、]{0,12}?(?:进展|完成|推进|落实|执行|实施|建设|办理)(?:工作)?情况(?![^，。；]{0,6}"
    + any_of("检查 督查 督导 巡查 调研 评估 审计 暗访")
    + ")"
)
_LOOKS_INTO = re.compile(any_of("检查 抽查 督查 督导 巡查 巡视 巡察 调研 评估 审计 暗访"))
_PAPER = re.compile(
    r"(?:重点|民生|惠民|利民|便民|为民)*(?:实事|好事)[^，。；、]{0,4}(?:方案|草案|清单|目录|通报|公告)"
)
_AMONG_MEASURES = re.compile(
    r"[^，。；、\d]{0,8}指标(?:任务)?(?:[之当]?中[，,]|(?:已|均|全部)?完成或(?:基本|超额)?完成\d)"
)
_SOME_OF_ALL = re.compile(r"\s*(?:其中|另外?|其余|共|还)?有?|对[^，。；、]{0,12}")
_MEASURES_DESCRIBED = re.compile(
    r"[^，。；、\d]{0,10}指标(?:已经?|均|都|全部|分别|逐项|逐一)*"
    r"(?:[纳列]入|由[^，。；、]{1,16}(?:下达|制定|确定|设定|提供|考核|负责)|无法|难以|没有设定|不设|设定"
    r"|为[^，。；、]{0,12}指标|(?:进行)?了?(?:分析|分解|测算|研究|梳理|评估|监测|调整|设定|研判))"
)
"""What indicators there are and how they are handled: 7项指标由省统一下达."""
_DELEGATES = re.compile(
    r"[^，。；、\d]{0,10}(?:代表|委员)(?!团|会|处|作|性)(?!\w{0,4}(?:建议|议案|提案|联络))"
)
_AT_MEETING = re.compile("参加|出席|列席|与会|到会|参会|肩负")
_CHOSEN_FROM = re.compile(
    r"[^，。；、]{0,8}候选|[^，。；]{0,20}?(?:当?中|里)(?:评选|遴选|筛选|挑选|选|评|产生|脱颖)"
)
"""What goes on behind those that others are chosen from: 在13个候选项目中选出."""
_HAS_OF_THEM = re.compile(
    r"[^，。；、\d]{2,14}占(?:据|有|了)?(?:其中)?[\d一二两三四五六七八九十]+[席个家名项]"
)
_NEAR, _CHOOSES = 28, re.compile("[中里候]")
_AIDED = re.compile("(?:支持|推动|推进|促进|引导|鼓励)[^，。；]{0,30}$")
_DEVELOPS = re.compile(
    r"[^，。；、\d]{2,16}(?:率先|优先|优化|集约|可持续|协调|特色|联动|融合|协同|错位|高质量|集群)发展"
)
"""What those there are do that are aided: 支持甲、乙等11个重点经济区率先发展."""
_KEEPS_WELL = ("确保", "保障", "保证")
_THEIR_PEOPLE = re.compile(
    "[^，。；、]{2,16}?(?:群众|居民|村民|师生|搬迁户)(?!工程|活动|文化)[^，。；、]{2,}"
)


def is_existing_set(here: Place) -> bool:
    """发展6条重点产业链, 依托42家实验室, 四项基本原则: counts what there is (section 1)."""
    mention = here.mention
    if here.clause[:1] == "为" and "基础" in here.rest and _LAYS_GROUND.match(here.rest):
        return True
    may_exist = "有" in here.clause or "依托" in here.clause
    existing = _EXISTING.search(here.clause) if may_exist else None
    if mention.unit_class not in COUNTABLE:
        return bool(existing) and here.right.startswith("的")
    near = here.right[:_NEAR]
    if (
        existing
        or (_CHOOSES.search(near) and _CHOSEN_FROM.match(near))
        or ("占" in near and _HAS_OF_THEM.match(near))
    ):
        return True
    if "情况" in near and _HOW_FAR.match(near) and not _LOOKS_INTO.search(here.clause):
        return True
    if "事" in near and _PAPER.match(near) and here.left[-2:] != "制定":
        return True
    if mention.unit_class is UnitClass.PEOPLE and _DELEGATES.match(near):
        return bool(_AT_MEETING.search(here.clause) or _AT_MEETING.search(here.rest))
    if here.rest.endswith("发展") and _DEVELOPS.fullmatch(here.rest):
        return bool(_AIDED.search(here.left))
    if here.left.endswith(_KEEPS_WELL) and _THEIR_PEOPLE.match(here.right):
        return True
    last = here.left[-1:]
    if last in _WHOLE_ENDS and at_end(_WHOLE, here.left, 3):
        if mention.unit_class is UnitClass.PEOPLE and at_end(_SERVES, here.left, 3):
            return False
        return not (_ALL_OF_THEM.match(here.right) or _are_worked_on(here))
    if last in _DEMONSTRATIVE_ENDS and at_end(_DEMONSTRATIVE, here.left, 2):
        return True
    if "指标" in here.left[-8:] + here.right[:14] and (
        _counts_measures(here)
        or _AMONG_MEASURES.match(near)
        or (_SOME_OF_ALL.fullmatch(here.clause) and _MEASURES_DESCRIBED.match(here.rest))
    ):
        return True
    if ("中，" in here.right or "中," in here.right) and _OF_WHICH.match(here.right):
        return not here.left.endswith("在")
    if "有" in here.right and _PRODUCE_OF.match(here.right):
        return not here.left.endswith("在")
    if "占" in here.rest and _SOME_OF_THEM.match(here.right):
        return True
    if last in "保证障让使" and _BE_WELL.search(here.clause) and _ARE_WELL.match(here.right):
        return True
    if last in _FIRST_OF_ENDS and at_end(_FIRST_OF, here.left, 3) and _THEY_DO.match(here.right):
        return True
    if (
        here.rest[-1:] in _QUALITY_ENDS
        and _IMPROVES.search(here.clause)
        and _QUALITY.match(here.rest)
    ):
        return True
    if mention.value >= 60 or mention.value_max is not None or _SETTLES.search(here.clause):
        return False
    if at_end(_STRENGTHENS, here.left, 2) and _CLUSTERS.match(here.right):
        return True
    return bool(_ALWAYS_A_SET.match(here.right)) or (
        "产业" in here.right
        and bool(_INDUSTRIES.match(here.right))
        and not _SHAPES.search(here.clause)
    )


def _are_worked_on(here: Place) -> bool:
    """Whether the things counted, which are all there are, are what is built or mended."""
    if at_end(_BEING_WORKED_ON, here.left, 9):
        return True
    begun = here.left[-3:-2] == "对" or here.left[-4:-2] == "完成"
    return begun and bool(_TO_BE_WORKED_ON.match(here.right))


def _counts_measures(here: Place) -> bool:
    """Whether the number says how many indicators the plan itself has."""
    if here.mention.unit not in {"项", "个", "类"}:
        return False
    listed = here.clause.endswith("等") and _LISTED_MEASURES.search(here.clause)
    said = listed or at_end(_KIND_OF_MEASURES, here.clause, 12)
    if _MEASURES_OF_PLAN.match(here.right):
        return bool(said)
    return bool(said) and "性指标" in here.clause[-8:] and bool(ENDS.match(here.right))
