"""One row for reading: an attribution with its chain, its position and its article's head."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.types.article import Article
from reportedly.types.attribution import About, Attribution, Position, SourceChain, Times
from reportedly.types.span import words_of

if TYPE_CHECKING:
    from reportedly.types.doc import Doc


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a reader needs to know of an article beside one of its rows."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as the command line, the exports and the reading room show it.

    `claims` are the ids of the claims that it is about; empty before it is linked.
    """

    article: ArticleHead
    attribution: Attribution
    chain: SourceChain
    position: Position
    times: Times
    about: About
    source_text: str
    cue_text: str
    content_text: str
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The attribution's id, unique over a ledger."""
        return self.attribution.id


def head_of(article: Article) -> ArticleHead:
    """The head of `article`."""
    return ArticleHead(article.id, article.outlet, article.title, article.url, article.published)


def entries_of(doc: "Doc") -> tuple[Entry, ...]:
    """The rows of an annotated article in the order of the text; none where a component failed."""
    layers = (doc.chains, doc.positions, doc.times, doc.abouts)
    if any(layer is None for layer in layers):
        return ()
    head = head_of(doc.article)
    rows = zip(
        doc.rows, doc.chains or (), doc.positions or (), doc.times or (), doc.abouts or (), strict=True
    )
    entries = (
        Entry(
            article=head,
            attribution=row,
            chain=chain,
            position=position,
            times=times,
            about=about,
            source_text=words_of(row.source, doc.text),
            cue_text=words_of(row.cue, doc.text),
            content_text=words_of(row.content, doc.text),
        )
        for row, chain, position, times, about in rows
    )
    return tuple(sorted(entries, key=lambda entry: first_position(entry.attribution)))


def first_position(attribution: Attribution) -> tuple[int, bool]:
    """Where an attribution begins in the text; a parent comes before a child at the same place."""
    spans = attribution.source + attribution.cue + attribution.content
    return min((span.start for span in spans), default=0), attribution.parent is not None
