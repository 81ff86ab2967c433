"""What is left out at the two edges of a phrase: times, adverbs, verbs, particles.

Chinese writes no spaces, so a character that is a word of its own (对, 过, 为) may also be part of
another (对外, 过程, 行为). Each edge has two word lists: what is left out, and the words that only
look like it; the longest word decides. All are closed classes of Chinese, from the grammar words
of a dictionary and from work reports of several levels and decades.
"""

from __future__ import annotations

import re

from policydiff.commitments.lexicon import (
    ADVERBS,
    LOOSE,
    NOUN_VERBS,
    VERBS,
    Lexicon,
    lexicon,
    opening_verb,
    skip_adverbs,
)
from policydiff.commitments.patterns import AND, beginning
from policydiff.commitments.vocabulary import vocabulary

DIGITED_YEAR = (
    r"(?:(?:[1１][9９]|[2２][0０])\d{2}|[一二][九〇○零０0][〇○零０0一二三四五六七八九]{2})"
)
_TIME = (
    r"(?:力争|争取|确保)?(?:[到至自从由]|截至|截止|提高到|增加到|达到)?"
    r"(?:[“\"]?(?:十[一二三四五六]?|[六七八九])五[”\"]?(?:规划|计划)?(?:期间|时期|期末|末期?|以来|初期?)?"
    rf"|{DIGITED_YEAR}(?:年?[-—–~～至到、和]{DIGITED_YEAR})?(?:年?[一二两三四五]年|年度?|(?=[底末初前]))"
    r"|(?:今后|未来|过去|近|前|头|这|后)?[一二三四五六七八九十两几\d]{1,2}年(?:多?来(?![华自访])|多|[内间里]|中(?!央))?(?!行动|计划|规划|期|级|制|代|以上)"
    r"|(?:[1１一][—–~～至-])?\d{1,2}月(?:\d{1,2}日)?[底末份]?前?"
    r"|(?:今后|未来)一段时[期间]|本世纪末?|本届\w{0,4}|[今明去前上]年|[今明去]{2}两年|全年|年内|年度|上半年|下半年|前[一二三]个?季度|第?[一二三四]季度|年[底末初]|[一二三四五六七八九]十年代(?:[初中末]期?)?)"
    r"(?:[底末初前内间起的]|来(?![华自访])|中(?![央国心小等华共西部])|以[前来内]|年[底末]|上半年|下半年|\d{1,2}月)*[，,]?"
)
INNER_TIME = re.compile(
    rf"[到至]?{DIGITED_YEAR}年(?:[底末前])?|[去今明]年(?!度)[底末初]?"
    r"|(?<=..)年均(?=新增|[\u4e00-\u9fff]{2}率)"
)

