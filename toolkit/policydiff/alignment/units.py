"""Units that can be compared: one base per dimension, all counters alike."""

from __future__ import annotations

from policydiff.commitments.model import Quantity

_BASE: dict[str, tuple[str, float]] = {
    # factors by the legal units of measurement of China (法定计量单位) and customary 市制
    "米": ("米", 1.0),
    "公里": ("米", 1000.0),
    "千米": ("米", 1000.0),
    "里": ("米", 500.0),
    "平方米": ("平方米", 1.0),
    "㎡": ("平方米", 1.0),
    "亩": ("平方米", 10000.0 / 15),
    "公顷": ("平方米", 10000.0),
    "平方公里": ("平方米", 1e6),
    "平方千米": ("平方米", 1e6),
    "立方米": ("立方米", 1.0),
    "方": ("立方米", 1.0),
    "克": ("克", 1.0),
    "斤": ("克", 500.0),
    "公斤": ("克", 1000.0),
    "千克": ("克", 1000.0),
    "吨": ("克", 1e6),
    "元": ("元", 1.0),
    "美元": ("美元", 1.0),
    "欧元": ("欧元", 1.0),
    "%": ("%", 1.0),
    "％": ("%", 1.0),
    "‰": ("%", 0.1),
    "个百分点": ("个百分点", 1.0),
    "百分点": ("个百分点", 1.0),
    "千瓦": ("千瓦", 1.0),
    "千瓦时": ("千瓦时", 1.0),
    "度": ("千瓦时", 1.0),
    "吨标准煤": ("吨标准煤", 1.0),
    "倍": ("倍", 1.0),
    "天": ("天", 1.0),
    "日": ("天", 1.0),
    "工作日": ("天", 1.0),
    "个工作日": ("天", 1.0),
    "小时": ("小时", 1.0),
    "分钟": ("分钟", 1.0),
    "年": ("年", 1.0),
    "岁": ("岁", 1.0),
}

COUNT = "个"


def in_base(quantity: Quantity) -> tuple[str, float, float | None]:
    """The unit, value and value_max of ``quantity`` in the base of its dimension.

    Anything that is counted (个, 家, 处, 人 …) has the base ``个``: 就业 counted in 个 or in 人 is
    one measure (codebook section 3). A compound such as 元/人 stays what it is.
    """
    unit, factor = _BASE.get(quantity.unit, (None, 1.0))
    if unit is None:
        unit = quantity.unit if "/" in quantity.unit or len(quantity.unit) > 3 else COUNT
    top = quantity.value_max
    return unit, quantity.value * factor, None if top is None else top * factor
