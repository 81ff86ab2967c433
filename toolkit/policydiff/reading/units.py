"""The cells of a task table that name the units in charge become lists of units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_SUFFIX = re.compile(
    r"(?<!\d)(?:局|委|办|部|厅|处|署|院|所|站|队|组|司|社|馆|镇|乡|街道|镇街|社区|中心|专班|单位|部门|公司|集团|企业"
    r"|协会|学会|联合会|工会|商会|妇联|残联|科协|文联|侨联|工商联|联社|银行|学校|大学|医院|政府|法院|检察院"
    r"|党组|纪委|监委|管委会|委员会|开发区|园区|各县|各区|市县|指挥部|管理区)(?:办公室|办事处)?$|办公室$|办事处$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]$")
_FRAGMENT = re.compile(
    r"(?:综合|行政|执法|管理|服务|监督|建设|规划|工作|领导)*"
    r"(?:管委会|委员会|办公室|办事处|中心|大队|支队|分局|小组|成员单位)"
)
_SPACE = re.compile("[ \u3000]+")
_MARKS = re.compile(r"[，,；;]|\s*[\r\n]+\s*")


def split_units(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """The units that each of the ``cells`` of one table names, in their order.

    Units are parted by 、，； or a line break, in some tables by spaces instead; there a space may
    also stand where a name was broken. A piece is joined with the next if it ends in no word
    for a unit or in an open bracket, unless it stands alone in a cell of the same table, and
    if the next has no owner (服务中心). There 、 is a part of a name unless a unit ends before it.
    """
    spaced = any(is_unit(left) for cell in cells for left, _ in pairwise(_SPACE.split(cell)))
    rows = [[piece.split() for piece in _MARKS.split(cell)] for cell in cells]
    whole = {unit for row in rows for pieces in row for unit in _standing_alone(pieces)}
    return [
        tuple(
            unit
            for pieces in row
            for joined in _joined(pieces, whole)
            for unit in _at_commas(joined, spaced=spaced)
        )
        for row in rows
    ]


def is_unit(name: str) -> bool:
    """Whether ``name`` ends in a word for a unit of government or a firm (局, 中心, 街道（镇）)."""
    return bool(_SUFFIX.search(_BRACKETS.sub("", name)))


def looks_like_units(line: str) -> bool:
    """Whether ``line`` is a list of units rather than a sentence."""
    if re.search(r"[。！？：:]", line):
        return False
    pieces = [piece for piece in re.split(r"[、，,；;\s]+", line) if piece]
    named = sum(is_unit(piece) for piece in pieces)
    return named * 2 >= len(pieces) and all(len(piece) <= 24 for piece in pieces)


def _balanced(piece: str) -> bool:
    opened = sum(piece.count(sign) for sign in "（(")
    return opened <= sum(piece.count(sign) for sign in "）)")


def _complete(piece: str) -> bool:
    return _balanced(piece) and is_unit(piece)


def _standing_alone(pieces: Sequence[str]) -> list[str]:
    if len(pieces) == 1:
        return [pieces[0]]
    if len(pieces) > 1 and _complete(pieces[-2]) and not is_unit(pieces[-1]):
        return [pieces[-1]]
    return []


def _joined(pieces: Sequence[str], whole: set[str]) -> list[str]:
    units: list[str] = []
    for piece in pieces:
        if units and not _ends(units[-1], piece, whole):
            units[-1] += piece
        else:
            units.append(piece)
    return units


def _ends(unit: str, following: str, whole: set[str]) -> bool:
    if _FRAGMENT.fullmatch(following) or (unit + following in whole and following not in whole):
        return False
    return unit in whole or _complete(unit)


def _at_commas(name: str, *, spaced: bool) -> list[str]:
    units: list[str] = []
    for piece in name.split("、"):
        if units and (not _balanced(units[-1]) or (spaced and not is_unit(units[-1]))):
            units[-1] += "、" + piece
        elif piece:
            units.append(piece)
    return units
