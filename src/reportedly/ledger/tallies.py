"""Counts over the whole ledger: sources, what could not be read, and the state of the file."""

from collections import Counter, defaultdict
from pathlib import Path

from sqlalchemy import Connection, func, select

from reportedly.ledger import sqlite
from reportedly.ledger.queries import HEAD, NOT_WITHDRAWN, head_of_row
from reportedly.ledger.schema import (
    articles,
    attributions,
    claim_members,
    failures,
    links,
    rejections,
    schema_versions,
)
from reportedly.types.article import Rejection
from reportedly.types.attribution import Quoted, SourceKind
from reportedly.types.doc import Failure
from reportedly.types.place import PlaceTally
from reportedly.types.reading import ArticleFailure, Health, SourceTally


def tally_sources(connection: Connection) -> tuple[SourceTally, ...]:
    """Every innermost source with its number of rows, the most frequent first."""
    columns = attributions.c
    is_own_voice = (columns.quoted == Quoted.OWN_VOICE.value).label("is_own_voice")
    source = (columns.innermost_name, columns.innermost_described_as, columns.innermost_kind, is_own_voice)
    rows = func.count().label("rows")
    query = (
        select(
            *source,
            rows,
            func.count(columns.article.distinct()).label("articles"),
            func.min(articles.c.published).label("first"),
            func.max(articles.c.published).label("last"),
        )
        .join(articles, articles.c.id == columns.article)
        .where(NOT_WITHDRAWN)
        .group_by(*source)
        .order_by(rows.desc(), *source)
    )
    return tuple(
        SourceTally(
            name=row.innermost_name,
            described_as=row.innermost_described_as,
            kind=SourceKind(row.innermost_kind),
            is_own_voice=bool(row.is_own_voice),
            rows=row.rows,
            articles=row.articles,
            first_published=row.first,
            last_published=row.last,
        )
        for row in connection.execute(query)
    )


def tally_places(connection: Connection) -> tuple[PlaceTally, ...]:
    """Every place that contents are about, the most frequent first."""
    columns = attributions.c
    rows: Counter[str] = Counter()
    named_in: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(columns.article, columns.places).where(NOT_WITHDRAWN)):
        rows.update(row.places)
        named_in[row.article].update(row.places)
    beside: dict[str, set[str]] = defaultdict(set)
    articles_of: Counter[str] = Counter()
    for names in named_in.values():
        articles_of.update(names)
        for name in names:
            beside[name] |= names - {name}
    ranked = sorted(rows.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        PlaceTally(name, number, articles_of[name], tuple(sorted(beside[name]))) for name, number in ranked
    )


def list_rejections(connection: Connection) -> tuple[Rejection, ...]:
    """Everything that could not be read, in the order in which it was met."""
    rows = connection.execute(select(rejections).order_by(rejections.c.number))
    return tuple(Rejection(row.source, row.reason, row.advice, row.digest) for row in rows)


def list_failures(connection: Connection) -> tuple[ArticleFailure, ...]:
    """Every component that failed on an article, in the order in which it happened."""
    query = (
        select(*HEAD, failures.c.component, failures.c.reason)
        .join(articles, articles.c.id == failures.c.article)
        .order_by(failures.c.number)
    )
    return tuple(
        ArticleFailure(head_of_row(row), Failure(row.component, row.reason))
        for row in connection.execute(query)
    )


def examine(connection: Connection, path: Path) -> Health:
    """Check the file and count what is in it; a damaged file is not counted."""
    problems = sqlite.find_problems(connection)
    return Health(
        path=path,
        schema_version=connection.execute(select(func.max(schema_versions.c.version))).scalar_one(),
        journal_mode=sqlite.journal_mode(connection),
        size_bytes=sum(file.stat().st_size for file in (path, *_beside(path)) if file.exists()),
        problems=problems,
        counts={} if problems else _counts(connection),
    )


def _beside(path: Path) -> tuple[Path, Path]:
    """The two files that SQLite keeps beside an open ledger."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _counts(connection: Connection) -> dict[str, int]:
    """How many rows of each kind hold today."""
    members = claim_members.c
    queries = {
        "articles": select(func.count()).select_from(articles),
        "attributions": select(func.count()).select_from(attributions).where(NOT_WITHDRAWN),
        "claims": select(func.count(members.claim.distinct())).where(members.withdrawn_at.is_(None)),
        "links": select(func.count()).select_from(links).where(links.c.withdrawn_at.is_(None)),
        "rejections": select(func.count()).select_from(rejections),
        "failures": select(func.count()).select_from(failures),
    }
    return {name: connection.execute(query).scalar_one() for name, query in queries.items()}
