"""What several attributions are about: claims, the links that join them, origins and evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.attribution import Stance


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
class Evidence:
    """A claim's attributions by side and by origin; `low` and `high` bound the supporting origins."""

    claim: Claim
    standing: Standing
    sides: Mapping[Stance, tuple[str, ...]]
    origins: tuple[Origin, ...]
    independent_origins: int
    low: int
    high: int
