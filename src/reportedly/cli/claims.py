"""`reportedly claims`: lists the claims, how each stands, and who says so or says not."""

from collections.abc import Iterator
from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option, limit_option
from reportedly.cli.output import print_json, results
from reportedly.cli.safe import plain
from reportedly.cli.settings import load_config
from reportedly.cli.show_pages import INDENT, Line, claim_page, indented
from reportedly.cli.words import SIDES, counted, origins_in_words, short
from reportedly.text.breadcrumbs import link_name
from reportedly.types.attribution import Stance
from reportedly.types.claim import Evidence
from reportedly.types.entry import Entry
from reportedly.types.interchange import evidence_to_json

Rows = dict[str, Entry]


@click.command("claims", epilog="Example: reportedly claims --limit 10 --details")
@click.option("--details", is_flag=True, help="Print each claim in full, as `show` does.")
@limit_option(50)
@ledger_option()
@format_option()
def command(details: bool, limit: int, ledger: Path | None, shape: Format) -> None:
    """List the claims: the words, how each stands, on how many origins, and who says so.

    Origins are the independent ones that support the claim, a range where the texts leave it open. The
    claims in most articles come first; an id leads to all sides of its claim with `reportedly show`.
    """
    config = load_config({"ledger": ledger})
    with assemble.open_ledger(config, read_only=True) as opened:
        found = [assemble.evidence_of(opened, one) for one in opened.claim_ids(limit)]
        rows = {row.id: row for one in found for row in opened.entries_of_claim(one.claim.id)}
    if shape is not Format.TABLE:
        print_json((evidence_to_json(one) for one in found), shape)
        return
    page = claim_page if details else summary
    for one in found:
        for line in page(one, rows):
            results().print(line)
        results().print()


def summary(evidence: Evidence, rows: Rows) -> Iterator[Line]:
    """A claim in a few lines: its words, how it stands, and who is on each side."""
    members = [rows[one] for ids in evidence.sides.values() for one in ids]
    yield plain(evidence.claim.text, "bold")
    counts = (
        evidence.standing.value.replace("_", " "),
        counted(len({row.article.id for row in members}), "article"),
        origins_in_words(evidence),
        short(evidence.claim.id),
    )
    yield indented(plain(" · ".join(counts)), INDENT)
    for heading, stances in SIDES.items():
        names = ", ".join(speakers(evidence, stances, rows))
        if names:
            yield indented(plain(f"{heading.lower()}: {names}"), INDENT)


def speakers(evidence: Evidence, side: tuple[Stance, ...], rows: Rows) -> Iterator[str]:
    """The innermost sources on one side, each once."""
    ids = [one for stance in side for one in evidence.sides.get(stance, ())]
    yield from dict.fromkeys(link_name(rows[one].chain.innermost) for one in ids)
