"""What a clause without a number does, and to what: its verb and the phrase that it acts on.

A clause opens with its verb (推进河岸更新), with what the verb is done to (将河道纳入管护,
对企业开展培训), with a setting (在港区建设码头, 通过培训提升技能) or with its subject
(港口建设加快推进, 港务局要修订章程). Codebook sections 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import tee

from policydiff.commitments.edges import clean
from policydiff.commitments.indicators import Measured
from policydiff.commitments.lexicon import ACTING, DEEDS, NOUN_VERBS, lexicon
from policydiff.commitments.masking import hide
from policydiff.commitments.patterns import beginning
from policydiff.commitments.things import bare_thing, ends_in_task, without_manner
from policydiff.commitments.verbs import (
    BEGINS,
    DISPOSAL,
    DISPOSAL_BEGINS,
    SETTING,
    SETTING_BEGINS,
    skip,
    verb_at,
    verb_of,
)

_MARKED = re.compile(
    r"(?=[在中上下内里间方领环基层地区行角入])(?:在全[国省市区县州]|中(?![央国心小等华共西部学医东])|[上下内里间](?![市级游海半内]|[部岗]位)|方面|领域|环节|基础上|层面|地区|区域|行业|角度|入手)"
)
"""Where a setting with 在 or 从 may end."""
_PASSED = re.compile(
    r"通过.*(?:评估|验收|检查|复[评审查检核]|考核|认证|评审|审查|核查|审计|评定|测评|条例|法|决议)$"
)
_DISPOSED = re.compile(
    r"(?<=.)(纳入|列入|融入|编入|并入|注入|引入|打造成为?|打造为|建设成为?|建成|发展成为?|培育成为?|发展为|培育为|转化为?|转变为|转为|变为"
    r"|作为|调整[为到]|转换为|替换为|降到|减到|放[到在]|定义为|定位为|落实到|落实在|落到|摆在|放在|摆到|贯穿|引向|送到|扛在|扛起|提升[到至为]|提高[到至]|控制在|延伸[到至]|扩大[到至]|推向|推广到"
    r"|交给|留给|用于|投向|移交|下放|结合起来|统一起来|调动起来|统筹|列为|确定为|升级为|打造|成为|与[^，]{2,24}(?:挂钩|相?结合|融合|衔接))"
)
_SCOPED = re.compile(r"(?:在|对|要?从|要在)[^，,]{2,40}[，,]")
_TO = re.compile(r"(?<=..)[成为到至在]+$")
_IN = re.compile(r"(?:过程|工作)?(?:上|中|方面|领域|环节)$")
_MODAL = re.compile(r"(?:都|也|还|仍)?(?:要|将|应当?|必须|拟|可以|不得|一律)$")
_TREATED = re.compile(r"对(.{2,}?)(?:进行|予以|加以|给予)了?(.{2,})$")
_MEANS = re.compile(r"(?:各类|各方面?|有限)?(?:资金|力量|资源|财力|政策)")
_MEANS_OF = lexicon("通过 借助 依托 利用 运用 采取 采用 结合 围绕 聚焦 凭借")
_WITH = lexicon("合作 对接 交流 互动 联动 协作 对话 协商 沟通")
_SLOGAN = re.compile(
    r"(?:继续|努力|更好|切实|力争|率先|奋力)*(?:打头阵|走在前列?|争先|勇争先|作示范|做示范|做表率|当先锋|走在.{0,6}前列?|迈出.{0,8}步伐?"
    r"|取得.{0,8}(?:进展|突破|成效|成果|经验)|实现.{0,4}(?:提升|突破|跨越|作为)|有.{0,3}(?:作为|突破|进展|提升)|形成更多经验|持续发力|下功夫|见实效)$"
)
"""Ends of clauses whose object stands in their setting: 在港口升级上取得新进展."""
_SUBJECT_ACTS = re.compile(
    r"[^，]{2,24}?(?:都|也|还|仍)?(?:(?<![需主重必只首])要(?![求素点件塞道闻])|将(?![军士领])|应当?|必须|拟|可以|不得|一律)(?=..)"
)
_MODALS = re.compile("[要将应必拟可不一]")
_DID = re.compile(r"[\u4e00-\u9fff]{2}(?=了)")
_REACHED = re.compile(
    r"(?<=..)(?<!的)(取得|实现|完成|达到|保持|维持|成为|迈上|迈出|迈入|迈向|进入|纳入|列入|入选|获评|荣获|获批|获得|突破|不(?:高|低)于|高于|低于|快于|好于"
    r"|位居|跃居|稳居|居于|居(?=[全世各首第]|前)|位列|走在|跻身|落户|落地|投入(?=使用|运营|试运营|生产|运行)|建成|开工|竣工|投产|通车|开通|得到"
    r"|受到|超过|呈现|迎来|开启|提升[至到]|提高到|上升[至到为]|升级为|扩大[到至]|延伸至|覆盖(?![面率])|惠及|达(?=[^成标])|创(?=历史|[^新造业建]*新高|下|出)|创下"
    r"|形成|建立|走[上出]|转向|让位|让.{1,6}受益|被授予|被评为|被列为)了?(.*)$"
)
_REACHED_BEGINS = frozenset(
    "取实完达保维成迈进纳列入获荣突不高低快好位跃稳居走跻落投建开竣通得受超呈迎提上升扩延覆惠创形转让被"
)
_REACHED_FROM = beginning(_REACHED_BEGINS, _REACHED)
_FROM = re.compile(r"(?<=..)[从由][^，]{2,16}$")
_FINAL = re.compile(
    r"(?<=..)(?:取得(?:突破|成效|进展|实效)|做大做强|做[强优]做[优大强]|走深走实|落地见效|见行见效|落地落实|提质[增扩][效容]|提档升级|转型升级|上新?台阶"
    r"|有[^，]{0,4}(?:突破|进展|提升|改善|发展|提高)|(?:成效|效果|成果|效应|成绩|作用)?(?:完备|成熟|丰富|显著|明显|凸显|彰显|良好|扎实|有力|活跃|均衡|普惠|幸福|美好|领先|优良|优异|合理|健全|充足|稳固|坚实|和谐|发展|增长|进步|好转"
    r"|向好|趋好|上升|下降|回升|提速|增收|增效|见效|到位|运行|运营|揭牌|签约|亮相|推广|融合|开花结果|深入人心|蔚然成风)|[与同][^，]{2,16}(?:同步|相适应|相协调|相匹配)(?:增长|提高)?|更(?:加|为|趋)?[\u4e00-\u9fff]{2,4})$"
)
_FINAL_BEGINS = frozenset(
    "取做走落见提转上有成效作完丰显明凸彰良扎活均普幸美领优合健充稳坚和发增进好向趋下回到运揭签亮推融开深蔚与同更"
)
_FINAL_FROM = beginning(_FINAL_BEGINS, _FINAL)
_FINAL_ENDS = frozenset(
    "优位先全力升合善固备大好实容富展广应异强心惠收效显果步熟牌理相破福约级良营著行衡调谐足跃转速配长阶降风高"
)
"""The characters that a state ends in, but for 更 and what follows it."""
_ONLY_STATES = lexicon(
    """
    完备 成熟 丰富 显著 明显 凸显 彰显 良好 扎实 有力 活跃 均衡 普惠 幸福 美好 领先 优良 优异
    合理 充足 稳固 坚实 和谐 进步 好转 向好 趋好 深入人心 蔚然成风
