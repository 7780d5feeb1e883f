"""Answers what a reader asks of articles, rows, claims and links."""

import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, Select, Table, and_, func, or_, select

from reportedly.ledger import sqlite
from reportedly.ledger.claim_writer import current_claim
from reportedly.ledger.entries import in_portions, numbered_entries, selected_entries
from reportedly.ledger.rows import Stored, article_of
from reportedly.ledger.schema import articles, attributions, claim_members, claims, failures, links, pages
from reportedly.types.article import Article
from reportedly.types.attribution import Quoted
from reportedly.types.claim import Claim, Judgement, Link, LinkKind
from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.errors import AmbiguousIdError, LedgerError
from reportedly.types.reading import ArticleSummary

HEAD = (articles.c.id, articles.c.outlet, articles.c.title, articles.c.url, articles.c.published)
NOT_WITHDRAWN = attributions.c.withdrawn_at.is_(None)
IS_MEMBER = claim_members.c.withdrawn_at.is_(None)
IS_LINK = links.c.withdrawn_at.is_(None)
NEWEST_FIRST = (articles.c.published.desc().nulls_last(), articles.c.number.desc())
OLDEST_FIRST = (articles.c.published.asc().nulls_last(), articles.c.number, attributions.c.place)


def find_id(connection: Connection, table: Table, word: str, start: str) -> str:
    """The whole id that is or begins with `start`; `word` says what the table holds."""
    key = table.c.id
    if connection.execute(select(key).where(key == start)).scalar() is not None:
        return start
    begins = and_(key > start, key < start + "\U0010ffff")
    found = connection.execute(select(key).where(begins).order_by(key).limit(3)).scalars().all()
    if len(found) > 1 and start:
        raise AmbiguousIdError(
            f"More than one {word} begins with “{start}” ({', '.join(found)}); give more of its id."
        )
    if not found or not start:
        raise LedgerError(
            f"The ledger has no {word} “{start}”; `reportedly search WORDS` finds ids by words."
        )
    return str(found[0])


def list_articles(
    connection: Connection, limit: int, offset: int, outlet: str | None
) -> tuple[ArticleSummary, ...]:
    """Articles, the newest first, those without a date last."""
    page = select(articles.c.number).order_by(*NEWEST_FIRST).limit(limit).offset(offset)
    if outlet is not None:
        is_same = func.lower(articles.c.outlet) == outlet.lower()
        page = page.where(or_(articles.c.outlet == outlet, is_same))
    query = _summaries().where(articles.c.number.in_(page)).order_by(*NEWEST_FIRST)
    return tuple(map(_summary_of, connection.execute(query)))


def list_article_ids(connection: Connection) -> tuple[str, ...]:
    """The ids of all articles in the order in which they were read."""
    return tuple(connection.execute(select(articles.c.id).order_by(articles.c.number)).scalars())


def _summaries() -> "Select[*tuple[object, ...]]":
    """What a list shows of each article."""
    columns = articles.c
    rows = select(func.count()).where(attributions.c.article == columns.id, NOT_WITHDRAWN)
    is_own_voice = attributions.c.quoted == Quoted.OWN_VOICE.value
    failed = select(func.count()).select_from(failures).where(failures.c.article == columns.id)
    return select(
        *HEAD,
        columns.language,
        columns.version,
        columns.previous,
        func.coalesce(columns.received_at, columns.created_at).label("received_at"),
        rows.where(~is_own_voice).scalar_subquery().label("attributions"),
        rows.where(is_own_voice).scalar_subquery().label("own_voice"),
        failed.scalar_subquery().label("failures"),
    )


def _summary_of(row: Stored) -> ArticleSummary:
    """One article of a list."""
    return ArticleSummary(
        head_of_row(row),
        row.language,
        row.version,
        row.previous,
        row.received_at,
        row.attributions,
        row.own_voice,
        row.failures,
    )


def head_of_row(row: Stored) -> ArticleHead:
    """The head of the article in a joined row."""
    return ArticleHead(row.id, row.outlet, row.title, row.url, row.published)


def read_article(connection: Connection, article_id: str) -> Article:
    """One article, by its whole id."""
    return article_of(connection.execute(select(articles).where(articles.c.id == article_id)).one())


def read_page(connection: Connection, digest: str) -> bytes | None:
    """The bytes as received; None where nobody asked to keep them."""
    compressed = connection.execute(select(pages.c.compressed).where(pages.c.digest == digest)).scalar()
    return None if compressed is None else zlib.decompress(compressed)


