"""Numerals: tables of (text, value) and round trips."""

from __future__ import annotations

from decimal import Decimal

import pytest
from han_numbers import chinese
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.commitments.numerals import is_open, parse_number, parse_pair

FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("2.5", "2.5"),
        ("１２．５", "12.5"),
        ("19·5", "19.5"),
        ("1,018", "1018"),
        ("33，212万", "332120000"),
        ("1.6万", "16000"),
        ("3千", "3000"),
        ("10多万", "100000"),
        ("1.2万亿", "1200000000000"),
        ("4万多亿", "4000000000000"),
        ("3亿8000万", "380000000"),
        ("100亿", "10000000000"),
        ("7 4 7 ．2", "747.2"),
        ("〇", "0"),
        ("零", "0"),
        ("两", "2"),
        ("半", "0.5"),
        ("十", "10"),
        ("十二", "12"),
        ("廿三", "23"),
        ("一百零五", "105"),
        ("一百五", "150"),
        ("一百五十", "150"),
        ("两千", "2000"),
        ("三万五千", "35000"),
        ("一百二十万", "1200000"),
        ("一百五十万", "1500000"),
        ("八亿三千四百万", "834000000"),
        ("两亿零七百万", "207000000"),
        ("十三点五", "13.5"),
        ("一点二亿", "120000000"),
        ("一九八五", "1985"),
        ("二〇〇〇", "2000"),
        ("二○○○", "2000"),
        ("百", "100"),
        ("百亿", "10000000000"),
        ("千万", "10000000"),
        ("十几", "10"),
        ("几十", "10"),
        ("2.5百亿亿", "2500000000000000000"),
        ("数百", "100"),
        ("40余", "40"),
        ("三千多", "3000"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "千百", "五G", "第三", "亿万亿万", "点五", "1.2.3"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三四", 3, 4),
        ("十五六", 15, 16),
        ("三四百", 300, 400),
        ("二三十万", 200_000, 300_000),
        ("两三千", 2000, 3000),
        ("四、五十亿", 4_000_000_000, 5_000_000_000),
        ("两、三", 2, 3),
    ],
)
def test_neighbouring_digits_are_a_range(text: str, low: int, high: int) -> None:
    assert parse_pair(text) == (low, high)


@pytest.mark.parametrize("text", ["三五", "二十三", "一九八五", "五四", "12"])
def test_other_digits_are_none(text: str) -> None:
    assert parse_pair(text) is None


@pytest.mark.parametrize(
    ("text", "is_lower_bound"), [("40余", True), ("十几", True), ("数百", True), ("四十", False)]
)
def test_open_numerals(text: str, is_lower_bound: bool) -> None:
    assert is_open(text) is is_lower_bound


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_round_trip(number: int) -> None:
    assert parse_number(chinese(number)) == number


@settings(deadline=None)
@given(st.decimals(0, 10**9, places=2))
def test_writing_does_not_change_the_value(number: Decimal) -> None:
    plain = f"{number:f}"
    assert parse_number(plain) == number
    assert parse_number(f"{number:,f}") == number
    assert parse_number(plain.translate(FULL_WIDTH)) == number
    assert parse_number(f"{number:,f}".translate(FULL_WIDTH).replace(",", "，")) == number


@settings(deadline=None)
@given(st.integers(1, 9999), st.sampled_from([("百", 2), ("千", 3), ("万", 4), ("亿", 8)]))
def test_a_scale_multiplies_arabic_and_chinese_alike(number: int, scale: tuple[str, int]) -> None:
    name, power = scale
    assert parse_number(f"{number}{name}") == number * 10**power
    if number < 10 or power >= 4:
        assert parse_number(f"{chinese(number)}{name}") == number * 10**power
