"""Evidence as a whole: sides, counts, ranges, moments of time, and the same answer whatever the order."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import Certainty, ChainLink, Quoted, SourceKind, Stance
from reportedly.types.claim import CopiedText, Standing, Surroundings
from reportedly.types.entry import Entry
from tests.evidence.made import (
    CLAIM,
    LEFT_OUT,
    MINISTRY,
    OFFICIAL,
    SPOKESMAN,
    WIRE,
    Made,
    document,
    outlet,
    row,
    unnamed,
)


def test_relays_of_one_dispatch_are_one_origin() -> None:
    rows = [row("Gazette", WIRE, OFFICIAL), row("Courier", WIRE, OFFICIAL), row("Post", WIRE)]
    evidence = weigh(CLAIM, rows)
    assert evidence.independent_origins == 1
    assert evidence.origins[0].name == "Northern Wire dispatch"
    assert any("told to Northern Wire: senior official" in why for why in evidence.origins[0].why)


def test_an_outlets_own_unnamed_source_is_an_origin_of_its_own() -> None:
    assert weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), row("Courier", OFFICIAL)]).independent_origins == 2


def test_two_outlets_quoting_one_speaker_on_record_are_one_origin() -> None:
    rows = [row("Gazette", SPOKESMAN), row("Courier", WIRE, SPOKESMAN)]
    assert weigh(CLAIM, rows).independent_origins == 1


def test_an_agency_is_one_origin_under_its_short_and_its_full_name() -> None:
    names = ("AP", "Associated Press", "the Associated Press")
    rows = [row(f"Post {name}", ChainLink(SourceKind.WIRE_AGENCY, name), OFFICIAL) for name in names]
    assert weigh(CLAIM, rows).independent_origins == 1


def test_an_outlet_that_confirms_it_itself_is_an_origin() -> None:
    own = row("Post", stance=Stance.CONFIRMS, published="2021-03-09", quoted=Quoted.INDIRECT)
    evidence = weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), own])
    assert [origin.name for origin in evidence.origins] == ["Northern Wire dispatch", "Post report"]


def test_deniers_are_counted_apart() -> None:
    denial = row("Courier", SPOKESMAN, stance=Stance.DENIES, certainty=Certainty.CT_MINUS)
    evidence = weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), denial])
    assert evidence.independent_origins == 1
    assert [(origin.side, origin.name) for origin in evidence.origins] == [
        (Stance.ASSERTS, "Northern Wire dispatch"),
        (Stance.DENIES, "Dana Ims"),
    ]


def test_an_asserted_negative_content_denies_the_claim() -> None:
    evidence = weigh(CLAIM, [row("Gazette", SPOKESMAN, certainty=Certainty.CT_MINUS)])
    assert evidence.sides[Stance.DENIES]
    assert evidence.standing is Standing.DENIED


def test_a_given_side_goes_before_the_rows_stance() -> None:
    stayed = row("Gazette", SPOKESMAN, content="he stayed put")
    evidence = weigh(CLAIM, [stayed], Surroundings(sides={stayed.id: Stance.DENIES}))
    assert evidence.standing is Standing.DENIED
    assert [origin.side for origin in evidence.origins] == [Stance.DENIES]


def test_an_origin_that_neither_knows_nor_can_confirm_is_on_that_side() -> None:
    rows = [
        row("Gazette", SPOKESMAN, stance=Stance.NO_KNOWLEDGE, certainty=Certainty.UU),
        row("Courier", SPOKESMAN, stance=Stance.CANNOT_CONFIRM, certainty=Certainty.UU),
    ]
    assert [origin.side for origin in weigh(CLAIM, rows).origins] == [Stance.CANNOT_CONFIRM]


def test_every_origin_says_why() -> None:
    rows = [row("Gazette", WIRE, OFFICIAL), row("Courier", SPOKESMAN), row("Post", LEFT_OUT)]
    assert all(origin.why for origin in weigh(CLAIM, rows).origins)


def test_an_article_counts_only_once_it_was_published() -> None:
    rows = [
        row("Gazette", WIRE, OFFICIAL, published="2021-03-04"),
        row("Courier", SPOKESMAN, stance=Stance.DENIES, published="2021-03-06"),
        row("Post", SPOKESMAN, stance=Stance.CONFIRMS, published=None),
    ]
    then = weigh(CLAIM, rows, Surroundings(as_of="2021-03-05"))
    assert then.standing is Standing.REPORTED
    assert then.left_out == (rows[1].id, rows[2].id)
    assert weigh(CLAIM, rows, Surroundings(as_of="2021-03-01")).independent_origins == 0


def test_no_rows_are_no_evidence() -> None:
    evidence = weigh(CLAIM, [])
    assert (evidence.independent_origins, evidence.standing) == (0, Standing.REPORTED)


@pytest.mark.parametrize(
    "published", ["", "soon", "2021-13-45", "9999-12-31", "0000-00-00", "-5", "2021-03-04T99"]
)
def test_a_strange_date_of_publication_is_no_obstacle(published: str) -> None:
    rows = [
        row("Gazette", WIRE, OFFICIAL, said="99999"),
        row("Courier", WIRE, published=published, said="2021-02-30"),
    ]
    assert weigh(CLAIM, rows).independent_origins == 1


KINDS = st.sampled_from(
    [
        (), (WIRE, OFFICIAL), (WIRE,), (OFFICIAL,), (SPOKESMAN,), (MINISTRY,), (LEFT_OUT,),
        (outlet("Gazette"),),
        (outlet("Post"), OFFICIAL), (outlet("Courier"),), (unnamed("sources", "several"),),
        (document("report of the Council"),), (ChainLink(SourceKind.COLLECTIVE, "Kelvarian media"),),
    ]
)  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Gazette", "Courier", "Post", "Northern Wire"]),
        KINDS,
        st.sampled_from(list(Stance)),
        st.sampled_from(
            [None, "2021-03-04", "2021-03-05T08:00:00+00:00", "2021-03-05T09:00:00+00:00", "2021-03-14"]
        ),
        st.sampled_from([None, "2020", "2021-03-04", "2021-03-01/2021-03-07"]),
        st.sampled_from(["he flew to Tarvo on a Tuesday night", "“he flew to Tarvo and came back”", "it"]),
    ),
    max_size=9,
)


@settings(max_examples=150)
@given(made=ROWS, random=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(made, random) -> None:
    rows = [
        row(name, *links, made=Made(stance=stance, published=day, said=said, content=words, place=place))
        for place, (name, links, stance, day, said, words) in enumerate(made)
    ]
    copies = [
        CopiedText("Courier", "Gazette", 0.6, 0.5, "copied"),
        CopiedText("Gazette", "Courier", 0.5, 0.6, "copied"),
    ]
    shuffled = rows[:]
    random.shuffle(shuffled)
    first = weigh(CLAIM, rows, Surroundings(copies=copies, others=rows))
    assert weigh(CLAIM, shuffled, Surroundings(copies=copies[::-1], others=shuffled)) == first
    assert first.low <= first.independent_origins == first.high
    counted = [one for origin in first.origins for one in origin.attributions]
    assert len(counted) == len(set(counted))


def many(count: int) -> list[Entry]:
    """Identical articles of as many outlets."""
    made = row("Gazette", WIRE, OFFICIAL, content="the general flew to Tarvo in a grey plane late on Tuesday")
    outlets = (f"Outlet {number}" for number in range(count))
    return [
        replace(
            made,
            article=replace(made.article, id=name, outlet=name),
            attribution=replace(made.attribution, id=name),
            chain=replace(made.chain, links=(ChainLink(SourceKind.OUTLET, name), WIRE, OFFICIAL)),
        )
        for name in outlets
    ]


def test_two_thousand_identical_articles_are_one_origin() -> None:
    evidence = weigh(CLAIM, many(2_000))
    assert evidence.independent_origins == 1
    assert len(evidence.origins[0].attributions) == 2_000
    assert len(evidence.origins[0].why) < 10


def test_the_time_grows_with_the_rows_and_not_with_their_square() -> None:
    weigh(CLAIM, many(100))

    def seconds(count: int) -> float:
        rows, start = many(count), time.process_time()
        weigh(CLAIM, rows)
        return time.process_time() - start

    assert seconds(8_000) < 12 * max(seconds(2_000), 0.05)  # four times the rows; their square would be 16
