"""Cuts text into the words that the attribution model reads, with each word's shape and place.

Training and reading share this file: a model understands only words that were cut as its training was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from reportedly.annotate.word_parse import WordParse, parse_words, select_parse
from reportedly.types.doc import Token

IntArray = npt.NDArray[np.int32]

# A run of letters, digits and accents; two apostrophes or backticks (quotation marks in 116 of PolNeAR's
# 840 training articles); or one other visible character. Invisible marks (zero width, right to left) are
# no words.
WORD = re.compile(
    r"''|``|\w[\w\u0300-\u036f]*|[^\w\s\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]"
)
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
TOGGLING = frozenset(('"', "''", "``"))
SHOUTING = 0.6  # a sentence with more than this share of its words in capitals has no use for case

CASES = 6  # lower case, Capitalised, ALL CAPITALS, digits, punctuation, other letters
QUOTES = 4  # outside, inside, opening mark, closing mark
SHAPES = CASES * QUOTES * 2  # twice: first word of a paragraph or not


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, by position; all fields run parallel.

    `sentences` and `paragraphs` number the sentence and the paragraph of each word; `shapes` is one number
    below `SHAPES` for case, quotation and paragraph start together; `parse` is the grammar of each word.
    """

    forms: tuple[str, ...]
    starts: IntArray
    ends: IntArray
    sentences: IntArray
    paragraphs: IntArray
    shapes: IntArray
    parse: WordParse

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.forms)

    def with_parse(self, parse: WordParse) -> "Words":
        """The same words with another parse."""
        return replace(self, parse=parse)


def split_words(text: str, tokens: Sequence[Token] = ()) -> Words:
    """The words of `text`, with the parse of its `tokens`."""
    matches = [match.span() for match in WORD.finditer(text)]
    forms = tuple(text[start:end] for start, end in matches)
    starts = np.array([start for start, _ in matches], dtype=np.int32)
    ends = np.array([end for _, end in matches], dtype=np.int32)
    sentences, paragraphs = _number_sentences(text, matches)
    shapes = _shapes(forms, sentences, paragraphs)
    return Words(forms, starts, ends, sentences, paragraphs, shapes, parse_words(starts, tokens))


def select_words(words: Words, chosen: IntArray) -> Words:
    """Only the `chosen` words, in order, with shapes as if nothing else had been written."""
    forms = tuple(words.forms[i] for i in chosen)
    sentences, paragraphs = words.sentences[chosen], words.paragraphs[chosen]
    shapes = _shapes(forms, sentences, paragraphs)
    parse = select_parse(words.parse, chosen)
    return Words(forms, words.starts[chosen], words.ends[chosen], sentences, paragraphs, shapes, parse)


def inner_words(words: Words, content: IntArray) -> IntArray:
    """The words of a content without the quotation marks that make it a quotation.

    Marks at the edges of each piece go; where all of the content is quoted, those between go too, so that
    what somebody said reads like a text of its own.
    """
    states = words.shapes[content] // CASES % QUOTES
    is_mark = states >= 2
    if np.all(states >= 1):
        return content[~is_mark]
    breaks = np.flatnonzero(np.diff(content) > 1)
    edges = np.concatenate(([0], breaks, breaks + 1, [len(content) - 1]))
    at_edge = np.zeros(len(content), dtype=np.bool_)
    at_edge[edges] = True
    return content[~(is_mark & at_edge)]


def _number_sentences(text: str, matches: Sequence[tuple[int, int]]) -> tuple[IntArray, IntArray]:
    """The number of the sentence and of the paragraph of each word."""
    sentences = np.zeros(len(matches), dtype=np.int32)
    paragraphs = np.zeros(len(matches), dtype=np.int32)
    sentence = paragraph = 0
    for i in range(1, len(matches)):
        end, start = matches[i - 1][1], matches[i][0]
        if end != start:
            starts_upper = text[start].isupper() or text[start] in "\"“'‘`«„"
            ended = SENTENCE_END.search(text, max(0, end - 4), end) is not None
            lines = text.count("\n", end, start)
            # A single line break inside a sentence is the wrapping of a plain text, no paragraph.
            if lines > 1 or (lines == 1 and (ended or not text[start].islower())):
                paragraph += 1
                sentence += 1
            elif ended and starts_upper:
                sentence += 1
        sentences[i], paragraphs[i] = sentence, paragraph
    return sentences, paragraphs


def _shapes(forms: Sequence[str], sentences: IntArray, paragraphs: IntArray) -> IntArray:
    """Case, quotation state and paragraph start of each word as one number."""
    if not forms:
        return np.zeros(0, dtype=np.int32)
    cases = _cases(forms, sentences)
    first = np.ones(len(forms), dtype=np.int32)
    first[1:] = paragraphs[1:] != paragraphs[:-1]
    return cases + CASES * (_quotes(forms, paragraphs) + QUOTES * first)


def _case(form: str) -> int:
    head = form[0]
    if head.isdigit():
        return 3
    if not head.isalpha():
        return 4
    if not head.isupper():
        return 0 if head.islower() else 5
    return 2 if len(form) > 1 and form.isupper() else 1


def _cases(forms: Sequence[str], sentences: IntArray) -> IntArray:
    """The case of each word; in a sentence written in capitals, every word counts as lower case."""
    cases = np.array([_case(form) for form in forms], dtype=np.int32)
    numbers = sentences - sentences[0]
    count = int(numbers[-1]) + 1
    letters = np.bincount(numbers[cases <= 2], minlength=count)
    capitals = np.bincount(numbers[cases == 2], minlength=count)
    shouting = (capitals > SHOUTING * letters)[numbers]
    return np.where(shouting & (cases <= 2), 0, cases).astype(np.int32)


def _quotes(forms: Sequence[str], paragraphs: IntArray) -> IntArray:
    """Outside, inside, opening or closing; a quotation left open ends with its paragraph."""
    states = np.zeros(len(forms), dtype=np.int32)
    is_open, paragraph = False, -1
    for i, form in enumerate(forms):
        if paragraphs[i] != paragraph:
            is_open, paragraph = False, int(paragraphs[i])
        opens = form in OPENING or (form in TOGGLING and not is_open)
        if opens:
            states[i], is_open = 2, True
        elif is_open and (form in CLOSING or form in TOGGLING):
            states[i], is_open = 3, False
        else:
            states[i] = int(is_open)
    return states
