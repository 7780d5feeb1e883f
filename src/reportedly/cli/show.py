"""`reportedly show`: prints an article, an attribution or a claim by its id or the id's beginning."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from reportedly import assemble
from reportedly.assemble import Ledger
from reportedly.cli.options import Format, format_option, ledger_option
from reportedly.cli.output import print_json, results
from reportedly.cli.records import row_record
from reportedly.cli.settings import load_config
from reportedly.cli.show_pages import Line, article_page, claim_page, row_page
from reportedly.types.errors import AmbiguousIdError, LedgerError
from reportedly.types.interchange import Json, document_to_json, evidence_to_json


@dataclass(frozen=True, slots=True)
class Page:
    """What one id stands for, for a person and for a program."""

    kind: str
    lines: Iterable[Line]
    record: Json


@click.command("show", epilog="Example: reportedly show 3f2a91bc")
@click.argument("identifier", metavar="ID")
@ledger_option()
@format_option()
def command(identifier: str, ledger: Path | None, shape: Format) -> None:
    """Show an article with its rows, one attribution in its sentence, or a claim with all its sides.

    ID is what the lists print, or any beginning of it that no other row shares. In a sentence the words
    are marked as [source: …], [cue: …] and [content: …].
    """
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        page = find(opened, identifier)
    if shape is not Format.TABLE:
        print_json([page.record], shape)
        return
    for line in page.lines:
        results().print(line)


def find(ledger: Ledger, identifier: str) -> Page:
    """The one page that the id leads to, whatever it is the id of."""
    pages = [page for look in (claim, row, article) if (page := found(look, ledger, identifier))]
    if not pages:
        raise LedgerError(
            f"The ledger has no article, attribution or claim “{identifier}”. "
            "`reportedly articles`, `claims` and `search WORDS` print ids."
        )
    if len(pages) > 1:
        kinds = " and ".join(page.kind for page in pages)
        raise AmbiguousIdError(f"“{identifier}” begins the ids of {kinds}. Give more of the id.")
    return pages[0]


def found(look: Callable[[Ledger, str], Page], ledger: Ledger, identifier: str) -> Page | None:
    """The page, or None where there is no such id among these."""
    try:
        return look(ledger, identifier)
    except AmbiguousIdError:
        raise
    except LedgerError:
        return None


def article(ledger: Ledger, identifier: str) -> Page:
    """The page of an article."""
    whole = ledger.article(identifier)
    (document,) = assemble.documents(ledger, [whole.id])
    record = document_to_json(document.article, document.entries, document.evidence, document.links)
    return Page("an article", list(article_page(whole, document.entries)), record)


def row(ledger: Ledger, identifier: str) -> Page:
    """The page of an attribution."""
    entry = ledger.entry(identifier)
    text = ledger.article(entry.article.id).text
    return Page("an attribution", list(row_page(entry, text)), row_record(entry))


def claim(ledger: Ledger, identifier: str) -> Page:
    """The page of a claim."""
    evidence = assemble.evidence_of(ledger, identifier)
    entries = ledger.entries_of_claim(evidence.claim.id)
    record = {**evidence_to_json(evidence), "attributions": [row_record(entry) for entry in entries]}
    return Page("a claim", list(claim_page(evidence, {entry.id: entry for entry in entries})), record)
