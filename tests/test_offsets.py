"""For every span that leaves the program, `text[start:end]` is the words shown."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.annotate.pipeline import Pipeline
from reportedly.assemble import make_pipeline
from reportedly.config import Config
from reportedly.types.article import Article, article_id
from reportedly.types.doc import Doc
from reportedly.types.interchange import entry_to_json
from reportedly.types.span import PIECE_MARK, Span

SENTENCES = (
    "“The pier is closed,” an unnamed harbour official told Northern Wire.",
    "Citing anonymous sources, Northern Wire reports that “the ship left on Friday.”",
    "Dana Ims, a spokeswoman, told reporters that the minister mentioned the visit during a phone call.",
    "However, Ims noted that the ministry was unable to confirm the visit 😀.",
    "It is in place,”so such a trip, if true, would be a breach,” said the spokesman.",
    "The \"embassy \u202e(reversed) has\u200b no details about the general's visit.",
    "HE SAID NO",
    "<p>He&nbsp;said &quot;no&quot;</p>",
    "IMS: We never met. VASHT: You did!",
    "Читатель сказал: «нет».",
    "e\u0301te\u0301 was over, he said.",
    "COMMENTS",
)
GLUE = (" ", "\n", "\n\n", "\r\n", "\t", "", " \u00a0 ", "\ufeff", "\x00", ' "', "’")

texts = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(GLUE), st.text(max_size=20)), max_size=14
).map("".join)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(Config(outlet="Gazette"))


def annotate(pipeline: Pipeline, text: str) -> Doc:
    (doc,) = pipeline.annotate([Article(article_id("Gazette", None, text), text, outlet="Gazette")])
    return doc


def spans_of(doc: Doc) -> Iterator[Span]:
    """Every span of every layer that a reader or a program can see."""
    yield from doc.sentences or ()
    for row in doc.rows:
        yield from row.source + row.cue + row.content
    for chain in doc.chains or ():
        for link in chain.links:
            yield from link.spans
    for quotation in doc.quotations or ():
        yield quotation.outer
        yield quotation.inner


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_every_span_lies_in_the_text_and_shows_its_words(pipeline: Pipeline, text: str) -> None:
    doc = annotate(pipeline, text)
    assert doc.failures == ()
    for span in spans_of(doc):
        assert 0 <= span.start <= span.end <= len(text)
    for entry in doc.entries:
        row = entry_to_json(entry)
        for role, words in (
            ("source", entry.source_text),
            ("cue", entry.cue_text),
            ("content", entry.content_text),
        ):
            assert PIECE_MARK.join(text[start:end] for start, end in row[role]) == words
            assert all(text[start:end] == text[start:end].strip() != "" for start, end in row[role])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_the_same_text_gives_the_same_rows(pipeline: Pipeline, text: str) -> None:
    assert annotate(pipeline, text).entries == annotate(pipeline, text).entries


def test_ids_are_unique_over_a_text_that_repeats_itself(pipeline: Pipeline) -> None:
    doc = annotate(pipeline, "Dana Ims said that the pier was closed. " * 20)
    ids = [row.id for row in doc.rows]
    assert len(ids) == len(set(ids)) >= 20
