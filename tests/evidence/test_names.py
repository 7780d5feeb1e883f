"""Names of speakers, one beside the other."""

import pytest

from reportedly.evidence.names import heads_of, initials, is_fuller, is_state
from reportedly.types.attribution import ChainLink, SourceKind


def body(name: str) -> ChainLink:
    return ChainLink(SourceKind.ORGANISATION, name)


@pytest.mark.parametrize(
    ("name", "fuller", "expected"),
    [
        ("the ministry", "Kelvaria’s Foreign Ministry", True),
        ("Kelvaria’s Foreign Ministry", "the ministry", False),
        ("Kelvaria’s Foreign Ministry", "Ostrenia’s Foreign Ministry", False),
        ("UN", "United Nations", True),
        ("United Nations", "UN", False),
        ("", "United Nations", False),
    ],
)
def test_a_fuller_name_holds_a_shorter_one(name: str, fuller: str, expected: bool) -> None:
    assert is_fuller(body(fuller), body(name)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Kelvaria", True), ("Ministry", False), ("the army", False), ("Port Authority", False)],
)
def test_a_state_goes_by_a_proper_name_alone(name: str, expected: bool) -> None:
    assert is_state(body(name)) is expected


@pytest.mark.parametrize(("name", "expected"), [("United Nations", "un"), ("Kelvaria", ""), ("", "")])
def test_initials_need_two_capitals(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize("name", ["Kelvaria’s Foreign Ministry", "Ministry of Foreign Affairs of Kelvaria"])
def test_a_ministry_may_be_called_by_its_kind_and_by_its_state(name: str) -> None:
    assert {"minist", "kelvar"} <= heads_of(body(name))
