"""Lines that are nobody's sentence: headings, captions and embedded posts."""

import pytest

from reportedly.annotate.captions import find_captions
from reportedly.lang.lexicon import load_rows
from tests.annotate.marked import own_voice_doc

POSTS = load_rows("posts")
PROSE = "The harbour master opened the pier in the morning and then walked along it until the evening came.\n"


def captions(text: str) -> list[str]:
    doc = own_voice_doc(text)
    return [span.words(doc.text) for span in find_captions(doc)]


@pytest.mark.parametrize("row", POSTS, ids=lambda row: row["example"][-20:])
def test_a_post_is_found_and_the_outlets_line_is_not(row: dict[str, str]) -> None:
    assert row["example"].split("\n")[0] in captions(row["example"])
    assert captions(row["counterexample"]) == []


@pytest.mark.parametrize(
    "line", ["Union reaction", "The mayor and her brother", "How the Harbour Was Built", "1. The old pier"]
)
def test_a_line_without_a_verb_and_without_a_full_stop_is_a_heading(line: str) -> None:
    doc = own_voice_doc(f"{line}\nThe pier was closed.")
    found = [span.words(doc.text) for span in find_captions(doc)]
    assert found == ([] if line.startswith("How") else [line])


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the pier",  # a full stop is missing
        "A sham, in other words.",  # no verb, but the mark of a sentence
        "The mayor of the town\nopened the pier.",  # one sentence on two lines
        "and nobody else",
    ],
)
def test_a_sentence_is_never_a_heading(text: str) -> None:
    assert captions(text) == []


def test_a_label_makes_a_caption_only_where_the_prose_ends_its_sentences() -> None:
    line = "Opened: The mayor walks along the pier"
    assert captions(PROSE * 6 + line) == [line]
    assert captions(line) == []
