"""Which of two articles leads, and why."""

from dataclasses import replace

import pytest

from reportedly.link.copy_credits import read_standing
from reportedly.link.copy_direction import earlier, find_direction
from reportedly.types.article import Article
from reportedly.types.copying import CopyDirection, Ground

TEXT = "The bridge in Tarvo is shut."
A, B = Article("a", TEXT), Article("b", TEXT)


def direction(a: Article, b: Article) -> CopyDirection:
    return find_direction(a, read_standing(a), b, read_standing(b))


@pytest.mark.parametrize(
    ("a", "b", "leader", "ground", "credit"),
    [
        (
            replace(A, outlet="Harbour Gazette"),
            replace(B, outlet="Courier", text=TEXT + "\nThe Harbour Gazette reported it first."),
            "a",
            Ground.CREDIT,
            "Harbour Gazette",
        ),
        (
            replace(A, outlet="Reuters"),
            replace(B, outlet="Courier", text="TARVO (Reuters) - " + TEXT),
            "a",
            Ground.CREDIT,
            "Reuters",
        ),
        (
            replace(A, text="TARVO (Reuters) - " + TEXT),
            replace(B, outlet="Courier", text=TEXT + "\n(With Reuters)"),
            "a",
            Ground.CREDIT,
            "Reuters",
        ),
        (
            replace(A, outlet="Reuters"),
            replace(B, outlet="Courier", url="https://www.reuters.com/world/1"),
            "a",
            Ground.ADDRESS,
            "Reuters",
        ),
        (
            replace(
                A, outlet="Post of Orro", text=TEXT + "\nWith a file from Reuters", published="2016-04-02"
            ),
            replace(B, outlet="Courier", text=TEXT + "\n(With Reuters)", published="2016-04-01"),
            "b",
            Ground.DATE,
            "Reuters",
        ),
        (
            replace(A, outlet="Gazette", text=TEXT + " according to the Courier", published="2016-04-01"),
            replace(B, outlet="Courier", text=TEXT + " the Gazette reported", published="2016-04-02"),
            "a",
            Ground.DATE,
            None,
        ),
        (replace(A, published="2016-04-01"), replace(B, published="2016-04-02"), "a", Ground.DATE, None),
        (A, B, None, Ground.UNKNOWN, None),
    ],
    ids=["credit", "dispatch", "labelled", "address", "one dispatch", "circle", "date", "nothing"],
)
def test_the_credited_or_earlier_article_leads(a, b, leader, ground, credit) -> None:
    found = direction(a, b)
    assert (found.leader, found.ground, found.credit) == (leader, ground, credit)
    assert found.why


@pytest.mark.parametrize("outlet", ["Courier", None])
def test_the_direction_is_the_same_from_both_sides(outlet) -> None:
    a = replace(A, outlet="Reuters", published="2016-04-02")
    b = replace(B, outlet=outlet, text=TEXT + " (Reuters)", published="2016-04-01")
    assert direction(a, b) == direction(b, a)


def test_a_newspapers_own_staff_is_no_credit_to_another() -> None:
    a = replace(A, outlet="CBS News", published="2016-04-02")
    b = replace(B, text=TEXT + "\nCBS News' Dana Ims contributed to this report.", published="2016-04-01")
    assert direction(a, b).ground is Ground.DATE


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2016-04-01", "2016-04-02", "a"),
        ("2016-04-02", "2016-04", None),
        ("2016-03", "2016-04-01", "a"),
        ("2016-04-01T10:00:00+00:00", "2016-04-01T10:30:00+02:00", "b"),
        ("2016-04-01T10:00:00", "2016-04-01T10:30:00+02:00", None),
        ("2016-04-01T99:00:00", "2016-04-02T10:00:00", "a"),
        ("spring", "2016-04-02", None),
        (None, "2016-04-02", None),
        ("2016-04-01", "2016-04-01", None),
    ],
)
def test_dates_are_compared_as_far_as_they_are_known(first, second, expected) -> None:
    found = earlier(replace(A, published=first), replace(B, published=second))
    assert (found.id if found else None) == expected
