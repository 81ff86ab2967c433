"""The noun phrase after a number: what it counts (codebook section 1)."""

from __future__ import annotations

import re

from policydiff.commitments.edges import INNER_TIME, WHOLE, clean
from policydiff.commitments.lexicon import (
    ACTING,
    NOUN_VERBS,
    VERBS,
    Lexicon,
    is_compound,
    lexicon,
    opening_verb,
    skip_adverbs,
)
from policydiff.commitments.masking import hide
from policydiff.commitments.measures import is_stray
from policydiff.commitments.patterns import AND

_RELATIVE = re.compile(
    r"^(?:居住|生活|就读|参加|参与)的(?=.{2,})|^(?:[^，。；、的]{2}(?:齐全|完善|完备|先进|规范|健全|专业|优美|优良|突出|明显|雄厚|一流)、?)+的(?=.{2,})|^(?:具有|具备|以(?=.*为)|能够?|可|符合|达到|拥有|面向|从事|有|享受|适合|站在|紧跟|处于|在(?=[^，]*(?:有影响|起[^，的]*作用)的)).*的(?=.{2,})"
)
"""What is said of those counted in front of what they are."""
_SIZE = re.compile(r"([\u4e00-\u9fff]{2,6}?)(?:以上|以下|以内)的")
"""What a number counts that is itself the size of something: 床位 of 200张床位以上的养老机构."""
SIZED = re.compile(
    r"[\d.\-—~～至到万余多]+[\u4e00-\u9fff]{1,6}?(?:以上|以下|左右|以内)?的(?=.{2,})"
)
"""The size of those counted in front of what they are: 1所|200张床位以上的养老机构."""
_PREDICATES = lexicon(
    """
    签约落地 签约 落地 开工建设 开工 竣工投产 竣工 投产 正式 全面 全部 实现 完成 达到 取得
    进行 实施 开展 获得 获评 获批 建成投用 建成使用 建成 投入使用 投入 交付使用 交付
    对外开放 开放 运营 投用 具备 提供 新配备 配备 成立 组建 参与 参加 纳入 上线 通过
    列入 有效 扎实 深入 加快 顺利 如期 有序 启动 稳步 基本 投向 入驻 落户 得到 予以 给予 申报 进入
    展开 除险加固 加固 不同程度 普及
    上市 晋升 入选 荣获 形成 达标 率先 已 均 分别 将 提升 增长 达 接入 受益 入库 使用 创建
    推进 支持 用于 保持 改造提升 提升改造 升级改造 整治提升 改造升级 改造 整治 更新 建设
    维修 治理 修复 回迁 覆盖 合并 重整 微更新 微改造 设立 新增
    好于 高于 低于 快于 陆续 相继 普遍 得以 升格 转为 变为 成为 开始 免征 减征 免收 被认定 被评
    减贫摘帽 脱贫摘帽 摘帽 被列 被纳入 被授予 被命名 被确定 乔迁 入住 迁入 搬入 首次 补助了 中有
    成功 提前 圆满 惠及 帮助 扶持 用来 正在 逐一 逐项 逐个 逐户 限期 销项 销号
"""
)
_DOES = lexicon(
    """
    享受 领取 填补 装车 装机应用 通了 整合优化 整合为 整合成 优化为 合并为 发展到 发展至 都能
    均能 也能 就能 都有 均有 都要 均要 都是 都得到 都享受 不动摇 经过 受到 遭受 荣登 跻身 位居
    位列 排名 居全 列全
    居世界 领跑 晋级 入围 上榜 出列 摘得 摘取 斩获 夺得 捧回 荣膺 喜获 面向 聚焦 围绕 瞄准 涉及
    来自 出台 印发
    投放市场 走向 走出 走进 亮相 问世 下线 首飞 交船 并网 通车 通航 通水 通气 通电 开航 开业
    开馆 开园 开街 开机
    开播 开幕 开班 揭牌 授牌 挂牌 挂网 转正 升级为 更名 改制为 改为 转型为 接续 惠民惠 得益 受惠
    缓解 摆脱 告别 迈入
    进驻 奔赴 赶赴 支援 参军 参战 参演 参展 参赛 参训 参评 出席 到会 来访 先后 相互 互相 纷纷
    争相 竞相 同时 随即
    得了 有了 换了 用上 住上 喝上 吃上 走上 过上 享有 拿到 领到 收到 看到 大幅 大幅度 显著 有所
    赢得 搬进 来我国 来华 来访 换来 带来 创造了
    打破 超过 突破 不少于
    不低于 为主 解决了 作为 均衡发展 全覆盖 实行 缺乏 存在 面临 停产 停业 破产 关闭 被关闭 倒塌 受灾
    受损 受淹 逾期
    资助了 退出 拔地而起 动工 初具 被 赴 联点 领衔 广泛参与 广泛开展
    进展顺利 进展良好 入乡 进村 入户 分离移交 脱贫出列 实现脱贫 稳定脱贫
    """
)
"""What those counted do; with nothing before it such a verb is all that is said of them."""
_ADVERBS_INSIDE = lexicon("集中 统一 免费 共同 同步 整县 整区 整市 整镇 整乡 整村")
"""Adverbs that also stand inside a name (集中居住区)."""
_ACROSS = frozenset(
    [
        "人均",
        "年均",
        "户均",
        "日均",
        "月均",
        "亩均",
        "平均",
        "收入",
        "发达",
        "不通",
        "下线",
        "机组",
        "机构",
        "结构",
        "架构",
        "小组",
        "未覆",
        "植被",
        "棉被",
    ]
)
"""Words whose end looks like the beginning of a predicate (均, 入住, 组建)."""
_REMARK_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff”])（(?![^（）、]{1,4}、)[^（）]{6,}）")
_TIME_INSIDE = re.compile(rf"{INNER_TIME.pattern}|全年(?![龄级])|[上下]半年")
_NOUN_ENDS = re.compile(
    r"[，。；,;（(：:”]|(?<=[院校业团司位])与(?=[^，。；、]{2,12}(?:开展|签订|签署|建立|结成|达成))"
    r"|(?<=[员才生师部])到(?=[^，。；]{2,20}(?:攻读|学习|进修|工作|支教|服务|任职|挂职|深造|交流))"
    r"|(?<=居民|群众|农民|村民|牧民|职工)的?(?=(?:住房|居住|生活|用水|饮水|用电|出行|就医)[^，。；、]{0,6}(?:条件|水平|环境|质量)(?:得到|有|显著|明|大幅|进一步|不断|持续|提升|改善))"
    r"|的(?:目标|任务|要求)(?!书)|(?<=企业|公司|单位|园区|集群|基地|乡镇|城市)(?:(?:营业|销售|主营业务)?收入|总?产值|税收|利润|增加值)(?=均?(?:超|达|突破|过)|$)"
    r"|(?<=企业|公司|单位|园区|集群|产业|乡镇)(?:过|超过?|逾)[\d.百千万亿]+元(?:大关)?(?=$|[，。；、])"
)
"""What a counted noun ends before: a mark, or a measure of its own (营业收入超百亿元)."""
_CONDUCTS = lexicon("开展 进行 实施 启动 参与 参加 获批 列入 纳入 申报 承担 入选 获评 推进")
_NAMED = re.compile(
    r"(?=[试示先基讲论研培])(?<=.{4})(?:试点|示范区|试验区|先导区|先行区|基金|讲座|论坛|研修班|培训班)"
)
"""Heads of a name that may hold verbs: 服务业扩大开放试点."""
_PURPOSED = re.compile(r"(?=[项重])(?<=.{4})(?:项目|重点[县区市镇乡村])")
"""Heads named for what is done: 产能提升重点县; before them a verb needs an agent to be one."""
_AGENT = re.compile(
    r"(?:企业|公司|集团|单位|机构|学校|医院|家庭|园区|集群|基地|[产行]业|项目|平台|中心|[国省市州县区乡镇村社户人员者户个家所])$"
)
_BUYERS = re.compile("(?:群众|居民|农民|村民|职工|农户|家庭|老人|学生|人员|人口)$")
_MADE_BY = re.compile(
    r"(?:政府|社会力量|社会|民间|集体|企业|个人|外商)(?:[举兴创主开]办|投资|出资)的(?=..)"
)
"""A relative clause that stays with its noun: 政府举办的机构."""
_IN_STATE = re.compile(
    r"(?:上市|挂牌|签约落地|签约|落地|落户|入驻|入库|在库|入统|开工建设|开工|竣工投产|竣工|投产|投用|达标|停产|破产|改制|免征)的?"
    r"(?:企业|公司|项目|工程|机构|单位|商户|集团|园区|门店|产品)(?![\u4e00-\u9fff]*?(?:竣工|开工|投产|落地|上市|签约))"
)
"""Those counted named by what they did: 上市企业."""
_NO_NOUN = re.compile(
    rf"{AND}|作为|[于在](?=\d|[今明]年|年[底内中]|[上下]半年|第?[一二三四]季度)|[为是](?!民|农|企|老|侨|军)|被|系(?!统|列)|属于|可以|能够|都|均(?!衡|价)|有(?=助|利|望)|[，。；、,;:：）)（(以而且等—]"
)
_MARKS = "，。；、,;:：）)（(—"
_PURE_VERBS = Lexicon(VERBS - NOUN_VERBS)
_SAID_OF = Lexicon(_PREDICATES | _DOES)
_STATED = Lexicon(_PREDICATES - NOUN_VERBS)
_PREDICATE_BEGINS = frozenset("在要能可应须获服").union(
    word[0]
    for words in (_PREDICATES, _DOES, _CONDUCTS, VERBS, NOUN_VERBS, _ADVERBS_INSIDE)
    for word in words
)
_TASK = re.compile(
    r"(?<!重点)(?<!重大)(?<!大型)(?<!基本)的?(?:改造提升|提升改造|升级改造|整治提升|综合整治|改造升级|更新改造|新建改建|改造"
    r"|(?:标准化|规范化|数字化|智能化|一体化)?建设|成套改造|(?<=..)(?!适老)[\u4e00-\u9fff]{2}化改造|整治"
    r"|改扩建|(?<=..)安装|更新|维修|治理|修复|创建)(?:和养护|任务|工程|工作)?$|(?<=..)工作$"
)
_DEED_OF = re.compile("的(?:试点|改革|新建|扩建|改扩建)(?:工作|任务)?$")
_TASK_ENDS = frozenset("装点革造升级治设新修理复建护务程作")
_IN_THE_YEAR = re.compile("(?<=..)(?:全年|年内|当年)$")
_ONWARD = re.compile(
    r"(?:提高|提升|增加|上升|下降|减少|扩大|缩小|调整|增长|扩增|增|升|降|降低|压缩|缩短|发展|猛增|回升|回落|跃升|攀升|跃增|激增|扩展|压减|锐减|飙升)(?:[了到至为]|$)"
    r"|(?:整合|优化|合并|归并|精简|撤并|重组)+(?:[为成到至]|$)"
)
FRAME = re.compile(
    r"^的?(?:较[高低快好]|合理|中高|预期|[十百千万亿]+元?级)?(?:比例|速度|幅度|标准(?![厂化地])|规模(?!以上|化)|水平|目标|要求|份额|办法|新?台阶|大关)"
)
_MODALS = frozenset("要能可应须获")
_MAY_GOVERN = _MODALS | {"服"}
_HAS_MODAL = lexicon(
    """
    主要 重要 需要 必要 首要 次要 摘要 纲要 紧要 险要 功能 智能 性能 职能 技能 节能 产能 储能 动能
    势能 光能 热能 核能 风能 潜能 效能 机能 赋能 氢能 电能 万能 才能 耗能 用能 供能 阳能 可能 许可
    认可 反应 供应
    效应 相应 适应 响应 感应 对应 捕获 查获 缴获 收获 抓获 破获 截获 起获 拿获 不要 都能
    """
)
"""Words that end like a modal verb."""
_SERVICE, _LIFTED_OUT = 4, 4
_PLACES = frozenset("县村镇乡市区校")
_LOCATIVE = re.compile(r"(?:上|(?<![高初集空])中|方面|领域|标准化|规范化)$")
_LOCATIVE_ENDS = frozenset("上中面域化")


