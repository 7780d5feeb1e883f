"""Reads annotated articles and turns character spans into labels on words."""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.annotate.decoding import TAGS
from reportedly.annotate.words import Words
from reportedly.score.gold import read_gold
from reportedly.score.roles import RoleSpans
from reportedly.types.span import Span
from training.attributions.parses import parsed_words

ROLES = ("source", "cue", "content")
MARK = {"source": "S", "cue": "C", "content": "T"}


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels on the words of an article.

    `tags` has one number for each word; `roles` lists, for each attribution, the words of its source, cue
    and content that the tags can express (a word has one role).
    """

    tags: list[int]
    roles: list[dict[str, list[int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its labels, and the attributions that they were made from."""

    name: str
    publisher: str | None
    text: str
    words: Words
    labels: Labels
    gold: tuple[RoleSpans, ...]


def read_articles(path: Path, cache: Path) -> list[Reading]:
    """The articles of a file or a brat folder, outermost attributions only; parses are kept in `cache`.

    Everything that `reportedly evaluate` reads as gold is read.
    """
    marked = read_gold(path)
    parsed = parsed_words([one.article.text for one in marked], cache)
    readings = []
    for one, words in zip(marked, parsed, strict=True):
        gold = one.attributions(outermost=True)
        article = one.article
        readings.append(Reading(one.key, article.outlet, article.text, words, label_words(words, gold), gold))
    return readings


def read_plain(path: Path, cache: Path) -> list[Words]:
    """The words of unlabelled articles: one JSON object a line with its text under "body" or "text"."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return parsed_words([row.get("body") or row["text"] for row in rows], cache)


def label_words(words: Words, attributions: Iterable[RoleSpans]) -> Labels:
    """Tags and roles; where two attributions claim one word in different roles, the first keeps it."""
    taken: dict[int, tuple[str, int]] = {}
    roles: list[dict[str, list[int]]] = []
    for number, attribution in enumerate(attributions):
        held: dict[str, list[int]] = {}
        for role, spans in zip(
            ROLES, (attribution.source, attribution.cue, attribution.content), strict=True
        ):
            touched = _touched(words, spans)
            for i in touched:
                taken.setdefault(i, (role, number))
            held[role] = [i for i in touched if taken[i][0] == role]
        roles.append(held)
    tags = [0] * len(words)
    for i, (role, number) in taken.items():
        continues = taken.get(i - 1) == (role, number)
        tags[i] = TAGS.index(("I-" if continues else "B-") + MARK[role])
    return Labels(tags, roles)


def _touched(words: Words, spans: Sequence[Span]) -> list[int]:
    """The numbers of the words that share a character with one of the spans."""
    touched: set[int] = set()
    for span in spans:
        first = int(words.ends.searchsorted(span.start, side="right"))
        last = int(words.starts.searchsorted(span.end, side="left"))
        touched.update(range(first, last))
    return sorted(touched)
