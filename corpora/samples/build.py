"""Writes the sample documents and their gold from the annotated sources beside this file.

``annotated/*.txt`` are the documents with marks in double square brackets::

    新增公共停车位[[2600个|公共停车位|>=|n=新增|#parking]]

A mark holds the number as printed, its indicator, and what is not plain: a comparator,
``g`` growth, ``s`` share or ``p`` percentage points, ``v=`` the value in the base unit where
the number is not Arabic digits with 万 or 亿 (two values for a range), ``u=`` its unit, ``o``
an outcome, ``y=`` the year, ``h=`` the hedge, ``n=`` a note, ``#`` a label that the links
refer to. A mark with a label alone is a commitment without a number. A line ``@target 2024``
sets stance and year of what follows and is left out of the document.

``annotated/links/A--B.txt`` lists links: label in A, label in B, relation, certainty (sure
when left out), note. Annotate by the codebook, never from the program's own output.

``python build.py ANNOTATED TO`` does the same for another folder, and writes below ``TO``.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(.+?)\]\]")
STANCE = re.compile(r"@(target|outcome) (\d{4})\n")
PLAIN = re.compile(r"([\d.]+)([万亿]*)(\D*)")
SCALES = {"万": 10**4, "亿": 10**8}
KINDS = {"g": "growth", "s": "share", "p": "points"}
TARGET_FIELDS = [
    *("start", "end", "text", "indicator", "value", "value_max", "unit"),
    *("comparator", "kind", "stance", "year", "hedge", "note"),
]
LINK_FIELDS = ["a_start", "a_end", "b_start", "b_end", "relation", "certainty", "note"]


@dataclass
class Annotated:
    """A document without its marks, the rows of its gold, and the spans of its labels."""

    text: str = ""
    targets: list[dict[str, str]] = field(default_factory=list)
    labels: dict[str, tuple[int, int]] = field(default_factory=dict)


def plain_value(text: str) -> tuple[str, str]:
    """Value in the base unit, and that unit, of a number in Arabic digits: 1.6万个 is 16000 个."""
    match = PLAIN.fullmatch(text)
    if not match:
        raise ValueError(f"{text} needs v= and u=")
    value = Decimal(match[1])
    for scale in match[2]:
        value *= SCALES[scale]
    return f"{value.normalize():f}", match[3]


def target(text: str, indicator: str, options: list[str], stance: str, year: str) -> dict[str, str]:
    """One row of gold, without its offsets."""
    row = dict.fromkeys(TARGET_FIELDS, "")
    row.update(text=text, indicator=indicator, comparator="=", kind="amount")
    row.update(stance=stance, year=year)
    named = dict(option.split("=", 1) for option in options if re.match(r"[vuyhn]=", option))
    if "v" in named:
        row["value"], _, row["value_max"] = named["v"].partition(",")
    else:
        row["value"], row["unit"] = plain_value(text)
    for option in options:
        if option in {">=", "<=", "~"}:
            row["comparator"] = option
        elif option in KINDS:
            row["kind"] = KINDS[option]
        elif option == "o":
            row["stance"] = "outcome"
    for letter, name in {"u": "unit", "y": "year", "h": "hedge", "n": "note"}.items():
        row[name] = named.get(letter, row[name])
    return row


def parse(source: str) -> Annotated:
    """Takes the marks out of an annotated document and keeps what they say."""
    document = Annotated()
    stance, year, at = "", "", 0
    tokens = re.compile(f"{MARK.pattern}|{STANCE.pattern}")
    for match in tokens.finditer(source):
        document.text += source[at : match.start()]
        at = match.end()
        if match[1] is None:
            stance, year = match[2], match[3]
            continue
        text, *options = match[1].split("|")
        start, end = len(document.text), len(document.text) + len(text)
        document.text += text
        document.labels.update(
            (option[1:], (start, end)) for option in options if option.startswith("#")
        )
        if not options[0].startswith("#"):
            row = target(text, options[0], options[1:], stance, year)
            document.targets.append({**row, "start": str(start), "end": str(end)})
    document.text += source[at:]
    return document


def links(source: str, a: Annotated, b: Annotated) -> list[dict[str, str]]:
    """The rows of a file of links, in order of position."""
    found = []
    for line in source.splitlines():
        left, right, relation, *rest = line.split(" ", 4)
        certainty, note = (*rest, *("sure", "")[len(rest) :])
        spans = *a.labels[left], *b.labels[right]
        found.append((spans, relation, certainty, note))
    return [
        dict(zip(LINK_FIELDS, (*map(str, spans), *words), strict=True))
        for spans, *words in sorted(found)
    ]


def tsv(fields: list[str], rows: list[dict[str, str]]) -> str:
    """Tab-separated rows under a header, unquoted as the reference scorer reads them."""
    lines = ["\t".join(fields), *("\t".join(row[name] for name in fields) for row in rows)]
    return "\n".join(lines) + "\n"


def build(annotated: Path = HERE / "annotated", to: Path = HERE) -> dict[Path, str]:
    """The path of every file generated from ``annotated``, below ``to``, with its content."""
    sources = sorted(annotated.glob("*.txt"))
    documents = {path.stem: parse(path.read_text(encoding="utf-8")) for path in sources}
    files = {}
    for name, document in documents.items():
        files[to / f"{name}.txt"] = document.text
        files[to / "gold/targets" / f"{name}.tsv"] = tsv(TARGET_FIELDS, document.targets)
    for path in sorted((annotated / "links").glob("*.txt")):
        a, b = path.stem.split("--")
        rows = links(path.read_text(encoding="utf-8"), documents[a], documents[b])
        files[to / "gold/links" / f"{path.stem}.tsv"] = tsv(LINK_FIELDS, rows)
    return files


if __name__ == "__main__":
    for path, content in build(*map(Path, sys.argv[1:3])).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
