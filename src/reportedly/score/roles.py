"""Source, cue and content of one attribution, and the words and marks that they touch in an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from reportedly.types.span import Span, Spans

WORD = re.compile(r"\w+")
# Double marks only, and two apostrophes, which stand for one in old wire texts.
DOUBLE_MARK = re.compile("[“”\"]|''")


class Roles(Protocol):
    """Anything with the three roles: `Attribution` has them, and so has `RoleSpans`."""

    @property
    def source(self) -> Spans:
        """Who is credited."""
        ...

    @property
    def cue(self) -> Spans:
        """The words that tie source and content."""
        ...

    @property
    def content(self) -> Spans:
        """What is credited to them."""
        ...


@dataclass(frozen=True, slots=True)
class RoleSpans:
    """One attribution of a corpus that marks the three roles and nothing else."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Touched:
    """One attribution as numbers of words, and the positions of its characters that are no space.

    `quoting` is "direct" where every word of the content stands inside double quotation marks,
    "indirect" where none does, else "mixed".
    """

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    cue_characters: frozenset[int]
    content_characters: frozenset[int]
    quoting: str


class ArticleWords:
    """The words of one article: runs of letters, digits and underscores; no mark is a word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [match.group().lower() for match in WORD.finditer(text)]
        self._at: list[int | None] = [None] * len(text)
        starts = []
        for number, match in enumerate(WORD.finditer(text)):
            starts.append(match.start())
            self._at[match.start() : match.end()] = [number] * len(match.group())
        quoted = quoted_positions(text)
        self._quoted = frozenset(number for number, start in enumerate(starts) if start in quoted)

    def touched_by(self, attributions: Iterable[Roles]) -> list[Touched]:
        """The attributions in words; one whose content touches no word is left out."""
        return [touched for one in attributions if (touched := self.touch(one)).content]

    def touch(self, attribution: Roles) -> Touched:
        """One attribution in words."""
        content = self.numbers(attribution.content)
        return Touched(
            source=self.numbers(attribution.source),
            cue=self.numbers(attribution.cue),
            content=content,
            cue_characters=self.characters(attribution.cue),
            content_characters=self.characters(attribution.content),
            quoting=self._quoting(content),
        )

    def numbers(self, spans: Spans) -> frozenset[int]:
        """The number of every word that a span touches."""
        return frozenset(
            number
            for span in spans
            for number in self._at[max(0, span.start) : max(0, span.end)]
            if number is not None
        )

    def characters(self, spans: Spans) -> frozenset[int]:
        """The position of every character in the spans that is no white space."""
        return frozenset(
            position
            for span in spans
            for position in range(max(0, span.start), min(span.end, len(self.text)))
            if not self.text[position].isspace()
        )

    def _quoting(self, content: frozenset[int]) -> str:
        inside = len(content & self._quoted)
        if inside == 0:
            return "indirect"
        return "direct" if inside == len(content) else "mixed"


def quoted_positions(text: str) -> frozenset[int]:
    """The positions between double quotation marks, as the published figures on PolNeAR count them.

    Curly marks open and close by their shape, the others in turn; what is left open ends with its line.
    `text/quotations.py` reads far more kinds of quotation; a yardstick has to stay what it was.
    """
    inside: set[int] = set()
    start = 0
    for line in text.split("\n"):
        for span in quotations_of_line(line):
            inside.update(range(start + span.start, start + span.end))
        start += len(line) + 1
    return frozenset(inside)


def quotations_of_line(line: str) -> list[Span]:
    """What stands between the marks of one line, without the marks."""
    found: list[Span] = []
    opened: int | None = None
    for mark in DOUBLE_MARK.finditer(line):
        if opened is None and mark.group() != "”":
            opened = mark.end()
        elif opened is not None and mark.group() != "“":
            found.append(Span(opened, mark.start()))
            opened = None
    return found if opened is None else [*found, Span(opened, len(line))]
