"""Compares other tools with ours on the texts of PolNeAR's dev part.

usage: python -m benchmarks.peers --data DATA [--limit N] [--json] [--environments FOLDER]

Each tool gets a virtual environment (in a temporary folder, or kept in FOLDER) and a process of its own on
one core; one scorer judges them all. Seconds are the processor's, for reading texts; loading is left out.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.peers.asking import ask_tool
from benchmarks.peers.environments import PeerError
from benchmarks.peers.rows import FIGURES, Row, rows_of
from benchmarks.peers.tools import TOOLS
from reportedly.score.gold import read_gold
from reportedly.score.marked import GoldError, MarkedArticle

DEV = Path("polnear") / "dev.jsonl.gz"
TABLE_WIDTH = 140  # where the output goes to a file; the longest tool's row needs 133


def main(arguments: Sequence[str]) -> None:
    """Ask every tool, and print a table or JSON."""
    parser = argparse.ArgumentParser(prog="benchmarks.peers", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help=f"the folder that holds {DEV}")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--environments", type=Path, default=None, help="keep the tools' environments here")
    chosen = parser.parse_args(arguments)
    try:
        articles = read_gold(chosen.data / DEV)[: chosen.limit]
    except GoldError as error:
        parser.error(str(error))
    with tempfile.TemporaryDirectory() as folder:
        rows = compare(articles, (chosen.environments or Path(folder)).resolve())
    if chosen.json:
        result = {"data": str(DEV), "articles": len(articles), "rows": [asdict(row) for row in rows]}
        print(json.dumps(result, indent=1))
    else:
        print_table(rows, len(articles))


def compare(articles: Sequence[MarkedArticle], environments: Path) -> list[Row]:
    """The rows of all tools; one that cannot be installed or run leaves its error in its row."""
    rows: list[Row] = []
    for tool in TOOLS:
        print(f"asking {tool.name} …", file=sys.stderr)
        try:
            rows += rows_of(tool, ask_tool(tool, articles, environments), articles)
        except PeerError as error:
            rows.append(Row(tool.name, note=tool.note, error=str(error)))
    return rows


def print_table(rows: Sequence[Row], articles: int) -> None:
    """The figures for a person, then what each tool was run with."""
    table = Table(title=f"PolNeAR dev, {articles} articles: F1 in per cent, words a second of one core")
    table.add_column("tool", no_wrap=True)
    for column in (*FIGURES, "words/s"):
        table.add_column(column, justify="right")
    table.add_column("failed")
    for row in rows:
        table.add_row(row.name, *cells(row))
    console = Console(width=None if sys.stdout.isatty() else TABLE_WIDTH)
    console.print(table)
    for name, note, versions in dict.fromkeys((tool_name(row), row.note, row.versions) for row in rows):
        made_by = f" ({versions})" if versions else ""
        console.print(f"{name}: {note}{made_by}", highlight=False, markup=False)
    for row in rows:
        if row.error:
            console.print(f"{row.name}: {row.error}", style="red", highlight=False, markup=False)
    for reason, name in {row.reason: tool_name(row) for row in reversed(rows) if row.reason}.items():
        console.print(f"{name}, first failure: {reason}", highlight=False, markup=False)


def cells(row: Row) -> list[str]:
    """What stands behind the name."""
    if row.error:
        return ["–"] * (len(FIGURES) + 1) + ["not run, see below"]
    figures = [f"{row.figures[column]:.1f}" for column in FIGURES]
    failed = f"{row.failed} of {row.units:,} {row.unit}" if row.failed else "none"
    return [*figures, f"{row.words_per_second:,}", failed]


def tool_name(row: Row) -> str:
    """The tool of a row; its joined row is the same tool."""
    return row.name.removesuffix(", joined")


if __name__ == "__main__":
    main(sys.argv[1:])
