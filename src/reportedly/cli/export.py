"""`reportedly export`: writes the whole ledger for other programs."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import ledger_option
from reportedly.cli.output import say
from reportedly.cli.safe import printable
from reportedly.cli.settings import load_config
from reportedly.cli.words import counted

UNFINISHED = ".unfinished"


@click.command("export", epilog="Example: reportedly export --format csv --output rows.csv")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="One article a line with all its rows and claims, or a spreadsheet of the rows.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="A file to write to.")
@ledger_option()
def command(shape: str, output: Path | None, ledger: Path | None) -> None:
    """Write every article in the ledger with its rows, claims and links, to standard output or a file."""
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        lines = assemble.export_lines(opened, shape)
        if output is None:
            print_lines(lines)
        else:
            say(f"{counted(write_lines(lines, output), 'line')} written to {output}.")


def print_lines(lines: Iterator[str]) -> None:
    """To a program as they are, to a terminal so that it obeys nothing in them."""
    is_terminal = sys.stdout.isatty()
    for line in lines:
        click.echo(printable(line) if is_terminal else line)


def write_lines(lines: Iterator[str], output: Path) -> int:
    """Write the file whole or not at all; how many lines it has."""
    unfinished = output.with_name(output.name + UNFINISHED)
    number = 0
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
                number += 1
        unfinished.replace(output)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise click.ClickException(
            f"{output} could not be written ({error.strerror}). Choose another file, or free some space."
        ) from error
    return number
