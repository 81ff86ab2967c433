"""What a statement measures or acts on: the shortest noun phrase (codebook sections 1 and 3).

``Reader`` goes through the members of one paragraph in order and carries from one to the next
what Chinese leaves unsaid: the verb of a list, the subject of 增长11%, the owner of 产值.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.commitments.clauses import hide
from policydiff.commitments.edges import (
    DIGITED_YEAR,
    INNER_TIME,
    WHOLE,
    strip_end,
    strip_lead,
)
from policydiff.commitments.lexicon import (
    COMPOUND_TAIL,
    NOUN_VERBS,
    VERBS,
    Lexicon,
    is_compound,
    lexicon,
    opening_verb,
    skip_adverbs,
)
from policydiff.commitments.model import Measure
from policydiff.commitments.patterns import AND, any_of
from policydiff.commitments.quantities import Found
from policydiff.commitments.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator and the verb that acts on it; either may be empty.

    ``carried`` says that the indicator is that of the number before.
    """

    indicator: str
    action: str
    carried: bool = False


_AGAINST = re.compile(
    rf"[，,]?(?:[比较同与]|相比于?)(?:[上去前]一?年|上一?个?[^，]{{1,3}}年|{DIGITED_YEAR}年|计划|目标|现在|目前|[^，]{{1,12}}?年"
    r"|[^，的]{2,9}(?:期间|时期)的?)"
    r"(?:同期|末|底|实际|平均|预算|计划|水平|年初|年末|执行数|决算|[增减]?产)*(?:相比)?(?=[，,]?$|(?:平均)?每年)"
)
_SET_OUT = re.compile(
    rf"(?:(?<![现存所正潜])[由从自在](?:{DIGITED_YEAR}年|[上去前]年|年初)?(?:末|底)?的?|比?(?:{DIGITED_YEAR}年|[上去前]年)的)$"
)
_SETTING = re.compile(r"在[^，]{2,30}?(?:基础上|情况下|条件下|年景下|前提下)|在[^，]{0,8}执行中")
_COMPARED = re.compile(
    r"^(?:是|约为|相当于|等于|这[一个]?个?(?:速度|增速|水平|比例|数字)|上述(?:速度|水平))"
)
_WHOLE = re.compile(r"(?<=.{2})(?:为|是|占|在)全[国省市区县州](?!.*(?:比重|比例|份额)$).*$")
_FROM_TO = re.compile(r"从.{2,12}?到.{2,14}?(?=整体|平均|总体|全流程)")
_TAKES = re.compile(r"(?:形成|建成|打造|引进|设立|发行|获得|取得|拥有|吸引|签订|推出)了?$")
_TAKING = re.compile(r"^(?:大大|远远|明显|略)?(?:超过|高于|快于|低于|好于)了?")
_WITHIN = re.compile(r"^在[^，]{2,16}中的?(?:占比|比重|份额)$")
_NEARS = re.compile(r"(?<=..)(?:已|已经)?(?:接近|超过|相当于)[^，]{2,16}的$")
_MORE_THAN = re.compile(r"比(?:[去上前同全预计目现原“]|年初|\d|[一二三四五六七八九]|$)")
_BUILT = re.compile(r"(?<=.{3})(?:建成投用|建成通车|建成|通车)$")
_NATION = re.compile(r"^全[国省市区县州]有?$")
_ETC = re.compile(
    r"(?<![中高初同平对均优相特何我你他])等(?![级次候待额于同高比]|方面|领域|行业|部门)"
)
_RELATIVE = re.compile(
    r"^(?:居住|生活|就读|参加|参与)的(?=.{2,})|^(?:具有|具备|以(?=.*为)|能够?|可|符合|达到|拥有|面向|从事|有|享受|适合).*的(?=.{2,})"
)
_LIST_HEAD = re.compile(r"^.{2,}?(?:能力|产品|项目|指标|工程)(?:主要)?有(?=..)")
_SUMMED_UP = re.compile(
    r"^(?:(?:[^、“”（）]+、)+[^、“”（）]*?(?=[二三四五六七八九十两\d]+大)|(?:[^、“”（）]+、){2,}[^、“”（）]*?(?=“))"
)
"""The members of a list that is summed up behind it: 甲、乙、丙三大产业."""
_ONWARD_INSIDE = re.compile(r"(?<=..)(?:(?:扩大|提高|增加|增|拓展)到[^，]*|从[^，到至]{1,6})$")
_ATTRIBUTE = re.compile(r"^(?:有|具有|具备|符合).*的(?=.{4,})")

