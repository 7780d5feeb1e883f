"""What expressions of time are worth against a day and a tense."""

import re
from datetime import date

import pytest

from reportedly.annotate.time_calendar import Setting, Tense
from reportedly.annotate.time_chained import REACH, earlier_times
from reportedly.annotate.time_grammar import (
    CAPITALISED,
    TimeExpression,
    expand,
    find_expressions,
    load_values,
    read_words,
)
from reportedly.annotate.time_rules import resolve
from reportedly.lang.lexicon import load_rows

ANCHOR = date(2021, 3, 4)  # a Thursday
GIVEN = {"vague", "often"}
DATED = [row for row in load_rows("times") if row["value"]]
EACH = [(kind, word) for kind in sorted({row["kind"] for row in DATED}) for word in load_values(kind)]
RULES = [row for row in load_rows("time_patterns") if "rule" in row]


def values_of(text: str, anchor: date | None = ANCHOR, tense: Tense = Tense.OPEN) -> list[str | None]:
    told: list[tuple[TimeExpression, str | None]] = []
    for one in find_expressions(text):
        setting = Setting(anchor, tense, earlier_times(one.start, reversed(told)))
        told.append((one, resolve(one, setting)))
    return [value for _, value in told]


def the_value(text: str) -> str:
    """The value of the last expression: what stands before it may be what it is told from."""
    tense = Tense.FUTURE if " will " in text else Tense.PAST
    values = values_of(text, tense=tense)
    return "none" if not values else values[-1] or ""


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It shut in March 2021 and opened two days later.", None),
        ("It shut on 2 March 2021 and opened three weeks later.", "2021-03-22/2021-03-28"),
        ("It shut on 2 March 2021 and was sold ten years later.", "2031"),
        ("It shut on 2 March 2021. That week it rained.", "2021-03-01/2021-03-07"),
        ("It shut on 2 March 2021, for some years, and opened that month.", "2021-03"),
        ("It shut on 30 February 2021 and opened the next day.", None),
        ("It shut on 2 March 2021, two days after the storm.", None),
        ("It shut on 2 March 2021, two days later than planned.", "none"),
        ("It opened the following Friday.", None),
        ("It shut on 29 February 2020 and sold more than in the same month a year earlier.", "2019-02"),
    ],
)
def test_a_time_told_from_another_one_needs_one_that_is_as_exact(text, value) -> None:
    values = values_of(text)
    assert (values[1:] or values)[-1] == value if value != "none" else len(values) == 2


def test_a_time_far_back_is_not_what_another_one_is_told_from() -> None:
    assert values_of(
        f"It shut on 2 March 2021. {'It rained. ' * (REACH // 10)}It opened two days later."
    ) == [
        "2021-03-02",
        None,
    ]
