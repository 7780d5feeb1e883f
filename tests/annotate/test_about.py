"""Tests of the participants and places of a content."""

import pytest

from reportedly.annotate.about import Abouts
from reportedly.annotate.chains import Chains
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import About
from tests.annotate.marked import own_voice_doc, read_marked


@pytest.mark.parametrize(
    ("marked", "participants", "places"),
    [
        ("<An aide> [said] {that Gen. Peter Hallworth flew to Moscow}.", ("Peter Hallworth",), ("Moscow",)),
        ("<An aide> [said] {that Russia had delivered the boats}.", (), ("Russia",)),
        ("<An aide> [said] {that Russia's army had delivered the boats}.", (), ()),
        ("<An aide> [said] {that the general visited Russia}.", (), ("Russia",)),
        ("<An aide> [said] {that it rained}.", (), ()),
    ],
)
def test_places_are_where_and_participants_are_who(marked, participants, places) -> None:
    assert _about(marked) == About(participants, places)


def test_names_are_in_their_fullest_form() -> None:
    assert _about("Peter Hallworth spoke.\n<An aide> [said] {that Hallworth left}.").participants == (
        "Peter Hallworth",
    )


def test_a_speaker_who_speaks_of_himself_takes_part() -> None:
    assert _about("<Peter Hallworth> [said] {he would resign}.").participants == ("Peter Hallworth",)


@pytest.mark.parametrize(
    ("marked", "participants", "places"),
    [
        ("<Peter Hallworth> [said:] {“We will see.”}", (), ()),
        ("<The Harbour Ministry> [said] {that it knew nothing}.", ("Harbour Ministry",), ()),
        ("<An aide> [said] {that the army had fired}.", ("army",), ()),
        ("Peter Hallworth left.\n<Ana Brook> [said:] {“He will be back.”}", ("Peter Hallworth",), ()),
        (
            "<An aide> [said] {that Peter Hallworth bought the London plants}.",
            ("Peter Hallworth",),
            ("London",),
        ),
    ],
)
def test_pronouns_and_nouns_stand_for_whom_they_mean(marked, participants, places) -> None:
    assert _about(marked) == About(participants, places)


@pytest.mark.parametrize("place", ["flew to Qaldorim", "lived in Qaldorim", "left the town of Qaldorim"])
def test_a_strange_name_is_a_place_by_the_words_around_it(place: str) -> None:
    assert _about(f"<An aide> [said] {{that Peter Hallworth {place}}}.").places == ("Qaldorim",)


@pytest.mark.parametrize("noun", load_words("bodies")["common"].tested)
def test_a_common_noun_for_a_body_takes_part(noun: str) -> None:
    words = load_words("bodies")["common"].example.format(word=noun)
    assert _about(words).participants == (noun,)


@pytest.mark.parametrize(
    "text", ["", "He.", "“" * 50 + "he" + "”" * 50, "A B " * 400, "’s ’s the it its " * 60]
)
def test_hostile_words_in_a_content_never_raise(text: str) -> None:
    doc = own_voice_doc(text)
    Chains().annotate([doc])
    Abouts().annotate([doc])
    assert len(doc.abouts or ()) == len(doc.rows)


def _about(marked: str) -> About:
    doc = read_marked(marked)
    Chains().annotate([doc])
    Abouts().annotate([doc])
    return doc.abouts[-1]
