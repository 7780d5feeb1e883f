"""Finds which articles may share a passage without comparing them all: MinHash over windows of words.

A MinHash of a whole article sees copies only; one of every window of words also sees a shared paragraph. Each
minimum is a key of its own (bands of one row): two articles are candidates as soon as they share a few keys.
"""

import struct
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rensa import RMinHash

from reportedly.link.copy_words import read_words
from reportedly.types.span import Spans

# The shingle of five words is that of the baseline; windows overlap by half, so a passage of half a window
# always lies in one. With 8 minima a window, 85 of the 86 labelled pairs that share text are candidates.
SHINGLE = 5
WINDOW = 32
STEP = 16
MINIMA = 8
SEED = 20161
# Bytes of a sketch begin with the version of this scheme and of the library's hash: sketches of two schemes
# must never be compared.
SCHEME = (1, RMinHash.ALGORITHM_VERSION)
HEAD = struct.Struct("<BBI")
# So many keys in common make two articles worth comparing.
ENOUGH_KEYS = 2
# A key leads to so many articles at most, those with the lowest ids, and an article has so many candidates at
# most: 2,000 identical articles are still tied to one another through those.
ARTICLES_OF_KEY = 64
MOST_CANDIDATES = 32


@dataclass(frozen=True, slots=True)
class Sketch:
    """The keys of one article, sorted: each stands for one rare-by-chance shingle of it.

    A key is at most 40 bits, so it fits a signed integer column.
    """

    keys: tuple[int, ...]

    def to_bytes(self) -> bytes:
        """This sketch for a ledger's column, 8 bytes a key."""
        return HEAD.pack(*SCHEME, len(self.keys)) + struct.pack(f"<{len(self.keys)}Q", *self.keys)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Sketch | None":
        """The sketch that `to_bytes` wrote; None where another scheme made it, so it must be made anew."""
        if len(data) < HEAD.size:
            return None
        *scheme, count = HEAD.unpack_from(data)
        if tuple(scheme) != SCHEME or len(data) != HEAD.size + 8 * count:
            return None
        return cls(struct.unpack_from(f"<{count}Q", data, HEAD.size))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles that may share a passage, `a` before `b`, and how many keys they have in common."""

    a: str
    b: str
    shared: int


@dataclass(slots=True)
class CopyIndex:
    """The articles of each key; it grows one article at a time."""

    articles: dict[int, list[str]] = field(default_factory=dict)

    def add(self, article_id: str, sketch: Sketch) -> None:
        """Enter one article; a key keeps the articles with the lowest ids."""
        for key in sketch.keys:
            known = self.articles.setdefault(key, [])
            known.append(article_id)
            if len(known) > ARTICLES_OF_KEY:
                known.remove(max(known))

    def candidates(self, article_id: str, sketch: Sketch) -> tuple[Candidate, ...]:
        """The articles that may share a passage with this one, the most alike first."""
        shared = Counter(other for key in sketch.keys for other in self.articles.get(key, ()))
        del shared[article_id]
        enough = [(-count, other) for other, count in shared.items() if count >= ENOUGH_KEYS]
        return tuple(
            Candidate(min(article_id, other), max(article_id, other), -count)
            for count, other in sorted(enough)[:MOST_CANDIDATES]
        )


def sketch(text: str, furniture: Spans = ()) -> Sketch:
    """The keys of one article's text outside its page furniture; a text below one shingle has none."""
    forms = read_words(text, furniture).forms
    windows = [_shingles(forms[start : start + WINDOW]) for start in _starts(len(forms))]
    keys = {
        (number << 32) | value
        for digest in RMinHash.digests_from_token_sets(windows, MINIMA, SEED)
        for number, value in enumerate(digest)
    }
    return Sketch(tuple(sorted(keys)))


def candidates(sketches: Mapping[str, Sketch]) -> tuple[Candidate, ...]:
    """Every pair of these articles that may share a passage, in the order of their ids."""
    index = CopyIndex()
    for article_id in sorted(sketches):
        index.add(article_id, sketches[article_id])
    pairs = {
        candidate
        for article_id in sorted(sketches)
        for candidate in index.candidates(article_id, sketches[article_id])
    }
    return tuple(sorted(pairs, key=lambda one: (one.a, one.b)))


def _starts(words: int) -> Iterable[int]:
    """Where the windows begin; the last one holds the last word."""
    return range(0, max(words - WINDOW + STEP, 1), STEP) if words >= SHINGLE else ()


def _shingles(forms: Sequence[str]) -> list[str]:
    """The shingles of one window."""
    return [" ".join(forms[start : start + SHINGLE]) for start in range(len(forms) - SHINGLE + 1)]
