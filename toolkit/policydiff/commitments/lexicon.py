"""The verbs, adverbs and scope words of Chinese planning prose.

One list per word class, longest match first, collected from work reports, plans and task
tables of several levels and decades. They name no place, firm or project. ``VERBS`` open a
commitment and always leave a noun phrase behind; ``NOUN_VERBS`` do so only where what
follows is not the second half of a compound (投资 in 投资100亿元, not in 投资总额).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping


class Lexicon(frozenset[str]):
    """A set of words that finds the longest of them at a position of a text.

    ``at(text, position)`` is the length of the longest word that ``text`` has there, 0 if none.
    """

    at: Callable[[str, int], int]

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Take the words of one character apart, the longer ones by their first two."""
        single = frozenset(word for word in self if len(word) == 1)
        longer: dict[str, list[str]] = {}
        for word in sorted(self - single, key=len, reverse=True):
            longer.setdefault(word[:2], []).extend([word] if len(word) > 2 else [])
        self.at = _finder(
            single,
            {
                opening: (2 if opening in self else int(opening[0] in single), tuple(words))
                for opening, words in longer.items()
            },
        )


def _finder(
    single: frozenset[str], openings: Mapping[str, tuple[int, tuple[str, ...]]]
) -> Callable[[str, int], int]:
    """What finds words by their ``openings``: how long the shortest is, and all longer ones.

    It is a closure because it is called more often than anything else.
    """
    opened = openings.get

    def at(text: str, position: int) -> int:
        opening = text[position : position + 2]
        found = opened(opening)
        if found is None:
            return 1 if single and opening[:1] in single else 0
        least, longer = found
        for word in longer:
            if text.startswith(word, position):
                return len(word)
        return least

    return at


def lexicon(words: str) -> Lexicon:
    """The words that white space separates in ``words``."""
    return Lexicon(words.split())


