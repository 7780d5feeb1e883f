"""Chains and counts in words."""

import pytest

from reportedly.cli.words import SIDES, breadcrumbs, counted, link_name, origins
from reportedly.types.attribution import ChainLink, SourceChain, SourceKind, Stance
from reportedly.types.claim import Claim, Evidence, Standing

LINKS = [
    (ChainLink(SourceKind.OUTLET, "The Post"), "The Post"),
    (ChainLink(SourceKind.OUTLET), "unknown outlet"),
    (ChainLink(SourceKind.WIRE_AGENCY), "unknown wire agency"),
    (ChainLink(SourceKind.UNNAMED, described_as="senior official"), "unnamed: senior official"),
    (ChainLink(SourceKind.UNNAMED), "unnamed"),
    (ChainLink(SourceKind.UNSPECIFIED), "unspecified"),
    (ChainLink(SourceKind.COLLECTIVE, described_as="local media"), "local media"),
]


@pytest.mark.parametrize(("link", "words"), LINKS)
def test_link_is_told_by_what_is_known_of_it(link: ChainLink, words: str) -> None:
    assert link_name(link) == words


def test_chain_reads_from_the_outlet_inward() -> None:
    assert breadcrumbs(SourceChain((LINKS[0][0], LINKS[3][0]))) == "The Post › unnamed: senior official"


def test_every_stance_stands_on_exactly_one_side() -> None:
    assert sorted(stance for side in SIDES.values() for stance in side) == sorted(Stance)


@pytest.mark.parametrize(("low", "high", "words"), [(2, 2, "2"), (1, 3, "1–3")])
def test_open_number_of_origins_is_a_range(low: int, high: int, words: str) -> None:
    assert origins(Evidence(Claim("c", ""), Standing.REPORTED, {}, (), low, low, high)) == words


def test_one_is_singular() -> None:
    assert [counted(number, "row") for number in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
