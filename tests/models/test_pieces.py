"""Words become pieces one by one, the same ones every time."""

import pytest

from reportedly.models.attribution_model import FOLDER
from reportedly.models.pieces import LONGEST, Pieces


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(FOLDER / "tokenizer.json")


def test_every_word_has_a_piece(pieces: Pieces) -> None:
    words = ["said", "Qassem", "\U0001f600", "\ue000", "''", "中" * 200, "x" * 5_000]
    cut = pieces.of_words(words)
    assert all(1 <= len(word) <= LONGEST for word in cut)


def test_case_makes_no_difference(pieces: Pieces) -> None:
    assert pieces.of_words(["SAID"]) == pieces.of_words(["said"])


def test_two_apostrophes_are_a_quotation_mark(pieces: Pieces) -> None:
    assert pieces.of_words(["''", "``"]) == pieces.of_words(['"', '"'])


def test_a_long_list_is_neither_cut_nor_padded(pieces: Pieces) -> None:
    assert len(pieces.of_words(["word"] * 300)) == 300


def test_remembered_words_are_the_same_as_new_ones(pieces: Pieces) -> None:
    once = pieces.of_words(["spokeswoman", "unattributable"])
    assert pieces.of_words(["unattributable", "spokeswoman"]) == once[::-1]