_BARE = re.compile(
    r"^(?:年|其|年均|累计|计划|预计|估算|完成|平均|实际|全口径|本地|配套)*"
    r"(?:总?产值|增加值|工业总产值|销售收入|主营业务收入|营业收入|营业额|销售额|交易额|税收|利税|利润|利税总额"
    r"|投资|投资额|总投资额?|投资总额|占地面积?|投资总?规模|仓储面积|经营面积|建筑面积|建设面积|总?面积|规模|总规模|产能|产量|占比|比重"
    r"|比例|总额|金额|总量|增量|净增量|增速|覆盖率|床位|开放床位|服务半径|收入|总产量"
    r"|在校学生总?数?|在校生总?数?|在学人数|招生总?[人]?数|招生规模|毛入学率|入学率|巩固率|升学率)$"
)
_AHEAD = re.compile(r"(?<=.{4})(?:高于|低于|快于|好于|高出|超出|超过|领先)[^，]*$")
_CONTRIBUTION = re.compile(r"^对[^，]+贡献率$")
_ECONOMY = re.compile(
    r"^(?:.*拉动)?(?:全[国省市区县]|我[国省市区县])?经济(?:增长)?(?:的?预期)?(?:目标)?$"
)
_THEME = re.compile(
    r"^([^，]{2,24}?)(?:连续[\d一二三四五六七八九十两几多]+年|近[\d一二三四五两几]?年来|首次|屡[创次]|再创|创|稳中|不[仅但]|稳步|平稳|蓬勃|健康|持续|继续|保持|快速|稳定"
    r"|大幅|显著|明显|逐[年步]|增长|增产|增收|下降|提高|发展|增加)"
)
_SUBJECT = re.compile(r"(?<=..)(?:(?<![业自服])从|(?<![存现所])在)")
_REMARKED = re.compile(r"（(?:按|含|不含|包括|其中|即|指|不包括)[^（）]*）$")
_MAKER = re.compile(
    r"(.*(?:企业|工业|农业|商业|制造业|服务业|旅游业|建筑业|园区))(?:经济效益|效益|生产|经营|运行)?$"
)
_GROWTH_NOUN = re.compile(r"的?(?:增长|递增|上升|下降)(?:的?速度|率|幅度|水平)$")
_GROWTH_OF = re.compile(r"的?(?!速度|目标)([^，。；的]{2,10}?)(?:增长|增速)")
_MOVED = re.compile(r"(?:增[长产收加]|回升|提高|上升|改善|好转|扩大|下降|回落|减少|壮大|基础上)$")
_GROWN = re.compile(r"(?<!经济)(?:增长|增速|增幅)$")
_LONGEST_OWNER = 12
_LONG_ENOUGH = 6
_SIZES = lexicon("金额 实际金额 协议金额 总量 产量 总产量 营业额 增量 净增量 在校学生 在校生")
_OUTPUT_OF = re.compile(r"(?:生产|种植)$")
_HOUSED = frozenset("套户座栋处所条")
_RATE_OF_CHANGE = re.compile(
    r"^(?:又|再)?(?:人均|同比|年均)?(?:增长率|增速|增幅|增长速度|降幅|(?<=人均))$"
)
_SHARE_OF = re.compile(r"^占(?!地)|^(?:占比|比重|比例)$")
_ENTITY = re.compile(
    r"^.{1,24}?(?:产业|(?<![产企就事创毕行作营主物农职])业(?![务绩态主园]|集群)"
    r"|工厂|集团|公司|园区|产业园|开发区|医院|学校|教育|大厦)"
)
_DOES = re.compile(
    r"[要将向在异不已继持稳快加蓬积深全稳]|(?:占|实现|完成|达到|总体|年产|预计|健康|平稳|规模|发展|转型|做大|做强|壮大)"
)
_TITLE = re.compile(
    r"(?:园|基地|大厦|中心|谷|城|厂|区|院|街|路|桥|馆|站|港|小镇|项目|工程|集团|公司|产业|业)$"
)
_HEADING = re.compile(r"第.{1,3}[章节篇]|专栏|.{25}")
_ORDINAL = re.compile(r"^[\s（(]*[一二三四五六七八九十\d]+[)）.．、\s]*")
_MEASURE_HEAD = re.compile(
    r"(?:(?:常住|户籍)?(?:居民|人口|职工|农民|学生|教师))?(?:人均|平均)[^、]+$"
    r"|(?:(?:事业|领域|行业|产业|部门|方面|地区)的?|的)?(?:"
    r"(?:(?<![化加手重轻])工业)?(?:总产值|产值|增加值)"
    r"|(?:营业|销售|经营|主营业务)?收入|(?:固定资产)?(?:投资|零售|交易|成交|签约|贷款|销售|营业|贸易|出口|进口|进出口|消费)总?额"
    r"|(?:占地|建筑|种植|播种)?面积|排放总?量?|产量|销量|投资|支出|利润|税收|比重|占比|贷款|余额|人数|数量|总量|规模|价格)$"
)
_MEASURE_ENDS = frozenset("值入额积放量销资润收重比款数模格长速幅")
_GROUP = re.compile(
    r"[二三四五六七八九十两\d]+大(?:主导|支柱|重点|优势|特色)?((?:产业|行业|领域|集群)[^，]*)$"
)
_OWN_HEAD = re.compile(
    rf"(?:{_MEASURE_HEAD.pattern})|(?:[用耗产销]水?量|能耗|[^增]率|[^系指参]数)$"
)
_PER_UNIT = re.compile(r"单位(?:国内|地区)?(?:生产总值|GDP|工业增加值)|人均(?!可)|每[十百千万]人")
_OF_ALL = re.compile(r"限上|规上|规模以上|对(?=[^、]*$)|.{2,}?用于")
"""What stands once before a list and holds for all its members."""
_BRANCHES = re.compile("([一二三]{2,3})(次?产业?)((?:增加值|产值|投资|比重|占比).*)$")
_REGIONS = lexicon("城镇 农村 城市 乡村 东部地区 中部地区 西部地区 东北地区 沿海地区 内地")
_REGION = re.compile(any_of(" ".join(_REGIONS)))
_SHORT_FORMS = (
    (re.compile("(?:能耗|水耗|用水量|二氧化碳排放量?|碳排放)"), _PER_UNIT),
    (re.compile("(?:调查|登记)失业率"), re.compile("城镇")),
)
"""Measures named by their second half after a number of the same owner."""
_RATE = re.compile(r"[^的]{2,}率$")
_POPULATION = re.compile(
    r"^(.*?(?:企业|居民|人口|机构|家庭|学校|农村|城镇|城乡|单位|人员|群体|老年人))(?=.{2,})"
)

