"""Lines that name the units in charge of the task above them: 责任单位：区教育局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.reading.lines import Line
from policydiff.reading.units import is_unit, looks_like_units, split_units

_LABEL = re.compile(
    r"[（(【\[]?\s*(?:(?P<lead>(?:责任)?牵头(?:责任)?|主责|主要责任|第一责任|主办)"
    r"|责任|配合|协同|参与|参加|落实|实施|完成|[承协会]办)(?:单位|部门)\s*[:：]\s*"
)
_FOOT = re.compile(r"[主承]办单位\s*[:：]")
"""What the foot of a web page says of the site, unless it is said of one task after another."""
_BESIDE = re.compile(
    r"[（(【\[]?\s*(?:完成(?:时限|时间|期限)|时间(?:要求|节点|进度)|(?:责任|分管|主管|牵头|包保)(?:副?[省市区县镇乡]长|领导|人))\s*[:：]"
)
"""What may stand beside the units: a time and a person."""
_BEHIND = re.compile(
    rf"(?=[（(【\[]){_LABEL.pattern}[^。（）()]*(?:[（(][^。（）()]*[）)][^。（）()]*)*[）)】\]][。；]?"
    r"|(?<=[。；])\s*[^，。；：:（）()]{2,4}(?:单位|部门)\s*[:：][^。]+。?\s*$"
)
"""Units in brackets behind a task, or in its last sentence: 新建公园5个。主办单位：住建局。"""
_NAMED = re.compile(
    r"(?:(?<=[。；;])|^|(?=[（(][^（）()]*[）)](?:[。；;]|$)))"
    r"[（(](?=[^（）()]*(?:牵头|负责))([^。：:（）()\d]{2,160})[）)][。；]?"
)
"""Units in brackets of their own, with what they do behind them: （区住建局牵头，区民政局配合）."""
_DOES = re.compile(
    r"(?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同)?(?:(?P<lead>牵头(?:负责|组织|落实|推进)?|负责(?:牵头|落实)?)"
    r"|配合|协助|协同|参加|参与|落实)$"
)
_UNITS_ALONE = re.compile(r"[（(]([^（）()。：:\d]{2,160})[）)][。；;]")
"""Units in brackets of their own and nothing else, which most tasks of a list have behind them."""
_UNITS_LAST = re.compile(r"(?:(?<=[。；;])|^)\s*[（(]([^（）()。：:\d]{2,80})[）)][。；;]?$")
_FEWEST_ALONE, _FEWEST_FEET = 2, 3
_MARKS = "。；;，,、】] \u3000"
_COLONS = frozenset("：:")
_LONGEST, _LONGEST_LABEL = 300, 16


@dataclass(frozen=True, slots=True)
class Charge:
    """The units in charge of the task above; ``last`` is the line behind those that name them."""

    last: int
    lead: tuple[str, ...]
    support: tuple[str, ...]


def find_charge(lines: Sequence[Line], at: int) -> Charge | None:
    """The units that line ``at`` and those directly below it name, or None if it names none.

    As in a task table, the units of the first list lead where none is said to.
    """
    if not _opens(lines[at].text) or _is_foot(lines, at):
        return None
    here = at
    named: list[str] = []
    while here < len(lines) and (_opens(lines[here].text) or _goes_on(lines[here - 1], named)):
        if _opens(lines[here].text):
            named.append("")
        named[-1] += lines[here].text
        here += 1
    return _charge(here, named)


def split_at_charges(text: str, begin: int) -> Iterator[tuple[int, int, Charge | None]]:
    """The parts of ``text`` from ``begin`` on, each up to the words that name its units.

    As in 新建公园5个。（责任单位：区住建局）; None are in charge of what no such words follow.
    """
    if "牵头" in text or "负责" in text:
        for behind in _NAMED.finditer(text, begin):
            charge = _acting(behind[1])
            if charge and behind.start() > begin:
                yield begin, behind.start(), charge
            begin = behind.end() if charge else begin
    if "单位" in text or "部门" in text:
        for behind in _BEHIND.finditer(text, begin):
            charge = _charge(0, [behind.group()])
            if charge and behind.start() > begin:
                yield begin, behind.start(), charge
                begin = behind.end()
    if ")。" in text or "）。" in text:
        named = [one for one in _UNITS_ALONE.finditer(text, begin) if _only_units(one[1])]
        for behind in named if len(named) >= _FEWEST_ALONE else ():
            if behind.start() > begin:
                yield begin, behind.start(), _lead(behind[1])
            begin = behind.end()
    if begin < len(text):
        yield begin, len(text), None


def units_behind(text: str) -> tuple[int, Charge | None]:
    """How far ``text`` goes up to units in brackets at its end, and what they are in charge of."""
    last = _UNITS_LAST.search(text) if text.endswith(("）", ")", "）。")) else None
    if last is None or not _only_units(last[1]):
        return len(text), None
    return last.start(), _lead(last[1])


def _only_units(names: str) -> bool:
    return all(map(is_unit, re.split("[、，,；;]", names)))


def _lead(names: str) -> Charge:
    first, *others = split_units([names])[0]
    return Charge(0, (first,), tuple(others))


def _acting(names: str) -> Charge | None:
    """The units of 区住建局牵头，区民政局配合; None where it names others than units."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for part in re.split("[，,；;]", names):
        does = _DOES.search(part)
        named = part[: does.start()].removesuffix("等") if does else part
        if does and not named:
            continue
        if not looks_like_units(named):
            return None
        sides[bool(does and does["lead"])].extend(split_units([named])[0])
    if not sides[True]:
        return None
    return Charge(0, tuple(sides[True]), tuple(sides[False]))


def _charge(last: int, named: Sequence[str]) -> Charge | None:
    cells = [cell for line in named for cell in _cells(line)]
    if not cells:
        return None
    first = not any(leads for leads, _ in cells)
    sides: dict[bool, list[str]] = {True: [], False: []}
    for (leads, _), units in zip(cells, split_units([names for _, names in cells]), strict=True):
        sides[leads or first].extend(units)
        first = False
    return Charge(last, tuple(sides[True]), tuple(sides[False]))


def _opens(text: str) -> bool:
    if len(text) > _LONGEST or _COLONS.isdisjoint(text[:_LONGEST_LABEL]):
        return False
    return bool(_LABEL.match(text) or _BESIDE.match(text))


def _is_foot(lines: Sequence[Line], at: int) -> bool:
    """Whether line ``at`` is the foot of a web page rather than one of many that name units."""
    if not _FOOT.match(lines[at].text):
        return False
    return sum(1 for line in lines if _FOOT.search(line.text)) < _FEWEST_FEET


def _goes_on(above: Line, named: Sequence[str]) -> bool:
    return bool(named) and above.text.endswith(("、", "，", ","))


def _cells(line: str) -> Iterator[tuple[bool, str]]:
    """Each list of units in ``line`` and whether they lead."""
    labels = list(_LABEL.finditer(line))
    for at, label in enumerate(labels, start=1):
        end = labels[at].start() if at < len(labels) else len(line)
        names = _BESIDE.split(line[label.end() : end])[0].strip(_MARKS)
        if names.endswith(("）", ")")) and not re.search("[（(]", names):
            names = names[:-1].strip(_MARKS)
        if names:
            yield bool(label["lead"]), names
