"""Contents are paired one to one, the most alike first."""

import pytest

from reportedly.score.matching import pair_up


def words(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


CASES = [
    ("half of the words are enough", [words(1)], [words(1, 2)], [(0, 0)]),
    ("less than half are not", [words(1)], [words(1, 2, 3)], []),
    ("the most alike is taken first", [words(1, 2, 3), words(1, 2)], [words(1, 2)], [(1, 0)]),
    ("a second copy finds no partner", [words(1), words(1)], [words(1)], [(0, 0)]),
    ("nothing meets nothing", [words()], [words()], []),
]


@pytest.mark.parametrize(("name", "predicted", "gold", "expected"), CASES, ids=[case[0] for case in CASES])
def test_pairs(
    name: str, predicted: list[frozenset[int]], gold: list[frozenset[int]], expected: list
) -> None:
    assert pair_up(predicted, gold) == expected


def test_a_pair_that_is_not_allowed_leaves_both_free() -> None:
    same = [words(1, 2), words(1, 2)]
    assert pair_up(same, same, lambda one, other: one != other) == [(0, 1), (1, 0)]


def test_preference_decides_between_contents_equally_alike() -> None:
    same = [words(1, 2), words(1, 2)]
    assert dict(pair_up(same, same, preference=lambda one, other: int(one != other))) == {0: 1, 1: 0}
