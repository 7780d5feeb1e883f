"""Bags of words."""

import pytest

from reportedly.lang.lexicon import load_words
from reportedly.link.words import overlap, stems, weigh_rows
from tests.builders import an_entry


@pytest.mark.parametrize(
    ("a", "b"), [("visited", "visit"), ("missiles", "missile"), ("Tarvo’s", "tarvo"), ("said", "said")]
)
def test_forms_of_a_word_have_one_stem(a: str, b: str) -> None:
    assert stems(a) == stems(b)


@pytest.mark.parametrize(("a", "b"), [("red", "reed"), ("string", "str"), ("2015", "2016")])
def test_short_words_are_not_cut_into_one_another(a: str, b: str) -> None:
    assert stems(a) != stems(b)


def test_a_word_in_every_row_weighs_least() -> None:
    rows = [an_entry(f"The harbour {word} tonight") for word in ("sank", "burned", "opened")]
    bag = weigh_rows(rows)[rows[0].id]
    assert bag["harbour"] < bag["sank"]


def test_a_row_is_wholly_like_itself() -> None:
    rows = [an_entry("The harbour sank"), an_entry("Wheat is dear")]
    bags = weigh_rows(rows)
    assert overlap(bags[rows[0].id], bags[rows[0].id]) == pytest.approx(1)
    assert overlap(bags[rows[0].id], bags[rows[1].id]) < 0.2


@pytest.mark.parametrize("name", load_words("function_words"))
def test_function_words_leave_nothing_but_what_the_example_is_about(name: str) -> None:
    words = load_words("function_words")[name]
    for word in words.words:
        assert stems(words.example.format(word=word)) == stems(words.example.format(word="")), word
