"""Evidence: sides, origins, standing."""

import random
from collections.abc import Sequence

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import (
    About,
    Attribution,
    Certainty,
    ChainLink,
    Position,
    Quoted,
    SourceChain,
    SourceKind,
    Stance,
    Times,
)
from reportedly.types.claim import Claim, Standing
from reportedly.types.entry import ArticleHead, Entry

CLAIM = Claim("c1", "The general flew to Tarvo")
WIRE = ChainLink(SourceKind.WIRE_AGENCY, "Northern Wire")
OFFICIAL = ChainLink(SourceKind.UNNAMED, described_as="senior official", count="one")
SPOKESMAN = ChainLink(SourceKind.PERSON, "Dana Ims")
LEFT_OUT = ChainLink(SourceKind.UNSPECIFIED)


def row(
    outlet: str,
    *links: ChainLink,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.CT_PLUS,
    published: str | None = "2021-03-04",
    quoted: Quoted | None = None,
) -> Entry:
    """A row of an article of `outlet` whose chain goes on with `links`."""
    identity = f"{outlet}-{'-'.join(link.name or link.kind.value for link in links)}-{stance.value}"
    return Entry(
        article=ArticleHead(outlet, outlet, None, None, published),
        attribution=Attribution(
            identity, (), (), (), quoted or (Quoted.INDIRECT if links else Quoted.OWN_VOICE)
        ),
        chain=SourceChain((ChainLink(SourceKind.OUTLET, outlet), *links)),
        position=Position(stance, certainty),
        times=Times(),
        about=About(),
        source_text="",
        cue_text="",
        content_text="",
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


def test_own_voice_and_hearsay_lean_on_what_is_known() -> None:
    rows = [row("Gazette", WIRE, OFFICIAL), row("Courier"), row("Post", LEFT_OUT)]
    evidence = weigh(CLAIM, rows)
    assert evidence.independent_origins == 1
    assert "Courier names no source of its own, and this origin is known" in evidence.origins[0].why


def test_own_voice_before_everything_known_is_an_origin_of_its_own() -> None:
    rows = [row("Gazette", WIRE, OFFICIAL, published="2021-03-04"), row("Courier", published="2021-03-01")]
    evidence = weigh(CLAIM, rows)
    assert [origin.name for origin in evidence.origins] == ["Northern Wire dispatch", "Courier report"]


def test_a_source_left_out_is_not_filled_in() -> None:
    (origin,) = weigh(CLAIM, [row("Post", LEFT_OUT)]).origins
    assert origin.name == "Source left out by Post"


def test_an_agency_is_one_origin_under_its_short_and_its_full_name() -> None:
    names = ("AP", "Associated Press", "the Associated Press")
    rows = [row(f"Post {name}", ChainLink(SourceKind.WIRE_AGENCY, name), OFFICIAL) for name in names]
    assert weigh(CLAIM, rows).independent_origins == 1


def test_an_outlet_that_confirms_it_itself_is_an_origin() -> None:
    own = row("Post", stance=Stance.CONFIRMS, published="2021-03-09", quoted=Quoted.INDIRECT)
    evidence = weigh(CLAIM, [row("Gazette", WIRE, OFFICIAL), own])
    assert [origin.name for origin in evidence.origins] == ["Northern Wire dispatch", "Post report"]


def test_own_voice_alone_is_an_origin() -> None:
    evidence = weigh(CLAIM, [row("Courier")])
    assert evidence.independent_origins == 1
    assert "nothing earlier is known" in evidence.origins[0].why[0]


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


def test_an_origin_that_neither_knows_nor_can_confirm_is_on_that_side() -> None:
    rows = [
        row("Gazette", SPOKESMAN, stance=Stance.NO_KNOWLEDGE, certainty=Certainty.UU),
        row("Courier", SPOKESMAN, stance=Stance.CANNOT_CONFIRM, certainty=Certainty.UU),
    ]
    assert [origin.side for origin in weigh(CLAIM, rows).origins] == [Stance.CANNOT_CONFIRM]


@pytest.mark.parametrize(
    ("rows", "standing"),
    [
        ([row("Gazette", WIRE)], Standing.REPORTED),
        ([row("Gazette", WIRE), row("Post", SPOKESMAN, stance=Stance.DENIES)], Standing.DISPUTED),
        ([row("Post", SPOKESMAN, stance=Stance.DENIES)], Standing.DENIED),
        (
            [row("Gazette", WIRE), row("Post", SPOKESMAN, stance=Stance.CONFIRMS)],
            Standing.CONFIRMED_ON_RECORD,
        ),
        ([row("Gazette", WIRE), row("Post", OFFICIAL, stance=Stance.CONFIRMS)], Standing.REPORTED),
        ([row("Gazette", WIRE), row("Post", SPOKESMAN, stance=Stance.CANNOT_CONFIRM)], Standing.UNCONFIRMED),
        ([row("Gazette", WIRE), row("Post", SPOKESMAN, stance=Stance.DECLINES)], Standing.REPORTED),
    ],
)
def test_standing_of(rows: Sequence[Entry], standing: Standing) -> None:
    assert weigh(CLAIM, rows).standing is standing


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [
        row("Gazette", WIRE, OFFICIAL, published="2021-03-04"),
        row("Courier", OFFICIAL, published="2021-03-05"),
        row("Post", published=None),
        row("Daily", SPOKESMAN, stance=Stance.DENIES),
        row("Weekly", LEFT_OUT),
    ]
    first = weigh(CLAIM, rows)
    for seed in range(20):
        shuffled = rows[:]
        random.Random(seed).shuffle(shuffled)
        assert weigh(CLAIM, shuffled) == first
