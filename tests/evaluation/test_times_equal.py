"""When a time is worth what people have marked."""

import pytest
from evaluation.yardsticks.times_equal import is_equal


@pytest.mark.parametrize(
    ("ours", "gold", "expected"),
    [
        ("2021-03-02", {"when": "2021-03-02"}, True),
        ("2021-03-02", {"when": "2021-03-02T22:30:00"}, True),
        ("2021-03", {"when": "2021-03-02"}, False),
        (None, {"when": "2021"}, False),
        ("2020-10", {"when": "--10"}, True),
        ("2020-10-03", {"when": "--10"}, False),
        ("2021-02-22/2021-02-28", {"from": "2021-02-22", "to": "2021-02-28"}, True),
        ("1990/1999", {"from": "1990-01-01", "to": "1999-12-31"}, True),
        ("2020-SU", {"from": "2020-06-01", "to": "2020-08-31"}, True),
        ("2020-09", {"from": "--09-15", "to": "--09-30"}, True),
        ("XXXX-WI", {"from": "--12", "to": "--03"}, True),
        ("../2021-03-04", {"notAfter": "2021-03"}, True),
        ("../2021-03-04", {"notAfter": "2021-02"}, False),
        ("P12Y", {"notBefore": "1996", "notAfter": "2008"}, True),
        ("P2Y", {"notBefore": "1996", "notAfter": "2008"}, False),
        ("2021-02-22/2021-02-28", {"timex": "2021-W08"}, True),
        ("2021-02-27/2021-02-28", {"timex": "2021-W08-WE"}, True),
        ("2021-01-01/2021-03-31", {"timex": "2021-Q1"}, True),
        ("1980/1989", {"timex": "198"}, True),
        ("PXY", {"timex": "PXD"}, True),
        ("P2Y", {"timex": "P3Y"}, False),
    ],
)
def test_two_values_are_equal_where_they_span_the_same_days(ours, gold, expected) -> None:
    assert is_equal(ours, gold) is expected
