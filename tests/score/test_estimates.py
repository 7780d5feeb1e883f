"""Figures have the values of their counts, and intervals over articles."""

import pytest

from reportedly.score.counts import ArticleCounts, Tally
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores

NAME, OTHER = ("rows", "found"), ("rows", "other")


def of_articles(*found: tuple[float, float, float]) -> Scores:
    counts = []
    for hits, predicted, gold in found:
        one = ArticleCounts()
        one.add_found(NAME, hits, predicted, gold)
        counts.append(one)
    return estimate("rows", counts, (0, 0), {("rows", "mean"): [NAME]})


def test_counts_are_summed_before_they_are_divided() -> None:
    (one,) = of_articles((1, 2, 1), (3, 3, 6)).detections
    assert (one.precision.value, one.recall.value) == (4 / 5, 4 / 7)
    assert one.f1.value == pytest.approx(8 / 12)
    assert (one.hits, one.predicted, one.gold) == (4, 5, 7)


def test_interval_holds_the_value_and_is_the_same_every_time() -> None:
    articles = [(3, 4, 5), (1, 4, 2), (5, 5, 5), (0, 2, 3)]
    (one,), (again,) = of_articles(*articles).detections, of_articles(*articles).detections
    assert one.f1.low is not None and one.f1.high is not None
    assert one.f1.low < one.f1.value < one.f1.high
    assert one == again


def test_articles_all_alike_have_an_interval_without_width() -> None:
    (one,) = of_articles(*[(1, 2, 2)] * 5).detections
    assert (one.f1.low, one.f1.value, one.f1.high) == (0.5, 0.5, 0.5)


def test_one_article_has_no_interval() -> None:
    (one,) = of_articles((1, 2, 2)).detections
    assert (one.f1.value, one.f1.low, one.f1.high) == (0.5, None, None)


def test_nothing_predicted_is_zero_and_no_error() -> None:
    (one,) = of_articles((0, 0, 3), (0, 0, 1)).detections
    assert (one.precision.value, one.recall.value, one.f1.value) == (0.0, 0.0, 0.0)


def test_mean_counts_a_figure_that_found_nothing_as_zero() -> None:
    one = ArticleCounts()
    one.add_found(NAME, 1, 1, 1)
    one.add_found(OTHER, 0, 0, 1)
    scores = estimate("rows", [one], (2, 1), {("rows", "mean"): [NAME, OTHER]})
    assert (scores.means[0].mean.value, scores.means[0].parts) == (0.5, 2)


def test_share_is_right_of_all() -> None:
    one = ArticleCounts()
    one.add_right(NAME, 1, 4)
    one.add_right(NAME, 1, 4)
    (share,) = estimate("rows", [one], (0, 0)).shares
    assert (share.share.value, share.right, share.of) == (0.25, 2, 8)


def test_hits_may_differ_on_the_two_sides() -> None:
    one = ArticleCounts()
    one.add_tally(NAME, Tally(2, 2, 1, 4))
    (found,) = estimate("rows", [one], (0, 0)).detections
    assert (found.precision.value, found.recall.value) == (1.0, 0.25)


def test_values_have_one_name_each() -> None:
    values = dict(of_articles((1, 2, 2)).values())
    assert values["rows found f1"] == values["rows mean mean"] == 0.5
