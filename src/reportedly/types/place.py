"""Where on the map a place's name may lie."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What an entry is; a country stands at the point of its capital, a state at that of its largest city."""

    CITY = "city"
    STATE = "state"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a gazetteer that bears the name.

    `latitude` and `longitude` are WGS 84 degrees, None where the gazetteer has none; `country` is ISO 3166-1
    alpha-2; `region` the state of a city in the United States.
    """

    geonames_id: int
    name: str
    kind: PlaceKind
    country: str
    region: str | None
    latitude: float | None
    longitude: float | None
    population: int


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """How often the ledger's contents name one place, and every entry of the gazetteer that it may be.

    `beside` are the other places that the same articles name. `candidates` come with the most likely first;
    a name that the gazetteer lacks has none.
    """

    name: str
    rows: int
    articles: int
    beside: tuple[str, ...] = ()
    candidates: tuple[Place, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether more than one place bears the name."""
        return len(self.candidates) > 1
