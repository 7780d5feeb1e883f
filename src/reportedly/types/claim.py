"""What several attributions are about: claims, the links that join them, origins and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reportedly.types.attribution import Stance

if TYPE_CHECKING:
    from reportedly.types.entry import Entry


class LinkKind(StrEnum):
    """What a link says of its two ids (attributions for a claim, articles for copied text)."""

    SAME_CLAIM = "same_claim"
    COPIED_TEXT = "copied_text"
    SAME_ORIGIN = "same_origin"


class Judgement(StrEnum):
    """Who decided a link and how; a person's decision always outranks the machine's."""

    MACHINE = "machine"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class Standing(StrEnum):
    """How a claim stands, in words for a reader; never a verdict."""

    REPORTED = "reported"
    CONFIRMED_ON_RECORD = "confirmed_on_record"
    DISPUTED = "disputed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Link:
    """Two ids of one kind, a score from 0 to 1, and the reason in words."""

    kind: LinkKind
    a: str
    b: str
    score: float
    why: str
    judgement: Judgement = Judgement.MACHINE


@dataclass(frozen=True, slots=True)
class Claim:
    """What several attributions are about; they are its mentions. `text` is a readable sentence."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """The resolver's decision for one attribution: the claim that it joins.

    `claim` is an id that the ledger has or that is new. `merged` are older claims that this attribution
    ties to `claim`: their attributions move there, and the old rows are withdrawn.
    """

    attribution: str
    claim: str
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linking:
    """What the linker found for one article: links, and the claim of each row that is about one."""

    links: tuple[Link, ...] = ()
    assignments: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Everything on one side of a claim that goes back to one place, with the reasons."""

    id: str
    side: Stance
    name: str
    attributions: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopiedText:
    """One article has passages of another, which is the earlier or the credited one.

    `copy` and `original` are ids of articles; the shares say how much of each the passages make up.
    """

    copy: str
    original: str
    share_of_copy: float
    share_of_original: float
    why: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Somebody takes back what a row says: `by_outlet` its publisher, otherwise the row's own source.

    `row` is an attribution's id, or an article's, whose rows then all go; `on` is an ISO date.
    """

    row: str
    on: str | None
    why: str
    by_outlet: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known besides the rows of one claim, all of it optional.

    `sides` gives a row's side towards this claim where it is not what its stance shows. `others` are the
    other rows of the same articles: they tell who speaks for whom. With `as_of`, an ISO date, only what was
    published up to then counts.
    """

    sides: Mapping[str, Stance] = field(default_factory=dict)
    copies: Sequence[CopiedText] = ()
    withdrawals: Sequence[Withdrawal] = ()
    others: "Sequence[Entry]" = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Two origins of one side that may be one person or one document; the texts leave it open."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Circle:
    """Publishers whose reports of a claim lead back to one another."""

    publishers: tuple[str, ...]
    attributions: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Moment:
    """The day on which something first happened to a claim, and the row that shows it."""

    on: str
    attribution: str
    why: str


@dataclass(frozen=True, slots=True)
class History:
    """How a claim came to stand as it does; None is what never happened or is not dated."""

    first_reported: Moment | None = None
    first_denied: Moment | None = None
    first_confirmed_on_record: Moment | None = None
    withdrawn: Moment | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """What a relay made of its origin's words: "three officials" becomes "sources".

    `of` says what changed: "number", "description" or "certainty".
    """

    origin: str
    attribution: str
    earlier: str
    of: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim's attributions by side and by origin; `low` and `high` bound the supporting origins.

    `left_out` are rows that an `as_of` keeps out: published later, or on no known day.
    """

    claim: Claim
    standing: Standing
    sides: Mapping[Stance, tuple[str, ...]]
    origins: tuple[Origin, ...]
    independent_origins: int
    low: int
    high: int
    possibly_same: tuple[PossiblySame, ...] = ()
    circles: tuple[Circle, ...] = ()
    history: History = field(default_factory=History)
    drifts: tuple[Drift, ...] = ()
    left_out: tuple[str, ...] = ()
