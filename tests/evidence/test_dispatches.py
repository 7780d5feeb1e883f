"""Dispatches: what rests on one publisher without a date of its own is one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import ChainLink, SourceChain, SourceKind
from reportedly.types.entry import Entry
from tests.evidence.made import CLAIM, LEFT_OUT, OFFICIAL, WIRE, document, row, unnamed

AGENCY = SourceKind.WIRE_AGENCY
FIGHTERS = ChainLink(SourceKind.COLLECTIVE, "fighters")


def own(day: str, *links: ChainLink, said: str | None = None, place: int = 0) -> Entry:
    """A row of the agency's own article of a day."""
    return row("Northern Wire", *links, kind=AGENCY, published=day, said=said, place=place, article=f"n{day}")


def relay(said: str) -> Entry:
    """A row of another outlet, a week later."""
    return row("Courier", WIRE, said=said, published="2021-03-12")


@pytest.mark.parametrize(
    ("rows", "origins"),
    [
        ([own("2021-03-04", OFFICIAL), own("2021-03-04", unnamed("diplomat"), place=5)], 1),
        ([own("2021-03-04", OFFICIAL), own("2021-03-05", OFFICIAL)], 1),
        ([own("2021-03-04", OFFICIAL), own("2021-03-14", unnamed("diplomat"))], 2),
        ([own("2021-03-04", OFFICIAL), own("2021-03-04", OFFICIAL, said="2020", place=5)], 2),
        ([own("2021-03-04", OFFICIAL), own("2021-03-04", document("letter"), place=5)], 2),
        ([own("2021-03-04", OFFICIAL), row("Courier", WIRE, OFFICIAL, published="2021-04-30")], 1),
        ([row("Post", WIRE, OFFICIAL), row("Courier", WIRE, OFFICIAL, published="2021-04-30")], 1),
        ([own("2021-03-04", OFFICIAL), relay(said="2021-03-01/2021-03-07")], 1),
        ([own("2021-03-04", OFFICIAL), relay(said="2021-03-11")], 2),
        ([own("2021-03-04", OFFICIAL), own("2021-03-04", LEFT_OUT, place=5)], 1),
        ([row("Post", OFFICIAL), row("Post", unnamed("banker"), place=5)], 1),
        ([own("2021-03-04", FIGHTERS), own("2021-03-04", OFFICIAL, place=5)], 1),
    ],
)
def test_what_rests_on_one_publisher_is_one_unless_it_is_dated_otherwise(
    rows: Sequence[Entry], origins: int
) -> None:
    assert weigh(CLAIM, rows).independent_origins == origins


def test_a_document_that_an_unnamed_source_gave_away_speaks_for_itself() -> None:
    (origin,) = weigh(CLAIM, [row("Post", unnamed("activist"), document("video"))]).origins
    assert origin.name == "video"


def test_an_unnamed_voice_in_a_document_is_the_documents() -> None:
    rows = [row("Post", document("report of the Council"), unnamed("colonel"))]
    assert weigh(CLAIM, rows).origins[0].name == "report of the Council"


def test_who_speaks_through_an_unnamed_source_is_not_on_record() -> None:
    rows = [row("Post", unnamed("aide"), ChainLink(SourceKind.PERSON, "Luc Dess"))]
    assert weigh(CLAIM, rows).origins[0].name == "Post report"


def test_named_and_unnamed_sources_of_one_sentence_in_a_dispatch_are_one() -> None:
    service = ChainLink(SourceKind.ORGANISATION, "rescue service")
    rows = [own("2021-03-04", service), own("2021-03-04", unnamed("two witnesses", 2))]
    evidence = weigh(CLAIM, rows)
    assert evidence.independent_origins == 1
    assert evidence.origins[0].name == "Northern Wire dispatch"


def test_a_telling_set_apart_by_its_date_says_so() -> None:
    origins = weigh(CLAIM, [own("2021-03-04", OFFICIAL), own("2021-03-14", unnamed("diplomat"))]).origins
    assert any(why.startswith("dated otherwise (2021-03-14)") for why in origins[1].why)


def test_two_articles_of_unknown_outlets_do_not_share_a_source() -> None:
    one, other = row("Gazette", unnamed("diplomat")), row("Courier", unnamed("banker"))
    rows = [
        replace(made, chain=SourceChain((ChainLink(SourceKind.OUTLET), *made.chain.links[1:])))
        for made in (one, other)
    ]
    assert weigh(CLAIM, rows).independent_origins == 2
