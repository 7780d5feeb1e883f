"""What a reader asks the ledger for besides rows: lists, tallies and its state of health."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind
from reportedly.types.claim import Evidence, Link
from reportedly.types.doc import Failure
from reportedly.types.entry import ArticleHead, Entry


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article in a list. `version` counts from 1; `previous` is the id of the version before.

    `attributions` counts the rows that cite somebody, `own_voice` those in the outlet's own voice.
    """

    head: ArticleHead
    language: str | None
    version: int
    previous: str | None
    received_at: str
    attributions: int
    own_voice: int
    failures: int


@dataclass(frozen=True, slots=True)
class SourceTally:
    """How often one innermost source speaks, and between which days of publication.

    A source without a name is told by its description; two with one description may be two people.
    `is_own_voice` marks the outlets' own sentences, which are counted apart from outlets being cited.
    """

    name: str | None
    described_as: str | None
    kind: SourceKind
    is_own_voice: bool
    rows: int
    articles: int
    first_published: str | None
    last_published: str | None


@dataclass(frozen=True, slots=True)
class ArticleFailure:
    """A component that failed on one article in the ledger."""

    article: ArticleHead
    failure: Failure


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a ledger's file. `problems` is empty where SQLite finds the file sound."""

    path: Path
    schema_version: int
    journal_mode: str
    size_bytes: int
    problems: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def is_sound(self) -> bool:
        """Whether SQLite's own check found nothing wrong."""
        return not self.problems

    @property
    def is_wal(self) -> bool:
        """Whether readers and a writer can work at the same time."""
        return self.journal_mode == "wal"


@dataclass(frozen=True, slots=True)
class Document:
    """One article with everything that is said in it, as the exports write it."""

    article: Article
    entries: Sequence[Entry]
    evidence: Sequence[Evidence]
    links: Sequence[Link]
