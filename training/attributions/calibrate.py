"""Fits the confidence of an attribution: a logistic regression on its evidence, checked on folds."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

FOLDS = 5
RIDGE = 1e-2  # keeps the weights finite; ten times more or less changes no figure's first decimal
EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of every attribution found, whether it was right, and the article it stands in."""

    values: FloatArray
    right: FloatArray
    articles: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions with a confidence in one interval: how many, what was promised, what was right."""

    low: float
    high: float
    count: int
    promised: float
    right: float


def fit(values: FloatArray, right: FloatArray) -> FloatArray:
    """Weights of the evidence, the constant last; none is negative: more evidence never counts against."""
    kept = np.arange(values.shape[1])
    weights = _fit_freely(values, right)
    while (weights[:-1] < 0).any():
        kept = np.delete(kept, int(weights[:-1].argmin()))
        weights = _fit_freely(values[:, kept], right)
    result = np.zeros(values.shape[1] + 1)
    result[kept], result[-1] = weights[:-1], weights[-1]
    return result


def _fit_freely(values: FloatArray, right: FloatArray) -> FloatArray:
    """Logistic regression by Newton's method, the constant last."""
    design = np.hstack([values, np.ones((len(values), 1))])
    weights = np.zeros(design.shape[1])
    ridge = RIDGE * np.eye(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - chance) - ridge @ weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def held_out_confidence(evidence: Evidence) -> FloatArray:
    """The confidence of every attribution by weights that were fitted on other articles."""
    result = np.zeros(len(evidence.right))
    for fold in range(FOLDS):
        out = evidence.articles % FOLDS == fold
        weights = fit(evidence.values[~out], evidence.right[~out])
        design = np.hstack([evidence.values[out], np.ones((int(out.sum()), 1))])
        result[out] = 1 / (1 + np.exp(-design @ weights))
    return result


def reliability(confidence: FloatArray, right: FloatArray) -> list[Bin]:
    """Promised against right, by interval of confidence."""
    bins = []
    for low, high in pairwise(EDGES):
        held = (confidence >= low) & ((confidence < high) | (high == 1.0))
        if held.any():
            promised, were = float(confidence[held].mean()), float(right[held].mean())
            bins.append(Bin(low, high, int(held.sum()), promised, were))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """The mean distance between promise and outcome (ECE)."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.promised - one.right) for one in bins) / max(1, total)
