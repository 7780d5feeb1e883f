"""A claim's rows by side and by origin, the number of independent origins, and how the claim stands."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.evidence.doubts import fewest, find_doubts
from reportedly.evidence.history import find_drifts, write_history
from reportedly.evidence.origins import Found, find_origins
from reportedly.evidence.publishers import read_publishers
from reportedly.evidence.speakers import read_descriptions
from reportedly.evidence.standing import SUPPORT, TakenBack, side_of, standing_of, take_back
from reportedly.evidence.tellings import Telling, to_telling
from reportedly.types.attribution import Stance
from reportedly.types.claim import Circle, Claim, Evidence, PossiblySame, Surroundings, Withdrawal
from reportedly.types.entry import Entry

__all__ = ["SUPPORT", "weigh"]

# The sides whose origins are counted, each apart from the others.
COUNTED_SIDES: Mapping[str, tuple[Stance, ...]] = {
    "support": SUPPORT,
    "denies": (Stance.DENIES,),
    "cannot": (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE),
    "declines": (Stance.DECLINES,),
    "conditional": (Stance.CONDITIONAL,),
}
NOTHING_ELSE = Surroundings()


def weigh(claim: Claim, entries: Sequence[Entry], known: Surroundings = NOTHING_ELSE) -> Evidence:
    """The evidence of `claim` from the rows about it; the order of `entries` does not matter."""
    unique = {row.id: row for row in entries}.values()
    publishers = read_publishers([*unique, *known.others])
    tellings = sorted(
        (to_telling(row, known.sides.get(row.id) or side_of(row), publishers) for row in unique),
        key=lambda one: one.order,
    )
    counted = [telling for telling in tellings if stood_by(telling, known.as_of)]
    sides = by_side(counted)
    descriptions = read_descriptions([*(telling.row for telling in counted), *known.others])
    found: dict[str, list[Found]] = {}
    circles: list[Circle] = []
    for name, stances in COUNTED_SIDES.items():
        rows = sorted((one for stance in stances for one in sides[stance]), key=lambda one: one.order)
        key = f"{name}-{claim.id}"
        found[name], more = find_origins(key, stances[0], rows, descriptions, known.copies)
        circles.extend(more)
    told = [one for one in known.withdrawals if is_known_by(one, known.as_of)]
    gone = take_back(found["support"], sides, told, descriptions)
    standing_origins = left(found["support"], gone)
    doubts = [doubt for side in found.values() for doubt in doubts_of(side)]
    return Evidence(
        claim=claim,
        standing=standing_of(sides, gone),
        sides={stance: tuple(one.row.id for one in rows) for stance, rows in sides.items()},
        origins=tuple(one.origin for side in found.values() for one in side),
        independent_origins=len(standing_origins),
        low=fewest(standing_origins, [one for one in doubts if {one.a, one.b} <= set(standing_origins)]),
        high=len(standing_origins),
        possibly_same=tuple(doubts),
        circles=tuple(circles),
        history=write_history(sides, gone),
        drifts=tuple(drift for side in found.values() for drift in find_drifts(side)),
        left_out=tuple(one.row.id for one in tellings if not stood_by(one, known.as_of)),
    )


def by_side(tellings: Iterable[Telling]) -> dict[Stance, list[Telling]]:
    """The rows of each side, in the order of publication."""
    sides: dict[Stance, list[Telling]] = {stance: [] for stance in Stance}
    for telling in tellings:
        sides[telling.side].append(telling)
    return sides


def stood_by(telling: Telling, as_of: str | None) -> bool:
    """Whether a row had been published by a day; where a day is asked for, rows of no known day had not."""
    return as_of is None or (telling.day is not None and telling.day <= as_of)


def is_known_by(withdrawal: Withdrawal, as_of: str | None) -> bool:
    """Whether a withdrawal had been made by a day."""
    return as_of is None or (withdrawal.on is not None and withdrawal.on <= as_of)


def left(support: Sequence[Found], gone: TakenBack) -> list[str]:
    """The supporting origins that still stand; all of them, where everything has been taken back."""
    standing = [one.origin.id for one in support if any(map(gone.stands, one.tellings))]
    return standing or [one.origin.id for one in support]


def doubts_of(side: Sequence[Found]) -> list[PossiblySame]:
    """The origins of one side that may be one."""
    return list(find_doubts({one.origin.id: one.tellings for one in side}))
