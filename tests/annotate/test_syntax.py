"""Sentences, tokens and mentions."""

import pytest

from reportedly.annotate.syntax import LONGEST_PIECE, Syntax, find_pieces
from reportedly.types.doc import Doc
from reportedly.types.errors import ModelError
from tests.builders import an_article

TEXT = "  Ana Brook resigned. She left Tarvo on Monday.\n\nNobody knows why 😀 she left\nThe end."


@pytest.fixture(scope="module")
def syntax() -> Syntax:
    return Syntax()


def test_no_sentence_runs_over_a_paragraph(syntax: Syntax) -> None:
    doc = Doc(an_article(TEXT))
    syntax.annotate([doc])
    assert [span.words(TEXT) for span in doc.sentences or ()] == [
        "Ana Brook resigned.",
        "She left Tarvo on Monday.",
        "Nobody knows why 😀 she left",
        "The end.",
    ]


def test_no_sentence_ends_after_an_abbreviated_title(syntax: Syntax) -> None:
    left = "TARVO - Ostrenian Maj. Gen. Orlan Vasht and Sgt. Al Rohm left."
    text = f"{left} Brig. Gen. Lou Dann, Lt. Col. Ann Beel and Cmdr. Ed Wuhr stayed."
    doc = Doc(an_article(text))
    syntax.annotate([doc])
    assert len(doc.sentences or ()) == 2


def test_tokens_lie_where_they_say_and_heads_stay_in_the_sentence(syntax: Syntax) -> None:
    doc = Doc(an_article(TEXT))
    syntax.annotate([doc])
    tokens = doc.tokens or ()
    assert "".join(TEXT[token.start : token.end] for token in tokens).replace(" ", "") == "".join(
        TEXT.split()
    )
    resigned = next(token for token in tokens if token.lemma == "resign")
    brook = next(token for token in tokens if TEXT[token.start : token.end] == "Brook")
    assert tokens[brook.head] == resigned
    assert all(0 <= token.head < len(tokens) for token in tokens)


def test_mentions_have_their_type(syntax: Syntax) -> None:
    doc = Doc(an_article(TEXT))
    syntax.annotate([doc])
    assert ("Monday", "DATE") in {(TEXT[one.start : one.end], one.kind) for one in doc.mentions or ()}


@pytest.mark.parametrize("text", ["a" * 50_000, "word " * 10_000, "", "\n\n", "x\n" * 500])
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    pieces = list(find_pieces(text))
    assert all(piece.end - piece.start <= LONGEST_PIECE for piece in pieces)
    assert "".join("".join(piece.words(text).split()) for piece in pieces) == "".join(text.split())


def test_a_model_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"looked for: xx_no_such_model.*pip install"):
        Syntax("xx_no_such_model").annotate([Doc(an_article("Fine."))])


def test_curly_apostrophe_is_parsed_as_a_straight_one(syntax: Syntax) -> None:
    curly, straight = (Doc(an_article(f"The ministry{mark}s aide wouldn{mark}t say.")) for mark in "’'")
    syntax.annotate([curly, straight])
    assert [(token.lemma, token.tag, token.dep) for token in curly.tokens or ()] == [
        (token.lemma, token.tag, token.dep) for token in straight.tokens or ()
    ]