def following(after: str) -> str:
    """The noun phrase right after a number: 配套项目 in 77个配套项目签约落地, or nothing."""
    words = after.lstrip()
    if not words or words[0] in _MARKS:
        return ""
    if after[0] == "\n" and opening_verb(words, skip_adverbs(words, 0)):
        return ""
    words = words[1:] if words.startswith("的") else words
    if size := _SIZE.match(words):
        return size[1]
    relative = _RELATIVE.match(words)
    words = words[relative.end() :] if relative else words
    if not words or _NO_NOUN.match(words) or _ONWARD.match(words) or FRAME.match(words):
        return ""
    words = _REMARK_INSIDE.sub("", words) if "（" in words else words
    hidden = hide(words)
    year = _TIME_INSIDE.search(hidden, 2) if "年" in hidden else None
    stop = year.start() if year else len(words)
    end = _NOUN_ENDS.search(hidden, 0, stop)
    stop = end.start() if end else stop
    stop = _predicate_at(hidden, stop)
    phrase = clean(words[:stop])
    phrase = phrase[:-1] if phrase[-1:] == "为" and not phrase.endswith("行为") else phrase
    phrase = _LOCATIVE.sub("", phrase) if phrase[-1:] in _LOCATIVE_ENDS else phrase
    phrase = phrase.removesuffix("脱贫") if len(phrase) > _LIFTED_OUT else phrase
    if is_stray(phrase):
        return ""
    phrase = without_task(_IN_THE_YEAR.sub("", phrase) if "年" in phrase else phrase)
    return phrase if len(phrase) > 1 or phrase in _PLACES else ""


