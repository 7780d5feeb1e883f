"""Tests of the weights of the pronoun reader."""

from reportedly.models.pronoun_weights import load_pronoun_weights, weigh


def test_every_kind_of_pronoun_has_finite_weights() -> None:
    weights = load_pronoun_weights()
    assert set(weights) == {"person", "several"}
    assert all(abs(value) < 10 for kind in weights.values() for value in kind.values())


def test_nearer_things_weigh_more() -> None:
    person = load_pronoun_weights()["person"]
    assert person["away 0"] > person["away 1"] > person["away 2"] > person["away 3"]


def test_a_feature_without_weight_adds_nothing() -> None:
    assert weigh({"near": 2.0}, {"near": 1.0, "unheard of": 5.0}) == 2.0