WHOLE = lexicon(
    """
    的士 的哥 的确 即将 即时 即使 即便 即期 全国重点 全国文明 全国卫生 全国优秀 全国示范 全国先进
    全国劳动 全国名 全国人大 全国政协 全国人民 全国百 全国性 全国首 全国一 全国统 全国各族
    全国各界 全国青
    全国财政赤字 全国财政性 全国财政支出
    全国五一 全国社会保障基金 全国双拥 全国法治 全国社会信用 全国同胞 各级财政 各级政府 各类学校
    各级各类学校 有机
    有色 有限 有效 有关 有序 有轨 有线 有形 有益 有偿 有害 有无 有力 有些 有利 有权 有赖 有毒 有步
    有望 有所 有氧 有声 有功 有为 年均 年龄 年轻 年产 年产值 年产量 年产能 年收 年货 年报 年检 年画
    年老 年限 年级 年轮
    年终 年审 年鉴 可持续 可再生 可支配 可比 可行 可靠 可信 可控 可用 可交易 可利用 可循环
    可降解 可回收
    可开采 可研 可视 可穿戴 可追溯 可调 增收节支 增支减收 减收增支 增产节支 增产增收 增产节约
    能源 能力 能耗 能级 能效 能量 能人 新开工项目 新开工建设项目 年利 年应 年薪 年会 年票 年金
    启动区 启动资金 启动仪式 全省性 全市性 全县性 全区性 年销售 年营业 年营收 年主营 年纳税
    对外 对口 对方 对象 对策 对接 对应 对冲 对联 对虾
    对台 对华 对照 对流 为民服 为民办 为民解 为老服 为老办 为农服 为农办 为企减 为企服 为企办 为侨服
    为民减
    为军服 为数 向往 向日 向阳 向导 把关 把握 把控 把手 把脉 把门 将军 将士 将领 从业 从事 从严
    从优 从教 从属 从轻 从重 按期 按揭 按劳 按需 按键 按摩 给排 给予 给水 给养 给付 使用 使命 使馆
    使者 使领 让利 让渡 在孵 在建 在校 在册 在园 在岗 在职 在线 在用 在场 在编 在籍 在营 在研 在库
    在产 在售 在读 在学 过程 过去 过剩 过渡 过度 过关 过硬 过低 过高 过境 过冬 过夜 过路 过江 过河
    过海 过街 过桥 过滤 过敏 过期 过热 过户 过闸 过坝 过山 过水 过磅 过筛 过载 计划生育 计划总
    更新改造投资 更新改造资金 更新改造支出 关闭破产 帮扶项目 帮扶资金 帮扶活动 帮扶措施 计划投资
    年度计划投资
    创新联合体 创新团队 创新人才 创新工作室 创新群体 创新成果 创新企业 创新项目 创新载体 创新主体
    扶持对象 帮扶对象 救助对象 补助对象 资助对象 下岗职工 下岗失业 下岗人员 下岗工人
    创新券 创新中心 创新基地 创新实验室 创新学院 创新创业 改革试点 服务专员 服务专班 服务队 服务点
    洽谈会 培训班 培训中心 训练营 检查站 检测站 监测站 监测点 监控点 养护站 救助站
    境内财政 创新产出 计划经济 计划单列 计划外 计划内 境内上市 境内外 造林绿化 绿化造林 出口退税
    出口创汇 增加值
    """
)
"""Words that begin with what is left out in front, or with the aspect of a verb (过)."""

_INSIDE = lexicon(
    """
    没有 具有 所有 拥有 国有 私有 公有 含有 持有 特有 自有 固有 享有 专有 稀有 主要 重要 需要
    必要 首要 次要 纲要 摘要 人均 平均 户均 日均 月均 亩均 首都 成就 造就 公共 中共 行为 作为 认为
    成为 归还 偿还 交还 退还 返还 未来 往来 外来 原来 后来 以来 起来 节约 集约 契约 签约 预约 履约
    违约 续约 合约 公约 条约 制约 附近 临近 邻近 就近 存在 现在 所在 潜在 发达 传达 表达 雷达 抵达
    下达 赶超 反超 报到 迟到 收到 周到 倍增 新增 激增 可以 即将 市场预期 社会预期 全覆盖 做到 得到
    加以 予以 难以 行动计划 改造计划 培养计划 培育计划 发展计划 建设计划 工程计划 人才计划 支持计划
    提升计划 资助计划 攻坚计划 生产计划 招生计划 年度计划 五年计划 国家计划 专项计划 科技计划
    倍增计划 创新 更新 高新 翻新 革新 最新 全新 维新 清新 崭新 自新 焕新 以旧换新 推陈出新
    功能 智能 性能 职能 技能 节能 产能 储能 动能 势能 光能 热能 核能 风能 潜能 效能 机能 赋能 氢能
    电能 太阳能 体现 发现 出现 表现 展现 兑现 重现 呈现 涌现 再现 变现 贴现 反应 供应 效应 响应
    适应 对应 感应
    必须 许可 认可 条约 可能 小微 轻微 细微 显微 战略 策略 方略
    """
)
"""Words that end in what is left out behind."""

