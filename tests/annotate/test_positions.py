"""Tests of stance, certainty and the reporter's hedge; each cue of the lexicon is tested in tests/lang."""

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.positions import Positions
from reportedly.types.article import Article
from reportedly.types.attribution import Attribution, Certainty, Position, Quoted, Stance
from reportedly.types.doc import Doc
from reportedly.types.span import Span
from tests.annotate.marked import own_voice_doc, positions_of, read_marked, syntax

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
    ("the guard could not confirm the visit", "asserts CT+"),
    ("the photographs could not be independently verified", "cannot_confirm Uu"),
    ("the cause had not been determined", "cannot_confirm Uu"),
    ("no evidence of a visit had been found", "cannot_confirm Uu"),
    ("it was too early to say whether the envoy had come", "cannot_confirm Uu"),
    ("there was no doubt that the envoy had come", "asserts CT+"),
    ("he had done nothing wrong", "denies CT-"),
    ("nobody guards flour", "denies CT-"),
    ("not a single cartridge was on board", "denies CT-"),
    ("the two sides had yet to agree", "denies CT-"),
    ("the firm had failed to pay", "denies CT-"),
    ("the crew could not have failed to see them", "asserts CT+"),
    ("the allegations were without foundation", "denies CT-"),
    ("the captain was wrong", "asserts CT+"),
    ("an early end was unlikely", "denies PR-"),
    ("the ship was likely to sail", "intends PR+"),
    ("the ship might sail next week", "intends PS+"),
    ("the ship might be old", "asserts PS+"),
    ("he could see smoke", "asserts CT+"),
    ("the envoy could not pay", "denies CT-"),
    ("he would not close the mine", "denies CT-"),
    ("he would close the mine if the price fell", "intends PR+"),
    ("the bank would close the mine if the price fell", "conditional Uu"),
    ("the bank should close if it lost the case", "conditional Uu"),
    ("the bank would have closed", "conditional Uu"),
    ("if nothing is done, all bets are off", "conditional Uu"),
    ("he did not think the mine would close", "denies PR-"),
    ("he feared the mine would close", "intends PS+"),
    ("he would not comment on the visit", "declines Uu"),
    ("he had not said that the mine was closed", "other Uu"),
    ("at no time did the envoy visit the port", "denies CT-"),
    ("he had dealt with nobody", "denies CT-"),
    ("the pier is to close in May", "intends PR+"),
    ("the aim was to close the pier", "asserts CT+"),
    ("the firm was to blame", "asserts CT+"),
    ("the boat appeared to have sunk", "asserts PR+"),
    ("the most likely cause was a wire", "asserts PR+"),
    ("the dam was an old one", "asserts CT+"),
    ("the report was ignored", "asserts CT+"),
    ("the report will be ignored", "intends PR+"),
    ("the mine would reopen as long as it was pumped", "conditional Uu"),
    ("in the event of rain the mine would flood", "conditional Uu"),
    ("the mine would flood should the rain continue", "conditional Uu"),
    ("had it rained, the mine would have flooded", "conditional Uu"),
    ("anyone who bought the mine would lose money", "conditional Uu"),
    ("he was not yet in a position to confirm the visit", "cannot_confirm Uu"),
    ("the ban was in force, but the envoy had not been warned", "asserts CT+"),
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
        ("<Many> [will question] {if it is fake}.", "other Uu"),
        ("<The firm> [wants] {the union to leave}.", "other Uu"),
        ("<The firm> [wants] {to deny him a chance}.", "intends PR+"),
        ("<The clerk> [was told] {to look the other way}.", "other Uu"),
        ("<The firm> [called] {the letter a forgery}.", "denies CT-"),
        ("<The firm> [called] {the answer laughable}.", "asserts CT+"),
        ("<The firm> [admitted] {that the mine was not safe}.", "confirms CT-"),
        ("<The firm> [acknowledged] {that it would be hard if the price fell}.", "conditional Uu"),
        ("<The firm> [failed to mention] {the visit}.", "other Uu"),
        ("<The firm> [has yet to confirm] {the visit}.", "cannot_confirm Uu"),
        ("<The firm> [would not] {comment}.", "declines Uu"),
        ("<The firm> [did not care about] {the visit}.", "other Uu"),
        ("<The firm> [thought] {it possible that the boat had sunk}.", "asserts PS+"),
        ("<They> [feared] {a strike}.", "intends PS+"),
        ("{“No comment,”} <he> [said].", "declines Uu"),
        ("{“No. 2,”} <he> [said].", "asserts CT+"),
        ("{“We will not pay,”} <the firm> [said].", "intends PR-"),
        ("{“There will be no strike,”} <he> [said].", "denies CT-"),
        ("<The firm> [called baseless] {a report of a leak}.", "denies CT-"),
        ("<The firm> [called long] {a report of a leak}.", "asserts CT+"),
        ("<The firm> [slammed] {the report as pure fiction}.", "denies CT-"),
        ("<The firm> [slammed] {the report as too long}.", "asserts CT+"),
        ("<The firm> [slammed] {the plan as ridiculous}.", "asserts CT+"),
        ("<The firm> [slammed] {the story as a fairy tale}.", "denies CT-"),
        ("{“The mine is safe,”} <the firm> [pushed back].", "asserts CT+"),
        ("{“Absolutely not,”} <he> [said].", "denies CT-"),
        ("{“All lies,”} <he> [said].", "denies CT-"),
        ("{“All quiet,”} <he> [said].", "asserts CT+"),
        ("<The firm> [predicted] {that the mine might flood}.", "intends PS+"),
        ("<The firm> [suggested] {that the mine be closed}.", "other Uu"),
        ("<The firm> [suggested] {that the mine was closed}.", "asserts PR+"),
        ("{“He has no information,”} <he> [said].", "asserts CT+"),
        ("{“Should it rain, the mine will flood,”} <he> [said].", "conditional Uu"),
        ("{“Assuming it rains, the mine will flood,”} <he> [said].", "conditional Uu"),
        ("{If the army struck}, <he> [argued], {the ceasefire “would be a dead letter”}.", "conditional Uu"),
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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pier has closed.", "asserts CT+"),
        ("Nobody was hurt.", "denies CT-"),
        ("The pictures could not be verified.", "cannot_confirm Uu"),
        ("It’s unclear whether the pier will open.", "cannot_confirm Uu"),
        ("Whether the pier will open is far from clear.", "cannot_confirm Uu"),
        ("If the pier opens, the town would gain.", "conditional Uu"),
        ("And the price?", "other Uu"),
    ],
)
def test_own_voice_is_read_by_its_main_clause(sentence, expected) -> None:
    doc = own_voice_doc(sentence)
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert f"{doc.positions[0].stance} {doc.positions[0].certainty}" == expected


