"""Words hold their place in the text, whatever the text is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.words import CASES, QUOTES, SHAPES, inner_words, select_words, split_words

PIECES = st.sampled_from(
    [
        "said",
        "Ann",
        "NATO",
        "3.5",
        "“",
        "”",
        '"',
        "''",
        "'s",
        ".",
        "?",
        " ",
        "\n",
        "\n\n",
        "\u200f",
        "<b>",
        "é",
        "\U0001f600",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join))


def quotes_of(text: str) -> list[int]:
    return [int(shape) // CASES % QUOTES for shape in split_words(text).shapes]


@given(TEXTS)
def test_offsets_give_back_the_forms(text: str) -> None:
    words = split_words(text)
    assert [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)] == list(words.forms)
    assert np.all(words.starts[1:] >= words.ends[:-1])
    assert not any(form.isspace() or not form for form in words.forms)
    assert np.all((words.shapes >= 0) & (words.shapes < SHAPES))
    assert np.all(np.diff(words.sentences) >= np.diff(words.paragraphs))


@given(TEXTS)
def test_letters_and_digits_are_all_in_words(text: str) -> None:
    words = split_words(text)
    covered = {i for start, end in zip(words.starts, words.ends, strict=True) for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if character.isalnum())


@given(TEXTS, st.data())
def test_chosen_words_keep_their_places(text: str, data: st.DataObject) -> None:
    words = split_words(text)
    mask = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    chosen = np.flatnonzero(np.array(mask, dtype=np.bool_)).astype(np.int32)
    kept = select_words(words, chosen)
    assert list(kept.starts) == list(words.starts[chosen])
    assert len(kept.shapes) == len(chosen)


def test_sentences_and_paragraphs_are_numbered() -> None:
    words = split_words("He left. She stayed.\n\nThey met")
    assert list(words.sentences) == [0, 0, 0, 1, 1, 1, 2, 2]
    assert list(words.paragraphs) == [0, 0, 0, 0, 0, 0, 1, 1]


def test_a_wrapped_line_is_no_paragraph() -> None:
    assert list(split_words("the minister\nwho left").paragraphs) == [0, 0, 0, 0]


def test_quotation_state_follows_the_marks() -> None:
    assert quotes_of("a “b c” d") == [0, 2, 1, 1, 3, 0]
    assert quotes_of('a "b" c') == [0, 2, 1, 3, 0]
    assert quotes_of("a ''b'' c") == [0, 2, 1, 3, 0]


def test_open_quotation_ends_with_its_paragraph() -> None:
    assert quotes_of("“a b\n\nc") == [2, 1, 1, 0]


def test_a_sentence_in_capitals_has_no_case() -> None:
    shouted = split_words("THE MINISTER SAID NO")
    assert set((shouted.shapes % CASES).tolist()) == {0}
    assert split_words("the UN said").shapes[1] % CASES == 2


def test_quotation_marks_around_a_content_are_left_out_for_reading() -> None:
    words = split_words("“We won,” he said, “and left.”")
    content = np.array([0, 1, 2, 3, 4, 8, 9, 10, 11, 12], dtype=np.int32)
    kept = inner_words(words, content)
    assert [words.forms[i] for i in kept] == ["We", "won", ",", "and", "left", "."]


def test_marks_inside_a_mixed_content_stay() -> None:
    words = split_words("that the “terrible” deal")
    assert len(inner_words(words, np.arange(len(words), dtype=np.int32))) == len(words)
