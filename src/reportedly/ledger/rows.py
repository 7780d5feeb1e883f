"""Turns articles and entries into rows of the tables, and rows into entries."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row

from reportedly.types.article import Article, Provenance
from reportedly.types.attribution import About, Attribution, Certainty, Position, Quoted, Stance, Times
from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.interchange import chain_from_json, chain_to_json
from reportedly.types.span import Span, Spans, words_of

Values = dict[str, Any]
Stored: TypeAlias = "Row[*tuple[Any, ...]]"

ARTICLE_FIELDS = ("id", "text", "outlet", "title", "author", "url", "published", "language", "ref")
ROLES = ("source", "cue", "content")


def article_values(article: Article) -> Values:
    """The article's own columns and those of its provenance."""
    values: Values = {field: getattr(article, field) for field in ARTICLE_FIELDS}
    provenance = article.provenance
    if provenance is not None:
        values |= {
            "source": provenance.source,
            "page_digest": provenance.digest,
            "received_at": provenance.received_at,
            "format": provenance.format,
            "final_url": provenance.final_url,
            "response_date": provenance.response_date,
            "notes": list(provenance.notes),
        }
    return values


def article_of(row: Stored) -> Article:
    """The article of a row of `articles`; the page's bytes stay where they are."""
    provenance = None
    if row.page_digest is not None:
        provenance = Provenance(
            source=row.source,
            digest=row.page_digest,
            received_at=row.received_at,
            format=row.format,
            final_url=row.final_url,
            response_date=row.response_date,
            notes=tuple(row.notes),
        )
    return Article(**{field: getattr(row, field) for field in ARTICLE_FIELDS}, provenance=provenance)


def attribution_values(entry: Entry, place: int) -> Values:
    """The columns of one attribution, without its spans."""
    row, chain, position, times = entry.attribution, entry.chain, entry.position, entry.times
    innermost = chain.innermost
    return {
        "id": row.id,
        "article": entry.article.id,
        "place": place,
        "parent": row.parent,
        "quoted": row.quoted.value,
        "chain": chain_to_json(chain),
        "addressee": chain.addressee,
        "medium": chain.medium,
        "innermost_name": innermost.name,
        "innermost_described_as": innermost.described_as,
        "innermost_kind": innermost.kind.value,
        "stance": position.stance.value,
        "certainty": position.certainty.value,
        "reporter_hedge": position.reporter_hedge,
        "said_at": times.said_at,
        "event_at": times.event_at,
        "why_null": dict(times.why_null),
        "participants": list(entry.about.participants),
        "places": list(entry.about.places),
        "confidence": row.confidence,
    }


def span_values(entry: Entry, number: int) -> list[Values]:
    """The spans of one attribution, whose row has this number."""
    row = entry.attribution
    return [
        {"attribution": number, "role": role, "place": place, "start": span.start, "end": span.end}
        for role, spans in zip(ROLES, (row.source, row.cue, row.content), strict=True)
        for place, span in enumerate(spans)
    ]


def spans_by_role(rows: Sequence[Stored]) -> dict[str, Spans]:
    """The spans of one attribution; `rows` are in order."""
    return {role: tuple(Span(row.start, row.end) for row in rows if row.role == role) for role in ROLES}


def entry_of(row: Stored, article: Stored, spans: Mapping[str, Spans], claims: Sequence[str]) -> Entry:
    """One row for reading, with the words that its spans mark in the article's text."""
    source, cue, content = (spans[role] for role in ROLES)
    return Entry(
        article=ArticleHead(article.id, article.outlet, article.title, article.url, article.published),
        attribution=Attribution(row.id, source, cue, content, Quoted(row.quoted), row.parent, row.confidence),
        chain=chain_from_json(row.chain, row.addressee, row.medium),
        position=Position(Stance(row.stance), Certainty(row.certainty), row.reporter_hedge),
        times=Times(row.said_at, row.event_at, row.why_null),
        about=About(tuple(row.participants), tuple(row.places)),
        source_text=words_of(source, article.text),
        cue_text=words_of(cue, article.text),
        content_text=words_of(content, article.text),
        claims=tuple(claims),
    )
