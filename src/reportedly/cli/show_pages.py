"""What `show` prints of an article, of an attribution and of a claim, line by line."""

from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.text import Text

from reportedly.cli.marking import marked
from reportedly.cli.safe import plain, printable
from reportedly.cli.words import (
    SIDES,
    UNKNOWN,
    counted,
    day,
    head,
    origins_in_words,
    position,
    short,
)
from reportedly.text.breadcrumbs import breadcrumbs
from reportedly.types.article import Article
from reportedly.types.claim import Evidence
from reportedly.types.entry import Entry
from reportedly.types.span import Span

Line = Text | Padding
INDENT, DEEPER = 2, 4


def article_page(article: Article, entries: Sequence[Entry]) -> Iterator[Line]:
    """An article's head, how it reached us, and its rows in the order of the text."""
    yield plain(f"article {article.id}", "bold")
    for name in ("title", "outlet", "author", "published", "language", "url"):
        yield plain(f"  {name:<10}{getattr(article, name) or UNKNOWN}")
    if article.provenance is not None:
        came = article.provenance
        yield plain(f"  {'source':<10}{came.source}, received {came.received_at}, SHA-256 {came.digest}")
    yield plain(f"  {'rows':<10}{len(entries)}")
    for entry in entries:
        yield Text()
        yield row_line(entry)
        yield indented(words(entry), INDENT)


def found_row(entry: Entry) -> Iterator[Line]:
    """A row outside its article: its article's head beside its words."""
    yield row_line(entry)
    yield indented(words(entry), INDENT)
    yield indented(plain(head(entry.article), "dim"), INDENT)


def row_line(entry: Entry) -> Text:
    """A row's short id, chain and position."""
    line = plain(f"{short(entry.id)}  ", "bold")
    line.append(printable(breadcrumbs(entry.chain)))
    return line.append(printable(f"  {position(entry)}"), style="dim")


def words(entry: Entry) -> Text:
    """The content in the text's exact words, between marks of our own."""
    return plain(f"«{entry.content_text}»")


def row_page(entry: Entry, text: str) -> Iterator[Line]:
    """An attribution: its chain, the sentence with the marked spans, and every value."""
    yield plain(f"attribution {entry.id}", "bold")
    yield plain(breadcrumbs(entry.chain))
    yield Text()
    yield indented(marked(entry.attribution, text), INDENT)
    yield Text()
    for name, value in values(entry):
        yield plain(f"  {name:<13}{value if value is not None else UNKNOWN}")


def values(entry: Entry) -> Iterator[tuple[str, str | None]]:
    """The row's fields by name, in the order of reading."""
    row, at, times, chain = entry.attribution, entry.position, entry.times, entry.chain
    deepest = chain.innermost
    yield "stance", at.stance.value
    yield "certainty", at.certainty.value
    yield "hedge", at.reporter_hedge
    yield "quoted", row.quoted.value
    yield "confidence", None if row.confidence is None else f"{row.confidence:.2f}"
    yield "said at", times.said_at or why_null(times.why_null, "said_at")
    yield "event at", times.event_at or why_null(times.why_null, "event_at")
    yield "addressee", chain.addressee
    yield "medium", chain.medium
    yield "condition", deepest.condition
    yield "reason", deepest.reason
    yield "participants", ", ".join(entry.about.participants) or None
    yield "places", ", ".join(entry.about.places) or None
    yield "offsets", offsets(entry)
    yield "parent", row.parent
    yield "claims", ", ".join(entry.claims) or None
    yield "article", f"{entry.article.id} · {head(entry.article)}"


def why_null(reasons: Mapping[str, str], name: str) -> str | None:
    """Why a time is unknown, where the ledger says so."""
    return f"{UNKNOWN} ({reasons[name]})" if name in reasons else None


def offsets(entry: Entry) -> str:
    """Where the spans lie in the article's text."""
    row = entry.attribution
    named = {"source": row.source, "cue": row.cue, "content": row.content}
    return ", ".join(f"{label} {pairs(spans)}" for label, spans in named.items() if spans) or UNKNOWN


def pairs(spans: Sequence[Span]) -> str:
    """Start and end of each span."""
    return "+".join(f"{span.start}-{span.end}" for span in spans)


def claim_page(evidence: Evidence, entries: Mapping[str, Entry]) -> Iterator[Line]:
    """A claim: its standing, and side by side who says so, who says not and who does not know."""
    yield plain(f"claim {evidence.claim.id}", "bold")
    yield plain(evidence.claim.text)
    yield plain(f"{evidence.standing.value.replace('_', ' ')} · {origins_in_words(evidence)}")
    for heading, stances in SIDES.items():
        rows = [entries[one] for stance in stances for one in evidence.sides.get(stance, ())]
        if rows:
            yield Text()
            yield plain(f"{heading} ({counted(len(rows), 'row')})", "bold underline")
            yield from side(evidence, {row.id: row for row in rows})


def side(evidence: Evidence, rows: Mapping[str, Entry]) -> Iterator[Line]:
    """The rows of one side by origin, each origin with its reasons, then those behind none."""
    told: set[str] = set()
    for origin in evidence.origins:
        mine = [rows[one] for one in origin.attributions if one in rows]
        if mine:
            told.update(row.id for row in mine)
            yield indented(plain(f"Origin: {origin.name}"), INDENT)
            yield indented(plain(f"because: {'; '.join(origin.why)}", "dim"), DEEPER)
            yield from rows_by_date(mine)
    yield from rows_by_date([row for row in rows.values() if row.id not in told])


def rows_by_date(rows: Sequence[Entry]) -> Iterator[Line]:
    """The rows, the earliest article first; each with its chain, date and exact words."""
    for row in sorted(rows, key=lambda row: (row.article.published or "9999", row.article.id)):
        said = f", said {row.times.said_at}" if row.times.said_at else ""
        yield indented(plain(f"{day(row.article.published) or UNKNOWN}  {breadcrumbs(row.chain)}"), DEEPER)
        yield indented(plain(f"{short(row.id)}  {position(row)}{said}", "dim"), DEEPER + INDENT)
        yield indented(words(row), DEEPER + INDENT)


def indented(text: Text, columns: int) -> Padding:
    """The text moved to the right, with its later lines."""
    return Padding(text, (0, 0, 0, columns), expand=False)
