"""A chain of sources as a line of words."""

import pytest

from reportedly.text.breadcrumbs import breadcrumbs
from reportedly.types.attribution import ChainLink, SourceChain, SourceKind

OUTLET = ChainLink(SourceKind.OUTLET, "Harbour Gazette")


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([OUTLET], "Harbour Gazette"),
        (
            [
                OUTLET,
                ChainLink(SourceKind.WIRE_AGENCY, "Meridian"),
                ChainLink(SourceKind.UNNAMED, described_as="senior port official"),
            ],
            "Harbour Gazette › Meridian › unnamed: senior port official",
        ),
        (
            [ChainLink(SourceKind.OUTLET), ChainLink(SourceKind.PERSON, "Ana Brook")],
            "unknown outlet › Ana Brook",
        ),
        ([OUTLET, ChainLink(SourceKind.UNSPECIFIED)], "Harbour Gazette › unspecified"),
        ([OUTLET, ChainLink(SourceKind.UNNAMED)], "Harbour Gazette › unnamed"),
        (
            [OUTLET, ChainLink(SourceKind.COLLECTIVE, described_as="local media")],
            "Harbour Gazette › local media",
        ),
        ([OUTLET, ChainLink(SourceKind.WIRE_AGENCY)], "Harbour Gazette › unknown wire agency"),
    ],
)
def test_chain_is_shown_from_the_outlet_inward(links: list[ChainLink], expected: str) -> None:
    assert breadcrumbs(SourceChain(tuple(links))) == expected


def test_line_break_in_a_name_becomes_a_space() -> None:
    assert breadcrumbs(SourceChain((ChainLink(SourceKind.PERSON, "Ana\n  Brook"),))) == "Ana Brook"