VERBS = lexicon(
    """
    实现 完成 提出 达到 做到 新增 新增加 新增设 新增设立 净增 增设 大修 落地 开业 落户 投运
    退出 停建 缓建 停征 夺得 基本建成 基本完成 基本实现 基本形成 到位
    根治 移交 增加 增配 加装 新建 新建成 续建 改建 扩建 改扩建 新改扩建 新改建 新续建
    新开工 新签约 新引进 新培育 新认定 新登记 改造 提质改造 改造提升 改造升级 提升改造
    升级改造 维修改造 翻建 重建 建设 建成 建好 建强 建立 建立健全 打造 构建 构筑
    筑牢 夯实 培育 培育壮大 培育引进 培养 壮大 引进 引进培育 引入 引育 招引 引导
    支持 推动 推进 推开 促进 加快 加快推进 加快建设 加速 加速推进 加强 强化 提升
    提高 提速 优化 优化提升 完善 健全 深化 扩大 扩充 拓展 拓宽 扩容 增强 增进 加大
    开展 开工 开工建设 新开工建设 开复工 复工 实施 推动实施 组织实施 落实 启动 启动建设
    启动实施 组织 举办 承办 办好 办成 举行 召开 发放 发行 拨付 下达 安排 筹集
    筹措 获得 得到 取得 争取 赢得 拥有 形成 集聚 聚集 汇聚 吸引 储备推进 谋划
    谋划实施 签约 签订 签署 引资 竣工 投产 建成投产 建成投用 交付 交付使用 收储
    整合 解决 破解 化解 治理 整治 修复 维修 养护 管护 清理 清退 清除 拆除 拆迁
    搬迁 搬迁关闭 关闭 关停 淘汰 压减 压缩 压降 减少 降低 削减 消减 控制 保持
    稳定 稳住 巩固 巩固提升 巩固拓展 维护 守住 守牢 牢牢守住 确保 保障 保证 做好
    做强 做大 做优 做实 做深 做精 抓好 抓实 抓紧 搞好 用好 用足 管好 办理 创建
    向上争取 争创 创办 制定 编制 出台 修订 加固 除险加固 发布 推出 推行 推广 探索 探索建立 招录 招聘
    安置 回迁安置 回迁 帮扶 扶持 救助 资助 补助 惠及 覆盖 配备 配建 配置
    配套建设 设立 设置 成立 组建 搭建 铺设 敷设 架设 安装 栽植 种植 盘活 出让
    供应 提供 处置 查处 检查 排查 整改 办结 受理 接待 认定 评选 评定 授予 获批
    获评 入选 晋升 输出 生产 年产 年承办 承接 调入 调出 吸纳 带动 拉动 减免
    减轻 退还 免除 偿还 兑现 支付 协助 帮助 推荐 开通 开行 打通 疏通 贯通 连通
    有机更新 更新 滚动实施 规划新增 累计完成 攻克 突破 研制 研发 开发 引领 弘扬
    践行 贯彻 坚持 严控 遏制 防范 防止 防控 杜绝 消除 消灭 根除 打击 打好 打赢
    打响 打破 破除 取消 精简 下放 放宽 规范 理顺 明确 细化 统筹 统筹推进 协调
    延长 缩短 缩小 吸收 选派 选聘 聘任 配齐 遴选 选树 储备 租赁 收回 归集 征收
    向上争取 谋划储备 策划储备 争取到位 筹措到位 引进到位
    创成 建改 启用 配送 完工 新策划 新储备 新策划储备 新谋划
    征集 腾退 腾空 调整 助推 助力 服务 培训 发展 投资 投入 利用 转移 转化 销售
    出口 进口 融资 支出 扩种 播种 造林 绿化 孵化 训练 考察 接入 接收 链接 对接
    参与 参加 申报 申请 布局 建管 挖掘 发挥 激发 释放 活跃 繁荣 丰富 改善 改进
    改革 创新 创造 营造 美化 净化 亮化 硬化 提质 推介 宣传 普及 倡导 鼓励 关爱
    关心 激活 狠抓 叫响 擦亮 树立 注重 接受 履行 强抓 紧盯 奏响 赋能 攻坚 凝聚
    塑造 传承 讲好 唱响 筑起 厚植 涵养 畅通 增殖 放大 延伸 延链 补齐 补强 锻造
    铸牢 深挖 盘点 摸清 查清 兜牢 织密 压实 扛牢 守护 呵护 支撑 服从 争做 牵引
    撬动 汇集 征求 复垦 开垦 修建 兴建 兴办 开办 修筑 架通 增产 增收 节约 收购
    调拨 扭转 克服 纠正 制止 废除 改变 适应 满足 照顾 招收 聘请 派出 接纳 发表
    出版 颁布 严格执行 试制 试行 实行 推动实现 妥善安置 核减 核销 兼并 重组 剥离
    下岗 筹建 修补 清掏 清扫 清运 更换 疏浚 补植 巡查 走访 慰问 抽检 抽查 检测
    监测 核查 查办 侦破 破获 抓获 审结 调解 募集 采购 购置 添置 投放 铺装 粉刷
    把握 调控 回应 公布 调剂 给予
    回收 摸排 深松 挂牌 清欠 兑付 调研 选送 增发 增聘 增开 开设 建造 置换 划拨
    追加 追缴 追回 挽回 收缴 查获 取缔 去化 提质升级 新设 新入库 开挖 代发 探明 识别 新发现 新纳入
    批准 核准 审批 签发 核发 签署 缔结 加入 涌现 涌现出 抢救 抢修 挽救 解救 营救 救治 收治 诊治 接诊
    治愈 裁减 裁撤 撤销 撤并 撤减 动用 调动 拨出 拿出 腾出 划出 让出 筹措到 争取到 吸引到 引进到
    废止 修订或废止 修改 立改废 立改废释 开放共享 节省 节减 省下 兴修 抢建
    试制成功 研制成功 试验成功 开发成功 审议 审核 批复 备案 核定 宣布失效 宣布废止 宣布 免征
    减征 缓征 停征 免收 下调 上调 调低 调高 精减 恢复 录入 损失 转为 变为 支援 评审 通报 约谈
    打掉 捣毁 销毁 铲除 拦截 劝返 遣返 捕获 缉获 追授 表彰 奖励 嘉奖 命名 补发
    可容纳 清淤疏浚 疏浚清淤
    补缴 返还 偿付 补办 补种 抢种 抢收 收获 收割 轮作 休耕 放养 放流 投保 承保 授信 放贷 贷出
    托管 代管 派驻 选调 选配 增派 增补 补充 充实 抽调 调剂出 联建 迁建 移建 改扩 拓建 拓建成
    转贷 转让 转产 转办 转供 续签 换发 颁发 发行了 募得 获取 赢取 换取 缴纳 缴存 提取 少用 多用
    扫除 脱盲 消化 消纳 承办了 主办 协办 参展 参建 认养 认领 认购 领办 创设 首创 开辟 开拓 拓开
    签约成交 成交 外派 输送 送出 派发 分发 播出 录制 拍摄 展出 演出 汇演 巡演 出品 译介 收录 采集
    新植 新栽 移栽 补栽 扩繁 补播 增植 招募 招募留用 留用 铺排 铺排落实 排定 铺开 拜访 会见 约见
    接洽 推介发布 清收 清缴 清拆 征迁 腾挪 盘清 盘出 归还 垫付 列支 退付 配发 发还 领衔 侦结
    查扣 收缴 扣押 没收 吊销 责令 督促
    新辟 新开辟 新开通 新开设 新设立 新组建 新成立 新安装 新创建 新投放
    新聘 新拓展 新购 新购置 新打造 新获批 规划新建 整修 翻修 修缮 翻新 提档升级 提标改造
    整治提升 更新改造 签下 撤除 拆并 归并 整合归并 换装 埋设 布设 布放 飞播 吊装 竞得 印制
    开具 打捞 开凿 划转 移送 批捕 抓捕 侦办 罚没 补建 补划 划定 划设 施划 援建 合建
    募资 补栏 增编 增列 增创 选拔 聘用 包装储备 包装策划 策划包装 策划储备 谋划包装 谋划入库
    储备入库 制订 修编 征用 回购 购建 筹办 培植 封填 建起 办起 盖起 修起 架起 种下
    拿下 引来 迎来 留下 揽获 斩获 捧得 摘得 荣获 喜获 获颁 获赠 捐赠 捐献 募捐 查补 追征 衬砌 砌筑
    铺筑 浇筑 点亮 抢通 承揽 承建 起草 制修订 译制 创排 放映 牵头制定 主导制定 参与制定 复垦复绿
    延续执行 新（改）建 新（扩）建 改（扩）建 新（改、扩）建 新(改)建 引进落地 新引进落地 签约落地
    出动 争得 新建立 改种 新认证 处分 确定 处治 抓建 洽谈 保护提升 策划生成
    策划生成推介 谋划论证
    """
)
"""Verbs that open a commitment and take an object."""

