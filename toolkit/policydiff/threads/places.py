"""Which place each of several documents speaks for: a thread never leaves its place."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.reading.document import Document
from policydiff.reading.places import place_of


def places_of(documents: Sequence[Document]) -> list[str]:
    """The place of each document; one of unknown publisher is of the only place there is."""
    named = [place_of(document.publisher) for document in documents]
    known = sorted(set(named) - {""})
    return [name or (known[0] if len(known) == 1 else "") for name in named]
