"""``policydiff evaluate``: extraction and links against annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from policydiff.cli.options import Format, FormatOption, ModelOption, OutputOption
from policydiff.cli.output import deliver, width
from policydiff.errors import PolicydiffError
from policydiff.parallel import waiting

evaluate = typer.Typer(
    help="Measure extraction and links against annotated documents.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
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
            text = figures_text(figures, notes, width=width())
    deliver(text, output, "utf-8")