NOUN_VERBS = lexicon(
    """
    建设 改造 维修 维护 养护 服务 培训 发展 投资 投入 利用 转移 转化 销售 出口
    进口 融资 支出 播种 种植 造林 绿化 孵化 训练 储备 租赁 救助 资助 补助 安置
    生产 保障 供应 治理 整治 修复 创新 研发 开发 改革 更新 规划 签约 开工 竣工
    出让 征收 处置 推广 覆盖 交付 提升 调出 安装 配套 检查 控制 监管 承接 认定
    创建 回迁 防控 整合 示范 落地 投产 创造 检测 监测 采购 回收 调研 巡查 投放
    抽检 到位 退出 重建 识别 审批 审核 评审 奖励 表彰 演出 收割 收获 成交 转让
    完工 放映 捐赠 聘用 选拔 修编 修缮 回购 承建 更新改造 整治提升 整修 翻新
    配送 批准 修改 备案 抢修 补充 授信 审议 采集 认购 救治 恢复 托管 处分
    """
)
"""Verbs that also begin compound nouns."""

COMPOUND_TAIL = re.compile(
    r"[率额量值者性型度费款剂类级]|商(?![业务贸品户圈标场超家会])|点(?![对位亮])|区(?![域县块委级])|化(?![工解学债肥粪妆纤])|力(?![量争推促])"
    r"|金(?![融属牌秋])|面(?![向对临貌])|期(?![货间])|权(?![益威])|证(?![券照书])|园(?![区林艺])"
    r"|站(?![点台城])|房(?![地屋产])|业(?![务态主])|品(?![牌质种])|工(?![业作人厂商匠艺会信])"
    r"|数(?![字据智控学码])|户(?![外籍均厕])|总(?![部体结])|项目|资金|基金|(?<=建设)(?:国债|债券)|企业(?!人员|职工|员工|家|负责人)|指数|平台|用地|主体"
    r"|机构|设施(?!蔬菜|农业|渔业|园艺|种植|养殖|大棚)|能力|水平|规模|体系|岗位|收入|人[员口数次]|概算|估算|基地|活动|半径|成本|支出|补贴|时[限间长]|周期|面积|对接(?=活动|会)|(?<=服务)质量"
    r"|任务|目标|计划|行动|试点|示范|标准(?!化)|占|完成|强度|增速|价格|贡献|结构|效[益率]|速度|方式|收益|集团|公司"
    r"|环境|合作|投资|经费|组织|制度|机制|大厅|网络|能级|(?<!建设)生态|要素|动能|驱动|容器|清单|贷款|对象|(?<=服务)事项|安全"
    r"|阶段|格局|理念|战略|策略|模式|路径|流程|效能|空间|潜力|态势|趋势|前景"
)
"""What makes a compound of a ``NOUN_VERBS`` member standing before it."""

