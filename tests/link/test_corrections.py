"""Notes that correct, update or withdraw."""

import re
import time

import pytest

from reportedly.lang.lexicon import load_patterns
from reportedly.link.corrections import KINDS, find_corrections
from reportedly.types.copying import Correction, CorrectionKind
from reportedly.types.span import Span

STORY = "The bridge in Tarvo is shut. Traders wait.\n\n"


def words(text: str, span: Span | None) -> str | None:
    return span.words(text) if span else None


def only(text: str) -> Correction:
    (note,) = find_corrections(text)
    return note


@pytest.mark.parametrize(
    ("key", "one"),
    [(key, one) for key in KINDS for one in load_patterns("corrections", key)],
    ids=lambda one: str(one)[:9],
)
def test_every_sign_shows_a_note_of_its_kind_in_its_example(key, one) -> None:
    note = only(STORY + one.example)
    assert note.kind is KINDS[key]
    assert one.expected in note.span.words(STORY + one.example)


@pytest.mark.parametrize("one", load_patterns("corrections", "wrong"), ids=lambda one: one.expected)
def test_what_was_wrong_is_found_in_its_example(one) -> None:
    text = STORY + "Correction: " + one.example
    assert words(text, only(text).wrong) == one.expected


@pytest.mark.parametrize("one", load_patterns("corrections", "right"), ids=lambda one: one.expected)
def test_what_is_right_is_found_in_its_example(one) -> None:
    text = STORY + "Correction: " + one.example
    assert words(text, only(text).right) == one.expected


@pytest.mark.parametrize(
    ("text", "kind", "wrong", "right"),
    [
        (
            "An earlier version of this article said that the bridge was in Senmara. It is in Tarvo.",
            CorrectionKind.CORRECTION,
            "the bridge was in Senmara",
            "It is in Tarvo",
        ),
        (
            "Correction, 3 May: A previous version of this story misstated the day of voting. It was today.",
            CorrectionKind.CORRECTION,
            "the day of voting",
            "It was today",
        ),
        (
            "Correction: The vote was on Tuesday, not Monday.",
            CorrectionKind.CORRECTION,
            "Monday",
            "The vote was on Tuesday",
        ),
        (
            "An earlier version of this article misspelled the pilot's name. We regret the error.",
            CorrectionKind.CORRECTION,
            "the pilot's name",
            None,
        ),
        (
            "An earlier version of this story said U.S. troops held the bridge. They did not.",
            CorrectionKind.CORRECTION,
            "U.S. troops held the bridge",
            "They did not",
        ),
        (
            "This story has been updated to reflect that the bridge is open.",
            CorrectionKind.UPDATE,
            None,
            "the bridge is open",
        ),
        ("UPDATE 24/02/2015 : The bridge is not open, says the mayor.", CorrectionKind.UPDATE, None, None),
        ("This story has been retracted.", CorrectionKind.RETRACTION, None, None),
        (
            "Editor's note: We have withdrawn this report. A first version of this report said banks failed.",
            CorrectionKind.RETRACTION,
            "banks failed",
            None,
        ),
    ],
)
def test_a_note_gives_its_kind_and_what_was_wrong_and_is_right(text, kind, wrong, right) -> None:
    whole = STORY + text
    note = only(whole)
    assert (note.kind, words(whole, note.wrong), words(whole, note.right)) == (kind, wrong, right)
    assert note.span.words(whole) == text


def test_somebody_elses_retraction_names_them() -> None:
    text = STORY + "On Monday the Harbour Gazette retracted nothing. Later the Lamp has withdrawn its report."
    assert words(text, only(text).whose) == "the Lamp"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge in Tarvo was corrected by engineers.",
        "The general has withdrawn his troops from the bridge.",
        "She asked for an update. Prison and correction are two things.",
        "The Gazette printed: “Correction: the bridge is in Tarvo, not Senmara.”",
        "",
    ],
)
def test_other_uses_of_the_words_are_no_notes(text) -> None:
    assert find_corrections(text) == ()


def test_a_note_in_brackets_ends_with_its_bracket() -> None:
    text = "(Update: the bridge is open.) The mayor said more."
    assert only(text).span.words(text) == "(Update: the bridge is open.)"


@pytest.mark.parametrize(
    "piece",
    [
        "Update:\n",
        "Correction: ",
        "an earlier version of this story said ",
        "We have withdrawn ",
        "x, not y ",
    ],
)
def test_a_text_of_nothing_but_notes_takes_seconds(piece) -> None:
    start = time.perf_counter()
    find_corrections(piece * 10_000)
    assert time.perf_counter() - start < 20


def test_every_pattern_of_every_list_compiles_with_an_example() -> None:
    for key in (*KINDS, "wrong", "right", "next", "contrast"):
        for one in load_patterns("corrections", key):
            assert isinstance(one.pattern, re.Pattern)
            assert one.expected in one.example
