"""Tests of the pronoun reader: what "he", "she" and "they" are tied to."""

import pytest

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.pronouns import PronounReader, heaviest, pronoun_kinds
from reportedly.facts.outlets import load_outlets
from reportedly.models.pronoun_weights import load_pronoun_weights
from reportedly.types.doc import Doc
from tests.annotate.marked import own_voice_doc, read_marked


def _meant(doc: Doc) -> dict[str, str]:
    """What each pronoun is tied to, by its words: the key of a name, or the noun."""
    index = DocIndex(doc)
    names = NameBook(index, load_outlets())
    reader = PronounReader(
        index, names, find_roles(index, names), doc.attributions or (), heaviest(load_pronoun_weights())
    )
    found = reader.read()
    return {index.lower(number): one.person or index.word(one.number) for number, one in found.items()}


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Mary Hallworth opened the fair. She left early.", "she", "Mary Hallworth"),
        ("Mary Hallworth met Peter Brook. He left early.", "he", "Peter Brook"),
        ("Peter Brook met Mary Hallworth. He left early.", "he", "Peter Brook"),
        ("A woman opened the fair. She left early.", "she", "woman"),
        ("There was a woman who slept, and she left early.", "she", "woman"),
        ("The spokeswoman, Oskel Varrin, met Peter Brook. She left early.", "she", "Oskel Varrin"),
        ("General Tor Brook fell ill. The general slept. He left early.", "he", "Tor Brook"),
        ("Residents closed the road. They left early.", "they", "Residents"),
    ],
)
def test_a_pronoun_means_the_nearest_fitting_thing(text, pronoun, meant) -> None:
    assert _meant(own_voice_doc(text))[pronoun] == meant


@pytest.mark.parametrize("pronoun", sorted(pronoun_kinds()))
def test_a_pronoun_without_anything_before_it_means_nothing(pronoun) -> None:
    assert _meant(own_voice_doc(f"The sea saw {pronoun} again.")) == {}


def test_a_person_of_the_other_gender_is_never_meant() -> None:
    assert "he" not in _meant(own_voice_doc("Mary Hallworth opened the fair. He left early."))


def test_what_one_pronoun_showed_of_a_person_bars_the_other() -> None:
    text = "Oskel Varrin opened the fair. She left early. Tor Brook stayed, and he slept."
    assert _meant(own_voice_doc(text))["he"] == "Tor Brook"


def test_a_source_is_nobody_who_stands_in_its_own_words() -> None:
    doc = read_marked("Tor Brook spoke.\n{“Peter Hallworth closed the pier,”} <he> [said].")
    assert _meant(doc).get("he") in {"Tor Brook", None}


@pytest.mark.parametrize(
    "text",
    ["", "He", "he " * 2_000, "He said she said they said. " * 700, "word " * 5_000 + "he said", "\n" * 500],
    ids=["nothing", "one word", "2,000 pronouns", "2,100 pronouns", "5,000 words", "blank lines"],
)
def test_odd_texts_are_read_without_exception(text) -> None:
    assert isinstance(_meant(own_voice_doc(text)), dict)


def test_choosing_takes_the_heaviest_and_nothing_where_none_outweighs_nothing() -> None:
    doc = own_voice_doc("Mary Hallworth met Ana Brook. She left.")
    index = DocIndex(doc)
    names = NameBook(index, load_outlets())
    nothing = heaviest({"person": {"near": -1.0}, "several": {}})
    assert PronounReader(index, names, (), (), nothing).read() == {}
    last = heaviest({"person": {"near": 1.0, "rank": -1.0}, "several": {}})
    found = PronounReader(index, names, (), (), last).read()
    assert [one.person for one in found.values()] == ["Ana Brook"]