_NOUN_TAIL = re.compile(
    "[率额剂券者]|(?<!压缩)(?<!缩短)(?<!减少)(?<!节约)(?<!延长)(?<!节省)(?<!降低)时[限长]|(?:总|平均)时[限长间]|(?<=建成)区(?![级属域内])|(?<=营造)林|量(?!子)|器(?![材械官具])|员(?!工)|链(?![条长主接])|力(?![量争推促求度图])"
    "|性(?![能质别])|化(?![工解学肥债粪妆纤])|型(?!号)|社(?![会区保])|机(?![制构关器会场遇电])|观(?![光众念察测])|类(?![似别型])|不懈|版(?![面图])|(?<!扩大)(?<!缩小)(?<!拓展)范围|(?<=接待)能力|(?<!提[高升])成功率|(?<=运营)(?:中心|公司|商(?!业)|平台|主体|企业)"
)
"""What makes a noun of any verb: 办结率, 投放量, 孵化器, 适应性."""
_NOUN_TAIL_BEGINS = frozenset("成总平中公商主企能时率额剂券者区林量器员链力性化型社机观类不版范")

ADVERBS = lexicon(
    """
    全面 先 积极 大力 持续 深入 扎实 进一步 不断 着力 切实 坚决 稳步 有序 高标准
    高质量 高水平 高效 高起点 高位 全力 继续 逐步 主动 广泛 严格 严厉 充分 认真
    科学 合理 协同 联合 共同 率先 再次 还 应 须 必须 拟 实际 共 再 又 也
    仍 就 着重 突出 牢固 牢牢 坚定 坚定不移 精准 加速 稳妥 稳健 稳慎 平稳 顺利
    圆满 成功 正式 完整 准确 大幅 大幅度 大规模 规范化 多渠道 多方 多措并举 因地制宜
    统一 纵深 滚动 超前 按时 如期 及时 依法 依规 适时 适度 妥善 科学合理 常态化
    制度性 系统化 差异化 高标准高质量 做到 力促 力求 同步 即 专门 抓紧 精心 用心
    倾力 倾心 真正 更加 更好 更 较好 比较 较 快速 迅速 尽快 尽早 立即 最多
    最高 最低 约 近 超 近乎 新 能够 能 年 重点 有效 系统 整体 集中 提前 深度
    按期 从严 从快 就地 综合 实名制 初步 直接 平均 并 且 将 要 均 都 已 另 各 可 可以 可望 有望
    一律 后来
    分别 分批 分段 分步 相应 相应地 普遍 陆续 相继 先后 成批 大批 提早 及早 就 才 只 仅 总共 一共
    现 现已 再度 重新 全部 拟再 计划 按计划 适当 逐年 逐月 逐季 酌情 有计划 有重点 全程 全年
    踊跃 首次 同时 一并 另外 还将 将要 已经 正在 正 会 只能 不再
    """
)
"""Words that belong to the verb after them; before a noun they are part of its name."""

