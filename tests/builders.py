"""Builds articles, docs and rows by hand for tests, from invented words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.types.article import Article, Provenance, article_id
from reportedly.types.attribution import (
    About,
    Attribution,
    Certainty,
    ChainLink,
    Position,
    Quoted,
    SourceChain,
    SourceKind,
    Stance,
    Times,
)
from reportedly.types.doc import Doc, Failure, Run
from reportedly.types.entry import Entry, entries_of
from reportedly.types.ports import View
from reportedly.types.span import Span, Spans


@dataclass(frozen=True)
class Row:
    """One attribution in words: each of source, cue and content must stand in the article's text.

    A row without a source is in the outlet's own voice. `name` is the innermost source's name; where it
    is None the source is unnamed and `source` its description.
    """

    content: str
    source: str = ""
    cue: str = ""
    name: str | None = None
    kind: SourceKind = SourceKind.PERSON
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.CT_PLUS
    about: About = field(default_factory=About)


def an_article(text: str = "The minister resigned.", **fields: object) -> Article:
    """An article of these words; `fields` are those of `Article`."""
    values: dict[str, object] = {"outlet": "Harbour Gazette", "published": "2021-03-04", **fields}
    outlet, url = values.get("outlet"), values.get("url")
    identity = article_id(outlet, url, text)  # type: ignore[arg-type]
    return Article(**{"id": identity, "text": text, **values})  # type: ignore[arg-type]


def a_provenance(page: bytes | None = None) -> Provenance:
    """How an article's bytes reached us."""
    return Provenance("story.html", "d" * 64, "2021-03-04T10:00:00+00:00", "html", page=page)


def a_doc(text: str, rows: Sequence[Row] = (), **fields: object) -> Doc:
    """An annotated doc of `text` with `rows`, all layers set; `fields` are those of `Article`."""
    article = an_article(text, **fields)
    cited = [row for row in rows if row.source]
    own = [row for row in rows if not row.source]
    ordered = cited + own
    made = [_attribution(article, row, number) for number, row in enumerate(ordered, start=1)]
    return Doc(
        article=article,
        attributions=tuple(made[: len(cited)]),
        own_voice=tuple(made[len(cited) :]),
        chains=tuple(_chain(article, row) for row in ordered),
        positions=tuple(Position(row.stance, row.certainty) for row in ordered),
        times=tuple(Times() for _ in ordered),
        abouts=tuple(row.about for row in ordered),
        runs=(Run("attributions", "1"), Run("chains", "1")),
    )


def a_failed_doc(text: str = "Der Minister trat zurück.", reason: str = "the language is not English") -> Doc:
    """A doc without rows, because a component failed."""
    return Doc(article=an_article(text), failures=(Failure("attributions", reason),))


def an_entry(content: str = "The minister resigned", **fields: object) -> Entry:
    """One row of an article of its own, told by Ana Brook; `fields` are those of `Article`."""
    text = f"{content}, Ana Brook said."
    row = Row(content, "Ana Brook", "said", name="Ana Brook")
    return entries_of(a_doc(text, [row], **fields))[0]


def alike(view: View, entry: Entry, limit: int) -> Sequence[Entry]:
    """What a ledger finds alike to one row."""
    return view.alike([entry], limit)[entry.id]


def _attribution(article: Article, row: Row, number: int) -> Attribution:
    """The standoff form of a row."""
    return Attribution(
        id=f"a{article.id}.{number}",
        source=_find(article.text, row.source),
        cue=_find(article.text, row.cue),
        content=_find(article.text, row.content),
        quoted=Quoted.INDIRECT if row.source else Quoted.OWN_VOICE,
        confidence=0.9 if row.source else None,
    )


def _chain(article: Article, row: Row) -> SourceChain:
    """The outlet, and the row's own source where it has one."""
    links = [ChainLink(SourceKind.OUTLET, article.outlet)]
    spans = _find(article.text, row.source)
    if row.name is not None:
        links.append(ChainLink(row.kind, row.name, spans))
    elif row.source:
        links.append(ChainLink(SourceKind.UNNAMED, None, spans, described_as=row.source, count="one"))
    return SourceChain(tuple(links))


def _find(text: str, words: str) -> Spans:
    """Where `words` stand in `text`."""
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)
