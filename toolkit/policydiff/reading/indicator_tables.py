"""Indicator tables of planning documents: serial, indicator, unit, values by year, attribute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.reading.dates import years_in
from policydiff.reading.document import Binding, IndicatorCell, Span, Stance
from policydiff.reading.lines import Line
from policydiff.reading.markers import Style, find_marker
from policydiff.reading.outline import Horizon
from policydiff.reading.units import looks_like_units

_NAME = re.compile(r"(?:主要|核心|具体|发展)?指标(?:名称|内容)?")
_SERIAL = re.compile(r"序号|编号|序")
_UNIT = re.compile(r"(?:计量)?单位")
_ATTRIBUTE = re.compile(r"(?:指标)?(?:属性|性质|类型)")
_BESIDE = re.compile("(?:责任|牵头|负责|主管|配合|填报)(?:单位|部门)|备注|说明|数据来源")
_BACK = re.compile(r"基数|基期|预计|预估|实际|完成|现状|实绩|达到")
_AHEAD = re.compile(r"目标|规划|增长|增速|年均|累计|预期|计划")
_LABEL = re.compile(rf".{{0,16}}(?:\d{{4}}\s*年|{_BACK.pattern}|{_AHEAD.pattern}).{{0,12}}")
_UNIT_WORD = (
    r"(?:[十百千万亿]*(?:%|％|‰|元|美元|吨标准煤|吨|千克|公斤|斤|克|千瓦时|千瓦|瓦|公里|千米|米|平方米|㎡|平方公里|立方米"
    r"|公顷|亩|人次|人天|人年|人|名|个|件|户|张|岁|年|月|天|小时|分钟|台|套|家|项|辆|次|倍|所|床|座|处|条|位|分|部|册|场"
    r"|标准煤|百分点|微克|比|点))"
)
_UNIT_CELL = re.compile(rf"{_UNIT_WORD}(?:\s*[/／每]\s*{_UNIT_WORD})*")
_UNIT_BRACKETED = re.compile(rf"\s*[（(]\s*({_UNIT_CELL.pattern})\s*[）)]\s*[*＊]?$")
_NUMBER = r"[-+－＋]?\d[\d.,，．]*(?:\s*[-—–~～至]\s*\d[\d.,，．]*)?"
_BOUND = r"(?:左右|以上|以下|以内|之内|上下|余)"
_VALUE = re.compile(
    rf"[-—–－/]+|[〔\[【（(≥≤<>＞＜＝=约近超]*\s*{_NUMBER}\s*(?:{_UNIT_WORD})?{_BOUND}?\s*[〕\]】）)]?\s*[*＊]?"
    rf"|(?:控制在|保持|稳定|达到|力争|不低于|不高于|不超过|不少于|高于|低于|超过|累计|年均|[>≥])\D*\d.*"
    r"|(?:提高|提升|上升|增长|增加|降低|下降|减少|回落)\D{0,4}\d.*"
    r"|(?:完成|达到|按照?|以).{0,12}(?:下达|考核|要求|任务|目标|核定|分解).{0,6}"
    rf"|\D{{0,4}}\d{{4}}\s*年\s*{_NUMBER}.*|.*(?:考核|确定|高于|低于|{_BOUND}|持平|同步|为零|清零)"
    r"|(?:力争|争取|确保|略|不|稍)*(?:高于|低于|快于|慢于|优于|好于)[^\d。]{2,}"
)
_REMARK = re.compile(r"(?:不?符合|低于|高于|超额|提前|滞后|达到|已|未).*|.*(?:要求|进度|完成)")
_OWN_YEAR = re.compile(r"\D{0,4}(\d{4})\s*年\s*(?=\S*\d)")
_BEFORE_NAME = re.compile(
    r"(?:其中|[#＃—-]+|\d{1,3}[.．、]|[（(]\d{1,3}[)）])\s*[：:、]?\s*(?=[\u4e00-\u9fff]{2})"
)
"""What stands before a name: a sign of what it is part of, or its number."""
_BINDING = re.compile(r"(约束性|预期性)(?:指标)?|约束|预期")
_MEASURED_IN_CELLS = re.compile(r".{0,6}(?:项目|内容|指标|目标|任务)(?:及内容|名称|内容)?")
_NO_VALUE = re.compile(
    "类别|分类|部门|责任|牵头|单位|说明|来源|分值|分数|得分|权重|评分|名次|排名|序号|备注"
)
_BARE = re.compile(rf"{_NUMBER}\s*[%％]?{_BOUND}?")
_EDGE = "| "
_RULE = re.compile(r"[|:\s-]+")
"""The line under the header of a Markdown table."""
_NARROWEST, _WIDEST = 3, 120
"""Fewest columns and longest header of a table with white space between cells."""
_LONGEST_HEADER, _LONGEST_CELL, _LONGEST_CATEGORY = 20, 40, 12
"""Lines of a header, characters of a cell, characters of a heading inside a table."""
_RATE = re.compile(r"年均|累计|增[速幅]|增长\W*[%％]|同比|比上年")
_FIRST_ROWS = 12
"""How many rows of a table tell what its columns hold."""
_CJK = re.compile(r"[\u4e00-\u9fff]")
_COUNTED = re.compile(r"\d|零")
_PROMISED = re.compile(rf"{_COUNTED.pattern}|[\u4e00-\u9fff]{{4}}")
"""A number, or a target in words (按上级考核指标确定, 与经济增长同步)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its year, whether it reports or promises, its printed label.

    ``stance`` is None where it quotes what an earlier plan promised.
    """

    year: int | None
    stance: Stance | None
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator with its cells; ``category`` is the heading inside the table above it."""

    start: int
    end: int
    item: str | None
    name: Span
    unit: str
    cells: tuple[IndicatorCell, ...]
    binding: Binding | None
    category: str


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """A table that takes the lines ``first`` (inclusive) to ``last`` (exclusive)."""

    first: int
    last: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    serial: bool
    unit: bool
    attribute: bool
    beside: bool
    before: tuple[Column, ...]
    after: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