def test_a_child_that_is_the_main_clause_leaves_its_row_an_assertion() -> None:
    outer = "<A spokesman> [said] {that the ministry had no information about the trip}."
    stances = [
        one.stance for one in with_child(outer, "the ministry", "had no information about", "the trip")
    ]
    assert [str(one) for one in stances] == ["asserts", "no_knowledge"]


def test_what_somebody_says_of_his_own_beliefs_is_his_position() -> None:
    outer = "<The captain> [said] {he believed the boat had sunk}."
    positions = with_child(outer, "he", "believed", "the boat had sunk")
    assert [f"{one.stance} {one.certainty}" for one in positions] == ["asserts PR+", "asserts PR+"]


def with_child(marked: str, source: str, cue: str, content: str) -> list[Position]:
    """The positions of a marked row and of a row inside it, whose roles are these words."""
    doc = read_marked(marked)
    roles = [
        (Span(doc.text.index(words), doc.text.index(words) + len(words)),) for words in (source, cue, content)
    ]
    child = Attribution("child", *roles, Quoted.INDIRECT, "a0")
    doc.attributions = (*(doc.attributions or ()), child)
    Chains().annotate([doc])
    Positions().annotate([doc])
    return list(doc.positions or ())


@pytest.mark.parametrize(
    "text", ["", "!!!", "No. Verb.", "if", "would not", "not not no", "if if", "“?”", "No 2"]
)
def test_rows_without_a_clause_get_a_position(text) -> None:
    doc = Doc(Article("x", text))
    syntax().annotate([doc])
    span = Span(0, len(text))
    doc.attributions = (Attribution("a1", (), (), (span,), Quoted.DIRECT),)
    doc.own_voice = (Attribution("o1", (), (), (), Quoted.OWN_VOICE),)
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert len(doc.positions) == 2


@pytest.mark.parametrize("content", ["to have no details about the visit", "not to know when he left"])
def test_claimed_ignorance_is_no_knowledge(content: str) -> None:
    (position,) = positions_of(f"<The embassy> [claimed] {{{content}}}.")
    assert (position.stance, position.certainty) == (Stance.NO_KNOWLEDGE, Certainty.UU)


def test_neither_confirming_nor_denying_is_a_refusal() -> None:
    (position,) = positions_of("<The board> [said] {it could neither confirm nor deny the report}.")
    assert (position.stance, position.certainty) == (Stance.DECLINES, Certainty.UU)
