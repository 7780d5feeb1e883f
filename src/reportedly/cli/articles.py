"""`reportedly articles`: lists what has been read."""

from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results, table
from reportedly.cli.records import summary_record
from reportedly.cli.settings import load_config
from reportedly.cli.words import day, short

HEADINGS = ("id", "published", "outlet", "title", "rows", "version")


@click.command("articles", epilog="Example: reportedly articles --outlet 'The Harbour Post' --limit 20")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet.")
@limit_option(100)
@ledger_option()
@format_option()
def command(outlet: str | None, limit: int, ledger: Path | None, shape: Format) -> None:
    """List the articles in the ledger, the latest published first."""
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = opened.articles(outlet=outlet, limit=limit)
    if shape is not Format.TABLE:
        print_json((summary_record(one) for one in found), shape)
        return
    rows = (
        (
            short(one.head.id),
            day(one.head.published),
            one.head.outlet,
            one.head.title,
            one.attributions + one.own_voice,
            one.version,
        )
        for one in found
    )
    results().print(table(HEADINGS, rows))
