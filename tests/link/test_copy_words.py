"""Words without typography, and which of them are quoted."""

import pytest

from reportedly.link.copy_words import find_quoted, read_words
from reportedly.types.span import Span


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Bridge, again!", ("the", "bridge", "again")),
        ("don't don’t", ("don", "t", "don", "t")),
        ("so-called so called", ("so", "called", "so", "called")),
        ("Glo\u00adbal \ufeffnews", ("global", "news")),
        ("cafe\u0301 café", ("café", "café")),
        ("STRASSE Straße", ("strasse", "strasse")),
        ("ﬁle 12.5", ("file", "12", "5")),
        ("", ()),
    ],
)
def test_words_are_compared_without_case_and_typography(text, forms) -> None:
    assert read_words(text).forms == forms


def test_a_stretch_is_a_span_of_the_text() -> None:
    text = "“The bridge” is shut."
    assert read_words(text).stretch(1, 3).words(text) == "bridge” is"


@pytest.mark.parametrize(
    ("text", "in_marks", "in_block"),
    [
        ('He said "it is shut".', "..xxx", "....."),
        ("He said ‘it is shut’.", "..xxx", "....."),
        ("It reads:\nthe bridge\nis shut", "......", "..xxxx"),
        ("One: two", "..", ".."),
        ("A:\nb\nc\nd\ne", ".....", ".xxx."),
    ],
)
def test_quoted_words_are_marked(text, in_marks, in_block) -> None:
    quoted = find_quoted(text, read_words(text))
    assert "".join(".x"[flag] for flag in quoted.in_marks) == in_marks
    assert "".join(".x"[flag] for flag in quoted.in_block) == in_block


def test_words_in_page_furniture_are_left_out() -> None:
    text = "The bridge is shut.\nShare on Facebook\nTraders wait."
    words = read_words(text, (Span(20, 37),))
    assert words.forms == ("the", "bridge", "is", "shut", "traders", "wait")
    assert words.stretch(3, 5).words(text) == "shut.\nShare on Facebook\nTraders"
