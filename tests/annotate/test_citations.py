"""Tests of citations: whoever is cited, quoted or learnt from stands further inward."""

import pytest

from tests.annotate.marked import chains_of, crumbs

CASES = [
    ("[According to] <Reuters, which cited two officials>, {it closed}.", ["Reuters", "two officials"]),
    (
        "<Reuters> [reported], [citing] {an internal memo by engineers, that the pier had closed}.",
        ["Reuters", "internal memo by engineers"],
    ),
    ("<The firm> [cited] {falling demand, which hurt it}.", ["firm"]),
    ("<The aide> [cited] {a report}.", ["aide"]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_whoever_is_cited_stands_inward(marked, expected) -> None:
    assert crumbs(chains_of(marked)[0]) == expected
