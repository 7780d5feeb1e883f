"""Origins: what goes back to one place, found by following each chain inward and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.evidence.circles import find_circles, tie_circles
from reportedly.evidence.credits import tie_carried_credits, tie_credits, tie_media
from reportedly.evidence.dispatches import (
    dates_apart,
    founding_reason,
    origin_name,
    tie_dispatches,
    tie_joint_sources,
)
from reportedly.evidence.groups import Groups
from reportedly.evidence.leaning import LEANING, tie_leaning
from reportedly.evidence.speakers import Descriptions, tie_speakers
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.wording import tie_copies, tie_quotations, tie_wording
from reportedly.types.attribution import Stance
from reportedly.types.claim import Circle, CopiedText, Origin


@dataclass(frozen=True, slots=True)
class Found:
    """One origin and the rows that go back to it, in the order of publication."""

    origin: Origin
    tellings: tuple[Telling, ...]


def find_origins(
    name: str, stance: Stance, tellings: Sequence[Telling], known: Descriptions, copies: Sequence[CopiedText]
) -> tuple[list[Found], list[Circle]]:
    """The origins behind the rows on one side, which must come in the order of publication, and its circles.

    `name` goes before the ids. An origin whose rows share a stance has that one, else the side's, `stance`.
    """
    groups, circles = Groups(len(tellings)), find_circles(tellings)
    for ties in (
        tie_speakers(tellings, known),
        tie_dispatches(tellings, known),
        tie_joint_sources(tellings, known),
        tie_circles(tellings, circles),
        tie_credits(tellings),
        tie_media(tellings),
        tie_carried_credits(tellings, known),
        tie_quotations(tellings),
        tie_copies(tellings, copies),
        tie_wording(tellings),
    ):
        groups.join(ties)
    groups.join(list(tie_leaning(tellings, groups)))
    for place, why in dates_apart(tellings, known):
        if groups.find(place) == place:
            groups.explain(place, why)
    return list(_describe(name, stance, tellings, groups, circles)), circles


def _describe(
    name: str, stance: Stance, tellings: Sequence[Telling], groups: Groups, circles: Sequence[Circle]
) -> Iterator[Found]:
    ring_of = {row: circle for circle in circles for row in circle.attributions}
    for number, places in enumerate(groups.members(), start=1):
        rows = tuple(tellings[place] for place in places)
        head = head_of(rows)
        ring = ring_of.get(head.row.id)
        founding = f"circular: {ring.why}" if ring else founding_reason(head)
        reasons = dict.fromkeys((founding, *groups.reasons(places)))
        stances = {row.side for row in rows}
        origin = Origin(
            id=f"o{number}-{name}",
            side=stances.pop() if len(stances) == 1 else stance,
            name=f"{' and '.join(ring.publishers)}, each citing the other" if ring else origin_name(head),
            attributions=tuple(row.row.id for row in rows),
            why=tuple(reasons),
        )
        yield Found(origin, rows)


def head_of(rows: Sequence[Telling]) -> Telling:
    """The row after which an origin is called: the first with a source, one that its publisher hides if any.

    A named bystander in a dispatch is one of its voices; the dispatch is what the others relay.
    """
    first = next((row for row in rows if row.role not in LEANING), rows[0])
    beside = (row for row in rows if row.row.article.id == first.row.article.id and row.role is Role.HIDDEN)
    return next(beside, first) if first.role is Role.SPEAKER else first
