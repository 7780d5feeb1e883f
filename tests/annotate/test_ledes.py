"""Tests of ledes: the office of the first sentence, and the name that follows."""

import pytest

from tests.annotate.marked import chains_of, crumbs

LEDE = "{The pier has fallen}, <Norland's health minister> [said] on Friday.\n"


def test_an_office_in_the_lede_is_whoever_is_named_bare_after_it() -> None:
    chains = chains_of(LEDE + "<Tomas Orlander> [confirmed] {that nobody was hurt}.")
    assert crumbs(chains[0]) == ["Tomas Orlander"]


@pytest.mark.parametrize(
    "after",
    [
        "<Tomas Orlander, a fisherman,> [confirmed] {that nobody was hurt}.",
        "<Orlander> [confirmed] {that nobody was hurt}.",
        "The pier was old. It was shut. It was weak.\n<Tomas Orlander> [said] {so}.",
    ],
)
def test_an_office_stays_unnamed_where_the_name_is_somebody_elses(after) -> None:
    assert crumbs(chains_of(LEDE + after)[0]) == ["Norland's health minister"]


def test_his_lawyer_is_the_lawyer_who_is_named_later() -> None:
    marked = "<His lawyer> [said] {it closed}.\nThe lawyer, Rui Orlander, left."
    assert crumbs(chains_of(marked)[0]) == ["Rui Orlander"]
