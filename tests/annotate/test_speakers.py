"""Tests of speakers: who the pronouns and nouns mean that are sources."""

import time

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.quotations import Quotations
from reportedly.annotate.syntax import Syntax
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import SourceKind
from reportedly.types.doc import Doc
from tests.annotate.marked import chains_of, crumbs, read_marked

SAID = " [said] {it closed}."


def _quoted(marked: str, **fields: object) -> Doc:
    doc = read_marked(marked, **fields)
    Quotations().annotate([doc])
    Chains().annotate([doc])
    return doc


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Mary Hallworth met Peter Brook.\n<He>" + SAID, ["Peter Brook"]),
        ("Mary Hallworth met Peter Brook.\n<She>" + SAID, ["Mary Hallworth"]),
        ("<Ana Brook> [said] {Tor Vik had lied}.\n<She>" + SAID, ["Ana Brook"]),
        ("A woman opened the gate.\n<She>" + SAID, ["woman"]),
        ("<A guard> [said] {it was old}.\n<He>" + SAID, ["guard"]),
        ("<Residents> [said] {it was old}.\n<They>" + SAID, ["Residents"]),
        ("<Three officials> [said] {it was old}.\n<They>" + SAID, ["Three officials"]),
        ("<The spokeswoman, Oskel Varrin,> [said] {it was old}.\n<She>" + SAID, ["Oskel Varrin"]),
        ("The Port Ministry opened the fair.\n<The ministry>" + SAID, ["Port Ministry"]),
        ("<She>" + SAID, ["unspecified"]),
        ("Peter Brook left.\n<She>" + SAID, ["unspecified"]),
    ],
)
def test_a_pronoun_or_noun_is_tied_to_the_fullest_mention(marked, expected) -> None:
    assert crumbs(chains_of(marked)[-1]) == expected


def test_an_official_who_was_unnamed_stays_unnamed() -> None:
    chains = chains_of("Ana Brook left. <A senior official> [said] {it was old}.\n<The official>" + SAID)
    assert (chains[1].innermost.kind, crumbs(chains[1])) == (SourceKind.UNNAMED, ["senior official"])


def test_what_an_unnamed_person_told_an_agency_is_carried_to_the_pronoun() -> None:
    chains = chains_of("<A port official> [told] Reuters {that it was old}.\n<He>" + SAID)
    assert crumbs(chains[1]) == ["Reuters", "port official"]


@pytest.mark.parametrize("word", load_words("nouns")["companies"].tested)
def test_every_word_for_companies_calls_the_organisation_before(word) -> None:
    marked = f"The Harlow Foods Corporation opened a bridge.\n<The {word}>{SAID}"
    assert crumbs(chains_of(marked)[0]) == ["Harlow Foods Corporation"]


@pytest.mark.parametrize("key", ["nouns_female", "nouns_male"])
def test_every_gendered_noun_is_meant_by_its_pronoun(key) -> None:
    pronoun = "She" if key == "nouns_female" else "He"
    for word in ("woman", "spokeswoman", "actress") if pronoun == "She" else ("man", "spokesman", "actor"):
        assert word in load_words("pronouns")[key]
        assert crumbs(chains_of(f"A {word} opened the gate.\n<{pronoun}>{SAID}")[0]) == [word]


def test_i_in_a_quotation_is_its_speaker() -> None:
    doc = _quoted("{“The pier closed, I think,”} <Ana Brook> [said].\n“Then <I> [thought] {it sank}.”")
    assert crumbs(doc.chains[0]) == ["Ana Brook"]


def test_a_quotation_that_goes_on_after_its_speaker_is_still_hers() -> None:
    text = "{“It closed,”} <Ana Brook> [said]. “<I> [think] {it sank}.”"
    first, second = text.split(" “<I>")
    doc = read_marked(first + "\n“<I>" + second)
    joined = doc.text.replace("\n", " ")
    same = Doc(type(doc.article)("x", joined, outlet="Harbour Gazette"))
    Syntax().annotate([same])
    same.attributions, same.own_voice = doc.attributions, ()
    Quotations().annotate([same])
    Chains().annotate([same])
    assert crumbs(same.chains[1]) == ["Ana Brook"]


def test_i_in_reported_words_is_not_their_source() -> None:
    chains = _quoted("<Ana Brook> [said] {it closed}.\n<I> [think] {it sank}.", author="Tor Vik").chains
    assert crumbs(chains[1]) == ["Tor Vik"]


@pytest.mark.parametrize(
    "marked",
    ["<He>" + SAID + "\n", "<The man>" + SAID + "\n", "<They>" + SAID + "\n", "<I>" + SAID + "\n"],
)
def test_many_sources_without_a_name_take_no_more_than_linear_time(marked) -> None:
    small, large = read_marked(marked * 20), read_marked(marked * 200)
    seconds = []
    for doc in (small, large):
        start = time.perf_counter()
        Chains().annotate([doc])
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 25 * max(seconds[0], 0.02)


def test_a_paragraph_of_five_thousand_words_is_read() -> None:
    chains = chains_of("the pier " * 2_500 + "and <he> [said] {it closed}.")
    assert crumbs(chains[0]) == ["unspecified"]