"""
)
_ASPECT = re.compile(r"了(?!解)|着(?!力|眼|重|手)|好(?!转|于|评|戏|人|事|差)|起来")
_JOINT = re.compile(r"[、和与及并]|并且")
_ASPECT_BEGINS, _JOINT_BEGINS = frozenset("了着好起"), frozenset("、和与及并")
_LIGHT = lexicon(
    """
    推动 推进 促进 加快 加快推进 加速 加速推进 鼓励 支持 引导 组织 探索 帮助 协助 做到 实现 确保
    坚持 稳定 创新 规范 集中 突出 联合 统筹推进 统筹 力促 抓紧 争取 推动实施 推动实现 开始 着眼
    倡导 动员 保证 要求
"""
)
"""Verbs that only carry on or allow what the next verb does: 推动出台条例 is 出台."""
_DRAWS_ON = lexicon("统筹 用好 用足 集中 安排 积极争取 争取 动员 调动 引导")
"""Verbs whose object may be only the means of the next: 统筹资金收购旧船."""
_MENDING = lexicon(
    """
    建立 健全 建立健全 完善 优化 调整 改进 提升 提高 规范 加强 强化 深化 细化 做实 做细 做优
    做强 做大 保护 激发 畅通 拓宽 拓展 构建 培育 发展 壮大 挖掘 打造 建设 管理 盘活 整合 改造
    更新 引进 吸引 集聚 建好 用好 管好 抓好 查处 打击 防范 化解 巩固 扩大 开发 利用
