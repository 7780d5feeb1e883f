"""The parse reaches the words of the attribution model, whatever the tokens look like."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.word_parse import (
    GOVERNORS,
    LABELS,
    MARKS,
    NONE,
    ROOT,
    clause_roots,
    no_parse,
    parse_words,
    read_parse,
    select_parse,
)
from reportedly.annotate.words import split_words
from reportedly.types.doc import Token

TEXT = "Ann said he didn't leave"
TOKENS = (
    Token(0, 3, "Ann", "PROPN", "NNP", "nsubj", 1),
    Token(4, 8, "say", "VERB", "VBD", "ROOT", 1),
    Token(9, 11, "he", "PRON", "PRP", "nsubj", 5),
    Token(12, 15, "do", "AUX", "VBD", "aux", 5),
    Token(15, 18, "not", "PART", "RB", "neg", 5),
    Token(19, 24, "leave", "VERB", "VB", "ccomp", 1),
)
WORDS = split_words(TEXT, TOKENS)  # Ann said he didn ' t leave


def labels_of(numbers: np.ndarray) -> list[str]:
    return [LABELS[number] for number in numbers]


def test_words_take_the_token_at_their_first_character() -> None:
    assert labels_of(WORDS.parse.labels) == ["nsubj", "ROOT", "nsubj", "aux", "neg", "neg", "ccomp"]


def test_heads_are_words() -> None:
    assert WORDS.parse.heads.tolist() == [1, 1, 6, 6, 6, 6, 1]


def test_marks_name_both_clauses() -> None:
    marks, _ = read_parse(WORDS.parse)
    assert labels_of(marks[:, 3]) == ["ROOT", "ROOT", *["ccomp"] * 5]
    assert labels_of(marks[:, 4]) == ["", "", *["ROOT"] * 5]


def test_governors_are_the_head_and_the_verbs_above() -> None:
    _, governors = read_parse(WORDS.parse)
    assert governors[2].tolist() == [6, 1, NONE]
    assert governors[1].tolist() == [NONE, NONE, NONE]


def test_a_word_whose_head_is_left_out_becomes_a_root() -> None:
    inner = select_parse(WORDS.parse, np.array([2, 3, 4, 5, 6], dtype=np.int32))
    assert inner.labels[-1] == ROOT
    assert inner.heads.tolist() == [4, 4, 4, 4, 4]


def test_labels_of_another_parser_count_as_unknown() -> None:
    parse = split_words("no", [Token(0, 2, "no", "X", "new tag", "new label", 0)]).parse
    assert (parse.pos.tolist(), parse.labels.tolist()) == ([0], [0])


def test_words_outside_every_token_have_no_parse() -> None:
    parse = split_words("Ann he", [Token(0, 3, "Ann", "PROPN", "NNP", "nsubj", 0)]).parse
    assert parse.heads.tolist() == [0, 1]
    assert parse.labels.tolist() == [LABELS.index("nsubj"), 0]


def test_no_tokens_is_no_parse() -> None:
    assert parse_words(WORDS.starts, ()).heads.tolist() == no_parse(7).heads.tolist()


@given(st.lists(st.tuples(st.integers(0, 11), st.sampled_from(LABELS)), min_size=1, max_size=12))
def test_any_tangle_of_heads_is_read(pairs: list[tuple[int, str]]) -> None:
    text = " ".join("w" for _ in pairs)
    tokens = [
        Token(2 * i, 2 * i + 1, "w", "NOUN", "NN", label, head % len(pairs))
        for i, (head, label) in enumerate(pairs)
    ]
    parse = split_words(text, tokens).parse
    marks, governors = read_parse(parse)
    sizes = np.array(MARKS)
    assert np.all((marks >= 0) & (marks < sizes))
    assert governors.shape == (len(pairs), GOVERNORS)
    assert np.all((governors >= NONE) & (governors < len(pairs)))
    assert np.all(clause_roots(parse, parse.heads) >= 0)
