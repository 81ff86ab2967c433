"""Writes the ledger of every document of the catalogue that lies in a folder.

Usage: ``python corpora/make_ledgers.py [FOLDER]``, by default ``corpora/documents``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from policydiff.commitments.extract import extract
from policydiff.corpus.catalogue import corpora, entries, resolve
from policydiff.corpus.ledger import ledger_csv
from policydiff.reading.document import Document


def main(folder: Path) -> None:
    """Write one ledger per known document and say which ones were not at hand."""
    known = {entry.id: entry.sha256 for entry in entries()}
    for path in sorted(folder.glob("*.*")):
        document = resolve(path)
        if isinstance(document, Document) and document.sha256 == known.get(document.id):
            ledger = corpora() / "ledgers" / f"{document.id}.csv"
            ledger.write_text(ledger_csv(extract(document)), encoding="utf-8")
            del known[document.id]
    for missing in known:
        print(f"{missing}: not in {folder}, its ledger stays as it is")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else corpora() / "documents")
