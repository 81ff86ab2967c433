"""Quotation marks, brackets and book titles hide the separators inside them."""

from __future__ import annotations

import re

PROTECTED = re.compile(
    r"“[^“”\n]{0,80}”|‘[^‘’\n]{0,60}’|《[^《》\n]{0,80}》|「[^「」\n]{0,60}」"
    r"|（[^（）\n]{0,120}）|\([^()\n]{0,120}\)|〔[^〔〕\n]{0,30}〕|【[^【】\n]{0,30}】"
)
_SEPARATORS = "，。；、：,;:！？!?和及与并"
_SEPARATOR = re.compile(f"[{_SEPARATORS}]")
_HIDDEN = str.maketrans(_SEPARATORS, "_" * len(_SEPARATORS))


def mask(text: str) -> str:
    """``text`` with the separators inside quotation marks and brackets blanked; same length."""
    return PROTECTED.sub(_blanked, text)


def _blanked(quoted: re.Match[str]) -> str:
    words = quoted[0]
    return words.translate(_HIDDEN) if _SEPARATOR.search(words) else words


def hide(text: str) -> str:
    """``text`` with what stands in quotation marks and brackets made unreadable; same length."""
    return text if text.isalnum() else PROTECTED.sub(lambda match: "□" * len(match.group()), text)
