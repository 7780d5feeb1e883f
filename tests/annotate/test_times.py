"""Absolute dates in a content."""

import pytest

from reportedly.annotate.times import find_times
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.span import Span


@pytest.mark.parametrize(
    ("content", "event_at"),
    [
        ("the ship left on 3 March 2021", "2021-03-03"),
        ("the ship left on March 3, 2021", "2021-03-03"),
        ("the ship left on the 3rd of Sept. 2021", "2021-09-03"),
        ("the ship left in July 2021", "2021-07"),
        ("the ship left in 2021", "2021"),
        ("the ship left on 30 February 2021", None),
        ("the ship left on Monday", None),
        ("the ship left in July 2021 and came back in May 2022", None),
        ("they may 2021 or may not", None),
        ("room 2021 was empty", None),
    ],
)
def test_one_absolute_date_is_the_time_of_the_event(content: str, event_at: str | None) -> None:
    row = Attribution("a1", (), (), (Span(0, len(content)),), Quoted.OWN_VOICE)
    times = find_times(row, content)
    assert times.event_at == event_at
    assert times.said_at is None
    assert ("event_at" in times.why_null) is (event_at is None)
    assert "said_at" in times.why_null
