"""Numbers written in Chinese, for tests that read them back."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The standard Chinese numeral of a number below 10**12."""
    if number == 0:
        return "零"
    text, pending_zero = "", False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, size)
        if not group:
            pending_zero = bool(text)
            continue
        if text and (pending_zero or group < 1000):
            text += "零"
        text += _below_ten_thousand(group) + name
        pending_zero = False
    return text.removesuffix("零")


def _below_ten_thousand(number: int) -> str:
    text, pending_zero = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if pending_zero else "") + DIGITS[digit] + name
            pending_zero = False
        else:
            pending_zero = bool(text)
    return text
