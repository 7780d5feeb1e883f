"""`export` writes the whole ledger, to a file whole or not at all."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.stories import a_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_ledger(tmp_path_factory.mktemp("ledger") / "news.db")


def test_jsonl_is_the_default_and_has_every_article(ledger: Path) -> None:
    documents = [json.loads(line) for line in run("export", "--ledger", ledger).stdout.splitlines()]
    assert {one["article"]["outlet"] for one in documents} == {"Harbour Gazette", "Island Post"}
    assert all(sorted(one) == ["article", "attributions", "claims", "links"] for one in documents)


def test_csv_has_a_row_for_each_attribution(ledger: Path) -> None:
    output = run("export", "--ledger", ledger, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(output)))
    assert len(rows) == 3
    assert {row["outlet"] for row in rows} == {"Harbour Gazette", "Island Post"}


def test_file_holds_what_would_be_printed(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("export", "--ledger", ledger, "--output", target)
    assert result.exit_code == 0
    assert target.read_text("utf-8") == run("export", "--ledger", ledger).stdout
    assert "2 lines written" in result.stderr
    assert list(tmp_path.iterdir()) == [target]


def test_file_that_cannot_be_written_is_one_sentence(ledger: Path, tmp_path: Path) -> None:
    result = run("export", "--ledger", ledger, "--output", tmp_path / "no folder" / "out.jsonl")
    assert result.exit_code == 1
    assert "could not be written" in result.stderr


def test_unknown_format_is_a_usage_error(ledger: Path) -> None:
    assert run("export", "--ledger", ledger, "--format", "xml").exit_code == 2
