"""`reportedly claims`: lists the claims, how each stands, and who says so or says not."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results, table
from reportedly.cli.settings import load_config
from reportedly.cli.show_pages import claim_page
from reportedly.cli.words import SIDES, link_name, origins, short
from reportedly.types.attribution import Stance
from reportedly.types.claim import Evidence
from reportedly.types.entry import Entry
from reportedly.types.interchange import evidence_to_json

HEADINGS = ("id", "claim", "standing", "articles", "origins", "says so", "says not", "does not know")
SHOWN_SIDES = tuple(SIDES.values())[:3]
Rows = dict[str, Entry]


@click.command("claims", epilog="Example: reportedly claims --limit 10 --details")
@click.option("--details", is_flag=True, help="Print each claim in full, as `show` does.")
@limit_option(50)
@ledger_option()
@format_option()
def command(details: bool, limit: int, ledger: Path | None, shape: Format) -> None:
    """List the claims: the words, how each stands, on how many origins, and who says so.

    `origins` is the number of independent origins that support the claim, a range where the texts leave
    it open. The claims in most articles come first.
    """
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = [assemble.evidence_of(opened, one) for one in opened.claim_ids(limit)]
        rows = {row.id: row for one in found for row in opened.entries_of_claim(one.claim.id)}
    if shape is not Format.TABLE:
        print_json((evidence_to_json(one) for one in found), shape)
    elif details:
        for one in found:
            for line in claim_page(one, rows):
                results().print(line)
            results().print()
    else:
        results().print(table(HEADINGS, (row_of(one, rows) for one in found)))


def row_of(evidence: Evidence, rows: Rows) -> tuple[Text | str | int, ...]:
    """One claim as a row of the table."""
    members = [rows[one] for ids in evidence.sides.values() for one in ids]
    return (
        short(evidence.claim.id),
        evidence.claim.text,
        evidence.standing.value.replace("_", " "),
        len({row.article.id for row in members}),
        origins(evidence),
        *(", ".join(speakers(evidence, side, rows)) for side in SHOWN_SIDES),
    )


def speakers(evidence: Evidence, side: tuple[Stance, ...], rows: Rows) -> Iterator[str]:
    """The innermost sources on one side, each once."""
    ids = [one for stance in side for one in evidence.sides.get(stance, ())]
    yield from dict.fromkeys(link_name(rows[one].chain.innermost) for one in ids)
