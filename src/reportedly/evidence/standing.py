"""How a claim stands, in the vocabulary's words: sides, what has been taken back, and what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.evidence.groups import Groups
from reportedly.evidence.origins import Found, head_of
from reportedly.evidence.publishers import PUBLISHERS, name_of
from reportedly.evidence.speakers import Descriptions, tie_speakers
from reportedly.evidence.tellings import Role, Telling, is_hidden
from reportedly.evidence.words import is_correction
from reportedly.types.attribution import Certainty, Stance
from reportedly.types.claim import Standing, Withdrawal
from reportedly.types.entry import Entry

SUPPORT = (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS)
NEGATIVE = frozenset({Certainty.CT_MINUS, Certainty.PR_MINUS, Certainty.PS_MINUS})

Sides = Mapping[Stance, Sequence[Telling]]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The rows that no longer stand, each with how it was taken back."""

    rows: Mapping[str, Withdrawal]

    def stands(self, telling: Telling) -> bool:
        """Whether nobody has taken the row back."""
        return telling.row.id not in self.rows

    @property
    def by_outlet(self) -> bool:
        """Whether an outlet is among those who took something back."""
        return any(withdrawal.by_outlet for withdrawal in self.rows.values())


def side_of(row: Entry) -> Stance:
    """The row's side towards the claim: an asserted negative content denies it."""
    stance = row.position.stance
    if stance is Stance.ASSERTS and row.position.certainty in NEGATIVE:
        return Stance.DENIES
    return stance


def standing_of(sides: Sides, gone: TakenBack) -> Standing:
    """The standing by what is left on each side."""
    support = [telling for stance in SUPPORT for telling in sides[stance]]
    is_supported = any(map(gone.stands, support))
    is_denied = any(map(gone.stands, sides[Stance.DENIES]))
    if support and not is_supported and (gone.by_outlet or not is_denied):
        return Standing.WITHDRAWN
    if is_denied:
        return Standing.DISPUTED if is_supported else Standing.DENIED
    if any(is_on_record(telling) and gone.stands(telling) for telling in sides[Stance.CONFIRMS]):
        return Standing.CONFIRMED_ON_RECORD
    if any(map(gone.stands, sides[Stance.CANNOT_CONFIRM])):
        return Standing.UNCONFIRMED
    return Standing.REPORTED


def is_on_record(telling: Telling) -> bool:
    """Whether a named party that is no publisher speaks."""
    innermost = telling.row.chain.innermost
    return len(telling.row.chain.links) > 1 and not is_hidden(innermost) and innermost.kind not in PUBLISHERS


def take_back(
    support: Sequence[Found], sides: Sides, told: Iterable[Withdrawal], known: Descriptions
) -> TakenBack:
    """Every row that has been taken back, by a correction, or by what its source said later."""
    gone: dict[str, Withdrawal] = {}
    by_id = {withdrawal.row: withdrawal for withdrawal in told}
    for telling in (telling for side in sides.values() for telling in side):
        withdrawal = by_id.get(telling.row.id) or by_id.get(telling.row.article.id)
        if withdrawal is not None:
            gone[telling.row.id] = withdrawal
    for telling, withdrawal in _corrected(support, sides[Stance.DENIES]):
        gone.setdefault(telling.row.id, withdrawal)
    for found in support:
        head = head_of(found.tellings)
        if head.row.id in gone:
            for telling in found.tellings:
                gone.setdefault(telling.row.id, gone[head.row.id])
    gone.update(_given_up(sides, known))
    return TakenBack(gone)


def _corrected(support: Sequence[Found], denials: Sequence[Telling]) -> Iterable[tuple[Telling, Withdrawal]]:
    """What an outlet's correction takes back: its earlier version, and its own row at an origin's head."""
    corrections = {
        telling.publisher: telling
        for telling in reversed(denials)
        if len(telling.row.chain.links) == 1 and is_correction(telling.row.content_text)
    }
    for found in support:
        head = head_of(found.tellings)
        correction = corrections.get(head.publisher)
        if head.role is Role.DOCUMENT and is_correction(name_of(head.holder)):
            yield (
                head,
                Withdrawal(head.row.id, head.day, f"{name_of(head.outlet)} corrects an earlier version"),
            )
        elif correction is not None and not head.is_after(correction):
            why = f"{name_of(head.outlet)} corrects its own report"
            yield head, Withdrawal(head.row.id, correction.day, why)


def _given_up(sides: Sides, known: Descriptions) -> Iterable[tuple[str, Withdrawal]]:
    """The denials of speakers who confirm the claim on a later day."""
    denials, confirmations = list(sides[Stance.DENIES]), list(sides[Stance.CONFIRMS])
    both = [*denials, *confirmations]
    groups = Groups(len(both))
    groups.join(tie_speakers(both, known))
    later = {groups.find(place): both[place] for place in range(len(both) - 1, len(denials) - 1, -1)}
    for place, denial in enumerate(denials):
        confirmation = later.get(groups.find(place))
        if confirmation is not None and denial.role is Role.SPEAKER and confirmation.is_after(denial):
            why = f"{name_of(confirmation.holder)} confirms it on {confirmation.day}"
            yield denial.row.id, Withdrawal(denial.row.id, confirmation.day, why, by_outlet=False)
