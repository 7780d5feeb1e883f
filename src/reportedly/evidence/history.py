"""How a claim came to stand as it does: its first days, and what relays made of their sources."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.evidence.origins import Found
from reportedly.evidence.publishers import name_of
from reportedly.evidence.standing import SUPPORT, Sides, TakenBack, is_on_record
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.wording import most_alike
from reportedly.evidence.words import roots
from reportedly.types.attribution import Certainty, Stance
from reportedly.types.claim import Drift, History, Moment

# Rows of an origin's first article that a relay is compared with.
COMPARED = 20
SURE = frozenset({Certainty.CT_PLUS, Certainty.CT_MINUS})
UNSURE = frozenset({Certainty.PR_PLUS, Certainty.PS_PLUS, Certainty.PR_MINUS, Certainty.PS_MINUS})


def write_history(sides: Sides, gone: TakenBack) -> History:
    """The first days on which a claim was reported, denied, confirmed on record and taken back."""
    support = [telling for stance in SUPPORT for telling in sides[stance]]
    confirming = [telling for telling in sides[Stance.CONFIRMS] if is_on_record(telling)]
    back = [
        Moment(withdrawal.on, row, withdrawal.why)
        for row, withdrawal in gone.rows.items()
        if withdrawal.on is not None and withdrawal.by_outlet
    ]
    return History(
        first_reported=_first(support, "reported by"),
        first_denied=_first(sides[Stance.DENIES], "denied in"),
        first_confirmed_on_record=_first(confirming, "confirmed on record in"),
        withdrawn=min(back, key=lambda moment: (moment.on, moment.attribution), default=None),
    )


def _first(tellings: Iterable[Telling], verb: str) -> Moment | None:
    dated = [telling for telling in tellings if telling.day is not None]
    first = min(dated, key=lambda telling: telling.order, default=None)
    if first is None or first.day is None:
        return None
    return Moment(first.day, first.row.id, f"{verb} {name_of(first.outlet)}")


def find_drifts(found: Sequence[Found]) -> Iterator[Drift]:
    """Where a relay counts, describes or trusts its source otherwise than the origin's first article did."""
    for one in found:
        first = [row for row in one.tellings if row.row.article.id == one.tellings[0].row.article.id]
        first = [row for row in first if row.role is Role.HIDDEN][:COMPARED]
        for telling in one.tellings if first else ():
            if telling.row.article.id != first[0].row.article.id and telling.role is Role.HIDDEN:
                yield from _compare(
                    one.origin.id, telling, first[most_alike(telling, range(len(first)), first)]
                )


def _compare(origin: str, telling: Telling, earlier: Telling) -> Iterator[Drift]:
    ours, theirs = telling.row.chain.innermost, earlier.row.chain.innermost
    changes = []
    if ours.count != theirs.count and (isinstance(theirs.count, int) or isinstance(ours.count, int)):
        changes.append(("number", str(theirs.count or "unknown"), str(ours.count or "unknown")))
    if ours.described_as and theirs.described_as and roots(ours.described_as) != roots(theirs.described_as):
        changes.append(("description", theirs.described_as, ours.described_as))
    certainties = earlier.row.position.certainty, telling.row.position.certainty
    if certainties[0] in UNSURE and certainties[1] in SURE:
        changes.append(("certainty", certainties[0].value, certainties[1].value))
    for of, was, became in changes:
        yield Drift(origin, telling.row.id, earlier.row.id, of, was, became)