def _predicate_at(hidden: str, stop: int) -> int:
    """Where the predicate of a noun phrase begins that ends before ``stop``, else ``stop``."""
    name = _NAMED.search(hidden, 0, stop)
    purposed = _PURPOSED.search(hidden, 0, stop)
    made = _MADE_BY.match(hidden) or _IN_STATE.match(hidden)
    for position in range(made.end() if made else 0, stop):
        if hidden[position] not in _PREDICATE_BEGINS:
            continue
        if hidden[position] == "购" and _BUYERS.search(hidden, 0, position):
            return position
        if hidden.startswith("化改造", position - 1):
            continue
        named = name is not None and position < name.start() and (position > 0 or name[0] != "基金")
        if position > 1 and _is_place(hidden, position):
            return position
        if purposed and 1 < position < purposed.start() and not _does(hidden, position, purposed):
            length = _STATED.at(hidden, position)
            named = True
        else:
            stated = _SAID_OF if position > 1 else _PREDICATES
            length = (_CONDUCTS if named else stated).at(hidden, position)
        if not length and not named and 1 < position < len(hidden) - 3:
            length = _PURE_VERBS.at(hidden, position)
        if position > 1 and not length and (done := NOUN_VERBS.at(hidden, position)):
            length = done if hidden.startswith("了", position + done) else 0
        if length and not (
            is_compound(hidden, position, position + length)
            or (position and hidden[position - 1 : position + 1] in _ACROSS)
        ):
            return position
        if (
            position > 1
            and hidden[position] in _MAY_GOVERN
            and (_is_modal(hidden, position) or _serves(hidden, position, stop))
        ):
            return position - (hidden[position - 1] in "又也还就均")
        inside = position > 1 or (position == 1 and hidden[0] in _PLACES)
        adverb = _ADVERBS_INSIDE.at(hidden, position) if inside else 0
        governed = skip_adverbs(hidden, position + adverb)
        if adverb and (opening_verb(hidden, governed) or _CONDUCTS.at(hidden, governed)):
            return position
    return stop


