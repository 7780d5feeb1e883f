"""Every entry of every word list is run through the real code by its own example."""

import re

import pytest

from reportedly.annotate.anonymity import find_grounds
from reportedly.annotate.chains import Chains
from reportedly.annotate.positions import Positions
from reportedly.lang.lexicon import load_cues, load_patterns, load_words, read_cues
from reportedly.types.attribution import SourceKind
from tests.annotate.marked import chains_of, crumbs, own_voice_doc, positions_of

NOUNS = load_words("nouns")
CONTENT = load_words("content")
RELAYS = load_words("relays")
# Nouns that stand in two lists are read by the first: an unnamed person, a group, a body, a document.
KINDS = {
    "person": {SourceKind.UNNAMED},
    "collective": {SourceKind.COLLECTIVE},
    "document": {SourceKind.DOCUMENT, SourceKind.COLLECTIVE},
    "organisation": {SourceKind.ORGANISATION, SourceKind.COLLECTIVE, SourceKind.DOCUMENT},
}


@pytest.mark.parametrize("cue", read_cues(), ids=lambda cue: re.sub(r"[^\w ]", "", cue.example))
def test_every_cue_gives_the_position_of_its_example(cue) -> None:
    position = positions_of(cue.example)[0]
    assert (position.stance, position.certainty) == (cue.expected.stance, cue.expected.certainty)


@pytest.mark.parametrize("cue", [cue for cue in read_cues() if cue.is_hedge], ids=lambda cue: cue.example)
def test_every_hedging_cue_is_the_reporters_hedge(cue) -> None:
    assert positions_of(cue.example)[0].reporter_hedge is not None


@pytest.mark.parametrize("word", sorted(load_cues().deleted_sources))
def test_every_adverb_of_a_deleted_source_is_an_unspecified_link_and_a_hedge(word) -> None:
    doc = own_voice_doc(f"The clerk {word} took the money.")
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert [link.kind for link in doc.chains[0].links] == [SourceKind.OUTLET, SourceKind.UNSPECIFIED]
    assert doc.positions[0].reporter_hedge == word


@pytest.mark.parametrize("word", sorted(load_cues().doubts))
def test_every_doubting_adverb_is_a_hedge_without_a_link(word) -> None:
    doc = own_voice_doc(f"The mine was {word} closed.")
    Chains().annotate([doc])
    Positions().annotate([doc])
    assert len(doc.chains[0].links) == 1
    assert doc.positions[0].reporter_hedge == word


@pytest.mark.parametrize(
    ("key", "word"),
    [(key, word) for key, one in CONTENT.items() if one.expected for word in one.tested],
)
def test_every_content_word_gives_the_position_of_its_example(key, word) -> None:
    sentence = CONTENT[key].example.format(word=word)
    subject, cue, content = sentence.rstrip(".").split(" ", 2)
    position = positions_of(f"<{subject}> [{cue}] {{{content}}}.")[0]
    assert f"{position.stance} {position.certainty}" == CONTENT[key].expected


@pytest.mark.parametrize(("key", "word"), [(key, word) for key in KINDS for word in NOUNS[key].tested])
def test_every_noun_is_of_its_lists_kind(key, word) -> None:
    sentence = NOUNS[key].example.format(word=word)
    source, _, rest = sentence.partition(" said ")
    link = chains_of(f"<{source}> [said] {{{rest[:-1]}}}.")[0].innermost
    assert link.kind in KINDS[key]


@pytest.mark.parametrize("word", NOUNS["group"].tested)
def test_every_group_noun_in_the_plural_is_a_collective(word) -> None:
    plural = _plural(word)
    link = chains_of(f"<Many {plural}> [said] {{that the bridge was closed}}.")[0].innermost
    assert link.kind in {SourceKind.COLLECTIVE, SourceKind.UNNAMED}
    assert link.name or link.count == "several"


@pytest.mark.parametrize("word", [*NOUNS["outlets"].tested])
def test_every_outlet_noun_calls_the_outlet_before(word) -> None:
    marked = f"Reporters of the Jakarta Post were there.\n<The {word}> [said] {{that the bridge was closed}}."
    assert crumbs(chains_of(marked)[0]) == ["Jakarta Post"]


@pytest.mark.parametrize(
    ("key", "word"),
    [(key, word) for key in ("agency_terms", "agency_names") for word in NOUNS[key].tested]
    + [
        (key, word)
        for key in (
            "outlet_terms",
            "outlet_titles",
            "sure_papers",
            "likely_papers",
            "station_names",
            "broadcasts",
        )
        for word in NOUNS[key].tested
    ],
)
def test_every_word_beside_an_outlets_name_shows_what_it_is(key, word) -> None:
    source = NOUNS[key].example.format(word=word).partition(" said ")[0]
    kind = SourceKind.WIRE_AGENCY if key.startswith("agency") else SourceKind.OUTLET
    assert chains_of(f"<{source}> [said] {{that it was closed}}.")[0].innermost.kind is kind


