"""Rows made by hand, and the sources that the tests of this folder cite."""

from dataclasses import dataclass

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
from reportedly.types.claim import Claim
from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.span import Span

CLAIM = Claim("c1", "The general flew to Tarvo")
WIRE = ChainLink(SourceKind.WIRE_AGENCY, "Northern Wire")
OFFICIAL = ChainLink(SourceKind.UNNAMED, described_as="senior official", count="one")
SPOKESMAN = ChainLink(SourceKind.PERSON, "Dana Ims")
MINISTRY = ChainLink(SourceKind.ORGANISATION, "Kelvaria’s Foreign Ministry")
LEFT_OUT = ChainLink(SourceKind.UNSPECIFIED)


def outlet(name: str) -> ChainLink:
    """An outlet that is cited."""
    return ChainLink(SourceKind.OUTLET, name)


def unnamed(described_as: str, count: str | int | None = "one") -> ChainLink:
    """An unnamed source."""
    return ChainLink(SourceKind.UNNAMED, described_as=described_as, count=count)


def document(name: str) -> ChainLink:
    """A document."""
    return ChainLink(SourceKind.DOCUMENT, name)


@dataclass(frozen=True, slots=True)
class Made:
    """What a row says besides its chain."""

    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CT_PLUS
    published: str | None = "2021-03-04"
    said: str | None = None
    quoted: Quoted | None = None
    content: str = ""
    source: str = ""
    place: int = 0
    kind: SourceKind = SourceKind.OUTLET
    article: str | None = None


def row(publisher: str, *links: ChainLink, made: Made | None = None, **given: object) -> Entry:
    """A row of an article of `publisher` whose chain goes on with `links`."""
    made = made or Made(**given)  # type: ignore[arg-type]  # a wrong name fails at once
    names = "-".join(link.name or link.described_as or link.kind.value for link in links)
    identity = f"{made.article or publisher}-{made.place}-{names}-{made.stance.value}"
    spans = (Span(made.place, made.place + 1),)
    quoted = made.quoted or (Quoted.INDIRECT if links else Quoted.OWN_VOICE)
    return Entry(
        article=ArticleHead(made.article or publisher, publisher, None, None, made.published),
        attribution=Attribution(identity, (), spans if links else (), spans, quoted),
        chain=SourceChain((ChainLink(made.kind, publisher), *links)),
        position=Position(made.stance, made.certainty),
        times=Times(said_at=made.said),
        about=About(),
        source_text=made.source,
        cue_text="",
        content_text=made.content,
    )
