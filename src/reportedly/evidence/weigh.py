"""A claim's rows by side and by origin, the number of independent origins, and how the claim stands."""

from collections.abc import Mapping, Sequence

from reportedly.evidence.origins import HIDDEN, find_origins
from reportedly.types.attribution import Certainty, Stance
from reportedly.types.claim import Claim, Evidence, Standing
from reportedly.types.entry import Entry

SUPPORT = (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS)
NEGATIVE = frozenset({Certainty.CT_MINUS, Certainty.PR_MINUS, Certainty.PS_MINUS})
# The sides whose origins are counted, each apart from the others.
COUNTED_SIDES: Mapping[str, tuple[Stance, ...]] = {
    "support": SUPPORT,
    "denies": (Stance.DENIES,),
    "cannot": (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE),
    "declines": (Stance.DECLINES,),
    "conditional": (Stance.CONDITIONAL,),
}


def weigh(claim: Claim, entries: Sequence[Entry]) -> Evidence:
    """The evidence of `claim` from the rows about it; the order of `entries` does not matter."""
    rows = sorted(entries, key=lambda row: (row.article.published or "", row.article.id, row.id))
    sides = {stance: [row for row in rows if side_of(row) is stance] for stance in Stance}
    origins = {
        name: find_origins(claim.id, name, stances[0], [row for stance in stances for row in sides[stance]])
        for name, stances in COUNTED_SIDES.items()
    }
    count = len(origins["support"])
    return Evidence(
        claim=claim,
        standing=standing_of(sides),
        sides={stance: tuple(row.id for row in found) for stance, found in sides.items()},
        origins=tuple(origin for found in origins.values() for origin in found),
        independent_origins=count,
        low=count,
        high=count,
    )


def side_of(row: Entry) -> Stance:
    """The row's side towards the claim: an asserted negative content denies it."""
    stance = row.position.stance
    if stance is Stance.ASSERTS and row.position.certainty in NEGATIVE:
        return Stance.DENIES
    return stance


def standing_of(sides: Mapping[Stance, Sequence[Entry]]) -> Standing:
    """The standing in the vocabulary's words."""
    has_support = any(sides[stance] for stance in SUPPORT)
    if sides[Stance.DENIES]:
        return Standing.DISPUTED if has_support else Standing.DENIED
    if any(is_on_record(row) for row in sides[Stance.CONFIRMS]):
        return Standing.CONFIRMED_ON_RECORD
    if sides[Stance.CANNOT_CONFIRM]:
        return Standing.UNCONFIRMED
    return Standing.REPORTED


def is_on_record(row: Entry) -> bool:
    """Whether the innermost source is named and is not the outlet itself."""
    return len(row.chain.links) > 1 and row.chain.innermost.kind not in HIDDEN
