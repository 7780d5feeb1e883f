"""The tally counts each end once and says so in words."""

from reportedly.cli.progress import Tally
from reportedly.types.outcome import Outcome, Status
from tests.builders import an_article


def test_nothing_read_says_what_to_name() -> None:
    assert "name a file" in Tally().in_words()


def test_article_read_twice_is_listed_once() -> None:
    tally = Tally()
    for status in (Status.ADDED, Status.ALREADY_KNOWN):
        tally.count(Outcome("x", status, an_article()))
    assert list(tally.articles) == [an_article().id]
    assert (tally.read, tally.rejected) == (2, 0)


def test_ends_are_told_in_a_fixed_order() -> None:
    tally = Tally()
    for status in (Status.REJECTED, Status.ALREADY_KNOWN, Status.ADDED):
        tally.count(Outcome("x", status, rows=1))
    assert tally.in_words() == "1 added, 1 already known, 1 rejected; 3 rows added."
