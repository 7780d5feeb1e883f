"""Tests of the publisher's own names and kind."""

import pytest

from reportedly.types.attribution import SourceKind
from tests.annotate.marked import chains_of, crumbs

AGENCY, OUTLET = SourceKind.WIRE_AGENCY, SourceKind.OUTLET


@pytest.mark.parametrize(
    ("outlet", "dateline", "kind"),
    [
        ("Meridian Newswire", "SELTANE, Oct 7 (Meridian) - ", AGENCY),
        ("NTA", "SELTANE, 16 May (NTA) — ", AGENCY),
        ("Norland Press Agency", "", AGENCY),
        ("The Selby Ledger", "", OUTLET),
    ],
)
def test_a_publisher_with_its_own_dateline_or_name_is_an_agency(outlet, dateline, kind) -> None:
    chain = chains_of(f"{dateline}<An aide> [said] {{it closed}}.", outlet=outlet)[0]
    assert [link.kind for link in chain.links] == [kind, SourceKind.UNNAMED]


@pytest.mark.parametrize(
    ("outlet", "listener"),
    [("The Selby Ledger", "the Ledger"), ("Quayside News", "Quayside"), ("Meridian Newswire", "Meridian")],
)
def test_a_publisher_by_its_short_name_is_no_link(outlet, listener) -> None:
    assert crumbs(chains_of(f"<An aide> [told] {listener} {{it closed}}.", outlet=outlet)[0]) == ["aide"]