_BEHIND = lexicon(
    """
    有 保持 维持 实现 完成 达到 达成 预计 预期 力争 争取 将 要 已 已经 均 都 分别 各 各自 新增 全年
    年均 每年 年产 累计 同口径 同比 比上年 较上年 比去年 较去年 同期 平均 占 估计 今年 去年 明年
    安排 拟安排 新安排 再安排 先安排 拟 缩减 每年 每月 每天 每日 仍 仍然 依然 却 就 只 还 又 仅 以
    按 按照 减按 仍以 仍按 却按 就按 只按 继续 持续 一直 始终 也 基本 全部 共 总计 合计 共计 为 是
    至少 至多 不少于 约 近
    超 达 到 净增 提升 提高 增加 扩增 扩大 增 动态 动态清 动态为 由 由年 从 ： : 、 ， , （ ( 计划
    规划为 要求 可 可以 能够 连年 连续 首次 陆续 相继 逐年 普遍 总体 实际 或 或略 达到或 在 定在
    设定 预定 原定 已投入 共投入 累计投入 多年 共有 中有 其中有 预期目标 调控目标 建成通车 建成投用
    建成投产 初步 现在 到现在 目前 覆盖 大约 大概 先后 双双 统一 统一由 总共 一共 还可能 可能
    也可能 进一步 后来 新 惠及 一律 再拿出
    相应 相应地 已达 就占 就达 一举 接连 连跨 跨越 现已 则 则由 则达 止跌 开始 拟先 都能 双双跨越
    均已 日益 必须 应当 应 须 原则上 现 同步 冲刺 年内 微 略 略有 小幅 大幅 大幅度
    """
)
"""Words between what is measured and its number."""


def _backwards(words: Lexicon) -> Lexicon:
    return Lexicon(word[::-1] for word in words)


_BEHIND_BACKWARDS, _INSIDE_BACKWARDS = _backwards(_BEHIND), _backwards(_INSIDE)
_BEHIND_ENDS = frozenset(word[-1] for word in _BEHIND)
_QUOTED_FROM = (
    r"会?(?:超过|高于|低于|达到)?(?:党?中央|国务院|国家|[省市区县]委?|[省市区县]政府)?《[^》]{1,30}》[中所]?"
    r"(?:提出|确定|规定|明确|下达)"
)
"""Of which paper a number is quoted: 会超过县委《建议》提出的."""
_ORDINAL_COUNT = r"[\d一二三四五六七八九十两几]+"
_TAIL = re.compile(
    rf"(?:(?:{DIGITED_YEAR}年?[-—–~～至到])?{DIGITED_YEAR}年(?:[底末初前内])*(?:的?[一二三四五六七八九十两]{{1,3}}年[间里内])?|(?<=.{{3}})清"
    rf"|(?:从?{_ORDINAL_COUNT}月?份?[-—–~～至到])?{_ORDINAL_COUNT}月份?|(?<=目标|指标|标准|任务)定|连续第?{_ORDINAL_COUNT}个?[年季月]度?|提前{_ORDINAL_COUNT}(?:个[季月]度?|年|天)"
    rf"|[今去明上本前]?年[底末初]|(?<!第)[一二三四五六七八九十两几]{{1,3}}年(?:多?来|间|平均(?:每?年)?)|(?<=.{{4}})(?<![一二三四五六七八九〇○零])[两三四五十]年"
    r"|(?<=.{4})人均|(?<=[数量值额资入口费积支款])[\d两三四五]?年|扣除(?:价格|物价)(?:上[升涨])?因素后?|按照?(?:可比|(?:\d{4}年)?不变|当年|现行|同|\d{4}年)?(?:价格?|口径)计?算?|第?[一二三四]季度|[上下]半年"
    r"|每(?:(?:\d+|[百千万])?(?:[人户亩斤吨度]|公斤|千瓦时|立方米))(?:每[年月日天])?|[由从]?(?:过去|[前后近])[一二三四五六七八九十两\d]+年|(?<=..)[\d一二三四五六七八九十两]+次|(?:按照?|以)(?:[上去今]年|{DIGITED_YEAR}年)?(?:实际|同期|预算)?(?:数额|执行数|基数)|(?<=..)(?:[位排]?[居列名为])?全[国省市]第[一二三四五六七八九十\d]+[位名]?|(?:考虑|剔除|扣除)[^，]{0,20}因素(?:影响)?后?|(?<=.{3})达?到?每[十百千万]\w{0,5}(?:人口|人|户|所|个|平方公里)"
    r"|(?<=..)达?到?[\d一二三四五六七八九十]+大[类项]"
    r"|(?<=项目|工程|住房|置房|租房|障房)(?:开复工|开工|竣工|签约|落地|投产)|(?<=...)完工|(?<!经济)(?:预期)?(?:增长|增速)(?:预期)?目标|(?<=增长|增速|涨幅)目标|(?<=基金)积累"
    rf"|(?<=..)(?:年均|累计|每年)(?:吸引|接待|服务|惠及)|{_QUOTED_FROM}的?|[\s\u3000])$"
)
_TAIL_ENDS = frozenset(
    "出确达的次额数第一二三四五六七八九十位名响径格清份定年底末初前度季月天来间均素价后算人户亩日口所个类项工约地产标累引待务及里内斤吨时米计"
    "0123456789 \t\r\n\u3000"
)
_TAIL_BEGINS = frozenset(
    "会超高低达到预增党中国省市区县《第一二三四五六七八九十两几今去明上下本前年定清连提人扣按每由从过后近以位排居列名为全考剔达到开竣签落投目积累完"
    "0123456789０１２３４５６７８９ \t\r\n\u3000"
)
_TAIL_FROM = beginning(_TAIL_BEGINS, _TAIL)
_LEAVES_BEHIND = _BEHIND_ENDS | _TAIL_ENDS
"""The characters that what is left out behind ends in."""


