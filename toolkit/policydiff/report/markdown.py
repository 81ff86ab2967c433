"""Comparisons and extractions as Markdown: each finding in one sentence with its source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from policydiff.alignment.link import Band, Link, Relation
from policydiff.commitments.model import Commitment, Extraction
from policydiff.comparison import Comparison, Recurrence, difference
from policydiff.report.sections import (
    ELSEWHERE,
    NEWS,
    Entry,
    Show,
    alike,
    elsewhere,
    places,
    sections,
)
from policydiff.report.words import (
    TENFOLD,
    change_words,
    count_words,
    decided_words,
    difference_words,
    document_words,
    in_charge,
    number_words,
    percent,
    place,
    quoted,
    reason_words,
    short_quote,
    spot,
    subject,
    tenfold,
)

_QUOTE_CHARACTERS = 60

_VERBS = {
    Relation.SAME: "is restated",
    Relation.RAISED: "is raised",
    Relation.LOWERED: "is lowered",
    Relation.REFRAMED: "is measured differently",
    Relation.RELATED: "is taken up in another way",
}


def diff_markdown(comparison: Comparison, *, show: Collection[Show] = NEWS) -> str:
    """The report of a comparison: the counts, then a list of sentences for each part."""
    a, b = comparison.a, comparison.b
    titles = " → ".join(dict.fromkeys(e.document.title or e.document.id for e in (a, b)))
    lines = [f"# {escaped(titles)}", "", f"**{escaped(comparison.headline)}**", ""]
    if comparison.same_document:
        lines += [f"- {source(a)}"]
    else:
        lines += [f"- A: {source(a)}", f"- B: {source(b)}"]
    lines += ["", "“Not restated” says that B is silent, not that a promise was cancelled."]
    lines += ["", ELSEWHERE] if elsewhere(comparison) else []
    for part in sections(comparison, show):
        lines += ["", f"## {part.title}", ""]
        lines += [f"- {_sentence(group, part.show)}" for group in alike(part.entries)]
    return "\n".join(lines) + "\n"


def extraction_markdown(extraction: Extraction) -> str:
    """The commitments of one document, a list under each heading."""
    lines = [f"# {escaped(extraction.document.title or extraction.document.id)}", ""]
    lines += [f"**{count_words(extraction)}**", "", f"- {source(extraction)}"]
    heading: tuple[str, ...] | None = None
    for commitment in extraction.commitments:
        if commitment.section != heading:
            heading = commitment.section
            lines += ["", f"## {escaped(' / '.join(heading)) or '(no heading)'}", ""]
        lines.append(f"- {_named(commitment)}, {commitment.stance.value}{evidence(commitment)}")
    return "\n".join(lines) + "\n"


def _sentence(group: Sequence[Entry], show: Show) -> str:
    entry = group[0]
    if isinstance(entry, Link):
        return _link_sentence(entry, [link for link in group if isinstance(link, Link)])
    if isinstance(entry, Recurrence):
        count, side = len(entry.commitments), entry.side.upper()
        places = "; ".join(f"{_named(c)}{evidence(c)}" for c in entry.commitments)
        return f"Stands in {count} places of {side}: {places}."
    verb = "is new in B" if show is Show.NEW else "is not restated in B"
    return f"{_named(entry)} {verb}{':' if entry.quote else ''}{evidence(entry)}."


def _link_sentence(link: Link, links: Sequence[Link]) -> str:
    """What ``link`` says, with the places of all ``links``: they say the same."""
    a, b = escaped(subject(link.a)), escaped(subject(link.b))
    name = f"**{a}**" if a == b else f"**{a}** (A) / **{b}** (B)"
    verb = _VERBS[link.relation]
    if link.band is Band.POSSIBLE:
        verb = f"may have a counterpart ({link.relation.value}, {percent(link.probability)})"
    change, gap = change_words(link), difference_words(difference(link))
    words = f"{name} {verb}"
    if change:
        words += f": {change}" + (f", {gap}" if gap else "")
    doubt = " ".join(TENFOLD) if tenfold(link) else ""
    for remark in (reason_words(link), doubt, decided_words(link)):
        words += f" ({escaped(remark)})" if remark else ""
    a_side, b_side = (" and".join(map(evidence, side)) for side in places(links))
    return f"{words}. A{a_side}; B{b_side}."


def _named(commitment: Commitment) -> str:
    name = f"**{escaped(subject(commitment))}**"
    return f"{name} {number_words(commitment)}" if commitment.quantity else name


def evidence(commitment: Commitment) -> str:
    """The quote and, in brackets, where it stands and who answers for it.

    Without a quote, the characters of the text where it stands take its place.
    """
    quote = short_quote(commitment, _QUOTE_CHARACTERS)
    known = (place(commitment), spot(commitment), in_charge(commitment))
    spoken = ", ".join(escaped(word) for word in known if word)
    words = f" {escaped(quoted(quote))}" if quote else ""
    return words + (f" ({spoken})" if spoken else "")


def source(extraction: Extraction) -> str:
    """A document in words, with a note where only its figures are at hand."""
    note = " (figures from its ledger, without quotes)" if extraction.facts_only else ""
    return escaped(document_words(extraction.document)) + note


def escaped(text: str) -> str:
    """Text of a document with nothing left that Markdown or HTML would act on."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", " ".join(text.split()))
