"""Publishers under their short names, as far as the articles at hand tell."""

import pytest

from reportedly.evidence.publishers import read_publishers
from reportedly.types.attribution import ChainLink, SourceKind
from tests.evidence.made import outlet, row

KNOWN = read_publishers([row("Dunmarrow Post"), row("The Mirovar Herald"), row("Brackmoor Herald")])


@pytest.mark.parametrize(
    ("link", "key"),
    [
        (outlet("the Post"), "dunmarrow post"),
        (outlet("Dunmarrow"), "dunmarrow post"),
        (outlet("Mirovar Herald"), "mirovar herald"),
        (outlet("the Herald"), "herald"),
        (outlet("Nobody's Gazette"), "nobody's gazette"),
        (ChainLink(SourceKind.ORGANISATION, "Mirovar Herald"), "mirovar herald"),
        (ChainLink(SourceKind.ORGANISATION, "the Post"), None),
        (ChainLink(SourceKind.PERSON, "Dana Ims"), None),
    ],
)
def test_a_short_name_means_the_one_publisher_that_bears_it(link: ChainLink, key: str | None) -> None:
    assert KNOWN.key_of(link) == key
