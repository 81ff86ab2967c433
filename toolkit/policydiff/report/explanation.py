"""An explanation of one pair for people at a shell, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydiff.alignment.link import Band, Verdict
from policydiff.comparison import STATUS_OF
from policydiff.explanation import Contribution, Explanation, Outcome, around
from policydiff.report.as_json import dumped
from policydiff.report.html.labels import FEATURES
from policydiff.report.lines import rendered, text, where
from policydiff.report.words import CHINESE, document_words, number_words, subject

if TYPE_CHECKING:
    from rich.text import Text

    from policydiff.commitments.model import Commitment
    from policydiff.reading.document import Document

_NAME_CELLS = 54

_LEAST = 0.005
"""A contribution that rounds to 0.00 is counted, not listed."""


def explanation_json(explanation: Explanation) -> str:
    """The explanation under the contract ``policydiff/explain/1``, with a final line end."""
    return dumped(explanation.to_dict())


def explanation_text(explanation: Explanation, *, width: int = 80, color: bool = False) -> str:
    """What was decided, both quotes in their places, and the contributions, heaviest first."""
    lines = [text(verdict_words(explanation), "bold"), text()]
    sides = zip("AB", (explanation.a, explanation.b), explanation.documents, strict=True)
    for letter, commitment, document in sides:
        lines += _side(letter, commitment, document)
    if explanation.probability is not None:
        lines += _sum(explanation, explanation.probability)
    lines += [text(), text("Common measures of the clauses, for comparison (0 to 1)", "bold")]
    lines += [text(f"{value:8.2f}  {name}") for name, value in explanation.distances.items()]
    return rendered(lines, width, color)


def verdict_words(explanation: Explanation) -> str:
    """Whether the pair is a link, of which kind, how probable, and who decided."""
    decided, link = explanation.decided, explanation.link
    if decided is None:
        return _sentence(explanation)
    by = f"{decided.verdict.value} by {decided.by or 'a reader'}"
    if link is None or decided.verdict is Verdict.REJECTED:
        return f"No link: {by}. The program alone: {_sentence(explanation)}"
    chinese = CHINESE[STATUS_OF[link.relation]]
    return f"Link: {link.relation.value} {chinese}, {by}. The program alone: " + _sentence(
        explanation
    )


def _sentence(explanation: Explanation) -> str:
    link, probability = explanation.link, explanation.probability
    match explanation.outcome:
        case Outcome.BESIDE:
            return "no link: not even a candidate, both stand in one row or clause"
        case Outcome.DISTANT:
            return (
                "no link: not even a candidate, neither the clauses nor the indicators are among "
                "each other's nearest"
            )
        case Outcome.IMPROBABLE:
            return f"no link: probability {probability:.2f}, below {explanation.possible:.2f}"
        case Outcome.OUTDONE:
            rivals = ", ".join(
                f"{rival.a.id}–{rival.b.id} {rival.probability:.2f}" for rival in explanation.rivals
            )
            return f"no link: probability {probability:.2f}, but a better match stands: {rivals}"
        case Outcome.LINKED if link and not explanation.decided:
            band = (
                f"sure (from {explanation.sure:.2f})"
                if link.band is Band.SURE
                else f"possible ({explanation.possible:.2f} to {explanation.sure:.2f})"
            )
            chinese = CHINESE[STATUS_OF[link.relation]]
            return (
                f"Link: {link.relation.value} {chinese}, probability {probability:.2f}, {band}, "
                f"matched by {_named(link.matched_by)}"
                + (f"; not compared: {link.reason.value}" if link.reason else "")
            )
    return f"a link with probability {probability:.2f}"


def _side(letter: str, commitment: Commitment, document: Document) -> Iterator[Text]:
    spot = f"characters {commitment.start}–{commitment.end}"
    place = where(commitment)
    standing = [place, *([spot] if commitment.quote else [])]
    yield text(f"{letter}  {document_words(document)}")
    yield text(f"   {subject(commitment)}  {number_words(commitment)}", "bold")
    yield text("   " + " · ".join([commitment.id, *filter(None, standing)]), "dim")
    if commitment.quote:
        before, after = ("".join(part.split()) for part in around(commitment, document))
        quote = "".join(commitment.quote.split())
        yield (
            text("   …", "dim").append(before).append(f"【{quote}】", "not dim").append(after + "…")
        )
    yield text()


def _sum(explanation: Explanation, probability: float) -> Iterator[Text]:
    listed = [one for one in explanation.contributions if abs(one.log_odds) >= _LEAST]
    total = explanation.average + sum(one.log_odds for one in explanation.contributions)
    yield text("log-odds  what it says of this pair (average candidate)", "bold underline")
    yield text(f"{explanation.average:+8.2f}  an average candidate")
    for one in listed:
        yield text(f"{one.log_odds:+8.2f}  {_contribution(one)}")
    rest = [one for one in explanation.contributions if abs(one.log_odds) < _LEAST]
    if rest:
        yield text(f"{sum(one.log_odds for one in rest):+8.2f}  {len(rest)} others", "dim")
    yield text(f"{total:+8.2f}  in all: probability {probability:.2f}", "bold")


def _contribution(one: Contribution) -> str:
    from rich.cells import cell_len

    name = _named(one.feature)
    return f"{name}{' ' * max(1, _NAME_CELLS - cell_len(name))}{one.value:.2f} ({one.average:.2f})"


def _named(feature: str) -> str:
    """The English and, where there is one, the Chinese name of a feature."""
    return " ".join(filter(None, (feature, FEATURES.get(feature, ""))))
