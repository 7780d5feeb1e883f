"""START HERE: one article from page to ledger. Only this file knows the order of the stages."""

from collections.abc import Iterator, Sequence
from itertools import islice, tee

from reportedly.types.article import Article, Rejection
from reportedly.types.claim import Linking
from reportedly.types.doc import Doc, Failure
from reportedly.types.entry import entries_of
from reportedly.types.errors import ReportedlyError
from reportedly.types.outcome import Outcome, Status
from reportedly.types.ports import Parts, Writer

Batch = Sequence[Article | Rejection]


def process(sources: Sequence[str], parts: Parts) -> Iterator[Outcome]:
    """Carry everything found at `sources` into the ledger; yield what became of each, in order.

    Each article is committed on its own: whatever stops the program, what was yielded is kept, and
    reading the same sources again goes on from there.
    """
    batches, ahead = tee(in_batches(parts.reader.read(sources), parts.batch_size))
    annotated = parts.pipeline.annotate_all(new_articles(batch, parts) for batch in ahead)
    for batch, docs_of_batch in zip(batches, annotated, strict=True):
        docs = {doc.article.id: doc for doc in docs_of_batch}
        for item in batch:
            yield reject(item, parts) if isinstance(item, Rejection) else keep(item, docs, parts)


def in_batches(items: Iterator[Article | Rejection], size: int) -> Iterator[Batch]:
    """Everything that is read, `size` items at a time."""
    while batch := list(islice(items, size)):
        yield batch


def new_articles(batch: Batch, parts: Parts) -> list[Article]:
    """The articles of a batch that the ledger does not have, each once."""
    articles = {item.id: item for item in batch if isinstance(item, Article)}
    return [article for article in articles.values() if not parts.ledger.has(article.id)]


def reject(rejection: Rejection, parts: Parts) -> Outcome:
    """Keep the record of something that could not be read."""
    parts.ledger.reject(rejection)
    return Outcome(rejection.source, Status.REJECTED, rejection=rejection)


def keep(article: Article, docs: dict[str, Doc], parts: Parts) -> Outcome:
    """Keep one annotated article; where its rows cannot be kept, the article alone, and say so."""
    doc = docs.pop(article.id, None)
    try:
        return write(article, doc, parts)
    except ReportedlyError:
        raise  # the ledger itself is in trouble: no other article would fare better
    except Exception as error:  # the edge of a stage
        bare = Doc(article, failures=(*(doc.failures if doc else ()), failure("ledger", error)))
        return write(article, bare, parts)


def write(article: Article, doc: Doc | None, parts: Parts) -> Outcome:
    """Link one article to the ledger and write it, in one transaction; None is known already."""
    source = article.provenance.source if article.provenance else article.id
    with parts.ledger.writing() as ledger:
        if doc is None or ledger.has(article.id):
            return Outcome(source, Status.ALREADY_KNOWN, article)
        version = ledger.add(doc, link(doc, ledger, parts))
    status = Status.ADDED if version == 1 else Status.NEW_VERSION
    return Outcome(source, status, article, rows=len(entries_of(doc)), failures=doc.failures)


def link(doc: Doc, ledger: Writer, parts: Parts) -> Linking:
    """The links of one article; where linking fails, the article is kept without, and says so."""
    try:
        linking = parts.linker.link(doc, ledger)
    except ReportedlyError:
        raise
    except Exception as error:  # the edge of a stage
        doc.failures += (failure("link", error),)
        return Linking()
    doc.runs += (parts.linker.run,)
    return linking


def failure(stage: str, error: Exception) -> Failure:
    """What went wrong at one stage, in a line."""
    return Failure(stage, f"{type(error).__name__}: {error}"[:500])
