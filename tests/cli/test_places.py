"""`places` lists names with every point that they may be."""

import json
from pathlib import Path

import pytest

from reportedly.types.attribution import About
from tests.builders import Row, a_doc
from tests.cli.stories import a_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        Row("He flew to Paris", "an aide", "said", about=About(places=("Paris",))),
        Row("It rained", "a guest", "said", about=About(places=("Tarvo",))),
    ]
    doc = a_doc("He flew to Paris, an aide said. It rained, a guest said.", rows)
    return a_ledger(tmp_path_factory.mktemp("ledger") / "news.db", [doc])


def test_every_place_of_a_name_is_listed_with_its_coordinates(ledger: Path) -> None:
    output = run("places", "--ledger", ledger, "--format", "jsonl").stdout
    found = {one["name"]: one for one in map(json.loads, output.splitlines())}
    assert found["Paris"]["is_ambiguous"]
    first = found["Paris"]["candidates"][0]
    assert (first["country"], round(first["latitude"], 1), round(first["longitude"], 1)) == ("FR", 48.9, 2.3)
    assert found["Tarvo"]["candidates"] == []


def test_table_says_which_place_is_not_in_the_gazetteer(ledger: Path) -> None:
    lines = run("places", "--ledger", ledger).stdout.splitlines()
    assert any("Paris (city, FR)" in line and "48.85, 2.35" in line for line in lines)
    assert any("Tarvo" in line and "not in GeoNames" in line for line in lines)
