from __future__ import annotations

import pytest

from policydiff.reading.units import is_unit, looks_like_units, split_units


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["区发改局"], [("区发改局",)]),
        (["区发改局、区工信局，各街道（镇）"], [("区发改局", "区工信局", "各街道（镇）")]),
        (["区发改局\n区工信局"], [("区发改局", "区工信局")]),
        (["区发改局 区人社局"], [("区发改局", "区人社局")]),
        (["区发改局 云港园项目（企业） 服务中心"], [("区发改局", "云港园项目（企业）服务中心")]),
        (["云港园项目（企业）服 务中心 区商务局"], [("云港园项目（企业）服务中心", "区商务局")]),
        (["区城建局 市交通中心云港 执法大队"], [("区城建局", "市交通中心云港执法大队")]),
        (
            ["区财政局（国资局） 高新区、云港园财政和 资本运营部"],
            [("区财政局（国资局）", "高新区、云港园财政和资本运营部")],
        ),
        (["区商务局 高新区 管委会 各镇街"], [("区商务局", "高新区管委会", "各镇街")]),
        (["区商务局 区拥军领导小组 成员单位"], [("区商务局", "区拥军领导小组成员单位")]),
        (
            ["区商务局 云开", "云开 云发 区教育局", "区商务局 云发"],
            [("区商务局", "云开"), ("云开", "云发", "区教育局"), ("区商务局", "云发")],
        ),
        ([""], [()]),
    ],
)
def test_cells_become_units(cells: list[str], expected: list[tuple[str, ...]]) -> None:
    assert split_units(cells) == expected


def test_what_is_a_unit() -> None:
    assert is_unit("各街道（镇）")
    assert is_unit("区委组织部")
    assert not is_unit("高新区营商环境")
    assert looks_like_units("区发改局、区工信局")
    assert not looks_like_units("注:各牵头部门负责组织推进")