def strip_end(words: str) -> str:
    """``words`` without the times, adverbs and verbs that lead from a noun to its number."""
    if words[-1:] not in _LEAVES_BEHIND:
        return words
    backwards, end = words[::-1], len(words)
    while end and words[end - 1] in _LEAVES_BEHIND:
        at = len(words) - end
        length = _BEHIND_BACKWARDS.at(backwards, at)
        if length and _INSIDE_BACKWARDS.at(backwards, at) > length:
            length = 0
        if not length and words[end - 1] in _TAIL_ENDS:
            phrase = _TAIL_FROM.search(words, 0, end)
            length = end - phrase.start() if phrase else 0
        if not length:
            break
        end -= length
    return words[:end]


_JOINT = re.compile(rf"(?:{AND}|并且|或者|、)+")
_JOINT_BEGINS = frozenset("、以和及与并或")
_AGENT = re.compile(
    r"(?:国务院(?:各部门|有关部门)?|国家|(?:中央|地方|各级|[省市区县])(?:[和及]地方)?(?:人民)?(?:政府|财政)|(?:人民)?政府)(?:投资)?"
    r"|(?:省|市|县|区|乡|镇|村){2,4}(?:[二两三四]级)?(?:共|联动)?|主?城区|园区|各?(?:乡镇|街道|社区|部门|单位|学校|企业)共"
)
"""Who acts: left out where a verb follows (国家支持…), kept in 中央财政投入."""
_AGENT_BEGINS = frozenset("主城国中地各省市区县人政乡镇村园街社部单学企")
_ASPECT = re.compile(
    r"[（(](?:提升|改建|扩建|改扩建|改造|新建|续建|迁建|更新|提质)[）)]|(?:成功|完成|完毕)?[了着好过](?!关)|起来|到位|出(?=.*的|了|$|[一大许]?[批量])"
)
_ASPECT_BEGINS = frozenset("（(了着好过起到成完出")
_OPENING = re.compile(
    rf"(?![“\"][^十六七八九])(?:{_QUOTED_FROM}的(?![^，]{{0,3}}(?:目标|任务|要求|部署|措施|政策)(?:任务)?$)(?=..)"
    r"|(?:年初|原来?|已经?)(?:确定|提出|预定)的(?![^，]{0,3}(?:目标|任务|要求|部署|措施|政策)(?:任务)?$)(?=..)"
    r"|(?<=年)开始(?=..)|拟(?=连续|逐[年步])|再(?=[为向给对从])"
    rf"|(?:[\s、，,：:；;”’的]|{AND}|而|要(?=[把将对使]|力争|争取)|但是?|尽管|虽然|仅|只|因[此而]|从而|现在|目前|至今|迄今"
    r"|即|指(?=[在以为])|[为对由]此)+"
    r"|向[^，的、]{2,10}?(?=推介|发布|输送|推送|拨付|派出|派遣|投放|捐赠)"
    rf"|全国(?=..)|从[^，]{{2,12}}?中(?![小央心国等])|{_TIME}"
    r"|(?:各[项类种级]|一批|一系列|一项|这些|上述|多个|若干|大批)+(?=.)"
    r"|(?:要求|结果|原来?估计|(?:比|较|同比)(?:[上去]年|[^，比较]{1,6}(?<![提当目])前)|各(?=城镇|城市|农村|乡镇)|各(?:区县|县区|县市|[县区市])(?:[（(][^（）()]*[）)])?(?![级域直辖])(?=.{4})|仅(?!有)|[今明去]{2}两年)(?=..)"
    r"|(?:以上|上述|这)?[一二两三四五六七八九几]+(?:部分|项|方面|者)(?:措施|政策|相加|合在一起|加起来|加在一起)?(?=共|合计|一共|总共)"
    r"|[共现]?有(?!.*的)(?=..)|涉及(?=[^的]{2,}$)|分[一二两三四五六七八九十\d]+(?:批次?|期|步)(?=..)"
    r"|(?:拟|将|要)(?=[在到从由用])|计划(?=..)|在[^，]{1,8}(?:初期|中期|末期|后期|期间|时期)"
    r"|每[年月周日天](?=..)|(?:专项)?用于(?=[^的]+$|[^的，]*[、和])(?=..)"
    r"|(?:比较|较为|十分|非常|最为|更加|更为)[^，的]{1,4}的(?=..)"
    r"|为(?:(?:各类)?(?:企业|个人|群众|居民|市场主体|经营主体|农民)[和、]?)+(?=减[税轻免]|降|节[约省]|争取|新增|提供|解决|办[理成])"
    r"|提请[^，]{2,12}?(?:审议(?:通过)?的?(?=..)|(?=制定|修[订改]|批准))|为[^，的]{2,16}?而[^，的]{1,6}的(?=..)"
    r"|年(?=.)|多年(?:来|累计)?(?=..)|连续第?[\d一二三四五六七八九十两几]+年(?=..)"
    r"|(?:对(?!.*(?:(?:进出口|[进出]口|贸易|投资|转移支付)(?:总?额|占比|比重)|[进出]口|转移支付|贡献率)$)|为了?|向|把|将|由(?![^，]{2,12}的(?:比重|比例|占比))|从|按照?|给|于|使得?|让|在(?!.(?:世界500强|两院院士|院士|高校|央企|外资企业|上市公司))(?![^，的]*(?:就业|居住|就读|务工|经商|注册)的(?=..)[^的]*$)|获(?=全国|国家级|国际|世界|省[部级]|[市县区]级)))"
)
"""What may stand before any phrase: marks, conjunctions, the nation, times, prepositions."""


