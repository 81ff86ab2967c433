"""Units of Chinese government documents, by the class that decides how they are read.

A class matters where text does: 以上 after a weight or a sum of money usually defines the object
(65吨以上锅炉, 亿元以上项目), after a count it is a deliverable (10个以上园区).
"""

from __future__ import annotations

from enum import StrEnum


class UnitClass(StrEnum):
    """What sort of thing a unit measures.

    ``RATE`` is %, ‰, percentage points and multiples; ``EXTENT`` length and area, how much of a
    thing is built or improved; ``CAPACITY`` weight, volume, power and energy, which also name the
    size of a plant.
    """

    RATE = "rate"
    MONEY = "money"
    EXTENT = "extent"
    CAPACITY = "capacity"
    PEOPLE = "people"
    COUNT = "count"
    TIME = "time"


COUNTABLE = frozenset({UnitClass.COUNT, UnitClass.PEOPLE})

_UNITS = {
    UnitClass.RATE: "个百分点 个千分点 个多百分点 百分点 % ％ ‰ 倍 番 成",
    UnitClass.MONEY: "元人民币 美元 欧元 日元 港元 澳门元 英镑 卢布 人民币 元 块钱 毛钱 毛 角 分钱",
    UnitClass.EXTENT: """
        平方公里 平方千米 平方米 平米 平 ㎡ m² m2 公顷 亩 公里 千米 km 延长米 延米 华里 海里 里 米
        厘米 毫米""",
    UnitClass.CAPACITY: """
        标准立方米 立方米 m³ 立方 立 方 吨标准煤 吨标煤 标准吨 吨公里 载重吨 总吨 吨 公斤 千克 斤 担
        克 毫克 微克 升 毫升 桶 千瓦时 千瓦小时 瓦时 千瓦 瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 MWh MWp MW GWh
        GW kWh kW
        度电 度 马力 P 千伏安 千伏 伏 MVA kVA kV KV 摄氏度 ℃ 标准箱 标箱 TEU 重量箱 箱 大卡 焦耳
        TFLOPS TFlops Tflops PFLOPS PFlops Pflops EFLOPS EFlops Eflops
        Mbps Gbps MB TB PB EB 兆 纱锭 锭 分贝""",
    UnitClass.PEOPLE: "人次 人 名 位 户次 户 口",
    UnitClass.COUNT: """
        个 家 项 条 所 座 处 套次 套 栋 幢 间 台套 台次 台 辆次 辆 部 架次 架 艘次 艘 张 件次 件
        场次 场 支 棒 袋 只 头 株 棵 盏 块 片 批次 班次 班 门 份 篇次 篇 本 册次 册 卷 枚 颗 根 眼
        孔 幅 列 对 双 宗 单 笔 起 例 款 层 组 床位 床 尾 羽 匹 次航班 次 轮 种 类 域 村 站 车次
        航次 届 课时 学时 人份 剂次 剂 车位 泊位 学位 桩 点位 公司 印张 穴 枝 盆 瓶 盒 束 顶 席 期
        台（套） 台(套) 件（套） 件(套) 户（次） 人（次） 个（处） 处（个） 辆（台） 台（辆）
        条（段） 座（处） 栋（幢） 家（次） 起（件） 件（起） 家（个） 个（家） 项（个）
        项（件）""",
    UnitClass.TIME: """
        个工作日 个多月 个多小时 工作日 个自然日 个月 个小时 小时 分钟 秒 天 日 周岁 周 岁 年 月
        分""",
}
CLASS: dict[str, UnitClass] = {
    unit: kind for kind, units in _UNITS.items() for unit in units.split()
}
"""The class of each unit as printed."""

_BASE = {
    "％": "%",
    "百分点": "个百分点",
    "个多百分点": "个百分点",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平": "平方米",
    "平方千米": "平方公里",
    "千米": "公里",
    "km": "公里",
    "m³": "立方米",
    "立方": "立方米",
    "立": "立方米",
    "方": "立方米",
    "吨标煤": "吨标准煤",
    "元人民币": "元",
    "人民币": "元",
    "块钱": "元",
    "毛钱": "毛",
    "分钱": "分",
    "工作日": "个工作日",
    "千瓦小时": "千瓦时",
    "kWh": "千瓦时",
    "kW": "千瓦",
    "℃": "摄氏度",
}


def base_unit(printed: str) -> str:
    """The unit without its written variants: ㎡ is 平方米. Multipliers are not part of it."""
    return _BASE.get(printed, printed)
