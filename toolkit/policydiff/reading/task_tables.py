"""Task tables (工作任务分解表): numbered tasks with the units in charge of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydiff.errors import PolicydiffError
from policydiff.reading.document import Diagnostic
from policydiff.reading.lines import Line, counts_something, is_row
from policydiff.reading.markers import Style, find_marker
from policydiff.reading.units import looks_like_units, split_units

_NUMBER = re.compile(r"(?:序号|编号|序)")
_TASK = re.compile(
    r".{0,8}(?:任务|工作|内容|事项|项目|目标|举措|措施|要点|问题|实事)(?:名称|内容|分解|目标|[及和与]?(?:规模|要求|标准))?"
)
_LEAD = re.compile(
    r"(?:(?:牵头|主办|主责|主要责任|责任牵头).{0,4}(?:单位|部门)|牵头(?:单位|部门)?)"
    r"(?:[及和与].{0,4}(?:负责人|责任人|领导))?"
)
_SUPPORT = re.compile(r"(?:责任|配合|协办|协同|参与|参加|承办|落实|实施).{0,4}(?:单位|部门)")
_OTHER = re.compile(r".{0,4}(?:时限|时间|节点|领导|责任人|备注|类别|大类|领域|进度|电话)")
_PROGRESS = re.compile(
    r"(?:[\d一二三四五六七八九十—–~～至-]+(?:月份?|季度))?(?:当前|目前|工作|项目|任务|实施|建设|落实)?"
    r"(?:(?:进度|进展|完成|推进|落实|办理)(?:情况|进度|程度)?|(?:取得)?成效)"
)
"""A column that says how far each task has come."""
_STATE = re.compile(
    r"(?:已|正在|尚未|(?:基本|提前|全部|超额|按时|按期|如期)(?:完成|建成|开工)|有序推进|正常推进|截[至止])"
)
"""How a cell begins that says how far a task has come, and no line of a task."""
_REACHED = re.compile(rf"\D{{0,8}}\d[\d.]*\s*[%％]|(?:完成|未|基本)|{_STATE.pattern}")
"""How such a cell may begin where one is due."""
_TASK_ALONE = re.compile(
    r".{0,6}(?:任务|工作|事项|举措|措施|要点|实事)(?:名称|内容|分解)?|(?:任务|工作|主要|重点)?内容"
)
"""A column of tasks where no column names units; 项目 and 目标 may head an indicator table."""
_INDICATOR, _MEASURED_IN = re.compile(r"(?:主要|考核)?指标(?:名称)?"), re.compile("(?:计量)?单位")
"""Columns of an indicator table, which may name units in charge as well."""
_SPACED_ROW = re.compile(r"(\d{1,4})[.．、]?\s+(?=\S)")
_HEADER_ALONE = re.compile(rf"(?:{_NUMBER.pattern})\s+(?:{_TASK_ALONE.pattern})")
_ITEM = re.compile(r"(\d{1,4})\s*(?:[.．、](?!\d)\s*|$)")
_EDGE = "| "
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
"""The line under the header of a Markdown table."""
_LONGEST_HEADER, _LONGEST_PROGRESS = 8, 12
_LONGEST_SECTION = 100
"""Characters of a heading inside a table, which may name who leads its tasks."""
_WIDE = re.compile(r"[ \xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*")
_CELL = re.compile(r"[^ \xa0\u3000]+(?:[ \xa0][^ \xa0\u3000]+)*")
"""What stands between and in the cells of a row that white space parts."""
_DUE = re.compile(r"\d{1,4}[年月]|[全年]年|年[底内末]|长期|持续|常态化")
"""What a column of times holds: 12月底前, 全年."""
_NOTE = re.compile(r"(?:注|备注|说明|附件|附表)\s*[:：]")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: the span of its text, its number as printed, the units in charge.

    ``progress`` are the spans of the cells that say how far it has come.
    """

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    progress: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading inside a table."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table that takes the lines ``first`` (inclusive) to ``last`` (exclusive)."""

    first: int
    last: int
    rows: tuple[TaskRow | SectionRow, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Columns:
    width: int
    number: int | None
    task: int
    lead: int | None
    support: tuple[int, ...]
    progress: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row before the units of the whole table have been looked at."""

    start: int
    end: int
    item: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    progress: tuple[tuple[int, int], ...] = ()


def find_task_table(lines: Sequence[Line], at: int, text: str, name: str) -> TaskTable | None:
    """The task table whose header is line ``at``, or None if no header is there.

    Knows tables with a row a line and tabs or wide gaps between cells, tables flattened to one
    cell a line, and numbered rows of a task alone with spaces for tabs. Raises PolicydiffError if
    the header or all rows lack a column that is needed.
    """
    if (
        "\t" in text[lines[at].raw_start : lines[at].raw_end]
        or _is_barred(lines, at, text)
        or _is_wide(lines[at])
    ):
        wide = _is_wide(lines[at])
        columns = _columns(_labels(lines[at], text, wide=wide), lines[at], text, name)
        return None if columns is None else _tabbed(lines, at, text, name, columns, wide=wide)
    if _HEADER_ALONE.fullmatch(lines[at].text):
        return _spaced(lines, at)
    if lines[at].text[-1] == "|" or lines[at].text[0] == "|":
        return _edged(lines, at, text, name)
    labels = []
    for line in lines[at : at + _LONGEST_HEADER]:
        if not _is_label(line.text):
            break
        labels.append(line.text)
    columns = _columns(labels, lines[at], text, name) if len(labels) > 1 else None
    return None if columns is None else _flattened(lines, at, columns, labels)


def _edged(lines: Sequence[Line], at: int, text: str, name: str) -> TaskTable | None:
    """A table flattened to one cell a line with ``|`` beside it: read without the bars."""
    if not _is_label(lines[at].text.strip(_EDGE)):
        return None
    bare: list[Line] = []
    places: list[int] = []
    for here, line in enumerate(lines[at:], start=at):
        cell = line.text.strip(_EDGE)
        if "|" in cell:
            break
        if cell:
            start = line.start + line.text.index(cell)
            bare.append(replace(line, start=start, end=start + len(cell), text=cell))
            places.append(here + 1)
    table = find_task_table(bare, 0, text, name)
    if table is None:
        return None
    last = places[table.last - 1]
    while last < len(lines) and not lines[last].text.strip(_EDGE):
        last += 1
    return replace(table, first=at, last=last)


def _is_barred(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether line ``at`` heads a table with ``|`` between cells, in which every row has its task.

    Others, with cells that go over several rows or count something beside the task, are read by
    the line.
    """
    if not is_row(lines[at].text):
        return False
    labels = _labels(lines[at], text)
    tasks = [
        at
        for at, label in enumerate(labels)
        if _TASK.fullmatch(label) and not (_LEAD.fullmatch(label) or _SUPPORT.fullmatch(label))
    ]
    columns = _columns(labels, lines[at], text, "") if tasks else None
    if columns is None or not all(map(_is_label, labels)):
        return False
    read = {columns.task, *columns.progress}
    rows = [
        _aligned(_cells(line, text), columns)
        for line in lines[at + 1 :]
        if is_row(line.text) and not _RULE.fullmatch(line.text)
    ]
    return all(
        len(row) == len(labels)
        and row[columns.task].text
        and not any(counts_something(cell.text) for at, cell in enumerate(row) if at not in read)
        for row in rows
    )


def _aligned(cells: list[_Cell], columns: _Columns) -> list[_Cell]:
    """The cells of a row with ``|``, behind empty ones for those merged with the row above.

    The units in charge tell which columns a row has that lacks some, or has empty ones behind.
    """
    filled = cells[: max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)]
    if len(filled) > columns.width:
        return cells
    shifted = [_Cell(cell.start, "") for cell in cells[: columns.width - len(filled)]] + filled
    cells = cells[: columns.width]
    if len(shifted) != columns.width or columns.lead is None:
        return cells
    if len(cells) == columns.width and looks_like_units(cells[columns.lead].text):
        return cells
    return shifted if looks_like_units(shifted[columns.lead].text) else cells


