"""The component with the model that ships: obvious attributions, children, odd input, determinism."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.attributions import STRETCH, TrainedAttributions, stretches
from reportedly.annotate.quotations import Quotations
from reportedly.annotate.syntax import Syntax
from reportedly.annotate.words import split_words
from reportedly.types.article import Article
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.doc import Doc
from reportedly.types.span import Spans, words_of

SYNTAX = Syntax()
COMPONENT = TrainedAttributions(threads=2)
STORY = (
    "The embassy denied on Monday that any meeting had taken place. "
    "“We know of no such journey,” said Ann Smith, a spokeswoman for the ministry.\n\n"
    "According to two officials, the general flew to Paris in April."
)


def read(text: str) -> tuple[Attribution, ...]:
    doc = _doc(text)
    COMPONENT.annotate([doc])
    assert doc.attributions is not None
    return doc.attributions


def outermost(text: str) -> dict[str, tuple[str, str, Quoted]]:
    """Source, content and kind of quotation by cue, of the rows without parent."""
    return {
        words_of(row.cue, text): (words_of(row.source, text), words_of(row.content, text), row.quoted)
        for row in read(text)
        if row.parent is None
    }


@pytest.fixture(scope="module")
def story() -> dict[str, tuple[str, str, Quoted]]:
    return outermost(STORY)


def test_indirect_speech_is_found(story: dict[str, tuple[str, str, Quoted]]) -> None:
    source, content, quoted = next(value for cue, value in story.items() if cue.startswith("denied"))
    assert (source, content, quoted) == ("The embassy", "that any meeting had taken place", Quoted.INDIRECT)


def test_a_quotation_is_found_with_its_marks(story: dict[str, tuple[str, str, Quoted]]) -> None:
    source, content, quoted = story["said"]
    assert source.startswith("Ann Smith")
    assert content.startswith("“We know of no such journey") and content[-1] == "”"
    assert quoted is Quoted.DIRECT


def test_according_to_is_a_cue(story: dict[str, tuple[str, str, Quoted]]) -> None:
    source, content, _ = next(value for cue, value in story.items() if "ccording" in cue)
    assert source == "two officials"
    assert content == "the general flew to Paris in April"


def test_an_attribution_inside_a_content_is_its_child() -> None:
    text = "Reuters reports that a senior official said the minister had met bankers."
    outer, child = read(text)
    assert words_of(outer.source, text) == "Reuters"
    assert outer.parent is None
    assert child.parent == outer.id
    assert words_of(child.source, text) == "a senior official"
    assert words_of(child.content, text).endswith("the minister had met bankers")
    assert child.content[-1].end <= outer.content[-1].end


def test_one_source_stands_in_several_attributions() -> None:
    text = "The minister said the bridge was safe and added that trains would run on Friday."
    sources = [words_of(row.source, text) for row in read(text) if row.parent is None]
    assert sources == ["The minister"] * 2


def test_reading_twice_gives_the_same() -> None:
    assert read(STORY) == read(STORY)


def test_an_article_is_read_alike_alone_and_in_company() -> None:
    docs = [_doc(STORY), _doc("The mayor said that the road would open."), _doc("")]
    COMPONENT.annotate(docs)
    assert docs[0].attributions == read(STORY)
    assert docs[2].attributions == ()


ODD = {
    "empty": "",
    "only space": " \n\n\t ",
    "only marks": "“”\"''.,;:!?—…",
    "capitals": "THE MINISTER SAID THE ROAD WOULD OPEN. ANN SMITH DENIED IT.",
    "no punctuation": "the minister said the road would open and ann smith denied it " * 30,
    "long sentence": "The minister said that "
    + "the road and the bridge and " * 900
    + "the tunnel would open.",
    "emoji": "\U0001f600 The minister said \U0001f468\u200d\U0001f469 that the \U0001f6e3\ufe0f would open",
    "right to left": "\u200fقال الوزير\u200e said the minister \u202bإن الطريق\u202c \u2067abc\u2069.",
    "html": "<p>The minister <b>said</b> that the road&nbsp;would open.</p><br/><script>x('said')</script>",
    "transcript": "TRUMP: I think that we will win.\nCLINTON: He said that in May.\n",
    "one word": "x" * 20_000,
    "surrogate": "The minister said \ud800 that the road would open.",
    "combining": "Le ministre a dit que la re\u0301union e\u0301tait finie.",
    "control": "The minister said\x00\x01\x0b that the road\r\nwould\u2028open.",
    "unclosed": "“The road will open, said the minister.\n\n“And the bridge.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_gives_sound_rows(name: str) -> None:
    check_rows(ODD[name])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The minister",
                "said",
                "that",
                "“",
                "”",
                "it would",
                "open",
                ".",
                ",",
                "\n\n",
                "\u200f",
                "\U0001f600",
                "<b>",
                "NO",
            ]
        ),
        max_size=60,
    ).map(" ".join)
)
def test_any_text_gives_sound_rows(text: str) -> None:
    check_rows(text)


def test_capitals_are_read() -> None:
    assert any(row.source for row in read(ODD["capitals"]))


def test_a_long_text_is_read_in_stretches_that_end_with_paragraphs() -> None:
    words = split_words("The road is open today.\n\n" * 9_000)
    cut = list(stretches(words))
    assert [start for start, _ in cut[1:]] == [end for _, end in cut[:-1]]
    assert (cut[0][0], cut[-1][1]) == (0, len(words))
    assert all(end - start <= STRETCH for start, end in cut)
    assert all(words.forms[end - 1] == "." for _, end in cut)


def test_a_text_without_paragraphs_is_cut_too() -> None:
    assert len(list(stretches(split_words("word " * 25_000)))) == 3


def test_time_grows_with_the_length_and_no_faster() -> None:
    once, more = _seconds(STORY * 4), _seconds(STORY * 32)
    assert more < 8 * once * 3  # three times the proportional time: other programs run here as well


def check_rows(text: str) -> None:
    """What every row keeps, whatever the text."""
    rows = {row.id: row for row in read(text)}
    for row in rows.values():
        assert row.cue and row.content
        assert row.confidence is not None and 0 <= row.confidence <= 1
        for spans in (row.source, row.cue, row.content):
            check_spans(spans, text)
        if row.parent is not None:
            parent = rows[row.parent]
            is_clause = (row.source, row.cue) == (parent.source, parent.cue)  # one clause of what is said
            own = () if is_clause else (*row.source, *row.cue)
            inside = [*own, *row.content]
            assert all(any(outer.holds(span) for outer in parent.content) for span in inside)


def check_spans(spans: Spans, text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.words(text) == span.words(text).strip() for span in spans)


def _doc(text: str) -> Doc:
    """A doc with the layers that the component requires; spaCy refuses half characters and gets "?"."""
    doc = Doc(Article("x", text.encode("utf-8", "replace").decode()))
    SYNTAX.annotate([doc])
    doc.article = Article("x", text)
    Quotations().annotate([doc])
    return doc


def _seconds(text: str) -> float:
    started = time.perf_counter()
    read(text)
    return time.perf_counter() - started
