"""Writing one article: versions, pages, runs, failures, links, and nothing twice."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.schema import articles, failures, run_set_members, run_sets, runs, spans
from reportedly.types.article import Rejection
from reportedly.types.claim import Judgement, Link, Linking, LinkKind
from reportedly.types.doc import Doc, Failure, Run
from reportedly.types.span import Span
from tests.builders import Row, a_doc, a_failed_doc, a_provenance

ADDRESS = "https://gazette.example/minister"


def write(ledger: Ledger, *docs: Doc, links: tuple[Link, ...] = ()) -> None:
    for doc in docs:
        with ledger.writing() as writer:
            writer.add(doc, Linking(links))


def resignation(text: str = "The minister resigned, Ana Brook said.", **fields: object) -> Doc:
    return a_doc(text, [Row("The minister resigned", "Ana Brook", "said", name="Ana Brook")], **fields)


def test_same_article_read_twice_adds_nothing(ledger: Ledger) -> None:
    link = Link(LinkKind.SAME_CLAIM, "a1", "a2", 0.5, "same words")
    write(ledger, resignation(), links=(link,))
    before = ledger.health().counts
    write(ledger, resignation(), links=(link,))
    assert ledger.health().counts == before


def test_changed_text_at_the_same_address_is_a_new_version(ledger: Ledger) -> None:
    first, second = (
        resignation(url=ADDRESS),
        resignation("The minister resigned, Ana Brook said. Updated.", url=ADDRESS),
    )
    third = resignation("The minister resigned, Ana Brook said. Updated twice.", url=ADDRESS)
    write(ledger, first, second, third)
    versions = [(one.head.id, one.version, one.previous) for one in ledger.versions(second.article.id)]
    assert versions == [
        (first.article.id, 1, None),
        (second.article.id, 2, first.article.id),
        (third.article.id, 3, second.article.id),
    ]
    assert ledger.article(first.article.id).text == first.text
    assert len(ledger.entries(first.article.id)) == 1


@pytest.mark.parametrize(
    ("first", "second", "version"),
    [
        ("Harbour Gazette", "Harbour Gazette", 2),
        (None, "Harbour Gazette", 2),
        ("Harbour Gazette", None, 2),
        (None, None, 2),
        ("Harbour Gazette", "Hill Courier", 1),
    ],
)
def test_version_of_another_outlet_is_another_article(
    ledger: Ledger, first: str | None, second: str | None, version: int
) -> None:
    changed = resignation("The minister resigned, Ana Brook said. Updated.", url=ADDRESS, outlet=second)
    write(ledger, resignation(url=ADDRESS, outlet=first), changed)
    assert ledger.versions(changed.article.id)[-1].version == version


def test_articles_without_an_address_are_no_versions_of_one_another(ledger: Ledger) -> None:
    write(ledger, resignation(), resignation("The minister resigned, Ana Brook said. Updated."))
    assert {one.version for one in ledger.articles()} == {1}


def test_page_is_kept_only_where_its_bytes_are_given(ledger: Ledger) -> None:
    kept, not_kept = resignation("The minister resigned, Ana Brook said on Monday."), resignation()
    page = b"<html>" + b"The minister resigned. " * 100
    kept.article = replace(kept.article, provenance=a_provenance(page))
    not_kept.article = replace(not_kept.article, provenance=replace(a_provenance(), digest="e" * 64))
    write(ledger, kept, not_kept)
    assert ledger.page("d" * 64) == page
    assert ledger.page("e" * 64) is None
    assert ledger.article(kept.article.id).provenance == a_provenance()


def test_one_page_with_two_articles_is_kept_once(ledger: Ledger) -> None:
    for doc in (resignation(), resignation("The minister resigned, Ana Brook said on Monday.")):
        doc.article = replace(doc.article, provenance=a_provenance(b"a feed"))
        write(ledger, doc)
    assert ledger.page("d" * 64) == b"a feed"


def test_runs_of_one_kind_share_their_rows(ledger: Ledger) -> None:
    changed = resignation("The minister resigned, Ana Brook said on Monday.")
    changed.runs = (*changed.runs[:1], Run("chains", "2", "abc"))
    write(ledger, resignation(), resignation("The minister resigned, Ana Brook said today."), changed)
    with ledger.engine.begin() as connection:
        assert len(connection.execute(select(runs)).all()) == 3
        assert len(connection.execute(select(run_sets)).all()) == 2
        made_by = (
            select(runs.c.component, runs.c.version, runs.c.model_digest)
            .join(run_set_members, run_set_members.c.run == runs.c.id)
            .join(articles, articles.c.run_set == run_set_members.c.run_set)
            .where(articles.c.id == changed.article.id)
        )
        assert set(map(tuple, connection.execute(made_by))) == {
            ("attributions", "1", None),
            ("chains", "2", "abc"),
        }


def test_article_whose_component_failed_is_kept_with_the_reason(ledger: Ledger) -> None:
    doc = a_failed_doc()
    write(ledger, doc)
    (failure,) = ledger.failures()
    assert failure.article.id == doc.article.id
    assert failure.failure == Failure("attributions", "the language is not English")
    assert ledger.entries(doc.article.id) == ()
    assert ledger.articles()[0].failures == 1


def test_link_that_is_there_already_is_not_repeated(ledger: Ledger) -> None:
    mine = Link(LinkKind.SAME_CLAIM, "a1", "a2", 1.0, "one event", Judgement.NEGATIVE)
    machine = Link(LinkKind.SAME_CLAIM, "a1", "a2", 0.8, "same words")
    write(ledger, resignation(), links=(mine,))
    write(ledger, resignation("The minister resigned, Ana Brook said today."), links=(machine,))
    assert ledger.links_of(["a2"]) == (mine,)


def test_span_without_words_breaks_the_rule_and_nothing_is_kept(ledger: Ledger) -> None:
    doc = resignation()
    (row,) = doc.attributions or ()
    doc.attributions = (replace(row, content=(Span(4, 4),)),)
    with pytest.raises(IntegrityError):
        write(ledger, doc)
    assert ledger.articles() == ()


def test_passages_of_a_row_can_be_queried(ledger: Ledger) -> None:
    write(ledger, resignation())
    with ledger.engine.begin() as connection:
        found = connection.execute(select(spans.c.role, spans.c.start, spans.c.end).order_by(spans.c.start))
        assert [tuple(row) for row in found] == [("content", 0, 21), ("source", 23, 32), ("cue", 33, 37)]


def test_same_rejection_is_kept_once(ledger: Ledger) -> None:
    first = Rejection("story.html", "The file is a picture.", "Give a page instead.")
    second = replace(first, digest="d" * 64)
    for rejection in (first, second, first, second):
        ledger.reject(rejection)
    assert ledger.rejections() == (first, second)


def test_failure_rows_point_to_their_runs(ledger: Ledger) -> None:
    doc = a_failed_doc()
    doc.runs = (Run("attributions", "1"),)
    write(ledger, doc)
    with ledger.engine.begin() as connection:
        of_failure = connection.execute(select(failures.c.run_set)).scalar_one()
        assert of_failure == connection.execute(select(articles.c.run_set)).scalar_one()


def test_provenance_comes_back_with_its_notes(ledger: Ledger) -> None:
    doc = resignation()
    notes = ("“32 March” is no date.", "2 bytes were no characters.")
    provenance = replace(
        a_provenance(), final_url=ADDRESS, response_date="Thu, 04 Mar 2021 10:00:00 GMT", notes=notes
    )
    doc.article = replace(doc.article, provenance=provenance)
    write(ledger, doc)
    assert ledger.article(doc.article.id).provenance == provenance