@pytest.mark.parametrize(
    ("key", "word"),
    [
        (key, word)
        for key in ("bodies", "introducing", "firm_names", "ministries")
        for word in NOUNS[key].tested
    ],
)
def test_every_word_of_a_body_makes_an_organisation(key, word) -> None:
    source = NOUNS[key].example.format(word=word).partition(" said ")[0]
    link = chains_of(f"<{source}> [said] {{that it was closed}}.")[0].innermost
    assert link.kind is SourceKind.ORGANISATION


@pytest.mark.parametrize("word", NOUNS["press_offices"].tested)
def test_every_press_office_speaks_for_its_body(word) -> None:
    source = NOUNS["press_offices"].example.format(word=word).partition(" said ")[0]
    assert crumbs(chains_of(f"<{source}> [said] {{it was closed}}.")[0]) == ["Fisheries Ministry"]


@pytest.mark.parametrize("word", NOUNS["possessives"].tested)
def test_every_possessive_is_left_out_of_a_bodys_name(word) -> None:
    source = NOUNS["possessives"].example.format(word=word).partition(" said ")[0]
    assert crumbs(chains_of(f"<{source}> [said] {{it was closed}}.")[0]) == ["party"]


@pytest.mark.parametrize("word", sorted(NOUNS["approximate"].words))
def test_every_word_about_a_number_belongs_to_what_is_counted(word) -> None:
    chain = chains_of(f"{word.capitalize()} <two officials> [said] {{it was closed}}.")[0]
    assert crumbs(chain) == [f"{word.capitalize()} two officials"]


@pytest.mark.parametrize("word", NOUNS["generic_names"].tested)
def test_every_generic_word_may_be_left_out_of_the_publishers_name(word) -> None:
    chain = chains_of("<An aide> [told] Meridian {it was closed}.", outlet=f"Meridian {word}")[0]
    assert crumbs(chain) == ["aide"]


@pytest.mark.parametrize("word", sorted(NOUNS["document_nouns"].words))
def test_every_noun_for_documents_calls_the_one_before(word) -> None:
    marked = f"<A secret memo> [said] {{it closed}}.\n<The {word}> [said] {{it rusted}}."
    assert crumbs(chains_of(marked)[-1]) == ["secret memo"]


@pytest.mark.parametrize("word", sorted(NOUNS["paper_names"].tested))
def test_every_paper_may_call_itself_by_the_last_word_of_its_name(word) -> None:
    marked = f"<An aide> [told] the {word.capitalize()} {{that it was closed}}."
    chain = chains_of(marked, outlet=f"The Dunmarrow {word.capitalize()}")[0]
    assert (crumbs(chain), chain.addressee) == (["aide"], None)


@pytest.mark.parametrize("word", sorted(NOUNS["knowing"].words))
def test_people_who_know_are_unnamed_sources(word) -> None:
    source = {"knowledge": "People with knowledge of it", "close": "People close to it"}.get(word)
    link = chains_of(f"<{source or f'People {word} with it'}> [said] {{it was closed}}.")[0].innermost
    assert link.kind is SourceKind.UNNAMED


@pytest.mark.parametrize("word", NOUNS["anonymous"].tested)
def test_every_word_for_anonymous_is_left_out_of_the_description(word) -> None:
    assert crumbs(chains_of(f"<An {word} official> [said] {{that it was closed}}.")[0]) == ["official"]


@pytest.mark.parametrize("key", [key for key in RELAYS if RELAYS[key].example.startswith(("<", "{", "C"))])
def test_every_relay_example_names_its_source(key) -> None:
    word = next(iter(RELAYS[key].tested))
    assert crumbs(chains_of(RELAYS[key].example.replace("{word}", word))[0])


@pytest.mark.parametrize("one", load_patterns("anonymity", "conditions"), ids=lambda one: one.example)
def test_every_condition_is_found_in_its_example(one) -> None:
    assert find_grounds(one.example).condition == one.expected


@pytest.mark.parametrize("one", load_patterns("anonymity", "reasons"), ids=lambda one: one.example)
def test_every_reason_is_found_in_its_example(one) -> None:
    assert find_grounds(one.example).reason == one.expected


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


@pytest.mark.parametrize("word", NOUNS["epithets"].tested)
def test_every_epithet_calls_the_person_of_whom_the_article_speaks(word) -> None:
    marked = f"Mary Hallworth opened the fair.\n<The {word}> [said] {{that the bridge was closed}}."
    assert crumbs(chains_of(marked)[0]) == ["Mary Hallworth"]


@pytest.mark.parametrize("word", [*NOUNS["pronouns_several"].tested, *NOUNS["pronouns_thing"].tested])
def test_a_pronoun_without_antecedent_names_nobody(word) -> None:
    assert (
        chains_of(f"<{word.capitalize()}> [said] {{that the bridge was closed}}.")[0].innermost.name is None
    )
