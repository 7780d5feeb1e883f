"""Words that spans touch, and what stands between quotation marks."""

import pytest

from reportedly.score.roles import ArticleWords, quoted_positions
from reportedly.types.span import Span
from tests.score.made import roles

QUOTED = [
    ("he said “we won” today", "we won"),
    ('he said "we won" today', "we won"),
    ("he said ''we won'' today", "we won"),
    ("he said “we won\nand left", "we won"),
    ("we” won", ""),
    ("it's Ana's", ""),
    ("“a” and “b”", "ab"),
]


@pytest.mark.parametrize(("text", "inside"), QUOTED)
def test_what_stands_between_double_marks(text: str, inside: str) -> None:
    assert "".join(text[at] for at in sorted(quoted_positions(text))) == inside


def test_a_span_holds_every_word_that_it_touches_and_no_mark() -> None:
    words = ArticleWords("Well, she - 23 - won.")
    assert words.numbers((Span(1, 7),)) == {0, 1}
    assert words.numbers((Span(10, 11),)) == frozenset()


def test_spans_beyond_the_text_touch_nothing() -> None:
    words = ArticleWords("one two")
    assert words.numbers((Span(4, 99), Span(50, 60))) == {1}
    assert words.characters((Span(5, 99),)) == {5, 6}


QUOTINGS = [("“won”", "direct"), ("he “won”", "mixed"), ("he", "indirect")]


@pytest.mark.parametrize(("content", "expected"), QUOTINGS)
def test_class_of_a_content(content: str, expected: str) -> None:
    text = "Ana said he “won”."
    assert ArticleWords(text).touch(roles(text, "", "", content)).quoting == expected