def _labels(line: Line, text: str, *, wide: bool = False) -> list[str]:
    """What the header at ``line`` calls its columns, without the empty ones behind."""
    labels = ["".join(cell.text.split()) for cell in _cells(line, text, wide=wide)]
    while labels and not labels[-1]:
        labels.pop()
    return labels


def _is_wide(line: Line) -> bool:
    """Whether ``line`` is a header with two spaces or a full-width one between its cells."""
    if len(line.text) > _LONGEST_SECTION or "\t" in line.text or "|" in line.text:
        return False
    labels = _WIDE.split(line.text)
    return len(labels) > 2 and all(map(_is_label, labels))


def _is_label(cell: str) -> bool:
    label = "".join(cell.split())
    return len(label) <= 12 and any(
        pattern.fullmatch(label) for pattern in (_NUMBER, _TASK, _LEAD, _SUPPORT, _OTHER, _PROGRESS)
    )


def _columns(cells: Sequence[str], line: Line, text: str, name: str) -> _Columns | None:
    labels = [re.sub(r"\s", "", cell) for cell in cells]
    if _first(labels, _INDICATOR) is not None and _first(labels, _MEASURED_IN) is not None:
        return None
    lead = _first(labels, _LEAD)
    support = _all(labels, _SUPPORT)
    if lead is None and not support:
        return _without_unit_columns(labels)
    tasks = [
        at
        for at, label in enumerate(labels)
        if at != lead and at not in support and _TASK.fullmatch(label)
    ]
    if not tasks:
        raise PolicydiffError(
            f"{name}: the table at line {_line_number(line, text)} has no column of tasks"
            f" (its header is {'、'.join(labels)}); add the column 工作任务 to its header and rows"
        )
    if lead is None:
        lead, support = support[0], support[1:]
    return _Columns(
        len(labels), _first(labels, _NUMBER), tasks[-1], lead, support, _all(labels, _PROGRESS)
    )


