"""Series of numbers dealt out to a list of subjects (分别; codebook section 1, shared heads)."""

from __future__ import annotations

import re

from policydiff.commitments.edges import clean, strip_lead
from policydiff.commitments.lexicon import lexicon
from policydiff.commitments.masking import hide
from policydiff.commitments.measures import MEASURE_HEAD, PER_UNIT, WORK_RATE, is_bare
from policydiff.commitments.patterns import any_of

_GROUP = re.compile(
    r"[二三四五六七八九十两\d]+(?:(?:大(?:主导|支柱|重点|优势|特色)?|个)((?:产业|行业|领域|集群|园区|片区)[^，]*)"
    r"|(?:[大个类种]|条)(?:赛道|板块|门类|品种|领域|方面)([^，]{2,}))$"
)
_OWN_HEAD = re.compile(
    rf"(?:{MEASURE_HEAD.pattern})|(?:[\u4e00-\u9fff](?<![质能氧])量|能耗|[^增]率|[^系指参]数|人次|成本|周转量|吞吐量)$"
)
_OF_ALL = re.compile(r".{2,}事故(?=起数)|限上|规上|规模以上|对(?=[^、]*$)|限额以上|.{2,}?用于")
"""What stands once before a list and holds for all its members."""
_OF_AREA = re.compile("固定资产|社会消费品|(?:一般)?公共预算|地区生产|进出口|城镇|城乡|农村|居民")
"""How a measure of a whole area begins."""
_BRANCHES = re.compile(
    "第?([一二三](?:、?第?[一二三]){1,2})(次?产业?)((?:现价|可比价)?(?:增加值|产值|投资|比重|占比).*)?$"
)
_SHARE_HEAD = re.compile(
    r"(?:总?产值|增加值|收入|支出|投资|销售额|出口额?|产量|总量|面积|人口)占[^、]{2,}$"
)
_RATE_HEAD = re.compile(
    r"(?:水质|空气质量|无害化|资源化|集中|综合|优质|毛|净|按时|及时|一次性?|初次)*"
    r"(?:入学|入园|入托|城镇化|升学|巩固|辍学|普及|覆盖|达标|合格|优良|参保|参合|普惠|处理|利用|回收|收集|签约|办结|满意|知晓|自给"
    r"|死亡|发病|开工|竣工|投产|到位|就业|失业|使用|治理|修复|转化|完好)(?:率|比例|比率)$"
)
"""The rate of a deed or a state, which the last member of a list names for all."""
_RATE = re.compile(r"[^的]{2,}(?:率|(?:参保|参合|受益)人数)$")
_LIMIT_HEAD = re.compile(
    "(?:报装|审批|办理|办结|审核|登记|通关|接入)[^、的]{0,8}(?:时限|时间|环节|材料)$"
)
"""The time or the steps that a procedure takes, which the last member of a list names for all."""
_BOTH = re.compile("城乡(?=低保|特困|最低生活保障)(.{2,})")
_POPULATION = re.compile(
    r"^(.*?(?:(?:城镇|城乡|农村)(?:职工|居民|人口|家庭)|企业|居民|职工|人口|机构|家庭|学校|农村|城镇|城乡|单位|人员|群体|老年人))(?=.{2,})"
)
_KINDS_OF_SUMS = ("存款", "贷款", "债务", "信贷")
_KINDS_OF_LOANS = re.compile("存贷款?(?=余额|总额|$)")
_BRANCH = re.compile("(?<=..)(?<![一二三次])产业$")
_SIDE = re.compile("(?<=..)(?:收入|支出)$")
_SIDES = frozenset(["收入", "支出"])
REGIONS = lexicon("城镇 农村 城市 乡村 县城 东部地区 中部地区 西部地区 东北地区 沿海地区 内地")
"""Regions that stand for a measure named elsewhere: 城镇、农村居民收入."""
REGION = re.compile(any_of(" ".join(REGIONS)))
_ONE_PLACE = (
    "(?!集市|超市|乡镇|集镇|城镇|建制|重点|中心|特色|试点|示范|美丽|宜居|生态|文明|卫生|和美|森林|园林|智慧|绿色|各|全|每)"
    "[^、，的]{1,7}?(?:[省州盟旗县镇乡](?<!县[镇乡])|(?<!城)市|街道|(?:[新特]|开发|经开|高新)区"
    "|(?<![社小园城景校库牧灾片街厂林矿山郊辖户能范验税聚集居护地新术发高业老务心内示流工游假贸貌产领殖植])(?<=[^、，的]{2})区)"
)
PLACE = re.compile(
    rf"{_ONE_PLACE}(?:[、和及]{_ONE_PLACE})*|(?:中央|[省市县区州])本级|(?:国家|[省市县区州])级"
    "|(?:(?:中心|主|老|新)城|建成|城)区"
)
"""A place or level under what is measured of several: 其中松湖县5所, 省级5家."""
PLACE_ENDS = frozenset("省州盟旗县镇乡市道区级")
LEVEL = re.compile("(?:国家|[省市县区州])级")
_SHORTEST_OBJECT = 4
_MAKER_ENDS = frozenset("业厂团司区院校育厦")


