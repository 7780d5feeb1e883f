"""Follows credits: a row that cites a publisher goes back to that publisher's own row, round circles too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from reportedly.evidence.dispatches import day_of
from reportedly.evidence.groups import Tie
from reportedly.evidence.publishers import name_of
from reportedly.evidence.speakers import Descriptions
from reportedly.evidence.tellings import Role, Telling, is_media
from reportedly.evidence.words import roots
from reportedly.types.attribution import SourceKind

# Rows of the credited publisher that are compared with the one that credits it: the earliest of each kind.
COMPARED = 20
# Where a relay names no source, the credited publisher's rows are taken in this order.
GROUND = (
    Role.HIDDEN, Role.CHECKED, Role.DOCUMENT, Role.SPEAKER,
    Role.REPORT, Role.MEDIA, Role.LEFT_OUT, Role.OWN_VOICE,
)  # fmt: skip


def tie_credits(tellings: Sequence[Telling]) -> Iterator[Tie]:
    """Joins each row that credits a publisher to the row of that publisher's own article that fits best."""
    own: defaultdict[str, dict[tuple[Role, str], int]] = defaultdict(dict)
    for place, telling in enumerate(tellings):
        kind = telling.role, name_of(telling.row.chain.innermost)
        own[telling.publisher].setdefault(kind, place)
    for place, telling in enumerate(tellings):
        if not telling.credited or telling.role in (Role.SPEAKER, Role.LEFT_OUT):
            continue
        fitting = _fitting(place, telling, tellings, own.get(telling.credited[-1], {}))
        if fitting is not None:
            outlet, cited = name_of(telling.outlet), name_of(tellings[fitting].outlet)
            yield Tie(fitting, place, f"{outlet} cites {cited}, which has it from there")


def _fitting(
    place: int, telling: Telling, tellings: Sequence[Telling], own: Mapping[tuple[Role, str], int]
) -> int | None:
    """The credited publisher's row that a row relays; None where that publisher has none by then."""
    by_then = (one for one in sorted(own.values()) if one != place and may_relay(telling, tellings[one]))
    candidates = list(islice(by_then, COMPARED))
    return min(candidates, key=lambda one: (*_distance(telling, tellings[one]), one), default=None)


def may_relay(telling: Telling, other: Telling) -> bool:
    """Whether a row may repeat a row of the publisher that it credits: by day, and by who stands behind it.

    A relay of an unnamed source does not repeat what somebody said on record, nor a document.
    """
    if other.is_after(telling):
        return False
    days = day_of(other)
    if telling.said is not None and days is not None and not telling.said.is_near(days):
        return False
    if telling.role is Role.HIDDEN:
        return other.role not in (Role.SPEAKER, Role.DOCUMENT)
    return telling.role is not Role.DOCUMENT or other.role is not Role.SPEAKER


def _distance(telling: Telling, other: Telling) -> tuple[bool, float, int]:
    """How far a row is from what another relays: its role, then its source's words, then its ground."""
    described, theirs = (roots(name_of(one.row.chain.innermost)) for one in (telling, other))
    is_other_role = telling.role is not Role.REPORT and telling.role is not other.role
    unlike = -len(described & theirs) / len(described | theirs) if described and theirs else 0.0
    return is_other_role, unlike, GROUND.index(other.role)


def tie_media(tellings: Sequence[Telling]) -> Iterator[Tie]:
    """Joins "the media say" to the publisher that the same article names, else to the first report before."""
    named: dict[str, int] = {}
    earliest: int | None = None
    for place, telling in enumerate(tellings):
        if telling.role is Role.REPORT or (telling.role is Role.HIDDEN and telling.credited):
            named.setdefault(telling.row.article.id, place)
    for place, telling in enumerate(tellings):
        if is_media(telling.row.chain.innermost):
            outlet, described = name_of(telling.outlet), name_of(telling.row.chain.innermost)
            there = named.get(telling.row.article.id)
            if there is not None:
                yield Tie(there, place, f"{outlet} names the {described}: {name_of(tellings[there].holder)}")
            elif earliest is not None and telling.is_after(tellings[earliest]):
                yield Tie(earliest, place, f"{outlet} cites {described}, which had it before")
        if earliest is None and not is_media(telling.row.chain.innermost):
            earliest = place


def tie_carried_credits(tellings: Sequence[Telling], known: Descriptions) -> Iterator[Tie]:
    """Joins a class of people ("the rescuers") to their words in a publisher's article.

    Only where the same article credits that publisher elsewhere.
    """
    voices: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for root in words_of_source(telling):
            if len(voices[telling.publisher, root]) < COMPARED:
                voices[telling.publisher, root].append(place)
    for place, telling in enumerate(tellings):
        if telling.role is Role.HIDDEN and not telling.credited and is_class(telling):
            credited = [key for key in known.credited_in(telling) if key != telling.publisher]
            words = words_of_source(telling)
            near = sorted({one for key in credited for root in words for one in voices.get((key, root), ())})
            there = next((one for one in near if is_voice_of(telling, tellings[one])), None)
            if there is not None:
                names = name_of(telling.outlet), name_of(tellings[there].outlet)
                yield Tie(
                    there, place, f"{names[0]} credits {names[1]} elsewhere, which has their words as well"
                )


def is_voice_of(telling: Telling, other: Telling) -> bool:
    """Whether another row, published no later, names the same people, in more words perhaps."""
    return not other.is_after(telling) and words_of_source(telling) <= words_of_source(other)


def words_of_source(telling: Telling) -> frozenset[str]:
    """The roots of the innermost source's name."""
    return roots(name_of(telling.row.chain.innermost))


def is_class(telling: Telling) -> bool:
    """Whether a row's source are people as a class."""
    return telling.row.chain.innermost.kind is SourceKind.COLLECTIVE


def citing(tellings: Sequence[Telling]) -> dict[str, dict[str, int]]:
    """For each publisher whose rows only cite: whom it has it from, each with a row that says so."""
    edges: defaultdict[str, dict[str, int]] = defaultdict(dict)
    grounded = {telling.publisher for telling in tellings if has_ground(telling)}
    for place, telling in enumerate(tellings):
        if telling.credited and telling.publisher not in grounded:
            edges[telling.publisher].setdefault(telling.credited[-1], place)
    return dict(edges)


def has_ground(telling: Telling) -> bool:
    """Whether a row shows where its own publisher has it from, other than from publishers."""
    own_ground = {Role.SPEAKER, Role.DOCUMENT, Role.HIDDEN, Role.CHECKED}
    is_cited = bool(telling.credited) or is_media(telling.row.chain.innermost)
    return telling.role in own_ground and not is_cited
