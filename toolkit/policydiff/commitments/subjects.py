"""The noun phrase before a number: what it measures (codebook sections 1 and 3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydiff.commitments.counted import FRAME
from policydiff.commitments.edges import DIGITED_YEAR, WHOLE, clean, strip_end, strip_lead
from policydiff.commitments.lexicon import (
    ADVERBS,
    COMPOUND_TAIL,
    NOUN_VERBS,
    lexicon,
    opening_verb,
)
from policydiff.commitments.masking import hide
from policydiff.commitments.measures import MEASURE_HEAD, is_bare, is_stray
from policydiff.commitments.model import Measure
from policydiff.commitments.patterns import any_of
from policydiff.commitments.quantities import Found
from policydiff.commitments.vocabulary import vocabulary

_SHARE = Measure.SHARE
_AGAINST = re.compile(
    rf"[，,]?(?:[比较同与]|相比于?)(?:[上去前]一?年|上一?个?[^，]{{1,3}}年|[“\"]?[一二三四五六七八九十]{{1,3}}五[”’\"]?(?:末期?|初|期[末初])?|{DIGITED_YEAR}年|计划|目标|现在|目前|年[初底末]|[^，]{{1,12}}?年|(?:上年|去年)?(?:第?[一二三四]季度|[上下]半年|前[一二三]个?季度)|[一二三四五六七八九十两\d]+年[之以]?前|[^，比较]{{1,8}}?(?:之初|之前|以前|(?<![提当目])前)"
    r"|[^，的]{2,9}(?:期间|时期)的?)"
    r"(?:同期|末|底|实际|平均|预算|计划|水平|年初|年末|执行数|决算|[增减]?产)*(?:相比)?(?=[，,]?(?:净增|新增)?$|(?:平均)?每年)"
)
_GOES = """
    增加 提高 上升 下降 减少 扩大 缩小 降低 增长 发展 上涨 跃升 攀升 回落 回升 增 升 降 减 缩短
    调整 压减 扩展
    壮大 提升 扩 调 猛增 激增 扩增 压缩 精简 改"""
_SET_OUT = re.compile(
    rf"(?:(?<![现存所正潜])[由从自在](?:{DIGITED_YEAR}年|[上去前今]年|年初|现在|目前|[五六七八九]十年代|[“\"]?[一二三四五六七八九十]{{1,3}}五[”’\"]?[末初])?(?:末|底|初)?(?:预计|实际|计划)?的?"
    rf"|(?:{any_of(_GOES)})?[到至为](?:{DIGITED_YEAR}年|[今去上前明]年|现在|目前|当前|年[底末初])(?:末|底|初)?(?:预计|实际|计划)?的|比?(?:{DIGITED_YEAR}年|[上去前]年)的|比[“\"]?[一二三四五六七八九十]{{1,3}}五[”’\"]?(?:期末|末期?)的)$"
)
_CIRCUMSTANCES = re.compile("[比较同与相G其中由从自到至为年在等和及、队带]")
"""One of which stands in all that ``_without_circumstances`` leaves out."""
_COMPARES = re.compile("[比较同与相]")
_SET_OUT_ENDS = frozenset("由从自在年代初末底的计划际前")
_THAN = re.compile(
    r"(?<=..)比[^，比]{0,10}(?:平均|总体|同期|增速|增幅|水平|速度)[^，]{0,4}(?=(?:分别|各|均|要|还)*$)"
    r"|(?<=..)比(?:全[国省市区县州]|其他|[东中西]部)[^，]{0,8}(?=(?:分别|各|均|要|还)*$)"
)
"""The others that a growth is compared with: 比各项贷款平均增速高2个百分点."""
_SETTING = re.compile(r"在[^，]{2,30}?(?:基础上|情况下|条件下|年景下|前提下)|在[^，]{0,8}执行中")
_AWAY = re.compile(
    "^(?:先后)?(?:分别)?(?:赶?赴|前往|到|在|走进)[^，]*?等(?:地区?|省[市区]?|市|国)(?=..)"
)
_STAGES = re.compile(
    "^(?:在建|建成|已建|续建|投用|运营|拟建)[和及、与](?:在建|建成|运营|投用|续建|拟建)的?(?=..)"
)
"""How far those counted are: 在建和运营装置7个."""
_RECEIVES = re.compile("^获(?=[省市国部][^，]{0,2}[级奖]|全[国省市]|市?级)")
_STABLE = re.compile("(?<=[率重例比])(?:稳定|总体|基本)$")
_AMONG = re.compile(
    r"^(?:全年|今年)?[在从][^，中\d]{0,8}[\d一二三四五六七八九十]+[个家项名户件][^，]{1,16}?中(?=..)"
)
"""Those that some are chosen from: 在16个候选村中评选示范村."""
_OF_A_GOAL = frozenset(["的目标", "的预期", "的计划", "的任务"])
_COMPARED = re.compile(
    r"^(?:是|约为|相当于|等于|这[一个]?个?(?:速度|增速|水平|比例|数字)|上述(?:速度|水平))"
)
_COMPARED_BEGINS = frozenset("是约相等这上")
_WHOLE = re.compile(
    r"(?<=.{2})(?:稳定|保持|维持)?(?:为|是|占|在)全[国省市区县州](?!.*(?:比重|比例|份额)$).*$"
)
_FROM_TO = re.compile(r"从.{2,12}?到.{2,14}?(?=整体|平均|总体|全流程)")
_TAKING = re.compile(
    r"^(?:增速|增幅|涨幅|降幅)?(?:大大|远远|明显|略|还|也|均|都|继续|仍|始终|持续)*(?:超过|高于|快于|低于|好于|优于|慢于|大于|小于|领先于?|落后于?|高出|低出|超出|快过)了?"
)
_DIFFERS = frozenset(["多", "多出", "少"])
"""Changes of which what is compared with stands in the words that lead to the number."""
_OF_THE_OTHER = re.compile("(?:左右|以上|以内)?的(?:速度|增速|幅度|增幅|水平)")
_NEARS = re.compile(r"(?<=..)(?:已|已经)?(?:接近|超过|相当于)[^，]{2,16}的$")
_MORE_THAN = re.compile(
    r"比(?:[去上前同全预计目现原“]|国家|规定|上级|年初|\d|[一二三四五六七八九]|$)"
)
_BUILT = re.compile(
    r"(?<=.{3})(?:新建)?(?:建成投用|建成通车|建成|通车)$|(?<=..)(?:建成)?投入(?:运营|运行|使用)$|(?<=.{3})投产$"
)
_PERIOD = re.compile(
    r"^(?:[^，]*的)?(?:[“\"]?十?[一二三四五六七八九十]五[”’\"]?(?:计划)?(?:时期|期间)"
    rf"|(?:{DIGITED_YEAR}年?[和、至到])*{DIGITED_YEAR}年?(?:[两三四五]年)?)$"
)
"""A time that is spoken of like a thing: “一五”时期增长4%."""
_RELATIVE = re.compile("(?:就业|居住|就读|务工|经商|注册)的")
_PLAN = re.compile(
    r"^(?:[比较同])?(?:原来?|原先|当初|预先|最初)(?:的)?(?:设想|估计|预计|规定|安排|要求)的?$|^(?:(?:增速|增幅|速度)(?=[高低好快慢超]))?(?:高于|低于|好于|快于|慢于|超过?|超出|[塌欠差低高]|落后于?|完成|距)?(?:年度|全年|年初|预期|原定|既定|调控|增长|增速|总量|规划)*(?:目标|计划|预期|预算|任务)的?$"
)
"""What was planned: the subject of a deviation from it is spoken of before."""
_OF_THE_PLAN = re.compile(
    r"(?:[比较]|完成|占|达到?|[为是]|实现|超[额过出]?(?:完成)?)?了?"
    r"(?:年度?|全年|年初|当年|[省市县区州]?[里级]?下达|上级下达|既定|调整后?|总量|增速|增长|规划|预期|任务)*"
    r"(?:计划|目标|预算|任务)(?:任务|数|值)?的?"
)
"""All that is said before the sum that was planned, and before a share of it: 完成年计划."""
_OF_THE_PLAN_ENDS = frozenset("划标算务数值的")
_ASIDE = re.compile(r"[（(](?:下同|GDP)[）)]|^[（(，,]*其中[，,：:]?(?=..)")
"""What is only said in passing: 生产总值（GDP）, （其中，项目."""
_VARIANT = re.compile(r"^[（(](?:不?包括|不?含|扣除|剔除)")
_NATION = re.compile(r"^全[国省市区县州]有?$")
_ETC = re.compile(
    r"(?<![中高初同平对均优相特何我你他])等(?![级次候待额于同高比]|事业费|方面|领域|行业|部门)"
)
_LIST_HEAD = re.compile(r"^.{2,}?(?:能力|产品|项目|指标|工程)(?:主要)?有(?=..)")
_SUMMED_UP = re.compile(
    r"^(?:(?:[^、“”（）]+、)+[^、“”（）]*?(?=[二三四五六七八九十两\d]+大)|(?:[^、“”（）]+、){2,}[^、“”（）]*?(?=“))"
)
"""The members of a list that is summed up behind it: 甲、乙、丙三大产业."""
_ONWARD_INSIDE = re.compile(r"(?<=..)(?:(?:扩大|提高|增加|增|拓展)到[^，]*|从[^，到至]{1,6})$")
_TO_ALL = re.compile("(?:扩大|覆盖|推广|增加|扩展)?到全[国省市区县州]")
_ATTRIBUTE = re.compile(r"^(?:有|具有|具备|符合).*的(?=.{4,})")
_AHEAD = re.compile(
    r"(?<=.{4})(?:高于|低于|快于|好于(?![ⅡⅢⅣIV二三四234])|优于(?!标准|[ⅡⅢⅣIV二三四234])|高出|超出|超过|领先)[^，]*$"
)
_ECONOMY = re.compile(
    r"^(?:.*拉动)?(?:全[国省市区县]|我[国省市区县])?经济(?:增长)?(?:的?预期)?(?:目标)?$"
)
_REMARKED = re.compile(
    r"（(?:按|含|不含|包括|其中|即|指|不包括)[^（）]*）$|(?<=..)[（(](?:不含|不?包括|扣除|剔除)[^（）()]*[）)]$"
    r"|(?<=[\u4e00-\u9fff]{3})[（(][A-Za-z][^（）()，。；]*[）)]$"
)
_GLOSS = re.compile("[（(][A-Za-z0-9.]+[)）]")
_REMARK_ENDS = frozenset("）)")
_LONG_ENOUGH = 6
_HOUSED = frozenset("套户座栋处所条")
_RATE_OF_CHANGE = re.compile(
    r"^(?:又|再)?(?:人均|同比|年均)?(?:可比价格?|增长率|增速|增幅|增长速度|降幅|(?<=人均))$"
)
_UNSAID = re.compile("|".join(one.pattern for one in (_RATE_OF_CHANGE, _PERIOD, _PLAN)))
_UNSAID_ENDS = frozenset(
    "再又价格均幅度比率速年期间划务定想排标求的算计一二三四五六七八九零〇○0123456789０１２３４５６７８９"
)
"""What stands before a number and is not what it measures."""
ENTITY = re.compile(
    r"^.{1,24}?(?:产业|(?<![产企就事创毕行作营主物农职])业(?![务绩态主园]|集群|企业)"
    r"|工厂|集团|公司|园区|产业园|开发区|医院|学校|教育|大厦|(?<=[^的]{2})企业(?![家集文孵]))"
)
ENTITY_SIGNS = re.compile("[业厂团司区院校育厦]")
"""One of which every entity ends in."""
_ACTION_NOUN = re.compile(
    r"(?<=.{2})(?:适老化|无障碍)改造$|(?<=.{2})(?<!化)(?:改造|整治|修复|维修|(?:除险)?加固|(?<=住房|住宅|公寓|校舍)建设)$"
)
_ACTION_NOUN_ENDS = frozenset("造治复修固设")
_LONG = frozenset(["公里", "米", "延米", "延长米", "里"])
_WORK_NOUN = re.compile(
    r"(?<=.[路道街巷渠堤线网管沟])(?:新建|改建|扩建|新改建|改扩建|建设|铺设|改造|整治|治理|硬化|维修|疏浚|清淤)$"
)
"""What is done to a thing measured by its length: 农村公路新建40公里."""
_PER_HEAD = ("人均", "户均", "亩均")
_SHARED_OUT = ("面积", "绿地", "耕地", "生产总值", "产值", "产量", "存款", "储蓄")
"""Sums of which a word before the number may tell that it is for each: 绿地面积人均4平方米."""
_MIDDLE = lexicon(
    """
    新增 新增加 增设 扩建 改扩建 建成 引进 拥有 形成 完成 实现 年产 新签约 获得 得到 发放 配备
    聚集 集聚 打造 创建 成立 设立 组建 举办 开展 实施 筹集 吸引 引入 累计完成 铺设 新发现 投入
    开工建设 承办 谋划 进行 签约 达成 产出 新培育 新引进 新认定 安置 帮助 吸纳
    安装 购置 更换 获评 荣获
    新建 加装 安排 下达 拨付 取消 提出 惠及 带动 拉动 撬动 减轻 挽回 涌现 涌现出 批准 追加 承接 推出
    """
)
_MIDDLE_WORD = re.compile(any_of(" ".join(_MIDDLE)))
_EACH = re.compile("(?:每[十百千万]?[人户]|每[十百千万]名[^，、的]{1,6}|人均|户均)$")
_JOINING = frozenset("和及并、")
_LEVEL = re.compile(r"达|突破|超")
_DONE_WITH = re.compile(r"^.*(?:建设|新建|建成|改造)$")
_ADVERB_OF_SHARE = re.compile(r"(?<=..)(?:已经?|就|仍|均|都|只|约)(?=占(?!地|用))")
_RANKED = re.compile(
    r"[^、]*(?:全[国球省市区县]|世界|[居列位名])(?:第[一二三四五六七八九十\d]+[位名]?|前[一二三四五六七八九十百\d]+[强位名]?)、(?=.{2})"
)
_DOUBLED = re.compile(r"(?<=..)(?:实现|连续)?(?:翻番|翻倍|倍增)、?$")
_LED = re.compile(r"[^，的]{2,10}(?:带队|率队|带头)(?:外出|赴外)?(?=.{2})")
_BROUGHT = re.compile(
    r"[^，的]{2,}(?:带动|拉动)(?:全[省市区县]|社会)?(投资|消费|出口|[^，的]{1,4}产值)$"
)
_IN_FULL = re.compile(
    r"(.{2,}?)(?:[一二三四五六七八九十]期)?(?:建成投产|建成投用|建成通车|全面(?:建成|实施|启动|投产|竣工)|竣工投产|投产送电|投产)、([^、]{2,})$"
)
_ONLY_THEY = re.compile(r"[^，的、]{2,12}?(?<![成造])就(?=..)")
_BALANCED = re.compile("(?:盈亏|收支)相抵后?$")
_TOWARDS = frozenset("到至为成")
_SHORTEST = 3
_BECOMING = re.compile(
    r"(?:发展|整合|优化|合并|归并|拓展|扩展|延伸|推广|缩减|压减|撤并|精简|扩容|扩充|充实|浓缩|普及|延长|放宽|推迟|提前|调高|调低|拓宽|加密|前移)+"
)
_BECOMES = re.compile(rf"(?<=..){_BECOMING.pattern}$")
"""The first half of a verb of becoming: 整合为, 发展到."""
_FIXED_OPENERS = lexicon("新开工 新登记 开复工 在建 新签约")
_WORKS = lexicon("新建 续建 改建 扩建 改扩建 新续建")
"""What tells projects from each other where nothing else does: 新建项目7个、续建项目5个."""
_REACHES = lexicon("实现 完成 累计完成")
_PLACED = re.compile("在|[内里中]$")
_GIVER = re.compile("[省市县区州]$|政府$")
_BUILDS = lexicon("新建 建成 安置 安排")
_TOWN_OR_COUNTRY = re.compile("城镇|农村|城市|城乡")
_ABILITY = re.compile("(?:吞吐|生产|供水|处理|装机|综合|接待)?(?:能力|产能|容量|装机)$")


_SERVED = re.compile(
    r"[^，]{2,}?(?<!积极)(?<!持续)(?:推动|促使|带动|助推)([^，的]{3,}(?:率|额|总额|水平|价格|收入|成本|时间|比例|比重|规模|总量))$"
    r"|[^，]*?为(?!民服|农服|企服|老服|侨服)[^，]{1,8}?(?:节约|节省|减轻|降低|减免|减少|提供|争取|挽回)(?![^，]{0,3}率$)([^，]{2,})$"
)
"""Whom something serves or moves before what is measured: 为用户节约成本, 推动解决率."""


def _split_subject(phrase: str) -> tuple[str, str]:
    """The object after the last verb inside ``phrase``, and the owner that stands before it."""
    names = vocabulary().measures
    moves = "动" in phrase or "促使" in phrase or "为" in phrase
    if moves and len(phrase) > _LONG_ENOUGH and (served := _SERVED.match(phrase)):
        return served[1] or served[2], ""
    if "就" in phrase and (only := _ONLY_THEY.match(phrase)) and opening_verb(phrase, only.end()):
        return strip_lead(phrase[only.end() :])[0], ""
    if not _MIDDLE_WORD.search(phrase, 2) or phrase.startswith("每") or phrase in names:
        return phrase, ""
    hidden = hide(phrase)
    for position in range(len(hidden) - 2, 1, -1):
        length = _MIDDLE.at(hidden, position)
        if not length:
            continue
        verb, behind = phrase[position : position + length], phrase[position + length :]
        reached = position > 2 and verb in _REACHES
        bare = reached and all(map(is_bare, behind.removesuffix("的").split("、")))
        if bare or (reached and behind in NOUN_VERBS):
            owner = clean(strip_end(strip_lead(phrase[:position])[0]))
            owner = _BALANCED.sub("", owner) if "相抵" in owner else owner
            return owner + behind, owner if bare else ""
        behind = behind[1:] if behind[:1] == "了" else behind
        if behind[:1] in _JOINING and opening_verb(behind, 1):
            behind = behind[1 + opening_verb(behind, 1) :]
        if (
            len(behind) < 2
            or behind in NOUN_VERBS
            or behind in {"就业", "通车", "就业人口", "就业人数"}
            or _EACH.search(hidden, 0, position)
            or phrase.endswith("率")
            or COMPOUND_TAIL.match(behind)
            or behind[0] in "占的、和及与并或等"
            or _RELATIVE.match(behind)
            or any(phrase[cut:] in names for cut in range(position + 1))
        ):
            continue
        if verb in _BUILDS and _TOWN_OR_COUNTRY.fullmatch(hidden[:position]):
            return phrase[:position] + behind, ""
        if verb == "新建" and not _PLACED.search(hidden[:position]):
            continue
        if verb == "减轻":
            return phrase[:position] + behind, ""
        if verb == "投入" and not _GIVER.search(hidden, 0, position):
            continue
        if verb == "新增" and _ABILITY.match(behind):
            return phrase[:position] + behind, ""
        owner = clean(strip_end(strip_lead(phrase[:position])[0]))
        entity = ENTITY.match(owner)
        whole = bool(entity) and entity is not None and entity.end() == len(owner)
        if whole and verb == "年产":
            return owner + behind, owner
        if verb == "提出" or behind[0] in "到在从":
            behind = strip_lead(behind)[0]
        return behind, owner if whole else ""
    return phrase, ""


def _disposed(phrase: str) -> str:
    """What stands behind the last 把, 将 or 使 of ``phrase``."""
    if not ("把" in phrase or "将" in phrase or "使" in phrase):
        return phrase
    for position in range(len(phrase) - 3, -1, -1):
        if phrase[position] in "把将使" and not WHOLE.at(phrase, position):
            return strip_lead(phrase[position + 1 :])[0]
    return phrase


class Subject(NamedTuple):
    """What stands before a number: the noun phrase ``words``, or nothing, and what goes with it.

    ``before`` is all that was there but times and comparisons; ``owner`` who has what is measured,
    ``nation`` whether the number is said of the whole area (全国有5万户), ``onward`` whether it is
    where a change goes to (扩大到全国80%的县), so that what follows it is not counted.
    """

    before: str
    words: str
    verb: str
    owner: str
    nation: bool
    onward: bool


def subject_of(before: str, lead: str, found: Found, after: str) -> Subject:
    """The subject among the words ``before`` a number; ``lead`` and ``after`` are around it."""
    changes = found.changes
    share = found.quantity.kind is _SHARE
    among = share and after[:1] == "的" and lead.strip() == "在"
    before = before.rstrip()
    if not before:
        return Subject("", "", "", "", nation=False, onward=False)
    if _CIRCUMSTANCES.search(before):
        before = _without_circumstances(before, found)
    rest, verb = strip_lead(strip_end(before))
    if before[-1:] in _OF_THE_PLAN_ENDS and _OF_THE_PLAN.fullmatch(before):
        shared = before[0] == "占" and share
        words = clean(before) if shared else ""
        return Subject(before, words, verb, "", nation=False, onward=False)
    words, owner = _split_subject(strip_end(rest)) if rest else ("", "")
    if share and after[:1] != "的" and _NEARS.search(before):
        words = _NEARS.sub("", before)
    nation = words[:1] == "全" and bool(_NATION.match(words))
    if (
        nation
        or (among and not FRAME.match(after))
        or (changes and _MORE_THAN.match(before) and not is_bare(words))
        or (before[:1] in "（(" and _VARIANT.match(before))
    ):
        words = ""
    if lead[:1] in _TOWARDS:
        if len(words) > _SHORTEST:
            words = strip_end(_BECOMES.sub("", words))
        if _BECOMING.fullmatch(before):
            words = ""
    if not words:
        return Subject(before, "", verb, owner, nation, onward=False)
    if share and "占" in words:
        words = _ADVERB_OF_SHARE.sub("", words)
    if words.endswith(("建成", "投用", "通车", "投产", "运营", "运行", "使用")):
        words = strip_end(_BUILT.sub("", words))
    words = _with_verb(words, verb, lead)
    if changes:
        taken = _TAKING.match(words)
        if taken and not _OF_THE_OTHER.match(after):
            words = ""
        words = strip_end(_AHEAD.sub("", words[taken.end() :] if taken and words else words))
    words = _RECEIVES.sub("", words) if words[:1] == "获" else words
    if share and words.endswith(("稳定", "总体", "基本")):
        words = _STABLE.sub("", words)
    if share and after[:3] in _OF_A_GOAL and _TAKING.match(words):
        words = ""
    if words[:1] in _COMPARED_BEGINS and _COMPARED.match(words):
        words = ""
    words = _disposed(words)
    dealt = _dealt_to(words, found.of) if found.each and "等" in words and "、" in words else ""
    words = dealt or _listed(words, together=not found.each)
    if verb == "完成" or (found.quantity.unit in _HOUSED and not found.change):
        words = _ACTION_NOUN.sub("", words) if words[-1:] in _ACTION_NOUN_ENDS else words
    if found.quantity.unit in _LONG and not found.change:
        words = _WORK_NOUN.sub("", words)
    if found.change and "动" in words and (brought := _BROUGHT.match(words)):
        words = brought[1]
    if changes:
        words = _growing(words, lead, found)
    if words[-1:] in _REMARK_ENDS:
        words = _REMARKED.sub("", words)
    if "到全" in words and _TO_ALL.fullmatch(words):
        return Subject(before, "", verb, owner, nation=False, onward=True)
    onward = _ONWARD_INSIDE.search(words) if len(words) > _LONG_ENOUGH else None
    if onward:
        words = strip_end(words[: onward.start()])
    per_head = before[-2:] if before.endswith(_PER_HEAD) and not changes else ""
    if words == per_head != "":
        return Subject(before, words, verb, owner, nation, bool(onward))
    words = "" if _is_unsaid(words) or (found.change and words in ADVERBS) else clean(words)
    if per_head and words.endswith(_SHARED_OUT) and per_head not in words:
        words = per_head + words
    return Subject(before, words, verb, owner, nation, bool(onward))


def _without_circumstances(before: str, found: Found) -> str:
    """``before`` a number without what it is compared with, its setting, and who led to it."""
    if "下同" in before or "GDP" in before or "其中" in before[:4]:
        before = _ASIDE.sub("", before)
    if before[-1:] in _SET_OUT_ENDS:
        before = _SET_OUT.sub("", before)
    if _COMPARES.search(before):
        before = _AGAINST.sub("", before)
    if before[-1:] == "比" and found.change in _DIFFERS:
        before = before[:-1]
    if "比" in before and found.changes:
        before = _THAN.sub("", before)
    if "在" in before:
        before = _SETTING.sub("", before)
    if "等" in before:
        before = _AWAY.sub("", before)
    before = _STAGES.sub("", before) if before[:1] in "在建已续投运拟" else before
    if "中" in before:
        before = _AMONG.sub("", before)
    if "、" in before:
        doubled = "倍" in before or "翻" in before
        before = _apart(_DOUBLED.sub("", before) if doubled else before)
    if "队" in before or "带头" in before:
        before = _LED.sub("", before, count=1)
    return before


def _apart(before: str) -> str:
    """What stands behind a rank or a predicate that 、 parts from it: 总量全省第一、占比."""
    before = _RANKED.sub("", before, count=1) if "第" in before or "前" in before else before
    full = _IN_FULL.match(before)
    if not full:
        return before
    return full[1] + full[2] if _ABILITY.search(full[2]) or is_bare(full[2]) else full[2]


def _is_unsaid(words: str) -> bool:
    """Whether ``words`` before a number are not what it measures: 增速, “一五”时期, 年度目标."""
    if not words or is_stray(words):
        return True
    return words[-1] in _UNSAID_ENDS and bool(_UNSAID.match(words))


def _with_verb(words: str, verb: str, lead: str) -> str:
    """``words`` with the verb that is part of the measure (新开工项目突破45个), or without one."""
    if verb == "利用":
        return _DONE_WITH.sub("", words)
    if verb in _FIXED_OPENERS and words and _LEVEL.search(lead) and "以上" not in words:
        return verb + words
    return verb + words if words == "项目" and verb in _WORKS else words


def _listed(words: str, *, together: bool) -> str:
    """The noun phrase in question, without examples before 等 and members summed up behind.

    ``together`` says that a list is not dealt out by 分别.
    """
    if "从" in words:
        words = _FROM_TO.sub("", words)
    if "全" in words:
        words = _WHOLE.sub("", words)
    if "的" in words:
        words = _ATTRIBUTE.sub("", words)
    if together and "、" in words:
        words = _SUMMED_UP.sub("", words)
    if "有" in words:
        words = _LIST_HEAD.sub("", words)
    if "等" not in words:
        return words
    listed = _ETC.split(hide(words))
    if not listed[-1]:
        return words[: len(listed[0])]
    return strip_lead(words[len(words) - len(listed[-1]) :])[0] if len(listed) > 1 else words


def _dealt_to(words: str, count: int) -> str:
    """The list of ``count`` members that 等 and a measure follow, without 等 and their kind.

    Of A、B等行业产值 the list A、B行业产值, of A、B等主要污染物排放量 A、B排放量.
    """
    listed = _ETC.split(hide(words))
    if len(listed) != len("前后"):
        return ""
    members, kind = words[: len(listed[0])], words[len(words) - len(listed[1]) :]
    head = MEASURE_HEAD.search(kind)
    if not head or hide(members).count("、") + 1 != count:
        return ""
    return _GLOSS.sub("", members) + head[0]


def _growing(words: str, lead: str, found: Found) -> str:
    """The name of what grows: 经济增长 for 经济 and 增长目标, 涨幅 kept with prices."""
    if words.endswith("预期增长") and not _ECONOMY.match(words):
        words = words[:-4]
    if words.endswith("生产计划"):
        words = words[:-2]
    if words == "增长" or (_ECONOMY.match(words) and "增" in found.change + words + lead):
        return "经济增长"
    if found.change == "增速" and ("保持在" in lead or "稳定在" in lead):
        return words + found.change
    if found.change == "涨幅" and words.endswith(("价格", "总水平", "价格指数")):
        return words + found.change
    return words
