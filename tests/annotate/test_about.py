"""Tests of the participants and places of a content."""

import pytest

from reportedly.annotate.about import Abouts
from reportedly.annotate.chains import Chains
from reportedly.types.attribution import About
from tests.annotate.marked import read_marked


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


def _about(marked: str) -> About:
    doc = read_marked(marked)
    Chains().annotate([doc])
    Abouts().annotate([doc])
    return doc.abouts[-1]
