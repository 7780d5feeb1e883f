"""Undated rows that belong to an occasion which the text has dated."""

import pytest

from reportedly.types.attribution import Attribution, Quoted, Times
from reportedly.types.span import Span
from tests.annotate.marked import read_marked
from tests.annotate.timed import PUBLISHED, timed, times_of


@pytest.mark.parametrize(
    ("marked", "said_at"),
    [
        (
            "<Three people familiar with the talks> [said] on Monday {that the bridge was sold}.\n"
            "<One of the people> [said] {the price was low}.",
            "2021-03-01",
        ),
        (
            "<Three people familiar with the talks> [said] on Monday {that the bridge was sold}.\n"
            "<A diplomat> [said] {the price was low}.",
            None,
        ),
        (
            "In a statement on Monday, <the ministry> [said] {that the bridge was safe}.\n"
            "<The statement> [says] {that it was inspected}.",
            "2021-03-01",
        ),
        (
            "In a statement on Monday, <the ministry> [said] {that the bridge was safe}.\n"
            "<A statement> [says] {that it was inspected}.",
            None,
        ),
    ],
)
def test_a_row_belongs_to_the_occasion_before(marked, said_at) -> None:
    assert times_of(marked)[1].said_at == said_at


def test_what_is_added_to_a_dated_utterance_was_said_with_it() -> None:
    assert (
        added("told the council on Monday that it was safe, adding that it was old").said_at == "2021-03-01"
    )


def test_what_one_does_on_the_day_of_another_deed_is_of_that_day() -> None:
    assert added("left the council on Monday and said that it was old").said_at == "2021-03-01"


def test_what_one_did_in_an_earlier_year_dates_no_utterance() -> None:
    assert added("left the council in 2012 and said that it was old").said_at is None


def added(words: str) -> Times:
    """The times of what "Ana Brook" says with the last verb of `words`."""
    doc = read_marked(f"Ana Brook {words}.", published=PUBLISHED)
    start = doc.text.index("that it was old")
    cue = Span(doc.text.rindex(" ", 0, start - 1) + 1, start - 1)
    row = Attribution("a", (Span(0, 9),), (cue,), (Span(start, len(doc.text) - 2),), Quoted.INDIRECT)
    doc.attributions = (row,)
    return timed(doc)[0]


def test_an_interview_is_of_the_day_on_which_the_outlet_says_it_met_the_speaker() -> None:
    assert told_before("On Tuesday the Gazette rang Ana Brook.", "“It is safe,” Brook said.") == "2021-03-02"


def test_a_meeting_dates_nobody_else() -> None:
    assert told_before("On Tuesday the Gazette rang Tor Vik.", "“It is safe,” Brook said.") is None


def test_a_meeting_to_come_dates_nothing() -> None:
    assert told_before("The Gazette will meet Ana Brook on Friday.", "“It is safe,” Brook said.") is None


def test_what_is_said_there_is_of_the_day_of_the_sentence_before() -> None:
    assert told_before("The talks ended on Monday.", "“It is safe,” Brook said there.") == "2021-03-01"


def test_a_scene_dates_no_sentence_that_is_not_set_on_it() -> None:
    assert told_before("The talks ended on Monday.", "“It is safe,” Brook said.") is None


def told_before(own: str, quotation: str) -> str | None:
    """When Brook said "It is safe", after a sentence in the outlet's own voice."""
    doc = read_marked(f"{own} {quotation}", published=PUBLISHED)
    start = doc.text.index("It is safe")
    source, cue = doc.text.index("Brook said"), doc.text.index("said", start)
    doc.own_voice = (Attribution("o", (), (), (Span(0, len(own)),), Quoted.OWN_VOICE),)
    doc.attributions = (
        Attribution(
            "a",
            (Span(source, source + 5),),
            (Span(cue, cue + 4),),
            (Span(start, start + 10),),
            Quoted.DIRECT,
        ),
    )
    return timed(doc)[0].said_at


def test_a_denial_in_a_sources_relative_clause_is_of_another_day() -> None:
    doc = read_marked("The ministry, which on Monday denied it, said it would look.", published=PUBLISHED)
    doc.attributions = (
        Attribution("a", (Span(0, 12),), (Span(30, 36),), (Span(37, 39),), Quoted.INDIRECT),
        Attribution("b", (Span(0, 39),), (Span(41, 45),), (Span(46, 59),), Quoted.INDIRECT),
    )
    assert [one.said_at for one in timed(doc)] == ["2021-03-01", None]


@pytest.mark.parametrize(
    ("marked", "said_at"),
    [
        ("KREDO, March 3 (HNA) - <The ministry> [denied] {that it was sold}.", None),
        ("<The ministry's report for 2020> [says] {that it was sold}.", None),
        ("It adds to <a report> [by] the HNA agency on Tuesday {that it was sold}.", "2021-03-02"),
    ],
)
def test_only_a_day_of_speaking_dates_an_utterance(marked, said_at) -> None:
    assert times_of(marked)[0].said_at == said_at


def test_a_document_is_dated_wherever_its_date_stands() -> None:
    times = times_of(
        "<The Kredo Report> [says] {that the bridge was sold}.\n"
        "<The Kredo Report>, which is dated February 7, [says] {that it was old}."
    )
    assert [one.said_at for one in times] == ["2021-02-07", "2021-02-07"]
