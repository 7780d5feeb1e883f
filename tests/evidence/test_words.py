"""Words by their roots, passages in quotation marks, and the lists by which origins are told apart."""

import pytest

from reportedly.evidence.doubts import may_be_one
from reportedly.evidence.weigh import weigh
from reportedly.evidence.words import is_correction, quotations, roots
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceKind
from tests.evidence.made import CLAIM, MINISTRY, OFFICIAL, SPOKESMAN, WIRE, row

LISTS = load_words("origins")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the minister", "Ministry"),
        ("Kelvaria’s", "Kelvarian"),
        ("rescuers", "rescue"),
        ("a spokesman", "spokeswoman"),
    ],
)
def test_forms_of_one_word_share_a_root(one: str, other: str) -> None:
    assert roots(one) == roots(other)


@pytest.mark.parametrize(
    ("content", "passages"),
    [
        ("it was “a grave breach” of the ban", [("a", "grave", "breach")]),
        ('"He came," she said, "and left."', [("he", "came"), ("and", "left")]),
        ("‘They’ll shut us down’", [("they", "ll", "shut", "us", "down")]),
        ("nothing is quoted", []),
    ],
)
def test_quoted_passages_are_found(content: str, passages: list[tuple[str, ...]]) -> None:
    assert list(quotations(content)) == passages


@pytest.mark.parametrize("word", sorted(LISTS["correcting"].words))
def test_every_correcting_phrase_takes_something_back(word: str) -> None:
    assert is_correction(LISTS["correcting"].example.format(word=word.capitalize()))


@pytest.mark.parametrize("word", sorted(LISTS["private"].words))
def test_every_private_person_is_a_voice_of_the_dispatch(word: str) -> None:
    source = LISTS["private"].example.format(word=word).partition(" told")[0]
    dana = row("Gazette", WIRE, ChainLink(SourceKind.PERSON, "Dana Ims"), place=9, source=source)
    assert weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), dana]).independent_origins == 1


@pytest.mark.parametrize("word", sorted(LISTS["media"].words))
def test_every_word_for_media_means_reports_before(word: str) -> None:
    described = LISTS["media"].example.format(word=word).removesuffix(" say so.")
    media = row("Courier", ChainLink(SourceKind.COLLECTIVE, described), published="2021-03-09")
    assert weigh(CLAIM, [row("Gazette", OFFICIAL), media]).independent_origins == 1


@pytest.mark.parametrize("word", sorted(LISTS["anyone"].words))
def test_anyone_may_be_every_unnamed_source(word: str) -> None:
    described = LISTS["anyone"].example.format(word=word).removeprefix("A ").removesuffix(" said so.")
    assert may_be_one(described, "banker")


@pytest.mark.parametrize("word", sorted(LISTS["wide"].words))
def test_every_wide_word_leaves_a_narrower_one_open(word: str) -> None:
    described = LISTS["wide"].example.format(word=word).removesuffix(" said so.")
    assert may_be_one(described, "Belgian diplomat")


@pytest.mark.parametrize("word", sorted(LISTS["stopping"].words))
def test_the_noun_of_a_description_stands_before_every_stopping_word(word: str) -> None:
    described = LISTS["stopping"].example.format(word=word)
    assert may_be_one(described, "senior official")


@pytest.mark.parametrize("word", sorted(LISTS["acting"].words))
def test_people_who_act_as_a_body_are_one_origin_whoever_relays_them(word: str) -> None:
    name = LISTS["acting"].example.format(word=word).removesuffix(" said so.")
    body = ChainLink(SourceKind.COLLECTIVE, name)
    assert weigh(CLAIM, [row("Gazette", body), row("Courier", body)]).independent_origins == 1


STATE = ChainLink(SourceKind.ORGANISATION, "Kelvaria")


@pytest.mark.parametrize(
    ("key", "word", "body", "origins"),
    [
        *(("governing", word, STATE, 1) for word in sorted(LISTS["governing"].words)),
        *(("relative", word, MINISTRY, 2) for word in sorted(LISTS["relative"].words)),
        *(("leading", word, MINISTRY, 1) for word in sorted(LISTS["leading"].words)),
        *(("elsewhere", word, STATE, 2) for word in sorted(LISTS["elsewhere"].words)),
    ],
)
def test_every_word_of_an_introduction_says_for_whom_somebody_speaks(key, word, body, origins) -> None:
    source = LISTS[key].example.format(word=word)
    rows = [row("Gazette", body), row("Gazette", SPOKESMAN, place=9, source=source)]
    assert weigh(CLAIM, rows).independent_origins == origins