_PREDICATES = lexicon(
    """
    签约落地 签约 落地 开工建设 开工 竣工投产 竣工 投产 正式 全面 全部 实现 完成 达到 取得
    进行 实施 开展 获得 获评 获批 建成投用 建成使用 建成 投入使用 投入 交付使用 交付
    对外开放 开放 运营 投用 具备 提供 新配备 配备 成立 组建 参与 参加 纳入 上线 通过
    列入 有效 加快 顺利 如期 有序 启动 稳步 基本 投向 入驻 落户 得到 予以 给予 申报 进入
    展开 除险加固 加固 不同程度 普及
    上市 晋升 入选 荣获 形成 达标 率先 已 均 分别 将 提升 增长 达 接入 受益 入库 使用 创建
    推进 支持 用于 保持 改造提升 提升改造 升级改造 整治提升 改造升级 改造 整治 更新 建设
    维修 治理 修复 回迁 覆盖 合并 重整 微更新 微改造 设立 新增
    好于 高于 低于 快于 陆续 相继 普遍 得以 升格 转为 变为 乔迁 入住 迁入 搬入 首次 补助了 中有
    """
)
_ADVERBS_INSIDE = lexicon("集中 统一 免费 共同 同步")
"""Adverbs that also stand inside a name (集中居住区)."""
_ACROSS = frozenset(["人均", "年均", "户均", "日均", "月均", "亩均", "平均", "收入"])
"""Words whose end looks like the beginning of a predicate (均, 入住)."""
_REMARK_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff”])（(?![^（）、]{1,4}、)[^（）]{6,}）")
_NOUN_ENDS = re.compile(
    r"[，。；,;（(：:”]|(?<=企业|公司|单位|园区|集群|基地|乡镇|城市)(?:(?:营业|销售|主营业务)?收入|总?产值|税收|利润|增加值)(?=均?(?:超|达|突破|过)|$)"
)
"""What a counted noun ends before: a mark, or a measure of its own (营业收入超百亿元)."""
_CONDUCTS = lexicon("开展 进行 实施 启动 参与 参加 获批 列入 纳入 申报 承担 入选 获评 推进")
_NAMED = re.compile(r"(?<=.{4})(?:试点|示范区|试验区|先导区|先行区)")
"""Heads of a name that may hold verbs: 服务业扩大开放试点."""
_PURE_VERBS = Lexicon(VERBS - NOUN_VERBS)
_TASK = re.compile(
    r"(?<!重点)(?<!重大)(?<!大型)(?<!基本)的?(?:改造提升|提升改造|升级改造|整治提升|综合整治|改造升级|更新改造|新建改建|改造"
    r"|(?:标准化|规范化|数字化|智能化|一体化)?建设|成套改造|整治"
    r"|更新|维修|治理|修复|创建)(?:和养护|任务|工程|工作)?$|(?<=..)工作$"
)
_MARKS = "、，,：:；;。· —-"
_JOINTS = frozenset("的和及与并或以")
_ENDS = re.compile(rf"^(?:{AND}|的(?![士哥确])|[{_MARKS}])+|(?:{AND}|(?<!目)的|[{_MARKS}])+$")
_PAIRED = re.compile(r"[“”（）()《》]")
_MANNER = re.compile(
    r"(?<=..)(?:持续|不断|明显|显著|稳步|进一步|大幅度?|全面|更加|充分|有效|逐步|加快|基本|率先|顺利|扎实|深入|有序|深度"
    r"|正式|得到|实现|继续|同步|快速|总体|全部|相继|陆续|日益|已|和)+$"
)
_TASK_ENDS = frozenset("造升治设新修理复建护务程作")
_ACTION_NOUN = re.compile(
    r"(?<=.{2})(?<!化)(?:改造|整治|修复|维修|(?:除险)?加固|(?<=住房|住宅|公寓|校舍)建设)$"
)
_ONWARD = re.compile(
    r"(?:提高|提升|增加|上升|下降|减少|扩大|缩小|调整|增长|扩增|增|升|降|降低|压缩|缩短|发展|猛增|回落)(?:[了到至为]|$)"
)
_FRAME = re.compile(
    r"^的?(?:较[高低快好]|合理|中高|预期)?(?:比例|速度|幅度|标准|规模|水平|目标|要求|份额|新?台阶|大关)"
)
_AREA = re.compile(r"(?:地区|区域|城市|农村|城镇|城乡)$")
_HOLDING = re.compile(r"^的(.{2,20}?)[均都]?(?:具备|提供|配备|建有|开展|设立)(.{2,})$")
_STRAY = re.compile(
    r"^(?:[现后前共又再也为]|[共约].|[在续新]建|再.|[一二三四五六七八九十两几]{1,3}年[间中内]?|折合|折|约?合|[百千万亿]*元?级?(?:新?台阶|大关))$"
)
"""What carries nothing itself between one number and the next: 在建, 折合, 台阶."""
_PLACES = frozenset("县村镇乡市区校")
_LOCATIVE = re.compile(r"(?:上|中|方面|领域|标准化|规范化)$")
_INVESTS = re.compile(r"^(?:投资|总投资|投入)$")
_OWN_MONEY = lexicon("投资 总投资")
_WORTH = re.compile(r"的\D{0,4}\d+[个项座所条家处](\w{2,16})")
_FUNDED = re.compile(
    r"^[，,]?(?:用于)?(?:实施|建设|新建|推进|完成|开工|改造)\D{0,6}[\d一二三四五六七八九十百两]+[个项座所条家处](\w{2,12})"
)
_PAYER = re.compile(
    r"^(?:(?:中央|地方|各级|[全本我]?[省市区县])?(?:预算)?(?:财政|政府|预算)(?:专项)?)?$"
)
_PURPOSE = re.compile(
    r"^[，,]?(?:主要|专项|重点|全部)?(?:用于|用来)?(?=支持|实施|设立|建立|建设|新建|改造|帮助|补助|资助|推进|解决|加强|开展|购买)([^，。；\d]+)(?=[，。；]|$)"
    r"|^[，,]?(?:主要|专项|重点|全部)?用于([^，。；\d]+)(?=[，。；]|$)"
)

