"""Words of comparable text, cut by jieba."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

_FUNCTION_WORDS = frozenset("的和在与及为到等对将以由从把是要并向至按被让使更最大小新全各区市")


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "policydiff"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        cache = Path(tempfile.mkdtemp(prefix="policydiff-"))
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(cache)
    tokenizer.initialize()
    return tokenizer


@lru_cache(maxsize=1 << 16)
def words(text: str) -> frozenset[str]:
    """The words of ``text`` that have at least two characters, as jieba cuts them without HMM.

    Single characters that stand together are a name jieba does not know, and become one word.
    """
    found = set()
    for run in text.split():
        name = ""
        for word in (*_tokenizer().cut(run, HMM=False), ""):
            if len(word) == 1 and word not in _FUNCTION_WORDS:
                name += word
                continue
            found.add(name)
            found.add(word)
            name = ""
    return frozenset(word for word in found if len(word) > 1)