def _does(hidden: str, position: int, purposed: re.Match[str]) -> bool:
    """Whether an agent stands before the verb at ``position``, and more than a head behind it."""
    if not _AGENT.search(hidden, 0, position):
        return False
    return position + ACTING.at(hidden, position) != purposed.start()


def _is_place(hidden: str, position: int) -> bool:
    """Whether 在 with a place stands at ``position``."""
    return (
        hidden[position] == "在"
        and hidden[position - 1] not in "存现所"
        and not WHOLE.at(hidden, position)
    )


def _is_modal(hidden: str, position: int) -> bool:
    """Whether 要, 能, 可, 应 or 获 with what it governs stands at ``position``."""
    if hidden[position] not in _MODALS or hidden[position - 1 : position + 1] in _HAS_MODAL:
        return False
    if hidden[position] == "获":
        return not hidden.startswith("获得感", position)
    if WHOLE.at(hidden, position):
        return False
    return opening_verb(hidden, skip_adverbs(hidden, position + 1)) > 1


def _serves(hidden: str, position: int, stop: int) -> bool:
    """Whether those counted serve somebody: 特派员服务县域."""
    return (
        hidden.startswith("服务", position)
        and hidden[position - 1] in "员家队者才"
        and stop - position > _SERVICE
        and not is_compound(hidden, position, position + 2)
    )


def without_task(phrase: str) -> str:
    """The thing itself where a phrase ends in what is done to it: 老旧小区改造工程."""
    if phrase[-1:] not in _TASK_ENDS:
        return phrase
    if "的" in phrase and (deed := _DEED_OF.search(phrase)):
        return phrase[: deed.start()]
    thing = clean(_TASK.sub("", phrase))
    return thing if len(thing) > 2 and thing[-1] != "化" else phrase
