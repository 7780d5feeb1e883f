"""What every implementation of `LedgerStore` keeps, whatever it stores its rows in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.ledger.ledger import Ledger
from reportedly.types.article import Rejection
from reportedly.types.claim import Assignment, Linking
from reportedly.types.doc import Doc
from reportedly.types.entry import entries_of
from reportedly.types.ports import LedgerStore, Writer
from tests.builders import Row, a_doc, a_failed_doc, alike

STORES: dict[str, Callable[[Path], LedgerStore]] = {
    "sqlite": lambda folder: Ledger.open(folder / "ledger.db")
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LedgerStore]:
    yield STORES[request.param](tmp_path)


def resignation(words: str = "The minister resigned", **fields: object) -> Doc:
    return a_doc(f"{words}, Ana Brook said.", [Row(words, "Ana Brook", "said", name="Ana Brook")], **fields)


def add(writer: Writer, doc: Doc) -> int:
    return writer.add(doc, Linking(assignments=tuple(Assignment(row.id, f"c{row.id}") for row in doc.rows)))


def test_article_is_there_after_its_transaction(store: LedgerStore) -> None:
    doc = resignation()
    assert not store.has(doc.article.id)
    with store.writing() as writer:
        add(writer, doc)
    assert store.has(doc.article.id)


def test_writer_sees_what_it_has_just_written(store: LedgerStore) -> None:
    doc = resignation()
    with store.writing() as writer:
        add(writer, doc)
        assert writer.has(doc.article.id)


def test_nothing_is_kept_of_a_transaction_that_fails(store: LedgerStore) -> None:
    doc = resignation()
    with pytest.raises(RuntimeError), store.writing() as writer:
        add(writer, doc)
        raise RuntimeError("the linker failed")
    assert not store.has(doc.article.id)


def test_next_transaction_works_after_one_that_failed(store: LedgerStore) -> None:
    with pytest.raises(RuntimeError), store.writing():
        raise RuntimeError("the linker failed")
    with store.writing() as writer:
        add(writer, resignation())
    assert store.has(resignation().article.id)


def test_same_article_added_again_changes_nothing(store: LedgerStore) -> None:
    for _ in range(2):
        with store.writing() as writer:
            add(writer, resignation())
    with store.writing() as writer:
        found = alike(writer, entries_of(resignation("Yesterday the minister resigned"))[0], 10)
    assert len(found) == 1


def test_row_that_shares_words_is_alike_with_its_claim(store: LedgerStore) -> None:
    first = resignation()
    with store.writing() as writer:
        add(writer, first)
        (found,) = alike(writer, entries_of(resignation("It was the minister who resigned"))[0], 10)
    assert found.id == first.rows[0].id
    assert found.claims == (f"c{first.rows[0].id}",)


def test_rows_of_the_same_article_are_not_alike(store: LedgerStore) -> None:
    doc = resignation()
    with store.writing() as writer:
        add(writer, doc)
        assert list(alike(writer, entries_of(doc)[0], 10)) == []


def test_no_more_rows_are_alike_than_asked_for(store: LedgerStore) -> None:
    with store.writing() as writer:
        for day in ("Monday", "Tuesday", "Friday"):
            add(writer, resignation(f"The minister resigned on {day}"))
        assert len(alike(writer, entries_of(resignation())[0], 2)) == 2


def test_article_whose_component_failed_is_kept(store: LedgerStore) -> None:
    doc = a_failed_doc()
    with store.writing() as writer:
        writer.add(doc, Linking())
    assert store.has(doc.article.id)


def test_rejection_can_be_recorded(store: LedgerStore) -> None:
    store.reject(Rejection("story.html", "The file is a picture.", "Give a page instead."))
    assert not store.has("story.html")


def test_adding_tells_the_number_of_the_version(store: LedgerStore) -> None:
    first = resignation(url="https://gazette.example/minister")
    second = resignation("The minister resigned today", url="https://gazette.example/minister")
    with store.writing() as writer:
        assert [add(writer, doc) for doc in (first, second, first, second)] == [1, 2, 1, 2]
