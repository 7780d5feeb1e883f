"""Makes marked articles for the tests of the scorers from words, all of them invented."""

from collections.abc import Mapping, Sequence

from reportedly.score.marked import MarkedArticle, Opposed
from reportedly.score.roles import RoleSpans
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
from reportedly.types.entry import Entry, head_of
from reportedly.types.span import Span, Spans
from tests.builders import an_article

TEXT = "Ana Brook said the bridge was shut. A clerk denied that the bridge was shut. It rained all day."
OUTLET = ChainLink(SourceKind.OUTLET, "Harbour Gazette")
ANA = ChainLink(SourceKind.PERSON, "Ana Brook")
CLERK = ChainLink(SourceKind.UNNAMED, described_as="clerk", count="one")
AGENCY = ChainLink(SourceKind.WIRE_AGENCY, "Tarnwire")


def spans(text: str, *pieces: str) -> Spans:
    """Where the pieces stand, each at its first place."""
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces if piece)


def roles(text: str, source: str, cue: str, *content: str) -> RoleSpans:
    """One attribution in words; an empty one is missing."""
    return RoleSpans(spans(text, source), spans(text, cue), spans(text, *content))


def row(
    name: str,
    parts: tuple[str, str, str],
    *inner: ChainLink,
    position: Position | None = None,
    claims: Sequence[str] = (),
) -> Entry:
    """A row of TEXT; without a source it is in the outlet's own voice."""
    source, cue, content = (spans(TEXT, part) for part in parts)
    quoted = Quoted.INDIRECT if source else Quoted.OWN_VOICE
    return Entry(
        article=head_of(an_article(TEXT)),
        attribution=Attribution(name, source, cue, content, quoted),
        chain=SourceChain((OUTLET, *inner)),
        position=position or Position(Stance.ASSERTS, Certainty.CT_PLUS),
        times=Times(),
        about=About(),
        source_text=parts[0],
        cue_text=parts[1],
        content_text=parts[2],
        claims=tuple(claims),
    )


DENIAL = Position(Stance.DENIES, Certainty.CT_MINUS)
SAYS = ("Ana Brook", "said", "the bridge was shut")
DENIES = ("A clerk", "denied", "that the bridge was shut")
RAIN = ("", "", "It rained all day.")


def full(rows: Sequence[Entry], origins: Mapping[str, int] | None = None, ref: str = "x1") -> MarkedArticle:
    """An article with full rows."""
    return MarkedArticle(an_article(TEXT, ref=ref), entries=tuple(rows), origins=origins or {})


def opposed(gold: Sequence[Entry], predicted: Sequence[Entry]) -> Opposed:
    """Two readings of one article."""
    return Opposed(full(gold), full(predicted))


def gold_rows() -> list[Entry]:
    """What a reader marks in TEXT."""
    return [
        row("g1", SAYS, ANA, claims=["shut"]),
        row("g2", DENIES, CLERK, position=DENIAL, claims=["shut"]),
        row("g3", RAIN, claims=["rain"]),
    ]
