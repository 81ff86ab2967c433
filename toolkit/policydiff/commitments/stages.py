"""What the numbers of a task's stages are of: 6月底前完成25公里 of 新建公路60公里."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.commitments.indicators import Measured
from policydiff.commitments.lexicon import ACTING, lexicon

_TIME = re.compile(
    r"(?:[^，；。]{0,8}?(?:\d月份?|季度?|[上下]半年|半年|全年|年[底末内]|[\u4e00-\u9fff]{2}前|每[月年]|学期)){0,2}"
    r"[上中下]?旬?[底末初前内中起]*[，,]?(?:累计|其余|剩余|余下|再|各|共|全部|已经?|力争|确保|新)*"
)
"""When a stage is due, and whether its number counts all of the task so far."""
_DATED = re.compile(r"[^，；。]{0,6}(?:\d月|季度|半年|年[底末内])")
_STEPS = lexicon(
    "入库 入统 投用 投产 验收 封顶 竣工 完工 达标 通车 交付 认定 开工 动工 启动 实施 签约 落地 开放"
)
"""Steps that a stage may name alone, beside the verbs."""
_SHORTEST_MEASURE = 3


def of_task(
    before: str, after: str, measured: Measured, unit: str, counts: Sequence[tuple[str, str]]
) -> Measured:
    """What a number of a stage measures, between the words ``before`` and ``after`` it.

    ``counts`` are the indicators of its task, and their units. One that stands behind a time and
    verbs alone is of the task's with the same ``unit``; 覆盖率 is that of the task's 设施覆盖率.
    """
    alike = [indicator for indicator, counted in counts if counted == unit]
    named = measured.indicator
    if len(named) >= _SHORTEST_MEASURE and unit == "%":
        owned = [indicator for indicator in alike if indicator.endswith(named)]
        return measured._replace(indicator=owned[0]) if len(owned) == 1 else measured
    if not alike or named in alike or not _names_nothing(before):
        return measured
    return measured if after and not _DATED.match(after) else measured._replace(indicator=alike[0])


def _names_nothing(before: str) -> bool:
    """Whether the words ``before`` a number only say when something is done, and what."""
    time = _TIME.match(before)
    deeds = before[time.end() :] if time else before
    words = [deeds[at : at + 2] for at in range(0, len(deeds), 2)]
    return all(word in ACTING or word in _STEPS for word in words)