_MIDDLE = lexicon(
    """
    新增 新增加 增设 扩建 改扩建 建成 引进 拥有 形成 完成 实现 年产 新签约 获得 得到 发放 配备
    聚集 集聚 打造 创建 成立 设立 组建 举办 开展 实施 筹集 吸引 引入 累计完成 铺设
    开工建设 承办 谋划 进行 签约 达成 产出 新培育 新引进 新认定 安置 帮助 吸纳
    新建 加装 安排 下达 拨付 取消 提出 惠及 带动
    """
)
_JOINING = frozenset("和及并、")
_LIFTED = lexicon("新增 新开工 新登记 新签约 新设")
_GROWS_BY = re.compile(r"[，,](?:同比|比上年|比去年|较上年|较去年)?增长(?:\d|[一二三四五六七八九])")
_SCOPED = re.compile(r"全[国省市区县州]|我[国省市区县]")


class Reader:
    """Reads the members of one paragraph, in order.

    ``title`` is the innermost heading: it owns 总投资 and 占地面积 where nothing nearer does.
    """

    def __init__(self, title: str = "") -> None:
        """Start with nothing to carry but ``title``."""
        title = _ORDINAL.sub("", title).strip()
        names_a_thing = _TITLE.search(title) and not _HEADING.match(title)
        self._last = self._theme = self._subject = self._heading = ""
        self._named: list[str] = []
        self._title = title if names_a_thing and not opening_verb(title, 0) else ""
        self.new_sentence()

    def new_sentence(self) -> None:
        """Forget what does not carry over a full stop."""
        self._heading = "" if self._named or "的" in self._theme else self._subject
        self._subject = ""
        self._indicator = self._verb = self._owner = self._topic = self._theme = ""
        self._named = []
        self._whole = ""

    def statement(self, words: str) -> Measured:
        """The object and action of a clause without a number."""
        rest, verb = strip_lead(words)
        self._note_owner(rest)
        self._verb = verb or self._verb
        if not verb:
            self.note_theme(rest)
            rest, verb = _split_predicate(clean(rest))
        self._topic = _without_task(clean(rest))
        return Measured(self._topic, verb)

    def note_theme(self, words: str) -> None:
        """Keep what a clause speaks of (粮食连续增产): the numbers after it may leave it unsaid."""
        theme = None if _GROWTH_NOUN.search(words) else _THEME.match(words)
        named = clean(words) if _is_measure(words) else ""
        self._theme = (
            clean(strip_end(_SUBJECT.split(theme[1])[0])) if theme else named or self._theme
        )
        if theme or named:
            self._subject = _OUTPUT_OF.sub("", self._theme)
        if _is_measure(self._theme):
            self._indicator = ""
        elif theme and (maker := _MAKER.match(self._theme)):
            self._owner = maker[1]

    def quantity(
        self, before: str, lead: str, found: Found, after: str, beyond: str = ""
    ) -> Measured:
        """What a quantity measures, between the words ``before`` and ``after`` it.

        ``lead`` are the words that lead to the number (达到, 不少于); ``beyond`` is what
        stands after the statement.
        """
        quantity = found.quantity
        leads_up = bool(_LEVEL.search(lead))
        changes = quantity.kind in {Measure.GROWTH, Measure.POINTS} or bool(found.change)
        before = _SETTING.sub("", _AGAINST.sub("", _SET_OUT.sub("", before.rstrip())))
        rest, verb = strip_lead(strip_end(before))
        subject, owner = _split_subject(strip_end(rest))
        if quantity.kind is Measure.SHARE and after[:1] != "的":
            subject = _NEARS.sub("", before) if _NEARS.search(before) else subject
        nation = _NATION.match(subject)
        if nation or (changes and _MORE_THAN.match(before)):
            subject = ""
        subject = _BUILT.sub("", subject)
        if verb == "利用":
            subject = _DONE_WITH.sub("", subject)
        if verb in _FIXED_OPENERS and subject and leads_up and "以上" not in subject:
            subject = verb + subject
        if changes:
            subject = strip_end(_AHEAD.sub("", _TAKING.sub("", subject)))
        subject = "" if _COMPARED.match(subject) else _disposed(subject)
        subject = _ATTRIBUTE.sub("", _WHOLE.sub("", _FROM_TO.sub("", subject)))
        if not found.each:
            subject = _SUMMED_UP.sub("", subject)
        subject = _LIST_HEAD.sub("", subject)
        listed = _ETC.split(hide(subject))
        if listed[-1] == "":
            subject = subject[: len(listed[0])]
        elif len(listed) > 1:
            subject = strip_lead(subject[len(subject) - len(listed[-1]) :])[0]
        if verb == "完成" or (quantity.unit in _HOUSED and not found.change):
            subject = _ACTION_NOUN.sub("", subject)
        if changes and _ECONOMY.match(subject) and "增" in found.change + subject + lead:
            subject = "经济增长"
        if changes and subject == "增长":
            subject = "经济增长"
        if found.change == "涨幅" and subject.endswith(("价格", "总水平")):
            subject += found.change
        subject = _REMARKED.sub("", subject)
        onward = _ONWARD_INSIDE.search(subject) if len(subject) > _LONG_ENOUGH else None
        if onward:
            subject, after = strip_end(subject[: onward.start()]), ""
        subject = "" if _RATE_OF_CHANGE.match(subject) or _STRAY.match(subject) else clean(subject)
        if quantity.kind is Measure.SHARE:
            indicator = self._share(subject, after, covers="覆盖" in {verb, before[-2:]})
            if self._indicator and _CONTRIBUTION.match(before):
                indicator = self._indicator.split("占")[0] + before
        else:
            growth_of = _GROWTH_OF.match(after) if changes and not subject else None
            if growth_of:
                subject = "经济增长" if growth_of[1] == "经济" else growth_of[1]
            own = subject and (changes or (after[:1] == "的" and not _TAKES.search(before)))
            indicator = "" if own or (changes and after[:1] == "的") else following(after)
            scoped = _SCOPED.search(before)
            worth = _WORTH.match(beyond) if _BARE.match(subject) else None
            if worth:
                indicator = following(worth[1]) + subject
            indicator = indicator or (subject if scoped else self._owned(subject))
        if _WITHIN.match(before):
            indicator = (self._theme or self._indicator) + before
        if nation and not indicator:
            indicator = clean(re.split("[，。；、]", after)[0])
        if indicator and verb in _LIFTED and ((changes and subject) or _GROWS_BY.match(beyond)):
            indicator = verb + indicator
        purpose = _PURPOSE.match(after + beyond) if "元" in quantity.unit else None
        if purpose and not changes and _PAYER.match(indicator) and verb not in _OWN_MONEY:
            indicator = clean(_object(purpose[1] or purpose[2]))
        elif not indicator and _INVESTS.match(verb):
            indicator = self._funds(verb, beyond)
        elif not indicator:
            new = verb + self._whole if self._whole and verb in _LIFTED else ""
            indicator = (
                new
                or self._indicator
                or self._carried()
                or (self._theme if _MOVED.search(self._topic) else "")
                or self._topic
                or verb
                or self._last
                or clean(before + after)
                or quantity.unit
            )
        carried = indicator == self._indicator and not subject
        level = "达到" if subject and lead.strip() else ""
        action = found.change or verb or level or self._verb
        self._remember(indicator, verb, subject, owner, found)
        return Measured(indicator, action, carried)

    def _remember(self, indicator: str, verb: str, subject: str, owner: str, found: Found) -> None:
        self._verb = verb or self._verb
        if owner:
            self._owner = owner
        elif not _BARE.match(subject) and not _SHARE_OF.match(subject):
            noted = self._note_owner(subject)
            counts = found.quantity.kind is Measure.AMOUNT and "元" not in found.quantity.unit
            if counts and not noted:
                self._owner = indicator
        if subject and indicator not in self._named:
            self._named.append(indicator)
        self._indicator = self._last = self._subject = indicator

    def _carried(self) -> str:
        """The measure that a clause without a number spoke of: 投资 of 投资增长加快，全年增长8%."""
        return _GROWN.sub("", self._theme) if _is_measure(self._theme) else ""

    def deal(self, head: Measured, count: int) -> list[str]:
        """The indicators of a series of ``count`` quantities of which ``head`` is the first.

        Where the series has no subject of its own (，分别增长8%、9%), the last ones named.
        """
        dealt = distribute(head.indicator, count)
        if head.carried and len(self._named) >= count and len(set(dealt)) == 1:
            return self._named[-count:]
        return dealt

    def _note_owner(self, phrase: str) -> bool:
        """Whether ``phrase`` begins with an industry, a firm or a place of work: an owner."""
        entity = _ENTITY.match(phrase)
        if not entity:
            return False
        behind = phrase[entity.end() :]
        if behind and not (_BARE.match(behind) or _DOES.match(behind) or opening_verb(behind, 0)):
            return False
        self._owner = clean(entity.group())
        return True

    def _owned(self, phrase: str) -> str:
        """``phrase`` with its owner where it is a mere measure (产值, 占全市比重)."""
        region = _REGION.match(self._indicator)
        if region and phrase in _REGIONS and phrase != region.group():
            return phrase + self._indicator[region.end() :]
        for bare, owners in _SHORT_FORMS:
            short_of = owners.match(self._indicator) if bare.fullmatch(phrase) else None
            if short_of:
                return short_of.group() + phrase
        if _SHARE_OF.match(phrase):
            return self._indicator + phrase
        owner = self._owner or self._title
        if phrase in _SIZES and not self._owner:
            carried = self._subject or self._heading
            owner = carried if 0 < len(carried) <= _LONGEST_OWNER else owner
            self._whole = owner
        if _BARE.match(phrase) and not phrase.startswith(owner):
            return owner + phrase
        return phrase

    def _share(self, subject: str, after: str, *, covers: bool) -> str:
        """What a percentage is of: the rate before it, or whom it says what of after it."""
        holding = _HOLDING.match(after)
        if holding and not subject:
            return clean(holding[1]) + clean(holding[2])
        if covers:
            covered = following(after)
            place = subject if _AREA.search(subject) else ""
            if covered:
                return place + covered
        frame = _FRAME.match(after)
        behind = following(strip_lead(after[frame.end() :])[0] if frame else after)
        if subject:
            whole = (
                behind
                and not frame
                and not re.match("全|覆盖|达标|安排|掌握|考虑|征收|计征|执行", behind)
            )
            return self._owned(subject) + (behind if whole and len(behind) <= 4 else "")
        return behind

    def _funds(self, verb: str, beyond: str) -> str:
        """Money of which only 投资 says what it is: the investment in what it is spent on."""
        spent = _FUNDED.match(beyond)
        object_ = clean(spent[1]) if spent else self._owner or self._topic or self._title
        return object_ + "投资" if object_ else verb


