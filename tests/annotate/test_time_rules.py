"""What expressions of time are worth against a day and a tense."""

import re
from datetime import date

import pytest

from reportedly.annotate.time_calendar import Setting, Tense
from reportedly.annotate.time_grammar import CAPITALISED, expand, find_expressions, load_values, read_words
from reportedly.annotate.time_rules import resolve
from reportedly.lang.lexicon import load_rows

ANCHOR = date(2021, 3, 4)  # a Thursday
GIVEN = {"vague", "often"}
DATED = [row for row in load_rows("times") if row["value"]]
EACH = [(kind, word) for kind in sorted({row["kind"] for row in DATED}) for word in load_values(kind)]
RULES = [row for row in load_rows("time_patterns") if "rule" in row]


def values_of(text: str, anchor: date | None = ANCHOR, tense: Tense = Tense.OPEN) -> list[str | None]:
    return [resolve(one, Setting(anchor, tense)) for one in find_expressions(text)]


def the_value(text: str) -> str:
    tense = Tense.FUTURE if " will " in text else Tense.PAST
    values = values_of(text, tense=tense)
    return "none" if not values else values[0] or ""


@pytest.mark.parametrize("row", DATED, ids=lambda row: row["words"][:40])
def test_every_word_of_time_gives_the_value_of_its_example(row) -> None:
    if row["kind"] in GIVEN:
        expression = read_words(row["example"])
        assert expression is not None
        assert resolve(expression, Setting(ANCHOR)) == row["expect"]
    else:
        assert the_value(row["example"]) == row["expect"]


@pytest.mark.parametrize(("kind", "word"), EACH)
def test_every_word_of_time_is_found_in_a_pattern(kind, word) -> None:
    written = word.title() if kind in CAPITALISED else word
    assert re.search(expand(f"<{kind}>"), written, re.IGNORECASE)


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["example"])
def test_every_pattern_gives_the_value_of_its_example(row) -> None:
    if "given" in row:
        expression = read_words(row["example"])
        assert expression is not None
        assert resolve(expression, Setting(ANCHOR)) == row["expect"]
    else:
        assert the_value(row["example"]) == row["expect"]
