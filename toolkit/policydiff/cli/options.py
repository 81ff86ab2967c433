"""What can be said on the command line, and what is meant by it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policydiff.errors import PolicydiffError
from policydiff.reading.document import Kind, Stance
from policydiff.report.sections import Show

_CHANGED = "changed"
_EVERYTHING = "all"


class Format(StrEnum):
    """What a result is written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class ReportFormat(StrEnum):
    """What a report is written as; ``html`` is a page for a browser, ``docx`` is for Word."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"


class ExplainFormat(StrEnum):
    """What an explanation is written as."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]
ReportOption = Annotated[
    ReportFormat,
    typer.Option(
        "--format", "-f", help="What to write; html is a page, xlsx a workbook, docx for Word."
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, not to standard output.")
]
EncodingOption = Annotated[
    str, typer.Option(help="Encoding of the result; utf-8-sig suits CSV for Excel.")
]
FileArgument = Annotated[
    str, typer.Argument(help="A file, - for standard input, or an id of the catalogue.")
]
DecisionsOption = Annotated[
    Path | None, typer.Option(help="Apply a reader's decisions, saved from the HTML page.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option(
        help="A model written by `policydiff train`, or a shipped one: plain, semantic. "
        "Default: semantic."
    ),
]
WorkersOption = Annotated[
    int, typer.Option(min=0, help="Processes that share the work; 0 takes one per core.")
]
TitleOption = Annotated[str | None, typer.Option(help="Title, where the text does not say it.")]
PublisherOption = Annotated[str | None, typer.Option(help="Who published it.")]
YearOption = Annotated[
    int | None, typer.Option(help="Planning year: the year that its targets are for.")
]
KindOption = Annotated[Kind | None, typer.Option(help="Kind of document.")]


def stances_in(words: str) -> tuple[Stance, Stance]:
    """The stances of A and of B that --stance asks for."""
    sides = words.split(":")
    if len(sides) > 2 or not set(sides) <= set(Stance):
        raise PolicydiffError(
            f"--stance {words}: this is no stance; try target, outcome or outcome:target"
        )
    return Stance(sides[0]), Stance(sides[-1])


def parts_in(words: str | None) -> frozenset[Show]:
    """The parts that were asked for; empty where nothing was said."""
    names = set(words.split(",")) if words else set()
    if _EVERYTHING in names:
        return frozenset(Show)
    if _CHANGED in names:
        names = names - {_CHANGED} | {Show.RAISED, Show.LOWERED, Show.REFRAMED}
    unknown = sorted(names - set(Show))
    if unknown:
        known = ", ".join([_CHANGED, *Show, _EVERYTHING])
        raise PolicydiffError(f"--show {unknown[0]}: there is no such part; known are {known}")
    return frozenset(Show(name) for name in names)


def years_in(pairs: list[str], documents: list[str]) -> dict[str, int]:
    """The years given as DOC=YEAR, by document."""
    years = {}
    for pair in pairs:
        document, _, year = pair.rpartition("=")
        if document not in documents or not year.isdecimal():
            raise PolicydiffError(
                f"--year {pair}: give one of the documents and its year, such as report.txt=2024"
            )
        years[document] = int(year)
    return years


def cores_for(workers: int) -> int:
    """``workers``, or the number of cores that this process may use."""
    return workers or len(os.sched_getaffinity(0))
