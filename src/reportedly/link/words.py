"""Rows as weighted bags of stems: the rarer a stem among the rows compared, the more it says."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import snowballstemmer

from reportedly.lang.lexicon import load_words
from reportedly.types.entry import Entry

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
# Words of one or two letters say nothing of a claim in English, save numbers.
SHORTEST_WORD = 3
# Frequencies among a handful of rows mean little: below this many rows they are counted as if the other
# rows held none of the words.
FEWEST_ROWS = 40

Bag = Mapping[str, float]

_stemmer = snowballstemmer.stemmer("english")


def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that say something, in lower case."""
    words = (word.lower().replace("’", "'") for word in WORD.findall(text))
    return frozenset(
        stem(word)
        for word in words
        if (len(word) >= SHORTEST_WORD and word not in function_words()) or word.isdigit()
    )


@cache
def function_words() -> frozenset[str]:
    """The words that a claim is never about."""
    return frozenset(word for words in load_words("function_words").values() for word in words.words)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Porter's stem of `word`, without a possessive ending."""
    return str(_stemmer.stemWord(word.removesuffix("'s")))


def weigh_rows(rows: Sequence[Entry]) -> dict[str, Bag]:
    """For each row id its stems with a weight of inverse document frequency, scaled to length one."""
    found = {row.id: stems(row.content_text) for row in rows}
    frequency = Counter(stem for bag in found.values() for stem in bag)
    return {row_id: _scaled(bag, frequency, max(len(found), FEWEST_ROWS)) for row_id, bag in found.items()}


def _scaled(bag: Iterable[str], frequency: Counter[str], rows: int) -> Bag:
    """Inverse document frequencies of the stems of one row, as a vector of length one."""
    weights = {stem: math.log(1 + rows / frequency[stem]) for stem in sorted(bag)}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()}


def overlap(a: Bag, b: Bag) -> float:
    """The cosine of two bags, from 0 to 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * large.get(stem, 0.0) for stem, weight in small.items())


def shared_words(a: Bag, b: Bag, text: str, most: int = 4) -> list[str]:
    """The words of `text` whose stems both bags hold, the weightiest first."""
    ranked = sorted(a.keys() & b.keys(), key=lambda shared: (-a[shared] * b[shared], shared))[:most]
    word_of = {stem(word.lower().replace("’", "'")): word for word in reversed(WORD.findall(text))}
    return [word_of.get(shared, shared) for shared in ranked]
