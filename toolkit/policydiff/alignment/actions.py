"""What sort of thing a verb does: building is not regulating, bringing in is not holding."""

from __future__ import annotations

from functools import lru_cache

CLASSES: dict[str, tuple[str, ...]] = {
    "build": (
        "新建",
        "续建",
        "扩建",
        "建设",
        "建成",
        "共建",
        "兴建",
        "修建",
        "开工",
        "搭建",
        "施工",
    ),
    "renew": (
        "改造",
        "更新",
        "升级",
        "提升",
        "改善",
        "提质",
        "修缮",
        "翻建",
        "盘活",
        "维修",
        "更换",
    ),
    "create": ("打造", "创建", "建立", "构建", "形成", "组建", "设立", "布局", "谋划"),
    "add": ("新增", "增设", "增加", "扩大", "扩容", "增长", "提高", "突破", "拓展", "做大", "壮大"),
    "reduce": ("下降", "降低", "减少", "压减", "淘汰", "清理", "清零", "拆除", "控制", "遏制"),
    "attract": ("引进", "引育", "引入", "招引", "吸引", "招商", "签约", "引导", "聚集", "集聚"),
    "grow": ("培育", "发展", "扶持", "支持", "助推", "鼓励", "做强", "孵化", "帮助", "助力"),
    "hold": ("举办", "开展", "组织", "承办", "办好", "参加", "宣传", "推介"),
    "govern": ("监管", "治理", "整治", "管控", "防治", "防控", "打击", "排查", "执法", "严控"),
    "protect": ("保护", "修复", "维护", "巩固", "守住", "保障", "确保", "救助", "兜底"),
    "reform": ("改革", "完善", "健全", "优化", "深化", "创新", "规范", "强化", "加强"),
    "advance": ("推进", "推动", "加快", "实施", "落实", "启动", "促进", "推广", "深入"),
}

_CLASS_OF = {verb: name for name, verbs in CLASSES.items() for verb in verbs}


@lru_cache(maxsize=1 << 14)
def action_classes(action: str) -> frozenset[str]:
    """The classes of the verbs in ``action``; empty where none is known.

    ``advance`` says nothing about what is done, so it counts only where it stands alone.
    """
    found = {name for verb, name in _CLASS_OF.items() if verb in action}
    return frozenset(found - {"advance"} or found)
