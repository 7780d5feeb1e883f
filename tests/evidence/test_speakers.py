"""Who is who: names in short and in full, and those who speak for somebody."""

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.claim import Surroundings
from tests.evidence.made import CLAIM, MINISTRY, OFFICIAL, SPOKESMAN, WIRE, document, row, unnamed


def body(name: str) -> ChainLink:
    return ChainLink(SourceKind.ORGANISATION, name)


def person(name: str) -> ChainLink:
    return ChainLink(SourceKind.PERSON, name)


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        (MINISTRY, body("Kelvaria"), 1),
        (MINISTRY, body("the Foreign Ministry"), 1),
        (MINISTRY, body("Ministry of Foreign Affairs of Kelvaria"), 1),
        (MINISTRY, body("Ostrenia’s Foreign Ministry"), 2),
        (body("Council of the Straits"), body("CS"), 1),
        (body("World Grain Organisation"), body("WGO"), 1),
        (body("World Grain Organisation"), body("WHO"), 2),
        (body("World Hay Organisation"), body("the WHO"), 1),
        (person("Íñigo Larreta"), person("Inigo Larreta"), 1),
        (MINISTRY, body("Kelvaria’s Defence Ministry"), 2),
        (body("Sorrin provincial rescue service"), body("rescue service in Sorrin"), 1),
        (body("rescue service in Sorrin"), body("provincial rescue service"), 1),
        (body("UN mission on Kelvaria"), body("Kelvaria"), 2),
        (person("Alistair Monkton"), person("Sir Alistair Monkton"), 1),
        (person("Alistair Monkton"), person("Monkton"), 1),
        (person("Alistair Monkton"), person("Imogen Monkton"), 2),
        (
            document("report by the Council of the Straits"),
            document("report by the Council of the Straits"),
            1,
        ),
        (document("memo"), document("memo"), 2),
    ],
)
def test_names_of_one_speaker_are_one_origin(one: ChainLink, other: ChainLink, origins: int) -> None:
    assert weigh(CLAIM, [row("Gazette", one), row("Courier", other)]).independent_origins == origins


def test_a_short_name_that_two_can_bear_joins_neither() -> None:
    rows = [
        row("Gazette", person("Ann Monkton")),
        row("Post", person("Bea Monkton")),
        row("Courier", person("Monkton")),
    ]
    assert weigh(CLAIM, rows).independent_origins == 3


@pytest.mark.parametrize(
    ("words", "origins"),
    [
        ("the ministry’s spokeswoman, Dana Ims", 1),
        ("Dana Ims, a spokeswoman for Kelvaria’s Foreign Ministry", 1),
        ("deputy foreign minister Dana Ims", 1),
        ("Dana Ims, a former employee of the ministry", 2),
        ("Dana Ims, a surgeon", 2),
    ],
)
def test_who_speaks_for_a_body_is_one_origin_with_it(words: str, origins: int) -> None:
    rows = [row("Gazette", MINISTRY), row("Gazette", SPOKESMAN, place=9, source=words)]
    assert weigh(CLAIM, rows).independent_origins == origins


def test_the_introduction_may_stand_in_a_row_about_another_claim() -> None:
    rows = [row("Gazette", MINISTRY), row("Courier", SPOKESMAN, source="she")]
    introduction = row(
        "Courier", SPOKESMAN, place=5, source="Dana Ims, spokeswoman for Kelvaria’s Foreign Ministry"
    )
    assert weigh(CLAIM, rows).independent_origins == 2
    assert weigh(CLAIM, rows, Surroundings(others=[introduction])).independent_origins == 1


def test_a_spokesman_without_a_name_speaks_for_the_body_of_his_article() -> None:
    rows = [row("Gazette", MINISTRY), row("Gazette", unnamed("spokesman"), place=9, source="a spokesman")]
    assert weigh(CLAIM, rows).independent_origins == 1


def test_a_bystander_in_an_agencys_text_is_one_of_its_dispatchs_voices() -> None:
    resident = row("Gazette", WIRE, person("Ann Bo"), place=9, source="Ann Bo, a resident")
    assert weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), resident]).independent_origins == 1
    minister = row("Gazette", WIRE, person("Ann Bo"), place=9, source="the prime minister, Ann Bo")
    assert weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), minister]).independent_origins == 2


def test_a_bodys_own_document_is_one_origin_with_its_word() -> None:
    rows = [row("Gazette", MINISTRY), row("Courier", MINISTRY, document("communiqué"))]
    assert weigh(CLAIM, rows).independent_origins == 1
    passed_on = [row("Gazette", SPOKESMAN), row("Courier", SPOKESMAN, document("report of the Council"))]
    assert weigh(CLAIM, passed_on).independent_origins == 2


@pytest.mark.parametrize("words", ["Dana Ims, a lawmaker of Kelvaria", "the Kelvarian lawyer Dana Ims"])
def test_not_everybody_from_a_state_speaks_for_it(words: str) -> None:
    rows = [row("Gazette", body("Kelvaria")), row("Gazette", SPOKESMAN, place=9, source=words)]
    assert weigh(CLAIM, rows).independent_origins == 2


@pytest.mark.parametrize(
    ("described", "source", "origins"),
    [
        ("mayor of Tarvo", "the mayor of Tarvo", 1),
        ("Tarvo’s mayor", "Tarvo’s mayor", 1),
        ("mayor of Tarvo", "a mayor of Tarvo", 2),
        ("mayor of Qaldas", "the mayor of Qaldas", 2),
        ("mayor", "the mayor", 2),
        ("Tarvo mayor", "a Tarvo mayor", 2),
    ],
)
def test_an_office_without_a_name_is_its_bearers(described: str, source: str, origins: int) -> None:
    rows = [
        row("Gazette", SPOKESMAN, source="the mayor of Tarvo, Dana Ims"),
        row("Courier", unnamed(described), source=source),
    ]
    assert weigh(CLAIM, rows).independent_origins == origins
