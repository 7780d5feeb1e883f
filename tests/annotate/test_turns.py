"""Tests of turns: who speaks in an interview printed as questions and answers."""

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook
from reportedly.annotate.turns import Turns
from reportedly.facts.outlets import load_outlets
from reportedly.lang.lexicon import load_words
from tests.annotate.marked import crumbs, own_voice_doc, read_marked

OPENING = "The Gazette interviewed Ana Brook, the harbour master, about the pier.\n"
QUESTIONS = (
    "When did you close the pier?\nI closed it in May, and we told the fishermen.\n"
    "Who will pay for it?\nMy office will. I asked the mayor.\n"
)
LABELLED = (
    "Ana Brook met Peter Hallworth.\n{first}: Did the pier close?\n{second}: I closed it.\n"
    "{first}: And the ferry?\n{second}: My office sank it.\n"
)


def _turns(text: str, **fields: object) -> Turns:
    index = DocIndex(own_voice_doc(text, **fields))
    return Turns(index, NameBook(index, load_outlets()), fields.get("title"))


def _speaker(text: str, words: str, **fields: object) -> str | None:
    turn = _turns(text, **fields).at(text.index(words))
    return turn.speaker.name if turn and turn.speaker else None


def test_whoever_answers_is_the_person_who_was_interviewed() -> None:
    assert _speaker(OPENING + QUESTIONS, "I closed it") == "Ana Brook"


def test_whoever_asks_speaks_to_that_person() -> None:
    text = OPENING + QUESTIONS
    turn = _turns(text).at(text.index("When did you"))
    assert (turn.speaker, turn.addressee.name) == (None, "Ana Brook")


@pytest.mark.parametrize(
    "text",
    [
        QUESTIONS,
        "Ana Brook is the harbour master.\n" + QUESTIONS,
        OPENING + "The pier is old.\nWhy did nobody mend it?\nThe mayor had no money.\n",
        "The Gazette interviewed Ana Brook and Peter Hallworth.\n" + QUESTIONS,
    ],
    ids=["no opening", "no interview", "no answers", "two people"],
)
def test_an_article_that_names_no_single_interviewee_has_no_turns(text) -> None:
    assert _turns(text).at(len(text) - 5) is None


def test_a_topic_is_not_interviewed() -> None:
    text = (
        "The Gazette interviewed Ana Brook about Peter Hallworth. Hallworth fell. Hallworth left.\n"
        + QUESTIONS
    )
    assert _speaker(text, "I closed it") == "Ana Brook"


def test_the_headline_may_name_the_person() -> None:
    text = "The harbour master has a plan. Ana Brook is new.\n" + QUESTIONS
    assert _speaker(text, "I closed it", title="Interview: Ana Brook on the pier") == "Ana Brook"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Peter Hallworth", "Ana Brook"), ("Hallworth", "Brook"), ("PH", "AB"), ("Hallworth (laughs)", "Brook")],
)
def test_labels_before_turns_say_who_speaks(first, second) -> None:
    assert _speaker(LABELLED.format(first=first, second=second), "I closed it") == "Ana Brook"


@pytest.mark.parametrize("label", load_words("turns")["answers"].tested)
def test_every_label_of_answers_is_the_person_who_was_interviewed(label) -> None:
    text = OPENING + LABELLED.format(first="Q", second=label).partition("\n")[2]
    assert _speaker(text, "I closed it") == "Ana Brook"


@pytest.mark.parametrize("label", load_words("turns")["questions"].tested)
def test_every_label_of_questions_is_nobody_who_is_named(label) -> None:
    text = OPENING + LABELLED.format(first=label, second="A").partition("\n")[2]
    turn = _turns(text).at(text.index("Did the pier"))
    assert turn is not None
    assert turn.speaker is None


def test_i_and_you_in_an_interview_are_the_same_person() -> None:
    doc = read_marked(
        OPENING + "Do <you> [think] {it is old}?\n<I> [think] {it is}.\nDid you mend it?\nI did not."
    )
    Chains().annotate([doc])
    assert [crumbs(chain) for chain in doc.chains] == [["Ana Brook"], ["Ana Brook"]]


def test_a_long_interview_is_read_in_linear_time_and_without_exception() -> None:
    text = OPENING + QUESTIONS * 400
    assert _turns(text).at(len(text) - 5) is not None