HEDGES_AND_LINKS = lexicon(
    """
    预计 预期 力争 争取 累计 累计达 总共 共计 合计 分别 其中 另外 此外 包括
    特别是 尤其是 全年 年内 当年 每年 年均 同比 我们 同时 首先 其次
    正常年景 正常年景下 今后 最后 最终 已经 现已 至少 至多 大约 先后 努力 已
    """
)
"""Words before a verb or a noun that say when, how much or how surely, or join clauses."""

SCOPES = lexicon(
    """
    全区 全市 全省 全县 全州 全盟 全旗 全镇 全乡 全域 全系统 我区 我市 我省
    我县 我国 我州 本区 本市 本省 本县 区内 市内 省内 县内 境内
    辖区 辖区内 区域内 全区共 全市共 全省共 各地 各级 各类 各项 各种 一批 一系列
    各种形式的 各种形式 各部门 各单位 各有关部门 全区域 全区域内 各地区 各地方 部分 若干
    各种类型的 各类型 相关 有关 新的
    又一批 整个
    """
)
"""Words that say for whom a figure of the document's own area stands, or how many loosely."""

LOOSE = Lexicon(HEDGES_AND_LINKS | SCOPES)
"""What may be left out before any phrase."""
_LED_BY = Lexicon(ADVERBS.union(word for word in LOOSE if not ADVERBS.at(word, 0)))
"""What may stand before a verb: adverbs, or else what is left out before any phrase."""

GROWTH_VERBS = (
    "增长|提高|提升|下降|降低|增加|减少|上升|回升|增幅|增速|压缩|缩短|扩大|上涨|增收|递增|减排|削减"
    "|压减|回落|增产|减|升|降|增|涨"
)


_FIXED = re.compile(r"实际(?:直接)?(?:利用|使用|到位)(?:外|内|金|资|国)|直接[投融]资")
"""What opens a fixed measure, though it looks like an adverb and a verb."""


def is_compound(text: str, position: int, end: int) -> bool:
    """Whether the verb ``text[position:end]`` is the first half of a noun: 孵化器, 投资总额."""
    return bool(
        (text[end : end + 1] in _NOUN_TAIL_BEGINS and _NOUN_TAIL.match(text, end))
        or (text[position:end] in NOUN_VERBS and COMPOUND_TAIL.match(text, end))
    )


def opening_verb(text: str, position: int) -> int:
    """The length of the verb at ``position``, 0 if none or if it is the first half of a noun."""
    length = VERBS.at(text, position)
    if not length:
        return 0
    if text.startswith("建立体", position):
        length = 1
    if text.startswith(("新增设施", "新增设备"), position):
        length = 2
    return 0 if is_compound(text, position, position + length) else length


def skip_adverbs(text: str, position: int) -> int:
    """The position after the adverbs at ``position`` if a verb follows them, else ``position``."""
    if text.startswith(("实际", "直接"), position) and _FIXED.match(text, position):
        return position
    after = position
    while length := _LED_BY.at(text, after):
        after += length
    return after if opening_verb(text, after) else position


