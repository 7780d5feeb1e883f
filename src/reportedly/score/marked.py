"""One article as somebody marked it, a person or the program, and how the two sides of an evaluation meet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.score.roles import RoleSpans
from reportedly.types.article import Article
from reportedly.types.attribution import Quoted
from reportedly.types.doc import Doc
from reportedly.types.entry import Entry
from reportedly.types.errors import ReportedlyError
from reportedly.types.reading import Document


class GoldError(ReportedlyError):
    """A file of gold or of predictions cannot be read, or the two do not fit together."""


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article and what is marked in it.

    `entries` are None where only source, cue and content are marked, as in PolNeAR; only the outermost
    attributions are then marked. `origins` has the number of independent origins of each claim. A file of
    predictions may leave out the text; `article.text` is then empty.
    """

    article: Article
    roles: tuple[RoleSpans, ...] = ()
    entries: tuple[Entry, ...] | None = None
    origins: Mapping[str, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What an article is called in files and messages: its `ref`, else its id."""
        return self.article.ref or self.article.id

    def attributions(self, *, outermost: bool) -> tuple[RoleSpans, ...]:
        """Source, cue and content of every attribution, without the outlet's own voice."""
        if self.entries is None:
            return self.roles
        rows = (entry.attribution for entry in self.entries)
        return tuple(
            RoleSpans(row.source, row.cue, row.content)
            for row in rows
            if row.quoted is not Quoted.OWN_VOICE and not (outermost and row.parent)
        )


@dataclass(frozen=True, slots=True)
class Opposed:
    """One article as the gold has it, and as it was predicted: nothing, where it is missing there."""

    gold: MarkedArticle
    predicted: MarkedArticle


def of_doc(doc: Doc) -> MarkedArticle:
    """What the pipeline found in one article."""
    return MarkedArticle(doc.article, entries=doc.entries)


def of_document(document: Document) -> MarkedArticle:
    """What a ledger holds of one article."""
    origins = {evidence.claim.id: evidence.independent_origins for evidence in document.evidence}
    return MarkedArticle(document.article, entries=tuple(document.entries), origins=origins)


def oppose(gold: Sequence[MarkedArticle], predicted: Sequence[MarkedArticle]) -> list[Opposed]:
    """Each gold article beside its prediction, found by `ref`, else by id."""
    by_key = {key: one for one in predicted for key in keys_of(one)}
    pairs = []
    for one in gold:
        found = next((by_key[key] for key in keys_of(one) if key in by_key), None)
        if found is None:
            found = MarkedArticle(one.article, entries=None if one.entries is None else ())
        elif found.article.text and found.article.text != one.article.text:
            raise GoldError(
                f"The article {one.key} has another text in the predictions than in the gold. "
                "Make the predictions from the gold's texts."
            )
        pairs.append(Opposed(one, found))
    return pairs


def unknown_keys(gold: Sequence[MarkedArticle], predicted: Sequence[MarkedArticle]) -> list[str]:
    """The predicted articles that the gold does not have."""
    known = {key for one in gold for key in keys_of(one)}
    return [one.key for one in predicted if known.isdisjoint(keys_of(one))]


def keys_of(marked: MarkedArticle) -> Iterator[str]:
    """What the article may be called on the other side."""
    if marked.article.ref:
        yield marked.article.ref
    if marked.article.id:
        yield marked.article.id
