"""Reads PolNeAR's JSON lines and turns character spans into labels on words."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.annotate.decoding import TAGS
from reportedly.annotate.words import Words, split_words

ROLES = ("source", "cue", "content")
MARK = {"source": "S", "cue": "C", "content": "T"}


@dataclass(frozen=True, slots=True)
class Labels:
    """One person's labels on the words of an article.

    `tags` has one number for each word; `roles` lists, for each attribution, the words of its source, cue
    and content that the tags can express (a word has one role).
    """

    tags: list[int]
    roles: list[dict[str, list[int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the labels of everybody who annotated it; `gold` is the first one's, as in the file."""

    name: str
    publisher: str
    text: str
    words: Words
    labels: list[Labels]
    gold: list[dict[str, Any]]


def read_polnear(folder: Path, part: str) -> list[Reading]:
    """The articles of PolNeAR's `part` ("train" or "dev") in `folder`."""
    path = folder / "polnear" / f"{part}.jsonl.gz"
    if not path.exists():
        message = f"{path} is missing: give the folder that holds polnear/ with --data or REPORTEDLY_DATA"
        raise FileNotFoundError(message)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_reading(json.loads(line)) for line in lines]


def _reading(row: dict[str, Any]) -> Reading:
    words = split_words(row["text"])
    people = [row["attributions"], *(row.get("others") or {}).values()]
    labels = [label_words(words, attributions) for attributions in people]
    return Reading(row["doc"], row["publisher"], row["text"], words, labels, row["attributions"])


def label_words(words: Words, attributions: Iterable[dict[str, Any]]) -> Labels:
    """Tags and roles; where two attributions claim one word in different roles, the first keeps it."""
    taken: dict[int, tuple[str, int]] = {}
    roles: list[dict[str, list[int]]] = []
    for number, attribution in enumerate(attributions):
        held: dict[str, list[int]] = {}
        for role in ROLES:
            touched = sorted({i for span in attribution[role] for i in _touched(words, *span)})
            for i in touched:
                taken.setdefault(i, (role, number))
            held[role] = [i for i in touched if taken[i][0] == role]
        roles.append(held)
    tags = [0] * len(words)
    for i, (role, number) in taken.items():
        continues = taken.get(i - 1) == (role, number)
        tags[i] = TAGS.index(("I-" if continues else "B-") + MARK[role])
    return Labels(tags, roles)


def _touched(words: Words, start: int, end: int) -> range:
    """The numbers of the words that share a character with the span."""
    first = int(words.ends.searchsorted(start, side="right"))
    last = int(words.starts.searchsorted(end, side="left"))
    return range(first, last)
