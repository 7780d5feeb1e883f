"""Every notice in the word list is found, and no article is taken for one."""

import tomllib
from importlib import resources

import pytest

from reportedly.ingest.walls import kind_of, name_wall

ENTRIES = tomllib.loads(resources.files("reportedly.lang").joinpath("en", "walls.toml").read_text("utf-8"))[
    "entry"
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["example"])
def test_example_is_found(entry):
    assert kind_of(entry["example"]) is not None


@pytest.mark.parametrize("text", [entry["counterexample"] for entry in ENTRIES if "counterexample" in entry])
def test_counterexample_is_not_found(text):
    assert kind_of(text) is None


def test_long_text_with_a_notice_is_an_article():
    assert name_wall("We use cookies on this site.\n" + "He said that it was so. " * 30) is None


def test_text_without_a_notice_is_an_article():
    assert name_wall("He said so.") is None
