"""Days of ISO times, whatever they look like."""

import pytest

from reportedly.evidence.days import Days, to_day, to_days, to_hour


@pytest.mark.parametrize(
    ("iso", "length"),
    [
        ("2021-03-04", 1),
        ("2021-03-04T10:00:00Z", 1),
        ("2021-02", 28),
        ("2020", 366),
        ("2021-03-01/2021-03-07", 7),
        ("2021-03-07/2021-03-01", 7),
        ("soon/2021-03-01", 1),
    ],
)
def test_an_iso_time_covers_days(iso: str, length: int) -> None:
    days = to_days(iso)
    assert days is not None
    assert days.last - days.first + 1 == length


@pytest.mark.parametrize("iso", [None, "", "soon", "2021-13", "0000", "2021-02-30", "1-2-3-4", "99999", "/"])
def test_what_is_no_date_covers_none(iso: str | None) -> None:
    assert to_days(iso) is None


@pytest.mark.parametrize("published", ["2021", "2021-03", None, "soon"])
def test_a_day_is_known_only_where_it_is_given(published: str | None) -> None:
    assert to_day(published) is None


@pytest.mark.parametrize(
    ("published", "is_known"),
    [
        ("2021-03-04", False),
        ("2021-03-04T10:00", False),
        ("2021-03-04T10:00Z", True),
        ("2021-03-04Tx", False),
    ],
)
def test_an_hour_needs_its_zone(published: str, is_known: bool) -> None:
    assert (to_hour(published) is not None) is is_known


def test_days_three_apart_are_near() -> None:
    assert Days(1, 1).is_near(Days(4, 9))
    assert not Days(1, 1).is_near(Days(5, 9))
