"""Tests of sources that were marked too long or too short."""

import pytest

from tests.annotate.marked import chains_of, crumbs


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{It closed}, [according to] rescue workers quoted by <the news agency Nordlys>.",
            ["Nordlys", "rescue workers"],
        ),
        ("<The newspaper> Dagsposten [reported] {it closed}.", ["Dagsposten"]),
        (
            "At least <a dozen members of the crew> [said] {it closed}.",
            ["At least a dozen members of the crew"],
        ),
        ("{It closed}, [said] <one, a mechanic>.", ["mechanic"]),
        ("<Foreign officials of> [repeated] {that it closed}.", ["Foreign officials"]),
    ],
)
def test_a_source_gets_the_words_that_belong_to_it_and_no_others(marked, expected) -> None:
    assert crumbs(chains_of(marked)[-1]) == expected


def test_a_clock_before_a_live_entry_is_no_part_of_the_source() -> None:
    assert crumbs(chains_of("<07:02 The harbour board> [says] {it closed}.")[0]) == ["harbour board"]


def test_the_noun_of_a_place_before_the_source_is_no_part_of_it() -> None:
    marked = "At Thursday's <funeral the commander of the Selby Front, Azar Tolek,> [said] {it closed}."
    assert crumbs(chains_of(marked)[0]) == ["Azar Tolek"]