"""
)
"""Verbs that stand side by side with one object: 优化调整布局, 培育壮大企业."""
_TAKES_DEEDS = lexicon(
    """
    建立 健全 建立健全 完善 制定 出台 形成 构建 落实 开展 实施 加强 强化 提高 提升 增强 实行
    推行 做好 抓好 发挥 明确 完成 破除 消除 解决 执行 贯彻 编制 修订 启动 打造 营造 推出 具备
"""
)
"""Verbs whose object may be named by a deed: 建立排查台账, 提高应对能力."""
_NAMED = re.compile(
    r"(?:政策|措施|举措|行动|计划|制度|机制|办法|方案|工程|战略|条例|意见|规定|规划|体系|标准|任务|活动|试点|工作|模式|能力|水平|力度|环境|氛围"
    r"|格局|项目|工作法|清单|平台|路径|方式|法|规则|细则|目标|年|周|月)(?:[（(][^（）()]*[)）])?$"
)
_DESCRIBED = re.compile(r"[^，的]{2,20}的[^，]{2,}")
_GOES_ON = BEGINS | frozenset("了着好起、和与及并各有资力财政")
"""The characters that may go on a chain of verbs."""


def stated(words: str) -> Measured:
    """The verb and the object of a clause without a number; the action may be empty."""
    hidden = hide(words)
    scope = _SCOPED.match(hidden) if "，" in hidden or "," in hidden else None
    if scope:
        words, hidden = words[scope.end() :], hidden[scope.end() :]
    position, sure, length = skip(hidden, 0)
    measured = _acts(words, hidden, position, verb_of(hidden, position, length, sure=sure))
    if measured is None and position and words[:2] in _LIGHT:
        measured = _chain(words, hidden, 0, 2)
    if measured is None:
        measured = _disposes(words, hidden, position) or _set_apart(words, hidden, position)
    return measured or _says(words, hidden, position)


def _acts(words: str, hidden: str, position: int, length: int) -> Measured | None:
    """The clause read from its opening verb of ``length``, None if it opens with none."""
    if not length or (hidden.startswith("通过", position) and not _PASSED.match(hidden, position)):
        if (
            not length
            and words[position : position + 2] in NOUN_VERBS
            and len(hidden) > position + 4
        ):
            return _noun_or_verb(words, hidden, position)
        return None
    return _chain(words, hidden, position, length)


def _noun_or_verb(words: str, hidden: str, position: int) -> Measured:
    """建设平台 acts, where no predicate follows; 建设水平持续提升 does not."""
    said = _says(words, hidden, position)
    if said.action or said.indicator != bare_thing(words[position:]):
        return said
    return _chain(words, hidden, position, 2)


def _chain(words: str, hidden: str, position: int, length: int) -> Measured:
    """The first verb of a chain that is more than a carrier, and what stands behind the chain."""
    verb, end = words[position : position + length], position + length
    action = verb
    while end < len(hidden) and hidden[end] in _GOES_ON:
        aspect = _ASPECT.match(hidden, end) if hidden[end] in _ASPECT_BEGINS else None
        end = aspect.end() if aspect else end
        joint = _JOINT.match(hidden, end) if hidden[end : end + 1] in _JOINT_BEGINS else None
        start = joint.end() if joint else end
        means = _MEANS.match(hidden, start) if verb in _DRAWS_ON else None
        start = means.end() if means and verb_at(hidden, means.end()) else start
        if joint:
            at, length = start, verb_at(hidden, start)
        else:
            at, sure, length = skip(hidden, start, inside=True)
            length = verb_of(hidden, at, length, sure=sure)
        if not length:
            break
        following, rest = hidden[at : at + length], hidden[at + length :]
        if not _goes_on(verb, following, rest, bool(joint), at > start):
            break
        if not joint and (verb in _LIGHT or verb in _DRAWS_ON):
            action = following
        verb, end = following, at + length
    if action in _LIGHT:
        disposed = _disposes(words, hidden, end)
        if disposed:
            return disposed
    return Measured(bare_thing(words[end:]) or clean(words[position:]), action)


def _goes_on(verb: str, following: str, rest: str, joint: bool, manner: bool) -> bool:
    """Whether ``following`` is the next verb of a chain, not the beginning of its object."""
    if len(rest) < 2 or rest in DEEDS:
        return False
    if joint:
        return following not in DEEDS or verb in DEEDS
    if rest[0] == "、" or following == "严格" or (manner and following in DEEDS):
        return False
    if verb in _LIGHT:
        ends_in_verb = rest[-2:] in ACTING or ends_in_task(rest)
        return following not in DEEDS or not ends_in_verb
    if following in DEEDS or (verb in _TAKES_DEEDS and _NAMED.search(rest, max(0, len(rest) - 12))):
        return False
    if verb in _MENDING and following in _MENDING:
        return True
    return (
        verb not in _TAKES_DEEDS
        and not _NAMED.search(rest, max(0, len(rest) - 12))
        and not _DESCRIBED.match(rest)
    )


def _disposes(words: str, hidden: str, position: int) -> Measured | None:
    """把/将/使/让: the thing is named first, then what is done to it."""
    if hidden[position : position + 1] not in DISPOSAL_BEGINS:
        return None
    opening = DISPOSAL.match(hidden, position)
    if not opening:
        return None
    start = opening.end()
    done = _DISPOSED.search(hidden, start + 1)
    if done:
        action = _TO.sub("", done[1]) if done[1][0] not in "与作成" else done[1][:2]
        thing = without_manner(words[start : done.start()])
        if action.startswith("与"):
            thing, action = words[start : done.end() - len("结合")], done[1][-2:]
        return Measured(bare_thing(thing), action)
    said = _says(words, hidden, start)
    if said.action:
        return said
    for at in range(start + 2, len(hidden) - 1):
        length = verb_at(hidden, at)
        if length and hidden[at : at + length] not in NOUN_VERBS:
            return Measured(bare_thing(without_manner(words[start:at])), words[at : at + length])
    return Measured(clean(words[start:]), "")


def _set_apart(words: str, hidden: str, position: int) -> Measured | None:
    """在, 通过, 依托, 对 …: what is done stands behind the setting."""
    if hidden[position : position + 1] not in SETTING_BEGINS:
        return None
    if not SETTING.match(hidden, position) or _PASSED.match(hidden, position):
        return None
    treated = _TREATED.match(hidden, position)
    if treated:
        return Measured(clean(words[slice(*treated.span(1))]), words[slice(*treated.span(2))][-2:])
    if hidden[position] in "与同和" and hidden[-2:] in _WITH:
        return Measured(clean(words[position + 1 : -2]), words[-2:])
    ends = (
        [mark.end() for mark in _MARKED.finditer(hidden, position)][:6]
        if hidden[position] in "在从"
        else []
    )
    for end in ends:
        if _SLOGAN.match(hidden, end):
            inside = words[position + 1 : end]
            return stated(_IN.sub("", inside))
    if ends:
        marked = ((end, *skip(hidden, end)) for end in ends)
        found = _behind(words, hidden, position, marked, lazy=False)
        if found:
            return found
    places, again = tee(
        (at, *skip(hidden, at))
        for at in range(position + 2, len(hidden) - 1)
        if hidden[at] in BEGINS and hidden[at - 1] not in "的、和与及或党会"
    )
    mannered = (place for place in again if place[2])
    found = _behind(words, hidden, position, mannered, lazy=True) or _behind(
        words, hidden, position, places, lazy=True
    )
    if found is None and hidden[position] == "对" and hidden[-2:] in ACTING:
        return Measured(bare_thing(without_manner(words[position + 1 : -2])), words[-2:])
    return found or (_says(words, hidden, ends[0]) if ends and ends[0] < len(hidden) - 2 else None)


def _behind(
    words: str,
    hidden: str,
    position: int,
    places: Iterable[tuple[int, int, bool, int]],
    *,
    lazy: bool,
) -> Measured | None:
    """The first verb at one of ``places`` behind the setting at ``position``, with its object.

    A place is where the setting may end and what ``skip`` finds there; ``lazy`` says that
    nothing marks that end.
    """
    for at, to, sure, length in places:
        length = verb_of(hidden, to, length, sure=sure)
        verb = hidden[to : to + length]
        if (
            not length
            or (verb in DEEDS - {"创造"} and not sure and lazy)
            or len(hidden) - to - length < 2
        ):
            disposed = _disposes(words, hidden, to) if to < len(hidden) else None
            if disposed:
                return disposed
            continue
        if lazy and not sure and hidden[position : position + 2] in _MEANS_OF and at - position < 4:
            continue
        return _chain(words, hidden, to, length)
    return None


def _says(words: str, hidden: str, position: int) -> Measured:
    """A subject and what is said of it: its last verb, or the state that it is in."""
    done = _DID.search(hidden, position + 2) if "了" in hidden else None
    if done and verb_at(hidden, done.start()) and len(hidden) > done.end():
        return _chain(words, hidden, done.start(), 2)
    acting = _SUBJECT_ACTS.match(hidden, position) if _MODALS.search(hidden, position) else None
    if acting:
        at, _, length = skip(hidden, acting.end())
        length = verb_of(hidden, at, length, sure=True)
        if length > 1 and len(hidden) - at - length > 1:
            return _chain(words, hidden, at, length)
        disposed = _disposes(words, hidden, at)
        if disposed:
            return disposed
        if length > 1:
            subject = _MODAL.sub("", words[position : acting.end()])
            return Measured(bare_thing(subject), words[at : at + length])
    reached = _REACHED_FROM.search(hidden, position)
    if reached and not _DESCRIBED.match(
        hidden[reached.end(1) :] if reached[1] in {"形成", "建立"} else ""
    ):
        subject = without_manner(words[position : reached.start(1)])
        verb = words[reached.start(1) : reached.end(1)]
        subject = _FROM.sub("", subject)
        if verb in {"得到", "受到", "获得"} and hidden[-2:] in ACTING:
            verb = words[-2:]
        if len(subject) > 1:
            return Measured(bare_thing(subject), verb)
    may_state = hidden[-1:] in _FINAL_ENDS or "更" in hidden[-6:]
    final = _FINAL_FROM.search(hidden, max(position, len(hidden) - 20)) if may_state else None
    if final:
        subject = without_manner(words[position : final.start()])
        verb = words[final.start() :]
        if verb[0] == "更" and verb[-2:] in ACTING:
            verb = verb[-2:]
        elif verb[-2:] in _ONLY_STATES or verb[0] in "更与同有":
            verb = ""
        nominal = verb in NOUN_VERBS and len(subject) == final.start() - position
        if len(subject) > 1 and not nominal:
            return Measured(bare_thing(subject), verb[:2] if verb.startswith("取得") else verb)
    verb = words[-2:]
    if len(hidden) - position > 4 and verb in ACTING:
        subject = without_manner(words[position:-2])
        if verb not in NOUN_VERBS or len(subject) < len(words) - position - 2:
            return Measured(bare_thing(subject), verb)
    return Measured(clean(words[position:]), "")