ACTING = Lexicon(
    VERBS
    | lexicon(
        """
        融入 给以 改造升级 警示 破题 发力 倾斜 迈进 商签 签下 承包 催生 换取 扶上马 放开 搞活
        调减 调优 过渡 借鉴 采用 采取 列出 列入 纳入 创设 出席 倡导 履行好 发现 密切 确定 确立
        严禁 禁止 厘清 理清 平衡 明晰 重塑 开辟 开拓 联合 培植 扩展 简化 做粗 做长 做精 指明
        提振 邀请 策划 设计 运用 应用 感测 打开 抢占 找准 动员 导入 替代 保护 严格 体现 彰显
        转变 建好用好 用活 招才引智 管好用好 突出 平等保护 重视 关注 迎接 夺取 战胜 应对 处理
        抢修 支援 尊重 遵守 执行 贯彻执行 贯彻落实 学习 反对 维系 修编 编写 编印 绘制 勾画 组合
        深耕 做细 做活 做精做优 做大做强 做优做强 做强做优 补强 筑造 铸就 铸造 拉长 拉动 抢抓
        抓住 抓 办 搞 建 修 造 种 管理 监督 监管 审批 考核 评价 评估 评比 授权 扩权 放权 赋权
        让利 减税 降费 降低 缓解 舒缓 疏导 疏解 承担 分担 担当 展示 展现 讲述 传播 传递 输送
        引领 引导支持 支持引导 规划建设 规划 策划实施 储存 收集 汇编 梳理 分析 研究 论证 预测
        预警 揭示 追究 问责 惩治 惩处 严惩 查封 整肃 整顿 清查 清仓 搜集 扎紧 织牢 筑密 铲除
        打掉 打造成 建设成 发展成 释放 挖潜 增添 增设 增派 派驻 下沉 延展 延续 接续 续签 洽谈
        对标 看齐 融合 结合 连接 衔接 链接 接轨 联通 互通 共建 共享 共创 享受 享有 拥护 捍卫
        坚守 恪守 守好 守好筑牢 严守 兑付 清偿 清收 追偿 赔偿 补偿 补贴 奖励 表彰 嘉奖 激励 约束
        限制 取得 免征 减征 征用 统管 托管 代管 托底 兜底 预留 腾出 留住 留足 让出 引流 承载
        汇聚 云集 打磨 雕琢 擘画 编织 勾勒 发起 倡议 主办 协办 联办 分解 下移 上移 前移 后移
        外迁 内迁 迁建 迁移 迁出 迁入 升级 升级改造 提档升级 转型升级 提标改造 统领 运营 经营
        率领 带领 通过 扩能 扩能改造 技改 翻新 重构 重整 再造 重振 振兴 复兴 复制 推介 包装 营销
"""
    )
)
"""Verbs that open a clause of prose; more than those that lead to a number."""

DEEDS = Lexicon(
    NOUN_VERBS
    | lexicon(
        """
        监督 监管 管理 评估 评价 审批 考核 研究 规划 应用 设计 保护 运营 经营 分析 论证 预测
        预警 宣传 学习 合作 共享 共建 融合 组织 保险 补偿 奖励 激励 约束 执行 评选 发行 转变
        展示 承载 升级 收集
"""
    )
)
"""Verbs that name the activity as well: 监督体系, 考核指标."""
SECOND = lexicon("服务 创新 改革 投资 生产 出口 进口 培训 学习 救助 监测 防控 组织 管理")
"""Those that before another noun are a noun more often than not: 服务消费, 改革开放."""
SURE = lexicon(
    """
    大力 积极 加快 持续 不断 着力 切实 进一步 扎实 深入 加力 接续 全力 继续 稳步 有序 坚决
    千方百计 强力 强势 果断 坚定 坚定不移 毫不动摇 毫不放松 坚持不懈 始终 认真 努力 主动 广泛
    牢牢 扩围 更好 更好地 彻底 务实 大张旗鼓 严格 严厉 依法 逐步 尽快 加大力度 更大力度
    更大力度地 以更大力度 集中力量 集中精力 一体 协同 分类 分级 分层 分步 分批 分年度 分行业
    梯度 梯次 定向 定期 动态 靶向 精准 全力以赴 下大力气 高质量 高标准 高水平 从严 充分
"""
)
"""Manners of acting: what follows them is a verb, though it might begin a compound."""

MANNERS = Lexicon(
    ADVERBS
    | HEDGES_AND_LINKS
    | SURE
    | lexicon(
        """
        可 可以 应当 绝不 决不 不得 一律 一定 务必 务求 逐年 逐项 逐一 量身 全员 全域 全程
        全链条 全方位 全过程 多维 尽量 真正 首次 圆满 胜利 超额 超前 提早 及早 一体化 双向 平等
        有力 时刻 对上 对内 对外 上下联动 自主 自觉 创造性 探索性 有针对性 针对性 竞争性 普遍
        公平 公正 公开 适当 从快 从重 从优 择优 优先 首创 严密 年初 年底前 上半年 下半年 今后
        我们 各级 各地区 各部门 各级政府 各方面 各有关部门 要求 更 愿 愿意 愿同 永远 一贯
        千方百计 点面结合 因城施策 因地制宜 分门别类 线上线下 常态 长效 闭环 高位 即时 随时 同时
        并
"""
    )
)