def _without_unit_columns(labels: Sequence[str]) -> _Columns | None:
    """The columns of a header like 序号、工作任务、完成时限, or None if it is no such header."""
    number, progress = _first(labels, _NUMBER), _all(labels, _PROGRESS)
    alone = _TASK if progress else _TASK_ALONE
    tasks = [at for at, label in enumerate(labels) if alone.fullmatch(label)]
    if number is None or len(tasks) != 1 or not all(map(_is_label, labels)):
        return None
    return _Columns(len(labels), number, tasks[0], None, (), progress)


def _first(labels: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, label in enumerate(labels) if pattern.fullmatch(label)), None)


def _all(labels: Sequence[str], pattern: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(at for at, label in enumerate(labels) if pattern.fullmatch(label))


def _line_number(line: Line, text: str) -> int:
    return text.count("\n", 0, line.start) + 1


def _cells(line: Line, text: str, *, wide: bool = False) -> list[_Cell]:
    if wide:
        return [
            _Cell(line.start + cell.start(), cell.group()) for cell in _CELL.finditer(line.text)
        ]
    cells = []
    start = line.raw_start
    printed = text[line.raw_start : line.raw_end]
    barred = "\t" not in printed and is_row(line.text)
    if barred and line.text[0] == line.text[-1] == "|":
        start, printed = line.start + 1, line.text[1:-1]
    for raw in printed.split("|" if barred else "\t"):
        trimmed = raw.strip()
        cells.append(_Cell(start + (raw.index(trimmed) if trimmed else 0), trimmed))
        start += len(raw) + 1
    return cells


def _tabbed(
    lines: Sequence[Line], at: int, text: str, name: str, columns: _Columns, *, wide: bool
) -> TaskTable:
    header = lines[at].text
    title = lines[at - 1].text if at else ""
    repeats = {line.text for line in lines[at + 1 :]} & {title}
    drafts: list[_Draft | SectionRow] = []
    diagnostics: list[Diagnostic] = []
    widths: list[int] = []
    here = at + 1
    while here < len(lines):
        line = lines[here]
        if line.text == header or line.text in repeats or _RULE.fullmatch(line.text):
            here += 1
            continue
        cells = _cells(line, text, wide=wide)
        cells = _aligned(cells, columns) if is_row(line.text) else cells
        used = 1
        while len(cells) < columns.width and _broken(lines, here + used, cells, text, wide=wide):
            below = _cells(lines[here + used], text, wide=wide)
            last = cells[-1]
            joined = _Cell(last.start, text[last.start : below[0].end]) if last.text else below[0]
            cells = [*cells[:-1], joined, *below[1:]]
            used += 1
        filled = [cell for cell in cells if cell.text]
        if len(filled) == 1 and not filled[0].text.isdecimal():
            if len(cells) == 1 and not _is_section(line):
                break
            drafts.append(SectionRow(filled[0].start, filled[0].end, filled[0].text))
        elif len(cells) > 1 and filled:
            widths.append(len(cells))
            draft = _row(cells, columns)
            if draft is None or len(cells) > columns.width or len(cells) < columns.width - 1:
                diagnostics.append(_odd(line, text, cells, columns))
            if draft is not None:
                drafts.append(draft)
        else:
            break
        here += used
    if columns.lead is not None and len(widths) > 1 and max(widths) < columns.width:
        raise PolicydiffError(
            f"{name}: the table at line {_line_number(lines[at], text)} has {columns.width}"
            f" columns in its header but at most {max(widths)} in its rows; add the missing column"
        )
    return TaskTable(at, here, _with_units(drafts), tuple(diagnostics))


def _is_section(line: Line) -> bool:
    return find_marker(line.text) is not None and len(line.text) <= _LONGEST_SECTION


def _broken(
    lines: Sequence[Line], at: int, cells: Sequence[_Cell], text: str, *, wide: bool
) -> bool:
    """Whether line ``at`` goes on with a cell that a line break has parted."""
    if at >= len(lines) or lines[at].blank or not cells[0].text.isdecimal():
        return False
    below = _cells(lines[at], text, wide=wide)
    if below[0].text.isdecimal() and len(below) > 1:
        return False
    return len(cells) < 3 and find_marker(lines[at].text) is None


def _odd(line: Line, text: str, cells: Sequence[_Cell], columns: _Columns) -> Diagnostic:
    number = cells[0].text or "?"
    return Diagnostic(
        "table-row",
        f"row {number} (line {_line_number(line, text)}) has {len(cells)} cells,"
        f" its table {columns.width} columns",
        line.start,
        line.end,
    )


def _row(cells: Sequence[_Cell], columns: _Columns) -> _Draft | None:
    def cell(at: int | None) -> str:
        return cells[at].text if at is not None and at < len(cells) else ""

    if not cell(columns.task):
        return None
    task = cells[columns.task]
    start, item = task.start, cell(columns.number) or None
    if item is None and (printed := _ITEM.match(task.text)):
        start, item = task.start + printed.end(), printed[1]
    return _Draft(
        start,
        task.end,
        item,
        (cell(columns.lead),),
        tuple(cell(at) for at in columns.support),
        tuple(
            (cells[at].start, cells[at].end)
            for at in columns.progress
            if at < len(cells) and cells[at].text
        ),
    )


def _with_units(drafts: Sequence[_Draft | SectionRow]) -> tuple[TaskRow | SectionRow, ...]:
    cells = [
        cell
        for draft in drafts
        if isinstance(draft, _Draft)
        for cell in (*draft.lead, *draft.support)
    ]
    units = dict(zip(cells, split_units(cells), strict=True))
    return tuple(
        draft
        if isinstance(draft, SectionRow)
        else TaskRow(
            draft.start,
            draft.end,
            draft.item,
            tuple(unit for cell in draft.lead for unit in units[cell]),
            tuple(unit for cell in draft.support for unit in units[cell]),
            draft.progress,
        )
        for draft in drafts
    )


def _flattened(
    lines: Sequence[Line], at: int, columns: _Columns, labels: Sequence[str]
) -> TaskTable | None:
    here = at + len(labels)
    title = lines[at - 1].text if at else ""
    drafts: list[_Draft | SectionRow] = []
    diagnostics: list[Diagnostic] = []
    last_number = 0
    while here < len(lines):
        line = lines[here]
        if line.text in labels or line.text == title:
            here += 1
            continue
        if _NOTE.match(line.text):
            break
        item = _ITEM.match(line.text)
        if item is None:
            marker = find_marker(line.text)
            if marker is None or marker.style is Style.BOX or len(line.text) > _LONGEST_SECTION:
                break
            drafts.append(SectionRow(line.start, line.end, line.text))
            here += 1
            continue
        number = int(item[1])
        if number != last_number + 1 and last_number and number != 1:
            diagnostics.append(
                Diagnostic(
                    "item-order",
                    f"item {number} follows item {last_number}: rows may be missing",
                    line.start,
                    line.end,
                )
            )
        last_number = number
        cells = _row_cells(lines, here, columns, number)
        if cells and (draft := _row(cells, columns)):
            drafts.append(replace(draft, item=item[1]))
            here += columns.width
            continue
        start, end = line.start + item.end(), line.end
        here += 1
        while (
            here < len(lines)
            and _continues(lines[here], empty=start == end)
            and not (columns.progress and _STATE.match(lines[here].text))
        ):
            start, end = (lines[here].start if start == end else start), lines[here].end
            here += 1
        here, progress = _reached(lines, here, columns, number)
        units: list[str] = []
        while here < len(lines) and _is_units(lines[here], columns, labels):
            units += [] if _DUE.match(lines[here].text) else [lines[here].text]
            here += 1
        if not progress:
            here, progress = _reached(lines, here, columns, number)
        if columns.lead is None:  # what stands beside the task is no unit, but a time
            units = []
        drafts.append(_Draft(start, end, item[1], tuple(units[:1]), tuple(units[1:]), progress))
    if not any(isinstance(draft, _Draft) for draft in drafts):
        return None
    return TaskTable(at, here, _with_units(drafts), tuple(diagnostics))


def _reached(
    lines: Sequence[Line], at: int, columns: _Columns, number: int
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The cell at line ``at`` that says how far a task has come, and the line behind it.

    It goes on up to units, or to the ``number`` of the next task where that is near.
    """
    said = lines[at].text if columns.progress and at < len(lines) else ""
    if not _REACHED.match(said):
        return at, ()
    near = range(at + 1, min(at + _LONGEST_PROGRESS, len(lines)))
    end = next((here for here in near if _number(lines[here]) == number + 1), at + 1)
    here = at + 1
    while here < end and not looks_like_units(lines[here].text):
        here += 1
    while here < len(lines) and _continues(lines[here], empty=False):
        here += 1
    return here, ((lines[at].start, lines[here - 1].end),)


def _number(line: Line) -> int | None:
    item = _ITEM.match(line.text)
    return int(item[1]) if item else None


def _row_cells(lines: Sequence[Line], at: int, columns: _Columns, number: int) -> list[_Cell]:
    """The cells of the row whose number is line ``at``, if there are as many as columns.

    The row ends at the next number or at a heading; elsewhere cells are empty or go over lines.
    """
    if columns.number != 0 or not lines[at].text.isdecimal():
        return []
    end = at + columns.width
    below = lines[end].text if end < len(lines) else ""
    row = lines[at + 1 : end]
    if len(row) < columns.width - 1 or any(
        line.text.isdecimal() or find_marker(line.text) for line in row
    ):
        return []
    units = row[columns.lead - 1].text if columns.lead else ""
    if _STATE.match(units) or units.endswith("。"):
        return []
    ends = _NOTE.match(below) or find_marker(below) is not None
    if below and not ends and not below.startswith(str(number + 1)):
        return []
    return [_Cell(line.start, line.text) for line in lines[at:end]]


def _spaced(lines: Sequence[Line], at: int) -> TaskTable | None:
    here = at + 1
    rows: list[TaskRow | SectionRow] = []
    while here < len(lines):
        line = lines[here]
        row = _SPACED_ROW.match(line.text)
        if row:
            rows.append(TaskRow(line.start + row.end(), line.end, row[1], (), ()))
        elif _is_section(line):
            rows.append(SectionRow(line.start, line.end, line.text))
        else:
            break
        here += 1
    return TaskTable(at, here, tuple(rows), ()) if rows else None


def _continues(line: Line, *, empty: bool) -> bool:
    """Whether ``line`` goes on with a task rather than naming a unit or opening something."""
    if _ITEM.match(line.text) or _NOTE.match(line.text) or find_marker(line.text) is not None:
        return False
    return empty or (not looks_like_units(line.text) and line.text.endswith(("。", "；")))


def _is_units(line: Line, columns: _Columns, labels: Sequence[str]) -> bool:
    if line.text in labels or _ITEM.match(line.text) or _NOTE.match(line.text):
        return False
    if find_marker(line.text) is not None or (columns.progress and _STATE.match(line.text)):
        return False
    return looks_like_units(line.text) or (
        len(line.text) <= 8 and not re.search(r"[。:：]", line.text)
    )
