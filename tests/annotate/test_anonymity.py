"""Tests of how unnamed sources are described: words, number, condition, reason."""

import pytest

from tests.annotate.marked import chains_of


@pytest.mark.parametrize(
    ("source", "described_as", "count"),
    [
        ("An unnamed senior Iranian security official", "senior Iranian security official", "one"),
        ("various sources", "various sources", "several"),
        ("Two anonymous aides", "Two aides", 2),
        ("At least three officials", "At least three officials", 3),
        ("One of the officials", "One of the officials", "one"),
        ("Officials", "Officials", "several"),
        ("A 34-year-old nurse", "34-year-old nurse", "one"),
        ("A source familiar with the talks", "source familiar with the talks", "one"),
        ("A U.S. official, who requested anonymity,", "U.S. official", "one"),
    ],
)
def test_description_keeps_the_words_and_counts_the_sources(source, described_as, count) -> None:
    link = chains_of(f"<{source}> [said] {{that the pier had closed}}.")[0].innermost
    assert (link.described_as, link.count) == (described_as, count)


@pytest.mark.parametrize(
    ("marked", "condition", "reason"),
    [
        (
            "Speaking on condition of anonymity, <an aide> [said] {it closed}.",
            "on condition of anonymity",
            None,
        ),
        (
            "<An aide>, on condition of anonymity because he was not authorised to speak,"
            " [said] {it closed}.",
            "on condition of anonymity",
            "because he was not authorised to speak",
        ),
        (
            "<An aide> [said] {it closed}."
            " The aide spoke on condition of anonymity to discuss private talks.",
            "on condition of anonymity",
            "to discuss private talks",
        ),
        ("<An aide> [said] {it closed}. He asked not to be named.", "asked not to be named", None),
        ("<An aide> [said] {it closed}. A guard asked not to be named.", None, None),
        ("<A spokesman> [said] {it closed}.", None, None),
        ("<Ana Brook> [said] {it closed}. She spoke on condition of anonymity.", None, None),
    ],
)
def test_condition_and_reason_are_in_the_words_of_the_text(marked, condition, reason) -> None:
    link = chains_of(marked)[0].innermost
    assert (link.condition, link.reason) == (condition, reason)
