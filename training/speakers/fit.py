"""Fits one weight for each feature, so that the right things outweigh the others and "none of them"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.models.pronoun_weights import Weights, weigh
from training.speakers.examples import Choice

KINDS = ("person", "several")
STEPS = 400
RATE = 0.05
DECAY = 1e-3  # of the squared weights; 0.01 and 0.0001 were within half a point on GUM's folds

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """All options of all choices as one matrix; `owner` is the choice of each row."""

    features: Array
    owner: NDArray[np.int64]
    right: Array
    count: int


def fit_kinds(choices: Sequence[Choice]) -> Mapping[str, Weights]:
    """The weights for each kind of pronoun."""
    return {kind: fit([one for one in choices if one.kind == kind]) for kind in KINDS}


def fit(choices: Sequence[Choice]) -> Weights:
    """The weights for one kind of pronoun."""
    names = sorted({name for one in choices for option in one.options for name in option.features})
    table = to_table(choices, names)
    weights = np.zeros(len(names))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = gradient(weights, table) + DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def to_table(choices: Sequence[Choice], names: Sequence[str]) -> Table:
    """The matrix of the choices."""
    place = {name: number for number, name in enumerate(names)}
    owner = [number for number, one in enumerate(choices) for _ in one.options]
    features = np.zeros((len(owner), len(names)))
    rows = (option for one in choices for option in one.options)
    for row, option in enumerate(rows):
        for name, value in option.features.items():
            features[row, place[name]] = value
    right = np.array([fits for one in choices for fits in one.right], dtype=np.float64)
    return Table(features, np.array(owner), right, len(choices))


def gradient(weights: Array, table: Table) -> Array:
    """The slope of the mean loss: minus the logarithm of what the right options get of the whole."""
    count = table.count
    raised = np.exp(np.clip(table.features @ weights, -30, 30))
    whole = 1.0 + np.bincount(table.owner, raised, count)
    fitting = np.bincount(table.owner, raised * table.right, count)
    has_right = fitting > 0
    share = np.where(table.right > 0, raised / np.where(has_right, fitting, 1.0)[table.owner], 0.0)
    error = raised / whole[table.owner] - share
    slope: Array = table.features.T @ error / count
    return slope


def is_right(weights: Weights, choice: Choice) -> bool:
    """Whether the heaviest option is right; none of them where none outweighs nothing."""
    scores = [weigh(weights, option.features) for option in choice.options]
    best = max(range(len(scores)), key=scores.__getitem__)
    return choice.right[best] if scores[best] > 0 else not any(choice.right)
