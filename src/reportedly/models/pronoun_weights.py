"""Reads the learned weights of the pronoun reader: plain numbers, one for each feature."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

FILE = "pronouns.toml"

Weights = Mapping[str, float]


@cache
def load_pronoun_weights() -> Mapping[str, Weights]:
    """The weights for each kind of pronoun ("person", "several")."""
    kinds = tomllib.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))["weights"]
    return MappingProxyType({kind: MappingProxyType(weights) for kind, weights in kinds.items()})


def weigh(weights: Weights, features: Mapping[str, float]) -> float:
    """What speaks for an option, all in all; above zero, it outweighs "none of them"."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())
