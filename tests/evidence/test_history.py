"""The first days of a claim, and what relays make of their sources."""

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import Certainty, Stance
from tests.evidence.made import CLAIM, OFFICIAL, SPOKESMAN, WIRE, row, unnamed


def test_the_first_days_are_those_of_the_earliest_dated_rows() -> None:
    rows = [
        row("Courier", WIRE, OFFICIAL, published="2021-03-06"),
        row("Gazette", WIRE, OFFICIAL, published="2021-03-04"),
        row("Post", SPOKESMAN, stance=Stance.DENIES, published="2021-03-05"),
        row("Weekly", WIRE, OFFICIAL, published=None),
        row("Observer", SPOKESMAN, stance=Stance.CONFIRMS, published="2021-03-09"),
    ]
    history = weigh(CLAIM, rows).history
    moments = (history.first_reported, history.first_denied, history.first_confirmed_on_record)
    assert [moment and moment.on for moment in moments] == ["2021-03-04", "2021-03-05", "2021-03-09"]
    assert history.withdrawn is None


def test_what_never_happened_has_no_day() -> None:
    history = weigh(CLAIM, [row("Weekly", WIRE, published=None)]).history
    assert (history.first_reported, history.first_denied) == (None, None)


@pytest.mark.parametrize(
    ("relayed", "drifts"),
    [
        (unnamed("three officials", 3), []),
        (
            unnamed("sources", "several"),
            [("number", "3", "several"), ("description", "three officials", "sources")],
        ),
        (unnamed("three officials", None), [("number", "3", "unknown")]),
    ],
)
def test_a_relay_that_blurs_its_source_drifts(relayed, drifts) -> None:
    first = row("Gazette", WIRE, unnamed("three officials", 3))
    found = weigh(CLAIM, [first, row("Courier", WIRE, relayed, published="2021-03-05")]).drifts
    assert [(drift.of, drift.was, drift.became) for drift in found] == drifts


def test_a_relay_that_is_surer_than_its_source_drifts() -> None:
    first = row("Gazette", WIRE, OFFICIAL, certainty=Certainty.PS_PLUS)
    relay = row("Courier", WIRE, OFFICIAL, published="2021-03-05")
    (drift,) = weigh(CLAIM, [first, relay]).drifts
    assert (drift.of, drift.was, drift.became, drift.attribution) == ("certainty", "PS+", "CT+", relay.id)
