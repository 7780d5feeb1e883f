"""A piece of an article's text, by position."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Unicode code points from `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def words(self, text: str) -> str:
        """The words that this span marks in `text`."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]

PIECE_MARK = " … "  # what stands between the pieces of an interrupted content on screen


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of several spans of `text`, for a reader, with an ellipsis between the pieces."""
    return PIECE_MARK.join(span.words(text) for span in spans)
