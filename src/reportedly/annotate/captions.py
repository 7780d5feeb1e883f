"""Tells lines that are nobody's sentence from the outlet's own: headings, captions with labels, posts."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reportedly.annotate.furniture import ENDING, LONGEST
from reportedly.lang.lexicon import load_rows
from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.doc import Doc, Token
from reportedly.types.span import Span

FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))  # a clause has one of these
ASKING = "?!"
NAMES = frozenset(("NNP", "NNPS", "CD"))
# "Day in the life: The mayor opens the fair" without a full stop; of 60 real articles' own-voice rows that
# look so (2026-11), all were captions or links to other articles.
LABELLED = re.compile(r"[^\s:][^.:!?\n]{0,39}: \S+ \S+ \S")
LABEL_WORDS = 5
LONG_LINE = 80  # a line of an article's prose (code points)
PROSE_LINES = 5  # so many must end as sentences do before an open end says anything
MOSTLY = 0.7  # of the long lines
LONGEST_POST = 300  # a post with its links, in code points


def find_captions(doc: Doc) -> tuple[Span, ...]:
    """The lines of `doc` without the mark of a sentence's end that assert nothing, and embedded posts."""
    lines = find_paragraphs(doc.text)
    found = _posts(doc.text, lines)
    tokens = doc.tokens or ()
    starts = [token.start for token in tokens]
    is_prose = _ends_its_sentences(doc.text, lines)
    for line, after in pairwise((*lines, Span(len(doc.text), len(doc.text)))):
        words = line.words(doc.text)
        is_broken_off = after.words(doc.text)[:1].islower()
        if words[-1] in ENDING or len(words) > LONGEST or is_broken_off:
            continue
        inside = tokens[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        if _is_heading(words, inside) or (is_prose and _has_label(words)):
            found.append(line)
    return tuple(found)


def is_label(doc: Doc, sentence: Span, starts: Sequence[int]) -> bool:
    """Whether a sentence is only a name, a number or a few words in capitals: "Chris Orrel.", "LETTERS".

    `starts` are those of the tokens of `doc`.
    """
    tokens = (doc.tokens or ())[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    spoken = [token for token in tokens if doc.text[token.start].isalnum()]
    words = sentence.words(doc.text)
    if not spoken or len(spoken) > LABEL_WORDS or words[-1] in ASKING:
        return False
    return words.isupper() or all(token.tag in NAMES for token in spoken)


def _posts(text: str, lines: Sequence[Span]) -> list[Span]:
    """Lines that end with a post's link or signature, and lines under which its signature stands."""
    found = [line for line in lines if _ends_like_post(line.words(text))]
    for line, after in pairwise(lines):
        is_short = line.end - line.start <= LONGEST_POST
        if is_short and any(one.fullmatch(after.words(text)) for one in _patterns("signature")):
            found.append(line)
    return found


def _ends_like_post(words: str) -> bool:
    tail = words[-LONGEST_POST:]
    return any(pattern.search(tail) for pattern in _patterns("end"))


def _is_heading(words: str, tokens: Sequence[Token]) -> bool:
    """Whether a line begins like a heading and has no finite verb: "Union reaction"."""
    return bool(tokens) and not words[0].islower() and not any(token.tag in FINITE for token in tokens)


def _has_label(words: str) -> bool:
    """Whether a line begins with a few words and a colon: "Arrest: An officer leads a man away"."""
    return LABELLED.match(words) is not None and len(words.partition(":")[0].split()) <= LABEL_WORDS


def _ends_its_sentences(text: str, lines: Sequence[Span]) -> bool:
    """Whether the prose of a text ends its lines with full stops, so that a line without one is no prose."""
    long = [line for line in lines if line.end - line.start > LONG_LINE]
    ended = sum(text[line.end - 1] in ENDING for line in long)
    return ended >= PROSE_LINES and ended >= MOSTLY * len(long)


@cache
def _patterns(place: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `lang/en/posts.toml`, by where they stand: at a line's end, or alone on a line."""
    ends = {"end": "$", "signature": ""}
    return tuple(
        re.compile(row["pattern"] + ends[place], re.IGNORECASE)
        for row in load_rows("posts")
        if row["place"] == place
    )
