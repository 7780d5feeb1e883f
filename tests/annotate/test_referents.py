"""Tests of referents: names and nouns that a pronoun may mean."""

import pytest

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.referents import Referent, find_referents, gender_of_noun, noun_phrase
from reportedly.facts.outlets import load_outlets
from reportedly.lang.lexicon import load_words
from tests.annotate.marked import own_voice_doc

WORDS = load_words("pronouns")


def _referents(text: str) -> list[Referent]:
    index = DocIndex(own_voice_doc(text))
    names = NameBook(index, load_outlets())
    return find_referents(index, names, find_roles(index, names))


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("Ana Brook opened the fair.", ["person"]),
        ("A teacher met the ministry.", ["person", "body"]),
        ("Teachers opened the fair.", ["group"]),
        ("The police came.", ["group"]),
        ("Designers opened the fair.", ["group"]),
        ("The rain fell on the roof.", []),
    ],
)
def test_people_groups_and_bodies_are_found(text, sorts) -> None:
    assert [one.sort for one in _referents(text)] == sorts


def test_a_noun_that_explains_a_name_is_no_second_person() -> None:
    found = [
        one for one in _referents("The spokeswoman, Ana Brook, opened the fair.") if one.sort == "person"
    ]
    assert [one.person for one in found] == ["Ana Brook"]


def test_the_woman_is_the_woman_before_and_a_woman_is_another() -> None:
    found = [one.key for one in _referents("A woman came. The woman slept. A woman left.") if one.gender]
    assert found[0] == found[1] != found[2]


def test_the_general_is_the_general_who_was_named() -> None:
    found = _referents("General Ana Brook came. The general slept.")
    assert [one.person for one in found] == ["Ana Brook", "Ana Brook"]


@pytest.mark.parametrize(
    ("key", "gender"), [("nouns_female", "female"), ("nouns_male", "male")], ids=["female", "male"]
)
def test_every_gendered_noun_is_of_its_lists_gender(key, gender) -> None:
    assert {gender_of_noun(word) for word in WORDS[key].words} == {gender}


def test_a_noun_phrase_has_what_stands_before_and_its_preposition() -> None:
    index = DocIndex(own_voice_doc("An old woman from the harbour spoke."))
    words = index.span(noun_phrase(index, 2).start, noun_phrase(index, 2).stop - 1).words(index.text)
    assert words == "An old woman from the harbour"
