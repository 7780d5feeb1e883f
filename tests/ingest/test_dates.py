"""Stated dates become ISO 8601; what is no clear date stays unknown."""

import pytest

from reportedly.ingest.dates import date_in_address, iso_date


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2016-04-17", "2016-04-17"),
        (" 2016-04-17 ", "2016-04-17"),
        ("2016-04", "2016-04"),
        ("2016", "2016"),
        ("2016-04-17T09:30:00Z", "2016-04-17T09:30:00+00:00"),
        ("2016-04-17T09:30:00.123+02:00", "2016-04-17T09:30:00+02:00"),
        ("2016-04-17T09:30:00+0200", "2016-04-17T09:30:00+02:00"),
        ("2016-04-17T09:30:00+02", "2016-04-17T09:30:00+02:00"),
        ("2016-04-17 09:30", "2016-04-17T09:30:00"),
        ("Sun, 17 Apr 2016 09:30:00 GMT", "2016-04-17T09:30:00+00:00"),
        ("Sun, 17 Apr 2016 09:30:00 -0400", "2016-04-17T09:30:00-04:00"),
        ("April 17, 2016", "2016-04-17"),
        ("17th Apr. 2016", "2016-04-17"),
        ("20160417", "2016-04-17"),
        ("04/05/2016", None),
        ("2016-13-01", None),
        ("2016-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        ("9" * 10_000, None),
    ],
)
def test_date_is_read(stated, expected):
    assert iso_date(stated) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2016/04/17/title", "2016-04-17"),
        ("https://a.example/2016-4-7-title", "2016-04-07"),
        ("https://a.example/2016/02/31/title", None),
        ("https://a.example/news/20160417123", None),
        (None, None),
    ],
)
def test_date_in_an_address_is_read(url, expected):
    assert date_in_address(url) == expected
