"""From links to claims: each row joins the claim that it is linked to best, or opens a new one."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.types.claim import Assignment, Link
from reportedly.types.entry import Entry

# Two older claims become one only where a new row is linked to both this strongly.
MERGE = 0.75


def assign(
    rows: Sequence[Entry], links: Iterable[Link], known: Mapping[str, Entry]
) -> tuple[Assignment, ...]:
    """The claim of each of `rows`; `known` are the ledger's rows that the links speak of."""
    to_earlier: dict[str, list[Link]] = {}
    for link in links:
        to_earlier.setdefault(link.b, []).append(link)
    claim_of = {row_id: row.claims[0] for row_id, row in known.items() if row.claims}
    assignments = []
    for row in rows:
        assignment = _assign(row, to_earlier.get(row.id, []), claim_of)
        claim_of[row.id] = assignment.claim
        for old in assignment.merged:
            claim_of = {one: assignment.claim if claim == old else claim for one, claim in claim_of.items()}
        assignments.append(assignment)
    return tuple(assignments)


def _assign(row: Entry, links: Sequence[Link], claim_of: Mapping[str, str]) -> Assignment:
    """The claim of the best link; the claims of the other strong links are merged into it."""
    ranked = sorted((link for link in links if link.a in claim_of), key=lambda link: (-link.score, link.a))
    if not ranked:
        return Assignment(row.id, new_claim_id(row))
    claim = claim_of[ranked[0].a]
    strong = [claim_of[link.a] for link in ranked if link.score >= MERGE]
    merged = tuple(dict.fromkeys(other for other in strong if other != claim))
    return Assignment(row.id, claim, merged)


def new_claim_id(row: Entry) -> str:
    """The id of the claim that `row` opens."""
    return "c" + row.id.removeprefix("a")
