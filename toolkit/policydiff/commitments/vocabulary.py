"""Standard names of the headline indicators of Chinese planning, and words for one thing.

The data stand in ``vocabulary.toml`` beside this module, each indicator with its synonyms,
earlier names, usual units and where it is defined. Users add their own with a file of the
same form: ``Vocabulary.load(path)``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policydiff.errors import PolicydiffError

_BUILT_IN = Path(__file__).with_name("vocabulary.toml")
_SCOPE = re.compile(r"(?:全[国省市区县州]|[本我][国省市区县州]|(?:城|辖)区)(?!性|域)")
_SCOPE_BEGINS = frozenset("全本我城辖")
_ORNAMENT = re.compile(r"[\s“”\"‘’]")
_CHANGES = ("增长", "增速", "增幅", "涨幅")
_MAY_END = frozenset('“”"‘’)长速幅')
"""What may stand behind the name of a measure: ornaments, brackets, words of change."""
_LONGEST = 40
_SHARE = re.compile(r"(?P<part>.{2,}?)占(?P<whole>.{2,}?)的?(?:比重|比例|百分比)?")


@dataclass(frozen=True, slots=True)
class Measure:
    """A headline indicator: its canonical name, usual base units, and its source in words."""

    name: str
    units: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``measures`` by every name they go by; ``objects`` maps a word to its first synonym."""

    measures: Mapping[str, Measure]
    objects: Mapping[str, str]
    _ends: frozenset[str]

    @classmethod
    def load(cls, path: Path | None = None) -> Vocabulary:
        """The built-in vocabulary, with the entries of ``path`` added or put in their place.

        Raises PolicydiffError where the file cannot be read or has another form.
        """
        measures: dict[str, Measure] = {}
        objects: dict[str, str] = {}
        for source in (_BUILT_IN, path) if path else (_BUILT_IN,):
            try:
                data = tomllib.loads(source.read_text(encoding="utf-8"))
                _add(data, measures, objects)
            except OSError as error:
                raise PolicydiffError(
                    f"{source}: {error.strerror or error}; give a readable vocabulary file"
                ) from error
            except (KeyError, TypeError, ValueError) as error:
                raise PolicydiffError(
                    f"{source}: {error}; see vocabulary.toml of the package for the form"
                ) from error
        return cls(measures, objects, _MAY_END.union(name[-1] for name in measures))

    def canonical(self, indicator: str) -> str | None:
        """The canonical name of the same measure, or None if it is no headline indicator.

        The parts of a share are looked up on their own: X占GDP的比重 is X占地区生产总值比重.
        """
        last = indicator[-1:]
        if last not in self._ends and "一" <= last <= "鿿" and "占" not in indicator:
            return None
        if len(indicator) > _LONGEST:
            return None
        plain = unicodedata.normalize("NFKC", indicator)
        last = plain[-1:]
        if not (last in self._ends or last.isspace() or "占" in plain):
            return None
        bare = plain[:-2].removesuffix("年均") if plain.endswith(_CHANGES) else plain
        if not bare.isalnum():
            bare = _ORNAMENT.sub("", bare.replace("(R&D)", ""))
        scope = _SCOPE.match(bare) if bare[:1] in _SCOPE_BEGINS else None
        bare = bare[scope.end() :] if scope else bare
        measure = self.measures.get(plain) or self.measures.get(bare)
        if measure:
            return measure.name
        share = _SHARE.fullmatch(bare) if "占" in bare else None
        if not share:
            return None
        part, whole = self.canonical(share["part"]), self.canonical(share["whole"])
        measure = self.measures.get(f"{part or share['part']}占{whole or share['whole']}比重")
        return measure.name if measure else None

    def same_object(self, phrase: str) -> str:
        """``phrase`` with each word that has a synonym put into its first form.

        The longest words go first; 停车泊位3处 and 停车位3处 become equal.
        """
        return _words(frozenset(self.objects)).sub(
            lambda match: self.objects[match.group()], unicodedata.normalize("NFKC", phrase)
        )


@cache
def vocabulary() -> Vocabulary:
    """The built-in vocabulary, read once."""
    return Vocabulary.load()


def canonical(indicator: str) -> str | None:
    """The canonical name that the built-in vocabulary has for ``indicator``, or None."""
    return vocabulary().canonical(indicator)


def _add(data: dict[str, Any], measures: dict[str, Measure], objects: dict[str, str]) -> None:
    for entry in data.get("measure", ()):
        measure = Measure(entry["name"], tuple(entry["units"]), entry["source"])
        for name in (measure.name, *entry["also"]):
            measures[unicodedata.normalize("NFKC", name)] = measure
    for entry in data.get("object", ()):
        first, *others = entry["same"]
        for word in (first, *others):
            objects[unicodedata.normalize("NFKC", word)] = unicodedata.normalize("NFKC", first)


@cache
def _words(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    )