def _object(words: str) -> str:
    """What the last of a chain of verbs acts on: 加强公共卫生 in 支持地方加强公共卫生."""
    rest, verb = strip_lead(words)
    for helped in range(2, _LONGEST_HELPED + 1):
        if verb in _HELPS and opening_verb(rest, helped):
            return strip_lead(rest[helped:])[0] or rest
    return rest


_HELPS = lexicon("支持 帮助 补助 鼓励 引导")
_LONGEST_HELPED = 5


_LEVEL = re.compile(r"达|突破|超")
_DONE_WITH = re.compile(r"^.*(?:建设|新建|建成|改造)$")
_FIXED_OPENERS = lexicon("新开工 新登记 开复工 在建 新签约")


def _split_subject(phrase: str) -> tuple[str, str]:
    """The object after the last verb inside ``phrase``, and the owner that stands before it."""
    hidden = hide(phrase)
    names = vocabulary().measures
    if phrase in names or phrase.startswith("每"):
        return phrase, ""
    for position in range(len(hidden) - 2, 1, -1):
        length = _MIDDLE.at(hidden, position)
        if not length:
            continue
        verb, behind = phrase[position : position + length], phrase[position + length :]
        reached = position > 2 and verb in _REACHES
        if reached and (_BARE.match(behind) or behind in NOUN_VERBS):
            owner = clean(strip_end(strip_lead(phrase[:position])[0]))
            return owner + behind, owner if _BARE.match(behind) else ""
        if behind[:1] in _JOINING and opening_verb(behind, 1):
            behind = behind[1 + opening_verb(behind, 1) :]
        if (
            len(behind) < 2
            or behind in NOUN_VERBS
            or behind in {"就业", "通车"}
            or phrase.endswith("率")
            or COMPOUND_TAIL.match(behind)
            or behind[0] in "占的、和及与并或等"
            or any(phrase[cut:] in names for cut in range(position + 1))
        ):
            continue
        if verb == "新建" and not _PLACED.search(hidden[:position]):
            if _TOWN_OR_COUNTRY.fullmatch(hidden[:position]):
                return phrase[:position] + behind, ""
            continue
        if verb == "新增" and _ABILITY.match(behind):
            return phrase[:position] + behind, ""
        owner = clean(strip_end(strip_lead(phrase[:position])[0]))
        entity = _ENTITY.match(owner)
        whole = bool(entity) and entity is not None and entity.end() == len(owner)
        if whole and verb == "年产":
            return owner + behind, owner
        if verb == "提出" or behind[0] in "到在从":
            behind = strip_lead(behind)[0]
        return behind, owner if whole else ""
    return phrase, ""


