"""`reportedly read`: reads articles into the ledger and says what became of each."""

from collections.abc import Iterator
from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, date_argument, format_option, language_argument, ledger_option
from reportedly.cli.output import Record, print_json, say
from reportedly.cli.progress import Tally, follow
from reportedly.cli.settings import load_config
from reportedly.config import Config
from reportedly.process import process
from reportedly.types.interchange import document_to_json

SOME_REJECTED = 1


@click.command(
    "read",
    epilog="Example: reportedly read story.html --outlet 'The Harbour Post' --published 2031-05-12",
)
@click.argument("sources", nargs=-1, required=True)
@click.option("--outlet", metavar="NAME", help="The publisher, where an input does not name it.")
@click.option(
    "--published", metavar="DATE", callback=date_argument, help="The date (2016-04-17), where none is given."
)
@click.option(
    "--language", metavar="CODE", callback=language_argument, help="The language (en), where none is given."
)
@click.option("--follow", is_flag=True, default=None, help="Fetch the pages that a feed's entries link to.")
@click.option("--keep-pages", is_flag=True, default=None, help="Keep the bytes as received, compressed.")
@click.option("--allow-private", is_flag=True, default=None, help="Allow addresses of private networks.")
@ledger_option()
@format_option()
@click.pass_context
def command(
    ctx: click.Context, /, sources: tuple[str, ...], shape: Format, **chosen: str | bool | Path | None
) -> None:
    """Read articles into the ledger: files, folders, addresses, or - for standard input.

    Text, Markdown, HTML, RSS and Atom feeds and JSON lines are recognised by their content. Reading the
    same article twice adds nothing. The status is 0 where all were read, 1 where some were rejected.
    """
    config = load_config(chosen)
    parts = assemble.assemble(config)
    if parts.ledger.backup is not None:
        say(f"The ledger was brought to this version; a copy of the old one is {parts.ledger.backup}.")
    tally = Tally()
    follow(process(sources, parts), tally, with_lines=shape is Format.TABLE)
    if shape is not Format.TABLE:
        print_json(documents(config, list(tally.articles)), shape)
    say(f"{tally.in_words()} Ledger: {config.ledger}.")
    if tally.rejected or not tally.read:
        ctx.exit(SOME_REJECTED)


def documents(config: Config, article_ids: list[str]) -> Iterator[Record]:
    """The articles just read as the ledger has them, with claims and links that came later."""
    if not article_ids:
        return
    with assemble.open_ledger(config, read_only=True) as ledger:
        for one in assemble.documents(ledger, article_ids):
            yield document_to_json(one.article, one.entries, one.evidence, one.links)
