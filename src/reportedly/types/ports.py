"""What the rooms promise one another; `assemble.py` names who keeps each promise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportedly.types.article import Article, Rejection
from reportedly.types.claim import Linking
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.entry import Entry


class Reader(Protocol):
    """Bytes in, articles out."""

    def read(self, sources: Sequence[str]) -> Iterator[Article | Rejection]:
        """Read paths, folders, addresses or `-` lazily; whatever cannot be read is a `Rejection`."""
        ...


class Component(Protocol):
    """One step of the pipeline; it writes the layers that it assigns and no other."""

    @property
    def run(self) -> Run:
        """Name, version and model of this component, kept with every row that it made."""
        ...

    @property
    def requires(self) -> frozenset[Layer]:
        """The layers that must be there before."""
        ...

    @property
    def assigns(self) -> frozenset[Layer]:
        """The layers that are there afterwards."""
        ...

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the assigned layers of each doc."""
        ...


class Annotator(Protocol):
    """The pipeline: a list of components in a checked order."""

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        """One doc for each article, in order; what fails is recorded on the doc."""
        ...


class BatchAnnotator(Annotator, Protocol):
    """An annotator that reads ahead: it takes batches as it is ready for them."""

    def annotate_all(self, batches: Iterable[Sequence[Article]]) -> Iterator[list[Doc]]:
        """The docs of each batch, in order, while the batches after it are under way."""
        ...


class View(Protocol):
    """The ledger as the linker may see it: read-only."""

    def alike(self, rows: Sequence[Entry], limit: int) -> Mapping[str, Sequence[Entry]]:
        """For each row's id at most `limit` rows of other articles that share rare words, best first."""
        ...


class Linker(Protocol):
    """Finds what belongs together; it never writes."""

    @property
    def run(self) -> Run:
        """Name, version and model of the linker, kept with every link that it made."""
        ...

    def link(self, doc: Doc, view: View) -> Linking:
        """Links from the rows of one article to one another and to rows in the ledger, and their claims."""
        ...


class Writer(View, Protocol):
    """The ledger inside one transaction."""

    def has(self, article_id: str) -> bool:
        """Whether this very article is there already."""
        ...

    def add(self, doc: Doc, linking: Linking) -> int:
        """Write article, rows, links, claims and runs; the number of this version of the article, from 1."""
        ...


class LedgerStore(Protocol):
    """Where everything is kept."""

    @property
    def backup(self) -> Path | None:
        """The copy that was made before this ledger was brought to a newer schema; None where none was."""
        ...

    def writing(self) -> AbstractContextManager[Writer]:
        """One transaction that no other writer can come between; all of it is kept, or nothing."""
        ...

    def has(self, article_id: str) -> bool:
        """Whether this very article is there already."""
        ...

    def reject(self, rejection: Rejection) -> None:
        """Keep the record of something that could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that `process()` needs, put together by `assemble()`."""

    reader: Reader
    pipeline: BatchAnnotator
    linker: Linker
    ledger: LedgerStore
    batch_size: int
