from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import PolicydiffError
from policydiff.reading.decoding import decode

TEXT = "青溪区政府工作报告\r\n\r\n一、2030年主要任务\r\n\r\n新增停车位1200个，改造小区36个。\n"


@pytest.mark.parametrize(
    ("encoding", "bom", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("gb18030", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(encoding: str, bom: bytes, expected: str) -> None:
    decoded = decode(bom + TEXT.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (TEXT, expected, ())


TRADITIONAL = (
    "青溪區政府工作報告\n\n一、主要任務\n新增停車位1200個，改造小區36個，完成各項建設目標。\n"
    "發展現代農業，產量達到3萬噸，銹蝕管網全部更換，公里數不變，這裏的學校、醫院均達標。\n"
)


@pytest.mark.parametrize("head", ["", "charset=big5\n"])
def test_big5_with_its_extensions(head: str) -> None:
    decoded = decode((head + TRADITIONAL).encode("big5hkscs"), "a.txt")
    assert (decoded.text, decoded.encoding) == (head + TRADITIONAL, "big5hkscs")


@given(st.text(alphabet="新增停车位三千个，。0123456789%\n", min_size=8).filter(str.strip))
def test_utf8_survives(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text


def test_a_declared_gb2312_label_means_gb18030() -> None:
    raw = "charset=gb2312\n镕、㐀、新增停车位三千个。".encode("gb18030")
    assert decode(raw, "a.txt").text.endswith("镕、㐀、新增停车位三千个。")


def test_few_bad_bytes_are_replaced_and_reported() -> None:
    for encoding in ("utf-8", "gb18030"):
        raw = bytearray((TEXT * 20).encode(encoding))
        raw[31] = 0xFF
        decoded = decode(bytes(raw), "a.txt")
        assert decoded.encoding == encoding
        assert [found.code for found in decoded.diagnostics] == ["unreadable-characters"]
        assert "主要任务" in decoded.text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\n<!DOCTYPE html><html>", "web page"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (TEXT.encode()[:-3][: len(TEXT.encode()) - 5], "middle of a character"),
        (TEXT.encode("gb18030")[:-4], "middle of a character"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "middle of a character"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(raw: bytes, said: str) -> None:
    with pytest.raises(PolicydiffError, match=said) as caught:
        decode(raw, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)
