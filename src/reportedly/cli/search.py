"""`reportedly search`: finds rows by their words."""

from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results, say
from reportedly.cli.records import row_record
from reportedly.cli.settings import load_config
from reportedly.cli.show_pages import found_row


@click.command("search", epilog="Example: reportedly search travel ban")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@limit_option(20)
@ledger_option()
@format_option()
def command(words: tuple[str, ...], limit: int, ledger: Path | None, shape: Format) -> None:
    """Find the rows that contain all these words, in what is said, by whom, or in the article's title."""
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = opened.search(" ".join(words), limit=limit)
    if shape is not Format.TABLE:
        print_json((row_record(entry) for entry in found), shape)
        return
    for entry in found:
        for line in found_row(entry):
            results().print(line)
    if not found:
        say(f"No row contains {' '.join(words)!r}. Try fewer words, or `reportedly articles`.")
