"""When each row was said, and when what it says happened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.event_at import LIMIT, NO_ANCHOR, NO_DATE, OTHER_EVENT, SEASON, SEVERAL
from reportedly.annotate.said_at import AFTER_PUBLICATION, NOT_DATED
from reportedly.annotate.time_book import TimeBook
from reportedly.annotate.time_grammar import find_expressions
from reportedly.annotate.time_values import stretch_of
from reportedly.annotate.times import NOT_PUBLISHED
from reportedly.lang.lexicon import load_rows
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.span import Span
from tests.annotate.marked import own_voice_doc, read_marked
from tests.annotate.timed import PUBLISHED, own_times, timed, times_of

VALUELESS = {"planning", "ahead", "limit", "end", "during", "meeting", "there", "some_of"}
TENSES = [row for row in load_rows("times") if row["kind"] in VALUELESS]


@pytest.mark.parametrize(
    ("marked", "said_at"),
    [
        ("<Ana Brook> [said] on Tuesday {that the bridge was safe}.", "2021-03-02"),
        ("<Ana Brook> on Monday [denied] {that the bridge was closed}.", "2021-03-01"),
        ("{The bridge is safe}, <Ana Brook> [told] reporters late Tuesday.", "2021-03-02"),
        ("In a statement on 3 February, <the ministry> [said] {the bridge was safe}.", "2021-02-03"),
        ("<Ana Brook> [said] Thursday {that the bridge was safe}.", "2021-03-04"),
        ("Speaking on Monday, <Ana Brook> [said] {that the bridge was safe}.", "2021-03-01"),
        ("<A memo that the ministry published on Tuesday> [states] {that the bridge is safe}.", "2021-03-02"),
        ("<An aide> [told] the Kredo newspaper last year {that the bridge was safe}.", "2020"),
        ("In a 2003 interview, <Ana Brook> [said] {that the bridge was safe}.", "2003"),
        ("<Ana Brook>, who took office in 2012, [said] {that the bridge was safe}.", None),
        ("<Ana Brook> [said] before Tuesday's vote {that the bridge was safe}.", None),
        ("<Ana Brook> [said] {that the bridge was closed on Tuesday}.", None),
        ("<The owners> [denied] {it last night}.", "2021-03-03"),
        ("<The owners> [did not respond] {to questions on Tuesday}.", "2021-03-02"),
        ("<Ana Brook>, the mayor since 2012, [said] {that the bridge was safe}.", None),
    ],
)
def test_the_time_at_the_cue_is_that_of_the_utterance(marked, said_at) -> None:
    assert times_of(marked)[0].said_at == said_at


def test_an_undated_utterance_says_so() -> None:
    times = times_of("<Ana Brook> [said] {that the bridge was safe}.")[0]
    assert times.why_null["said_at"] == NOT_DATED


def test_the_outlets_own_voice_speaks_on_the_day_of_publication() -> None:
    assert own_times("The bridge is safe.", "2021-03-04T06:15:00Z").said_at == "2021-03-04"


def test_the_same_speaker_goes_on_on_the_same_day() -> None:
    times = times_of(
        "<Ana Brook> [said] on Tuesday {that the bridge was safe}.\n“{It will open},” <Brook> [added]."
    )
    assert [one.said_at for one in times] == ["2021-03-02", "2021-03-02"]


def test_another_speaker_is_not_dated_by_the_one_before() -> None:
    times = times_of(
        "<Ana Brook> [said] on Tuesday {that the bridge was safe}.\n<Tor Vik> [said] {it was not}."
    )
    assert times[1].said_at is None


def test_a_mere_refusal_does_not_go_on() -> None:
    times = times_of(
        "<Ana Brook> [said] on Tuesday {that the bridge was safe}.\n<Brook> [declined] {to comment on it}."
    )
    assert times[1].said_at is None


def test_nobody_has_spoken_after_publication() -> None:
    times = times_of("<Ana Brook> will [say] on Friday {that the bridge is safe}.")[0]
    assert (times.said_at, times.why_null["said_at"]) == (None, AFTER_PUBLICATION)


@pytest.mark.parametrize(
    ("content", "event_at"),
    [
        ("the ship left on Monday", "2021-03-01"),
        ("the ship left last night", "2021-03-01"),
        ("the ship had left on Tuesday", "2021-03-02"),
        ("the ship would leave on Friday", "2021-03-05"),
        ("the ship will leave next Tuesday", "2021-03-09"),
        ("the ship left two weeks ago", "2021-02-15/2021-02-21"),
        ("the ship left in early December", "2020-12"),
        ("the ship left late last July", "2020-07"),
        ("the ship left last year", "2020"),
        ("the ship left on March 14", "2020-03-14"),
        ("the ship will leave on March 14", "2021-03-14"),
        ("the ship was in port from 3 to 5 February", "2021-02-03/2021-02-05"),
        ("the ship sailed between 2011 and 2013", "2011/2013"),
        ("the ship was built in the 1990s", "1990/1999"),
        ("the ship has been in port since 2019", "2019"),
        ("the captain barred him from sailing in 2019", "2019"),
        ("the attack on Monday sank the ship", "2021-03-01"),
        ("the ship, which sailed last Friday, docked two days later", "2021-02-28"),
        ("the ship left last Friday, and docked that night", "2021-02-26"),
        ("the ship left last Friday. It sank ten days later", "2021-02-26"),
    ],
)
def test_times_in_a_content_are_told_from_the_day_of_the_utterance(content, event_at) -> None:
    times = times_of(f"<Ana Brook> [said] on Tuesday {{that {content}}}.")[0]
    assert times.said_at == "2021-03-02"
    assert times.event_at == event_at


@pytest.mark.parametrize(
    ("content", "event_at"),
    [
        ("the ship left on Tuesday", None),
        ("the ship left last night", None),
        ("the ship left on 3 March 2021", "2021-03-03"),
        ("the ship left on March 3, 2021", "2021-03-03"),
        ("the ship left on the 3rd of Sept. 2020", "2020-09-03"),
        ("the ship left in July 2020", "2020-07"),
        ("the ship left in November", "2020-11"),
        ("the ship left on February 27", "2021-02-27"),
        ("the ship left in 2020", "2020"),
        ("the ship left last year", "2020"),
        ("the ship left this month", None),
    ],
)
def test_of_an_undated_utterance_only_what_is_the_same_on_all_days_before_is_resolved(
    content, event_at
) -> None:
    assert times_of(f"<Ana Brook> [said] {{that {content}}}.")[0].event_at == event_at


@pytest.mark.parametrize(
    ("text", "event_at", "reason"),
    [
        ("The ship sank.", None, NO_DATE),
        ("The ship left on 30 February 2021.", None, None),
        ("The ship left at 00:60.", None, NO_DATE),
        ("The ship left in the spring.", None, SEASON),
        ("The ship was in port until Friday.", None, LIMIT),
        ("The ship, which was built in 1998, sank.", None, OTHER_EVENT),
        ("The minister praised the 2015 treaty.", None, OTHER_EVENT),
        ("The ship was in port in 2018 and 2020.", None, SEVERAL),
        ("They may 2021 or may not.", None, None),
        ("Room 2021 was empty.", None, None),
        ("The ship carried 2020 tons of coal.", None, NO_DATE),
        ("The court met on Thursday.", "2021-03-04", None),
        ("The court will meet on Thursday.", "2021-03-04", None),
        ("The court meets on Friday.", "2021-03-05", None),
        ("The ship, which was built in 1998, sank on Monday.", "2021-03-01", None),
        ("The captain was at Tuesday’s hearing.", "2021-03-02", None),
    ],
)
def test_only_a_date_of_the_main_event_counts(text, event_at, reason) -> None:
    times = own_times(text)
    assert times.event_at == event_at
    assert reason is None or times.why_null["event_at"] == reason


def test_without_a_day_of_publication_relative_times_stay_unresolved_and_say_so() -> None:
    times = own_times("The ship sank on Monday.", published=None)
    assert (times.said_at, times.why_null["said_at"]) == (None, NOT_PUBLISHED)
    assert (times.event_at, times.why_null["event_at"]) == (None, NO_ANCHOR)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2021-13-40", ""])
def test_an_odd_day_of_publication_is_no_error(published) -> None:
    times = times_of("<Ana Brook> [said] on Monday {that the ship sank last year}.", published=published)
    assert times[0].event_at is None


def test_without_a_day_of_publication_whole_dates_stand() -> None:
    assert own_times("The ship sank on 3 March 2019.", published="soon").event_at == "2019-03-03"


def test_a_row_inside_another_is_told_from_its_own_utterance() -> None:
    doc = read_marked(
        "<The ministry> [said] on Tuesday {that Tor Vik had told it on Monday that the ship left yesterday}.",
        published=PUBLISHED,
    )
    outer = (doc.attributions or ())[0]
    inner = inside(doc.text, outer.id, "Tor Vik", "had told", "that the ship left yesterday")
    doc.attributions = (outer, inner)
    assert [(one.said_at, one.event_at) for one in timed(doc)] == [
        ("2021-03-02", "2021-03-01"),
        ("2021-03-01", "2021-02-28"),
    ]


def inside(text: str, parent: str, *roles: str) -> Attribution:
    source, cue, content = ((Span(text.index(words), text.index(words) + len(words)),) for words in roles)
    return Attribution("child", source, cue, content, Quoted.INDIRECT, parent=parent)


def test_a_time_told_from_another_row_is_told_from_the_day_of_that_row() -> None:
    doc = read_marked(
        "<Ana Brook> [said] on Tuesday {that the ship left yesterday}.\n"
        "<Tor Vik> [said] {that it docked two days later}.",
        published=PUBLISHED,
    )
    assert [one.event_at for one in timed(doc)] == ["2021-03-01", "2021-03-03"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge has been kept shut until Friday.", "2021-03-05"),
        ("The state has continued to hold all markets closed until Friday.", "2021-03-05"),
        ("The port to remain closed until Friday.", "2021-03-05"),
        ("The bridge was open until Friday.", "2021-02-26"),
    ],
)
def test_the_end_of_what_goes_on_lies_ahead(text, value) -> None:
    doc = own_voice_doc(text)
    book = TimeBook(DocIndex(doc), doc.rows)
    assert [book.value(one, stretch_of(PUBLISHED)) for one in book.mentions] == [value]


def test_what_has_happened_is_not_told_to_be_still_to_come() -> None:
    doc = own_voice_doc("The ship left on Monday. It docked ten days later.", published=PUBLISHED)
    assert [one.event_at for one in timed(doc)] == ["2021-03-01", None]


def test_a_time_told_from_one_that_is_not_known_is_not_known() -> None:
    times = times_of("<Tor Vik> [said] {that the ship left yesterday and docked two days later}.")[0]
    assert (times.event_at, times.why_null["event_at"]) == (None, NO_ANCHOR)


def test_rows_of_two_sources_with_one_content_have_one_time() -> None:
    doc = read_marked("<The crew> and others [said] {the ship sank in 2019}.", published=PUBLISHED)
    row = (doc.attributions or ())[0]
    other = Attribution("b", (Span(13, 19),), row.cue, row.content, Quoted.INDIRECT)
    doc.attributions = (row, other)
    assert [one.event_at for one in timed(doc)] == ["2019", "2019"]


def test_a_relative_clause_only_says_which() -> None:
    times = times_of("<The owners> [denied] {the story of the ship, which left on Monday}.")[0]
    assert times.event_at is None


def test_another_dated_mention_of_the_same_event_dates_an_undated_one() -> None:
    times = times_of(
        "<Ana Brook> [said] on Wednesday {that the ship had sunk on Monday}.\n"
        "<Tor Vik> [said] {that the ship sank on Monday}."
    )
    assert times[1].event_at == "2021-03-01"


def test_day_on_which_a_report_was_published_is_not_that_of_the_answer() -> None:
    marked = "<The board> [said] {it could not confirm the report}, first published by the Wire on Tuesday."
    assert times_of(marked)[0].said_at is None


def test_a_document_dates_from_a_month_gone_by() -> None:
    assert own_times("The memo dates from early November.").event_at == "2020-11"


@pytest.mark.parametrize("row", TENSES, ids=lambda row: row["kind"])
def test_the_words_that_tell_the_tense_give_the_value_of_their_example(row) -> None:
    assert (own_times(row["example"]).event_at or "") == row["expect"]


@given(st.text(alphabet="0123456789 -/:.,'’\nMayTuesdlastwyrfohg", max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_odd_to_be_searched(text) -> None:
    ends = [0]
    for one in find_expressions(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