_REACHES = lexicon("实现 完成 累计完成")
_PLACED = re.compile("在|[内里中]$")
_TOWN_OR_COUNTRY = re.compile("城镇|农村|城市|城乡")
_ABILITY = re.compile("(?:吞吐|生产|供水|处理|装机|综合|接待)?(?:能力|产能|容量|装机)$")


def distribute(phrase: str, count: int) -> list[str]:
    """The ``count`` indicators that 分别 deals a series out to; the phrase for each otherwise.

    A shared measure at the end (产值) is copied to every member, so is a shared owner at the
    beginning (企业) of rates.
    """
    dealt = phrase.find("分别")
    if dealt > 0:
        return _each_does(phrase[:dealt], phrase[dealt + 2 :], count)
    branches = _BRANCHES.match(phrase)
    if branches and len(branches[1]) == count:
        return [branch + branches[2] + branches[3] for branch in branches[1]]
    parts = _members(phrase, count)
    if len(parts) != count or count < 2:
        return [phrase] * count
    group = _GROUP.search(parts[-1])
    if group:
        parts[-1] = parts[-1][: group.start()]
        return [clean(part) + group[1] for part in parts]
    for shared in (_PER_UNIT, _OF_ALL):
        front = shared.match(parts[0])
        if front:
            parts = [part if shared.match(part) else front.group() + part for part in parts]
    head = _MEASURE_HEAD.search(parts[-1])
    if head and head.start() > 0:
        parts = [part if _OWN_HEAD.search(part) else part + head.group() for part in parts]
    owner = _POPULATION.match(parts[0])
    if owner and all(_RATE.search(part) for part in parts):
        parts = [part if _POPULATION.match(part) else owner[1] + part for part in parts]
    return [clean(part) for part in parts]


