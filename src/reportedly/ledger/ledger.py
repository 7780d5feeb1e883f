"""The ledger as the rest of the program sees it: one file, opened for writing or only for reading."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.ledger import entries, queries, sqlite, tallies
from reportedly.ledger.opening import open_engine
from reportedly.ledger.schema import articles, attributions, claims
from reportedly.ledger.trouble import clear_errors
from reportedly.ledger.writer import LedgerWriter, has_article, write_rejection
from reportedly.types.article import Article, Rejection
from reportedly.types.claim import Claim, Link
from reportedly.types.entry import Entry
from reportedly.types.place import PlaceTally
from reportedly.types.reading import ArticleFailure, ArticleSummary, Health, SourceTally

# Long enough for another program to finish a large article, short enough to notice that it hangs.
WAIT_SECONDS = 60.0


class Ledger:
    """Everything that was read, in one SQLite file. Use it as a context manager, or close it.

    An id may be shortened to its beginning wherever one row is asked for; what is unknown or fits more
    than one row raises a `LedgerError`. `backup` is the copy that was made before a migration.
    """

    def __init__(self, path: Path, engine: Engine, backup: Path | None = None) -> None:
        self.path = path
        self.engine = engine
        self.backup = backup

    @classmethod
    def open(
        cls, path: str | PathLike[str], *, read_only: bool = False, wait_seconds: float = WAIT_SECONDS
    ) -> Self:
        """Open the ledger at `path`; a missing one is made, unless it shall only be read.

        `wait_seconds` is how long to wait for another program that is writing.
        """
        opened = open_engine(Path(path), read_only, wait_seconds)
        return cls(Path(path), opened.engine, opened.backup)

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[LedgerWriter]:
        """One transaction that no other writer can come between; all of it is kept, or nothing."""
        with clear_errors(self.path), sqlite.for_writing(self.engine).begin() as connection:
            yield LedgerWriter(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One transaction that sees a single moment of the ledger; it has nothing to commit."""
        with clear_errors(self.path), self.engine.connect() as connection:
            yield connection

    def reject(self, rejection: Rejection) -> None:
        """Keep the record of something that could not be read; never call it while `writing()` is open."""
        with clear_errors(self.path), sqlite.for_writing(self.engine).begin() as connection:
            write_rejection(connection, rejection)

    def has(self, article_id: str) -> bool:
        """Whether this very article is there already."""
        with self._reading() as connection:
            return has_article(connection, article_id)

    def articles(
        self, limit: int = 50, offset: int = 0, outlet: str | None = None
    ) -> tuple[ArticleSummary, ...]:
        """A list of articles, the newest first; `outlet` keeps those of one outlet."""
        with self._reading() as connection:
            return queries.list_articles(connection, limit, offset, outlet)

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles in the order in which they were read."""
        with self._reading() as connection:
            return queries.list_article_ids(connection)

    def article(self, article_id: str) -> Article:
        """One article with its text."""
        with self._reading() as connection:
            whole = queries.find_id(connection, articles, "article", article_id)
            return queries.read_article(connection, whole)

    def page(self, digest: str) -> bytes | None:
        """The bytes of a page as received; None where they were not kept."""
        with self._reading() as connection:
            return queries.read_page(connection, digest)

    def versions(self, article_id: str) -> tuple[ArticleSummary, ...]:
        """All texts read from the address of an article, the first one first."""
        with self._reading() as connection:
            whole = queries.find_id(connection, articles, "article", article_id)
            return queries.read_versions(connection, whole)

    def entries(self, article_id: str) -> tuple[Entry, ...]:
        """The rows of one article in the order of the text."""
        with self._reading() as connection:
            whole = queries.find_id(connection, articles, "article", article_id)
            return queries.entries_of_article(connection, whole)

    def entry(self, attribution_id: str) -> Entry:
        """One row."""
        with self._reading() as connection:
            whole = queries.find_id(connection, attributions, "attribution", attribution_id)
            return queries.read_entry(connection, whole)

    def search(self, words: str, limit: int = 50) -> tuple[Entry, ...]:
        """The rows that hold all of these words, the best first; "…" asks for a phrase."""
        with self._reading() as connection:
            return queries.search_entries(connection, words, limit)

    def alike(self, rows: Sequence[Entry], limit: int) -> Mapping[str, Sequence[Entry]]:
        """For each row's id at most `limit` rows of other articles that share rare words, best first."""
        with self._reading() as connection:
            return entries.alike_entries(connection, rows, limit)

    def claim(self, claim_id: str) -> Claim:
        """One claim, or the one that it was merged into."""
        with self._reading() as connection:
            return queries.read_claim(connection, queries.find_id(connection, claims, "claim", claim_id))

    def entries_of_claim(self, claim_id: str) -> tuple[Entry, ...]:
        """The rows about one claim, from the first published to the last."""
        with self._reading() as connection:
            whole = queries.find_id(connection, claims, "claim", claim_id)
            return queries.entries_of_claim(connection, queries.read_claim(connection, whole).id)

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims that an article's rows are about, in the order of the text."""
        with self._reading() as connection:
            whole = queries.find_id(connection, articles, "article", article_id)
            return queries.claims_of_article(connection, whole)

    def claim_ids(self, limit: int = 50, offset: int = 0) -> tuple[str, ...]:
        """The claims of most articles first, then those of most attributions."""
        with self._reading() as connection:
            return queries.list_claim_ids(connection, limit, offset)

    def links_of(self, ids: Sequence[str]) -> tuple[Link, ...]:
        """The links that have one of these attributions or articles at an end."""
        with self._reading() as connection:
            return queries.links_of(connection, ids)

    def sources(self) -> tuple[SourceTally, ...]:
        """Every innermost source with its number of rows, the most frequent first."""
        with self._reading() as connection:
            return tallies.tally_sources(connection)

    def places(self) -> tuple[PlaceTally, ...]:
        """Every place that contents are about with its number of rows, the most frequent first."""
        with self._reading() as connection:
            return tallies.tally_places(connection)

    def rejections(self) -> tuple[Rejection, ...]:
        """Everything that could not be read."""
        with self._reading() as connection:
            return tallies.list_rejections(connection)

    def failures(self) -> tuple[ArticleFailure, ...]:
        """Every component that failed on an article."""
        with self._reading() as connection:
            return tallies.list_failures(connection)

    def health(self) -> Health:
        """The state of the file: schema, soundness, size, and how much is in it."""
        with self._reading() as connection:
            return tallies.examine(connection, self.path)
