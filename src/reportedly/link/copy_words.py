"""The words of a text as copying compares them: without case, punctuation and typography."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lang.lexicon import load_patterns
from reportedly.text.paragraphs import find_paragraphs
from reportedly.text.quotations import find_quotations
from reportedly.types.span import Span, Spans

# Apostrophes and hyphens part words, so every form of them reads the same. Soft hyphens, joiners and accents
# that combine stand inside a word.
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
INSIDE = f"{INVISIBLE}\u0300-\u036f"
WORD = re.compile(rf"[^\W_](?:[{INSIDE}]*[^\W_])*[\u0300-\u036f]*")
INVISIBLE_MARK = re.compile(f"[{INVISIBLE}]")
# So many paragraphs after a line that announces somebody's words may be those words, set without marks.
BLOCK_PARAGRAPHS = 3
LINE_END = 40  # characters in which the end of such a line is looked for


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in order, and where each starts and ends."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def stretch(self, start: int, end: int) -> Span:
        """The characters from word `start` to the word before `end`."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Quoted:
    """For each word 1 where it is another's: in quotation marks, or in a block that a colon announces."""

    in_marks: bytes
    in_block: bytes


def read_words(text: str, without: Spans = ()) -> Words:
    """The words of `text`, save those in the spans of `without` (page furniture)."""
    found = list(WORD.finditer(text))
    if without:
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        left_out = _flags(starts, ends, without)
        found = [match for match, is_out in zip(found, left_out, strict=True) if not is_out]
    return Words(
        tuple(form_of(match.group()) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


def form_of(word: str) -> str:
    """A word without case, invisible marks and variants of one letter."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", INVISIBLE_MARK.sub("", word)).casefold()


def find_quoted(text: str, words: Words) -> Quoted:
    """Which of `words` stand in quotation marks, and which in a block."""
    marks = (quotation.inner for quotation in find_quotations(text))
    return Quoted(
        _flags(words.starts, words.ends, marks), _flags(words.starts, words.ends, find_blocks(text))
    )


def find_blocks(text: str) -> Iterator[Span]:
    """The paragraphs that may be quoted without marks: those after a line that ends in a colon."""
    left = 0
    for paragraph in find_paragraphs(text):
        if left:
            yield paragraph
            left -= 1
        if announces().search(text, max(paragraph.start, paragraph.end - LINE_END), paragraph.end):
            left = BLOCK_PARAGRAPHS


@cache
def announces() -> re.Pattern[str]:
    """The end of a line that announces somebody's words."""
    return load_patterns("credits", "announcements")[0].pattern


def _flags(starts: Sequence[int], ends: Sequence[int], spans: Iterable[Span]) -> bytes:
    """1 for each word, from one of `starts` to one of `ends`, that one of these spans touches, else 0."""
    flags = bytearray(len(starts))
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        flags[first:last] = b"\x01" * (last - first)
    return bytes(flags)
