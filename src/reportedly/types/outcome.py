"""What became of one thing that was read."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.article import Article, Rejection
from reportedly.types.doc import Failure


class Status(StrEnum):
    """How reading it ended."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    ALREADY_KNOWN = "already_known"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article that is in the ledger with so many rows, or a rejection."""

    source: str
    status: Status
    article: Article | None = None
    rejection: Rejection | None = None
    rows: int = 0
    failures: tuple[Failure, ...] = ()
