"""The commands: options in, a result out, each through one renderer a format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from policydiff.cli.evaluation import evaluate
from policydiff.cli.options import (
    DecisionsOption,
    EncodingOption,
    ExplainFormat,
    FileArgument,
    Format,
    FormatOption,
    KindOption,
    ModelOption,
    OutputOption,
    PublisherOption,
    ReportFormat,
    ReportOption,
    TitleOption,
    WorkersOption,
    YearOption,
    cores_for,
    parts_in,
    stances_in,
    years_in,
)
from policydiff.cli.output import deliver, in_color, note, note_diagnostics, width
from policydiff.errors import PolicydiffError
from policydiff.parallel import waiting
from policydiff.reading.document import Kind
from policydiff.report.sections import NEWS, Show
from policydiff.version import __version__

app = typer.Typer(
    name="policydiff",
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(evaluate, name="evaluate")


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

    stances, parts = stances_in(stance), parts_in(show)
    if a == b == "-":
        raise PolicydiffError("diff - -: standard input can only be read once; name one file")
    before = extraction_of(a, title=title_a, year=year_a, kind=kind_a)
    after = extraction_of(b, title=title_b, year=year_b, kind=kind_b)
    note_diagnostics(before)
    if a != b:
        note_diagnostics(after)
    with waiting("comparing"):
        comparison = compare(before, after, stances=stances, decisions=decisions, model=model)
    for unfit in comparison.unfit:
        note(decisions, unfit)
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
            text = diff_text(comparison, show=parts or None, width=width(), color=in_color(output))
        case ReportFormat.HTML:
            text, encoding = diff_html(comparison), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import diff_xlsx

            text = diff_xlsx(comparison)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(diff_markdown(comparison, show=parts or NEWS))
    deliver(text, output, encoding)
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
        years=years_in(year or [], documents),
        decisions=decisions or [],
        model=model,
        workers=cores_for(workers),
        progress=True,
    )
    for extraction in found.extractions:
        note_diagnostics(extraction)
    for unfit in found.unfit:
        note("decisions", unfit)
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
            text = report.trace_text(found, every=every, width=width(), color=in_color(output))
        case ReportFormat.HTML:
            from policydiff.report.html import trace_html

            text, encoding = trace_html(found, every=every), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import trace_xlsx

            text = trace_xlsx(found, every=every)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(report.trace_markdown(found, every=every))
    deliver(text, output, encoding)


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
        note_diagnostics(extraction)
    for unfit in found.comparison.unfit:
        note(decisions, unfit)
    text: str | bytes
    match format:
        case ReportFormat.JSON:
            text = report.coverage_json(found)
        case ReportFormat.CSV:
            text = report.coverage_csv(found)
        case ReportFormat.MD:
            text = report.coverage_markdown(found)
        case ReportFormat.TABLE:
            text = report.coverage_text(found, every=every, width=width(), color=in_color(output))
        case ReportFormat.HTML:
            from policydiff.report.html import coverage_html

            text, encoding = coverage_html(found), "utf-8"
        case ReportFormat.XLSX:
            from policydiff.report.excel import coverage_xlsx

            text = coverage_xlsx(found)
        case ReportFormat.DOCX:
            from policydiff.report.docx import docx

            text = docx(report.coverage_markdown(found))
    deliver(text, output, encoding)


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
        note(decisions, unfit)
    match format:
        case ExplainFormat.JSON:
            text = explanation_json(found)
        case ExplainFormat.TABLE:
            text = explanation_text(found, width=width(), color=in_color(output))
    deliver(text, output, encoding)


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
    note_diagnostics(extraction)
    if facts:
        from policydiff.corpus.ledger import ledger_csv

        deliver(ledger_csv(extraction), output, encoding)
        return
    match format:
        case Format.JSON:
            text = extraction_json(extraction)
        case Format.CSV:
            text = extraction_csv(extraction)
        case Format.MD:
            text = extraction_markdown(extraction)
        case Format.TABLE:
            text = extraction_text(extraction, width=width(), color=in_color(output))
    deliver(text, output, encoding)


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
        note("decisions", unfit)
    with mapping(what="comparing") as apply:
        model = training.train(found.examples, encoder=encode if semantic else None, mapping=apply)
    print(training_text(model), end="", file=sys.stderr)
    deliver(scorer.dumps(model), output, "utf-8")


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
    deliver(document.text, output, encoding)
