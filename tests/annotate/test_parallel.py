"""Tests of the splitting of parallel sources."""

from dataclasses import replace

import pytest

from reportedly.annotate.parallel import split_parallel_rows
from tests.annotate.marked import read_marked


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("NBC and ABC", ["NBC", "ABC"]),
        ("Both NBC and ABC", ["NBC", "ABC"]),
        ("Reuters, NBC and the BBC", ["Reuters", "NBC", "the BBC"]),
        ("Ana Brook and Peter Hallworth", ["Ana Brook", "Peter Hallworth"]),
        ("The mayor and a police officer", ["The mayor", "a police officer"]),
        ("Aides and advisers", ["Aides and advisers"]),
        ("Ana Brook, the mayor of the town,", ["Ana Brook, the mayor of the town,"]),
        ("The mayor", ["The mayor"]),
    ],
)
def test_sources_side_by_side_are_rows_of_their_own(source, parts) -> None:
    doc = read_marked(f"<{source}> [reported] {{that the pier had closed}}.")
    split = split_parallel_rows(doc.attributions[:1], doc)
    assert [row.source[0].words(doc.text) for row in split] == parts


def test_split_rows_are_numbered_and_children_follow_the_first() -> None:
    doc = read_marked("<NBC and ABC> [reported] {that the pier had closed}.")
    whole = doc.attributions[0]
    child = replace(whole, id="c", source=(), parent=whole.id)
    rows = split_parallel_rows((whole, child), doc)
    assert [(row.id, row.parent) for row in rows] == [
        (f"{whole.id}-1", None),
        (f"{whole.id}-2", None),
        ("c", f"{whole.id}-1"),
    ]


def test_an_attribution_without_source_stays_one() -> None:
    doc = read_marked("[It is feared] {that the pier will fall}.")
    assert split_parallel_rows(doc.attributions[:1], doc) == doc.attributions
