"""Reads the notes in which an article corrects, updates or withdraws what it said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.lang.lexicon import load_patterns
from reportedly.text.cover import Cover
from reportedly.text.quotations import find_quotations
from reportedly.types.copying import Correction, CorrectionKind
from reportedly.types.span import Span

# What an article calls itself; THIS in corrections.toml. A text is not "this article" with "the" before it:
# "the article was changed" may speak of a law.
THIS = (
    r"(?:(?:this|our) (?:article|story|report|post|piece|headline|caption|item|dispatch|page|blog post"
    r"|column|entry)|the (?:headline (?:of|on) )this (?:article|story|report|post|piece))"
)
KINDS = {
    "retractions": CorrectionKind.RETRACTION,
    "corrections": CorrectionKind.CORRECTION,
    "updates": CorrectionKind.UPDATE,
}
# A full stop after a single capital is no end ("U.S. officials").
END = r"(?=(?<!\b[A-Z])[.;][\"'”’)\]]*(?:\s|$)|$)"
BRACKETS = {"(": ")", "[": "]"}
# A note ends with its paragraph, or after so many characters with a sentence.
LONGEST = 1_000
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
PARAGRAPH_END = re.compile(r"[\r\n\u2028\u2029]")


def find_corrections(text: str) -> tuple[Correction, ...]:
    """The notes of `text` in order; two signs in one note make one, of the graver kind.

    A note in quotation marks is another publication's and is passed over.
    """
    quoted = Cover(quotation.inner for quotation in find_quotations(text) if quotation.is_closed)
    signs = sorted(sign for sign in _signs(text) if not quoted.touches(sign.span))
    return tuple(_note(text, span, inside) for span, inside in _grouped(text, signs))


@dataclass(frozen=True, slots=True, order=True)
class _Sign:
    """Words that show a note, and the list that they are in."""

    span: Span
    key: str
    whose: Span | None = field(compare=False)


def _signs(text: str) -> Iterator[_Sign]:
    """Every place that shows a note."""
    for key in KINDS:
        for pattern in _patterns(key):
            for match in pattern.finditer(text):
                is_others = "whose" in match.groupdict()
                yield _Sign(Span(*match.span()), key, Span(*match.span("whose")) if is_others else None)


def _grouped(text: str, signs: Iterable[_Sign]) -> Iterator[tuple[Span, list[_Sign]]]:
    """Each note with the signs inside it; a note reaches from the sentence of its first sign."""
    span, inside = Span(0, 0), list[_Sign]()
    for sign in signs:
        if inside and sign.span.start < span.end:
            inside.append(sign)
            continue
        if inside:
            yield span, inside
        start = max(span.end, _sentence_start(text, sign.span.start))
        span, inside = Span(start, _note_end(text, start, sign.span.end)), [sign]
    if inside:
        yield span, inside


def _note(text: str, span: Span, signs: Sequence[_Sign]) -> Correction:
    """What a note says; of several signs the article's own count before another's, then the graver kind."""
    own = [sign for sign in signs if sign.whose is None]
    leading = min(own or signs, key=lambda sign: list(KINDS).index(sign.key))
    kind = KINDS[leading.key]
    if leading.whose is not None:
        return Correction(span, kind, whose=leading.whose)
    right = _first("right", "right", text, span)
    if kind is CorrectionKind.UPDATE:
        return Correction(span, kind, right=right)
    wrong = _first("wrong", "wrong", text, span)
    if wrong is not None:
        right = right or _first("next", "right", text, Span(wrong.end, span.end))
        return Correction(span, kind, wrong, right)
    wrong = _first("contrast", "wrong", text, span)
    return Correction(span, kind, wrong, right or _first("contrast", "right", text, span))


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence, or the line, around `position` begins."""
    line = max(text.rfind(mark, max(0, position - LONGEST), position) for mark in "\r\n\u2028\u2029") + 1
    start = max(line, position - LONGEST)
    ends = [match.end() for match in SENTENCE_END.finditer(text, start, position)]
    start = ends[-1] if ends else start
    return start + len(text[start:position]) - len(text[start:position].lstrip())


def _note_end(text: str, start: int, position: int) -> int:
    """Where the note from `start` ends, after `position`: with its bracket, its paragraph, or a sentence."""
    farthest = min(len(text), position + LONGEST)
    closing = text.find(BRACKETS.get(text[start], "\n"), position, farthest)
    match = PARAGRAPH_END.search(text, position, farthest)
    paragraph = match.start() if match else farthest
    if text[start] in BRACKETS and 0 <= closing < paragraph:
        return closing + 1
    if match is None and farthest < len(text):
        ends = [found.start() + 1 for found in SENTENCE_END.finditer(text, position, farthest)]
        return ends[-1] if ends else farthest
    return position + len(text[position:paragraph].rstrip())


def _first(key: str, group: str, text: str, span: Span) -> Span | None:
    """What the first of the patterns of one list that fits marks inside `span`."""
    matches = (pattern.search(text, span.start, span.end) for pattern in _patterns(key))
    return next((Span(*match.span(group)) for match in matches if match), None)


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list with `THIS` and `END` filled in; `^` is the start of any line."""
    return tuple(
        re.compile(
            one.pattern.pattern.replace("THIS", THIS).replace("END", END), one.pattern.flags | re.MULTILINE
        )
        for one in load_patterns("corrections", key)
    )
