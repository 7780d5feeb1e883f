"""Tests of outlets and agencies that no list holds: what an article's own words show."""

import pytest

from reportedly.types.attribution import SourceKind
from tests.annotate.marked import chains_of, crumbs

AGENCY, OUTLET = SourceKind.WIRE_AGENCY, SourceKind.OUTLET
NAMED = [
    ("<The news agency Nordlys> [said] {it closed}.", "Nordlys", AGENCY),
    ("<The Nordlys news agency> [said] {it closed}.", "Nordlys", AGENCY),
    ("<The Iranian state news agency Nordlys> [said] {it closed}.", "Nordlys", AGENCY),
    ("Nordlys, an independent news agency, opened.\n<Nordlys> [said] {it closed}.", "Nordlys", AGENCY),
    ("<The Baltic News Service> [said] {it closed}.", "Baltic News Service", AGENCY),
    ("<Meridian Wire> [said] {it closed}.", "Meridian Wire", AGENCY),
    ("<Fjordwire> [reported] {that it closed}.", "Fjordwire", AGENCY),
    ("<Ostbote> [reported] {that it closed}.\nThe agency has an office.", "Ostbote", AGENCY),
    ("{It closed}, [according to] <the newspaper Dagsposten>.", "Dagsposten", OUTLET),
    ("<Norlandia’s Rikstidningen newspaper> [said] {it closed}.", "Rikstidningen", OUTLET),
    ("<The Larkfield Gazette> [said] {it closed}.", "Larkfield Gazette", OUTLET),
    ("<Radio Polder> [said] {it closed}.", "Radio Polder", OUTLET),
    ("<Dagsposten> [reported] {that it closed}.", "Dagsposten", OUTLET),
    ("<The website Quayside Watch> [said] {it closed}.", "Quayside Watch", OUTLET),
    ("<The Voice of Sarn> [reported] {it closed}.", "Voice of Sarn", OUTLET),
    ("<The Selby Ledger> [said] {it closed}.", "Selby Ledger", OUTLET),
]


@pytest.mark.parametrize(("marked", "name", "kind"), NAMED, ids=[case[0] for case in NAMED])
def test_the_words_beside_a_name_show_an_outlet(marked, name, kind) -> None:
    link = chains_of(marked)[0].innermost
    assert (link.name, link.kind) == (name, kind)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<An aide> [told] the Nordlys news agency {that it closed}.", ["Nordlys", "aide"]),
        ("Fjordwire reported it.\n<An aide> [told] Fjordwire {that it closed}.", ["Fjordwire", "aide"]),
        (
            "<Nordlys> [reported] {it closed}.\n<An aide> [told] the agency {it was old}.",
            ["Nordlys", "aide"],
        ),
        (
            "She reads the Orrin Herald.\n<An aide> [told] the Herald {that it closed}.",
            ["Orrin Herald", "aide"],
        ),
        ("<An aide> [told] the Selby daily El Norte {that it closed}.", ["El Norte", "aide"]),
        ("<An aide> [told] The Northern Star {that it closed}.", ["Northern Star", "aide"]),
        ("{It closed}, <an aide> [wrote] in The Northern Star.", ["Northern Star", "aide"]),
        ("{It closed}, <an aide> [wrote] on the site Facebook.", ["aide"]),
        ("<An aide> [told] Kompas {that it closed}.", ["Kompas", "aide"]),
        ("<An aide> [told] Microsoft {that it closed}.\nMicrosoft left.", ["aide"]),
        ("<An aide> [told] Congress {that it closed}.", ["aide"]),
        ("Ana Brook reported it.\n<An aide> [told] Brook {that it closed}.", ["aide"]),
        ("<Norway> [reported] {ten new cases}.", ["Norway"]),
    ],
)
def test_an_outlet_found_so_is_a_link_and_a_country_or_a_person_is_none(marked, expected) -> None:
    assert crumbs(chains_of(marked)[-1]) == expected


@pytest.mark.parametrize(
    ("town", "expected"),
    [
        ("SELTANE, June 2 (Nordlys) - ", ["Nordlys", "aide"]),
        ("KIRSDALE (Norvia Press) — ", ["Norvia Press", "aide"]),
        ("(Nordlys) - ", ["Nordlys", "aide"]),
        ("Seltane, 3 May 2024 (Nordlys) - ", ["Nordlys", "aide"]),
        ("Seltane (Nordlys) - ", ["aide"]),
        ("The pier (Nordlys) closed - ", ["aide"]),
        ("SELTANE (the old one) - ", ["aide"]),
    ],
)
def test_a_dateline_shows_an_agency(town, expected) -> None:
    assert crumbs(chains_of(f"{town}<An aide> [said] {{it closed}}.")[0]) == expected


def test_an_article_with_its_own_outlet_in_the_dateline_is_an_agencys() -> None:
    chain = chains_of("SELTANE (Nordlys) - <An aide> [told] Nordlys {it closed}.", outlet="Nordlys")[0]
    assert [link.kind for link in chain.links] == [AGENCY, SourceKind.UNNAMED]


@pytest.mark.parametrize("listener", ["the Standard", "The Vestby Standard", "the Standard’s reporter"])
def test_the_publisher_that_is_told_is_neither_a_link_nor_the_addressee(listener) -> None:
    marked = f"<An aide> [told] {listener} {{that it closed}}."
    chain = chains_of(marked, outlet="The Vestby Standard")[0]
    assert (crumbs(chain), chain.addressee) == (["aide"], None)


def test_the_publisher_that_reports_itself_is_one_link() -> None:
    chain = chains_of("<The Vestby Standard> [has learned] {it closed}.", outlet="The Vestby Standard")[0]
    assert crumbs(chain) == []


def test_a_newspaper_is_not_the_agency_named_last() -> None:
    marked = "The Orrin Herald and Reuters came.\n<The newspaper> [said] {it closed}."
    assert crumbs(chains_of(marked)[0]) == ["Orrin Herald"]
