"""Reads the word lists of one language: cues with their positions, lists of words, patterns."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from reportedly.types.attribution import Certainty, Position, Stance

LANGUAGE = "en"  # the only language with lexicons so far
# What a negation makes of a cue that does not say so itself: a negated speech act is no denial.
NEGATED = {
    Stance.ASSERTS: Position(Stance.OTHER, Certainty.UU),
    Stance.CONFIRMS: Position(Stance.CANNOT_CONFIRM, Certainty.UU),
    Stance.DENIES: Position(Stance.OTHER, Certainty.UU),
    Stance.INTENDS: Position(Stance.INTENDS, Certainty.PR_MINUS),
}
UNDECIDED = Position(Stance.OTHER, Certainty.UU)  # "discussed whether": a question is put, nothing is said
REFUSED = Position(Stance.DECLINES, Certainty.UU)  # "would not say"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of cues.toml: lemmas with alternatives, and the position that they show.

    `noun`, `infinitive`, `of_others` and `whether` are the position before a content of that kind.
    """

    lemmas: tuple[frozenset[str], ...]
    position: Position
    negated: Position
    unable: Position
    refused: Position
    noun: Position
    infinitive: Position
    of_others: Position
    whether: Position
    is_hedge: bool
    has_negation: bool
    is_verb: bool
    example: str
    expected: Position


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The cues by each possible first lemma, the longest first, and the reporter's adverbs."""

    by_first: Mapping[str, tuple[Cue, ...]]
    deleted_sources: frozenset[str]
    doubts: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordList:
    """One list with an example in which `{word}` stands for any of its words.

    `tested` are the words that fit the example; `expected` is what the example must give, if it says so.
    """

    words: frozenset[str]
    example: str
    tested: tuple[str, ...]
    expected: str | None

    def __contains__(self, word: object) -> bool:
        return word in self.words


@dataclass(frozen=True, slots=True)
class Pattern:
    """One regular expression with an example and the words that it must find there."""

    pattern: re.Pattern[str]
    example: str
    expected: str
    is_alone: bool


@cache
def load_cues(language: str = LANGUAGE) -> CueLexicon:
    """The cues of cues.toml."""
    rows = _read(language, "cues.toml")
    by_first: dict[str, list[Cue]] = {}
    for cue in read_cues(language):
        for first in cue.lemmas[0]:
            by_first.setdefault(first, []).append(cue)
    ordered = {
        first: tuple(sorted(cues, key=lambda cue: -len(cue.lemmas))) for first, cues in by_first.items()
    }
    return CueLexicon(
        MappingProxyType(ordered),
        frozenset(row["phrase"] for row in rows["deleted_sources"]),
        frozenset(row["phrase"] for row in rows["doubts"]),
    )


@cache
def read_cues(language: str = LANGUAGE) -> tuple[Cue, ...]:
    """The rows of cues.toml, in order."""
    cues = []
    for row in _read(language, "cues.toml")["cues"]:
        position = position_of(row["position"])
        has_negation = bool({"not", "no", "neither"} & set(row["phrase"].split()))
        negated = _optional(row.get("negated")) or NEGATED.get(position.stance, position)
        cues.append(
            Cue(
                lemmas=tuple(frozenset(word.split("/")) for word in row["phrase"].split()),
                position=position,
                negated=negated,
                unable=_optional(row.get("unable")) or (position if has_negation else negated),
                refused=_optional(row.get("refused"))
                or (position if has_negation else _refused(position, negated)),
                noun=_optional(row.get("noun")) or position,
                infinitive=_optional(row.get("infinitive")) or position,
                of_others=_optional(row.get("of_others")) or position,
                whether=_optional(row.get("whether"))
                or (UNDECIDED if position.stance is Stance.ASSERTS else position),
                is_hedge=row.get("hedge", False),
                has_negation=has_negation,
                is_verb=row.get("verb", False),
                example=row["example"],
                expected=_optional(row.get("expect")) or position,
            )
        )
    return tuple(cues)


@cache
def load_words(name: str, language: str = LANGUAGE) -> Mapping[str, WordList]:
    """The lists of one file, for example `load_words("nouns")["document"]`."""
    return MappingProxyType(
        {
            key: WordList(
                words=frozenset(row["words"]),
                example=row["example"],
                tested=tuple(row.get("test_words", row["words"])),
                expected=row.get("expect"),
            )
            for key, row in _read(language, f"{name}.toml").items()
        }
    )


@cache
def load_patterns(name: str, key: str, language: str = LANGUAGE) -> tuple[Pattern, ...]:
    """The regular expressions of one list, for example `load_patterns("anonymity", "conditions")`."""
    return tuple(
        Pattern(
            pattern=re.compile(row["pattern"], re.IGNORECASE),
            example=row["example"],
            expected=row["expect"],
            is_alone=row.get("alone", False),
        )
        for row in _read(language, f"{name}.toml")[key]
    )


@cache
def load_rows(name: str, language: str = LANGUAGE) -> tuple[Mapping[str, str], ...]:
    """The `[[entry]]` tables of one file as they stand, in order."""
    return tuple(MappingProxyType(row) for row in _read(language, f"{name}.toml")["entry"])


def position_of(words: str) -> Position:
    """The position that "denies CT-" stands for."""
    stance, certainty = words.split()
    return Position(Stance(stance), Certainty(certainty))


def _refused(position: Position, negated: Position) -> Position:
    """What "would not" makes of a cue: speech is declined; belief ("would not worry") is only negated."""
    if position.stance is Stance.ASSERTS and position.certainty is not Certainty.CT_PLUS:
        return negated
    return REFUSED if position.stance in {Stance.ASSERTS, Stance.CONFIRMS, Stance.OTHER} else position


def _optional(words: str | None) -> Position | None:
    return position_of(words) if words else None


def _read(language: str, name: str) -> dict[str, Any]:
    path = resources.files(__package__).joinpath(language, name)
    return tomllib.loads(path.read_text("utf-8"))
