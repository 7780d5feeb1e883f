"""Credits are followed to the publisher's own row, and circles are found and counted once."""

from collections.abc import Sequence

import pytest

from reportedly.evidence.circles import rings
from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.claim import Surroundings
from reportedly.types.entry import Entry
from tests.evidence.made import CLAIM, LEFT_OUT, OFFICIAL, SPOKESMAN, document, outlet, row, unnamed

MEDIA = ChainLink(SourceKind.COLLECTIVE, "Kelvarian media")


@pytest.mark.parametrize(
    ("rows", "origins"),
    [
        ([row("Post", OFFICIAL), row("Courier", outlet("Post"), published="2021-03-05")], 1),
        ([row("Post", OFFICIAL), row("Courier", outlet("the Post"), OFFICIAL, published="2021-03-05")], 1),
        ([row("Post", document("records")), row("Courier", outlet("Post"), published="2021-03-05")], 1),
        ([row("Post", SPOKESMAN), row("Courier", outlet("Post"), published="2021-03-05")], 1),
        ([row("Post", SPOKESMAN), row("Courier", outlet("Post"), OFFICIAL, published="2021-03-05")], 2),
        ([row("Post", OFFICIAL, published="2021-03-05"), row("Courier", outlet("Post"))], 1),
        ([row("Dunmarrow Post", OFFICIAL), row("Courier", outlet("Post"))], 1),
        (
            [
                row("Lorvain Ledger", OFFICIAL),
                row("Courier", ChainLink(SourceKind.ORGANISATION, "Lorvain Ledger")),
            ],
            1,
        ),
        ([row("Post", OFFICIAL), row("Courier", MEDIA, published="2021-03-05")], 1),
        ([row("Post", OFFICIAL), row("Courier", MEDIA)], 2),
        ([row("Gazette", outlet("Post"), place=1), row("Gazette", MEDIA, place=5)], 1),
    ],
)
def test_a_credit_leads_back_to_who_is_credited(rows: Sequence[Entry], origins: int) -> None:
    assert weigh(CLAIM, rows).independent_origins == origins


def test_a_relay_of_a_relay_goes_back_to_the_first() -> None:
    rows = [
        row("Post", OFFICIAL),
        row("Courier", outlet("Post"), published="2021-03-05"),
        row("Gazette", outlet("Courier"), published="2021-03-06"),
    ]
    evidence = weigh(CLAIM, rows)
    assert evidence.independent_origins == 1
    assert "Gazette cites Courier, which has it from there" in evidence.origins[0].why


def test_the_credited_publishers_row_with_the_same_source_is_chosen() -> None:
    post = [row("Post", document("report of the Council")), row("Post", unnamed("diplomat"), place=9)]
    relay = row("Courier", outlet("Post"), unnamed("Western diplomat"), published="2021-03-05")
    groups = [origin.attributions for origin in weigh(CLAIM, [*post, relay]).origins]
    assert groups == [(post[0].id,), (post[1].id, relay.id)]


CIRCLE = [
    row("Rhone Daily", outlet("Beacon"), published="2021-03-04"),
    row("Beacon", outlet("Rhone Daily"), published="2021-03-05"),
]


def test_two_articles_that_cite_one_another_are_one_origin_and_a_circle() -> None:
    evidence = weigh(CLAIM, CIRCLE)
    assert evidence.independent_origins == 1
    assert evidence.origins[0].name == "Rhone Daily and Beacon, each citing the other"
    assert (
        evidence.origins[0].why[0].startswith("circular: Rhone Daily and Beacon each have it from the other")
    )
    assert [circle.publishers for circle in evidence.circles] == [("Rhone Daily", "Beacon")]


def test_three_outlets_in_a_ring_without_dates_are_one_origin() -> None:
    names = ("Beacon", "Courier", "Gazette")
    ring = [
        row(name, outlet(cited), published=None)
        for name, cited in zip(names, (*names[1:], names[0]), strict=True)
    ]
    evidence = weigh(CLAIM, ring)
    assert (evidence.independent_origins, len(evidence.circles)) == (1, 1)


def test_reports_of_last_week_that_go_round_in_a_circle_add_nothing() -> None:
    assert weigh(CLAIM, [*CIRCLE, row("Northway", LEFT_OUT, published="2021-03-14")]).independent_origins == 1


def test_an_outlet_with_a_source_of_its_own_closes_no_circle() -> None:
    evidence = weigh(CLAIM, [*CIRCLE, row("Beacon", SPOKESMAN, place=9, published="2021-03-05")])
    assert evidence.circles == ()


def test_a_class_of_people_leans_on_the_publisher_that_the_article_credits_elsewhere() -> None:
    rescuers = ChainLink(SourceKind.COLLECTIVE, "rescuers")
    rows = [row("Post", ChainLink(SourceKind.COLLECTIVE, "rescue workers")), row("Courier", rescuers)]
    elsewhere = row("Courier", outlet("Post"), OFFICIAL, place=9)
    assert weigh(CLAIM, rows).independent_origins == 2
    assert weigh(CLAIM, rows, Surroundings(others=[elsewhere])).independent_origins == 1


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, set()),
        ({"a": ["b"], "b": ["c"]}, set()),
        ({"a": ["b"], "b": ["a"]}, {frozenset("ab")}),
        ({"a": ["b"], "b": ["c"], "c": ["b", "a"], "d": ["a"]}, {frozenset("abc")}),
        ({"a": ["b"], "b": ["a"], "c": ["d", "a"], "d": ["c"]}, {frozenset("ab"), frozenset("cd")}),
    ],
)
def test_rings_are_those_that_reach_one_another(edges, expected) -> None:
    assert set(rings(edges)) == expected


def test_a_ring_of_many_thousands_is_found_without_recursion() -> None:
    edges = {str(number): [str((number + 1) % 5_000)] for number in range(5_000)}
    assert [len(ring) for ring in rings(edges)] == [5_000]
