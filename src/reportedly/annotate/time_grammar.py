"""Finds expressions of time by the patterns of lang/en, without asking what day it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reportedly.lang.lexicon import load_rows

CAPITALISED = frozenset(("month", "weekday"))  # "may", "march" and "sat" are words of other kinds
NOT_FOUND = "none"  # the rule of words that look like a year and are none
PLACEHOLDER = re.compile(r"(?<!\?P)<([a-z]+)(2?)>")
GROUP = re.compile(r"\?P<\w+>")
# Patterns that begin so say for themselves what may stand before them.
OWN_EDGE = ("(?<", r"\b", r"(?:(?<", "(?:[$")
# A text may be broken into lines; no expression runs on over the end of a paragraph.
SPACE = r"(?:[^\S\n]{0,2}\n|[^\S\n]{1,2})"
WORD = re.compile(r"\d+|[^\W\d_]+")
START = re.compile(r"(?<!\w)\w|['’‘$€£]")
LONGEST_LEAD = 45  # characters from the beginning of an expression to its first digit or core word
COMMON = frozenset(("the", "this", "last", "of", "s", "before", "after", "new"))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time: where they stand, the rule that read them, and its parts in lower case."""

    start: int
    end: int
    rule: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern; `value` is what a fixed name such as 9/11 stands for."""

    name: str
    pattern: re.Pattern[str]
    value: str | None


def find_expressions(text: str) -> Iterator[TimeExpression]:
    """Every expression of time in `text`, in order; none overlaps another."""
    finder, rules = load_grammar()
    end = 0
    for place in places(text):
        found = finder.match(text, place) if place >= end else None
        if found is None or found.end() == place:
            continue
        rule = rules[int((found.lastgroup or "r0")[1:])]
        match = rule.pattern.match(text, place)
        end = found.end()
        if match is not None and rule.name != NOT_FOUND:
            yield to_expression(rule, match)


def places(text: str) -> Iterator[int]:
    """Where an expression may begin: shortly before a digit or a word such as "week" or "May"."""
    core = load_core()
    done = 0
    for word in WORD.finditer(text):
        first = word.group()
        if not first[0].isdigit() and first.lower() not in core:
            continue
        for start in START.finditer(text, max(done, word.start() - LONGEST_LEAD), word.end()):
            yield start.start()
        done = max(done, word.end())


@cache
def load_core() -> frozenset[str]:
    """The words one of which stands in every expression without digits."""
    kinds = ("month", "weekday", "unit", "season", "tens", "feast", "deictic")
    phrases = (phrase for kind in kinds for phrase in load_values(kind))
    return frozenset(word for phrase in phrases for word in WORD.findall(phrase) if word not in COMMON)


def read_words(words: str) -> TimeExpression | None:
    """The expression that `words` are, where it is known that they tell a time; else the first in them."""
    found = list(find_expressions(words))
    if found and found[0].end - found[0].start >= len(words) - 2:
        return found[0]
    for rule in given_rules():
        match = rule.pattern.fullmatch(words)
        if match is not None:
            return to_expression(rule, match)
    return found[0] if found else None


@cache
def load_grammar() -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """One pattern that finds all rules, each as the group "r" and its number, and the rules."""
    rows = [row for row in load_rows("time_patterns") if "rule" in row and "given" not in row]
    expanded = [expand(row["pattern"]) for row in rows]
    alternatives = (f"(?P<r{number}>{GROUP.sub('?:', one)})" for number, one in enumerate(expanded))
    rules = (make_rule(row, one) for row, one in zip(rows, expanded, strict=True))
    return re.compile("|".join(alternatives), re.IGNORECASE), tuple(rules)


@cache
def given_rules() -> tuple[Rule, ...]:
    """The rules for words of which somebody else has said that they tell a time."""
    rows = [row for row in load_rows("time_patterns") if "given" in row]
    return tuple(make_rule(row, expand(row["pattern"])) for row in rows)


def make_rule(row: Mapping[str, str], pattern: str) -> Rule:
    """The rule of one row of time_patterns.toml."""
    return Rule(row["rule"], re.compile(pattern, re.IGNORECASE), row.get("value"))


def to_expression(rule: Rule, match: re.Match[str]) -> TimeExpression:
    """What a rule has read."""
    parts = {name: part.lower() for name, part in match.groupdict().items() if part is not None}
    parts["words"] = match.group().lower()
    if rule.value is not None:
        parts["value"] = rule.value
    has_inner = parts.pop("x", None) is not None
    start, end = match.span("x") if has_inner else match.span()
    return TimeExpression(start, end, rule.name, MappingProxyType(parts))


def expand(pattern: str) -> str:
    """`pattern` with words and shapes in place of <month> and the like."""
    while PLACEHOLDER.search(pattern):
        pattern = PLACEHOLDER.sub(lambda one: expansion(one[1], one[2]), pattern)
    return pattern if pattern.startswith(OWN_EDGE) else rf"(?<!\w){pattern}"


def expansion(name: str, number: str) -> str:
    """What <name> stands for; a second one names its group after its number."""
    shapes = load_shapes()
    if name not in shapes:
        return f"(?P<{name}{number}>{words_pattern(name)})"
    return shapes[name].replace(f"?P<{name}>", f"?P<{name}{number}>")


@cache
def load_shapes() -> Mapping[str, str]:
    """The shapes of time_patterns.toml by name."""
    return {row["shape"]: row["pattern"] for row in load_rows("time_patterns") if "shape" in row}


@cache
def words_pattern(kind: str) -> str:
    """The words of one kind as alternatives, the longest first."""
    words = sorted(load_values(kind), key=lambda word: (-len(word), word))
    if kind in CAPITALISED:
        capitals = [form for word in words for form in dict.fromkeys((word.title(), word.upper()))]
        return f"(?-i:{'|'.join(map(re.escape, capitals))})(?!\\w)"
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in words) + r"(?!\w)"


@cache
def load_values(kind: str) -> Mapping[str, str]:
    """What each word of one kind stands for, by the word in lower case."""
    return MappingProxyType(
        {
            word.strip().lower(): row["value"]
            for row in load_rows("times")
            if row["kind"] == kind
            for word in row["words"].split(";")
        }
    )