def read_versions(connection: Connection, article_id: str) -> tuple[ArticleSummary, ...]:
    """All texts read from the address of an article, the first one first."""
    columns = articles.c
    earlier = select(columns.id, columns.previous).where(columns.id == article_id).cte(recursive=True)
    earlier = earlier.union(select(columns.id, columns.previous).where(columns.id == earlier.c.previous))
    later = select(columns.id).where(columns.id == article_id).cte(recursive=True)
    later = later.union(select(columns.id).where(columns.previous == later.c.id))
    is_version = or_(columns.id.in_(select(earlier.c.id)), columns.id.in_(select(later.c.id)))
    query = _summaries().where(is_version).order_by(columns.version, columns.number)
    return tuple(map(_summary_of, connection.execute(query)))


def entries_of_article(connection: Connection, article_id: str) -> tuple[Entry, ...]:
    """The rows of one article in the order of the text."""
    query = select(attributions.c.number).where(attributions.c.article == article_id, NOT_WITHDRAWN)
    return selected_entries(connection, query.order_by(attributions.c.place))


def read_entry(connection: Connection, attribution_id: str) -> Entry:
    """One row, by its whole id."""
    query = select(attributions.c.number).where(attributions.c.id == attribution_id)
    return selected_entries(connection, query)[0]


def search_entries(connection: Connection, words: str, limit: int) -> tuple[Entry, ...]:
    """The rows that hold all of these words, the best first."""
    return numbered_entries(connection, sqlite.search_rows(connection, words, limit))


def entries_of_claim(connection: Connection, claim_id: str) -> tuple[Entry, ...]:
    """The rows about one claim, from the first published to the last."""
    query = (
        select(attributions.c.number)
        .join(claim_members, claim_members.c.attribution == attributions.c.id)
        .join(articles, articles.c.id == attributions.c.article)
        .where(claim_members.c.claim == claim_id, IS_MEMBER, NOT_WITHDRAWN)
    )
    return selected_entries(connection, query.order_by(*OLDEST_FIRST))


def read_claim(connection: Connection, claim_id: str) -> Claim:
    """One claim by its whole id, or what it was merged into."""
    current = current_claim(connection, claim_id)
    row = connection.execute(select(claims).where(claims.c.id == current)).one()
    return Claim(row.id, row.text)


def claims_of_article(connection: Connection, article_id: str) -> tuple[Claim, ...]:
    """The claims that an article's rows are about, in the order of the text."""
    first_place = func.min(attributions.c.place)
    query = (
        select(claims.c.id, claims.c.text)
        .join(claim_members, claim_members.c.claim == claims.c.id)
        .join(attributions, attributions.c.id == claim_members.c.attribution)
        .where(attributions.c.article == article_id, IS_MEMBER, NOT_WITHDRAWN)
        .group_by(claims.c.number, claims.c.id, claims.c.text)
        .order_by(first_place, claims.c.number)
    )
    return tuple(Claim(row.id, row.text) for row in connection.execute(query))


def list_claim_ids(connection: Connection, limit: int, offset: int) -> tuple[str, ...]:
    """Claims by the number of their articles, then of their attributions, the largest first."""
    in_articles = func.count(attributions.c.article.distinct())
    query = (
        select(claims.c.id)
        .join(claim_members, claim_members.c.claim == claims.c.id)
        .join(attributions, attributions.c.id == claim_members.c.attribution)
        .where(IS_MEMBER, NOT_WITHDRAWN)
        .group_by(claims.c.number, claims.c.id)
        .order_by(in_articles.desc(), func.count().desc(), claims.c.number)
        .limit(limit)
        .offset(offset)
    )
    return tuple(connection.execute(query).scalars())


def links_of(connection: Connection, ids: Sequence[str]) -> tuple[Link, ...]:
    """The links that have one of these attributions or articles at an end, in the order of writing."""
    found: dict[int, Link] = {}
    for some in in_portions(ids):
        for column in (links.c.a, links.c.b):
            rows = connection.execute(select(links).where(column.in_(some), IS_LINK))
            found |= {row.number: _link_of(row) for row in rows}
    return tuple(found[number] for number in sorted(found))


def _link_of(row: Stored) -> Link:
    """One link."""
    return Link(LinkKind(row.kind), row.a, row.b, row.score, row.why, Judgement(row.judgement))
