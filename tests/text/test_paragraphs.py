"""Paragraphs of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.paragraphs import find_paragraphs

WRAPPED = (
    "The harbour master told the council on Tuesday that the second\n"
    "pier would stay closed until the spring, when divers are to look\n"
    "at the pillars again.\n"
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n \n", []),
        ("One line.", ["One line."]),
        ("First.\nSecond.", ["First.", "Second."]),
        ("First.\r\n\r\nSecond.\r", ["First.", "Second."]),
        ("  First. \n\n\n Second.", ["First.", "Second."]),
        (WRAPPED, [WRAPPED.strip()]),
        (WRAPPED + "\nShort.", [WRAPPED.strip(), "Short."]),
        ("A list:\n- one\n- two", ["A list:", "- one", "- two"]),
    ],
)
def test_paragraphs_are_lines_or_wrapped_blocks(text: str, paragraphs: list[str]) -> None:
    assert [span.words(text) for span in find_paragraphs(text)] == paragraphs


@given(st.text(alphabet="ab .\n\r\t\u2028“", max_size=300))
def test_paragraphs_hold_every_word_once_and_in_order(text: str) -> None:
    spans = find_paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.words(text).split()) for span in spans) == "".join(text.split())
