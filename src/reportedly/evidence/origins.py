"""Origins: follows each chain to the first publisher or on-record speaker that the texts let you see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.facts.outlets import bare_name, load_outlets
from reportedly.types.attribution import ChainLink, Quoted, SourceKind, Stance
from reportedly.types.claim import Origin
from reportedly.types.entry import Entry

PUBLISHERS = frozenset({SourceKind.OUTLET, SourceKind.WIRE_AGENCY})
HIDDEN = frozenset({SourceKind.UNNAMED, SourceKind.UNSPECIFIED})
UNKNOWN_DATE = "9999"
DAY = len("2016-04-17")


@dataclass(slots=True)
class _Group:
    """Rows that go back to one place."""

    name: str
    rows: list[Entry] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def add(self, row: Entry, why: str) -> None:
        """Take a row in, with the reason, said once."""
        self.rows.append(row)
        if why not in self.why:
            self.why.append(why)


def find_origins(claim_id: str, side: str, stance: Stance, rows: Sequence[Entry]) -> tuple[Origin, ...]:
    """The origins behind the rows on one side of a claim, each with the reasons for its merges.

    An origin whose rows share a stance has that one, else the side's own, `stance`.
    """
    groups: dict[str, _Group] = {}
    leaning: list[Entry] = []
    for row in sorted(rows, key=_by_date):
        if leans(row):
            leaning.append(row)
            continue
        key, name, why = origin_of(row)
        groups.setdefault(key, _Group(name)).add(row, why)
    _place_leaning(leaning, groups)
    return tuple(
        Origin(
            id=f"o{number}-{side}-{claim_id}",
            side=_side(group.rows, stance),
            name=group.name,
            attributions=tuple(row.id for row in group.rows),
            why=tuple(group.why),
        )
        for number, group in enumerate(groups.values(), start=1)
    )


def leans(row: Entry) -> bool:
    """Whether a row shows nothing behind it: the outlet's own voice, or a source left out ("reportedly")."""
    is_own_voice = row.attribution.quoted is Quoted.OWN_VOICE
    return is_own_voice or row.chain.innermost.kind is SourceKind.UNSPECIFIED


def origin_of(row: Entry) -> tuple[str, str, str]:
    """A key, a name and a reason: the innermost speaker on record, else the publisher of the unnamed one."""
    innermost = row.chain.innermost
    if len(row.chain.links) == 1:
        return _key(innermost), _report_of(innermost), f"{_name(innermost)} says so of its own knowledge"
    if innermost.kind in PUBLISHERS:
        return _key(innermost), _report_of(innermost), f"reported by {_name(innermost)}"
    if innermost.kind not in HIDDEN:
        return _key(innermost), _name(innermost), f"{_name(innermost)} on record"
    publisher = _publisher(row.chain.links)
    name, described = _name(publisher), innermost.described_as or "an unnamed source"
    if publisher is row.chain.links[0]:
        return _key(publisher), _report_of(publisher), f"{name}'s own source: {described}"
    return _key(publisher), _report_of(publisher), f"told to {name}: {described}; no separate date"


def _publisher(links: Sequence[ChainLink]) -> ChainLink:
    """The last link before the unnamed source that stands for it with its name."""
    named = [link for link in links[:-1] if link.kind not in HIDDEN]
    return named[-1] if named else links[0]


def _place_leaning(leaning: Iterable[Entry], groups: dict[str, _Group]) -> None:
    """Joins rows without a source of their own to the earliest known origin, if none of them is earlier."""
    earliest = min(groups.values(), key=lambda group: _by_date(group.rows[0]), default=None)
    for row in leaning:
        outlet = row.chain.links[0]
        if earliest is not None and not _is_before(row, earliest.rows[0]):
            earliest.add(row, f"{_name(outlet)} names no source of its own, and this origin is known")
        elif row.attribution.quoted is Quoted.OWN_VOICE:
            why = f"{_name(outlet)} says it in its own voice, and nothing earlier is known"
            groups.setdefault(_key(outlet), _Group(_report_of(outlet))).add(row, why)
        else:
            name = f"Source left out by {_name(row.chain.links[-2])}"
            groups.setdefault(name, _Group(name)).add(
                row, "the text leaves the source out; nobody is filled in"
            )


def _is_before(row: Entry, other: Entry) -> bool:
    """Whether both articles are dated and `row` was published on an earlier day."""
    a, b = row.article.published, other.article.published
    return bool(a and b and a[:DAY] < b[:DAY])


def _report_of(publisher: ChainLink) -> str:
    """What the origin of a publisher is called."""
    noun = "dispatch" if publisher.kind is SourceKind.WIRE_AGENCY else "report"
    return f"{_name(publisher)} {noun}"


def _key(link: ChainLink) -> str:
    """What two links must share to be one origin; nameless ones share only their description."""
    if link.kind not in PUBLISHERS:
        return f"speaker:{_name(link).casefold()}"
    outlet = load_outlets().find_publisher(_name(link))
    return f"publisher:{(outlet.name if outlet else bare_name(_name(link))).casefold()}"


def _name(link: ChainLink) -> str:
    """A link's name for a reader."""
    return link.name or link.described_as or f"unknown {link.kind.value.replace('_', ' ')}"


def _by_date(row: Entry) -> tuple[str, str]:
    """Rows in the order of their articles' dates, undated ones last."""
    return row.article.published or UNKNOWN_DATE, row.id


def _side(rows: Iterable[Entry], stance: Stance) -> Stance:
    """The stance that all the rows share, else the side's."""
    stances = {row.position.stance for row in rows}
    return stances.pop() if len(stances) == 1 else stance
