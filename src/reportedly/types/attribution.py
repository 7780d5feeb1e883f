"""Who is credited with what: attributions, chains of sources, stance and certainty.

The meaning of every value is that of the project's vocabulary (docs/vocabulary.md).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.types.span import Spans


class Quoted(StrEnum):
    """How the content is given: by its quotation marks, or as the outlet's own voice."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    OWN_VOICE = "own_voice"


class SourceKind(StrEnum):
    """What a link of a chain is."""

    OUTLET = "outlet"
    WIRE_AGENCY = "wire_agency"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    COLLECTIVE = "collective"
    UNNAMED = "unnamed"
    UNSPECIFIED = "unspecified"


class Stance(StrEnum):
    """What the innermost source does with the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    CANNOT_CONFIRM = "cannot_confirm"
    NO_KNOWLEDGE = "no_knowledge"
    DECLINES = "declines"
    CONDITIONAL = "conditional"
    INTENDS = "intends"
    OTHER = "other"


class Certainty(StrEnum):
    """FactBank's values: how sure the innermost source is of the positive proposition."""

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    UU = "Uu"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, cue and content, each a tuple of spans; source and cue may be empty.

    `parent` is the id of the attribution inside whose content this one stands. `confidence` is the
    component's calibrated probability, None for the outlet's own voice.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    quoted: Quoted
    parent: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a chain. The last four fields speak of unnamed sources, in the text's own words.

    `count` is "one", "several", a number, or None.
    """

    kind: SourceKind
    name: str | None = None
    spans: Spans = ()
    described_as: str | None = None
    count: str | int | None = None
    condition: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SourceChain:
    """The links from the publishing outlet inward to the innermost source, and what stands beside them."""

    links: tuple[ChainLink, ...]
    addressee: str | None = None
    medium: str | None = None

    @property
    def innermost(self) -> ChainLink:
        """The deepest source that the text names or describes."""
        return self.links[-1]


@dataclass(frozen=True, slots=True)
class Position:
    """What the innermost source does with the content, how sure it is, and the reporter's own hedge."""

    stance: Stance
    certainty: Certainty
    reporter_hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """ISO 8601 times of utterance and event; `why_null` says why one of them is unknown."""

    said_at: str | None = None
    event_at: str | None = None
    why_null: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class About:
    """The people, organisations and places of a content, each in its fullest form in the article."""

    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def attribution_id(article_id: str, source: Spans, cue: Spans, content: Spans) -> str:
    """The id of an attribution: "a" and 15 hexadecimal digits of the digest of its article and spans."""
    roles = "|".join(",".join(f"{span.start}-{span.end}" for span in role) for role in (source, cue, content))
    return "a" + hashlib.sha256(f"{article_id}|{roles}".encode()).hexdigest()[:15]
