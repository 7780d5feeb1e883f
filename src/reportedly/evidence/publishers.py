"""Names of publishers: their short and full forms, as far as the rows at hand and the known outlets tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.facts.outlets import bare_name, load_outlets
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.entry import Entry

PUBLISHERS = frozenset({SourceKind.OUTLET, SourceKind.WIRE_AGENCY})
# Kinds under which the name of a publisher that nobody knows may have been read.
MISTAKEN = frozenset({SourceKind.ORGANISATION, SourceKind.PERSON})


@dataclass(frozen=True, slots=True)
class Publishers:
    """The publishers of the articles at hand: their keys, and those that a short name can only mean."""

    keys: frozenset[str]
    by_short_name: Mapping[str, str]

    def key_of(self, link: ChainLink) -> str | None:
        """What a publisher's names share; None where the link is no publisher."""
        key = publisher_key(name_of(link))
        if link.kind in PUBLISHERS:
            return key if key in self.keys else self.by_short_name.get(key, key)
        return key if link.kind in MISTAKEN and key in self.keys else None


def read_publishers(rows: Iterable[Entry]) -> Publishers:
    """The publishers of these rows' articles; a short name that two of them share means neither."""
    outlets = (row.chain.links[0] for row in rows)
    keys = frozenset(publisher_key(outlet.name) for outlet in outlets if outlet.name is not None)
    meant: dict[str, set[str]] = {}
    for key in keys:
        words = key.split()
        for short in {" ".join(words[:length]) for length in range(1, len(words))} | {
            words[-1] if words else ""
        }:
            meant.setdefault(short, set()).add(key)
    return Publishers(keys, {short: next(iter(found)) for short, found in meant.items() if len(found) == 1})


@lru_cache(maxsize=10_000)
def publisher_key(name: str) -> str:
    """What the short and the full name of a known publisher share."""
    outlet = load_outlets().find_publisher(name)
    return (outlet.name if outlet else bare_name(name)).casefold()


def name_of(link: ChainLink) -> str:
    """A link's name for a reader."""
    return link.name or link.described_as or f"unknown {link.kind.value.replace('_', ' ')}"
