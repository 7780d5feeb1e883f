"""Everything that only SQLite does: opening a file, transactions, backup, check, full-text search."""

import re
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Engine,
    QueuePool,
    Select,
    Table,
    create_engine,
    event,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as insert_or_not
from sqlalchemy.exc import DatabaseError

from reportedly.ledger.schema import attributions

HEADER = b"SQLite format 3\x00"
SEARCHED = ("content", "source", "cue", "title", "outlet")
# A hit in the row's own words comes before one in its article's head, which all rows of it share.
WEIGHTS = (1.0, 1.0, 1.0, 0.1, 0.1)
# Bounds that keep `AlikeIndex` fast: 12 to 25 ms in a ledger of 102,000 rows of 18 words each, drawn from a
# vocabulary of 3,360 by Zipf's law, on two cores.
MOST_WORDS_COUNTED = 32
MOST_WORDS_ASKED = 12
COMMON_FROM = 1_000  # rows that hold a word, beyond which it only counts together with others
COMMON_TOGETHER = 3

WORD = re.compile(r"\w+")
PHRASE = re.compile(r'"([^"]*)"|(\S+)')

COUNT = "SELECT count(*) FROM (SELECT rowid FROM entry_words WHERE entry_words MATCH ? LIMIT ?)"
ALIKE = """
SELECT attributions.number FROM entry_words JOIN attributions ON attributions.number = entry_words.rowid
WHERE entry_words MATCH ? AND attributions.withdrawn_at IS NULL AND attributions.article != ?
ORDER BY entry_words.rank, attributions.number LIMIT ?
"""

entry_words = sql_table("entry_words", sql_column("rowid"), *(sql_column(name) for name in SEARCHED))
_index: ColumnClause[str] = literal_column("entry_words")


@dataclass(frozen=True, slots=True)
class SearchedWords:
    """What full-text search knows of one row; `number` is that of the attribution."""

    number: int
    content: str
    source: str
    cue: str
    title: str
    outlet: str


def connect(path: Path, read_only: bool, wait_seconds: float) -> Engine:
    """The database at `path`, which is made where it is missing unless it may only be read.

    A connection begins its transactions itself, because Python's sqlite3 would begin them too late.
    """
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"

    def open_connection() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # a committed article outlives a power cut
        return connection

    engine = create_engine("sqlite://", creator=open_connection, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same database, with transactions that keep other writers out from their first moment."""
    return engine.execution_options(immediate=True)


def _begin(connection: Connection) -> None:
    """Start a transaction of the kind that the engine was made for."""
    is_immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_immediate else "BEGIN")


def use_write_ahead_log(engine: Engine, wait_seconds: float) -> None:
    """Let readers go on while somebody writes; kept in the file from then on.

    SQLite does not wait by itself where two programs switch one file at the same moment.
    """
    deadline = time.monotonic() + wait_seconds
    while True:
        driver = engine.raw_connection()
        try:
            driver.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        finally:
            driver.close()


def back_up(path: Path, target: Path) -> None:
    """Copy the database at `path` with all that is committed; `target` is there whole or not at all."""
    unfinished = target.with_name(target.name + ".unfinished")
    source = sqlite3.connect(path)
    copy = sqlite3.connect(unfinished)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    unfinished.replace(target)


def find_problems(connection: Connection) -> tuple[str, ...]:
    """What SQLite's quick check complains about; damage may also end the check itself."""
    try:
        lines = connection.exec_driver_sql("PRAGMA quick_check(20)").scalars().all()
    except DatabaseError as error:
        return (str(error.orig),)
    return tuple(line for line in lines if line != "ok")


def journal_mode(connection: Connection) -> str:
    """How the file is written: "wal" where readers and a writer can work at once."""
    return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())


def insert_new(table: Table, *distinct: str) -> Insert:
    """Insert rows, save those whose values of the columns `distinct` are in force already."""
    return insert_or_not(table).on_conflict_do_nothing(distinct, index_where=table.c.withdrawn_at.is_(None))


def index_words(connection: Connection, rows: Iterable[SearchedWords]) -> None:
    """Make rows findable by their words."""
    values = [
        {"rowid": row.number, **{name: _indexable(getattr(row, name)) for name in SEARCHED}} for row in rows
    ]
    if values:
        connection.execute(insert(entry_words), values)


def _indexable(text: str) -> str:
    """Half surrogate pairs, which SQLite cannot take, become question marks."""
    return text.encode("utf-8", "replace").decode()


def search_rows(connection: Connection, words: str, limit: int) -> list[int]:
    """The numbers of the rows that hold all of `words`, the best first; "…" asks for a phrase.

    Whatever a user types is words: no sign has a meaning beyond a pair of quotation marks.
    """
    phrases = (quoted or plain for quoted, plain in PHRASE.findall(_indexable(words)))
    wanted = [" ".join(found) for found in map(WORD.findall, phrases) if found]
    if not wanted:
        return []
    rank = func.bm25(_index, *WEIGHTS)
    query = _rows_that_match(" AND ".join(map(_quote, wanted)))
    return list(connection.execute(query.order_by(rank, attributions.c.number).limit(limit)).scalars())


class AlikeIndex:
    """Finds rows that share rare words, for many rows at once: each word is counted only once.

    Its two questions are asked some hundred times for each article, as plain SQL: built by SQLAlchemy each
    time, they took 18 of the 25 seconds that keeping 40 articles took (2026-11).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts: dict[str, int] = {}

    def find(self, content: str, article_id: str, limit: int) -> list[int]:
        """The numbers of other articles' rows that share rare words with `content`, the most alike first."""
        query = self._rare_words_query(content)
        if not query:
            return []
        found = self._connection.exec_driver_sql(ALIKE, (query, article_id, limit))
        return [row[0] for row in found]

    def _rare_words_query(self, content: str) -> str:
        """Any of the rarest words of `content`, or its longest common words all together."""
        distinct = dict.fromkeys(word.lower() for word in WORD.findall(_indexable(content)))
        words = sorted(distinct, key=len, reverse=True)[:MOST_WORDS_COUNTED]
        counted = sorted((self._count_rows(word), place, word) for place, word in enumerate(words))
        rare = [word for count, _, word in counted if 0 < count < COMMON_FROM][:MOST_WORDS_ASKED]
        common = [word for count, _, word in counted if count >= COMMON_FROM][:COMMON_TOGETHER]
        asked = [_quote(word) for word in rare]
        if len(common) > 1:
            asked.append(f"({' AND '.join(map(_quote, common))})")
        return f"content : ({' OR '.join(asked)})" if asked else ""

    def _count_rows(self, word: str) -> int:
        """How many rows hold `word`, counted no further than it takes to call it common."""
        if word not in self._counts:
            parameters = (f"content : {_quote(word)}", COMMON_FROM)
            self._counts[word] = self._connection.exec_driver_sql(COUNT, parameters).scalar_one()
        return self._counts[word]


def _rows_that_match(query: str) -> Select[int]:
    """The numbers of the rows in force that answer a full-text query."""
    return (
        select(attributions.c.number)
        .select_from(entry_words)
        .join(attributions, attributions.c.number == entry_words.c.rowid)
        .where(_matches(query), attributions.c.withdrawn_at.is_(None))
    )


def _matches(query: str) -> ColumnElement[bool]:
    """The full-text condition."""
    return _index.bool_op("MATCH")(query)


def _quote(words: str) -> str:
    """Words as one phrase of FTS5's query language."""
    return '"' + words.replace('"', '""') + '"'