_SHORTEST_OBJECT = 4


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


def following(after: str) -> str:
    """The noun phrase right after a number: 配套项目 in 77个配套项目签约落地, or nothing."""
    words = after.lstrip()
    words = words[1:] if words.startswith("的") else words
    words = _RELATIVE.sub("", words, count=1)
    if (
        not words
        or words[0] in "，。；、,;:：）)（(和及与并或以而且等"
        or _ONWARD.match(words)
        or _FRAME.match(words)
    ):
        return ""
    words = _REMARK_INSIDE.sub("", words)
    hidden = hide(words)
    year = INNER_TIME.search(hidden, 2)
    stop = year.start() if year else len(words)
    end = _NOUN_ENDS.search(hidden, 0, stop)
    stop = end.start() if end else stop
    stop = _predicate_at(hidden, stop)
    phrase = _LOCATIVE.sub("", clean(words[:stop]))
    phrase = "" if _STRAY.match(phrase) else _without_task(phrase)
    return phrase if len(phrase) > 1 or phrase in _PLACES else ""


def _predicate_at(hidden: str, stop: int) -> int:
    """Where the predicate of a noun phrase begins that ends before ``stop``, else ``stop``."""
    name = _NAMED.search(hidden, 0, stop)
    for position in range(stop):
        named = name is not None and position < name.start()
        if position > 1 and _is_place(hidden, position):
            return position
        length = (_CONDUCTS if named else _PREDICATES).at(hidden, position)
        if not length and not named and 1 < position < len(hidden) - 3:
            length = _PURE_VERBS.at(hidden, position)
        if position > 1 and not length and (done := NOUN_VERBS.at(hidden, position)):
            length = done if hidden.startswith("了", position + done) else 0
        if length and not (
            is_compound(hidden, position, position + length)
            or (position and hidden[position - 1 : position + 1] in _ACROSS)
        ):
            return position
        adverb = _ADVERBS_INSIDE.at(hidden, position) if position > 1 else 0
        if adverb and opening_verb(hidden, skip_adverbs(hidden, position + adverb)):
            return position
    return stop


