"""The cells of an indicator table: names, units, numbers, targets in words, kinds of indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.cells import Cell
from policydiff.reading.document import Binding, IndicatorCell, Span, Stance
from policydiff.reading.indicator_tables.table import Column
from policydiff.reading.lines import Line

_UNIT_WORD = (
    r"(?:[十百千万亿]*(?:%|％|‰|元|美元|吨标准煤|吨|千克|公斤|斤|克|千瓦时|[千兆吉]瓦|瓦|公里|千米|米|平方米|㎡|平方公里|立方米"
    r"|公顷|亩|人次|人天|人年|人|名|个|件|户|张|岁|年|月|天|小时|分钟|台|套|家|项|辆|次|倍|所|床|座|处|条|位|分|部|册|场|棵|株|例"
    r"|头|只|羽|尾|艘|架|间|幢|栋|口|眼|宗|列|批次|批|盏|标箱|片|块|组|支|根|场次|班次"
    r"|标准煤|百分点|微克|比|点))"
)
UNIT_CELL = re.compile(rf"{_UNIT_WORD}(?:\s*[/／每]\s*{_UNIT_WORD})*")
UNIT_BRACKETED = re.compile(
    rf"\s*[（(]\s*(?:1(?=/))?({UNIT_CELL.pattern}|[/／](?:10|十)万)\s*[）)]\s*[*＊]?$"
)
_UNIT_ABOVE = re.compile(rf"[（(]?(?:计量)?单位\s*[：:]\s*({UNIT_CELL.pattern})[）)]?")
_NUMBER = r"[-+－＋]?\d[\d.,，．]*(?:\s*[-—–~～至]\s*\d[\d.,，．]*)?"
BOUND = re.compile(r"(?:左右|以上|以下|以内|之内|上下|余)")
VALUE = re.compile(
    rf"[-—–－/]+|[〔\[【（(≥≤<>＞＜＝=约近超]*\s*{_NUMBER}\s*(?:{_UNIT_WORD})?{BOUND.pattern}?\s*[〕\]】）)]?\s*[*＊]?"
    rf"|(?:控制在|保持|稳定|达到|力争|不低于|不高于|不超过|不少于|高于|低于|超过|累计|年均|[>≥])\D*\d.*"
    r"|(?:提高|提升|上升|增长|增加|降低|下降|减少|回落)\D{0,4}\d.*"
    r"|(?:完成|达到|按照?|以).{0,12}(?:下达|考核|要求|任务|目标|核定|分解).{0,6}"
    rf"|\D{{0,4}}\d{{4}}\s*年\s*{_NUMBER}.*|.*(?:考核|确定|高于|低于|{BOUND.pattern}|持平|同步|为零|清零)"
    r"|(?:力争|争取|确保|略|不|稍)*(?:高于|低于|快于|慢于|优于|好于)[^\d。]{2,}"
)
REMARK = re.compile(r"(?:不?符合|低于|高于|超额|提前|滞后|达到|已|未).*|.*(?:要求|进度|完成)")
_OWN_YEAR = re.compile(r"\D{0,4}(\d{4})\s*年\s*(?=\S*\d)")
BEFORE_NAME = re.compile(
    r"(?:其中|[#＃—-]+|\d{1,3}[.．、]|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*[：:、]?\s*(?=[\u4e00-\u9fff][\u4e00-\u9fff（(]|\d{1,2}\s*岁)"
)
"""What stands before a name: a sign of what it is part of, or its number."""
_BINDING = re.compile(r"(约束性|预期性)(?:指标)?|约束|预期")
BARE = re.compile(rf"{_NUMBER}\s*[%％]?{BOUND.pattern}?")
SHARE = re.compile(r"(?:率|比例|比重|占比)$")
"""How the name of a share ends, whose values are percentages."""
CJK = re.compile(r"[\u4e00-\u9fff]")
_COUNTED = re.compile(r"\d|零")
_PROMISED = re.compile(rf"{_COUNTED.pattern}|[\u4e00-\u9fff]{{4}}")
"""A number, or a target in words (按上级考核指标确定, 与经济增长同步)."""


def is_name(cell: str) -> bool:
    """Whether ``cell`` is words: an indicator or a heading, no unit, kind, value or remark."""
    if read_binding(cell) is not None or UNIT_CELL.fullmatch(cell) or REMARK.fullmatch(cell):
        return False
    bare = UNIT_BRACKETED.sub("", cell)
    return bool(CJK.search(bare)) and not VALUE.fullmatch(bare)


def read_binding(cell: str) -> Binding | None:
    """Whether ``cell`` says that its target binds (约束性) or is anticipated (预期性)."""
    match = _BINDING.fullmatch(cell.strip())
    if match is None:
        return None
    return Binding.BINDING if cell.strip().startswith("约束") else Binding.ANTICIPATORY


def value_cell(cell: Cell, column: Column) -> IndicatorCell | None:
    """The cell as a value, or None if it holds neither a number nor a target in words (——)."""
    start, year = cell.start, column.year
    if own := _OWN_YEAR.match(cell.text):
        start, year = start + own.end(), int(own[1])
    value = _PROMISED if column.stance is Stance.TARGET else _COUNTED
    if column.stance is None or not value.search(cell.text[start - cell.start :]):
        return None
    return IndicatorCell(start, cell.end, year, column.stance, column.label)


def unit_above(lines: Sequence[Line], at: int) -> str:
    """The unit of all values that the line above line ``at`` names (单位：亩), or nothing."""
    printed = _UNIT_ABOVE.fullmatch(lines[at - 1].text) if at else None
    return printed[1] if printed else ""


def name_and_unit(names: Sequence[Cell], unit: str) -> tuple[Span, str]:
    """The span of the indicator without a unit in brackets or an asterisk, and the unit."""
    last = names[-1]
    bracketed = UNIT_BRACKETED.search(last.text)
    unit = unit or (bracketed[1] if bracketed else "")
    if bracketed and bracketed.start() == 0 and len(names) > 1:
        return Span(names[0].start, names[-2].end), unit
    bare = last.text[: bracketed.start()] if bracketed else last.text
    before = BEFORE_NAME.match(names[0].text)
    begin = names[0].start + (before.end() if before else 0)
    return Span(begin, last.stop(len(bare.rstrip(" *＊")))), unit
