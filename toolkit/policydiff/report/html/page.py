"""The frame that every HTML page shares: template, styles, scripts, labels, embedded data."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from policydiff.report.html.labels import FEATURES, LABELS

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(
    template: str, context: Mapping[str, Any], data: Mapping[str, Any], scripts: Sequence[str]
) -> str:
    """Render a template of the folder ``assets`` with autoescape into one whole page.

    ``scripts`` are files of the same folder, run in order with ``data`` at hand. A content
    security policy lets run what is written here and nothing else, and forbids all loading.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("policydiff.report.html", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["grouped"] = lambda number: f"{number:,}"
    style = _asset("page.css")
    early = _asset("early.js")
    script = "".join(_asset(name) for name in scripts)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(early)} {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return environment.get_template(template).render(
        **context,
        t=_english,
        policy=policy,
        style=style,
        early=early,
        script=script,
        data=script_safe({**data, "labels": LABELS, "words": FEATURES}),
    )


def script_safe(value: Any) -> str:
    r"""JSON that can stand inside a ``script`` element: nothing in it can end the element.

    >>> print(script_safe("</script><!--"))
    "\u003c/script\u003e\u003c!--"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_UNSAFE.get(char, char) for char in text)


def _english(key: str, **values: object) -> str:
    """The English text of a label; the page itself puts the Chinese in its place.

    A value that begins with ``@`` is itself the name of a label.
    """
    named = {name: _english(str(v)[1:]) if str(v)[:1] == "@" else v for name, v in values.items()}
    return LABELS[key][0].format(**named)


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
