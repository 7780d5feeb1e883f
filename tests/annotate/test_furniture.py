"""Page furniture: every entry of the lexicon runs its example."""

import time

import pytest

from reportedly.annotate.furniture import Furniture
from reportedly.lang.lexicon import load_rows
from reportedly.types.doc import Doc
from tests.builders import an_article

ROWS = load_rows("furniture")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:30])
def test_the_example_is_furniture_and_the_counterexample_is_not(row: dict[str, str]) -> None:
    furniture = Furniture()
    assert furniture.is_furniture(row["example"])
    assert "counterexample" not in row or not furniture.is_furniture(row["counterexample"])


def test_furniture_is_a_whole_line() -> None:
    doc = Doc(an_article("The pier is closed.\nCOMMENTS\nThe comments were sharp."))
    Furniture().annotate([doc])
    assert [span.words(doc.text) for span in doc.furniture or ()] == ["COMMENTS"]


@pytest.mark.parametrize(
    "line", ["By A" + " B" * 110 + " 1", "share, x" * 30, "- " * 110 + "a", "Photo " * 35]
)
def test_a_line_made_to_stall_a_pattern_takes_no_time(line: str) -> None:
    furniture = Furniture()
    started = time.perf_counter()
    furniture.is_furniture(line)
    assert time.perf_counter() - started < 0.5
