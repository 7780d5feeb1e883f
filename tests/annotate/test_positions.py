"""Tests of stance, certainty and the reporter's hedge; each cue of the lexicon is tested in tests/lang."""

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.positions import Positions
from reportedly.types.article import Article
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.doc import Doc
from reportedly.types.span import Span
from tests.annotate.marked import own_voice_doc, positions_of, syntax

SPEECH = [
    ("that the envoy did not visit the port", "denies CT-"),
    ("that a meeting was not on the schedule", "denies CT-"),
    ("there was no such meeting", "denies CT-"),
    ("nobody had visited the port", "denies CT-"),
    ("the report was false", "denies CT-"),
    ("the report was not false", "asserts CT+"),
    ("the envoy would not attend", "denies CT-"),
    ("the envoy may not have come", "denies PS-"),
    ("the envoy had probably left", "asserts PR+"),
    ("the envoy might have left", "asserts PS+"),
    ("the envoy had not only left but also paid", "asserts CT+"),
    ("the ministry would continue to push for talks", "intends PR+"),
    ("the ship will sail on Monday", "intends PR+"),
    ("he could not confirm the visit", "cannot_confirm Uu"),
    ("he had no information about the visit", "no_knowledge Uu"),
    ("there was no evidence of a visit", "cannot_confirm Uu"),
    ("it was unclear whether the envoy had come", "cannot_confirm Uu"),
    ("he did not know about the visit", "no_knowledge Uu"),
    ("he planned to close the mine", "intends PR+"),
    ("he believed the boat had sunk", "asserts PR+"),
    ("such a journey, if it happened, would be a violation", "conditional Uu"),
    ("the guard could not confirm the visit", "denies PS-"),
]


@pytest.mark.parametrize(("content", "expected"), SPEECH)
def test_content_shows_what_its_speaker_does_with_it(content, expected) -> None:
    position = positions_of(f"<The minister> [said] {{{content}}}.")[0]
    assert f"{position.stance} {position.certainty}" == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<The ministry> [said] {it had no information about the visit}.", "no_knowledge Uu"),
        ("<Two aides> [said] {they could not confirm the visit}.", "cannot_confirm Uu"),
        ("<Two aides> [said] {it could be a hard promise to keep}.", "asserts PS+"),
        ("<He> [did not say] {that the dam was safe}.", "other Uu"),
        ("<He> [did not deny] {that the dam was safe}.", "other Uu"),
        ("<No official> [confirmed] {the visit}.", "cannot_confirm Uu"),
        ("<The visit> [is likely seen as] {a sign of trust}.", "asserts PR+"),
        ("<He> [believes] {that the dam is not safe}.", "denies PR-"),
        ("<He> [promised] {not to close the mine}.", "intends PR-"),
        ("{“Is the dam safe?”} <he> [said].", "other Uu"),
        ("{“Close the dam now,”} <he> [said].", "other Uu"),
        ("<Police> [reported] {no arrests}.", "denies CT-"),
        ("<He> [warned] {the bank not to close}.", "other Uu"),
        ("<He> [:] {the dam is safe}", "asserts CT+"),
    ],
)
def test_cue_and_content_together_give_the_position(marked, expected) -> None:
    position = positions_of(marked)[0]
    assert f"{position.stance} {position.certainty}" == expected


@pytest.mark.parametrize(
    ("marked", "hedge"),
    [
        ("<The firm> [claimed] {that the books were in order}.", "claimed"),
        ("<The firm> [has reportedly claimed] {that the books were in order}.", "reportedly claimed"),
        ("<The firm> [said] {that the clerk allegedly took the money}.", None),
        ("<The firm> [said] {that the books were in order}.", None),
    ],
)
def test_the_reporters_hedge_is_given_in_its_own_words(marked, hedge) -> None:
    assert positions_of(marked)[0].reporter_hedge == hedge


def test_own_voice_asserts_and_denies_by_its_main_clause() -> None:
    doc = own_voice_doc("The pier has closed. Nobody was hurt.")
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert [str(position.stance) for position in doc.positions] == ["asserts", "denies"]


@pytest.mark.parametrize("text", ["", "!!!", "No. Verb.", "if", "would not"])
def test_rows_without_a_clause_get_a_position(text) -> None:
    doc = Doc(Article("x", text))
    syntax().annotate([doc])
    span = Span(0, len(text))
    doc.attributions = (Attribution("a1", (), (), (span,), Quoted.DIRECT),)
    doc.own_voice = (Attribution("o1", (), (), (), Quoted.OWN_VOICE),)
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert len(doc.positions) == 2
