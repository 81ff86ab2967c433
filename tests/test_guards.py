"""A set of characters asked for before a pattern must allow all that the pattern matches."""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from importlib import import_module
from typing import Any

import pytest

EMPTY = ""

CATEGORIES = {
    codes.CATEGORY_DIGIT: set("0123456789"),
    codes.CATEGORY_SPACE: set(" \t\n\r\f\v"),
}


def edge(pattern: re.Pattern[str], last: bool) -> set[str] | None:
    """The characters that a match may begin (or end) with, EMPTY among them, or None for any."""
    return _sequence(parser.parse(pattern.pattern, pattern.flags), last)


def _sequence(parsed: Any, last: bool) -> set[str] | None:
    found = {EMPTY}
    for code, argument in reversed(list(parsed)) if last else list(parsed):
        here = _one(code, argument, last)
        if here is None:
            return None
        found = (found - {EMPTY}) | here
        if EMPTY not in here:
            return found
    return found


def _one(code: Any, argument: Any, last: bool) -> set[str] | None:
    if code is codes.LITERAL:
        return {chr(argument)}
    if code is codes.IN:
        return _listed(argument)
    if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return {EMPTY}
    if code is codes.SUBPATTERN:
        return _sequence(argument[-1], last)
    if code is codes.BRANCH:
        branches = [_sequence(branch, last) for branch in argument[1]]
        return None if None in branches else set().union(*branches)  # type: ignore[arg-type]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        inside = _sequence(argument[2], last)
        return inside if inside is None or argument[0] else inside | {EMPTY}
    return None


def _listed(members: Any) -> set[str] | None:
    found: set[str] = set()
    for code, argument in members:
        if code is codes.LITERAL:
            found.add(chr(argument))
        elif code is codes.RANGE and argument[1] - argument[0] < 300:
            found |= set(map(chr, range(argument[0], argument[1] + 1)))
        elif code is codes.CATEGORY and argument in CATEGORIES:
            found |= CATEGORIES[argument]
        else:
            return None
    return found


FIRST, LAST = False, True
GUARDS = [
    ("remarks", "_ASSERTS", "_ASSERTS_BEGINS", FIRST),
    ("remarks", "_SO_IT_IS", "_SO_IT_IS_ENDS", LAST),
    ("remarks", "_HAS_ADVANTAGES", "_ADVANTAGE_ENDS", LAST),
    ("remarks", "_TROUBLE", "_TROUBLE_ENDS", LAST),
    ("roles", "_SETTING", "_SETTING_BEGINS", FIRST),
    ("counted", "_LOCATIVE", "_LOCATIVE_ENDS", LAST),
    ("counted", "_TASK", "_TASK_ENDS", LAST),
    ("edges", "_TAIL", "_TAIL_ENDS", LAST),
    ("edges", "_TAIL", "_TAIL_BEGINS", FIRST),
    ("edges", "_JOINT", "_JOINT_BEGINS", FIRST),
    ("edges", "_AGENT", "_AGENT_BEGINS", FIRST),
    ("edges", "_ASPECT", "_ASPECT_BEGINS", FIRST),
    ("edges", "_RELATIVE_SHARE", "_RELATIVE_BEGINS", FIRST),
    ("edges", "_OPENING", "_OPENING_BEGINS", FIRST),
    ("framing", "_BACKGROUND", "_BACKGROUND_ENDS", LAST),
    ("indicators", "_ALL_ALONG", "_ALL_ALONG_BEGINS", FIRST),
    ("lexicon", "_NOUN_TAIL", "_NOUN_TAIL_BEGINS", FIRST),
    ("measures", "_BARE", "_BARE_ENDS", LAST),
    ("measures", "_STRAY", "_STRAY_ENDS", LAST),
    ("nontargets", "_RANKED", "_RANKED_ENDS", LAST),
    ("existing_sets", "_WHOLE", "_WHOLE_ENDS", LAST),
    ("existing_sets", "_DEMONSTRATIVE", "_DEMONSTRATIVE_ENDS", LAST),
    ("existing_sets", "_FIRST_OF", "_FIRST_OF_ENDS", LAST),
    ("existing_sets", "_QUALITY", "_QUALITY_ENDS", LAST),
    ("nontargets", "_POPULOUS", "_POPULOUS_BEGINS", FIRST),
    ("parsing", "_JOINED", "_JOINED_BEGINS", FIRST),
    ("quantities", "_CHANGE", "_CHANGE_ENDS", LAST),
    ("quantities", "_TRAILING", "_TRAILING_BEGINS", FIRST),
    ("quantities", "_GROWTH_NOUN", "_GROWTH_NOUN_BEGINS", FIRST),
    ("statement", "_REACHED", "_REACHED_BEGINS", FIRST),
    ("things", "_MANNER_END", "_MANNER_BEGINS", FIRST),
    ("verbs", "SETTING", "SETTING_BEGINS", FIRST),
    ("verbs", "DISPOSAL", "DISPOSAL_BEGINS", FIRST),
    ("statement", "_ASPECT", "_ASPECT_BEGINS", FIRST),
    ("statement", "_JOINT", "_JOINT_BEGINS", FIRST),
    ("things", "_OWN", "_OWN_BEGINS", FIRST),
    ("things", "_TASK", "_TASK_ENDS", LAST),
    ("verbs", "_AGENT", "_AGENT_BEGINS", FIRST),
    ("verbs", "_TIME", "_TIME_BEGINS", FIRST),
    ("subjects", "_ACTION_NOUN", "_ACTION_NOUN_ENDS", LAST),
    ("subjects", "_SET_OUT", "_SET_OUT_ENDS", LAST),
    ("subjects", "_COMPARED", "_COMPARED_BEGINS", FIRST),
    ("subjects", "_UNSAID", "_UNSAID_ENDS", LAST),
    ("vocabulary", "_SCOPE", "_SCOPE_BEGINS", FIRST),
    ("baselines", "_CHANGED", "_CHANGED_ENDS", LAST),
    ("wording", "_DEADLINE", "_DEADLINE_BEGINS", FIRST),
    ("baselines", "_EXCEEDS", "_EXCEEDS_BEGINS", FIRST),
    ("planned", "_PLANNED", "_PLANNED_ENDS", LAST),
]


@pytest.mark.parametrize(("module", "pattern", "guard", "last"), GUARDS)
def test_what_is_asked_before_a_pattern_allows_all_it_matches(
    module: str, pattern: str, guard: str, last: bool
) -> None:
    names = vars(import_module(f"policydiff.commitments.{module}"))
    characters = edge(names[pattern], last)
    assert characters is not None
    assert {character for character in characters if character.strip()} <= names[guard]