_LONGEST_MEANS = 10
_MEANS = re.compile(r"(?:方式|渠道|途径|形式|办法)(?=..)")
_RELATIVE_SHARE = re.compile(
    r"(?:获得|达到|参加|享受|开展|取得|完成|实行|提供).{1,14}的.{2,}(?:占比|比重|比例|[^，]率|人?数)$"
    r"|(?:参加|享受|领取|持有|接受|从事).{2,14}的(?:[^，的]{0,4}(?:人口|人员|职工|农[户民]|居民|学生|儿童|老年?人|家庭|群众|企业|单位)|[人户])$"
    r"|接待[^，]*?人次(?=$|[和、])"
)
_RELATIVE_BEGINS = frozenset("获达参享开取完实提领持接从")
_GAINS = lexicon("得到 获得 取得 赢得")
_WORDS = Lexicon(WHOLE | LOOSE | ADVERBS)
_NOUNS_TOO = lexicon("出口 进口 造林 绿化 搬迁安置 拆迁安置 转移就业 清退复耕")
_OPENING_BEGINS = frozenset(
    "、，,：:；;的”’ \t\n\r\u3000涉分结原较同去明两"
    "再会超党中国省市区县《这上有每用提专拟共非比较最更为以和及与并或而要但尽虽仅只因从"
    "二计第现目至迄即指全各一这上多若大年连获"
    '开高低已原拟力争确到自由截提增达“"十六七八九今未过近前头后几两三四五本明去下对为向把将按给于使让在'
    "0123456789１２"
)
"""The characters that marks, conjunctions, times and prepositions begin with."""
_OPENS = _OPENING_BEGINS.union(
    "国省市区县政中地乡镇村园街社部单学企主城",
    (word[0] for words in (VERBS, ADVERBS, LOOSE) for word in words),
)
"""The characters that anything left out in front begins with: others open a noun."""


