"""The day on which an article is told."""

import pytest

from reportedly.annotate.time_edition import edition_day
from tests.annotate.timed import own_times

PRINTED = "Bridge shut\nTuesday, March 2, 2021\nIt shut yesterday."


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (PRINTED, "2021-03-03", "2021-03-02"),
        (PRINTED, "2021-03-02T23:10:00Z", "2021-03-02"),
        (PRINTED, None, "2021-03-02"),
        (PRINTED, "soon", "2021-03-02"),
        (PRINTED, "2021-04-01", "2021-04-01"),
        ("Bridge shut\nIt shut on Tuesday, March 2, 2021.", None, None),
        ("Bridge shut\nMarch 2\nIt shut.", None, None),
        ("Bridge shut\nMarch 2021\nIt shut.", None, None),
        ("Bridge shut\n30 February 2021\nIt shut.", None, None),
        ("a\n\nb\nc\nd\ne\nMarch 2, 2021\n", None, None),
        ("", None, None),
    ],
)
def test_the_day_printed_above_an_article_is_that_from_which_it_tells(text, published, day) -> None:
    assert edition_day(text, published) == day


def test_without_a_day_of_publication_times_are_told_from_the_printed_day() -> None:
    assert own_times("March 2, 2021\n\nThe bridge shut.", published=None).said_at == "2021-03-02"
