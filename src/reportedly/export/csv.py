"""A table for spreadsheets: one row for each attribution."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from reportedly.text.breadcrumbs import breadcrumbs
from reportedly.types.entry import Entry

COLUMNS = (
    "article",
    "outlet",
    "published",
    "title",
    "url",
    "attribution",
    "parent",
    "source",
    "cue",
    "content",
    "content_start",
    "content_end",
    "chain",
    "stance",
    "certainty",
    "quoted",
    "reporter_hedge",
    "said_at",
    "event_at",
    "participants",
    "places",
    "claims",
    "confidence",
)
BETWEEN = "; "  # what stands between several values in one cell
LINE_END = "\r\n"  # with both characters here, the csv module quotes every cell that holds one of them
# A spreadsheet runs a cell that begins so (OWASP, "CSV Injection"); an apostrophe makes it text.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")

Cell = str | int | float | None


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The heading, then one record for each entry, without line ends between them; read lazily.

    A record goes over several lines where a cell holds a line break, which stands inside its quotation
    marks, as RFC 4180 has it.
    """
    yield _record(COLUMNS)
    for entry in entries:
        yield _record(_cells(entry))


def _cells(entry: Entry) -> Sequence[Cell]:
    """One entry in the order of `COLUMNS`; the content goes from its first piece to its last."""
    article, row = entry.article, entry.attribution
    return (
        article.id,
        article.outlet,
        article.published,
        article.title,
        article.url,
        row.id,
        row.parent,
        entry.source_text,
        entry.cue_text,
        entry.content_text,
        min((span.start for span in row.content), default=None),
        max((span.end for span in row.content), default=None),
        breadcrumbs(entry.chain),
        entry.position.stance.value,
        entry.position.certainty.value,
        row.quoted.value,
        entry.position.reporter_hedge,
        entry.times.said_at,
        entry.times.event_at,
        BETWEEN.join(entry.about.participants),
        BETWEEN.join(entry.about.places),
        BETWEEN.join(entry.claims),
        row.confidence,
    )


def _record(cells: Iterable[Cell]) -> str:
    """One record of the file."""
    line = io.StringIO()
    csv.writer(line, lineterminator=LINE_END).writerow([_safe(cell) for cell in cells])
    return line.getvalue().removesuffix(LINE_END)


def _safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs and any encoding of Unicode can carry."""
    if not isinstance(cell, str):
        return cell
    text = cell.encode("utf-8", "replace").decode()
    return f"'{text}" if text.startswith(DANGEROUS) else text