def strip_lead(words: str) -> tuple[str, str]:
    """``words`` without the time, adverbs and verbs that open it, and the last of those verbs.

    A phrase that is a headline measure (城镇新增就业, 实际利用外资) is left whole.
    """
    names = vocabulary().measures
    position, verb = 0, ""
    while words[position : position + 1] in _OPENS and words[position:] not in names:
        after, opened = _after_opening(words, position, verb)
        if after == position:
            break
        position, verb = after, opened or verb
    return words[position:], verb


def _after_opening(words: str, position: int, verb: str) -> tuple[int, str]:
    """Where the word ends that opens a phrase at ``position``, and the word if it is a verb.

    The end is ``position`` itself if a noun stands there. ``verb`` is the verb before it.
    """
    length = 0 if verb in _GAINS else opening_verb(words, position)
    known = _WORDS.at(words, position)
    whole = known and WHOLE.at(words, position)
    if length and length >= whole:
        end = position + length
        if (
            (verb and words[position:] in NOUN_VERBS)
            or words[position:] in _NOUNS_TOO
            or (words[position] in _RELATIVE_BEGINS and _RELATIVE_SHARE.match(words, position))
        ):
            return position, ""
        aspect = None
        if words[end : end + 1] in _ASPECT_BEGINS and not WHOLE.at(words, end):
            aspect = _ASPECT.match(words, end)
        return aspect.end() if aspect else end, words[position:end]
    joint = None
    if verb and words[position] in _JOINT_BEGINS:
        joint = _JOINT.match(words, position)
    if joint and VERBS.at(words, joint.end()):
        end = joint.end() + VERBS.at(words, joint.end())
        aspect = _ASPECT.match(words, end) if words[end : end + 1] == "了" else None
        return (aspect.end() if aspect else end), words[joint.end() : end]
    agent = None if verb or words[position] not in _AGENT_BEGINS else _AGENT.match(words, position)
    if agent:
        at = skip_adverbs(words, agent.end())
        acts = opening_verb(words, at)
        acts = acts or 2 * words.startswith("提请", at)
        if acts and (at > agent.end() or words[at : at + acts] not in NOUN_VERBS):
            return agent.end(), ""
    length = known and LOOSE.at(words, position)
    if length and length >= whole:
        return position + length, ""
    if length or (known and ADVERBS.at(words, position)):
        after = skip_adverbs(words, position)
        if after > position and after - position >= whole:
            return after, ""
    opening = _OPENING.match(words, position) if words[position] in _OPENING_BEGINS else None
    if opening and opening.end() - position <= whole:
        return position, ""
    if opening and not (verb and words[position] in "对为向由从按给于让在"):
        return opening.end(), ""
    return _after_means(words, position), ""


def _after_means(words: str, position: int) -> int:
    """Where 通过… ends: before the verb that it serves (通过招标采购), or after 方式, 渠道."""
    by = words.startswith("通过", position)
    if not by and not words.startswith(("以", "采取", "采用"), position):
        return position
    means = _MEANS.search(words, position)
    if means:
        return means.end()
    if not by:
        return position
    for end in range(position + 4, min(position + _LONGEST_MEANS, len(words) - 2)):
        if opening_verb(words, end):
            return end
    return position


_MARKS = "、，,：:；;。· —-"
_JOINTS = frozenset("的和及与并或以")
_ENDS = re.compile(
    rf"^(?:{AND}|的(?![士哥确])|[{_MARKS}])+|(?:{AND}|(?<!目)的|(?<=[项科节栏题]目)的|[{_MARKS}])+$"
)
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))
_PAIRED = frozenset("“”（）()《》")


def clean(phrase: str) -> str:
    """``phrase`` without inner times, white space, and marks or particles at its ends."""
    if (
        phrase.isalnum()
        and phrase[0] not in _JOINTS
        and phrase[-1] not in _JOINTS
        and "年" not in phrase
    ):
        return phrase
    phrase = "".join(phrase.split())
    if "年" in phrase:
        phrase = INNER_TIME.sub("", phrase)
    phrase = phrase.strip(_MARKS)
    if phrase[:1] in _JOINTS or phrase[-1:] in _JOINTS:
        phrase = _ENDS.sub("", phrase)
    if phrase[:1] in _PAIRED or phrase[-1:] in _PAIRED:
        for begin, end in _PAIRS:
            if phrase.count(begin) != phrase.count(end):
                phrase = phrase.strip(begin + end)
    return phrase
