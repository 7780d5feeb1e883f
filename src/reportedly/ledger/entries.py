"""Reads rows back as entries: the one place where an `Entry` is put together again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, select

from reportedly.ledger import sqlite
from reportedly.ledger.rows import Stored, entry_of, spans_by_role
from reportedly.ledger.schema import articles, attributions, claim_members, spans
from reportedly.types.entry import Entry

Value = TypeVar("Value")
AT_ONCE = 500  # ids in one question; older SQLite takes at most 999 parameters


def numbered_entries(connection: Connection, numbers: Sequence[int]) -> tuple[Entry, ...]:
    """The entries whose attributions have these numbers, in the same order."""
    found: dict[int, Entry] = {}
    for some in in_portions(numbers):
        rows = connection.execute(select(attributions).where(attributions.c.number.in_(some))).all()
        found |= _build(connection, rows)
    return tuple(found[number] for number in numbers if number in found)


def selected_entries(connection: Connection, query: Select[int]) -> tuple[Entry, ...]:
    """The entries whose numbers `query` selects, in its order."""
    return numbered_entries(connection, connection.execute(query).scalars().all())


def alike_entries(connection: Connection, rows: Sequence[Entry], limit: int) -> dict[str, tuple[Entry, ...]]:
    """For each row's id the rows of other articles that share rare words with it, the most alike first."""
    index = sqlite.AlikeIndex(connection)
    numbers = {row.id: index.find(row.content_text, row.article.id, limit) for row in rows}
    wanted = list(dict.fromkeys(number for found in numbers.values() for number in found))
    known = dict(zip(wanted, numbered_entries(connection, wanted), strict=True))
    return {row_id: tuple(known[number] for number in found) for row_id, found in numbers.items()}


def in_portions(values: Iterable[Value]) -> Iterator[list[Value]]:
    """A long list in pieces that fit into one question; what is in it twice is asked for once."""
    distinct = list(dict.fromkeys(values))
    for start in range(0, len(distinct), AT_ONCE):
        yield distinct[start : start + AT_ONCE]


def _build(connection: Connection, rows: Sequence[Stored]) -> dict[int, Entry]:
    """The entry of each row by its number, with its spans, its article's words and its claims."""
    heads = _articles_of(connection, rows)
    pieces = _spans_of(connection, rows)
    claims = _claims_of(connection, rows)
    return {
        row.number: entry_of(row, heads[row.article], spans_by_role(pieces[row.number]), claims[row.id])
        for row in rows
    }


def _articles_of(connection: Connection, rows: Sequence[Stored]) -> dict[str, Stored]:
    """The head and text of each row's article; each text is read once."""
    wanted = {row.article for row in rows}
    columns = (articles.c[name] for name in ("id", "outlet", "title", "url", "published", "text"))
    found = connection.execute(select(*columns).where(articles.c.id.in_(wanted)))
    return {article.id: article for article in found}


def _spans_of(connection: Connection, rows: Sequence[Stored]) -> dict[int, list[Stored]]:
    """The spans of each row, in order."""
    grouped = defaultdict(list)
    wanted = [row.number for row in rows]
    for span in connection.execute(
        select(spans).where(spans.c.attribution.in_(wanted)).order_by(spans.c.attribution, spans.c.place)
    ):
        grouped[span.attribution].append(span)
    return grouped


def _claims_of(connection: Connection, rows: Sequence[Stored]) -> dict[str, list[str]]:
    """The claims that each row is about, in the order in which it joined them."""
    grouped = defaultdict(list)
    wanted = [row.id for row in rows]
    members = claim_members.c
    for member in connection.execute(
        select(members.attribution, members.claim)
        .where(members.attribution.in_(wanted), members.withdrawn_at.is_(None))
        .order_by(members.number)
    ):
        grouped[member.attribution].append(member.claim)
    return grouped
