"""Writes one article with its rows, links and claims inside one transaction."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, exists, insert, or_, select

from reportedly.ledger import entries, sqlite
from reportedly.ledger.claim_writer import write_claims
from reportedly.ledger.moment import now
from reportedly.ledger.rows import Stored, Values, article_values, attribution_values, span_values
from reportedly.ledger.run_sets import run_set_of
from reportedly.ledger.schema import articles, attributions, failures, links, pages, rejections, spans
from reportedly.types.article import Article, Provenance, Rejection
from reportedly.types.claim import Judgement, Link, Linking
from reportedly.types.doc import Doc
from reportedly.types.entry import Entry, entries_of


def has_article(connection: Connection, article_id: str) -> bool:
    """Whether this very article is in the ledger."""
    return bool(connection.execute(select(exists().where(articles.c.id == article_id))).scalar())


def write_rejection(connection: Connection, rejection: Rejection) -> None:
    """Keep the record of what could not be read; the same record is kept once."""
    values: Values = {
        "source": rejection.source,
        "reason": rejection.reason,
        "advice": rejection.advice,
        "digest": rejection.digest,
    }
    is_same = [rejections.c[name].is_not_distinct_from(value) for name, value in values.items()]
    if not connection.execute(select(exists().where(*is_same))).scalar():
        connection.execute(insert(rejections).values(**values, created_at=now()))


@dataclass(frozen=True, slots=True)
class LedgerWriter:
    """The ledger inside one transaction; what it reads includes what it has just written."""

    connection: Connection

    def has(self, article_id: str) -> bool:
        """Whether this very article is there already."""
        return has_article(self.connection, article_id)

    def alike(self, rows: Sequence[Entry], limit: int) -> Mapping[str, Sequence[Entry]]:
        """For each row's id at most `limit` rows of other articles that share rare words, best first."""
        return entries.alike_entries(self.connection, rows, limit)

    def add(self, doc: Doc, linking: Linking) -> int:
        """Write article, rows, links, claims and runs; the number of this version of the article, from 1.

        An article that is there already adds nothing.
        """
        known = self.connection.execute(select(articles.c.version).where(articles.c.id == doc.article.id))
        if version := known.scalar():
            return int(version)
        stamp: Values = {"run_set": run_set_of(self.connection, doc.runs), "created_at": now()}
        version = _write_article(self.connection, doc.article, stamp)
        _write_failures(self.connection, doc, stamp)
        rows = entries_of(doc)
        _write_entries(self.connection, rows, doc.article, stamp)
        _write_links(self.connection, linking.links, stamp)
        contents = {row.id: row.content_text for row in rows}
        write_claims(self.connection, linking.assignments, contents, stamp)
        return version


def _write_article(connection: Connection, article: Article, stamp: Values) -> int:
    """The article as the next version of its address; the number of that version."""
    if article.provenance is not None and article.provenance.page is not None:
        _write_page(connection, article.provenance, article.provenance.page)
    earlier = _earlier_version(connection, article)
    version: int = earlier.version + 1 if earlier else 1
    previous = earlier.id if earlier else None
    values = {**article_values(article), **stamp, "version": version, "previous": previous}
    connection.execute(insert(articles).values(**values))
    return version


def _write_page(connection: Connection, provenance: Provenance, page: bytes) -> None:
    """The bytes as received, once."""
    if not connection.execute(select(exists().where(pages.c.digest == provenance.digest))).scalar():
        values = {"digest": provenance.digest, "compressed": zlib.compress(page), "size": len(page)}
        connection.execute(insert(pages).values(**values))


def _earlier_version(connection: Connection, article: Article) -> "Stored | None":
    """The last text read from the same address, unless both name their outlet and the names differ."""
    if not article.url:
        return None
    columns = articles.c
    is_same_page = [columns.url == article.url]
    if article.outlet is not None:
        is_same_page.append(or_(columns.outlet == article.outlet, columns.outlet.is_(None)))
    found = select(columns.id, columns.version).where(*is_same_page)
    return connection.execute(found.order_by(columns.version.desc(), columns.number.desc())).first()


def _write_failures(connection: Connection, doc: Doc, stamp: Values) -> None:
    """What went wrong with the article."""
    rows = [
        {"article": doc.article.id, "component": failure.component, "reason": failure.reason, **stamp}
        for failure in doc.failures
    ]
    if rows:
        connection.execute(insert(failures), rows)


def _write_entries(connection: Connection, rows: Sequence[Entry], article: Article, stamp: Values) -> None:
    """The attributions, their spans and their words for search."""
    if not rows:
        return
    connection.execute(
        insert(attributions),
        [{**attribution_values(entry, place), **stamp} for place, entry in enumerate(rows)],
    )
    numbers = _numbers_in(connection, article)
    pieces = [value for entry in rows for value in span_values(entry, numbers[entry.id])]
    if pieces:
        connection.execute(insert(spans), pieces)
    sqlite.index_words(connection, (_searched_words(entry, numbers[entry.id]) for entry in rows))


def _numbers_in(connection: Connection, article: Article) -> dict[str, int]:
    """The numbers that the database gave to the attributions of an article, by their ids."""
    columns = attributions.c
    found = connection.execute(select(columns.id, columns.number).where(columns.article == article.id))
    return {row.id: row.number for row in found}


def _searched_words(entry: Entry, number: int) -> sqlite.SearchedWords:
    """What a search for this row may hit; its sources are also found by the names that the chain gives."""
    names = {name for link in entry.chain.links[1:] for name in (link.name, link.described_as) if name}
    return sqlite.SearchedWords(
        number=number,
        content=entry.content_text,
        source=" · ".join([entry.source_text, *sorted(names)]),
        cue=entry.cue_text,
        title=entry.article.title or "",
        outlet=entry.article.outlet or "",
    )


def _write_links(connection: Connection, new: Sequence[Link], stamp: Values) -> None:
    """The links that the ledger does not have yet; what was decided before stays as it is."""
    rows = [
        {
            "kind": link.kind.value,
            "a": link.a,
            "b": link.b,
            "score": link.score,
            "why": link.why,
            "judgement": link.judgement.value,
            "decided_by": "machine" if link.judgement is Judgement.MACHINE else "person",
            **stamp,
        }
        for link in new
    ]
    if rows:
        connection.execute(sqlite.insert_new(links, "kind", "a", "b"), rows)
