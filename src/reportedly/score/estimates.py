"""From the counts of each article to figures with intervals, by drawing the articles anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from reportedly.score.counts import ArticleCounts, Name, Tally
from reportedly.score.figures import Detection, Estimate, Mean, Scores, Share

RESAMPLES = 1_000
SEED = 20_310_512
FEWEST = 2  # articles that an interval needs
BOUNDS = (2.5, 97.5)  # percentiles: an interval of 95 %

Array = NDArray[np.float64]
Groups = Mapping[Name, Sequence[Name]]  # a mean's name, and the names of the figures that it averages


def estimate(
    kind: str, counts: Sequence[ArticleCounts], totals: tuple[int, int], means: Groups | None = None
) -> Scores:
    """Every figure of the counts; `totals` are the numbers of gold and predicted rows."""
    found_names, right_names = names_of(one.found for one in counts), names_of(one.right for one in counts)
    found = table_of([one.found for one in counts], found_names)
    right = table_of([one.right for one in counts], right_names)
    drawn_found, drawn_right = drawn(found), drawn(right)
    found, right = found.sum(axis=0), right.sum(axis=0)
    return Scores(
        kind=kind,
        articles=len(counts),
        gold=totals[0],
        predicted=totals[1],
        detections=tuple(
            to_detection(name, found[at], drawn_found[:, at]) for at, name in enumerate(found_names)
        ),
        shares=tuple(to_share(name, right[at], drawn_right[:, at]) for at, name in enumerate(right_names)),
        means=tuple(
            to_mean(name, found[places], drawn_found[:, places])
            for name, parts in (means or {}).items()
            if (places := [found_names.index(part) for part in parts])
        ),
    )


def names_of(counts: Iterable[Mapping[Name, Tally]]) -> list[Name]:
    """Every name, group by group, in order of appearance."""
    names = list(dict.fromkeys(name for one in counts for name in one))
    groups = list(dict.fromkeys(group for group, _ in names))
    return sorted(names, key=lambda name: groups.index(name[0]))


def table_of(counts: Sequence[Mapping[Name, Tally]], names: Sequence[Name]) -> Array:
    """The counts as articles x names x (predicted hits, predicted, gold hits, gold)."""
    none = Tally()
    values = [[astuple(one.get(name, none)) for name in names] for one in counts]
    return np.array(values, dtype=np.float64).reshape(len(counts), len(names), 4)


def drawn(table: Array) -> Array:
    """The sums of resamples of as many articles, drawn with replacement.

    A row with counts in fewer than two articles has no spread to show: its sums are zero, which is undefined.
    """
    articles = len(table)
    if articles == 0:
        return np.zeros((0, *table.shape[1:]))
    is_spread = (table.sum(axis=-1) > 0).sum(axis=0) >= FEWEST
    table = table * is_spread[:, np.newaxis]
    random = np.random.default_rng(SEED)
    flat = table.reshape(articles, -1)
    choices = (random.integers(0, articles, articles) for _ in range(RESAMPLES))
    sums = [np.bincount(chosen, minlength=articles) @ flat for chosen in choices]
    return np.stack(sums).reshape(RESAMPLES, *table.shape[1:])


def to_detection(name: Name, total: Array, draws: Array) -> Detection:
    """Precision, recall and F1 of one row of the table."""
    precision, recall, f1 = (
        to_estimate(float(measure(total)), measure(draws)) for measure in (precision_of, recall_of, f1_of)
    )
    return Detection(name, precision, recall, f1, float(total[2]), int(total[1]), int(total[3]))


def to_share(name: Name, total: Array, draws: Array) -> Share:
    """The share that is right."""
    share = to_estimate(float(precision_of(total)), precision_of(draws))
    return Share(name, share, int(total[0]), int(total[1]))


def to_mean(name: Name, total: Array, draws: Array) -> Mean:
    """The mean F1 of several rows; a resample that lacks one of them is averaged over the others."""
    values, of_draws = np.nan_to_num(f1_of(total)), np.nan_to_num(f1_of(draws))
    is_there = (draws[..., 1] + draws[..., 3]) > 0
    means = ratio((of_draws * is_there).sum(axis=-1), is_there.sum(axis=-1))
    return Mean(name, to_estimate(float(sum(values) / len(values)), means), len(values))


def to_estimate(value: float, draws: Array) -> Estimate:
    """The value with the percentiles of the resamples in which it is defined."""
    defined = draws[~np.isnan(draws)]
    if len(defined) == 0:
        return Estimate(0.0 if np.isnan(value) else value)
    low, high = np.percentile(defined, BOUNDS)
    return Estimate(0.0 if np.isnan(value) else value, float(low), float(high))


def precision_of(table: Array) -> Array:
    """Hits of the predicted."""
    return ratio(table[..., 0], table[..., 1])


def recall_of(table: Array) -> Array:
    """Hits of the gold."""
    return ratio(table[..., 2], table[..., 3])


def f1_of(table: Array) -> Array:
    """The harmonic mean of precision and recall; 0 where both are."""
    precision, recall = np.nan_to_num(precision_of(table)), np.nan_to_num(recall_of(table))
    f1 = np.nan_to_num(ratio(2 * precision * recall, precision + recall))
    is_there = table[..., 1] + table[..., 3] > 0
    defined: Array = np.where(is_there, f1, np.nan)
    return defined


def ratio(hits: Array, of: Array) -> Array:
    """The quotient, undefined (NaN) where there is nothing to divide by."""
    quotient: Array = np.full(np.shape(hits), np.nan)
    np.divide(hits, of, out=quotient, where=np.asarray(of) > 0)
    return quotient