def find_indicator_table(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """The indicator table whose header is line ``at``, or None if no header is there.

    Knows tables flattened to one cell a line, with or without a ``|`` beside each, and tables
    with a row a line and tabs, ``|`` or white space between cells. Where ``retrospective``, every
    value is one that was reached, and what was planned is left out.
    """
    inside = lines[at].text.strip(_EDGE)
    if "\t" in text[lines[at].raw_start : lines[at].raw_end].strip() or "|" in inside:
        return _tabbed(lines, at, text, horizon, retrospective)
    opening = "" if len(inside) > _LONGEST_CATEGORY else "".join(inside.split())
    if not (_NAME.fullmatch(opening) or _SERIAL.fullmatch(opening)):
        return _spaced(lines, at, horizon, retrospective)
    labels = _labels(lines, at)
    header = _header([label for label in labels if label], horizon, retrospective)
    if header is None:
        return _spaced(lines, at, horizon, retrospective)
    return _flattened(lines, at + len(labels), header, at)


def _labels(lines: Sequence[Line], at: int) -> list[str]:
    """The labels from line ``at`` on, one a line, but for a name with its unit below it."""
    cells = [
        re.sub(r"\s+", " ", line.text.strip(_EDGE)) for line in lines[at : at + _LONGEST_HEADER]
    ]
    count = next((to for to, cell in enumerate(cells) if cell and not _is_label(cell)), len(cells))
    labels, following = cells[:count], cells[count] if count < len(cells) else ""
    numbered = any(_SERIAL.fullmatch(label) for label in labels)
    if not numbered and (_UNIT_CELL.fullmatch(following) or _BARE.fullmatch(following)):
        labels.pop()
    return labels


def is_completion(title: str) -> bool:
    """Whether a table of that title reports on a plan that is over (主要指标完成情况)."""
    return re.search(r"(?:完成|执行|实现|进展)情况", title) is not None


def _is_label(cell: str) -> bool:
    if len(cell) > 24 or cell.isdecimal() or find_marker(cell) is not None:
        return False
    bare = re.sub(r"\s", "", cell)
    patterns = (_NAME, _SERIAL, _UNIT, _ATTRIBUTE, _BESIDE, _LABEL)
    return any(pattern.fullmatch(bare) for pattern in patterns) and "。" not in cell


def _header(labels: Sequence[str], horizon: Horizon, retrospective: bool) -> _Header | None:
    bare = [re.sub(r"\s", "", label) for label in labels]
    names = [at for at, label in enumerate(bare) if _NAME.fullmatch(label)]
    if not names:
        return None
    attribute = next((at for at, label in enumerate(bare) if _ATTRIBUTE.fullmatch(label)), None)
    values = [
        at
        for at, label in enumerate(bare)
        if at not in names
        and not any(pattern.fullmatch(label) for pattern in (_SERIAL, _UNIT, _ATTRIBUTE, _BESIDE))
    ]
    if not values:
        return None
    split = len(bare) if attribute is None else attribute
    before, after = _one_line(
        [labels[at] for at in values if at < split], [labels[at] for at in values if at > split]
    )
    return _Header(
        any(_SERIAL.fullmatch(label) for label in bare),
        any(_UNIT.fullmatch(label) for label in bare),
        attribute is not None,
        any(_BESIDE.fullmatch(label) for label in bare),
        _columns(before, horizon, retrospective),
        _columns(after, horizon, retrospective),
    )


def _columns(labels: Sequence[str], horizon: Horizon, retrospective: bool) -> tuple[Column, ...]:
    if retrospective:
        last = max((year for label in labels if (year := _year(label))), default=None)
        return tuple(
            Column(
                _year(label) or last,
                None if re.search(r"目标|规划|计划", label) else Stance.OUTCOME,
                label,
            )
            for label in labels
        )
    return tuple(_column(label, horizon) for label in labels)


def _one_line(before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The labels of the columns before and after the attribute, two header lines made one.

    2020年 of the first line over 目标值 of the second is 2020年目标值, where both are as long.
    """
    first, odd = divmod(len(after) - len(before), 2)
    above, below = [*before, *after[:first]], after[max(0, first) :]
    if odd or first < 0 or not any(map(_year, above)) or any(map(_year, below)):
        return _dated(before), _dated(after)
    whole = [f"{top}{bottom}" for top, bottom in zip(above, below, strict=True)]
    return whole[: len(before)], whole[len(before) :]


def _dated(labels: Sequence[str]) -> Sequence[str]:
    """Without the labels of a second header line, which only say more of the dated ones."""
    if not any(_year(label) for label in labels):
        return labels
    return [label for label in labels if _year(label) or _RATE.search(label)]


def _year(label: str) -> int | None:
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)\s*年?", label)
    return int(years[-1]) if years else None


def _column(label: str, horizon: Horizon) -> Column:
    year = _year(label) or max(years_in(label), default=None)
    past = year is not None and horizon.first is not None and year < horizon.first
    if past or (_BACK.search(label) and not re.search(r"目标|规划", label)):
        return Column(year, Stance.OUTCOME, label)
    return Column(year or horizon.last, Stance.TARGET, label)


def _binding(cell: str) -> Binding | None:
    match = _BINDING.fullmatch(cell.strip())
    if match is None:
        return None
    return Binding.BINDING if cell.strip().startswith("约束") else Binding.ANTICIPATORY


def _value_cell(cell: _Cell, column: Column) -> IndicatorCell | None:
    """The cell as a value, or None if it holds neither a number nor a target in words (——)."""
    start, year = cell.start, column.year
    if own := _OWN_YEAR.match(cell.text):
        start, year = start + own.end(), int(own[1])
    value = _PROMISED if column.stance is Stance.TARGET else _COUNTED
    if column.stance is None or not value.search(cell.text[start - cell.start :]):
        return None
    return IndicatorCell(start, cell.end, year, column.stance, column.label)


def _name_and_unit(names: Sequence[_Cell], unit: str) -> tuple[Span, str]:
    """The span of the indicator without a unit in brackets or an asterisk, and the unit."""
    last = names[-1]
    bracketed = _UNIT_BRACKETED.search(last.text)
    unit = unit or (bracketed[1] if bracketed else "")
    if bracketed and bracketed.start() == 0 and len(names) > 1:
        return Span(names[0].start, names[-2].end), unit
    bare = last.text[: bracketed.start()] if bracketed else last.text
    before = _BEFORE_NAME.match(names[0].text)
    begin = names[0].start + (before.end() if before else 0)
    return Span(begin, last.start + len(bare.rstrip(" *＊"))), unit


def _flattened(
    lines: Sequence[Line], at: int, header: _Header, first: int
) -> IndicatorTable | None:
    cells: list[_Cell] = []
    here = at
    around = lines[first].text[0] == "|"
    heads = {line.text for line in lines[first:at]}
    while here < len(lines) and not _closes(lines, here):
        if lines[here].text not in heads or not _CJK.search(lines[here].text):
            cells.extend(_edged_cells(lines[here], around=around))
        here += 1
    starts = _row_starts(cells, header)
    if not starts:
        return None
    rows: list[Row] = []
    for begin, stop in zip(starts, [*starts[1:], len(cells)], strict=True):
        category = "" if header.beside else _category(cells, begin)
        row = _flat_row(cells[begin:stop], header, category or (rows[-1].category if rows else ""))
        if row is not None:
            rows.append(row)
    if not rows:
        return None
    end = rows[-1].end
    last = next((to for to in range(at, here) if lines[to].start >= end), here)
    if header.beside and last < here and looks_like_units(lines[last].text):
        last += 1
    while last < here and not lines[last].text.strip(_EDGE):
        last += 1
    return IndicatorTable(first, last, tuple(rows))


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` stands below a table; a heading of numbers goes on with it (一、经济)."""
    line = lines[at]
    if len(line.text) > _LONGEST_CELL or line.text.endswith(("。", "；")):
        return True
    if line.text[-1] == "|" or line.text[0] == "|":
        return False
    marker = find_marker(line.text)
    if marker is None or marker.style not in _CLOSING:
        return False
    below = [line.text for line in lines[at + 1 : at + 4]]
    return (
        marker.style not in _NUMBERS
        or len(line.text) > _LONGEST_CATEGORY
        or any(len(cell) > _LONGEST_CELL or cell.endswith("。") for cell in below)
        or not any(
            _UNIT_CELL.fullmatch(word) or _BARE.fullmatch(word)
            for cell in below
            for word in cell.split()
        )
    )


def _edged_cells(line: Line, *, around: bool) -> list[_Cell]:
    """The cell of a line without the ``|`` behind or ``around`` it, or the empty ones."""
    bare = line.text.strip(_EDGE)
    if not bare:
        return [_Cell(line.end, line.end, "")] * (line.text.count("|") - around)
    start = line.start + line.text.index(bare)
    return [_Cell(start, start + len(bare), bare)]


_NUMBERS = {Style.HAN, Style.HAN_BRACKETED}
_CLOSING = _NUMBERS | {Style.PART, Style.CHAPTER, Style.SECTION, Style.BOX, Style.ORDINAL}


def _row_starts(cells: Sequence[_Cell], header: _Header) -> list[int]:
    starts: list[int] = []
    seen = True
    for at, cell in enumerate(cells):
        seen = seen or not cell.text or _binding(cell.text) is not None
        following = next((below.text for below in cells[at + 1 :] if below.text), "")
        if header.serial:
            opens = cell.text == str(len(starts) + 1) and _is_name(following)
        else:
            opens = _is_name(cell.text) and not _is_name(following) and bool(following)
        if opens and (seen or not header.attribute):
            starts.append(at)
            seen = False
    return starts


def _is_name(cell: str) -> bool:
    if _binding(cell) is not None or _UNIT_CELL.fullmatch(cell) or _REMARK.fullmatch(cell):
        return False
    bare = _UNIT_BRACKETED.sub("", cell)
    return bool(_CJK.search(bare)) and not _VALUE.fullmatch(bare)


def _category(cells: Sequence[_Cell], begin: int) -> str:
    """The category printed right above a row, if the cell there is one."""
    above = next((cell.text for cell in reversed(cells[:begin]) if cell.text), "")
    return above if _is_name(above) and len(above) <= _LONGEST_CATEGORY else ""


def _flat_row(cells: Sequence[_Cell], header: _Header, category: str) -> Row | None:
    item = cells[0].text if header.serial else None
    rest = list(cells[1:] if header.serial else cells)
    named = 1
    while named < len(rest) and (_is_name(rest[named].text) or _only_unit(rest[named].text)):
        if header.unit and _UNIT_CELL.fullmatch(rest[named].text):
            break
        named += 1
    names, rest = rest[:named], rest[named:]
    unit = ""
    if header.unit and rest and _UNIT_CELL.fullmatch(rest[0].text):
        unit, rest = rest[0].text, rest[1:]
    name, unit = _name_and_unit(names, unit)
    binding = None
    values: list[IndicatorCell] = []
    columns, position = header.before, 0
    end = names[-1].end
    for cell in rest:
        if (found := _binding(cell.text)) is not None:
            binding, columns, position, end = found, header.after, 0, cell.end
            continue
        if cell.text and (_is_name(cell.text) or not _VALUE.fullmatch(cell.text)):
            if _REMARK.fullmatch(cell.text):
                end = cell.end
            continue
        end = cell.end if cell.text else end
        if columns:
            value = _value_cell(cell, columns[min(position, len(columns) - 1)])
            values.extend([value] if value else [])
        position += 1
    return Row(cells[0].start, end, item, name, unit, tuple(values), binding, category)


def _only_unit(cell: str) -> bool:
    return _UNIT_BRACKETED.fullmatch(cell) is not None


def _tabbed(
    lines: Sequence[Line], at: int, text: str, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    labels = [cell.text for cell in _tab_cells(lines[at], text)]
    here = at + 1
    while here < len(lines) and _RULE.fullmatch(lines[here].text):
        here += 1
    below = _second_header(labels, lines[here : here + 1], text)
    here += any(below)
    labels = [f"{top}{bottom}" for top, bottom in zip(labels, below, strict=True)]
    bare = [re.sub(r"\s", "", label) for label in labels]
    named = next((at for at, label in enumerate(bare) if _NAME.fullmatch(label)), None)
    if named is None:
        named = _measured(lines[at + 1 :], text, bare)
    if named is None:
        return None
    single = {
        kind: next((at for at, label in enumerate(bare) if pattern.fullmatch(label)), None)
        for kind, pattern in (("serial", _SERIAL), ("unit", _UNIT), ("attribute", _ATTRIBUTE))
    }
    taken = {named, *single.values()}
    valued = [
        at
        for at, label in enumerate(bare)
        if at not in taken and _LABEL.fullmatch(label) and not _NO_VALUE.search(label)
    ] or _numbered(lines[at + 1 :], text, bare, taken)
    if not valued:
        return None
    found = _columns([labels[at] for at in valued], horizon, retrospective)
    columns = dict(zip(valued, found, strict=True))
    rows: list[Row] = []
    category = ""
    while here < len(lines):
        line = lines[here]
        cells = _tab_cells(line, text)
        filled = [cell for cell in cells if cell.text]
        if line.text != lines[at].text and not _RULE.fullmatch(line.text):
            if (
                len(filled) == 1
                and len(filled[0].text) <= _LONGEST_CATEGORY
                and (len(cells) > 2 or find_marker(line.text) is None)
            ):
                category = filled[0].text
            elif len(cells) < 3:
                break
            else:
                rows.append(_tab_row(cells, named, single, columns, category))
        here += 1
    return IndicatorTable(at, here, tuple(rows)) if rows else None


def _second_header(labels: Sequence[str], lines: Sequence[Line], text: str) -> Sequence[str]:
    """What a second line of the header adds to each label: 目标 below 2025年; empty without one."""
    cells = [cell.text for line in lines for cell in _tab_cells(line, text)]
    cells = [*cells, *[""] * (len(labels) - len(cells))]
    filled = [cell for cell in cells if cell]
    named = any(_NAME.fullmatch(re.sub(r"\s", "", label)) for label in labels)
    if not named or len(cells) > len(labels) or not filled or not all(map(_is_label, filled)):
        return [""] * len(labels)
    return cells


def _spaced(
    lines: Sequence[Line], at: int, horizon: Horizon, retrospective: bool
) -> IndicatorTable | None:
    """A table with white space between cells, whose empty cells can't be seen."""
    labels = lines[at].text.split() if len(lines[at].text) <= _WIDEST else []
    if len(labels) < _NARROWEST or not all(map(_is_label, labels)):
        return None
    header = _header(labels, horizon, retrospective)
    if header is None:
        return None
    rows: list[Row] = []
    category = ""
    here = at + 1
    while here < len(lines) and not _closes(lines, here):
        cells = [
            _Cell(lines[here].start + word.start(), lines[here].start + word.end(), word[0])
            for word in re.finditer(r"\S+", lines[here].text)
        ]
        if any(_BARE.fullmatch(cell.text) for cell in cells[1:]) and any(
            _is_name(cell.text) for cell in cells[:2]
        ):
            row = _flat_row(cells, header, category)
            rows.extend([row] if row else [])
        elif len(cells) == 1 and len(cells[0].text) <= _LONGEST_CATEGORY:
            category = cells[0].text
        elif lines[here].text != lines[at].text:
            break
        here += 1
    return IndicatorTable(at, here, tuple(rows)) if rows else None


def _measured(lines: Sequence[Line], text: str, labels: Sequence[str]) -> int | None:
    """The column whose cells end in a unit in brackets, as in 生产总值（亿元）."""
    if not any(_MEASURED_IN_CELLS.fullmatch(label) for label in labels):
        return None
    rows = [_tab_cells(line, text) for line in lines[:_FIRST_ROWS]]
    for at, label in enumerate(labels):
        named = [row[at].text for row in rows if at < len(row)]
        if _MEASURED_IN_CELLS.fullmatch(label) and sum(
            bool(_UNIT_BRACKETED.search(cell)) for cell in named
        ) * 2 > len(named):
            return at
    return None


def _numbered(
    lines: Sequence[Line], text: str, labels: Sequence[str], taken: set[int | None]
) -> list[int]:
    """The columns whose cells are bare numbers, whatever their heads (全市), but for scores."""
    rows = [_tab_cells(line, text) for line in lines[:_FIRST_ROWS]]
    rows = [row for row in rows if len(row) >= len(labels) - 1]
    return [
        at
        for at, label in enumerate(labels)
        if at not in taken
        and not _NO_VALUE.search(label)
        and sum(at < len(row) and bool(_BARE.fullmatch(row[at].text)) for row in rows) * 2
        > len(rows)
    ]


def _tab_row(
    cells: Sequence[_Cell],
    named: int,
    single: dict[str, int | None],
    columns: dict[int, Column],
    category: str,
) -> Row:
    def cell(kind: str) -> str:
        at = single[kind]
        return cells[at].text if at is not None and at < len(cells) else ""

    named = min(named, len(cells) - 1)
    name, unit = _name_and_unit(cells[named : named + 1], cell("unit"))
    values = [
        value
        for at, column in columns.items()
        if at < len(cells) and (value := _value_cell(cells[at], column))
    ]
    filled = [cell for cell in cells if cell.text]
    return Row(
        filled[0].start,
        filled[-1].end,
        cell("serial") or None,
        name,
        unit,
        tuple(values),
        _binding(cell("attribute")),
        category,
    )


def _tab_cells(line: Line, text: str) -> list[_Cell]:
    cells = []
    start = line.raw_start
    printed = text[line.raw_start : line.raw_end]
    for raw in printed.split("\t" if "\t" in printed.strip() else "|"):
        trimmed = raw.strip()
        begin = start + (raw.index(trimmed) if trimmed else 0)
        cells.append(_Cell(begin, begin + len(trimmed), trimmed))
        start += len(raw) + 1
    return cells
