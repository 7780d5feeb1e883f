"""Paragraphs of a text: lines, or blocks of lines where a file is hard-wrapped."""

import re

from reportedly.types.span import Span, Spans

# A block is hard-wrapped when its lines are this long (code points); mail and old wires wrap at 60 to 80.
WRAPPED_LINE = range(40, 101)
WRAPPED_LINES_AT_LEAST = 3

BLANK = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


def find_paragraphs(text: str) -> Spans:
    """The paragraphs of `text` in order, without the white space around them."""
    paragraphs: list[Span] = []
    start = 0
    for blank in BLANK.finditer(text):
        paragraphs.extend(_paragraphs_of_block(text, start, blank.start()))
        start = blank.end()
    paragraphs.extend(_paragraphs_of_block(text, start, len(text)))
    return tuple(paragraphs)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span from `start` to `end` without the white space at its edges."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))


def _paragraphs_of_block(text: str, start: int, end: int) -> list[Span]:
    """One paragraph where the block is hard-wrapped, else one for each line."""
    lines = [trimmed(text, *line.span()) for line in LINE.finditer(text, start, end)]
    lines = [line for line in lines if line.start < line.end]
    if _is_wrapped(text, lines):
        return [Span(lines[0].start, lines[-1].end)]
    return lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether most lines of even length break off in the middle of a sentence."""
    if len(lines) < WRAPPED_LINES_AT_LEAST:
        return False
    full = lines[:-1]
    if any(line.end - line.start not in WRAPPED_LINE for line in full):
        return False
    unfinished = sum(not SENTENCE_END.search(line.words(text)) for line in full)
    return unfinished * 2 > len(full)
