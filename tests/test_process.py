"""From page to ledger: the order of the stages, one transaction an article, nothing lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from reportedly.process import process
from reportedly.types.article import Article, Rejection
from reportedly.types.claim import Linking
from reportedly.types.doc import Doc, Run
from reportedly.types.entry import Entry
from reportedly.types.errors import LedgerError
from reportedly.types.outcome import Status
from reportedly.types.ports import Parts, View
from tests.builders import Row, a_doc, an_article

REJECTION = Rejection("picture.html", "picture.html is a picture.", "Give the page's HTML.")


class Reads:
    """A reader of prepared items."""

    def __init__(self, *items: Article | Rejection) -> None:
        self.items = items

    def read(self, sources: Sequence[str]) -> Iterator[Article | Rejection]:
        yield from self.items


class Annotates:
    """A pipeline that finds one row in each article and counts what it is given."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        self.batches.append(len(articles))
        docs = [a_doc(article.text, [Row(article.text)]) for article in articles]
        for doc, article in zip(docs, articles, strict=True):
            doc.article = article
        return docs

    def annotate_all(self, batches: Iterable[Sequence[Article]]) -> Iterator[list[Doc]]:
        return map(self.annotate, batches)


class Links:
    """A linker that links nothing, or fails."""

    run = Run("links", "1")

    def __init__(self, fails: bool = False) -> None:
        self.fails = fails

    def link(self, doc: Doc, view: View) -> Linking:
        if self.fails:
            raise RuntimeError("no vectors")
        return Linking()


class Keeps:
    """A ledger in memory that is its own writer."""

    def __init__(self) -> None:
        self.docs: dict[str, Doc] = {}
        self.rejections: list[Rejection] = []

    @contextmanager
    def writing(self) -> Iterator["Keeps"]:
        yield self

    def has(self, article_id: str) -> bool:
        return article_id in self.docs

    def alike(self, rows: Sequence[Entry], limit: int) -> Mapping[str, Sequence[Entry]]:
        return {row.id: () for row in rows}

    def add(self, doc: Doc, linking: Linking) -> int:
        if doc.rows and "unfit" in doc.text:
            raise ValueError("a span is empty")
        self.docs[doc.article.id] = doc
        return len([one for one in self.docs.values() if one.article.url == doc.article.url])

    def reject(self, rejection: Rejection) -> None:
        self.rejections.append(rejection)


def parts(*items: Article | Rejection, linker: Links | None = None, batch_size: int = 2) -> Parts:
    return Parts(Reads(*items), Annotates(), linker or Links(), Keeps(), batch_size)


@pytest.mark.parametrize("batch_size", [1, 2, 16])
def test_outcomes_come_in_the_order_of_the_sources(batch_size: int) -> None:
    one, two = an_article("One.", url="https://a.example/1"), an_article("Two.", url="https://a.example/2")
    outcomes = list(process(["x"], parts(one, REJECTION, two, batch_size=batch_size)))
    assert [outcome.status for outcome in outcomes] == [Status.ADDED, Status.REJECTED, Status.ADDED]
    assert [outcome.article for outcome in outcomes] == [one, None, two]


def test_a_rejection_is_kept_in_the_ledger() -> None:
    made = parts(REJECTION)
    (outcome,) = process(["x"], made)
    assert outcome.rejection == REJECTION
    assert made.ledger.rejections == [REJECTION]  # type: ignore[attr-defined]


def test_the_same_article_twice_adds_nothing_and_is_annotated_once() -> None:
    article = an_article("One.")
    made = parts(article, article, article)
    outcomes = list(process(["x"], made))
    assert [outcome.status for outcome in outcomes] == [Status.ADDED] + [Status.ALREADY_KNOWN] * 2
    assert sum(made.pipeline.batches) == 1  # type: ignore[attr-defined]


def test_a_changed_text_at_the_same_address_is_a_new_version() -> None:
    old, new = an_article("Old.", url="https://a.example/1"), an_article("New.", url="https://a.example/1")
    assert [one.status for one in process(["x"], parts(old, new))] == [Status.ADDED, Status.NEW_VERSION]


def test_an_article_whose_linking_fails_is_kept_and_says_so() -> None:
    made = parts(an_article("One."), linker=Links(fails=True))
    (outcome,) = process(["x"], made)
    assert outcome.status is Status.ADDED
    assert [(one.component, one.reason) for one in outcome.failures] == [("link", "RuntimeError: no vectors")]


def test_what_was_yielded_is_already_kept() -> None:
    made = parts(an_article("One."), an_article("Two."))
    next(process(["x"], made))
    assert len(made.ledger.docs) == 1  # type: ignore[attr-defined]


def test_an_article_whose_rows_cannot_be_kept_is_kept_without_them() -> None:
    made = parts(an_article("It is unfit."), an_article("Fine."))
    unfit, fine = process(["x"], made)
    assert (unfit.status, unfit.rows) == (Status.ADDED, 0)
    assert [(one.component, one.reason) for one in unfit.failures] == [
        ("ledger", "ValueError: a span is empty")
    ]
    assert fine.rows == 1
    assert len(made.ledger.docs) == 2  # type: ignore[attr-defined]


def test_a_ledger_in_trouble_stops_the_batch_with_its_sentence() -> None:
    made = parts(an_article("One."))

    def full(doc: Doc, linking: Linking) -> int:
        raise LedgerError("The disk is full.")

    made.ledger.add = full  # type: ignore[attr-defined]
    with pytest.raises(LedgerError, match="The disk is full"):
        list(process(["x"], made))
