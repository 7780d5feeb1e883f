"""`reportedly places`: lists the places that contents are about, with every point they may be."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results, table
from reportedly.cli.settings import load_config
from reportedly.types.place import Place, PlaceTally

HEADINGS = ("place", "rows", "articles", "may be", "point", "people")
UNKNOWN = "not in GeoNames"

Cells = tuple[str | int | None, ...]


@click.command("places", epilog="Example: reportedly places --format jsonl")
@limit_option(100)
@ledger_option()
@format_option()
def command(limit: int, ledger: Path | None, shape: Format) -> None:
    """List the places that contents are about, with coordinates from GeoNames.

    Every place of a name is listed, the likeliest first; a name without a line of its own is not in the
    gazetteer. Needs the extra: pip install 'reportedly[places]'.
    """
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = assemble.locate(opened.places()[:limit])
    if shape is Format.TABLE:
        results().print(table(HEADINGS, (line for tally in found for line in lines(tally))))
    else:
        print_json(({**asdict(one), "is_ambiguous": one.is_ambiguous} for one in found), shape)


def lines(tally: PlaceTally) -> Iterator[Cells]:
    """A line for each candidate; the place itself stands on the first."""
    head: Cells = (tally.name, tally.rows, tally.articles)
    if not tally.candidates:
        yield (*head, UNKNOWN, None, None)
    for place in tally.candidates:
        yield (*head, name_of(place), point_of(place), place.population or None)
        head = (None, None, None)


def name_of(place: Place) -> str:
    """The entry as a reader tells it from the others of its name."""
    inside = ", ".join(part for part in (place.region, place.country) if part)
    return f"{place.name} ({place.kind.value}, {inside})"


def point_of(place: Place) -> str | None:
    """Latitude and longitude with two decimals, about a kilometre."""
    if place.latitude is None or place.longitude is None:
        return None
    return f"{place.latitude:.2f}, {place.longitude:.2f}"
