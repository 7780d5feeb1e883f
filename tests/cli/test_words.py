"""Sides and counts in words."""

import pytest

from reportedly.cli.words import SIDES, counted, origins
from reportedly.types.attribution import Stance
from reportedly.types.claim import Claim, Evidence, Standing


def test_every_stance_stands_on_exactly_one_side() -> None:
    assert sorted(stance for side in SIDES.values() for stance in side) == sorted(Stance)


@pytest.mark.parametrize(("low", "high", "words"), [(2, 2, "2"), (1, 3, "1–3")])
def test_open_number_of_origins_is_a_range(low: int, high: int, words: str) -> None:
    assert origins(Evidence(Claim("c", ""), Standing.REPORTED, {}, (), low, low, high)) == words


def test_one_is_singular() -> None:
    assert [counted(number, "row") for number in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
