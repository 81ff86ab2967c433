"""The bytes of a file become text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from policydiff.errors import PolicydiffError
from policydiff.reading.document import Diagnostic

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (docx, xlsx, wps)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls, wps)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_-]+)""")
_PLAIN = re.compile(r"[\t\r\n\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_ADVICE = "save its text as a .txt file and read that"
_MISREAD_SHARE = 0.01
_BIG5 = "big5hkscs"
"""Big5 with the characters that Hong Kong and makers of fonts have added to it (HKSCS-2004)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what its reader should know."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(raw: bytes, name: str) -> Decoded:
    """``raw`` as text; ``name`` is what error messages call the file.

    Byte order mark, strict UTF-8, UTF-16 without a mark, the label the file declares, chardet's
    opinion, GB18030, then GB18030 with replacement and a diagnostic. ``gb2312`` and ``gbk``
    mean GB18030, which contains both (GB 18030-2022), ``big5`` its extension. Raises
    PolicydiffError if the file is empty, no text, or cut in the middle of a character.
    """
    if not raw.strip():
        raise PolicydiffError(f"{name}: the file is empty; fetch the document again")
    for magic, what in _MAGIC:
        if raw.lstrip()[: len(magic)].lower() == magic.lower():
            raise PolicydiffError(f"{name}: this is {what}, not plain text; {_ADVICE}")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strictly(raw[len(bom) :], encoding, name, skipped=len(bom))
    if (wide := _utf16(raw)) is not None:
        return _strictly(raw, wide, name)
    if b"\0" in raw:
        raise PolicydiffError(f"{name}: this looks like a binary file, not text; {_ADVICE}")
    return _multibyte(raw, name)


def _multibyte(raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        misread = error
    if misread.reason == "unexpected end of data" and not raw[: misread.start].isascii():
        raise _cut(name, misread.start)
    lenient = raw.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if damaged <= _MISREAD_SHARE * sum(not sign.isascii() for sign in lenient):
        return Decoded(lenient, "utf-8", (_unreadable(damaged, "UTF-8", lenient),))
    encoding = _declared(raw) or _guessed(raw) or "gb18030"
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if error.reason == "incomplete multibyte sequence" and error.end >= len(raw) - 1:
            raise _cut(name, error.start) from error
    text = raw.decode("gb18030", "replace")
    if len(_PLAIN.findall(text)) * 2 < len(text):
        raise PolicydiffError(f"{name}: this looks like a binary file, not text; {_ADVICE}")
    return Decoded(text, "gb18030", (_unreadable(text.count("\ufffd"), "GB18030", text),))


def _strictly(raw: bytes, encoding: str, name: str, skipped: int = 0) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(raw) or error.reason in ("truncated data", "unexpected end of data"):
            raise _cut(name, skipped + error.start) from error
        text = raw.decode(encoding, "replace")
        return Decoded(text, encoding, (_unreadable(text.count("\ufffd"), encoding, text),))


def _cut(name: str, position: int) -> PolicydiffError:
    return PolicydiffError(
        f"{name}: the file ends in the middle of a character (byte {position}), so it was cut"
        " short; fetch the document again"
    )


def _unreadable(count: int, encoding: str, text: str) -> Diagnostic:
    first = text.find("\ufffd")
    message = f"{count} characters could not be read as {encoding} and are shown as \ufffd"
    return Diagnostic("unreadable-characters", message, first, first + 1)


def _utf16(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark, where nearly all of it then reads as plain text."""
    sample = raw[: len(raw) - len(raw) % 2][:4096]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if text and len(_PLAIN.findall(text)) >= 0.9 * len(text) and _has_wide_signs(text, raw):
            return encoding
    return None


def _has_wide_signs(text: str, raw: bytes) -> bool:
    """Whether ``text`` is likelier than the same bytes as single-byte or multibyte text."""
    if b"\0" in raw:
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "，" in text or "。" in text
    return False


def _declared(raw: bytes) -> str | None:
    label = _LABEL.search(raw[:2048])
    return _codec(label[1].decode("ascii")) if label else None


def _guessed(raw: bytes) -> str | None:
    import chardet

    guess = _codec(chardet.detect(raw[:65536])["encoding"] or "")
    if guess == _BIG5 and _stops(raw, guess) > _stops(raw, "gb18030"):
        return guess
    return None


def _stops(raw: bytes, encoding: str) -> int:
    """How often the commonest punctuation stands in ``raw``, if it is in ``encoding``."""
    return sum(map(raw.decode(encoding, "ignore").count, "，。、"))


def _codec(label: str) -> str | None:
    plain = label.lower().replace("-", "").replace("_", "")
    if plain in ("gb2312", "gbk", "gb18030", "cp936"):
        return "gb18030"
    if plain.startswith("big5") or plain == "cp950":
        return _BIG5
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None