def distribute(phrase: str, count: int) -> list[str]:
    """The ``count`` indicators that 分别 deals a series out to; the phrase for each otherwise.

    A shared measure at the end (产值) is copied to every member, so is a shared owner at the
    beginning (企业) of rates.
    """
    dealt = phrase.find("分别")
    if dealt > 0:
        return _each_does(phrase[:dealt], phrase[dealt + 2 :], count)
    branches = _BRANCHES.match(phrase)
    if branches and len(numbers := re.findall("[一二三]", branches[1])) == count:
        ordinal = "第" if "第" in phrase[:2] else ""
        return [ordinal + branch + branches[2] + (branches[3] or "") for branch in numbers]
    both = _KINDS_OF_LOANS.search(phrase) if count == len("存贷") else None
    if both and "、" not in phrase:
        return [phrase[: both.start()] + kind + phrase[both.end() :] for kind in ("存款", "贷款")]
    parts = _members(phrase, count)
    if len(parts) != count or count < 2:
        town_and_country = _BOTH.fullmatch(phrase) if count == len("城乡") else None
        if not town_and_country:
            return [phrase] * count
        return ["城市" + town_and_country[1], "农村" + town_and_country[1]]
    region = REGION.match(parts[-1])
    if region and REGIONS.issuperset(parts[:-1]):
        measure = parts[-1][region.end() :]
        return [part + measure for part in (*parts[:-1], region[0])]
    side = _SIDE.search(parts[0])
    if side and all(part in _SIDES for part in parts[1:]):
        return [parts[0], *(parts[0][: side.start()] + part for part in parts[1:])]
    works = WORK_RATE.sub("", parts[0])
    if all(map(WORK_RATE.fullmatch, parts[1:])) and works != parts[0]:
        return [parts[0], *(works + part for part in parts[1:])]
    group = _GROUP.search(parts[-1])
    if group:
        parts[-1] = parts[-1][: group.start()]
        return [clean(part) + (group[1] or group[2]) for part in parts]
    maker = _maker(parts[0]) if all(map(is_bare, parts[1:])) else ""
    if maker:
        return [clean(parts[0]), *(maker + clean(part) for part in parts[1:])]
    for shared in (PER_UNIT, _OF_ALL):
        front = shared.match(parts[0])
        if front:
            parts = [
                part if shared.match(part) or _OF_AREA.match(part) else front.group() + part
                for part in parts
            ]
    if parts[0][-1] in "存贷" and parts[-1].startswith(_KINDS_OF_SUMS):  # 各项存、贷款余额
        whose = parts[0][:-1]
        parts = [part + parts[-1][1:] for part in parts[:-1]] + [whose + parts[-1]]
    last = parts[-1]
    head = ("占" in last and _SHARE_HEAD.search(last)) or MEASURE_HEAD.search(last)
    head = head or (_RATE_HEAD.search(last) if last[-1] in "率例" else None)
    head = head or (_LIMIT_HEAD.search(last) if last[-1] in "限间节料" else None)
    if head is None and _BRANCH.search(last):
        return [clean(part if part[-1] in "业造" else part + "产业") for part in parts]
    if head and (head.start() > 0 or head[0].startswith(_KINDS_OF_SUMS)):
        parts = [part if _OWN_HEAD.search(part) else _headed(part, head.group()) for part in parts]
    owner = _POPULATION.match(parts[0])
    if owner and all(_RATE.search(part) for part in parts):
        parts = [part if _POPULATION.match(part) else owner[1] + part for part in parts]
    return [clean(part) for part in parts]


def of_each(things: str, measure: str, count: int) -> list[str]:
    """``measure`` of each of ``count`` things that a clause before named, or alone."""
    parts = _members(things, count)
    return [clean(part) + measure for part in parts] if len(parts) == count else [measure] * count


def _maker(phrase: str) -> str:
    """Whose mere measure ``phrase`` is, if an industry's or a firm's: 渔业企业 of 渔业企业产值."""
    for cut in range(2, len(phrase) - 1):
        if phrase[cut - 1] in _MAKER_ENDS and is_bare(phrase[cut:]):
            return phrase[:cut]
    return ""


def _headed(part: str, head: str) -> str:
    """``part`` with the shared ``head``, what both name written once: 城镇居民 + 居民人均收入."""
    shared = next((end for end in range(len(head), 1, -1) if part.endswith(head[:end])), 0)
    if head[:2] in _KINDS_OF_SUMS and part.endswith(_KINDS_OF_SUMS):
        shared = 2
    return part + head[shared:]


def _each_does(subjects: str, predicate: str, count: int) -> list[str]:
    """What each of several subjects does: 甲、乙分别淘汰落后产能 is 甲落后产能, 乙落后产能."""
    parts = _members(subjects, count)
    object_ = strip_lead(predicate)[0]
    if len(object_) < _SHORTEST_OBJECT:
        return distribute(subjects, count)
    return [clean(part) + object_ for part in parts] if len(parts) == count else [subjects] * count


def _members(phrase: str, count: int) -> list[str]:
    """The members of a list, split at 、 and only where that gives fewer than ``count`` at 和."""
    hidden = hide(phrase)
    parts: list[str] = []
    for separators in ("、", "、和", "、和及与"):
        parts = _split(phrase, hidden, separators)
        if len(parts) >= count:
            break
    return parts


def _split(phrase: str, hidden: str, separators: str) -> list[str]:
    parts, start = [], 0
    for position, mark in enumerate(hidden):
        if mark in separators:
            parts.append(phrase[start:position])
            start = position + 1
    return [part for part in (*parts, phrase[start:]) if part]
