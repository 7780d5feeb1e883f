"""One frozen record of every setting; the command line fills it, nothing else reads the environment."""

from dataclasses import dataclass, field
from pathlib import Path

from reportedly.types.limits import Limits


@dataclass(frozen=True, slots=True)
class Config:
    """What a run of the program needs to know.

    `outlet`, `published` and `language` fill what an input does not say. `threads` is the number of CPU
    threads that a model may use; `batch_size` how many articles are annotated together.
    """

    ledger: Path = Path("ledger.db")
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    follow: bool = False
    keep_pages: bool = False
    allow_private: bool = False
    spacy_model: str | None = None
    threads: int = 2
    batch_size: int = 16
    limits: Limits = field(default_factory=Limits)
