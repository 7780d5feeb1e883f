"""Joins what rests on one publisher: its dispatch or report, with its updates."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.evidence.days import ONE_TELLING, Days
from reportedly.evidence.groups import Tie
from reportedly.evidence.publishers import name_of
from reportedly.evidence.speakers import Descriptions
from reportedly.evidence.tellings import Role, Telling
from reportedly.types.attribution import SourceKind

RESTING = frozenset({Role.HIDDEN, Role.REPORT, Role.CHECKED})


def tie_dispatches(tellings: Sequence[Telling], known: Descriptions) -> Iterator[Tie]:
    """Joins what rests on one publisher within a few days: several sources of one dispatch are one."""
    for dispatches in dispatches_of(tellings, known):
        for first, *others in dispatches:
            for place in others:
                yield Tie(first, place, _reason(tellings[place]))


def dates_apart(tellings: Sequence[Telling], known: Descriptions) -> Iterator[tuple[int, str]]:
    """For the first row of each later dispatch of a publisher: that its date sets it apart."""
    for first, *later in dispatches_of(tellings, known):
        for places in later:
            telling = tellings[places[0]]
            when = telling.day if day_of(telling) == telling.published else telling.row.times.said_at
            earlier = tellings[first[0]].day
            name = name_of(telling.holder)
            yield (
                places[0],
                f"dated otherwise ({when}) than what {name} told before ({earlier}): another telling",
            )


def dispatches_of(tellings: Sequence[Telling], known: Descriptions) -> Iterator[list[list[int]]]:
    """For each publisher the rows of each of its dispatches, the earliest first."""
    resting: defaultdict[str, list[int]] = defaultdict(list)
    hiding = {one.row.article.id for one in tellings if one.role is Role.HIDDEN and not one.credited}
    for place, telling in enumerate(tellings):
        publisher = rests_on(telling, known)
        if telling.role is Role.LEFT_OUT and telling.row.article.id in hiding:
            publisher = telling.publisher
        if publisher is not None:
            resting[publisher].append(place)
    for places in resting.values():
        starts = [days.first for days in _tellings_of(tellings[place] for place in places)]
        dispatches: defaultdict[int, list[int]] = defaultdict(list)
        for place in places:
            dispatches[_which(tellings[place], starts)].append(place)
        yield [dispatches[number] for number in sorted(dispatches)]


def rests_on(telling: Telling, known: Descriptions) -> str | None:
    """The publisher without whom nobody would know: that of an unnamed source, or of a bystander."""
    if telling.role in RESTING:
        return _holding(telling)
    agency = agency_of(telling)
    is_bystander = telling.role is Role.SPEAKER and telling.holder.kind is SourceKind.PERSON
    return agency if is_bystander and known.is_private(telling) else None


def agency_of(telling: Telling) -> str | None:
    """The wire agency whose text a row repeats: one that it credits, else the publisher where it is one."""
    links = telling.row.chain.links
    agencies = [link for link in links if link.kind is SourceKind.WIRE_AGENCY]
    if not agencies:
        return None
    return telling.credited[-1] if agencies[-1] is not links[0] and telling.credited else telling.publisher


def day_of(telling: Telling) -> Days | None:
    """When a publisher told it: the text's own date where that is not about the day of publication.

    None for a relay that gives no date: it repeats whatever was there by then.
    """
    published, said = telling.published, telling.said
    if telling.credited:
        return said
    return published if said is None or (published is not None and said.is_near(published)) else said


def tie_joint_sources(tellings: Sequence[Telling], known: Descriptions) -> Iterator[Tie]:
    """Joins sources whom one sentence of an agency's text names together, where one of them is unnamed."""
    sentences: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        if agency_of(telling) is not None and telling.row.attribution.cue:
            row = telling.row
            sentences[row.article.id, row.attribution.cue, row.attribution.content].append(place)
    for places in sentences.values():
        unnamed = [place for place in places if rests_on(tellings[place], known)]
        for place in places if unnamed else ():
            if place != unnamed[0]:
                names = name_of(tellings[place].row.chain.innermost), name_of(tellings[place].outlet)
                yield Tie(unnamed[0], place, f"{names[0]} and unnamed sources in one sentence of {names[1]}")


def _holding(telling: Telling) -> str:
    """The key of the publisher at which the chain ends."""
    return (
        telling.credited[-1]
        if telling.holder is not telling.outlet and telling.credited
        else telling.publisher
    )


def _tellings_of(tellings: Iterable[Telling]) -> list[Days]:
    """The first day of each dispatch of one publisher, in order."""
    found: list[Days] = []
    for days in sorted(days for telling in tellings if (days := day_of(telling)) is not None):
        is_new = not found or days.first > found[-1].first + ONE_TELLING
        if is_new and not (found and days.touches(found[-1])):
            found.append(days)
    return found


def _which(telling: Telling, starts: Sequence[int]) -> int:
    """The number of the dispatch that a row repeats: the last one begun by then, else the first."""
    days = day_of(telling) or telling.published
    if days is None:
        return 0
    return max(bisect_right(starts, days.last) - 1, 0)


def _reason(telling: Telling) -> str:
    """Why a row belongs to the dispatch that others repeat as well."""
    name, innermost = name_of(telling.holder), telling.row.chain.innermost
    if telling.role is Role.HIDDEN:
        return f"told to {name}: {name_of(innermost)}; no separate date"
    if telling.role is Role.SPEAKER:
        return f"{name} speaks in one agency's dispatch"
    if telling.role is Role.LEFT_OUT:
        return f"{name_of(telling.outlet)} leaves a source out beside its own: one article's sources are one"
    return f"reported by {name}; no separate date"


def founding_reason(telling: Telling) -> str:
    """Why a row is, as far as it shows, a place of its own."""
    name = name_of(telling.holder)
    outlet = name_of(telling.outlet)
    described = name_of(telling.row.chain.innermost)
    return {
        Role.SPEAKER: f"{name} on record",
        Role.DOCUMENT: f"{name}: a document with content of its own",
        Role.REPORT: f"reported by {name}",
        Role.MEDIA: f"{outlet} cites {described}, and no earlier report is known",
        Role.CHECKED: f"{outlet} says so of its own knowledge",
        Role.OWN_VOICE: f"{outlet} says it in its own voice, and nothing earlier is known",
        Role.LEFT_OUT: "the text leaves the source out; nobody is filled in",
        Role.HIDDEN: (
            f"{name}'s own source: {described}"
            if telling.holder is telling.outlet
            else f"told to {name}: {described}"
        ),
    }[telling.role]


def origin_name(telling: Telling) -> str:
    """What the origin that begins with this row is called."""
    holder = telling.holder
    if telling.role is Role.LEFT_OUT:
        return f"Source left out by {name_of(telling.row.chain.links[-2])}"
    if telling.role is Role.MEDIA:
        return f"{name_of(telling.row.chain.innermost)}, cited by {name_of(telling.outlet)}"
    if telling.role in (Role.SPEAKER, Role.DOCUMENT):
        return name_of(holder)
    noun = "dispatch" if holder.kind is SourceKind.WIRE_AGENCY else "report"
    return f"{name_of(holder)} {noun}"
