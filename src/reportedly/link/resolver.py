"""From links to claims: each row joins the claim that it is linked to best, or opens a new one.

A claim is what its first row says. Another row joins it by a link to that first row, or by a strong link to
any of its rows; were every link enough, a chain of small likenesses would join everything to everything.
"""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.types.claim import Assignment, Link
from reportedly.types.entry import Entry

# A link this strong counts whatever row it leads to, and two older claims that a new row is linked to this
# strongly become one.
STRONG = 0.75


def assign(
    rows: Sequence[Entry], links: Sequence[Link], answers: Iterable[Link], known: Mapping[str, Entry]
) -> tuple[Assignment, ...]:
    """The claim of each of `rows`; `known` are the ledger's rows that the links speak of.

    `answers` tie a row that states nothing itself to the row that it answers, whatever claim that is in.
    """
    to_earlier: dict[str, list[Link]] = {}
    for link in links:
        to_earlier.setdefault(link.b, []).append(link)
    answered = {link.b: link.a for link in answers}
    claim_of = {row_id: row.claims[0] for row_id, row in known.items() if row.claims}
    assignments = []
    for row in rows:
        if row.id in answered:
            assignment = Assignment(row.id, claim_of[answered[row.id]])
        else:
            assignment = _assign(row, to_earlier.get(row.id, []), claim_of)
        claim_of[row.id] = assignment.claim
        for old in assignment.merged:
            claim_of = {one: assignment.claim if claim == old else claim for one, claim in claim_of.items()}
        assignments.append(assignment)
    return tuple(assignments)


def _assign(row: Entry, links: Sequence[Link], claim_of: Mapping[str, str]) -> Assignment:
    """The claim of the best link that counts; the claims of the other strong links are merged into it."""
    known = (link for link in links if link.a in claim_of)
    usable = (link for link in known if link.score >= STRONG or opens(link.a, claim_of[link.a]))
    ranked = sorted(usable, key=lambda link: (-link.score, link.a))
    if not ranked:
        return Assignment(row.id, new_claim_id(row.id))
    claim = claim_of[ranked[0].a]
    strong = [claim_of[link.a] for link in ranked if link.score >= STRONG]
    merged = tuple(dict.fromkeys(other for other in strong if other != claim))
    return Assignment(row.id, claim, merged)


def opens(row_id: str, claim_id: str) -> bool:
    """Whether this row is the first of that claim."""
    return claim_id == new_claim_id(row_id)


def new_claim_id(row_id: str) -> str:
    """The id of the claim that a row opens."""
    return "c" + row_id.removeprefix("a")
