"""Windows hold every word, keep their limit, and end with sentences where they can."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.windows import cut_windows, owners
from reportedly.annotate.words import Words, split_words

SENTENCE = st.lists(st.just("word"), min_size=1, max_size=40).map(lambda words: "W" + " ".join(words) + ".")
TEXTS = st.lists(SENTENCE, max_size=30).map(" ".join)


def lengths_of(words: Words) -> np.ndarray:
    return np.array([1 + i % 3 for i in range(len(words))], dtype=np.int32)


@given(TEXTS, st.integers(16, 80), st.sampled_from([0, 4, 8]))
def test_windows_cover_all_words_in_order(text: str, limit: int, overlap: int) -> None:
    words = split_words(text)
    lengths = lengths_of(words)
    windows = cut_windows(words, lengths, limit=limit, overlap=overlap)
    covered = {i for window in windows for i in range(window.start, window.end)}
    assert covered == set(range(len(words)))
    assert all(a.start < b.start and a.end < b.end for a, b in pairwise(windows))
    assert all(lengths[one.start : one.end].sum() <= limit - 2 for one in windows)


@given(TEXTS)
def test_every_word_is_owned_by_a_window_that_holds_it(text: str) -> None:
    words = split_words(text)
    windows = cut_windows(words, lengths_of(words), limit=32, overlap=8)
    for word, number in enumerate(owners(windows, len(words))):
        assert windows[number].start <= word < windows[number].end


def test_windows_end_with_sentences() -> None:
    words = split_words("One two three. " * 20)
    ones = np.ones(len(words), dtype=np.int32)
    assert all(window.end % 4 == 0 for window in cut_windows(words, ones, limit=23, overlap=0))


def test_a_word_longer_than_a_window_still_moves_on() -> None:
    words = split_words("a b c")
    lengths = np.array([50, 50, 50], dtype=np.int32)
    assert [one.end for one in cut_windows(words, lengths, limit=16, overlap=0)] == [1, 2, 3]


def test_no_words_no_windows() -> None:
    assert cut_windows(split_words(""), np.zeros(0, dtype=np.int32)) == []
