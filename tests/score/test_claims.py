"""Claims are scored by pairs of rows, by BCubed, and by the number of their origins."""

import pytest

from reportedly.score.claims import agreements, score_claims
from reportedly.score.figures import Detection, Scores
from reportedly.score.marked import Opposed
from tests.score.made import ANA, CLERK, DENIES, RAIN, SAYS, full, row


def rows(*claims: list[str]) -> list:
    parts = [(SAYS, (ANA,)), (DENIES, (CLERK,)), (RAIN, ())]
    return [row(f"r{at}", words, *links, claims=claims[at]) for at, (words, links) in enumerate(parts)]


def score(
    gold: list, predicted: list, *, gold_origins: dict | None = None, origins: dict | None = None
) -> Scores:
    return score_claims([Opposed(full(gold, gold_origins), full(predicted, origins))])


def found(scores: Scores, name: str) -> Detection:
    return next(one for one in scores.detections if one.name == ("same claim", name))


GOLD = [["shut"], ["shut"], ["rain"]]


def test_names_of_claims_do_not_matter() -> None:
    scores = score(rows(*GOLD), rows(["x"], ["x"], ["y"]))
    assert found(scores, "pairs end to end").f1.value == 1.0
    assert found(scores, "BCubed of matched").f1.value == 1.0


def test_split_claim_costs_recall_and_merged_claims_precision() -> None:
    split = score(rows(*GOLD), rows(["x"], ["z"], ["y"]))
    assert (
        found(split, "pairs end to end").recall.value,
        found(split, "BCubed of matched").precision.value,
    ) == (0, 1)
    merged = score(rows(*GOLD), rows(["x"], ["x"], ["x"]))
    pairs = found(merged, "pairs end to end")
    assert (pairs.hits, pairs.predicted, pairs.gold) == (1, 3, 1)
    assert found(merged, "BCubed of matched").precision.value == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_row_that_was_not_found_costs_end_to_end_alone() -> None:
    scores = score(rows(*GOLD), rows(["x"], ["x"], ["y"])[1:])
    assert found(scores, "pairs end to end").recall.value == 0.0
    assert [one.name[1] for one in scores.detections] == ["pairs end to end", "BCubed of matched"]


def test_row_about_two_claims_is_right_with_both() -> None:
    assert agreements([frozenset("ab"), frozenset("ab")], [frozenset("ab"), frozenset("ab")]) == [1.0, 1.0]
    assert agreements([frozenset("ab"), frozenset("ab")], [frozenset("a"), frozenset("a")]) == [0.5, 0.5]


def test_pair_over_two_articles_is_found() -> None:
    one, two = rows(*GOLD)[:1], rows(*GOLD)[1:]
    articles = [Opposed(full(side), full(side)) for side in (one, two)]
    pairs = found(score_claims(articles), "pairs end to end")
    assert (pairs.hits, pairs.gold) == (1, 1)


ORIGINS = [
    ({"x": 1, "y": 2}, 2),
    ({"x": 3, "y": 2}, 1),
    ({}, 0),
]


@pytest.mark.parametrize(("origins", "right"), ORIGINS)
def test_origins_are_right_where_the_number_is_the_golds(origins: dict[str, int], right: int) -> None:
    scores = score(
        rows(*GOLD), rows(["x"], ["x"], ["y"]), gold_origins={"shut": 1, "rain": 2}, origins=origins
    )
    (every, of_found) = scores.shares
    assert (every.right, every.of, of_found.right, of_found.of) == (right, 2, right, 2)


def test_claim_that_was_not_found_has_wrong_origins() -> None:
    scores = score(rows(*GOLD), rows(["x"], [], []), gold_origins={"shut": 1, "rain": 1}, origins={"x": 1})
    every, of_found = scores.shares
    assert (every.right, every.of, of_found.of) == (1, 2, 1)
