"""Pairs predicted contents with gold ones, one to one, the most alike first."""

from collections import defaultdict
from collections.abc import Callable, Sequence

LEAST_JACCARD = 0.5  # of the contents' words; the criterion under which the figures on PolNeAR are published

Words = frozenset[int]
Pair = tuple[int, int]


def anything(_predicted: int, _gold: int) -> bool:
    """The rule that allows every pair."""
    return True


def indifferent(_predicted: int, _gold: int) -> int:
    """The preference that ranks every pair alike."""
    return 0


def pair_up(
    predicted: Sequence[Words],
    gold: Sequence[Words],
    allowed: Callable[[int, int], bool] = anything,
    preference: Callable[[int, int], int] = indifferent,
) -> list[Pair]:
    """Pairs (position in `predicted`, position in `gold`) whose contents share half of their words.

    Taken greedily by falling Jaccard, then by falling `preference`, then in order of position.
    """
    ranked = sorted(
        (-jaccard, -preference(one, other), one, other)
        for one, other in neighbours(predicted, gold)
        if (jaccard := alikeness(predicted[one], gold[other])) >= LEAST_JACCARD and allowed(one, other)
    )
    taken: dict[int, int] = {}
    free = set(range(len(gold)))
    for _, _, one, other in ranked:
        if one not in taken and other in free:
            taken[one] = other
            free.remove(other)
    return list(taken.items())


def neighbours(predicted: Sequence[Words], gold: Sequence[Words]) -> set[Pair]:
    """Every pair that shares at least one word."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, words in enumerate(gold):
        for word in words:
            holders[word].append(position)
    return {
        (one, other)
        for one, words in enumerate(predicted)
        for word in words
        for other in holders.get(word, ())
    }


def alikeness(one: Words, other: Words) -> float:
    """Shared words divided by all words of the two."""
    return len(one & other) / len(one | other)
