"""The words of names, descriptions and contents, cut so that forms of one word fall together."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import combining, normalize

from reportedly.lang.lexicon import load_words

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s\b")
# "minister" and "ministry", "rescuers" and "rescue", "Kelvaria" and "Kelvarian" share six letters.
ROOT = 6
QUOTED = re.compile(r"“([^“”]+)[”“]?|\"([^\"]+)\"?|‘([^‘’]+(?:’\w[^‘’]*)*)’")


@lru_cache(maxsize=100_000)
def roots(words: str) -> frozenset[str]:
    """The roots of the words that name something, in lower case; numbers stay whole."""
    return frozenset(_root(word) for word in tokens(words) if word not in _function_words())


@lru_cache(maxsize=100_000)
def tokens(words: str) -> tuple[str, ...]:
    """The words in lower case, without possessive endings, marks and accents."""
    plain = normalize("NFKD", POSSESSIVE.sub("", words).casefold())
    return tuple(WORD.findall("".join(letter for letter in plain if not combining(letter))))


def quotations(content: str) -> Iterable[tuple[str, ...]]:
    """The words of each passage in quotation marks."""
    for found in QUOTED.finditer(content):
        yield tokens(next(filter(None, found.groups())))


@cache
def root_list(name: str) -> frozenset[str]:
    """The roots of one list of origins.toml."""
    return frozenset(_root(word.lower()) for word in load_words("origins")[name].words)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of origins.toml as it stands."""
    return load_words("origins")[name].words


def head_words(name: str) -> tuple[str, ...]:
    """The words of a name up to the one that says what its bearer is ("the Ministry" of "… of Defence")."""
    words = tuple(word for word in tokens(name) if word != "the")
    stops = [place for place, word in enumerate(words) if place and word in word_list("locating")]
    return words[: stops[0]] if stops else words


def is_correction(words: str) -> bool:
    """Whether an outlet takes something back in these words."""
    lowered = words.lower()
    return any(phrase in lowered for phrase in word_list("correcting"))


@cache
def spokespersons() -> frozenset[str]:
    """The roots of the words for whoever speaks for somebody else."""
    return frozenset(_root(word) for word in load_words("nouns")["spokespersons"].words)


@cache
def kinds_of_bodies() -> frozenset[str]:
    """The roots of the words that say what kind of body one is ("ministry")."""
    return frozenset(_root(word) for word in load_words("nouns")["organisation"].words)


def _root(word: str) -> str:
    return word[:ROOT]


@cache
def _function_words() -> frozenset[str]:
    return word_list("small") | {
        word for words in load_words("function_words").values() for word in words.words
    }
