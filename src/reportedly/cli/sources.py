"""`reportedly sources`: lists who is cited."""

from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results, table
from reportedly.cli.records import tally_record
from reportedly.cli.settings import load_config
from reportedly.cli.words import day
from reportedly.text.breadcrumbs import link_name
from reportedly.types.attribution import ChainLink
from reportedly.types.reading import SourceTally

HEADINGS = ("source", "kind", "rows", "articles", "first", "last")


@click.command("sources", epilog="Example: reportedly sources --limit 20")
@limit_option(100)
@ledger_option()
@format_option()
def command(limit: int, ledger: Path | None, shape: Format) -> None:
    """List the innermost sources: how many rows each has, in how many articles, and when.

    Two unnamed sources with one description stand on one line, but may be two people.
    """
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = opened.sources()[:limit]
    if shape is not Format.TABLE:
        print_json((tally_record(one) for one in found), shape)
        return
    rows = (
        (
            name_of(one),
            kind_of(one),
            one.rows,
            one.articles,
            day(one.first_published),
            day(one.last_published),
        )
        for one in found
    )
    results().print(table(HEADINGS, rows))


def name_of(tally: SourceTally) -> str:
    """The source as a chain names it."""
    return link_name(ChainLink(tally.kind, tally.name, described_as=tally.described_as))


def kind_of(tally: SourceTally) -> str:
    """What the source is; an outlet's own sentences are told from its being cited."""
    return "own voice" if tally.is_own_voice else tally.kind.value.replace("_", " ")
