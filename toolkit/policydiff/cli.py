"""The command line: options in, results on standard output, everything else on standard error.

Exit codes: 0 for success, 1 where ``--exit-code`` was asked for and the documents differ, 2
for trouble, 130 when interrupted, 141 when the reader of standard output has gone.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from policydiff.errors import PolicydiffError
from policydiff.parallel import waiting
from policydiff.reading.document import Kind, Stance
from policydiff.report.sections import NEWS, Show
from policydiff.version import __version__

if TYPE_CHECKING:
    from policydiff.commitments.model import Extraction


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


CHANGED = "changed"
EVERYTHING = "all"

app = typer.Typer(
    name="policydiff",
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    """Read Chinese government documents, extract what they commit to, and compare it."""
    if version:
        print(f"policydiff {__version__}")
        raise typer.Exit


@app.command()
def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="The earlier document: file or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later document; A finds recurrences.")],
    format: Annotated[
        ReportFormat,
        typer.Option("--format", "-f", help="What to write; html is a page to review."),
    ] = ReportFormat.TABLE,
    output: OutputOption = None,
    show: Annotated[
        str | None,
        typer.Option(
            help="Parts to show, with commas: changed (raised, lowered, reframed), new, "
            "dropped (not restated), undetermined, recurring, related, kept, or all; "
            "JSON is always whole."
        ),
    ] = None,
    stance: Annotated[
        str,
        typer.Option(help="target, outcome, or outcome:target: what A reached, what B promises."),
    ] = "target",
    topic: Annotated[
        str | None, typer.Option(help="Only what speaks of this, such as 停车.")
    ] = None,
    decisions: DecisionsOption = None,
    model: ModelOption = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when the documents differ.")
    ] = False,
    encoding: EncodingOption = "utf-8",
    year_a: Annotated[int | None, typer.Option(help="Planning year of A.")] = None,
    year_b: Annotated[int | None, typer.Option(help="Planning year of B.")] = None,
    kind_a: Annotated[Kind | None, typer.Option(help="Kind of A.")] = None,
    kind_b: Annotated[Kind | None, typer.Option(help="Kind of B.")] = None,
    title_a: Annotated[str | None, typer.Option(help="Title of A.")] = None,
    title_b: Annotated[str | None, typer.Option(help="Title of B.")] = None,
) -> None:
    """Compare what two documents commit to: changed, new, not restated, recurring."""
    from policydiff.report.as_csv import diff_csv
    from policydiff.report.as_json import diff_json
    from policydiff.report.html import diff_html
    from policydiff.report.markdown import diff_markdown
    from policydiff.report.terminal import diff_text
    from policydiff.sources import compare
    from policydiff.sources import extract as extraction_of

    stances, parts = _stances(stance), _parts(show)
    if a == b == "-":
        raise PolicydiffError("diff - -: standard input can only be read once; name one file")
    before = extraction_of(a, title=title_a, year=year_a, kind=kind_a)
    after = extraction_of(b, title=title_b, year=year_b, kind=kind_b)
    _note(before)
    if a != b:
        _note(after)
    with waiting("comparing"):
        comparison = compare(before, after, stances=stances, decisions=decisions, model=model)
    for unfit in comparison.unfit:
        print(f"policydiff: note: {decisions}: {unfit}", file=sys.stderr)
    if topic:
        comparison = comparison.about(topic)
    text: str | bytes
    match format:
        case ReportFormat.JSON:
            text = diff_json(comparison)
        case ReportFormat.CSV:
            text = diff_csv(comparison, show=parts or frozenset(Show))
        case ReportFormat.MD:
            text = diff_markdown(comparison, show=parts or NEWS)
        case ReportFormat.TABLE:
            text = diff_text(
                comparison, show=parts or None, width=_width(), color=_in_color(output)
            )
        case ReportFormat.HTML:
            text, encoding = diff_html(comparison), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import diff_xlsx

            text = diff_xlsx(comparison)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(diff_markdown(comparison, show=parts or NEWS))
    _deliver(text, output, encoding)
    if exit_code and comparison.differs:
        raise typer.Exit(1)


@app.command()
def trace(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOC...", help="Files or ids, in any order.")
    ],
    format: ReportOption = ReportFormat.TABLE,
    output: OutputOption = None,
    topic: Annotated[
        str | None, typer.Option(help="Only what this names, or a synonym, such as 停车.")
    ] = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Only commitments with a number: much faster.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="List what has no number or stands in one place, too.")
    ] = False,
    year: Annotated[
        list[str] | None, typer.Option(metavar="DOC=YEAR", help="Planning year of a document.")
    ] = None,
    decisions: Annotated[
        list[Path] | None,
        typer.Option(help="Apply a reader's decisions on two of the documents."),
    ] = None,
    model: ModelOption = None,
    workers: WorkersOption = 0,
    encoding: EncodingOption = "utf-8",
) -> None:
    """Follow commitments through many documents: restated, changed, reported, silent."""
    from policydiff.report import trace as report
    from policydiff.sources import trace as trace_of

    if documents.count("-") > 1:
        raise PolicydiffError("trace - -: standard input can only be read once; name other files")
    found = trace_of(
        documents,
        figures=figures,
        years=_years(year or [], documents),
        decisions=decisions or [],
        model=model,
        workers=_cores(workers),
        progress=True,
    )
    for extraction in found.extractions:
        _note(extraction)
    for unfit in found.unfit:
        print(f"policydiff: note: decisions: {unfit}", file=sys.stderr)
    if topic:
        found, every = found.about(topic), True
    text: str | bytes
    match format:
        case ReportFormat.JSON:
            text = report.trace_json(found)
        case ReportFormat.CSV:
            text = report.trace_csv(found)
        case ReportFormat.MD:
            text = report.trace_markdown(found, every=every)
        case ReportFormat.TABLE:
            text = report.trace_text(found, every=every, width=_width(), color=_in_color(output))
        case ReportFormat.HTML:
            from policydiff.report.html import trace_html

            text, encoding = trace_html(found, every=every), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import trace_xlsx

            text = trace_xlsx(found, every=every)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(report.trace_markdown(found, every=every))
    _deliver(text, output, encoding)


@app.command()
def coverage(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan: file or id.")],
    table: Annotated[str, typer.Argument(metavar="TABLE", help="The table that breaks it down.")],
    format: ReportOption = ReportFormat.TABLE,
    output: OutputOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="List every promise without a number, too.")
    ] = False,
    decisions: DecisionsOption = None,
    model: ModelOption = None,
    encoding: EncodingOption = "utf-8",
) -> None:
    """Check a plan against its breakdown table: no row, no source, who leads what."""
    from policydiff.report import coverage as report
    from policydiff.sources import coverage as coverage_of

    with waiting("comparing"):
        found = coverage_of(plan, table, decisions=decisions, model=model)
    for extraction in (found.comparison.a, found.comparison.b):
        _note(extraction)
    for unfit in found.comparison.unfit:
        print(f"policydiff: note: {decisions}: {unfit}", file=sys.stderr)
    text: str | bytes
    match format:
        case ReportFormat.JSON:
            text = report.coverage_json(found)
        case ReportFormat.CSV:
            text = report.coverage_csv(found)
        case ReportFormat.MD:
            text = report.coverage_markdown(found)
        case ReportFormat.TABLE:
            text = report.coverage_text(found, every=every, width=_width(), color=_in_color(output))
        case ReportFormat.HTML:
            from policydiff.report.html import coverage_html

            text, encoding = coverage_html(found), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import coverage_xlsx

            text = coverage_xlsx(found)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(report.coverage_markdown(found))
    _deliver(text, output, encoding)


@app.command()
def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="The earlier document: file or id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later document; may be A.")],
    id_a: Annotated[str, typer.Argument(metavar="ID", help="A commitment of A, such as c8863.")],
    id_b: Annotated[str, typer.Argument(metavar="ID", help="A commitment of B, such as c65.")],
    format: Annotated[
        ExplainFormat, typer.Option("--format", "-f", help="What to write.")
    ] = ExplainFormat.TABLE,
    output: OutputOption = None,
    decisions: DecisionsOption = None,
    model: ModelOption = None,
    encoding: EncodingOption = "utf-8",
) -> None:
    """Say why two commitments are linked, or why not: what each feature adds."""
    from policydiff.report.explanation import explanation_json, explanation_text
    from policydiff.sources import explain as explanation_of
    from policydiff.sources import extract as extraction_of

    before = extraction_of(a)
    after = before if a == b else extraction_of(b)
    found = explanation_of(before, after, id_a, id_b, decisions=decisions, model=model)
    for unfit in found.unfit:
        print(f"policydiff: note: {decisions}: {unfit}", file=sys.stderr)
    match format:
        case ExplainFormat.JSON:
            text = explanation_json(found)
        case ExplainFormat.TABLE:
            text = explanation_text(found, width=_width(), color=_in_color(output))
    _deliver(text, output, encoding)


@app.command()
def extract(
    file: FileArgument,
    format: FormatOption = Format.TABLE,
    output: OutputOption = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Write the ledger: figures as CSV, no sentences.")
    ] = False,
    encoding: EncodingOption = "utf-8",
    title: TitleOption = None,
    publisher: PublisherOption = None,
    year: YearOption = None,
    kind: KindOption = None,
) -> None:
    """List the commitments of one document."""
    from policydiff.report.as_csv import extraction_csv
    from policydiff.report.as_json import extraction_json
    from policydiff.report.markdown import extraction_markdown
    from policydiff.report.terminal import extraction_text
    from policydiff.sources import extract as extraction_of

    extraction = extraction_of(file, title=title, publisher=publisher, year=year, kind=kind)
    _note(extraction)
    if facts:
        from policydiff.corpus.ledger import ledger_csv

        _deliver(ledger_csv(extraction), output, encoding)
        return
    match format:
        case Format.JSON:
            text = extraction_json(extraction)
        case Format.CSV:
            text = extraction_csv(extraction)
        case Format.MD:
            text = extraction_markdown(extraction)
        case Format.TABLE:
            text = extraction_text(extraction, width=_width(), color=_in_color(output))
    _deliver(text, output, encoding)


evaluate = typer.Typer(
    help="Measure extraction and links against annotated documents.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(evaluate, name="evaluate")

GoldArgument = Annotated[
    Path | None,
    typer.Argument(help="Folder with targets/ID.tsv and links/A--B.tsv; default: the samples'."),
]
DocumentsOption = Annotated[
    Path | None, typer.Option(help="Folder with the annotated documents, named by their ids.")
]
ListOption = Annotated[bool, typer.Option("--list", help="List what is missed or wrong.")]


@evaluate.command("targets")
def evaluate_targets(
    gold: GoldArgument = None,
    documents: DocumentsOption = None,
    format: FormatOption = Format.TABLE,
    output: OutputOption = None,
    listed: ListOption = False,
    baseline: Annotated[
        Path | None, typer.Option(help="Say what was gained and lost against this file.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(help="Keep the figures in this file.")
    ] = None,
    scope: Annotated[
        list[str] | None,
        typer.Option(help="ID:START:END where only that part of a document was annotated."),
    ] = None,
) -> None:
    """Precision, recall and F1 of extraction, and how often its attributes agree."""
    from policydiff.evaluation import gains, listing, targets
    from policydiff.evaluation.cases import target_cases

    with waiting("reading"):
        cases = target_cases(*_gold(gold, documents), scopes=scope or ())
        report = targets.evaluate_targets(cases)
    if write_baseline:
        gains.write_baseline(report, write_baseline)
    figures = {one.name: one.tally.figures() for one in report.documents}
    figures |= {"macro": report.macro, "micro": report.micro}
    notes = list(listing.target_lines(report)) if listed else []
    if baseline:
        notes += listing.gain_lines(gains.gains(report, gains.read_baseline(baseline)))
    _deliver_figures(figures, notes, report.to_dict(), format, output)


@evaluate.command("links")
def evaluate_links(
    gold: GoldArgument = None,
    documents: DocumentsOption = None,
    format: FormatOption = Format.TABLE,
    output: OutputOption = None,
    listed: ListOption = False,
    model: ModelOption = None,
    held_out: Annotated[
        bool, typer.Option("--held-out", help="Train anew without the pair that is measured.")
    ] = False,
    baselines: Annotated[
        Path | None,
        typer.Option(help="Measure what people would use instead; write tables and curves here."),
    ] = None,
) -> None:
    """Precision, recall and F of links, whether relations agree, and how calibrated they are."""
    from policydiff.alignment.scorer import load
    from policydiff.evaluation import links, listing
    from policydiff.evaluation.cases import link_cases

    if model and (held_out or baselines):
        asked = "--held-out" if held_out else "--baselines"
        raise PolicydiffError(f"--model {model}: {asked} trains its own models; give one of both")
    learnt = load(model)
    with waiting("comparing"):
        cases = link_cases(*_gold(gold, documents))
        if baselines:
            from policydiff.evaluation.contest import write_contest

            write_contest(cases, baselines)
        if held_out:
            from policydiff.evaluation.held_out import evaluate_held_out

            report = evaluate_held_out(cases)
        else:
            report = links.evaluate_links(cases, learnt)
    figures = {one.name: one.figures() for one in report.pairs} | {"macro": report.macro}
    notes = list(listing.link_lines(report)) if listed else []
    _deliver_figures(figures, notes, report.to_dict(), format, output)


@app.command()
def train(
    links: Annotated[
        list[Path] | None,
        typer.Option(metavar="TSV", help="Links that readers made, A--B.tsv, or a folder of them."),
    ] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder with the documents, named by their ids."),
    ] = None,
    decisions: Annotated[
        list[Path] | None, typer.Option(help="Learn from a reader's decisions, too.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the model here, as JSON.")
    ] = None,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Look at meaning, too, with the shipped encoder.")
    ] = False,
) -> None:
    """Train a model of links from links and decisions that readers made, for --model.

    Every option may be given several times. Standard error says how the model does on each pair
    of documents when trained on the others.
    """
    from policydiff.alignment import scorer, training
    from policydiff.alignment.encoder import encode
    from policydiff.evaluation.lessons import lessons
    from policydiff.parallel import mapping
    from policydiff.report.training import training_text

    if not documents or not (links or decisions):
        raise PolicydiffError("train: say where --documents are, and give --links or --decisions")
    found = lessons(links or [], documents, decisions or [])
    for unfit in found.unfit:
        print(f"policydiff: note: decisions: {unfit}", file=sys.stderr)
    with mapping(what="comparing") as apply:
        model = training.train(found.examples, encoder=encode if semantic else None, mapping=apply)
    print(training_text(model), end="", file=sys.stderr)
    _deliver(scorer.dumps(model), output, "utf-8")


@app.command()
def text(
    file: FileArgument,
    output: OutputOption = None,
    encoding: EncodingOption = "utf-8",
) -> None:
    """Print the text that the offsets of all results count in."""
    from policydiff.corpus.catalogue import resolve
    from policydiff.reading.document import Document

    document = resolve(file)
    if not isinstance(document, Document):
        raise PolicydiffError(
            f"{file}: only its ledger is at hand; put the document into corpora/documents"
        )
    _deliver(document.text, output, encoding)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` defaults to the shell's."""
    try:
        app(args=arguments, prog_name="policydiff")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except PolicydiffError as error:
        print(f"policydiff: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    return 0


def _stances(words: str) -> tuple[Stance, Stance]:
    sides = words.split(":")
    if len(sides) > 2 or not set(sides) <= set(Stance):
        raise PolicydiffError(
            f"--stance {words}: this is no stance; try target, outcome or outcome:target"
        )
    return Stance(sides[0]), Stance(sides[-1])


def _parts(words: str | None) -> frozenset[Show]:
    """The parts that were asked for; empty where nothing was said."""
    names = set(words.split(",")) if words else set()
    if EVERYTHING in names:
        return frozenset(Show)
    if CHANGED in names:
        names = names - {CHANGED} | {Show.RAISED, Show.LOWERED, Show.REFRAMED}
    unknown = sorted(names - set(Show))
    if unknown:
        known = ", ".join([CHANGED, *Show, EVERYTHING])
        raise PolicydiffError(f"--show {unknown[0]}: there is no such part; known are {known}")
    return frozenset(Show(name) for name in names)


def _years(pairs: list[str], documents: list[str]) -> dict[str, int]:
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


def _cores(workers: int) -> int:
    """``workers``, or the number of cores that this process may use."""
    return workers or len(os.sched_getaffinity(0))


def _note(extraction: Extraction) -> None:
    """What a reader should know about a document, on standard error."""
    for diagnostic in extraction.document.diagnostics + extraction.diagnostics:
        note = f"policydiff: note: {extraction.document.path}: {diagnostic.message}"
        print(note, file=sys.stderr)


def _gold(gold: Path | None, documents: Path | None) -> tuple[Path, Path]:
    """The folders of gold and documents; by default the samples, which lie above their gold."""
    if gold is None:
        from policydiff.corpus.catalogue import corpora

        gold = corpora() / "samples" / "gold"
    return gold, documents or gold.parent


def _deliver_figures(
    figures: dict[str, dict[str, float]],
    notes: list[str],
    record: dict[str, Any],
    format: Format,
    output: Path | None,
) -> None:
    from policydiff.report.as_json import dumped
    from policydiff.report.figures import figures_csv, figures_markdown, figures_text

    match format:
        case Format.JSON:
            text = dumped(record)
        case Format.CSV:
            text = figures_csv(figures)
        case Format.MD:
            text = figures_markdown(figures)
        case Format.TABLE:
            text = figures_text(figures, notes, width=_width())
    _deliver(text, output, "utf-8")


def _deliver(text: str | bytes, output: Path | None, encoding: str) -> None:
    from policydiff.report.output import deliver, encoded

    if isinstance(text, bytes) and output is None and sys.stdout.isatty():
        raise PolicydiffError("no terminal shows this format: name a file with -o")
    content = text if isinstance(text, bytes) else encoded(text, encoding)
    try:
        deliver(content, output)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(141) from None


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _in_color(output: Path | None) -> bool:
    """Colour only where a person looks and has not declined it (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and not plain and sys.stdout.isatty()
