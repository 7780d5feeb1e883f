"""Page furniture: every entry of the lexicon runs its example."""

import time

import pytest

from reportedly.annotate.furniture import Furniture, is_furniture
from reportedly.lang.lexicon import load_rows
from reportedly.types.doc import Doc
from tests.builders import an_article

ROWS = load_rows("furniture") + load_rows("furniture_credits")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:30])
def test_the_example_is_furniture_and_the_counterexample_is_not(row: dict[str, str]) -> None:
    assert is_furniture(row["example"])
    assert "counterexample" not in row or not is_furniture(row["counterexample"])


@pytest.mark.parametrize("caption", [row["caption"] for row in ROWS if "caption" in row])
def test_a_line_that_ends_with_a_picture_credit_is_a_caption(caption: str) -> None:
    assert is_furniture(caption)


def test_furniture_is_a_whole_line() -> None:
    doc = Doc(an_article("The pier is closed.\nCOMMENTS\nThe comments were sharp."))
    Furniture().annotate([doc])
    assert [span.words(doc.text) for span in doc.furniture or ()] == ["COMMENTS"]


def test_a_line_that_stands_three_times_is_furniture() -> None:
    doc = Doc(an_article("Harbour in pictures\nThe pier is closed.\n" * 3))
    Furniture().annotate([doc])
    assert {span.words(doc.text) for span in doc.furniture or ()} == {"Harbour in pictures"}


def test_a_line_that_stands_twice_is_kept() -> None:
    doc = Doc(an_article("Harbour in pictures\nThe pier is closed.\n" * 2))
    Furniture().annotate([doc])
    assert doc.furniture == ()


@pytest.mark.parametrize(
    "line",
    [
        "By A" + " B" * 110 + " 1",
        "share, x" * 30,
        "- " * 110 + "a",
        "Photo " * 35,
        "Photo: A" + "/A" * 100 + " b c!",
        "(A, " * 60,
        "[Image via A " * 18,
        "A / " * 59 + "!",
        "contributed " * 20,
        "a.a" * 79,
        "@a, " * 59 + "!",
        "prev next " * 23 + "!",
        "<a>" * 79 + "!",
        "&a;" * 79 + "!",
        "1:1 " * 59,
        "A A " * 59 + "(@a) 1",
    ],
)
def test_a_line_made_to_stall_a_pattern_takes_no_time(line: str) -> None:
    started = time.perf_counter()
    is_furniture(line)
    assert time.perf_counter() - started < 0.5
