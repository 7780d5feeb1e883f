"""Writes which claims attributions are about, and which older claims became one."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from reportedly.ledger.claim_text import claim_text
from reportedly.ledger.entries import in_portions
from reportedly.ledger.rows import Values
from reportedly.ledger.schema import claim_members, claim_merges, claims
from reportedly.ledger.sqlite import insert_new
from reportedly.types.claim import Assignment
from reportedly.types.errors import LedgerError


def write_claims(
    connection: Connection, assignments: Sequence[Assignment], contents: Mapping[str, str], stamp: Values
) -> None:
    """Open the claims that are new, add their members, and merge the older ones that they tie together.

    `contents` are the words of each attribution of the article, of which a new claim is made.
    """
    waiting: list[Assignment] = []
    for assignment in assignments:
        waiting.append(assignment)
        if assignment.merged:
            _join_all(connection, waiting, contents, stamp)
            waiting.clear()
            claim = current_claim(connection, assignment.claim)
            for old in assignment.merged:
                _merge(connection, current_claim(connection, old), claim, stamp)
    _join_all(connection, waiting, contents, stamp)


def current_claim(connection: Connection, claim: str) -> str:
    """The claim that `claim` has become; itself where it was never merged."""
    return _current_claims(connection, [claim])[claim]


def _current_claims(connection: Connection, wanted: Sequence[str]) -> dict[str, str]:
    """What each of these claims has become."""
    columns = claim_merges.c
    merged: dict[str, str] = {}
    asked = set(wanted)
    while asked:
        found: dict[str, str] = {}
        for some in in_portions(asked):
            query = select(columns.claim, columns.merged_into)
            rows = connection.execute(query.where(columns.claim.in_(some), columns.withdrawn_at.is_(None)))
            found |= {row.claim: row.merged_into for row in rows}
        merged |= found
        asked = set(found.values()) - merged.keys()
    return {claim: _end_of(claim, merged) for claim in wanted}


def _end_of(claim: str, merged: Mapping[str, str]) -> str:
    """Where a chain of merges ends; one that runs in a circle ends before it repeats itself."""
    seen = {claim}
    while (after := merged.get(claim)) is not None and after not in seen:
        claim = after
        seen.add(claim)
    return claim


def _join_all(
    connection: Connection, assignments: Sequence[Assignment], contents: Mapping[str, str], stamp: Values
) -> None:
    """Make the attributions members of their claims, after the claims that are new were opened.

    All of an article in a few questions: with four for each row, writing 30 articles of 830 words took 1.0
    seconds of CPU time, and takes 0.3 so (2026-11).
    """
    current = _current_claims(connection, [assignment.claim for assignment in assignments])
    members = [(current[assignment.claim], assignment.attribution) for assignment in assignments]
    known = _known_claims(connection, current.values())
    opened_by: dict[str, str] = {}
    for claim, attribution in members:
        if claim not in known:
            opened_by.setdefault(claim, attribution)
    _open(connection, opened_by, contents, stamp)
    _join(connection, members, stamp)


def _known_claims(connection: Connection, wanted: Iterable[str]) -> set[str]:
    """Those of these claims that the ledger has."""
    key = claims.c.id
    return {
        claim
        for some in in_portions(wanted)
        for claim in connection.execute(select(key).where(key.in_(some))).scalars()
    }


def _open(
    connection: Connection, opened_by: Mapping[str, str], contents: Mapping[str, str], stamp: Values
) -> None:
    """Make new claims; the text of each is the content of the attribution that opens it."""
    rows = []
    for claim, attribution in opened_by.items():
        if attribution not in contents:
            raise LedgerError(
                f"The claim {claim} is opened by the attribution {attribution}, which is not in this "
                "article; write its own article first."
            )
        rows.append({"id": claim, "text": claim_text(contents[attribution]), **stamp})
    if rows:
        connection.execute(insert(claims), rows)


def _join(connection: Connection, members: Sequence[tuple[str, str]], stamp: Values) -> None:
    """Make attributions members of claims; a membership that is in force stays as it is."""
    rows = [{"claim": claim, "attribution": attribution, **stamp} for claim, attribution in members]
    if rows:
        connection.execute(insert_new(claim_members, "claim", "attribution"), rows)


def _merge(connection: Connection, old: str, claim: str, stamp: Values) -> None:
    """Move the members of `old` to `claim`: the old memberships are withdrawn, new ones are added."""
    if old == claim or not _known_claims(connection, [old]):
        return
    columns = claim_members.c
    is_member = (columns.claim == old, columns.withdrawn_at.is_(None))
    found = select(columns.attribution).where(*is_member).order_by(columns.number)
    members = connection.execute(found).scalars().all()
    connection.execute(update(claim_members).where(*is_member).values(withdrawn_at=stamp["created_at"]))
    _join(connection, [(claim, attribution) for attribution in members], stamp)
    connection.execute(insert(claim_merges).values(claim=old, merged_into=claim, **stamp))