def _is_place(hidden: str, position: int) -> bool:
    """Whether 在 with a place stands at ``position``."""
    return (
        hidden[position] == "在"
        and hidden[position - 1] not in "存现所"
        and not WHOLE.at(hidden, position)
    )


def _disposed(phrase: str) -> str:
    """What stands behind the last 把, 将 or 使 of ``phrase``."""
    for position in range(len(phrase) - 3, -1, -1):
        if phrase[position] in "把将使" and not WHOLE.at(phrase, position):
            return strip_lead(phrase[position + 1 :])[0]
    return phrase


def _split_predicate(phrase: str) -> tuple[str, str]:
    """The subject and the verb of a clause that ends in its verb: 服务水平稳步提升."""
    verb = phrase[-2:]
    if len(phrase) < 5 or verb not in VERBS:
        return phrase, ""
    subject = _MANNER.sub("", phrase[:-2])
    nominal = verb in NOUN_VERBS and len(subject) == len(phrase) - 2
    return (phrase, "") if nominal else (strip_end(subject), verb)


def _is_measure(phrase: str) -> bool:
    """Whether a phrase names something that has an amount, so that it can be carried on."""
    if phrase[-1:] not in _MEASURE_ENDS and "均" not in phrase:
        return phrase in vocabulary().measures
    return bool(_MEASURE_HEAD.search(phrase) or _GROWN.search(phrase))


def _without_task(phrase: str) -> str:
    """The thing itself where a phrase ends in what is done to it: 老旧小区改造工程."""
    if phrase[-1:] not in _TASK_ENDS:
        return phrase
    thing = clean(_TASK.sub("", phrase))
    return thing if len(thing) > 2 else phrase


def clean(phrase: str) -> str:
    """``phrase`` without inner times, white space, and marks or particles at its ends."""
    phrase = "".join(phrase.split())
    if "年" in phrase:
        phrase = INNER_TIME.sub("", phrase)
    phrase = phrase.strip(_MARKS)
    if phrase[:1] in _JOINTS or phrase[-1:] in _JOINTS:
        phrase = _ENDS.sub("", phrase)
    if not _PAIRED.search(phrase):
        return phrase
    for pair in ("“”", "（）", "()", "《》"):
        if phrase.count(pair[0]) != phrase.count(pair[1]):
            phrase = phrase.strip(pair)
    return phrase
