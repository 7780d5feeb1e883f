"""Reads texts with marked entities from GUM and ECB+, in one form; and news without marks."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.yardsticks.gum_gold import GoldDocument, read_gum

from reportedly.types.article import Article
from reportedly.types.span import Span

GUM_GENRES = ("news", "interview", "court", "bio", "voyage", "academic")
ATTACHED = frozenset((",", ".", ";", ":", "!", "?", ")", "]", "'s", "n't", "''", "”", "’s", "'", "%"))
OPENING = frozenset(("(", "[", "``", "“", "$"))
QUOTATION = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """One mention of an entity: its characters, and those of the words that name it."""

    entity: str
    span: Span
    core: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One text; `corpus` is "gum news", "ecbplus" and so on."""

    name: str
    corpus: str
    text: str
    mentions: tuple[MarkedMention, ...]


def read_marked_texts(data: Path) -> Iterator[MarkedText]:
    """Every text of the two corpora. (LitBank's novels were tried: the figures of news did not rise.)"""
    yield from read_gum_texts(data)
    yield from read_ecb(data)


def read_gum_texts(data: Path) -> Iterator[MarkedText]:
    """GUM's texts."""
    yield from map(to_marked, read_gum(data, GUM_GENRES))


def to_marked(document: GoldDocument) -> MarkedText:
    """One of GUM's texts in the form of both corpora."""
    spans = [token.span for token in document.tokens]
    mentions = tuple(
        MarkedMention(
            one.entity,
            Span(spans[one.first].start, spans[one.last].end),
            tuple(spans[n] for n in one.core),
        )
        for one in document.mentions
    )
    return MarkedText(document.name, f"gum {document.genre}", document.text, mentions)


def read_ecb(data: Path) -> Iterator[MarkedText]:
    """ECB+'s news, with the people and places that it marks."""
    for row in _rows(data / "ecbplus" / "train_dev.jsonl.gz"):
        text, spans = join_words(row["tok"])
        mentions = tuple(
            _whole(one["chain"], [spans[n] for n in one["tok"]])
            for one in row["mentions"]
            if "chain" in one and one["tag"].startswith(("HUMAN", "NON_HUMAN", "LOC"))
        )
        yield MarkedText(row["doc"], "ecbplus", text, mentions)


def read_polnear(data: Path) -> list[Article]:
    """Every second article of PolNeAR's train part, without its marks: enough, and half the time."""
    rows = list(_rows(data / "polnear" / "train.jsonl.gz"))
    return [Article(row["doc"], row["text"], language="en") for row in rows[::2]]


def join_words(words: Sequence[str]) -> tuple[str, list[Span]]:
    """The words as a text, with the characters of each."""
    pieces: list[str] = []
    spans: list[Span] = []
    length, is_open = 0, True
    for word in words:
        written = QUOTATION.get(word, word)
        if not is_open and word not in ATTACHED:
            pieces.append(" ")
            length += 1
        pieces.append(written)
        spans.append(Span(length, length + len(written)))
        length += len(written)
        is_open = word in OPENING
    return "".join(pieces), spans


def _whole(entity: str, spans: Sequence[Span]) -> MarkedMention:
    return MarkedMention(entity, Span(spans[0].start, spans[-1].end), tuple(spans))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
