"""What is read back is what was written, for any row."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.ledger import entries as reading
from reportedly.ledger.ledger import Ledger
from reportedly.types.attribution import (
    About,
    Attribution,
    Certainty,
    ChainLink,
    Position,
    Quoted,
    SourceChain,
    SourceKind,
    Stance,
    Times,
)
from reportedly.types.claim import Assignment, Linking
from reportedly.types.doc import Doc
from reportedly.types.entry import entries_of
from reportedly.types.interchange import entry_to_json
from reportedly.types.span import Span
from tests.builders import Row, a_doc, an_article

SERIAL = itertools.count()
WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS
NAMES = st.lists(WORDS, max_size=3).map(tuple)


@st.composite
def rows_of_spans(draw: st.DrawFn, length: int):
    starts = draw(st.lists(st.integers(0, length - 1), max_size=3))
    return tuple(Span(start, draw(st.integers(start + 1, length))) for start in starts)


@st.composite
def links(draw: st.DrawFn, length: int) -> ChainLink:
    count = draw(st.sampled_from([None, "one", "several", 2, 17]))
    kind, spans = draw(st.sampled_from(SourceKind)), draw(rows_of_spans(length))
    return ChainLink(kind, draw(MAYBE), spans, draw(MAYBE), count, draw(MAYBE), draw(MAYBE))


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    article = an_article(draw(st.text(min_size=1, max_size=60)), title=draw(MAYBE), url=draw(MAYBE))
    article = replace(article, id=f"{article.id}{next(SERIAL)}")
    length, number = len(article.text), draw(st.integers(0, 4))
    row_ids = [f"a{article.id}.{place}" for place in range(number)]
    spans = rows_of_spans(length)
    confidence = st.none() | st.floats(0, 1)
    rows = [
        Attribution(
            row_id, draw(spans), draw(spans), draw(spans), draw(st.sampled_from(Quoted)),
            draw(st.none() | st.sampled_from(row_ids)), draw(confidence),
        )
        for row_id in row_ids
    ]  # fmt: skip
    chain = st.builds(SourceChain, st.lists(links(length), min_size=1, max_size=3).map(tuple), MAYBE, MAYBE)
    position = st.builds(Position, st.sampled_from(Stance), st.sampled_from(Certainty), MAYBE)
    times = st.builds(Times, MAYBE, MAYBE, st.dictionaries(WORDS, WORDS, max_size=2))
    return Doc(
        article=article,
        attributions=tuple(rows),
        own_voice=(),
        chains=tuple(draw(chain) for _ in rows),
        positions=tuple(draw(position) for _ in rows),
        times=tuple(draw(times) for _ in rows),
        abouts=tuple(draw(st.builds(About, NAMES, NAMES)) for _ in rows),
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory):
    with Ledger.open(tmp_path_factory.mktemp("property") / "ledger.db") as ledger:
        yield ledger


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(doc=docs(), data=st.data())
def test_row_read_back_equals_the_row_written(shared: Ledger, doc: Doc, data: st.DataObject) -> None:
    written = entries_of(doc)
    claims = {
        entry.id: data.draw(st.lists(st.sampled_from(["x", "y", "z"]), unique=True, max_size=2).map(tuple))
        for entry in written
    }
    named = {row: tuple(f"c{doc.article.id}{claim}" for claim in some) for row, some in claims.items()}
    with shared.writing() as writer:
        assignments = tuple(Assignment(row, claim) for row, some in named.items() for claim in some)
        writer.add(doc, Linking(assignments=assignments))
    expected = tuple(replace(entry, claims=named[entry.id]) for entry in written)
    found = shared.entries(doc.article.id)
    assert found == expected
    assert [entry_to_json(entry) for entry in found] == [entry_to_json(entry) for entry in expected]


def test_more_rows_than_fit_into_one_question_come_back_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 3)
    sentences = [f"Ship {number} left" for number in range(10)]
    doc = a_doc(". ".join(sentences), [Row(sentence) for sentence in sentences])
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        with ledger.writing() as writer:
            writer.add(doc, Linking())
        assert [entry.content_text for entry in ledger.entries(doc.article.id)] == sentences
