"""What two articles share word for word, which of them leads, and what an article takes back."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.span import Span


class CopyLabel(StrEnum):
    """How two articles stand to one another by their words alone."""

    COPY = "copy"
    PARTIAL = "partial"
    INDEPENDENT = "independent"


class Ground(StrEnum):
    """What tells which of two articles leads."""

    CREDIT = "credit"
    ADDRESS = "address"
    DATE = "date"
    UNKNOWN = "unknown"


class CorrectionKind(StrEnum):
    """What a note does with the text that it stands in."""

    CORRECTION = "correction"
    UPDATE = "update"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class CopyPassage:
    """One stretch that both articles have, small edits included.

    `words` counts the words that are the same in both; `quoted` those of them that a quotation explains.
    """

    a: Span
    b: Span
    words: int
    quoted: int

    @property
    def own(self) -> int:
        """The words that no quotation explains."""
        return self.words - self.quoted


@dataclass(frozen=True, slots=True)
class CopyDirection:
    """Which of two articles the other one follows, and why.

    `leader` is the id of the credited or earlier article, None where nothing tells. `credit` is the name of
    the outlet or agency that is credited, where one is; it may be that of neither article (both carry one
    dispatch).
    """

    leader: str | None
    ground: Ground
    why: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class CopyFinding:
    """What comparing the articles `a` and `b` (ids) found; the passages stand in the order of `a`.

    `share_a` is the part of a's words that lie in a passage, from 0 to 1. `why` says what the label rests on.
    """

    a: str
    b: str
    label: CopyLabel
    passages: tuple[CopyPassage, ...]
    share_a: float
    share_b: float
    why: str
    direction: CopyDirection


@dataclass(frozen=True, slots=True)
class Correction:
    """A note in an article that corrects, updates or withdraws.

    `wrong` is what it says was wrong, `right` what it says instead, each None where the text does not give
    it. `whose` marks the words for somebody else who takes back ("The Gazette has retracted its report");
    it is None where the note is this article's own.
    """

    span: Span
    kind: CorrectionKind
    wrong: Span | None = None
    right: Span | None = None
    whose: Span | None = None
