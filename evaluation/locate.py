"""Finds the words that a labeller wrote down in an article's text; between two places it never guesses."""

import re
from dataclasses import dataclass

from reportedly.types.span import Span

# "words #2" is the second place, "^words" looks in the whole article instead of around the row.
NOTATION = re.compile(r"(?P<whole>\^?)(?P<words>.*?)(?: #(?P<number>\d+))?", re.DOTALL)


class GoldError(Exception):
    """What a labeller wrote does not fit the article or the vocabulary; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of an article's text in which a row's words are looked for."""

    text: str
    start: int
    end: int

    def find(self, notation: str) -> Span:
        """The one place of `notation`'s words in this scope, or in the article after a `^`."""
        match = NOTATION.fullmatch(notation)
        words = match["words"] if match else notation
        spans = places(words, self.whole() if match and match["whole"] else self)
        if match and match["number"]:
            number = int(match["number"])
            if not 1 <= number <= len(spans):
                raise GoldError(f"'{words}' has {len(spans)} places, there is no number {number}.")
            return spans[number - 1]
        if len(spans) != 1:
            raise GoldError(
                f"'{words}' has {len(spans)} places in '{self.shown()}': "
                "give `near` or a number ('words #2'), or correct the words."
            )
        return spans[0]

    def find_or_first(self, notation: str) -> Span:
        """As `find`; words that do not stand here are those of the first place in the article."""
        if notation.startswith("^") or places(notation.rsplit(" #", 1)[0], self):
            return self.find(notation)
        return self.whole().find(f"{notation} #1")

    def whole(self) -> "Scope":
        """The whole article."""
        return Scope(self.text, 0, len(self.text))

    def paragraph_of(self, span: Span) -> "Scope":
        """The line of text that holds the start of `span`."""
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.start)
        return Scope(self.text, start, len(self.text) if end < 0 else end)

    def shown(self) -> str:
        """The beginning of the scope, for a message."""
        words = self.text[self.start : self.end]
        return words if len(words) <= 60 else f"{words[:60]}…"


def places(words: str, scope: Scope) -> list[Span]:
    """Every place of `words` in `scope`; "he" is not found inside "the"."""
    if not words:
        return []
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(words) + after)
    return [Span(*match.span()) for match in pattern.finditer(scope.text, scope.start, scope.end)]
