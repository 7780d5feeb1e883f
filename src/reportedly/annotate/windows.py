"""Cuts a long text into windows of whole sentences that the attribution model can read at once."""

from dataclasses import dataclass

import numpy as np

from reportedly.annotate.words import IntArray, Words

# 256 pieces hold every attribution of PolNeAR but a handful, and train twice as fast as 512.
WINDOW_PIECES = 256
OVERLAP_PIECES = 32  # 48 and 64 cost time and gain nothing on PolNeAR dev


@dataclass(frozen=True, slots=True)
class Window:
    """The words from number `start` (included) to number `end` (excluded)."""

    start: int
    end: int


def cut_windows(
    words: Words, lengths: IntArray, limit: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES, first: int = 0
) -> list[Window]:
    """Windows over all words, each of at most `limit` pieces (`lengths` pieces a word), two of them marks.

    Windows end at sentence borders unless a sentence fills more than half a window; neighbours share
    whole sentences of up to about `overlap` pieces. `first` shortens the first window (training varies it).
    """
    count = len(words)
    total = np.concatenate(([0], np.cumsum(lengths)))
    breaks = np.flatnonzero(np.diff(words.sentences)) + 1
    borders = np.concatenate(([0], breaks, [count]))
    windows: list[Window] = []
    start = 0
    while start < count:
        room = limit - 2 - (first if start == 0 else 0)
        furthest = int(np.searchsorted(total, total[start] + room, side="right")) - 1
        furthest = max(furthest, start + 1)
        end = furthest
        if furthest < count:
            border = int(borders[np.searchsorted(borders, furthest, side="right") - 1])
            is_further = border > (windows[-1].end if windows else 0)
            if is_further and total[border] - total[start] >= room / 2:
                end = border
        windows.append(Window(start, end))
        if end >= count:
            break
        start = _next_start(start, end, total, borders, overlap)
    return windows


def _next_start(start: int, end: int, total: IntArray, borders: IntArray, overlap: int) -> int:
    """Where the next window begins: at a sentence border inside the overlap, always further on."""
    if not overlap:
        return end
    earliest = int(np.searchsorted(total, total[end] - overlap, side="left"))
    border = int(borders[np.searchsorted(borders, earliest, side="left")])
    following = border if border < end else earliest
    return following if following > start else end


def owners(windows: list[Window], count: int) -> IntArray:
    """For each word the number of the window in which it stands furthest from an edge."""
    owner = np.zeros(count, dtype=np.int32)
    margin = np.full(count, -1, dtype=np.int64)
    for number, window in enumerate(windows):
        places = np.arange(window.start, window.end)
        left = places - window.start if window.start else np.full(len(places), count)
        right = window.end - 1 - places if window.end < count else np.full(len(places), count)
        distance = np.minimum(left, right)
        better = distance > margin[window.start : window.end]
        owner[window.start : window.end][better] = number
        margin[window.start : window.end][better] = distance[better]
    return owner
