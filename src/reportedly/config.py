"""One frozen record of every setting; the command line fills it, nothing else reads the environment."""

from dataclasses import dataclass, field
from pathlib import Path

from reportedly.types.limits import Limits


@dataclass(frozen=True, slots=True)
class Config:
    """What a run of the program needs to know.

    `outlet`, `published` and `language` fill what an input does not say. `processes` is how many processes
    read side by side into a ledger, each with a model on one thread; `threads` how many threads a model may
    use where one process does it all; `batch_size` how many articles are annotated together.
    """

    ledger: Path = Path("ledger.db")
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    follow: bool = False
    keep_pages: bool = False
    allow_private: bool = False
    spacy_model: str | None = None
    processes: int = 2
    threads: int = 2
    batch_size: int = 2
    limits: Limits = field(default_factory=Limits)
