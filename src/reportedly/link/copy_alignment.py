"""Aligns two texts word by word: exact seeds, extended over small edits, whatever their order.

Every step takes time linear in the length of the two texts: a seed is looked up at a few places only, and
what has matched is never read again.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

# A seed is so many words in the same order; with 3 every "one of the" is one, with 6 edited text has none.
SEED = 4
# A gap of so many words on either side is an edit inside one passage, not the end of it.
GAP = 6
# A seed that stands in more places of a text is looked up only where the last match went on and at its first
# places, so a text of one repeated word stays linear.
PLACES = 4


@dataclass(frozen=True, slots=True)
class Run:
    """The same `length` words from word `a` of one text and from word `b` of the other."""

    a: int
    b: int
    length: int


@dataclass(slots=True)
class Chain:
    """Runs that follow one another in both texts with small gaps between."""

    runs: list[Run]

    @property
    def a(self) -> range:
        """The words of the first text from the first run to the last."""
        return range(self.runs[0].a, self.runs[-1].a + self.runs[-1].length)

    @property
    def b(self) -> range:
        """The words of the second text from the first run to the last."""
        return range(self.runs[0].b, self.runs[-1].b + self.runs[-1].length)


def align(a: Sequence[str], b: Sequence[str]) -> list[Chain]:
    """The passages that `a` and `b` share, in the order of `a`; the same ones whichever comes first.

    Each word of the shorter text is in one passage at most; what the longer one repeats is matched once.
    """
    if (len(b), b) < (len(a), a):
        turned = [Chain([Run(run.b, run.a, run.length) for run in chain.runs]) for chain in align(b, a)]
        return sorted(turned, key=_order)
    return join_runs(find_runs(a, b))


def find_runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Runs of at least `SEED` equal words; every word of `a` is in one run at most."""
    places = _index(b)
    runs: list[Run] = []
    position, after = 0, 0
    while position <= len(a) - SEED:
        found = places.get(tuple(a[position : position + SEED]))
        if found is None:
            position += 1
            continue
        start = max(_few(found, after), key=partial(_likeness, a, b, position, after))
        length = _length(a, b, position, start)
        runs.append(Run(position, start, length))
        position, after = position + length, start + length
    return runs


def join_runs(runs: Iterable[Run]) -> list[Chain]:
    """Chains of runs that follow one another in both texts across gaps of at most `GAP` words."""
    done: list[Chain] = []
    open_chains: list[Chain] = []
    for run in runs:
        still_open = [chain for chain in open_chains if run.a - chain.a.stop <= GAP]
        done.extend(chain for chain in open_chains if run.a - chain.a.stop > GAP)
        fitting = [chain for chain in still_open if 0 <= run.b - chain.b.stop <= GAP]
        if fitting:
            min(fitting, key=lambda chain: run.b - chain.b.stop).runs.append(run)
        else:
            still_open.append(Chain([run]))
        open_chains = still_open
    return sorted([*done, *open_chains], key=_order)


def _order(chain: Chain) -> tuple[int, int, int]:
    return chain.a.start, chain.a.stop, chain.b.start


def _index(words: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    """Where each seed stands in `words`."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position in range(len(words) - SEED + 1):
        places[tuple(words[position : position + SEED])].append(position)
    return dict(places)


def _few(places: list[int], after: int) -> list[int]:
    """The places worth a look: the first ones, and those from where the last match ended."""
    if len(places) <= 2 * PLACES:
        return places
    onward = bisect_left(places, after)
    return places[:PLACES] + places[onward : onward + PLACES]


def _likeness(
    a: Sequence[str], b: Sequence[str], position: int, after: int, place: int
) -> tuple[int, int, int]:
    """How good a place is for the seed at `position`: how much follows, then how near it is to `after`."""
    return _length(a, b, position, place), -abs(place - after), place


def _length(a: Sequence[str], b: Sequence[str], start_a: int, start_b: int) -> int:
    """How many words are the same from here on."""
    length = SEED
    longest = min(len(a) - start_a, len(b) - start_b)
    while length < longest and a[start_a + length] == b[start_b + length]:
        length += 1
    return length
