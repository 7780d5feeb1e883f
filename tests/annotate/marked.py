"""Builds parsed docs from invented sentences in which <source>, [cue] and {content} are marked."""

import re
from functools import cache

from reportedly.annotate.chains import Chains
from reportedly.annotate.positions import Positions
from reportedly.annotate.syntax import Syntax
from reportedly.types.article import Article
from reportedly.types.attribution import Attribution, ChainLink, Position, Quoted, SourceChain
from reportedly.types.doc import Doc
from reportedly.types.span import Span

MARKS = {"<": "source", "[": "cue", "{": "content"}
CLOSING = ">]}"
QUOTES = '"“”'


@cache
def syntax() -> Syntax:
    """The parser, loaded once for all tests."""
    return Syntax()


def read_marked(marked: str, **fields: object) -> Doc:
    """A doc of a marked text with one attribution a line; `fields` are those of `Article`."""
    text, rows = "", []
    for number, line in enumerate(marked.split("\n")):
        spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        opened: list[tuple[str, int]] = []
        for piece in re.findall(r"[<\[{>\]}]|[^<\[{>\]}]+", line):
            if piece in MARKS:
                opened.append((MARKS[piece], len(text)))
            elif piece in CLOSING:
                role, start = opened.pop()
                spans[role].append(Span(start, len(text)))
            else:
                text += piece
        text += "\n"
        if any(spans.values()):
            rows.append(_row(f"a{number}", spans, text))
    doc = Doc(Article("x", text, **{"outlet": "Harbour Gazette", **fields}))  # type: ignore[arg-type]
    syntax().annotate([doc])
    doc.attributions, doc.own_voice, doc.quotations = tuple(rows), (), ()
    return doc


def own_voice_doc(text: str, **fields: object) -> Doc:
    """A doc in which every sentence is the outlet's own."""
    doc = Doc(Article("x", text, **{"outlet": "Harbour Gazette", **fields}))  # type: ignore[arg-type]
    syntax().annotate([doc])
    doc.attributions, doc.quotations = (), ()
    doc.own_voice = tuple(
        Attribution(f"o{number}", (), (), (span,), Quoted.OWN_VOICE)
        for number, span in enumerate(doc.sentences or ())
    )
    return doc


def chains_of(marked: str, **fields: object) -> list[SourceChain]:
    """The chains of a marked text."""
    doc = read_marked(marked, **fields)
    Chains().annotate([doc])
    return list(doc.chains or ())


def positions_of(marked: str) -> list[Position]:
    """The positions of a marked text."""
    doc = read_marked(marked)
    Chains().annotate([doc])
    Positions().annotate([doc])
    return list(doc.positions or ())


def crumbs(chain: SourceChain) -> list[str]:
    """A chain without the publishing outlet, each link in a word or two."""
    return [link_words(link) for link in chain.links[1:]]


def link_words(link: ChainLink) -> str:
    """A link's name, its description, or its kind where it has neither."""
    return link.name or link.described_as or link.kind.value


def _row(row_id: str, spans: dict[str, list[Span]], text: str) -> Attribution:
    content = [text[span.start : span.end] for span in spans["content"]]
    direct = bool(content) and all(one[0] in QUOTES and one[-1] in QUOTES for one in content)
    return Attribution(
        id=row_id,
        source=tuple(spans["source"]),
        cue=tuple(spans["cue"]),
        content=tuple(spans["content"]),
        quoted=Quoted.DIRECT if direct else Quoted.INDIRECT,
        confidence=0.9,
    )
