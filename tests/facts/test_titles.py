"""Tests of titles and given names."""

import pytest

from reportedly.facts.titles import LONGEST_TITLE, load_genders, load_titles, split_titles


@pytest.mark.parametrize(
    ("words", "name", "roles"),
    [
        ("Maj. Gen. Peter Hallworth", "Peter Hallworth", ["general"]),
        ("Former President Ana Brook", "Ana Brook", ["president"]),
        ("Secretary of State Ana Brook", "Ana Brook", ["secretary"]),
        ("Mrs. Brook", "Brook", [None]),
        ("Ana Brook", "Ana Brook", []),
        ("President", "President", []),
        ("", "", []),
    ],
)
def test_titles_are_taken_off_a_name(words, name, roles) -> None:
    titled = split_titles(words)
    assert (titled.name, [title.role for title in titled.titles]) == (name, roles)


def test_no_title_is_longer_than_read() -> None:
    assert max(len(title.split()) for title in load_titles()) == LONGEST_TITLE


def test_given_names_show_a_gender_and_common_ones_do_not() -> None:
    assert [load_genders().get(name) for name in ("Mary", "Peter", "Alex")] == ["female", "male", None]
