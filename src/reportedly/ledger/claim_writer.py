"""Writes which claims attributions are about, and which older claims became one."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, exists, insert, select, update

from reportedly.ledger.claim_text import claim_text
from reportedly.ledger.rows import Values
from reportedly.ledger.schema import claim_members, claim_merges, claims
from reportedly.types.claim import Assignment
from reportedly.types.errors import LedgerError


def write_claims(
    connection: Connection, assignments: Sequence[Assignment], contents: Mapping[str, str], stamp: Values
) -> None:
    """Open the claims that are new, add their members, and merge the older ones that they tie together.

    `contents` are the words of each attribution of the article, of which a new claim is made.
    """
    for assignment in assignments:
        claim = current_claim(connection, assignment.claim)
        _open(connection, claim, assignment.attribution, contents, stamp)
        _join(connection, claim, assignment.attribution, stamp)
        for old in assignment.merged:
            _merge(connection, current_claim(connection, old), claim, stamp)


def current_claim(connection: Connection, claim: str) -> str:
    """The claim that `claim` has become; itself where it was never merged."""
    columns = claim_merges.c
    seen = {claim}
    while True:
        found = select(columns.merged_into).where(columns.claim == claim, columns.withdrawn_at.is_(None))
        merged_into = connection.execute(found).scalar()
        if merged_into is None or merged_into in seen:
            return claim
        claim = merged_into
        seen.add(claim)


def _open(
    connection: Connection, claim: str, attribution: str, contents: Mapping[str, str], stamp: Values
) -> None:
    """Make the claim where it is new; its text is the content of the attribution that opens it."""
    if _is_claim(connection, claim):
        return
    if attribution not in contents:
        raise LedgerError(
            f"The claim {claim} is opened by the attribution {attribution}, which is not in this article; "
            "write its own article first."
        )
    connection.execute(insert(claims).values(id=claim, text=claim_text(contents[attribution]), **stamp))


def _is_claim(connection: Connection, claim: str) -> bool:
    """Whether the ledger has this claim."""
    return bool(connection.execute(select(exists().where(claims.c.id == claim))).scalar())


def _join(connection: Connection, claim: str, attribution: str, stamp: Values) -> None:
    """Make the attribution a member of the claim, once."""
    columns = claim_members.c
    is_same = (columns.claim == claim, columns.attribution == attribution, columns.withdrawn_at.is_(None))
    if not connection.execute(select(exists().where(*is_same))).scalar():
        connection.execute(insert(claim_members).values(claim=claim, attribution=attribution, **stamp))


def _merge(connection: Connection, old: str, claim: str, stamp: Values) -> None:
    """Move the members of `old` to `claim`: the old memberships are withdrawn, new ones are added."""
    if old == claim or not _is_claim(connection, old):
        return
    columns = claim_members.c
    is_member = (columns.claim == old, columns.withdrawn_at.is_(None))
    found = select(columns.attribution).where(*is_member).order_by(columns.number)
    members = connection.execute(found).scalars().all()
    connection.execute(update(claim_members).where(*is_member).values(withdrawn_at=stamp["created_at"]))
    for attribution in members:
        _join(connection, claim, attribution, stamp)
    connection.execute(insert(claim_merges).values(claim=old, merged_into=claim, **stamp))
