"""Prints results to standard output and messages to standard error."""

import sys
from collections.abc import Iterable, Mapping, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.options import Format
from reportedly.cli.safe import as_json, plain, printable
from reportedly.cli.words import UNKNOWN

Record = Mapping[str, object]


def results() -> Console:
    """Standard output: nothing is highlighted, and no markup or emoji code in a text counts."""
    return Console(highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def say(sentence: str) -> None:
    """One message for the user."""
    click.echo(printable(sentence), err=True)


def print_json(records: Iterable[Record], shape: Format) -> None:
    """The records as one JSON list, or one a line as soon as each is there."""
    ascii_only = "utf" not in (sys.stdout.encoding or "").lower()
    if shape is Format.JSONL:
        for record in records:
            click.echo(as_json(record, ascii_only))
    else:
        click.echo(as_json(list(records), ascii_only))


def table(headings: Sequence[str], rows: Iterable[Sequence[Text | str | int | None]]) -> Table:
    """A table of cells; numbers stand to the right, what is None is shown as unknown."""
    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    cells = [list(row) for row in rows]
    for position, heading in enumerate(headings):
        is_number = any(isinstance(row[position], int) for row in cells)
        grid.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    for row in cells:
        grid.add_row(*(cell_text(cell) for cell in row))
    return grid


def cell_text(cell: Text | str | int | None) -> Text:
    """One cell."""
    if isinstance(cell, Text):
        return cell
    return plain(UNKNOWN if cell is None else str(cell))
